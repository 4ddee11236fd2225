"""Verdicts do not hang on typing errors, on the wording of headings, or on unrelated sections around the plan."""

import random
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from plancheck.checker import check
from plancheck.model.document import Block, Document
from plancheck.model.requirement import MilestoneId
from tests.shipped import document_of, shipped_rules

EXAMPLES = sorted((Path(__file__).parents[2] / "corpora" / "voorbeelden").glob("*.docx"))
UNRELATED = (
    ("Onderhoud van sportvelden", "De velden van de hockeyclub worden in augustus bezand. De beregening is vernieuwd."),
    ("Afvalinzameling", "De grijze container wordt om de drie weken geleegd. Glas brengt u naar de wijkcontainer."),
    ("Parkeren in het centrum", "Bezoekers betalen met de app. De blauwe zone wordt in het najaar groter."),
    ("Jeugdhulp", "Het aantal verwijzingen door huisartsen daalde. De wachttijd bij de logopedist bleef gelijk."),
)
REPHRASED = {
    "risico": "Wat kan er misgaan",
    "planning": "Wanneer gebeurt wat",
    "begroting": "Wat kost het",
    "kosten": "Wat kost het",
    "financi": "De centen",
    "organisatie": "Wie doet wat",
    "participatie": "Hoe u kunt meedoen",
    "gebied": "Om welke huizen gaat het",
    "aanleiding": "Waarom hier",
    "besluit": "Wie beslist",
}


def verdicts(document: Document, milestone: MilestoneId) -> dict[str, str]:
    report = check(document, shipped_rules(), milestone=milestone)
    return {str(finding.requirement.id): finding.verdict.value for finding in report.findings}


@cache
def as_it_stands(path: Path) -> tuple[MilestoneId | None, dict[str, str]]:
    """The kind of an example and its verdicts; all changes are compared with these."""
    milestone = check(document_of(path), shipped_rules()).recognised.milestone
    return milestone, verdicts(document_of(path), milestone) if milestone else {}


def same_share(change: Callable[[Document, random.Random], Document]) -> float:
    same = total = 0
    for number, path in enumerate(EXAMPLES):
        milestone, before = as_it_stands(path)
        if milestone is None:
            continue
        after = verdicts(change(document_of(path), random.Random(number)), milestone)
        total += len(before)
        same += sum(after[key] == verdict for key, verdict in before.items())
    return same / total


def with_typing_errors(document: Document, chance: random.Random) -> Document:
    """One word in a hundred has two letters swapped, one doubled or one lost."""
    return _each_text(document, lambda text: " ".join(_mistyped(word, chance) for word in text.split(" ")))


def _mistyped(word: str, chance: random.Random) -> str:
    if len(word) < 4 or not word.isalpha() or chance.random() > 0.01:
        return word
    place = chance.randrange(1, len(word) - 1)
    return chance.choice(
        (
            word[:place] + word[place + 1] + word[place] + word[place + 2 :],
            word[:place] + word[place] + word[place:],
            word[:place] + word[place + 1 :],
        )
    )


def with_unrelated_sections(document: Document, _chance: random.Random) -> Document:
    """Four short sections about quite other things at the end."""
    extra = []
    for title, text in UNRELATED:
        extra.append(Block(kind="heading", text=title, level=1))
        extra.append(Block(kind="paragraph", text=text, heading_path=(title,)))
    return replace(document, blocks=(*document.blocks, *extra))


def with_other_headings(document: Document, _chance: random.Random) -> Document:
    """Headings of the usual subjects said in plain words, without their number."""

    def other(text: str) -> str:
        lowered = text.lower()
        return next((new for part, new in REPHRASED.items() if part in lowered), text)

    renamed = {b.text: other(b.text) for b in document.blocks if b.kind == "heading" and (b.level or 1) > 1}
    blocks = tuple(
        replace(
            block,
            text=renamed.get(block.text, block.text) if block.kind == "heading" else block.text,
            heading_path=tuple(renamed.get(title, title) for title in block.heading_path),
        )
        for block in document.blocks
    )
    return replace(document, blocks=blocks)


def _each_text(document: Document, change: Callable[[str], str]) -> Document:
    blocks = tuple(
        replace(block, text=change(block.text)) if block.kind in ("paragraph", "list_item") else block
        for block in document.blocks
    )
    return replace(document, blocks=blocks)


@pytest.mark.parametrize(
    ("change", "least"),
    [(with_typing_errors, 0.98), (with_unrelated_sections, 0.99), (with_other_headings, 0.98)],
    ids=["typing errors", "unrelated sections", "other headings"],
)
def test_verdicts_stay_the_same(change: Callable[[Document, random.Random], Document], least: float) -> None:
    assert same_share(change) >= least


def test_word_and_pdf_get_the_same_verdicts() -> None:
    same = total = 0
    for path in EXAMPLES:
        milestone, before = as_it_stands(path)
        if milestone is not None:
            after = verdicts(document_of(path.with_suffix(".pdf")), milestone)
            total += len(before)
            same += sum(after[key] == verdict for key, verdict in before.items())
    assert same / total >= 0.98
