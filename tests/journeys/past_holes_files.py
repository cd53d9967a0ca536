"""Holes of other products in what is brought in from files, in saved views, in what programs ask with a token, and the list of all
past holes: where each is tried, or why it cannot be here (past_holes.csv beside this file)."""
import csv, json, pathlib, re, sys, unittest, urllib.parse

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import collecting, holes, naughty, servers, small_council, workbooks  # noqa: E402
from holes import SLUG  # noqa: E402
from visitor import Visitor  # noqa: E402

ROOT = servers.ROOT


class FilesAndViews(holes.Council):
    def program(self, person):
        """With a token of its own, as no page of a demo can make one."""
        small_council.give_token(self.place, person)
        return Visitor(self.server.address, person, headers={"Authorization": f"Bearer token of {person}"})

    def save_view(self, who, name, seen_by):
        page = who.get("/explore/save?set=1&of=recycled")
        return who.submit(page, page.form("/explore/views").fill(name=name, seen_by=seen_by))

    # Views, tokens, searches.

    def test_A4_A5_a_saved_view_is_taken_away_by_its_owner_alone(self):
        self.save_view(self.be("o0"), "Canary KX93QZ", "own")
        self.save_view(self.be("o0"), "Shared by Owen", "everybody")
        numbers = [number for number, in self.ask("select distinct number from saved_view order by number")]
        self.assertGreaterEqual(len(numbers), 2)
        other = self.be("head")
        seen = other.get("/explore/views")
        self.assertIn("Shared by Owen", seen.words)
        self.assertNotIn("KX93QZ", seen.text + other.ask("GET", "/explore/views.json").text + other.ask("GET", "/explore/views.csv").text)
        for number in numbers + [0, -1, "*", "%"]:
            got = other.post("/explore/views/take-away", {"token": self.token(other), "number": number}, follow=False)
            self.assertIn(got.status, (403, 404), f"{number}: {got.status}")
        self.assertIn("Shared by Owen", self.be("o0").get("/explore/views").words)

    def test_A9_A10_no_list_and_no_search_tells_what_one_may_not_read(self):
        """A word that stands only in an unreported note is no oracle: the answers with it and with nonsense are the same."""
        indicator = next(self.own)
        collecting.enter(self.be("o0"), indicator, SLUG, note="Canary KX93QZ stands in the note alone.", value=112)
        for who in (Visitor(self.server.address), self.be("stranger"), self.be("member"), self.be("scrutiny")):
            who.get("/")  # what a sign-in had to say has been said
            for path in ("/indicators", "/", "/thread", "/exceptions", "/set", "/services", "/quality", "/completion"):
                for ending in ("", ".json", ".csv"):
                    asks = [urllib.parse.urlencode(dict.fromkeys(("search", "q", "note", "filter", "sort", "for"), word))
                            for word in ("KX93QZ", "QZ39XK")]
                    found, nonsense = (who.ask("GET", f"{path}{ending}?{ask}") for ask in asks)
                    self.assertEqual((found.status, found.text.replace("KX93QZ", "")),
                                     (nonsense.status, nonsense.text.replace("QZ39XK", "")),
                                     f"{path}{ending} tells {who.name or 'everybody'}")

    def test_A22_a_token_sets_no_cookie_and_does_no_more_than_its_person(self):
        program = self.program("o1")
        for path in ("/", "/my-figures", "/my-figures.json", "/account", "/record", "/people", "/demo"):
            got = program.ask("GET", path)
            self.assertNotIn("session", " ".join(got.headers.get_all("Set-Cookie") or []), path)
        for path in ("/record.json", "/people.json", "/mail.json"):
            self.assertEqual(program.ask("GET", path).status, 403, path)
        sent = json.dumps({"indicator": next(self.own), "period": SLUG, "value": 112, "note": "Not mine."})
        self.assertEqual(program.ask("POST", "/api/entries", sent, {"Content-Type": "application/json"}).status, 422)

    # Files.

    def test_X7_script_in_a_sheet_stays_text_where_the_import_shows_it(self):
        who, wrong = self.be("team"), []
        words = naughty.SCRIPT + naughty.ODD
        rows = "".join(",".join('"' + word.replace('"', '""') + '"' for word in (typed, typed, typed)) + "\r\n" for typed in words)
        for name, content in (("figures.csv", "indicator,period,value\r\n" + rows),
                              ("indicators.csv", "indicator,title,owner\r\n" + rows), (f"{naughty.SCRIPT[4]}.csv", rows)):
            wrong += self.shown(who, name, content.encode())
        template = who.ask("GET", "/my-figures/workbook.xlsx")
        self.assertEqual(template.status, 200)
        for typed in naughty.SCRIPT:
            owner = self.be("o0")
            page = owner.get("/my-figures/workbook")
            form = next(form for form in page.forms if form.method == "post" and "workbook" in (form.action or page.path))
            book = workbooks.filled(owner.ask("GET", "/my-figures/workbook.xlsx").body, {(3, column): typed for column in range(8)})
            answer = owner.upload(page, form, "file", f"{typed}.xlsx", book)
            self.assertLess(answer.status, 500, typed)
            wrong += [f"workbook {typed!r}: {fault}" for fault in naughty.live_script(answer.text)]
        self.assertEqual(wrong, [])

    def shown(self, who, name, content):
        start = who.get("/import")
        page = who.upload(start, start.form("/import"), "files", name, content)
        for _ in range(50):
            if "Reading the files" not in page.words:
                break
            page = who.get(page.path)
        self.assertLess(page.status, 500, name)
        return [f"{name}: {fault}" for fault in naughty.live_script(page.text)]

    def test_X2_script_in_the_names_of_a_map_stays_text(self):
        who, wrong = self.be("team"), []
        features = [{
            "type": "Feature", "properties": {"code": f"W050000{n:02}", "name": typed},
            "geometry": {"type": "Polygon", "coordinates": [[[n, 51], [n, 52], [n + 1, 52], [n + 1, 51], [n, 51]]]}
        } for n, typed in enumerate(naughty.SCRIPT)]
        page = who.get("/boundaries/bring-in")
        form = page.form("/boundaries", "name").fill(name=naughty.SCRIPT[0], source=naughty.SCRIPT[4], licence=naughty.SCRIPT[6])
        page = who.upload(page, form, "file", f"{naughty.SCRIPT[5]}.geojson",
                          json.dumps({"type": "FeatureCollection", "features": features}).encode())
        self.assertEqual(page.status, 200, page.words[:400])
        for path in ("/boundaries", page.path, "/explore?view=map", "/explore", "/areas"):
            wrong += [f"{path}: {fault}" for fault in naughty.live_script(who.get(path).text)]
        self.assertEqual(wrong, [])

    def token(self, who):
        return who.get("/demo").form("/demo/sign-in").value("token")


class TheList(unittest.TestCase):
    """Each past hole of an access to objects, a sign-in, a statement and a script has its line, and each line its test."""

    def test_each_hole_is_tried_somewhere_or_cannot_be_here(self):
        with open(ROOT / "tests/journeys/past_holes.csv", newline="", encoding="utf-8") as file:
            lines = list(csv.DictReader(file))
        self.assertEqual([line["hole"] for line in lines],
                         [f"{letter}{n}" for letter, last in (("A", 30), ("O", 7), ("S", 7), ("X", 10)) for n in range(1, last + 1)])
        for line in lines:
            if line["file"]:
                self.assertRegex((ROOT / line["file"]).read_text(encoding="utf-8"), rf"\b{re.escape(line['test'])}\b", line["hole"])
            else:
                self.assertGreater(len(line["why_not_here"]), 20, line["hole"])


if __name__ == "__main__":
    unittest.main(verbosity=2)
