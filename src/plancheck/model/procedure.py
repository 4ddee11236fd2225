"""The steps of a procedure: as the rule package states them, and as they stand for one plan."""

from dataclasses import dataclass
from typing import Literal

from plancheck.model.condition import When
from plancheck.model.evidence import Evidence
from plancheck.model.requirement import Reference, RequirementId

TermKind = Literal["duurt", "uiterlijk", "niet-eerder", "na"]
DateOrigin = Literal["document", "datum", "vervolg"]
TermUnit = Literal["dagen", "weken", "maanden", "jaren"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What a sentence must name to state something of the plan.

    together: groups of terms; one of each in one statement of the sentence. without: terms of which none may stand in
    that statement. choice: it must say that something was or is chosen. part: it must name a part of the whole, and
    says something of that part only. denied, left_open: the value that follows when the sentence denies it or leaves
    it open; "" when that says nothing.
    """

    together: tuple[tuple[str, ...], ...]
    without: tuple[str, ...] = ()
    choice: bool = False
    part: bool = False
    denied: str = ""
    left_open: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """How long something takes, counted from a moment.

    kind: `duurt` lasts so long, the day of the moment included; `uiterlijk` within so long after it; `niet-eerder` not
    before so long after it has passed; `na` on the day so long after it. amount 0: no more than the note.
    extended: the Algemene termijnenwet applies: a last day on a Saturday, Sunday or holiday moves on.
    note: Dutch, what else is to be known of the term.
    """

    kind: TermKind = "duurt"
    amount: int = 0
    unit: TermUnit = "weken"
    start: str = ""
    extended: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """From what terms are counted.

    title: Dutch. statements: what gives its date away. follows: it ends this term. not_before: the term that must be
    over first, so that the moment cannot come earlier.
    """

    id: str
    title: str
    statements: tuple[Statement, ...] = ()
    follows: Term | None = None
    not_before: Term | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of the procedure. `when` None: always.

    brief: the text in a few words, for a list; "" when the first sentence is short enough. phases: in which it is
    taken. shown_by: requirements whose findings show how far the plan is with it; statements: sentences that do.
    proofs: what must have happened, and by whom, for the step to be taken. optional: the law leaves it to the
    municipality. unconfirmed: Dutch, what the sources leave open.
    """

    id: str
    phases: tuple[int, ...]
    text: str
    brief: str = ""
    who: str = ""
    form: str = ""
    before: str = ""
    source: Reference
    when: When | None = None
    term: Term | None = None
    shown_by: tuple[RequirementId, ...] = ()
    statements: tuple[Statement, ...] = ()
    proofs: tuple[Statement, ...] = ()
    optional: bool = False
    unconfirmed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dates:
    """A term as days. ISO dates; first "" for a term that only has a last day, last "" for one that only has a first.

    start: the day it is counted from. origin: who gave that day; "datum": the user named a day to count from, and no
    document says that it is this one; "vervolg": the day that the step before it leaves, which is later than the day
    that the user named. moved: the last day was moved by the Algemene termijnenwet.
    evidence: where the document gives the day. other_last: another last day that stands there, "" for none.
    """

    start: str
    first: str
    last: str
    origin: DateOrigin
    moved: bool = False
    evidence: Evidence | None = None
    other_last: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedStep:
    """A step as it stands for one plan.

    start: Dutch, the moment its term is counted from. unknown: facts that must be known before it is clear whether the
    step applies; none: it does. evidence: what the documents already show. missing: Dutch, what they do not show yet.
    done: they say that the step was taken; the first of the evidence says so.
    """

    step: Step
    start: str = ""
    unknown: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    missing: tuple[str, ...] = ()
    done: bool = False
    dates: Dates | None = None
