"""docs/regels is what the package gives: a page for each rule and each step, with links that lead somewhere."""

import re
from pathlib import Path

import pytest

from plancheck.rules import load_rules
from plancheck.rules.loader import DEFAULT_PACKAGE
from plancheck.rules.pages import page_folders, pages, rule_path
from plancheck.rules.source import rules_root

DOCS = Path(__file__).parents[2] / "docs" / "regels"
_LINK = re.compile(r"\]\((?!http)([^)#]+)\)")


@pytest.fixture(scope="module")
def made() -> dict[str, str]:
    return pages(load_rules(), rules_root() / DEFAULT_PACKAGE)


@pytest.fixture(scope="module")
def all_made() -> dict[str, str]:
    """The pages of every package, by their path below docs/regels."""
    return {
        f"{below}/{name}".lstrip("/"): text
        for below, package in page_folders().items()
        for name, text in pages(load_rules(package), package, below=below).items()
    }


def test_the_pages_are_fresh(all_made: dict[str, str]) -> None:
    there = {path.relative_to(DOCS).as_posix(): path.read_text("utf-8") for path in DOCS.rglob("*.md")}
    assert sorted(there) == sorted(all_made), "run scripts/rule_pages"
    assert [name for name in all_made if there[name] != all_made[name]] == [], "run scripts/rule_pages"


def test_a_second_package_has_its_pages_in_a_folder_of_its_own_name(all_made: dict[str, str]) -> None:
    assert "raadsvoorstel/raadsvoorstel/beslispunten.md" in all_made
    assert "raadsvoorstel/stappen/agendering-compleet.md" in all_made
    assert "](raadsvoorstel/README.md)" in all_made["README.md"]
    assert "](../README.md)" in all_made["raadsvoorstel/README.md"]


def test_every_rule_and_every_step_has_a_page(made: dict[str, str]) -> None:
    ruleset = load_rules()
    assert {rule_path(rule) for rule in ruleset.requirements} <= made.keys()
    assert {f"stappen/{step.id}.md" for step in ruleset.steps} <= made.keys()


def test_every_link_leads_to_a_page_that_exists(all_made: dict[str, str]) -> None:
    dead = [
        (name, link)
        for name, text in all_made.items()
        for link in _LINK.findall(text)
        if not (DOCS / name).parent.joinpath(link).resolve().is_file()
    ]
    assert dead == []


def test_a_page_tells_what_the_rule_asks_on_what_it_rests_and_how_it_is_recognised(made: dict[str, str]) -> None:
    page = made["uitvoeringsplan/keuzevrijheid.md"]
    rule = next(each for each in load_rules().requirements.values() if each.id == "uitvoeringsplan.keuzevrijheid")
    assert "aanvullend, kern als aanwijsbevoegdheid is ja" in page
    assert rule.source.address in page
    assert rule.why in page
    assert all(aspect.question in page for aspect in rule.aspects)
    assert "### 6. ontbreekt" in page


def test_a_rule_that_is_taken_over_points_to_the_examples_of_its_origin(made: dict[str, str]) -> None:
    assert "(../concept-uitvoeringsplan/gebied.md)" in made["uitvoeringsplan/gebied.md"]


def test_a_law_whose_start_is_not_confirmed_asks_nothing_yet(made: dict[str, str]) -> None:
    page = made["kavelplan/afleverset.md"]
    assert "niet bevestigd" in page
    assert "de wet vraagt dit" not in page
