"""Judging many files, in processes where that helps. A crash costs the file that caused it, and no other."""

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context, parent_process
from typing import Any

from plancheck.batch.judge import crashed
from plancheck.collecting import collect_seldom
from plancheck.model.finding import Result, Unreadable

MOST_JOBS = 61
"""Windows cannot wait for more processes than this."""
_USUAL_MOST = 8

JudgeFile = Callable[[str], Result]
"""Judges one path; must be picklable, and must not raise."""


def default_jobs(files: int) -> int:
    """How many processes to use when the user does not say: one for one file, else one per core, at most 8."""
    return max(1, min(files, os.cpu_count() or 1, _USUAL_MOST))


def run(
    inputs: Sequence[str | Unreadable],
    judge: JudgeFile,
    *,
    jobs: int = 1,
    on_done: Callable[[], None] = lambda: None,
) -> tuple[Result, ...]:
    """Judge the files, in order; rows for what could not be read stay in their place.

    on_done is called after every file.
    """
    results: dict[int, Result] = {n: path for n, path in enumerate(inputs) if isinstance(path, Unreadable)}
    paths = {n: path for n, path in enumerate(inputs) if isinstance(path, str)}
    if jobs > 1 and len(paths) > 1:
        _run_in_processes(paths, judge, min(jobs, len(paths), MOST_JOBS), results, on_done)
    else:
        for n, path in paths.items():
            results[n] = judge(path)
            on_done()
    return tuple(results[n] for n in range(len(inputs)))


def _run_in_processes(
    paths: dict[int, str], judge: JudgeFile, jobs: int, results: dict[int, Result], on_done: Callable[[], None]
) -> None:
    """Fill `results`. As many files are handed out as there are processes, so that a crash has few suspects."""
    waiting = list(reversed(paths))
    while waiting:
        with _pool(judge, jobs) as pool:
            running: dict[Future[Result], int] = {}
            broken = False
            while (waiting or running) and not broken:
                broken = _hand_out(pool, paths, waiting, running, jobs) or _take_done(paths, running, results, on_done)
        for n in sorted(running.values()):
            results[n] = _judge_alone(paths[n], judge)
            on_done()


def _hand_out(
    pool: ProcessPoolExecutor, paths: dict[int, str], waiting: list[int], running: dict[Future[Result], int], jobs: int
) -> bool:
    """Give every free process a file. True: the pool turned out to be broken."""
    while waiting and len(running) < jobs:
        n = waiting[-1]
        try:
            with _apart_from_the_program():
                future = pool.submit(_judge_one, paths[n])
        except BrokenProcessPool:
            return True
        running[future] = n
        waiting.pop()
    return False


def _take_done(
    paths: dict[int, str],
    running: dict[Future[Result], int],
    results: dict[int, Result],
    on_done: Callable[[], None],
) -> bool:
    """Move what is ready to `results`. True: the pool is broken; what is left in `running` is suspect."""
    done, _ = wait(running, return_when=FIRST_COMPLETED)
    broken = False
    for future in done:
        n = running[future]
        try:
            answer = future.result()
        except BrokenProcessPool:
            broken = True
            continue
        except Exception as error:  # the result could not travel between processes
            answer = crashed(paths[n], error)
        results[n] = answer
        del running[future]
        on_done()
    return broken


def _judge_alone(path: str, judge: JudgeFile) -> Result:
    """Judge a suspect in a process of its own: if that breaks too, this file did it."""
    with _pool(judge, 1) as pool:
        try:
            with _apart_from_the_program():
                future = pool.submit(_judge_one, path)
            return future.result()
        except BrokenProcessPool:
            return crashed(path)


@contextmanager
def _pool(judge: JudgeFile, jobs: int) -> Iterator[ProcessPoolExecutor]:
    """Fresh processes, started alike on every system. On an exception they are stopped, not waited for."""
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_begin, initargs=(judge,))
    try:
        yield pool
    except BaseException:
        for process in list((getattr(pool, "_processes", None) or {}).values()):
            process.terminate()
        pool.shutdown(wait=False, cancel_futures=True)
        raise
    pool.shutdown(wait=True)


@contextmanager
def _apart_from_the_program() -> Iterator[None]:
    """Start processes that do not run the program which called us once more.

    They would import it, and a script without `if __name__ == "__main__"` would begin anew in each of them. They need
    nothing of it: what they do stands in this package.
    """
    main = vars(sys.modules["__main__"])
    kept: dict[str, Any] = {name: main[name] for name in ("__spec__", "__file__") if name in main}
    main.update(dict.fromkeys(kept))
    try:
        yield
    finally:
        main.update(kept)


_judge: list[JudgeFile] = []


def _begin(judge: JudgeFile) -> None:
    """In a new process: keep the judge, leave Ctrl-C to the parent, and end when the parent does."""
    collect_seldom()
    threading.Thread(target=_leave_with_parent, daemon=True).start()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _judge[:] = [judge]


def _leave_with_parent() -> None:
    """A parent that is ended from outside says nothing: its processes would wait for work for ever."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _judge_one(path: str) -> Result:
    return _judge[0](path)
