"""A small council on which the holes of other products are tried. Its numbers are those of the list of past holes that the project
keeps: A for access to objects, S for SQL, X for script in a page, O for signing in."""
import pathlib, unittest

import collecting, engines, servers, small_council

SLUG, PERIOD = "2025-26-q1", "2025-04-01/P3M"
CLOCK = "2025-07-02T09:00:00Z"


class Council(unittest.TestCase):
    """A small council whose officers have signed in; each test has indicators of its own."""

    @classmethod
    def setUpClass(cls):
        cls.after = engines.on("sqlite")
        new_place = cls.after.__enter__()
        cls.place = small_council.bring_in(new_place(), new_place.work / "sheets", indicators=40, officers=2)
        cls.data = pathlib.Path(cls.place[1])
        cls.server = servers.Served(cls.place, clock=CLOCK)
        cls.own = iter(f"I{n:03}" for n in range(0, 40, 2))  # of officer o0, checker c0

    @classmethod
    def tearDownClass(cls):
        cls.server.stop()
        cls.after.__exit__(None, None, None)

    def be(self, person):
        return collecting.be(self.server.address, person)

    def entries(self, indicator, columns="stage, entered_by, by_person, standing, kind, computed"):
        return self.ask(f"select {columns} from entry where indicator = {engines.indicators(self.place)[indicator]} order by edition")

    def after_folder(self, name):
        return self.data.parent / name

    def ask(self, question):
        return engines.ask(self.place, question)
