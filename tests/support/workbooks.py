"""An .xlsx as a spreadsheet program changes it: `rows(bytes)` reads the first sheet's cells as text, `filled(bytes, changes)` writes
cells into it: {(row, column): text or number}, counted from 0."""
import io, re, xml.etree.ElementTree as tree, zipfile

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
SHEET, STRINGS = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"


def _place(reference):
    letters, digits = re.match(r"([A-Z]+)(\d+)", reference).groups()
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return int(digits) - 1, column - 1


def _reference(row, column):
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row + 1}"


def rows(content):
    """Cells as text; what is empty is ''."""
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        strings = ["".join(part.text or "" for part in one.iter(MAIN + "t")) for one in tree.fromstring(book.read(STRINGS))]
        sheet = tree.fromstring(book.read(SHEET))
    found = {}
    for cell in sheet.iter(MAIN + "c"):
        value = cell.find(MAIN + "v")
        if value is not None:
            found[_place(cell.get("r"))] = strings[int(value.text)] if cell.get("t") == "s" else value.text
    height, width = (max(place[at] for place in found) + 1 for at in (0, 1))
    return [[found.get((row, column), "") for column in range(width)] for row in range(height)]


def filled(content, changes):
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as book, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name in book.namelist():
            made.writestr(name, _with(book.read(name), changes) if name == SHEET else book.read(name))
    return out.getvalue()


def _with(xml, changes):
    sheet = tree.fromstring(xml)
    known = {row.get("r"): row for row in sheet.iter(MAIN + "row")}
    for (row, column), value in changes.items():
        line, reference = known[str(row + 1)], _reference(row, column)
        for old in [cell for cell in line if cell.get("r") == reference]:
            line.remove(old)
        at = sum(1 for cell in line if _place(cell.get("r"))[1] < column)
        cell = tree.Element(MAIN + "c", r=reference)
        if isinstance(value, (int, float)):
            tree.SubElement(cell, MAIN + "v").text = str(value)
        else:
            cell.set("t", "inlineStr")
            tree.SubElement(tree.SubElement(cell, MAIN + "is"), MAIN + "t").text = value
        line.insert(at, cell)
    return tree.tostring(sheet, encoding="utf-8", xml_declaration=True)
