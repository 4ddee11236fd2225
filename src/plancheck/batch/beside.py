"""Files that each go by the plancheck.yaml beside them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from plancheck.batch.judge import Judge
from plancheck.model.finding import Result
from plancheck.rules import RuleSet
from plancheck.settings import Settings, find, load, report_unused


@dataclass(frozen=True, slots=True, kw_only=True)
class Judges:
    """A judge for every file. Can be sent to another process. Make it with `beside`.

    judges: one for each plancheck.yaml and one for files without. by_path: which of them judges a file.
    """

    judges: tuple[Judge, ...]
    by_path: Mapping[str, int]

    def of(self, path: str) -> Judge:
        """The judge of a file."""
        return self.judges[self.by_path[path]]

    def __call__(self, path: str) -> Result:
        """The result of a file, by its own judge."""
        return self.of(path)(path)

    def fail_level(self, path: str, usual: str) -> str:
        """From which level a gap in this file makes a run fail."""
        settings = self.of(path).settings if path in self.by_path else None
        return (settings.fail_on if settings else "") or usual

    def report_unused(self, paths: Sequence[object], results: Sequence[Result]) -> tuple[Result, ...]:
        """The results, in which decisions that were of no use are told. paths: one for each result, in order."""
        told = list(results)
        for number, judge in enumerate(self.judges):
            places = [n for n, path in enumerate(paths) if isinstance(path, str) and self.by_path.get(path) == number]
            if judge.settings is not None and not judge.bare:
                own = report_unused([told[n] for n in places], judge.settings)
                for n, result in zip(places, own, strict=True):
                    told[n] = result
        return tuple(told)


def beside(
    paths: Iterable[str],
    *,
    config: str | None,
    rules: Callable[[str | None], RuleSet],
    make: Callable[[RuleSet, Settings | None], Judge],
) -> Judges:
    """The judges of these files.

    config: a file that holds for all of them; None: the one nearest to each. rules: gives the package in a folder
    (None: the usual one), and is asked once for each. make: gives the judge.

    Raises:
        WrongUse, InvalidSettings, InvalidRule: a plancheck.yaml, or the package it names, is wrong.
    """
    packages: dict[str, RuleSet] = {}
    numbers: dict[Path | None, int] = {}
    folders: dict[Path, Path | None] = {}
    judges: list[Judge] = []
    by_path: dict[str, int] = {}
    for path in paths:
        folder = Path(path).parent
        if folder not in folders:
            folders[folder] = Path(config) if config is not None else find(path)
        place = folders[folder]
        if place not in numbers:
            settings = load(place) if place else None
            package = settings.rules if settings else ""
            if package not in packages:
                packages[package] = rules(package or None)
            numbers[place] = len(judges)
            judges.append(make(packages[package], settings))
        by_path[path] = numbers[place]
    return Judges(judges=tuple(judges), by_path=by_path)
