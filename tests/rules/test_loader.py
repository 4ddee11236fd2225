"""Rule packages: what is wrong is said in Dutch, all at once, with file and line."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from plancheck.errors import InvalidRule
from plancheck.model.requirement import MilestoneId
from plancheck.rules import compile_package, load_rules, source
from plancheck.rules.compiled import COMPILED, fingerprint
from plancheck.rules.mistakes import Mistakes
from plancheck.rules.package import read_package

PACKAGE = """\
id: klein
titel: Klein pakket
versie: "1.0.0"
bronnen: {gids: {titel: Gids, adres: "https://voorbeeld.nl", gelezen: "2026-11-01"}}
mijlpalen:
  - {id: plan, titel: plan, fase: 1, beoordeelt: [plan], titels: [plan], woorden: [doel]}
  - {id: later, titel: later plan, fase: 2, beoordeelt: [later], titels: [later], woorden: [doel],
     neemt-over: {van: plan, behalve: [begroting], aangepast: {doel: {titel: Doel van het latere plan}}}}
feiten: {vorm: {vraag: Welke vorm?, waarden: {a: [], b: []}}}
"""
RULE = """\
id: plan.{name}
titel: Het {name}
niveau: kern
bron: {{document: gids, plaats: hoofdstuk 1, gezag: handreiking}}
waarom: Zonder dit weet niemand waar het heen gaat.
herkenning: {{koppen: [{name}], begrippen: [[{name}]]}}
aspecten:
  - id: wat
    titel: wat het is
    vraag: Wat is het?
    bewijs: [{{soort: begrippen, samen: [[{name}]]}}]
