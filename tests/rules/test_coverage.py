"""dekking.yaml: no passage of a source without rule, step or reason; no rule or step that rests on nothing."""

import shutil
from pathlib import Path

import pytest

from plancheck.errors import InvalidRule
from plancheck.rules import check_gaps, compile_package, load_rules
from plancheck.rules.coverage import FILE, read_coverage
from plancheck.rules.loader import DEFAULT_PACKAGE
from plancheck.rules.source import rules_root, shipped

PACKAGE = rules_root() / DEFAULT_PACKAGE


@pytest.fixture
def package(tmp_path: Path) -> Path:
    return Path(shutil.copytree(PACKAGE, tmp_path / "regels"))


def mistakes_with(package: Path, old: str, new: str) -> tuple[tuple[str, ...], int]:
    """What validating says after one change of dekking.yaml, and the line of that change."""
    path = package / FILE
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(InvalidRule) as caught:
        check_gaps(package)
    return caught.value.mistakes, text[: text.index(old)].count("\n") + 1


def test_no_passage_is_without_a_rule_a_step_or_a_reason() -> None:
    passages = read_coverage(PACKAGE)
    assert len(passages) > 100
    assert [each.place for each in passages if not (each.rules or each.steps or each.reason)] == []


@pytest.mark.parametrize("name", shipped())
def test_every_rule_and_every_step_is_named_by_a_passage_of_the_source_it_rests_on(name: str) -> None:
    ruleset, passages = load_rules(rules_root() / name), read_coverage(rules_root() / name)
    named = {(passage.document, each) for passage in passages for each in (*passage.rules, *passage.steps)}
    resting = {(each.source.document, str(each.id)) for each in ruleset.requirements.values()}
    resting |= {(step.source.document, step.id) for step in ruleset.steps}
    assert resting - named == set()


@pytest.mark.parametrize("name", shipped())
def test_every_source_of_the_package_is_gone_through(name: str) -> None:
    ruleset = load_rules(rules_root() / name)
    used = {each.source.document for each in ruleset.requirements.values()}
    used |= {step.source.document for step in ruleset.steps}
    assert used <= {passage.document for passage in read_coverage(rules_root() / name)}


@pytest.mark.parametrize("name", shipped())
def test_a_source_has_a_page_to_open_or_says_why_not(name: str) -> None:
    ruleset = load_rules(rules_root() / name)
    every = [each.source for each in ruleset.requirements.values()]
    every += [step.source for step in ruleset.steps]
    assert all(each.accessed and bool(each.address) is not bool(each.no_address) for each in every)
    assert [each.address for each in every if each.address.count("/") < 3 and each.address] == []
    assert [each.document for each in every if "BWBR" in each.address and not each.text_of] == []


def test_an_unknown_rule_is_a_mistake_with_its_line_and_the_nearest_one(package: Path) -> None:
    mistakes, line = mistakes_with(package, "[startnotitie.weerstand]", "[startnotitie.weerstanden]")
    assert mistakes == (
        f"dekking.yaml, regel {line}: de regel `startnotitie.weerstanden` bestaat niet. "
        "Bedoelt u `startnotitie.weerstand`?",
    )


def test_an_unknown_step_is_a_mistake(package: Path) -> None:
    mistakes, line = mistakes_with(package, "stappen: [contact-houden]", "stappen: [contact-hou]")
    assert mistakes == (f"dekking.yaml, regel {line}: de stap `contact-hou` bestaat niet. Bedoelt u `contact-houden`?",)


def test_a_passage_that_names_nothing_asks_for_a_reason(package: Path) -> None:
    mistakes, line = mistakes_with(package, ", regels: [startnotitie.weerstand]}", "}")
    assert len(mistakes) == 1
    assert mistakes[0].startswith(f"dekking.yaml, regel {line}: deze passage heeft geen `regels` en geen `stappen`")


def test_a_reason_beside_a_rule_is_a_mistake(package: Path) -> None:
    reason = ", geen-regel: dit is maar uitleg}"
    mistakes, _ = mistakes_with(
        package, "regels: [startnotitie.weerstand]}", f"regels: [startnotitie.weerstand]{reason}"
    )
    assert "`geen-regel` past niet" in mistakes[0]


