"""Advice never sounds stronger than its source."""

from pathlib import Path

import pytest

from plancheck.rules import load_rules
from tests.rules.test_loader import edit, mistakes
from tests.rules.test_loader import package as package  # the fixture
from tests.rules.test_mistakes import PROCEDURE

ADVICE = "Zeg wat het is en waarom."


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Het plan moet zeggen wat het is.", "moet"),
        ("Alle plannen Moeten zeggen wat het is.", "Moeten"),
        ("Zeg wat het is. Dat is verplicht.", "verplicht"),
        ("Zeg wat het is, want dit is een wettelijke eis.", "wettelijke"),
        ("Zeg wat het is; het dient te worden genoemd.", "dient te"),
    ],
)
@pytest.mark.parametrize("authority", ["praktijk", "handreiking"])
def test_advice_that_sounds_like_a_law_needs_a_law(package: Path, text: str, word: str, authority: str) -> None:
    edit(package, ADVICE, f'"{text}"')
    edit(package, "gezag: handreiking", f"gezag: {authority}")
    (found,) = mistakes(package)
    assert found.startswith(
        f"plan/doel.yaml, regel 12: `{word}` bij `aanvullen` klinkt sterker dan de bron (gezag: {authority})."
    )


def test_advice_may_say_so_when_a_law_asks_it(package: Path) -> None:
    edit(package, ADVICE, "Het plan moet dit zeggen.")
    edit(package, "gezag: handreiking", "gezag: wet")
    assert load_rules(package).requirements


def test_a_law_that_is_not_in_force_yet_obliges_nobody(package: Path) -> None:
    edit(package, ADVICE, "Het plan moet dit zeggen.")
    edit(package, "gezag: handreiking}", "gezag: wet}\ngeldig-vanaf: onbekend")
    assert "(een wet waarvan het begin niet bevestigd is)" in mistakes(package)[0]


@pytest.mark.parametrize(
    "text", ["Zeg wat het is. Het is niet verplicht.", "Er is geen wettelijke eis; zeg wat het is."]
)
def test_advice_may_say_that_nothing_obliges(package: Path, text: str) -> None:
    edit(package, ADVICE, text)
    assert load_rules(package).requirements


def test_a_reason_may_say_what_a_reader_must_know_but_not_that_a_law_asks_it(package: Path) -> None:
    edit(package, "Zonder dit weet niemand waar het heen gaat.", "Wie besluit, moet weten waar het heen gaat.")
    assert load_rules(package).requirements
    edit(package, "moet weten waar", "is verplicht te weten waar")
    assert "regel 5: `verplicht` bij `waarom`" in mistakes(package)[0]


def test_a_step_sounds_no_stronger_than_its_source_either(package: Path) -> None:
    text = PROCEDURE.replace("Leg het plan voor aan de raad.", "Het plan moet naar de raad.")
    (package / "procedure.yaml").write_text(text, "utf-8")
    assert "procedure.yaml, regel 4: `moet` bij `stap`" in mistakes(package)[0]


def test_advice_that_a_kind_changes_is_held_to_the_source_as_well(package: Path) -> None:
    edit(
        package,
        "{titel: Doel van",
        "{advies: {aanvullen: Dit moet er gewoon in staan.}, titel: Doel van",
        "pakket.yaml",
    )
    assert "pakket.yaml, regel 8: `moet` bij `aanvullen`" in mistakes(package)[0]
