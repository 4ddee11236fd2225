"""Mutated documents of the truth set, each read apart: what crashes, hangs or leaves files behind.

A sentence about a damaged or too large file is a good answer. Exit code 1 when something else happened.
"""

import io
import random
import sys
import tempfile
import time
import zipfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from plancheck.errors import PlancheckError
from plancheck.readers import Limits
from plancheck.readers.apart import read_apart
from plancheck.readers.scratch import PREFIX

FOLDER = Path(__file__).parent.parent / "corpora" / "lezen"
LIMITS = Limits(seconds=30)
GOOD = ("gelezen", "geweigerd")
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
    parts = _parts(content)
    if len(parts) > 1:
        first, second = chance.sample(sorted(parts), 2)
        parts[first], parts[second] = parts[second], parts[first]
        return _package(parts)
    a, b, c = sorted(chance.randrange(len(content)) for _ in range(3))
    return content[:a] + content[b:c] + content[a:b] + content[c:]


def spliced(content: bytes, chance: random.Random) -> bytes:
    """Parts of another document among its own; of a file without parts, its head on another tail."""
    other = chance.choice(seeds()).read_bytes()
    mine, others = _parts(content), _parts(other)
    if mine and others:
        return _package({**mine, **dict(chance.sample(sorted(others.items()), min(3, len(others))))})
    return content[: chance.randrange(len(content))] + other[chance.randrange(len(other)) :]


def nested(content: bytes, chance: random.Random) -> bytes:
    """Something very deep in it: elements in a part, arrays in a PDF."""
    depth = chance.choice(_DEEP)
    parts = _parts(content)
    xml = sorted(name for name in parts if name.endswith(".xml"))
    if not xml:
        at = chance.randrange(len(content))
        return content[:at] + b"[" * depth + content[at:]
    name = chance.choice(xml)
    at = parts[name].find(b">", chance.randrange(max(1, len(parts[name])))) + 1
    return _package({**parts, name: parts[name][:at] + b"<a>" * depth + b"</a>" * depth + parts[name][at:]})


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
    start = time.perf_counter()
    try:
        read_apart(path, limits=LIMITS)
        what = "gelezen"
    except PlancheckError as error:
        what = "geweigerd"
        if error.code in ("interne-fout", "te-lang-bezig"):
            what = f"{error.code}: {error.message}"
        elif "liep een leesprogramma vast" in error.message:
            what = "gecrasht"
    path.unlink()
    return what, name, time.perf_counter() - start


def main() -> int:
    """Read them all; print the counts, the slowest, and each that went wrong with its number."""
    count, seed = (int(given) for given in [*sys.argv[1:3], *("10000", "1")[len(sys.argv) - 1 :]])
    with tempfile.TemporaryDirectory(prefix="plancheck-fuzz-") as name, ThreadPoolExecutor(2) as pool:
        tempfile.tempdir = name
        found = list(pool.map(lambda number: outcome(number, seed, Path(name)), range(count)))
        leaked = len(list(Path(name).glob(f"{PREFIX}*")))
    for what, total in Counter(what for what, _, _ in found).most_common():
        print(f"{what}: {total}")
    print(f"achtergelaten: {leaked}; traagste: {max(seconds for _, _, seconds in found):.1f} s")
    wrong = [f"{file}: {what}" for what, file, _ in found if what not in GOOD]
    print("\n".join(wrong))
    return 1 if wrong or leaked else 0


def _parts(content: bytes) -> dict[str, bytes]:
    """The parts of a package, none of another file."""
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return {}
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def _package(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(zipfile.ZipInfo(name), content)
    return buffer.getvalue()


if __name__ == "__main__":
    raise SystemExit(main())
