"""Ambleford's report of the first quarter of 2025/26 as files: PDF, Word and Excel are made, looked into by other programs, and hold the
figures of the page; what may not be published is in no byte of any public file. Skipped where those programs are absent.

    report_files.py
"""
import io, json, pathlib, re, shutil, sys, time, unittest, xml.etree.ElementTree as tree, zipfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import engines, paper, reports, servers, tagged  # noqa: E402
from letters import Mailbox  # noqa: E402
from reported_quarter import Play  # noqa: E402
from reports import FIRST  # noqa: E402
from visitor import Visitor  # noqa: E402

CANARIES = ("Canary", "4711329", "9999887", "47.11382", "nobody has checked", "three children", "under negotiation")
FILES = {"pdf": "pdf", "docx": "word"}


def made(visitor, path, ending):
    """The file, once it has been made."""
    form = ("public-" if path.endswith("/public") else "") + FILES[ending]
    patience = time.monotonic() + 120
    while time.monotonic() < patience:
        page = visitor.get(f"{path.removesuffix('/public')}/files/{form}")
        if "could not be made" in page.words:
            raise AssertionError(page.words)
        if "The file is ready." in page.words:
            return visitor.get(f"{path}.{ending}")
        time.sleep(0.2)
    raise AssertionError(f"{path}.{ending} was not made")


