"""The examples beside each rule: small plans with the verdict they must get."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plancheck.errors import InvalidRule
from plancheck.model.requirement import RequirementId
from plancheck.rules.fenced import BAD, FENCE, GOOD, Block, fenced_blocks
from plancheck.rules.mistakes import Mistakes, hint
from plancheck.rules.reading import rule_file
from plancheck.rules.source import files, read_text

ENDING = ".voorbeelden.md"
KNOWN_FAILURES = "bekende-fouten.txt"
_VERDICTS = ("aanwezig", "onvolledig", "ontbreekt")
_WORDS = ("oordeel", "mist", "hol")
_FORM = "Schrijf ```plan oordeel=... met een van: " + ", ".join(_VERDICTS) + "."


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One mini plan. missing: aspect ids; None when the example does not say which."""

    requirement: RequirementId
    number: int
    line: int
    text: str
    verdict: str
    hollow: bool
    missing: tuple[str, ...] | None

    @property
    def name(self) -> str:
        """A readable id: requirement, number and verdict."""
        return f"{self.requirement}-{self.number}-{self.verdict}"


def read_examples(directory: Path) -> Iterator[Example]:
    """All examples of a package, sorted by file.

    Raises:
        InvalidRule: an example without a verdict or with an unknown one, or a file that cannot be read as one.
    """
    mistakes = Mistakes()
    found: list[Example] = []
    for path in files(directory, f"*/*{ENDING}", mistakes):
        shown = path.relative_to(directory).as_posix()
        blocks = fenced_blocks(read_text(path, mistakes, shown) or "")
        requirement = RequirementId(f"{path.parent.name}.{path.name.removesuffix(ENDING)}")
        for number, block in enumerate((each for each in blocks if each.is_example), 1):
            for said in _wrong_verdict(block.words):
                mistakes.add(shown, block.line, said)
            found.append(_example(requirement, number, block))
    if mistakes.found:
        raise InvalidRule("de voorbeelden zijn niet te lezen.", path=str(directory), mistakes=mistakes.found)
    yield from found


def known_failures(directory: Path) -> frozenset[str]:
    """Names of the examples of a package that are known to be misjudged: one a line in a file beside the rules."""
    path = directory / KNOWN_FAILURES
    lines = path.read_text("utf-8").splitlines() if path.is_file() else []
    return frozenset(line.partition("#")[0].strip() for line in lines) - {""}


def check_examples(directory: Path, rules: Mapping[str, Any], mistakes: Mistakes) -> None:
    """Every example can be judged, and says what its rule must say of it.

    rules: those of the package by the id that fits their file, as far as they could be read; bears any type of value.
    """
    for path in files(directory, f"*/*{ENDING}", mistakes):
        shown = path.relative_to(directory).as_posix()
        rule = f"{path.parent.name}.{path.name.removesuffix(ENDING)}"
        text = read_text(path, mistakes, shown)
        if rule not in rules:
            near = hint(rule_file(rule), [rule_file(each) for each in rules if each.split(".")[0] == path.parent.name])
            mistakes.add(
                shown, None, f"bij deze voorbeelden hoort een regel `{rule_file(rule)}`, en die is er niet.{near}"
            )
        elif text is not None:
            _check_file(text, _aspects(rules[rule]), shown, mistakes)


def _check_file(text: str, aspects: frozenset[str] | None, shown: str, mistakes: Mistakes) -> None:
    blocks = list(fenced_blocks(text))
    for heading in (GOOD, BAD):
        if heading not in {block.heading for block in blocks}:
            mistakes.add(shown, None, f"onder een kop `{heading.capitalize()}` hoort een voorbeeld te staan.")
    for block in blocks:
        if not block.closed:
            mistakes.add(shown, block.line, f"dit voorbeeld eindigt niet: sluit het af met een regel {FENCE}.")
        for said in _wrong(block, aspects) if block.is_example else ["dit blok is geen voorbeeld. " + _FORM]:
            mistakes.add(shown, block.line, said)


def _wrong(block: Block, aspects: frozenset[str] | None) -> Iterator[str]:
    """What is wrong with one example. aspects: those of its rule; None when they are not to be known."""
    words = block.words
    verdict = words.get("oordeel", "")
    yield from _wrong_verdict(words)
    for word in (word for word in words if word not in _WORDS):
        yield f"`{word}` betekent hier niets.{hint(word, _WORDS)}"
    missing = words["mist"].split(",") if "mist" in words else []
    for aspect in (each for each in missing if aspects is not None and each not in aspects):
        yield f"`mist` noemt het aspect `{aspect}`, en de regel heeft dat niet.{hint(aspect, aspects or ())}"
    for word in ("mist", "hol"):
        if word in words and verdict == "aanwezig":
            yield f"`{word}` past niet bij `oordeel=aanwezig`."
    if not block.text.strip():
        yield "dit voorbeeld heeft geen tekst."


def _wrong_verdict(words: Mapping[str, str]) -> Iterator[str]:
    verdict = words.get("oordeel", "")
    if not verdict:
        yield f"dit voorbeeld heeft geen oordeel. {_FORM}"
    elif verdict not in _VERDICTS:
        yield f"`{verdict}` is geen oordeel.{hint(verdict, _VERDICTS)}"


def _aspects(rule: Any) -> frozenset[str] | None:
    entries = rule.get("aspecten") if isinstance(rule, dict) else None
    if not isinstance(entries, list):
        return None
    ids = [each.get("id") if isinstance(each, dict) else None for each in entries]
    return frozenset(map(str, ids)) if all(isinstance(each, str) for each in ids) else None


def _example(requirement: RequirementId, number: int, block: Block) -> Example:
    words = block.words
    return Example(
        requirement=requirement,
        number=number,
        line=block.line,
        text=block.text,
        verdict=words.get("oordeel", ""),
        hollow="hol" in words,
        missing=tuple(words["mist"].split(",")) if words.get("mist") else None,
    )
