"""Many figures at once: by a program with a token of its own, in the grid, and in a workbook. All or nothing, each by the same rule
as on its page. On SQLite and on PostgreSQL.

    many.py sqlite|postgres
"""
import csv, hashlib, io, json, pathlib, sqlite3, subprocess, sys, time, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import collecting, engines, postgres, servers, small_council, workbooks  # noqa: E402
from visitor import Visitor  # noqa: E402

SLUG, PERIOD = "2025-26-q1", "2025-04-01/P3M"
ENGINE = sys.argv[1] if len(sys.argv) > 1 else "sqlite"


def write(place, statement):
    """Past the program: what no page of a demo can make."""
    if "--database" in place:
        subprocess.run(["psql", "-XAtq", place[place.index("--database") + 1], "-c", statement], check=True)
        return
    with sqlite3.connect(pathlib.Path(place[place.index("--data") + 1]) / "goldenthread.db", timeout=10) as db:
        db.execute(statement)
    db.close()


class Together(unittest.TestCase):
    """One council for all tests; each uses indicators of its own. o0 owns I000, I004, I008 …"""

    @classmethod
    def setUpClass(cls):
        cls.engine = engines.on(ENGINE)
        new_place = cls.engine.__enter__()
        cls.place = small_council.bring_in(new_place(), new_place.work / "sheets", indicators=400)
        cls.server = servers.Served(cls.place, clock="2025-07-02T09:00:00Z")
        for person in ("o0", "d0", "o1", "team", "audit", "member"):
            fingerprint = hashlib.sha256(f"token of {person}".encode()).hexdigest()
            write(cls.place, f"insert into account (person, email, password, factor, factor_step, state, at, record) values ('{person}', '{person}@x.example', '', '', 0, 'active', 1, 1)")
            write(cls.place, f"insert into api_token (fingerprint, person, name, ends, at) values ('{fingerprint}', '{person}', 'test', 1900000000, 1)")

    @classmethod
    def tearDownClass(cls):
        cls.server.stop()
        servers.done("check", *cls.place)
        cls.engine.__exit__(None, None, None)

    def rows(self, code):
        return engines.ask(self.place, f"select edition, stage, value, note, entered_by from entry where period = '{PERIOD}' and indicator = "
                                       f"(select min(indicator) from definition where code = '{code}') order by edition")


