"""A package that extends another: what it adds, replaces and switches off, and what is wrong with one, in Dutch."""

import shutil
from pathlib import Path

import pytest

from plancheck.errors import InvalidRule
from plancheck.model.requirement import MilestoneId, RequirementId
from plancheck.rules import compile_package, load_rules
from plancheck.rules.compiled import COMPILED
from plancheck.rules.coverage import FILE
from plancheck.rules.source import rules_root
from tests.rules.test_loader import PACKAGE, RULE

OWN = """\
id: provincie
titel: Pakket van de provincie
versie: "2.0.0"
breidt-uit: klein
"""

STEPS = "procedure.yaml"
MOMENT = "momenten: {{{name}: {{titel: {title}, uitspraken: [{{samen: [[doel]]}}]}}}}\n"
STEP = """\
  - id: {name}
    fase: 1
    stap: Leg het plan voor aan de raad.
    wie: het college
    vorm: een voorstel
    vooraf: het plan is klaar
    bron: {{document: gids, plaats: hoofdstuk 1, gezag: handreiking}}
"""
COVERAGE = """\
bronnen:
  - document: gids
    passages:
      - {plaats: blz. 1, zegt: wat er moet staan, regels: [plan.doel, plan.extra, later.doel]}
"""


@pytest.fixture
def base(tmp_path: Path) -> Path:
    folder = tmp_path / "klein"
    (folder / "plan").mkdir(parents=True)
    (folder / "pakket.yaml").write_text(PACKAGE + "onderwerp: [doel]\n", "utf-8")
    (folder / "begrippen.yaml").write_text("doelwoord: {woorden: [doel, streven]}\n", "utf-8")
    for name in ("doel", "begroting"):
        (folder / "plan" / f"{name}.yaml").write_text(RULE.format(name=name), "utf-8")
    return folder


@pytest.fixture
def own(base: Path) -> Path:
    folder = base.parent / "provincie"
    (folder / "plan").mkdir(parents=True)
    (folder / "pakket.yaml").write_text(OWN, "utf-8")
    return folder


def add_rule(package: Path, name: str, old: str = "", new: str = "") -> None:
    text = RULE.format(name=name)
    assert old in text
    (package / "plan" / f"{name}.yaml").write_text(text.replace(old, new) if old else text, "utf-8")


def add(package: Path, lines: str, file: str = "pakket.yaml") -> None:
    path = package / file
    path.write_text((path.read_text("utf-8") if path.exists() else "") + lines, "utf-8")


def mistakes(package: Path) -> tuple[str, ...]:
    with pytest.raises(InvalidRule) as caught:
        load_rules(package)
    return caught.value.mistakes


def judged(package: Path, kind: str = "plan") -> list[str]:
    return [rule.id for rule in load_rules(package).judged(MilestoneId(kind))]


def origin(package: Path, key: str) -> str:
    return load_rules(package).requirements[RequirementId(key)].origin


def test_an_extending_package_has_the_rules_of_the_other_under_its_own_name(own: Path) -> None:
    ruleset = load_rules(own)
    assert (ruleset.id, ruleset.version) == ("provincie", "2.0.0")
    assert judged(own) == ["plan.begroting", "plan.doel"]
    assert judged(own, "later") == ["later.doel"]
    assert origin(own, "plan.doel") == origin(own, "later.doel") == "klein"


def test_a_rule_of_its_own_is_judged_with_the_others_and_may_use_their_words(own: Path) -> None:
    add_rule(own, "windmolen", "begrippen: [[windmolen]]", "begrippen: [[<doelwoord>, windmolen]]")
    assert judged(own) == ["plan.begroting", "plan.doel", "plan.windmolen"]
    assert origin(own, "plan.windmolen") == "provincie"


def test_a_rule_with_the_same_id_takes_the_place_of_the_other(own: Path) -> None:
    add_rule(own, "doel", "titel: Het doel", "titel: Het doel van de provincie")
    ruleset = load_rules(own)
    assert ruleset.requirements[RequirementId("plan.doel")].title == "Het doel van de provincie"
    assert origin(own, "plan.doel") == origin(own, "later.doel") == "provincie"
    assert judged(own) == ["plan.begroting", "plan.doel"]


def test_what_is_switched_off_is_no_longer_judged(own: Path) -> None:
    add(own, "uitgezet: [plan.begroting]\n")
    assert judged(own) == ["plan.doel"]
    assert judged(own, "later") == ["later.doel"]


def test_a_rule_that_a_kind_takes_over_is_switched_off_by_its_own_id(own: Path) -> None:
    add_rule(own, "extra")
    add(own, "uitgezet: [later.doel]\n")
    assert judged(own, "later") == ["later.extra"]
    assert "plan.doel" in judged(own)


