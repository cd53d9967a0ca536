"""make bench: measures the program against nginx and sqlite3 on this machine, prints what it finds and writes the table into
docs/performance.md. Every figure is a ratio or stands beside its goal; other work on the machine makes all of them worse."""
import datetime, gzip, os, pathlib, platform, resource, shutil, statistics, subprocess, tempfile, time

import forecasts, large_council, people_at_work, published, report_files
from serving import CONNECTIONS, PROGRAM, ROOT, SECONDS, Goldenthread, Nginx

ROUNDS = 3
STARTS = 5
rows = []  # (what, found, goal, held)


def note(what, found, goal="", held=None):
    rows.append((what, found, goal, "" if held is None else "yes" if held else "**no**"))
    print(f"{what:<72} {found:>22}  {goal:<28} {rows[-1][3].strip('*')}", flush=True)


def goldenthread(*words):
    began = time.perf_counter()
    done = subprocess.run([PROGRAM, *map(str, words)], capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit(f"goldenthread {' '.join(map(str, words))}: {done.stderr or done.stdout}")
    return time.perf_counter() - began


def processor_seconds():
    """Of all programs run so far: says what a thing costs even when others use the machine."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def pages(data):
    """The board from memory against the same bytes from nginx, turn by turn, and rendered afresh each time."""
    with Goldenthread(data) as ours:
        page, zipped = ours.fetch("/")[1], ours.fetch("/", {"Accept-Encoding": "gzip"})[1]
        with Nginx(page, zipped if zipped[:2] == b"\x1f\x8b" else gzip.compress(page)) as nginx:
            for encoding in ("", "gzip"):
                turns = [(ours.pages_a_second("/", encoding), nginx.pages_a_second("/", encoding)) for _ in range(ROUNDS)]
                mine, theirs = (statistics.median(turn[i] for turn in turns) for i in (0, 1))
                size = len(zipped if encoding else page) / 1024
                note(f"Board from memory{', gzip' if encoding else ''}, {size:.0f} KB, {CONNECTIONS} connections: ours, nginx",
                     f"{mine:,.0f}, {theirs:,.0f} a second", "at least 0.5 of nginx", mine >= 0.5 * theirs)
                note("  ours against nginx", f"{mine / theirs:.2f}")
            median, high = ours.first_byte_ms()
            note("Time to first byte, board from memory: median, 99th of 100", f"{median:.2f}, {high:.2f} ms")
            median, high = nginx.first_byte_ms()
            note("  nginx", f"{median:.2f}, {high:.2f} ms")

    with Goldenthread(data, "--no-page-memory", "--threads", "1", pinned_to=0) as afresh:
        rate = statistics.median(afresh.pages_a_second(pinned_to=os.cpu_count() - 1) for _ in range(ROUNDS))
        note("Board rendered afresh, server on one core", f"{rate:,.0f} a second", "at least 1,000", rate >= 1000)
        median, high = afresh.first_byte_ms()
        note("Time to first byte, board rendered afresh: median, 99th of 100", f"{median:.2f}, {high:.2f} ms", "under 100 ms", high < 100)


def million_figures(work):
    """The same rows of figures into ours, judged, recorded and indexed, and into a bare table of sqlite3's."""
    files = large_council.make(work / "million", 10_000, 100)
    data = work / "million-data"
    goldenthread("import", "--data", data, *files[:-1])
    before = processor_seconds()
    mine = goldenthread("import", "--data", data, files[-1])
    mine_used = processor_seconds() - before

    def sqlite(table, name):
        began, before = time.perf_counter(), processor_seconds()
        subprocess.run(["sqlite3", str(work / name), table, f'.import --csv --skip 1 "{files[-1]}" figure'], check=True)
        return time.perf_counter() - began, processor_seconds() - before

    columns = "indicator text, period text, value, numerator, denominator, note text"
    keyed, keyed_used = sqlite(f"create table figure ({columns}, primary key (indicator, period)) without rowid", "keyed.db")
    bare, bare_used = sqlite(f"create table figure ({columns})", "bare.db")
    note("Import of 1,000,000 figures: ours, sqlite3 .import", f"{mine:.1f}, {bare:.1f} s", "within 3 times", mine <= 3 * bare)
    note("  ours against sqlite3; by processor time", f"{mine / bare:.2f}; {mine_used / bare_used:.2f}")
    note("  against sqlite3 with a primary key, as ours has; by processor time", f"{mine / keyed:.2f}; {mine_used / keyed_used:.2f}")
    shutil.rmtree(data)


def start_and_memory(data, what, goal_seconds, goal_mb):
    starts = []
    for _ in range(STARTS):
        with Goldenthread(data) as ours:
            starts.append(ours.seconds_to_first_page)
            for path in ("/", "/indicators", "/thread", "/set"):
                ours.fetch(path)
            memory = ours.peak_memory_mb()
    started = statistics.median(starts)
    limit = f"{goal_seconds * 1000:.0f} ms" if goal_seconds < 1 else f"{goal_seconds:.0f} s"
    note(f"Start to first board, {what}", f"{started * 1000:.0f} ms", f"under {limit}", started < goal_seconds)
    note(f"Memory at most, board, lists and tree read, {what}", f"{memory:.0f} MB", f"under {goal_mb} MB", memory < goal_mb)


def cost_curve(work):
    """What each page and import costs as the council grows: 167 indicators with 60 months, ten times that, sixty times that."""
    first = None
    for times in (1, 10, 60):
        count = 167 * times
        data = work / f"curve{times}-data"
        files = large_council.make(work / f"curve{times}", count, 60)
        imported = goldenthread("import", "--data", data, *files)
        with Goldenthread(data, "--no-page-memory") as ours:
            board, indicator = ours.first_byte_ms("/", 50)[0], ours.first_byte_ms("/indicators/K00001", 50)[0]
            found = (imported, ours.seconds_to_first_page * 1000, board, indicator, ours.peak_memory_mb())
        first = first or found
        note(f"{times}x: {count:,} indicators, {count * 60:,} figures: import, start, board, indicator, memory",
             f"{found[0]:.1f} s, {found[1]:.0f} ms, {found[2]:.1f} ms, {found[3]:.2f} ms, {found[4]:.0f} MB")
        if times > 1:
            note("  against 1x", ", ".join(f"{now / then:.1f}" for now, then in zip(found, first)))
    start_and_memory(work / "curve60-data", "10,020 indicators x 60 months", 2, 500)


def machine():
    cpu = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), platform.machine())
    memory = int(open("/proc/meminfo").readline().split()[1]) / 1024 / 1024
    system = next(line.split('"')[1] for line in open("/etc/os-release") if line.startswith("PRETTY_NAME"))
    return f"{cpu}, {os.cpu_count()} cores, {memory:.0f} GB of memory, {system}, Linux {platform.release()}"


