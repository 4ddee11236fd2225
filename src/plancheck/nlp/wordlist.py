"""Large word lists that are ready at once: sorted lines in a compressed file, searched where they stand.

Turning half a million lines into a dictionary takes most of a second at every start; a run asks for a few thousand.
`scripts/compile_words` makes the files; docs/afhankelijkheden.md says from what, and under which licence.
"""

import gzip
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "woorden"
_BLOCK = 1500
"""About so many bytes are searched for one word."""


class WordList(Mapping[str, str]):
    """A word and what is known of it. lines: "word<tab>value<newline>", sorted by the bytes of the word."""

    def __init__(self, lines: bytes) -> None:
        self._lines = lines
        self._starts = list(_starts_of_blocks(lines))
        self._firsts = [lines[start : lines.index(b"\t", start)] for start in self._starts]
        self._length = lines.count(b"\n")

    def find(self, word: str) -> str | None:
        """What is known of a word, None when it is not in the list."""
        wanted = word.encode("utf-8", "surrogatepass")
        block = bisect_right(self._firsts, wanted) - 1
        if block < 0:
            return None
        start = self._starts[block]
        end = self._starts[block + 1] if block + 1 < len(self._starts) else len(self._lines)
        line = wanted + b"\t"
        if not self._lines.startswith(line, start):
            start = self._lines.find(b"\n" + line, start, end) + 1
            if not start:
                return None
        value = start + len(line)
        return self._lines[value : self._lines.index(b"\n", value)].decode()

    def __getitem__(self, word: str) -> str:
        found = self.find(word)
        if found is None:
            raise KeyError(word)
        return found

    def __iter__(self) -> Iterator[str]:
        return (line.split(b"\t")[0].decode() for line in self._lines.split(b"\n")[:-1])

    def __len__(self) -> int:
        return self._length


def _starts_of_blocks(lines: bytes) -> Iterator[int]:
    start = 0
    while start < len(lines):
        yield start
        start = lines.find(b"\n", start + _BLOCK) + 1 or len(lines)


@cache
def word_list(name: str) -> WordList:
    """A list that comes with plancheck, read once per process: `lemmas` or `frequenties`."""
    return WordList(gzip.decompress((_FOLDER / f"{name}.gz").read_bytes()))


def write_word_list(name: str, entries: Iterable[tuple[str, str]]) -> None:
    """Write a list: the same bytes for the same entries."""
    lines = sorted(f"{word}\t{value}\n".encode() for word, value in entries)
    (_FOLDER / f"{name}.gz").write_bytes(gzip.compress(b"".join(lines), mtime=0))
