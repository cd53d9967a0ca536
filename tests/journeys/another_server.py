"""Reports that another server makes: its folder of data is empty, and the published figures of the country lie on the disk of the server that
brought them in. `run-due` writes them from their copies in the database, and its reports are those of the first server, word for word; with
no sound copy it makes no report at all and says why.

    another_server.py sqlite|postgres
"""
import pathlib, shutil, sqlite3, sys, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import engines, postgres, servers  # noqa: E402

ENGINE = sys.argv[1] if len(sys.argv) > 1 else "sqlite"
FIRST_TURN, NEXT_TURN = "2026-02-20T09:00:00Z", "2026-05-20T09:00:00Z"
DOCUMENTS = ("select pack, period, edition, form, fingerprint from report_document where stage = 'run' and period >= '2025-10' "
             "order by 1, 2, 3, 4")


def figures_in(place):
    folder = pathlib.Path(place[1]) / "comparators"
    return {file.name: file.read_bytes() for file in folder.glob("figures-*.parquet")} if folder.exists() else {}


def elsewhere(place, folder):
    """The same database with an empty folder of data, as on another machine; of SQLite its backup."""
    folder.mkdir()
    if "--database" in place:
        return ["--data", str(folder), *place[2:]]
    with sqlite3.connect(pathlib.Path(place[1]) / "goldenthread.db") as there, sqlite3.connect(folder / "goldenthread.db") as here:
        there.backup(here)
    return ["--data", str(folder)]


def turns(place):
    servers.done("run-due", *place, "--clock", FIRST_TURN)
    return servers.run("run-due", *place, "--clock", NEXT_TURN)


class AnotherServer(unittest.TestCase):
    def setUp(self):
        self.engine = engines.on(ENGINE)
        self.new_place = self.engine.__enter__()
        self.addCleanup(self.engine.__exit__, None, None, None)
        self.first = self.new_demo()
        self.second = elsewhere(self.first, self.new_place.work / "elsewhere")

    def new_demo(self):
        place = self.new_place()
        servers.done("demo", *place)
        return place

    def test_makes_the_reports_that_the_first_would_have_made(self):
        alone = self.new_demo()
        self.assertEqual(turns(alone).returncode, 0)
        self.assertEqual(figures_in(self.second), {})

        ran = turns(self.second)

        self.assertEqual(ran.returncode, 0, ran.stderr)
        self.assertIn("report /reports/state-of-the-district/", ran.stdout)
        made = engines.ask(self.second, DOCUMENTS)
        self.assertEqual(made, engines.ask(alone, DOCUMENTS))
        self.assertGreater(len(made), 10)
        fetched, kept = figures_in(self.second), figures_in(self.first)
        self.assertTrue(fetched, "the figures were written from their copies")
        self.assertEqual(fetched, {name: kept[name] for name in fetched}, "byte for byte")
        district = engines.ask(self.second, "select document from report_document where pack = 'state-of-the-district' "
                                            "and period >= '2025-10' and form = 'full'")
        self.assertIn("Weekly pay of full-time residents, median", district[0][0])
        servers.done("check", *self.second)

    def test_makes_none_where_the_copies_are_spoiled_and_says_so(self):
        engines.change(self.second, "update published_part set bytes = 'AAAA'")
        before = engines.ask(self.second, DOCUMENTS)

        ran = turns(self.second)

        self.assertEqual(ran.returncode, 1)
        self.assertIn("the database has no sound copy of them", ran.stderr)
        self.assertEqual(engines.ask(self.second, DOCUMENTS), before, "no report, nor half of one")
        self.assertEqual(figures_in(self.second), {})

        shutil.copytree(pathlib.Path(self.first[1]) / "comparators", pathlib.Path(self.second[1]) / "comparators", dirs_exist_ok=True)
        again = servers.run("run-due", *self.second, "--clock", NEXT_TURN)
        self.assertEqual(again.returncode, 0, again.stderr)
        self.assertIn("report /reports/state-of-the-district/", again.stdout)


if __name__ == "__main__":
    if ENGINE == "postgres" and not postgres.programs():
        print("PostgreSQL is not installed here (package postgresql-15), so its half is not tested.")
    else:
        unittest.main(argv=sys.argv[:1] + sys.argv[2:])
