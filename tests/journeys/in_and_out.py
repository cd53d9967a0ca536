"""A council goes out to files and comes back the same, on both databases and from one to the other; what is wrong in a file is
said with its place, and nothing of it is saved."""
import csv, gzip, io, json, pathlib, unittest

from journey import SHARED, Journey, run
from postgres import PrivatePostgres, programs
from servers import Served
from visitor import Visitor


class OnEitherDatabase:
    """Told twice below: once for SQLite, once for PostgreSQL."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.ambleford = cls.new_place(cls)
        run("demo", *cls.ambleford)

    def test_the_demo_council_is_sound(self):
        self.done("check", *self.ambleford)

    def test_csv_comes_back_byte_for_byte(self):
        first, again = self.export(self.ambleford), self.new_place()
        folder = self.new_folder()
        folder.mkdir()
        for name, text in first.items():
            (folder / name).write_bytes(text)
        self.done("import", *again, *sorted(folder.iterdir()))
        self.assertEqual(self.export(again), first)
        self.done("check", *again)

    def test_a_workbook_comes_back_byte_for_byte(self):
        first, again = self.new_folder().with_suffix(".xlsx"), self.new_folder().with_suffix(".xlsx")
        place = self.new_place()
        self.done("export", *self.ambleford, "--as", "xlsx", first)
        self.done("import", *place, first)
        self.done("export", *place, "--as", "xlsx", again)
        self.assertEqual(again.read_bytes(), first.read_bytes())

    def test_the_councils_own_rules_come_back_byte_for_byte(self):
        place, again, folder = self.new_place(), self.new_place(), self.new_folder()
        self.done("demo", *place)
        self.done(
            "import", *place,
            self.write(
                "rules.csv", "for,name,steps,applies_from,reason,authority,changed_by,gone\n"
                "council,Two strikes,green if on_target; red if off_target and worse_than_year; amber,2024-04-01,Fewer alarms.,Cabinet,k.benali,\n"
                "core,Strict,green if on_target; red,2025-04-01,Core means core.,Cabinet,k.benali,\n"))
        first = self.export(place)
        self.assertEqual(len(first["rules.csv"].decode("utf-8-sig").splitlines()), 3)
        folder.mkdir()
        for name, text in first.items():
            (folder / name).write_bytes(text)
        self.done("import", *again, *sorted(folder.iterdir()))
        self.assertEqual(self.export(again), first)
        self.assertEqual(
            self.export(place, "--as-at", "2025-07-31")["rules.csv"].decode("utf-8-sig").count("\n"), 1,
            "as it was known before")
        self.done("check", *again)

    def test_the_same_files_twice_change_nothing(self):
        before = self.export(self.ambleford)
        folder = self.new_folder()
        self.done("export", *self.ambleford, "--as", "csv", folder)
        said = self.done("import", *self.ambleford, *sorted(folder.iterdir()))
        self.assertRegex(said.lower(), r"nothing|no change|already")
        self.assertEqual(self.export(self.ambleford), before)

    def test_a_dry_run_saves_nothing(self):
        before = self.export(self.ambleford)
        self.done("import", *self.ambleford, "--dry-run", self.one_more_figure())
        self.assertEqual(self.export(self.ambleford), before)

    def test_a_new_figure_is_an_edition_and_the_past_stays_as_it_was(self):
        place = self.new_place()
        self.done("demo", *place)
        past = self.export(place, "--as-at", "2025-07-31")
        self.done("import", *place, self.one_more_figure())
        self.assertEqual(self.export(place, "--as-at", "2025-07-31"), past)
        self.assertNotEqual(self.export(place)["figures.csv"], past["figures.csv"])
        self.done("check", *place)

    def test_json_holds_the_same_indicators(self):
        told = json.loads(self.done("export", *self.ambleford, "--as", "json"))
        indicators = {
            row["indicator"]
            for row in csv.DictReader(io.StringIO(self.export(self.ambleford)["indicators.csv"].decode("utf-8-sig")))
        }
        self.assertGreaterEqual(len(indicators), 167)
        text = json.dumps(told)
        self.assertEqual([one for one in indicators if f'"{one}"' not in text], [])

    def test_all_faults_are_named_with_their_place_and_nothing_is_saved(self):
        before = self.export(self.ambleford)
        path = self.write("figures.csv", "indicator,period,value,numerator,denominator,note\n"
                                         f"{self.some_indicator()},Octember 2025,1,,,A note.\nNOSUCH1,April 2025,12,,,A note.\n"
                                         f"{self.some_indicator()},April 2025,twelve,,,A note.\n")
        said = self.refused("import", *self.ambleford, path)
        for row, found in ((2, "Octember 2025"), (3, "NOSUCH1"), (4, "twelve")):
            self.assertRegex(said, rf"figures\.csv.*row {row}\b.*{found}")
        self.assertEqual(self.export(self.ambleford), before)

    def test_one_bad_file_keeps_out_the_good_ones_beside_it(self):
        before = self.export(self.ambleford)
        bad = self.write("targets.csv", "indicator,year,kind,target\nNOSUCH1,2025/26,flat,9\n")
        self.refused("import", *self.ambleford, self.one_more_figure(), bad)
        self.assertEqual(self.export(self.ambleford), before)

    def test_the_past_of_councils_before_comes_in_added_up_and_goes_out_with_its_marks(self):
        place = self.new_place()
        self.done("demo", *place)
        rows = list(csv.DictReader(io.StringIO(self.export(place)["indicators.csv"].decode("utf-8-sig"))))
        share = next(row["indicator"] for row in rows
                     if (row["aggregation"], row["frequency"], row["multiplier"]) == ("ratio", "annual", "100"))
        figures = self.write("before.csv", "predecessor,tier,year,measure,numerator_or_value,denominator\n"
                             + "".join(f"{council},district,{year},{share},{above},{below}\n" for council, year, above, below in (
                                 ("Eastford", "2001/02", 90, 100), ("Westford", "2001/02", 100, 900),
                                 ("Eastford", "2002/03", 9, 10), ("Westford", "2002/03", "", ""))))
        mapping = self.write("mapping.csv", "predecessor,successor,share\nEastford,Ambleford Council,1\n"
                                            "Westford,Ambleford Council,0.5\nWestford,Elsewhere,0.5\n")
        said = self.done("import", *place, "--dry-run", figures, mapping)
        self.assertIn("2 new", " ".join(said.split()))
        self.done("import", *place, figures, mapping)
        out = [row for row in csv.DictReader(io.StringIO(self.export(place)["figures.csv"].decode("utf-8-sig"))) if row["added_up"]]
        self.assertEqual([(row["numerator"], row["denominator"], row["added_up"]) for row in out],
                         [("140", "550", "apportioned"), ("", "", "incomplete")])
        self.assertEqual(out[0]["note"], "Added up from Eastford and 50% of Westford.")
        self.assertRegex(self.done("import", *place, figures, mapping).lower(), r"nothing|no change|already")
        self.done("check", *place)
        before = self.export(place)
        self.assertIn("mapping.csv, row 2, column share: the parts of ‘Eastford’ add up to 0.5.", self.refused(
            "import", *place, figures, self.write("mapping.csv", "predecessor,successor,share\nEastford,Ambleford Council,0.5\nWestford,Ambleford Council,1\n")))
        self.assertEqual(self.export(place), before)

    @unittest.skipUnless(SHARED.exists(), "Trafford's published figures are not on this machine.")
    def test_published_figures_come_in_as_they_are(self):
        place = self.new_place()
        files = sorted((SHARED / "data/trafford_kpis").rglob("*.csv"))
        self.done("import", *place, "--area", "E08000009", *files)
        self.done("check", *place)
        sheets = self.export(place)
        own = list(csv.DictReader(io.StringIO(sheets["figures.csv"].decode("utf-8-sig"))))
        self.assertGreater(len(own), 100)
        again = self.done("import", *place, "--area", "E08000009", *files)
        self.assertRegex(again.lower(), r"nothing|no change|already")

    def test_published_figures_of_any_size_come_in_beside_a_running_server(self):
        place = self.new_place()
        self.done("demo", *place)
        rows = "".join(f"E06000999,Ambleford,{year}/{year - 1999},Bins {number},%,{number}.5\n"
                       for number in range(2000) for year in range(2015, 2025))
        path = self.write(
            "bins.csv", "area_code,area_name,period,indicator,unit,value\n" + rows +
            "E06900001,Newham by the Sea,2024/25,Bins 1,%,40\nE92000001,England,2024/25,Bins 1,%,44\n")
        packed = path.with_suffix(".csv.gz")
        packed.write_bytes(gzip.compress(path.read_bytes()))
        said = ["--name", "Bins of the country", "--licence", "OGL v3", "--publisher", "Defra", "--published-on", "2025-07-31"]
        with Served(place) as server:
            seen = lambda: Visitor(server.address).ask("GET", "/compare?set=Bins+of+the+country").text
            self.assertNotIn("Bins 1999", seen())
            who = Visitor(server.address)
            page = who.get("/areas/bring-in")
            who.upload(page, page.form("/areas"), "file", "more.csv", b"code,name,tier\nE06900001,Newham by the Sea,unitary\n")
            self.assertIn("dry run", self.done("published", *place, *said, "--dry-run", path))
            self.assertNotIn("Bins 1999", seen())
            answer = self.done("published", *place, *said, "--figures-memory", "64", packed)
            self.assertIn("Left out: 1 value. ", answer)
            self.assertRegex(
                answer,
                r"20,001 of 20,002 values of bins\.csv\.gz were taken: 2000 indicators, 10 periods\. Saved as record \d+\.")
            self.assertIn("Ambleford has figures in 2000 published indicators", seen())
            self.assertIn("Bins of the country", Visitor(server.address).ask("GET", "/comparators").text)
        self.done("check", *place)
        files = sorted((pathlib.Path(place[1]) / "comparators").glob("figures-*.parquet"))
        self.refused("published", *place, "--name", "Bins", "--licence", "OGL v3", self.write("words.csv", "What,a,mess\n1,2,3\n"))
        refusal = self.refused("published", *place, "--name", "x" * 121, "--licence", "OGL v3", "--published-on",
                               "soon", "--years", "lunar", path)
        for field in ("data_set", "published", "years"):
            self.assertIn(f"{field}: ", refusal)
        self.assertEqual(sorted((pathlib.Path(place[1]) / "comparators").glob("figures-*.parquet")), files,
                         "nothing is left of what was refused")

    # What the tests bring in.

    def write(self, name, text):
        folder = self.new_folder()
        folder.mkdir()
        (folder / name).write_text(text, encoding="utf-8")
        return folder / name

    def some_indicator(self):
        """A count, so that a value alone is a figure."""
        rows = csv.DictReader(io.StringIO(self.export(self.ambleford)["indicators.csv"].decode("utf-8-sig")))
        return next(row["indicator"] for row in rows if row["aggregation"] == "sum" and row["frequency"] == "monthly" and not row["ends"]
                    and row["submitted"] == "in_period")

    def one_more_figure(self):
        return self.write("figures.csv", "indicator,period,value,standing,reason,note\n"
                                         f"{self.some_indicator()},2025-10-01/P1M,7,revised,Recount.,Counted again in November.\n")


class OnSqlite(OnEitherDatabase, Journey):
    def new_place(self):
        self.made_places = getattr(self, "made_places", 0) + 1
        return ["--data", self.work / f"{id(self)}-{self.made_places}"]


@unittest.skipUnless(programs(), "PostgreSQL is not installed here (package postgresql-15).")
class OnPostgres(OnEitherDatabase, Journey):
    @classmethod
    def setUpClass(cls):
        cls.postgres = PrivatePostgres().__enter__()
        super().setUpClass()

    @classmethod
    def tearDownClass(cls):
        super().tearDownClass()
        cls.postgres.__exit__()

    def new_place(self):
        self.made_places = getattr(self, "made_places", 0) + 1
        return ["--data", self.work / f"{id(self)}-{self.made_places}", "--database", self.postgres.new_database()]

    def test_it_exports_what_sqlite_exports(self):
        on_sqlite = ["--data", self.new_folder()]
        self.done("demo", *on_sqlite)
        self.assertEqual(self.export(self.ambleford), self.export(on_sqlite))


class AskedWrongly(Journey):
    def test_an_unknown_command_is_told_apart_from_a_refusal(self):
        self.assertEqual(run("fly").returncode, 2)
        self.assertEqual(run("serve").returncode, 2)
        self.assertEqual(run("export", "--data", self.new_folder(), "--as", "pdf").returncode, 2)

    def test_help_is_an_answer(self):
        for command in ([], ["demo"], ["serve"], ["import"], ["published"], ["export"], ["check"], ["assess"]):
            answer = run(*command, "--help")
            self.assertEqual(answer.returncode, 0)
            self.assertIn("--", answer.stdout)

    def test_the_demo_is_not_made_over_a_council(self):
        place = ["--data", self.new_folder()]
        self.done("demo", *place)
        before = self.export(place)
        self.assertIn("already", self.refused("demo", *place))
        self.assertEqual(self.export(place), before)

    def test_a_file_that_is_not_there_is_named(self):
        self.assertIn("no-such-file.csv", self.refused("import", "--data", self.new_folder(), "no-such-file.csv"))


if __name__ == "__main__":
    unittest.main(verbosity=2)