class ByProgram(Together):
    def program(self, person):
        return Visitor(self.server.address, person, headers={"Authorization": f"Bearer token of {person}"})

    def send(self, what, person="o0", status=200, **headers):
        body = what if isinstance(what, (str, bytes)) else json.dumps(what)
        answer = self.program(person).ask("POST", "/api/entries", body, {"Content-Type": "application/json", **{name.replace("_", "-"): value for name, value in headers.items()}})
        self.assertEqual(answer.status, status, answer.text)
        self.assertEqual(answer.headers["Content-Type"], "application/json" if status == 200 else "application/problem+json")
        return answer.json

    def one(self, code, value=110, **more):
        return {"indicator": code, "period": SLUG, "value": value, "note": "As planned, with two officers more.", **more}

    def test_what_is_mine_is_listed_with_what_it_takes(self):
        mine = self.program("o0").get(f"/api/entries?period={SLUG}").json["figures"]
        self.assertEqual({one["indicator"] for one in mine} - {f"I{n:03}" for n in range(0, 400, 4)}, set())
        self.assertGreater(len(mine), 15)
        self.assertEqual((mine[-1]["period"], mine[-1]["takes"], mine[-1]["on_time_until"]), (PERIOD, "number", "2025-07-21"))
        self.assertEqual(self.program("o0").get("/api/entries?period=2019-20-q1").json["figures"], [])
        self.assertEqual(self.program("o0").get("/api/entries?period=soon").status, 422)

    def test_one_figure_and_many_are_entered_and_wait_for_their_check(self):
        became = self.send(self.one("I000"))
        self.assertEqual((became["entered"], became["figures"][0]["result"], became["figures"][0]["edition"], became["figures"][0]["stage"]), (1, "entered", 1, "entered"))
        became = self.send({"figures": [self.one("I004", "1,112.0", reasons={"ten_times": "x", "outside_usual": "A merger brought the cases of two boroughs."}),
                                        self.one("i008", period="2025/26 Q1"),
                                        {"indicator": "I012", "period": PERIOD, "state": "delayed", "expected_on": "2025-07-20", "note": "The system is down."}]})
        self.assertEqual((became["entered"], [one["result"] for one in became["figures"]]), (3, ["entered"] * 3))
        self.assertEqual(self.rows("I004")[0][1:3], ("entered", "11120000"))
        listed = {one["indicator"]: one for one in self.program("o0").get("/api/entries").json["figures"]}
        self.assertEqual((listed["I012"]["entry"]["state"], listed["I012"]["entry"]["expected_on"], listed["I012"]["waits"]), ("delayed", "2025-07-20", "To be checked"))

    def test_one_that_is_wrong_refuses_them_all_with_every_fault_in_its_place(self):
        problem = self.send([self.one("I016"), self.one("I020", "12o"), {"indicator": "I024", "period": SLUG, "value": 5000}, self.one("J000"), self.one("I028", valeu=1),
                             self.one("I032", period="last summer"), 7], status=422)
        at = {(fault["item"], fault["field"]): fault for fault in problem["errors"]}
        self.assertEqual((at[1, "value"]["found"], at[1, "value"]["indicator"]), ("12o", "I020"))
        self.assertIn("‘12o’", at[1, "value"]["what_to_do"])
        self.assertIn("Say what lies behind", at[2, "note"]["what_to_do"])
        self.assertIn("among those you may enter", at[3, ""]["what_to_do"])
        self.assertIn("numerator, denominator", at[4, "valeu"]["what_to_do"])
        self.assertIn((5, ""), at)
        self.assertIn((6, ""), at)
        self.assertEqual([fault["item"] for fault in problem["errors"]], sorted(fault["item"] for fault in problem["errors"]))
        for code in ("I016", "I020", "I024", "I028", "I032"):
            self.assertEqual(self.rows(code), [], code)

    def test_a_warning_asks_for_its_reason_by_name(self):
        problem = self.send(self.one("I036", 5000), status=422)
        asked = {fault["field"].removeprefix("reasons.") for fault in problem["errors"]}
        self.assertIn("ten_times", asked)
        self.send(self.one("I036", 5000, reasons={code: "Two boroughs were merged." for code in asked}))
        self.assertEqual(len(self.rows("I036")), 1)

    def test_what_someone_saved_meanwhile_is_shown_beside_ones_own(self):
        self.send(self.one("I040", 110))
        problem = self.send(self.one("I040", 113, note="Recounted."), person="d0", status=409)
        clash = problem["conflicts"][0]
        self.assertEqual((clash["theirs"]["value"], clash["theirs"]["entered_by"], clash["yours"]["value"], clash["yours"]["note"]), (110, "o0", "113", "Recounted."))
        self.send(self.one("I040", 113, note="Recounted.", edition=clash["theirs"]["edition"]), person="d0")
        self.assertEqual([row[0] for row in self.rows("I040")], ["1", "2"])
        self.assertEqual(self.send(self.one("I040", "113.0", note="Recounted."), person="d0")["unchanged"], 1)

    def test_a_key_makes_a_repetition_harmless(self):
        both = [self.one("I044", 111, key="July, once"), self.one("I048", 112, key="July, once")]
        self.assertEqual(self.send(both)["entered"], 2)
        self.assertEqual(self.send(both)["entered_before"], 2)
        self.send(self.one("I044", 115, edition=1), Idempotency_Key="second")
        self.assertEqual(self.send(both)["entered_before"], 2)  # late in arriving again: theirs stays done, the newer one stays
        self.assertEqual([row[0] for row in self.rows("I044")], ["1", "2"])
        problem = self.send(self.one("I044", 113, key="July, once"), status=422)
        self.assertEqual(problem["errors"][0]["field"], "key")
        self.assertEqual(self.send(self.one("I044", 113, edition=2, key="July, once"), person="d0")["entered"], 1)  # a key is one's own

    def test_what_is_no_list_of_figures_is_refused_in_words(self):
        for body, words in (("", "Content-Type"), ("{", "line 1"), ("[]", "empty"), ("12", "object"), ('{"figures": [], "x": 1}', "another field"),
                            (json.dumps([{"indicator": ["I052"], "period": SLUG}]), "between quotes"), (json.dumps([self.one("I052", edition="1")]), "whole number"),
                            (json.dumps([self.one("I052", reasons="x")]), "object"), (json.dumps([self.one("I052"), self.one("I052")]), "twice"),
                            (json.dumps([self.one("I052")] * 1001), "1,000"), (json.dumps(self.one("I052", state="delayed", expected_on="2025-07-20")), "Leave one of them out"),
                            (json.dumps(self.one("I052", note="a\0b")), "NUL"), (json.dumps(self.one("I052", key="k" * 201)), "200")):
            problem = self.send(body, status=422)
            self.assertIn(words, json.dumps(problem, ensure_ascii=False), body[:100])
        answer = self.program("o0").ask("POST", "/api/entries", json.dumps(self.one("I052")), {"Content-Type": "text/plain"})
        self.assertEqual(answer.status, 422)
        self.assertEqual(self.rows("I052"), [])

    def test_only_who_may_enter_and_only_with_a_token_that_is_known(self):
        for person in ("audit", "member"):
            self.send(self.one("I056"), person=person, status=403)
        nobody = Visitor(self.server.address, headers={"Authorization": "Bearer guessed"}).ask("POST", "/api/entries", json.dumps(self.one("I056")), {"Content-Type": "application/json"})
        self.assertEqual((nobody.status, nobody.headers["Content-Type"]), (401, "application/problem+json"))
        mine = collecting.be(self.server.address, "o0")
        self.assertEqual(mine.ask("POST", "/api/entries", json.dumps(self.one("I056")), {"Content-Type": "application/json"}).status, 403)
        self.assertIn("among those you may enter", json.dumps(self.send(self.one("I056"), person="o1", status=422)))
        self.assertEqual(self.send(self.one("I056"), person="team")["entered"], 1)


