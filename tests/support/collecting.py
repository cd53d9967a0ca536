"""What people do in a cycle, by the pages' own forms: sign in, enter a figure, check it, give it back."""
import re

from visitor import Visitor


def sign_in(address, email, password, **options):
    """By the sign-in page, with the password that was chosen."""
    who = Visitor(address, email, **options)
    page = who.get("/sign-in")
    form = page.form(field="password")
    page = who.submit(page, form.fill(email=email, password=password))
    if page.status != 200 or any("password" in one.names() for one in page.forms if "sign-in" in (one.action or page.path)):
        raise AssertionError(f"{email} could not sign in: {page.status} {page.words[:600]}")
    return who


def be(address, person, **options):
    """In a demo: signed in as one of its people by one click."""
    who = Visitor(address, person, **options)
    page = who.get("/demo")
    page = who.post("/demo/sign-in", {"token": page.form("/demo/sign-in").value("token"), "person": person}, follow=False)
    if page.status != 303:
        raise AssertionError(f"Nobody can be {person}: {page.status} {page.words[:600]}")
    return who


def choose_password(address, link, password):
    """Follows a link from a letter, and chooses a password. Who may now have signed in, or may sign in."""
    who = Visitor(address)
    page = who.get(re.sub(r"^https?://[^/]+", "", link))
    form = page.form(field="password")
    fields = {name: password for name in form.names() if name in ("password", "again", "repeat")}
    page = who.submit(page, form.fill_all(fields))
    if page.status != 200:
        raise AssertionError(f"{link}: {page.status} {page.words[:600]}")
    return who


def figure_path(indicator, slug):
    return f"/my-figures/{indicator}/{slug}"


def answered(form, reason):
    """Gives a reason for each warning that the page asks about and that has none yet."""
    asked = [name for name in form.names() if name.startswith("reason-")]
    return form.fill_all({name: reason for name in asked if not form.value(name)}), bool(asked)


def enter(who, indicator, slug, reason="The case system was read twice; it is right.", **typed):
    """Types a figure into its page and saves it; where the page asks for a reason, gives one. The page that came of it."""
    page = who.get(figure_path(indicator, slug) + ("?state=delayed" if "expected_on" in typed else ""))
    if page.status != 200:
        return page
    form = page.form(field="note")
    known = {name: value for name, value in typed.items() if name in form.names()}
    if unknown := typed.keys() - known.keys():
        raise AssertionError(f"{page.path} asks for no {unknown}: {sorted(form.names())}")
    page = who.submit(page, form.fill_all(known))
    if page.status == 422:
        form, asked = answered(page.form(field="note"), reason)
        if asked:
            page = who.submit(page, form)
    return page


def check_path(indicator, slug):
    return f"/check/{indicator}/{slug}"


def approve(who, indicator, slug):
    page = who.get(check_path(indicator, slug))
    if page.status != 200:
        return page
    form = page.form("approve")
    return who.submit(page, form, "approve")


def give_back(who, indicator, slug, why):
    page = who.get(check_path(indicator, slug))
    if page.status != 200:
        return page
    return who.submit(page, page.form("return").fill(said=why))
