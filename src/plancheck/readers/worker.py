"""The process that reads one file: a request on standard input, the document on standard output.

It is started by `readers.apart`, which may kill it at any moment. It imports nothing of the language tools. When its
parent goes away it goes as well.
"""

import json
import os
import sys
import threading
from pathlib import Path
from typing import IO, Any

from plancheck.collecting import collect_seldom
from plancheck.errors import PlancheckError
from plancheck.model.document import Document
from plancheck.readers import Limits, read, wire
from plancheck.readers.progress import TICK, on_tick
from plancheck.readers.refusals import too_much_memory
from plancheck.readers.usage import NOTED_IN, end_groups

_CPU_TIMES = 20
"""Processor time, as a multiple of the time limit, after which the kernel ends a reader that nobody watches."""
_NETWORK = frozenset(("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "urllib.Request"))


def main() -> None:
    """Answer the one request."""
    answers = _own_channel()
    request = json.loads(sys.stdin.buffer.readline())
    threading.Thread(target=_leave_with_parent, daemon=True).start()
    limits = Limits(**request["limits"])
    _limit_myself(limits)
    collect_seldom()
    sys.addaudithook(_refuse_network)
    on_tick(lambda: _say(answers, TICK))
    _say(answers, _answer(request, limits))
    os._exit(0)  # nothing to tidy up: no time for finalisers of foreign code


def _answer(request: dict[str, Any], limits: Limits) -> bytes:
    label = request["label"]
    try:
        return wire.document_to_json(_read(request["path"], label, limits))
    except PlancheckError as error:
        return wire.error_to_json(error)
    except MemoryError:
        pass
    except Exception as error:  # the last resort: the parent turns it into a row
        return json.dumps({"crash": type(error).__name__}).encode("ascii")
    return wire.error_to_json(too_much_memory(label))  # outside the handler: what it held is free again


def _read(path: str, label: str, limits: Limits) -> Document:
    return read(Path(path), label=label, limits=limits)


def _own_channel() -> IO[bytes]:
    """Standard output for answers only: what foreign code prints goes elsewhere."""
    channel = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return channel


def _say(answers: IO[bytes], line: bytes) -> None:
    answers.write(line + b"\n")
    answers.flush()


def _leave_with_parent() -> None:
    sys.stdin.buffer.read()
    if folder := os.environ.get(NOTED_IN):
        end_groups(Path(folder))
    os._exit(1)


def _limit_myself(limits: Limits) -> None:
    """Have the kernel hold the memory limit, where it does (Linux); elsewhere the parent measures."""
    if sys.platform != "linux":
        return
    import resource

    seconds = int(limits.seconds * _CPU_TIMES) + 1
    for kind, most in ((resource.RLIMIT_DATA, limits.memory_bytes), (resource.RLIMIT_CPU, seconds)):
        hard = resource.getrlimit(kind)[1]
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(kind, (most, most))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _refuse_network(event: str, _: tuple[object, ...]) -> None:
    if event in _NETWORK:
        raise PermissionError("reading never uses the network")


if __name__ == "__main__":
    main()
