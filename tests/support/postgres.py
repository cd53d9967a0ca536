"""A PostgreSQL of a test's own, in a temporary folder: `with PrivatePostgres() as postgres: postgres.new_database()`."""
import getpass, os, pathlib, pwd, shutil, signal, subprocess, tempfile, time


def programs():
    """Where PostgreSQL's programs are; None when it is not installed."""
    found = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin/postgres"))
    return found[-1].parent if found else None


class PrivatePostgres:
    def __enter__(self):
        self.home = pathlib.Path(tempfile.mkdtemp(prefix="goldenthread-pg-"))
        self.made = 0
        # PostgreSQL refuses to run as root.
        self.owner = "postgres" if os.getuid() == 0 else getpass.getuser()
        shutil.chown(self.home, self.owner)
        self.run("initdb", "-D", self.home / "data", "-U", "goldenthread", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N")
        self.server = self.launch("postgres", "-D", self.home / "data", "-k", self.home, "-c", "listen_addresses=", "-c", "fsync=off")
        while self.launch("pg_isready", "-q", "-h", self.home).wait() != 0:
            if self.server.poll() is not None:
                raise RuntimeError("PostgreSQL did not start")
            time.sleep(0.05)
        return self

    def __exit__(self, *_):
        self.server.send_signal(signal.SIGINT)
        self.server.wait()
        shutil.rmtree(self.home)

    def new_database(self):
        self.made += 1
        self.run("createdb", "-h", self.home, "-U", "goldenthread", f"test{self.made}")
        return f"postgresql://goldenthread@/test{self.made}?host={self.home}"

    def launch(self, program, *words):
        person = pwd.getpwnam(self.owner)
        return subprocess.Popen([str(programs() / program), *map(str, words)], cwd="/", stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                stderr=subprocess.DEVNULL, **({"user": person.pw_uid, "group": person.pw_gid} if os.getuid() == 0 else {}))

    def run(self, program, *words):
        if self.launch(program, *words).wait() != 0:
            raise RuntimeError(f"{program} failed")
