"""A council whose every word is script, SQL or a formula goes through a quarter: what is stored and used again later (by the jobs of
the clock, letters, exports, the record) harms no more than what is typed and shown. Numbers are those of the list of past holes.

    odd_words.py sqlite|postgres
"""
import pathlib, sys, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import collecting, engines, naughty, naughty_council, postgres, servers  # noqa: E402
from letters import Mailbox  # noqa: E402

SLUG, ENGINE = "2025-26-q1", "sqlite"


class OddWords(unittest.TestCase):
    def setUp(self):
        self.after = engines.on(ENGINE)
        new_place = self.after.__enter__()
        self.work, self.place = new_place.work, naughty_council.bring_in(new_place(), new_place.work / "sheets", indicators=40, officers=2)
        self.mail = Mailbox().__enter__()

    def tearDown(self):
        self.mail.__exit__(None, None, None)
        self.after.__exit__(None, None, None)

    def test_S3_F1_X1_X9_what_is_stored_is_used_again_as_words_only(self):
        before = self.counts()
        wrong = []
        with servers.Served(self.place, clock="2025-07-02T09:00:00Z") as server:
            officer, checker = collecting.be(server.address, "o0"), collecting.be(server.address, "c0")
            for number, typed in zip(range(0, 40, 2), naughty.SQL + naughty.SCRIPT):
                page = collecting.enter(officer, f"I{number:03}", SLUG, note=typed, next=typed, value=105 + number % 7)
                self.assertEqual(page.status, 200, f"{typed!r} {page.words[:400]}")
                wrong += naughty.live_script(collecting.approve(checker, f"I{number:03}", SLUG).text)
            for person in ("o0", "c0", "team", "chief", "audit", "admin"):
                wrong += self.crawled(collecting.be(server.address, person), person)
        for clock in ("2025-07-04T12:00:00Z", "2025-07-23T12:00:00Z", "2025-07-29T12:00:00Z", "2025-08-01T06:00:00Z"):
            servers.done("run-due", *self.place, "--clock", clock, "--address",
                         "https://performance.smallborough.example", "--smtp", self.mail.address, "--mail-from",
                         "performance@smallborough.example")
        letters = self.mail.take()
        self.assertGreater(len(letters), 3)
        wrong += [f"letter: {fault}" for letter in letters for fault in naughty.live_script(letter.html)]
        self.assertEqual(wrong, [])
        self.assertIn("unbroken chain", servers.done("check", *self.place))
        after = self.counts()
        for name in ("unit", "person", "definition"):
            self.assertEqual(after[name], before[name], name)
        self.assertEqual(len(engines.ask(self.place, "select 1 from entry where stage = 'reported'")), 20)
        self.comes_back_as_it_went()

    def counts(self):
        return {
            name: engines.ask(self.place, f"select count(*) from {name}")[0]
            for name in ("unit", "person", "definition", "figure", "entry", "record", "account", "mail")
        }

    def crawled(self, who, person):
        wrong, seen, waiting, alike = [], set(), ["/", "/cycle", "/my-figures", "/record"], {}
        while waiting:
            path = waiting.pop()
            if path in seen or path.startswith(("/help", "/demo", "/static", "/sign-out")):
                continue
            seen.add(path)
            address, _, question = path.partition("?")
            kind = (address.split("/")[1], address.count("/"), question != "")
            alike[kind] = alike.get(kind, 0) + 1
            if alike[kind] > 4:
                continue
            page = who.ask("GET", path)
            self.assertLess(page.status, 500, path)
            if "text/html" in page.headers.get("content-type", ""):
                wrong += [f"{path} as {person}: {fault}" for fault in naughty.live_script(page.text)]
                waiting += [link.split("#")[0] for link in page.links if link.startswith("/")]
        self.assertGreater(len(seen), 40, person)
        return wrong

    def comes_back_as_it_went(self):
        """F1: out as CSV for the machine and in again changes nothing, so no text was bent to please a spreadsheet and kept so."""
        out = self.work / "out"
        servers.done("export", *self.place, "--as", "csv", out)
        said = servers.done("import", *self.place, "--dry-run", *sorted(out.glob("*.csv")))
        self.assertIn("Nothing changes", said)


if __name__ == "__main__":
    ENGINE = sys.argv.pop(1)
    if ENGINE == "postgres" and not postgres.programs():
        print("PostgreSQL is not installed here (package postgresql-15), so its half is not tested.")
    else:
        unittest.main(verbosity=2)
