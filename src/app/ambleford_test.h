// For tests: Ambleford with people who sign in, asked through the whole program but for the network. Not a demo, and not asked from
// the machine that runs it. Made once a test program; each test changes a copy of its own.
#pragma once
#include <gtest/gtest.h>

#include <sstream>

#include "../../tests/support/on_both.h"
#include "app/commands.h"
#include "app/demo.h"
#include "app/demo_compare.h"
#include "app/demo_reports.h"
#include "app/demo_work.h"
#include "app/edge.h"
#include "collect/entry_store.h"
#include "collect/evidence_store.h"
#include "collect/proposal_store.h"
#include "council/cover_store.h"
#include "council/letter_store.h"
#include "council/record_store.h"
#include "council/session_store.h"
#include "exchange/ambleford.h"
#include "exchange/intake_store.h"
#include "kit/csrf.h"

namespace app::tests {

using kit::Method;

// Who tries. All but those whose role spans the council are of the service for special needs, or of none. Their BBF09 waits for its
// check; so does SAT03, of another service.
struct Tries {
  std::string role, person;
};
inline const std::vector<Tries> people = {{"nobody", ""},
                                   {"officer", "f.aziz"},
                                   {"service_manager", "p.shah"},
                                   {"head_of_service", "e.thorne"},
                                   {"corporate_leadership", "a.mbeki"},
                                   {"portfolio_member", "c.asante"},
                                   {"scrutiny_member", "c.crane"},
                                   {"performance_team", "i.greaves"},
                                   {"internal_audit", "l.whitfield"},
                                   {"administrator", "s.nwachukwu"}};

struct Got {
  int status = 0;
  std::string to, body;
  bool is_refused() const { return status == 401 || status == 403 || (status == 303 && to.starts_with("/sign-in?next=")); }
};
inline std::string words(const Got& got) { return std::to_string(got.status) + (got.to.empty() ? "" : " to " + got.to); }

// Ambleford as each test finds it, in a folder that none of them opens: a closed database and the files beside it.
class AmblefordAsMade {
 public:
  static const std::filesystem::path& folder() {
    static const AmblefordAsMade only;
    return only.folder_.path;
  }

 private:
  AmblefordAsMade() {
    const auto now = *kit::Moment::parse(demo_today);
    const auto db = open({folder_.path, ""});
    EXPECT_TRUE(exchange::bring_in(*db, exchange::ambleford(), "tests", now));
    begin_demo_compare(*db, folder_.path, now);
    begin_demo_work(*db, now);
    begin_demo_reports(*db, folder_.path, now);
    name_deputies(*db, now);
    keep_files(*db, now);
  }

  // 1 in the service for special needs, 2 in highways.
  static void name_deputies(kit::Database& db, kit::Moment now) {
    auto tx = db.write();
    const auto record = council::record(tx, {now, "tests", "deputy", "", "", "deputies"}).id;
    for (const auto& [person, deputy] : {std::pair("f.aziz", "o.madeley"), std::pair("n.tebbutt", "e.nwosu")})
      council::add_cover(
          tx, {.person = person, .deputy = deputy, .first_day = now.date(), .last_day = now.date().plus(9), .at = now},
          record);
    tx.commit();
  }

  // With BBF09 and with SAT03.
  void keep_files(kit::Database& db, kit::Moment now) {
    auto tx = db.write();
    const auto record = council::record(tx, {now, "tests", "evidence", "", "", "evidence"}).id;
    for (const auto& [id, code] : {std::pair("own", "BBF09"), std::pair("others", "SAT03")}) {
      const std::string content = std::string("evidence of ") + code;
      auto file = *collect::evidence_of("evidence.txt", content, 1000);
      file.id = id;
      tx.each({"by code", "select indicator from definition where code = :code", ""}, {{"code", std::string(code)}},
              "i", [&](const kit::Row& row) { file.indicator = row.integer(0); });
      file.period = *calendar::read_slug("2025-10");
      file.at = now;
      collect::keep_bytes(folder_.path, file.fingerprint, content);
      collect::add_evidence(tx, file, record);
    }
    collect::Reopening reopening;
    tx.each({"by code", "select indicator from definition where code = 'BBF09'", ""}, {}, "i",
            [&](const kit::Row& row) { reopening.indicator = row.integer(0); });
    reopening.period = *calendar::read_slug("2025-09");
    reopening.ends = {now.seconds + 86400};
    reopening.asked_by = "n.tebbutt";
    reopening.at = now;
    collect::add_reopening(tx, reopening, record);
    collect::Proposal proposal;
    proposal.indicator = reopening.indicator;
    proposal.proposed_by = "n.tebbutt";
    proposal.at = now;
    collect::add_proposal(tx, proposal, record);
    council::queue(tx, {"tests", "f.aziz", "f.aziz@ambleford.example", "A letter that waits", "", ""}, now);
    tx.commit();
  }

