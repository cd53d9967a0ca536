"""Every route, by every role, on every object: generated from the program's own list of routes and from the file of rights
(src/council/cases/may.csv). What a role may not do is refused on the page and as data alike; what it may do on its own
indicator it may not do on another service's. A new route is tried without being named here."""
import csv, pathlib, re, sys, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import collecting, engines, servers, small_council  # noqa: E402
from visitor import Visitor  # noqa: E402

RIGHTS = {row["rule"]: row for row in csv.DictReader(open(servers.ROOT / "src/council/cases/may.csv", encoding="utf-8"))}
SLUG = "2025-26-q1"
# Who tries: the role, the service within reach, and what the person is to I000 and to J000.
PEOPLE = {
    "o0": ("officer", "S1", {"I000": "owner"}), "d0": ("officer", "S1", {"I000": "deputy"}),
    "c0": ("service_manager", "S1", {"I000": "checker"}), "o1": ("officer", "S1", {}),
    "stranger": ("officer", "S2", {"J000": "owner"}), "manager2": ("service_manager", "S2", {"J000": "checker"}),
    "head": ("head_of_service", "S1", {}), "head2": ("head_of_service", "S2", {}),
    "chief": ("corporate_leadership", "all", {}), "member": ("portfolio_member", "", {}),
    "scrutiny": ("scrutiny_member", "", {}), "team": ("performance_team", "all", {}),
    "audit": ("internal_audit", "all", {}), "admin": ("administrator", "all", {})
}
OBJECTS = {"I000": "S1", "J000": "S2"}
# Rules that a route asks of the role alone; the object is asked on the page, of what it holds.
OF_OBJECTS = {"enter_figures", "check_figures", "see_entries", "propose_change", "agree_change", "rebase", "remind", "reopen"}


def may(rule, person, indicator=None):
    """As the file of rights says; of an object, whether this person may on this one."""
    if person is None:
        return RIGHTS[rule]["nobody"] != "no"
    role, reach, names = PEOPLE[person]
    told = RIGHTS[rule][role]
    if indicator is None or told in ("no", "all"):
        return told != "no"
    named = names.get(indicator, "")
    if told == "reach":
        # Whoever has a service within reach may also what a person named on the indicator may.
        of_the_named = ("enter_figures", "check_figures", "see_entries", "propose_change")
        return reach in ("all", OBJECTS[indicator]) or (rule in of_the_named and named != "")
    return named in told.split()


