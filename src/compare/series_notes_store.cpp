#include "compare/series_notes_store.h"

#include <algorithm>

#include "compare/series_notes.sql.h"
#include "indicator/columns.h"

namespace compare {

namespace sql = series_notes_sql;

YearsMeant load_years(kit::Transaction& tx, kit::Moment as_at) {
  std::vector<SaidOfYears> all;
  tx.each(sql::years, {{"as_at", as_at.seconds}}, "ttitti", [&](const kit::Row& row) {
    all.push_back({{row.text(0), row.text(1)},
                   row.integer(2),
                   indicator::known(read_year_meaning(row.text(3)), row.text(3)),
                   row.text(4),
                   {row.integer(5)}});
  });
  return YearsMeant(std::move(all));
}

void add_years(kit::Transaction& tx, const SaidOfYears& said, council::RecordId record) {
  tx.run(sql::add_years, {{"data_set", said.of.data_set},
                          {"title", said.of.title},
                          {"edition", said.edition},
                          {"meaning", std::string(code(said.meaning))},
                          {"by_person", said.by},
                          {"at", said.at.seconds},
                          {"record", record}});
}

bool are_years_in_doubt(kit::Transaction& tx, const Load& load, kit::Moment as_at) {
  return !load.plain_year.empty() && !load_years(tx, as_at).said({load.data_set, {}});
}

Counts load_counts(kit::Transaction& tx, const Series& series, kit::Moment as_at) {
  Counts found{.series = series};
  tx.each(sql::counts, {{"data_set", series.data_set}, {"title", series.title}, {"as_at", as_at.seconds}}, "itttiti",
          [&](const kit::Row& row) {
            found.edition = row.integer(0);
            found.measure = row.text(1) == "rate" ? Counts::Measure::rate : Counts::Measure::share;
            found.cases = row.text(2), found.out_of = row.text(3), found.multiplier = row.integer(4);
            found.by = row.text(5), found.at = {row.integer(6)};
          });
  return found;
}

void add_counts(kit::Transaction& tx, const Counts& counts, council::RecordId record) {
  tx.run(sql::add_counts, {{"data_set", counts.series.data_set},
                           {"title", counts.series.title},
                           {"edition", counts.edition},
                           {"measure", counts.measure == Counts::Measure::rate ? "rate" : "share"},
                           {"cases", counts.cases},
                           {"out_of", counts.out_of},
                           {"multiplier", counts.multiplier},
                           {"by_person", counts.by},
                           {"at", counts.at.seconds},
                           {"record", record}});
}

std::vector<Story> load_stories(kit::Transaction& tx, const Series& series, kit::Moment as_at) {
  std::vector<Story> all;
  tx.each(sql::stories, {{"data_set", series.data_set}, {"title", series.title}, {"as_at", as_at.seconds}}, "titti",
          [&](const kit::Row& row) {
            all.push_back({series,
                           indicator::known(calendar::Period::parse(row.text(0)), row.text(0)),
                           row.integer(1),
                           row.text(2),
                           row.text(3),
                           {row.integer(4)}});
          });
  std::ranges::sort(all, std::ranges::greater{}, &Story::period);
  return all;
}

void add_story(kit::Transaction& tx, const Story& story, council::RecordId record) {
  tx.run(sql::add_story, {{"data_set", story.series.data_set},
                          {"title", story.series.title},
                          {"period", story.period.iso()},
                          {"edition", story.edition},
                          {"words", story.words},
                          {"by_person", story.by},
                          {"at", story.at.seconds},
                          {"record", record}});
}

}  // namespace compare
