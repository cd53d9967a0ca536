"""The program, started and ended as an administrator does it: `with Served(place, clock="2025-07-01T09:00:00Z") as server`."""
import os, pathlib, re, signal, socket, subprocess, tempfile, threading, time

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("GOLDENTHREAD", str(ROOT / "build/goldenthread"))


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def run(*words, stdin=None):
    return subprocess.run([PROGRAM, *map(str, words)], capture_output=True, text=True, encoding="utf-8", input=stdin)


def done(*words):
    """Runs the program; it must succeed. What it said."""
    answer = run(*words)
    if answer.returncode != 0:
        raise AssertionError(f"goldenthread {' '.join(map(str, words))}\n{answer.stdout}{answer.stderr}")
    return answer.stdout


class Served:
    """The server, until the block ends. `said` is all it wrote to its standard output before it listened."""

    def __init__(self, place, *options, clock=None, pinned_to=None):
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.log = tempfile.TemporaryFile()
        words = [
            "serve", *map(str, place), "--listen", f"127.0.0.1:{self.port}", *(["--clock", clock] if clock else []),
            *map(str, options)
        ]
        pin = ["taskset", "-c", str(pinned_to)] if pinned_to is not None else []
        self.process = subprocess.Popen([*pin, PROGRAM, *words], stdout=subprocess.PIPE, stderr=self.log, text=True)
        self.lines, self.listens = [], threading.Event()
        threading.Thread(target=self._listen, daemon=True).start()
        if not self.listens.wait(60) or self.process.poll() is not None:
            self.process.kill()
            raise AssertionError(f"goldenthread {' '.join(words)} did not start:\n{self.said}\n{self.complaints()}")

    def _listen(self):
        for line in self.process.stdout:
            self.lines.append(line)
            if "Goldenthread is at http" in line:
                self.listens.set()
        self.listens.set()

    @property
    def said(self):
        return "".join(self.lines)

    def complaints(self):
        self.log.seek(0)
        return self.log.read().decode("utf-8", "replace")

    def first_link(self):
        """The link by which the first administrator chooses a password: printed once."""
        found, patience = None, time.monotonic() + 20
        while not found and time.monotonic() < patience:
            found = re.search(r"https?://\S+", re.sub(r"Goldenthread is at \S+", "", self.said) + self.complaints())
            time.sleep(0.01)
        if not found:
            raise AssertionError(f"No link was printed:\n{self.said}\n{self.complaints()}")
        return found[0]

    def kill(self):
        self.process.kill()
        self.process.wait()

    def stop(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        ended = self.process.wait(30)
        self.process.stdout.close()
        return ended

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()
        self.log.close()
