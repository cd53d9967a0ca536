// Readers of published figures, of the register, of neighbours and of dictionaries, given files that are broken in thousands of ways.
#include "kit/mangled.h"

#include "compare/authority_table.h"
#include "compare/neighbour_list.h"
#include "compare/published.h"
#include "kit/pollock_score.h"

namespace compare {
namespace {

const char* const register_of =
    "code,name,tier,start,end,successors\nE08000009,Trafford,metropolitan,,,\nE08000003,Manchester,metropolitan,,,\nE06000023,\"Bristol, City of\",unitary,,,\nE07000150,Corby,district,,2021-03-31,E06000061\nE06000061,North Northamptonshire,unitary,2021-04-01,,\n";

const Authorities& councils() {
  static const auto all = [] {
    std::istringstream in(register_of);
    return Authorities(*read_authorities(in));
  }();
  return all;
}

kit::mangled::Samples published_files() {
  using namespace kit::polluted;
  kit::mangled::Samples all = {
      "Table 3: Waste,,,,\n,,,,\nYear,ONS code,Authority,Residual waste (kg),Recycled (%)\n2022-23,E08000009,Trafford,400.5,55\n2022-23,E08000003,Manchester,-,40\n",
      "area_code,2021/22,2022/23,2023/24\nE08000009,1,2,3\nE08000003,4,5,6\n",
      "LA and Regions,Measure,Years,Values,Short_Desc,Year_Type\nTrafford,Rate,2023,5.5,CLA,Financial Year\n"};
  const auto made = Files(published_table()).all;
  for (std::size_t i = 0; i < made.size(); i += 89) all.push_back(made[i].bytes);
  return all;
}

// Each value of the file is taken or counted, and what is left out says where and why.
void hold(const PublishedFile& file) {
  std::int64_t left_out = 0;
  for (const auto& each : file.left_out) {
    left_out += each.values;
    kit::holds(each.first_row > 0 && each.reason.ends_with('.') && kit::is_utf8(each.reason), "what is left out says in which row and why");
  }
  kit::holds(file.found == file.taken + left_out, "rows in are rows taken and rows refused");
  kit::holds(file.taken == static_cast<std::int64_t>(file.figures.size()), "what counts as taken is there");
}

}  // namespace

TEST(AMangledFile, LeavesTheReaderOfPublishedFiguresSound) {
  kit::mangled::each(published_files(), 6000, [](const std::string& bytes) {
    std::istringstream in(bytes);
    const auto file = read_published(in, councils());
    kit::mangled::name_their_place(file.refusals());
    if (file) hold(*file);
  });
}

TEST(AMangledFile, LeavesTheReadersOfRegisterNeighboursAndDictionariesSound) {
  const kit::mangled::Samples all = {
      register_of, "subject_gss,neighbour_gss,rank\nE08000009,E08000003,1\nE08000009,E06000023,2\n",
      "la_name,old_la_code,SN_1,SN_1P,SN_2\nTrafford,358,352,close,801\n",
      "Measure,Short_Desc,Polarity,Year_Type,y_axis_name\nRate of children,CLA,Low,Financial Year,per 10000\n"};
  kit::mangled::each(all, 6000, [](const std::string& bytes) {
    std::istringstream first(bytes), second(bytes), third(bytes);
    kit::are_sentences(read_authorities(first).refusals());
    kit::are_sentences(read_neighbours(second, "E08000009", councils(), *kit::Date::parse("2024-04-01")).refusals());
    kit::are_sentences(read_dictionary(third).refusals());
  });
}

}  // namespace compare
