"""What options mean together, before any work is done."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from plancheck.errors import WrongUse

if TYPE_CHECKING:
    from plancheck.readers.limits import Limits

FORMATS = ("console", "json", "html")
"""The names of the renderers; a test holds them to `reports.RENDERERS`, which is loaded only when needed."""
_BY_SUFFIX = {".json": "json", ".html": "html", ".htm": "html"}
FAIL_LEVELS = ("wettelijk", "kern", "aanvullend", "nooit")

LIMITS = {
    "bestand-mb": ("file_bytes", 1_000_000),
    "zip-delen": ("zip_entries", 1),
    "xml-mb": ("xml_bytes", 1_000_000),
    "uitpakverhouding": ("inflate_ratio", 1),
    "nesting": ("xml_depth", 1),
    "paginas": ("pages", 1),
    "objecten": ("pdf_objects", 1),
    "seconden": ("seconds", 1),
    "geheugen-mb": ("memory_bytes", 1_000_000),
}
"""What a user calls a limit -> the field of `Limits` and how many of its units one is."""
_MOST = 1_000_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """A report to make. path None: the standard output."""

    format: str
    path: Path | None


def pair_outputs(formats: Sequence[str], outputs: Sequence[str]) -> tuple[Output, ...]:
    """Formats and places by position; one format without a place goes to the standard output.

    Raises:
        WrongUse: the numbers differ, two reports go to one place, or a place cannot be written to.
    """
    from plancheck.batch.output import check_target

    if not outputs and len(formats) <= 1:
        return (Output(format=formats[0] if formats else FORMATS[0], path=None),)
    if len(formats) != len(outputs):
        raise WrongUse(
            f"U geeft {len(formats)} keer --format en {len(outputs)} keer --output.",
            hint=_meant(formats, outputs) or "Zet bij elke --format een --output; een - is het scherm.",
        )
    pairs = tuple(
        Output(format=name, path=None if place == "-" else Path(place))
        for name, place in zip(formats, outputs, strict=True)
    )
    places = [str(pair.path) for pair in pairs]
    if double := next((place for place in places if places.count(place) > 1), None):
        where = "het scherm" if double == "None" else double
        raise WrongUse(f"Twee rapporten kunnen niet allebei naar {where}.", hint="Kies voor elk een eigen plaats.")
    for pair in pairs:
        if pair.path:
            check_target(pair.path)
    return pairs


def _meant(formats: Sequence[str], outputs: Sequence[str]) -> str:
    """What somebody probably means who names a file and no form; "" when that is not clear."""
    if formats or len(outputs) != 1:
        return ""
    form = _BY_SUFFIX.get(Path(outputs[0]).suffix.lower(), FORMATS[0])
    return f"Bedoelt u --format {form} --output {outputs[0]}?"


def refuse_overwriting(outputs: Sequence[Output], inputs: Sequence[str]) -> None:
    """Refuse a report in the place of a document that is checked.

    Raises:
        WrongUse: an output is one of the inputs.
    """
    # `resolve` refuses a link that points to itself.
    documents = {os.path.realpath(path) for path in inputs}
    for output in outputs:
        if output.path and os.path.realpath(output.path) in documents:
            raise WrongUse(
                "dit is het document dat u laat controleren.",
                path=str(output.path),
                hint="Kies bij --output een andere naam, anders gaat het document verloren.",
            )


def package_folder(package: str | None, directory: str | None) -> str | None:
    """The folder of the rules that a call asks for; None: the usual package.

    Raises:
        WrongUse: both are given, or no package comes with plancheck by this id.
    """
    if package is None:
        return directory
    if directory is not None:
        raise WrongUse("U geeft --pakket en ook een map met regels.", hint="Kies er één.")
    from plancheck.rules import shipped_folder

    return str(shipped_folder(package))


def facts_of(pairs: Sequence[str]) -> dict[str, str]:
    """`name=value` options as a mapping.

    Raises:
        WrongUse: no `=`, or two values for one fact.
    """
    facts: dict[str, str] = {}
    for pair in pairs:
        name, sign, value = (part.strip() for part in pair.partition("="))
        if not (name and sign and value):
            raise WrongUse(
                f"'{pair}' is geen feit.", hint="Schrijf --feit NAAM=WAARDE, bijvoorbeeld warmteoplossing=warmtenet."
            )
        if facts.get(name, value) != value:
            raise WrongUse(f"Het feit {name} heeft twee waarden: {facts[name]} en {value}.", hint="Kies er één.")
        facts[name] = value
    return facts


def limits_of(pairs: Sequence[str]) -> "Limits":
    """`name=number` options as limits; what is not named keeps its default.

    Raises:
        WrongUse: an unknown limit, or no whole number above 0.
    """
    from plancheck.readers.limits import Limits

    given: dict[str, int] = {}
    for pair in pairs:
        name, _, number = (part.strip() for part in pair.partition("="))
        if name not in LIMITS:
            raise WrongUse(f"Onbekende limiet: '{name}'.", hint=f"Toegestaan: {', '.join(LIMITS)}.")
        if not (number.isascii() and number.isdigit() and len(number) < 11 and 0 < int(number) <= _MOST):
            raise WrongUse(f"'{pair}' is geen limiet.", hint=f"Schrijf een heel getal: --limiet {name}=100.")
        field, unit = LIMITS[name]
        given[field] = int(number) * unit
    return Limits(**given)
