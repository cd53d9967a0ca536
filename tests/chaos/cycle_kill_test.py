"""Plays quarter after quarter of a small council and kills the program with -9 between and within the steps of the cycle: the
window opens, figures are entered, given back, checked, the run locks them, letters go out. Then it starts again, and after each
kill proves that nothing is lost and nothing is there twice: every acknowledged step is in the database, each figure is reported
once, each letter came once (or again under the same Message-ID), and `goldenthread check` finds nothing wrong.

    cycle_kill_test.py sqlite|postgres

GOLDENTHREAD_KILLS=300 kills so often; GOLDENTHREAD_SEED=7 takes the same moments again.
"""
import collections, datetime, http.client, os, pathlib, random, subprocess, sys, threading, time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import collecting, engines, postgres, servers, small_council  # noqa: E402
from letters import Mailbox  # noqa: E402

KILLS = int(os.environ.get("GOLDENTHREAD_KILLS", "30"))
SEED = int(os.environ.get("GOLDENTHREAD_SEED", time.time_ns() % 1_000_000))
INDICATORS, OFFICERS = 8, 2
BROKEN = (http.client.HTTPException, OSError)  # what a visitor meets when the server is killed under the hand


class Quarter:
    """Periods from 2025/26 Q1 on, with the moments of their cycle."""

    def __init__(self, number):
        year, quarter = divmod(number, 4)
        self.year, self.quarter = 2025 + year, quarter + 1
        month = (4, 7, 10, 1)[quarter]
        self.period = f"{self.year + (quarter == 3)}-{month:02}-01/P3M"
        self.slug = f"{self.year}-{(self.year + 1) % 100:02}-q{self.quarter}"
        self.opens_year, self.opens_month = (self.year + (quarter == 3), (7, 10, 1, 4)[quarter]) if quarter != 2 else (self.year + 1, 1)

    def on(self, day, hour=9, minute=0):
        return f"{self.opens_year}-{self.opens_month:02}-{day:02}T{hour:02}:{minute:02}:00Z"

    def after_the_run(self):
        month = self.opens_month + 1
        return f"{self.opens_year}-{month:02}-01T01:00:00Z"