@unittest.skipIf(paper.missing(), f"not installed here: {', '.join(paper.missing())}")
class FilesOfAReport(unittest.TestCase):
    def test_hold_what_the_page_holds_and_nothing_that_may_not_be_published(self):
        with engines.on("sqlite") as new_place, Mailbox() as mail:
            play = Play(new_place, mail)
            play.settings = {**play.settings, "attach_mb": "5"}
            play.prepare()
            for step in ("the_evening", "the_run", "the_review", "published"):
                getattr(reports.Reports, step)(self, play)
            self.public, self.full = play.anybody(), play.people["c.crane"]
            self.page = self.public.get(FIRST + "/public")
            self.pdf = made(self.public, FIRST + "/public", "pdf")
            self.word = made(self.public, FIRST + "/public", "docx")
            self.book = self.public.get(FIRST + "/public.xlsx")
            for check in (self.the_letters, self.the_waiting, self.the_pdf, self.the_tags, self.with_charts,
                          self.the_word_file, self.the_money, self.the_workbook, self.the_figures, self.the_same_bytes,
                          self.nothing_leaks):
                with self.subTest(check.__name__):
                    check(play)
            play.server.__exit__()
            self.without_programs(play)

    role_of, a_list = reports.Reports.role_of, reports.Reports.a_list
    officer, the_paper = reports.Reports.officer, reports.Reports.the_paper

    def the_letters(self, play):
        """Each carries the PDF of what its reader may see: outside addresses the public edition."""
        def enclosed(address):
            letter = play.told[address]
            self.assertIn("The report is attached as a PDF.", letter.plain)
            (file,) = letter.message.iter_attachments()
            self.assertEqual(file.get_content_type(), "application/pdf")
            return file.get_filename(), file.get_content()

        name = "quarterly-2025-26-q1-edition-1"
        for address in ("clerk@parish.example", play.emails[self.officer(play)]):
            self.assertEqual(enclosed(address), (f"{name}-public.pdf", self.pdf.body))
            everything = play.told[address].raw + paper.bytes_within(enclosed(address)[1])
            for canary in CANARIES:
                self.assertNotIn(canary.encode(), everything)
        self.assertEqual(enclosed(play.emails["c.crane"]), (f"{name}.pdf", made(self.full, FIRST, "pdf").body))

    def the_waiting(self, play):
        """Another's draft opens to nobody; who may not read the full form is led to the public one; what waits can be stopped."""
        self.assertEqual(self.public.get("/reports/quarterly/2025-26-q2/files/pdf").status, 404)
        self.assertEqual(self.public.get(FIRST + "/files/pdf").path, FIRST + "/files/public-pdf")
        self.assertEqual(self.public.get(FIRST + "/files/picture").status, 404)
        self.assertEqual(self.public.get(FIRST + ".pdf").body, self.pdf.body, "led to the public file")
        page = self.full.get(FIRST + "/files/word?look=by-hand")
        self.assertNotIn("refresh", {name.lower() for name, _ in page.headers.items()})
        self.assertIn("Stopped.", self.full.submit(page, page.form("/files/word"), "Stop making it").words)
        page = self.full.get(FIRST + "/files/word")
        self.assertIn("refresh", {name.lower() for name, _ in page.headers.items()}, page.words[:300])

    def the_pdf(self, play):
        told, code = paper.ask("qpdf", "--json", "FILE", content=self.pdf.body)
        self.assertEqual(code, 0)
        catalogue = json.loads(told)
        text = json.dumps(catalogue)
        info = paper.ask("pdfinfo", "FILE", content=self.pdf.body)[0].decode()
        for line in (r"Title: +Quarterly performance report, 2025/26 Q1 – Ambleford Council", r"Tagged: +yes",
                     r"JavaScript: +no", r"Page size: .*\(A4\)", r"CreationDate: +Thu Jul 31 23:00:00 2025"):
            self.assertRegex(info, line)
        self.assertRegex(text, r'"/Lang": "(u:)?en-GB"')
        self.assertNotIn("/URI", text, "it leads nowhere")
        structure = paper.structure(self.pdf.body)
        tags = re.findall(r"^ *(\w+)[ :(]", structure, re.M)
        self.assertEqual(tags.count("H1"), 1)
        self.assertEqual(tags.count("H2"), len(re.findall(r"<h2", self.page.text)))
        self.assertIn("/Scope /Column", structure)
        self.assertIn("/Scope /Row", structure)
        objects = catalogue["qpdf"][1].values() if "qpdf" in catalogue else catalogue["objects"].values()
        values = [one.get("value", one) for one in objects if isinstance(one, dict)]
        figures = [one for one in values if isinstance(one, dict) and one.get("/S") == "/Figure"]
        drawn = [one for one in figures if one.get("/Alt") not in (None, "u:", "")]
        self.assertGreater(len(drawn), 50)
        self.assertEqual(len(drawn), len(figures), "each drawing has its words")
        titles = [one["/Title"] for one in values if isinstance(one, dict) and "/Title" in one and "/Parent" in one]
        self.assertGreaterEqual(len(titles), tags.count("H2"), "bookmarks")
        headings = {title.removeprefix("u:") for title in titles}
        pages = paper.ask("pdftotext", "-layout", "FILE", "-", content=self.pdf.body)[0].decode().split("\f")[:-1]
        self.assertGreater(len(pages), 10)
        for number, page in enumerate(pages, 1):
            self.assertIn(f"Page {number} of {len(pages)}", page)
            self.assertIn("As at the end of 31 July 2025", page)
            self.assertGreater(len(paper.close(page)), 250, f"page {number} is blank")
            said = [line.strip() for line in page.splitlines() if line.strip()][1:-1]  # without the margins at its head and foot
            self.assertNotIn(said[-1], headings, f"a heading is left alone at the foot of page {number}")

    def the_tags(self, play):
        """What a screen reader needs is there, in every pack that has charts too; and the look at it finds what is taken away."""
        self.assertEqual(tagged.faults(self.pdf.body), [])
        for part, gone, fault in ((b"/Alt ", b"/Alx ", "A drawing has no words."),
                                  (b"/DisplayDocTitle true", b"/DisplayDocTitle null",
                                   "A reader shows the file's name in place of its title."),
                                  (b"/Lang ", b"/Lanx ", "It does not name its language."),
                                  (b"/Marked true", b"/Marked null", "It is not marked as tagged.")):
            self.assertIn(fault, tagged.faults(self.pdf.body.replace(part, gone)))
        for begins, was, became in (("A row of a table", b"/Scope /Row", b"/Scopx /Row"), ("A heading of level 5", b"/S /H2", b"/S /H5")):
            faults = tagged.faults(self.pdf.body.replace(was, became))
            self.assertTrue(any(fault.startswith(begins) for fault in faults), begins)

    def with_charts(self, play):
        """A report of one indicator after the other: each drawing in PDF and Word says what it finds and where figures fall by chance."""
        health, reader = "/reports/health/2025-26-q1-edition-1", play.people["d.pemberton"]
        charts = [block for part in reader.get(health + ".json").json["parts"] for block in part["blocks"] if block["block"] == "chart"]
        with_process = [
            chart for chart in charts
            if chart.get("usual") and any(point.get("value") is not None for point in chart["points"])
        ]
        self.assertGreater(len(with_process), 3)
        pdf, word = made(reader, health, "pdf").body, made(reader, health, "docx").body
        self.assertEqual(tagged.faults(pdf), [])
        in_pdf = set(tagged.words_of_drawings(pdf))
        in_word = set(re.findall(r'<wp:docPr descr="([^"]*)"', zipfile.ZipFile(io.BytesIO(word)).read("word/document.xml").decode()))
        for chart in with_process:
            words = f"{chart['finding']}. {chart['summary']}"
            self.assertIn(words, in_pdf)
            self.assertIn(words, in_word)

    def the_word_file(self, play):
        package = zipfile.ZipFile(io.BytesIO(self.word.body))
        document, core = (package.read(name).decode() for name in ("word/document.xml", "docProps/core.xml"))
        self.assertIn("<dc:title>Quarterly performance report, 2025/26 Q1</dc:title>", core)
        self.assertIn("<dc:language>en-GB</dc:language>", core)
        self.assertIn("<dc:creator></dc:creator>", core)
        self.assertIn("2025-07-31T23:00:00Z", core)
        tables = document.count("<w:tbl>")
        self.assertGreater(tables, 5)
        self.assertEqual(document.count("<w:tblHeader"), tables, "the first row of each table repeats")
        rows = re.findall(r"<w:tr>(.*?)</w:tr>", document, re.S)
        self.assertGreater(len(rows), 100)
        self.assertTrue(all("<w:cantSplit/>" in row for row in rows), "no row is divided between two pages")
        for name, right in self.stands_right(package):
            self.assertTrue(right, f"numbers under {name} stand right, as their head does")
        pictures = re.findall(r'<wp:docPr descr="([^"]*)"', document)
        self.assertGreater(len(pictures), 50)
        self.assertTrue(all("figure" in words.lower() for words in pictures), "each picture has its words")
        text = paper.opened(paper.converted(self.word.body, "docx", "odt"))
        headings = [(int(one.get(paper.TEXT + "outline-level")), "".join(one.itertext())) for one in text.iter(paper.TEXT + "h")]
        self.assertIn((1, "What needs attention"), headings)
        self.assertGreaterEqual({level for level, _ in headings}, {1, 2})
        self.assertEqual(len(list(text.iter(paper.TABLE + "table-header-rows"))), tables)

    def stands_right(self, package):
        """Of each column of figures and targets: whether the head and all cells that say something stand right."""
        body = tree.fromstring(package.read("word/document.xml"))
        for table in body.iter(paper.W + "tbl"):
            stands = lambda cell: {one.get(paper.W + "val") for one in cell.iter(paper.W + "jc")}  # noqa: E731
            rows = [[(stands(cell), "".join(cell.itertext())) for cell in row.iter(paper.W + "tc")]
                    for row in table.iter(paper.W + "tr")]
            for at, (_, name) in enumerate(rows[0]):
                if name in ("Figure", "Target"):
                    yield name, all(row[at][0] == {"right"} for row in rows if row[at][1])

    def the_money(self, play):
        """Each sum of the report of finance and performance is the same in every form."""
        reader, joint = play.people["d.pemberton"], "/reports/finance-and-performance/2025-06-edition-1"
        document = reader.get(joint + ".json").json
        tables = [[[column["title"] for column in block["columns"]],
                   *[[cell["text"] for cell in row["cells"]] for row in block["rows"]]]
                  for part in document["parts"] for block in part["blocks"]
                  if block["block"] == "table" and block["columns"][1]["name"] == "budget"]
        expected = paper.sums(tables)
        self.assertGreater(len(expected), 50)
        book = reader.get(joint + ".xlsx").body
        for form, found in (("page", paper.tables_of_page(reader.get(joint).text)),
                            ("PDF", paper.tables_of_pdf(made(reader, joint, "pdf").body)),
                            ("Word", paper.tables_of_word(made(reader, joint, "docx").body)),
                            ("workbook", paper.tables_of_book(paper.converted(book, "xlsx", "ods")))):
            self.assertEqual(paper.sums(found), expected, form)
        parts = zipfile.ZipFile(io.BytesIO(book))
        charts = [parts.read(name).decode() for name in parts.namelist() if re.fullmatch(r"xl/charts/chart\d+\.xml", name)]
        self.assertTrue(any("<c:barChart>" in chart and "Money" in chart for chart in charts), "a native chart of the money")

    def the_workbook(self, play):
        """LibreOffice calculates it anew and finds the numbers that we wrote."""
        self.ods = paper.converted(self.book.body, "xlsx", "ods")
        before = sorted(
            float(value) for content in self.sheets_of(self.book.body)
            for value in re.findall(r'<c r="[A-Z]+\d+"(?: s="\d+")?><v>([^<]+)</v>', content))
        after = sorted(float(value) for rows in paper.sheets(self.ods).values() for row in rows for _, value in row if value is not None)
        self.assertGreater(len(before), 300)
        self.assertEqual(len(after), len(before))
        for ours, theirs in zip(before, after):
            self.assertAlmostEqual(ours, theirs, delta=1e-9 * max(1, abs(ours)))

    def sheets_of(self, book):
        package = zipfile.ZipFile(io.BytesIO(book))
        return [package.read(name).decode() for name in package.namelist() if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", name)]

    def the_figures(self, play):
        """The document's own tables first: each form must have those, and no others."""
        document = self.public.get(FIRST + "/public.json").json
        tables = [[[column["title"] for column in block["columns"]],
                   *[[cell["text"] + " " + cell.get("below", "") for cell in row["cells"]] for row in block["rows"]]]
                  for part in document["parts"] for block in part["blocks"] if block["block"] == "table"]
        expected = paper.facts(tables)
        self.assertGreater(len(expected), 100)
        for form, found in (("page", paper.tables_of_page(self.page.text)), ("PDF", paper.tables_of_pdf(self.pdf.body)),
                            ("Word", paper.tables_of_word(self.word.body)), ("workbook", paper.tables_of_book(self.ods))):
            self.assertEqual(paper.facts(found), expected, form)
        facts = {one["indicator"]: paper.close(one["shown"]) for one in document["facts"]}
        self.assertEqual({reference: figure for reference, figure, _ in expected},
                         {reference: facts[reference] for reference, _, _ in expected}, "data")

    def the_same_bytes(self, play):
        """What was made is kept; thrown away and made anew it is the same."""
        kept = pathlib.Path(play.place[play.place.index("--data") + 1]) / "made"
        self.assertEqual(kept.stat().st_mode & 0o077, 0, "for the server alone")
        self.assertEqual(play.people["d.pemberton"].get(FIRST + "/public.pdf").body, self.pdf.body)
        for file in kept.iterdir():
            file.unlink()
        self.assertEqual(made(self.public, FIRST + "/public", "pdf").body, self.pdf.body)
        self.assertEqual(made(self.public, FIRST + "/public", "docx").body, self.word.body)

    def nothing_leaks(self, play):
        canaries = [word.encode() for word in (*CANARIES, play.emails["d.pemberton"], "goldenthread-")]
        for form, content in (("pdf", self.pdf), ("docx", self.word), ("xlsx", self.book)):
            everything = paper.bytes_within(content.body) + str(content.headers).encode()
            for canary in canaries:
                self.assertNotIn(canary, everything, form)
        full = {"pdf": made(self.full, FIRST, "pdf"), "docx": made(self.full, FIRST, "docx"), "xlsx": self.full.get(FIRST + ".xlsx")}
        for form, content in full.items():
            self.assertIn(b"Canary", paper.bytes_within(content.body), f"members read it in full, or this finds nothing in {form}")

    def without_programs(self, play):
        """The page says what is missing, and everything else works."""
        shutil.rmtree(pathlib.Path(play.place[play.place.index("--data") + 1]) / "made")
        with servers.Served(play.place, "--chromium", "none", "--pandoc", "none", clock="2025-08-01T00:00:00Z") as server:
            anybody = Visitor(server.address)
            for form, package in (("pdf", "chromium"), ("word", "pandoc")):
                page = anybody.get(f"{FIRST}/files/public-{form}")
                self.assertEqual(page.status, 200)
                self.assertIn(f"installs the package {package}", page.words)
                self.assertIn("Excel workbook", page.words)
            self.assertEqual(anybody.get(FIRST + "/public.xlsx").body, self.book.body)
        with servers.Served(play.place, "--chromium", "none", clock="2025-08-01T00:00:00Z") as server:
            alone = made(Visitor(server.address), FIRST + "/public", "docx").body
            self.assertEqual(paper.facts(paper.tables_of_word(alone)), paper.facts(paper.tables_of_word(self.word.body)), "pandoc alone")
        refused = servers.run("serve", *play.place, "--listen", "127.0.0.1:0", "--chromium", "chromium")
        self.assertEqual(refused.returncode, 1, refused.stderr)
        self.assertIn("is not the absolute path of a program", refused.stderr + refused.stdout)


if __name__ == "__main__":
    unittest.main()
