"""A mail server of a test's own: `with Mailbox() as mail: mail.address` takes every letter and keeps it, read into its parts.
`mail.refuse_everything()` answers as an overfull server does; a closed one does not answer at all."""
import email, email.policy, re, threading

from aiosmtpd.controller import Controller

from servers import free_port


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


class Mailbox:
    def __init__(self):
        self.letters, self.turned_away, self.refusing = [], 0, False
        self.lock = threading.Lock()

    def __enter__(self):
        self.port = free_port()
        self.controller = Controller(self, hostname="127.0.0.1", port=self.port)
        self.controller.start()
        return self

    def __exit__(self, *_):
        self.controller.stop()

    @property
    def address(self):
        return f"smtp://127.0.0.1:{self.port}"

    def refuse_everything(self, refusing=True):
        self.refusing = refusing

    async def handle_RCPT(self, server, session, envelope, address, options):
        if self.refusing:
            self.turned_away += 1
            return "452 Too much mail at the moment"
        envelope.rcpt_tos.append(address)
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
