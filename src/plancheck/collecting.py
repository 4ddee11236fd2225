"""What a process does with memory and cores; for the processes that are plancheck's own."""

import gc
import os


def collect_seldom() -> None:
    """Look for circular garbage less often than Python does by itself.

    The terms and weights of a rule set, and the blocks of a document, are a million objects that stay: going through
    them again and again takes a fifth of the time of a run. A long document comes to its end without once.
    """
    gc.set_threshold(400_000, 20, 100)


def stay_on_one_core() -> None:
    """Let numpy start no threads, here and in processes started from here. To be called before numpy is imported.

    What is multiplied is small: threads cost more than they save, and several files are judged in several processes.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
