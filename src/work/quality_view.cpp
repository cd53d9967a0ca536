#include "work/quality_view.h"

#include <algorithm>

#include "collect/entry.h"
#include "kit/number.h"
#include "work/quality_words.h"

namespace work {
namespace {

struct Sums {
  int periods = 0, there = 0, late = 0, from_file = 0, changed = 0, changed_status = 0, returned = 0, calm = 0;
};

void add(Sums& sums, const Quality& quality) {
  sums.periods += quality.periods;
  sums.there += quality.there;
  sums.late += quality.late;
  sums.from_file += quality.from_file;
  sums.changed += quality.changed;
  sums.changed_status += quality.changed_status;
  sums.returned += quality.returned;
  sums.calm += quality.concerns.empty();
}

std::string number(int count) { return kit::with_commas(count, 0); }

std::string lede_of(const Sums& sums, std::size_t indicators) {
  if (indicators == 0) return "There is no indicator within your reach.";
  if (sums.periods == 0) return "No figure has been due yet.";
  auto said = number(sums.calm) + " of " + number(static_cast<int>(indicators)) +
              (indicators == 1 ? " indicator has" : " indicators have") + " nothing to look at. " + number(sums.there) +
              " of " + number(sums.periods) +
              (sums.periods == 1 ? " figure that was due is" : " figures that were due are") + " there.";
  std::vector<std::string> parts;
  const auto part = [&](int count, std::string_view one, std::string_view many) {
    if (count > 0) parts.push_back((count <= 10 ? kit::in_words(count) : number(count)) + " " + std::string(count == 1 ? one : many));
  };
  part(sums.late, "came late or has not come", "came late or have not come");
  part(sums.changed, "was changed after the report", "were changed after the report");
  part(sums.returned, "was returned by the checker", "were returned by the checker");
  return parts.empty() ? said : said + " " + capital(listed(parts)) + ".";
}

std::string beside_of(const Sums& sums) {
  if (sums.from_file == 0) return "";
  return capital(sums.from_file <= 10 ? kit::in_words(sums.from_file) : number(sums.from_file)) +
         (sums.from_file == 1 ? " figure was" : " figures were") +
         " brought in from files, which do not say when they were entered: of those, lateness cannot be told.";
}

bool fits(const Quality& quality, const std::string& what) {
  if (what.empty()) return true;
  if (what == "nothing") return quality.concerns.empty();
  const auto concern = read_concern(what);
  return concern && quality.has(*concern);
}

std::string figure_words(const PeriodFacts& facts, const indicator::Definition& d) {
  if (facts.reported) return indicator::written(*facts.reported, d);
  if (!facts.is_there) return "None";
  if (facts.state == collect::State::given) return "On its way";
  return capital(std::string(collect::words(facts.state)));
}

std::string came_words(const PeriodFacts& facts, const std::optional<int>& days) {
  if (!facts.is_due()) return "Not due";
  if (!days) return "From a file";
  const auto late = std::to_string(*days) + (*days == 1 ? " day late" : " days late");
  if (!facts.came) return late + " so far";
  return *days == 0 ? "On time" : late;
}

std::string changed_words(const PeriodFacts& facts, const indicator::Definition& d) {
  std::string text;
  for (const auto& one : facts.replaced)
    text += (text.empty() ? "Was " : "; was ") + indicator::written(one.was, d) + " until " + one.on.words() +
            (one.was_provisional ? ", provisional" : "") + (one.changed_status ? ", another status" : "");
  return text;
}

PeriodLine line_of(const PeriodFacts& facts, const indicator::Definition& d, kit::Date today) {
  const auto days = facts.days_late(today);
  return {facts, figure_words(facts, d), came_words(facts, days), changed_words(facts, d), days};
}

std::string one_lede(const Quality& quality) {
  if (quality.periods == 0 && quality.concerns.empty()) return "No figure has been due yet.";
  std::vector<std::string> headings;
  for (const auto& statement : quality.statements)
    if (statement.to_look_at) headings.push_back(std::string(code(statement.dimension)));
  if (headings.empty()) return "There is nothing to look at under any of the six headings.";
  return capital(kit::in_words(static_cast<int>(headings.size()))) + " of six headings " +
         (headings.size() == 1 ? "has" : "have") + " something to look at: " + listed(headings) + ".";
}

}  // namespace

QualityView quality_view(const assess::Picture& picture, const std::vector<QualityFacts>& all,
                         const council::Asker& asker, const QualityNarrowing& to, kit::Date today) {
  QualityView view;
  Sums sums;
  for (const auto& facts : all) {
    const auto& d = *facts.definition;
    if (council::why_not(council::May::see_completion, asker, collect::subject_of(d)).any()) continue;
    ++view.all;
    const auto* unit = picture.council.unit(d.service);
    QualityLine line{d.code,
                     d.title,
                     d.service,
                     unit ? unit->name : "",
                     quality(facts, today),
                     facts.control ? std::string(collect::code(facts.control->result)) : ""};
    add(sums, line.quality);
    if (unit && std::ranges::find(view.services, std::pair(d.service, unit->name)) == view.services.end())
      view.services.emplace_back(d.service, unit->name);
    if ((to.service.empty() || d.service == to.service) && fits(line.quality, to.what)) view.lines.push_back(std::move(line));
  }
  std::ranges::sort(view.services, {}, &std::pair<std::string, std::string>::second);
  std::ranges::stable_sort(view.lines, [](const auto& a, const auto& b) { return is_worse(a.quality, b.quality); });
  view.lede = lede_of(sums, view.all);
  view.beside = beside_of(sums);
  return view;
}

OneQualityView one_quality_view(const assess::Picture& picture, const QualityFacts& facts, kit::Date today) {
  const auto& d = *facts.definition;
  const auto* unit = picture.council.unit(d.service);
  OneQualityView view{d.code, d.title, unit ? unit->name : "", "", quality(facts, today), {}};
  view.lede = one_lede(view.quality);
  for (auto period = facts.periods.rbegin(); period != facts.periods.rend(); ++period) view.periods.push_back(line_of(*period, d, today));
  return view;
}

}  // namespace work
