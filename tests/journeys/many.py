"""Many figures at once: by a program with a token of its own, and in the grid. All or nothing, each by the same rule
as on its page. On SQLite and on PostgreSQL.

    many.py sqlite|postgres
"""
import json, pathlib, sys, time, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import collecting, engines, postgres, servers, small_council  # noqa: E402
from visitor import Visitor  # noqa: E402

SLUG, PERIOD = "2025-26-q1", "2025-04-01/P3M"
ENGINE = sys.argv[1] if len(sys.argv) > 1 else "sqlite"


class Together(unittest.TestCase):
    """One council for all tests; each uses indicators of its own. o0 owns I000, I004, I008 …"""

    @classmethod
    def setUpClass(cls):
        cls.engine = engines.on(ENGINE)
        new_place = cls.engine.__enter__()
        cls.place = small_council.bring_in(new_place(), new_place.work / "sheets", indicators=400)
        cls.server = servers.Served(cls.place, clock="2025-07-02T09:00:00Z")
        for person in ("o0", "d0", "o1", "team", "audit", "member"):
            small_council.give_token(cls.place, person)

    @classmethod
    def tearDownClass(cls):
        cls.server.stop()
        servers.done("check", *cls.place)
        cls.engine.__exit__(None, None, None)

    def rows(self, code):
        return engines.ask(
            self.place,
            f"select edition, stage, value, note, entered_by from entry where period = '{PERIOD}' and indicator = "
            f"(select min(indicator) from definition where code = '{code}') order by edition")


class ByProgram(Together):
    def program(self, person):
        return Visitor(self.server.address, person, headers={"Authorization": f"Bearer token of {person}"})

    def send(self, what, person="o0", status=200, **headers):
        body = what if isinstance(what, (str, bytes)) else json.dumps(what)
        named = {"Content-Type": "application/json", **{name.replace("_", "-"): value for name, value in headers.items()}}
        answer = self.program(person).ask("POST", "/api/entries", body, named)
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
        self.assertEqual(
            (became["entered"], became["figures"][0]["result"], became["figures"][0]["edition"], became["figures"][0]["stage"]),
            (1, "entered", 1, "entered"))
        unusual = {"ten_times": "x", "outside_usual": "A merger brought the cases of two boroughs."}
        late = {"indicator": "I012", "period": PERIOD, "state": "delayed", "expected_on": "2025-07-20", "note": "The system is down."}
        became = self.send({"figures": [
            self.one("I004", "1,112.0", reasons=unusual),
            self.one("i008", period="2025/26 Q1"),
            late,
        ]})
        self.assertEqual((became["entered"], [one["result"] for one in became["figures"]]), (3, ["entered"] * 3))
        self.assertEqual(self.rows("I004")[0][1:3], ("entered", "11120000"))
        listed = {one["indicator"]: one for one in self.program("o0").get("/api/entries").json["figures"]}
        self.assertEqual(
            (listed["I012"]["entry"]["state"], listed["I012"]["entry"]["expected_on"], listed["I012"]["waits"]),
            ("delayed", "2025-07-20", "To be checked"))

    def test_one_that_is_wrong_refuses_them_all_with_every_fault_in_its_place(self):
        problem = self.send([
            self.one("I016"),
            self.one("I020", "12o"),
            {"indicator": "I024", "period": SLUG, "value": 5000},
            self.one("J000"),
            self.one("I028", valeu=1),
            self.one("I032", period="last summer"),
            7,
        ], status=422)
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
        self.assertEqual(
            (clash["theirs"]["value"], clash["theirs"]["entered_by"], clash["yours"]["value"], clash["yours"]["note"]),
            (110, "o0", "113", "Recounted."))
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
        one = self.one
        for what, words in (
            ("", "Content-Type"), ("{", "line 1"), ("[]", "empty"), ("12", "object"),
            ('{"figures": [], "x": 1}', "another field"),
            ([{"indicator": ["I052"], "period": SLUG}], "between quotes"),
            ([one("I052", edition="1")], "whole number"),
            ([one("I052", reasons="x")], "object"),
            ([one("I052"), one("I052")], "twice"),
            ([one("I052")] * 1001, "1,000"),
            (one("I052", state="delayed", expected_on="2025-07-20"), "Leave one of them out"),
            (one("I052", note="a\0b"), "NUL"),
            (one("I052", key="k" * 201), "200"),
        ):
            body = what if isinstance(what, str) else json.dumps(what)
            problem = self.send(body, status=422)
            self.assertIn(words, json.dumps(problem, ensure_ascii=False), body[:100])
        answer = self.program("o0").ask("POST", "/api/entries", json.dumps(self.one("I052")), {"Content-Type": "text/plain"})
        self.assertEqual(answer.status, 422)
        self.assertEqual(self.rows("I052"), [])

    def test_only_who_may_enter_and_only_with_a_token_that_is_known(self):
        for person in ("audit", "member"):
            self.send(self.one("I056"), person=person, status=403)
        guessing = Visitor(self.server.address, headers={"Authorization": "Bearer guessed"})
        nobody = guessing.ask("POST", "/api/entries", json.dumps(self.one("I056")), {"Content-Type": "application/json"})
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
        fields = [(name, "I012 " + SLUG if name == "figure-0" else value) for name, value in page.form(
            "/my-figures/many", field="figure-0").fill_all({"value-0": "110", "note-0": "Mine."}).fields("Save all")]
        self.assertEqual(who.post("/my-figures/many", fields).status, 404)
        self.assertEqual(self.rows("I012"), [])


if __name__ == "__main__":
    if ENGINE == "postgres" and not postgres.programs():
        print("PostgreSQL is not installed here (package postgresql-15), so its half is not tested.")
    else:
        unittest.main(argv=sys.argv[:1] + sys.argv[2:])
