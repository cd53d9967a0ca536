"""Kills `goldenthread import` with -9 at random moments, again and again, and proves after each kill that the database
is as before or as after: every import that was acknowledged is there whole with its one record row, every other is there
whole or not at all, and `goldenthread check` finds nothing wrong.

    kill_test.py sqlite|postgres

GOLDENTHREAD_KILLS=300 kills so often; GOLDENTHREAD_SEED=7 takes the same moments again.
"""
import os, pathlib, random, signal, sqlite3, subprocess, sys, tempfile, time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
import postgres

PROGRAM = os.environ.get("GOLDENTHREAD", "build/goldenthread")
KILLS = int(os.environ.get("GOLDENTHREAD_KILLS", "50"))
SEED = int(os.environ.get("GOLDENTHREAD_SEED", time.time_ns() % 1_000_000))
INDICATORS = 200  # rows of each import

COUNTS = "select note, count(*), count(distinct record) from figure group by note"


class Sqlite:
    def __init__(self, folder):
        self.arguments = ["--data", str(folder)]
        self.file = folder / "goldenthread.db"

    def ask(self, query):
        connection = sqlite3.connect(f"file:{self.file}?mode=ro", uri=True)
        try:
            return connection.execute(query).fetchall()
        finally:
            connection.close()

    def settle(self):
        pass


class Postgres:
    def __init__(self, folder, server):
        self.address = server.new_database()
        self.arguments = ["--data", str(folder), "--database", self.address]

    def ask(self, query):
        words = ["psql", "-XAtq", "-F", "\t", self.address, "-c", query]
        said = subprocess.run(words, check=True, capture_output=True, text=True).stdout
        return [tuple(int(cell) if cell.isdigit() else cell for cell in line.split("\t")) for line in said.splitlines()]

    # The server may still be ending what the killed program had begun.
    def settle(self):
        others = ("select count(*) from pg_stat_activity where datname = current_database() "
                  "and pid <> pg_backend_pid() and backend_type = 'client backend'")
        while self.ask(others) != [(0,)]:
            time.sleep(0.01)


def month(number):
    return f"{1960 + number // 12:04d}-{number % 12 + 1:02d}-01/P1M"


class Council:
    """The imports that were begun, and what became of each."""

    def __init__(self, folder, engine):
        self.folder, self.engine, self.begun = folder, engine, 0
        self.acknowledged, self.unknown = set(), set()
        (folder / "council.csv").write_text("what,code,name\nsetting,name,Chaos\n")
        rows = [f"I{n:03d},Indicator {n},core,monthly,high_good,snapshot,1960-01-01\n" for n in range(INDICATORS)]
        columns = "indicator,title,kind,frequency,good_direction,aggregation,applies_from\n"
        (folder / "indicators.csv").write_text(columns + "".join(rows))
        self.run("import", folder / "council.csv", folder / "indicators.csv")

    def run(self, command, *files):
        words = [PROGRAM, command, *self.engine.arguments, *map(str, files)]
        done = subprocess.run(words, capture_output=True, text=True)
        if done.returncode != 0:
            sys.exit(f"goldenthread {command} failed:\n{done.stdout}{done.stderr}")

    def begin(self):
        name, period = f"batch{self.begun}", month(self.begun)
        self.begun += 1
        # The file must be called after its sheet, so each batch has a folder of its own.
        file = self.folder / name / "figures.csv"
        file.parent.mkdir()
        rows = [f"I{n:03d},{period},{n}.5,{name}\n" for n in range(INDICATORS)]
        file.write_text("indicator,period,value,note\n" + "".join(rows))
        words = [PROGRAM, "import", *self.engine.arguments, str(file)]
        return name, subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)

    def end(self, name, process):
        complaint = process.communicate()[1]
        if process.returncode == 0:
            self.acknowledged.add(name)
        elif process.returncode == -signal.SIGKILL:
            self.unknown.add(name)
        elif "Others are saving" not in complaint:
            sys.exit(f"{name} was refused: {complaint}")

    def prove(self):
        self.engine.settle()
        there = {note: (count, records) for note, count, records in self.engine.ask(COUNTS)}
        lost = self.acknowledged - there.keys()
        torn = {note: found for note, found in there.items() if found != (INDICATORS, 1)}
        strangers = there.keys() - self.acknowledged - self.unknown
        if lost or torn or strangers:
            sys.exit(f"lost: {sorted(lost)}\ntorn: {torn}\nthere although refused: {sorted(strangers)}")
        self.run("check")
        return there


def usual_time(council):
    times = []
    for _ in range(3):
        start = time.monotonic()
        council.end(*council.begin())
        times.append(time.monotonic() - start)
    return sorted(times)[1]


def main(engine_name, folder, engine, chance):
    council = Council(folder, engine)
    usual = usual_time(council)
    kills = 0
    while kills < KILLS:
        name, process = council.begin()
        companion = council.begin() if chance.random() < 0.2 else None  # a second program that writes meanwhile
        # Half of the kills fall where the writing is.
        span = (0.002, usual) if chance.random() < 0.5 else (0.5 * usual, 1.2 * usual)
        time.sleep(chance.uniform(*span))
        process.kill()
        council.end(name, process)
        kills += name in council.unknown
        if companion:
            council.end(*companion)
        there = council.prove()
    landed = len(council.unknown & there.keys())
    print(f"{engine_name}: {kills} kills; {landed} imports had landed before the kill, {kills - landed} left nothing; "
          f"{len(council.acknowledged)} acknowledged imports, none lost; nothing between. "
          f"An import takes {usual * 1000:.0f} ms. Seed {SEED}.")


if __name__ == "__main__":
    engine_name, chance = sys.argv[1], random.Random(SEED)
    with tempfile.TemporaryDirectory(prefix="goldenthread-chaos-") as place:
        if engine_name == "sqlite":
            main(engine_name, pathlib.Path(place), Sqlite(pathlib.Path(place)), chance)
        elif not postgres.programs():
            print("PostgreSQL is not installed here (package postgresql), so its half is not tested.")
        else:
            with postgres.PrivatePostgres() as server:
                main(engine_name, pathlib.Path(place), Postgres(pathlib.Path(place), server), chance)
