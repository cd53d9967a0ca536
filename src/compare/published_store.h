// The register of authorities and the loads of published figures. What a load counts and what was left out stand in the database; its
// figures lie in a Parquet file of their own in the folder comparators, never changed once written.
#pragma once
#include <string>
#include <vector>

#include "compare/comparison.h"
#include "compare/load.h"
#include "compare/published.h"
#include "compare/published_file_store.h"
#include "kit/db.h"
#include "kit/duck.h"

namespace compare {

Authorities load_authorities(kit::Transaction& tx, kit::Moment as_at);
// The next edition of each that differs from what is known; answers how many did.
std::int64_t add_authorities(kit::Transaction& tx, const std::vector<Authority>& all, kit::Moment at, council::RecordId record);

std::vector<Load> loads(kit::Transaction& tx, kit::Moment as_at);      // newest first
std::vector<Load> newest_loads(const std::vector<Load>& all);          // one for each data set, by its name
// Those that may be meant by an address that names no data set: of councils first, or of wards first.
enum class First { councils, small_areas };
std::vector<const Load*> meant_by(const std::vector<Load>& newest, const std::string& data_set, First first);
std::vector<PublishedIndicator> indicators_of(kit::Transaction& tx, std::int64_t load);
std::vector<LeftOut> left_out_of(kit::Transaction& tx, std::int64_t load);

std::int64_t add_load(kit::Transaction& tx, const Load& load, const PublishedFile& file, council::RecordId record);

std::vector<AreaFigure> figures_of(kit::Duck& duck, const Load& load, const std::string& title);  // by period, then by area

std::vector<Place> places_of(kit::Duck& duck, const Load& load, const std::string& own, const std::vector<std::string>& areas);

// The engine over the folder comparators of a data folder: one for the whole process, opened when it is first asked for.
kit::Duck& duck_in(const std::string& data_folder);
// How much memory it will take; what does not fit is spilled into the folder. For the start of a program, before it is first asked for.
void give_duck_memory(const std::string& data_folder, std::size_t megabytes);

}  // namespace compare
