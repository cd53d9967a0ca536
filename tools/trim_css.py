"""Leaves out of a style sheet the GOV.UK rules that no page of ours can use: those for classes that src/ does not name.

Reads compressed CSS on standard input, writes it to standard output: trim_css.py ROOT < all.css > less.css
"""
import pathlib, re, sys

root = pathlib.Path(sys.argv[1])
source = "".join(path.read_text() for path in sorted((root / "src").rglob("*")) if path.suffix in (".cpp", ".h", ".scss"))
used = set(re.findall(r"govuk-[\w-]+", source))


def rules(css):
    """Splits CSS into (head, body) at the outermost braces; a statement without a body has None."""
    depth, start, head = 0, 0, ""
    for at, letter in enumerate(css):
        if letter == "{":
            depth += 1
            if depth == 1:
                head, start = css[start:at], at + 1
        elif letter == "}":
            depth -= 1
            if depth == 0:
                yield head, css[start:at]
                start = at + 1
        elif letter == ";" and depth == 0:
            yield css[start:at], None
            start = at + 1


def is_used(selector):
    return set(re.findall(r"\.(govuk-[\w-]+)", selector)) <= used


def trimmed(css):
    out = []
    for head, body in rules(css):
        if body is None:
            out.append(head + ";")
        elif head.startswith("@supports not (text-wrap"):  # a ring round a link that wraps, for browsers of before 2023
            continue
        elif head.startswith(("@media", "@supports")):
            inner = trimmed(body)
            out.append(f"{head}{{{inner}}}" if inner else "")
        elif not head.startswith("@"):
            kept = ",".join(s for s in head.split(",") if is_used(s)) if "(" not in head else head if is_used(head) else ""
            out.append(f"{kept}{{{body}}}" if kept else "")
        else:
            out.append(f"{head}{{{body}}}")
    return "".join(out)


css = sys.stdin.read().lstrip("\ufeff")
css = re.sub(r"var\(--govuk-[\w-]+,\s*(#[0-9a-f]+)\)", r"\1", css)
css = re.sub(r"(-webkit-font-smoothing|-moz-osx-font-smoothing|font-family):(antialiased|grayscale|inherit);?", "", css)
css = re.sub(r":root\{--govuk[^}]*\}", "", css)
sys.stdout.write(re.sub(r";\}", "}", trimmed(css)))