class WhoMay(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.after = engines.on("sqlite")
        new_place = cls.after.__enter__()
        cls.place = small_council.bring_in(new_place(), new_place.work / "sheets", indicators=4, officers=2)
        cls.server = servers.Served(cls.place, clock="2025-07-23T09:00:00Z")
        cls.people = {person: collecting.be(cls.server.address, person) for person in PEOPLE}
        cls.people[None] = Visitor(cls.server.address)
        listed = cls.people[None].get("/help/addresses").text
        cls.routes = [(bool(post), pattern, rule) for post, pattern, rule in
                      re.findall(r"<tr[^>]*>.*?<code[^>]*>(POST )?(/[^<]*)</code>.*?/help/why-not/(\w+)", listed, re.S)]
        cls.tokens = {}

    @classmethod
    def tearDownClass(cls):
        cls.server.stop()
        cls.after.__exit__(None, None, None)

    def paths(self, pattern):
        """(path, object) for each object that the pattern can name."""
        if re.search(r"\{(indicator|code)\}", pattern) is None:
            return [(re.sub(r"\{[^}]*\}", "1", pattern), None)]
        def filled(one):
            return re.sub(r"\{[^}]*\}", "1", re.sub(r"\{period\}", SLUG, re.sub(r"\{(indicator|code)\}", one, pattern)))
        return [(filled(one), one) for one in [*OBJECTS, "NOSUCH"]]

    def token(self, person):
        if person not in self.tokens:
            page = self.people[person].get("/demo")
            self.tokens[person] = page.form("/demo/sign-in").value("token")
        return self.tokens[person]

    def refused(self, page, post):
        if page.status in (401, 403):
            return True
        return page.status == 303 and page.headers["Location"].startswith(("/sign-in", "/demo"))

    def test_the_list_holds_every_route_with_its_rule(self):
        self.assertGreater(len(self.routes), 30)
        self.assertEqual([one for one in self.routes if one[2] not in RIGHTS], [])

    def test_every_route_by_every_role_on_every_object(self):
        wrong, tried = [], 0
        for post, pattern, rule in self.routes:
            if pattern.startswith("/demo") or pattern in ("/account/sign-out", "/sign-out"):
                continue
            for path, one in self.paths(pattern):
                for person in self.people:
                    for ending in ([""] if post else ["", ".json", ".csv"]):
                        tried += 1
                        wrong += self.one_try(post, path, ending, rule, person, one if rule in OF_OBJECTS and one in OBJECTS else None)
        self.assertEqual(wrong, [])
        print(f"{tried} tries of {len(self.routes)} routes by {len(self.people)} people.")
        self.assertGreater(tried, 1900)

    def one_try(self, post, path, ending, rule, person, one):
        who = self.people[person]
        if post:
            page = who.post(path, {"token": self.token(person), "key": f"try {person} {path}"}, follow=False)
        else:
            page = who.ask("GET", path + ending)
        said = f"{'POST' if post else 'GET'} {path}{ending} by {person}: {page.status}"
        if page.status >= 500 or ("/NOSUCH" in path and page.status == 200):
            return [said]
        # The demo lets everybody read, and lets whoever sits at the machine bring in files and be anybody.
        free = rule in ("read", "see_calendar", "sign_in", "travel_in_time", "bring_in_files")
        if not free and not may(rule, person) and not self.refused(page, post):
            return [said + f", although no {rule}"]
        if not free and one and not may(rule, person, one) and not self.refused(page, post) and page.status not in (404, 400, 422):
            return [said + f", although no {rule} on {one}"]
        if one and may(rule, person, one) and self.refused(page, post):
            return [said + f", although {rule} on {one}"]
        return []

    def test_A23_what_is_not_there_and_what_is_not_yours_look_the_same(self):
        for person in ("o1", "stranger", "member"):
            self.people[person].get("/")  # what a sign-in had to say has been said
            for path in ("/my-figures/{}/" + SLUG, "/check/{}/" + SLUG):
                for ending in ("", ".json", ".csv"):
                    mine, nobodys = (self.people[person].ask("GET", path.format(one) + ending) for one in ("I000", "NOSUCH"))
                    self.assertEqual((mine.status, mine.text.replace("I000", "NOSUCH")), (nobodys.status, nobodys.text),
                                     f"{person} {path}{ending}")

    def test_O6_no_form_is_taken_without_its_token(self):
        wrong = []
        for post, pattern, _ in self.routes:
            for path, _ in self.paths(pattern) if post else []:
                for token in ({}, {"token": "guessed"}, {"token": self.token("o0")}):
                    page = self.people["admin"].post(path, token, follow=False)
                    if page.status != 403:
                        wrong.append(f"{path} {token}: {page.status}")
                page = self.people["admin"].post(path, {"token": self.token("admin")}, follow=False,
                                                 headers={"Sec-Fetch-Site": "cross-site"})
                if page.status != 403:
                    wrong.append(f"{path} from another site: {page.status}")
        self.assertEqual(wrong, [])

    def test_A6_no_placeholder_opens_anything(self):
        wrong = []
        for post, pattern, _ in self.routes:
            for name in re.findall(r"\{[^}]*\}", pattern) if not post else []:
                for odd in (name.replace("{", "%7B").replace("}", "%7D"), "*", "%25", "%2A", "0", "-1", "%00",
                            "..%2F..%2Fetc%2Fpasswd", "%27%20or%201=1", "a" * 3000):
                    path = re.sub(r"\{[^}]*\}", "1", pattern.replace(name, odd))
                    for person in ("o0", "admin", "team"):
                        page = self.people[person].ask("GET", path)
                        if page.status not in (303, 400, 403, 404, 414, 431):
                            wrong.append(f"{path[:80]} by {person}: {page.status}")
        self.assertEqual(wrong, [])


if __name__ == "__main__":
    unittest.main(verbosity=2)
