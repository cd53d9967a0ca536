"""A small council in which whatever a person can type is script, SQL or a formula: titles, names, units, notes.

    naughty_council.py FOLDER     makes it, as a demo"""
import csv, itertools, pathlib, sys

import naughty, servers, small_council

TYPED = {
    "council": ["name"], "people": ["name", "job"], "indicators": [
        "title", "unit", "meaning", "why_it_matters", "formula", "caveats", "source", "tags", "numerator_label",
        "baseline_note"
    ], "figures": ["note"]
}
PLAIN = {"directorate", "setting", "service"}


def rewrite(file):
    """The same sheet with other words in it, each in turn; a column that the sheet does not have yet is added."""
    with open(file, newline="", encoding="utf-8") as read:
        rows = list(csv.DictReader(read))
    words = itertools.cycle(naughty.SCRIPT + naughty.SQL + naughty.SHEETS + ["‮right to left", "O'Brien & Sons <Ltd>"])
    for row in rows:
        for column in TYPED[file.stem]:
            row[column] = next(words)
    with open(file, "w", newline="", encoding="utf-8") as out:
        sheet = csv.DictWriter(out, rows[0].keys())
        sheet.writeheader()
        sheet.writerows(rows)


def rules(folder):
    """A status rule whose every word is script or SQL; its name stands beside each status."""
    file = pathlib.Path(folder) / "rules.csv"
    with open(file, "w", newline="", encoding="utf-8") as out:
        sheet = csv.writer(out)
        sheet.writerow(["for", "name", "steps", "applies_from", "reason", "authority"])
        sheet.writerow([
            "council", "<img src=x onerror=zq7x()>", "green if on_target; amber if within_percent 10; red",
            "2024-04-01", naughty.SCRIPT[0], naughty.SQL[0]
        ])
    return file


def bring_in(place, folder, clock="2025-06-30T12:00:00Z", **sizes):
    files = small_council.make(folder, **sizes)
    for file in files:
        rewrite(file)
    servers.done("import", *place, "--clock", clock, *files, rules(folder))
    (pathlib.Path(place[place.index("--data") + 1]) / "demo").write_text(clock + "\n")
    return place


if __name__ == "__main__":
    folder = pathlib.Path(sys.argv[1])
    bring_in(["--data", str(folder / "data")], folder / "sheets", clock="2025-07-02T09:00:00Z", indicators=40, officers=2)
