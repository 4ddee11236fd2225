"""Conditions, levels and days in rule files: what they mean, and every mistake in Dutch."""

import json
from pathlib import Path

import pytest

from plancheck.model.condition import Combination, Condition
from plancheck.model.requirement import Requirement, RequirementId
from plancheck.rules import load_rules
from plancheck.rules.source import rules_root
from tests.rules.test_loader import edit, mistakes, package

__all__ = ["package"]
FORM = "een voorwaarde heeft één van deze vormen: {feit: ..., is: [...]}, {feit: ..., niet: [...]}"


def with_line(package: Path, line: str) -> Requirement:
    edit(package, "niveau: kern\n", f"niveau: kern\n{line}\n")
    return load_rules(package).requirements[RequirementId("plan.doel")]


def mistake(package: Path, line: str) -> str:
    edit(package, "niveau: kern\n", f"niveau: kern\n{line}\n")
    return "\n".join(mistakes(package))


def test_the_four_forms_of_a_condition_are_read(package: Path) -> None:
    rule = with_line(package, "wanneer: {een-van: [{feit: vorm, is: [a]}, {feit: vorm, niet: [b]}]}")
    parts = (Condition(fact="vorm", values=("a",)), Condition(fact="vorm", values=("b",), negated=True))
    assert rule.when == Combination(parts=parts, every=False)
    edit(package, "een-van", "alle")
    assert load_rules(package).requirements[rule.id].when == Combination(parts=parts)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("wanneer: {feit: vrom, is: [a]}", "het feit `vrom` staat niet bij `feiten` in pakket.yaml. Bedoelt u `vorm`?"),
        ("wanneer: {feit: vorm, niet: [c]}", "het feit `vorm` kent geen waarde `c`. Toegestaan: a, b."),
        ("wanneer: {alle: [{feit: vorm, is: [a]}, {feit: mer, is: [a]}]}", "het feit `mer` staat niet bij `feiten`"),
        ("wanneer: {feit: vorm}", FORM),
        ("wanneer: {feit: vorm, is: [a], niet: [b]}", FORM),
        ("wanneer: {alle: [{feit: vorm, is: [a]}, {feit: vorm}]}", FORM.replace("]}, {", "]} of {") + "."),
        ("wanneer: {of: [{feit: vorm, is: [a]}]}", "de sleutel `of` bestaat hier niet."),
        ("niveau-als: [{niveau: wettelijk, wanneer: {feit: mer, is: [a]}}]", "het feit `mer` staat niet bij `feiten`"),
        ("niveau-als: [{niveau: wettelijk}]", "bij `niveau-als` hoort `wanneer`, `vanaf` of allebei"),
        ('niveau-als: [{niveau: wettelijk, vanaf: "2027-02-30"}]', "de datum `2027-02-30` bij `niveau-als` bestaat"),
        ('geldig-tot: "2027-02-30"', "de datum `2027-02-30` bij `geldig-tot` bestaat niet."),
        ('geldig-tot: "morgen"', "`geldig-tot` heeft niet de vorm die hier hoort (een datum als 2026-12-31)."),
    ],
)
def test_what_is_wrong_with_a_condition_is_said_in_dutch(package: Path, line: str, said: str) -> None:
    assert said in mistake(package, line)


def test_a_last_day_before_the_first_is_a_mistake(package: Path) -> None:
    edit(package, "gezag: handreiking", "gezag: wet")
    line = 'geldig-vanaf: "2027-07-01"\ngeldig-tot: "2027-06-30"'
    assert "`geldig-tot` (2027-06-30) ligt voor `geldig-vanaf` (2027-07-01)." in mistake(package, line)


def test_a_condition_of_a_step_on_an_undeclared_fact_is_a_mistake(package: Path) -> None:
    step = (
        "stappen: [{id: eerst, fase: 1, stap: Leg het plan voor aan de raad., wie: het college, vorm: een voorstel, "
        "vooraf: het plan is klaar, wanneer: {feit: mer, is: [ja]}, "
        "bron: {document: gids, plaats: hoofdstuk 1, gezag: handreiking}}]\n"
    )
    (package / "procedure.yaml").write_text(step, "utf-8")
    assert any("procedure.yaml (stap eerst): het feit `mer` staat niet bij" in each for each in mistakes(package))


def test_a_level_can_depend_on_a_fact_and_on_a_day(package: Path) -> None:
    rule = with_line(package, 'niveau-als: [{niveau: wettelijk, wanneer: {feit: vorm, is: [a]}, vanaf: "2027-07-01"}]')
    assert rule.on("2027-07-01", {"vorm": "a"}).level == "wettelijk"
    assert rule.on("2027-06-30", {"vorm": "a"}).level == "kern"
    assert rule.on("2027-07-01", {"vorm": "b"}).level == "kern"
    assert rule.on("2027-07-01", {"vorm": None}).level == "kern"


def test_rule_and_procedure_files_know_the_same_form_of_condition() -> None:
    rule, procedure = (
        json.loads((rules_root() / "schema" / f"{name}.schema.json").read_text("utf-8"))["$defs"]
        for name in ("regel", "procedure")
    )
    for name in ("voorwaarde", "vergelijking", "vergelijkingen", "waarden"):
        assert rule[name] == procedure[name]
