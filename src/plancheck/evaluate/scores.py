"""Counting: how often what was found is right, how often what is there was found, and whether confidence is honest."""

from collections.abc import Iterable
from dataclasses import dataclass

_BINS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """both: there and found. extra: found but not there. missed: there but not found."""

    both: int = 0
    extra: int = 0
    missed: int = 0

    @property
    def there(self) -> int:
        """How many there are."""
        return self.both + self.missed

    @property
    def found(self) -> int:
        """How many were found, rightly or not."""
        return self.both + self.extra

    @property
    def precision(self) -> float | None:
        """The share of what was found that is there; None when nothing was found."""
        return self.both / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """The share of what is there that was found; None when there is nothing."""
        return self.both / self.there if self.there else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall; None when nothing is there and nothing was found."""
        total = self.there + self.found
        return 2 * self.both / total if total else None


def count(pairs: Iterable[tuple[bool, bool]]) -> Counts:
    """Counts of pairs (there, found)."""
    both = extra = missed = 0
    for there, found in pairs:
        both += there and found
        extra += found and not there
        missed += there and not found
    return Counts(both=both, extra=extra, missed=missed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A number out of a number."""

    part: int
    number: int

    @property
    def value(self) -> float | None:
        """As a fraction; None of nothing."""
        return self.part / self.number if self.number else None


def share(flags: Iterable[bool]) -> Share:
    """How many of the flags are true."""
    found = list(flags)
    return Share(part=sum(found), number=len(found))


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """Verdicts whose confidence lies from `low` up to the next bin. confidence, right: means, 0-1."""

    low: float
    number: int
    confidence: float
    right: float


def bins(verdicts: Iterable[tuple[float, bool]]) -> tuple[Bin, ...]:
    """Pairs (confidence, right) in bins of a tenth, lowest first; empty bins are left out."""
    found: dict[int, list[tuple[float, bool]]] = {}
    for confidence, right in verdicts:
        place = min(_BINS - 1, int(round(confidence, 6) * _BINS))
        found.setdefault(place, []).append((confidence, right))
    return tuple(_bin(place, found[place]) for place in sorted(found))


def _bin(place: int, verdicts: list[tuple[float, bool]]) -> Bin:
    number = len(verdicts)
    return Bin(
        low=place / _BINS,
        number=number,
        confidence=sum(confidence for confidence, _ in verdicts) / number,
        right=sum(right for _, right in verdicts) / number,
    )


def calibration_error(found: Iterable[Bin]) -> float | None:
    """The mean distance between confidence and the share that is right, weighed by number."""
    listed = list(found)
    number = sum(each.number for each in listed)
    return sum(each.number * abs(each.confidence - each.right) for each in listed) / number if number else None
