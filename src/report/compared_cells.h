// How what is known of other councils is written in a report: cells, and the sentence that counts the quarters.
#pragma once
#include <string>
#include <vector>

#include "compare/against_others.h"
#include "report/document.h"

namespace report {

Cell compared_number(const compare::AgainstOthers& stands, std::optional<double> value);  // "no figure" where there is none
Cell where_we_stand(const compare::AgainstOthers& stands);                                // and below it among whom

// "Of two indicators that others publish, one is in the best quarter and one is in the last."
struct Subject {
  std::string one, many;  // "indicator that others publish"
};
Counted quarters_counted(std::string name, const std::vector<const compare::AgainstOthers*>& all, const Subject& of);

}  // namespace report
