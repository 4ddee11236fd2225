"""A reader that behaves as badly as its file says; stands in for a parser in C. Run as the module of the process."""

import ctypes
import os
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from plancheck.model.document import Document, Source
from plancheck.readers import Limits, programs, worker
from plancheck.readers.progress import tick


def behave(path: str, label: str, limits: Limits) -> Document:
    word = Path(path).read_text(encoding="utf-8").strip()
    Path(tempfile.gettempdir(), "achtergelaten").write_text("x", encoding="utf-8")
    if word == "crash":
        ctypes.string_at(0)
    if word == "hang":
        child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
        Path(path).with_suffix(".pid").write_text(str(child.pid), encoding="ascii")
        time.sleep(600)
    if word == "crash beside a program":
        told = Path(path).with_suffix(".pid")
        script = "import os, sys, time; print(os.getpid(), file=open(sys.argv[1], 'w'), flush=True); time.sleep(600)"
        command = [sys.executable, "-c", script, str(told)]
        threading.Thread(target=lambda: programs.run(command, seconds=600), daemon=True).start()
        while not (told.exists() and told.read_text(encoding="ascii").endswith("\n")):
            time.sleep(0.02)
        os._exit(1)
    if word == "slurp":
        _ = [bytearray(10_000_000) for _ in range(1000)]
    if word == "slow":
        for _ in range(5):
            time.sleep(0.4)
            tick()
    if word == "print":
        os.write(1, b'{"document": "van een ander"}\n')
    if word == "bug":
        raise KeyError("x")
    if word == "network":
        import socket

        socket.create_connection(("127.0.0.1", 9))
    return Document(source=Source(path=label, sha256="0", format="markdown"), blocks=())


if __name__ == "__main__":
    worker._read = behave
    worker.main()
