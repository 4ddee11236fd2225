"""Does advice sound stronger than its source? Only a law that is in force asks; a guide or practice does not oblige."""

import re
from typing import Any

from plancheck.rules.mistakes import Mistakes, Place
from plancheck.rules.reading import UNKNOWN

_STRONG = r"moet(?:en)?|verplicht(?:e|ing|ingen)?|vereist(?:e|en)?|wettelijke?|dien(?:t|en) te|volgens de wet"
_OBLIGES = re.compile(rf"\b({_STRONG})\b", re.IGNORECASE)
_IS_LAW = re.compile(r"\b(verplicht(?:e|ing|ingen)?|vereist(?:e|en)?|wettelijke?|volgens de wet)\b", re.IGNORECASE)
"""In a reason one may say what a reader must know, but not that a law asks for it."""
_DENIED = re.compile(r"\b(niet|geen|zonder)\s+(\w+\s+)?$", re.IGNORECASE)
_TEXTS = (
    (("advies", "aanvullen"), _OBLIGES),
    (("advies", "wie"), _OBLIGES),
    (("advies", "besluit"), _OBLIGES),
    (("stap",), _OBLIGES),
    (("kort",), _OBLIGES),
    (("waarom",), _IS_LAW),
)


def check_authority(entry: dict[str, Any], place: Place, mistakes: Mistakes) -> None:
    """The texts of a rule or a step that tell a reader what to do. Bears any type of value."""
    source = entry.get("bron")
    authority = source.get("gezag") if isinstance(source, dict) else None
    pending = authority == "wet" and entry.get("geldig-vanaf") == UNKNOWN
    if not pending and authority not in ("praktijk", "handreiking"):
        return
    what = "een wet waarvan het begin niet bevestigd is" if pending else f"gezag: {authority}"
    for way, words in _TEXTS:
        text: Any = entry
        for key in way:
            text = text.get(key) if isinstance(text, dict) else None
        if word := _first(words, text) if isinstance(text, str) else "":
            message = f"`{word}` bij `{way[-1]}` klinkt sterker dan de bron ({what}). Schrijf het zonder dat woord"
            mistakes.at(place.at(*way), f"{message}: wat iemand kan doen, of wat de bron noemt of gebruikelijk is.")


def _first(words: re.Pattern[str], text: str) -> str:
    """The first of the words in a text, unless it is denied; "" for none."""
    return next((found[0] for found in words.finditer(text) if not _DENIED.search(text[: found.start()])), "")
