"""Measures of published figures at national size, 320 councils x 1,000 indicators x ten years: bringing them in against DuckDB's own way from
CSV to Parquet, and what questions about them cost. The work is bench/comparators.cpp's, each part in a process of its own, turn by turn."""
import statistics, subprocess

from serving import ROOT

PROGRAM = ROOT / "build/comparators_bench"


def ask(folder, part):
    """The lines that a part prints: by name, its numbers."""
    done = subprocess.run([PROGRAM, folder, part], capture_output=True, text=True, check=True)
    lines = [line.split(",") for line in done.stdout.split("\n") if line]
    return {name: [[float(word) for word in words] for at, *words in lines if at == name] for name, *_ in lines}


def published(work, note, rounds=3):
    if not PROGRAM.exists():
        return note("Published figures at national size", "not measured: build comparators_bench")
    folder = work / "published"
    folder.mkdir()
    ask(folder, "make")
    turns = [(ask(folder, "load"), ask(folder, "raw")) for _ in range(rounds)]
    middle = lambda numbers: statistics.median(numbers)
    mine, bare = middle(ours["load"][0][0] for ours, _ in turns), middle(raw["raw"][0][0] for _, raw in turns)
    memory, theirs = max(ours["load"][0][1] for ours, _ in turns), max(raw["raw"][0][1] for _, raw in turns)
    note("Load of 3,200,000 published figures, CSV to Parquet: ours, DuckDB's own", f"{mine:.1f}, {bare:.1f} s", "within 2 times", mine <= 2 * bare)
    note("  ours against DuckDB; memory at most: ours, DuckDB", f"{mine / bare:.2f}; {memory:.0f}, {theirs:.0f} MB", "under 512 MB", memory < 512)
    for name, words, goal in (("places", "Where one council stands in 1,000 indicators: the middle and the spread of 320 councils in each", 500), ("one indicator", "One indicator of every council in every year", 500)):
        took = middle(seconds for ours, _ in turns for (seconds, *_) in ours[name]) * 1000
        note(words, f"{took:.0f} ms", f"under {goal} ms", took < goal)
    shares = [(raw["raw places"][0][0], ours["places"][-1][0]) for ours, raw in turns]
    note("  the same by a bare query of DuckDB's over the same file: ours against it", f"{middle(mine / bare for bare, mine in shares):.2f}", "within 1.3 times", middle(mine / bare for bare, mine in shares) <= 1.3)
