// One indicator that grows as a test tells its story. For tests only.
#pragma once
#include "assess/judgement.h"

namespace assess::told {

using calendar::Frequency;
using calendar::Period;
using indicator::Definition;
using kit::Decimal;

inline Decimal exact(double number) { return *Decimal::nearest(number); }

struct Story {
  Picture picture;

  explicit Story(const char* today = "2025-08-05") {
    picture.as_at = kit::Moment::start_of(*kit::Date::parse(today));
    Kept kept;
    kept.id = 1;
    Definition d;
    d.indicator = 1;
    d.code = "BBF07";
    d.title = "Plans issued within 20 weeks";
    d.unit = "%";
    d.decimals = 1;
    d.frequency = Frequency::quarterly;
    d.applies_from = kit::Date::of(2020, 4, 1);
    kept.definitions = {d};
    picture.indicators = {kept};
  }
  Kept& kept() { return picture.indicators[0]; }
  Definition& definition() { return kept().definitions.back(); }

  Story& monthly_sum() {
    definition().unit = "homes";
    definition().decimals = 0;
    definition().frequency = Frequency::monthly;
    definition().aggregation = indicator::Aggregation::sum;
    definition().judged = indicator::Judged::year_to_date;
    definition().comparator = indicator::Comparator::same_point_last_year;
    return *this;
  }
  collect::Figure& figure(const Period& period, std::optional<double> value) {
    collect::Figure f;
    f.indicator = 1;
    f.period = period;
    if (value) f.value = exact(*value);
    kept().figures.push_back(f);
    return kept().figures.back();
  }
  indicator::Target& target(int year, double value) {
    indicator::Target t;
    t.year = {year};
    t.value = exact(value);
    kept().targets.push_back(t);
    return kept().targets.back();
  }
  Judgement judged(const Period& asked) {
    index(picture);
    return judge(picture, kept(), asked);
  }
};

inline const Period q1 = Period::quarter({2025}, 1);

}  // namespace assess::told
