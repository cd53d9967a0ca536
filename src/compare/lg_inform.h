// LG Inform Plus, the Local Government Association's service of published figures: what a council asks it for, the address that asks,
// signed with the council's secret, and what its answers say.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <ostream>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "kit/json.h"
#include "kit/moment.h"
#include "kit/verdict.h"

namespace compare {

inline constexpr std::string_view lg_inform_address = "https://webservices.esd.org.uk";

struct LgKey {
  std::string application_key;  // says who asks
  std::string secret;           // proves it, and is never sent
};
kit::Verdict<LgKey> lg_key(std::string application_key, std::string secret);

enum class FetchedEvery : std::uint8_t { asked, week, four_weeks, quarter };
std::string_view code(FetchedEvery every);
std::string_view words(FetchedEvery every);  // "every four weeks"
std::optional<FetchedEvery> read_fetched_every(std::string_view text);
std::vector<FetchedEvery> all_fetched_every();
// When it falls due again by itself; none: only when somebody asks.
std::optional<kit::Moment> next_due(FetchedEvery every, kit::Moment last);

// What is fetched as one data set. A change is its next edition.
struct LgChoice {
  std::string data_set;
  std::int64_t edition = 0;
  bool gone = false;                      // fetched no more
  std::vector<std::string> metric_types;  // by their numbers
  std::string areas;                      // "england", or "list:" and a list of neighbours
  int periods = 8;                        // the newest so many
  std::string licence;
  FetchedEvery every = FetchedEvery::asked;
  std::string by;
  kit::Moment at;
};
struct TypedLgChoice {
  std::string data_set;
  std::vector<std::string> ticked;
  std::string others;  // numbers, in any order
  std::string areas, periods, licence, every;
};
inline constexpr std::string_view all_of_england = "england";
std::vector<std::string> numbers_of(const TypedLgChoice& typed);  // ticked and typed, each once
kit::Verdict<LgChoice> lg_choice(const TypedLgChoice& typed, const std::vector<std::string>& known_areas);

// What LG Inform Plus can count.
struct MetricType {
  std::string number, label, polarity, security;
  bool is_open() const;  // its own word for who may see it does not say otherwise
};
using MetricTypes = std::map<std::string, MetricType, std::less<>>;  // by number

// One request each: small answers, asked one after the other.
inline constexpr std::string_view metric_types_request = "metricTypes";
std::vector<std::string> data_requests(const LgChoice& choice, const std::vector<std::string>& area_codes);
// The whole address: with who asks, and the proof over all that stands before it.
std::string signed_address(std::string_view base, std::string_view request, const LgKey& key);

kit::Verdict<MetricTypes> read_metric_types(std::string_view answer);

// Makes one published file of many answers: a row for each value, in the words that a file of published figures has.
class LgFile {
 public:
  LgFile(std::ostream& csv, const MetricTypes& known);
  kit::Refusals add(std::string_view answer);  // none, or why it cannot be read
  std::int64_t rows() const { return rows_; }
  const std::set<std::string>& sources() const { return sources_; }  // whose figures they are, where it says so

 private:
  bool take(const kit::Json& row, const kit::Json* column, const kit::Json& value);
  std::ostream& csv_;
  const MetricTypes& known_;
  std::int64_t rows_ = 0;
  std::set<std::string> sources_;
};

}  // namespace compare
