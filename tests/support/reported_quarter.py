"""Ambleford on the evening before its reports of the first quarter run, with figures that may not be published in full, each with
words by which it is known."""
import csv

import collecting, engines, servers
from played_quarter import PASSWORD, QUARTER, Quarter, rows
from visitor import Visitor

PEOPLE = ("i.greaves", "h.okonjo", "d.pemberton", "c.crane")  # performance team, two of corporate leadership, a scrutiny member


def write(folder, sheet, lines):
    with open(folder / f"{sheet}.csv", "w", newline="", encoding="utf-8-sig") as file:
        table = csv.DictWriter(file, list(lines[0]))
        table.writeheader()
        table.writerows(lines)


class Play(Quarter):
    """The same play, with a canary in each figure that stays out of public forms."""
    settings = {"reading": "everyone"}

    def prepare(self):
        demo = ["--data", str(self.work / "demo")]
        servers.done("demo", *demo)
        before = self.work / "before"
        servers.done("export", *demo, "--as", "csv", "--as-at", "2025-07-31", before)
        self.emails = {one["person"]: one["email"] for one in rows(before, "people")}
        self.choose(before)
        self.hide(before)
        servers.done("import", *self.place, "--clock", "2025-07-31T18:00:00Z", *sorted(before.glob("*.csv")))

    def choose(self, folder):
        """One indicator to be corrected, one that nobody checks, one suppressed, one without licence: each of its own owner."""
        self.definitions = {one["indicator"]: one for one in rows(folder, "indicators")}
        plain = [
            code for code, one in self.definitions.items()
            if one["kind"] == "service" and one["frequency"] == "quarterly" and one["aggregation"] == "ratio"
            and one["judged"] == "in_period" and not one["ends"] and not one["computed_from"] and not any(
                f"[{code}" in other["computed_from"] for other in self.definitions.values())
        ]
        figures = {
            one["indicator"]: one
            for one in rows(folder, "figures")
            if one["period"] == QUARTER and one["numerator"] and one["standing"] == "final"
        }
        plain = [code for code in plain if code in figures and float(figures[code]["numerator"]) > 50]
        self.corrected, self.unchecked, self.suppressed, self.unlicensed = plain[0], plain[3], plain[5], plain[7]
        self.figure = figures[self.corrected]

    def hide(self, folder):
        figures = rows(folder, "figures")
        kept = [one for one in figures if (one["indicator"], one["period"]) != (self.unchecked, QUARTER)]
        for one in kept:
            if (one["indicator"], one["period"]) == (self.suppressed, QUARTER):
                one.update(value="", numerator="", denominator="", state="suppressed", note="Canary: three children of one family.")
            if (one["indicator"], one["period"]) == (self.unlicensed, QUARTER):
                one.update(note="Canary: of an indicator without licence.")
        write(folder, "figures", kept)
        indicators = rows(folder, "indicators")
        for one in indicators:
            if one["indicator"] == self.unlicensed:
                one.update(title="Canary without licence", published="no")
        write(folder, "indicators", indicators)
        council = rows(folder, "council")
        write(folder, "council", [
            *council,
            *({**dict.fromkeys(council[0], ""), "what": "setting", "code": code, "name": value, "from": "2021-04-01"}
              for code, value in self.settings.items())
        ])

    def begin(self):
        admin = self.first("s.nwachukwu")
        self.people["s.nwachukwu"] = admin
        wanted = sorted({
            *PEOPLE, self.definitions[self.unchecked]["owner"], self.definitions[self.corrected]["owner"],
            self.definitions[self.corrected]["checker"]
        })
        for person in wanted:
            page = admin.get(f"/people/{person}")
            admin.submit(page, page.form("/invite"))
        invitations = self.letters("", len(wanted))
        for person in wanted:
            link = next(link for link in invitations[self.emails[person]].links if "choose-password" in link)
            collecting.choose_password(self.server.address, link, PASSWORD)

    def by(self, person, path, form, button="", **fields):
        """Fills a form of a page and sends it; the page that came of it."""
        who = self.people[person]
        page = who.get(path)
        return who.submit(page, page.form(form).fill_all(fields), button)

    def editions(self):
        return int(engines.ask(self.place, "select count(*) from report_edition")[0][0])

    def anybody(self):
        return Visitor(self.server.address)
