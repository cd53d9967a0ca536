"""Holes that products of this kind have had, each tried on ours. The numbers are those of the list of past holes that the
project keeps: A for access to objects, S for SQL, X for script in a page, O for signing in."""
import os, pathlib, re, stat, sys, unittest, urllib.parse

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import collecting, holes, naughty, servers  # noqa: E402
from holes import SLUG  # noqa: E402
from visitor import Visitor  # noqa: E402


class PastHoles(holes.Council):
    # Access to objects.

    def test_A8_A23_another_services_figures_are_neither_read_nor_guessed(self):
        indicator = next(self.own)
        collecting.enter(self.be("o0"), indicator, SLUG, note="A canary sings of 874512.", value=112)
        for person in ("stranger", "manager2", "head2", "member", "scrutiny"):
            who = self.be(person)
            for path in (collecting.figure_path(indicator, SLUG), collecting.check_path(indicator, SLUG)):
                for ending in ("", ".json", ".csv"):
                    page = who.get(path + ending)
                    self.assertIn(page.status, (403, 404), f"{person} {path}{ending}")
                    self.assertNotIn(b"874512", page.body)
            page = who.get("/my-figures")
            self.assertNotIn(indicator, page.words)

    def test_A13_A14_A15_what_is_not_reported_is_nowhere_but_with_its_people(self):
        """The note and the number are looked for in every page, every data address and the whole export."""
        indicator = next(self.own)
        page = collecting.enter(self.be("o0"), indicator, SLUG, note="Canary KX93QZ.", value=113)
        self.assertEqual(page.status, 200, page.words[:500])
        for who in (Visitor(self.server.address), self.be("stranger"), self.be("member")):
            seen, waiting = {"/"}, ["/"]
            while waiting:
                path = waiting.pop()
                answer = who.get(path)
                self.assertNotIn(b"KX93QZ", answer.body, f"{path} tells {who.name or 'everybody'}")
                if "text/html" not in answer.headers.get("content-type", "") or len(seen) > 400:
                    continue
                for link in answer.links:
                    link = urllib.parse.urljoin(path, link).split("#")[0]
                    is_far = link.count("?") + path.count("?") >= 2 or re.match(r"/(help|static|sign-out)", link)
                    if link.startswith("/") and link not in seen and not is_far:
                        seen.add(link)
                        waiting.append(link)
            self.assertIn(f"/indicators/{indicator}", seen)
        out = self.after_folder("export")
        servers.done("export", *self.place, "--as", "csv", out)
        self.assertNotIn("KX93QZ", "".join(path.read_text() for path in out.iterdir()))

    def test_A17_A30_fields_that_no_form_has_are_not_taken(self):
        indicator, who = next(self.own), self.be("o0")
        page = who.get(collecting.figure_path(indicator, SLUG))
        fields = page.form(field="note").fill(note="An honest note.", value=114).fields("save")
        extra = {
            "stage": "reported", "entered_by": "c0", "by": "c0", "by_person": "c0", "kind": "correction",
            "edition": "9", "computed": "1", "record": "1", "role": "administrator", "person": "c0",
            "owner": "stranger", "locked": "1", "approved_by": "c0"
        }
        page = who.post(page.path, fields + list(extra.items()))
        self.assertIn(page.status, (200, 422), page.words[:300])
        for row in self.entries(indicator):
            self.assertEqual(row, ("entered", "o0", "o0", "final", "figure", "0"))

    def test_A29_nobody_approves_what_they_entered_whatever_they_send(self):
        indicator = next(self.own)
        who = self.be("o0")
        collecting.enter(who, indicator, SLUG, note="Mine.", value=115)
        token = who.get(collecting.figure_path(indicator, SLUG)).form(field="note").value("token")
        for step in ("approve", "return", "give-back", ""):
            path = collecting.check_path(indicator, SLUG) + (f"/{step}" if step else "")
            page = who.post(path, {"token": token, "key": os.urandom(8).hex(), "seen": "1", "why": "x", "reason": "x"}, follow=False)
            self.assertIn(page.status, (403, 404, 405), f"{path}: {page.status}")
        self.assertEqual([row[0] for row in self.entries(indicator)], ["entered"])

    def test_A29_a_checker_does_not_approve_a_figure_that_has_changed_since_it_was_opened(self):
        indicator, officer, checker = next(self.own), self.be("o0"), self.be("c0")
        collecting.enter(officer, indicator, SLUG, note="First.", value=116)
        page = checker.get(collecting.check_path(indicator, SLUG))
        form = page.form("approve")
        collecting.enter(officer, indicator, SLUG, note="Second.", value=117)
        answer = checker.submit(page, form, "approve", follow=False)
        self.assertIn(answer.status, (409, 422), answer.words[:300])
        self.assertEqual(self.entries(indicator)[-1][0], "entered")

    # Signing in, and forms.

    def test_O4_keys_and_data_are_for_the_owner_of_the_folder_alone(self):
        self.assertEqual(stat.S_IMODE(self.data.stat().st_mode), 0o700)
        for path in self.data.iterdir():
            if path.name not in ("demo",):
                self.assertEqual(stat.S_IMODE(path.stat().st_mode) & 0o007, 0, path.name)

    def test_O6_a_form_is_sent_twice_and_done_once(self):
        indicator, who = next(self.own), self.be("o0")
        page = who.get(collecting.figure_path(indicator, SLUG))
        form = page.form(field="note").fill(note="Sent twice.", value=118)
        answers = [who.submit(page, form, "save", follow=False).status for _ in range(2)]
        self.assertEqual(answers, [303, 303])
        self.assertEqual(len(self.entries(indicator)), 1)

    def test_O6_a_cookie_that_was_given_from_outside_is_never_signed_in(self):
        """Session fixation: whoever signs in has another cookie than before."""
        victim = Visitor(self.server.address)
        fixed = "f" * 43
        victim.cookies["session"] = fixed
        page = victim.get("/demo")
        victim.post("/demo/sign-in", {"token": page.form("/demo/sign-in").value("token"), "person": "o0"})
        self.assertNotEqual(victim.cookies["session"], fixed)
        attacker = Visitor(self.server.address)
        attacker.cookies["session"] = fixed
        self.assertNotEqual(attacker.ask("GET", "/account").status, 200)

    def test_O6_cookies_are_kept_from_scripts_and_other_sites(self):
        page = Visitor(self.server.address).get("/demo")
        cookie = page.headers["Set-Cookie"]
        for word in ("HttpOnly", "SameSite=Lax", "Path=/"):
            self.assertIn(word, cookie)

    def test_O6_nobody_is_led_to_another_site(self):
        for elsewhere in ("https://elsewhere.example/", "//elsewhere.example/", "/\\elsewhere.example",
                          "\\\\elsewhere.example", "/%09/elsewhere.example", "/%5Celsewhere.example",
                          "javascript:alert(1)", "https:elsewhere.example", "/..//elsewhere.example",
                          "%0d%0aLocation:%20https://elsewhere.example"):
            who = Visitor(self.server.address)
            page = who.ask("GET", "/sign-in?next=" + urllib.parse.quote(elsewhere, safe="%"))
            for form in page.forms:
                if form.value("next"):
                    self.assertRegex(form.value("next"), r"^/($|[^/\\\s])", elsewhere)
            for link in page.links:
                self.assertNotRegex(link, r"^(https?:)?[/\\]{2}elsewhere|^javascript:", elsewhere)
            self.assertNotIn("elsewhere", page.headers.get("Location") or "")

    # SQL.

    def test_S1_S2_no_part_of_a_question_reaches_the_database_as_words(self):
        who, wrong = self.be("team"), []
        listed = who.get("/help/addresses").text
        pages = [path for path in re.findall(r"<code[^>]*>(/[^<{]*)</code>", listed)]
        names = ("as-at", "period", "kind", "status", "service", "who", "what", "subject", "from", "to", "sort",
                 "search", "q", "year", "indicator", "page", "after", "next")
        for path in pages:
            for typed in naughty.SQL + ["\x00", "\ud7ff", "%c0%af", "9" * 400]:
                question = urllib.parse.urlencode({name: typed for name in names})
                answer = who.ask("GET", f"{path}?{question}")
                if answer.status >= 500:
                    wrong.append(f"{path} {typed[:40]!r}: {answer.status}")
        self.assertEqual(wrong, [])
        servers.done("check", *self.place)

    # Script in what people type.

    def test_X1_script_stays_text_in_an_entry_wherever_it_is_shown(self):
        officer, checker, team, wrong = self.be("o0"), self.be("c0"), self.be("team"), []
        indicator = next(self.own)
        for typed in naughty.ALL:
            page = collecting.enter(officer, indicator, SLUG, note=typed + " (a note)", next=typed, value=100 + len(typed) % 20)
            if page.status not in (200, 422):
                wrong.append(f"{typed!r}: {page.status}")
                continue
            shown = [
                page,
                officer.get(collecting.figure_path(indicator, SLUG)),
                officer.get("/my-figures"),
                checker.get(collecting.check_path(indicator, SLUG)),
                team.get("/record")
            ]
            wrong += [f"{typed!r} on {one.path}: {fault}" for one in shown for fault in naughty.live_script(one.text)]
            if page.status == 200 and typed in naughty.SCRIPT and typed not in self.entries(indicator, "note")[-1][0]:
                wrong.append(f"{typed!r} was changed on its way")
        page = collecting.give_back(checker, indicator, SLUG, naughty.SCRIPT[0] + " (why)")
        self.assertEqual(page.status, 200, page.words[:300])
        for path in (collecting.figure_path(indicator, SLUG), "/my-figures"):
            wrong += naughty.live_script(officer.get(path).text)
        self.assertEqual(wrong, [])
        servers.done("check", *self.place)

    def test_X1_script_stays_text_when_a_form_comes_back_with_faults(self):
        who, wrong = self.be("o0"), []
        indicator = next(self.own)
        page = who.get(collecting.figure_path(indicator, SLUG))
        form = page.form(field="note")
        fields = [name for name in form.names() if name not in ("token", "key", "seen")]
        for typed in naughty.SCRIPT + naughty.ODD:
            kept = {"token": form.value("token"), "key": os.urandom(8).hex(), "seen": form.value("seen")}
            answer = who.post(page.path, {**kept, **dict.fromkeys(fields, typed)})
            if answer.status not in (200, 400, 422):
                wrong.append(f"{typed!r}: {answer.status}")
            wrong += [f"{typed!r}: {fault}" for fault in naughty.live_script(answer.text)]
        self.assertEqual(wrong, [])

    def test_X1_every_text_of_every_form_is_escaped(self):
        """Whatever form a page offers to whoever may do most: each text field is filled with script, and what comes back is read."""
        wrong, tried = [], 0
        for person in ("team", "admin", "audit", "head", "o0"):
            who = self.be(person)
            listed = [path for path in re.findall(r"<code[^>]*>(/[^<{]*)</code>", who.get("/help/addresses").text)]
            for path in listed:
                if path.startswith("/demo") or path in ("/import",):
                    continue
                page = who.ask("GET", path)
                if page.status != 200 or "html" not in page.headers["content-type"]:
                    continue
                for form in page.forms:
                    texts = [name for name, value in form.values if name not in ("token", "key", "seen") and name not in form.choices]
                    if form.method != "post" or not texts or "sign-out" in form.action or "end" in form.action:
                        continue
                    for typed in naughty.SCRIPT[:7]:
                        tried += 1
                        answer = who.submit(page, form.fill_all({name: typed for name in texts}))
                        if answer.status >= 500:
                            wrong.append(f"{form.action} {typed!r}: {answer.status}")
                        if "html" in answer.headers.get("content-type", ""):
                            wrong += [f"{form.action} {typed!r}: {fault}" for fault in naughty.live_script(answer.text)]
        self.assertEqual(wrong, [])
        self.assertGreater(tried, 50)

    def test_X6_evidence_is_never_shown_as_a_page(self):
        indicator, who = next(self.own), self.be("o0")
        page = who.get(collecting.figure_path(indicator, SLUG))
        form = next((one for one in page.forms if one.method == "post" and "evidence" in (one.action or "")), None)
        self.assertIsNotNone(form, "the page of a figure takes evidence")
        field = re.search(r'<input[^>]*type="?file"?[^>]*name="?([\w-]+)|<input[^>]*name="?([\w-]+)"?[^>]*type="?file', page.text)
        field = field[1] or field[2]
        script = b"<svg xmlns='http://www.w3.org/2000/svg' onload='zq7x()'><script>zq7x()</script></svg>"
        for name, content in (("plan.svg", script), ("page.html", b"<html><script>zq7x()</script></html>"),
                              ("notes.pdf", b"<html><script>zq7x()</script>"), ("../../up.txt", b"plain")):
            answer = who.upload(page, form, field, name, content)
            self.assertLess(answer.status, 500)
            for link in {link for link in who.get(collecting.figure_path(indicator, SLUG)).links if "evidence" in link}:
                got = who.ask("GET", link)
                self.assertIn("attachment", got.headers.get("content-disposition", ""), link)
                self.assertEqual(got.headers.get("x-content-type-options"), "nosniff")
                self.assertNotRegex(got.headers.get("content-type", ""), "html|svg|xml")
                self.assertNotIn("..", got.headers["content-disposition"])
        self.assertFalse((self.data.parent / "up.txt").exists())


if __name__ == "__main__":
    unittest.main(verbosity=2)
