"""What a reader of the report must know about a document that flows, in Dutch."""

from plancheck.errors import UnreadableFile
from plancheck.model.document import ReadingWarning


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


def warnings_of(*, changes: bool, comments: int, hidden: int, inserted: int = 0) -> tuple[ReadingWarning, ...]:
    """Open changes, remarks (how many), hidden text (words) and files put in whole (how many)."""
    found = []
    if changes:
        message = "Het document heeft open wijzigingen; gelezen is de tekst alsof alle wijzigingen zijn geaccepteerd."
        found.append(ReadingWarning(code="open-wijzigingen", message=message))
    if comments:
        count = "Er staat 1 opmerking" if comments == 1 else f"Er staan {comments} opmerkingen"
        message = f"{count} in de kantlijn; opmerkingen tellen niet mee als tekst."
        found.append(ReadingWarning(code="opmerkingen", message=message))
    if hidden:
        words = "1 woord" if hidden == 1 else f"{hidden} woorden"
        message = f"Het document bevat verborgen tekst ({words}); die is niet beoordeeld."
        found.append(ReadingWarning(code="verborgen-tekst", message=message))
    if inserted:
        message = "In het document is een ander bestand ingevoegd; de tekst daarvan is niet gelezen."
        found.append(ReadingWarning(code="ingevoegd-bestand", message=message))
    return tuple(found)
