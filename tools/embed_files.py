"""Puts static files, seeds and help pages into the program, so that it is one file to copy.

Writes carried_bytes.S (.incbin) and carried.cpp (a table of path, bytes). Files under build/static (made from npm packages)
join those under static/.
"""
import pathlib, sys

root, build, out = map(pathlib.Path, sys.argv[1:4])
out.mkdir(parents=True, exist_ok=True)
files = {}
for base, prefix in ((root / "static", "static"), (build / "static", "static"), (root / "seeds", "seeds"), (root / "docs/help", "help")):
    for path in sorted(base.rglob("*")) if base.is_dir() else []:
        if path.is_file() and not path.name.startswith("."):
            files[f"{prefix}/{path.relative_to(base)}"] = path.resolve()

assembly, table = [".section .rodata"], []
for number, (name, path) in enumerate(sorted(files.items())):
    assembly += [f".global carried_{number}", f".global carried_{number}_end", f"carried_{number}:",
                 f'.incbin "{path}"', f"carried_{number}_end: .byte 0"]
    table.append((number, name))
(out / "carried_bytes.S").write_text("\n".join(assembly) + '\n.section .note.GNU-stack,"",%progbits\n')

lines = ['#include "kit/carried.h"', 'extern "C" {']
lines += [f"extern const char carried_{n}[], carried_{n}_end[];" for n, _ in table]
lines += ["}", "namespace kit {", "std::vector<Carried> all_carried() { return {"]
lines += [f'  {{"{name}", {{carried_{n}, static_cast<std::size_t>(carried_{n}_end - carried_{n})}}}},' for n, name in table]
lines += ["}; }", "}  // namespace kit"]
(out / "carried.cpp").write_text("\n".join(lines) + "\n")
