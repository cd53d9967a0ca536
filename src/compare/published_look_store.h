// One published indicator as it is read: from the newest file of its data set, its years put right, with what the council says of it.
#pragma once
#include "compare/own_area_store.h"
#include "compare/series_notes_store.h"

namespace compare {

struct PublishedLook {
  const Load* load = nullptr;  // of the country's newest
  PublishedIndicator indicator;
  std::vector<AreaFigure> figures;
  std::vector<Story> stories;
  Counts counts;
  std::vector<AreaFigure> cases, out_of;  // where the counts are known

  Series series() const { return {load->data_set, indicator.title}; }
  CountedAreas counted_in(const calendar::Period& period) const { return counted(cases, out_of, period); }
};
// By its title, in a data set or in the first that has it. None where there is none.
std::optional<PublishedLook> look_at(kit::Transaction& tx, const std::string& data_folder, const Country& country,
                                     const std::string& data_set, const std::string& title, kit::Moment as_at);

}  // namespace compare
