"""What a screen reader needs of a PDF, looked for by another program (qpdf) in the file's own objects: language, title, tags, reading
order, headings, bookmarks, tables with heads, words for each drawing. `faults` says in sentences what is missing; none for a good file."""
import json, re

import paper

HEADING = re.compile(r"/H([1-6])$")


def plain(text):
    return str(text or "").removeprefix("u:").removeprefix("b:")


class Tags:
    def __init__(self, pdf):
        told = json.loads(paper.ask("qpdf", "--json", "FILE", content=pdf)[0])
        self.pages = {page["object"]: number for number, page in enumerate(told["pages"], 1)}
        self.objects = told["qpdf"][1] if "qpdf" in told else told["objects"]
        self.outlines = told["outlines"]
        trailer = self.of(self.objects["trailer"])
        self.catalogue = self.of(trailer["/Root"])
        self.about = self.of(trailer.get("/Info", {}))
        self.root = self.of(self.catalogue.get("/StructTreeRoot", {}))

    def of(self, thing):
        """What a reference leads to."""
        if isinstance(thing, str) and re.fullmatch(r"\d+ \d+ R", thing):
            thing = self.objects.get("obj:" + thing, self.objects.get(thing))
        return thing.get("value", thing) if isinstance(thing, dict) else thing

    def inside(self, element):
        """Its elements, and the numbers of what is drawn for it, in order."""
        kids = self.of(element.get("/K", []))
        return [self.of(kid) for kid in (kids if isinstance(kids, list) else [kids])]

    def elements(self, element):
        return [kid for kid in self.inside(element) if isinstance(kid, dict) and "/S" in kid]

    def walk(self, element=None):
        for kid in self.elements(element or self.root):
            yield kid
            yield from self.walk(kid)

    def pages_of(self, element, page=None):
        """The pages on which it is drawn, in the order of the tags; a table's head stands on each page that it reaches and is left out."""
        page = element.get("/Pg", page)
        if element.get("/S") == "/TH" and self.scope(element) == "/Column":
            return
        for kid in self.inside(element):
            if isinstance(kid, int):
                yield self.pages[page]
            elif isinstance(kid, dict) and kid.get("/Type") == "/MCR":
                yield self.pages[kid.get("/Pg", page)]
            elif isinstance(kid, dict) and "/S" in kid:
                yield from self.pages_of(kid, page)

    def scope(self, cell):
        kept = self.of(cell.get("/A", []))
        return next((self.of(each)["/Scope"] for each in (kept if isinstance(kept, list) else [kept]) if "/Scope" in self.of(each)), None)

    def rows(self, table):
        for kid in self.elements(table):
            yield from [kid] if kid["/S"] == "/TR" else self.rows(kid)

    def bookmarks(self, outlines=None):
        for one in self.outlines if outlines is None else outlines:
            yield one
            yield from self.bookmarks(one["kids"])


def of_the_file(tags):
    catalogue = tags.catalogue
    if plain(catalogue.get("/Lang")) != "en-GB":
        yield "It does not name its language."
    if not plain(tags.about.get("/Title")):
        yield "It has no title."
    if not tags.of(catalogue.get("/ViewerPreferences", {})).get("/DisplayDocTitle"):
        yield "A reader shows the file's name in place of its title."
    if not tags.of(catalogue.get("/MarkInfo", {})).get("/Marked"):
        yield "It is not marked as tagged."
    for page in tags.pages:
        if tags.of(page).get("/Tabs") != "/S" or "/StructParents" not in tags.of(page):
            yield f"Page {tags.pages[page]} is not read in the order of its tags."


def of_headings(tags):
    levels = [int(HEADING.match(each["/S"])[1]) for each in tags.walk() if HEADING.match(each["/S"])]
    if levels[:1] != [1] or levels.count(1) != 1:
        yield "It does not begin with its one title."
    for before, level in zip(levels, levels[1:]):
        if level > before + 1:
            yield f"A heading of level {level} follows one of level {before}."
    marks = list(tags.bookmarks())
    if len(marks) != len(levels):
        yield f"{len(levels)} headings have {len(marks)} bookmarks."
    at = [mark["destpageposfrom1"] for mark in marks]
    if None in at or at != sorted(at):
        yield "Bookmarks do not lead through the pages in order."


def of_tables(tags):
    for table in (each for each in tags.walk() if each["/S"] == "/Table"):
        head, *body = [[(cell["/S"], tags.scope(cell)) for cell in tags.elements(row)] for row in tags.rows(table)]
        if set(head) != {("/TH", "/Column")}:
            yield f"The head of a table is {head}."
        for row in body:
            if len(row) != len(head) or row[0] != ("/TH", "/Row") or {tag for tag, _ in row[1:]} - {"/TD"}:
                yield f"A row of a table is {row}, under a head of {len(head)}."


def of_drawings(tags):
    for figure in (each for each in tags.walk() if each["/S"] == "/Figure"):
        if len(plain(figure.get("/Alt"))) < 5:
            yield "A drawing has no words."


def words_of_drawings(pdf):
    return [plain(each["/Alt"]) for each in Tags(pdf).walk() if each["/S"] == "/Figure" and "/Alt" in each]


def of_lists(tags):
    for each in (each for each in tags.walk() if each["/S"] == "/L"):
        if {kid["/S"] for kid in tags.elements(each)} - {"/LI", "/Caption", "/Lbl", "/LBody"}:
            yield f"A list holds {sorted({kid['/S'] for kid in tags.elements(each)})}."


def of_the_order(tags):
    pages = list(tags.pages_of(tags.root))
    if pages != sorted(pages):
        yield "The tags do not follow the pages."
    if set(pages) != set(tags.pages.values()):
        yield f"Nothing is tagged on pages {sorted(set(tags.pages.values()) - set(pages))}."


def faults(pdf):
    tags = Tags(pdf)
    return [fault for look in (of_the_file, of_headings, of_tables, of_drawings, of_lists, of_the_order) for fault in look(tags)]
