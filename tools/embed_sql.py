"""Turns each src/**/*.sql into a header of named queries, so that a misspelt name does not compile.

A query starts at `-- name: NAME` and ends at its semicolon. `-- name: NAME (postgres)` gives the PostgreSQL text
of a query that must differ. `collect/figure.sql` becomes `collect/figure.sql.h`, namespace `collect::figure_sql`.
Migrations become a table in all_queries.cpp, in order of their numbers. `figures.duck.sql` holds queries for the analysis
engine: namespace `compare::figures_duck_sql`, not among those that are tried on both databases.
"""
import pathlib, re, sys

root, out = map(pathlib.Path, sys.argv[1:3])
NAME = re.compile(r"^-- name: (\w+)(?: \((postgres)\))?\s*$")


def literal(text):
    return 'R"sql(' + text + ')sql"'


def queries(path):
    found, name, engine = {}, None, None
    for number, line in enumerate(path.read_text().splitlines(), 1):
        match = NAME.match(line)
        if match:
            name, engine = match[1], match[2]
            found.setdefault(name, {"": "", "postgres": ""})
        elif name and not line.lstrip().startswith("--"):
            found[name][engine or ""] += line + "\n"
        elif line.strip() and not line.startswith("--"):
            sys.exit(f"{path}:{number}: text before the first '-- name:'")
    return {n: {e: t.strip().rstrip(";").strip() for e, t in v.items()} for n, v in found.items()}


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists() or path.read_text() != text:
        path.write_text(text)
    else:
        path.touch()


every = []
for path in sorted((root / "src").rglob("*.sql")):
    folder, stem = path.parent.name, path.stem.replace(".", "_")
    space = f"{folder}::{stem}_sql"
    lines = ["#pragma once", '#include "kit/query.h"', f"namespace {space} {{"]
    for name, text in queries(path).items():
        title = f"{folder}/{path.name}: {name}"
        lines.append(f'inline constexpr kit::Query {name}{{"{title}", {literal(text[""])}, {literal(text["postgres"])}}};')
        if not path.stem.endswith(".duck"):
            every.append(f"{space}::{name}")
    lines.append("}")
    write(out / folder / (path.name + ".h"), "\n".join(lines) + "\n")

body = ['#include "kit/query.h"'] + [f'#include "{p.parent.name}/{p.name}.h"' for p in sorted((root / "src").rglob("*.sql"))]
body.append("namespace kit {")
body.append("std::vector<Query> all_queries() { return {" + ", ".join(every) + "}; }")
body.append("std::vector<Migration> all_migrations() { return {")
for path in sorted((root / "migrations").glob("*.sql")):
    body.append(f'  {{{int(path.name[:4])}, "{path.name}", {literal(path.read_text())}}},')
body.append("}; }")
body.append("}  // namespace kit")
write(out / "all_queries.cpp", "\n".join(body) + "\n")
