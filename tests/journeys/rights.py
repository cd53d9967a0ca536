"""What people with an account might try beyond their rights, in a council as it is in earnest. Numbers (A1 …) are those of the list of
past holes.

    rights.py sqlite|postgres
"""
import pathlib, sys, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import engines, naughty, postgres  # noqa: E402
from real_council import ADMIN, RealCouncil  # noqa: E402
from visitor import Visitor  # noqa: E402


class Rights(RealCouncil):
    def test_A20_A21_a_suspension_counts_from_the_next_request(self):
        who = self.joined("head2")
        self.assertTrue(self.is_signed_in(who))
        page = self.admin.get("/people/head2")
        page = self.admin.submit(page, page.form("/people/head2/suspend"))
        self.assertEqual(page.status, 200, page.words[:300])
        self.assertFalse(self.is_signed_in(who))
        self.assertEqual(self.sign_in("head2@smallborough.example")[1].status, 422)
        stranger = self.someone()
        page = stranger.get("/forgotten")
        stranger.submit(page, page.form("/forgotten").fill(email="head2@smallborough.example"))
        self.assertEqual([one for one in self.letters() if one.to == ["head2@smallborough.example"]], [])

    def test_A1_A30_nobody_makes_oneself_an_administrator(self):
        who = self.joined("team")
        for path in ("/account", "/account/password", "/account/reminders", "/people/team", "/people/invite"):
            token = who.get("/account").form("/sign-out").value("token")
            who.post(path, {"token": token, "role": "administrator", "person": "team", "name": "Tess Team",
                            "email": "team@smallborough.example", "old": "x", "password": "y"}, follow=False)
        self.assertNotEqual(who.ask("GET", "/people").status, 200)

    def test_X1_X9_script_in_names_stays_text_on_pages_and_in_mail(self):
        wrong, invited = [], 0
        for typed in naughty.SCRIPT:
            page = self.admin.get("/people/invite")
            form = page.form("/people/invite", "name")
            page = self.admin.submit(page, form.fill(name=typed, job=typed, email=f"naughty{invited}@smallborough.example"))
            if page.status >= 500:
                wrong.append(f"{typed!r}: {page.status}")
            invited += page.status == 200
            wrong += [f"{typed!r}: {fault}" for fault in naughty.live_script(page.text)]
        self.assertGreater(invited, len(naughty.SCRIPT) // 2)
        for path in ("/people", "/record", "/owners", "/mail", "/cover"):
            wrong += [f"{path}: {fault}" for fault in naughty.live_script(self.admin.get(path).text)]
        for letter in self.letters():
            wrong += [f"letter to {letter.to}: {fault}" for fault in naughty.live_script(letter.html)]
        for agent in naughty.SCRIPT[:5]:
            who = Visitor(self.server.address, headers={"X-Forwarded-For": "10.0.0.1", "User-Agent": agent})
            self.sign_in(ADMIN, who=who)
            wrong += [f"browser {agent!r}: {fault}" for fault in naughty.live_script(who.get("/account").text)]
        self.assertEqual(wrong, [])

    def bring(self, who, name, text):
        """Through the import page: what the page says, and whether anything can be saved."""
        start = who.get("/import")
        form = start.form("/import", "area") if "area" in start.text else start.form("/import")
        page = who.upload(start, form, "files", name, text.encode())
        for _ in range(20):
            if "Reading the files" not in page.words:
                break
            page = who.get(page.path)
        return page

    def test_A18_A24_an_import_can_do_no_more_than_its_bringer_by_hand(self):
        who = self.joined("team")
        before = engines.ask(self.place, "select code, role, unit, email from person order by code, edition")
        page = self.bring(
            who, "people.csv",
            "person,name,job,email,role,unit\nteam,Tess Team,Post,team@smallborough.example,administrator,S1\n"
            "o1,Owen Owner 1,Post,o1@smallborough.example,officer,S2\nnew,Nell New,Post,nell@elsewhere.example,internal_audit,S1\n")
        self.assertIn("Nothing was saved", page.words)
        for fault in ("administrator", "S2", "internal_audit"):
            self.assertRegex(page.words, fault + "\\W+Only administrators change this")
        self.assertEqual(engines.ask(self.place, "select code, role, unit, email from person order by code, edition"), before)
        page = self.bring(who, "people.csv", "person,name,job,email,role,unit\nnell,Nell New,Post,nell@smallborough.example,officer,S1\n")
        page = who.submit(page, page.form("/import/save"))
        self.assertIn("Saved", page.words)
        self.assertEqual(
            engines.ask(self.place, "select who from record where what = 'import' order by id desc limit 1"),
            [("team",)], "the record says who brought it")
        page = self.bring(
            self.admin, "people.csv",
            "person,name,job,email,role,unit\nnell,Nell New,Post,nell@smallborough.example,service_manager,S1\n")
        self.assertNotIn("Only administrators", page.words)

    def test_A13_A21_what_waits_to_be_imported_is_its_bringers_alone(self):
        who, other = self.joined("team"), self.admin
        page = self.bring(who, "figures.csv", "indicator,period,value,note\nI000,2025-04-01/P3M,4711,A canary KX93QZ.\n")
        self.assertIn("What would change", page.words)
        got = other.ask("GET", page.path)
        self.assertEqual(got.status, 404)
        self.assertNotIn("4711", got.text)

    def test_A16_the_record_is_for_those_who_may_read_it(self):
        for person in ("o1", "c1", "head", "chief", "member", "scrutiny"):
            who = self.joined(person)
            for path in ("/record", "/record.csv", "/record.json", "/record?who=o0", "/record/1", "/record/1.json",
                         "/mail", "/mail.json", "/people.csv"):
                got = who.ask("GET", path)
                self.assertEqual(got.status, 403, f"{path} by {person}")
                self.assertNotIn("Ada First", got.text)


if __name__ == "__main__":
    RealCouncil.engine = sys.argv.pop(1)
    if RealCouncil.engine == "postgres" and not postgres.programs():
        print("PostgreSQL is not installed here (package postgresql-15), so its half is not tested.")
    else:
        unittest.main(verbosity=2)
