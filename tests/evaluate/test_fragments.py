"""Fragments: a stretch of a plan for one requirement, with what a person judged of it."""

from pathlib import Path

import pytest

from plancheck.detect import Detector
from plancheck.errors import InvalidCorpus
from plancheck.evaluate import Run, measure, read_corpus, render, write_down
from plancheck.evaluate.fragments import holds_fragments, read_fragments
from tests.shipped import shipped_rules

FRAGMENTS = """```plan onderdeel=projectplan.begroting oordeel=onvolledig mist=dekking
# Projectplan Kluisakker
## Wat het kost
| Post | Bedrag |
|---|---|
| Projectleider, twee jaar | 240.000 euro |
| Onderzoek naar de bodem | 65.000 euro |
| Bijeenkomsten en post | 18.000 euro |
```
<!-- waarom: bedragen per post, nergens wie betaalt -->

```plan onderdeel=projectplan.begroting oordeel=ontbreekt hol
# Projectplan Kluisakker
## Wat het kost
De begroting volgt in de volgende versie.
```

```tekst
dit is geen fragment
```
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "projectplan.md").write_text(FRAGMENTS, "utf-8")
    return tmp_path


def test_a_fragment_has_its_requirement_verdict_reason_and_place(folder: Path) -> None:
    first, second = read_fragments(folder / "projectplan.md")
    assert (first.name, second.name) == ("projectplan.md:1", "projectplan.md:12")
    assert first.text.startswith("# Projectplan Kluisakker\n## Wat het kost\n| Post")
    assert (first.label.requirement, first.label.status) == ("projectplan.begroting", "onvolledig")
    assert first.label.missing == ("dekking",)
    assert first.label.why == "bedragen per post, nergens wie betaalt"
    assert (second.label.hollow, second.label.missing, second.label.why) == (True, (), "")


def test_fragments_are_told_from_passages() -> None:
    assert holds_fragments(FRAGMENTS)
    assert not holds_fragments("=== 001 | Plan\nHet kost 4 miljoen euro. [[kosten-totaal]]\n")


def test_fragments_are_judged_and_counted_as_verdicts_without_a_kind(folder: Path) -> None:
    corpus = read_corpus(folder)
    measured = measure(corpus, Detector(shipped_rules()))
    assert [verdict.status for verdict in measured.documents] == ["onvolledig", "ontbreekt"]
    assert all(verdict.right for verdict in measured.documents)
    assert measured.kinds == ()
    told = render(measured, corpus, Run(version="0.1.0", rules="warmtetransitie"))
    assert "Gemeten: 0 documenten, 2 fragmenten en 0 passages" in told
    assert "FRAGMENTEN" in told
    assert "Soort document" not in told
    assert "2 van 2" in told


def test_only_the_requirements_that_were_asked_for_are_judged(folder: Path) -> None:
    assert measure(read_corpus(folder), Detector(shipped_rules()), prefix="startnotitie").documents == ()


def test_a_requirement_that_the_package_does_not_have_is_not_judged(folder: Path) -> None:
    (folder / "projectplan.md").write_text("```plan onderdeel=sport.veld oordeel=aanwezig\n# Plan\n```\n", "utf-8")
    measured = measure(read_corpus(folder), Detector(shipped_rules()))
    assert [verdict.status for verdict in measured.documents] == ["geen"]


def test_a_blind_look_at_fragments_is_logged_with_its_figures(folder: Path) -> None:
    corpus = read_corpus(folder)
    measured = measure(corpus, Detector(shipped_rules()))
    run = Run(version="0.1.0", rules="warmtetransitie", failures=0)
    logbook = write_down(folder, date="2026-11-27", measurement=measured, corpus=corpus, run=run)
    assert "2 fragmenten: exact 100" in logbook.read_text("utf-8")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("```plan onderdeel=a.b oordeel=aanwezig\n# Plan\n", "regel 1: dit fragment eindigt niet"),
        ("\n```plan oordeel=aanwezig\n# Plan\n```\n", "regel 2: dit fragment zegt niet voor welk onderdeel"),
        ("```plan onderdeel=a.b oordeel=goed\n# Plan\n```\n", "regel 1: dit fragment heeft geen oordeel"),
    ],
)
def test_a_wrong_fragment_is_named_with_its_line(tmp_path: Path, text: str, sentence: str) -> None:
    (tmp_path / "stuk.md").write_text(text, "utf-8")
    with pytest.raises(InvalidCorpus) as caught:
        read_corpus(tmp_path)
    assert sentence in str(caught.value)
    assert "stuk.md" in str(caught.value)
