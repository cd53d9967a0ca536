"""Servers to measure, and the measuring: pages a second with wrk, time to the first byte, memory."""
import http.client, os, pathlib, re, signal, socket, statistics, subprocess, tempfile, time

ROOT = pathlib.Path(__file__).resolve().parent.parent
PROGRAM = os.environ.get("GOLDENTHREAD", str(ROOT / "build/goldenthread"))
CONNECTIONS = 32
SECONDS = 5


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


class Server:
    """A server of its own process: `with Goldenthread(data) as server`."""

    def start(self, command):
        self.began = time.perf_counter()
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
        self.seconds_to_first_page = self.wait_for_page()

    def wait_for_page(self):
        while True:
            try:
                connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
                connection.request("GET", "/")
                answer = connection.getresponse()
                answer.read()
                if answer.status == 200:
                    return time.perf_counter() - self.began
                raise SystemExit(f"The board answers {answer.status}.")
            except ConnectionRefusedError:
                if self.process.poll() is not None:
                    raise SystemExit(f"The server ended with {self.process.returncode}.")
                time.sleep(0.001)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        os.killpg(self.process.pid, signal.SIGTERM)
        self.process.wait()

    def peak_memory_mb(self):
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmHWM:\s+(\d+)", status)[1]) / 1024

    def fetch(self, path, headers={}, patience=60):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=patience)
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        return answer.status, answer.read()

    def pages_a_second(self, path="/", encoding="", pinned_to=None):
        """As wrk counts them; `pinned_to` keeps wrk off the server's core."""
        command = ["wrk", "-t", "1", "-c", str(CONNECTIONS), "-d", f"{SECONDS}s"]
        if encoding:
            command += ["-H", f"Accept-Encoding: {encoding}"]
        if pinned_to is not None:
            command = ["taskset", "-c", str(pinned_to)] + command
        said = subprocess.run(command + [f"http://127.0.0.1:{self.port}{path}"], capture_output=True, text=True, check=True).stdout
        if "Non-2xx" in said or "Socket errors" in said:
            raise SystemExit(f"wrk saw errors:\n{said}")
        return float(re.search(r"Requests/sec:\s+([\d.]+)", said)[1])

    def first_byte_ms(self, path="/", times=400):
        """Median and 99th of a hundred, on one connection that stays open."""
        taken = []
        with socket.create_connection(("127.0.0.1", self.port)) as link:
            link.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            reader = link.makefile("rb")
            for _ in range(times):
                began = time.perf_counter()
                link.sendall(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\n\r\n".encode())
                line = reader.readline()
                taken.append((time.perf_counter() - began) * 1000)
                if b" 200 " not in line:
                    raise SystemExit(f"{path} answers {line!r}")
                length = 0
                while (line := reader.readline()) != b"\r\n":
                    if line.lower().startswith(b"content-length:"):
                        length = int(line.split(b":")[1])
                reader.read(length)
        return statistics.median(taken), statistics.quantiles(taken, n=100)[98]


class Goldenthread(Server):
    def __init__(self, data, *options, pinned_to=None):
        self.port = free_port()
        pin = ["taskset", "-c", str(pinned_to)] if pinned_to is not None else []
        self.start(pin + [PROGRAM, "serve", "--data", str(data), "--listen", f"127.0.0.1:{self.port}", *options])


class Nginx(Server):
    """Serves the same bytes from files, with sendfile, keep-alive and a buffered access log, as ours has one."""

    def __init__(self, page, zipped):
        self.port = free_port()
        self.folder = tempfile.TemporaryDirectory()
        folder = pathlib.Path(self.folder.name)
        folder.chmod(0o755)
        (folder / "index.html").write_bytes(page)
        (folder / "index.html.gz").write_bytes(zipped)
        (folder / "nginx.conf").write_text(f"""
daemon off; pid {folder}/pid; worker_processes auto; error_log {folder}/error.log;
events {{ worker_connections 1024; }}
http {{
  default_type text/html; sendfile on; tcp_nopush on; open_file_cache max=10; keepalive_requests 1000000;
  access_log {folder}/access.log combined buffer=64k;
  client_body_temp_path {folder}; proxy_temp_path {folder}; fastcgi_temp_path {folder}; uwsgi_temp_path {folder}; scgi_temp_path {folder};
  server {{ listen 127.0.0.1:{self.port}; root {folder}; gzip_static on; }}
}}
""")
        self.start(["nginx", "-c", str(folder / "nginx.conf"), "-e", str(folder / "error.log")])

    def __exit__(self, *_):
        super().__exit__()
        self.folder.cleanup()
