"""The usual package: the facts it declares; and of all packages: steps that say no more than their source."""

import pytest

from plancheck.model.procedure import Step
from plancheck.rules import load_rules, shipped_folder
from plancheck.rules.ruleset import FactRule
from plancheck.rules.source import shipped

RULES = load_rules()
YES_NO = ("ja", "nee")
FACTS = {
    "warmteoplossing": ("warmtenet", "all-electric", "hybride", "duurzaam-gas", "gemengd", "open"),
    "vorm": ("programma", "beleidsdocument"),
    "uitwerking": ("80", "99"),
} | dict.fromkeys(
    """mer wijziging-omgevingsplan aanwijsbevoegdheid inspraak afdeling-34 samenwerkingsovereenkomst
    overeenkomst-ingrijpend deelneming kavel-meer-gemeenten warmtenet-in-deel""".split(),
    YES_NO,
)
ALL_STEPS = pytest.mark.parametrize("step", RULES.steps, ids=lambda step: step.id)
STEPS_OF_ALL_PACKAGES = pytest.mark.parametrize(
    "step", [step for name in shipped() for step in load_rules(shipped_folder(name)).steps], ids=lambda step: step.id
)


def test_the_facts_have_the_values_that_rules_and_reports_know() -> None:
    assert {name: set(values) for name, values in RULES.fact_values.items()} == {
        name: set(values) for name, values in FACTS.items()
    }


@pytest.mark.parametrize("fact", RULES.facts, ids=lambda fact: fact.name)
def test_every_fact_has_a_name_a_question_and_something_in_a_text_that_gives_it(fact: FactRule) -> None:
    assert fact.title
    assert fact.question.endswith("?") or "?" in fact.question
    if fact.follows:
        assert set(fact.follows.values) == set(fact.values)
        return
    given = {value for value, many in fact.values.items() if many}
    given |= {each.denied for many in fact.values.values() for each in many if each.denied}
    assert given >= set(fact.values) - {"gemengd"}


def test_every_phase_has_its_steps() -> None:
    assert {phase for step in RULES.steps for phase in step.phases} == {1, 2, 3, 4, 5, 6}


@ALL_STEPS
def test_a_step_of_law_names_its_article_or_says_that_it_is_not_confirmed(step: Step) -> None:
    if step.source.authority == "wet":
        assert "artikel" in step.source.place or (step.source.valid_from is None and step.unconfirmed)


@STEPS_OF_ALL_PACKAGES
def test_a_step_has_all_that_a_reader_needs(step: Step) -> None:
    assert all((step.text, step.who, step.form, step.before, step.source.title))


@STEPS_OF_ALL_PACKAGES
def test_a_step_fits_whole_on_a_line_of_the_short_report(step: Step) -> None:
    assert len(step.brief or step.text.partition(". ")[0]) <= 60


@STEPS_OF_ALL_PACKAGES
def test_what_rests_on_a_guide_or_practice_never_says_must(step: Step) -> None:
    if step.source.authority != "wet":
        assert not {"moet", "moeten", "verplicht", "vereist"} & set(
            f"{step.text} {step.brief}".lower().replace(",", " ").split()
        )


def test_no_step_on_the_wcw_counts_as_in_force_before_its_start_is_confirmed() -> None:
    steps = [step for step in RULES.steps if step.source.document == "wcw"]
    assert len(steps) == 6
    assert all(step.source.valid_from is None for step in steps)


DECIDERS = frozenset(
    """=college =raad gemeenteraad =gemeente burgemeester wethouder stuurgroep opdrachtgever gemeenteblad staatscourant
    <partner> <bewoner>""".split()
) | {"burgemeester en wethouders", "op verzoek van het college", "b en w", "b&w"}
LAID_OUT = "ter inzage"
"""Nobody is named who lays a draft open: that it lay there, announced and where the law says, is proof enough."""


@STEPS_OF_ALL_PACKAGES
def test_what_proves_a_step_says_who_took_it(step: Step) -> None:
    for proof in step.proofs:
        if LAID_OUT not in proof.together[0]:
            assert any(DECIDERS & set(group) for group in proof.together[1:]), step.id
