"""Reading a file in a process of its own, which is ended at its time or memory limit.

What crashes or hangs there, even in a parser in C, costs one file and ends as one sentence.
"""

import json
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import IO

from plancheck.model.document import Document
from plancheck.readers import wire
from plancheck.readers.limits import DEFAULT_LIMITS, Limits
from plancheck.readers.progress import TICK
from plancheck.readers.refusals import crashed, failed, too_much_memory, too_slow
from plancheck.readers.scratch import scratch_folder
from plancheck.readers.usage import NOTED_IN, end_groups, end_tree, memory_of

WORKER = "plancheck.readers.worker"
"""The module that the other process runs."""
_POLL = 0.2
"""Seconds between two looks at the memory, where the kernel does not hold the limit."""


def read_apart(
    path: str | Path,
    *,
    label: str | None = None,
    limits: Limits = DEFAULT_LIMITS,
    meanwhile: Callable[[], object] = lambda: None,
) -> Document:
    """Read a document as `readers.read` does, in another process.

    meanwhile: called once, when that process has been started.

    Raises:
        UnreadableFile, EncryptedFile: the file cannot be read, or makes a parser crash.
        LimitExceeded: it asks more than the limits allow, time and memory included.
        PlancheckError: reading failed by a mistake of plancheck.
    """
    shown = label if label is not None else os.fspath(path).replace("\\", "/")
    with scratch_folder() as folder, _started(folder) as process:
        lines: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        threading.Thread(target=_listen, args=(process.stdout, lines), daemon=True).start()
        _send(process, {"path": os.fspath(path), "label": shown, "limits": asdict(limits)})
        meanwhile()
        return _document(_last_line(process, lines, shown, limits), shown)


@contextmanager
def _started(folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """The process that reads; on leaving it is gone, and what it started itself too."""
    process = subprocess.Popen(  # noqa: S603 - our own interpreter, no shell
        [sys.executable, "-P", "-m", WORKER],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=None if os.environ.get("PLANCHECK_DEBUG") == "1" else subprocess.DEVNULL,
        env=_environment(folder),
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    try:
        yield process
    finally:
        end_tree(process)
        end_groups(folder)  # what a reader that crashed left running
        for stream in (process.stdin, process.stdout):
            _close(stream)


def _environment(folder: Path) -> dict[str, str]:
    """The same modules as here; temporary files in the folder that we remove; no threads that only cost memory."""
    modules = os.pathsep.join(place for place in sys.path if place and Path(place).is_absolute())
    places = dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(folder))
    threads = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS"), "1")
    return {**os.environ, **places, **threads, "PYTHONPATH": modules, NOTED_IN: str(folder)}


def _close(stream: IO[bytes] | None) -> None:
    try:
        if stream is not None:
            stream.close()
    except OSError:  # a pipe whose other end is gone
        pass


def _send(process: subprocess.Popen[bytes], request: dict[str, object]) -> None:
    """Send the request; standard input stays open, since its end tells the reader that we are gone."""
    stream = process.stdin
    if stream is None:
        raise RuntimeError("started without a pipe")
    try:
        stream.write(json.dumps(request).encode("ascii") + b"\n")
        stream.flush()
    except OSError:  # it ended already: its missing answer tells
        pass


def _listen(stream: IO[bytes], lines: "queue.SimpleQueue[bytes]") -> None:
    """Pass on every line, and an empty one at the end."""
    try:
        for line in stream:
            lines.put(line.strip())
    except (OSError, ValueError):  # closed, since the reader was ended
        pass
    lines.put(b"")


def _last_line(process: subprocess.Popen[bytes], lines: "queue.SimpleQueue[bytes]", path: str, limits: Limits) -> bytes:
    """What the reader answers; empty when it ended without an answer.

    Raises:
        LimitExceeded: it takes too long or too much.
    """
    wait_for = limits.seconds if sys.platform == "linux" else _POLL
    until = time.monotonic() + limits.seconds
    while True:
        try:
            line = lines.get(timeout=max(0.0, min(wait_for, until - time.monotonic())))
        except queue.Empty:
            line = None
        if line is not None and line != TICK:
            return line
        if line == TICK:
            until = time.monotonic() + limits.seconds
        elif time.monotonic() >= until:
            raise too_slow(path)
        if sys.platform != "linux" and memory_of(process.pid) > limits.memory_bytes:
            raise too_much_memory(path)


def _document(line: bytes, path: str) -> Document:
    try:
        answer = json.loads(line)
        if "crash" not in answer:
            return wire.from_json(line)
    except (ValueError, TypeError) as error:
        raise crashed(path) from error
    raise failed(path, str(answer["crash"]))
