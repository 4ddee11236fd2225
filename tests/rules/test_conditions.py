"""Conditions, levels and days in rule files: what they mean, and every mistake in Dutch."""

import json
from pathlib import Path

import pytest

from plancheck.model.condition import Combination, Condition
from plancheck.model.procedure import Term
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


FOLLOWS = "volgt: {soort: duurt, weken: 6, vanaf: inzage}"
STEP = """\
momenten:
  inzage: {titel: de start van de inzage}
  einde: {titel: het einde van de inzage, volgt: {soort: duurt, weken: 6, vanaf: inzage}}
stappen:
  - id: eerst
    fase: [1, 2]
    stap: Leg het plan voor aan de raad.
    wie: het college
    vorm: een voorstel
    vooraf: het plan is klaar
    wanneer: {feit: vorm, is: [a]}
    termijn: {soort: uiterlijk, weken: 8, vanaf: einde, termijnenwet: true}
    onderdelen: [plan.doel, later.doel]
    blijkt-uit: [{samen: [[raad], [besluiten]]}]
    bron: {document: gids, plaats: hoofdstuk 1, gezag: handreiking}
"""


def test_a_step_is_read_with_its_phases_term_and_what_shows_it(package: Path) -> None:
    (package / "procedure.yaml").write_text(STEP, "utf-8")
    ruleset = load_rules(package)
    step = ruleset.steps[0]
    assert step.phases == (1, 2)
    assert step.term == Term(kind="uiterlijk", amount=8, unit="weken", start="einde", extended=True)
    assert step.shown_by == ("plan.doel", "later.doel")
    assert step.statements[0].together == (("raad",), ("besluiten",))
    assert [moment.id for moment in ruleset.moments] == ["inzage", "einde"]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("feit: vorm, is: [a]", "feit: mer, is: [a]", "procedure.yaml, regel 11: het feit `mer` staat niet bij"),
        ("fase: [1, 2]", "fase: nu", "`fase` moet een geheel getal of een lijst van gehele getallen zijn."),
        ("document: gids", "document: gidz", "de bron `gidz` staat niet bij `bronnen` in pakket.yaml."),
        ("weken: 8, vanaf: einde", "vanaf: einde", "een termijn heeft deze vorm: {soort: duurt, weken: 6"),
        ("weken: 8, vanaf: einde", "weken: 8, dagen: 3, vanaf: einde", "een termijn heeft deze vorm:"),
        ("weken: 8, vanaf: einde", "weken: 0, vanaf: einde", "`weken` is te klein (minstens 1)."),
        ("vanaf: einde", "vanaf: inzagge", "het moment `inzagge` staat niet bij `momenten`. Bedoelt u `inzage`?"),
        ("vanaf: inzage}", "vanaf: einde}", "deze momenten verwijzen in een kring naar elkaar: einde > einde."),
        ("plan.doel, later", "plan.dole, later", "de regel `plan.dole` bestaat niet. Bedoelt u `plan.doel`?"),
        ("[besluiten]", "[<besluit>]", "het begrip `besluit` staat niet in begrippen.yaml."),
        ("inzage, volgt", "inzage, niet-voor: {soort: duurt, weken: 6, vanaf: inzage}, volgt", "niet allebei."),
        ("volgt: {", "niet-vor: {", "regel 3: de sleutel `niet-vor` bestaat hier niet. Bedoelt u `niet-voor`?"),
        ("volgt: {soort: duurt, weken: 6,", "niet-voor: {soort: duurt,", "regel 3: een termijn heeft deze vorm:"),
        (FOLLOWS, FOLLOWS.replace("volgt", "niet-voor").replace("inzage", "inzagge"), "regel 3: het moment `inzagge`"),
        (
            FOLLOWS,
            FOLLOWS.replace("volgt", "niet-voor").replace("inzage", "einde"),
            "in een kring naar elkaar: einde >",
        ),
        ("soort: uiterlijk", "soort: ongeveer", "de waarde `ongeveer` bestaat hier niet."),
    ],
)
def test_what_is_wrong_with_a_step_is_said_in_dutch(package: Path, old: str, new: str, said: str) -> None:
    assert old in STEP
    (package / "procedure.yaml").write_text(STEP.replace(old, new), "utf-8")
    assert said in "\n".join(mistakes(package))


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
    for name in ("voorwaarde", "vergelijking", "vergelijkingen", "waarden", "dag"):
        assert rule[name] == procedure[name]


def test_facts_and_procedure_know_the_same_form_of_statement() -> None:
    package, procedure = (
        json.loads((rules_root() / "schema" / f"{name}.schema.json").read_text("utf-8"))["$defs"]["uitspraak"]
        for name in ("pakket", "procedure")
    )
    own = {key: value for key, value in package["properties"].items() if key not in ("ontkend", "opengelaten", "deel")}
    assert own == procedure["properties"]
