"""What a reader finds in the files of a report, by other programs: the rows of its tables as (reference, figure, target), from the page,
the PDF's own structure, the Word file and the workbook; and every byte that is in them."""
import functools, io, pathlib, re, shutil, subprocess, tempfile, xml.etree.ElementTree as tree, zipfile
from html.parser import HTMLParser

PROGRAMS = ("pdfinfo", "pdftotext", "qpdf", "soffice", "pandoc", "chromium")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TABLE, TEXT, OFFICE = (f"{{urn:oasis:names:tc:opendocument:xmlns:{name}:1.0}}" for name in ("table", "text", "office"))
REFERENCE = re.compile(r"\b([A-Z]{2,4}\d{2})\b")


def missing():
    return [program for program in PROGRAMS if not shutil.which(program)]


def ask(*words, content=None):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "file"
        path.write_bytes(content)
        done = subprocess.run([str(path) if word == "FILE" else word for word in words], capture_output=True, timeout=120)
    return done.stdout, done.returncode


def close(text):
    """Without spaces: where a line ends is no part of what it says."""
    return re.sub(r"\s+", "", text)


def facts(tables):
    """Of tables with columns Figure and Target whose rows carry a reference: {(reference, figure, target)}."""
    found = set()
    for head, *rows in tables:
        names = [close(cell) for cell in head]
        if "Figure" not in names or "Target" not in names:
            continue
        for row in rows:
            reference = REFERENCE.search(" ".join(row[:2]))
            if reference and len(row) == len(head):
                found.add((reference[1], close(row[names.index("Figure")]), close(row[names.index("Target")])))
    return found


def sums(tables):
    """Of tables of money: {(line, column, sum)}; what is quiet beside a sum is left out."""
    found = set()
    for head, *rows in tables:
        names = [close(cell) for cell in head]
        if "Budgetoftheyear" not in names:
            continue
        for row in rows:
            for name, cell in zip(names[1:], row[1:]):
                told = re.match(r"[−-]?£[\d,]+|nottold", close(cell))
                if told and len(row) == len(head) and not name.endswith(":number"):
                    found.add((close(row[0]), name, told[0].replace("−", "-")))
    return found


class _Tables(HTMLParser):
    def __init__(self):
        super().__init__()
        self.tables, self.cell = [], None

    def handle_starttag(self, tag, _):
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in ("td", "th"):
            self.cell = []
        elif self.cell is not None:
            self.cell.append(" ")

    def handle_endtag(self, tag):
        if tag in ("td", "th"):
            self.tables[-1][-1].append("".join(self.cell))
            self.cell = None

    def handle_data(self, data):
        if self.cell is not None:
            self.cell.append(data)


def tables_of_page(html):
    reader = _Tables()
    reader.feed(html)
    return [table for table in reader.tables if table]


@functools.cache
def structure(pdf):
    """The tags of a PDF, one a line, with their text in quotes: what a screen reader goes by."""
    return ask("pdfinfo", "-struct-text", "FILE", content=pdf)[0].decode()


def once(text):
    """The words of a head that stands on each page which its table reaches."""
    words = text.split()
    return next((" ".join(words[:size]) for size in range(1, len(words) + 1) if words == words[:size] * (len(words) // size)), "")


def tables_of_pdf(pdf):
    tables, row_at = [], None
    for line in structure(pdf).splitlines():
        depth, words = len(line) - len(line.lstrip()), line.strip()
        tag = words.split(" ")[0].rstrip(":")
        if row_at is not None and words and depth < row_at:
            row_at = None
        if tag == "Table":
            tables.append([])
        elif tag == "TR":
            tables[-1].append([])
            row_at = depth
        elif row_at is None:
            continue
        elif tag in ("TH", "TD"):
            tables[-1][-1].append("")
        elif words.startswith('"') and tables[-1][-1]:
            tables[-1][-1][-1] += " " + words[1:-1]
    return [[[once(cell) for cell in table[0]], *table[1:]] for table in tables if table]


def tables_of_word(docx):
    body = tree.fromstring(zipfile.ZipFile(io.BytesIO(docx)).read("word/document.xml"))
    def words(cell):
        return " ".join(
            "".join(piece.text or "" if piece.tag == W + "t" else " "
                    for piece in paragraph.iter() if piece.tag in (W + "t", W + "br"))
            for paragraph in cell.iter(W + "p"))
    return [[[words(cell) for cell in row.iter(W + "tc")] for row in table.iter(W + "tr")] for table in body.iter(W + "tbl")]


def converted(content, ending, to):
    """The file as LibreOffice opens it, calculates it and writes it."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / f"file.{ending}"
        path.write_bytes(content)
        subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", to,
                        "--outdir", f"{folder}/out", str(path)], capture_output=True, timeout=120)
        return (pathlib.Path(folder) / "out" / f"file.{to}").read_bytes()


def opened(content):
    """The contents of an OpenDocument file."""
    return tree.fromstring(zipfile.ZipFile(io.BytesIO(content)).read("content.xml"))


def sheets(ods):
    """{sheet: rows of (as shown, the number or None)}."""
    found = {}
    for table in opened(ods).iter(TABLE + "table"):
        rows = found.setdefault(table.get(TABLE + "name"), [])
        for row in table.iter(TABLE + "table-row"):
            cells = []
            for cell in row:
                again = int(cell.get(TABLE + "number-columns-repeated", 1))
                words = "\n".join("".join(part.itertext()) for part in cell.iter(TEXT + "p"))
                cells += [(words, cell.get(OFFICE + "value"))] * (again if words else min(again, 40))
            rows.append(cells)
    return found


def tables_of_book(ods, *heads):
    """Blocks of rows under a head that names Figure, or the budget of money; or one of the columns that are named here."""
    heads = set(heads or ("Figure", "Budget of the year"))
    tables = []
    for rows in sheets(ods).values():
        for row in rows:
            words = [shown for shown, _ in row]
            while words and not words[-1]:
                words.pop()
            if heads & set(words) and "As shown" not in words:
                tables.append([words])
            elif not any(words):
                tables.append([[]])
            elif tables and tables[-1][0]:
                tables[-1].append((words + [""] * len(tables[-1][0]))[:len(tables[-1][0])])
    return tables


def bytes_within(content):
    """Everything in a file, unpacked, as one string of bytes; UTF-16 as UTF-8 too."""
    if content.startswith(b"PK"):
        package = zipfile.ZipFile(io.BytesIO(content))
        return b"\n".join(name.encode() + b"\n" + package.read(name) for name in package.namelist())
    plain = ask("qpdf", "--qdf", "--object-streams=disable", "FILE", "-", content=content)[0]
    texts = [bytes.fromhex(found.decode()).decode("utf-16", "replace").encode() for found in re.findall(rb"<(feff[0-9a-fA-F]{4,})>", plain)]
    return b"\n".join([plain, *texts, ask("pdftotext", "FILE", "-", content=content)[0]])
