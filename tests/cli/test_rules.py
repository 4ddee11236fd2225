"""`plancheck rules` and `--uitleg`, on a small package of real files."""

import json
import shutil
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from plancheck.rules import load_rules, shipped_folder, source
from plancheck.rules.schema import schema
from tests.cli.conftest import Run
from tests.rules.test_loader import PACKAGE, RULE

EXAMPLES = """\
# Voldoet
```plan oordeel=aanwezig
# Doel
Het doel is 800 woningen in 2030.
```
# Voldoet niet
```plan oordeel=ontbreekt
# Planning
De vergadering is in mei.
```
"""


@pytest.fixture
def package(tmp_path: Path) -> Path:
    (tmp_path / "plan").mkdir()
    (tmp_path / "pakket.yaml").write_text(PACKAGE, "utf-8")
    (tmp_path / "begrippen.yaml").write_text("doelwoord: {woorden: [doel]}\n", "utf-8")
    for name in ("doel", "begroting"):
        (tmp_path / "plan" / f"{name}.yaml").write_text(RULE.format(name=name), "utf-8")
    (tmp_path / "plan" / "doel.voorbeelden.md").write_text(EXAMPLES, "utf-8")
    return tmp_path


def test_list_gives_id_level_and_title_of_every_rule(run: Run, package: Path) -> None:
    lines = run("rules", "list", str(package)).out.splitlines()
    assert lines[0] == "Klein pakket (klein 1.0.0)"
    assert "plan.doel       kern        Het doel" in lines


def test_validate_says_that_a_package_is_right_or_all_that_is_wrong(run: Run, package: Path) -> None:
    assert run("rules", "validate", str(package)).out == "Het regelpakket klein 1.0.0 klopt: 3 regels.\n"
    for name in ("doel", "begroting"):
        (package / "plan" / f"{name}.yaml").write_text(
            RULE.format(name=name).replace("niveau: kern", "niveau: k"), "utf-8"
        )
    outcome = run("rules", "validate", str(package))
    assert outcome.code == 2
    assert "plan/doel.yaml" in outcome.err
    assert "plan/begroting.yaml" in outcome.err


