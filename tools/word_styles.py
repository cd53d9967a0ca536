"""Makes of src/parts/style/word a Word file from which reports in Word take their look: word_styles.py OUT.docx

The same sources give the same bytes; a file that would not change is left as it is.
"""
import io, pathlib, sys, zipfile

ROOT = pathlib.Path(__file__).resolve().parent.parent / "src/parts/style/word"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
PARTS = {"document": "document.main", "styles": "styles", "header": "header", "footer": "footer"}


def xml(inside):
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{inside}'


def relationships(*rows):
    each = "".join(f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target="{target}"/>' for name, kind, target in rows)
    return xml(f'<Relationships xmlns="{PACKAGE}/relationships">{each}</Relationships>')


def content_types():
    each = "".join(f'<Override PartName="/word/{part}.xml" ContentType="{WORD}.{kind}+xml"/>' for part, kind in PARTS.items())
    rels = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    return xml(f'<Types xmlns="{PACKAGE}/content-types">{rels}{each}</Types>')


files = {
    "[Content_Types].xml": content_types(),
    "_rels/.rels": relationships(("rId1", "officeDocument", "word/document.xml")),
    "word/_rels/document.xml.rels": relationships(("rId1", "styles", "styles.xml"), ("rId2", "header", "header.xml"),
                                                  ("rId3", "footer", "footer.xml")),
}
files |= {f"word/{part}.xml": (ROOT / f"{part}.xml").read_text(encoding="utf-8") for part in PARTS}

made = io.BytesIO()
with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
    for name, text in files.items():
        package.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), text, zipfile.ZIP_DEFLATED)
out = pathlib.Path(sys.argv[1])
if not out.exists() or out.read_bytes() != made.getvalue():
    out.write_bytes(made.getvalue())
