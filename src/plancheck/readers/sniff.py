"""What a file is by its content, and one clear sentence when it is nothing that can be read."""

import io
import zipfile
from typing import Literal

from plancheck.errors import EncryptedFile, ErrorCode, UnreadableFile

Kind = Literal["docx", "pdf", "text"]

_OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_IMAGES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM")
_ODF = {"text": "een OpenDocument-tekst (.odt)", "spreadsheet": "een rekenblad", "presentation": "een presentatie"}
_AS_WORD = "Sla het op als Word (.docx) of PDF en probeer het opnieuw."


def sniff(content: bytes, path: str) -> Kind:
    """The kind of a file that can be read.

    Raises:
        UnreadableFile, EncryptedFile: it cannot; the user's file is at fault.
    """
    if not content.strip():
        raise UnreadableFile("dit bestand is leeg.", path=path, hint="Kies het bestand met de tekst.", code="leeg")
    if b"%PDF-" in content[:1024]:
        return "pdf"
    if content.startswith(b"PK"):
        return _sniff_zip(content, path)
    if content.startswith(_OLE2):
        raise _ole2(content, path)
    if content.startswith(_IMAGES) or content[4:12] in (b"ftypheic", b"ftypavif") or content[8:12] == b"WEBP":
        raise _unreadable(
            "dit is een afbeelding, geen document.", "Vraag de maker om het Word-bestand of de PDF.", path, "afbeelding"
        )
    if content.startswith(b"{\\rtf"):
        raise _unreadable("dit is een RTF-bestand; dat kan plancheck niet lezen.", _AS_WORD, path, "onbekend-formaat")
    return _sniff_text(content, path)


def _sniff_text(content: bytes, path: str) -> Kind:
    if b"\x00" in content[:4096]:
        raise _unreadable("dit bestand is geen Word-document en geen PDF.", _AS_WORD, path, "onbekend-formaat")
    if path.lower().endswith((".docx", ".docm", ".dotx", ".pdf")):
        raise _unreadable(
            "dit bestand is beschadigd of geen echt document.",
            "Open het, sla het opnieuw op en probeer het weer.",
            path,
        )
    return "text"


def _sniff_zip(content: bytes, path: str) -> Kind:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            names = set(package.namelist())
            mimetype = package.read("mimetype").decode("ascii", "replace") if "mimetype" in names else ""
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError) as error:
        raise _unreadable(
            "dit bestand is beschadigd of niet compleet.",
            "Open het in Word, sla het opnieuw op en probeer het weer.",
            path,
        ) from error
    if "[Content_Types].xml" in names and any(name.startswith("word/") for name in names):
        return "docx"
    if any(name.startswith("xl/") for name in names):
        what = "een rekenblad (Excel)"
    elif any(name.startswith("ppt/") for name in names):
        what = "een presentatie (PowerPoint)"
    else:
        what = next((words for key, words in _ODF.items() if key in mimetype), "een zip-bestand")
    raise _unreadable(f"dit is {what}; dat kan plancheck niet lezen.", _AS_WORD, path, "onbekend-formaat")


def _ole2(content: bytes, path: str) -> UnreadableFile:
    if "EncryptedPackage".encode("utf-16-le") in content or "EncryptionInfo".encode("utf-16-le") in content:
        return EncryptedFile(
            "dit Word-bestand is beveiligd met een wachtwoord.",
            path=path,
            hint="Haal de beveiliging eraf en sla het opnieuw op.",
        )
    return _unreadable(
        "dit is een oud Word-bestand (.doc).", "Open het in Word en sla het op als .docx.", path, "oud-word-formaat"
    )


def _unreadable(message: str, hint: str, path: str, code: ErrorCode = "beschadigd") -> UnreadableFile:
    return UnreadableFile(message, path=path, hint=hint, code=code)
