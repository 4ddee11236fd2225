"""What a strength is worth where it is told: by its log odds, of which in a loose text one in ten is meant."""

from plancheck.detect.evidence.learned import chance_of, log_odds
from plancheck.detect.text.analysed import AnalysedText

MEANT = 0.105
"""In a loose text the theme of the whole decides most, and weighs so much that log odds are some ten times too far from
even: on retold pages of readers left out, this share of them tells how often a find is right."""
_CERTAIN = 1e-15
"""Nearer to 0 or 1 no strength is told apart."""


def is_overstated(text: AnalysedText) -> bool:
    """Whether strengths in this text say much more than they know."""
    return not text.is_plan and text.scorer is not None


def odds_of(strength: float) -> float:
    """The log odds of a strength, also where it is all but certain."""
    return log_odds(strength, _CERTAIN)


def as_told(strength: float, text: AnalysedText) -> float:
    """A strength as a reader gets it: on the same side of 0.5, and no surer than it is."""
    return chance_of(MEANT * odds_of(strength)) if is_overstated(text) else strength
