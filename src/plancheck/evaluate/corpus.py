"""What stands in a folder to measure with. The folder `blind` in it is opened only when it is asked for."""

from dataclasses import dataclass
from pathlib import Path

from plancheck.errors import WrongUse
from plancheck.evaluate.documents import GoldDocument, read_documents
from plancheck.evaluate.fragments import Fragment, holds_fragments, read_fragments
from plancheck.evaluate.passages import Passage, read_passages

BLIND = "blind"
LOGBOOK = "logboek.md"


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """Documents, fragments and passages with labels; not all of them need be there."""

    documents: tuple[GoldDocument, ...] = ()
    fragments: tuple[Fragment, ...] = ()
    passages: tuple[Passage, ...] = ()

    @property
    def voices(self) -> tuple[str, ...]:
        """The voices of the passages, in order."""
        return tuple(dict.fromkeys(passage.voice for passage in self.passages))


def folder_to_measure(directory: Path, *, blind: bool) -> Path:
    """The folder itself, or its folder `blind`.

    Raises:
        WrongUse: there is no such folder, or the folder is a blind one that was not asked for as such.
    """
    if not directory.is_dir():
        raise WrongUse("deze map bestaat niet.", path=str(directory), hint="Geef een map met documenten of passages.")
    if directory.resolve().name.casefold() == BLIND:
        parent = directory.resolve().parent
        raise WrongUse(
            "een map met de naam blind wordt niet gelezen.", path=str(directory), hint=f"Geef {parent} en --blind."
        )
    if not blind:
        return directory
    folder = directory / BLIND
    if not folder.is_dir():
        raise WrongUse("in deze map staat geen map blind.", path=str(directory), hint="Laat --blind weg.")
    return folder


def read_corpus(folder: Path) -> Corpus:
    """All there is to measure with in a folder itself, not in the folders in it.

    Markdown files whose name is in capitals (LEESMIJ.md) explain, and hold nothing to measure with.

    Raises:
        InvalidCorpus: a file is not what it should be.
        WrongUse: there is nothing to measure with.
    """
    files = [path for path in sorted(folder.glob("*.md")) if not path.stem.isupper() and path.name != LOGBOOK]
    of_fragments = [path for path in files if holds_fragments(path.read_text("utf-8-sig", errors="replace"))]
    fragments = tuple(fragment for path in of_fragments for fragment in read_fragments(path))
    passages = tuple(passage for path in files if path not in of_fragments for passage in read_passages(path))
    documents = read_documents(folder)
    if not passages and not documents and not fragments:
        raise WrongUse(
            "in deze map staat niets om mee te meten.",
            path=str(folder),
            hint="Nodig: documenten met NAAM.gold.json ernaast, of fragmenten of passages in .md (docs/oordelen.md).",
        )
    return Corpus(documents=documents, fragments=fragments, passages=passages)
