"""What a file is by its content, and one clear sentence when it is nothing that can be read."""

import codecs
import io
import re
import zipfile
from typing import Literal

from plancheck.errors import EncryptedFile, ErrorCode, UnreadableFile

Kind = Literal["docx", "odt", "doc", "rtf", "pdf", "html", "markdown", "txt"]

_OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_IMAGES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*")
_HEIF = frozenset((b"ftypheic", b"ftypheix", b"ftypmif1", b"ftypavif"))
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_ODF = {
    "opendocument.spreadsheet": "een rekenblad (.ods)",
    "opendocument.presentation": "een presentatie (.odp)",
    "epub": "een e-boek (.epub)",
}
_OTHER_OLE2 = {
    "Workbook": "een oud rekenblad (Excel)",
    "PowerPoint Document": "een oude presentatie (PowerPoint)",
    "__substg1.0_": "een e-mailbericht van Outlook",
}
"""Names of streams in an OLE2 container, which stand in it as UTF-16."""
_WORD_TYPE = re.compile(r"(?:wordprocessingml|ms-word)[\w.]*\.main\+xml")
_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!DOCTYPE\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_XML = re.compile(r"\s*<(?:\?xml|!DOCTYPE|!\[CDATA)", re.IGNORECASE)
_TAG = re.compile(r"\s*<[a-z][a-z0-9]*[\s>]", re.IGNORECASE)
_MARKDOWN = re.compile(r"^(?:#{1,6}[ \t]+\S|\s{0,3}\|?\s*:?-{3,}:?\s*\||.{0,500}\*\*\S|\s{0,3}(?:```|~~~))", re.M)
_START = 4096
_AS_WORD = "Sla het op als Word (.docx) of PDF en probeer het opnieuw."
_AGAIN = "Open het, sla het opnieuw op en probeer het weer."
_SMALL_PART = 100_000
_SECTOR = 512
_WORD_HEAD = b"\xec\xa5"


def sniff(content: bytes, path: str) -> Kind:
    """The kind of a file that can be read.

    Raises:
        UnreadableFile, EncryptedFile: it cannot; the user's file is at fault.
    """
    if not content.strip(b" \t\r\n\x00\xef\xbb\xbf"):
        raise UnreadableFile("dit bestand is leeg.", path=path, hint="Kies het bestand met de tekst.", code="leeg")
    if content.startswith(_ZIP):
        return _sniff_zip(content, path)
    if b"%PDF-" in content[:1024]:
        return "pdf"
    if content.startswith(_OLE2):
        return _sniff_ole2(content, path)
    if _is_image(content):
        raise _unreadable(
            "dit is een afbeelding, geen document.", "Vraag de maker om het Word-bestand of de PDF.", path, "afbeelding"
        )
    if content.startswith(b"{\\rtf"):
        return "rtf"
    return _sniff_text(content, path)


def _is_image(content: bytes) -> bool:
    bitmap = content.startswith(b"BM") and content[6:10] == b"\x00\x00\x00\x00"
    return content.startswith(_IMAGES) or bitmap or content[4:12] in _HEIF or content[8:12] == b"WEBP"


def _sniff_text(content: bytes, path: str) -> Kind:
    if b"\x00" in content[:_START] and not content.startswith(_UTF16):
        raise _unreadable("dit bestand is geen document dat plancheck kent.", _AS_WORD, path, "onbekend-formaat")
    text = decoded(content)
    name = path.lower()
    if _PAGE.match(text) or (name.endswith((".html", ".htm", ".xhtml")) and _TAG.match(text)):
        return "html"
    if _XML.match(text):
        raise _other("een XML-bestand", path)
    if name.endswith((".docx", ".docm", ".dotx", ".odt", ".ott", ".pdf")):
        raise _unreadable("dit bestand is beschadigd of geen echt document.", _AGAIN, path)
    return "markdown" if name.endswith((".md", ".markdown")) or _MARKDOWN.search(text) else "txt"


def decoded(content: bytes) -> str:
    """The text of a plain file: in the coding it names, UTF-8 or UTF-16, else what old Windows programs write."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _sniff_zip(content: bytes, path: str) -> Kind:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            names = {name.replace("\\", "/").lower() for name in package.namelist()}
            locked = any(info.flag_bits & 1 for info in package.infolist())
            mimetype = _small_part(package, "mimetype") + _small_part(package, "[Content_Types].xml")
    except Exception as error:  # BadZipFile, zlib.error and more: a damaged container in foreign code
        raise _unreadable("dit bestand is beschadigd of niet compleet.", _AGAIN, path) from error
    if "[content_types].xml" in names and ("word/document.xml" in names or _WORD_TYPE.search(mimetype)):
        return "docx"
    if "opendocument.text" in mimetype and "content.xml" in names:
        return "odt"
    if locked:
        raise _protected(path)
    if any(name.startswith("xl/") for name in names):
        what = "een rekenblad (Excel)"
    elif any(name.startswith("ppt/") for name in names):
        what = "een presentatie (PowerPoint)"
    elif found := next((words for key, words in _ODF.items() if key in mimetype), ""):
        what = found
    else:
        hint = "Pak het uit en kies het document zelf."
        raise _unreadable("dit is een zip-bestand, geen document.", hint, path, "onbekend-formaat")
    raise _other(what, path)


def _small_part(package: zipfile.ZipFile, name: str) -> str:
    """The start of a part that says what a container is; never all of it, however far it inflates."""
    if name not in package.namelist() or package.getinfo(name).flag_bits & 1:
        return ""
    with package.open(name) as part:
        return part.read(_SMALL_PART).decode("latin-1")


def _sniff_ole2(content: bytes, path: str) -> Kind:
    if _stream("EncryptedPackage") in content or _stream("EncryptionInfo") in content:
        raise _protected(path)
    if (entry := content.find(_stream("WordDocument"))) >= 0:
        if _has_password(content, entry):
            raise _protected(path)
        return "doc"
    for name, what in _OTHER_OLE2.items():
        if _stream(name) in content:
            raise _other(what, path)
    raise _unreadable(
        "dit is een oud Word-bestand (.doc).", "Open het in Word en sla het op als .docx.", path, "oud-word-formaat"
    )


def _has_password(content: bytes, entry: int) -> bool:
    """Whether the head of an old Word document says that the rest is encrypted. entry: its place in the directory.

    Source: [MS-CFB] 2.6.1 (first sector of a stream) and [MS-DOC] 2.5.2 (fEncrypted).
    """
    sector = int.from_bytes(content[entry + 116 : entry + 120], "little")
    head = content[(sector + 1) * _SECTOR :][:12]
    return len(head) == 12 and head.startswith(_WORD_HEAD) and bool(head[11] & 1)


def _stream(name: str) -> bytes:
    return name.encode("utf-16-le")


def _protected(path: str) -> EncryptedFile:
    return EncryptedFile(
        "dit bestand is beveiligd met een wachtwoord.",
        path=path,
        hint="Haal de beveiliging eraf en sla het opnieuw op.",
    )


def _other(what: str, path: str) -> UnreadableFile:
    return _unreadable(f"dit is {what}; dat kan plancheck niet lezen.", _AS_WORD, path, "onbekend-formaat")


def _unreadable(message: str, hint: str, path: str, code: ErrorCode = "beschadigd") -> UnreadableFile:
    return UnreadableFile(message, path=path, hint=hint, code=code)
