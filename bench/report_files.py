"""Measures of reports as files: the page, the workbook, PDF and Word of Ambleford's quarterly report, beside LibreOffice
printing the same workbook; then fifty editions asked for at once, while somebody reads the board. Skipped, with a line
that says so, where a program is absent."""
import pathlib, shutil, sqlite3, subprocess, sys, threading, time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "tests/support"))
import collecting, servers  # noqa: E402
from crowd import percentile  # noqa: E402
from visitor import Visitor  # noqa: E402

EDITION = "/reports/quarterly/2025-26-q2-edition-1"
MANY = 50


def seconds_until_made(who, edition, file):
    began = time.perf_counter()
    while "The file is ready." not in (page := who.get(f"{edition}/files/{file}")).words:
        if "could not be made" in page.words or time.perf_counter() - began > 300:
            raise SystemExit(f"{edition} as {file}: {page.words[:300]}")
        time.sleep(0.05)
    return time.perf_counter() - began


def seconds(work):
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def memory_mb(process):
    """What the server's children hold now, each by its part of what it shares with others."""
    children, total = [process], 0
    for one in children:
        for task in pathlib.Path(f"/proc/{one}/task").glob("*/children"):
            children += [int(child) for child in task.read_text().split()]
    for one in children[1:]:
        for line in pathlib.Path(f"/proc/{one}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                total += int(line.split()[1])
    return total / 1024


def by_libreoffice(work, book):
    """The PDF of the same tables as a spreadsheet program makes it, started as it is for each file."""
    path = work / "book.xlsx"
    path.write_bytes(book)
    def convert():
        subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{work}/profile", "--convert-to", "pdf",
                        "--outdir", str(work), str(path)], check=True, capture_output=True)
    convert()  # its profile is made at its first start
    return seconds(convert)


def one_of_each(work, demo, note):
    with servers.Served(demo, "--no-page-memory") as server:
        who = Visitor(server.address)
        page = min(seconds(lambda: who.get(EDITION + "/public")) for _ in range(3))
        note("Report of 167 indicators as a page, made afresh", f"{page * 1000:.0f} ms", "under 0.5 s", page < 0.5)
        book = min(seconds(lambda: who.get(EDITION + "/public.xlsx")) for _ in range(3))
        note("The same as an Excel workbook", f"{book * 1000:.0f} ms", "under 1 s", book < 1)
        cold = seconds_until_made(who, EDITION, "public-pdf")
        shutil.rmtree(pathlib.Path(demo[1]) / "made")
        (pathlib.Path(demo[1]) / "made").mkdir(mode=0o700)
        warm = seconds_until_made(who, EDITION, "public-pdf")
        memory = memory_mb(server.process.pid)
        theirs = by_libreoffice(work, who.get(EDITION + "/public.xlsx").body)
        note("The same as PDF: with a cold browser, with a warm one", f"{cold:.1f}, {warm:.1f} s", "under 20 s warm", warm < 20)
        note("  LibreOffice printing the same workbook", f"{theirs:.1f} s", "slower than ours", warm < theirs)
        note("  memory of the browser after it", f"{memory:.0f} MB")
        note("The same as Word, with 167 drawings", f"{seconds_until_made(who, EDITION, 'public-word'):.1f} s")


def many_editions(work, demo):
    """The demo's council as if reports had run since 2023: more than fifty."""
    folder = work / "many-reports"
    shutil.copytree(demo[1], folder)
    with sqlite3.connect(folder / "goldenthread.db") as db:
        db.execute("update happened set at = strftime('%s', '2023-06-01') where job = 'reports'")
    servers.done("run-due", "--data", folder, "--clock", "2025-11-24T09:00:00Z")
    with sqlite3.connect(folder / "goldenthread.db") as db:
        rows = db.execute("select pack, count(*) from report_edition group by pack").fetchall()
    return ["--data", str(folder)], sum(count for _, count in rows)


def fifty_at_once(work, demo, note):
    place, count = many_editions(work, demo)
    with servers.Served(place) as server:
        reviewer = collecting.be(server.address, "i.greaves")
        packs = {link for link in reviewer.get("/reports").links if link.count("/") == 2 and link.startswith("/reports/")}
        editions = sorted({
            link
            for pack in packs for link in reviewer.get(pack).links if "-edition-" in link and link.count("/") == 3
        })[:MANY]
        times, done = [], threading.Event()

        def reads():
            reader = collecting.be(server.address, "d.pemberton")
            while not done.is_set():
                times.append(seconds(lambda: reader.get("/")))
                time.sleep(0.02)
        board = threading.Thread(target=reads)
        board.start()
        began = time.perf_counter()
        askers = [threading.Thread(target=lambda one=one: seconds_until_made_slowly(reviewer_of(server), one)) for one in editions]
        for one in askers:
            one.start()
        for one in askers:
            one.join()
        took = time.perf_counter() - began
        done.set()
        board.join()
        high = percentile(sorted(times), 0.99) * 1000
        note(f"{len(editions)} editions as PDF asked for at once (of {count}): until the last is made", f"{took:.0f} s")
        note(f"  the board meanwhile, read {len(times)} times by somebody signed in: median, 99th of 100",
             f"{percentile(sorted(times), 0.5) * 1000:.1f}, {high:.1f} ms", "under 100 ms", high < 100)
        note("  memory of the browser after them", f"{memory_mb(server.process.pid):.0f} MB")


def reviewer_of(server):
    return collecting.be(server.address, "i.greaves")


def seconds_until_made_slowly(who, edition):
    """As a browser asks: every two seconds."""
    began = time.perf_counter()
    while "The file is ready." not in who.get(f"{edition}/files/pdf").words:
        if time.perf_counter() - began > 600:
            raise SystemExit(f"{edition} was not made")
        time.sleep(2)


def reports(work, note):
    missing = [program for program in ("chromium", "pandoc", "soffice") if not shutil.which(program)]
    if missing:
        return note("Reports as files", f"not measured: {', '.join(missing)} missing")
    demo = ["--data", str(work / "demo")]
    one_of_each(work, demo, note)
    fifty_at_once(work, demo, note)
