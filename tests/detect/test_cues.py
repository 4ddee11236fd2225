"""The words that make a slow expression worth trying never hide what it finds."""

import re
from pathlib import Path

import pytest

from plancheck.detect.marks import hollow, places, substance
from plancheck.detect.marks.cues import Cues, Name

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def sentences() -> list[str]:
    """Every line and every sentence of the sources of the example plans and of the rules, and the same in capitals."""
    found: set[str] = set()
    for path in (*(ROOT / "corpora").rglob("*.md"), *(ROOT / "rules").rglob("*.yaml")):
        for line in path.read_text(encoding="utf-8").splitlines():
            found.update((line, line.upper(), *re.split(r"(?<=[.!?]) ", line)))
    assert len(found) > 10_000
    return sorted(found)


def test_no_hollow_text_is_hidden(sentences: list[str]) -> None:
    others = {
        hollow.REFERENCE: hollow._REFERS,
        hollow.NATION: hollow._NATION,
        hollow.ELSEWHERE: hollow._ELSEWHERE,
        hollow.WHOLE: hollow._WHOLE,
    }
    expressions: dict[int | str, re.Pattern[str]] = {place: each[2] for place, each in enumerate(hollow._PATTERNS)}
    expressions.update(others)
    whole: dict[int | str, re.Pattern[str]] = {hollow.WHOLE: hollow._ALL_OF_IT}
    _nothing_hidden(hollow._WORTH_TRYING, whole, sentences)
    _nothing_hidden(hollow._WORTH_TRYING, expressions, sentences)


def test_no_hard_content_is_hidden(sentences: list[str]) -> None:
    expressions = {
        "amount": substance.AMOUNT,
        "date": substance.DATE,
    }
    _nothing_hidden(substance._WORTH_TRYING, expressions, sentences)


def test_no_reason_and_no_street_is_hidden(sentences: list[str]) -> None:
    expressions = {"reason": substance.REASON, "street": substance._STREET}
    _nothing_hidden(substance._ALSO_WORTH_TRYING, expressions, sentences)


def test_no_other_area_is_hidden(sentences: list[str]) -> None:
    expressions = {
        "here": places._HERE,
        "itself": places._THIS_ONE_ITSELF,
        "such": places._SUCH,
        "there": places._THERE,
    }
    _nothing_hidden(places._WORTH_TRYING, expressions, sentences)


def test_numbers_in_digits_alone_are_found_as_all_numbers_are(sentences: list[str]) -> None:
    for text in sentences:
        if "number in words" not in substance._WORTH_TRYING.possible(text):
            assert _all(substance._NUMBER_IN_DIGITS, text) == _all(substance.NUMBER, text)


def test_dates_in_figures_alone_are_found_as_all_dates_are(sentences: list[str]) -> None:
    for text in sentences:
        if "date in words" not in substance._WORTH_TRYING.possible(text):
            assert _all(substance._DATE_IN_FIGURES, text) == _all(substance.DATE, text)


def _all(expression: re.Pattern[str], text: str) -> list[str]:
    return [found.group() for found in expression.finditer(text)]


def _nothing_hidden(cues: Cues[Name], expressions: dict[Name, re.Pattern[str]], sentences: list[str]) -> None:
    hidden = [
        (name, text)
        for text in sentences
        for possible in [cues.possible(text)]
        for name, expression in expressions.items()
        if name not in possible and expression.search(text)
    ]
    assert hidden == []


def test_a_word_makes_possible_what_it_fits_in_any_place() -> None:
    cues = Cues({"money": "€|euro", "year": r"20\d\d"})
    assert cues.possible("Dat kost €12.") == {"money"}
    assert cues.possible("In 2027, zei hij, tien EURO.") == {"money", "year"}
    assert cues.possible("Niets.") == set()
