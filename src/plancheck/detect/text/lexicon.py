"""The terms of a rule set as numbers, and groups of them that are asked of analysed text."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from plancheck.nlp import Analyser, TermTable
from plancheck.rules.ruleset import RuleSet

Terms = Mapping[int, tuple[int, ...]]
"""What stands in a piece of text: term number -> token positions."""

_WORD = re.compile(r"[\w'’&-]+")
ANYWHERE = "overal"
"""Reserved topic: this evidence needs no topic around it."""


@dataclass(frozen=True, slots=True)
class Group:
    """Terms of which one suffices; tokens that an excluded term fits do not count."""

    numbers: frozenset[int]
    excluded: frozenset[int] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.numbers)

    def hits(self, terms: Terms) -> bool:
        """Whether one of the terms stands in the text."""
        if self.numbers.isdisjoint(terms):
            return False
        return self.excluded.isdisjoint(terms) or bool(self.positions(terms))

    def positions(self, terms: Terms) -> frozenset[int]:
        """Token positions of the terms that stand in the text."""
        found = {place for number in self.numbers if number in terms for place in terms[number]}
        for number in self.excluded:
            found.difference_update(terms.get(number, ()))
        return frozenset(found)

    def without(self, excluded: "Group") -> "Group":
        """The same group in which the terms of `excluded` do not count either."""
        return Group(self.numbers, self.excluded | excluded.numbers)


NO_TERMS = Group(frozenset())
"""No terms: nothing hits it."""


def words_in(text: str) -> list[str]:
    """The words of a short text, as `Lexicon.terms_of` counts them."""
    return _WORD.findall(text)


def any_hits(group: Group, many: Iterable[Terms]) -> bool:
    """Whether the group occurs in one of the texts."""
    return any(group.hits(terms) for terms in many)


def together(groups: Iterable[Group]) -> Group:
    """One group of all the terms, and all that is excluded, of some."""
    parts = tuple(groups)
    return Group(
        frozenset().union(*(part.numbers for part in parts)), frozenset().union(*(part.excluded for part in parts))
    )


class Lexicon:
    """Turns the term lists of rules into groups, concepts expanded."""

    def __init__(self, ruleset: RuleSet) -> None:
        self._concepts = ruleset.concepts
        self._table = TermTable()
        self._made: dict[Group, Group] = {}
        self._short: dict[str, Terms] = {}
        self._groups: dict[tuple[str, ...], Group] = {}
        self._expanded: dict[str, Group] = {}
        self.everyday = ruleset.everyday
        self.no_names = ruleset.no_names
        self.counting = ruleset.counting
        self.analyser = Analyser(self._table)
        self.role = self._concept("rol")
        self.party = self._concept("partij")
        self.other_matter = self._concept("andere-zaak")

    def _concept(self, name: str) -> Group:
        return self.group([f"<{name}>"]) if name in self._concepts else NO_TERMS

    def words_of(self, *names: str) -> list[str]:
        """The plain words of some concepts, as far as the rule set has them."""
        found = [word for name in names if name in self._concepts for word in self._concepts[name].words]
        return [word for word in found if not word.startswith("<")]

    def terms_of(self, text: str) -> Terms:
        """The terms in a short text such as a table cell; remembered, since such texts recur."""
        found = self._short.get(text)
        if found is None:
            found = self._short[text] = self._table.find(words_in(text))
        return found

    def group(self, terms: Iterable[str]) -> Group:
        """The group of a list of terms; a `<concept>` stands for all its words."""
        key = tuple(terms)
        if key not in self._groups:
            self._groups[key] = together(self._expand(term, seen=frozenset()) for term in key)
        return self._groups[key]

    def without(self, group: Group, excluded: Group) -> Group:
        """The group in which the terms of `excluded` do not count. Equal ones are one object."""
        made = group.without(excluded)
        return self._made.setdefault(made, made)

    def _expand(self, term: str, *, seen: frozenset[str]) -> Group:
        """What one term of a list stands for. seen: the concepts that this one stands in."""
        if not (term.startswith("<") and term.endswith(">")):
            return Group(frozenset((self._table.add(term),)))
        name = term[1:-1]
        if name in seen:
            return NO_TERMS
        if name not in self._expanded:
            concept = self._concepts[name]
            words = [self._expand(word, seen=seen | {name}) for word in concept.words]
            excluded = frozenset(self._table.add(word) for word in concept.excluded)
            found = together([*words, Group(frozenset(), excluded)])
            if seen:  # inside another concept it may lack what stands in a circle
                return found
            self._expanded[name] = found
        return self._expanded[name]