advies: {{aanvullen: Zeg wat het is en waarom.}}
"""


@pytest.fixture
def package(tmp_path: Path) -> Path:
    (tmp_path / "plan").mkdir()
    (tmp_path / "pakket.yaml").write_text(PACKAGE, "utf-8")
    (tmp_path / "begrippen.yaml").write_text("doelwoord: {woorden: [doel, streven]}\n", "utf-8")
    for name in ("doel", "begroting"):
        (tmp_path / "plan" / f"{name}.yaml").write_text(RULE.format(name=name), "utf-8")
    return tmp_path


def mistakes(package: Path) -> tuple[str, ...]:
    with pytest.raises(InvalidRule) as caught:
        load_rules(package)
    return caught.value.mistakes


def edit(package: Path, old: str, new: str, name: str = "plan/doel.yaml") -> None:
    path = package / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_a_good_package_loads_with_what_a_milestone_takes_over(package: Path) -> None:
    ruleset = load_rules(package)
    assert [rule.id for rule in ruleset.judged(MilestoneId("later"))] == ["later.doel"]
    assert ruleset.judged(MilestoneId("later"))[0].title == "Doel van het latere plan"
    assert [rule.id for rule in ruleset.judged(MilestoneId("plan"))] == ["plan.begroting", "plan.doel"]


def test_an_unknown_key_is_named_with_its_line_and_the_nearest_allowed_word(package: Path) -> None:
    edit(package, "niveau: kern", "nivau: kern")
    found = mistakes(package)
    assert any(
        "plan/doel.yaml, regel 3: de sleutel `nivau` bestaat hier niet. Bedoelt u `niveau`?" in each for each in found
    )
    assert any("de sleutel `niveau` ontbreekt" in each for each in found)


def test_an_unknown_kind_of_evidence_lists_what_is_allowed(package: Path) -> None:
    edit(package, "soort: begrippen", "soort: begrip")
    assert any("`begrip` bestaat hier niet. Bedoelt u `begrippen`?" in each for each in mistakes(package))


def test_all_mistakes_of_a_package_are_reported_at_once(package: Path) -> None:
    edit(package, "niveau: kern", "niveau: belangrijk")
    edit(package, "document: gids", "document: boek", "plan/begroting.yaml")
    found = mistakes(package)
    assert any(each.startswith("plan/doel.yaml") for each in found)
    assert any(each.startswith("plan/begroting.yaml") for each in found)


def test_an_id_that_does_not_fit_the_file_is_refused(package: Path) -> None:
    edit(package, "id: plan.doel", "id: plan.anders")
    assert any("bij dit bestand hoort `plan.doel`" in each for each in mistakes(package))


def test_a_concept_that_does_not_exist_is_refused(package: Path) -> None:
    edit(package, "begrippen: [[doel]]", "begrippen: [[<doelen>]]")
    assert any("het begrip `doelen` staat niet in begrippen.yaml" in each for each in mistakes(package))


@pytest.mark.parametrize("words", ["antwoord-samen: [[<doelen>]]", "antwoord-zonder: [<doelen>]", "heet: [<doelen>]"])
def test_a_concept_that_does_not_exist_is_refused_in_what_an_answer_says(package: Path, words: str) -> None:
    edit(package, "    vraag: Wat is het?", f"    vraag: Wat is het?\n    {words}")
    assert any("het begrip `doelen` staat niet in begrippen.yaml" in each for each in mistakes(package))


def test_a_condition_on_an_undeclared_fact_or_value_is_refused(package: Path) -> None:
    edit(package, "niveau: kern", "niveau: kern\nwanneer: {feit: vorm, is: [c]}")
    edit(package, "niveau: kern", "niveau: kern\nwanneer: {feit: kleur, is: [rood]}", "plan/begroting.yaml")
    found = mistakes(package)
    assert any("kent geen waarde `c`. Toegestaan: a, b" in each for each in found)
    assert any("het feit `kleur` staat niet bij `feiten`" in each for each in found)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("id: plan.doel\n\ttitel: x\n", "spaties in plaats van een tab"),
        ("id: plan.doel\nid: plan.doel\n", "regel 2: deze sleutel staat er twee keer, ook op regel 1"),
        ("a: [{b: {c: 1, d: 2}, c: 3, b: 4}]\n", "regel 1: deze sleutel staat er twee keer, ook op regel 1"),
        ("id: [plan\n", "geen geldige YAML"),
        ("id: &a plan.doel\ntitel: *a\n", "ankers en verwijzingen"),
        ("id: {a: [&x 1, *x]}\n", "ankers en verwijzingen"),
        ("id: !!python/object/apply:os.system [ls]\n", "typen met een uitroepteken"),
        ("id: " + "[" * 20_000 + "]" * 20_000, "dieper genest"),
        ("id: \0\n", "tekens of waarden die in YAML niet mogen"),
        ("", "dit bestand is leeg"),
        ("- plan.doel\n", "het bestand moet een blok met sleutels zijn"),
        ("titel: 010\n", "regel 1: `titel` moet tekst zijn"),
        ("titel: 010\n", "regel 1: zet 010 tussen aanhalingstekens, of schrijf het getal zonder nul vooraan"),
        ("terloops: .nan\n", "regel 1: .nan is geen getal"),
        ("titel: true\n", "regel 1: `titel` moet tekst zijn. Zet de waarde tussen aanhalingstekens."),
        ("%YAML 1.1\n---\nid: no\n", "regel 2: een versie van YAML (%YAML) is niet toegestaan"),
        ("<<: {id: plan.doel}\n", "regel 1: samenvoegen met << is niet toegestaan"),
        ("x" * 10_000_000, "te groot"),
    ],
)
def test_yaml_traps_are_named(package: Path, text: str, message: str) -> None:
    (package / "plan" / "doel.yaml").write_text(text, "utf-8")
    assert any(message in each for each in mistakes(package))


def test_yaml_words_and_numbers_stay_what_they_are(package: Path) -> None:
    edit(package, "koppen: [doel]", "koppen: [no, on, 'ja', doel]")
    assert "no" in load_rules(package).judged(MilestoneId("plan"))[1].recognition.headings


def test_an_aspect_says_what_counts_that_usually_does_not(package: Path) -> None:
    edit(package, "vraag: Wat is het?", "vraag: Wat is het?\n    verwijzing-telt: true\n    kort-telt: true")
    budget, aim = load_rules(package).judged(MilestoneId("plan"))
    assert (aim.aspects[0].reference_counts, aim.aspects[0].short_counts) == (True, True)
    assert (budget.aspects[0].reference_counts, budget.aspects[0].short_counts) == (False, False)


def test_what_silence_means_is_a_value_of_the_fact(package: Path) -> None:
    edit(package, "vraag: Welke vorm?,", "vraag: Welke vorm?, zwijgt: b,", "pakket.yaml")
    assert [fact.silent for fact in load_rules(package).facts] == ["b"]
    edit(package, "zwijgt: b", "zwijgt: c", "pakket.yaml")
    assert any("`zwijgt: c` is geen waarde van dit feit" in each for each in mistakes(package))


def test_what_parts_may_differ_in_are_values_of_the_fact(package: Path) -> None:
    edit(
        package,
        "vraag: Welke vorm?,",
        "vraag: Welke vorm?, verdeeld: {waarde: b, van: [a, b], delen: [vleugel]},",
        "pakket.yaml",
    )
    division = load_rules(package).facts[0].division
    assert division is not None
    assert (division.value, division.among, division.kinds) == ("b", ("a", "b"), ("vleugel",))
    edit(package, "waarde: b, van: [a, b]", "waarde: c, van: [a, d]", "pakket.yaml")
    assert [each for each in mistakes(package) if "`verdeeld` noemt `c`" in each or "`verdeeld` noemt `d`" in each]


FOLLOWING = (
    "feiten: {deel: {vraag: Welk deel?, volgt-uit: {feit: vorm, waarden: {x: [a], y: [b]}}, waarden: {x: [], y: []}}, "
)


def test_a_fact_may_follow_from_another(package: Path) -> None:
    edit(package, "feiten: {", FOLLOWING, "pakket.yaml")
    following = next(fact.follows for fact in load_rules(package).facts if fact.name == "deel")
    assert following is not None
    assert (following.fact, following.values) == ("vorm", {"x": ("a",), "y": ("b",)})


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("feit: vorm", "feit: vrom", "`volgt-uit` noemt `vrom`, maar dat is geen ander feit. Bedoelt u `vorm`?"),
        ("feit: vorm", "feit: deel", "`volgt-uit` noemt `deel`, maar dat is geen ander feit."),
        ("x: [a]", "z: [a]", "`volgt-uit` noemt `z`, maar dat is geen waarde van dit feit."),
        ("x: [a]", "x: [c]", "het feit `vorm` kent geen waarde `c`."),
    ],
)
def test_what_a_fact_follows_from_is_another_fact_with_these_values(
    package: Path, old: str, new: str, said: str
) -> None:
    edit(package, "feiten: {", FOLLOWING.replace(old, new), "pakket.yaml")
    assert any(said in each for each in mistakes(package))


def test_no_fact_follows_from_one_that_follows_itself(package: Path) -> None:
    chain = "stuk: {vraag: Welk stuk?, volgt-uit: {feit: deel, waarden: {x: [x]}}, waarden: {x: [], y: []}}, "
    edit(package, "feiten: {", FOLLOWING + chain, "pakket.yaml")
    assert any("`deel` volgt zelf al uit een ander feit" in each for each in mistakes(package))


def test_a_statement_about_a_part_asks_what_a_part_is(package: Path) -> None:
    edit(package, "a: []", "a: [{samen: [[doel]], deel: true}]", "pakket.yaml")
    assert any("`deel` bij een uitspraak vraagt `verdeeld`" in each for each in mistakes(package))


def test_a_package_names_the_hollow_text_that_counts_in_its_domain(package: Path) -> None:
    assert load_rules(package).counting == frozenset()
    edit(package, "feiten:", "telt-mee: [landelijk]\nfeiten:", "pakket.yaml")
    assert load_rules(package).counting == {"landelijk"}
    edit(package, "[landelijk]", "[belofte]", "pakket.yaml")
    assert any("de waarde `belofte` bestaat hier niet" in each for each in mistakes(package))


def test_an_aspect_names_its_facets_or_none(package: Path) -> None:
    edit(package, "vraag: Wat is het?", "vraag: Wat is het?\n    facetten: [doel, opgave-samen]")
    budget, aim = load_rules(package).judged(MilestoneId("plan"))
    assert aim.aspects[0].facets == ("doel", "opgave-samen")
    assert budget.aspects[0].facets == ()


@pytest.mark.parametrize(
    ("facets", "message"),
    [
        ("[Doel]", "`facetten` heeft niet de vorm die hier hoort (kleine letters en streepjes)"),
        ("[doel, doel]", "in `facetten` staat iets twee keer"),
        ("[]", "`facetten` is te kort (minstens 1 waarde in de lijst)"),
    ],
)
def test_a_wrong_facet_is_named(package: Path, facets: str, message: str) -> None:
    edit(package, "vraag: Wat is het?", f"vraag: Wat is het?\n    facetten: {facets}")
    assert any(each.startswith("plan/doel.yaml, regel 11") and message in each for each in mistakes(package))


def test_a_folder_without_a_package_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidRule, match="geen regelpakket"):
        load_rules(tmp_path)


def test_the_checked_copy_is_used_only_while_the_files_stay_the_same(package: Path) -> None:
    compile_package(package)
    assert load_rules(package).title == "Klein pakket"
    copied = (package / COMPILED).read_text("utf-8").replace("Klein pakket", "Uit de kopie")
    (package / COMPILED).write_text(copied, "utf-8")
    assert load_rules(package).title == "Uit de kopie"
    edit(package, "Klein pakket", "Nieuw pakket", "pakket.yaml")
    assert load_rules(package).title == "Nieuw pakket"


def test_of_the_rules_only_a_changed_file_is_read_anew(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compile_package(package)
    edit(package, "titel: ", "titel: Nieuw ", "plan/doel.yaml")
    read: list[str] = []
    real = source.read_yaml

    def spy(path: Path, mistakes: Mistakes, shown: str) -> Any:
        read.append(shown)
        return real(path, mistakes, shown)

    monkeypatch.setattr(source, "read_yaml", spy)
    titles = {str(each.id): each.title for each in load_rules(package).requirements.values()}
    assert [name for name in read if name.startswith("plan/")] == ["plan/doel.yaml"]
    assert (titles["plan.doel"], titles["plan.begroting"]) == ("Nieuw Het doel", "Het begroting")


def test_the_shipped_package_has_a_fresh_checked_copy() -> None:
    from plancheck.rules.source import rules_root

    directory = rules_root() / "warmtetransitie"
    assert fingerprint(directory) in (directory / COMPILED).read_text("utf-8"), "run: python scripts/compile_rules"
    assert read_package(directory, anew=True)


def test_a_package_elsewhere_can_be_loaded(package: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("pakket") / "kopie"
    shutil.copytree(package, elsewhere)
    assert load_rules(elsewhere).id == "klein"


def test_a_file_that_is_not_utf8_is_named(package: Path) -> None:
    (package / "plan" / "doel.yaml").write_bytes(b"id: caf\xe9\n")
    assert any("niet als UTF-8 opgeslagen" in each for each in mistakes(package))


@pytest.mark.parametrize("name", ["pakket.yaml", "begrippen.yaml", "plan/doel.yaml"])
@pytest.mark.parametrize("text", ["- a\n", "tekst\n", "a:\n", "12\n", ""])
def test_a_file_of_another_shape_is_a_mistake_and_no_crash(package: Path, name: str, text: str) -> None:
    (package / name).write_text(text, "utf-8")
    assert any(each.startswith(name) for each in mistakes(package))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("id: plan.doel", "id: [a]"),
        ("document: gids", "document: [a]"),
        ("niveau: kern", "niveau: kern\nwanneer: {feit: [a], is: 3}"),
        ("bewijs: [", "bewijs: [3, "),
        ("koppen: [doel]", "koppen: {doel: 3}"),
    ],
)
def test_a_value_of_another_type_is_a_mistake_with_its_line(package: Path, old: str, new: str) -> None:
    edit(package, old, new)
    assert any(each.startswith("plan/doel.yaml, regel ") and "moet" in each for each in mistakes(package))


def test_each_missing_key_is_named_once(package: Path) -> None:
    edit(package, "titel: Het doel\nniveau: kern\n", "")
    found = [each for each in mistakes(package) if "ontbreekt" in each]
    assert [each.split("`")[1] for each in found] == ["titel", "niveau"]


def test_concepts_that_go_round_in_a_circle_are_refused(package: Path) -> None:
    (package / "begrippen.yaml").write_text(
        "a: {woorden: [<b>]}\nb: {woorden: [x, <c>]}\nc: {woorden: [<a>]}\n", "utf-8"
    )
    assert mistakes(package) == (
        "begrippen.yaml, regel 1: deze begrippen verwijzen in een kring naar elkaar: a > b > c > a.",
    )


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "{titel: Doel van het latere plan}",
            "{nivo: kern}",
            "de sleutel `nivo` bestaat hier niet. Bedoelt u `niveau`?",
        ),
        ("aangepast: {doel:", "aangepast: {dol:", "noemt `dol`, maar plan heeft dat niet. Bedoelt u `doel`?"),
        ("behalve: [begroting]", "behalve: [begrotting]", "noemt `begrotting`, maar plan heeft dat niet."),
        ("a: []", "a: [{samn: [[weg]]}]", "de sleutel `samn` bestaat hier niet. Bedoelt u `samen`?"),
        ("a: []", "a: [{samen: [[<weg>]]}]", "het begrip `weg` staat niet in begrippen.yaml"),
        ("a: []", "a: [{samen: [[weg]], ontkend: c}]", "`ontkend: c` is geen waarde van dit feit."),
        ("{id: later,", "{id: plan,", "de mijlpaal `plan` staat er twee keer."),
    ],
)
def test_a_mistake_inside_pakket_yaml_is_named(package: Path, old: str, new: str, message: str) -> None:
    edit(package, old, new, "pakket.yaml")
    assert any(each.startswith("pakket.yaml") and message in each for each in mistakes(package))


def test_a_wildcard_stands_at_the_edge_of_a_word_only(package: Path) -> None:
    edit(package, "koppen: [doel]", 'koppen: ["*a*a*a*"]')
    assert any("mag * alleen aan het begin of het eind" in each for each in mistakes(package))


def test_no_file_outside_the_package_is_read(package: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("buiten")
    (outside / "geheim.yaml").write_text("wachtwoord: [\n", "utf-8")
    try:
        (package / "plan" / "link.yaml").symlink_to(outside / "geheim.yaml")
        (package / "map").symlink_to(outside, target_is_directory=True)
    except OSError:
        pytest.skip("this computer makes no links")
    message = "dit verwijst naar buiten de map van het pakket; zet het bestand er zelf in."
    assert mistakes(package) == (f"map/geheim.yaml: {message}", f"plan/link.yaml: {message}")


def test_a_damaged_checked_copy_is_passed_over(package: Path) -> None:
    (package / COMPILED).write_text("{", "utf-8")
    assert load_rules(package).id == "klein"


LAW = "gezag: wet}\ngeldig-vanaf: "


def law(package: Path, start: str) -> None:
    edit(package, "gezag: handreiking}", LAW + start)
    edit(package, "niveau: kern", "niveau: wettelijk")


def test_a_law_whose_start_is_not_confirmed_is_pending_on_every_date(package: Path) -> None:
    law(package, "onbekend")
    aim = load_rules(package).judged(MilestoneId("plan"))[1]
    assert {aim.level, aim.on("2026-01-01").level, aim.on("2099-01-01").level} == {"aanvullend"}
    assert aim.source.pending


def test_a_law_with_a_start_is_judged_by_the_date(package: Path) -> None:
    law(package, '"2027-07-01"')
    aim = load_rules(package).judged(MilestoneId("plan"))[1]
    assert (aim.on("2027-06-30").level, aim.on("2027-06-30").source.pending) == ("aanvullend", True)
    assert (aim.on("2027-07-01").level, aim.on("2027-07-01").source.pending) == ("wettelijk", False)


@pytest.mark.parametrize(
    ("start", "message"),
    [
        ("later", "`geldig-vanaf` heeft niet de vorm die hier hoort (onbekend, of een datum als 2027-01-01)"),
        ('"2027-02-30"', "de datum `2027-02-30` bij `geldig-vanaf` bestaat niet"),
        ("2027-07-01", "zet de datum bij `geldig-vanaf` tussen aanhalingstekens"),
    ],
)
def test_a_start_that_is_no_date_is_refused(package: Path, start: str, message: str) -> None:
    law(package, start)
    assert any(message in each for each in mistakes(package))


def test_only_a_law_has_a_start(package: Path) -> None:
    edit(package, "niveau: kern", "niveau: kern\ngeldig-vanaf: onbekend")
    assert any("`geldig-vanaf` past alleen bij een bron met `gezag: wet`" in each for each in mistakes(package))


@pytest.mark.parametrize("written", ["", "~", "null"])
def test_an_empty_value_is_called_empty(package: Path, written: str) -> None:
    edit(package, "niveau: kern", f"niveau: {written}")
    assert any("`niveau` is leeg. Toegestaan: wettelijk, kern, aanvullend." in each for each in mistakes(package))
