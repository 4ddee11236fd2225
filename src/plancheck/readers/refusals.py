"""The sentences for a file whose reading was cut off."""

from plancheck.errors import LimitExceeded, PlancheckError, UnreadableFile


def too_slow(path: str) -> LimitExceeded:
    """Reading took longer than allowed."""
    return LimitExceeded(
        "het lezen van dit bestand duurt te lang.",
        path=path,
        hint="Sla het opnieuw op of splits het; met --limiet seconden mag het langer duren.",
        code="te-lang-bezig",
    )


def too_much_memory(path: str) -> LimitExceeded:
    """Reading asked more memory than allowed."""
    return LimitExceeded(
        "dit bestand vraagt te veel geheugen om te lezen.",
        path=path,
        hint="Sla het opnieuw op of splits het; met --limiet geheugen-mb mag het meer vragen.",
    )


def crashed(path: str) -> UnreadableFile:
    """The process that read it ended without an answer."""
    return UnreadableFile(
        "bij het lezen van dit bestand liep een leesprogramma vast; misschien is het beschadigd.",
        path=path,
        hint="Open het, sla het opnieuw op en probeer het weer.",
    )


def failed(path: str, mistake: str) -> PlancheckError:
    """A mistake of plancheck itself; its name goes with the sentence."""
    return PlancheckError(
        f"bij dit bestand ging in plancheck zelf iets mis ({mistake}).",
        path=path,
        hint="Meld dit aan de makers, als het kan met het bestand.",
        code="interne-fout",
    )
