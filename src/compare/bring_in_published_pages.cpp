#include "compare/bring_in_published_pages.h"

#include <algorithm>
#include <sstream>

#include "compare/bring_in_store.h"
#include "compare/published_store.h"
#include "compare/series_notes_store.h"
#include "parts/form.h"

namespace compare {
namespace {

using council::Desk;
using kit::Request;

const kit::UploadedFile* file_in(const Request& asked, std::string_view field) {
  const auto at = std::ranges::find(asked.files, field, &kit::UploadedFile::field);
  return at == asked.files.end() || at->bytes.empty() ? nullptr : &*at;
}

SaidOfFile said_on(const Request& asked) {
  const auto name_of = [&](std::string_view field) { const auto* file = file_in(asked, field); return file ? file->name : std::string(); };
  return {.data_set = asked.typed("data_set"),
          .publisher = asked.typed("publisher"),
          .licence = asked.typed("licence"),
          .published = asked.typed("published"),
          .years = asked.typed("years"),
          .period = asked.typed("period"),
          .file = name_of("file"),
          .dictionary = name_of("dictionary")};
}

kit::Verdict<Reading> reading_on(const Request& asked, const SaidOfFile& said) {
  const auto* file = file_in(asked, "dictionary");
  std::istringstream dictionary(file ? file->bytes : std::string());
  return reading_of(said, file ? &dictionary : nullptr);
}

void where_it_is_from(kit::Html& html, const Request& asked, const kit::Refusals& no) {
  parts::input(html, {"publisher", "Who publishes it", {}, parts::error_of("publisher", no)}, asked.typed("publisher"));
  parts::input(html,
               {"licence", "Licence", "Under which it may be used, such as Open Government Licence v3.0.",
                parts::error_of("licence", no)},
               asked.typed("licence"));
  parts::input(html,
               {"published", "Published on", "A day such as 2025-07-31. Leave it empty if it is not known.",
                parts::error_of("published", no)},
               asked.typed("published"));
}

}  // namespace

void bring_in_form(kit::Html& html, const Request& asked, const Desk& desk, const kit::Refusals& no) {
  std::vector<parts::Choice> kinds;
  for (const auto each : {Years::as_written, Years::calendar, Years::financial, Years::academic})
    kinds.push_back({std::string(code(each)), std::string(words(each))});
  parts::form(html, "/comparators", desk.token, parts::Carries::files, [&] {
    parts::file_upload(
        html,
        {"file", "Choose a CSV file",
         "As it was published, also packed as .csv.gz. One value a row, or a column for each indicator or each period; words above the names of the columns do no harm. Larger than 64 MB: goldenthread published, at the machine.",
         parts::error_of("file", no)},
        ".csv,.txt,.gz");
    parts::input(
        html,
        {"data_set", "Data set",
         "A name that stays, such as Waste and recycling. A file of the same name replaces what is read; the earlier one is kept.",
         parts::error_of("data_set", no)},
        asked.typed("data_set"));
    where_it_is_from(html, asked, no);
    parts::select(
        html,
        {"years", "Years written as one number, such as 2024, are",
         "Publishers seldom say it in the file; the notes beside it do. Where a file needs it and nothing is chosen, you are asked.",
         parts::error_of("years", no)},
        kinds, asked.typed("years"));
    parts::input(html,
                 {"period", "Period of the whole file",
                  "Only for a file that names none, such as an index of deprivation: 2019 or 2024/25.",
                  parts::error_of("period", no)},
                 asked.typed("period"));
    parts::file_upload(html,
                       {"dictionary", "Dictionary of measures, if the publisher gives one",
                        "A CSV file with Measure, Polarity and Year_Type, as the Local Authority Interactive Tool has.",
                        parts::error_of("dictionary", no)},
                       ".csv,.txt");
    parts::button(html, "Bring it in");
  });
}

kit::Verdict<NewLoad> bring_in(const Request& asked, Desk& desk) {
  const auto said = said_on(asked);
  kit::Refusals no;
  no.unless(file_in(asked, "file"), "file", "Choose a file.");
  no.add(faults_of(said));
  if (no.any()) return no;
  const auto reading = reading_on(asked, said);
  if (!reading) return reading.refusals();
  Authorities authorities;
  {
    auto tx = desk.db.read();
    authorities = load_authorities(tx, desk.end_of_today());
  }
  auto load = load_of(said, *reading, desk.now);
  std::istringstream bytes(file_in(asked, "file")->bytes);
  const auto read = read_published_bytes(duck_in(desk.data_folder), bytes, authorities, *reading, load);
  if (!read) return read.refusals();

  load.number = make_it_count(desk.db, desk.data_folder, load, *read,
                              council::deed_of(desk, "published figures", load.data_set, taken_words(*read, load),
                                               "published " + load.kept))
                    .load;
  load.plain_year = read->plain_year;
  auto tx = desk.db.read();
  return NewLoad{load.number, are_years_in_doubt(tx, load, desk.end_of_today()) ? load.plain_year : std::string()};
}

}  // namespace compare
