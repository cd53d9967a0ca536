"""Ambleford's first quarter of 2025/26 as a place that is played: a council with its people and figures, a real mail server, and a
program that is started again whenever the clock moves on."""
import csv, re, time

import collecting, engines, servers
from visitor import Visitor

AT, QUARTER, MONTH = "https://performance.ambleford.example", "2025-04-01/P3M", "2025-06-01/P1M"
SLUGS = {QUARTER: "2025-26-q1", MONTH: "2025-06"}
PASSWORD = "a harbour, three gulls"
NOTE = "It went as the plan for the quarter says. The team meets on Mondays to look at it."


def rows(folder, sheet):
    with open(folder / f"{sheet}.csv", newline="", encoding="utf-8-sig") as file:
        return list(csv.DictReader(file))


class SignedIn(dict):
    """People by their code, each signed in when first needed: who comes back after days signs in again."""

    def __init__(self, play):
        super().__init__()
        self.play = play

    def __missing__(self, person):
        self[person] = collecting.sign_in(self.play.server.address, self.play.emails[person], PASSWORD)
        return self[person]


class Quarter:
    """One place from 30 June to 1 August, the server started again whenever the clock moves on."""

    def __init__(self, new_place, mail):
        self.place, self.mail, self.work = new_place(), mail, new_place.work
        self.server, self.people = None, SignedIn(self)

    def prepare(self):
        demo = ["--data", str(self.work / "demo")]
        servers.done("demo", *demo)
        everything, before = self.work / "all", self.work / "before"
        servers.done("export", *demo, "--as", "csv", everything)
        servers.done("export", *demo, "--as", "csv", "--as-at", "2025-06-30", before)
        servers.done("import", *self.place, "--clock", "2025-06-30T12:00:00Z", *sorted(before.glob("*.csv")))
        self.emails = {one["person"]: one["email"] for one in rows(before, "people")}
        # What nobody answers for is on the list of owners, and is nobody's to enter.
        everybodys = [one for one in rows(before, "indicators") if not one["ends"] and one["owner"] and one["checker"]]
        self.definitions = {one["indicator"]: one for one in everybodys if not one["computed_from"]}
        self.figures = {}
        for one in rows(everything, "figures"):
            known = one["period"] in SLUGS and one["state"] == "" and one["indicator"] in self.definitions
            if known and (one["value"] or one["numerator"]):
                self.figures.setdefault((one["indicator"], one["period"]), one)
        # What nobody enters: it follows from the others.
        computed = {one["indicator"] for one in everybodys if one["computed_from"]}
        self.computed = {(one["indicator"], one["period"]): one
                         for one in rows(everything, "figures")
                         if one["period"] in SLUGS and one["indicator"] in computed}

    def at(self, clock):
        if self.server:
            self.server.__exit__()
        self.server = servers.Served(self.place, "--address", AT, "--smtp", self.mail.address, "--mail-from",
                                     "performance@ambleford.example", clock=clock)
        self.people.clear()

    def until(self, what, longest=60):
        end = time.time() + longest
        while not what():
            if time.time() > end:
                raise AssertionError("It did not happen within a minute")
            time.sleep(0.1)

    def letters(self, about, count=1):
        """All letters whose subject begins so, as soon as so many have come."""
        self.until(lambda: sum(one.subject.startswith(about) for one in self.mail.letters) >= count)
        found = [one for one in self.mail.take() if one.subject.startswith(about)]
        return {one.to[0]: one for one in found}

    def begin(self):
        """The first administrator by the printed link; everybody else by invitation."""
        admin = self.first("s.nwachukwu")
        self.people["s.nwachukwu"] = admin
        wanted = sorted({
            one[role]
            for (code, _) in self.figures for one in [self.definitions[code]] for role in ("owner", "checker")
        } | {"k.benali", "l.whitfield"})
        for person in wanted:
            page = admin.get(f"/people/{person}")
            admin.submit(page, page.form("/invite"))
        invitations = self.letters("", len(wanted))
        for person in wanted:
            link = next(link for link in invitations[self.emails[person]].links if "choose-password" in link)
            collecting.choose_password(self.server.address, link, PASSWORD)

    def first(self, person):
        who = Visitor(self.server.address, person)
        page = who.get(re.sub(r"^https?://[^/]+", "", self.server.first_link()))
        form = page.form(field="password")
        form.fill_all({
            name: {"person": person, "email": self.emails[person], "name": "Samuel Nwachukwu"}.get(name, PASSWORD)
            for name in form.names() if name in ("person", "email", "name", "password", "again", "repeat")
        })
        page = who.submit(page, form)
        if page.status != 200:
            raise AssertionError(f"{page.path}: {page.status} {page.words[:800]}")
        return who if who.get("/account").status == 200 else collecting.sign_in(self.server.address, self.emails[person], PASSWORD)

    def typed(self, code, period):
        one = self.figures[code, period]
        return {
            name: one[name]
            for name in ("value", "numerator", "denominator")
            if one[name] and not (name == "value" and one["numerator"])
        }

    def of(self, role, person):
        return [(code, period) for code, period in sorted(self.figures) if self.definitions[code][role] == person]

    def stored(self, code, period, table="entry", columns="stage, kind, entered_by"):
        return engines.ask(self.place, f"""select {columns} from {table} where period = '{period}'
            and indicator = (select min(indicator) from definition where code = '{code}') order by edition""")
