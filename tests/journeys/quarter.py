"""Ambleford's first quarter of 2025/26, played as it went: the window opens, letters arrive at a real mail server, figures are
entered on their pages, in the grid, by workbook and by program, two come back, one is late, one is not available, all are checked,
the reports run at midnight, and a correction follows. Then the record is proved from end to end.

    quarter.py sqlite|postgres
"""
import json, pathlib, re, sys, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import collecting, engines, servers, workbooks  # noqa: E402
from letters import Mailbox  # noqa: E402
from played_quarter import AT, NOTE, QUARTER, SLUGS, Quarter  # noqa: E402
from visitor import Visitor  # noqa: E402


class FirstQuarter(unittest.TestCase):
    engine = "sqlite"

    def test_the_quarter_from_its_window_to_a_correction(self):
        with engines.on(self.engine) as new_place, Mailbox() as mail:
            play = Quarter(new_place, mail)
            play.prepare()
            self.assertGreater(len(play.figures), 81)
            self.before_the_window(play)
            self.reminders(play)
            self.entering(play)
            self.what_is_late(play)
            self.checking(play)
            self.the_run(play)
            self.a_correction(play)
            play.until(lambda: engines.ask(play.place, "select count(*) from mail where state <> 'sent'") == [("0",)])
            self.the_quality(play)
            play.server.__exit__()
            self.the_record(play)

    def before_the_window(self, play):
        play.at("2025-06-30T18:00:00Z")
        play.begin()
        code, period = next(key for key in sorted(play.figures) if key[1] == QUARTER)
        page = play.people[play.definitions[code]["owner"]].get(collecting.figure_path(code, SLUGS[period]))
        self.assertIn("opens on 1 July 2025", page.words)

    def reminders(self, play):
        play.at("2025-07-03T07:00:05Z")
        owners = {play.definitions[code]["owner"] for code, _ in play.figures}
        got = play.letters("Figures are due", len(owners))
        for owner in owners:
            for code, period in play.of("owner", owner):
                self.assertIn(f"{AT}/my-figures/{code}/{SLUGS[period]}", got[play.emails[owner]].links, owner)

    def entering(self, play):
        """By page, grid, workbook and program, owner after owner; one figure is left for later, one is not available."""
        play.at("2025-07-08T09:00:00Z")
        owners = sorted({play.definitions[code]["owner"] for code, _ in play.figures})
        everything = sorted(play.figures)
        self.late, self.delayed = [key for key in everything if key[1] == QUARTER][5], [key for key in everything if key[1] == QUARTER][9]
        ways = [self.by_page, self.in_the_grid, self.by_workbook, self.by_program]
        self.entered = {way.__name__: 0 for way in ways}
        for number, owner in enumerate(owners):
            mine = [key for key in play.of("owner", owner) if key not in (self.late, self.delayed)]
            way = ways[number % len(ways)]
            if mine:
                way(play, owner, mine)
                self.entered[way.__name__] += len(mine)
        self.assertTrue(all(count > 10 for count in self.entered.values()), self.entered)
        code, period = self.delayed
        page = collecting.enter(play.people[play.definitions[code]["owner"]], code, SLUGS[period],
                                expected_on="2025-08-15",
                                note="The national return is not out yet. It is expected in the middle of August.")
        self.assertEqual(page.status, 200, page.words[:600])
        for code, period in everything:
            self.assertEqual([row[0] for row in play.stored(code, period)], [] if
                             (code, period) == self.late else ["entered"], (code, period))

    def by_page(self, play, owner, mine):
        for code, period in mine:
            page = collecting.enter(play.people[owner], code, SLUGS[period], note=NOTE,
                                    next="It is looked at again in September.", **play.typed(code, period))
            self.assertEqual(page.status, 200, (code, page.words[:900]))

    def in_the_grid(self, play, owner, mine):
        who = play.people[owner]
        for period in sorted({period for _, period in mine}):
            page = who.get(f"/my-figures/many?period={SLUGS[period]}")
            form = page.form("/my-figures/many", field="note-0")
            numbers = {form.value(name): name.removeprefix("figure-") for name in form.names() if name.startswith("figure-")}
            for code, its in mine:
                if its == period:
                    at = numbers[f"{code} {SLUGS[period]}"]
                    form.fill_all({**{f"{name}-{at}": value for name, value in play.typed(code, period).items()}, f"note-{at}": NOTE})
            page = who.submit(page, form, "Save all")
            if page.status == 422:
                form = page.form("/my-figures/many", field="note-0")
                reasons = {
                    name: "It was counted twice and is right."
                    for name in form.names() if name.startswith("reason") and not form.value(name)
                }
                page = who.submit(page, form.fill_all(reasons), "Save all")
            self.assertEqual(page.status, 200, page.words[:900])

    def by_workbook(self, play, owner, mine):
        who = play.people[owner]
        book = who.get("/my-figures/workbook.xlsx").body
        sheet = workbooks.rows(book)
        column = {title: place for place, title in enumerate(sheet[0])}
        changes = {}
        for row, cells in enumerate(sheet[2:], 2):
            key = next((key for key in mine if key[0] == cells[0] and SLUGS[key[1]] in (
                cells[column["Period"]], {"2025/26 Q1": "2025-26-q1", "June 2025": "2025-06"}.get(cells[column["Period"]]))),
                       None)
            if not key:
                continue
            for name, value in play.typed(*key).items():
                changes[row, column[{"value": "Figure", "numerator": "Numerator", "denominator": "Denominator"}[name]]] = float(value)
            changes[row, column["What happened, and why"]] = NOTE
            changes[row, column["Reason, if unusual"]] = "It was counted twice and is right."
        start = who.get("/my-figures/workbook")
        page = who.upload(start, start.form("/my-figures/workbook"), "files", "mine.xlsx", workbooks.filled(book, changes))
        self.assertEqual(page.status, 200, page.words[:900])
        page = who.submit(page, page.form("/my-figures/many"), "Enter")
        self.assertEqual(page.status, 200, page.words[:900])

    def by_program(self, play, owner, mine):
        who = play.people[owner]
        page = who.get("/account")
        page = who.submit(page, page.form("/account/tokens").fill(token_name="The case system"))
        token = re.search(r"<strong[^>]*>([\w-]{30,})</strong>", page.text)[1]
        program = Visitor(play.server.address, headers={"Authorization": f"Bearer {token}"})
        reasons = {
            "outside_usual": "Counted twice.", "ten_times": "Counted twice.", "cumulative_fell": "Counted twice.",
            "target_mistyped": "Counted twice."
        }
        figures = [{"indicator": code, "period": period, "note": NOTE, "reasons": reasons, **play.typed(code, period)}
                   for code, period in mine]
        answer = program.ask("POST", "/api/entries", json.dumps(figures), {"Content-Type": "application/json", "Idempotency-Key": "Q1"})
        self.assertEqual(answer.status, 200, answer.text[:900])
        self.assertEqual(answer.json["entered"], len(mine))

    def what_is_late(self, play):
        """After 21 July it is late, said so by letter, and still accepted."""
        play.at("2025-07-22T12:00:00Z")
        code, period = self.late
        owner = play.definitions[code]["owner"]
        chased = play.letters("Figures are late")
        self.assertEqual(set(chased), {play.emails[owner]})
        self.assertIn("Late (1)", play.people[owner].get("/my-figures").words)
        page = collecting.enter(play.people[owner], code, SLUGS[period], note=NOTE,
                                next="It is looked at again in September.", **play.typed(code, period))
        self.assertEqual(page.status, 200, page.words[:900])

    def checking(self, play):
        """Two come back and are put right; the rest is approved, each after it has been opened."""
        self.back = back = [key for key in sorted(play.figures) if key not in (self.late, self.delayed)][20:60:39]
        for code, period in back:
            page = collecting.give_back(play.people[play.definitions[code]["checker"]], code, SLUGS[period],
                                        "Say in the note what changed since the last quarter.")
            self.assertEqual(page.status, 200, page.words[:600])
        returned = play.letters("Came back", len(back))
        for code, period in back:
            owner = play.definitions[code]["owner"]
            self.assertIn("Say in the note what changed", returned[play.emails[owner]].plain)
            page = collecting.enter(play.people[owner], code, SLUGS[period], note=NOTE + " Since the last quarter two posts were filled.")
            self.assertEqual(page.status, 200, page.words[:600])
        play.at("2025-07-24T09:00:00Z")
        for code, period in sorted(play.figures):
            page = collecting.approve(play.people[play.definitions[code]["checker"]], code, SLUGS[period])
            self.assertEqual(page.status, 200, (code, page.words[:600]))
        self.assertEqual([row[0] for row in play.stored(*back[0])], ["entered", "returned", "entered", "checked"])
        words = play.people["k.benali"].get("/completion?period=2025-26-q1").words
        with_a_figure = sum(period == QUARTER for _, period in [*play.figures, *play.computed])
        self.assertIn(f"{with_a_figure} of ", words)  # the others had no figure to be entered
        for code, period in play.computed:
            self.assertEqual(play.stored(code, period, columns="stage, computed, entered_by")[-1], ("checked", "1", ""), code)

    def the_run(self, play):
        """Midnight in London that ends 31 July is 23:00 in Greenwich."""
        play.at("2025-07-31T22:59:57Z")
        play.until(lambda: self.runs(play) == {"2025/26 Q1, quarterly", "June 2025, monthly"})
        for code, period in sorted(play.figures):
            told = play.stored(code, period, "figure", "state, value, numerator")
            self.assertEqual(len(told), 1, (code, period))
            typed = play.typed(code, period)
            if (code, period) == self.delayed:
                self.assertEqual(told[0][0], "delayed")
            else:
                exact = "value" if "value" in typed else "numerator"
                self.assertEqual(int(told[0][1 if exact == "value" else 2]), round(float(typed[exact]) * 10000), (code, period))
        self.assertGreater(len(play.computed), 2)
        for (code, period), one in play.computed.items():
            told = play.stored(code, period, "figure", "numerator, denominator, note")
            self.assertEqual([int(part) for part in told[0][:2]],
                             [round(float(one[part]) * 10000) for part in ("numerator", "denominator")], code)
            self.assertTrue(told[0][2].startswith("Computed from "), told)

    def runs(self, play):
        runs = engines.ask(play.place, "select subject from record where what = 'run' and subject not like 'May%'")
        return {subject for (subject,) in runs}

    def a_correction(self, play):
        play.at("2025-08-01T09:00:00Z")
        self.corrected = code, period = next(
            key for key in sorted(play.figures)
            if key[1] == QUARTER and "numerator" in play.typed(*key) and key not in (self.late, self.delayed))
        owner, checker = (play.people[play.definitions[code][role]] for role in ("owner", "checker"))
        typed = play.typed(code, period)
        page = owner.get(collecting.figure_path(code, SLUGS[period]))
        form = page.form(field="reason")
        form.fill_all({
            **typed, "numerator": str(round(float(typed["numerator"]) * 0.9)), "note": "Cases had been counted twice.",
            "next": "A check for doubles begins in August.", "reason": "Cases had been counted twice."
        })
        page = owner.submit(page, form)
        if page.status == 422:
            page = owner.submit(page, collecting.answered(page.form(field="reason"), "Checked against the list of cases.")[0])
        self.assertEqual(page.status, 200, page.words[:900])
        self.assertEqual(len(play.stored(code, period, "figure", "edition")), 1, "not before it is approved")
        self.assertEqual(collecting.approve(checker, code, SLUGS[period]).status, 200)
        told = play.stored(code, period, "figure", "standing, reason, numerator")
        self.assertEqual([row[0] for row in told], ["final", "revised"])
        self.assertEqual(told[1][1], "Cases had been counted twice.")
        self.assertIn("Cases had been counted twice.", play.people["k.benali"].get("/corrections").words)
        self.assertIn("[r]", owner.get(f"/indicators/{code}.csv").text + owner.get(f"/indicators/{code}").text)

    def the_quality(self, play):
        """What became of each figure is read there: late by a day, not available, come back, changed after the report."""
        reader = play.people["k.benali"]
        lines = {line["indicator"]: line for line in reader.get("/quality.json").json["indicators"]}
        for (code, period), concern in [(self.late, "late"), (self.delayed, "gap"), (self.delayed, "late"),
                                        (self.corrected, "changed"), *((key, "returned") for key in self.back)]:
            self.assertIn(concern, lines[code]["to_look_at"], code)
        told = {period["period"]: period for period in reader.get(f"/quality/{self.late[0]}.json").json["periods"]}[QUARTER]
        self.assertEqual((told["days_late"], told["came"]), (1, "1 day late"))
        untroubled = [code for code, period in play.figures if (code, period) not in (self.late, self.delayed, self.corrected, *self.back)]
        self.assertEqual([code for code in untroubled if lines[code]["returned"] > 0 or lines[code]["on_time"] == 0], [])

    def the_record(self, play):
        """Each step has its row; the chain holds; a change of one letter is found."""
        self.assertIn("unbroken chain", servers.done("check", *play.place))
        counted = dict(engines.ask(play.place, "select what, count(*) from record group by what"))
        steps = {
            stage: int(count)
            for stage, count in engines.ask(play.place, "select stage, count(*) from entry where computed = 0 group by stage")
        }
        self.assertEqual(int(counted["entry"]), steps["entered"])
        self.assertEqual(int(counted["check"]), steps["checked"])
        self.assertEqual(int(counted["return"]), 2)
        self.assertEqual(steps["reported"], len(play.figures) + 1)
        (number,) = engines.ask(play.place, "select min(id) from record where what = 'check'")[0]
        engines.change(play.place, f"update record set detail = detail || '.' where id = {number}")
        broken = servers.run("check", *play.place)
        self.assertNotEqual(broken.returncode, 0)
        self.assertIn(number, re.findall(r"\d+", broken.stdout + broken.stderr), "the row is named")


if __name__ == "__main__":
    FirstQuarter.engine = sys.argv.pop(1) if len(sys.argv) > 1 and sys.argv[1] in ("sqlite", "postgres") else "sqlite"
    unittest.main(verbosity=2)
