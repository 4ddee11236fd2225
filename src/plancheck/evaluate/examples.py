"""Is the judge right? Runs the examples that stand beside the rules through the real judge."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from plancheck.checker import judge_one
from plancheck.model.document import Source
from plancheck.model.finding import Finding
from plancheck.readers.markdown import read_markdown
from plancheck.rules.examples import Example, read_examples
from plancheck.rules.ruleset import RuleSet


@dataclass(frozen=True, slots=True, kw_only=True)
class ExampleResult:
    """An example and the finding on it. problem: Dutch, "" when the finding is as it should be.

    reasons: Dutch, per aspect that is not as it should be: what was found for it, or that nothing was.
    """

    example: Example
    finding: Finding
    problem: str
    reasons: tuple[str, ...] = ()


def run_examples(ruleset: RuleSet, directory: Path, *, prefix: str = "") -> Iterator[ExampleResult]:
    """Judge all examples of a package whose requirement id starts with `prefix`.

    Raises:
        InvalidRule: an example has no valid verdict.
    """
    for example in read_examples(directory):
        if example.requirement.startswith(prefix) and example.requirement in ruleset.requirements:
            yield run_example(ruleset, example)


def run_example(ruleset: RuleSet, example: Example) -> ExampleResult:
    """Judge one example."""
    source = Source(path=f"{example.name}.md", sha256="", format="markdown")
    finding = judge_one(read_markdown(example.text, source), ruleset, example.requirement)
    problem = _problem(example, finding)
    reasons = _reasons(ruleset, example, finding) if problem else ()
    return ExampleResult(example=example, finding=finding, problem=problem, reasons=reasons)


def _reasons(ruleset: RuleSet, example: Example, finding: Finding) -> tuple[str, ...]:
    """What decided about each aspect on which example and finding disagree; every aspect when it names none."""
    expected = None if example.missing is None else set(example.missing)
    if example.verdict == "aanwezig":
        expected = set()
    found: list[str] = []
    for aspect in ruleset.requirements[example.requirement].aspects:
        missing = aspect.id in finding.missing_aspects
        if expected is not None and missing == (aspect.id in expected):
            continue
        quotes = [each.quote for each in finding.evidence if each.aspect == aspect.id]
        if missing:
            found.append(f"{aspect.id}: geen bewijs gevonden. De vraag is: {aspect.question}")
        elif quotes:
            found.append(f"{aspect.id}: gevonden in '{quotes[0]}'.")
    return tuple(found)


def _problem(example: Example, finding: Finding) -> str:
    if finding.verdict.value != example.verdict:
        lacking = ", ".join(finding.missing_aspects) or "niets"
        return f"oordeel {finding.verdict.value}, moet {example.verdict} zijn (mist: {lacking})"
    if example.missing is not None and set(example.missing) != set(finding.missing_aspects):
        return f"mist {', '.join(finding.missing_aspects) or 'niets'}, moet {', '.join(example.missing)} zijn"
    if example.hollow and not finding.hollow:
        return "niet als hol herkend"
    return ""
