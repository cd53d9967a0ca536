// The figures that a computed group is made from: of each feature, in the newest period in which the council has one.
#pragma once
#include "compare/computed_group.h"
#include "compare/own_area_store.h"

namespace compare {

// A published indicator that could be a feature, of how many councils of the pool.
struct Offered {
  Series series;
  Place place;
};
// Those of the newest loads in which the council has a figure; by data set (all where it is empty) and by words in the title.
std::vector<Offered> offered(kit::Transaction& tx, const std::string& data_folder, const Country& country,
                             const std::vector<std::string>& pool, const std::string& data_set, std::string_view words,
                             kit::Moment as_at);

std::vector<Values> values_of(const std::string& data_folder, const Country& country, const std::vector<Feature>& features);

}  // namespace compare
