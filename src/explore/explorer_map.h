// The map of a series: its areas, classes and part of the country, as the address asks for them.
#pragma once
#include "explore/classes.h"
#include "explore/explorer_view.h"
#include "explore/map_areas.h"
#include "kit/http.h"
#include "parts/choropleth.h"

namespace explore {

struct MapChoice {
  Classing classing = Classing::quantile;
  bool as_hexes = false;
  std::string zoom;  // empty: everywhere; "region", "own", or an area's code
};
MapChoice map_choice(const kit::Request& asked);

parts::Choropleth map_of(const kit::Request& asked, const ExplorerView& view, const compare::Authority& own,
                         const std::vector<DrawnArea>& drawn, const MapChoice& choice);

}  // namespace explore
