"""Gold files: which documents they belong to, and what the person meant."""

import json
import shutil
from pathlib import Path

import pytest

from plancheck.errors import InvalidCorpus
from plancheck.evaluate.documents import GoldDocument, named_aspects, read_documents
from tests.shipped import shipped_rules

EXAMPLES = Path(__file__).parents[2] / "corpora" / "voorbeelden"


def test_a_word_file_and_a_pdf_share_a_gold_file_and_other_files_are_left_alone(tmp_path: Path) -> None:
    for name in ("projectplan-met-gaten.docx", "projectplan-met-gaten.pdf", "projectplan-met-gaten.gold.json"):
        shutil.copy(EXAMPLES / name, tmp_path)
    shutil.copy(EXAMPLES / "kavelplan-compleet.docx", tmp_path)
    found = read_documents(tmp_path)
    assert [document.path.name for document in found] == ["projectplan-met-gaten.docx", "projectplan-met-gaten.pdf"]
    labels = {label.requirement: label for label in found[0].labels}
    assert found[0].milestone == "projectplan"
    assert labels["projectplan.risicoanalyse"].missing == ("eigenaar",)  # type: ignore[index]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("{", "dit is geen geldige JSON"),
        ("[]", "hier mist `labels`"),
        (json.dumps({"labels": {"a.b": {"status": "goed"}}}), "bij a.b staat geen geldige `status`"),
        (json.dumps({"labels": {"a.b": "aanwezig"}}), "bij a.b staat geen geldige `status`"),
    ],
)
def test_a_wrong_gold_file_is_named(tmp_path: Path, text: str, sentence: str) -> None:
    (tmp_path / "plan.gold.json").write_text(text, "utf-8")
    (tmp_path / "plan.docx").write_bytes(b"x")
    with pytest.raises(InvalidCorpus) as caught:
        read_documents(tmp_path)
    assert sentence in str(caught.value)
    assert "plan.gold.json" in str(caught.value)


def test_a_gold_file_without_its_document_is_a_mistake(tmp_path: Path) -> None:
    (tmp_path / "plan.gold.json").write_text('{"labels": {}}', "utf-8")
    with pytest.raises(InvalidCorpus, match=r"Zet plan\.docx of \.pdf ernaast"):
        read_documents(tmp_path)


def test_aspects_are_known_by_id_by_title_and_by_the_words_a_person_uses() -> None:
    requirement = shipped_rules().requirements["projectplan.risicoanalyse"]  # type: ignore[index]
    title = requirement.aspects[0].title
    assert named_aspects(("eigenaar", title), requirement) == frozenset(("eigenaar", requirement.aspects[0].id))
    assert named_aspects((), requirement) == frozenset()
    assert named_aspects(("iets heel anders",), requirement) is None


def test_every_incomplete_label_of_the_examples_can_be_placed() -> None:
    rules = shipped_rules().requirements
    documents: tuple[GoldDocument, ...] = read_documents(EXAMPLES)
    labels = [label for document in documents for label in document.labels if label.status == "onvolledig"]
    assert labels
    assert [label.missing for label in labels if named_aspects(label.missing, rules[label.requirement]) is None] == []
