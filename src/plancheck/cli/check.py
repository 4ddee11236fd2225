"""`plancheck check`: files and folders in, reports out."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from plancheck.cli.dutch import Choice, DutchCommand, Number
from plancheck.cli.exits import exit_code
from plancheck.cli.options import (
    FAIL_LEVELS,
    FORMATS,
    facts_of,
    limits_of,
    package_folder,
    pair_outputs,
    refuse_overwriting,
)
from plancheck.cli.show import to_screen, write
from plancheck.model.finding import Result, Unreadable

if TYPE_CHECKING:
    from plancheck.batch import Judges

_MOST_JOBS = 61
_FAIL_ON = "kern"


@click.command(cls=DutchCommand)
@click.argument("paths", metavar="PAD...", nargs=-1, required=True)
@click.option("--mijlpaal", metavar="SOORT", help="Welk document dit is, bijvoorbeeld projectplan; anders herkend.")
@click.option(
    "--feit",
    "facts",
    metavar="NAAM=WAARDE",
    multiple=True,
    help="Wat u weet en niet in de tekst staat, bijvoorbeeld warmteoplossing=warmtenet. Mag vaker.",
)
@click.option(
    "--datum",
    metavar="JJJJ-MM-DD",
    help="De peildatum; anders de datum van het document, of vandaag. Noemt het document geen begin van een termijn, "
    "dan loopt die in `Wat nu` vanaf deze dag.",
)
@click.option("--pakket", metavar="ID", help="Een regelpakket dat bij plancheck hoort; anders het gewone.")
@click.option("--regels", metavar="MAP", help="Een map met een eigen regelpakket.")
@click.option(
    "--format",
    "formats",
    type=Choice(*FORMATS),
    multiple=True,
    help="De vorm van het rapport; console als u niets kiest. Mag vaker, met bij elke vorm een --output.",
)
@click.option(
    "--output",
    "outputs",
    metavar="BESTAND",
    multiple=True,
    help="Waar het rapport komt; - is het scherm. Hoort bij de --format op dezelfde plek.",
)
@click.option(
    "--volledig",
    "full",
    is_flag=True,
    help="Toon op het scherm alles: adviezen en stappen voluit, met citaten. HTML en JSON hebben dat altijd.",
)
@click.option(
    "--fail-on",
    type=Choice(*FAIL_LEVELS),
    help=f"Vanaf welk niveau een gat exitcode 1 geeft; {_FAIL_ON} als u niets kiest.",
)
@click.option(
    "--jobs",
    type=Number(_MOST_JOBS),
    metavar="AANTAL",
    help="Hoeveel bestanden tegelijk; anders zoveel als uw computer aankan.",
)
@click.option(
    "--config",
    metavar="BESTAND",
    help="Het bestand met instellingen en afspraken; anders plancheck.yaml naast of boven elk document.",
)
@click.option(
    "--zonder-uitzonderingen",
    "bare",
    is_flag=True,
    help="Pas geen uitzonderingen en eigen oordelen toe: alleen wat plancheck zelf vindt.",
)
@click.option(
    "--limiet",
    "limits",
    metavar="NAAM=GETAL",
    multiple=True,
    help="Hoeveel een bestand mag vragen, bijvoorbeeld seconden=300 of geheugen-mb=4000. Mag vaker.",
)
@click.option(
    "--uitleg", metavar="REGEL",
    help="Toon, in plaats van het rapport, hoe het oordeel over deze regel ontstaat.",
)  # fmt: skip
def check(
    *,
    paths: tuple[str, ...],
    mijlpaal: str | None,
    facts: tuple[str, ...],
    datum: str | None,
    pakket: str | None,
    regels: str | None,
    formats: tuple[str, ...],
    outputs: tuple[str, ...],
    full: bool,
    fail_on: str | None,
    jobs: int | None,
    config: str | None,
    bare: bool,
    limits: tuple[str, ...],
    uitleg: str | None,
) -> int:
    """Controleer of plandocumenten compleet zijn.

    PAD is een bestand of een map; u mag er meer geven. Plancheck ziet aan de inhoud wat een bestand is.

    \b
    Gelezen worden:
      Word          .docx .docm .dotx, en met LibreOffice ook .doc
      OpenDocument  .odt .ott
      RTF           .rtf, met LibreOffice
      PDF           .pdf, en met Tesseract ook gescande bladzijden
      webpagina     .html .htm
      concept       .md .txt

    Een map wordt helemaal doorzocht op Word, OpenDocument, RTF en PDF; wat verborgen of tijdelijk is, telt niet mee.
    Een webpagina of een concept noemt u bij naam.

    \b
    Voorbeelden:
      plancheck check projectplan.docx
      plancheck check plannen/ --format html --output rapport.html

    \b
    Exitcodes:
      0  geen gaten
      1  er ontbreekt iets van het niveau van --fail-on of zwaarder
      2  verkeerd gebruik
      3  een bestand ontbreekt of is niet te lezen
      4  fout in plancheck zelf
    """
    from plancheck import load_rules
    from plancheck.batch import Judge, beside, collect

    targets = pair_outputs(formats, outputs)
    given = facts_of(facts)
    asked = limits_of(limits)
    chosen = package_folder(pakket, regels)
    collected = collect(paths)
    files = [path for path in collected.inputs if isinstance(path, str)]
    # Where there is nothing to judge, the call must still be right.
    judges = beside(
        files or [paths[0]],
        config=config,
        rules=lambda package: load_rules(chosen or package),
        make=lambda rules, settings: Judge.of(
            rules, milestone=mijlpaal, facts=given, reference_date=datum, settings=settings, bare=bare, limits=asked
        ),
    )
    refuse_overwriting(targets, files)
    if collected.skipped:
        click.echo(_skipped(collected.skipped), err=True)
    if uitleg is not None:
        return _explain(collected.inputs, judges, uitleg)
    results = judges.report_unused(collected.inputs, _run(collected.inputs, judges, jobs))
    write(results, targets, full=full)
    levels = [fail_on or judges.fail_level(str(path), _FAIL_ON) for path in collected.inputs]
    return max((exit_code([result], level) for result, level in zip(results, levels, strict=True)), default=0)


def _run(inputs: Sequence[str | Unreadable], judges: "Judges", jobs: int | None) -> tuple[Result, ...]:
    from plancheck.batch import default_jobs, run

    files = sum(isinstance(path, str) for path in inputs)
    wanted = default_jobs(files) if jobs is None else jobs
    if files < 2 or not sys.stderr.isatty():
        return run(inputs, judges, jobs=wanted)
    with click.progressbar(length=files, label="Controleren", file=sys.stderr, show_eta=False) as bar:
        return run(inputs, judges, jobs=wanted, on_done=lambda: bar.update(1))


def _explain(inputs: Sequence[str | Unreadable], judges: "Judges", rule: str) -> int:
    """The reasoning about one rule, per document; what cannot be read gets its sentence and code."""
    code = 0
    for path in inputs:
        said = judges.of(path).explain(path, rule) if isinstance(path, str) else path
        if isinstance(said, Unreadable):
            click.echo(str(said.error), err=True)
            code = max(code, exit_code([said], "nooit"))
        else:
            to_screen(f"{path}\n{said}\n".encode("utf-8", "replace"))
    return code


def _skipped(number: int) -> str:
    files = "1 bestand" if number == 1 else f"{number} bestanden"
    return f"{files} overgeslagen: geen Word, OpenDocument, RTF of PDF, of verborgen, tijdelijk of een koppeling."
