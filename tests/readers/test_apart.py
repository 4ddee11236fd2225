"""A file is read in a process of its own: what goes wrong there is one sentence, and leaves nothing behind."""

import os
import sys
import tempfile
import time
from pathlib import Path

import pytest

from plancheck.errors import LimitExceeded, PlancheckError, UnreadableFile
from plancheck.model.document import Document
from plancheck.readers import Limits, apart, read
from plancheck.readers.apart import read_apart
from plancheck.readers.scratch import PREFIX, remove_leftovers
from tests.readers.test_bad_input import pdf_bytes, word_bytes

linux = pytest.mark.skipif(sys.platform != "linux", reason="the kernel holds the limit on Linux only")


@pytest.fixture
def own_temp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "tijdelijk"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def ask_bad_reader(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, word: str, limits: Limits | None = None
) -> Document:
    monkeypatch.setattr(apart, "WORKER", "tests.readers.bad_reader")
    (tmp_path / "plan.md").write_text(word, encoding="utf-8")
    return read_apart(tmp_path / "plan.md", label="plan.md", limits=limits or Limits())


@pytest.mark.parametrize("made", ["docx", "pdf", "md"])
def test_a_document_read_apart_is_the_same(tmp_path: Path, made: str) -> None:
    text = "Het plan voor de wijk: één 'lijst' & meer."
    contents = {"docx": word_bytes(text), "pdf": pdf_bytes(text=text), "md": f"# Kop\n\n{text}\n\n| a | b |".encode()}
    (tmp_path / "plan").write_bytes(contents[made])
    assert read_apart(tmp_path / "plan") == read(tmp_path / "plan")


def test_a_real_plan_read_apart_is_the_same() -> None:
    for name in ("docx", "pdf"):
        path = Path(f"corpora/voorbeelden/concept-uitvoeringsplan-compleet.{name}")
        assert read_apart(path) == read(path)


def test_a_refusal_comes_back_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "dicht.pdf").write_bytes(pdf_bytes(text="Geheim.", encrypt="wachtwoord"))
    for path in (tmp_path / "dicht.pdf", tmp_path / "weg.docx"):
        with pytest.raises(UnreadableFile) as here:
            read(path, label="a/b.docx")
        with pytest.raises(type(here.value)) as there:
            read_apart(path, label="a/b.docx")
        assert (str(there.value), there.value.code) == (str(here.value), here.value.code)


def test_a_crash_in_a_parser_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, own_temp: Path) -> None:
    with pytest.raises(UnreadableFile, match=r"plan\.md: .* liep een leesprogramma vast"):
        ask_bad_reader(monkeypatch, tmp_path, "crash")
    assert list(own_temp.iterdir()) == []


def test_a_hanging_reader_is_ended_with_what_it_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, own_temp: Path
) -> None:
    with pytest.raises(LimitExceeded) as caught:
        ask_bad_reader(monkeypatch, tmp_path, "hang", Limits(seconds=2))
    assert caught.value.code == "te-lang-bezig"
    assert list(own_temp.iterdir()) == []
    if sys.platform == "linux":
        child = int((tmp_path / "plan.pid").read_text(encoding="ascii"))
        assert _has_ended(child)


@linux
def test_a_program_of_a_reader_that_crashed_is_ended_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, own_temp: Path
) -> None:
    with pytest.raises(UnreadableFile):
        ask_bad_reader(monkeypatch, tmp_path, "crash beside a program")
    assert _has_ended(int((tmp_path / "plan.pid").read_text(encoding="ascii")))
    assert list(own_temp.iterdir()) == []


def _has_ended(pid: int) -> bool:
    for _ in range(100):
        try:
            state = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()[0]
        except OSError:
            return True
        if state == "Z":
            return True
        time.sleep(0.05)
    return False


def test_signs_of_progress_give_more_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert ask_bad_reader(monkeypatch, tmp_path, "slow", Limits(seconds=1.5)).source.path == "plan.md"


@linux
def test_memory_is_limited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(LimitExceeded, match="te veel geheugen"):
        ask_bad_reader(monkeypatch, tmp_path, "slurp", Limits(memory_bytes=500_000_000))


def test_what_foreign_code_prints_is_no_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert ask_bad_reader(monkeypatch, tmp_path, "print").blocks == ()


@pytest.mark.parametrize(("word", "name"), [("bug", "KeyError"), ("network", "PermissionError")])
def test_a_mistake_of_plancheck_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, word: str, name: str) -> None:
    with pytest.raises(PlancheckError, match=name) as caught:
        ask_bad_reader(monkeypatch, tmp_path, word)
    assert caught.value.code == "interne-fout"


def test_the_reader_knows_no_language_tools(tmp_path: Path) -> None:
    import subprocess

    code = "import plancheck.readers.worker, sys; print('spacy' in sys.modules, 'plancheck.nlp' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.split() == ["False", "False"]


def test_modules_in_the_users_folder_are_not_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "lxml.py").write_text("raise SystemExit(1)", encoding="utf-8")
    (tmp_path / "plan.docx").write_bytes(word_bytes("Een plan."))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", [place for place in sys.path if place])
    assert read_apart("plan.docx").blocks


def test_leftovers_are_removed_and_folders_in_use_are_not(tmp_path: Path) -> None:
    gone = tmp_path / f"{PREFIX}4194999-abc"
    used = tmp_path / f"{PREFIX}{os.getpid()}-abc"
    old = tmp_path / f"{PREFIX}{os.getpid()}-oud"
    for folder in (gone, used, old):
        folder.mkdir()
    os.utime(old, (0, 0))
    remove_leftovers(tmp_path)
    left = {folder.name for folder in tmp_path.iterdir()}
    assert used.name in left
    assert old.name not in left
    assert sys.platform == "win32" or gone.name not in left