def write_table():
    page = ROOT / "docs/performance.md"
    text = page.read_text()
    before, rest = text.split("<!-- measured -->\n")[0], text.split("<!-- end of measured -->")[1]
    load = os.getloadavg()[2]
    table = [
        f"Measured on {datetime.date.today():%-d %B %Y}: {machine()}. Server, nginx and wrk shared these cores; the load average over "
        f"the last 15 minutes was {load:.1f}. Median of {ROUNDS} rounds of {SECONDS} seconds, ours and nginx in turn; of {STARTS} starts.",
        "", "| What | Found | Goal | Held |", "|---|---|---|---|"
    ]
    table += [f"| {what.strip()} | {found} | {goal} | {held} |" for what, found, goal, held in rows]
    page.write_text(before + "<!-- measured -->\n" + "\n".join(table) + "\n<!-- end of measured -->" + rest)


def main():
    print(machine())
    with tempfile.TemporaryDirectory(prefix="goldenthread-bench-") as folder:
        work = pathlib.Path(folder)
        goldenthread("demo", "--data", work / "demo")
        pages(work / "demo")
        start_and_memory(work / "demo", "167 indicators", 0.1, 50)
        for measure in (people_at_work.saves, people_at_work.crowd, people_at_work.saves_during_an_import, people_at_work.sign_ins):
            measure(work, note)
        report_files.reports(work, note)
        published.published(work, note)
        million_figures(work)
        cost_curve(work)
    write_table()
    forecasts.write_table()


main()
