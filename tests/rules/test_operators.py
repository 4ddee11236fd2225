"""Every operator of `wanneer`, four ways: it holds, it does not, the fact is not known, the text disagrees.

On a package of its own, so that no operator goes untested because no shipped rule uses it: for a rule, for a step and
for a level.
"""

import pytest

from plancheck.checker import check
from plancheck.model.finding import Finding, Report, Verdict
from plancheck.model.procedure import PlannedStep
from plancheck.model.requirement import MilestoneId
from plancheck.rules import RuleSet, load_rules
from tests.documents import make_document

PACKAGE = """\
id: verf
titel: Een pakket met alle voorwaarden
versie: "1.0.0"
bronnen: {gids: {titel: Gids, adres: "https://voorbeeld.nl", gelezen: "2026-11-01"}}
mijlpalen:
  - {id: plan, titel: plan, fase: 1, beoordeelt: [plan], titels: [plan], woorden: [schuur]}
feiten:
  kleur:
    vraag: Welke kleur krijgt de schuur?
    waarden:
      rood: [{samen: [[rood], [geverfd]]}]
      blauw: [{samen: [[blauw], [geverfd]]}]
      groen: []
  dak:
    vraag: Krijgt de schuur een nieuw dak?
    waarden:
      ja: [{samen: [[dak], [vernieuwd]], ontkend: nee}]
      nee: []
"""
RULE = """\
id: plan.{name}
titel: Het deel {name}
niveau: {level}
bron: {{document: gids, plaats: hoofdstuk 1, gezag: handreiking}}
waarom: Zonder dit weet niemand waar het heen gaat.
herkenning: {{koppen: [ladder], begrippen: [[ladder]]}}
{condition}
aspecten:
  - id: wat
    titel: wat het is
    vraag: Wat is het?
    bewijs: [{{soort: begrippen, samen: [[ladder], [meter]]}}]
advies: {{aanvullen: Zeg wat het is en waarom.}}
"""
STEP = """\
  - {{id: {name}, fase: 1, stap: Koop verf en een kwast in de winkel., wie: de schilder, vorm: een bezoek,
     vooraf: er is geld, wanneer: {condition}, bron: {{document: gids, plaats: hoofdstuk 1, gezag: handreiking}}}}
"""
RED, BLUE = "De schuur wordt rood geverfd.", "De schuur wordt blauw geverfd."
ROOF, NO_ROOF = "Het dak wordt vernieuwd.", "Het dak wordt niet vernieuwd."
CONDITIONS = {
    "is": "{feit: kleur, is: [rood, groen]}",
    "niet": "{feit: kleur, niet: [rood, groen]}",
    "alle": '{alle: [{feit: kleur, is: [rood]}, {feit: dak, niet: ["ja"]}]}',
    "een-van": '{een-van: [{feit: kleur, is: [rood]}, {feit: dak, niet: ["ja"]}]}',
}
HOLDS, NOT, UNKNOWN = True, False, None
Case = tuple[str, tuple[str, ...], bool | None, tuple[str, ...]]
"""Operator, what the text says, whether the condition holds, and the facts that must be known first."""
CASES: list[Case] = [
    ("is", (RED,), HOLDS, ()),
    ("is", (BLUE,), NOT, ()),
    ("is", (), UNKNOWN, ("kleur",)),
    ("is", (RED, BLUE), UNKNOWN, ("kleur",)),
    ("niet", (BLUE,), HOLDS, ()),
    ("niet", (RED,), NOT, ()),
    ("niet", (), UNKNOWN, ("kleur",)),
    ("niet", (RED, BLUE), UNKNOWN, ("kleur",)),
    ("alle", (RED, NO_ROOF), HOLDS, ()),
    ("alle", (BLUE, NO_ROOF), NOT, ()),
    ("alle", (RED, ROOF), NOT, ()),
    ("alle", (RED,), UNKNOWN, ("dak",)),
    ("alle", (), UNKNOWN, ("dak", "kleur")),
    ("alle", (RED, NO_ROOF, ROOF), UNKNOWN, ("dak",)),
    ("alle", (BLUE, NO_ROOF, ROOF), NOT, ()),
    ("alle", (RED, BLUE, ROOF), NOT, ()),
    ("een-van", (RED, ROOF), HOLDS, ()),
    ("een-van", (RED,), HOLDS, ()),
    ("een-van", (BLUE, ROOF), NOT, ()),
    ("een-van", (BLUE,), UNKNOWN, ("dak",)),
    ("een-van", (), UNKNOWN, ("dak", "kleur")),
    ("een-van", (RED, BLUE, ROOF), UNKNOWN, ("kleur",)),
    ("een-van", (RED, ROOF, NO_ROOF), HOLDS, ()),
]


