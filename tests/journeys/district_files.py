"""The demo's state of the district as files: the published figures of the page stand in the PDF, Word, Excel and CSV, each with the middle
of the others. Skipped where the programs that look into them are absent.

    district_files.py
"""
import csv, io, pathlib, re, sys, tempfile, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import paper, servers  # noqa: E402
from report_files import made  # noqa: E402
from visitor import Visitor  # noqa: E402

REPORT = "/reports/state-of-the-district/2024-25-h2-edition-1/public"
TITLES = ("Residents", "Children in low-income families", "Weekly pay of full-time residents, median",
          "Life expectancy of men", "Adults who smoke", "Residents with a degree or the like")


def figures(tables):
    """{title: (ours, middle of the others)} of tables with a column Ours."""
    found = {}
    for head, *rows in tables:
        names = [paper.close(cell) for cell in head]
        if "Ours" not in names or "Publishedfigure" not in names:
            continue
        for row in rows:
            name = paper.close(row[names.index("Publishedfigure")])
            title = max((one for one in TITLES if name.startswith(paper.close(one))), key=len, default=None)
            if title and len(row) == len(head) and (title != "Residents" or not re.match(r"Residents(aged|who|of|with)", name)):
                found[title] = tuple(number(row[names.index(column)]) for column in ("Ours", "Middleoftheothers"))
    return found


def number(cell):
    """The figure alone, without the quiet line below it."""
    return re.match(r"\s*([\d,.]+%?)", cell)[1]


@unittest.skipIf(paper.missing(), f"not installed here: {', '.join(paper.missing())}")
class TheStateOfTheDistrictAsFiles(unittest.TestCase):
    def test_says_the_same_in_every_form(self):
        with tempfile.TemporaryDirectory() as place:
            servers.done("demo", "--data", place)
            with servers.Served(["--data", place]) as server:
                anybody = Visitor(server.address)
                page = anybody.get(REPORT)
                expected = figures(paper.tables_of_page(page.text))
                self.assertEqual(set(expected), set(TITLES))
                pdf, word = (made(anybody, REPORT, ending).body for ending in ("pdf", "docx"))
                book = paper.converted(anybody.get(REPORT + ".xlsx").body, "xlsx", "ods")
                for form, tables in (("PDF", paper.tables_of_pdf(pdf)), ("Word", paper.tables_of_word(word)),
                                     ("workbook", paper.tables_of_book(book, "Ours"))):
                    self.assertEqual(figures(tables), expected, form)
                rows = {
                    row["title"]: row
                    for row in csv.DictReader(io.StringIO(anybody.get(REPORT + ".csv").text))
                    if row["kind"] == "published"
                }
                self.assertEqual({title: rows[title]["shown"] for title in TITLES},
                                 {title: ours for title, (ours, _) in expected.items()}, "CSV")
                for form, words in (("page", page.words), ("PDF", paper.ask("pdftotext", "FILE", "-", content=pdf)[0].decode())):
                    self.assertIn("Licence: Invented: free to use", re.sub(r"\s+", " ", words), form)


if __name__ == "__main__":
    unittest.main()
