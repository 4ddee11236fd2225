"""A kind of document that takes over the rules of another: does what it takes exist, and does it not go in a circle?"""

from collections.abc import Iterator, Mapping
from typing import Any

from plancheck.rules.mistakes import Mistakes, Place, hint

Raw = dict[str, Any]


def check_taking(kinds: list[Raw], rules: Mapping[str, Raw], mistakes: Mistakes) -> None:
    """kinds: those that have an id. rules: the rules that are written down, by id."""
    taking = {kind["id"]: kind["neemt-over"] for kind in kinds if kind.get("neemt-over")}
    folders = {key.split(".")[0] for key in rules}
    circles = list(_circles({name: taken["van"] for name, taken in taking.items()}))
    for circle in circles:
        place = Place("pakket.yaml", ("mijlpalen", ("id", circle[0]), "neemt-over", "van"))
        mistakes.at(place, f"deze soorten nemen in een kring van elkaar over: {' > '.join(circle)}.")
    for name, taken in taking.items():
        place = Place("pakket.yaml", ("mijlpalen", ("id", name), "neemt-over"))
        if taken["van"] in folders:
            _check_parts(taken, rules, place, mistakes)
        elif not any(name in circle for circle in circles):
            message = f"`neemt-over: {taken['van']}` kan niet: die map heeft geen eigen regels."
            mistakes.at(place.at("van"), message + hint(taken["van"], folders))


def _check_parts(taken: Raw, rules: Mapping[str, Raw], place: Place, mistakes: Mistakes) -> None:
    """What is left out or changed exists."""
    source = taken["van"]
    own = {key.split(".")[1] for key in rules if key.split(".")[0] == source}
    named = [(("behalve", number), part) for number, part in enumerate(taken.get("behalve", ()))]
    named += [(("aangepast", part), part) for part in taken.get("aangepast", {})]
    for way, part in named:
        if part not in own:
            message = f"`neemt-over` noemt `{part}`, maar {source} heeft dat niet.{hint(part, own)}"
            mistakes.at(place.at(*way), message)


def _circles(taking: Mapping[str, str]) -> Iterator[list[str]]:
    """The kinds that in the end take over from themselves, as a way to read; each circle once."""
    seen: set[str] = set()
    for first in taking:
        way = [first]
        while (following := taking.get(way[-1])) is not None and following not in seen:
            if following in way:
                circle = [*way[way.index(following) :], following]
                seen |= set(circle)
                yield circle
                break
            way.append(following)
