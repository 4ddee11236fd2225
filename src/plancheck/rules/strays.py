"""Files in the folder of a package that are none of its files: said, so that no rule is left out without a word."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path, PurePosixPath

from plancheck.rules.compiled import COMPILED
from plancheck.rules.coverage import FILE as COVERAGE
from plancheck.rules.examples import ENDING, KNOWN_FAILURES
from plancheck.rules.mistakes import Mistakes, Place
from plancheck.rules.source import files
from plancheck.rules.weights import FILE as WEIGHTS

_OWN = ("pakket.yaml", "begrippen.yaml", "procedure.yaml", COVERAGE, KNOWN_FAILURES, COMPILED, WEIGHTS)
_RULE = ".yaml"
_NOTES = ("leesmij", "readme", "license", "licentie", "changelog", "wijzigingen")
"""How the name of a file begins that is there for people."""
_PAPERS = (".pdf", ".docx", ".odt", ".xlsx", ".html")
"""Sources that somebody keeps beside the rules; none of these is taken for a rule by mistake."""
_OF_COMPUTERS = ("thumbs.db", "desktop.ini")


def check_strays(directory: Path, mistakes: Mistakes) -> None:
    """Name every file that is not read, except what no one takes for a rule: notes, papers and hidden files."""
    for path in files(directory, "**/*", mistakes, quiet=True):
        shown = PurePosixPath(path.relative_to(directory).as_posix())
        if not _is_known(shown) and not _is_apart(shown):
            mistakes.add(str(shown), None, f"dit bestand wordt niet gelezen. {_advice(shown)}")


def misnamed_rules(directory: Path) -> list[str]:
    """The ids of rules whose file has almost the right name: what refers to them is no second mistake."""
    found = []
    for path in files(directory, "*/*", Mistakes(), quiet=True):
        shown = PurePosixPath(path.relative_to(directory).as_posix())
        near = next(_near(shown), "") if not _is_known(shown) else ""
        if near.endswith(_RULE):
            found.append(near.removesuffix(_RULE).replace("/", "."))
    return found


def check_unjudged(written: Mapping[str, str], judged: frozenset[str], mistakes: Mistakes) -> None:
    """Name every rule that no kind of document judges. written: its id -> its file."""
    for key, file in written.items():
        if key not in judged:
            told = (
                f"geen enkel document beoordeelt deze regel. Zet in pakket.yaml bij `beoordeelt` `{key.split('.')[0]}`"
            )
            mistakes.at(Place(file, ("id",)), f"{told} of `{key}`.")


def _is_known(file: PurePosixPath) -> bool:
    if len(file.parts) == 1:
        return file.name in _OWN
    return len(file.parts) == 2 and (file.suffix == _RULE or file.name.endswith(ENDING))


def _is_apart(file: PurePosixPath) -> bool:
    name = file.name.lower()
    hidden = any(part.startswith((".", "~$")) for part in file.parts) or name.endswith("~")
    return hidden or name.startswith(_NOTES) or name.endswith(_PAPERS) or name in _OF_COMPUTERS


def _advice(file: PurePosixPath) -> str:
    if len(file.parts) > 2:
        return (
            f"Het ligt te diep: een regel en zijn voorbeelden staan in een map van het pakket, zoals {file.parts[0]}/."
        )
    near = next(_near(file), "")
    if near:
        return f"Moet het `{near}` heten?"
    if file.suffix == _RULE:
        return "Een regel hoort in de map van zijn soort document: map/onderdeel.yaml."
    return f"Een regel eindigt op {_RULE}, voorbeelden op {ENDING}. Geef het die naam, of haal het uit de map."


def _near(file: PurePosixPath) -> Iterator[str]:
    """Names that a file may have been meant to have."""
    if len(file.parts) == 1:
        yield from get_close_matches(file.name.lower(), _OWN, n=1, cutoff=0.8)
        return
    stem, _, ending = file.name.partition(".")
    for right in (_RULE, ENDING):
        if get_close_matches(f".{ending.lower()}", [right], cutoff=0.6) or ending.lower().startswith(f"{right[1:]}."):
            yield str(file.with_name(f"{stem.lower()}{right}"))
