"""The example plans: built from their sources byte for byte, and labelled for every requirement of their kind."""

import importlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

EXAMPLES = Path(__file__).parents[2] / "corpora" / "voorbeelden"
NAMES = sorted(path.stem for path in (EXAMPLES / "bronnen").glob("*.md"))

PARTICIPATION = """participatiestrategie.sleutelspelers participatiestrategie.betrokkenheid
participatiestrategie.fasering participatiestrategie.verordening
participatieplan.doelen participatieplan.middelen participatieplan.planning""".split()
KAVELPLAN = """gebied leveringszekerheid uitstootnormen warmtebehoefte tapwater verbruikers netontwerp warmteverlies
planning kosten tarieven voorwaarden afleverset afwijking-globaal uitgewerkt""".split()
TOPICS = """gebied totstandkoming warmteoplossing toetsing-aan-kader maatregelen planning financien ondersteuning
participatie rollen risicos juridisch koppelkansen""".split()
OWN = {
    "startnotitie": """aanleiding einddoel betrokkenen organisatie proces capaciteit gebied opgaven-partners weerstand
        aandachtspunten besluitvorming intentieverklaring""".split(),
    "wijkanalyse": """fysieke-kenmerken sociale-kenmerken warmteopties fysieke-uitdagingen wensen-zorgen koppelkansen
        kansen""".split(),
    "projectplan": """ambities gebied warmteoplossing toetsingskader plan-van-aanpak participatiestrategie
        projectorganisatie begroting risicoanalyse samenwerkingsovereenkomst sporen besluitvorming
        businesscase""".split(),
    "concept-uitvoeringsplan": [*TOPICS, "open-punten"],
    "ontwerp-uitvoeringsplan": [*TOPICS, "uitkomsten-toetsing", "draagvlak", "besluitvorming"],
    "uitvoeringsplan": [
        *TOPICS,
        *"status bevoegd-gezag procedure mer omgevingsplan aansluiting-beleid afspraken-partners vervolg".split(),
        *"programma-inhoud participatie-verantwoording mer-beoordeling onderzoek-actueel einddatum".split(),
        *"keuzevrijheid waarborgen keuze-motivering verwachtingen gebouweisen energiesysteem".split(),
        *"monitoring voorwaarden".split(),
    ],
    "kavelplan": KAVELPLAN,
    "participatieplan": [],
}
ALSO = {
    "wijkanalyse": PARTICIPATION,
    "participatieplan": PARTICIPATION,
    "ontwerp-uitvoeringsplan": ["kavelplan.uitgewerkt", "kavelplan.instemming"],
}
CARRIES_A_KAVELPLAN = {"ontwerp-uitvoeringsplan-compleet"}
STATUSES = {"aanwezig", "onvolledig", "ontbreekt", "niet-van-toepassing", "twijfel"}


@pytest.fixture(scope="module")
def builder() -> Iterator[ModuleType]:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(EXAMPLES))
        yield importlib.import_module("bouw")


def gold(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((EXAMPLES / f"{name}.gold.json").read_text(encoding="utf-8"))
    return loaded


def expected_ids(name: str, milestone: str | None) -> set[str]:
    if milestone is None:
        return set()
    kavelplan = [f"kavelplan.{part}" for part in KAVELPLAN] if name in CARRIES_A_KAVELPLAN else []
    return {f"{milestone}.{part}" for part in OWN[milestone]} | set(ALSO.get(milestone, [])) | set(kavelplan)


@pytest.mark.parametrize("name", NAMES)
def test_rebuilding_gives_the_committed_bytes(builder: ModuleType, name: str) -> None:
    for file_name, data in builder.build(name).items():
        assert data == (EXAMPLES / file_name).read_bytes(), f"{file_name} differs: run corpora/voorbeelden/bouw.py"


def test_the_files_can_be_built_in_another_folder_to_compare(
    builder: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = {path: path.stat().st_mtime_ns for path in EXAMPLES.glob("*.*")}
    monkeypatch.setattr(sys, "argv", ["bouw.py", "--naar", str(tmp_path / "nieuw"), "geen-nieuwsbrief"])
    builder.main()
    built = {path.name: path.read_bytes() for path in (tmp_path / "nieuw").iterdir()}
    assert built == {name: (EXAMPLES / name).read_bytes() for name in ("geen-nieuwsbrief.docx", "geen-nieuwsbrief.pdf")}
    assert {path: path.stat().st_mtime_ns for path in EXAMPLES.glob("*.*")} == before


def test_every_file_has_its_source() -> None:
    for ending in (".docx", ".pdf", ".gold.json"):
        assert sorted(path.name.removesuffix(ending) for path in EXAMPLES.glob(f"*{ending}")) == NAMES


def test_every_kind_has_a_complete_example_and_one_with_gaps() -> None:
    assert {f"{kind}-{form}" for kind in OWN for form in ("compleet", "met-gaten")} <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_gold_labels_every_requirement_of_the_kind(name: str) -> None:
    labels = gold(name)
    assert labels["milestone"] == (None if name.startswith("geen-") else name.rsplit("-compleet")[0].rsplit("-met-")[0])
    assert set(labels["labels"]) == expected_ids(name, labels["milestone"])


@pytest.mark.parametrize("name", NAMES)
def test_gold_agrees_with_itself_and_with_the_text(name: str) -> None:
    source = (EXAMPLES / "bronnen" / f"{name}.md").read_text(encoding="utf-8")
    for rule, label in gold(name)["labels"].items():
        assert label["status"] in STATUSES, rule
        assert bool(label["missing_aspects"]) == (label["status"] in {"onvolledig", "ontbreekt"}), rule
        assert not (label["hollow"] and label["status"] != "ontbreekt"), rule
        assert label["where"] is None or label["where"] in source, rule


@pytest.mark.parametrize("name", [name for name in NAMES if name.endswith("-compleet")])
def test_a_complete_example_has_no_gap(name: str) -> None:
    assert {label["status"] for label in gold(name)["labels"].values()} <= {"aanwezig", "niet-van-toepassing"}


@pytest.mark.parametrize("name", [name for name in NAMES if name.endswith("-met-gaten")])
def test_an_example_with_gaps_misses_about_half(name: str) -> None:
    labels = gold(name)["labels"].values()
    gaps = sum(label["status"] in {"onvolledig", "ontbreekt"} for label in labels)
    assert 0.35 <= gaps / len(labels) <= 0.6
