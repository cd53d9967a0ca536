// The packs that every council begins with (sources 000 to 004).
#include "report/pack.h"

namespace report {
namespace {

using calendar::Frequency;
using indicator::Kind;

Section section(std::string name, Shows shows, std::string title, Choice choice = {}, Grouping by = Grouping::none) {
  return {std::move(name), shows, std::move(title), std::move(choice), by, 0};
}
Choice of(Kind kind) { return {.kinds = {kind}}; }

Section paper() { return section("paper", Shows::paper, "Covering paper"); }
Section short_paper() { return section("paper", Shows::short_paper, "Covering paper"); }
Section others(Choice choice = {}) { return section("others", Shows::comparison, "Compared with others", std::move(choice)); }
Section own_words(std::string title) { return section("words", Shows::words, std::move(title)); }

std::vector<Section> core_sections() {
  return {own_words("In short"), section("summary", Shows::summary, "How the core indicators stand", of(Kind::core), Grouping::priority),
          section("exceptions", Shows::exceptions, "What needs attention", of(Kind::core)),
          section("core", Shows::indicators, "Core indicators", of(Kind::core), Grouping::priority),
          section("awaited", Shows::awaited, "Figures that are awaited", of(Kind::core))};
}

std::vector<Section> service_sections() {
  return {
      paper(),
      section("summary", Shows::summary, "How the indicators stand", {}, Grouping::priority),
      section("exceptions", Shows::exceptions, "What needs attention"),
      others(),
      section("core", Shows::indicators, "Appendix A: core indicators", of(Kind::core), Grouping::priority),
      section("service", Shows::indicators, "Appendix B: service indicators", of(Kind::service), Grouping::priority),
      section("health", Shows::indicators, "Appendix C: organisational health", of(Kind::organisational_health),
              Grouping::theme),
      section("awaited", Shows::awaited, "Figures that are awaited")};
}

std::vector<Section> health_sections() {
  const auto health = of(Kind::organisational_health);
  return {own_words("In short"),
          section("summary", Shows::summary, "How the council itself is doing", health, Grouping::theme),
          section("exceptions", Shows::exceptions, "What needs attention", health),
          section("health", Shows::indicators, "By theme", health, Grouping::theme),
          section("charts", Shows::charts, "One by one", health)};
}

std::vector<Section> joint_sections() {
  return {own_words("In short"), section("money", Shows::money, "Money"),
          section("summary", Shows::summary, "Performance by directorate", {}, Grouping::directorate),
          section("exceptions", Shows::exceptions, "What needs attention"),
          section("core", Shows::indicators, "Core indicators by directorate", of(Kind::core), Grouping::directorate)};
}

std::vector<Section> leadership_sections() {
  return {section("summary", Shows::summary, "Where we stand", {}, Grouping::directorate),
          section("exceptions", Shows::exceptions, "What needs attention"),
          section("awaited", Shows::awaited, "Figures that are awaited")};
}

std::vector<Section> scrutiny_sections() {
  return {short_paper(), section("summary", Shows::summary, "Change since last time", {}, Grouping::priority),
          section("exceptions", Shows::exceptions, "Core indicators that need attention", of(Kind::core)), others(),
          section("charts", Shows::charts, "Core indicators one by one", of(Kind::core))};
}

std::vector<Section> set_sections() {
  return {paper(), section("counts", Shows::set_counts, "The set in numbers"), section("changes", Shows::set_changes, "Changes to the set"),
          section("definitions", Shows::definitions, "Definitions", {}, Grouping::priority)};
}

std::vector<Section> place_sections() {
  const Choice place{.kinds = {Kind::place_based, Kind::contextual}};
  return {own_words("In short"),
          section("summary", Shows::summary, "What moves", place),
          section("district", Shows::published, "The district beside its neighbours"),
          section("place", Shows::indicators, "The place in our own figures", place),
          others(place),
          section("charts", Shows::charts, "One by one", place)};
}

Pack pack(std::string code, std::string title, std::string purpose, std::string audience, Frequency frequency,
          std::vector<Section> sections, std::vector<council::Role> readers) {
  Pack made;
  made.code = std::move(code);
  made.title = std::move(title);
  made.purpose = std::move(purpose);
  made.audience = std::move(audience);
  made.frequency = frequency;
  made.sections = std::move(sections);
  made.readers = std::move(readers);
  return made;
}

using enum council::Role;
const std::vector<council::Role> members = {portfolio_member, scrutiny_member}, leaders = {corporate_leadership};
const std::vector<council::Role> members_and_leaders = {portfolio_member, scrutiny_member, corporate_leadership};
const std::vector<council::Role> executive = {portfolio_member, corporate_leadership}, scrutiny = {scrutiny_member};

}  // namespace

const std::vector<Pack>& shipped_packs() {
  static const std::vector<Pack> all = {
      pack("core", "Monthly core indicators", "How the council’s core business is doing this month.", "All members",
           Frequency::monthly, core_sections(), members),
      pack("quarterly", "Quarterly performance report",
           "Core, service and organisational health indicators of the quarter, by commitment and theme.",
           "Executive and scrutiny", Frequency::quarterly, service_sections(), members_and_leaders),
      pack("health", "Organisational health", "Money, customers and workforce: how the council itself is doing.",
           "Corporate leadership", Frequency::quarterly, health_sections(), leaders),
      pack("finance-and-performance", "Finance and performance",
           "Money and performance read together, for the council and each directorate.", "Executive",
           Frequency::monthly, joint_sections(), executive),
      pack("leadership", "Exceptions for leadership", "What needs attention, worst first, and nothing else.",
           "Corporate leadership", Frequency::quarterly, leadership_sections(), leaders),
      pack("scrutiny", "Report to scrutiny",
           "What changed, what needs attention, and each core indicator with its chart.", "Scrutiny committee",
           Frequency::quarterly, scrutiny_sections(), scrutiny),
      pack("annual-set", "The indicator set of the year", "What the council measures this year, and what changed.",
           "Executive and scrutiny", Frequency::annual, set_sections(), members_and_leaders),
      pack("state-of-the-district", "State of the district", "How the place is doing: what no council decides alone.",
           "Everyone", Frequency::half_yearly, place_sections(), members_and_leaders),
  };
  return all;
}

}  // namespace report
