// GET and POST /comparators/lg-inform/key: the key by which LG Inform Plus is asked. Its secret is kept sealed and never shown again.
#include "compare/lg_inform_pages.h"
#include "compare/lg_inform_store.h"
#include "council/record_store.h"
#include "council/saying.h"
#include "kit/secret.h"
#include "parts/form.h"
#include "parts/form_page.h"
#include "parts/text.h"

namespace compare {
namespace {

using council::Desk;
using kit::Request;

parts::Page key_page(const Request& asked, Desk& desk, const kit::Refusals& no) {
  KeptLgKey key;
  {
    auto tx = desk.db.read();
    key = load_lg_key(tx);
  }
  auto page = parts::form_page(parts::Section::compare, no.any() ? "Error: The key to LG Inform Plus" : "The key to LG Inform Plus", no);
  auto& html = page.body;
  parts::error_summary(html, no);
  parts::thread(html,
                {{"Published figures", "/comparators"}, {"LG Inform Plus", "/comparators/lg-inform"}, {"The key", ""}},
                "Where you are");
  parts::title(html, "By which key does LG Inform Plus know us?");
  parts::lede(
      html,
      key.is_there()
          ? "A key was given on " + key.at.date().words() + ". A new one takes its place."
          : "None has been given. Your council’s account at LG Inform Plus has an application key, and a secret that belongs to it.");
  parts::form(html, "/comparators/lg-inform/key", desk.token, parts::Carries::fields, [&] {
    parts::carried(html, "key", kit::random_name());
    parts::input(html,
                 {"application_key", "Application key", "It says who asks, and is sent with each request.",
                  parts::error_of("application_key", no)},
                 no.any() ? asked.typed("application_key") : "");
    parts::secret_input(
        html,
        {"secret", "Secret",
         "It signs each request and is never sent. It is kept sealed under this server’s own key, and never shown again.",
         parts::error_of("secret", no)},
        "off");
    parts::buttons(html, [&] {
      parts::button(html, "Keep the key");
      if (key.is_there()) parts::button_named(html, "do", "remove", "Take the key away");
    });
  });
  return page;
}

parts::Reply show_key(const Request& asked, Desk& desk) { return key_page(asked, desk, {}); }

// What waited for a key, or failed for want of the right one.
void ask_again(kit::Transaction& tx, const Desk& desk) {
  const auto fetches = lg_fetches(tx);
  ask_for_fetch(tx, "", desk.asker.person, desk.now);
  for (const auto& choice : lg_choices(tx)) {
    const auto* last = fetch_of(fetches, choice.data_set);
    if (!choice.gone && (!last || last->state != LgFetch::State::done)) ask_for_fetch(tx, choice.data_set, desk.asker.person, desk.now);
  }
}

parts::Reply take_key(const Request& asked, Desk& desk) {
  const bool removes = asked.typed("do") == "remove";
  std::optional<LgKey> key;
  if (!removes) {
    auto read = lg_key(asked.typed("application_key"), asked.typed("secret"));
    if (!read) return key_page(asked, desk, read.refusals());
    key = *read;
  }

  auto tx = desk.db.write();
  auto deed = council::deed_of(desk, removes ? "key taken away" : "key given", "LG Inform Plus", "", "lg inform key " + asked.typed("key"));
  deed.moves = council::Moves::nothing;
  const auto recorded = council::record(tx, std::move(deed));
  if (recorded.is_new()) {
    add_lg_key(tx, *desk.key, key, desk.asker.person, desk.now, recorded.id);
    if (!removes) ask_again(tx, desk);
  }
  tx.commit();

  return council::see_other(desk, "/comparators/lg-inform",
                            removes ? "The key was taken away. Nothing is fetched any more."
                                    : "The key is kept. The list of metric types is fetched first.");
}

}  // namespace

const council::Routes& lg_key_routes() {
  using council::May;
  using kit::Method;
  static const council::Routes all = {
      {Method::get, "/comparators/lg-inform/key", May::set_calendar, show_key, "The key by which LG Inform Plus is asked"},
      {Method::post, "/comparators/lg-inform/key", May::set_calendar, take_key, "Keeps a key to LG Inform Plus, or takes it away"},
  };
  return all;
}

}  // namespace compare
