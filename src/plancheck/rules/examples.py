"""The examples beside each rule: small plans with the verdict they must get."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from plancheck.errors import InvalidRule
from plancheck.model.requirement import RequirementId
from plancheck.rules.source import Mistakes, files

_FENCE = re.compile(r"^```plan(?P<info>[^\n]*)\n(?P<text>.*?)^```\s*$", re.MULTILINE | re.DOTALL)
KNOWN_FAILURES = "bekende-fouten.txt"
_VERDICTS = ("aanwezig", "onvolledig", "ontbreekt")


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
        InvalidRule: an example without a verdict or with an unknown one, or a file that lies outside the package.
    """
    mistakes = Mistakes()
    paths = files(directory, "*/*.voorbeelden.md", mistakes)
    if mistakes.found:
        raise InvalidRule("de voorbeelden zijn niet te lezen.", path=str(directory), mistakes=tuple(mistakes.found))
    for path in paths:
        requirement = RequirementId(f"{path.parent.name}.{path.name.removesuffix('.voorbeelden.md')}")
        text = path.read_text("utf-8")
        for number, match in enumerate(_FENCE.finditer(text), start=1):
            line = text.count("\n", 0, match.start()) + 1
            yield _example(requirement, number, line, match["info"], match["text"], path)


def known_failures(directory: Path) -> frozenset[str]:
    """Names of the examples of a package that are known to be misjudged: one a line in a file beside the rules."""
    path = directory / KNOWN_FAILURES
    lines = path.read_text("utf-8").splitlines() if path.is_file() else []
    return frozenset(line.partition("#")[0].strip() for line in lines) - {""}


def _example(requirement: RequirementId, number: int, line: int, info: str, text: str, path: Path) -> Example:
    words = dict(word.partition("=")[::2] for word in info.split())
    verdict = words.get("oordeel", "")
    if verdict not in _VERDICTS:
        raise InvalidRule(
            f"regel {line}: dit voorbeeld heeft geen geldig oordeel.",
            path=str(path),
            hint=f"Schrijf ```plan oordeel=... met een van: {', '.join(_VERDICTS)}.",
        )
    missing = tuple(words["mist"].split(",")) if words.get("mist") else None
    return Example(
        requirement=requirement,
        number=number,
        line=line,
        text=text,
        verdict=verdict,
        hollow="hol" in words,
        missing=missing,
    )
