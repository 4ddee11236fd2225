"""What a run asks is checked before any file is read; dates come from the file when nobody gives one."""

import os
import pickle
from pathlib import Path

import pytest

from plancheck.batch import Judge
from plancheck.batch.judge import crashed, own_date
from plancheck.errors import WrongUse
from plancheck.model.document import Document, Properties, Source
from plancheck.model.finding import Unreadable
from plancheck.rules.ruleset import FactRule, RuleSet
from tests.reports.builders import MILESTONES

RULES = RuleSet(
    id="p",
    title="P",
    version="1.0.0",
    milestones=MILESTONES,
    kinds=(),
    requirements={},
    concepts={},
    facts=(FactRule(name="warmteoplossing", question="Welke?", values={"warmtenet": (), "all-electric": ()}),),
)


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        (
            {"milestone": "projektplan"},
            "Onbekende mijlpaal: 'projektplan'. Bedoelt u projectplan? Toegestaan: startnotitie, projectplan.",
        ),
        ({"facts": {"warmte": "ja"}}, "Onbekend feit: 'warmte'."),
        ({"facts": {"warmteoplossing": "warmtenett"}}, "Bedoelt u warmtenet? Toegestaan: warmtenet, all-electric."),
        ({"reference_date": "23-11-2026"}, "'23-11-2026' is geen datum. Schrijf een datum als 2026-11-23."),
        ({"reference_date": "2026-02-30"}, "'2026-02-30' is geen datum."),
    ],
)  # fmt: skip
def test_an_unknown_value_is_refused_with_what_is_allowed(asked: dict[str, object], sentence: str) -> None:
    with pytest.raises(WrongUse) as caught:
        Judge.of(RULES, **asked)  # type: ignore[arg-type]
    assert sentence in str(caught.value)


def test_a_judge_can_go_to_another_process() -> None:
    judge = Judge.of(
        RULES, milestone="projectplan", facts={"warmteoplossing": "warmtenet"}, reference_date="2026-11-23"
    )
    assert pickle.loads(pickle.dumps(judge)) == judge


@pytest.mark.parametrize(
    ("created", "modified", "date"),
    [("2025-01-02", "2026-03-04", "2026-03-04"), ("2025-01-02", "", "2025-01-02"), ("", "", ""), ("ooit", "2026", "")],
)
def test_the_own_date_is_that_of_the_last_change_else_of_the_making(created: str, modified: str, date: str) -> None:
    document = Document(
        source=Source(path="a.docx", sha256="", format="docx"),
        blocks=(),
        properties=Properties(created=created, modified=modified),
    )
    assert own_date(document) == date


def test_a_failure_of_plancheck_itself_is_a_row_that_names_it(capsys: pytest.CaptureFixture[str]) -> None:
    row = crashed("a.docx", KeyError("x"))
    assert row.error.code == "interne-fout"
    assert "KeyError" in str(row.error)
    assert capsys.readouterr().err == ""


def test_a_traceback_is_shown_when_asked_for(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLANCHECK_DEBUG", "1")
    crashed("a.docx", KeyError("x"))
    assert "KeyError: 'x'" in capsys.readouterr().err


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes with a name in a folder")
def test_a_pipe_is_refused_in_one_sentence_and_nobody_is_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pijp.docx")
    row = Judge.of(RULES)(str(tmp_path / "pijp.docx"))
    assert isinstance(row, Unreadable)
    assert row.error.code == "geen-bestand"
    assert row.error.message == "dit is geen gewoon bestand maar een pijp of een apparaat."


@pytest.mark.skipif(os.name == "nt", reason="Windows asks for rights to make links")
def test_a_link_to_itself_is_refused_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "lus.docx").symlink_to(tmp_path / "lus.docx")
    row = Judge.of(RULES)(str(tmp_path / "lus.docx"))
    assert isinstance(row, Unreadable)
    assert (row.error.code, row.error.message) == ("bestaat-niet", "deze koppeling wijst naar zichzelf.")
