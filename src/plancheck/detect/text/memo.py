"""What is worked out once per text, each thing kept by the module that works it out."""

from typing import Any, Generic, Protocol, TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")


class Remembers(Protocol):
    """A text that has room for what is worked out of it."""

    @property
    def memory(self) -> dict[object, dict[Any, Any]]:
        """What each memo holds of this text."""


class Memo(Generic[Key, Value]):
    """Something worked out at most once per text and key, such as the units under the headings of a topic.

    A module makes one for each such thing, at its top, with a docstring that says what is kept and by what.
    """

    def of(self, text: Remembers) -> dict[Key, Value]:
        """What was worked out of this text so far, to be looked in and added to."""
        found = text.memory.get(self)
        if found is None:
            found = text.memory[self] = {}
        return found
