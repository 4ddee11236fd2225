"""What people decided about requirements and findings, and what became of it in a report."""

from dataclasses import dataclass
from typing import Literal

from plancheck.model.requirement import RequirementId
from plancheck.model.verdict import Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Exemption:
    """A gap that people chose and explain. until: ISO date, the last day on which it holds.

    pattern: the files it is for, "" for every file. reason may be empty: it then has no effect and is reported.
    """

    requirement: RequirementId
    reason: str
    who: str
    until: str
    pattern: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """A person's own verdict on a finding. date: ISO date on which it was given; pattern: the files it is for.

    mark: that of the finding the person saw, "" when none was written down. reason may be empty. Without either it
    has no effect and is reported.
    """

    requirement: RequirementId
    verdict: Verdict
    who: str
    date: str
    reason: str
    pattern: str
    mark: str = ""


Outcome = Literal["toegepast", "verlopen", "ongebruikt", "zonder-reden", "wettelijk", "verouderd", "uitgezet"]
"""What became of a decision; values are what a user reads. All but the first are told as a warning."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """An exemption or ruling in the light of one document. message: Dutch, why it has no effect; "" when it has."""

    made: Exemption | Ruling
    outcome: Outcome
    message: str = ""

    @property
    def kind(self) -> Literal["uitzondering", "oordeel"]:
        """Which of the two it is, as a user reads it."""
        return "uitzondering" if isinstance(self.made, Exemption) else "oordeel"


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreements:
    """The decisions that were at hand for a document. path: the file they stand in, as the user can find it.

    date: ISO date by which the end of exemptions was judged. applied: False when the user asked for the bare truth.
    """

    path: str
    date: str
    applied: bool
    decisions: tuple[Decision, ...] = ()
