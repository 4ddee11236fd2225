"""The examples beside each rule: small plans with the verdict they must get."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plancheck.errors import InvalidRule
from plancheck.model.requirement import RequirementId
from plancheck.rules.mistakes import Mistakes, hint
from plancheck.rules.reading import rule_file
from plancheck.rules.source import files, read_text

ENDING = ".voorbeelden.md"
KNOWN_FAILURES = "bekende-fouten.txt"
_FENCE = "```"
_HEADING = re.compile(r"#+\s+(.*?)\s*")
_GOOD, _BAD = "voldoet", "voldoet niet"
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


@dataclass(slots=True)
class _Block:
    """A fenced block as it is written. info: what stands behind the fence. heading: good or bad, "" for neither yet."""

    line: int
    info: str
    heading: str
    text: str = ""
    closed: bool = False


def read_examples(directory: Path) -> Iterator[Example]:
    """All examples of a package, sorted by file.

    Raises:
        InvalidRule: an example without a verdict or with an unknown one, or a file that cannot be read as one.
    """
    mistakes = Mistakes()
    found: list[Example] = []
    for path in files(directory, f"*/*{ENDING}", mistakes):
        shown = path.relative_to(directory).as_posix()
        blocks = _blocks(read_text(path, mistakes, shown) or "")
        requirement = RequirementId(f"{path.parent.name}.{path.name.removesuffix(ENDING)}")
        for number, block in enumerate((each for each in blocks if _is_example(each)), 1):
            for said in _wrong_verdict(_words(block)):
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
    blocks = list(_blocks(text))
    for heading in (_GOOD, _BAD):
        if heading not in {block.heading for block in blocks}:
            mistakes.add(shown, None, f"onder een kop `{heading.capitalize()}` hoort een voorbeeld te staan.")
    for block in blocks:
        if not block.closed:
            mistakes.add(shown, block.line, f"dit voorbeeld eindigt niet: sluit het af met een regel {_FENCE}.")
        for said in _wrong(block, aspects) if _is_example(block) else ["dit blok is geen voorbeeld. " + _FORM]:
            mistakes.add(shown, block.line, said)


def _wrong(block: _Block, aspects: frozenset[str] | None) -> Iterator[str]:
    """What is wrong with one example. aspects: those of its rule; None when they are not to be known."""
    words = _words(block)
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


def _example(requirement: RequirementId, number: int, block: _Block) -> Example:
    words = _words(block)
    return Example(
        requirement=requirement,
        number=number,
        line=block.line,
        text=block.text,
        verdict=words.get("oordeel", ""),
        hollow="hol" in words,
        missing=tuple(words["mist"].split(",")) if words.get("mist") else None,
    )


def _words(block: _Block) -> dict[str, str]:
    """What stands behind ```plan: words, some with a value."""
    return dict(word.partition("=")[::2] for word in block.info.split()[1:])


def _is_example(block: _Block) -> bool:
    return block.info.split()[:1] == ["plan"]


def _heading(line: str) -> str:
    """The side that a heading opens, "" for any other line."""
    found = _HEADING.fullmatch(line)
    return found[1].casefold() if found and found[1].casefold() in (_GOOD, _BAD) else ""


def _blocks(text: str) -> Iterator[_Block]:
    """The fenced blocks of a file; one that is not closed ends where the next example begins."""
    block: _Block | None = None
    heading = ""
    for number, line in enumerate(text.split("\n"), 1):
        begins = line.startswith(_FENCE) and line.strip() != _FENCE
        if block is None or (begins and line.startswith(f"{_FENCE}plan")):
            if block is not None:
                yield block
            opens = line.startswith(_FENCE)
            block = _Block(line=number, info=line[len(_FENCE) :], heading=heading) if opens else None
            heading = _heading(line) or heading
        elif line.rstrip() == _FENCE:
            block.closed = True
            yield block
            block = None
        else:
            block.text += f"{line}\n"
    if block is not None:
        yield block
