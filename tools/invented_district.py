"""Makes up what is published about the district of Ambleford and every other authority of its invented country, and about Ambleford's
wards: seeds/ambleford/district-2024.csv and district-2025.csv (two releases, a column for each year) and ward-figures.csv (one value a
row). The same run gives the same files.
"""
import csv, pathlib, random

SEED = pathlib.Path(__file__).resolve().parent.parent / "seeds/ambleford"
OWN = "E06000999"
YEARS = range(2019, 2025)
dice = random.Random(23)

# Title, unit, which way is better, Ambleford in 2024, its change in a year, how far councils lie apart, decimals, newest year, noise.
INDICATORS = [
    ("Residents", "people", "Neutral", 362400, 2900, 0, 0, 2024, 150),
    ("Residents aged under 16", "%", "Neutral", 19.8, -0.1, 1.3, 1, 2024, 0.05),
    ("Households of one person", "%", "Neutral", 28.6, 0.2, 2.2, 1, 2024, 0.1),
    ("Children in low-income families", "%", "Low", 19.7, 0.5, 5.0, 1, 2024, 0.3),
    ("Households in fuel poverty", "%", "Low", 12.4, -0.4, 2.3, 1, 2023, 0.3),
    ("Residents of the most deprived tenth of neighbourhoods", "%", "Low", 11.2, 0, 5.5, 1, 2019, 0),
    ("Residents aged 16 to 64 in work", "%", "High", 77.1, 0.2, 3.1, 1, 2024, 0.5),
    ("Weekly pay of full-time residents, median", "£", "High", 681, 26, 58, 0, 2024, 5),
    ("Residents who claim because they are out of work", "%", "Low", 2.9, -0.1, 0.8, 1, 2024, 0.1),
    ("New businesses for each 10,000 residents", "businesses", "High", 45.2, 0.4, 8.0, 1, 2024, 1.2),
    ("Life expectancy of men", "years", "High", 78.6, -0.05, 1.2, 1, 2024, 0.1),
    ("Life expectancy of women", "years", "High", 82.5, 0.02, 1.0, 1, 2024, 0.1),
    ("Adults who are active", "%", "High", 65.0, 0.4, 3.0, 1, 2024, 0.5),
    ("Adults who smoke", "%", "Low", 13.4, -0.6, 2.0, 1, 2023, 0.3),
    ("Children overweight when they leave primary school", "%", "Low", 37.3, 0.3, 3.0, 1, 2024, 0.4),
    ("House price in years of pay", "years", "Neutral", 7.8, 0.1, 1.6, 1, 2024, 0.1),
    ("Residents with a degree or the like", "%", "High", 31.9, 0.7, 5.0, 1, 2024, 0.3),
]

# What Ambleford's wards differ by: title and unit as of the council's own indicators, 2024/25, change in a year, how far wards lie apart.
BY_WARD = [
    ("Household waste recycled, reused and composted", "%", "High", 47.0, 0.7, 4.6),
    ("Residents claiming out-of-work benefits", "%", "Neutral", 2.9, -0.1, 1.3),
    ("Streets clean enough for litter", "%", "High", 95.2, 0.6, 2.4),
]


def authorities():
    return [row for row in csv.DictReader((SEED / "authorities.csv").open(encoding="utf-8")) if not row["ends"]]


def district():
    """For each authority and indicator its figures by year."""
    made = {}
    for title, _, _, level, change, apart, decimals, last, noise in INDICATORS:
        for row in authorities():
            own = row["code"] == OWN
            if title == "Residents":
                size = level if own else dice.uniform(95000, 410000) * (3 if row["tier"] == "county" else 1)
                grows = change if own else size * dice.uniform(0.001, 0.011)
            else:
                size, grows = level + (0 if own else dice.gauss(0, apart)), change + (0 if own else dice.gauss(0, abs(change) * 0.5 + 0.02))
            years = [2015, 2019] if last == 2019 else [year for year in YEARS if year <= last]
            for year in years:
                value = size + grows * (year - 2024) * (0.1 if last == 2019 else 1) + dice.gauss(0, noise)
                made[row["code"], title, year] = f"{max(value, 0.1):.{decimals}f}"
    return made


def release(name, newest, figures):
    years = [2015, *[year for year in YEARS if year <= newest]]
    with (SEED / name).open("w", encoding="utf-8", newline="") as out:
        write = csv.writer(out, lineterminator="\n")
        write.writerow(["area_code", "area_name", "indicator", "unit", "polarity", *years])
        for title, unit, polarity, *_, decimals, _, _ in INDICATORS:
            for row in authorities():
                cells = [figures.get((row["code"], title, year), "") for year in years]
                if newest == 2023 and title == "Adults who smoke":
                    cells[-1] = f"{float(cells[-1]) + 0.4:.1f}"  # revised a year later
                write.writerow([row["code"], row["name"], title, unit, polarity, *cells])


def wards():
    with (SEED / "ward-figures.csv").open("w", encoding="utf-8", newline="") as out:
        write = csv.writer(out, lineterminator="\n")
        write.writerow(["WD25CD", "WD25NM", "period", "indicator", "value", "unit", "status", "polarity"])
        for title, unit, polarity, level, change, apart in BY_WARD:
            for row in csv.DictReader((SEED / "wards.csv").open(encoding="utf-8")):
                at = level + dice.gauss(0, apart)
                for year in (2022, 2023, 2024):
                    value = min(99.6, max(0.4, at + change * (year - 2024) + dice.gauss(0, apart / 12)))
                    small = title.startswith("Residents claiming") and row["WD25NM"] == "Thornley"
                    write.writerow([
                        row["WD25CD"], row["WD25NM"], f"{year}/{(year + 1) % 100}", title,
                        "[c]" if small else f"{value:.1f}", unit,
                        "p" if year == 2024 and title.startswith("Household") else "", polarity
                    ])


figures = district()
release("district-2024.csv", 2023, figures)
release("district-2025.csv", 2024, figures)
wards()
