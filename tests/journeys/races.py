"""Two people save the same figure at the same moment, again and again, over HTTP: one of them is always first, the other is
always told so, no note is lost and no edition is there twice. On SQLite and on PostgreSQL.

    races.py sqlite|postgres

GOLDENTHREAD_RACES=1000 says how often; 150 times unless it does.
"""
import os, pathlib, sys, threading

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import collecting, engines, postgres, servers, small_council  # noqa: E402

RACES = int(os.environ.get("GOLDENTHREAD_RACES", "150"))
SLUG, PERIOD = "2025-26-q1", "2025-04-01/P3M"


class Racer:
    """Loads the page, then waits at the barrier, so that both send what they typed at one moment."""

    def __init__(self, address, person, start):
        self.who, self.start, self.outcomes = collecting.be(address, person), start, []

    def load(self, indicator, note, value):
        self.page = self.who.get(collecting.figure_path(indicator, SLUG))
        self.note, self.form = note, self.page.form(field="note").fill(note=note, value=value)

    def run(self):
        self.start.wait()
        self.answer = self.who.submit(self.page, self.form, "save", follow=False)


def race(racers):
    threads = [threading.Thread(target=one.run) for one in racers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def main(engine, place):
    saved, told_of_another = [], 0
    with servers.Served(place, clock="2025-07-02T09:00:00Z") as server:
        racers = [Racer(server.address, person, start) for start in [threading.Barrier(2)] for person in ("o0", "d0")]
        for number in range(RACES):
            indicator = f"I{4 * (number % 5):03}"
            for one in racers:
                one.load(indicator, f"Race {number}, as {one.who.name} saw it.", 106 + number % 5)
            race(racers)
            firsts = [one for one in racers if one.answer.status == 303]
            others = [one for one in racers if one.answer.status != 303]
            if len(firsts) != 1:
                sys.exit(f"race {number}: answers {[(one.answer.status, one.answer.words[:300]) for one in racers]}")
            second = others[0].answer
            if second.status not in (409, 422) or firsts[0].note not in second.words or others[0].note not in second.text:
                sys.exit(f"race {number}: the second was not shown both: {others[0].answer.status} {others[0].answer.words[:800]}")
            saved.append((indicator, firsts[0].note))
            told_of_another += 1
    there = engines.ask(place, f"""select known.code, entry.note, entry.edition, entry.record from entry
        join (select distinct code, indicator from definition) known on known.indicator = entry.indicator
        where entry.period = '{PERIOD}' order by entry.edition""")
    notes = [(code, note) for code, note, _, _ in there]
    if sorted(notes) != sorted(saved):
        sys.exit(f"lost: {sorted(set(saved) - set(notes))}\nnever acknowledged: {sorted(set(notes) - set(saved))}")
    by_code = {}
    for code, _, edition, _ in there:
        by_code.setdefault(code, []).append(int(edition))
    in_order = all(editions == list(range(1, len(editions) + 1)) for editions in by_code.values())
    if not in_order or len({record for *_, record in there}) != len(there):
        sys.exit(f"editions: {by_code}")
    servers.done("check", *place)
    print(f"{engine}: {RACES} races of two people for one figure; each time one was first and the other was told, none lost, none twice.")


if __name__ == "__main__":
    if sys.argv[1] == "postgres" and not postgres.programs():
        print("PostgreSQL is not installed here (package postgresql-15), so its half is not tested.")
    else:
        with engines.on(sys.argv[1]) as new_place:
            main(sys.argv[1], small_council.bring_in(new_place(), new_place.work / "sheets"))
