"""A rule set made ready to judge texts: compiled once, used for many documents."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from plancheck.detect import ablation
from plancheck.detect.evidence.learned import LearnedModel
from plancheck.detect.evidence.search import CompiledRequirement, compile_requirement
from plancheck.detect.facts.find import CompiledFact, compile_fact, find_fact
from plancheck.detect.milestone.naming import CompiledKind, compile_kind
from plancheck.detect.milestone.recognise import recognise
from plancheck.detect.milestone.signs import KindSigns, NoneSigns, signs_of
from plancheck.detect.procedure import Situation, compile_moment, compile_step, plan_steps
from plancheck.detect.text.analysed import AnalysedText
from plancheck.detect.text.cut import analyse
from plancheck.detect.text.lexicon import Lexicon
from plancheck.detect.text.matters import mark_other_matters
from plancheck.detect.text.memo import Memo
from plancheck.detect.text.scope import mark_scope
from plancheck.detect.text.surroundings import mark
from plancheck.detect.text.telling import mark_time
from plancheck.detect.text.told import Before
from plancheck.detect.verdict.explain import explain
from plancheck.detect.verdict.judge import judge
from plancheck.model.document import Dossier
from plancheck.model.finding import Fact, Finding, Recognised
from plancheck.model.procedure import PlannedStep
from plancheck.model.requirement import MilestoneId, RequirementId
from plancheck.rules.ruleset import RuleSet
from plancheck.rules.weights import Standing, Weights, read_weights

_ABOUT_THE_SUBJECT = 0.01
"""A document in which fewer of the units name what the package is about, is about something else. In plans on the
subject at least one in fifty do."""
_TITLE = 1
"""Number of the section that a title opens that was not seen as one."""
_AT_MOST_NAMED = 2
"""A heading that names more requirements than this is about none in particular."""


@dataclass(frozen=True, slots=True)
class _Claims:
    """Numbers of the sections whose own heading names few requirements of a milestone: all, and those of each one."""

    all: frozenset[int]
    of: Mapping[str, frozenset[int]]


_RECOGNISED: "Memo[Detector, Recognised]" = Memo()
"""Which kind of document a text is: it costs more than the verdicts themselves."""
_CLAIMS: Memo[MilestoneId, _Claims] = Memo()
"""Which requirements of a milestone the headings of sections name, by the milestone."""


def _for_these_kinds(weights: Weights, ruleset: RuleSet) -> Weights:
    """The weights, without those for kinds of documents where the package has a kind of which nothing was learned."""
    known = set(weights.of_kinds.kinds) if weights.of_kinds else set()
    learned = {kind.judged for kind in ruleset.kinds if kind.milestone in known}
    has_all = all(kind.judged in learned for kind in ruleset.kinds if kind.milestone)
    return weights if has_all else replace(weights, of_kinds=None)


class Detector:
    """All requirements, facts and kinds of a rule set with their terms looked up.

    without: names of signals that the judge must do without, to measure what each of them adds.
    """

    def __init__(self, ruleset: RuleSet, *, without: frozenset[str] = frozenset()) -> None:
        self.ruleset = ruleset
        self.without = without
        lexicon = Lexicon(ruleset)
        self.lexicon = lexicon
        weights = ruleset.weights if ablation.LEARNED not in without else None
        self.model = LearnedModel(_for_these_kinds(read_weights(weights), ruleset)) if weights else None
        self.requirements: dict[RequirementId, CompiledRequirement] = {
            key: compile_requirement(
                requirement, lexicon, model=self.model, use_headings=ablation.HEADINGS not in without
            )
            for key, requirement in ruleset.requirements.items()
        }
        self.facts: tuple[CompiledFact, ...] = tuple(compile_fact(rule, lexicon) for rule in ruleset.facts)
        self._steps = tuple(compile_step(step, lexicon) for step in ruleset.steps)
        self._moments = tuple(compile_moment(moment, lexicon) for moment in ruleset.moments)
        self._subject = lexicon.group(ruleset.subject)
        self.kinds: tuple[CompiledKind, ...] = tuple(compile_kind(kind, lexicon) for kind in ruleset.kinds)

    def analyse(
        self,
        dossier: Dossier,
        *,
        is_piece: bool = False,
        is_named: bool = False,
        is_part: bool = False,
        known: Before | None = None,
    ) -> AnalysedText:
        """Cut the dossier into units with the terms that stand in them.

        is_piece: this is a piece of a document of the package, so that it need not show by itself what it is.
        is_named: somebody said which document of the package it is. is_part: it stands in another one as such.
        known: what was made of texts in another choice from the same dossier; it grows.
        """

        def standing(text: AnalysedText) -> Standing:
            if is_piece:
                return "piece"
            if is_named and not is_part and not text.is_short:
                return "whole" if self._is_about_the_subject(text) else "foreign"
            if is_part or self._is_plan(text):
                return "part" if text.is_short else "whole"
            return "loose"

        text = analyse(dossier, self.lexicon, self.model, standing, known=known)
        if ablation.HOLLOW not in self.without:
            mark_scope(text)
            mark_other_matters(text, self.lexicon.other_matter, self._subject)
        mark_time(text)
        ablation.take_away(text, self.without)
        mark(text, self._subject)
        return text

    def _is_about_the_subject(self, text: AnalysedText) -> bool:
        """Whether it names what the package is about often enough; so does any text where the package names nothing."""
        if not self._subject:
            return True
        return len(text.index.holding(self._subject)) >= _ABOUT_THE_SUBJECT * len(text.units)

    def _is_plan(self, text: AnalysedText) -> bool:
        found = self.recognise(text) if self.kinds else None
        if text.is_short:
            return found is not None and found.milestone is not None and bool(found.evidence)
        return found is None or found.milestone is not None

    def recognise(self, text: AnalysedText) -> Recognised:
        """Which milestone document this is."""
        known = _RECOGNISED.of(text)
        if self not in known:
            known[self] = recognise(text, self.kinds, self.requirements, self.lexicon, self._subject)
        return known[self]

    def kind_signs(self, text: AnalysedText) -> tuple[list[KindSigns], NoneSigns]:
        """What points to each kind of document, and to none."""
        return signs_of(text, self.kinds, self.requirements, self.lexicon)

    def find_facts(self, text: AnalysedText, given: Mapping[str, str]) -> tuple[Fact, ...]:
        """All facts of the rule set: given, read from the text, or unknown."""
        return tuple(find_fact(fact, text, given, self.lexicon) for fact in self.facts)

    def plan_steps(self, text: AnalysedText, situation: Situation) -> tuple[PlannedStep, ...]:
        """The steps that are to be taken with this plan."""
        return plan_steps(self._steps, self._moments, text, situation, self.lexicon)

    def judge(self, requirement: RequirementId, text: AnalysedText) -> Finding:
        """The finding on one requirement, whatever the facts."""
        return judge(self.requirements[requirement], text, others=self._others(requirement, text))

    def _others(self, requirement: RequirementId, text: AnalysedText) -> frozenset[int]:
        """Numbers of the sections whose own heading names another requirement of the same kind of document.

        A heading that names many is about none of them, and the first one may be the title.
        """
        if text.is_piece:
            return frozenset()
        own = self.requirements[requirement].requirement
        claims = _CLAIMS.of(text)
        named = claims.get(own.milestone)
        if named is None:
            named = claims[own.milestone] = self._named(own.milestone, text)
        return named.all - named.of.get(requirement, frozenset())

    def _named(self, milestone: MilestoneId, text: AnalysedText) -> _Claims:
        """Which requirements of a milestone the own headings of sections name, but for the first section."""
        named: dict[int, list[str]] = {}
        for each in self.requirements.values():
            if each.requirement.milestone == milestone:
                for number in text.index.headed(each.topic.headings):
                    own = text.sections[number].heading_terms[0]
                    if number > _TITLE and each.topic.headings.hits(own):
                        named.setdefault(number, []).append(each.requirement.id)
        few = {number: keys for number, keys in named.items() if len(keys) <= _AT_MOST_NAMED}
        of: dict[str, frozenset[int]] = {}
        for number, keys in few.items():
            for key in keys:
                of[key] = of.get(key, frozenset()) | {number}
        return _Claims(frozenset(few), of)

    def explain(self, requirement: RequirementId, text: AnalysedText) -> str:
        """The reasoning for one requirement in Dutch."""
        return explain(self.requirements[requirement], text, others=self._others(requirement, text))
