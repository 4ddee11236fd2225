"""The command line in one process, with a judge that does what a file's name says."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

import plancheck
from plancheck.batch import Judge
from plancheck.cli import main
from tests.batch.judges import by_name
from tests.batch.test_judge import RULES


@dataclass(frozen=True)
class Outcome:
    code: int
    out: str
    err: str


Run = Callable[..., Outcome]


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Call the command line; gives exit code and both streams."""

    def call(*arguments: str) -> Outcome:
        code = main(arguments)
        out, err = capfdbinary.readouterr()
        return Outcome(code, out.decode("utf-8"), err.decode("utf-8"))

    return call


@pytest.fixture
def plans(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with files, and a judge that gives hand-made reports for them."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(plancheck, "load_rules", lambda _directory: RULES)
    monkeypatch.setattr(Judge, "__call__", lambda _self, path: by_name(path))
    for name in ("goed.docx", "gaten.docx", "bad.pdf", "map/goed.pdf", "map/lees.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"x")
    (tmp_path / "leeg").mkdir()
    return tmp_path