def test_without_a_folder_the_examples_of_every_package_that_comes_with_plancheck_are_judged(
    run: Run, package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "meegeleverd"
    shutil.copytree(source.rules_root() / "schema", root / "schema")
    for name in ("een", "twee"):
        shutil.copytree(package, root / name, ignore=shutil.ignore_patterns("meegeleverd"))
    monkeypatch.setattr(source, "rules_root", lambda: root)
    outcome = run("rules", "test")
    assert outcome.out == "een: 2 voorbeelden: 2 goed, 0 fout.\ntwee: 2 voorbeelden: 2 goed, 0 fout.\n"
    assert outcome.code == 0
    (root / "een" / "plan" / "doel.voorbeelden.md").write_text(EXAMPLES.replace("=ontbreekt", "=aanwezig"), "utf-8")
    assert run("rules", "test").code == 1
    assert run("rules", "test", "--pakket", "twee").out == "2 voorbeelden: 2 goed, 0 fout.\n"


def test_test_counts_the_examples_and_fails_on_a_wrong_one(run: Run, package: Path) -> None:
    outcome = run("rules", "test", str(package))
    assert (outcome.code, outcome.out) == (0, "2 voorbeelden: 2 goed, 0 fout.\n")
    path = package / "plan" / "doel.voorbeelden.md"
    path.write_text(EXAMPLES.replace("oordeel=ontbreekt", "oordeel=aanwezig"), "utf-8")
    outcome = run("rules", "test", str(package), "--alleen", "plan")
    assert outcome.code == 1
    assert "oordeel ontbreekt, moet aanwezig zijn" in outcome.out
    assert run("rules", "test", str(package), "--alleen", "anders").code == 1


def test_a_failure_that_is_known_is_counted_apart_and_one_that_is_mended_is_told(run: Run, package: Path) -> None:
    path = package / "plan" / "doel.voorbeelden.md"
    path.write_text(EXAMPLES.replace("oordeel=ontbreekt", "oordeel=aanwezig"), "utf-8")
    known = package / "bekende-fouten.txt"
    known.write_text("# waarom\nplan.doel-2-aanwezig  # nog niet gevonden\n", "utf-8")
    outcome = run("rules", "test", str(package))
    assert (outcome.code, outcome.out) == (0, "2 voorbeelden: 1 goed, 0 fout, 1 bekende fouten.\n")
    path.write_text(EXAMPLES, "utf-8")
    known.write_text("plan.doel-1-aanwezig\n", "utf-8")
    outcome = run("rules", "test", str(package))
    assert outcome.code == 0
    assert "plan.doel-1-aanwezig gaat nu goed: haal de regel weg uit bekende-fouten.txt." in outcome.err


def test_the_reasoning_about_one_rule_replaces_the_report(run: Run, package: Path) -> None:
    outcome = run("check", "weg.docx", "--regels", str(package), "--uitleg", "plan.doel")
    assert outcome.code == 3
    assert "weg.docx" in outcome.err
    outcome = run("check", "weg.docx", "--regels", str(package), "--uitleg", "plan.dole")
    assert outcome.code == 2
    assert "Onbekende regel: 'plan.dole'. Bedoelt u plan.doel?" in outcome.err


def test_list_keeps_only_what_the_filters_ask(run: Run, package: Path) -> None:
    out = run("rules", "list", str(package), "--alleen", "plan.", "--niveau", "kern", "--zoek", "BEGROTING").out
    assert out.splitlines()[1:] == ["plan.begroting  kern        Het begroting"]
    outcome = run("rules", "list", str(package), "--gezag", "wet")
    assert outcome.err == "Geen regel past hierbij.\n"


def test_list_as_json_gives_each_rule_with_its_source(run: Run, package: Path) -> None:
    told = json.loads(run("rules", "list", str(package), "--format", "json").out)
    assert told["pakket"] == {"id": "klein", "titel": "Klein pakket", "versie": "1.0.0"}
    assert [each["id"] for each in told["regels"]] == ["plan.begroting", "plan.doel", "later.doel"]
    assert told["regels"][1]["bron"]["adres"] == "https://voorbeeld.nl"


def test_show_gives_source_recognition_aspects_and_examples(run: Run, package: Path) -> None:
    out = run("rules", "show", "plan.doel", str(package)).out
    assert "Bron: Gids, hoofdstuk 1 (handreiking), https://voorbeeld.nl, gelezen op 2026-11-01" in out
    assert "    - begrippen, [doel]" in out
    assert "  1. aanwezig\n     # Doel\n" in out
    outcome = run("rules", "show", "plan.dole", str(package))
    assert (outcome.code, "Bedoelt u plan.doel?" in outcome.err) == (2, True)


def test_a_new_rule_loads_and_its_examples_pass(run: Run, package: Path) -> None:
    outcome = run("rules", "new", "plan.samenvatting", str(package))
    assert outcome.code == 0
    tested = run("rules", "test", str(package), "--alleen", "plan.samenvatting")
    assert (tested.code, tested.out) == (0, "2 voorbeelden: 2 goed, 0 fout.\n")


def test_what_is_still_to_be_filled_in_is_named_with_its_line(run: Run, package: Path) -> None:
    run("rules", "new", "plan.samenvatting", str(package))
    rule = package / "plan" / "samenvatting.yaml"
    lines = [
        f"regel {number}: " for number, line in enumerate(rule.read_text("utf-8").splitlines(), 1) if "VUL" in line
    ]
    outcome = run("rules", "validate", str(package))
    assert (outcome.code, len(lines), outcome.err.count("hier staat nog VUL IN")) == (2, 5, 5)
    assert [line for line in lines if f"plan/samenvatting.yaml, {line}hier staat nog" not in outcome.err] == []
    rule.write_text(rule.read_text("utf-8").replace("VUL IN", "een zin"), "utf-8")
    assert run("rules", "validate", str(package)).code == 0


def test_a_new_rule_overwrites_nothing_and_stays_in_the_package(run: Run, package: Path) -> None:
    before = (package / "plan" / "doel.yaml").read_bytes()
    assert run("rules", "new", "plan.doel", str(package)).code == 2
    assert run("rules", "new", "../x.doel", str(package)).code == 2
    assert (package / "plan" / "doel.yaml").read_bytes() == before


def test_a_new_folder_says_what_pakket_yaml_still_needs(run: Run, package: Path) -> None:
    assert "Zet in pakket.yaml bij `beoordeelt`" in run("rules", "new", "nota.kern", str(package)).out


def test_diff_tells_what_changes_for_a_user(run: Run, package: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    newer = tmp_path_factory.mktemp("nieuw") / "pakket"
    shutil.copytree(package, newer)
    assert "Er verandert niets" in run("rules", "diff", str(package), str(newer)).out
    path = newer / "plan" / "doel.yaml"
    text = path.read_text("utf-8").replace("niveau: kern", "niveau: wettelijk").replace("id: wat", "id: wie")
    path.write_text(text, "utf-8")
    (newer / "plan" / "begroting.yaml").unlink()
    (newer / "pakket.yaml").write_text(PACKAGE.replace("behalve: [begroting]", "behalve: [risico]"), "utf-8")
    (newer / "plan" / "risico.yaml").write_text(RULE.format(name="risico"), "utf-8")
    out = run("rules", "diff", str(package), str(newer)).out
    assert "vervallen: plan.begroting (Het begroting)" in out
    assert "nieuw: plan.risico (Het risico), kern" in out
    assert "gewijzigd: plan.doel: niveau was 'kern', wordt 'wettelijk'" in out
    assert "gewijzigd: plan.doel: aspect `wat` vervalt" in out


def test_test_says_which_aspect_failed_and_why(run: Run, package: Path) -> None:
    path = package / "plan" / "doel.voorbeelden.md"
    path.write_text(EXAMPLES.replace("oordeel=ontbreekt", "oordeel=aanwezig"), "utf-8")
    assert "  wat: geen bewijs gevonden. De vraag is: Wat is het?" in run("rules", "test", str(package)).out
    path.write_text(EXAMPLES.replace("oordeel=aanwezig", "oordeel=ontbreekt mist=wat"), "utf-8")
    assert "  wat: gevonden in 'Het doel is 800 woningen in 2030.'" in run("rules", "test", str(package)).out


CHANGES = """\
wijzigingen:
  - {versie: "1.0.0", datum: "2026-11-26", wat: [Het doel telt nu ook als cijfer.]}
  - {versie: "0.9.0", datum: "2026-11-01", wat: [Eerste versie van het pakket.]}
"""


def test_changes_gives_the_versions_with_what_they_changed(run: Run, package: Path) -> None:
    assert run("rules", "changes", str(package)).out.endswith("Dit pakket houdt geen wijzigingen bij.\n")
    (package / "pakket.yaml").write_text(PACKAGE + CHANGES, "utf-8")
    assert run("rules", "changes", str(package)).out.splitlines() == [
        "Klein pakket (klein 1.0.0)",
        "",
        "1.0.0, 2026-11-26",
        "- Het doel telt nu ook als cijfer.",
        "",
        "0.9.0, 2026-11-01",
        "- Eerste versie van het pakket.",
    ]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            'versie: "1.0.0", d',
            'versie: "1.0.1", d',
            "bij `wijzigingen` staat 1.0.1 bovenaan, maar het pakket is 1.0.0.",
        ),
        ("2026-11-01", "2026-11-31", "de datum `2026-11-31` bij `wijzigingen` bestaat niet."),
        ('versie: "0.9.0"', 'versie: "1.10.0"', "`wijzigingen`: 1.10.0 staat na 1.0.0; zet de nieuwste bovenaan."),
    ],
)
def test_a_list_of_changes_that_does_not_fit_is_a_mistake(
    run: Run, package: Path, old: str, new: str, said: str
) -> None:
    (package / "pakket.yaml").write_text(PACKAGE + CHANGES.replace(old, new), "utf-8")
    outcome = run("rules", "validate", str(package))
    assert outcome.code == 2
    assert said in outcome.err


