"""A rule package, loaded: everything the checker needs to know about the domain."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from plancheck.model.finding import MilestoneInfo, PackageVersion
from plancheck.model.procedure import Moment, Statement, Step
from plancheck.model.requirement import MilestoneId, Requirement, RequirementId


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """Words that mean the same. A token counts unless one of `excluded` fits it too."""

    words: tuple[str, ...]
    excluded: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Division:
    """What a fact is when different values hold for different parts of the whole.

    value: the value it then has. among: the values that may hold side by side. kinds: terms for parts of the whole.
    """

    value: str
    among: tuple[str, ...]
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Following:
    """What a fact is as soon as another one is known. values: value -> the values of the other that give it."""

    fact: str
    values: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class FactRule:
    """A fact about the plan on which rules depend. values: value -> the statements that give it.

    title: Dutch, its name in a sentence; "" leaves `name` to serve.
    silent: the value when no sentence says anything of it, "" for none.
    division: what it is when parts differ; None when it can only be one thing.
    follows: the other fact that it follows from; None for a fact of its own.
    """

    name: str
    question: str
    values: Mapping[str, tuple[Statement, ...]]
    title: str = ""
    silent: str = ""
    division: Division | None = None
    follows: Following | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KindRule:
    """How a kind of document is recognised.

    milestone: None for a kind that is no milestone document; `name` then says what it is.
    titles: terms in the title. weak_titles: terms that other kinds bear as well, so that the content must say so too.
    title_excluded: terms that make it something else.
    phrases: terms in the text that point to this kind, each counted once.
    judged: ids of the requirements that are judged in it.
    unmarking: ids of those among `judged` that plans of this kind often lack, so that they say nothing about the kind.
    """

    name: str
    milestone: MilestoneId | None
    titles: tuple[str, ...]
    weak_titles: tuple[str, ...] = ()
    title_excluded: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    judged: tuple[RequirementId, ...] = ()
    unmarking: frozenset[RequirementId] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What a version of the package changed for a user. date: ISO. what: Dutch sentences."""

    version: str
    date: str
    what: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSet:
    """A validated rule package. docs/regels-schrijven.md explains the notation of its files.

    subject: terms that every document of the domain holds; a document without them is none of its kinds.
    everyday: lemmas of the domain that stand in every document of it and say nothing about one plan.
    no_names: words with a capital that are no names of a place or a party.
    counting: kinds of hollow text that are no hollow text in this domain, such as what is about the whole municipality.
    """

    id: str
    title: str
    version: str
    milestones: tuple[MilestoneInfo, ...]
    kinds: tuple[KindRule, ...]
    requirements: Mapping[RequirementId, Requirement]
    concepts: Mapping[str, Concept]
    subject: tuple[str, ...] = ()
    everyday: frozenset[str] = frozenset()
    no_names: frozenset[str] = frozenset()
    counting: frozenset[str] = frozenset()
    facts: tuple[FactRule, ...] = ()
    steps: tuple[Step, ...] = ()
    moments: tuple[Moment, ...] = ()
    examples: Mapping[RequirementId, str] = field(default_factory=dict)
    extended: tuple[PackageVersion, ...] = ()
    """The packages that this one extends, the nearest first."""
    changes: tuple[Change, ...] = ()
    """The newest first."""
    weights: Path | None = None
    """The file with learned weights, None for a package without."""

    @property
    def fact_values(self) -> dict[str, tuple[str, ...]]:
        """The values each fact can have."""
        return {fact.name: tuple(fact.values) for fact in self.facts}

    def kind_of(self, milestone: MilestoneId) -> KindRule:
        """The kind with this milestone id."""
        return next(kind for kind in self.kinds if kind.milestone == milestone)

    def judged(self, milestone: MilestoneId) -> tuple[Requirement, ...]:
        """The requirements that are judged in this kind of document, in the order of the package."""
        return tuple(self.requirements[key] for key in self.kind_of(milestone).judged)
