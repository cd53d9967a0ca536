"""A mail server of a test's own: `with Mailbox() as mail: mail.address` takes every letter and keeps it, read into its parts.
It can ask to try again later, refuse a reader for good, be there over TLS alone, ask for a password, or be away."""
import email, email.policy, logging, pathlib, re, ssl, subprocess, threading, warnings

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult

from servers import free_port

logging.getLogger("mail.log").setLevel(logging.CRITICAL)  # a client that hangs up on a forged certificate is what is wanted
warnings.filterwarnings("ignore", module="aiosmtpd")


class Letter:
    def __init__(self, sender, to, content):
        self.sender, self.to, self.raw = sender, to, content
        self.message = email.message_from_bytes(content, policy=email.policy.default)

    @property
    def subject(self):
        return str(self.message["subject"])

    @property
    def plain(self):
        return self.message.get_body(("plain",)).get_content()

    @property
    def html(self):
        return self.message.get_body(("html",)).get_content()

    @property
    def links(self):
        return re.findall(r"https?://[^\s<>\"]+", self.plain)


class Certificate:
    """One that vouches for itself, for this machine: `.file` and `.key` in the folder."""

    def __init__(self, folder, name="localhost"):
        self.file, self.key = pathlib.Path(folder) / f"{name}.crt", pathlib.Path(folder) / f"{name}.key"
        subprocess.run([
            "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", f"/CN={name}", "-addext",
            f"subjectAltName=DNS:{name}", "-keyout", self.key, "-out", self.file
        ], check=True, capture_output=True)

    def context(self):
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(self.file, self.key)
        return context


class _Mailman(Controller):
    def __init__(self, box, port, **options):
        self.options = options
        super().__init__(box, hostname="127.0.0.1", port=port, ssl_context=options.pop("at_once", None))

    def factory(self):
        return SMTP(self.handler, hostname="mail.example", **self.options)


class Mailbox:
    """`certificate`: with STARTTLS; with `at_once=True` TLS from the first byte. `password`: asked for, of the name "goldenthread"."""

    def __init__(self, certificate=None, at_once=False, password=None, port=None):
        self.letters, self.turned_away, self.refusing = [], 0, False
        self.later_once, self.seen, self.unknown, self.no_senders = False, set(), set(), False
        self.lock = threading.Lock()
        self.certificate, self.at_once, self.password, self.port = certificate, at_once, password, port or free_port()

    def __enter__(self):
        options = {}
        if self.certificate and self.at_once:
            options["at_once"] = self.certificate.context()
        elif self.certificate:
            options.update(tls_context=self.certificate.context(), require_starttls=True)
        if self.password:
            options.update(authenticator=self._knows, auth_required=True, auth_require_tls=not self.at_once)
        self.controller = _Mailman(self, self.port, **options)
        self.controller.start()
        return self

    def __exit__(self, *_):
        self.controller.stop()

    def _knows(self, server, session, envelope, mechanism, data):
        return AuthResult(success=(data.login, data.password) == (b"goldenthread", self.password.encode()))

    @property
    def address(self):
        """As `--smtp` takes it: without TLS only when there is no certificate."""
        how = "smtp-plain" if not self.certificate else "smtps" if self.at_once else "smtp"
        return f"{how}://localhost:{self.port}"

    def refuse_everything(self, refusing=True):
        self.refusing = refusing

    def later_at_first(self):
        """Greylisting: everybody's first letter is asked for again."""
        self.later_once, self.seen = True, set()

    def refuse(self, *addresses):
        """Nobody here has these addresses."""
        self.unknown = set(addresses)

    def know_no_sender(self, unknown=True):
        self.no_senders = unknown

    async def handle_MAIL(self, server, session, envelope, address, options):
        if self.no_senders:
            return "553 That sender is not known here"
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        answer = self._answer_to(address)
        if answer != "250 OK":
            self.turned_away += 1
        else:
            envelope.rcpt_tos.append(address)
        return answer

    def _answer_to(self, address):
        if self.refusing:
            return "452 Too much mail at the moment"
        if address in self.unknown:
            return "550 Nobody here has that address"
        if self.later_once and address not in self.seen:
            self.seen.add(address)
            return "451 Try again in five minutes"
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        with self.lock:
            self.letters.append(Letter(envelope.mail_from, list(envelope.rcpt_tos), envelope.content))
        return "250 Taken"

    def take(self):
        """What has come since the last time."""
        with self.lock:
            taken, self.letters = self.letters, []
        return taken
