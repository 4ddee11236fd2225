"""Files to documents: what a file is by its content, then the reader for it."""

import hashlib
import os
from dataclasses import replace
from pathlib import Path

from plancheck.errors import UnreadableFile
from plancheck.model.document import Document, ReadingWarning, Source
from plancheck.readers.limits import DEFAULT_LIMITS, Limits
from plancheck.readers.sniff import sniff

__all__ = ["DEFAULT_LIMITS", "Limits", "read"]

_LANGUAGES = {"fy": "het Fries", "en": "het Engels", "de": "het Duits", "fr": "het Frans"}
_ENOUGH_WORDS = 40


def read(path: str | Path, *, label: str | None = None, limits: Limits = DEFAULT_LIMITS) -> Document:
    """Read a Word file, a PDF or a Markdown text, by its content, whatever its name.

    label: the path as the report shows it; the path as given when None.

    Raises:
        UnreadableFile, EncryptedFile, LimitExceeded: the file cannot be read; one Dutch sentence says why.
    """
    shown = label if label is not None else os.fspath(path).replace("\\", "/")
    content = _bytes(Path(path), shown, limits)
    kind = sniff(content, shown)
    digest = hashlib.sha256(content).hexdigest()
    if kind == "docx":
        from plancheck.readers.docx import read_docx

        document = read_docx(content, Source(path=shown, sha256=digest, format="docx"), limits)
    elif kind == "pdf":
        from plancheck.readers.pdf import read_pdf

        document = read_pdf(content, Source(path=shown, sha256=digest, format="pdf"), limits)
    else:
        from plancheck.readers.markdown import read_markdown

        text = content.decode("utf-8-sig", errors="replace")
        document = read_markdown(text, Source(path=shown, sha256=digest, format="markdown"))
    return _with_language(document)


def _bytes(path: Path, shown: str, limits: Limits) -> bytes:
    if path.name.startswith("~$"):
        raise UnreadableFile(
            "dit is een vergrendelbestand van Word, geen document.",
            path=shown,
            hint="Kies het document zelf (dezelfde naam zonder ~$).",
            code="vergrendeld",
        )
    try:
        size = path.stat().st_size
        if path.is_dir():
            raise UnreadableFile("dit is een map.", path=shown, hint="Kies een bestand.", code="geen-bestand")
        if size > limits.file_bytes:
            raise UnreadableFile(
                "dit bestand is te groot om te lezen.", path=shown, hint="Splits het document.", code="te-groot"
            )
        return path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableFile(
            "dit bestand bestaat niet.", path=shown, hint="Controleer de naam en de map.", code="bestaat-niet"
        ) from error
    except PermissionError as error:
        locked = os.name == "nt"
        raise UnreadableFile(
            "dit bestand is in gebruik door een ander programma." if locked else "dit bestand mag niet worden gelezen.",
            path=shown,
            hint="Sluit het in Word en probeer het opnieuw." if locked else "Vraag om leesrechten.",
            code="vergrendeld" if locked else "geen-toegang",
        ) from error
    except OSError as error:
        raise UnreadableFile(
            "dit bestand kan niet worden geopend.", path=shown, hint="Controleer de naam en de schijf."
        ) from error


def _with_language(document: Document) -> Document:
    words = " ".join(block.text for block in document.blocks if block.role == "body")
    if len(words.split()) < _ENOUGH_WORDS:
        return document
    from py3langid import langid

    language = str(langid.classify(words[:20_000])[0])
    if language in ("nl", "af", "li", "vls", "lb"):
        return replace(document, language="nl")
    name = _LANGUAGES.get(language, "een andere taal")
    message = f"De tekst lijkt in {name} geschreven; plancheck beoordeelt alleen Nederlandse tekst."
    warning = ReadingWarning(code="niet-nederlands", message=message)
    return replace(document, language=language, warnings=(*document.warnings, warning))