class InTheGrid(Together):
    def test_rows_that_are_changed_are_saved_together_and_all_others_are_left_alone(self):
        who = collecting.be(self.server.address, "o0")
        page = who.get(f"/my-figures/many?period={SLUG}")
        form = page.form("/my-figures/many", field="value-3")
        done = who.submit(page, form.fill_all({"value-0": "110", "note-0": "As planned.", "value-1": "1,11", "note-1": "So."}), "Save all")
        self.assertEqual(done.status, 422)
        self.assertIn("I004, 2025/26 Q1: Found ‘1,11’", done.words)
        self.assertEqual(self.rows("I000"), [])
        form = done.form("/my-figures/many", field="value-3")
        self.assertEqual((form.value("value-0"), form.value("note-1")), ("110", "So."))
        again = form.fill_all({"value-1": "111"})
        done = who.submit(done, again, "Save all")
        self.assertIn("Two figures are saved. They go to be checked.", done.words)
        self.assertIn("Saved already.", who.post("/my-figures/many", again.fields("Save all")).words)
        self.assertEqual([len(self.rows(code)) for code in ("I000", "I004", "I008")], [1, 1, 0])

    def test_a_hundred_rows_are_quick(self):
        who = collecting.be(self.server.address, "o3")
        page = who.get("/my-figures/many")
        form = page.form("/my-figures/many", field="value-99")
        form.fill_all({f"{name}-{n}": value for n in range(100) for name, value in (("value", "109"), ("note", f"As planned, {n}."))})
        began = time.monotonic()
        self.assertIn("100 figures are saved", who.submit(page, form, "Save all").words)
        self.assertLess(time.monotonic() - began, 3)

    def test_whoever_may_not_enter_a_figure_learns_nothing_of_it_by_a_form_of_ones_own(self):
        who = collecting.be(self.server.address, "o1")
        page = who.get("/my-figures/many")
        fields = [(name, "I012 " + SLUG if name == "figure-0" else value) for name, value in page.form("/my-figures/many", field="figure-0").fill_all({"value-0": "110", "note-0": "Mine."}).fields("Save all")]
        self.assertEqual(who.post("/my-figures/many", fields).status, 404)
        self.assertEqual(self.rows("I012"), [])


