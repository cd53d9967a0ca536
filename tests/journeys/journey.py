"""What the journeys share: the program, folders that go away, and a council on each database."""
import contextlib, os, pathlib, subprocess, sys, tempfile, unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/support"))

PROGRAM = os.environ.get("GOLDENTHREAD", str(ROOT / "build/goldenthread"))
SHARED = ROOT.parent / "shared"


def run(*words, stdin=None):
    return subprocess.run([PROGRAM, *map(str, words)], capture_output=True, text=True, encoding="utf-8", input=stdin)


class Journey(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.after = contextlib.ExitStack()
        cls.work = pathlib.Path(cls.after.enter_context(tempfile.TemporaryDirectory(prefix="goldenthread-")))
        cls.made = 0

    @classmethod
    def tearDownClass(cls):
        cls.after.close()

    def new_folder(self):
        type(self).made += 1
        return self.work / f"folder{self.made}"

    def done(self, *words):
        """Runs the program; it must succeed. What it said."""
        answer = run(*words)
        self.assertEqual(answer.returncode, 0, f"goldenthread {' '.join(map(str, words))}\n{answer.stdout}{answer.stderr}")
        return answer.stdout

    def refused(self, *words):
        """Runs the program; it must refuse. What it said."""
        answer = run(*words)
        self.assertEqual(answer.returncode, 1, f"goldenthread {' '.join(map(str, words))}\n{answer.stdout}{answer.stderr}")
        return answer.stdout + answer.stderr

    def export(self, place, *options):
        """Every sheet as CSV: {name: bytes}."""
        folder = self.new_folder()
        self.done("export", *place, "--as", "csv", *options, folder)
        return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}