def test_kinds_words_and_sources_are_added_and_replaced_by_name(own: Path) -> None:
    add(own, "onderwerp: [wind]\nbronnen: {nota: {titel: Nota, adres: '', gelezen: '2026-11-01'}}\nmijlpalen:\n")
    add(own, "  - {id: plan, titel: provinciaal plan, fase: 1, beoordeelt: [plan.doel], titels: [x], woorden: [y]}\n")
    add(own, "doelwoord: {woorden: [oogmerk]}\nwind: {woorden: [molen]}\n", "begrippen.yaml")
    ruleset = load_rules(own)
    assert [kind.title for kind in ruleset.milestones] == ["provinciaal plan", "later plan"]
    assert ruleset.subject == ("doel", "wind")
    assert ruleset.concepts["doelwoord"].words == ("oogmerk",)
    assert judged(own) == ["plan.doel"]


def test_the_versions_of_the_other_package_are_not_its_own(own: Path, base: Path) -> None:
    add(base, 'wijzigingen:\n  - {versie: "1.0.0", datum: "2026-11-26", wat: [Eerste versie van het pakket.]}\n')
    assert load_rules(base).changes
    assert load_rules(own).changes == ()


def test_steps_and_moments_are_added_and_replaced_by_name(own: Path, base: Path) -> None:
    add(base, f"{MOMENT.format(name='inzage', title='de inzage')}stappen:\n{STEP.format(name='eerst')}", STEPS)
    add(own, f"{MOMENT.format(name='besluit', title='het besluit')}stappen:\n{STEP.format(name='daarna')}", STEPS)
    ruleset = load_rules(own)
    assert [step.id for step in ruleset.steps] == ["eerst", "daarna"]
    assert [moment.id for moment in ruleset.moments] == ["inzage", "besluit"]


def test_the_coverage_of_an_extending_package_may_name_rules_of_both(own: Path) -> None:
    add_rule(own, "extra")
    add(own, COVERAGE, FILE)
    assert load_rules(own).requirements
    add(own, "      - {plaats: blz. 9, zegt: iets anders, regels: [plan.extr]}\n", FILE)
    assert mistakes(own) == ("dekking.yaml, regel 5: de regel `plan.extr` bestaat niet. Bedoelt u `plan.extra`?",)


def test_a_package_may_extend_one_that_extends_another(own: Path) -> None:
    add(own, "uitgezet: [plan.begroting]\n")
    third = own.parent / "gemeente"
    (third / "plan").mkdir(parents=True)
    add(third, OWN.replace("id: provincie", "id: gemeente").replace("breidt-uit: klein", "breidt-uit: provincie"))
    assert judged(third) == ["plan.doel"]
    add_rule(third, "begroting")
    assert judged(third) == ["plan.begroting", "plan.doel"]
    assert (origin(third, "plan.begroting"), origin(third, "plan.doel")) == ("gemeente", "klein")


def test_the_package_that_comes_with_plancheck_is_extended_from_any_folder(tmp_path: Path) -> None:
    add(tmp_path, OWN.replace("klein", "warmtetransitie") + "uitgezet: [projectplan.risicoanalyse]\n")
    ruleset, shipped = load_rules(tmp_path), load_rules()
    assert shipped.requirements.keys() - ruleset.requirements.keys() == {"projectplan.risicoanalyse"}
    assert ruleset.weights == shipped.weights
    assert ruleset.everyday == shipped.everyday


def test_no_copy_is_made_of_a_package_that_changes_with_another(own: Path, base: Path) -> None:
    compile_package(own)
    assert not (own / COMPILED).exists()
    compile_package(base)
    add_rule(base, "nieuw")
    assert "plan.nieuw" in judged(own)


def test_an_unknown_package_is_named_with_its_line_and_what_there_is(own: Path) -> None:
    (own / "pakket.yaml").write_text(OWN.replace("klein", "kleim"), "utf-8")
    (found,) = mistakes(own)
    told = "pakket.yaml, regel 4: `breidt-uit: kleim` is geen pakket van plancheck en geen map naast dit pakket."
    assert found == f"{told} Bedoelt u `klein`?"
    (own / "pakket.yaml").write_text(OWN.replace("klein", "niets"), "utf-8")
    assert mistakes(own)[0].endswith("Toegestaan: klein, raadsvoorstel, warmtetransitie.")


@pytest.mark.parametrize("name", ["../klein", "/tmp/klein", "klein/", "."])
def test_a_path_is_refused(own: Path, name: str) -> None:
    (own / "pakket.yaml").write_text(OWN.replace("klein", f"'{name}'"), "utf-8")
    assert mistakes(own) == (
        "pakket.yaml, regel 4: `breidt-uit` heeft niet de vorm die hier hoort (kleine letters, cijfers en streepjes).",
    )


