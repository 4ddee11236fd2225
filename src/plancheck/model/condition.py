"""`wanneer`: under which facts a rule, a level or a step holds. The operators are a small closed set."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Values = Mapping[str, str | None]
"""Fact -> its value; None, or no entry, for a fact that is not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """Holds when the fact has one of the values; `negated`: when it has another one."""

    fact: str
    values: tuple[str, ...]
    negated: bool = False

    def holds(self, known: Values) -> bool | None:
        """True or False; None when the fact is not known."""
        value = known.get(self.fact)
        return None if value is None else (value in self.values) is not self.negated

    @property
    def parts(self) -> tuple["Condition", ...]:
        """The conditions on one fact that this is made of: itself."""
        return (self,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Combination:
    """Several conditions: `every` of them must hold, else one of them."""

    parts: tuple[Condition, ...]
    every: bool = True

    def holds(self, known: Values) -> bool | None:
        """True or False; None when that depends on a fact that is not known."""
        states = {part.holds(known) for part in self.parts}
        decisive = not self.every  # one part decides: a false one of `every`, a true one of the others
        if decisive in states:
            return decisive
        return None if None in states else self.every


When = Condition | Combination


def facts_of(when: When | None) -> frozenset[str]:
    """The facts on which a condition depends."""
    return frozenset(part.fact for part in when.parts) if when else frozenset()


def condition_struct(when: When | None) -> dict[str, Any] | None:
    """A condition with the keys of the rule files, as JSON output gives it; None for none."""
    if when is None:
        return None
    if isinstance(when, Combination):
        return {"alle" if when.every else "een_van": [condition_struct(part) for part in when.parts]}
    return {"feit": when.fact, "niet" if when.negated else "is": list(when.values)}
