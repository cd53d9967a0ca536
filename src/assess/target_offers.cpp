#include "assess/target_offers.h"

#include <algorithm>
#include <cmath>

#include "kit/number.h"

namespace assess {
namespace {

using calendar::FinancialYear;
using indicator::Definition;
using indicator::Polarity;

constexpr std::size_t fewest_others = 4;

std::string shown(double value, const Definition& d) { return indicator::written(value, d); }

// The value below which a share of the figures lies: type 7, as in Excel's QUARTILE.INC.
double quantile_of(std::vector<double> figures, double share) {
  std::ranges::sort(figures);
  const double place = share * static_cast<double>(figures.size() - 1);
  const auto below = static_cast<std::size_t>(place);
  const auto above = std::min(below + 1, figures.size() - 1);
  return figures[below] + (place - static_cast<double>(below)) * (figures[above] - figures[below]);
}

class Menu {
 public:
  explicit Menu(const TargetFacts& facts) : facts_(facts), d_(facts.definition()) {}

  std::vector<Offer> made(int step) {
    if (d_.polarity == Polarity::in_range || d_.polarity == Polarity::neutral) return {};
    hold();
    better_by(step);
    others();
    promise();
    return std::move(all_);
  }

 private:
  void add(std::string code, std::string label, std::string why, std::string because, double value) {
    if (d_.aggregation != indicator::Aggregation::sum) {
      if (d_.most) value = std::min(value, d_.most->number());
      if (d_.least) value = std::max(value, d_.least->number());
    }
    all_.push_back({std::move(code), std::move(label), std::move(why), std::move(because), kit::rounded(value, d_.decimals)});
  }

  void hold() {
    const FinancialYear before{facts_.year.begins - 1};
    if (const auto* target = facts_.kept->target(before)) {
      const auto expected = expected_of_year(*target, d_);
      if (expected.value)
        add("hold_target", "Hold the target of " + before.words(), "The target of " + before.words() + " goes on.",
            "judgement", *expected.value);
    }
    if (const auto* last = facts_.last_year())
      add("hold_outturn", "Hold what " + last->year.words() + " came to",
          "What " + last->year.words() + " came to is held.", "trend", *last->outturn);
  }

  void better_by(int step) {
    const auto* last = facts_.last_year();
    if (!last || *last->outturn == 0) return;
    const double size = std::fabs(*last->outturn) * step / 100.0;
    const auto by = std::to_string(step) + "% better than " + last->year.words();
    add("better", by, "It is " + by + ", which came to " + shown(*last->outturn, d_) + ".", "trend",
        *last->outturn + (lower_is_better(d_) ? -size : size));
  }

  void others() {
    const auto& figures = facts_.others.figures;
    if (figures.size() < fewest_others) return;
    const auto of = std::to_string(figures.size()) + " other councils in " + facts_.others.when;
    const double best = quantile_of(figures, lower_is_better(d_) ? 0.25 : 0.75), middle = quantile_of(figures, 0.5);
    add("best_quartile", "The best quarter of other councils", "It is where the best quarter of " + of + " begins.", "benchmark", best);
    add("median", "The middle of other councils", "It is the median of " + of + ".", "benchmark", middle);
  }

  // The last number on the safe side of the limit, as it would be shown.
  double safe_side_of(double limit) const {
    const double unit = std::pow(10.0, d_.decimals);
    const double at = lower_is_better(d_) ? std::floor(limit * unit + 1e-7) + 1 : std::ceil(limit * unit - 1e-7) - 1;
    return at / unit;
  }

  void promise() {
    const auto* limits = limits_of(facts_);
    if (d_.judged == indicator::Judged::in_period && d_.aggregation != indicator::Aggregation::sum) {
      if (!limits || limits->upper <= limits->lower) return;
      const double limit = safe_side_of(lower_is_better(d_) ? limits->upper : limits->lower);
      if ((d_.least && limit < d_.least->number()) || (d_.most && limit > d_.most->number())) return;
      add("promise", "What the process promises",
          "The process as it stands meets it consistently, every one of its " + periods_word(d_) + ".", "trend", limit);
    } else if (facts_.has_chance() && facts_.forecast->outturn->nearly_certain) {
      const auto& range = *facts_.forecast->outturn->nearly_certain;
      add("promise", "What the year all but promises",
          "As things stand the year reaches it in more than nineteen cases of twenty.", "trend",
          safe_side_of(lower_is_better(d_) ? range.high : range.low));
    }
  }

  const TargetFacts& facts_;
  const Definition& d_;
  std::vector<Offer> all_;
};

}  // namespace

std::vector<Offer> offers(const TargetFacts& facts, int step) { return Menu(facts).made(step); }

}  // namespace assess
