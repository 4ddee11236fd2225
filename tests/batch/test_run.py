"""Judging many files: the same for any number of processes, and a crash costs one row."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from plancheck.batch import default_jobs, run
from plancheck.errors import UnreadableFile
from plancheck.model.finding import Unreadable
from tests.batch.judges import by_name

NAMES = ["slow-a.docx", "b.docx", "bad.pdf", "c.docx"]


def test_results_are_the_same_and_in_order_for_one_and_for_two_processes() -> None:
    assert _shown(run(NAMES, by_name, jobs=2)) == _shown(run(NAMES, by_name, jobs=1)) == NAMES


def test_a_crash_costs_only_the_guilty_file() -> None:
    results = run(["slow-a.docx", "crash.docx", "b.docx", "slow-c.docx", "d.docx"], by_name, jobs=2)
    guilty = results[1]
    assert isinstance(guilty, Unreadable)
    assert guilty.error.code == "interne-fout"
    assert "plancheck zelf" in guilty.error.message
    assert not any(isinstance(report, Unreadable) for n, report in enumerate(results) if n != 1)


def test_rows_for_what_could_not_be_collected_stay_in_their_place() -> None:
    row = Unreadable(path="leeg", error=UnreadableFile("in deze map staat niets.", path="leeg"))
    assert run(["a.docx", row, "b.docx"], by_name)[1] is row


@pytest.mark.parametrize("jobs", [1, 2])
def test_every_judged_file_is_announced_once(jobs: int) -> None:
    done: list[int] = []
    run(NAMES, by_name, jobs=jobs, on_done=lambda: done.append(1))
    assert len(done) == len(NAMES)


def test_an_interrupt_stops_the_processes_at_once() -> None:
    def interrupt() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(["a.docx", "slow-b.docx", "slow-c.docx", "slow-d.docx"], by_name, jobs=2, on_done=interrupt)


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="only Linux tells which processes there are")
def test_when_the_program_is_killed_its_processes_do_not_stay_behind() -> None:
    script = (
        "import multiprocessing, time\n"
        "from plancheck.batch import run\n"
        "from tests.batch.judges import by_name\n"
        "def told():\n"
        "    print(*[process.pid for process in multiprocessing.active_children()], flush=True)\n"
        "    time.sleep(60)\n"
        "run(['a.docx', 'b.docx', 'c.docx'], by_name, jobs=2, on_done=told)\n"
    )
    root = Path(__file__).parents[2]
    with subprocess.Popen([sys.executable, "-c", script], cwd=root, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        numbers = [int(number) for number in program.stdout.readline().split()]
        program.kill()
    assert len(numbers) == 2
    until = time.monotonic() + 20
    while any(map(_runs, numbers)) and time.monotonic() < until:
        time.sleep(0.1)
    assert not any(map(_runs, numbers))


def _runs(number: int) -> bool:
    """Whether this process runs; one that ended and that nobody asked about does not."""
    try:
        return Path(f"/proc/{number}/stat").read_text("utf-8").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_one_file_takes_one_process_and_many_at_most_eight() -> None:
    assert default_jobs(1) == 1
    assert default_jobs(0) == 1
    assert 1 <= default_jobs(1000) <= 8


def _shown(results: tuple[object, ...]) -> list[str]:
    return [report.path if isinstance(report, Unreadable) else report.document.source.path for report in results]  # type: ignore[attr-defined]
