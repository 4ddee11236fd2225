"""Plancheck: is a plan document complete by a package of rules, with evidence and advice.

The whole of it in four lines:

    rules = plancheck.load_rules()
    document = plancheck.read("projectplan.docx")
    report = plancheck.check(document, rules)
    print(report.complete, [finding.requirement.title for finding in report.findings if finding.verdict.is_gap])

Importing this package is cheap; spaCy and the readers are loaded when they are needed.
"""

from collections.abc import Iterable, Mapping
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from plancheck.errors import PlancheckError, WrongUse
from plancheck.model.finding import Report, Result, Unreadable, Verdict
from plancheck.version import __version__

if TYPE_CHECKING:
    from plancheck.model.document import Document, Dossier
    from plancheck.readers.limits import Limits
    from plancheck.rules import RuleSet

__all__ = [
    "PlancheckError",
    "Report",
    "Unreadable",
    "Verdict",
    "__version__",
    "check",
    "check_many",
    "load_rules",
    "read",
]


def read(path: str | PathLike[str], *, limits: "Limits | None" = None) -> "Document":
    """Read a Word or PDF document; its content decides what it is, not its name.

    limits: what the file may ask (`plancheck.readers.Limits`); None: the defaults.

    Raises:
        UnreadableFile: the file is missing, damaged, protected, or holds no text.
        LimitExceeded: it asks more than the limits allow.
    """
    from plancheck.readers.apart import read_apart
    from plancheck.readers.limits import DEFAULT_LIMITS

    return read_apart(Path(path), label=str(path).replace("\\", "/"), limits=limits or DEFAULT_LIMITS)


def load_rules(directory: str | PathLike[str] | None = None, *, package: str | None = None) -> "RuleSet":
    """Load and check a rule package: the one in a folder, or one that comes with plancheck.

    package: id of one that comes with plancheck; without it and without a folder the usual one.

    Raises:
        WrongUse: no package comes with plancheck by this id, or both are given.
        InvalidRule: the package is wrong; `mistakes` holds every mistake, in Dutch, with file and line.
    """
    from plancheck.rules import load_rules as load
    from plancheck.rules import shipped_folder

    if package is not None:
        if directory is not None:
            raise WrongUse("Kies een map met regels of een pakket, niet allebei.")
        return load(shipped_folder(package))
    return load(Path(directory) if directory is not None else None)


def check(
    document: "Document | Dossier",
    rules: "RuleSet",
    *,
    milestone: str | None = None,
    facts: Mapping[str, str] | None = None,
    reference_date: str | None = None,
) -> Report:
    """Judge a document, or several documents together, by a rule package.

    milestone: id of the kind of document; None: recognise it. facts: what is known of the plan.
    reference_date: ISO date; None: the document's own date, else today.

    Raises:
        WrongUse: the package knows no such milestone or fact, or the date is no date.
    """
    from plancheck.batch.judge import Judge

    return Judge.of(rules, milestone=milestone, facts=facts, reference_date=reference_date).check(document)


def check_many(
    paths: Iterable[str | PathLike[str]],
    rules: "RuleSet",
    *,
    milestone: str | None = None,
    facts: Mapping[str, str] | None = None,
    reference_date: str | None = None,
    jobs: int = 1,
    limits: "Limits | None" = None,
) -> tuple[Result, ...]:
    """Read and judge files and folders; each file stands on its own.

    A file that cannot be read or judged gives an `Unreadable` in its place, never an exception. The results are in
    the order of the paths and the same for any number of `jobs` (processes). limits: what one file may ask.

    Raises:
        WrongUse: the package knows no such milestone or fact, or the date is no date.
    """
    from plancheck.batch import collect, run
    from plancheck.batch.judge import Judge
    from plancheck.readers.limits import DEFAULT_LIMITS

    judge = Judge.of(
        rules,
        milestone=milestone,
        facts=facts,
        reference_date=reference_date,
        limits=limits or DEFAULT_LIMITS,
    )
    return run(collect([str(path) for path in paths]).inputs, judge, jobs=jobs)
