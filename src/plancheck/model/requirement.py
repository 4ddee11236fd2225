"""What a milestone document must hold, as the rule package states it."""

from dataclasses import dataclass, replace
from typing import Literal, NewType

from plancheck.model.condition import Combination as Combination
from plancheck.model.condition import Condition as Condition
from plancheck.model.condition import Values, When

RequirementId = NewType("RequirementId", str)
MilestoneId = NewType("MilestoneId", str)
"""Both are made by the rule loader only, so that a value of these types names something real."""

Level = Literal["wettelijk", "kern", "aanvullend"]
Authority = Literal["handreiking", "praktijk", "wet"]
EvidenceKind = Literal[
    "begrippen",
    "opsomming",
    "tabel",
    "bedrag",
    "datum",
    "getal",
    "rol",
    "reden",
    "keuze",
    "bijlage",
    "label",
]
Scale = Literal["", "project", "huishouden"]
Substance = Literal["bedrag", "datum", "getal", "rol", "naam", "reden", "keuze"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """The source a rule rests on. document: its key in the package; address: URL; accessed: ISO date.

    no_address: Dutch, why there is no address, "" when there is one. extent: Dutch, as far as the source asks it
    ("zo mogelijk"), "" for without more. in_force: ISO date since which the law is in force, "onbekend" when that is
    not confirmed, "" when it is not stated. text_of: ISO date of the text of the law that was read.
    valid_from: ISO date from which a law asks this, "" when it always does, None when its start is not confirmed.
    valid_until: ISO date of the last day on which the source asks this, "" when no end is known.
    pending: whether the first day has not come, as far as known. expired: whether the last one has passed.
    """

    document: str
    place: str
    authority: Authority
    title: str = ""
    address: str = ""
    accessed: str = ""
    no_address: str = ""
    extent: str = ""
    in_force: str = ""
    text_of: str = ""
    valid_from: str | None = ""
    valid_until: str = ""
    pending: bool = False
    expired: bool = False

    def on(self, date: str) -> "Reference":
        """The source as it stands on an ISO date. "" leaves one with known dates as its file states it."""
        start = self.valid_from
        pending = start is None or bool(date and date < start)
        expired = bool(date and self.valid_until and date > self.valid_until)
        same = (pending, expired) == (self.pending, self.expired)
        return self if same else replace(self, pending=pending, expired=expired)


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceRule:
    """One way in which an aspect can be shown to be filled in. docs/regels.md explains the kinds.

    together: groups of terms; every group must occur, the first in the unit itself, the others
        there or in its context (heading, lead-in, table header, neighbouring sentence).
    about: topic terms, in the unit or its context; empty = the topic of the requirement.
    columns: header words of a table column, or words of a label. units: units of a number. minimum: how many.
    substance: kinds of hard content of which the unit must hold at least one; empty = none asked.
    without: terms of which none may stand in the unit.
    same_sentence: all groups of `together` must stand in the unit itself.
    home_only: counts only under a heading that names the subject.
    every_row: the column must be filled in every row of the table.
    """

    kind: EvidenceKind
    together: tuple[tuple[str, ...], ...] = ()
    about: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    minimum: int = 1
    substance: tuple[Substance, ...] = ()
    same_sentence: bool = False
    home_only: bool = False
    every_row: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Aspect:
    """One thing a requirement asks. `evidence` are alternatives: one of them suffices.

    announced_counts: a promise ("wordt in 2027 ondertekend") is what is asked for, so no hollow text.
    denial_counts: saying that something is not used or not there answers the question; that it is not known yet does so
        only where an announcement counts too.
    question_counts: a question is what is asked for, as in what is put to the residents.
    reference_counts: pointing to another paper is what is asked for, as in a list of annexes.
    short_counts: a word or two is a full answer ("Dit stuk is oordeelsvormend"), whatever else the sentence says.
    time: what is asked is over, or still to come; "" when any time will do.
    scale: whose money is asked for: of the whole project, or of one household; "" when that makes no difference.
    carries: without it the other aspects say nothing: a year without works. Of several, one is enough.
    answer: kinds of hard content of which an answer holds at least one ("when" asks for a date); empty = any will do.
        Rules say for themselves what they ask; this holds for what only the learned model sees, and so do the next two.
    answer_words: groups of terms; of each one must stand in an answer. answer_without: terms of which none may.
    called: what the answer is called: whoever says that this is still to be made, or talked about, does not give it.
    facets: labels of sentences that answer the question, in passages and in what was learned from them.
    rules_stand: what was learned only adds finds, and makes none of the rules weaker or stronger: for what was seen too
        seldom to know what it looks like.
    """

    id: str
    title: str
    question: str
    evidence: tuple[EvidenceRule, ...]
    announced_counts: bool = False
    denial_counts: bool = False
    reference_counts: bool = False
    question_counts: bool = False
    short_counts: bool = False
    time: Literal["", "verleden", "toekomst"] = ""
    scale: Scale = ""
    carries: bool = False
    answer: tuple[Substance, ...] = ()
    answer_words: tuple[tuple[str, ...], ...] = ()
    answer_without: tuple[str, ...] = ()
    called: tuple[str, ...] = ()
    facets: tuple[str, ...] = ()
    rules_stand: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognition:
    """Where a requirement can stand: words of headings, topic concepts, and what does not count."""

    headings: tuple[str, ...]
    concepts: tuple[tuple[str, ...], ...]
    excluded: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """What to add, who does it, and what the decision needs. Dutch sentences."""

    add: str
    who: str = ""
    decision: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherLevel:
    """`niveau-als`: the level under a condition, from a day on, or both. since: ISO date, "" for always."""

    level: Level
    when: When | None = None
    since: str = ""

    def holds(self, date: str, facts: Values) -> bool:
        """Whether it counts on an ISO date ("": not known) under these facts; not as long as a fact is not known."""
        return (self.when is None or self.when.holds(facts) is True) and (not self.since or date >= self.since)


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """One part that a milestone document must hold.

    other_levels: the first that holds goes before `level`.

    mention_bar: how strong evidence must be (0-1) where the subject has no heading of its own, in a text that does not
        read as a document of the package; None for the usual.
    theme: the theme of a plan under which pages and sections are labelled that answer this, as in what was learned of
        them; "" for none. Several requirements can share one.
    origin: id of the package in which the rule is written.
    """

    id: RequirementId
    milestone: MilestoneId
    title: str
    level: Level
    source: Reference
    why: str
    recognition: Recognition
    aspects: tuple[Aspect, ...]
    advice: Advice
    when: When | None = None
    other_levels: tuple[OtherLevel, ...] = ()
    mention_bar: float | None = None
    theme: str = ""
    origin: str = ""

    def on(self, date: str, facts: Values | None = None) -> "Requirement":
        """The requirement as it stands on an ISO date under the facts that are known.

        What a law does not ask yet is no more than `aanvullend`. A law whose start is not confirmed is pending on
        every date. "" leaves a rule with a known start as its file states it.
        """
        source = self.source.on(date)
        levels = (other.level for other in self.other_levels if other.holds(date, facts or {}))
        level = "aanvullend" if source.pending else next(levels, self.level)
        same = level == self.level and source is self.source
        return self if same else replace(self, level=level, source=source)
