"""The language of a document: mostly not Dutch is said, and by its name."""

import subprocess
import sys
from pathlib import Path

import pytest

from plancheck.model.document import Document
from plancheck.readers.language import with_language
from tests.documents import make_document

DUTCH = (
    "De gemeente wil met de bewoners van de wijk een plan maken voor een warmtenet. De raad zal in de komende jaren "
    "een besluit nemen over de kosten en de planning, en wie daarbij welke rol heeft."
)
FRISIAN = (
    "De gemeente wol mei de bewenners fan de wyk in plan meitsje foar in waarmtenet. De ried sil yn de kommende "
    "jierren in beslút nimme oer de kosten en de planning, en wa't dêrby hokker rol hat."
)
ENGLISH = (
    "The municipality wants to make a plan with the residents of the district for a heating network. The council will "
    "decide on the costs and the planning in the coming years, and on who does what."
)
GERMAN = (
    "Die Gemeinde möchte gemeinsam mit den Bewohnern des Viertels einen Plan für ein Wärmenetz machen. Der Rat wird in "
    "den nächsten Jahren über die Kosten und die Planung entscheiden, und wer was macht."
)


def told(*texts: str) -> Document:
    return with_language(make_document(*texts))


def codes(document: Document) -> list[str]:
    return [warning.code for warning in document.warnings]


@pytest.mark.parametrize("count", [2, 3, 8, 400])
def test_dutch_of_any_length_is_dutch(count: int) -> None:
    document = told(*[DUTCH] * count)
    assert document.language == "nl"
    assert codes(document) == []


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [(FRISIAN, "fy", "het Fries"), (ENGLISH, "en", "het Engels"), (GERMAN, "de", "het Duits")],
)
def test_another_language_is_named(text: str, language: str, name: str) -> None:
    document = told(*[text] * 8)
    assert document.language == language
    assert codes(document) == ["niet-nederlands"]
    assert f"in {name} geschreven" in document.warnings[0].message


def test_a_summary_in_another_language_does_not_make_a_plan_foreign() -> None:
    document = told(*[ENGLISH] * 8, *[DUTCH] * 20)
    assert document.language == "nl"
    assert codes(document) == ["deels-niet-nederlands"]
    assert "het Engels" in document.warnings[0].message


@pytest.mark.parametrize("translation", [ENGLISH, GERMAN])
def test_a_plan_beside_a_translation_of_the_whole_is_judged_with_a_warning(translation: str) -> None:
    document = told(*[DUTCH] * 20, *[translation] * 20)
    assert document.language == "nl"
    assert codes(document) == ["deels-niet-nederlands"]


@pytest.mark.parametrize(("dutch", "english"), [(20, 28), (20, 40), (4, 7)])
def test_a_plan_mostly_in_english_is_not_judged_and_told_what_to_do(dutch: int, english: int) -> None:
    document = told(*[DUTCH] * dutch, *[ENGLISH] * english)
    assert codes(document) == ["niet-nederlands"]
    assert "geef dan alleen die" in document.warnings[0].message


def test_a_plan_mostly_in_frisian_with_dutch_parts_is_frisian() -> None:
    assert told(*[FRISIAN] * 16, *[DUTCH] * 8).language == "fy"


def test_too_little_text_has_no_language() -> None:
    document = told("A short text.")
    assert document.language == ""
    assert codes(document) == []


def test_the_classifier_is_not_loaded_for_a_plan_that_is_surely_dutch() -> None:
    plan = Path(__file__).parents[2] / "corpora" / "voorbeelden" / "participatieplan-met-gaten.docx"
    script = (
        "import sys; from plancheck.readers import read; print(read(sys.argv[1]).language, 'py3langid' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script, str(plan)], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["nl", "False"]
