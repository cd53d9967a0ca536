"""The accuracy of our forecasts on published series against R's on the same, and what they cost: `goldenthread assess
forecast`, one method at a time, on the odd-numbered series of the M3 competition. R's figures come with the cases; where they
are not on this machine nothing is measured.

    python3 bench/forecasts.py           prints the tables without writing them
"""
import collections, csv, io, resource, subprocess

from serving import PROGRAM, ROOT

CASES = ROOT.parent / "shared/cases/forecasts"
METHODS = {  # ours: (words, R's)
    "naive": ("as last time", "naive"), "snaive": ("as a year ago", "snaive"), "naive2": ("as last time, but for the seasons", "naive2"),
    "ses": ("smoothing of the level", "ses"), "holt": ("with a slope", "holt"), "damped": ("with a slope that fades", "damped"),
    "comb": ("the mean of these three", "comb"), "thetaf": ("Theta", "thetaf"), "ets": ("ETS", "ets"),
    "default": ("the mean of Theta and ETS: ours", "thetaf+ets"),
}


def read(name):
    with open(CASES / name, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def numbers(text):
    return [float(word) for word in text.split()]


def processor_seconds():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def ask(series, method):
    """Our forecasts by series, and the seconds of one core that they took, reading and writing included."""
    text = io.StringIO()
    writer = csv.DictWriter(text, ["series_id", "horizon", "m", "train"], extrasaction="ignore")
    writer.writeheader()
    writer.writerows(series)
    before = processor_seconds()
    done = subprocess.run([PROGRAM, "assess", "forecast", "--method", method], input=text.getvalue(), capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit(done.stderr)
    said = collections.defaultdict(list)
    for row in csv.DictReader(io.StringIO(done.stdout)):
        said[row["series_id"]].append([float(row[name]) for name in ("point", "lo80", "hi80", "lo95", "hi95")])
    return said, processor_seconds() - before


def accuracy(series, said):
    """sMAPE and MASE, of each series first and then of all, and the shares of figures within both ranges."""
    smape, mase, within, figures = 0, 0, [0, 0], 0
    for one in series:
        past, came, season = numbers(one["train"]), numbers(one["test"]), int(one["m"])
        scale = sum(abs(a - b) for a, b in zip(past[season:], past)) / (len(past) - season)
        off = [(abs(y - row[0]), abs(y) + abs(row[0])) for y, row in zip(came, said[one["series_id"]])]
        smape += sum(200 * error / size for error, size in off) / len(off)
        mase += sum(error for error, _ in off) / scale / len(off)
        for y, (_, lo80, hi80, lo95, hi95) in zip(came, said[one["series_id"]]):
            within[0] += lo80 <= y <= hi80
            within[1] += lo95 <= y <= hi95
            figures += 1
    return smape / len(series), mase / len(series), within[0] / figures, within[1] / figures


def times_of_sample(series):
    """The random sample of 200 monthly and 200 quarterly series that R was timed on."""
    names = {row["series_id"] for row in read("m3_sample_ets_theta_models_times.csv") if row["period"] in ("MONTHLY", "QUARTERLY")}
    sample = [one for one in series if one["series_id"] in names]
    theirs = collections.Counter()
    for row in read("m3_sample_ets_theta_models_times.csv"):
        if row["series_id"] in {one["series_id"] for one in sample}:
            theirs[row["method"]] += float(row["user_s"])
    return len(sample), {method: (ask(sample, method)[1], theirs[method]) for method in ("thetaf", "ets")}


def measure():
    """The lines of two tables, or none where the cases are not."""
    if not CASES.exists():
        print("The series are not on this machine, so forecasts are not measured.")
        return []
    series = read("m3_series.csv")
    theirs = {row["method"]: row for row in read("r_accuracy.csv") if row["set"] == "m3_odd" and row["period"] == "ALL"}
    found = {method: (accuracy(series, said), seconds) for method in METHODS for said, seconds in [ask(series, method)]}
    naive2 = found["naive2"][0]
    lines = [
        f"{len(series):,} series of the M3 competition. sMAPE, MASE and OWA: ours, then R's (forecast 8.20) on the same series; lower is better, and an "
        "OWA of 1 is as good as the last figure but for the seasons. Ranges: how many of the figures that came lay within. Seconds of one core for all series.",
        "", "| Method | sMAPE | R | MASE | R | OWA | R | in 80% range | in 95% range | seconds |",
        "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|"
    ]
    for method, (words, name) in METHODS.items():
        (smape, mase, in_80, in_95), seconds = found[method]
        owa, r = (smape / naive2[0] + mase / naive2[1]) / 2, theirs[name]
        lines.append(f"| `{method}`, {words} | {smape:.2f} | {float(r['smape']):.2f} | {mase:.3f} | {float(r['mase']):.3f} | "
                     f"{owa:.3f} | {float(r['owa']):.3f} | {in_80:.1%} | {in_95:.1%} | {seconds:.2f} |")
    count, seconds = times_of_sample(series)
    lines += ["", f"| Seconds of one core for the {count} monthly and quarterly series on which R was timed | Ours | R |", "|---|--:|--:|"]
    lines += [f"| `{method}` | {ours:.2f} | {r:.1f} |" for method, (ours, r) in seconds.items()]
    return lines


def write_table():
    lines = measure()
    if not lines:
        return
    print("\n".join(lines))
    page = ROOT / "docs/performance.md"
    before, rest = page.read_text().split("<!-- forecasts -->\n")[0], page.read_text().split("<!-- end of forecasts -->")[1]
    page.write_text(before + "<!-- forecasts -->\n" + "\n".join(lines) + "\n<!-- end of forecasts -->" + rest)


if __name__ == "__main__":
    print("\n".join(measure()))
