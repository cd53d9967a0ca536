"""Letters, to real mail servers: each goes out once, to one person, with everything due and links that lead to it; over TLS and to
nobody else; and whatever a mail server answers, or if it is not there, nothing is lost and nothing comes twice.

    letters_go.py sqlite|postgres
"""
import csv, html, pathlib, re, sys, threading, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import collecting, engines, postgres, servers, small_council  # noqa: E402
from letters import Certificate, Mailbox  # noqa: E402

AT, FROM = "https://performance.smallborough.example", "performance@smallborough.example"
BEGINS, REMINDS, LATER = "2025-06-30T12:00:00Z", "2025-07-03T09:00:00Z", "2025-07-03T09:{:02}:00Z"
PEOPLE = {"o0@smallborough.example", "o1@smallborough.example", "stranger@smallborough.example"}
ENGINE = "sqlite"


class Letters(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.after = engines.on(ENGINE)
        cls.new_place = staticmethod(cls.after.__enter__())

    @classmethod
    def tearDownClass(cls):
        cls.after.__exit__(None, None, None)

    def council(self):
        """A small council on the morning of the first reminder: nothing has been sent yet."""
        place = self.new_place()
        small_council.bring_in(place, self.new_place.work / f"sheets of {self.id()}", indicators=6, officers=2)
        servers.done("run-due", *place, "--clock", BEGINS)
        return place

    def go(self, place, mail, clock=REMINDS, *more):
        return servers.done("run-due", *place, "--clock", clock, "--address", AT, "--mail-from", FROM, "--smtp", mail.address, *more)

    def states(self, place):
        return dict(engines.ask(place, "select address, state from mail"))

    def problem(self, place, address="o0@smallborough.example"):
        return engines.ask(place, f"select problem from mail where address = '{address}'")[0][0]

    def to(self, letters):
        return sorted(one.to[0] for one in letters)

    # What is in them.

    def test_one_letter_a_person_lists_everything_with_links_in_both_parts(self):
        place = self.council()
        with Mailbox() as mail:
            self.go(place, mail)
            letters = mail.take()
            self.assertEqual(self.to(letters), sorted(PEOPLE))
            own = next(one for one in letters if one.to == ["o0@smallborough.example"])
            self.assertEqual((own.subject, str(own.message["From"]), str(own.message["To"]), own.sender),
                             ("Figures are due: 3", FROM, "o0@smallborough.example", FROM))
            for code in ("I000", "I002", "I004"):
                self.assertIn(f"{AT}/my-figures/{code}/2025-26-q1", own.links)
            self.assertNotIn("I001", own.plain, "another's figure")
            self.assertEqual(sorted(own.links),
                             sorted(html.unescape(link) for link in re.findall(r'href="([^"]*)"', own.html)),
                             "both parts lead to the same places")
            self.assertEqual(own.message["Auto-Submitted"], "auto-generated")
            self.go(place, mail)
            self.assertEqual(mail.take(), [])

    def test_the_links_lead_to_the_page_where_it_is_done(self):
        place = self.council()
        with Mailbox() as mail:
            self.go(place, mail)
            own = next(one for one in mail.take() if one.to == ["o0@smallborough.example"])
        with servers.Served(place, clock=REMINDS) as server:
            who = collecting.be(server.address, "o0")
            for link in own.links:
                self.assertEqual(who.get(link.removeprefix(AT)).status, 200, link)

    def test_a_title_that_would_end_a_header_does_not(self):
        place = self.new_place()
        sheets = self.new_place.work / "sheets with line ends"
        files = small_council.make(sheets, indicators=2, officers=2)
        with open(sheets / "indicators.csv", newline="", encoding="utf-8") as file:
            rows = list(csv.reader(file))
        rows[1][1] = "Cases\r\nBcc: everyone@elsewhere.example\r\n\r\n<script>zq7x()</script>"
        small_council.write(sheets, "indicators", rows[0], rows[1:])
        taken = servers.run("import", *place, "--clock", BEGINS, *files)
        if taken.returncode != 0:
            self.assertIn("title", taken.stdout + taken.stderr)
            return
        pathlib.Path(place[1], "demo").write_text(BEGINS + "\n")
        servers.done("run-due", *place, "--clock", BEGINS)
        with Mailbox() as mail:
            with servers.Served(place, clock="2025-07-02T09:00:00Z") as server:
                page = collecting.enter(collecting.be(server.address, "o0"), "I000", "2025-26-q1",
                                        note="Many cases came in May.", value=105)
                self.assertEqual(page.status, 200, page.words[:500])
                page = collecting.give_back(collecting.be(server.address, "c0"), "I000", "2025-26-q1",
                                            "Which week?\r\n.\r\nBcc: everyone@elsewhere.example")
                self.assertEqual(page.status, 200, page.words[:500])
            self.go(place, mail)
            letters = mail.take()
            back = [one for one in letters if one.subject.startswith("Came back")]
            self.assertEqual([one.to for one in back], [["o0@smallborough.example"]], self.states(place))
            self.assertRegex(back[0].plain, r"Which week\?\s+\.\s+Bcc: everyone", "a line with a full stop alone does not end a letter")
            for one in letters:
                self.assertEqual(len(one.to), 1)
                self.assertIsNone(one.message["Bcc"])
                self.assertNotIn("<script>", one.html)

    # To whom, over what.

    def test_over_TLS_to_a_server_that_somebody_vouches_for_and_no_other(self):
        folder = self.new_place.work
        known, forged = Certificate(folder), Certificate(folder, "elsewhere.example")
        secret = folder / "password"
        secret.write_text("four calm words\n")
        for at_once in (False, True):
            place = self.council()
            with Mailbox(certificate=known, at_once=at_once, password="four calm words") as mail:
                self.go(place, mail)
                self.assertEqual(mail.take(), [], "nobody whom this machine trusts vouches for it")
                self.assertEqual(set(self.states(place).values()), {"waiting"})
                self.assertRegex(self.problem(place).lower(), "certificate")
                self.go(place, mail, LATER.format(2), "--smtp-ca-file", forged.file)
                self.go(place, mail, LATER.format(9), "--smtp-ca-file", known.file)
                self.assertEqual(mail.take(), [], "without its password")
                self.assertEqual(set(self.states(place).values()), {"waiting"}, "a wrong password is put right, and loses nothing")
                self.go(place, mail, LATER.format(40), "--smtp-ca-file", known.file, "--smtp-user", "goldenthread",
                        "--smtp-password-file", secret)
                self.assertEqual(self.to(mail.take()), sorted(PEOPLE))
            with Mailbox(certificate=forged, at_once=at_once) as mail:
                place = self.council()
                self.go(place, mail, REMINDS, "--smtp-ca-file", forged.file)
                self.assertEqual(mail.take(), [], "a certificate of another name")

    def test_a_server_without_TLS_gets_nothing_unless_that_was_asked_for(self):
        place = self.council()
        with Mailbox() as mail:
            servers.done("run-due", *place, "--clock", REMINDS, "--address", AT, "--mail-from", FROM, "--smtp",
                         mail.address.replace("smtp-plain", "smtp"))
            self.assertEqual(mail.take(), [])
            self.assertEqual(set(self.states(place).values()), {"waiting"})

    # What a mail server may answer.

    def test_a_server_that_is_away_loses_nothing(self):
        place, port = self.council(), servers.free_port()
        away = Mailbox(port=port)
        self.go(place, away)
        self.assertEqual(set(self.states(place).values()), {"waiting"})
        self.assertNotEqual(self.problem(place), "", "the failure is to be seen")
        with Mailbox(port=port) as mail:
            self.go(place, mail, LATER.format(0))
            self.assertEqual(mail.take(), [], "not yet: it is asked again after a minute")
            self.go(place, mail, LATER.format(2))
            self.assertEqual(self.to(mail.take()), sorted(PEOPLE))
            self.go(place, mail, "2025-07-03T23:00:00Z")
            self.assertEqual(mail.take(), [])

    def test_greylisting_is_waited_out(self):
        place = self.council()
        with Mailbox() as mail:
            mail.later_at_first()
            self.go(place, mail)
            self.assertEqual((mail.take(), mail.turned_away), ([], len(PEOPLE)), "each is asked for again, not only the first")
            self.assertIn("451", self.problem(place))
            self.go(place, mail, LATER.format(1))
            self.assertEqual(self.to(mail.take()), sorted(PEOPLE))

    def test_a_reader_who_is_refused_is_seen_and_holds_up_nobody(self):
        place = self.council()
        with Mailbox() as mail:
            mail.refuse("o0@smallborough.example")
            self.go(place, mail)
            self.assertEqual(self.to(mail.take()), sorted(PEOPLE - {"o0@smallborough.example"}))
            self.assertEqual(self.states(place)["o0@smallborough.example"], "bounced")
            self.assertIn("550", self.problem(place))
            mail.refuse()
            with servers.Served(place, clock=LATER.format(10)) as server:
                team = collecting.be(server.address, "team")
                page = team.get("/mail")
                self.assertIn("1 could not be delivered", page.words)
                self.assertIn("550", page.words)
                page = team.submit(page, page.form("/again"), "")
                self.assertEqual(page.status, 200)
            self.go(place, mail, LATER.format(20))
            self.assertEqual(self.to(mail.take()), ["o0@smallborough.example"])

    def test_a_server_that_does_not_know_the_sender_is_put_right_and_loses_nothing(self):
        place = self.council()
        with Mailbox() as mail:
            mail.know_no_sender()
            self.go(place, mail)
            self.assertEqual(set(self.states(place).values()), {"waiting"})
            self.assertIn("553", self.problem(place))
            mail.know_no_sender(False)
            self.go(place, mail, LATER.format(2))
            self.assertEqual(self.to(mail.take()), sorted(PEOPLE))

    def test_several_servers_send_each_letter_once(self):
        place = self.council()
        with Mailbox() as mail:
            together = [threading.Thread(target=self.go, args=(place, mail)) for _ in range(4)]
            for one in together:
                one.start()
            for one in together:
                one.join()
            self.assertEqual(self.to(mail.take()), sorted(PEOPLE))

    # By cron or by itself.

    def test_run_due_does_what_a_running_server_does(self):
        moments = [
            BEGINS, "2025-07-01T06:00:00Z", REMINDS, "2025-07-17T08:00:00Z", "2025-07-22T08:00:00Z",
            "2025-07-26T08:00:00Z", "2025-08-01T09:00:00Z"
        ]
        by_cron, by_itself = self.new_place(), self.new_place()
        for place in (by_cron, by_itself):
            small_council.bring_in(place, self.new_place.work / "sheets of both", indicators=4, officers=2)
        for clock in moments:
            servers.done("run-due", *by_cron, "--clock", clock)
            with servers.Served(by_itself, clock=clock):
                expected = engines.ask(by_cron, "select count(*) from happened")
                for _ in range(200):
                    if engines.ask(by_itself, "select count(*) from happened") == expected:
                        break
                    threading.Event().wait(0.05)
        for query in ("select job, subject, due from happened where job <> 'start' order by due, job, subject",
                      "select key, address, subject, state from mail order by key",
                      "select what, subject, detail from record order by id"):
            self.assertEqual(engines.ask(by_cron, query), engines.ask(by_itself, query))
        self.assertGreater(len(engines.ask(by_cron, "select key from mail")), 8)


if __name__ == "__main__":
    ENGINE = sys.argv.pop(1)
    if ENGINE == "postgres" and not postgres.programs():
        print("PostgreSQL is not installed here (package postgresql-15), so its half is not tested.")
    else:
        unittest.main(verbosity=2)
