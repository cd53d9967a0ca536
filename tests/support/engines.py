"""A council's place on each database: `with on(engine) as new_place: new_place()` answers the words of the command line, and
`ask(place, query)` what the database itself holds, past the program."""
import contextlib, pathlib, sqlite3, subprocess, tempfile, time

import postgres

CELL, ROW = chr(31), chr(30)  # no text that people type holds them


@contextlib.contextmanager
def on(engine):
    """`engine`: "sqlite" or "postgres"."""
    with contextlib.ExitStack() as after:
        work = pathlib.Path(after.enter_context(tempfile.TemporaryDirectory(prefix="goldenthread-")))
        server = after.enter_context(postgres.PrivatePostgres()) if engine == "postgres" else None
        made = iter(range(1000))

        def new_place():
            place = ["--data", str(work / f"place{next(made)}")]
            return place + (["--database", server.new_database()] if server else [])

        new_place.work = work
        yield new_place


def ask(place, query):
    """Rows of text; nothing is None on neither engine."""
    if "--database" in place:
        words = ["psql", "-XAtq", "-F", CELL, "-R", ROW,
                 place[place.index("--database") + 1], "-c", query]
        said = subprocess.run(words, check=True, capture_output=True, text=True).stdout
        return [tuple(row.split(CELL)) for row in said.rstrip("\n").split(ROW) if row]
    file = pathlib.Path(place[place.index("--data") + 1]) / "goldenthread.db"
    connection = sqlite3.connect(f"file:{file}?mode=ro", uri=True, timeout=10)
    try:
        return [tuple("" if cell is None else str(cell) for cell in row) for row in connection.execute(query).fetchall()]
    finally:
        connection.close()


def change(place, statement):
    """Behind the program's back, as somebody with the database's own password could."""
    if "--database" in place:
        subprocess.run(["psql", "-XAtq", place[place.index("--database") + 1], "-c", statement], check=True, capture_output=True)
        return
    with sqlite3.connect(pathlib.Path(place[place.index("--data") + 1]) / "goldenthread.db", timeout=10) as connection:
        connection.execute(statement)
    connection.close()


def settle(place):
    """After a kill: PostgreSQL may still be ending what the killed program had begun."""
    if "--database" not in place:
        return
    others = ("select count(*) from pg_stat_activity where datname = current_database() "
              "and pid <> pg_backend_pid() and backend_type = 'client backend'")
    while ask(place, others) != [("0",)]:
        time.sleep(0.01)


def indicators(place):
    """The number of each indicator's code."""
    return dict(ask(place, "select distinct code, indicator from definition"))
