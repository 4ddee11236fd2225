"""The exit code of a run."""

from collections.abc import Sequence

from plancheck.model.finding import Result, Unreadable
from plancheck.reports.wording import LEVEL_ORDER

GAPS = 1
NOT_READ = 3
INTERNAL = 4


def exit_code(results: Sequence[Result], fail_on: str) -> int:
    """0: no gaps; 1: gaps of level `fail_on` or weightier; 3: a file was not judged; 4: plancheck failed on one.

    The highest wins. fail_on "nooit" turns only 1 into 0.
    """
    return max((_code(report, fail_on) for report in results), default=0)


def _code(report: Result, fail_on: str) -> int:
    if isinstance(report, Unreadable):
        return INTERNAL if report.error.code == "interne-fout" else NOT_READ
    weighty = LEVEL_ORDER[: LEVEL_ORDER.index(fail_on) + 1] if fail_on != "nooit" else ()
    gaps = (finding for finding in report.findings if finding.verdict.is_gap)
    return GAPS if any(finding.requirement.level in weighty for finding in gaps) else 0
