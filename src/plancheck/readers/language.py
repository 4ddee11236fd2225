"""The language of a document, told piece by piece, so that a summary in another language does not decide."""

from collections import Counter
from dataclasses import replace

from plancheck.model.document import Document, ReadingWarning

_NAMES = {"fy": "het Fries", "en": "het Engels", "de": "het Duits", "fr": "het Frans"}
_NEAR_DUTCH = frozenset(("af", "li", "vls", "lb"))
"""What the classifier says of short or odd Dutch; a plan in one of these does not exist."""
_ENOUGH_WORDS = 40
_PIECE = 80
"""Words of one piece: enough to tell Frisian from Dutch."""
_MOST_PIECES = 120
_DUTCH = frozenset(
    """
    het een van niet voor zijn wordt worden naar ook aan bij door deze geen wij uit nog hebben heeft moet kan dit met
    zich tot zal zullen gaat onze als maar over tussen waar
    """.split()
)
"""Frequent words of Dutch that are none in Frisian, English, German or French."""
_SURELY = 0.12
"""A piece with this share of them is Dutch: the classifier is not asked, which spares half of the time of reading Word.
On the 1864 Dutch pieces of all corpora 83% has it, of the pieces the classifier calls foreign none."""
_HALF, _NEARLY = 0.5, 0.45
"""Share of the letters that is Dutch from which there is a Dutch text to judge, and how much less still counts as half:
pieces tell it no finer, and a plan beside a translation of the whole is half Dutch. Letters, not words: Dutch writes in
one word what English writes in two. Of Frisian, pieces pass for Dutch, so that there nothing is given away."""
_PART = 0.2
"""Share of the text in another language from which a reader of the report must know."""


def with_language(document: Document) -> Document:
    """The document with its language, and a warning when it is not Dutch or a part of it is not."""
    words = [word for block in document.blocks if block.role == "body" for word in block.text.split()]
    if len(words) < _ENOUGH_WORDS:
        return document
    pieces = _pieces(words)
    unsure = [piece for piece in pieces if not _is_surely_dutch(piece)]
    if sum(map(_size, unsure)) < _PART * sum(map(_size, pieces)):
        # Whatever these are, the document is Dutch. Loading the classifier is most of the time of a first reading.
        return replace(document, language="nl")
    shares = _shares(pieces)
    foreign = {name: part for name, part in shares.items() if name != "nl"}
    language = max(foreign, key=lambda each: foreign[each], default="nl")
    if shares.get("nl", 0.0) < (_HALF if language == "fy" else _NEARLY):
        name = _NAMES.get(language, "een andere taal")
        message = f"De tekst lijkt in {name} geschreven; plancheck beoordeelt alleen Nederlandse tekst."
        if "nl" in shares:
            message += " Staat er ook een Nederlandse versie in, geef dan alleen die."
        return _warned(replace(document, language=language), "niet-nederlands", message)
    if (share := sum(foreign.values())) >= _PART:
        name = _NAMES.get(max(foreign, key=lambda each: foreign[each]), "een andere taal")
        part = f"Ongeveer {round(100 * share)}% van de tekst lijkt in {name} geschreven"
        message = f"{part}; plancheck beoordeelt alleen Nederlandse tekst goed."
        document = _warned(document, "deels-niet-nederlands", message)
    return replace(document, language="nl")


def _pieces(words: list[str]) -> list[list[str]]:
    """Pieces spread over the text."""
    pieces = [words[start : start + _PIECE] for start in range(0, len(words), _PIECE)]
    if len(pieces) > 1 and len(pieces[-1]) < _ENOUGH_WORDS:
        rest = pieces.pop()
        pieces[-1] += rest
    return pieces[:: 1 + len(pieces) // _MOST_PIECES]


def _shares(pieces: list[list[str]]) -> dict[str, float]:
    """The share of each language in the letters of some pieces."""
    counts: Counter[str] = Counter()
    for piece in pieces:
        counts[_language(piece)] += _size(piece)
    total = counts.total()
    return {language: count / total for language, count in counts.items()}


def _size(piece: list[str]) -> int:
    return sum(map(len, piece))


def _is_surely_dutch(piece: list[str]) -> bool:
    return sum(word.lower() in _DUTCH for word in piece) >= _SURELY * len(piece)


def _language(piece: list[str]) -> str:
    if _is_surely_dutch(piece):
        return "nl"
    from py3langid import langid

    language = str(langid.classify(" ".join(piece))[0])
    return "nl" if language in _NEAR_DUTCH else language


def _warned(document: Document, code: str, message: str) -> Document:
    return replace(document, warnings=(*document.warnings, ReadingWarning(code=code, message=message)))
