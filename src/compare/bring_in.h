// What somebody says of a file of published figures who brings it in, on the page or at the command line, because the file does not.
#pragma once
#include <istream>
#include <string>

#include "compare/load.h"
#include "compare/published.h"
#include "kit/moment.h"

namespace compare {

struct SaidOfFile {
  std::string data_set, publisher, licence;
  std::string published;            // a day, or empty
  std::string years, period;        // what plain years are; the period of the whole file
  std::string file, dictionary;     // their names
};

kit::Refusals faults_of(const SaidOfFile& said);
kit::Verdict<Reading> reading_of(const SaidOfFile& said, std::istream* dictionary);  // null: there is none
Load load_of(const SaidOfFile& said, const Reading& reading, kit::Moment at);

std::string taken_words(const PublishedFile& read, const Load& load);  // "3 of 4 values of waste.csv"

}  // namespace compare
