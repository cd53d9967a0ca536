#include "compare/lg_inform_jobs.h"

#include <algorithm>
#include <chrono>
#include <fstream>
#include <thread>

#include "compare/own_area_store.h"
#include "compare/published_copy_store.h"
#include "council/council_store.h"
#include "council/record_store.h"
#include "kit/number.h"
#include "kit/temporary_folder.h"
#include "kit/web_client.h"

namespace compare {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr milliseconds between_requests{250};
constexpr std::int64_t hour = 60 * 60;
constexpr int most_waits = 3, longest_wait = 60, most_tries = 6;  // waits: for one answer, in seconds; tries: of the whole fetch
constexpr std::chrono::minutes longest_fetch{20};
constexpr std::uint64_t most_bytes = 512u << 20;  // of one fetch

// Why a fetch came to nothing, and whether that may pass by itself.
struct Trouble {
  std::string sentence;
  bool may_pass = false;
  std::int64_t wait = 0;  // seconds, where the service says how long
};

Trouble trouble_of(const kit::WebAnswer& answer) {
  using How = kit::WebAnswer::How;
  const auto number = " (" + std::to_string(answer.status) + ")";
  switch (answer.how) {
    case How::unreachable: return {"LG Inform Plus could not be reached: " + answer.why + ".", true};
    case How::too_slow: return {"LG Inform Plus took longer than a minute to answer.", true};
    case How::too_large: return {"An answer of LG Inform Plus was larger than 16 MB and was not taken. Choose fewer periods."};
    case How::not_wanted: return {"The server was stopped while it was fetching.", true};
    case How::answered: break;
  }
  if (answer.status >= 300 && answer.status < 400)
    return {"LG Inform Plus leads to another address" + number + ". Goldenthread does not follow it."};
  if (answer.status == 401 || answer.status == 403)
    return {"LG Inform Plus does not accept the key or its signature" + number +
            ". Give the application key and its secret again."};
  if (answer.status == 429)
    return {"LG Inform Plus asks for a pause: it has been asked too much" + number + ".", true,
            answer.retry_after.value_or(0)};
  if (answer.status >= 500) return {"LG Inform Plus has a fault of its own" + number + ".", true, answer.retry_after.value_or(0)};
  return {"LG Inform Plus does not know what was asked for" + number + ". Look at the numbers of the metric types."};
}

class Asking {
 public:
  Asking(const FetchSettings& settings, LgKey key) : settings_(settings), key_(std::move(key)) {}

  // The body of the answer, or why there is none.
  std::optional<std::string> ask(const std::string& request, Trouble& trouble) {
    if (asked_++ > 0) pause(between_requests);
    for (int waits = 0;; ++waits) {
      if (Clock::now() - began_ > longest_fetch)
        return trouble = {"It took longer than 20 minutes, and was given up. Choose fewer metric types or councils.",
                          false},
               std::nullopt;
      auto answer = kit::ask_web(signed_address(settings_.address, request, key_), {.is_wanted = settings_.is_wanted});
      bytes_ += answer.body.size();
      if (bytes_ > most_bytes)
        return trouble =
                   {"All the answers together were larger than 512 MB, and were not taken. Choose fewer metric types or periods."},
               std::nullopt;
      if (answer.how == kit::WebAnswer::How::answered && answer.status == 200) return std::move(answer.body);
      trouble = trouble_of(answer);
      const auto wait = answer.retry_after.value_or(5 << (2 * waits));
      const bool asks_for_a_pause = answer.status == 429 || answer.status == 503;
      if (!asks_for_a_pause || waits == most_waits || wait > longest_wait) return std::nullopt;
      pause(std::chrono::seconds(wait));
    }
  }

 private:
  void pause(milliseconds how_long) const {
    const auto until = Clock::now() + how_long;
    while (Clock::now() < until && (!settings_.is_wanted || settings_.is_wanted()))
      std::this_thread::sleep_for(std::min(milliseconds(100), how_long));
  }

