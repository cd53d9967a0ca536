"""Measures of published figures at national size, 320 councils x 1,000 indicators x ten years: bringing them in against
DuckDB's own way from CSV to Parquet, and what questions about them cost. The work is bench/comparators.cpp's, each part
in a process of its own, turn by turn."""
import csv, io, pathlib, random, statistics, subprocess, sys, tempfile, time

from serving import PROGRAM as GOLDENTHREAD, ROOT, Goldenthread

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "tests/support"))
from visitor import Visitor  # noqa: E402

PROGRAM = ROOT / "build/comparators_bench"


def ask(folder, part):
    """The lines that a part prints: by name, its numbers."""
    done = subprocess.run([PROGRAM, folder, part], capture_output=True, text=True, check=True)
    lines = [line.split(",") for line in done.stdout.split("\n") if line]
    return {name: [[float(word) for word in words] for at, *words in lines if at == name] for name, *_ in lines}


def published(work, note, rounds=3):
    if not PROGRAM.exists():
        return note("Published figures at national size", "not measured: build comparators_bench")
    folder = work / "published"
    folder.mkdir()
    ask(folder, "make")
    turns = [(ask(folder, "load"), ask(folder, "raw")) for _ in range(rounds)]
    middle = lambda numbers: statistics.median(numbers)
    mine, bare = middle(ours["load"][0][0] for ours, _ in turns), middle(raw["raw"][0][0] for _, raw in turns)
    memory, theirs = max(ours["load"][0][1] for ours, _ in turns), max(raw["raw"][0][1] for _, raw in turns)
    note("Load of 3,200,000 published figures, CSV to Parquet: ours, DuckDB's own", f"{mine:.1f}, {bare:.1f} s",
         "within 2 times", mine <= 2 * bare)
    note("  ours against DuckDB; memory at most: ours, DuckDB", f"{mine / bare:.2f}; {memory:.0f}, {theirs:.0f} MB",
         "under 512 MB", memory < 512)
    for name, words, goal in (
        ("places", "Where one council stands in 1,000 indicators: the middle and the spread of 320 councils in each", 500),
        ("one indicator", "One indicator of every council in every year", 500),
    ):
        took = middle(seconds for ours, _ in turns for (seconds, *_) in ours[name]) * 1000
        note(words, f"{took:.0f} ms", f"under {goal} ms", took < goal)
    everyone = [(raw["raw everyone"][-1][0], ours["everyone"][-1][0]) for ours, raw in turns]
    note("Rank, quarter, median and MAD of every council in 1,000 indicators in the newest year: ours, DuckDB",
         f"{middle(mine for _, mine in everyone) * 1000:.0f}, {middle(bare for bare, _ in everyone) * 1000:.0f} ms")
    note("  ours against DuckDB", f"{middle(mine / bare for bare, mine in everyone):.2f}", "within 1.3 times",
         middle(mine / bare for bare, mine in everyone) <= 1.3)
    took = middle(seconds for ours, _ in turns for (seconds, *_) in ours["stands out"]) * 1000
    note("What stands out in 1,000 indicators, now and a year before", f"{took:.0f} ms", "under 500 ms", took < 500)
    shares = [(raw["raw places"][0][0], ours["places"][-1][0]) for ours, raw in turns]
    note("  the same by a bare query of DuckDB's over the same file: ours against it",
         f"{middle(mine / bare for bare, mine in shares):.2f}", "within 1.3 times",
         middle(mine / bare for bare, mine in shares) <= 1.3)
    pages(work, note)


def national_file(path, councils, indicators=1000, years=range(2014, 2024)):
    """Figures of every council of the register, by indicator and year."""
    chance = random.Random(1)
    with open(path, "w") as out:
        out.write("area_code,area_name,period,indicator,unit,value,lci,uci,status,polarity\n")
        for number in range(indicators):
            for year in years:
                what = f"{year}/{(year + 1) % 100:02},Indicator {number} of the country,%"
                polarity = "High" if number % 2 else "Low"
                out.write("".join(
                    f"{code},{name},{what},{(value := chance.random() * 100):.3f},{value - 1:.3f},{value + 1:.3f},,{polarity}\n"
                    for code, name in councils))


