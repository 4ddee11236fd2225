"""Which document a report is about, in Dutch: its kind, how sure that is, and what else stands in the file."""

from collections.abc import Sequence

from plancheck.model.finding import Held, Report
from plancheck.model.requirement import MilestoneId
from plancheck.reports.wording import join_words, place_name

NONE, NOT_YET = "geen mijlpaaldocument", "nog te kort"
_ARTICLES = ("de ", "het ", "een ")
_SURE_ENOUGH = 0.01


def milestone_name(report: Report, milestone: MilestoneId | None) -> str:
    """The name of a kind of document without its article; its id where the report has no name for it."""
    title = next((info.title for info in report.milestones if info.id == milestone), str(milestone or ""))
    for article in _ARTICLES:
        title = title.removeprefix(article)
    return title


def kind_line(report: Report) -> str:
    """Which document this is, and how we know: "projectplan (fase 3), herkend aan de titel"."""
    info = report.milestone
    if report.recognised.milestone is None:
        return NOT_YET if report.recognised.too_short else NONE
    phase = f" (fase {info.phase}{f', {info.phase_name}' if info.phase_name else ''})" if info else ""
    name = milestone_name(report, report.recognised.milestone) + phase
    if report.recognised.origin == "gegeven":
        return f"{name}, door u gekozen"
    reason = report.recognised.reason.strip().rstrip(".")
    if not reason:
        return f"{name}, herkend"
    return f"{name}, {reason}" if reason.startswith("herkend") else f"{name}, herkend: {reason}"


def is_unsure(report: Report) -> bool:
    """Whether it is not sure which document this is: another kind is likely too."""
    recognised = report.recognised
    return recognised.milestone is not None and recognised.origin != "gegeven" and bool(recognised.alternatives)


def uncertain_lines(report: Report, *, brief: bool = False) -> tuple[str, ...]:
    """What to say first when the kind of document is uncertain or none; empty when there is no doubt about it.

    brief: without the list of all kinds to choose from.
    """
    if report.recognised.milestone is None:
        return _choice_lines(report, brief)
    if not is_unsure(report):
        return ()
    others = [milestone_name(report, other) for other in report.recognised.alternatives]
    option = f"--mijlpaal {report.recognised.alternatives[0]}"
    name = milestone_name(report, report.recognised.milestone)
    return (
        f"Het is niet zeker welk document dit is: een {name} of een {join_words(others, last='of een')}.",
        f"Dit rapport gaat uit van een {name}. Klopt dat niet? Kies dan zelf met {option}.",
    )


def _choice_lines(report: Report, brief: bool) -> tuple[str, ...]:
    """To which kinds a document of no kind comes nearest, and how to choose one; not for another language."""
    if report.document.language not in ("nl", ""):
        return ()
    nearest = [
        f"een {milestone_name(report, name)}{f' (kans {chance:.0%})' if chance >= _SURE_ENOUGH else ', maar niet erg'}"
        for name, chance in report.recognised.nearest
        if chance >= _SURE_ENOUGH or name == report.recognised.nearest[0][0]
    ]
    near = [f"Het lijkt nog het meest op {join_words(nearest, last='of')}."] if nearest else []
    if others := [milestone_name(report, other) for other in report.recognised.alternatives]:
        word = "" if report.recognised.too_short else "toch "
        choose = f"Kies dan zelf met --mijlpaal {report.recognised.alternatives[0]}."
        return (*near, f"Is het {word}een {join_words(others, last='of een')}? {choose}")
    known = join_words([str(info.id) for info in report.milestones], last="of")
    known_line = f"Is het toch een van de stukken die plancheck kent? Kies dan zelf met --mijlpaal: {known}."
    return (*near, known_line) if known and not brief else tuple(near)


def held_lines(report: Report) -> tuple[str, ...]:
    """Which milestone documents stand inside this one, where, and how to see one alone; empty without any."""
    recognised = report.recognised
    if recognised.part:
        name, place = milestone_name(report, recognised.part.milestone), _begin(recognised.part)
        return (f"Beoordeeld is alleen een deel van dit bestand: {name}, vanaf {place}.",)
    if not recognised.held:
        return ()
    others = [each for each in recognised.held if each.milestone != recognised.milestone]
    return _inside_lines(report, others) if others else ()


def again_lines(report: Report) -> tuple[str, ...]:
    """That the same kind of document stands in the file once more and was not judged, a line for each."""
    own = report.recognised.milestone
    return tuple(
        f"In dit bestand staat nog een {milestone_name(report, own)} (vanaf {_begin(held)}). "
        "Dat is niet beoordeeld: maak er een eigen bestand van."
        for held in report.recognised.held
        if held.milestone == own
    )


def _inside_lines(report: Report, inside: Sequence[Held]) -> tuple[str, ...]:
    papers = [f"een {milestone_name(report, each.milestone)} (vanaf {_begin(each)})" for each in inside]
    option = f"--mijlpaal {inside[0].milestone}"
    if report.recognised.milestone is None:
        return (
            f"In dit bestand staat wel {join_words(papers)}.",
            f"Laat dat beoordelen met {option}, of maak er een eigen bestand van.",
        )
    return (
        f"In dit bestand staat ook {join_words(papers)}.",
        "Elk stuk is op zijn eigen tekst beoordeeld.",
        f"Wilt u er één apart zien? Kies {option}, of maak er een eigen bestand van.",
    )


def _begin(held: Held) -> str:
    return place_name(held.place.heading, held.place.page, inside=True)
