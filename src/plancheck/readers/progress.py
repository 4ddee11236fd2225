"""Signs of progress of a long reading, so that only a reader that stands still is ended at its time limit.

To be given after bounded pieces of slow work, such as recognising the text of one page.
"""

from collections.abc import Callable

TICK = b"."
"""How the process that reads tells it to the one that asked, as a line."""

_listeners: list[Callable[[], None]] = []


def tick() -> None:
    """Say that a piece is done; without effect where nobody listens."""
    for listener in _listeners:
        listener()


def on_tick(listener: Callable[[], None]) -> None:
    """Have this called at every sign, for the rest of the process."""
    _listeners.append(listener)
