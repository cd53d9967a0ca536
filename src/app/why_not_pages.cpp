// The route: GET /help/why-not/{rule}
#include "app/why_not_pages.h"

#include <algorithm>

#include "assess/picture_store.h"
#include "kit/quote.h"
#include "parts/error_page.h"
#include "parts/text.h"

namespace app {
namespace {

using council::Asker;
using council::May;
using council::Rule;

std::string capital(std::string words) {
  if (!words.empty() && words[0] >= 'a' && words[0] <= 'z') words[0] = static_cast<char>(words[0] - 32);
  return words;
}

std::string joined(const std::vector<std::string>& all) {
  std::string text;
  for (std::size_t i = 0; i < all.size(); ++i) text += (i == 0 ? "" : i + 1 == all.size() ? " and " : ", ") + all[i];
  return text;
}

std::string roles_words(const std::vector<council::Role>& roles) {
  std::vector<std::string> all;
  for (const auto role : roles) all.emplace_back(council::words(role));
  return joined(all);
}

std::string reach_words(const Asker& asker, const council::Council& council) {
  if (council::spans_the_council(asker.role)) return "You reach the whole council.";
  std::vector<std::string> names;
  for (const auto& code : asker.units) {
    const auto* unit = council.unit(code);
    if (unit && !unit->gone) names.push_back(unit->name);
  }
  return names.empty() ? "No service is within your reach." : "Within your reach: " + joined(names) + ".";
}

void on_the_object(std::vector<std::string>& why, May may, const Asker& asker, const council::Council& council, const AskedOf& of) {
  const auto named = [&](const std::string& person) { return asker.is_or_covers(person); };
  const auto says = [&](const std::string& person, std::string_view part) {
    const auto* known = council.person(person);
    if (known) why.push_back(capital(std::string(part)) + ": " + known->name + (known->job.empty() ? "" : ", " + known->job) + ".");
    else why.push_back("Nobody is its " + std::string(part) + ".");
  };
  if (!council::why_not(may, asker, of.subject).any()) return why.push_back("You may do this with " + of.name + ".");
  if (may == May::enter_figures || may == May::see_entries || may == May::propose_change) {
    if (!named(of.subject.owner) && !named(of.subject.deputy))
      why.push_back("You are neither owner nor deputy of " + of.name + ", and cover for neither.");
    says(of.subject.owner, "owner");
  }
  if (may == May::check_figures || may == May::see_entries || may == May::propose_change) {
    if (!named(of.subject.checker)) why.push_back("You are not the checker of " + of.name + ", and do not cover for them.");
    says(of.subject.checker, "checker");
  }
  if (!asker.reaches(of.subject.service) && may != May::check_figures && may != May::enter_figures)
    why.push_back(of.name + " belongs to " + (of.service.empty() ? "no service" : of.service) + ". " + reach_words(asker, council));
}

std::string title_of(const Rule& rule, bool allowed) {
  const std::string what(rule.what);
  return allowed ? "You may " + what : "Why you may not " + what;
}

}  // namespace

std::vector<std::string> reasons(May may, const Asker& asker, const council::Council& council, const AskedOf* of) {
  const auto& rule = council::rule_of(may);
  std::vector<std::string> why;
  if (!council::why_not(may, asker).any()) {
    if (of) on_the_object(why, may, asker, council, *of);
    else
      why.push_back(
          "Your role lets you. For a single indicator it depends on whether you are its owner, deputy or checker, and which services you reach. " +
          (asker.is_signed_in() ? reach_words(asker, council) : std::string()));
    return why;
  }
  if (may == May::travel_in_time) why.push_back("This is not a demo council that is served on this machine alone.");
  else if (!asker.is_signed_in()) why.push_back("You have not signed in.");
  else if (!rule.roles.empty())
    why.push_back("Your role is " + std::string(council::words(asker.role)) + ". This is for: " + roles_words(rule.roles) + ".");
  return why;
}

namespace {

parts::Reply why_not_page(const kit::Request& asked, council::Desk& desk) {
  const auto may = council::read_may(asked.value("rule"));
  if (!may) return parts::error_page(404, "There is no rule of that name. The list of rules is in the help: Who may do what.");
  const auto picture = assess::picture_for({}, desk);
  const auto& rule = council::rule_of(*may);

  std::optional<AskedOf> of;
  if (const auto* kept = picture->find(asked.asked("indicator")); kept && !council::why_not(May::read, desk.asker).any()) {
    const auto& d = kept->now();
    const auto* unit = picture->council.unit(d.service);
    of = AskedOf{d.code + " " + d.title, {d.owner, d.checker, d.deputy, d.service, d.portfolio}, unit ? unit->name : ""};
  }
  const bool allowed = of ? !council::why_not(*may, desk.asker, of->subject).any() : !council::why_not(*may, desk.asker).any();

  parts::Page page;
  page.title = title_of(rule, allowed);
  page.section = parts::Section::help;
  page.has_data = false;
  auto& html = page.body;
  parts::title(html, page.title);
  parts::lede(html, capital(std::string(rule.who)) + " may " + std::string(rule.what) + ".");
  parts::heading(html, allowed ? "What holds for you" : "Why not you");
  parts::list(html, [&] {
    for (const auto& reason : reasons(*may, desk.asker, picture->council, of ? &*of : nullptr)) parts::item(html, reason);
  });
  if (!allowed && !rule.instead.empty()) {
    parts::heading(html, "What to do");
    parts::paragraph(html, rule.instead);
    if (desk.asker.is_signed_in())
      parts::paragraph(
          html,
          "If your role or your services are wrong, ask an administrator to put them right. It counts from the next page on.");
  }
  parts::paragraph(html, [&] { parts::link(html, "/help/who-may", "Who may do what: all rules"); });
  return page;
}

}  // namespace

const council::Routes& why_not_routes() {
  static const council::Routes routes = {
      {kit::Method::get, "/help/why-not/{rule}", May::sign_in, why_not_page,
       "Why you may not do something, and what to do; ?indicator= asks it of one indicator"},
  };
  return routes;
}

}  // namespace app
