"""Measures of people at work: saves against raw commits, a crowd that saves and reads, and sign-ins beside them. The people are
those of a council of one service (tests/support/small_council.py), signed in through the demo's page."""
import itertools, pathlib, random, re, secrets, sqlite3, sys, threading, time, urllib.parse

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "tests/support"))
import collecting, servers, small_council  # noqa: E402
from crowd import percentile, together  # noqa: E402

SLUG = "2025-26-q1"
CLOCK = "2025-07-02T09:00:00Z"
NOTE = "Two crews were short in May and the depot flooded; both are back, and the round is as planned again. "
READ = ("/", "/my-figures", "/indicators", "/indicators/I00{}", f"/my-figures/{{own}}/{SLUG}")


def request(method, path, cookie, body=""):
    head = f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: session={cookie}\r\n"
    if method == "POST":
        head += f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n"
    return (head + "\r\n" + body).encode()


class Officer:
    """Someone with figures of their own, saved one after the other and then again; between the saves reads, when told so."""

    def __init__(self, address, person, indicators, share_of_saves=1.0, pause=0.0):
        self.share, self.pause, self.chance = share_of_saves, pause, random.Random(person)
        who = collecting.be(address, person)
        self.cookie = who.cookies["session"]
        page = who.get(collecting.figure_path(indicators[0], SLUG))
        self.fields = dict(page.form(field="note").fields("save"))
        seen = int(self.fields["seen"])  # what was saved in an earlier round
        who.close()
        self.editions = dict.fromkeys(indicators, seen)
        self.turn = itertools.cycle(indicators)
        self.saves, self.reads, self.faults, self.until, self.ready = [], [], [], None, []

    def for_seconds(self, seconds):
        self.until = time.perf_counter() + seconds
        return self

    def times(self, number):
        """So many saves, written out before the measure begins."""
        self.ready = [self.save(next(self.turn)) for _ in range(number)][::-1]
        return self

    def save(self, indicator):
        edition = self.editions[indicator]
        self.editions[indicator] += 1
        typed = {**self.fields, "seen": edition, "key": secrets.token_hex(16), "value": 106 + edition % 5, "note": NOTE + str(edition)}
        return request("POST", collecting.figure_path(indicator, SLUG), self.cookie, urllib.parse.urlencode(typed))

    def next_request(self):
        self.saving = True
        if self.until is None:
            return (0, self.ready.pop()) if self.ready else None
        if time.perf_counter() > self.until:
            return None
        self.saving = self.chance.random() < self.share
        pause, indicator = self.pause * 2 * self.chance.random(), next(self.turn)
        if self.saving:
            return pause, self.save(indicator)
        return pause, request("GET", self.chance.choice(READ).format(self.chance.randrange(10), own=indicator), self.cookie)

    def answered(self, status, head, body, seconds):
        (self.saves if self.saving else self.reads).append(seconds)
        if status != (303 if self.saving else 200):
            self.faults.append((status, body[:300]))


class RawCommits:
    """What the disk allows: the same rows as a save writes, into bare tables of SQLite's, one commit each."""

    def __init__(self, folder):
        self.db = sqlite3.connect(folder / "raw.db", isolation_level=None)
        for words in ("pragma journal_mode=wal", "pragma synchronous=full",
                      "create table record (id integer primary key, who, what, subject, detail, key unique, seal, before_seal, at)",
                      "create table particulars (record integer primary key, salt, place, authority, was, became)",
                      "create table entry (indicator, period, edition, stage, value, note, by_person, at, record,"
                      " primary key (indicator, period, edition)) without rowid"):
            self.db.execute(words)
        self.number = 0

    def commit(self):
        self.number += 1
        seal, key = secrets.token_hex(32), secrets.token_hex(16)
        self.db.execute("begin immediate")
        self.db.execute("insert into record values (?, 'o0', 'entered', 'I000', 'Entered a figure', ?, ?, ?, 1)",
                        (self.number, key, seal, seal))
        self.db.execute("insert into particulars values (?, ?, '127.0.0.1', 'owner', ?, ?)", (self.number, key, NOTE, NOTE))
        self.db.execute("insert into entry values (1, '2025-04-01/P3M', ?, 'entered', 1000000, ?, 'o0', 1, ?)",
                        (self.number, NOTE, self.number))
        self.db.execute("commit")

    def a_second(self, number):
        began = time.perf_counter()
        for _ in range(number):
            self.commit()
        return number / (time.perf_counter() - began)


