"""What a reader of the report must know about a document that flows, in Dutch."""

from plancheck.errors import UnreadableFile
from plancheck.model.document import ReadingWarning

_CHANGES = "Het document heeft open wijzigingen; gelezen is de tekst alsof alle wijzigingen zijn geaccepteerd."


def without_text(what: str, path: str, *, only_pictures: bool) -> UnreadableFile:
    """There is nothing to read. what: the kind of file ("Word-bestand")."""
    if only_pictures:
        return UnreadableFile(
            f"dit {what} bevat geen tekst, alleen afbeeldingen.",
            path=path,
            hint="Vraag de maker om de tekst zelf.",
            code="alleen-afbeeldingen",
        )
    return UnreadableFile(
        f"dit {what} bevat geen tekst.", path=path, hint="Kies het bestand met de tekst.", code="geen-tekst"
    )


def warnings_of(
    *, changes: bool, comments: int, hidden: int, inserted: int = 0, pictures: int = 0
) -> tuple[ReadingWarning, ...]:
    """Open changes, remarks (how many), hidden text (words), files put in whole and large pictures (how many)."""
    found = []
    if changes:
        found.append(("open-wijzigingen", _CHANGES))
    if comments:
        count = "Er staat 1 opmerking" if comments == 1 else f"Er staan {comments} opmerkingen"
        found.append(("opmerkingen", f"{count} in de kantlijn; opmerkingen tellen niet mee als tekst."))
    if hidden:
        words = "1 woord" if hidden == 1 else f"{hidden} woorden"
        found.append(("verborgen-tekst", f"Het document bevat verborgen tekst ({words}); die is niet beoordeeld."))
    if inserted:
        what = "is een ander bestand" if inserted == 1 else f"zijn {inserted} andere bestanden"
        found.append(("ingevoegd-bestand", f"In het document {what} ingevoegd; de tekst daarvan is niet gelezen."))
    if pictures:
        found.append(("afbeeldingen-niet-gelezen", pictures_unread(pictures)))
    return tuple(ReadingWarning(code=code, message=message) for code, message in found)


def pictures_unread(count: int) -> str:
    """The sentence on large pictures, whose text nobody read."""
    what = "staat 1 grote afbeelding" if count == 1 else f"staan {count} grote afbeeldingen"
    return f"In het document {what}; een kaart, schema of tabel die alleen als plaatje bestaat, is niet gelezen."
