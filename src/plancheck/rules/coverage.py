"""dekking.yaml: from each passage of the sources to the rules and steps that rest on it, or why there are none."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from plancheck.errors import InvalidRule
from plancheck.rules import source

FILE = "dekking.yaml"
_BASES = ("regels", "stappen", "geen-regel")


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One passage of a source.

    document: its key in `bronnen`. place: where it stands. says: what it says, in words of our own, Dutch.
    rules, steps: ids of what rests on it. reason: Dutch, why nothing does, "" when something does.
    """

    document: str
    place: str
    says: str
    rules: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    reason: str = ""


def read_coverage(directory: Path) -> tuple[Passage, ...]:
    """The passages in the order of the file; none for a package without dekking.yaml.

    Raises:
        InvalidRule: the file is not what it should be.
    """
    mistakes = source.Mistakes()
    tree = _tree(directory, mistakes)
    if mistakes.found:
        raise InvalidRule("de dekking is niet te lezen.", path=str(directory / FILE), mistakes=tuple(mistakes.found))
    return tuple(
        Passage(
            document=str(entry["document"]),
            place=str(passage["plaats"]),
            says=str(passage["zegt"]),
            rules=tuple(map(str, passage.get("regels", ()))),
            steps=tuple(map(str, passage.get("stappen", ()))),
            reason=str(passage.get("geen-regel", "")),
        )
        for entry in (tree or {}).get("bronnen", ())
        for passage in entry["passages"]
    )


def check_coverage(
    directory: Path, sources: Mapping[str, Any], rules: frozenset[str], steps: frozenset[str], mistakes: source.Mistakes
) -> None:
    """Every passage has a rule, a step or a reason, and all it names exists."""
    tree = _tree(directory, mistakes)
    if tree is None or mistakes.found:
        return
    for path, entry in _entries(tree):
        line = source.line_of(tree, path)
        if "document" in entry and entry["document"] not in sources:
            mistakes.add(FILE, line, f"de bron `{entry['document']}` staat niet bij `bronnen` in pakket.yaml.")
        if "plaats" in entry:
            for message in _passage(entry, rules, steps):
                mistakes.add(FILE, line, message)


def _tree(directory: Path, mistakes: source.Mistakes) -> Any:
    """The file with line numbers; None when there is none or it is wrong (noted)."""
    found = source.files(directory, FILE, mistakes)
    tree = source.read_yaml(found[0], mistakes, FILE) if found else None
    return tree if tree is not None and source.check_schema(tree, "dekking", mistakes, FILE) else None


def _entries(tree: Any) -> Iterator[tuple[list[Any], Any]]:
    for number, entry in enumerate(tree["bronnen"]):
        yield ["bronnen", number], entry
        for place, passage in enumerate(entry["passages"]):
            yield ["bronnen", number, "passages", place], passage


def _passage(passage: Any, rules: frozenset[str], steps: frozenset[str]) -> Iterator[str]:
    named = [key for key in _BASES if key in passage]
    if not named:
        yield "deze passage heeft geen `regels` en geen `stappen`; noem ze, of zeg bij `geen-regel` waarom er geen is."
    if "geen-regel" in named and len(named) > 1:
        yield "`geen-regel` past niet bij een passage die regels of stappen noemt."
    for key, what, known in (("regels", "regel", rules), ("stappen", "stap", steps)):
        for each in passage.get(key, ()):
            if each not in known:
                near = get_close_matches(each, known, n=1)
                hint = f" Bedoelt u `{near[0]}`?" if near else ""
                yield f"de {what} `{each}` bestaat niet.{hint}"
