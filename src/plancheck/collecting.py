"""How often this process looks for circular garbage; for the processes that are plancheck's own."""

import gc


def collect_seldom() -> None:
    """Look for circular garbage less often than Python does by itself.

    The terms and weights of a rule set, and the blocks of a document, are a million objects that stay: going through
    them again and again takes a fifth of the time of a run.
    """
    gc.set_threshold(100_000, 20, 100)
