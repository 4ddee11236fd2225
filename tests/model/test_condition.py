"""`wanneer`: true, false or not known, never a guess."""

import pytest

from plancheck.model.condition import Combination, Condition, When, condition_struct, facts_of

NET = Condition(fact="oplossing", values=("warmtenet", "bronnet"))
NO_MER = Condition(fact="mer", values=("ja",), negated=True)
BOTH = Combination(parts=(NET, NO_MER))
ONE = Combination(parts=(NET, NO_MER), every=False)


@pytest.mark.parametrize(
    ("when", "oplossing", "mer", "expected"),
    [
        (NET, "bronnet", None, True),
        (NET, "hybride", None, False),
        (NET, None, "ja", None),
        (NO_MER, None, "nee", True),
        (NO_MER, None, "ja", False),
        (NO_MER, None, None, None),
        (BOTH, "warmtenet", "nee", True),
        (BOTH, "warmtenet", "ja", False),
        (BOTH, None, "ja", False),
        (BOTH, "warmtenet", None, None),
        (ONE, "warmtenet", None, True),
        (ONE, "hybride", "ja", False),
        (ONE, "hybride", None, None),
    ],
)
def test_a_condition_holds_does_not_or_is_not_known(
    when: When, oplossing: str | None, mer: str | None, expected: bool | None
) -> None:
    assert when.holds({"oplossing": oplossing, "mer": mer}) is expected


def test_a_fact_that_nobody_mentions_is_not_known() -> None:
    assert NET.holds({}) is None


def test_a_combination_depends_on_all_its_facts() -> None:
    assert facts_of(BOTH) == {"oplossing", "mer"}
    assert facts_of(None) == frozenset()


def test_a_condition_is_written_with_the_keys_of_the_rule_files() -> None:
    assert condition_struct(BOTH) == {
        "alle": [{"feit": "oplossing", "is": ["warmtenet", "bronnet"]}, {"feit": "mer", "niet": ["ja"]}]
    }
    assert list(condition_struct(ONE) or {}) == ["een_van"]
