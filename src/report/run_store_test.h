// For tests of reports against both databases: a council with one indicator, whose reports begin to run on 1 July 2025.
#pragma once
#include "../../tests/support/stored.h"
#include "collect/figure_store.h"
#include "council/council_store.h"
#include "indicator/target_store.h"
#include "report/document_told.h"
#include "report/report_jobs.h"
#include "report/run_store.h"

namespace report::tests {

using calendar::Period;

inline kit::Moment at(const char* iso) { return *kit::Moment::parse(iso); }
inline const std::string no_files;  // of published figures
inline const auto q1 = Period::quarter({2025}, 1);
inline const EditionKey first{"quarterly", q1, 1};

class StoredReports : public ::tests::Stored {
 protected:
  void SetUp() override {
    Stored::SetUp();
    if (IsSkipped()) return;
    save([&](auto& tx, auto record) {
      council::add_settings(tx, std::vector<council::Setting>{{"name", "Smallborough Council", {50}}}, record);
      council::add_people(tx,
                          std::vector<council::Person>{{"c.crane",
                                                        "Cora Crane",
                                                        "Councillor",
                                                        "c.crane@smallborough.example",
                                                        council::Role::scrutiny_member,
                                                        "",
                                                        {50},
                                                        false},
                                                       {"f.aziz",
                                                        "Farid Aziz",
                                                        "Officer",
                                                        "f.aziz@smallborough.example",
                                                        council::Role::officer,
                                                        "",
                                                        {50},
                                                        false}},
                          record);
      add_indicator(tx, record);
    });
    tell_figure("50", "2025-07-20T10:00:00Z");
    run_what_is_due(*db, at("2025-07-01T12:00:00Z"), no_files);  // reports begin
  }

  void add_indicator(kit::Transaction& tx, council::RecordId record) {
    indicator::Definition d;
    d.indicator = id = indicator::add_indicator(tx, {50}, record);
    d.at = {60};
    d.applies_from = kit::Date::of(2024, 4, 1);
    d.code = "AFL01";
    d.title = "Homes visited";
    d.kind = indicator::Kind::core;
    indicator::add_definitions(tx, std::span(&d, 1), record);
  }

  void tell_figure(const char* value, const char* when) {
    save([&](auto& tx, auto record) {
      collect::Figure f;
      f.indicator = id;
      f.period = q1;
      f.edition = collect::newest_edition(tx, id, q1) + 1;
      f.value = kit::Decimal::parse(value);
      f.note = "As counted.";
      f.at = at(when);
      collect::add_figures(tx, std::span(&f, 1), record);
    });
  }

  Document shown(const EditionKey& key, Form form = Form::full) {
    auto tx = db->read();
    return *read_document(load_document(tx, key, form)->json);
  }
  std::int64_t count(const char* table) {
    auto tx = db->read();
    return tx
        .number({"count",
                 std::string_view(table) == "edition" ? "select count(*) from report_edition"
                                                      : "select count(*) from report_document",
                 ""})
        .value_or(-1);
  }

  indicator::IndicatorId id = 0;
};

}  // namespace report::tests
