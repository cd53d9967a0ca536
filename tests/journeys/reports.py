"""Ambleford's reports of the first quarter of 2025/26: they run by themselves at the midnight that ends 31 July, are commented on, signed
off, published and told of at a real mail server; a correction the next day changes nothing in them; a second run, asked for and
approved, names exactly what differs. What may not be published turns up in no public form. Then the program is killed again and again
while reports run, and none is half there.

    reports.py sqlite|postgres
"""
import pathlib, random, sys, time, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import collecting, engines, servers  # noqa: E402
from letters import Mailbox  # noqa: E402
from played_quarter import AT  # noqa: E402
from reported_quarter import Play  # noqa: E402

FIRST = "/reports/quarterly/2025-26-q1-edition-1"
SECOND = "/reports/quarterly/2025-26-q1-edition-2"
PACKS_THAT_RUN = 6  # two monthly ones for June, four quarterly ones for the quarter


class Reports(unittest.TestCase):
    engine = "sqlite"

    def test_a_quarter_from_its_run_to_a_second_one(self):
        with engines.on(self.engine) as new_place, Mailbox() as mail:
            play = Play(new_place, mail)
            play.prepare()
            self.the_evening(play)
            self.the_run(play)
            self.the_review(play)
            self.published(play)
            self.a_correction(play)
            self.a_second_run(play)
            self.nothing_leaks(play)
            self.a_report_of_ones_own(play)
            self.the_set(play)
            play.server.__exit__()
            self.assertIn("unbroken chain", servers.done("check", *play.place))

    def the_evening(self, play):
        """Someone enters a figure, and nobody looks at it."""
        play.at("2025-07-31T20:00:00Z")
        play.begin()
        code = play.unchecked
        page = collecting.enter(play.people[play.definitions[code]["owner"]], code, "2025-26-q1",
                                note="Canary: nobody has checked this.", numerator="4711329", denominator="9999887",
                                next="It is checked in August.")
        self.assertEqual(page.status, 200, page.words[:900])
        self.assertIn("No report can be read yet. The next to run is", play.anybody().get("/reports").words)

    def the_run(self, play):
        """23:00 in Greenwich; once, and the same after a restart."""
        play.at("2025-07-31T22:59:55Z")
        self.assertEqual(play.editions(), 0)
        play.until(lambda: play.editions() == PACKS_THAT_RUN)
        play.at("2025-07-31T23:10:00Z")
        time.sleep(2)
        self.assertEqual(play.editions(), PACKS_THAT_RUN)
        told = play.people["d.pemberton"].get(FIRST + ".json").json
        self.assertEqual((told["as_at"], told["form"]), ("2025-07-31T23:00:00Z", "full"))
        facts = {one["indicator"]: one for one in told["facts"]}
        self.assertEqual(facts[play.unchecked]["mark"], "u")
        self.assertEqual(facts[play.suppressed]["mark"], "c")

    def the_review(self, play):
        self.assertEqual(play.people["c.crane"].get(FIRST).status, 404, "a draft is for those who review it")
        self.assertEqual(play.anybody().get(FIRST + "/public").status, 404)
        page = play.by("d.pemberton", FIRST + "/review", "/comment", words="Say more about home care.")
        self.assertIn("Say more about home care.", page.words)
        self.the_paper(play)
        self.assertEqual(
            play.by("i.greaves", FIRST + "/words/summary.words", "/words",
                    words="Canary: the contract under negotiation.", exempt="3").status, 200)
        self.assertIn("Canary: the contract", play.people["h.okonjo"].get(FIRST).words)
        self.assertIn("It can be published now.", play.by("h.okonjo", FIRST + "/review", "/sign-off").words)
        self.assertNotIn("/comment", play.people["h.okonjo"].get(FIRST + "/review").text, "nothing is commented on afterwards")

    def the_paper(self, play):
        """One form for all of it: two write at once, and neither loses anything."""
        ours, theirs = play.people["i.greaves"], play.people["h.okonjo"]
        page, other = ours.get(FIRST + "/paper"), theirs.get(FIRST + "/paper")
        page = ours.submit(
            page,
            page.form("/paper").fill_all({"paper.purpose": "To show the first quarter.", "paper.legal": "None arise."}))
        self.assertIn("Saved: two parts.", page.words)
        page = theirs.submit(
            other,
            other.form("/paper").fill_all({"paper.purpose": "Something else.", "paper.equality": "None arise either."}))
        self.assertEqual(page.status, 422)
        self.assertIn("Somebody has written here since you opened the form.", page.words)
        self.assertIn("To show the first quarter.", page.words)
        other = theirs.get(FIRST + "/paper")
        page = theirs.submit(other, other.form("/paper").fill_all({"paper.equality": "None arise either."}), "Save and go on writing")
        self.assertEqual(page.path, FIRST + "/paper")
        self.assertIn("Three of 27 parts are written.", page.words)
        page = ours.get(FIRST)
        for line in ("1 Purpose of the report", "1.1 To show the first quarter.", "2 Implications",
                     "2.1 Legal and governance", "2.2 Equality"):
            self.assertIn(line, page.words)
        self.assertEqual(
            engines.ask(play.place, "select slot, by_person from report_words where slot like 'paper.%' order by slot"),
            [("paper.equality", "h.okonjo"), ("paper.legal", "i.greaves"), ("paper.purpose", "i.greaves")])

    def a_list(self, play):
        """A committee of one who is a reader by role too, one officer, and outsiders, one of whom cannot be reached."""
        wanted = {
            "name": "Corporate Scrutiny Committee",
            "people": f"{play.emails['c.crane']}\n{play.emails[self.officer(play)]}", "outside": "no address"
        }
        page = play.by("i.greaves", "/reports/lists/new", "/reports/lists/new", **wanted)
        self.assertEqual(page.status, 422)
        self.assertIn("is no e-mail address", page.words)
        page = play.by("i.greaves", "/reports/lists/new", "/reports/lists/new",
                       **{**wanted, "outside": "Clerk@Parish.example\nclerk@parish.example\nnobody@parish.example"})
        self.assertIn("clerk@parish.example", page.words)
        self.assertEqual(play.by("i.greaves", "/reports/quarterly/change", "/change", **{"list-1": "yes"}).status, 200)
        for person in ("d.pemberton", "c.crane"):
            self.assertEqual(play.people[person].get("/reports/lists").status, 403)
        self.assertTrue(play.anybody().get("/reports/lists").path.startswith("/sign-in"), "first sign in")
        self.assertIn("Corporate Scrutiny Committee", play.people["i.greaves"].get(FIRST + "/review").words)
        told = "".join(
            str(row) for row in engines.ask(play.place, "select * from record") +
            engines.ask(play.place, "select * from particulars"))
        self.assertNotIn("parish.example", told, "the record names the list and never who is on it")

    def officer(self, play):
        return next(person for person in sorted(play.emails) if self.role_of(play, person) == "officer" and play.emails[person])

    def published(self, play):
        self.a_list(play)
        play.mail.take()
        play.mail.refuse("nobody@parish.example")
        self.assertIn("letters go out", play.by("i.greaves", FIRST + "/review", "/publish").words)
        readers = {
            email
            for person, email in play.emails.items()
            if self.role_of(play, person) in ("portfolio_member", "scrutiny_member", "corporate_leadership")
        }
        officer = play.emails[self.officer(play)]
        about, expected = "Published: Quarterly performance report, 2025/26 Q1", sorted([*readers, officer, "clerk@parish.example"])
        play.until(lambda: engines.ask(play.place, "select count(*) from mail where state = 'waiting'") == [("0",)])
        came = [letter for letter in play.mail.take() if letter.subject.startswith(about)]
        self.assertEqual(sorted(letter.to[0] for letter in came), expected, "each gets one letter, however they are reached")
        letters = play.told = {letter.to[0]: letter for letter in came}
        for address in (officer, "clerk@parish.example"):
            self.assertEqual([link for link in letters[address].links if "/reports/" in link], [AT + FIRST + "/public"])
            self.assertNotIn("Canary", letters[address].raw.decode())
        mail = play.people["i.greaves"].get("/mail").words
        self.assertIn("nobody@parish.example", mail)
        self.assertIn("Refused by the mail server", mail)
        crane = letters[play.emails["c.crane"]]
        self.assertEqual([link for link in crane.links if "/reports/" in link], [AT + FIRST])
        self.assertIn("rated against a target", crane.plain)
        self.assertIn("To show the first quarter.", play.people["c.crane"].get(FIRST).words)
        self.assertIn("To show the first quarter.", play.anybody().get("/reports/quarterly/2025-26-q1/public").words)

    def role_of(self, play, person):
        return engines.ask(play.place, f"select role from person where code = '{person}' order by edition desc")[0][0]

    def forms_of(self, play, path, person="d.pemberton"):
        who = play.people[person]
        return [who.get(path + form + ending).body for form in ("", "/public") for ending in (".json", ".csv")]

    def a_correction(self, play):
        """Approved the next day; the edition stays byte for byte what it was."""
        before = self.forms_of(play, FIRST)
        play.at("2025-08-01T09:00:00Z")
        code = play.corrected
        owner, checker = (play.people[play.definitions[code][role]] for role in ("owner", "checker"))
        page = owner.get(collecting.figure_path(code, "2025-26-q1"))
        form = page.form(field="reason")
        form.fill_all({
            "numerator": str(round(float(play.figure["numerator"]) * 0.9)), "denominator": play.figure["denominator"],
            "note": "Cases had been counted twice.", "next": "A check for doubles begins.",
            "reason": "Cases had been counted twice."
        })
        page = owner.submit(page, form)
        if page.status == 422:
            page = owner.submit(page, collecting.answered(page.form(field="reason"), "Checked against the list of cases.")[0])
        self.assertEqual(page.status, 200, page.words[:900])
        self.assertEqual(collecting.approve(checker, code, "2025-26-q1").status, 200)
        self.assertEqual(self.forms_of(play, FIRST), before)

    def a_second_run(self, play):
        """Asked for by one, approved by another; the difference names the corrected indicator and no other."""
        page = play.by("i.greaves", FIRST + "/review", "/rerun", reason="Cases had been counted twice.")
        self.assertIn("Another person decides", page.words)
        self.assertNotIn("/rerun/decide", play.people["i.greaves"].get(FIRST + "/review").text)
        page = play.by("d.pemberton", FIRST + "/review", "/rerun/decide", "Run it again")
        self.assertEqual((page.status, page.path), (200, SECOND + "/difference"))
        told = play.people["d.pemberton"].get(SECOND + "/difference.json").json
        self.assertEqual(told["answer"], f"They differ in one indicator: {play.corrected}.")
        self.assertEqual({one["indicator"] for one in told["changes"]}, {play.corrected})
        changed = {one["what"]: one for one in told["changes"]}
        self.assertEqual(changed["figure"]["why"], "Cases had been counted twice.")
        self.assertEqual(changed["note"]["is"].split(".")[0], "Cases had been counted twice")
        self.assertIn("Cases had been counted twice.", page.words)
        for step, person, page in (("/sign-off", "h.okonjo", SECOND), ("/publish", "i.greaves", SECOND)):
            self.assertEqual(play.by(person, page + "/review", step).status, 200)
        self.assertIn("The report was run again", play.anybody().get(FIRST + "/public").words)
        self.assertIn("To show the first quarter.", play.anybody().get(SECOND + "/public").words, "its words go on")

    def nothing_leaks(self, play):
        """All bytes of what anybody gets, without signing in."""
        anybody, canaries = play.anybody(), ("Canary", "4711329", "9999887", "47.11382", f"/{play.unlicensed}",
                                             f'"{play.unlicensed}"', "parish.example", "Corporate Scrutiny Committee",
                                             "nobody has checked", "three children", "under negotiation")
        paths = ["/reports", "/reports/quarterly", SECOND + "/difference"] + [edition + "/public" for edition in (FIRST, SECOND)]
        for path in [path + ending for path in paths for ending in ("", ".json", ".csv")] + [FIRST, FIRST + ".json"]:
            page = anybody.get(path)
            self.assertEqual(page.status, 200, path)
            everything = page.text + str(page.headers)
            for canary in canaries:
                self.assertFalse(canary in everything, f"{canary} is in {path}")
        self.assertIn("1 figure is suppressed", anybody.get(FIRST + "/public").words)
        full = play.people["c.crane"].get(FIRST).text
        for there in ("Canary: nobody has checked", "Canary: the contract", "Canary without licence"):
            self.assertIn(there, full, "members read it in full")

    def a_report_of_ones_own(self, play):
        """Made by form, tried, and run at its own moment."""
        page = play.by("i.greaves", "/reports/new?from=core", "/reports/new", code="housing-board",
                       title="Housing board", audience="The housing board")
        self.assertIn("These are its sections", page.words)
        self.assertEqual(
            play.by("i.greaves", "/reports/housing-board/sections/new", "/sections/new", title="Homes one by one",
                    shows="charts", kinds="core", directorate="PLACE").status, 200)
        preview = play.people["i.greaves"].get("/reports/housing-board/preview.json").json
        self.assertEqual(preview["parts"][-1]["title"], "Homes one by one")
        self.assertTrue(any(block["block"] == "chart" for block in preview["parts"][-1]["blocks"]))
        play.at("2025-08-31T22:59:57Z")
        editions = "select period from report_edition where pack = 'housing-board'"
        play.until(lambda: engines.ask(play.place, editions) == [("2025-07-01/P1M",)])

    def the_set(self, play):
        """The counts of the paper that the annual report is made after."""
        told = play.people["i.greaves"].get("/reports/annual-set/preview.json").json
        table = next(block for part in told["parts"] for block in part["blocks"]
                     if block["block"] == "table" and block["name"] == "counts_by_section")
        numbers = [[cell["text"] for cell in row["cells"]] for row in table["rows"]]
        self.assertEqual(numbers[-1], ["Total", "43", "86", "38", "167"])
        self.assertEqual([row[-1] for row in numbers[:-1]], ["27", "33", "3", "14", "45", "45"])

    def test_a_kill_while_reports_run_leaves_none_half_there(self):
        chance = random.Random(5)
        with engines.on(self.engine) as new_place, Mailbox() as mail:
            play = Play(new_place, mail)
            play.prepare()
            play.at("2025-07-31T20:00:00Z")
            play.until(lambda: engines.ask(play.place, "select count(*) from happened where job = 'reports'") == [("1",)])
            play.server.__exit__()
            seen = set()
            for kill in range(40):
                if play.editions() == PACKS_THAT_RUN:
                    break
                server = servers.Served(play.place, "--address", AT, clock="2025-07-31T23:00:01Z")
                time.sleep(chance.uniform(0, 0.1 + kill * 0.05))
                server.kill()
                server.__exit__()
                engines.settle(play.place)
                seen.add(play.editions())
                self.whole(play)
            play.at("2025-07-31T23:10:00Z")
            play.until(lambda: play.editions() == PACKS_THAT_RUN)
            self.whole(play)
            play.server.__exit__()
            self.assertIn("unbroken chain", servers.done("check", *play.place))
            print(f"killed {kill} times with {sorted(seen)} editions there", file=sys.stderr)

    def whole(self, play):
        documents = engines.ask(play.place, "select count(*) from report_document")[0][0]
        records = engines.ask(play.place, "select count(*) from record where what = 'report run'")[0][0]
        self.assertEqual((int(documents), int(records)), (2 * play.editions(), play.editions()))


if __name__ == "__main__":
    Reports.engine = sys.argv.pop(1) if len(sys.argv) > 1 and sys.argv[1] in ("sqlite", "postgres") else "sqlite"
    unittest.main()
