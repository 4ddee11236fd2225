"""What can be said of one requirement."""

from enum import StrEnum


class Verdict(StrEnum):
    """The verdict on one requirement; values are what a user reads."""

    PRESENT = "aanwezig"
    INCOMPLETE = "onvolledig"
    MISSING = "ontbreekt"
    DOUBT = "twijfel"
    NOT_APPLICABLE = "niet-van-toepassing"
    ELSEWHERE = "elders"

    @property
    def is_gap(self) -> bool:
        """Whether something must be added. `twijfel` is no gap: a person decides."""
        return self in (Verdict.INCOMPLETE, Verdict.MISSING)
