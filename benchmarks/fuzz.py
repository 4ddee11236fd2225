"""Mutants of the truth set, or the files below a folder, each read apart: what crashes, hangs or leaves files.

A sentence about a damaged or too large file is a good answer. Exit code 1 when something else happened.
"""

import io
import random
import sys
import tempfile
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from benchmarks.outcomes import outcome_of, show

from plancheck.readers.scratch import PREFIX

FOLDER = Path(__file__).parent.parent / "corpora" / "lezen"
_DEEP = (20, 150, 300, 20_000)


def seeds() -> list[Path]:
    """The documents that are mutated, sorted."""
    return sorted(path for path in FOLDER.iterdir() if path.suffix in (".docx", ".odt", ".pdf"))


def truncated(content: bytes, chance: random.Random) -> bytes:
    """Cut off somewhere."""
    return content[: chance.randrange(len(content))]


def flipped(content: bytes, chance: random.Random) -> bytes:
    """Up to forty bits turned over."""
    changed = bytearray(content)
    for _ in range(chance.randint(1, 40)):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def swapped(content: bytes, chance: random.Random) -> bytes:
    """Two pieces in each other's place: of a package two parts, of another file two stretches."""
    parts = parts_of(content)
    if len(parts) > 1:
        first, second = chance.sample(sorted(parts), 2)
        parts[first], parts[second] = parts[second], parts[first]
        return package_of(parts)
    a, b, c = sorted(chance.randrange(len(content)) for _ in range(3))
    return content[:a] + content[b:c] + content[a:b] + content[c:]


def spliced(content: bytes, chance: random.Random) -> bytes:
    """Parts of another document among its own; of a file without parts, its head on another tail."""
    other = chance.choice(seeds()).read_bytes()
    mine, others = parts_of(content), parts_of(other)
    if mine and others:
        return package_of({**mine, **dict(chance.sample(sorted(others.items()), min(3, len(others))))})
    return content[: chance.randrange(len(content))] + other[chance.randrange(len(other)) :]


def nested(content: bytes, chance: random.Random) -> bytes:
    """Something very deep in it: elements in a part, arrays in a PDF."""
    depth = chance.choice(_DEEP)
    parts = parts_of(content)
    xml = sorted(name for name in parts if name.endswith(".xml"))
    if not xml:
        at = chance.randrange(len(content))
        return content[:at] + b"[" * depth + content[at:]
    name = chance.choice(xml)
    at = parts[name].find(b">", chance.randrange(max(1, len(parts[name])))) + 1
    return package_of({**parts, name: parts[name][:at] + b"<a>" * depth + b"</a>" * depth + parts[name][at:]})


MUTATIONS = (truncated, flipped, swapped, spliced, nested)


def mutant(number: int, seed: int) -> tuple[str, bytes]:
    """The name and content of a mutant; the same for the same numbers."""
    chance = random.Random(f"{seed} {number}")
    path = chance.choice(seeds())
    mutate = MUTATIONS[number % len(MUTATIONS)]
    return f"{number}-{mutate.__name__}-{path.name}", mutate(path.read_bytes(), chance)


def outcome(number: int, seed: int, folder: Path) -> tuple[str, str, float]:
    """What became of a mutant, its name, and the seconds it took."""
    name, content = mutant(number, seed)
    path = folder / name
    path.write_bytes(content)
    what, seconds = outcome_of(path)
    path.unlink()
    return what, name, seconds


def outcome_in(folder: Path, name: str) -> tuple[str, str, float]:
    """What became of a file of others, its name, and the seconds it took."""
    what, seconds = outcome_of(folder / name)
    return what, name, seconds


def main() -> int:
    """Read them all; print the counts, the slowest, and each that went wrong with its number."""
    given = sys.argv[1:3]
    with tempfile.TemporaryDirectory(prefix="plancheck-fuzz-") as name, ThreadPoolExecutor(2) as pool:
        tempfile.tempdir = name
        if given and Path(given[0]).is_dir():
            others = Path(given[0])
            names = sorted(str(path.relative_to(others)) for path in others.rglob("*") if path.is_file())
            found = list(pool.map(lambda each: outcome_in(others, each), names))
        else:
            count, seed = (int(each) for each in [*given, *("10000", "1")[len(given) :]])
            found = list(pool.map(lambda number: outcome(number, seed, Path(name)), range(count)))
        leaked = len(list(Path(name).glob(f"{PREFIX}*")))
    wrong = show(found)
    print(f"achtergelaten: {leaked}")
    return 1 if wrong or leaked else 0


def parts_of(content: bytes) -> dict[str, bytes]:
    """The parts of a package, none of another file."""
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return {}
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def package_of(parts: dict[str, bytes]) -> bytes:
    """A package of these parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(zipfile.ZipInfo(name), content)
    return buffer.getvalue()


if __name__ == "__main__":
    raise SystemExit(main())
