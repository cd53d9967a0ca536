"""Many figures at once in a workbook that is taken, filled in and brought back. All or nothing, each by the same rule as on its
page. On SQLite and on PostgreSQL.

    many_in_a_workbook.py sqlite|postgres
"""
import csv, io, pathlib, sys, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import collecting, engines, postgres, workbooks  # noqa: E402
from many import ENGINE, SLUG, Together  # noqa: E402


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
                               (at["I006"], "Expected on"): "20/07/2025",
                               (at["I006"], "What happened, and why"): "The case system is down."})
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
        content = self.filled({(at["I010"], "Figure"): 110, (at["I010"], "What happened, and why"): "As planned.",
                               (at["I014"], "Figure"): "lots", (at["I018"], "Figure"): 5000,
                               (at["I018"], "What happened, and why"): "So.", (at["I022"], "Code"): "J000",
                               (at["I026"], "Edition"): "x"})
        page = self.bring(content)
        self.assertEqual(page.status, 422)
        for words in (f"Row {at['I014'] + 1}, Figure Found ‘lots’",
                      f"Row {at['I014'] + 1}, What happened, and why Say what lies behind",
                      f"Row {at['I018'] + 1}, Reason, if unusual 5,000 is more than ten times",
                      f"Row {at['I022'] + 1}, J000 There is no such figure", f"Row {at['I026'] + 1}, Edition Found ‘x’"):
            self.assertIn(words, page.words)
        self.assertEqual(self.rows("I010"), [])
        content = self.filled({(at["I018"], "Figure"): 5000, (at["I018"], "What happened, and why"): "So.",
                               (at["I018"], "Reason, if unusual"): "Two boroughs were merged."})
        page = self.bring(content)
        self.assertIn("One figure would be entered", page.words)
        self.assertIn("One figure is saved", self.who.submit(page, page.form("/my-figures/many"), "Enter this figure").words)
        self.assertIn(
            "Two boroughs were merged.",
            engines.ask(self.place,
                        "select answers from entry where note = 'So.'")[0][0].replace("+", " ").replace("%20", " "))

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
        csv.writer(out).writerows([["indicator", "period", "value", "note"],
                                   ["I034", "2025/26 Q1", "110", "'=1+1 as text"], ["", "", "", ""]])
        page = self.bring(out.getvalue().encode(), "mine.csv")
        self.assertIn("One figure would be entered", page.words)
        self.who.submit(page, page.form("/my-figures/many"), "Enter this figure")
        self.assertEqual(self.rows("I034")[0][2:4], ("1100000", "=1+1 as text"))

    def test_what_is_no_workbook_of_ours_is_refused_in_words(self):
        self.take()
        for content, words in (
            (b"code,period,colour\nI038,2025/26 Q1,red\n", "There is no column ‘colour’"),
            (b"code,value\nI038,7\n", "The column Period is missing"),
            (b"code,period,code\nI038,2025/26 Q1,x\n", "a second column"),
            (b"code,period\nI038,soon\n", "There is no such figure"),
            (b"\n\n", "The file is empty"),
            (b"PK\x03\x04 not a workbook", "The workbook has one fault"),
            (b"code,period\n,2025/26 Q1\n", "Give the indicator"),
            (b"code,period,value,note\nI038,2025/26 Q1,110,x\ni038,2025-26-q1,111,y\n", "is there twice"),
        ):
            page = self.bring(content, "odd.csv")
            self.assertEqual(page.status, 422, content)
            self.assertIn(words, page.words)
        start = self.who.get("/my-figures/workbook")
        self.assertIn("Choose the workbook that you filled in",
                      self.who.upload(start, start.form("/my-figures/workbook"), "files", "", b"").words)


if __name__ == "__main__":
    if ENGINE == "postgres" and not postgres.programs():
        print("PostgreSQL is not installed here (package postgresql-15), so its half is not tested.")
    else:
        unittest.main(argv=sys.argv[:1] + sys.argv[2:])