def test_the_shipped_package_says_what_its_version_changed(run: Run) -> None:
    head, _, change, *_ = run("rules", "changes").out.splitlines()
    assert head.endswith(f" {change.split(',')[0]})")


STEPS = """\
stappen:
  - id: eerst
    fase: 1
    stap: Leg het plan voor aan de raad.
    wie: het college
    vorm: een voorstel
    vooraf: het plan is klaar
    bron: {document: gids, plaats: hoofdstuk 1, gezag: handreiking}
"""


def test_diff_names_changed_steps_and_facts(run: Run, package: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    (package / "procedure.yaml").write_text(STEPS, "utf-8")
    other = tmp_path_factory.mktemp("ander") / "pakket"
    shutil.copytree(package, other)
    changed = STEPS.replace("fase: 1", "fase: [1, 2]").replace("wie: het college", "wie: de raad")
    (other / "procedure.yaml").write_text(changed + changed.split("stappen:\n")[1].replace("eerst", "daarna"), "utf-8")
    facts = PACKAGE.replace("{a: [], b: []}", "{a: [], b: [{samen: [[doel]]}]}")
    (other / "pakket.yaml").write_text(facts, "utf-8")
    assert run("rules", "diff", str(package), str(other)).out.splitlines()[1:] == [
        "stap gewijzigd: eerst (wie, de fase)",
        "nieuwe stap: daarna",
        "feit gewijzigd: vorm (wat het in de tekst geeft)",
    ]


def test_diff_invents_no_changes(run: Run, package: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    (package / "procedure.yaml").write_text(STEPS, "utf-8")
    other = tmp_path_factory.mktemp("ander") / "pakket"
    shutil.copytree(package, other)
    rule = other / "plan" / "doel.yaml"
    text = rule.read_text("utf-8").replace("begrippen: [[doel]]", "begrippen: [[<doelwoord>]]")
    text = text.replace(
        "{aanvullen: Zeg wat het is en waarom.}", "\n  aanvullen: >\n    Zeg wat  het is\n    en waarom."
    )
    lines = text.splitlines(keepends=True)
    rule.write_text("".join(["# een opmerking\n", *lines[1:3], lines[0], *lines[3:]]), "utf-8")
    (other / "plan" / "doel.voorbeelden.md").unlink()
    facts = PACKAGE.replace("{a: [], b: []}", "{b: [], a: []}").replace("2026-11-01", "2026-11-09")
    (other / "pakket.yaml").write_text(facts, "utf-8")
    (other / "procedure.yaml").write_text(STEPS.replace("stap: Leg", "stap: >\n      Leg"), "utf-8")
    _, *lines = run("rules", "diff", str(package), str(other)).out.splitlines()
    assert lines == ["Er verandert niets voor een gebruiker."]


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("begrippen.yaml", "[doel]", "[doel, streven]", "gewijzigd: plan.doel: de herkenning is anders"),
        ("pakket.yaml", "titels: [plan]", "titels: [plannen]", "soort document gewijzigd: plan (waaraan het wordt"),
        ("pakket.yaml", "bronnen:", "alledaags: [woning]\nbronnen:", "pakket gewijzigd: `alledaags`"),
        ("pakket.yaml", "https://voorbeeld.nl", "https://anders.nl", "plan.doel: adres van de bron was 'https://voor"),
        ("pakket.yaml", "{a: [], b: []}", "{a: [], b: [], c: []}", "feit gewijzigd: vorm (de waarden, wat het in de"),
        ("procedure.yaml", "gezag: handreiking", "gezag: praktijk", "stap gewijzigd: eerst (de bron)"),
        ("procedure.yaml", "stappen:", "momenten: {dag: {titel: de dag}}\nstappen:", "nieuw moment: dag"),
        ("procedure.yaml", "id: eerst", "id: later", "stap vervallen: eerst"),
    ],
)
def test_diff_names_what_rests_on_other_files(
    run: Run, package: Path, tmp_path_factory: pytest.TempPathFactory, file: str, old: str, new: str, said: str
) -> None:
    (package / "procedure.yaml").write_text(STEPS, "utf-8")
    rule = package / "plan" / "doel.yaml"
    rule.write_text(rule.read_text("utf-8").replace("begrippen: [[doel]]", "begrippen: [[<doelwoord>]]"), "utf-8")
    other = tmp_path_factory.mktemp("ander") / "pakket"
    shutil.copytree(package, other)
    text = (other / file).read_text("utf-8")
    assert old in text
    (other / file).write_text(text.replace(old, new), "utf-8")
    assert said in run("rules", "diff", str(package), str(other)).out


