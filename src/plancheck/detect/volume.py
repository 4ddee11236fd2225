"""A dossier in which milestone documents may stand inside another: on which text each requirement is judged."""

from dataclasses import dataclass, field, replace
from functools import partial

from plancheck.detect.detector import Detector
from plancheck.detect.milestone.contained import Part, alone, find_parts, without
from plancheck.detect.text.analysed import AnalysedText
from plancheck.detect.text.lexicon import Terms
from plancheck.detect.text.told import Before
from plancheck.model.document import Dossier
from plancheck.model.finding import Held, Place, Recognised
from plancheck.model.requirement import MilestoneId, RequirementId


@dataclass(frozen=True, kw_only=True)
class Volume:
    """A dossier, which kind of document it is, and the documents that stand inside it and are judged apart.

    What is asked of the document itself is judged on its own text. A document inside counts there only for what is
    about that document: a plan for participation in the annex is what a project plan has to say on participation, but
    its planning is not that of the project. What is asked of a document inside is judged on its text alone.

    Make it with `open_volume`. parts: the documents inside. own: the text without them.
    """

    recognised: Recognised
    own: AnalysedText
    detector: Detector
    dossier: Dossier
    parts: tuple[Part, ...] = ()
    is_named: bool = False
    texts: dict[tuple[tuple[Part, ...], bool], AnalysedText] = field(default_factory=dict, compare=False, repr=False)
    """Other choices from the text than `own`: some of the documents inside, with the document itself or alone."""
    known: Before = field(default_factory=Before, compare=False, repr=False)
    """What was made of the texts in it: each choice from them has most in common with the others."""

    @property
    def whole(self) -> AnalysedText:
        """All of it that is about this plan."""
        return self._with(self._related)

    @property
    def _related(self) -> tuple[Part, ...]:
        """The documents inside that can say something of this plan: not the same kind of plan for another area."""
        if (kind := self.recognised.milestone) is None:
            return self.parts
        own = self.detector.ruleset.kind_of(kind)
        return tuple(part for part in self.parts if not part.is_another(own))

    def is_of_a_part(self, requirement: RequirementId) -> bool:
        """Whether a requirement is asked of a document inside, and not of the document itself."""
        if not any(requirement in part.kind.judged for part in self.parts):
            return False
        kind = self.recognised.milestone
        return kind is None or requirement not in self.detector.ruleset.kind_of(kind).judged

    def name_of_part(self, requirement: RequirementId) -> str:
        """What the document inside is called of which a requirement is asked."""
        return next(part.kind.name for part in self.parts if requirement in part.kind.judged)

    def text_for(self, requirement: RequirementId) -> AnalysedText:
        """The text on which a requirement is judged."""
        if self.is_of_a_part(requirement):
            return self._alone(tuple(part for part in self.parts if requirement in part.kind.judged))
        headings = self.detector.requirements[requirement].topic.headings
        return self._with(tuple(part for part in self._related if headings.hits(self._subject(part))))

    def _subject(self, part: Part) -> Terms:
        """What only the name of this kind of document says: "participation", but not the "plan" that others are too."""
        terms_of = self.detector.lexicon.terms_of
        others = (each for each in self.detector.ruleset.kinds if each.judged and each.judged != part.kind.judged)
        shared = frozenset().union(*(terms_of(each.name) for each in others))
        return {term: places for term, places in terms_of(part.kind.name).items() if term not in shared}

    def _with(self, parts: tuple[Part, ...]) -> AnalysedText:
        """The text of the document itself and of some of those inside it."""
        if not parts:
            return self.own
        if (parts, False) not in self.texts:
            silent = tuple(part for part in self.parts if part not in parts)
            dossier = without(self.dossier, silent)
            self.texts[parts, False] = self.detector.analyse(dossier, is_named=self.is_named, known=self.known)
        return self.texts[parts, False]

    def _alone(self, parts: tuple[Part, ...]) -> AnalysedText:
        """The text of some of the documents inside, which say themselves what they are."""
        if (parts, True) not in self.texts:
            dossier = alone(self.dossier, parts)
            self.texts[parts, True] = self.detector.analyse(dossier, is_part=True, known=self.known)
        return self.texts[parts, True]


def open_volume(detector: Detector, dossier: Dossier, given: MilestoneId | None = None) -> Volume:
    """See which kind of document a dossier is, and which others stand inside it.

    given: what somebody says it is. Where that is not the document itself but one inside it, only that one is judged.
    """
    known = Before()
    analyse = partial(detector.analyse, known=known)
    parts = tuple(
        part
        for part in find_parts(dossier, detector.kinds, detector.lexicon)
        if (part.bears_the_name and part.is_sure) or _reads_as_such(detector, dossier, part, known)
    )
    own = analyse(without(dossier, parts), is_named=given is not None)
    found = detector.recognise(own) if parts or given is None else _given(given)
    if found.milestone is None and not all(part.is_annex for part in parts):
        # What is bound behind a paper of no kind may be the document of which that is the preface.
        parts = tuple(part for part in parts if part.is_annex)
        own = analyse(without(dossier, parts), is_named=given is not None)
        found = detector.recognise(own)
    if given is not None and given != found.milestone:
        asked = detector.ruleset.kind_of(given)
        same = tuple(part for part in parts if part.kind.judged == asked.judged)
        if same:
            own, found = analyse(alone(dossier, same), is_part=True), _given(given, part=_held(same[0]))
            return Volume(recognised=found, own=own, detector=detector, dossier=dossier, known=known)
    kind = given or found.milestone
    if kind is not None:
        asked = detector.ruleset.kind_of(kind)
        apart = tuple(part for part in parts if part.is_another(asked) or not part.is_part_of(asked))
        if apart != parts:
            parts, own = apart, analyse(without(dossier, apart), is_named=given is not None)
    held = tuple(_held(part) for part in parts)
    return Volume(
        recognised=replace(_given(given) if given else found, held=held),
        own=own,
        detector=detector,
        dossier=dossier,
        parts=parts,
        is_named=given is not None,
        known=known,
    )


def _reads_as_such(detector: Detector, dossier: Dossier, part: Part, known: Before) -> bool:
    """Whether a document inside reads as the kind that its heading only may mean: not every "plan of work" is one.

    What starts where a chapter may stand is read by itself, as the paper that it must be: with its title on top.
    """
    if part.is_sure:
        found = detector.recognise(detector.analyse(alone(dossier, (part,)), known=known)).milestone
    else:
        document = dossier.documents[part.document]
        paper = replace(document, blocks=document.blocks[part.first : part.end])
        found = detector.recognise(detector.analyse(Dossier(documents=(paper,)), known=known)).milestone
    return found is not None and detector.ruleset.kind_of(found).judged == part.kind.judged


def _given(milestone: MilestoneId, *, part: Held | None = None) -> Recognised:
    return Recognised(milestone=milestone, origin="gegeven", confidence=1.0, reason="door u opgegeven", part=part)


def _held(part: Part) -> Held:
    return Held(milestone=MilestoneId(part.kind.milestone or ""), place=Place(heading=part.heading, page=part.page))
