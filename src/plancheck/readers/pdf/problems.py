"""What a reader of the report must know about a PDF, in Dutch: errors and warnings."""

import re

from plancheck.errors import LimitExceeded, UnreadableFile
from plancheck.model.document import ReadingWarning
from plancheck.readers.pdf.pages import Reading
from plancheck.readers.pdf.pictures import pages_with_pictures

_GIBBERISH_SHARE = 0.15
_FEW_LETTERS = 20
_SAMPLE = 500
_STRANGE = re.compile("[^\x00-\x7fÀ-ɏ€–—’‘“”„•…°²³·×½¼©®™§±≥≤→«»´`\u00ad\u2011\uf0b7\uf0a7]")
_VOWEL = re.compile("[aeiouy]", re.IGNORECASE)
_LETTER = re.compile("[a-z]", re.IGNORECASE)


def without_pages(path: str) -> UnreadableFile:
    """The file has no pages."""
    return UnreadableFile("deze PDF heeft geen pagina's.", path=path, hint="Maak de PDF opnieuw.", code="geen-paginas")


def damaged(path: str) -> UnreadableFile:
    """The file is damaged."""
    return UnreadableFile(
        "deze PDF is beschadigd of niet compleet.", path=path, hint="Maak de PDF opnieuw of vraag er opnieuw om."
    )


def only_images(path: str) -> UnreadableFile:
    """The file holds no text."""
    return UnreadableFile(
        "deze PDF bevat geen tekst, alleen afbeeldingen.",
        path=path,
        hint="Vraag de maker om het tekstbestand, of laat de scan eerst door tekstherkenning (OCR) gaan.",
        code="alleen-afbeeldingen",
    )


def too_many_pages(path: str, count: int) -> LimitExceeded:
    """The file has more pages than the limit."""
    return LimitExceeded(f"deze PDF heeft {count} pagina's; dat is te veel.", path=path, hint="Splits het document.")


def unread_pages(reading: Reading) -> list[int]:
    """Pages on which something stands that was not read: images and damaged pages."""
    empty = (page.number for page in reading.pages if not page.content and not page.blank)
    return sorted([*(number for number in empty if number not in reading.pictures), *reading.stamped])


def warnings_of(reading: Reading, attachments: list[str]) -> tuple[ReadingWarning, ...]:
    """Pages without text, damaged pages, remarks, hidden text, attachments, and what makes the reading doubtful."""
    found = []
    empty = unread_pages(reading)
    if empty:
        what = "zijn afbeeldingen en zijn" if len(empty) > 1 else "is een afbeelding en is"
        found.append(_warning("paginas-zonder-tekst", f"Pagina {ranges(empty)} {what} niet gelezen."))
    if reading.pictures:
        what = "zijn afbeeldingen" if len(reading.pictures) > 1 else "is een afbeelding"
        text = f"Pagina {ranges(reading.pictures)} {what} zonder leesbare tekst; een kaart of schema is niet gelezen."
        found.append(_warning("afbeeldingen-niet-gelezen", text))
    beside = _beside_text(reading)
    if beside:
        what = "staat een grote afbeelding" if len(beside) == 1 else "staan grote afbeeldingen"
        text = f"Op pagina {ranges(beside)} {what}; een kaart, schema of tabel die alleen als plaatje bestaat, is niet"
        found.append(_warning("afbeeldingen-niet-gelezen", f"{text} gelezen."))
    scanned = sorted(set(reading.recognised) - set(reading.reread))
    if scanned:
        what = "zijn gescand en" if len(scanned) > 1 else "is gescand en"
        text = f"Pagina {ranges(scanned)} {what} met tekstherkenning gelezen ({_sure(reading, scanned)})."
        found.append(_warning("tekstherkenning", text))
    if reading.reread:
        what = "zijn die pagina's" if len(reading.reread) > 1 else "is die pagina"
        text = f"De letters op pagina {ranges(reading.reread)} zijn niet goed vastgelegd; daarom {what} met"
        found.append(_warning("tekstherkenning", f"{text} tekstherkenning gelezen ({_sure(reading, reading.reread)})."))
    if reading.damaged:
        what = "zijn" if len(reading.damaged) > 1 else "is"
        text = f"Pagina {ranges(reading.damaged)} {what} beschadigd en {what} niet gelezen."
        found.append(_warning("paginas-beschadigd", text))
    if reading.remarks:
        count = len(reading.remarks)
        text = "Er staat 1 opmerking in de kantlijn; die telt niet mee als tekst."
        many = f"Er staan {count} opmerkingen in de kantlijn; die tellen niet mee als tekst."
        found.append(_warning("opmerkingen", text if count == 1 else many))
    if reading.hidden:
        count = sum(reading.hidden.values())
        words = "1 woord" if count == 1 else f"{count} woorden"
        text = f"Op pagina {ranges(list(reading.hidden))} staat onzichtbare tekst ({words}); die is niet beoordeeld."
        found.append(_warning("verborgen-tekst", text))
    if attachments:
        what = "hangt een bestand dat niet is" if len(attachments) == 1 else "hangen bestanden die niet zijn"
        text = f"Aan de PDF {what} gelezen: {', '.join(attachments)}."
        found.append(_warning("bijlagen-niet-gelezen", text))
    if reading.disorderly:
        text = f"De leesvolgorde op pagina {ranges(reading.disorderly)} is onzeker: de tekst staat er in losse vakken."
        found.append(_warning("leesvolgorde-onzeker", text))
    if _is_gibberish(reading) or reading.meaningless:
        where = f" op pagina {ranges(reading.meaningless)}" if reading.meaningless else ""
        text = f"De letters in deze PDF zijn{where} niet goed vastgelegd en waarschijnlijk onleesbaar."
        found.append(_warning("onleesbare-letters", f"{text} Vraag om het Word-bestand."))
    return tuple(found)


def pictured_pages(reading: Reading) -> list[int]:
    """The pages with a large picture that was not read, among text or alone."""
    return sorted({*_beside_text(reading), *reading.pictures})


def _beside_text(reading: Reading) -> list[int]:
    told = {*reading.recognised, *reading.stamped, *reading.pictures}
    return pages_with_pictures(reading.large, len(reading.pages), told)


def _sure(reading: Reading, pages: list[int]) -> str:
    return f"minstens {round(100 * min(reading.recognised[page] for page in pages))}% zeker"


def ranges(numbers: list[int]) -> str:
    """Page numbers as a reader writes them: 4-9, 12."""
    parts: list[list[int]] = []
    for number in numbers:
        if parts and number == parts[-1][-1] + 1:
            parts[-1].append(number)
        else:
            parts.append([number])
    return ", ".join(str(part[0]) if len(part) == 1 else f"{part[0]}-{part[-1]}" for part in parts)


def _is_gibberish(reading: Reading) -> bool:
    lines = [line.text for page in reading.pages for line in page.lines]
    text = "".join(lines[:: 1 + len(lines) // _SAMPLE]).replace(" ", "")
    strange = len(_STRANGE.findall(text))
    vowels = len(_VOWEL.findall(text))
    letters = len(_LETTER.findall(text))
    if len(text) < _FEW_LETTERS:
        return False
    return strange > _GIBBERISH_SHARE * len(text) or (letters > 10 * _FEW_LETTERS and vowels < 0.12 * letters)


def _warning(code: str, message: str) -> ReadingWarning:
    return ReadingWarning(code=code, message=message)
