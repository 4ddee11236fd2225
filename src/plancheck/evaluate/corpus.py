"""What stands in a folder to measure with. The folder `blind` in it is opened only when it is asked for."""

from dataclasses import dataclass
from pathlib import Path

from plancheck.errors import WrongUse
from plancheck.evaluate.documents import GoldDocument, read_documents
from plancheck.evaluate.passages import Passage, read_passages

BLIND = "blind"
LOGBOOK = "logboek.md"


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """Documents with labels and passages with labels; one of the two may be empty."""

    documents: tuple[GoldDocument, ...] = ()
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

    Markdown files whose name is in capitals (LEESMIJ.md) explain, and hold no passages.

    Raises:
        InvalidCorpus: a file is not what it should be.
        WrongUse: there is nothing to measure with.
    """
    files = [path for path in sorted(folder.glob("*.md")) if not path.stem.isupper() and path.name != LOGBOOK]
    passages = tuple(passage for path in files for passage in read_passages(path))
    documents = read_documents(folder)
    if not passages and not documents:
        raise WrongUse(
            "in deze map staat niets om mee te meten.",
            path=str(folder),
            hint="Nodig: documenten met NAAM.gold.json ernaast, of passages in .md-bestanden (docs/oordelen.md).",
        )
    return Corpus(documents=documents, passages=passages)
