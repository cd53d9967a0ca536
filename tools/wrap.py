#!/usr/bin/env python3
"""Keeps lines within 140 letters.

tools/wrap.py            hands each longer line of C++ to clang-format, and no other; those of scripts are broken by hand
tools/wrap.py --check    names each longer line of C++, Python and JavaScript and fails, unless it is nothing but one string

Short functions, tables of rows and one-line branches stay as their writers set them: clang-format sees only what is
too long to read.
"""
import pathlib
import re
import subprocess
import sys

MOST = 140
CPLUSPLUS, SCRIPTS = (".cpp", ".h"), (".py", ".mjs")
ONE_STRING = re.compile(r'\s*(<<|\+|return|\?|:)?\s*(case \w+: return )?u?8?R?"[^\n]*')
ONE_STRING_OF_A_SCRIPT = re.compile(r"""\s*(\+|return|\?|:)?\s*[bfr]{0,2}["'`][^\n]*""")
ROOT = pathlib.Path(__file__).resolve().parent.parent


def files(endings):
    for folder in ("src", "tests", "bench", "tools"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in endings:
                yield path


def long_lines(path):
    for number, line in enumerate(path.read_text().split("\n"), start=1):
        if len(line) > MOST:
            yield number, line


def is_one_string(path, line):
    """A sentence, a sample file or a line within a raw string is not broken."""
    if path.suffix in SCRIPTS:
        return ONE_STRING_OF_A_SCRIPT.match(line) is not None
    return ONE_STRING.match(line) is not None or 'R"' in path.read_text()


def wrap(path):
    for _ in range(3):
        lines = [number for number, _ in long_lines(path)]
        if not lines:
            return
        before = path.read_text()
        subprocess.run(["clang-format", "-i", "--style=file", *[f"--lines={n}:{n}" for n in lines], path], check=True)
        if path.read_text() == before:
            return


def main():
    if "--check" not in sys.argv:
        for path in files(CPLUSPLUS):
            wrap(path)
        return 0
    faults = [
        f"{path.relative_to(ROOT)}:{number}: {len(line)} letters; the most is {MOST}. Run tools/wrap.py, or break it where it reads best."
        for path in files(CPLUSPLUS + SCRIPTS)
        for number, line in long_lines(path)
        if not is_one_string(path, line)
    ]
    print("\n".join(faults) or "No line is too long.")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
