"""Fails when a folder includes a later one, or a rule includes a store or a page (docs/design.md, "One order")."""
import pathlib, re, sys

root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".")
ORDER = ("kit parts calendar council indicator plan risk money evidence collect assess compare work explore "
         "report scrutinise publish exchange app").split()
LAYER = {"store": 1, "pages": 2, "jobs": 2, "command": 2}
faults = []


def layer(name):
    return LAYER.get(name.split(".")[0].rsplit("_", 1)[-1], 0)


for path in sorted((root / "src").rglob("*.[ch]*")):
    folder = path.parent.name
    if folder not in ORDER or path.suffix not in (".cpp", ".h") or path.stem.endswith(("_test", "_fuzz", "_bench")):
        continue
    for number, line in enumerate(path.read_text().splitlines(), 1):
        match = re.match(r'#include "([a-z_]+)/([\w.]+)"', line)
        if not match or match[1] not in ORDER:
            continue
        if ORDER.index(match[1]) > ORDER.index(folder):
            faults.append(f"{path}:{number}: {folder}/ includes {match[1]}/, which comes later")
        if match[1] not in ("kit", "parts") and folder not in ("kit", "parts", "app") and layer(match[2]) > layer(path.name):
            faults.append(f"{path}:{number}: {path.name} includes {match[2]}, a later layer")
print("\n".join(faults) or "The folders are in order.")
sys.exit(bool(faults))
