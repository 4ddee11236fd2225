"""What 500 requirements cost beside 100, per document: `sh scripts/bench regels`. Prints a table; asserts nothing.

The requirements beyond those that come with plancheck are variants of them: the same shape, with each term exchanged
for another term of the package, so that they find as much in a document as real ones and share no work by being equal.
"""

import argparse
import random
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path

from make_documents import example_blocks, pages_of, write_word

from plancheck import check, load_rules
from plancheck.collecting import collect_seldom
from plancheck.model.document import Document
from plancheck.model.requirement import Aspect, EvidenceRule, MilestoneId, Requirement, RequirementId
from plancheck.readers import read
from plancheck.rules import RuleSet

FEW, MANY = 100, 500
_KIND = MilestoneId("uitvoeringsplan")
_EXAMPLE = Path(__file__).parents[1] / "corpora" / "voorbeelden" / "uitvoeringsplan-compleet.docx"
Swap = Callable[[Iterable[str]], tuple[str, ...]]


def with_requirements(rules: RuleSet, count: int) -> RuleSet:
    """The rules with so many requirements, all judged in one kind of document."""
    originals = list(rules.requirements.values())
    terms = sorted({term for each in originals for term in _terms(each)})
    made = originals[:count]
    for number in range(1, -(-(count - len(made)) // len(originals)) + 1):
        swap = _swapping(terms, number)
        made += [_variant(each, swap, number) for each in originals]
    chosen = {each.id: each for each in made[:count]}
    kinds = tuple(
        replace(
            kind,
            judged=tuple(chosen) if kind.milestone == _KIND else tuple(key for key in kind.judged if key in chosen),
        )
        for kind in rules.kinds
    )
    return replace(rules, requirements=chosen, kinds=kinds)


def _terms(requirement: Requirement) -> Iterable[str]:
    """The terms that may be exchanged: a concept and what stands for no word keep their place."""
    recognition = requirement.recognition
    groups = [recognition.headings, *recognition.concepts]
    groups += [group for aspect in requirement.aspects for rule in aspect.evidence for group in rule.together]
    return (term for group in groups for term in group if not term.startswith("<"))


def _swapping(terms: list[str], seed: int) -> Swap:
    """Exchange every term for another one, always the same."""
    others = terms[:]
    random.Random(seed).shuffle(others)
    exchanged = dict(zip(terms, others, strict=True))
    return lambda many: tuple(exchanged.get(term, term) for term in many)


def _variant(requirement: Requirement, swap: Swap, number: int) -> Requirement:
    recognition = requirement.recognition
    return replace(
        requirement,
        id=RequirementId(f"{_KIND}.{requirement.id.replace('.', '-')}-{number}"),
        milestone=_KIND,
        recognition=replace(
            recognition, headings=swap(recognition.headings), concepts=tuple(map(swap, recognition.concepts))
        ),
        aspects=tuple(_varied_aspect(aspect, swap) for aspect in requirement.aspects),
    )


def _varied_aspect(aspect: Aspect, swap: Swap) -> Aspect:
    def varied(rule: EvidenceRule) -> EvidenceRule:
        return replace(rule, together=tuple(map(swap, rule.together)))

    return replace(aspect, evidence=tuple(map(varied, aspect.evidence)))


def seconds_of(action: Callable[[], object], runs: int) -> float:
    """The shortest time of some runs, in seconds of the processor."""
    action()  # makes the rules ready
    times = []
    for _ in range(runs):
        start = time.process_time()
        action()
        times.append(time.process_time() - start)
    return min(times)


def main() -> None:
    """Measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=7, help="how often each document is judged; the best counts")
    options = parser.parse_args()
    collect_seldom()  # as the command line does
    shipped = load_rules()
    both = [with_requirements(shipped, count) for count in (FEW, MANY)]
    print(f"{'':26} {FEW:>6} rules {MANY:>8} rules   ratio")
    with tempfile.TemporaryDirectory() as folder:
        long = Path(folder) / "60.docx"
        write_word(pages_of(example_blocks(), 60), long)
        for name, path in (("the example", _EXAMPLE), ("60 pages", long)):
            document = read(path)
            judged = [seconds_of(partial(_judge, document, rules), options.runs) for rules in both]
            reading = seconds_of(partial(read, path), options.runs)
            _row(f"judge {name}", *judged)
            _row(f"read and judge {name}", *(reading + seconds for seconds in judged))


def _judge(document: Document, rules: RuleSet) -> None:
    check(document, rules, milestone=_KIND, reference_date="2026-11-01")


def _row(name: str, few: float, many: float) -> None:
    print(f"{name:26} {few:10.3f} s {many:12.3f} s {many / few:7.2f}")


if __name__ == "__main__":
    main()
