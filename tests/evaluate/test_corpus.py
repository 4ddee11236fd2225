"""What is read from a folder, and that blind stays blind."""

from pathlib import Path

import pytest

from plancheck.detect import Detector
from plancheck.errors import WrongUse
from plancheck.evaluate import Run, folder_to_measure, measure, read_corpus, write_down
from plancheck.rules.ruleset import RuleSet


def test_explanations_and_other_folders_hold_no_passages(corpus: Path) -> None:
    (corpus / "bronnen").mkdir()
    (corpus / "bronnen" / "stem.md").write_text("geen passage", "utf-8")
    (corpus / "logboek.md").write_text("# Logboek", "utf-8")
    found = read_corpus(corpus)
    assert found.voices == ("krant",)
    assert len(found.passages) == 4


@pytest.mark.parametrize("blind", [False, True])
def test_a_folder_that_is_not_there_or_holds_nothing_is_refused(tmp_path: Path, blind: bool) -> None:
    with pytest.raises(WrongUse, match="deze map bestaat niet"):
        folder_to_measure(tmp_path / "weg", blind=blind)
    with pytest.raises(WrongUse, match="staat niets om mee te meten"):
        read_corpus(tmp_path)


def test_a_folder_named_blind_is_read_only_when_asked(corpus: Path) -> None:
    with pytest.raises(WrongUse, match="geen map blind"):
        folder_to_measure(corpus, blind=True)
    (corpus / "blind").mkdir()
    (corpus / "blind" / "geheim.md").write_text("dit is niet te lezen als passage", "utf-8")
    assert read_corpus(folder_to_measure(corpus, blind=False)).voices == ("krant",)
    assert folder_to_measure(corpus, blind=True) == corpus / "blind"
    with pytest.raises(WrongUse, match="wordt niet gelezen"):
        folder_to_measure(corpus / "blind", blind=False)


def test_each_blind_measurement_is_a_line_in_the_logbook(corpus: Path, ruleset: RuleSet) -> None:
    found = read_corpus(corpus)
    measurement = measure(found, Detector(ruleset))
    run = Run(version="0.1.0", rules="klein 1.0.0", without=("hol",), failures=0)
    for date in ("2026-11-26", "2026-12-01"):
        path = write_down(corpus, date=date, measurement=measurement, corpus=found, run=run)
    lines = path.read_text("utf-8").splitlines()
    assert lines[0] == "# Logboek van het blind meten"
    assert lines[-2:] == [
        f"- {date}; plancheck 0.1.0; regels klein 1.0.0; zonder hol; "
        "4 passages: P 0,50 R 0,50 F1 0,50, hol doorzien 100,0 %; geen fouten getoond"
        for date in ("2026-11-26", "2026-12-01")
    ]


def test_without_a_logbook_there_are_no_figures(corpus: Path, ruleset: RuleSet) -> None:
    found = read_corpus(corpus)
    (corpus / "logboek.md").mkdir()
    with pytest.raises(WrongUse, match="kan niet worden geschreven"):
        write_down(
            corpus,
            date="2026-11-26",
            measurement=measure(found, Detector(ruleset)),
            corpus=found,
            run=Run(version="1", rules="k"),
        )
