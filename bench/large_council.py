"""Makes a council of any size as the CSV sheets of the workbook: so many indicators, so many months of figures each.

    python3 bench/large_council.py FOLDER INDICATORS MONTHS
"""
import csv, math, pathlib, random, sys

FIRST_YEAR = 2018  # figures begin in April of it


def month(number):
    """The first day of the month so many months after April of the first year."""
    year, index = divmod(FIRST_YEAR * 12 + 3 + number, 12)
    return f"{year}-{index + 1:02}-01"


def write(path, head, rows):
    with open(path, "w", newline="", encoding="utf-8") as file:
        out = csv.writer(file)
        out.writerow(head)
        out.writerows(rows)


def indicator_rows(count):
    kinds = ["core", "service", "organisational_health"]
    for n in range(count):
        ratio = n % 2 == 0
        kind = kinds[n % 3]
        yield (f"K{n:05}", f"Indicator {n}: {'share done in time' if ratio else 'cases handled'}", kind,
               "customer" if kind == "organisational_health" else "", f"P{n % 24}", f"S{n % 60}", f"o{n % 50}",
               f"o{(n + 1) % 50}", "monthly", "high_good", "%" if ratio else "", 1 if ratio else 0,
               "ratio" if ratio else "sum", "in_period", f"{FIRST_YEAR}-04-01")


def figure_rows(count, months):
    """Seasons, a slow trend and chance; the same each time."""
    chance = random.Random(2)
    for n in range(count):
        level, drift = chance.uniform(60, 95), chance.uniform(-0.05, 0.05)
        for m in range(months):
            share = min(99.0, max(5.0, level + drift * m + 4 * math.sin(m * math.pi / 6) + chance.gauss(0, 2)))
            if n % 2 == 0:
                cases = chance.randint(40, 400)
                yield f"K{n:05}", month(m) + "/P1M", "", round(cases * share / 100), cases, "As expected for the month."
            else:
                yield f"K{n:05}", month(m) + "/P1M", round(share * 10), "", "", "As expected for the month."


def make(folder, indicators, months):
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    write(folder / "council.csv", ["what", "code", "name", "part_of", "head"],
          [("setting", "name", "Largeford Council", "", "")]
          + [("directorate", f"D{n}", f"Directorate {n}", "", f"Director {n}") for n in range(6)]
          + [("service", f"S{n}", f"Service {n}", f"D{n % 6}", f"Head of service {n}") for n in range(60)])
    write(folder / "plan.csv", ["what", "code", "title", "framework", "level", "part_of", "director"],
          [("framework", "PLAN", "Council plan", "", "vision; commitment; service plan", "", ""),
           ("priority", "V", "A good place", "PLAN", "vision", "", "")]
          + [("priority", f"C{n}", f"Commitment {n}", "PLAN", "commitment", "V", f"Director {n}") for n in range(6)]
          + [("priority", f"P{n}", f"Service plan {n}", "PLAN", "service plan", f"C{n % 6}", f"Director {n % 6}") for n in range(24)])
    write(folder / "people.csv", ["person", "name", "job", "role", "unit"],
          [(f"o{n}", f"Officer {n}", f"Data officer {n}", "officer", f"S{n}") for n in range(50)])
    write(folder / "indicators.csv",
          ["indicator", "title", "kind", "health_theme", "priorities", "service", "owner", "checker", "frequency", "good_direction",
           "unit", "decimals", "aggregation", "submitted", "applies_from"], indicator_rows(indicators))
    last = FIRST_YEAR + (months - 1) // 12
    write(folder / "targets.csv", ["indicator", "year", "kind", "target"],
          [(f"K{n:05}", f"{year}/{(year + 1) % 100:02}", "flat" if n % 2 == 0 else "linear", 85 if n % 2 == 0 else 9600)
           for n in range(indicators) for year in range(max(FIRST_YEAR, last - 2), last + 1)])
    write(folder / "figures.csv", ["indicator", "period", "value", "numerator", "denominator", "note"], figure_rows(indicators, months))
    return [str(folder / f"{sheet}.csv") for sheet in ("council", "plan", "people", "indicators", "targets", "figures")]


if __name__ == "__main__":
    make(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
