"""Small parts of the JSON report that stand in many places: sources, quotes and places."""

from typing import Any

from plancheck.model.finding import Evidence, Held, Place
from plancheck.model.requirement import Reference

Struct = dict[str, Any]


def reference(reference: Reference) -> Struct:
    """On what a rule or a step rests."""
    return {
        "document": reference.title or reference.document,
        "plaats": reference.place,
        "gezag": reference.authority,
        "adres": reference.address or None,
        "geen_adres": reference.no_address or None,
        "gelezen": reference.accessed or None,
        "mate": reference.extent or None,
        "in_werking": reference.in_force or None,
        "tekst_van": reference.text_of or None,
        "geldig_vanaf": "onbekend" if reference.valid_from is None else reference.valid_from or None,
        "geldig_tot": reference.valid_until or None,
    }


def evidence(evidence: Evidence) -> Struct:
    """A quote with its place."""
    return {
        "aspect": evidence.aspect or None,
        "soort": evidence.kind,
        "kop": evidence.heading or None,
        "pagina": evidence.page,
        "citaat": evidence.quote,
        "reden": evidence.reason,
    }


def place(place: Place) -> Struct:
    """A heading, with the page where it is known."""
    return {"kop": place.heading or None, "pagina": place.page}


def held(held: Held) -> Struct:
    """A document inside the document."""
    return {"mijlpaal": held.milestone, **place(held.place)}