  ::tests::TemporaryFolder folder_;
};

class Ambleford {
 public:
  Ambleford() {
    const auto data = folder_.path / "data";
    std::filesystem::copy(AmblefordAsMade::folder(), data, std::filesystem::copy_options::recursive);
    clock_.set(*kit::Moment::parse(demo_today));
    db_ = open({data, ""});
    EdgeSettings settings;
    settings.pages = Pages::made_afresh;
    settings.data_folder = data;
    settings.counter = &counter;
    key_ = std::make_unique<kit::ServerKey>(kit::ServerKey::in_folder(settings.data_folder));
    edge_ = std::make_unique<Edge>(*db_, clock_, settings);
    site_ = std::make_unique<kit::Site>(edge_->site());
    sign_everybody_in();
  }

  // Accounts, sessions and tokens as they were: what an earlier try has ended begins again.
  void sign_everybody_in() {
    auto tx = db_->write();
    for (const auto& one : people) {
      if (one.person.empty()) continue;
      tx.run({"keep", "update evidence set removed_at = null", ""}, {});
      const kit::Values person = {{"person", one.person}};
      for (const char* table : {"session", "api_token"})
        tx.run({"forget", "delete from " + std::string(table) + " where person = :person", ""}, person);
      if (tx.run({"restore", "update account set state = 'active' where person = :person", ""}, person) == 0)
        tx.run({"account", "insert into account (person, email, password, factor, factor_step, state, signed_in_at, at, record) "
                           "values (:person, :person || '@ambleford.example', '', '', 0, 'active', 1763974800, 1, 1)", ""}, person);
      council::begin_session(tx, cookie(one.person), one.person, clock_.now(), "10.0.0.1", "test");
      tx.run({"token", "insert into api_token (fingerprint, person, name, ends, at) values (:fingerprint, :person, 'test', :ends, 1)", ""},
             {{"fingerprint", kit::fingerprint("token of " + one.person)}, {"person", one.person}, {"ends", clock_.now().seconds + 86400}});
    }
    tx.commit();
  }

  void it_is(const char* moment) {
    clock_.set(*kit::Moment::parse(moment));
    sign_everybody_in();
  }

  enum class By { cookie, token, ended_session };
  using Fields = std::vector<std::pair<std::string, std::string>>;
  Got ask(Method method, const std::string& path, const std::string& person, By by, const Fields& fields = {},
          const std::vector<kit::UploadedFile>& files = {}) {
    kit::Request asked;
    asked.files = files;
    asked.method = method;
    const auto question = path.find('?');
    asked.path = *kit::url_decoded(path.substr(0, question));
    if (question != path.npos) read_query(asked, path.substr(question + 1));
    asked.target = path;
    asked.peer = "10.0.0.1";
    asked.format = "html";
    asked.form = fields;
    if (by != By::token) {
      const auto session = cookie(by == By::cookie ? person : "ended " + person);
      asked.cookies.emplace_back("session", session);
      const kit::FormGuard guard(*key_, kit::Transport::plain);
      asked.form.emplace_back("token", guard.token(session));
    }
    if (!person.empty() && by == By::token) asked.headers.emplace_back("authorization", "Bearer token of " + person);
    const auto found = site_->routes.find(method, asked);
    if (!found.answer) return {404, "", ""};
    try {
      const auto answer = (*found.answer)(asked);
      Got got{answer.status, "", *answer.body};
      for (const auto& [name, value] : answer.headers)
        if (name == "Location") got.to = value;
      return got;
    } catch (const kit::Conflict&) {
      return {409, "", ""};
    }
  }

 public:
  kit::Database& db() { return *db_; }
  Edge& edge() { return *edge_; }
  assess::PageCounter counter{};  // of the pages that are opened

 private:
  static void read_query(kit::Request& asked, const std::string& query) {
    std::istringstream in(query);
    for (std::string part; std::getline(in, part, '&');) {
      const auto is = part.find('=');
      asked.query.emplace_back(part.substr(0, is), *kit::url_decoded(part.substr(is + 1)));
    }
  }
  static std::string cookie(const std::string& person) { return (person + std::string(43, '-')).substr(0, 43); }
  ::tests::TemporaryFolder folder_;
  kit::Clock clock_;
  std::unique_ptr<kit::Database> db_;
  std::unique_ptr<kit::ServerKey> key_;
  std::unique_ptr<Edge> edge_;
  std::unique_ptr<kit::Site> site_;
};

}  // namespace app::tests
