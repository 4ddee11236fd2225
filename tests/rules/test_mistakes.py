"""All mistakes of a package at once, each with its file and line, and nothing told that is no mistake of its own."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from tests.rules.test_loader import PACKAGE, RULE, edit, mistakes
from tests.rules.test_loader import package as package  # the fixture

PROCEDURE = """\
stappen:
  - id: eerst
    fase: 1
    stap: Leg het plan voor aan de raad.
    wie: het college
    vorm: een voorstel
    vooraf: het plan is klaar
    onderdelen: [plan.doel]
    bron: {document: gids, plaats: hoofdstuk 1, gezag: handreiking}
"""
COVERAGE = """\
bronnen:
  - document: gids
    passages:
      - {plaats: blz. 1, zegt: wat er moet staan, regels: [plan.doel]}
      - {plaats: blz. 2, zegt: wat het kost en wie besluit, regels: [plan.begroting], stappen: [eerst]}
"""
EXAMPLES = """\
# Het doel

## Voldoet
```plan oordeel=aanwezig
Het doel is 800 woningen.
```
## Voldoet niet
```plan oordeel=onvolledig mist=wat
Het doel volgt.
```
"""


@pytest.fixture
def full(package: Path) -> Path:
    """A package with every kind of file."""
    (package / "procedure.yaml").write_text(PROCEDURE, "utf-8")
    (package / "dekking.yaml").write_text(COVERAGE, "utf-8")
    (package / "plan" / "doel.voorbeelden.md").write_text(EXAMPLES, "utf-8")
    return package


def test_mistakes_in_every_file_are_told_at_once_each_with_its_line(full: Path) -> None:
    edit(full, "fase: 1, beoordeelt: [plan]", "fase: x, beoordeelt: [plan]", "pakket.yaml")
    edit(full, "beoordeelt: [later]", "beoordeelt: [latr]", "pakket.yaml")
    edit(full, "[doel, streven]", "[doel, <oogmerk>]", "begrippen.yaml")
    edit(full, "fase: 1", "fase: 1\n    wanneer: {feit: vrom, is: [a]}", "procedure.yaml")
    edit(full, "fase: 1", "fase: 1\n    kleur: rood", "procedure.yaml")
    edit(full, "regels: [plan.doel]", "regels: [plan.dole]", "dekking.yaml")
    edit(full, "niveau: kern", "niveau: kern\nwanneer: {feit: vorm, is: [a, c]}")
    edit(full, "niveau: kern", "nivo: kern", "plan/begroting.yaml")
    edit(full, "document: gids", "document: gidz", "plan/begroting.yaml")
    edit(full, "oordeel=aanwezig", "oordeel=goed", "plan/doel.voorbeelden.md")
    told = [each.split(": ")[0] for each in mistakes(full)]
    assert told == [
        "begrippen.yaml, regel 1",
        "dekking.yaml, regel 4",
        "pakket.yaml, regel 6",
        "pakket.yaml, regel 7",
        "plan/begroting.yaml, regel 1",
        "plan/begroting.yaml, regel 3",
        "plan/begroting.yaml, regel 4",
        "plan/doel.voorbeelden.md, regel 4",
        "plan/doel.yaml, regel 4",
        "procedure.yaml, regel 4",
        "procedure.yaml, regel 5",
    ]


def test_what_cannot_be_read_gives_no_other_mistakes(full: Path) -> None:
    (full / "begrippen.yaml").write_text("doelwoord: [\n", "utf-8")
    edit(full, "begrippen: [[doel]]", "begrippen: [[<doelwoord>]]")
    (found,) = mistakes(full)
    assert found.startswith("begrippen.yaml, regel ")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("{id: plan, titel: plan", "{id: plan, titel: 3"),  # judges and is taken over by the names of its rules
        ("{id: later, titel: later plan", "{id: later, titel: 3"),  # its rules are known by what it takes over
        ("vraag: Welke vorm?", "vraag: 3"),  # a rule depends on the fact
        ("titel: Gids", "titel: 3"),  # rules rest on the source
    ],
)
def test_what_rests_on_a_faulty_entry_is_no_second_mistake(full: Path, old: str, new: str) -> None:
    edit(full, "niveau: kern", "niveau: kern\nwanneer: {feit: vorm, is: [a]}")
    edit(full, "onderdelen: [plan.doel]", "onderdelen: [plan.doel, later.doel]", "procedure.yaml")
    edit(full, old, new, "pakket.yaml")
    (found,) = mistakes(full)
    assert "moet tekst zijn" in found


def test_a_misspelt_key_a_misnamed_file_and_an_unknown_word_are_one_mistake_each(full: Path) -> None:
    edit(full, "niveau: kern", "niveau: kern\nwanneer: {feit: vorm, is: [a]}", "plan/begroting.yaml")
    edit(full, "feiten:", "feitn:", "pakket.yaml")
    (found,) = mistakes(full)
    assert "de sleutel `feitn` bestaat hier niet. Bedoelt u `feiten`?" in found
    edit(full, "feitn:", "feiten:", "pakket.yaml")
    (full / "plan" / "doel.yaml").rename(full / "plan" / "doel.yml")
    (found,) = mistakes(full)
    assert found.startswith("plan/doel.yml: dit bestand wordt niet gelezen.")
    (full / "plan" / "doel.yml").rename(full / "plan" / "doel.yaml")
    edit(full, "beoordeelt: [plan]", "beoordeelt: [plam]", "pakket.yaml")
    edit(
        full,
        "{van: plan, behalve: [begroting], aangepast: {doel: {titel: Doel van het latere plan}}}",
        "{van: plan}",
        "pakket.yaml",
    )
    (found,) = mistakes(full)
    assert "`beoordeelt: plam` is geen map en geen id van een regel. Bedoelt u `plan`?" in found


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("pakket.yaml", "beoordeelt: [plan]", "beoordeelt: [pln]", "regel 6: `beoordeelt: pln` is geen map en geen id"),
        ("pakket.yaml", "beoordeelt: [plan]", "beoordeelt: [plan.dole]", "Bedoelt u `plan.doel`?"),
        ("pakket.yaml", "{van: plan,", "{van: pln,", "regel 8: `neemt-over: pln` kan niet: die map heeft geen eigen"),
        (
            "pakket.yaml",
            "{van: plan,",
            "{van: later,",
            "regel 8: deze soorten nemen in een kring van elkaar over: later",
        ),
        ("pakket.yaml", "feiten:", "breidt-uit: klien\nfeiten:", "regel 9: `breidt-uit: klien` is geen pakket"),
        ("pakket.yaml", "{titel: Doel", "{wanneer: {feit: vrom, is: [a]}, titel: Doel", "regel 8: het feit `vrom`"),
        (
            "pakket.yaml",
            "{titel: Doel",
            "{bron: {document: gidz, plaats: blz, gezag: wet}, titel: Doel",
            "de bron `gidz`",
        ),
        ("pakket.yaml", "feiten: {vorm", "feiten: {Vorm", "regel 9: de naam `Vorm` in `feiten` heeft niet de vorm"),
        (
            "pakket.yaml",
            'versie: "1.0.0"',
            "versie: één",
            "regel 3: `versie` heeft niet de vorm die hier hoort (een versie",
        ),
        ("plan/doel.yaml", "document: gids", "document: gisd", "regel 4: de bron `gisd` staat niet bij `bronnen`"),
        ("plan/doel.yaml", "begrippen: [[doel]]", "begrippen: [[<doelword>]]", "Bedoelt u `doelwoord`?"),
        ("plan/doel.yaml", "begrippen: [[doel]]", 'begrippen: [[doel, "d*el"]]', "regel 6: in de term `d*el`"),
        (
            "plan/doel.yaml",
            "    titel: wat",
            "    titel: wat\n    vraag: Wie?",
            "regel 11: deze sleutel staat er twee keer",
        ),
        ("dekking.yaml", "document: gids", "document: gidss", "regel 2: de bron `gidss` staat niet"),
        (
            "dekking.yaml",
            "regels: [plan.doel]",
            "stappen: [eertse]",
            "regel 4: de stap `eertse` bestaat niet. Bedoelt u",
        ),
    ],
)
def test_a_mistake_is_told_with_its_line_and_the_nearest_word(
    full: Path, name: str, old: str, new: str, said: str
) -> None:
    edit(full, old, new, name)
    found = mistakes(full)
    assert any(each.startswith(f"{name}, regel ") and said in each for each in found), found


def test_kinds_that_take_over_from_each_other_are_a_circle(full: Path) -> None:
    (full / "later").mkdir()
    (full / "later" / "wie.yaml").write_text(RULE.format(name="wie").replace("id: plan.", "id: later."), "utf-8")
    edit(full, "woorden: [doel]}", "woorden: [doel], neemt-over: {van: later}}", "pakket.yaml")
    assert mistakes(full) == (
        "pakket.yaml, regel 6: deze soorten nemen in een kring van elkaar over: plan > later > plan.",
    )


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("plan oordeel=aanwezig", "plan", "regel 4: dit voorbeeld heeft geen oordeel. Schrijf ```plan oordeel=..."),
        ("plan oordeel=aanwezig", "plan oordeel aanwezig", "regel 4: dit voorbeeld heeft geen oordeel."),
        ("=aanwezig", "=aanweizg", "regel 4: `aanweizg` is geen oordeel. Bedoelt u `aanwezig`?"),
        ("=aanwezig", "=aanwezig hoi", "regel 4: `hoi` betekent hier niets. Bedoelt u `hol`?"),
        ("=aanwezig", "=aanwezig hol", "regel 4: `hol` past niet bij `oordeel=aanwezig`."),
        (
            "mist=wat",
            "mist=wta",
            "regel 8: `mist` noemt het aspect `wta`, en de regel heeft dat niet. Bedoelt u `wat`?",
        ),
        ("mist=wat", "mist=wat;wie", "regel 8: `mist` noemt het aspect `wat;wie`"),
        ("mist=wat", "mist=", "regel 8: `mist` noemt het aspect ``"),
        ("woningen.\n```\n", "woningen.\n", "regel 4: dit voorbeeld eindigt niet: sluit het af met een regel ```."),
        ("volgt.\n```\n", "volgt.\n", "regel 8: dit voorbeeld eindigt niet"),
        ("Het doel volgt.\n", "", "regel 8: dit voorbeeld heeft geen tekst."),
        ("```plan oordeel=aanwezig", "```oordeel=aanwezig", "regel 4: dit blok is geen voorbeeld."),
        ("## Voldoet niet\n", "", ".md: onder een kop `Voldoet niet` hoort een voorbeeld te staan."),
        (EXAMPLES, "# Het doel\n", ".md: onder een kop `Voldoet` hoort een voorbeeld te staan."),
        ("Het doel volgt.", "x" * 1_100_000, ".md: dit bestand is te groot voor een regel (meer dan 1 MB)."),
    ],
)
def test_a_broken_examples_file_is_a_mistake(full: Path, old: str, new: str, said: str) -> None:
    edit(full, old, new, "plan/doel.voorbeelden.md")
    found = mistakes(full)
    assert any(each.startswith("plan/doel.voorbeelden.md") and said in each for each in found), found


def test_examples_without_a_rule_are_a_mistake(full: Path) -> None:
    (full / "plan" / "doel.voorbeelden.md").rename(full / "plan" / "dole.voorbeelden.md")
    assert mistakes(full) == (
        "plan/dole.voorbeelden.md: bij deze voorbeelden hoort een regel `plan/dole.yaml`, en die is er niet. "
        "Bedoelt u `plan/doel.yaml`?",
    )


def test_examples_of_a_rule_that_cannot_be_read_are_not_held_to_it(full: Path) -> None:
    (full / "plan" / "doel.yaml").write_text("id: [\n", "utf-8")
    (found,) = mistakes(full)
    assert found.startswith("plan/doel.yaml, regel ")


def test_a_mistake_that_an_extending_package_makes_has_its_own_line(full: Path) -> None:
    full.rename(full.parent / "klein")
    own = full.parent / "eigen"
    own.mkdir()
    (own / "pakket.yaml").write_text(
        PACKAGE.replace("id: klein", "id: eigen")
        .replace('versie: "1.0.0"', 'versie: "1.0.0"\nbreidt-uit: klein')
        .replace("beoordeelt: [later]", "beoordeelt: [latr]"),
        "utf-8",
    )
    (own / "procedure.yaml").write_text(PROCEDURE.replace("eerst", "daarna").replace("plan.doel", "plan.dole"), "utf-8")
    assert [each.split(": ")[0] for each in mistakes(own)] == ["pakket.yaml, regel 8", "procedure.yaml, regel 8"]


def test_a_rule_from_the_checked_copy_still_has_its_line(full: Path) -> None:
    from plancheck.rules import compile_package

    edit(full, "niveau: kern", "niveau: kern\nwanneer: {feit: vorm, is: [a]}")
    compile_package(full)
    edit(full, "feiten: {vorm", "feiten: {vormen", "pakket.yaml")
    assert mistakes(full) == (
        "plan/doel.yaml, regel 4: het feit `vorm` staat niet bij `feiten` in pakket.yaml. Bedoelt u `vormen`?",
    )


def _places(node: Any) -> Iterator[tuple[Any, Any]]:
    """Every block and list with each key or number of it."""
    for key, value in list(node.items() if isinstance(node, dict) else enumerate(node)):
        yield node, key
        if isinstance(value, dict | list):
            yield from _places(value)


@pytest.mark.parametrize("name", ["pakket.yaml", "procedure.yaml", "dekking.yaml"])
def test_a_value_of_any_other_type_anywhere_is_a_mistake_and_no_crash(full: Path, name: str) -> None:
    yaml = YAML(typ="safe", pure=True)
    tree = yaml.load((full / name).read_text("utf-8"))
    wrong: list[Any] = [[[3]], None, {"a": [3]}, -1]
    for number, (holder, key) in enumerate(_places(tree)):
        right, holder[key] = holder[key], wrong[number % len(wrong)]
        with (full / name).open("w", encoding="utf-8") as file:
            yaml.dump(tree, file)
        assert all(each.startswith(f"{name}, regel ") for each in mistakes(full)), (key, mistakes(full))
        holder[key] = right