def test_a_link_beside_the_package_is_no_package(own: Path, base: Path) -> None:
    shutil.move(base, base.parent / "elders" / "klein")
    base.symlink_to(base.parent / "elders" / "klein")
    assert "is geen pakket van plancheck" in mistakes(own)[0]


def test_packages_that_extend_each_other_are_named_as_a_circle(own: Path, base: Path) -> None:
    add(base, "breidt-uit: provincie\n")
    assert any(
        "deze pakketten breiden elkaar in een kring uit: provincie > klein > provincie." in each
        for each in mistakes(own)
    )
    (own / "pakket.yaml").write_text(OWN.replace("klein", "provincie"), "utf-8")
    assert mistakes(own) == (
        "pakket.yaml, regel 4: deze pakketten breiden elkaar in een kring uit: provincie > provincie.",
    )


def test_an_unknown_rule_that_is_switched_off_is_named_with_its_line_and_the_nearest(own: Path) -> None:
    add(own, "uitgezet:\n  - plan.doel\n  - plan.begrotin\n")
    (found,) = mistakes(own)
    assert found.startswith("pakket.yaml, regel 7: `uitgezet` noemt `plan.begrotin`, maar die regel is er niet.")
    assert found.endswith("Bedoelt u `plan.begroting`?")


def test_a_rule_cannot_be_written_and_switched_off_in_one_package(own: Path) -> None:
    add_rule(own, "doel")
    add(own, "uitgezet: [plan.doel]\n")
    assert any(
        "`uitgezet` noemt `plan.doel`, maar die regel staat in dit pakket zelf." in each for each in mistakes(own)
    )


def test_a_kind_in_which_nothing_is_left_to_judge_is_named(own: Path) -> None:
    add(own, "uitgezet: [plan.doel, plan.begroting]\n")
    assert mistakes(own) == ("pakket.yaml, regel 5: door `uitgezet` blijft er voor `plan` geen enkele regel over.",)


def test_switching_off_without_extending_is_refused(base: Path) -> None:
    add(base, "uitgezet: [plan.doel]\n")
    assert "`uitgezet` kan alleen samen met `breidt-uit`" in mistakes(base)[0]


def test_the_same_name_twice_in_an_extending_package_is_named(own: Path) -> None:
    kind = "  - {id: extra, titel: extra, fase: 1, beoordeelt: [plan], titels: [x], woorden: [y]}\n"
    add(own, f"mijlpalen:\n{kind}{kind}")
    assert mistakes(own) == ("pakket.yaml, regel 7: de mijlpaal `extra` staat er twee keer.",)


def test_a_fact_that_is_written_anew_keeps_the_values_that_rules_may_ask_for(own: Path) -> None:
    add(own, "feiten: {vorm: {vraag: Welke vorm?, waarden: {a: [], c: []}}}\n")
    assert mistakes(own) == ("pakket.yaml, regel 5: het feit `vorm` mist de waarde `b`, die het in klein wel heeft.",)


def test_mistakes_in_both_packages_and_in_rules_are_all_named_at_once(own: Path) -> None:
    add(own, "uitgezet: [plan.geenregel]\n")
    add_rule(own, "doel", "niveau: kern", "niveau: k")
    add_rule(own, "extra", "document: gids", "document: gidz")
    found = mistakes(own)
    assert [each for each in found if each.startswith("plan/doel.yaml, regel 3")]
    assert any("plan.geenregel" in each for each in found)
    assert any("de bron `gidz` staat niet bij `bronnen`" in each for each in found)


def test_mistakes_of_the_extended_package_are_told_where_it_is_named(own: Path, base: Path) -> None:
    add_rule(base, "doel", "niveau: kern", "niveau: k")
    (found,) = mistakes(own)
    assert found.startswith("pakket.yaml, regel 4: in klein: plan/doel.yaml, regel 3:")


def test_a_package_that_extends_nothing_still_needs_sources_and_kinds(tmp_path: Path) -> None:
    add(tmp_path, 'id: leeg\ntitel: Leeg\nversie: "1.0.0"\n')
    found = " ".join(mistakes(tmp_path))
    assert "`bronnen` ontbreekt" in found
    assert "`mijlpalen` ontbreekt" in found


def test_every_shipped_rule_comes_from_its_own_package() -> None:
    for package in sorted(path.parent for path in rules_root().glob("*/pakket.yaml")):
        assert {rule.origin for rule in load_rules(package).requirements.values()} == {package.name}
