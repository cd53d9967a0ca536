"""A small council of one service for tests of the cycle: so many indicators, officers who enter, officers who check.

`make(folder, indicators=20, officers=4)` writes its sheets and answers their names. Officer o0 owns I000, I004 …, c0 checks them
and d0 is the deputy. One of each other role is there too, and a second service with one indicator of its own, J000."""
import csv, hashlib, pathlib

import engines, servers

STAFF = [("team", "Tess Team", "performance_team", "S1"), ("audit", "Aude Audit", "internal_audit", "S1"),
         ("chief", "Chris Chief", "corporate_leadership", "D1"), ("admin", "Ada Admin", "administrator", "S1"),
         ("head", "Hedy Head", "head_of_service", "S1"), ("stranger", "Sam Stranger", "officer", "S2"),
         ("manager2", "Mo Manager", "service_manager", "S2"), ("head2", "Han Head", "head_of_service", "S2"),
         ("member", "Cllr Mia Member", "portfolio_member", ""), ("scrutiny", "Cllr Stu Scrutiny", "scrutiny_member", "")]


def write(folder, name, head, rows):
    with open(folder / f"{name}.csv", "w", newline="", encoding="utf-8") as file:
        out = csv.writer(file)
        out.writerow(head)
        out.writerows(rows)


def officers_of(officers):
    for n in range(officers):
        yield from ((f"o{n}", f"Owen Owner {n}", "officer", "S1"), (f"c{n}", f"Cleo Checker {n}", "service_manager", "S1"),
                    (f"d{n}", f"Dee Deputy {n}", "officer", "S1"))


def quarters(first_year, count):
    for n in range(count):
        year, quarter = divmod(n, 4)
        yield f"{first_year + year + (quarter == 3)}-{(4, 7, 10, 1)[quarter]:02}-01/P3M"


def make(folder, indicators=20, officers=4, history=8):
    """Figures of `history` quarters from April 2023: eight reach to March 2025."""
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    write(folder, "council", ["what", "code", "name", "part_of", "head"],
          [("setting", "name", "Smallborough", "", ""), ("directorate", "D1", "Everything", "", "chief"),
           ("service", "S1", "Service one", "D1", ""), ("service", "S2", "Service two", "D1", "")])
    write(folder, "people", ["person", "name", "job", "email", "role", "unit"],
          [(code, name, "Post", f"{code}@smallborough.example", role, unit) for code, name, role, unit in [*STAFF, *officers_of(officers)]])
    columns = ["indicator", "title", "kind", "service", "owner", "checker", "deputy",
               "frequency", "good_direction", "unit", "decimals", "aggregation", "submitted", "applies_from"]
    usual = ("quarterly", "high_good", "", 0, "sum", "in_period", "2023-04-01")
    ours = [(f"I{n:03}", f"Cases handled, group {n}", "core", "S1", f"o{n % officers}", f"c{n % officers}", f"d{n % officers}", *usual)
            for n in range(indicators)]
    theirs = ("J000", "Cases of the other service", "core", "S2", "stranger", "manager2", "", *usual)
    write(folder, "indicators", columns, [*ours, theirs])
    write(folder, "figures", ["indicator", "period", "value", "note"],
          [(f"I{n:03}", period, 100 + (n * 7 + index * 3) % 20, "As planned.") for n in range(indicators)
           for index, period in enumerate(quarters(2023, history))])
    return [folder / f"{sheet}.csv" for sheet in ("council", "people", "indicators", "figures")]


def bring_in(place, folder, clock="2025-06-30T12:00:00Z", **sizes):
    """Into an empty place, as a demo: one click signs a visitor in as anybody."""
    data = pathlib.Path(place[place.index("--data") + 1])
    files = make(folder, **sizes)
    servers.done("import", *place, "--clock", clock, *files)
    (data / "demo").write_text(clock + "\n")
    return place


def give_token(place, person):
    """A program's token, "token of PERSON": past the program, as no page of a demo can make one."""
    fingerprint = hashlib.sha256(f"token of {person}".encode()).hexdigest()
    engines.change(place, f"""insert into account (person, email, password, factor, factor_step, state, at, record)
        values ('{person}', '{person}@x.example', '', '', 0, 'active', 1, 1) on conflict do nothing""")
    engines.change(place, f"""insert into api_token (fingerprint, person, name, ends, at)
        values ('{fingerprint}', '{person}', 'test', 1900000000, 1) on conflict do nothing""")