def register_of(server, count):
    """The demo council's country, with as many more unitary councils as make `count`."""
    read = lambda: [(each["code"], '"' + each["name"] + '"')
                    for each in csv.DictReader(io.StringIO(server.fetch("/areas.csv")[1].decode()))]
    more = count - len(read())
    text = "code,name,tier,nation,region\n" + "".join(
        f"E069{number:05},Council {number},unitary,England,Midlands\n" for number in range(more))
    who = Visitor(f"http://127.0.0.1:{server.port}")
    page = who.get("/areas/bring-in")
    who.upload(page, page.form("/areas"), "file", "register.csv", text.encode())
    assert len(read()) == count, "the register was not taken"
    return read()


def largest(work, indicators=15_625):
    """The pages that look at every indicator at once, over 50 million figures: seconds, and the most memory that the server ever held."""
    data, file = work / "largest", work / "largest.csv"
    subprocess.run([GOLDENTHREAD, "demo", "--data", data], check=True, capture_output=True)
    with Goldenthread(data) as server:
        councils = register_of(server, 320)
    national_file(file, councils, indicators)
    began = time.perf_counter()
    subprocess.run([GOLDENTHREAD, "published", "--data", data, "--name", "The country", "--licence", "None", file],
                   check=True, capture_output=True)
    print(f"goldenthread published: {len(councils) * 10 * indicators:,} figures, {time.perf_counter() - began:.0f} s")
    for path in ("/explore/standings?set=The+country", "/explore/stands-out?set=The+country",
                 "/explore/standings.csv?set=The+country&who=everyone",
                 "/explore/standings.csv?set=The+country&who=everyone&words=Indicator+12"):
        with Goldenthread(data) as server:
            before, began = server.peak_memory_mb(), time.perf_counter()
            status, body = server.fetch(path, patience=600)
            print(f"{path}: {status}, {len(body):,} bytes, {time.perf_counter() - began:.1f} s, "
                  f"{before:.0f} to {server.peak_memory_mb():.0f} MB")


def pages(work, note):
    """Pages over the same number of figures, in the demo council's country: first from a server that has just begun, then again."""
    data = work / "published-pages"
    subprocess.run([GOLDENTHREAD, "demo", "--data", data], check=True, capture_output=True)
    with Goldenthread(data) as server:
        councils = register_of(server, 320)
    national_file(work / "national.csv", councils)
    began = time.perf_counter()
    subprocess.run([GOLDENTHREAD, "published", "--data", data, "--name", "The country", "--licence", "None",
                    work / "national.csv"], check=True, capture_output=True)
    note(f"goldenthread published: {len(councils) * 10_000:,} figures, counted and copied", f"{time.perf_counter() - began:.1f} s")
    of = lambda number: f"set=The+country&of=Indicator+{number}+of+the+country"
    everyone = "/explore/standings.csv?set=The+country&who=everyone"
    for what, path, cold_goal, warm_goal in (
        ("One comparison page", "/compare?{}", 300, 50),
        ("Explorer, chart", "/explore?{}", 500, 500),
        ("Explorer, map", "/explore?{}&as=map", 500, 500),
        ("What stands out", "/explore/stands-out?set=The+country", None, None),
        ("Where one council stands in everything", "/explore/standings?set=The+country", None, None),
        ("Where every council stands in everything, as CSV", everyone, None, None),
    ):
        with Goldenthread(data) as server:
            def took(number):
                begun = time.perf_counter()
                status, _ = server.fetch(path.format(of(number)))
                assert status == 200, f"{path} answers {status}"
                return (time.perf_counter() - begun) * 1000
            cold = took(0)
            warm = [took(number) for number in range(1, 12)] if "{}" in path else [took(0) for _ in range(5)]
        note(f"{what}: first after the start, then {'of other indicators' if '{}' in path else 'again'}",
             f"{cold:.0f}, {statistics.median(warm):.0f} ms", f"under {cold_goal}, {warm_goal} ms" if cold_goal else "",
             cold < cold_goal and statistics.median(warm) < warm_goal if cold_goal else None)


if __name__ == "__main__":  # 20 GB of disk, and a quarter of an hour
    with tempfile.TemporaryDirectory(prefix="goldenthread-") as folder:
        largest(pathlib.Path(folder))
