"""Who measures blind writes it down: each look at the blind texts makes them a little less blind."""

from pathlib import Path

from plancheck.errors import WrongUse
from plancheck.evaluate.corpus import LOGBOOK, Corpus
from plancheck.evaluate.figures import document_figures, passage_figures
from plancheck.evaluate.measure import Measurement
from plancheck.evaluate.report import Run
from plancheck.evaluate.tables import fraction, percent

_TITLE = "# Logboek van het blind meten\n\nElke keer dat deze map is gebruikt, met de cijfers van die keer.\n\n"


def write_down(folder: Path, *, date: str, measurement: Measurement, corpus: Corpus, run: Run) -> Path:
    """Append one line to the logbook of a blind folder. date: ISO. Gives the logbook.

    Raises:
        WrongUse: the logbook cannot be written; the figures should then not be shown.
    """
    path = folder / LOGBOOK
    line = "; ".join(_parts(date, measurement, corpus, run))
    try:
        begin = "" if path.exists() else _TITLE
        with path.open("a", encoding="utf-8", newline="\n") as stream:
            stream.write(f"{begin}- {line}\n")
    except OSError as error:
        raise WrongUse(
            "in dit logboek kan niet worden geschreven.",
            path=str(path),
            hint="Zonder logboek wordt niet blind gemeten.",
        ) from error
    return path


def _parts(date: str, measurement: Measurement, corpus: Corpus, run: Run) -> list[str]:
    parts = [date, f"plancheck {run.version}", f"regels {run.rules}", *([run.limits] if run.limits else [])]
    if corpus.documents or corpus.fragments:
        figures = document_figures(measurement)
        counted = {"documenten": len(corpus.documents), "fragmenten": len(corpus.fragments)}
        what = " en ".join(f"{count} {name}" for name, count in counted.items() if count)
        kinds = f", soort goed {percent(figures.kinds.value)}" if corpus.documents else ""
        parts.append(
            f"{what}: exact {percent(figures.exact.value)}, "
            f"aanwezig P {fraction(figures.present.precision)} R {fraction(figures.present.recall)}, "
            f"hol doorzien {percent(figures.seen_through.value)}{kinds}"
        )
    if corpus.passages:
        found = passage_figures(measurement.passages)
        parts.append(
            f"{len(corpus.passages)} passages: P {fraction(found.found.precision)} R {fraction(found.found.recall)} "
            f"F1 {fraction(found.found.f1)}, hol doorzien {percent(found.seen_through.value)}"
        )
    return [*parts, f"{run.failures} fouten getoond" if run.failures else "geen fouten getoond"]
