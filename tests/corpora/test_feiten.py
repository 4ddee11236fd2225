"""Facts in whole plans by several writers: hardly ever a wrong one, and as many right ones as there were."""

import json
from pathlib import Path

import pytest

from plancheck.checker import detector_for
from plancheck.model.document import Dossier
from tests.shipped import document_of, shipped_rules

CORPORA = Path(__file__).parents[2] / "corpora"
GOLD = [path for folder in ("voorbeelden", "plannen") for path in sorted((CORPORA / folder).glob("*.gold.json"))]
RIGHT = 97
"""So many of the labelled facts were read when this test was made; this may only go up."""
Read = dict[tuple[str, str], tuple[str, str | None]]
"""Document and fact -> what its writer says, and what was read."""


@pytest.fixture(scope="module")
def facts() -> Read:
    detector = detector_for(shipped_rules())
    found: Read = {}
    for path in GOLD:
        labels = json.loads(path.read_text("utf-8")).get("facts") or {}
        name = path.name.removesuffix(".gold.json")
        text = detector.analyse(Dossier(documents=(document_of(path.with_name(f"{name}.docx")),)))
        known = {fact.name: fact.value for fact in detector.find_facts(text, {})}
        found |= {(name, fact): (value, known[fact]) for fact, value in labels.items() if value}
    return found


def test_no_fact_that_is_read_is_another_than_the_writer_says(facts: Read) -> None:
    """Where a writer says `gemengd`, one of the solutions may be read: what depends on it then holds for that part."""
    wrong = {key: said for key, said in facts.items() if said[1] and said[1] != said[0] and said[0] != "gemengd"}
    assert not wrong


def test_as_many_facts_are_read_as_there_were(facts: Read) -> None:
    assert sum(said == read for said, read in facts.values()) >= RIGHT
