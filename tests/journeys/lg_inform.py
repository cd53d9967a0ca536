"""LG Inform Plus, from its key to figures that are compared: signed by its rule, chosen on a page, fetched by the server
and by the clock; and whatever the service answers, nothing is half kept, and its secret stands nowhere.

    lg_inform.py sqlite|postgres
"""
import pathlib, sys, time, unittest, urllib.parse

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import engines, postgres, servers, small_council  # noqa: E402
from lg_inform import LgInform  # noqa: E402
from real_council import AT, RealCouncil  # noqa: E402

AREAS = {
    "E06000061": "North Northamptonshire", "E06000062": "West Northamptonshire", "E06000060": "Buckinghamshire",
    "E06000059": "Dorset", "E06000058": "Bournemouth, Christchurch and Poole", "E06000056": "Central Bedfordshire",
    "E06000057": "Northumberland"
}
HERE, SET, WASTE = "/comparators/lg-inform", "LG Inform: waste", "Household waste recycled"


class FromLgInform(RealCouncil):
    @classmethod
    def setUpClass(cls):
        cls.service = LgInform(areas=AREAS).__enter__()
        super().setUpClass()
        sheets = cls.work = pathlib.Path(cls.place[1]).parent
        small_council.write(sheets, "council", ["what", "code", "name", "part_of", "head"], [("setting", "area_code", "E06000061", "", "")])
        servers.done("import", *cls.place, sheets / "council.csv")
        rows = "".join(f'{code},"{name}",unitary,England,Midlands,2009-04-01,,,\n' for code, name in AREAS.items())
        page = cls.admin.get("/areas/bring-in")
        page = cls.admin.upload(page, page.form("/areas"), "file", "areas.csv",
                                ("code,name,tier,nation,region,starts,ends,successors,names\n" + rows).encode())
        assert page.status == 200, page.words[:600]

    @classmethod
    def tearDownClass(cls):
        super().tearDownClass()
        cls.service.__exit__()

    @classmethod
    def start(cls):
        cls.server = servers.Served(cls.place, "--address", AT, "--behind-proxy", "--lg-inform", cls.service.address)

    def setUp(self):
        self.service.mood, self.service.shift = "", 0.0

    def give_key(self, secret=None):
        page = self.admin.get(HERE + "/key")
        page = self.admin.submit(
            page,
            page.form(HERE + "/key").fill(application_key=self.service.key, secret=secret or self.service.secret),
            "Keep the key")
        self.assertEqual((page.status, page.path), (200, HERE), page.words[:500])
        return self.settled()

    def choose_figures(self, name=SET, words="waste", ticks=("46", "47"), others="", **fields):
        page = self.admin.get(HERE + "/choose")
        if words:
            page = self.admin.submit(page, page.form(HERE + "/choose").fill(words=words, data_set=name), "Find metric types")
        form = page.form(HERE + "/choose").fill(data_set=name, others=others, **fields)
        if ticks:
            form.fill(m=list(ticks))
        return self.admin.submit(page, form, "Save")

    def settled(self):
        """The page, once nothing is being fetched any more."""
        patience = time.monotonic() + 30
        while time.monotonic() < patience:
            page = self.admin.get(HERE)
            if "Being fetched now" not in page.words and "Waits to be fetched" not in page.words:
                return page
            time.sleep(0.2)
        raise AssertionError(page.words)

    def again(self, name=SET):
        page = self.admin.get(HERE)
        form = next(one for one in page.forms if one.action == HERE + "/fetch" and one.value("set") == name)
        self.admin.submit(page, form)
        return self.settled()

    def loads(self, name=SET):
        return [one for one in self.admin.get("/comparators.json").json["loads"] if one["data_set"] == name]

    def figures(self, of=WASTE, name=SET, **more):
        return self.admin.get("/compare.json?" + urllib.parse.urlencode({"set": name, "of": of, "group": "all", **more})).json

    def on_the_disk(self):
        return sorted(one.name for one in (pathlib.Path(self.place[1]) / "comparators").glob("*"))

    def test_1_figures_come_with_their_marks_and_again_as_new_editions(self):
        self.assertIn("only who has a key", self.admin.get(HERE).words)
        page = self.give_key()
        self.assertIn("3 metric types are known by name", page.words)
        page = self.choose_figures()
        self.assertEqual(page.path, HERE, page.words[:800])
        page = self.settled()
        self.assertIn("Came on", page.words)
        (load,) = self.loads()
        self.assertEqual((load["publisher"], load["licence"]),
                         ("LG Inform Plus, Local Government Association", "Open Government Licence v3.0"))
        self.assertEqual((load["values_found"], load["values_kept"]), (32, 28), "England, four times, is no council")
        one = self.admin.get(f"/comparators/{load['number']}")
        self.assertIn("Regions, nations and other sums of areas are not compared with councils.", one.words)
        self.assertIn("Defra, local authority collected waste", one.words)
        of = {row["area_code"]: row for row in self.figures()["figures"] if row["period"] == "2023-04-01/P1Y"}
        self.assertEqual((of["E06000061"]["value"], of["E06000061"]["mark"]), (41.25, "p"), "provisional stays provisional")
        self.assertEqual((of["E06000062"]["value"], of["E06000062"]["mark"]), (None, "[c]"), "suppressed is not 0")
        self.assertEqual((of["E06000060"]["value"], of["E06000060"]["mark"]), (None, "[x]"))
        self.assertEqual(of["E06000059"]["value"], 44.25)
        self.assertEqual(self.figures()["polarity"], "high_good")
        self.service.shift = 2
        self.again()
        self.assertEqual(len(self.loads()), 2)
        dorset = next(row["value"] for row in self.figures()["figures"]
                      if row["area_code"] == "E06000059" and row["period"] == "2023-04-01/P1Y")
        self.assertEqual(dorset, 46.25)
        self.by_the_clock()
        self.fewer_councils()

    def by_the_clock(self):
        later = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() + 27 * 86400))
        self.assertNotIn("Fetched", servers.done("run-due", *self.place, "--clock", later, "--lg-inform", self.service.address))
        later = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() + 29 * 86400))
        self.assertIn(f"Fetched “{SET}”", servers.done("run-due", *self.place, "--clock", later, "--lg-inform", self.service.address))
        self.assertNotIn("Fetched", servers.done("run-due", *self.place, "--clock", later, "--lg-inform", self.service.address))
        self.assertEqual(engines.ask(self.place, "select count(*) from published_load"), [("3",)])

    def fewer_councils(self):
        page = self.admin.get("/neighbours/bring-in")
        self.admin.upload(page, page.form("/neighbours").fill(name="Near"), "file", "near.csv", b"area_code\nE06000059\nE06000058\n")
        self.service.asked.clear()
        page = self.choose_figures("Near ones", words="", ticks=(), others="46", areas="list:Near", periods=1, every="asked")
        self.assertEqual(page.path, HERE, page.words[:500])
        self.settled()
        self.assertTrue(
            any("area=E06000061,E06000059,E06000058&period=latest:1&" in path for path in self.service.asked),
            self.service.asked)
        self.assertEqual(len(self.loads("Near ones")), 1)

    def test_2_the_secret_stands_nowhere(self):
        secret = self.service.secret
        pages = [
            self.admin.get(path) for path in (HERE, HERE + ".json", HERE + ".csv", HERE + "/key", HERE + "/choose",
                                              "/record", "/record.json", "/comparators.json")
        ]
        for page in pages:
            self.assertNotIn(secret, page.text, page.path)
        self.assertNotIn(secret, self.server.complaints() + self.server.said)
        self.assertNotIn("Signature=", self.server.complaints() + self.server.said)
        self.assertNotIn(secret, str(engines.ask(self.place, "select * from lg_inform_key")))
        self.assertNotIn(secret, str(engines.ask(self.place, "select * from record")))
        self.assertNotIn(secret, servers.done("export", *self.place, "--as", "json"))
        self.assertNotIn(secret.encode(), b"".join(one.read_bytes() for one in pathlib.Path(self.place[1]).rglob("*") if one.is_file()))
        self.assertEqual(servers.run("check", *self.place).returncode, 0)

    def test_3_what_goes_wrong_is_said_and_nothing_is_half_kept(self):
        with LgInform() as other:
            self.service.elsewhere = other.address + "/data"
            for mood, sentence in (
                (401, "does not accept the key or its signature (401)"),
                (404, "does not know what was asked for (404)"),
                (429, "asks for a pause: it has been asked too much (429)"),
                (500, "has a fault of its own (500)"),
                ("malformed", "answered in a form that is not understood"),
                ("other shape", "answered in a form that is not understood"),
                ("huge", "larger than 16 MB"),
                ("elsewhere", "leads to another address (302)"),
                ("breaks off", "has a fault of its own (500)"),
            ):
                with self.subTest(mood):
                    before, files, said = self.loads(), self.on_the_disk(), self.figures()
                    self.service.mood = mood
                    page = self.again()
                    self.assertIn(sentence, page.words)
                    self.assertEqual((self.loads(), self.on_the_disk(), self.figures()), (before, files, said))
                    if mood in (429, 500, "breaks off"):
                        self.assertIn("tried again on", page.words)
            self.assertEqual(other.asked, [], "no redirect is followed")

    def test_4_a_pause_that_is_asked_for_is_kept_and_then_all_comes(self):
        before = len(self.loads())
        self.service.mood = "pause once"
        self.assertIn("Came on", self.again().words)
        self.assertEqual(len(self.loads()), before + 1)

    def test_5_a_wrong_secret_is_refused_by_the_service_and_a_key_can_be_taken_away(self):
        before = self.service.refused
        page = self.give_key("another-secret")
        self.assertIn("does not accept the key or its signature (401)", page.words)
        self.assertGreater(self.service.refused, before)
        page = self.admin.get(HERE + "/key")
        page = self.admin.submit(page, page.form(HERE + "/key"), "Take the key away")
        self.assertIn("Nothing is fetched any more", page.words)
        self.assertIn("No key has been given", page.words)

    def test_6_only_the_performance_team_reaches_it(self):
        stranger = self.joined("o0")
        for path in (HERE, HERE + "/key", HERE + "/choose", HERE + ".json"):
            self.assertEqual(stranger.ask("GET", path).status, 403, path)
        page = self.choose_figures("", words="", ticks=(), others="46&area=E1", periods=0)
        self.assertEqual(page.status, 422)
        for sentence in ("Give the data set a name", "is not the number of a metric type", "a whole number from 1 to 40"):
            self.assertIn(sentence, page.words)


if __name__ == "__main__":
    RealCouncil.engine = sys.argv.pop(1)
    if RealCouncil.engine == "postgres" and not postgres.programs():
        print("PostgreSQL is not installed here (package postgresql-15), so its half is not tested.")
    else:
        unittest.main(verbosity=2)
