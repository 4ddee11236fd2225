"""`plancheck evaluate`: how good are the verdicts, measured against what people say."""

import datetime
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from plancheck.cli.dutch import Choice, DutchCommand, Number
from plancheck.cli.show import to_screen
from plancheck.version import __version__

if TYPE_CHECKING:
    from plancheck.detect import Detector
    from plancheck.evaluate import Corpus, Measurement

SIGNALS = ("geleerd", "koppen", "hol", "inhoud")
"""What the judge can do without, to see what it adds."""
_FAILURES = 20
_MOST_FAILURES = 100_000


@click.command(cls=DutchCommand)
@click.argument("directory", metavar="MAP")
@click.option(
    "--fouten",
    type=Number(_MOST_FAILURES),
    metavar="AANTAL",
    help=f"Hoeveel fouten u wilt lezen; {_FAILURES} als u niets kiest, met --blind geen.",
)
@click.option("--blind", is_flag=True, help="Meet met de map blind in MAP, en schrijf het op in het logboek daarin.")
@click.option(
    "--alleen", metavar="BEGIN", default="", help="Alleen regels waarvan het id zo begint, zoals projectplan."
)
@click.option(
    "--zonder", type=Choice(*SIGNALS), multiple=True, help="Laat dit weg, om te zien wat het toevoegt. Mag vaker."
)
@click.option("--regels", metavar="REGELMAP", help="Een map met een eigen regelpakket.")
def evaluate(
    *, directory: str, fouten: int | None, blind: bool, alleen: str, zonder: tuple[str, ...], regels: str | None
) -> None:
    """Meet hoe goed plancheck oordeelt.

    In MAP staan documenten met NAAM.gold.json ernaast, fragmenten met een oordeel (.md) of passages met labels (.md).
    docs/oordelen.md zegt hoe die eruitzien en wat de tabellen betekenen.

    \b
    Voorbeelden:
      plancheck evaluate corpora/voorbeelden
      plancheck evaluate corpora/passages --alleen projectplan --zonder koppen
    """
    from plancheck import load_rules
    from plancheck.detect import Detector
    from plancheck.evaluate import Run, folder_to_measure, read_corpus, render, write_down

    folder = folder_to_measure(Path(directory), blind=blind)
    corpus = read_corpus(folder)
    rules = load_rules(regels)
    name = f"{rules.id} {rules.version}"
    failures = fouten or (0 if blind else _FAILURES)
    run = Run(version=__version__, rules=name, prefix=alleen, without=zonder, failures=failures)
    measurement = _measure(corpus, Detector(rules, without=frozenset(zonder)), alleen)
    if blind:
        today = datetime.date.today().isoformat()
        logbook = write_down(folder, date=today, measurement=measurement, corpus=corpus, run=run)
        click.echo(f"Blind gemeten; dit staat nu in {logbook.as_posix()}.", err=True)
    to_screen(render(measurement, corpus, run).encode("utf-8", "replace"))


def _measure(corpus: "Corpus", detector: "Detector", prefix: str) -> "Measurement":
    from plancheck.evaluate import measure

    if not sys.stderr.isatty():
        return measure(corpus, detector, prefix=prefix)
    length = len(corpus.documents) + len(corpus.fragments) + len(corpus.passages)
    with click.progressbar(length=length, label="Meten", file=sys.stderr, show_eta=False) as bar:
        return measure(corpus, detector, prefix=prefix, on_done=lambda: bar.update(1))
