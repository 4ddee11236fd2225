"""A report is there whole, or not at all."""

import os
import stat
import sys
from pathlib import Path

import pytest

from plancheck.batch import write_whole
from plancheck.batch.output import check_target
from plancheck.errors import WrongUse

if sys.platform != "win32":
    import resource


def test_the_content_is_written_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    target = tmp_path / "rapport.html"
    write_whole(target, b"een")
    write_whole(target, b"twee")
    assert target.read_bytes() == b"twee"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("failure", [OSError("vol"), KeyboardInterrupt()])
def test_an_interrupted_write_leaves_the_old_report_and_no_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failure: BaseException
) -> None:
    target = tmp_path / "rapport.html"
    target.write_bytes(b"oud")

    def fail(_handle: int) -> None:
        raise failure

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(WrongUse if isinstance(failure, OSError) else KeyboardInterrupt):
        write_whole(target, b"nieuw")
    assert target.read_bytes() == b"oud"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of a file")
def test_without_room_the_old_report_stays_and_one_sentence_says_so(tmp_path: Path) -> None:
    target = tmp_path / "rapport.html"
    target.write_bytes(b"oud")
    _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, most))
    try:
        with pytest.raises(WrongUse, match="er is geen ruimte meer"):
            write_whole(target, b"nieuw" * 4096)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert target.read_bytes() == b"oud"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes with a name in a folder")
def test_a_pipe_and_a_device_are_refused_beforehand(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pijp")
    for target in (tmp_path / "pijp", Path(os.devnull)):
        with pytest.raises(WrongUse, match="geen gewoon bestand"):
            check_target(target)


@pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")
def test_others_can_read_a_report_as_they_can_any_new_file(tmp_path: Path) -> None:
    plain = tmp_path / "gewoon"
    plain.write_bytes(b"")
    write_whole(tmp_path / "rapport", b"")
    assert stat.S_IMODE((tmp_path / "rapport").stat().st_mode) == stat.S_IMODE(plain.stat().st_mode)


def test_a_missing_folder_or_a_folder_as_target_is_refused_beforehand(tmp_path: Path) -> None:
    with pytest.raises(WrongUse, match="bestaat niet"):
        check_target(tmp_path / "weg" / "rapport.html")
    with pytest.raises(WrongUse, match="is een map"):
        check_target(tmp_path)