def test_diff_tells_when_steps_change_places(run: Run, package: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    first = STEPS.split("stappen:\n")[1]
    second = first.replace("eerst", "daarna")
    (package / "procedure.yaml").write_text(f"stappen:\n{first}{second}", "utf-8")
    other = tmp_path_factory.mktemp("ander") / "pakket"
    shutil.copytree(package, other)
    (other / "procedure.yaml").write_text(f"stappen:\n{second}{first}", "utf-8")
    _, *lines = run("rules", "diff", str(package), str(other)).out.splitlines()
    assert lines == ["de stappen staan in een andere volgorde"]


def test_show_gives_a_step_of_the_procedure(run: Run, package: Path) -> None:
    (package / "procedure.yaml").write_text(STEPS, "utf-8")
    assert run("rules", "show", "eerst", str(package)).out.splitlines() == [
        "eerst: stap in fase 1",
        "Leg het plan voor aan de raad.",
        "Wie: het college",
        "Vorm: een voorstel",
        "Vooraf: het plan is klaar",
        "Bron: Gids, hoofdstuk 1 (handreiking), https://voorbeeld.nl, gelezen op 2026-11-01",
    ]
    outcome = run("rules", "show", "eerts", str(package))
    assert (outcome.code, outcome.err) == (2, "Onbekende regel of stap: 'eerts'. Bedoelt u eerst?\n")


def test_every_shipped_step_can_be_shown(run: Run) -> None:
    for name in source.shipped():
        for step in load_rules(shipped_folder(name)).steps:
            shown = run("rules", "show", step.id, "--pakket", name).out
            assert shown.startswith(f"{step.id}: stap in fase ")
            assert step.source.place in shown


@pytest.mark.parametrize("command", [("list",), ("show", "plan.doel"), ("changes",), ("validate",), ("test",)])
def test_a_folder_may_be_given_as_with_check(run: Run, package: Path, command: tuple[str, ...]) -> None:
    usual = run("rules", *command, str(package))
    assert usual.code == 0
    assert run("rules", *command, "--regels", str(package)) == usual
    twice = run("rules", *command, str(package), "--regels", str(package))
    assert (twice.code, twice.err) == (2, "U geeft MAP en ook --regels. Kies er één.\n")
    both = run("rules", *command, "--regels", str(package), "--pakket", "warmtetransitie")
    assert (both.code, both.out) == (2, "")


@pytest.fixture
def extending(package: Path) -> Path:
    """A package beside `klein` that adds a rule to it and switches one off."""
    shutil.copytree(package, package / "klein")
    folder = package / "eigen"
    (folder / "plan").mkdir(parents=True)
    (folder / "pakket.yaml").write_text(
        'id: eigen\ntitel: Eigen pakket\nversie: "1.0.0"\nbreidt-uit: klein\nuitgezet: [plan.begroting]\n', "utf-8"
    )
    (folder / "plan" / "wind.yaml").write_text(RULE.format(name="wind"), "utf-8")
    return folder


def test_list_and_show_tell_from_which_package_a_rule_comes(run: Run, extending: Path) -> None:
    assert run("rules", "list", str(extending)).out.splitlines() == [
        "Eigen pakket (eigen 1.0.0)",
        "plan.doel   kern        Het doel (klein)",
        "plan.wind   kern        Het wind",
        "later.doel  kern        Doel van het latere plan (klein)",
        "later.wind  kern        Het wind",
    ]
    listed = json.loads(run("rules", "list", str(extending), "--format", "json").out)["regels"]
    assert {each["id"]: each["herkomst"] for each in listed}["plan.wind"] == "eigen"
    assert "Herkomst: pakket eigen" in run("rules", "show", "plan.wind", str(extending)).out


def test_show_gives_the_examples_of_the_package_that_a_rule_comes_from(run: Run, extending: Path) -> None:
    shown = run("rules", "show", "plan.doel", str(extending)).out
    assert "Herkomst: pakket klein" in shown
    assert "Het doel is 800 woningen in 2030." in shown


def test_a_check_by_an_extending_package_reports_where_each_rule_comes_from(run: Run, extending: Path) -> None:
    plan = extending.parent / "plan.md"
    plan.write_text("# Plan\n\n## Doel\n\nHet doel is 800 woningen in 2030 aansluiten.\n", "utf-8")
    options = ("--regels", str(extending), "--mijlpaal", "plan")
    outcome = run("check", str(plan), *options, "--format", "json")
    report = json.loads(outcome.out)
    base = {"id": "klein", "versie": "1.0.0"}
    assert report["regelpakketten"] == [{"id": "eigen", "versie": "1.0.0", "breidt_uit": [base]}]
    Draft202012Validator(schema("rapport")).validate(report)
    origins = {each["regel"]: each["herkomst"] for each in report["documenten"][0]["bevindingen"]}
    assert origins == {"plan.doel": "klein", "plan.wind": "eigen"}
    page = run("check", str(plan), *options, "--format", "html").out
    assert page.count("Deze regel komt uit het regelpakket klein 1.0.0.") == 1
    assert page.count("Deze regel komt uit het regelpakket eigen 1.0.0.") == 1
    assert "versie 1.0.0; dit pakket breidt klein 1.0.0 uit. Peildatum" in page
    console = " ".join(run("check", str(plan), *options).out.split())
    assert "Herkomst van de regels: 1 uit klein 1.0.0 en 1 uit eigen 1.0.0." in console
    assert "Regels: eigen 1.0.0, breidt klein 1.0.0 uit; peildatum" in console


def test_a_package_on_its_own_says_nothing_of_origins(run: Run, package: Path) -> None:
    plan = package.parent / "plan.md"
    plan.write_text("# Plan\n\n## Doel\n\nHet doel is 800 woningen in 2030 aansluiten.\n", "utf-8")
    options = ("--regels", str(package), "--mijlpaal", "plan")
    report = json.loads(run("check", str(plan), *options, "--format", "json").out)
    assert report["regelpakketten"] == [{"id": "klein", "versie": "1.0.0", "breidt_uit": []}]
    for form in ("html", "console"):
        said = run("check", str(plan), *options, "--format", form).out
        assert "komt uit het regelpakket" not in said
        assert "Herkomst van de regels" not in said
        assert "breidt" not in said


def test_a_wrong_extending_package_ends_with_2_and_every_mistake(run: Run, extending: Path) -> None:
    text = (extending / "pakket.yaml").read_text("utf-8").replace("plan.begroting", "plan.niets, plan.wind")
    (extending / "pakket.yaml").write_text(text, "utf-8")
    outcome = run("check", "plan.md", "--regels", str(extending))
    assert (outcome.code, outcome.out) == (2, "")
    assert "pakket.yaml, regel 5: `uitgezet` noemt `plan.niets`" in outcome.err
    assert "`uitgezet` noemt `plan.wind`" in outcome.err


@pytest.mark.parametrize("command", [("list",), ("show", "projectplan.risicoanalyse"), ("changes",), ("validate",)])
def test_a_package_that_comes_with_plancheck_is_chosen_by_its_id(run: Run, command: tuple[str, ...]) -> None:
    usual, chosen = run("rules", *command), run("rules", *command, "--pakket", "warmtetransitie")
    assert (chosen.code, chosen.out) == (0, usual.out)


@pytest.mark.parametrize("command", [("list",), ("show", "plan.doel"), ("validate",), ("test",)])
@pytest.mark.parametrize("name", ["niets", "../rules/warmtetransitie", "schema"])
def test_an_unknown_package_is_refused_with_what_there_is(run: Run, command: tuple[str, ...], name: str) -> None:
    outcome = run("rules", *command, "--pakket", name)
    assert (outcome.code, outcome.out) == (2, "")
    assert f"Onbekend regelpakket: '{name}'." in outcome.err
    assert "warmtetransitie" in outcome.err


def test_a_folder_and_a_package_cannot_both_be_chosen(run: Run, package: Path) -> None:
    outcome = run("rules", "list", str(package), "--pakket", "warmtetransitie")
    assert outcome.code == 2
    assert "U geeft --pakket en ook een map met regels." in outcome.err
    outcome = run("check", "plan.md", "--regels", str(package), "--pakket", "warmtetransitie")
    assert (outcome.code, outcome.out) == (2, "")
    assert "Kies er één." in outcome.err


def test_a_copy_of_another_package_can_be_changed_and_used(run: Run, tmp_path: Path) -> None:
    copied = tmp_path / "eigen"
    outcome = run("rules", "copy", str(copied), "--pakket", "raadsvoorstel")
    assert outcome.code == 0
    assert run("rules", "validate", str(copied)).out == run("rules", "validate", "--pakket", "raadsvoorstel").out
    assert run("rules", "copy", str(tmp_path / "niets"), "--pakket", "onbekend").code == 2


def test_diff_compares_what_it_can_of_an_old_package_and_says_what_it_cannot(
    run: Run, package: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    (package / "procedure.yaml").write_text(STEPS, "utf-8")
    old = tmp_path_factory.mktemp("oud") / "pakket"
    shutil.copytree(package, old)
    rule = old / "plan" / "doel.yaml"
    rule.write_text(rule.read_text("utf-8").replace("Zeg wat het is", "U moet zeggen wat het is"), "utf-8")
    rule = old / "plan" / "begroting.yaml"
    rule.write_text(rule.read_text("utf-8").replace("niveau:", "nivo:"), "utf-8")
    (old / "pakket.yaml").write_text(PACKAGE.replace("{a: [], b: []}", "{a: [{soort: rol}], b: []}"), "utf-8")
    (old / "procedure.yaml").write_text(STEPS.replace("vorm:", "vrom:"), "utf-8")
    outcome = run("rules", "diff", str(old), str(package))
    assert outcome.code == 0
    _, broken, *lines = outcome.out.splitlines()
    assert "OUD heeft volgens de controles van nu" in broken
    assert lines == [
        "niet vergeleken (feit): vorm",
        "niet vergeleken (stap): eerst",
        "niet vergeleken (regel): plan.begroting",
        "gewijzigd: plan.doel: de uitleg of het advies is anders",
        "gewijzigd: later.doel: de uitleg of het advies is anders",
    ]
    assert run("rules", "diff", str(package), str(old)).code == 2


@pytest.mark.parametrize("text", ["id: [", "id: x\n", "bronnen: 3\n", ""])
def test_diff_refuses_an_old_package_of_which_nothing_can_be_read(
    run: Run, package: Path, tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    old = tmp_path_factory.mktemp("oud") / "pakket"
    shutil.copytree(package, old)
    (old / "pakket.yaml").write_text(text, "utf-8")
    outcome = run("rules", "diff", str(old), str(package))
    assert outcome.code == 2
    assert "pakket.yaml" in outcome.err
    assert "Traceback" not in outcome.err
