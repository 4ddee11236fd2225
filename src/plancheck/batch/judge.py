"""Judging one file: read it, check it, and turn whatever goes wrong into a row."""

import datetime
import os
import sys
import threading
import traceback
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import TypeVar

from plancheck.errors import PlancheckError, WrongUse
from plancheck.model.document import Document, Dossier
from plancheck.model.finding import Report, Result, Unreadable
from plancheck.model.requirement import MilestoneId, RequirementId
from plancheck.readers.limits import DEFAULT_LIMITS, Limits
from plancheck.rules import RuleSet
from plancheck.settings import Settings, apply, checked

_Answer = TypeVar("_Answer")
_LISTED = 20  # more than this is no sentence any more


@dataclass(frozen=True, slots=True, kw_only=True)
class Judge:
    """What a run asks of every file. Can be sent to another process. Make it with `of`.

    reference_date: ISO date, None: each document's own date, else today.
    settings: what stands beside the documents; what the caller gives goes first. bare: apply no decisions of people.
    """

    ruleset: RuleSet
    milestone: MilestoneId | None
    facts: tuple[tuple[str, str], ...]
    reference_date: str | None
    settings: Settings | None = None
    bare: bool = False
    limits: Limits = DEFAULT_LIMITS

    @classmethod
    def of(
        cls,
        ruleset: RuleSet,
        *,
        milestone: str | None = None,
        facts: Mapping[str, str] | None = None,
        reference_date: str | None = None,
        settings: Settings | None = None,
        bare: bool = False,
        limits: Limits = DEFAULT_LIMITS,
    ) -> "Judge":
        """A judge whose values are known to the rule package.

        Raises:
            WrongUse: an unknown milestone, fact or value, or a date that is none; the message names what is allowed.
            InvalidSettings: the settings name what the package does not know.
        """
        if milestone is not None:
            _allowed("mijlpaal", milestone, [info.id for info in ruleset.milestones])
        for name, value in (facts or {}).items():
            _allowed("feit", name, list(ruleset.fact_values))
            _allowed(f"waarde voor {name}", value, list(ruleset.fact_values[name]))
        if reference_date is not None and not _is_date(reference_date):
            raise WrongUse(f"'{reference_date}' is geen datum.", hint="Schrijf een datum als 2026-11-23.")
        known = checked(settings, ruleset) if settings else None
        return cls(
            ruleset=ruleset,
            milestone=MilestoneId(milestone) if milestone is not None else None,
            facts=tuple(sorted({**(known.facts if known else {}), **(facts or {})}.items())),
            reference_date=reference_date,
            settings=known,
            bare=bare,
            limits=limits,
        )

    def __call__(self, path: str) -> Result:
        """The report of this file, or a row that says why there is none."""
        return self._guarded(path, self.check)

    def explain(self, path: str, requirement: str) -> str | Unreadable:
        """The reasoning about one requirement in this file, or a row that says why there is none.

        Raises:
            WrongUse: the rule package has no such requirement.
        """
        from plancheck.checker import explain

        _allowed("regel", requirement, list(self.ruleset.requirements))
        rule = RequirementId(requirement)
        return self._guarded(path, lambda document: explain(document, self.ruleset, rule, milestone=self.milestone))

    def _guarded(self, path: str, ask: Callable[[Document], _Answer]) -> "_Answer | Unreadable":
        try:
            return ask(self._read(path))
        except PlancheckError as error:
            return Unreadable(path=path, error=error)
        except Exception as error:  # the last resort: one bad file costs one row
            return crashed(path, error)

    def check(self, document: Document | Dossier) -> Report:
        """Judge a document that was read."""
        from plancheck.checker import check

        today = datetime.date.today().isoformat()
        date = self.reference_date or own_date(document) or today
        report = check(
            document,
            self.ruleset,
            milestone=self._milestone(document),
            facts=dict(self.facts),
            reference_date=date,
            count_from=self.reference_date or "",
        )
        if self.settings is None:
            return report
        # Whether an exemption still holds is a matter of now, not of when the document was last changed.
        return apply(report, self.settings, date=self.reference_date or today, bare=self.bare)

    def _milestone(self, document: Document | Dossier) -> MilestoneId | None:
        if self.milestone is not None or self.settings is None:
            return self.milestone
        first = document.documents[0] if isinstance(document, Dossier) else document
        found = self.settings.milestone_of(first.source.path)
        return MilestoneId(found) if found is not None else None

    def _read(self, path: str) -> Document:
        from plancheck.readers.apart import read_apart

        warming: list[threading.Thread | None] = []
        document = read_apart(
            path,
            label=path,
            limits=self.limits,
            meanwhile=lambda: warming.append(warm_up_beside(Path(path), self.ruleset)),
        )
        for thread in warming:
            if thread is not None:
                thread.join()
        return document


def own_date(document: Document | Dossier) -> str:
    """The date the file gives of itself: last changed, else made; "" when it gives none."""
    first = document.documents[0] if isinstance(document, Dossier) else document
    dates = (first.properties.modified[:10], first.properties.created[:10])
    return next((date for date in dates if _is_date(date)), "")


def crashed(path: str, error: BaseException | None = None) -> Unreadable:
    """The row for a file on which plancheck itself failed."""
    if error is not None and os.environ.get("PLANCHECK_DEBUG") == "1":
        traceback.print_exception(error, file=sys.stderr)
    name = f" ({type(error).__name__})" if error is not None else ""
    return Unreadable(
        path=path,
        error=PlancheckError(
            f"bij dit bestand ging in plancheck zelf iets mis{name}.",
            path=path,
            hint="Meld dit aan de makers, als het kan met het bestand.",
            code="interne-fout",
        ),
    )


def warm_up_beside(path: Path, ruleset: RuleSet) -> threading.Thread | None:
    """Load the language tools and look up the terms of the rules in the background while a file is read that looks like
    a document.

    None when there is no need: they are loaded already, or the file will be refused. Join the thread before the text
    is analysed; a file that is refused after all need not wait for it.
    """
    if "spacy" in sys.modules or not _looks_like_a_document(path):
        return None
    thread = threading.Thread(target=_warm_up, args=(ruleset,), name="plancheck-warm-up", daemon=True)
    thread.start()
    return thread


def _warm_up(ruleset: RuleSet) -> None:
    """What goes wrong here goes wrong again, and is told, where it is needed."""
    with suppress(Exception):
        from plancheck.checker import detector_for
        from plancheck.nlp import warm_up

        warm_up()
        detector_for(ruleset)


def _looks_like_a_document(path: Path) -> bool:
    try:
        if not path.is_file():  # a pipe would keep us waiting for whoever writes in it
            return False
        with path.open("rb") as stream:
            begin = stream.read(1024)
    except OSError:
        return False
    return begin.startswith(b"PK\x03\x04") or b"%PDF-" in begin


def _allowed(what: str, value: str, known: list[str]) -> None:
    if value in known:
        return
    near = get_close_matches(value, known, n=1, cutoff=0.5)
    hint = f"Bedoelt u {near[0]}? " if near else ""
    unknown = "Onbekend" if what == "feit" else "Onbekende"
    allowed = f"Toegestaan: {', '.join(known)}." if len(known) <= _LISTED else "`plancheck rules list` toont ze alle."
    raise WrongUse(f"{unknown} {what}: '{value}'.", hint=hint + allowed)


def _is_date(text: str) -> bool:
    try:
        datetime.date.fromisoformat(text)
    except ValueError:
        return False
    return len(text) == 10
