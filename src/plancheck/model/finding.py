"""What the check says: evidence, verdicts, and the report that holds them."""

from dataclasses import dataclass
from typing import Literal

from plancheck.errors import PlancheckError
from plancheck.model.decision import Agreements, Exemption, Ruling
from plancheck.model.document import Document
from plancheck.model.evidence import Evidence as Evidence
from plancheck.model.procedure import PlannedStep
from plancheck.model.requirement import MilestoneId, Requirement
from plancheck.model.verdict import Verdict as Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where was looked: a section by its heading ("" = text before the first heading)."""

    heading: str
    page: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """The verdict on one requirement with all it rests on.

    confidence: 0-1, calibrated share of such findings that are right. missing_aspects: aspect ids in
    the order of the rule. hollow: there is text on the subject but it says nothing.
    doubted_aspect: id of the one of which a person must say whether what comes nearest to an answer is one; its
    evidence stands first. "" for none.
    question: Dutch, for a person, when the verdict depends on what the tool cannot know; else "".
    place: the heading under which what is missing belongs, "" when no section is fit.
    after: the heading after which a new section for it would fit, where there is no place; "" for none.
    mark: changes when the text changes on which the finding rests; "" when it was not made by the checker.
    own_verdict: what plancheck itself says, where people decided otherwise or the same; None where they did not.
    exemption, ruling: what people decided; `verdict` is then theirs, and `confidence` still of plancheck's own.

    Raises:
        ValueError: a verdict other than MISSING or NOT_APPLICABLE without evidence, question or ruling.
    """

    requirement: Requirement
    verdict: Verdict
    confidence: float
    evidence: tuple[Evidence, ...] = ()
    counter_evidence: tuple[Evidence, ...] = ()
    missing_aspects: tuple[str, ...] = ()
    doubted_aspect: str = ""
    hollow: bool = False
    question: str = ""
    looked_in: tuple[Place, ...] = ()
    place: str = ""
    after: str = ""
    mark: str = ""
    own_verdict: Verdict | None = None
    exemption: Exemption | None = None
    ruling: Ruling | None = None

    def __post_init__(self) -> None:
        bare = not (self.evidence or self.counter_evidence or self.question or self.ruling)
        if bare and self.verdict not in (Verdict.MISSING, Verdict.NOT_APPLICABLE):
            raise ValueError(f"{self.requirement.id}: {self.verdict} without evidence")


Origin = Literal["gegeven", "tekst", "aangenomen", "onbekend"]
"""Who says it: the user, the text, the package because the text is silent; or nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Something about the plan on which rules depend. value None: unknown.

    title: Dutch, its name in a sentence, "" for none but `name`. values: what it can be, as far as the package says.
    evidence: what the text says of it; `aspect` is then the value that it gives, "" when it leaves it open.
    contradiction: what speaks against the value, or for more than one value.
    implied: another fact says as much, so that no reader needs this one.
    """

    name: str
    value: str | None
    origin: Origin
    question: str = ""
    title: str = ""
    values: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    contradiction: tuple[Evidence, ...] = ()
    implied: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A milestone document that stands inside another, and the heading it begins with."""

    milestone: MilestoneId
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognised:
    """Which milestone document this is.

    milestone None: none of them; `reason` says why, in Dutch. origin "gegeven": the user said so.
    nearest: where it is none, the kinds that come nearest, each with the chance (0-1) that it is one after all.
    alternatives: the other candidates, best first, only when the choice is uncertain.
    too_short: none as yet, since the text has to come.
    held: the milestone documents that stand inside this one. What is asked of them is judged too, each on its own
        text, unless this is no milestone document itself.
    part: the one to which the judgement is limited; None when it is of the whole.
    """

    milestone: MilestoneId | None
    origin: Literal["gegeven", "herkend", "geen"]
    confidence: float
    nearest: tuple[tuple[MilestoneId, float], ...] = ()
    reason: str
    alternatives: tuple[MilestoneId, ...] = ()
    too_short: bool = False
    held: tuple[Held, ...] = ()
    part: Held | None = None
    evidence: tuple[Evidence, ...] = ()

    @property
    def contains(self) -> tuple[MilestoneId, ...]:
        """The kinds of the documents it holds, each once."""
        return tuple(dict.fromkeys(each.milestone for each in self.held))


@dataclass(frozen=True, slots=True, kw_only=True)
class MilestoneInfo:
    """How the package names a milestone: id, Dutch title with article, phase 1-9 and its name, "" for none."""

    id: MilestoneId
    title: str
    phase: int
    phase_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageVersion:
    """A rule package as a report names it."""

    id: str
    version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All that is said of one document. A pure value: the renderers need nothing else.

    milestones: names of every milestone the report mentions. reference_date: ISO date.
    procedure: the steps of this phase that apply or may apply, in order.
    facts: those on which something in the report depends, and those the user gave.
    extended: the packages that this package extends, the nearest first; a rule says by its origin from which it is.
    agreements: what people decided beforehand; None when there is no file of theirs.
    """

    document: Document
    recognised: Recognised
    findings: tuple[Finding, ...] = ()
    facts: tuple[Fact, ...] = ()
    procedure: tuple[PlannedStep, ...] = ()
    milestones: tuple[MilestoneInfo, ...] = ()
    warnings: tuple[str, ...] = ()
    tool_version: str = ""
    package_id: str = ""
    package_title: str = ""
    rules_version: str = ""
    extended: tuple[PackageVersion, ...] = ()
    reference_date: str = ""
    agreements: Agreements | None = None

    @property
    def milestone(self) -> MilestoneInfo | None:
        """The milestone that was judged, None for a document that is none."""
        wanted = self.recognised.milestone
        return next((info for info in self.milestones if info.id == wanted), None)

    @property
    def complete(self) -> bool:
        """Nothing of level wettelijk or kern is a gap or in doubt, and it was judged at all."""
        weighty = [f for f in self.findings if f.requirement.level != "aanvullend"]
        open_ = any(f.verdict.is_gap or f.verdict is Verdict.DOUBT for f in weighty)
        return self.recognised.milestone is not None and not open_


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreadable:
    """A file that could not be read or judged: a row in the report, never an exception."""

    path: str
    error: PlancheckError


Result = Report | Unreadable
"""What a run gives per file."""
