"""The page that lists what in the sources could not be confirmed."""

from pathlib import Path

from plancheck.rules import load_rules
from plancheck.rules.coverage import read_coverage
from plancheck.rules.pages import page_folders, pages
from plancheck.rules.unconfirmed import FILE
from tests.rules.test_loader import edit
from tests.rules.test_loader import package as package  # the fixture


def test_what_the_package_leaves_open_stands_on_the_page_with_a_link() -> None:
    for below, folder in page_folders().items():
        rules = load_rules(folder)
        made = pages(rules, folder, below=below)
        page = made[FILE]
        sources = {key: each.source for key, each in rules.requirements.items()} | {s.id: s.source for s in rules.steps}
        for key, source in sources.items():
            if source.valid_from is None or not source.address:
                assert f"[{key}](" in page
        for step in rules.steps:
            assert step.unconfirmed in page
        assert f"({FILE})" in made["README.md"]


def test_what_was_not_read_or_not_confirmed_in_a_source_stands_on_the_page() -> None:
    for below, folder in page_folders().items():
        page = pages(load_rules(folder), folder, below=below)[FILE]
        passages = read_coverage(folder)
        assert any(passage.unconfirmed for passage in passages)
        for passage in passages:
            row = f"| {passage.title}, {passage.place} | {passage.says}"
            assert (row in page) is passage.unconfirmed


def test_a_package_that_leaves_nothing_open_says_so(package: Path) -> None:
    assert "Alles is bevestigd." in pages(load_rules(package), package)[FILE]
    edit(package, "https://voorbeeld.nl", "", "pakket.yaml")
    page = pages(load_rules(package), package)[FILE]
    assert "Alles is bevestigd." not in page
    assert "| Gids (gelezen op 2026-11-01) |" in page