@pytest.fixture(scope="module")
def ruleset(tmp_path_factory: pytest.TempPathFactory) -> RuleSet:
    folder = tmp_path_factory.mktemp("verf")
    (folder / "plan").mkdir()
    (folder / "pakket.yaml").write_text(PACKAGE, "utf-8")
    (folder / "begrippen.yaml").write_text("verfwoord: {woorden: [verf, kwast]}\n", "utf-8")
    steps = "".join(STEP.format(name=name, condition=text) for name, text in CONDITIONS.items())
    (folder / "procedure.yaml").write_text("stappen:\n" + steps, "utf-8")
    for name, text in CONDITIONS.items():
        only = RULE.format(name=name, level="kern", condition=f"wanneer: {text}")
        (folder / "plan" / f"{name}.yaml").write_text(only, "utf-8")
        level = f"niveau-als: [{{niveau: kern, wanneer: {text}}}]"
        other = RULE.format(name=f"{name}-niveau", level="aanvullend", condition=level)
        (folder / "plan" / f"{name}-niveau.yaml").write_text(other, "utf-8")
    return load_rules(folder)


def report_of(ruleset: RuleSet, said: tuple[str, ...]) -> Report:
    return check(make_document("# Plan", *said), ruleset, milestone=MilestoneId("plan"), reference_date="2026-11-26")


def finding(report: Report, name: str) -> Finding:
    return next(each for each in report.findings if each.requirement.id == f"plan.{name}")


def test_every_operator_of_the_schema_is_tested_four_ways() -> None:
    assert {case[0] for case in CASES} == CONDITIONS.keys()
    for operator in CONDITIONS:
        of = [
            (holds, bool(set(said) >= {RED, BLUE} or set(said) >= {ROOF, NO_ROOF}))
            for name, said, holds, _ in CASES
            if name == operator
        ]
        assert {(HOLDS, False), (NOT, False), (UNKNOWN, False), (UNKNOWN, True)} <= set(of)


@pytest.mark.parametrize(("operator", "said", "holds", "asked"), CASES)
def test_a_part_is_judged_left_out_or_asked_about(
    ruleset: RuleSet, operator: str, said: tuple[str, ...], holds: bool | None, asked: tuple[str, ...]
) -> None:
    report = report_of(ruleset, said)
    found = finding(report, operator)
    verdicts = {HOLDS: Verdict.MISSING, NOT: Verdict.NOT_APPLICABLE, UNKNOWN: Verdict.DOUBT}
    assert found.verdict is verdicts[holds]
    questions = {fact.name: fact.question for fact in report.facts}
    assert {name for name, question in questions.items() if question in found.question} == set(asked)


@pytest.mark.parametrize(("operator", "said", "holds", "asked"), CASES)
def test_a_step_is_taken_up_left_out_or_put_apart(
    ruleset: RuleSet, operator: str, said: tuple[str, ...], holds: bool | None, asked: tuple[str, ...]
) -> None:
    steps: dict[str, PlannedStep] = {each.step.id: each for each in report_of(ruleset, said).procedure}
    assert (operator in steps) is (holds is not NOT)
    if operator in steps:
        assert steps[operator].unknown == asked


@pytest.mark.parametrize(("operator", "said", "holds", "asked"), CASES)
def test_a_level_changes_only_when_its_condition_is_known_to_hold(
    ruleset: RuleSet, operator: str, said: tuple[str, ...], holds: bool | None, asked: tuple[str, ...]
) -> None:
    level = finding(report_of(ruleset, said), f"{operator}-niveau").requirement.level
    assert level == ("kern" if holds else "aanvullend")


@pytest.mark.parametrize(("said", "fact"), [((RED, BLUE), "kleur"), ((ROOF, NO_ROOF), "dak")])
def test_what_disagrees_is_shown_on_both_sides(ruleset: RuleSet, said: tuple[str, ...], fact: str) -> None:
    found = next(each for each in report_of(ruleset, said).facts if each.name == fact)
    assert found.value is None
    assert tuple(evidence.quote for evidence in found.contradiction) == said
