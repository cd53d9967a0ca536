#include "compare/lg_inform.h"

#include <algorithm>

#include "kit/base64.h"
#include "kit/decimal.h"
#include "kit/http.h"
#include "kit/quote.h"

namespace compare {
namespace {

struct EveryRow {
  FetchedEvery every;
  std::string_view code, words;
  int days;
};
constexpr EveryRow rows[] = {
    {FetchedEvery::asked, "asked", "only when somebody asks", 0},
    {FetchedEvery::week, "week", "every week", 7},
    {FetchedEvery::four_weeks, "four_weeks", "every four weeks", 28},
    {FetchedEvery::quarter, "quarter", "every 13 weeks", 91},
};
const EveryRow& row(FetchedEvery every) { return *std::ranges::find(rows, every, &EveryRow::every); }

constexpr std::size_t most_metric_types = 60, areas_together = 60;
constexpr int most_periods = 40;

bool is_plain(std::string_view text, std::size_t most) {
  const auto plain = [](unsigned char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' || c == '_' ||
           c == '.' || c == '+' || c == '/' || c == '=';
  };
  return !text.empty() && text.size() <= most && std::ranges::all_of(text, plain);
}
bool is_number(std::string_view text) { return !text.empty() && text.size() <= 9 && text.find_first_not_of("0123456789") == text.npos; }

int whole(std::string_view text) { return is_number(text) && text.size() < 4 ? std::stoi(std::string(text)) : 0; }

std::string joined(const std::vector<std::string>& all) {
  std::string made;
  for (const auto& each : all) made += (made.empty() ? "" : ",") + each;
  return made;
}

}  // namespace

kit::Verdict<LgKey> lg_key(std::string application_key, std::string secret) {
  kit::Refusals no;
  no.unless(is_plain(application_key, 200), "application_key",
            "Copy the application key from your account at LG Inform Plus: letters and digits, without spaces.");
  no.unless(is_plain(secret, 200), "secret", "Copy the secret that belongs to the key: letters and digits, without spaces.");
  if (no.any()) return no;
  return LgKey{std::move(application_key), std::move(secret)};
}

std::string_view code(FetchedEvery every) { return row(every).code; }
std::string_view words(FetchedEvery every) { return row(every).words; }
std::optional<FetchedEvery> read_fetched_every(std::string_view text) {
  const auto* found = std::ranges::find(rows, text, &EveryRow::code);
  return found == std::end(rows) ? std::nullopt : std::optional(found->every);
}
std::vector<FetchedEvery> all_fetched_every() {
  std::vector<FetchedEvery> all;
  for (const auto& each : rows) all.push_back(each.every);
  return all;
}
std::optional<kit::Moment> next_due(FetchedEvery every, kit::Moment last) {
  if (every == FetchedEvery::asked) return std::nullopt;
  return kit::Moment{last.seconds + std::int64_t{row(every).days} * 24 * 60 * 60};
}

std::vector<std::string> numbers_of(const TypedLgChoice& typed) {
  std::vector<std::string> all;
  const auto add = [&](std::string one) {
    if (!one.empty() && std::ranges::find(all, one) == all.end()) all.push_back(std::move(one));
  };
  for (const auto& each : typed.ticked) add(each);
  std::string one;
  for (const char c : typed.others + ' ') {
    if (std::string_view(" ,;\t\r\n").find(c) == std::string_view::npos) one += c;
    else add(std::exchange(one, {}));
  }
  return all;
}

kit::Verdict<LgChoice> lg_choice(const TypedLgChoice& typed, const std::vector<std::string>& known_areas) {
  LgChoice made{.data_set = typed.data_set,
                .metric_types = numbers_of(typed),
                .areas = typed.areas,
                .periods = whole(typed.periods),
                .licence = typed.licence,
                .every = read_fetched_every(typed.every).value_or(FetchedEvery::asked)};
  kit::Refusals no;
  no.unless(!made.data_set.empty() && made.data_set.size() <= 120, "data_set", "Give the data set a name of at most 120 letters.");
  no.unless(!made.metric_types.empty(), "others", "Choose at least one metric type, or type its number.");
  no.unless(made.metric_types.size() <= most_metric_types, "others", "Choose at most 60 metric types for one data set.");
  for (const auto& each : made.metric_types)
    no.unless(
        is_number(each), "others",
        kit::quoted(each) +
            " is not the number of a metric type. LG Inform shows it in the address of each indicator, such as 2145.");
  no.unless(std::ranges::find(known_areas, made.areas) != known_areas.end(), "areas", "Choose of which councils.");
  no.unless(made.periods >= 1 && made.periods <= most_periods, "periods",
            "Type how many of the newest periods: a whole number from 1 to 40.");
  no.unless(!made.licence.empty() && made.licence.size() <= 200, "licence", "Say under which licence the figures may be used.");
  no.unless(read_fetched_every(typed.every).has_value(), "every", "Choose how often they are fetched.");
  if (no.any()) return no;
  return made;
}

bool MetricType::is_open() const {
  return security.empty() || security == "Public" || security == "public" || security == "Open" || security == "None";
}

std::vector<std::string> data_requests(const LgChoice& choice, const std::vector<std::string>& area_codes) {
  std::vector<std::string> areas;
  if (choice.areas == all_of_england) areas.emplace_back("AllLaInCountry_England");
  else
    for (std::size_t from = 0; from < area_codes.size(); from += areas_together)
      areas.push_back(joined(
          {area_codes.begin() + static_cast<std::ptrdiff_t>(from),
           area_codes.begin() + static_cast<std::ptrdiff_t>(std::min(from + areas_together, area_codes.size()))}));
  std::vector<std::string> all;
  for (const auto& each : choice.metric_types)
    for (const auto& area : areas)
      all.push_back("data?value.valueType=raw&metricType=" + each + "&area=" + area +
                    "&period=latest:" + std::to_string(choice.periods) +
                    "&columnGrouping=valueType&rowGrouping=metricType&rowGrouping=period&rowGrouping=area");
  return all;
}

std::string signed_address(std::string_view base, std::string_view request, const LgKey& key) {
  auto address = std::string(base) + '/' + std::string(request) + (request.find('?') == request.npos ? '?' : '&') +
                 "ApplicationKey=" + kit::url_encoded(key.application_key);
  return address + "&Signature=" + kit::url_encoded(kit::in_base64(kit::hmac_sha1(key.secret, address)));
}

}  // namespace compare