class InAWorkbook(Together):
    def take(self, person="o2"):
        self.who = collecting.be(self.server.address, person)
        answer = self.who.get(f"/my-figures/workbook.xlsx?period={SLUG}")
        self.assertEqual(answer.status, 200)
        self.book = answer.body
        self.sheet = workbooks.rows(self.book)
        self.column = {title: place for place, title in enumerate(self.sheet[0])}
        return {row[0]: number for number, row in enumerate(self.sheet) if number > 1}

    def bring(self, content, name="mine.xlsx"):
        start = self.who.get("/my-figures/workbook")
        return self.who.upload(start, start.form("/my-figures/workbook"), "files", name, content)

    def filled(self, changes):
        return workbooks.filled(self.book, {(row, self.column[title]): value for (row, title), value in changes.items()})

    def test_it_goes_out_is_filled_in_and_comes_back(self):
        at = self.take()
        self.assertEqual(self.sheet[1][0], "Help")
        self.assertIn("I002", at)
        self.assertEqual(self.sheet[at["I002"]][self.column["Period"]], "2025/26 Q1")
        self.assertEqual(self.bring(self.book).status, 200)
        self.assertIn("Every row is as it stands here", self.bring(self.book).words)
        note = "=HYPERLINK(\"http://x.example\",\"click\")\n@risk, +1 and -1 as text."
        content = self.filled({(at["I002"], "Figure"): 110, (at["I002"], "What happened, and why"): note,
                               (at["I006"], "Expected on"): "20/07/2025", (at["I006"], "What happened, and why"): "The case system is down."})
        page = self.bring(content)
        self.assertIn("Two figures would be entered. Nothing is saved yet.", page.words)
        self.assertIn("Expected on 20 July 2025", page.words)
        self.assertEqual(self.rows("I002"), [])
        done = self.who.submit(page, page.form("/my-figures/many"), "Enter these figures")
        self.assertIn("Two figures are saved", done.words)
        self.assertEqual([row[3].replace("\r", "") for row in self.rows("I002")], [note])
        # Taken again it holds what stands, as text, and coming back changes nothing.
        at = self.take()
        self.assertEqual(self.sheet[at["I002"]][self.column["What happened, and why"]].replace("\r", ""), note)
        self.assertIn("Every row is as it stands here", self.bring(self.book).words)

    def test_each_fault_is_told_by_row_and_column_and_nothing_is_entered(self):
        at = self.take()
        content = self.filled({(at["I010"], "Figure"): 110, (at["I010"], "What happened, and why"): "As planned.", (at["I014"], "Figure"): "lots",
                               (at["I018"], "Figure"): 5000, (at["I018"], "What happened, and why"): "So.", (at["I022"], "Code"): "J000", (at["I026"], "Edition"): "x"})
        page = self.bring(content)
        self.assertEqual(page.status, 422)
        for words in (f"Row {at['I014'] + 1}, Figure Found ‘lots’", f"Row {at['I014'] + 1}, What happened, and why Say what lies behind",
                      f"Row {at['I018'] + 1}, Reason, if unusual 5,000 is more than ten times", f"Row {at['I022'] + 1}, J000 There is no such figure",
                      f"Row {at['I026'] + 1}, Edition Found ‘x’"):
            self.assertIn(words, page.words)
        self.assertEqual(self.rows("I010"), [])
        content = self.filled({(at["I018"], "Figure"): 5000, (at["I018"], "What happened, and why"): "So.", (at["I018"], "Reason, if unusual"): "Two boroughs were merged."})
        page = self.bring(content)
        self.assertIn("One figure would be entered", page.words)
        self.assertIn("One figure is saved", self.who.submit(page, page.form("/my-figures/many"), "Enter this figure").words)
        self.assertIn("Two boroughs were merged.", engines.ask(self.place, "select answers from entry where note = 'So.'")[0][0].replace("+", " ").replace("%20", " "))

    def test_what_someone_saved_after_it_was_taken_is_told(self):
        at = self.take()
        content = self.filled({(at["I030"], "Figure"): 110, (at["I030"], "What happened, and why"): "By workbook."})
        owner = collecting.be(self.server.address, "d2")
        self.assertEqual(collecting.enter(owner, "I030", SLUG, value="109", note="By page.").status, 200)
        page = self.bring(content)
        self.assertEqual(page.status, 422)
        self.assertIn(f"Row {at['I030'] + 1}, Edition Saved meanwhile by Dee Deputy 2", page.words)
        self.assertIn("109, “By page.”", page.words)
        self.book = content
        page = self.bring(self.filled({(at["I030"], "Edition"): 1}))
        self.assertIn("One figure would be entered", page.words)

    def test_csv_of_ones_own_needs_no_more_columns_than_it_fills(self):
        self.take()
        out = io.StringIO()
        csv.writer(out).writerows([["indicator", "period", "value", "note"], ["I034", "2025/26 Q1", "110", "'=1+1 as text"], ["", "", "", ""]])
        page = self.bring(out.getvalue().encode(), "mine.csv")
        self.assertIn("One figure would be entered", page.words)
        self.who.submit(page, page.form("/my-figures/many"), "Enter this figure")
        self.assertEqual(self.rows("I034")[0][2:4], ("1100000", "=1+1 as text"))

    def test_what_is_no_workbook_of_ours_is_refused_in_words(self):
        self.take()
        for content, words in ((b"code,period,colour\nI038,2025/26 Q1,red\n", "There is no column ‘colour’"), (b"code,value\nI038,7\n", "The column Period is missing"),
                               (b"code,period,code\nI038,2025/26 Q1,x\n", "a second column"), (b"code,period\nI038,soon\n", "There is no such figure"),
                               (b"\n\n", "The file is empty"), (b"PK\x03\x04 not a workbook", "The workbook has one fault"), (b"code,period\n,2025/26 Q1\n", "Give the indicator"),
                               (b"code,period,value,note\nI038,2025/26 Q1,110,x\ni038,2025-26-q1,111,y\n", "is there twice")):
            page = self.bring(content, "odd.csv")
            self.assertEqual(page.status, 422, content)
            self.assertIn(words, page.words)
        start = self.who.get("/my-figures/workbook")
        self.assertIn("Choose the workbook that you filled in", self.who.upload(start, start.form("/my-figures/workbook"), "files", "", b"").words)


if __name__ == "__main__":
    if ENGINE == "postgres" and not postgres.programs():
        print("PostgreSQL is not installed here (package postgresql-15), so its half is not tested.")
    else:
        unittest.main(argv=sys.argv[:1] + sys.argv[2:])