class Cycle:
    def __init__(self, place, mail, chance):
        self.place, self.mail, self.chance = place, mail, chance
        self.kills, self.acknowledged, self.begun = 0, set(), set()  # (period, indicator, stage, mark)
        self.serial, self.letters, self.unreported = 0, [], 0
        self.server = self.killer = None

    # Starting, ending and killing.

    def start(self, clock):
        self.clock = clock
        self.server = servers.Served(self.place, "--smtp", self.mail.address, "--mail-from",
                                     "performance@smallborough.example", "--address",
                                     "https://performance.smallborough.example", clock=clock)

    def kill_soon(self):
        """Within the next steps, or in the middle of one."""
        self.killer = threading.Timer(self.chance.choice((0.0, 0.01, 0.03, 0.08, 0.2)) * self.chance.random(), self.server.kill)
        self.killer.start()

    def after_kill(self):
        self.killer.join()
        self.killer = None
        self.kills += 1
        self.server.stop()
        engines.settle(self.place)
        self.prove()
        self.start(self.clock)

    def step(self, do):
        """Does one thing, in one of three cases while the server is killed; then does it again after the start, as people do."""
        if self.kills < KILLS and self.chance.random() < 0.35:
            self.kill_soon()
            try:
                do()
            except BROKEN:
                pass
            self.after_kill()
        do()

    # What people do. Each step may have been done before the kill came: then it is not done again.

    def stage(self, quarter, indicator):
        rows = engines.ask(self.place, f"""select entry.stage from entry join (select distinct code, indicator from definition) known
            on known.indicator = entry.indicator where known.code = '{indicator}' and entry.period = '{quarter.period}'
            order by entry.edition desc limit 1""")
        return rows[0][0] if rows else ""

    def as_person(self, person):
        return collecting.be(self.server.address, person)

    def enter(self, quarter, indicator, person):
        if self.stage(quarter, indicator) in ("entered", "checked", "reported"):
            return
        self.serial += 1
        note = f"Entry {self.serial} of {indicator}."
        self.begun.add((quarter.period, indicator, note))
        page = collecting.enter(self.as_person(person), indicator, quarter.slug, note=note, value=106 + self.serial % 5)
        if page.status != 200:
            sys.exit(f"{note} {page.status} {page.words[:800]}")
        self.acknowledged.add((quarter.period, indicator, note))

    def check(self, quarter, indicator, person):
        if self.stage(quarter, indicator) == "entered":
            page = collecting.approve(self.as_person(person), indicator, quarter.slug)
            if page.status != 200 or self.stage(quarter, indicator) != "checked":
                sys.exit(f"{indicator} was not checked: {page.status} {page.words[:800]}")

    def give_back(self, quarter, indicator, person):
        if self.stage(quarter, indicator) == "entered":
            page = collecting.give_back(self.as_person(person), indicator, quarter.slug, "Which week does this leave out?")
            if page.status != 200 or self.stage(quarter, indicator) != "returned":
                sys.exit(f"{indicator} was not given back: {page.status} {page.words[:800]}")

    def move_to(self, clock):
        """The clock moves on while the program is down or is started; what is due by then is done, whoever is killed meanwhile."""
        self.server.stop()
        while self.kills < KILLS and self.chance.random() < 0.6:
            if self.chance.random() < 0.5:
                self.start(clock)
                time.sleep(self.chance.choice((0.0, 0.02, 0.06, 0.15)) * self.chance.random())
                self.server.kill()
            else:
                self.kill_while_letters_go(clock)
            self.kills += 1
            engines.settle(self.place)
            self.prove()
        servers.done(*self.run_due(clock))
        self.start(clock)

    def run_due(self, clock):
        return ("run-due", *self.place, "--clock", clock, "--smtp", self.mail.address, "--mail-from",
                "performance@smallborough.example", "--address", "https://performance.smallborough.example")

    def kill_while_letters_go(self, clock):
        running = subprocess.Popen([servers.PROGRAM, *self.run_due(clock)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(0.02 + self.chance.random() * 0.15)
        running.kill()
        running.wait()

    def quarter(self, quarter):
        owners = {f"I{n:03}": f"o{n % OFFICERS}" for n in range(INDICATORS)}
        self.move_to(quarter.on(1))
        self.step(lambda: None)
        self.move_to(quarter.on(4))
        for indicator, owner in owners.items():
            self.step(lambda indicator=indicator, owner=owner: self.enter(quarter, indicator, owner))
        self.move_to(quarter.on(23))
        back = self.chance.choice(sorted(owners))
        self.step(lambda: self.give_back(quarter, back, owners[back].replace("o", "c")))
        self.step(lambda: self.enter(quarter, back, owners[back]))
        for indicator, owner in owners.items():
            self.step(lambda indicator=indicator, owner=owner: self.check(quarter, indicator, owner.replace("o", "c")))
        self.move_to(quarter.after_the_run())
        self.prove()
        self.prove_reported(quarter)

    # What must hold.

    def prove(self):
        there = engines.ask(self.place, """select entry.period, known.code, entry.note, entry.edition, entry.stage, entry.record
            from entry join (select distinct code, indicator from definition) known on known.indicator = entry.indicator
            order by entry.period, known.code, entry.edition""")
        notes = {(period, code, note) for period, code, note, *_ in there}
        entered = collections.Counter((period, code, note) for period, code, note, _, stage, _ in there if stage == "entered")
        editions = collections.defaultdict(list)
        for period, code, _, edition, _, _ in there:
            editions[period, code].append(int(edition))
        self.none("lost", self.acknowledged - notes)
        self.none("there although never typed", notes - self.begun)
        self.none("entered twice", {one for one, times in entered.items() if times > 1})
        self.none("editions with gaps", {one: found for one, found in editions.items() if found != list(range(1, len(found) + 1))})
        self.none("figures reported twice", engines.ask(
            self.place, "select indicator, period, count(*) from figure group by indicator, period having count(*) > 1"))
        self.none("jobs done twice", engines.ask(
            self.place, "select job, subject, due from happened group by job, subject, due having count(*) > 1"))
        self.none("letters queued twice", engines.ask(self.place, "select key from mail group by key having count(*) > 1"))
        servers.done("check", *self.place)

    def prove_reported(self, quarter):
        reported = engines.ask(self.place, f"""select known.code, figure.note from figure
            join (select distinct code, indicator from definition) known on known.indicator = figure.indicator
            where figure.period = '{quarter.period}'""")
        last = dict(engines.ask(self.place, f"""select known.code, entry.note from entry
            join (select distinct code, indicator from definition) known on known.indicator = entry.indicator
            where entry.period = '{quarter.period}' and entry.stage = 'reported'"""))
        missing = {f"I{n:03}" for n in range(INDICATORS)} - dict(reported).keys()
        self.none("not reported as entered", {code for code, note in reported if last.get(code) != note} | missing)

    def prove_letters(self):
        # A day later: what a killed program had claimed is free again.
        later = datetime.datetime.fromisoformat(self.clock.removesuffix("Z")) + datetime.timedelta(days=1)
        servers.done(*self.run_due(f"{later.isoformat()}Z"))
        queued = engines.ask(self.place, "select address, subject, state from mail")
        letters = self.mail.take()
        by_name = collections.defaultdict(list)
        for letter in letters:
            by_name[letter.message["Message-ID"]].append(letter)
        self.none("letters not sent", [one for one in queued if one[2] != "sent"])
        if len(by_name) != len(queued) or not queued:
            sys.exit(f"{len(queued)} letters were queued, {len(by_name)} came")
        self.none("different letters under one Message-ID",
                  {name for name, all_of in by_name.items() if len({one.raw for one in all_of}) > 1})
        return len(letters) - len(by_name)

    @staticmethod
    def none(what, found):
        if found:
            sys.exit(f"{what}: {found}  (seed {SEED})")


def main(engine, place, chance):
    with Mailbox() as mail:
        cycle = Cycle(place, mail, chance)
        cycle.start("2025-06-30T13:00:00Z")
        number = 0
        while cycle.kills < KILLS:
            cycle.quarter(Quarter(number))
            number += 1
        cycle.server.stop()
        again = cycle.prove_letters()
        print(f"{engine}: {cycle.kills} kills in {number} quarters; {len(cycle.acknowledged)} acknowledged entries, none lost; "
              f"each figure reported once; {again} letters came again under their own Message-ID, none otherwise. Seed {SEED}.")


if __name__ == "__main__":
    if sys.argv[1] == "postgres" and not postgres.programs():
        print("PostgreSQL is not installed here (package postgresql-15), so its half is not tested.")
    else:
        with engines.on(sys.argv[1]) as new_place:
            main(
                sys.argv[1],
                small_council.bring_in(new_place(), new_place.work / "sheets", indicators=INDICATORS, officers=OFFICERS),
                random.Random(SEED))