def test_a_rule_that_no_passage_of_its_source_names_is_a_mistake(package: Path) -> None:
    mistakes, _ = mistakes_with(package, ", regels: [startnotitie.weerstand]}", ", geen-regel: dit is maar uitleg}")
    lines = (package / "startnotitie/weerstand.yaml").read_text("utf-8").splitlines()
    line = next(number for number, text in enumerate(lines, 1) if text.startswith("bron:"))
    assert mistakes == (
        f"startnotitie/weerstand.yaml, regel {line}: de regel `startnotitie.weerstand` rust op de bron `nplw-proces`, "
        "maar geen passage daarvan in dekking.yaml noemt hem. Zet hem bij de passage waar hij vandaan komt.",
    )


def test_a_rule_that_only_a_passage_of_another_source_names_is_a_mistake(package: Path) -> None:
    mistakes, _ = mistakes_with(package, "[kavelplan.tapwater]", "[kavelplan.tarieven]")
    path = package / FILE
    path.write_text(
        path.read_text("utf-8").replace("[raad-inlichten]", "[raad-inlichten], regels: [kavelplan.tapwater]")
    )
    with pytest.raises(InvalidRule) as caught:
        check_gaps(package)
    assert caught.value.mistakes == mistakes
    assert "`kavelplan.tapwater` rust op de bron `wcw`" in mistakes[0]


def test_a_rule_that_a_kind_takes_over_with_a_source_of_its_own_is_named_there(package: Path) -> None:
    path = package / "pakket.yaml"
    text, old = path.read_text("utf-8"), "aangepast:\n"
    assert old in text
    indent = " " * (len(text[: text.index(old)].rpartition("\n")[2]) + 2)
    own = "koppelkansen: {bron: {document: gooise-meren, plaats: punt d, gezag: praktijk}}\n"
    path.write_text(text.replace(old, old + indent + own, 1), "utf-8")
    with pytest.raises(InvalidRule) as caught:
        check_gaps(package)
    assert [".koppelkansen` rust op de bron `gooise-meren`" in mistake for mistake in caught.value.mistakes] == [True]


def test_a_step_that_no_passage_of_its_source_names_is_a_mistake(package: Path) -> None:
    mistakes, _ = mistakes_with(package, ", stappen: [contact-houden]", "")
    assert len(mistakes) == 1
    assert mistakes[0].startswith("procedure.yaml, regel ")
    assert "de stap `contact-houden` rust op de bron `nplw-proces`, maar geen passage daarvan" in mistakes[0]


def test_a_rule_that_is_not_named_yet_can_be_tried_but_not_compiled(package: Path) -> None:
    mistakes, _ = mistakes_with(package, ", stappen: [contact-houden]", "")
    assert "contact-houden" in mistakes[0]
    assert load_rules(package).requirements
    with pytest.raises(InvalidRule):
        compile_package(package)


def test_a_source_without_passages_is_a_mistake(package: Path) -> None:
    path = package / "pakket.yaml"
    line = path.read_text("utf-8").splitlines().index("bronnen:") + 2
    extra = 'bronnen:\n  nieuw: {titel: Nieuwe gids, adres: "https://voorbeeld.nl/gids", gelezen: "2026-11-01"}\n'
    path.write_text(path.read_text("utf-8").replace("bronnen:\n", extra, 1), "utf-8")
    with pytest.raises(InvalidRule) as caught:
        check_gaps(package)
    said = "van de bron `nieuw` staat geen passage in dekking.yaml; loop haar na, of haal haar hier weg."
    assert caught.value.mistakes == (f"pakket.yaml, regel {line}: {said}",)


def test_an_unknown_source_is_a_mistake(package: Path) -> None:
    mistakes, line = mistakes_with(package, "- document: gemeentewet", "- document: gemeentenwet")
    message = "de bron `gemeentenwet` staat niet bij `bronnen` in pakket.yaml. Bedoelt u `gemeentewet`?"
    assert mistakes == (f"dekking.yaml, regel {line}: {message}",)


def test_a_package_without_the_file_is_fine(package: Path) -> None:
    (package / FILE).unlink()
    assert read_coverage(package) == ()
    assert load_rules(package).requirements
