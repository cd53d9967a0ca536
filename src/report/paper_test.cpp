#include "report/paper.h"

#include <algorithm>

#include "report/report_test.h"
#include "report/written_words.h"

namespace report {
namespace {

using namespace report::tests;
using Front = std::vector<std::pair<std::string, std::string>>;

Pack with_paper(Shows form, int exempt = 0) {
  auto pack = pack_of(Shows::indicators);
  pack.sections.insert(pack.sections.begin(), {"paper", form, "Covering paper", {}, Grouping::none, 0});
  pack.sections.push_back({"two", Shows::summary, "Section two", {}, Grouping::none, exempt});
  return pack;
}
std::vector<std::string> headings(const Document& document) {
  std::vector<std::string> all;
  for (const auto& slot : slots_of(document)) all.push_back(slot.heading);
  return all;
}
bool holds(const std::vector<std::string>& all, const std::string& one) { return std::ranges::find(all, one) != all.end(); }

TEST(ACoveringPaper, SaysInFrontWhetherItIsPublicAndWhatIsAttached) {
  SmallCouncil council;
  EXPECT_EQ(council.compose(with_paper(Shows::paper)).front,
            (Front{{"Public or exempt", "Public"}, {"Attached", "Section one; Section two"}}));
  EXPECT_TRUE(council.compose(pack_of(Shows::indicators)).front.empty()) << "a pack without a paper has nothing in front";
}

TEST(ACoveringPaper, NamesTheParagraphUnderWhichPartIsExemptInBothForms) {
  SmallCouncil council;
  const auto pack = with_paper(Shows::paper, 3);
  const std::string said =
      "Public, but for what is exempt under paragraph 3 (financial or business affairs of a person) of Part 1 of Schedule 12A to the Local Government Act 1972";
  EXPECT_EQ(council.compose(pack).front[0].second, said);
  const auto open = council.compose(pack, Form::open);
  EXPECT_EQ(open.front[0].second, said);
  EXPECT_EQ(open.front[1].second, "Section one") << "the title of what is exempt is not public";
}

TEST(ACoveringPaper, PutsSomeLinesInTheTableInFrontAndOthersUnderHeadings) {
  SmallCouncil council;
  const auto document = council.compose(with_paper(Shows::paper));
  const std::vector<Words> words = {{"paper.meeting", 1, "18 November 2025", 0, "p.shah", {1}},
                                    {"paper.wards", 1, "Oakley\nPark", 0, "p.shah", {1}},
                                    {"paper.purpose", 1, "To note.", 0, "p.shah", {1}},
                                    {"paper.author", 1, "Canary of an author", 1, "p.shah", {1}}};
  const auto full = with_words(document, words, council.picture->council, Unwritten::go);
  EXPECT_EQ(full.front[0], (std::pair<std::string, std::string>("Date of the meeting", "18 November 2025")));
  EXPECT_EQ(full.front[1].first, "Report of");
  EXPECT_EQ(full.front[2].second, "Oakley; Park");
  EXPECT_NE(full.front[3].second.find("paragraph 1"), std::string::npos);
  ASSERT_EQ(full.parts[0].blocks.size(), 2u);
  EXPECT_EQ(std::get<Heading>(full.parts[0].blocks[0]).text, "1 Purpose of the report");
  EXPECT_EQ(std::get<Paragraph>(full.parts[0].blocks[1]).text, "1.1 To note.");
  const auto open = with_words(document, open_words(words), council.picture->council, Unwritten::go);
  for (const auto& [name, text] : open.front) EXPECT_EQ(text.find("Canary"), std::string::npos);
}

TEST(ACoveringPaper, HasALongFormWithImplicationsAndAShortOne) {
  SmallCouncil council;
  const auto in_full = headings(council.compose(with_paper(Shows::paper))),
             in_short = headings(council.compose(with_paper(Shows::short_paper)));
  EXPECT_TRUE(holds(in_full, "Equality"));
  EXPECT_TRUE(holds(in_full, "Alternative options considered"));
  EXPECT_FALSE(holds(in_short, "Equality"));
  EXPECT_TRUE(holds(in_short, "Action required"));
  EXPECT_TRUE(holds(in_short, "Published documents referred to"));
}

}  // namespace
}  // namespace report
