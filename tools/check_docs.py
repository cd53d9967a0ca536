"""Finds what is documented nowhere: commands and options, settings, columns of the workbook, folders, make targets, help pages;
routes without a sentence, queries that nothing uses, glossary words that nobody uses, and links that lead nowhere.

    python3 tools/check_docs.py          exit 1 with a list when anything is missing
"""
import pathlib, re, sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
missing = []


def text(name):
    return (ROOT / name).read_text(encoding="utf-8")


def sources(ending):
    return {path: path.read_text(encoding="utf-8") for path in sorted((ROOT / "src").rglob("*" + ending))}


def need(words, page, what):
    """Each word stands in the page as code: `word`, or within a longer piece of code."""
    code = " ".join(re.findall(r"`([^`]+)`", text(page)))
    missing.extend(f"{page} does not mention the {what} `{word}`." for word in sorted(words)
                   if not re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", code))


def commands_and_options():
    told = text("src/app/command_line.cpp")
    need(re.findall(r'add_subcommand\("([^"]+)"', told), "docs/administrators.md", "command")
    options = re.findall(r'add_(?:option|flag)\("([^"]+)"', told)
    need({name.lstrip("!") for option in options for name in option.split(",") if "--" in name and name != "--indicators"},
         "docs/administrators.md", "option")


def settings():
    names = re.findall(r'^\s+\{"(\w+)", "', text("src/council/settings.cpp"), re.M)
    for page in ("docs/administrators.md", "docs/workbook.md"):
        need(names, page, "setting")
    if not names:
        missing.append("tools/check_docs.py no longer finds the settings in src/council/settings.cpp.")


def folders():
    need([path.name for path in (ROOT / "src").iterdir() if path.is_dir()], "docs/design.md", "folder")


def make_targets():
    pages = "".join(text(page) for page in ("README.md", "docs/developers.md", "docs/performance.md"))
    told = {a or b for a, b in re.findall(r"(?m)^    make (\w+)|`make (\w+)", pages)}
    known = set(re.findall(r"^(\w+):.*##", text("Makefile"), re.M))
    missing.extend(f"The pages say `make {name}`, which the Makefile does not know." for name in sorted(told - known - {"is"}))
    missing.extend(f"No page says what `make {name}` does." for name in sorted(known - told - {"help", "clean", "setup", "check", "demo"}))


def routes():
    found = 0
    for path, told in sources("_pages.cpp").items():
        for pattern, what in re.findall(r'\{(?:kit::)?Method::\w+,\s*"([^"]+)",\s*(?:council::)?May::\w+,\s*\w+,\s*"([^"]*)"', told):
            found += 1
            if len(what.split()) < 2:
                missing.append(f"{path.relative_to(ROOT)}: the route {pattern} does not say what it gives.")
    if found < 5:
        missing.append("tools/check_docs.py no longer finds the routes.")


def queries():
    code = "".join(sources(".cpp").values()) + "".join(sources(".h").values())
    for path, told in sources(".sql").items():
        for name in set(re.findall(r"^-- name: (\w+)", told, re.M)):
            if not re.search(rf"\b{path.stem}_sql::{name}\b|\b{name}\b(?=[,)\s;}}])", code):
                missing.append(f"{path.relative_to(ROOT)}: nothing uses the query {name}.")


def glossary():
    used = " ".join(text(str(path.relative_to(ROOT))) for folder in ("src", "docs", "seeds") for path in sorted((ROOT / folder).rglob("*"))
                    if path.suffix in (".cpp", ".h", ".md", ".csv")).lower()
    for row in re.findall(r"^\| ([^|]+?) \|", text("GLOSSARY.md"), re.M)[2:]:
        for word in row.split(", "):
            plain = word.lower().removesuffix(" indicator")
            if plain.replace(" ", "_") not in used and plain not in used:
                missing.append(f"GLOSSARY.md: nobody uses the word {word}.")
    words = {word.lower() for row in re.findall(r"^\| ([^|]+?) \|", text("GLOSSARY.md"), re.M) for word in row.split(", ")}
    kinds = re.search(r"enum class Kind \{([^}]+)\}", text("src/indicator/indicator.h"))[1]
    for kind in re.findall(r"\w+", kinds):
        if kind.replace("_", " ").replace("place based", "place-based") + " indicator" not in words:
            missing.append(f"GLOSSARY.md does not explain the kind of indicator {kind}.")


def help_pages():
    officers = text("docs/officers.md") + text("docs/help/start.md")
    for page in sorted((ROOT / "docs/help").glob("*.md")):
        if f"help/{page.name}" not in officers and page.stem not in ("start", "accessibility"):
            missing.append(f"docs/officers.md does not list the help page {page.name}.")
        if not page.read_text(encoding="utf-8").startswith("# "):
            missing.append(f"docs/help/{page.name} does not begin with its title.")


def decisions():
    told = text("docs/decisions/README.md")
    missing.extend(f"docs/decisions/README.md does not list {page.name}." for page in sorted((ROOT / "docs/decisions").glob("0*.md"))
                   if f"({page.name})" not in told)


def links():
    pages = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md")] + sorted(
        (ROOT / "docs").rglob("*.md"))
    for page in pages:
        for target in re.findall(r"\]\(([^)#\s]+)", page.read_text(encoding="utf-8")):
            if target.startswith("/help/") and target not in ("/help/who-may", "/help/addresses"):
                found = (ROOT / "docs/help" / (target[6:] + ".md")).exists()
            elif target.startswith(("http", "/")):
                continue
            else:
                found = (page.parent / target).exists()
            if not found:
                missing.append(f"{page.relative_to(ROOT)}: the link to {target} leads nowhere.")


for check in (commands_and_options, settings, folders, make_targets, routes, queries, glossary, help_pages, decisions, links):
    check()
for one in missing:
    print(one)
print(f"{len(missing)} things are not documented." if missing else "Everything is documented.")
sys.exit(1 if missing else 0)