  const FetchSettings& settings_;
  LgKey key_;
  Clock::time_point began_ = Clock::now();
  std::uint64_t bytes_ = 0;
  int asked_ = 0;
};

struct Facts {
  LgFetch fetch;
  std::optional<LgKey> key;
  std::optional<LgChoice> choice;
  std::vector<std::string> areas;  // codes, where they are asked for one by one
  MetricTypes known;
  Authorities authorities;
};

// What the clock asks for by itself.
void add_what_fell_due(kit::Transaction& tx, kit::Moment now) {
  const auto fetches = lg_fetches(tx);
  for (const auto& choice : lg_choices(tx)) {
    const auto* last = fetch_of(fetches, choice.data_set);
    if (choice.gone || !last || last->is_open()) continue;
    const auto due = next_due(choice.every, last->due);
    if (due && *due <= now) ask_for_fetch(tx, choice.data_set, "goldenthread", now);
  }
}

bool is_anything_due(kit::Transaction& tx, kit::Moment now) {
  const auto choices = lg_choices(tx);
  const auto fetches = lg_fetches(tx);
  return std::ranges::any_of(fetches, [&](const LgFetch& each) {
    if (each.is_open()) return each.next_try <= now;
    const auto* choice = choice_of(choices, each.data_set);
    const auto due = choice && !choice->gone ? next_due(choice->every, each.due) : std::nullopt;
    return due && *due <= now;
  });
}

std::optional<LgFetch> claimed(kit::Database& db, kit::Moment now) {
  {
    auto tx = db.read();
    if (!is_anything_due(tx, now)) return std::nullopt;
  }
  auto tx = db.write();
  add_what_fell_due(tx, now);
  auto fetch = claim_fetch(tx, now);
  tx.commit();
  return fetch;
}

Facts gathered(kit::Database& db, kit::Moment now, LgFetch fetch, const kit::ServerKey& key) {
  auto tx = db.read();
  Facts facts{.fetch = std::move(fetch),
              .key = load_lg_key(tx).opened(key),
              .choice = {},
              .areas = {},
              .known = metric_types(tx),
              .authorities = {}};
  if (facts.fetch.data_set.empty()) return facts;
  const auto choices = lg_choices(tx);
  if (const auto* choice = choice_of(choices, facts.fetch.data_set); choice && !choice->gone) facts.choice = *choice;
  const auto own = council::load_council(tx, now, council::newest_record(tx)).setting("area_code");
  auto country = country_in(tx, now, own);
  if (facts.choice && facts.choice->areas != all_of_england) {
    for (const auto& list : country.lists)
      if ("list:" + list.name == facts.choice->areas) facts.areas = neighbours_of(tx, list, own);
    if (!facts.areas.empty()) facts.areas.insert(facts.areas.begin(), own);
  }
  facts.authorities = std::move(country.authorities);
  return facts;
}

std::optional<Trouble> lacking(const Facts& facts) {
  if (!facts.key) return Trouble{"There is no application key that this server can open. Give the key and its secret again."};
  if (facts.fetch.data_set.empty()) return std::nullopt;
  if (!facts.choice) return Trouble{"It is fetched no more."};
  if (facts.choice->areas != all_of_england && facts.areas.empty())
    return Trouble{
        "The list of neighbours that was chosen names none of this council any more. Choose the councils again."};
  if (facts.authorities.all().empty())
    return Trouble{"Bring in the register of authorities first: without it no council can be told from another."};
  return std::nullopt;
}

std::optional<MetricTypes> fetched_metric_types(Asking& asking, Trouble& trouble) {
  const auto answer = asking.ask(std::string(metric_types_request), trouble);
  if (!answer) return std::nullopt;
  auto read = read_metric_types(*answer);
  if (!read) return trouble = {read.refusals().all().front().sentence}, std::nullopt;
  return *read;
}

std::string what_was_asked(const LgChoice& choice) {
  const auto count = choice.metric_types.size();
  return "LG Inform Plus: " + std::to_string(count) + (count == 1 ? " metric type" : " metric types") +
         ", the newest " + std::to_string(choice.periods) + (choice.periods == 1 ? " period" : " periods");
}

struct Brought {
  Load load;
  PublishedFile file;
};

// Every answer into one file of published figures, which is then read as any other is.
std::optional<Brought> fetched_figures(const Facts& facts, Asking& asking, const FetchSettings& settings,
                                       kit::Moment now, Trouble& trouble) {
  const kit::TemporaryFolder folder;
  std::ofstream csv(folder.file("figures.csv"), std::ios::binary);
  LgFile file(csv, facts.known);
  for (const auto& request : data_requests(*facts.choice, facts.areas)) {
    const auto answer = asking.ask(request, trouble);
    if (!answer) return std::nullopt;
    if (const auto no = file.add(*answer); no.any()) return trouble = {no.all().front().sentence}, std::nullopt;
  }
  csv.close();
  if (!csv) throw kit::Failure("What was fetched could not be written down. Is the disk full?");
  if (file.rows() == 0)
    return trouble = {"LG Inform Plus has no figure of what was asked for. Look at the numbers of the metric types."},
           std::nullopt;

  Brought made{.load = {.data_set = facts.choice->data_set,
                        .publisher = "LG Inform Plus, Local Government Association",
                        .licence = facts.choice->licence,
                        .file = what_was_asked(*facts.choice),
                        .at = now},
               .file = {}};
  std::ifstream in(folder.file("figures.csv"), std::ios::binary);
  auto read = read_and_keep(duck_in(settings.data_folder), in, facts.authorities, {.title = facts.choice->data_set}, made.load);
  if (!read) return trouble = {read.refusals().all().front().sentence}, std::nullopt;
  made.file = std::move(*read);
  for (const auto& source : file.sources()) made.file.remarks.push_back("Figures come from: " + source + ".");
  return made;
}

std::int64_t pause_after(int tries) {
  static constexpr std::int64_t pauses[] = {hour / 4, hour, 4 * hour, 12 * hour};
  return pauses[std::clamp(tries, 1, 4) - 1];
}

void give_up(LgFetch& fetch, const Trouble& trouble, kit::Moment now, bool is_wanted) {
  fetch.problem = trouble.sentence;
  if (trouble.may_pass && fetch.tries < most_tries) {
    fetch.state = LgFetch::State::waiting;
    fetch.next_try = is_wanted ? kit::Moment{now.seconds + std::max(trouble.wait, pause_after(fetch.tries))} : now;
    return;
  }
  fetch.state = LgFetch::State::failed;
  fetch.ended = now;
}

council::Deed deed(const LgFetch& fetch, kit::Moment now, std::string what, std::string subject, std::string detail) {
  return {.at = now,
          .who = fetch.by,
          .what = std::move(what),
          .subject = std::move(subject),
          .detail = std::move(detail),
          .key = "lg inform " + std::to_string(fetch.id),
          .moves = council::Moves::what_is_read,
          .particulars = {}};
}

std::string commas(std::int64_t count) { return kit::with_commas(static_cast<double>(count), 0); }

void keep_brought(kit::Transaction& tx, LgFetch& fetch, const Brought& brought, const std::string& data_folder, kit::Moment now) {
  const auto recorded = council::record(tx, deed(fetch, now, "published figures", brought.load.data_set,
                                                 commas(brought.file.taken) + " of " + commas(brought.file.found) +
                                                     " values fetched from LG Inform Plus"));
  fetch.load = add_load(tx, brought.load, brought.file, recorded.id);
  keep_copy(tx, data_folder, brought.load);
}

}  // namespace

std::optional<LgFetch> fetch_what_is_due(kit::Database& db, kit::Moment now, const FetchSettings& settings) {
  auto taken = claimed(db, now);
  if (!taken) return std::nullopt;
  const auto facts = gathered(db, now, std::move(*taken), *settings.key);
  auto fetch = facts.fetch;

  std::optional<MetricTypes> types;
  std::optional<Brought> brought;
  auto lacks = lacking(facts);
  Trouble trouble = lacks.value_or(Trouble{});
  if (!lacks) {
    Asking asking(settings, *facts.key);
    if (fetch.data_set.empty()) types = fetched_metric_types(asking, trouble);
    else brought = fetched_figures(facts, asking, settings, now, trouble);
  }

  auto tx = db.write();
  if (types || brought) fetch.state = LgFetch::State::done, fetch.problem.clear(), fetch.ended = now;
  else give_up(fetch, trouble, now, !settings.is_wanted || settings.is_wanted());
  if (types) keep_metric_types(tx, *types);
  if (brought) keep_brought(tx, fetch, *brought, settings.data_folder, now);
  settle_fetch(tx, fetch);
  tx.commit();

  return fetch;
}

}  // namespace compare
