"""`plancheck evaluate`: what it measures, what it leaves closed, and what it says."""

from pathlib import Path

import pytest

from plancheck import detect
from tests.cli.conftest import Run
from tests.evaluate.conftest import corpus, package

__all__ = ["corpus", "package"]  # fixtures


def test_passages_are_measured_with_the_rules_that_are_given(run: Run, corpus: Path, package: Path) -> None:
    outcome = run("evaluate", str(corpus), "--regels", str(package), "--fouten", "1")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith("Gemeten: 0 documenten en 4 passages van 1 stem\nplancheck ")
    assert "Fout in passages: de eerste van 2" in outcome.out
    assert "krant 004" not in outcome.out


def test_blind_measures_only_the_blind_folder_shows_no_failures_and_says_that_it_is_logged(
    run: Run, corpus: Path, package: Path
) -> None:
    (corpus / "blind").mkdir()
    (corpus / "krant.md").rename(corpus / "blind" / "krant.md")
    assert run("evaluate", str(corpus), "--regels", str(package)).code == 2
    assert not (corpus / "blind" / "logboek.md").exists()
    outcome = run("evaluate", str(corpus), "--regels", str(package), "--blind")
    assert outcome.code == 0
    assert "Blind gemeten; dit staat nu in" in outcome.err
    assert "4 passages" in outcome.out
    assert "Fout in passages" not in outcome.out
    assert "Fout in passages" in run("evaluate", str(corpus), "--regels", str(package), "--blind", "--fouten", "5").out
    logged = (corpus / "blind" / "logboek.md").read_text("utf-8").splitlines()
    assert len([line for line in logged if line.startswith("- ")]) == 2
    assert logged[-1].endswith("5 fouten getoond")


def test_a_signal_can_be_left_out_and_is_named(
    run: Run, corpus: Path, package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[frozenset[str]] = []

    class Spy(detect.Detector):
        def __init__(self, *arguments: object, without: frozenset[str] = frozenset()) -> None:
            seen.append(without)
            super().__init__(*arguments, without=without)  # type: ignore[arg-type]

    monkeypatch.setattr(detect, "Detector", Spy)
    arguments = ("evaluate", str(corpus), "--regels", str(package), "--alleen", "plan")
    outcome = run(*arguments, "--zonder", "koppen", "--zonder", "hol")
    assert "(alleen plan, zonder koppen, zonder hol)" in outcome.out
    assert seen == [{"koppen", "hol"}]


def test_wrong_use_is_one_dutch_sentence(run: Run, corpus: Path) -> None:
    unknown = run("evaluate", str(corpus), "--zonder", "kop")
    assert unknown.code == 2
    assert "Bedoelt u koppen? Toegestaan: geleerd, koppen, hol, inhoud." in unknown.err
    assert "deze map bestaat niet" in run("evaluate", str(corpus / "weg")).err
    (corpus / "krant.md").write_text("=== 1 | Titel\n[[doel]] los\n", "utf-8")
    assert "regel 2: de haken met labels" in run("evaluate", str(corpus)).err


def test_the_help_is_dutch(run: Run) -> None:
    out = run("evaluate", "--help").out
    assert "Meet hoe goed plancheck oordeelt." in out
    assert "geleerd|koppen|hol|inhoud" in out
