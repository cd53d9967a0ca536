// What happened to a published file while it was read: what was left out under which reason, and what was taken for granted.
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "compare/published.h"

namespace compare {

// Why something is left out, and what whoever brings the file in can do about it: two sentences.
struct WhyLeft {
  std::string_view reason, to_do;
};
namespace why {
inline constexpr WhyLeft
    is_words = {"A line of words, not a row of the table.", "Nothing, where it is the publisher’s note."},
    is_of_no_council = {"The row names no council: it is of a region or a nation.",
                        "Nothing: figures of regions and nations stand beside those of no council."},
    is_no_council = {"Regions, nations and other sums of areas are not compared with councils.", "Nothing: they are kept out on purpose."},
    was_no_more = {"The council was no more in that period, and the file does not say which successor is meant.",
                   "Look up in the publisher’s notes which council is meant, and write its code."},
    is_not_known = {"The register of authorities has no such area.",
                    "Correct the code or the name, or bring in a newer register of authorities."},
    no_period = {"The period cannot be read.", "Write it as 2023/24, 2023/24 Q1, April 2023 or 2024."},
    no_title = {"The row does not say which indicator it is of.", "Fill in the column that names what is counted."},
    no_number = {"The value is neither a number nor a known mark such as [c] or [x].",
                 "Write a number, or [x] where there is none and [c] where it is confidential."},
    decimal_comma = {"The number has a decimal comma. Write it with a decimal point.", "Write 12.5 for 12,5."},
    either_comma = {"The cells are separated by semicolons, so a comma in a number may be a decimal one. Write numbers without it.",
                    "Write 1234 for 1,234, or 1.234 if that is meant."},
    stands_twice = {"The same council, period and indicator stands in the file twice; the first was kept.",
                    "Take the wrong one of the two out of the file."},
    others_alike = {"Other columns of the same kind.", "As for those above."};
constexpr std::string_view of_uneven_rows = "Correct the row as the reason says.";
constexpr std::string_view of_no_period = "Nothing, where it holds no figures of a period; otherwise name it as one, such as 2023/24.";
}  // namespace why

struct FoundAt {
  std::size_t row;
  std::string_view column, text;
};

class PublishedNotes {
 public:
  void leave(const WhyLeft& why, const FoundAt& at);
  // Each once; and once for all that begin alike.
  void remark(const std::string& sentence, std::size_t alike = 0);

  std::vector<LeftOut> left_out() const;  // most first
  const std::vector<std::string>& remarks() const { return remarks_; }

 private:
  std::map<std::string, LeftOut> left_out_;
  std::vector<std::string> remarks_;
};

}  // namespace compare
