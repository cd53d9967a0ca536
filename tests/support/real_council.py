"""The small council as it is in earnest: no demo, behind a proxy, an administrator from the printed link, everybody else by invitation
from a real mail server."""
import re, unittest, urllib.parse

import engines, servers, small_council
from letters import Mailbox
from visitor import Visitor

AT = "https://performance.smallborough.example"
PASSWORD, ADMIN = "four calm words here", "ada.first@smallborough.example"


class RealCouncil(unittest.TestCase):
    engine = "sqlite"  # a journey sets it from its command line
    places = iter(range(1, 250))

    @classmethod
    def setUpClass(cls):
        cls.after = engines.on(cls.engine)
        new_place = cls.after.__enter__()
        cls.place = new_place()
        servers.done("import", *cls.place, "--clock", "2025-06-30T12:00:00Z",
                     *small_council.make(new_place.work / "sheets", indicators=2, officers=2))
        cls.mail = Mailbox().__enter__()
        cls.signed_in = {}
        cls.start()
        cls.first = cls.server.first_link()
        stranger = cls.someone()
        cls.guessed = {
            link: stranger.ask("GET", "/first?link=" + urllib.parse.quote(link)).status
            for link in ("", "x", "first", "a" * 43, "%00", "' or '1'='1")
        }
        cls.open_before = {
            path: stranger.ask("GET", path).status
            for path in ("/people", "/people/invite", "/record", "/account", "/import", "/mail")
        }
        cls.begin_as_first(cls)

    @classmethod
    def start(cls):
        cls.server = servers.Served(cls.place, "--address", AT, "--behind-proxy")

    @classmethod
    def tearDownClass(cls):
        cls.server.stop()
        cls.mail.__exit__(None, None, None)
        cls.after.__exit__(None, None, None)

    def begin_as_first(self):
        cls = self
        cls.admin = cls.someone("10.0.0.1")
        page = cls.admin.get(cls.path(cls.first))
        page = cls.admin.submit(page, page.form("/first").fill(name="Ada First", email=ADMIN, password=PASSWORD))
        assert page.status == 200 and "Welcome" in page.words, page.words[:500]

    @classmethod
    def someone(cls, place=None):
        """With a browser of the own, from a place of the own."""
        return Visitor(cls.server.address, headers={"X-Forwarded-For": place or f"10.9.0.{next(cls.places)}"})

    @staticmethod
    def path(link):
        return re.sub(r"^https?://[^/]+", "", link)

    def letters(self):
        servers.done("run-due", *self.place, "--address", AT, "--mail-from", "performance@smallborough.example",
                     "--smtp", self.mail.address)
        return self.mail.take()

    def link_to(self, email):
        links = [link for letter in self.letters() if letter.to == [email] for link in letter.links if "choose-password" in link]
        self.assertEqual(len(links), 1, email)
        self.assertTrue(links[0].startswith(AT + "/"))
        return self.path(links[0])

    def invite(self, person):
        """One of those whom the import has brought: an address, and an invitation by mail."""
        page = self.admin.get(f"/people/{person}")
        page = self.admin.submit(page, page.form(f"/people/{person}/invite"))
        self.assertEqual(page.status, 200, page.words[:500])
        return self.link_to(f"{person}@smallborough.example")

    def choose(self, who, link, password=PASSWORD):
        page = who.get(link)
        return who.submit(page, page.form("/choose-password").fill(password=password)) if page.status == 200 else page

    def sign_in(self, email, password=PASSWORD, code="", who=None, follow=True, next_page=""):
        who = who or self.someone()
        page = who.get("/sign-in" + next_page)
        return who, who.submit(page, page.form("/sign-in", "password").fill(email=email, password=password, code=code), follow=follow)

    def joined(self, person):
        """Somebody who has an account, with a password, and is signed in."""
        if person not in self.signed_in:
            who = self.someone()
            self.assertEqual(self.choose(who, self.invite(person)).status, 200)
            self.signed_in[person] = who
        return self.signed_in[person]

    def is_signed_in(self, who):
        return who.ask("GET", "/account").status == 200
