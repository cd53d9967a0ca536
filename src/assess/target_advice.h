// What is worth knowing before a target is set (rules.md 10): the chance of reaching it, in a number and in words; whether it lies
// inside the noise, where it is met and missed by chance. What could be proposed instead: assess/target_offers.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "assess/indicator_forecast.h"
#include "assess/indicator_process.h"
#include "assess/past_targets.h"

namespace assess {

// What other councils came to, where a published file says.
struct Others {
  std::vector<double> figures;  // without the council's own
  std::string when;             // "2023/24"
};

struct TargetFacts {
  const Picture* picture = nullptr;
  const Kept* kept = nullptr;
  calendar::FinancialYear year;
  std::vector<PastTarget> past;                 // years that have ended, oldest first
  IndicatorProcess process;
  std::optional<IndicatorForecast> forecast;    // of the year; none: `why_no_forecast` says why
  std::string why_no_forecast;
  Others others;

  const indicator::Definition& definition() const { return kept->now(); }
  bool has_chance() const { return forecast && forecast->outturn && forecast->outturn->likely; }
  const PastTarget* last_year() const;  // the newest that is complete
};
// The limits of a stable process; none while it changes, since they promise nothing then.
const Limits* limits_of(const TargetFacts& facts);
bool lower_is_better(const indicator::Definition& definition);
std::string periods_word(const indicator::Definition& definition);  // "months", "quarters"
TargetFacts target_facts(const Picture& picture, const Kept& kept, calendar::FinancialYear year, Others others = {});

// What one target would mean.
struct TargetMeaning {
  std::optional<double> chance;
  std::string sentence;             // "A target of 92% has about an even chance (54%): …"
  std::vector<std::string> remarks; // inside the noise, the run-rate that it needs, what the process promises
  bool is_inside_noise = false;
};
TargetMeaning meaning(const TargetFacts& facts, const indicator::Target& target);

// None where the forecast has no range, or the target says nothing of the whole year.
std::optional<double> chance_of(const IndicatorForecast& forecast, const indicator::Target& target,
                                const indicator::Definition& definition);
std::string chance_written(double chance);  // "54%", "less than 1%"

std::string written(const indicator::Expected& expected, const indicator::Definition& definition);  // "92%", "40% to 60%", or empty

}  // namespace assess
