"""`goldenthread assess` against reference cases with known answers: every row, every expected column."""
import csv, io, unittest

from journey import SHARED, Journey, run

CASES = SHARED / "cases/rules"
KEYS = {"case_id", "measure", "month", "as_at"}


def read(path):
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def same(found, expected):
    """Equal as text, or as numbers within a billionth."""
    if found == expected:
        return True
    try:
        a, b = float(found), float(expected)
    except ValueError:
        return False
    return abs(a - b) <= 1e-9 * max(1, abs(b))


@unittest.skipUnless(CASES.exists(), "The reference cases are not on this machine.")
class Assess(Journey):
    def answers(self, rule, text, *options):
        answer = run("assess", rule, *options, stdin=text)
        self.assertEqual(answer.returncode, 0, answer.stderr)
        return list(csv.DictReader(io.StringIO(answer.stdout)))

    def compare(self, found, expected, columns):
        self.assertEqual(len(found), len(expected))
        by_key = {self.key(row): row for row in found}
        wrong = []
        for row in expected:
            mine = by_key.get(self.key(row), {})
            wrong += [f"{self.key(row)} {column}: {mine.get(column)!r}, expected {row[column]!r}" for column in columns
                      if not same(mine.get(column, "nothing"), row[column])]
        self.assertEqual(wrong, [])

    @staticmethod
    def key(row):
        return tuple(row[name] for name in sorted(KEYS & row.keys()))

    def one_file(self, rule, columns):
        """Gives the program the columns of input alone, so that no answer can be copied from the file."""
        expected = read(CASES / f"{rule}.csv")
        text = io.StringIO()
        inputs = [name for name in expected[0] if name not in columns]
        writer = csv.DictWriter(text, inputs, extrasaction="ignore")
        writer.writeheader()
        writer.writerows(expected)
        self.compare(self.answers(rule, text.getvalue()), expected, columns)

    def test_rag(self):
        self.one_file("rag", ["expected_status", "variance", "variance_pct", "favourable_variance"])

    def test_direction(self):
        self.one_file("direction", ["expected"])

    def test_aggregate(self):
        expected = read(CASES / "agg_expected.csv")
        found = self.answers("aggregate", (CASES / "agg_input.csv").read_text(), "--measures", CASES / "agg_measures.csv")
        self.compare(found, expected, [name for name in expected[0] if name not in KEYS])

    def test_revisions(self):
        expected = read(CASES / "revisions_expected.csv")
        dates = ",".join(sorted({row["as_at"] for row in expected}))
        found = self.answers("revisions", (CASES / "revisions_versions.csv").read_text(), "--as-at", dates)
        self.compare(found, expected, [name for name in expected[0] if name not in KEYS])

    def test_merge(self):
        found = self.answers("merge", (CASES / "merge_input.csv").read_text(), "--mapping", CASES / "merge_mapping.csv")
        expected = read(CASES / "merge_expected.csv")
        self.assertEqual(len(found), len(expected))
        wrong = [(mine, row) for mine, row in zip(found, expected) if not all(same(mine[name], row[name]) for name in row)]
        self.assertEqual(wrong, [])

    def test_forecast(self):
        """The naive methods to the digit; the others are scored by the unit tests and `make bench`."""
        text = "\n".join((CASES.parent / "forecasts/m1_series.csv").read_text().splitlines()[:200])
        expected = {(row["series_id"], row["h"]): row for row in read(CASES.parent / "forecasts/m1_reference_forecasts.csv")}
        for method in ("naive", "snaive"):
            found = self.answers("forecast", text, "--method", method)
            self.assertGreater(len(found), 1000)
            wrong = [row for row in found if not same(row["point"], expected[row["series_id"], row["h"]][method])]
            self.assertEqual(wrong, [])


if __name__ == "__main__":
    unittest.main(verbosity=2)
