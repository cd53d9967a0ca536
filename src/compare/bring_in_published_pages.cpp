#include "compare/bring_in_published_pages.h"

#include <algorithm>
#include <sstream>

#include "compare/brought_in.h"
#include "compare/published_copy_store.h"
#include "compare/published_store.h"
#include "council/record_store.h"
#include "kit/gunzip.h"
#include "parts/form.h"

namespace compare {
namespace {

using council::Desk;
using kit::Request;

const kit::UploadedFile* file_in(const Request& asked, std::string_view field) {
  const auto at = std::ranges::find(asked.files, field, &kit::UploadedFile::field);
  return at == asked.files.end() || at->bytes.empty() ? nullptr : &*at;
}

kit::Refusals faults(const Request& asked) {
  kit::Refusals no;
  no.unless(file_in(asked, "file"), "file", "Choose a file.");
  no.unless(!asked.typed("data_set").empty() && asked.typed("data_set").size() <= 120, "data_set", "Give the data set a name of at most 120 letters.");
  no.unless(!asked.typed("licence").empty(), "licence", "Say under which licence the figures may be used.");
  no.unless(asked.typed("published").empty() || kit::Date::parse(asked.typed("published")), "published", "Type a date such as 2025-07-31, or leave it empty.");
  no.unless(asked.typed("years").empty() || read_years(asked.typed("years")), "years", "Choose what a year written as one number is.");
  return no;
}

// What was said on the form, because the file does not.
kit::Verdict<Reading> reading_of(const Request& asked) {
  kit::Refusals no;
  Reading said;
  said.title = asked.typed("data_set");
  said.years = read_years(asked.typed("years")).value_or(Years::as_written);
  if (!asked.typed("period").empty()) {
    const auto period = read_published_period(asked.typed("period"), {}, said.years);
    no.unless(period.period.has_value(), "period", "Type a period such as 2019, 2024/25 or 2024/25 Q1.");
    said.whole = period.period;
  }
  if (const auto* file = file_in(asked, "dictionary")) {
    std::istringstream in(file->bytes);
    const auto dictionary = read_dictionary(in);
    if (dictionary) said.dictionary = *dictionary;
    else no.add("dictionary", dictionary.refusals().all().front().sentence);
  }
  if (no.any()) return no;
  return said;
}

kit::Verdict<PublishedFile> read_file(kit::Duck& duck, const kit::UploadedFile& file, const Authorities& authorities, const Reading& reading, Load& load) {
  kit::Refusals no;
  no.unless(!authorities.all().empty(), "file", "Bring in the register of authorities first: without it no council can be told from another.");
  if (no.any()) return no;
  std::istringstream bytes(file.bytes);
  kit::Gunzip unpacked(bytes);
  std::istream in(&unpacked);
  auto read = read_and_keep(duck, in, authorities, reading, load);
  no.unless(unpacked.fault().empty(), "file", unpacked.fault());
  if (no.any()) return no;
  return read;
}

Load load_of(const Request& asked, const Desk& desk, const Reading& reading) {
  const auto* dictionary = file_in(asked, "dictionary");
  return {.data_set = asked.typed("data_set"), .publisher = asked.typed("publisher"), .licence = asked.typed("licence"), .published = kit::Date::parse(asked.typed("published")),
          .file = file_in(asked, "file")->name, .years = reading.years, .whole = reading.whole, .dictionary = dictionary ? dictionary->name : std::string(), .at = desk.now};
}

}  // namespace

void bring_in_form(kit::Html& html, const Request& asked, const Desk& desk, const kit::Refusals& no) {
  std::vector<parts::Choice> kinds;
  for (const auto each : {Years::as_written, Years::calendar, Years::financial, Years::academic}) kinds.push_back({std::string(code(each)), std::string(words(each))});
  parts::form(html, "/comparators", desk.token, parts::Carries::files, [&] {
    parts::file_upload(html, {"file", "Choose a CSV file", "As it was published, also packed as .csv.gz. One value a row, or a column for each indicator or each period; words above the names of the columns do no harm.", parts::error_of("file", no)}, ".csv,.txt,.gz");
    parts::input(html, {"data_set", "Data set", "A name that stays, such as Waste and recycling. A file of the same name replaces what is read; the earlier one is kept.", parts::error_of("data_set", no)}, asked.typed("data_set"));
    parts::input(html, {"publisher", "Who publishes it", {}, parts::error_of("publisher", no)}, asked.typed("publisher"));
    parts::input(html, {"licence", "Licence", "Under which it may be used, such as Open Government Licence v3.0.", parts::error_of("licence", no)}, asked.typed("licence"));
    parts::input(html, {"published", "Published on", "A day such as 2025-07-31. Leave it empty if it is not known.", parts::error_of("published", no)}, asked.typed("published"));
    parts::select(html, {"years", "Years written as one number, such as 2024, are", "Publishers seldom say it in the file. The notes beside it do.", parts::error_of("years", no)}, kinds, asked.typed("years"));
    parts::input(html, {"period", "Period of the whole file", "Only for a file that names none, such as an index of deprivation: 2019 or 2024/25.", parts::error_of("period", no)}, asked.typed("period"));
    parts::file_upload(html, {"dictionary", "Dictionary of measures, if the publisher gives one", "A CSV file with Measure, Polarity and Year_Type, as the Local Authority Interactive Tool has.", parts::error_of("dictionary", no)}, ".csv,.txt");
    parts::button(html, "Bring it in");
  });
}

kit::Verdict<std::int64_t> bring_in(const Request& asked, Desk& desk) {
  const auto no = faults(asked);
  if (no.any()) return no;
  const auto reading = reading_of(asked);
  if (!reading) return reading.refusals();
  Authorities authorities;
  {
    auto tx = desk.db.read();
    authorities = load_authorities(tx, desk.now);
  }
  auto load = load_of(asked, desk, *reading);
  const auto read = read_file(duck_in(desk.data_folder), *file_in(asked, "file"), authorities, *reading, load);
  if (!read) return read.refusals();

  auto tx = desk.db.write();
  const auto recorded = council::record(tx, council::deed_of(desk, "published figures", load.data_set, commas(read->taken) + " of " + commas(read->found) + " values of " + load.file, "published " + load.kept));
  const auto number = add_load(tx, load, *read, recorded.id);
  keep_copy(tx, desk.data_folder, load);
  tx.commit();

  return number;
}

}  // namespace compare
