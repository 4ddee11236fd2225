"""Old Word files and RTF: turned into OpenDocument by LibreOffice where it is installed, then read as such.

It runs with a user profile of its own that is thrown away, without macros, and with a proxy that leads nowhere.
"""

import tempfile
from dataclasses import replace
from pathlib import Path

from plancheck.errors import ErrorCode, LimitExceeded, UnreadableFile
from plancheck.model.document import Document, Source
from plancheck.readers.limits import Limits
from plancheck.readers.odt import read_odt
from plancheck.readers.programs import find_program, run

_SECONDS = 90.0
_NAMES: dict[str, tuple[str, ErrorCode]] = {
    "doc": ("een oud Word-bestand (.doc)", "oud-word-formaat"),
    "rtf": ("een RTF-bestand", "onbekend-formaat"),
}
_PROPERTY = (
    '<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
)
_SETTINGS = (
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Writer/Content/Update", "Link", "0"),
    ("Inet/Settings", "ooInetProxyType", "2"),
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
)


def read_by_office(content: bytes, source: Source, limits: Limits, *, seconds: float = _SECONDS) -> Document:
    """The document in a .doc or .rtf file.

    Raises:
        UnreadableFile: LibreOffice is not installed or cannot read the file. LimitExceeded: it takes too long.
    """
    what, code = _NAMES[source.format]
    program = find_program("soffice")
    if program is None:
        raise UnreadableFile(
            f"dit is {what}; dat leest plancheck alleen als LibreOffice is geïnstalleerd.",
            path=source.path,
            hint="Open het in Word en sla het op als .docx, of installeer LibreOffice.",
            code=code,
        )
    converted = _converted(program, content, source, seconds)
    if converted is None:
        raise UnreadableFile(
            f"dit is {what}; LibreOffice kan het niet openen.",
            path=source.path,
            hint="Misschien is het beschadigd of beveiligd. Open het in Word en sla het op als .docx.",
        )
    return replace(read_odt(converted, source, limits), source=source)


def _converted(program: str, content: bytes, source: Source, seconds: float) -> bytes | None:
    with tempfile.TemporaryDirectory(prefix="plancheck-", ignore_cleanup_errors=True) as folder:
        place = Path(folder)
        given, made = place / f"plan.{source.format}", place / "uit" / "plan.odt"
        given.write_bytes(content)
        command = [
            program,
            f"-env:UserInstallation={_profile(place / 'profiel')}",
            *("--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo", "--nofirststartwizard"),
            *("--convert-to", "odt:writer8", "--outdir", str(made.parent), str(given)),
        ]
        try:
            run(command, seconds=seconds)
        except TimeoutError as error:
            raise LimitExceeded(
                "het omzetten van dit bestand met LibreOffice duurt te lang.",
                path=source.path,
                hint="Open het in Word en sla het op als .docx.",
                code="te-lang-bezig",
            ) from error
        except OSError:
            return None
        return made.read_bytes() if made.is_file() else None


def _profile(folder: Path) -> str:
    """A fresh user profile with the settings that keep a document from doing anything; its address."""
    (folder / "user").mkdir(parents=True)
    items = "".join(_PROPERTY.format(path=path, name=name, value=value) for path, name, value in _SETTINGS)
    names = 'xmlns:oor="http://openoffice.org/2001/registry"'
    settings = f'<?xml version="1.0" encoding="UTF-8"?><oor:items {names}>{items}</oor:items>'
    (folder / "user" / "registrymodifications.xcu").write_text(settings, encoding="utf-8")
    return folder.resolve().as_uri()