def saves(work, note, rounds=5, each=400, many=32):
    """One officer's saves one after the other, eight officers' at once and many, turn by turn with raw commits on the same disk."""
    place = small_council.bring_in(["--data", str(work / "saves")], work / "saves-sheets", indicators=320, officers=many)
    raw = RawCommits(work)
    with servers.Served(place, clock=CLOCK) as server:
        officers = [Officer(server.address, f"o{n}", [f"I{i:03}" for i in range(n, 320, many)]) for n in range(many)]
        a_second = lambda people, times: len(people) * times / together(server.port, [one.times(times) for one in people])
        turns = [(a_second(officers[:1], each), a_second(officers[:8], each // 4), a_second(officers, each // 8),
                  raw.a_second(each)) for _ in range(rounds)]
    faults = [fault for one in officers for fault in one.faults]
    if faults:
        raise SystemExit(f"A save was refused: {faults[0]}")
    alone, eight, all_of_them, bare = (sorted(turn[i] for turn in turns)[rounds // 2] for i in range(4))
    note(
        f"Figures saved, each on the disk before it is answered: {many} officers at once, raw SQLite commits of such rows",
        f"{all_of_them:,.0f}, {bare:,.0f} a second", "at least 0.8 of raw", all_of_them >= 0.8 * bare)
    note(f"  ours against raw: {many} at once; eight; one officer, one after the other",
         f"{all_of_them / bare:.2f}; {eight / bare:.2f}; {alone / bare:.2f}")


def crowd(work, note, people=200, seconds=15, pause=0.25):
    """Everybody saves and reads, a third of it saves, with half a second at most to think."""
    place = small_council.bring_in(["--data", str(work / "crowd")], work / "crowd-sheets", indicators=people, officers=people // 2)
    with servers.Served(place, clock=CLOCK) as server:
        officers = [
            Officer(server.address, ("o" if n < people // 2 else "d") + str(n % (people // 2)), [f"I{n:03}"], 0.33,
                    pause) for n in range(people)
        ]
        together(server.port, [one.for_seconds(seconds) for one in officers])
    reads, kept = ([taken for one in officers for taken in getattr(one, what)] for what in ("reads", "saves"))
    faults = [fault for one in officers for fault in one.faults]
    everything = reads + kept
    note(f"{people} people saving and reading at once for {seconds} s, up to half a second of thought: requests, saves, errors",
         f"{len(everything):,}, {len(kept):,}, {len(faults)}", "no error", not faults)
    if faults:
        print(f"  the first: {faults[0]}")
    high = percentile(everything, 0.99) * 1000
    note("  median, 95th, 99th of 100",
         f"{percentile(everything, 0.5) * 1000:.1f}, {percentile(everything, 0.95) * 1000:.1f}, {high:.1f} ms",
         "99th under 250 ms", high < 250)
    note("  saves alone: median, 99th of 100", f"{percentile(kept, 0.5) * 1000:.1f}, {percentile(kept, 0.99) * 1000:.1f} ms")


def saves_during_an_import(work, note, people=20, figures=50_000):
    """Officers save while somebody brings in another 50,000 figures: both write to one database, and nobody waits long."""
    folder, indicators = work / "meanwhile-sheets", figures // 8
    place = small_council.bring_in(["--data", str(work / "meanwhile")], folder, indicators=indicators, officers=people)
    sheet = folder / "figures.csv"
    sheet.write_text(re.sub(r"(?m)^(I\d+,[^,]+,)(\d+)", lambda found: found[1] + str(int(found[2]) + 1), sheet.read_text()))
    with servers.Served(place, clock=CLOCK) as server:
        officers = [Officer(server.address, f"o{n}", [f"I{n:03}"], 1.0, 0.05) for n in range(people)]
        took = []

        def bring_in():
            began = time.perf_counter()
            servers.done("import", *place, "--clock", CLOCK, sheet)
            took.append(time.perf_counter() - began)

        importing = threading.Timer(0.5, bring_in)
        importing.start()
        together(server.port, [one.for_seconds(4) for one in officers])
        importing.join()
    faults = [fault for one in officers for fault in one.faults]
    kept = [taken for one in officers for taken in one.saves]
    high = percentile(kept, 0.99) * 1000
    note(
        f"Saves while {len(sheet.read_text().splitlines()) - 1:,} figures are imported: saves, errors, seconds of the import",
        f"{len(kept):,}, {len(faults)}, {took[0]:.1f} s", "no error", not faults)
    note("  median, 99th of 100, longest", f"{percentile(kept, 0.5) * 1000:.1f}, {high:.1f}, {max(kept) * 1000:.0f} ms",
         "99th under 300 ms", high < 300)


class SigningIn(threading.Thread):
    """Tries to sign in with a wrong password, again and again: as dear for the server as the right one. Each time somebody else from
    another place, so that nothing is slowed down as guessing would be."""

    def __init__(self, address, number):
        super().__init__(daemon=True)
        self.address, self.number, self.tries, self.others, self.goes_on = address, number, 0, [], True

    def run(self):
        while self.goes_on:
            self.tries += 1
            where = f"127.{10 + self.number}.{self.tries // 200}.{1 + self.tries % 200}"
            who = collecting.Visitor(self.address, source=where)
            page = who.get("/sign-in")
            form = page.form(field="password").fill(email=f"o{self.tries}.{self.number}@smallborough.example",
                                                    password="a wrong password, long enough")
            answer = who.submit(page, form)
            if "do not go together" not in answer.words:
                self.others.append(answer.words[:300])
            who.close()


def sign_ins(work, note, people=40, seconds=8):
    """The same readers and writers with and without four who sign in all the while."""
    place = small_council.bring_in(["--data", str(work / "sign-ins")], work / "sign-ins-sheets", indicators=people, officers=60)
    with servers.Served(place, clock=CLOCK) as server:
        def times():
            officers = [Officer(server.address, f"o{n}", [f"I{n:03}"], 0.2, 0.1) for n in range(people)]
            together(server.port, [one.for_seconds(seconds) for one in officers])
            faults = [fault for one in officers for fault in one.faults]
            if faults:
                raise SystemExit(f"Beside sign-ins: {faults[0]}")
            return [taken for one in officers for taken in one.reads + one.saves]

        quiet = times()
        trying = [SigningIn(server.address, n) for n in range(4)]
        for one in trying:
            one.start()
        busy = times()
        for one in trying:
            one.goes_on = False
        for one in trying:
            one.join()
    tries = sum(one.tries for one in trying)
    before, after = (percentile(all_of, 0.99) * 1000 for all_of in (quiet, busy))
    not_tried = sum(len(one.others) for one in trying)
    note(f"{people} people at work, four signing in all the while (argon2id): passwords tried, told to wait",
         f"{(tries - not_tried) / seconds:.0f} a second, {not_tried}")
    note("  99th of 100 of the others: without, with sign-ins", f"{before:.1f}, {after:.1f} ms", "under 250 ms", after < 250)


if __name__ == "__main__":
    import tempfile
    with tempfile.TemporaryDirectory(prefix="goldenthread-bench-") as folder:
        def told(what, found, goal="", held=None):
            print(f"{what:<100} {found:>22}  {goal:<22} {'' if held is None else 'yes' if held else 'no'}", flush=True)
        for measure in (saves, crowd, saves_during_an_import, sign_ins):
            measure(pathlib.Path(folder), told)
