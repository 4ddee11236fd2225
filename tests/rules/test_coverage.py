"""dekking.yaml: no passage of a source without rule, step or reason; no rule or step that rests on nothing."""

import shutil
from pathlib import Path

import pytest

from plancheck.errors import InvalidRule
from plancheck.rules import load_rules
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
        load_rules(package)
    return caught.value.mistakes, text[: text.index(old)].count("\n") + 1


def test_no_passage_is_without_a_rule_a_step_or_a_reason() -> None:
    passages = read_coverage(PACKAGE)
    assert len(passages) > 100
    assert [each.place for each in passages if not (each.rules or each.steps or each.reason)] == []


@pytest.mark.parametrize("name", shipped())
def test_every_rule_and_every_step_rests_on_a_passage(name: str) -> None:
    ruleset, passages = load_rules(rules_root() / name), read_coverage(rules_root() / name)
    assert {str(rule) for rule in ruleset.requirements} - {rule for each in passages for rule in each.rules} == set()
    assert {step.id for step in ruleset.steps} - {step for each in passages for step in each.steps} == set()


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


def test_an_unknown_source_is_a_mistake(package: Path) -> None:
    mistakes, line = mistakes_with(package, "- document: gemeentewet", "- document: gemeentenwet")
    message = "de bron `gemeentenwet` staat niet bij `bronnen` in pakket.yaml. Bedoelt u `gemeentewet`?"
    assert mistakes == (f"dekking.yaml, regel {line}: {message}",)


def test_a_package_without_the_file_is_fine(package: Path) -> None:
    (package / FILE).unlink()
    assert read_coverage(package) == ()
    assert load_rules(package).requirements
