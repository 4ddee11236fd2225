"""Documents with a gold file beside them: what a person judged of every requirement."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plancheck.errors import InvalidCorpus
from plancheck.model.finding import Verdict
from plancheck.model.requirement import Aspect, Requirement, RequirementId

GOLD = ".gold.json"
_KINDS = (".docx", ".pdf")
_STATUSES = tuple(verdict.value for verdict in Verdict)
_SMALL = frozenset("de het een en of van voor in op met te bij die dat is zijn wordt worden".split())
"""Words that say nothing about which aspect a name means."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """What a person judged of one requirement.

    status: the verdict. missing: names of aspects in the person's words. why: the person's reason, Dutch.
    """

    requirement: RequirementId
    status: str
    missing: tuple[str, ...] = ()
    hollow: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldDocument:
    """A document and its labels. milestone: id, None for a document that is no milestone document."""

    path: Path
    milestone: str | None
    labels: tuple[Label, ...]


def read_documents(directory: Path) -> tuple[GoldDocument, ...]:
    """All documents of a folder that have a gold file, sorted by name. A Word file and a PDF may share one.

    Raises:
        InvalidCorpus: a gold file without a document, or one that is not what it should be.
    """
    return tuple(_documents(directory))


def _documents(directory: Path) -> Iterator[GoldDocument]:
    for path in sorted(directory.glob(f"*{GOLD}")):
        stem = path.name.removesuffix(GOLD)
        documents = [each for kind in _KINDS if (each := directory / f"{stem}{kind}").is_file()]
        if not documents:
            raise InvalidCorpus(
                "het document bij dit bestand is er niet.", path=str(path), hint=f"Zet {stem}.docx of .pdf ernaast."
            )
        gold = _gold(path)
        labels = tuple(_label(path, key, entry) for key, entry in gold["labels"].items())
        for document in documents:
            yield GoldDocument(path=document, milestone=gold.get("milestone"), labels=labels)


def _gold(path: Path) -> Mapping[str, Any]:
    try:
        gold = json.loads(path.read_text("utf-8-sig"))
    except ValueError as error:
        raise InvalidCorpus("dit is geen geldige JSON in UTF-8.", path=str(path)) from error
    if not isinstance(gold, dict) or not isinstance(gold.get("labels"), dict):
        raise InvalidCorpus("hier mist `labels`.", path=str(path), hint="Zet er per regel het oordeel van een mens in.")
    return gold


def _label(path: Path, key: str, entry: Any) -> Label:
    status = entry.get("status") if isinstance(entry, dict) else None
    if status not in _STATUSES:
        raise InvalidCorpus(
            f"bij {key} staat geen geldige `status`.", path=str(path), hint=f"Toegestaan: {', '.join(_STATUSES)}."
        )
    return Label(
        requirement=RequirementId(key),
        status=status,
        missing=tuple(entry.get("missing_aspects") or ()),
        hollow=bool(entry.get("hollow")),
        why=str(entry.get("why") or ""),
    )


def named_aspects(names: tuple[str, ...], requirement: Requirement) -> frozenset[str] | None:
    """The ids of the aspects that a person named in words of their own; None when one of them cannot be placed."""
    found = [_named(name, requirement.aspects) for name in names]
    return frozenset(each for each in found if each) if all(found) else None


def _named(name: str, aspects: tuple[Aspect, ...]) -> str | None:
    """By id or title, else the one aspect that shares most words with the name."""
    exact = next((aspect.id for aspect in aspects if name in (aspect.id, aspect.title)), None)
    if exact:
        return exact
    shared = {aspect.id: len(_words(name) & _words(f"{aspect.id} {aspect.title}")) for aspect in aspects}
    most = max(shared.values())
    best = [key for key, number in shared.items() if number == most]
    return best[0] if most and len(best) == 1 else None


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W\d_]+", text.lower())) - _SMALL
