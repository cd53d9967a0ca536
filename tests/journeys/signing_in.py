"""From an empty machine to people who sign in: the printed link, an invitation by mail, a password, a second factor, a recovery
code, and out again; then what somebody might try on the way. Numbers (O3 …) are those of the list of past holes.

    signing_in.py sqlite|postgres
"""
import base64, hashlib, hmac, pathlib, re, statistics, struct, sys, time, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import engines, postgres, servers  # noqa: E402
from real_council import ADMIN, AT, PASSWORD, RealCouncil  # noqa: E402
from visitor import Visitor  # noqa: E402


def totp(secret, step):
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    digest = hmac.new(key, struct.pack(">Q", step), hashlib.sha1).digest()
    at = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[at:at + 4])[0] & 0x7fffffff) % 1_000_000:06}"


class SigningIn(RealCouncil):
    # The way in.

    def test_1_from_an_invitation_to_a_second_factor_and_out_again(self):
        link, email = self.invite("o0"), "o0@smallborough.example"
        who = self.someone()
        page = who.get(link)
        form = page.form("/choose-password")
        self.assertEqual(form.value("email"), email, "a password manager keeps the name with the password")
        self.assertIn('autocomplete="new-password"', page.text.replace("autocomplete=new-password", 'autocomplete="new-password"'))
        page = who.submit(page, form.fill(password="short"))
        self.assertEqual(page.status, 422)
        page = who.submit(page, page.form("/choose-password").fill(password=PASSWORD))
        self.assertEqual((page.status, page.path), (200, "/my-figures"))
        self.assertEqual(who.get(link).status, 410, "a link is used once")

        page = who.get("/account/factor")
        secret = re.search(r"(?:[A-Z2-7]{4} ){7}[A-Z2-7]{4}", page.words)[0].replace(" ", "")
        step = int(time.time()) // 30
        page = who.submit(page, page.form("/account/factor").fill(code=totp(secret, step)))
        codes = re.findall(r"[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}", page.words)
        self.assertEqual(len(codes), 10, page.words[:600])
        page = who.get("/account")
        page = who.submit(page, page.form("/sign-out"))
        self.assertIn("You have signed out", page.words)
        self.assertFalse(self.is_signed_in(who))

        who, page = self.sign_in(email)
        self.assertEqual(page.status, 422, "the password alone is not enough")
        who, page = self.sign_in(email, code=totp(secret, step))
        self.assertEqual(page.status, 422, "the code with which it was set up has been used")
        code = totp(secret, step + 1)
        who, page = self.sign_in(email, code=code[:3] + " " + code[3:])
        self.assertEqual((page.status, page.path), (200, "/my-figures"), page.words[:300])
        other, page = self.sign_in(email, code=codes[0].upper())
        self.assertEqual(page.status, 200)
        self.assertIn("9 of 10 recovery codes", other.get("/account").words)
        _, page = self.sign_in(email, code=codes[0])
        self.assertEqual(page.status, 422)

        page = other.get("/account")
        page = other.submit(page, page.form("/account/sessions/end"), "end")
        self.assertFalse(self.is_signed_in(who), "a session is listed, and ended from another")
        self.assertTrue(self.is_signed_in(other))

    def test_2_nobody_is_led_elsewhere_and_everybody_to_the_page_they_wanted(self):
        self.joined("c0")
        who = self.someone()
        page = who.ask("GET", "/my-figures")
        self.assertEqual((page.status, page.headers["Location"]), (303, "/sign-in?next=%2Fmy-figures"))
        who, page = self.sign_in("c0@smallborough.example", next_page="?next=%2Fcheck", follow=False)
        self.assertEqual((page.status, page.headers["Location"]), (303, "/check"))
        for elsewhere in ("https://elsewhere.example/", "//elsewhere.example/", "/\\elsewhere.example",
                          "\\\\elsewhere.example", "javascript:alert(1)", "/\t/elsewhere.example",
                          "\r\nLocation: //elsewhere.example", "/sign-out", "elsewhere.example"):
            who = self.someone("10.0.0.7")
            page = who.get("/sign-in")
            fields = dict(page.form("/sign-in", "password").fill(email="c0@smallborough.example", password=PASSWORD).values)
            page = who.post("/sign-in", {**fields, "next": elsewhere}, follow=False)
            self.assertEqual((page.status, page.headers["Location"]), (303, "/my-figures"), elsewhere)

    # What may be tried.

    def test_O3_a_new_password_ends_everything_that_was_open(self):
        old = self.joined("d0")
        page = old.get("/account")
        page = old.submit(page, page.form("/account/tokens", "token_name").fill(token_name="A script"))
        token = re.search(r"[\w-]{43}", page.words)[0]
        headers = {"Authorization": f"Bearer {token}"}
        with_token = lambda: Visitor(self.server.address).ask("GET", "/my-figures.json", headers=headers)  # noqa: E731
        answer = with_token()
        self.assertEqual(answer.status, 200)
        self.assertIsNone(answer.headers["Set-Cookie"], "A22: a token never becomes a session")

        stranger = self.someone()
        page = stranger.get("/forgotten")
        page = stranger.submit(page, page.form("/forgotten").fill(email="d0@smallborough.example"))
        link = self.link_to("d0@smallborough.example")
        for password in ("short", "d0@smallborough.example", "password1234"):
            self.assertEqual(self.choose(stranger, link, password).status, 422)
        self.assertFalse(self.is_signed_in(stranger), "a reset that fails gives no session")
        self.assertTrue(self.is_signed_in(old))
        self.assertEqual(self.choose(stranger, link, "five other calm words").status, 200)
        self.assertFalse(self.is_signed_in(old))
        self.assertEqual(with_token().status, 401, "tokens end too")
        self.assertEqual(self.sign_in("d0@smallborough.example")[1].status, 422)
        self.assertEqual(self.sign_in("d0@smallborough.example", "five other calm words")[1].status, 200)

    def test_O3_whoever_has_a_second_factor_is_not_let_in_by_mail_alone(self):
        who = self.joined("c1")
        page = who.get("/account/factor")
        secret = re.search(r"(?:[A-Z2-7]{4} ){7}[A-Z2-7]{4}", page.words)[0].replace(" ", "")
        who.submit(page, page.form("/account/factor").fill(code=totp(secret, int(time.time()) // 30)))
        page = who.get("/account/factor")
        if page.status == 200 and page.path == "/account/factor":
            form = page.form("/account/factor")
            again = re.search(r"(?:[A-Z2-7]{4} ){7}[A-Z2-7]{4}", page.words)[0].replace(" ", "")
            page = who.submit(page, form.fill(code=totp(again, int(time.time()) // 30)))
            self.assertIn("set up already", page.words, "nobody at an open screen exchanges it")
        thief = self.someone()
        page = thief.get("/forgotten")
        thief.submit(page, page.form("/forgotten").fill(email="c1@smallborough.example"))
        self.choose(thief, self.link_to("c1@smallborough.example"), "five other calm words")
        self.assertFalse(self.is_signed_in(thief))

    def test_O5_the_first_link_is_dead_once_somebody_can_sign_in(self):
        who = self.someone()
        self.assertEqual(who.get(self.path(self.first)).status, 410)
        page = who.get("/sign-in")
        fields = {
            "token": page.form("/sign-in", "password").value("token"), "link": self.first.split("link=")[1],
            "name": "Eve", "email": "eve@elsewhere.example", "password": PASSWORD
        }
        self.assertEqual(who.post("/first", fields, follow=False).status, 410)
        self.assertNotEqual(servers.run("first-link", *self.place).returncode, 0)
        with servers.Served(self.place, "--address", AT) as another:
            time.sleep(0.3)
            self.assertNotIn("/first?link=", another.said)
        self.assertEqual(engines.ask(self.place, "select count(*) from account where email = 'eve@elsewhere.example'"), [("0",)])

    def test_O5_before_anybody_can_sign_in_nobody_guesses_the_first_link_or_does_without(self):
        self.assertEqual(set(self.guessed.values()), {410}, self.guessed)
        self.assertLessEqual(set(self.open_before.values()), {303, 401, 403}, self.open_before)

    def test_O6_a_name_that_was_there_before_is_never_signed_in(self):
        self.joined("d1")
        attacker, victim, fixed = self.someone(), self.someone(), "f" * 43
        victim.cookies["__Host-session"] = fixed
        self.sign_in("d1@smallborough.example", who=victim)
        self.assertTrue(self.is_signed_in(victim))
        self.assertNotEqual(victim.cookies["__Host-session"], fixed)
        attacker.cookies["__Host-session"] = fixed
        self.assertFalse(self.is_signed_in(attacker))
        before = victim.cookies["__Host-session"]
        page = victim.get("/account")
        victim.submit(page, page.form("/account/password", "old").fill(old=PASSWORD, password="five other calm words"))
        self.assertNotEqual(victim.cookies["__Host-session"], before, "another name after a new password")
        attacker.cookies["__Host-session"] = before
        self.assertFalse(self.is_signed_in(attacker))

    def test_O6_the_cookie_is_for_this_host_over_TLS_and_not_for_scripts(self):
        cookie = self.someone().get("/sign-in").headers["Set-Cookie"]
        name, *flags = [part.strip() for part in cookie.split(";")]
        self.assertTrue(name.startswith("__Host-session="))
        self.assertEqual(set(flags), {"Path=/", "HttpOnly", "SameSite=Lax", "Secure"})

    def test_O6_a_form_of_another_site_does_nothing(self):
        for path, fields in (
            ("/account/password", {"old": PASSWORD, "password": "five other calm words"}),
            ("/people/invite", {"name": "Eve", "email": "eve@elsewhere.example", "role": "administrator"}),
            ("/sign-out", {}),
            ("/account/tokens", {"token_name": "eve"}),
        ):
            for token in ({}, {"token": ""}, {"token": "x" * 43},
                          {"token": self.someone().get("/sign-in").form("/sign-in", "password").value("token")}):
                self.assertEqual(self.admin.post(path, {**fields, **token}, follow=False).status, 403, path)
            own = {"token": self.admin.get("/account").form("/sign-out").value("token")}
            for site in ("cross-site", "same-site"):
                self.assertEqual(self.admin.post(path, {**fields, **own}, follow=False, headers={"Sec-Fetch-Site": site}).status, 403, path)
        self.assertTrue(self.is_signed_in(self.admin))
        who, page = self.sign_in(ADMIN, who=self.someone("10.0.0.1"))
        self.assertEqual(page.status, 200, "the password is what it was")

    def test_O6_nobody_learns_who_has_an_account(self):
        self.assertEqual(self.normal(self.sign_in(ADMIN, "a guess of mine")[1]),
                         self.normal(self.sign_in("nobody@smallborough.example", "a guess of mine")[1]))
        told = []
        for email in (ADMIN, "nobody@smallborough.example"):
            who = self.someone()
            page = who.get("/forgotten")
            page = who.submit(page, page.form("/forgotten").fill(email=email))
            told.append((page.status, self.normal(page)))
        self.assertEqual(told[0], told[1])
        times = {email: [] for email in (ADMIN, "nobody@smallborough.example")}
        for _ in range(5):
            for email, took in times.items():
                who = self.someone()
                page = who.get("/sign-in")
                form = page.form("/sign-in", "password").fill(email=email, password="a guess of mine")
                began = time.perf_counter()
                who.submit(page, form)
                took.append(time.perf_counter() - began)
        there, not_there = (statistics.median(took) for took in times.values())
        self.assertLess(max(there, not_there) / min(there, not_there), 2, times)

    @staticmethod
    def normal(page):
        return re.sub(r'(value|name)="?[\w@.-]{20,}"?', "",
                      page.text.replace(ADMIN, "EMAIL").replace("nobody@smallborough.example", "EMAIL"))

    def test_guessing_is_slowed_and_locks_out_nobody(self):
        self.joined("manager2")
        at_home = "10.5.5.5"
        self.assertEqual(self.sign_in("manager2@smallborough.example", who=self.someone(at_home))[1].status, 200)
        guesser = self.someone("10.6.6.6")
        said = [self.sign_in("manager2@smallborough.example", f"guess number {n}", who=guesser)[1].words for n in range(12)]
        self.assertIn("do not go together", said[0])
        self.assertIn("Wait five minutes", said[-1])
        self.assertIn("Wait five minutes", self.sign_in("manager2@smallborough.example", who=guesser)[1].words, "even the right one")
        self.assertEqual(self.sign_in("manager2@smallborough.example", who=self.someone(at_home))[1].status, 200)

    def test_no_secret_is_in_the_log_or_the_record(self):
        said = self.server.complaints()
        for secret in (PASSWORD, "choose-password?link", "/first?link", "five other calm words"):
            self.assertNotIn(secret, said)
        kept = str(engines.ask(self.place, "select who, what, subject, detail from record"))
        self.assertNotIn(PASSWORD, kept)
        servers.done("check", *self.place)


if __name__ == "__main__":
    RealCouncil.engine = sys.argv.pop(1)
    if RealCouncil.engine == "postgres" and not postgres.programs():
        print("PostgreSQL is not installed here (package postgresql-15), so its half is not tested.")
    else:
        unittest.main(verbosity=2)
