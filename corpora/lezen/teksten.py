"""The texts of the truth set: six short invented plans, as the blocks that every reader should find."""

from typing import Any

Block = dict[str, Any]


def kop(niveau: int, tekst: str) -> Block:
    return {"soort": "heading", "niveau": niveau, "tekst": tekst}


def alinea(tekst: str) -> Block:
    return {"soort": "paragraph", "tekst": tekst}


def punten(*teksten: str) -> list[Block]:
    return [{"soort": "list_item", "tekst": tekst} for tekst in teksten]


def tabel(*rijen: str) -> Block:
    return {"soort": "table", "rijen": [[cel.strip() for cel in rij.split("|")] for rij in rijen]}


TEKSTEN: dict[str, list[Block]] = {
    "molenhoek": [
        kop(1, "Warmteplan Molenhoek"),
        alinea("De Molenhoek telt 412 woningen, waarvan de meeste tussen 1958 en 1964 zijn gebouwd."),
        kop(2, "Aanleiding"),
        alinea(
            "Het riool in de Wiekstraat is versleten. Wij vervangen het in 2028 en leggen dan meteen de warmteleidingen."
        ),
        kop(2, "Kosten"),
        tabel(
            "Post | Bedrag | Wie betaalt", "Leidingen | € 1.240.000 | warmtebedrijf", "Bestrating | € 86.500 | gemeente"
        ),
        alinea("De bedragen zijn geraamd op het prijspeil van april 2026."),
        kop(2, "Vervolg"),
        *punten("Bewonersavond op 14 oktober", "Besluit van de raad in december", "Start van het werk in maart 2028"),
    ],
    "zilverkamp": [
        kop(1, "Projectplan Zilverkamp"),
        kop(2, "Organisatie"),
        alinea("Mevrouw Oltmans leidt het project. Zij legt elke zes weken verantwoording af aan de stuurgroep."),
        kop(3, "Stuurgroep"),
        *punten(
            "wethouder Brandsma, voorzitter", "directeur van corporatie De Linde", "regiomanager van de netbeheerder"
        ),
        kop(3, "Overleg met bewoners"),
        alinea("De klankbordgroep komt om de maand bijeen in het buurthuis. Iedereen mag aanschuiven."),
        kop(2, "Risico's"),
        tabel(
            "Risico | Kans | Maatregel", "Te weinig deelname | groot | huisbezoek", "Net raakt vol | middel | fasering"
        ),
        alinea("Tegenvallers tot € 40.000 vangt de projectleider op binnen het budget."),
    ],
    "oosterpolder": [
        kop(1, "Startnotitie Oosterpolder"),
        alinea(
            "In deze notitie staat waarom wij in de Oosterpolder beginnen en wat wij daar het komende jaar uitzoeken."
        ),
        kop(2, "Het gebied"),
        alinea("De grens loopt langs de Vaartweg, het spoor en de Lage Dijk. Binnen die grens staan 1.036 adressen."),
        tabel("Eigendom | Aantal", "koop | 655", "huur | 381"),
        kop(2, "Onderzoeksvragen"),
        *punten("Is het slib van de zuivering warm genoeg?", "Welke daken moeten eerst worden geïsoleerd?"),
        kop(2, "Planning"),
        alinea("Het onderzoek begint in februari 2027. De uitkomst ligt uiterlijk op 1 november bij het college."),
    ],
    "veenrand": [
        kop(1, "Communicatieplan Veenrand"),
        kop(2, "Wie wij willen bereiken"),
        alinea("Ruim een derde van de bewoners is ouder dan zeventig. Zij lezen liever een brief dan een e-mail."),
        *punten("eigenaren die zelf in hun huis wonen", "huurders van Woonveste", "winkeliers aan de Brink"),
        kop(2, "Middelen"),
        tabel(
            "Middel | Wanneer | Door", "brief | mei 2027 | gemeente", "keukentafelgesprek | zomer 2027 | energiecoach"
        ),
        alinea("Wij meten na een halfjaar of de boodschap is overgekomen, met een enquête onder 300 adressen."),
        kop(2, "Begroting"),
        alinea("Voor drukwerk, zaalhuur en coaches is samen € 27.300 nodig."),
    ],
    "stationszijde": [
        kop(1, "Uitvoeringsplan Stationszijde"),
        kop(2, "Gekozen oplossing"),
        alinea("De flats gaan over op een warmtenet van 70 graden. De rijwoningen krijgen een hybride warmtepomp."),
        kop(3, "Waarom geen waterstof"),
        alinea("Voor huizen is tot 2035 geen waterstof voorzien; daarom rekenen wij er niet op."),
        kop(2, "Gevolgen voor het stroomnet"),
        alinea("De netbeheerder plaatst vier nieuwe transformatorhuisjes, het eerste naast de fietsenstalling."),
        tabel(
            "Straat | Stap | Jaar",
            "Perronlaan | isolatie | 2027",
            "Seinpad | aansluiting | 2029",
            "Wisselplein | aansluiting | 2030",
        ),
        *punten("Afsluiten van het gas in 2031", "Controle na één stookseizoen"),
    ],
    "duinzoom": [
        kop(1, "Participatieplan Duinzoom"),
        alinea("Bewoners denken mee over de volgorde en over de straat zelf. Over de warmtebron beslist de raad."),
        kop(2, "Eerdere gesprekken"),
        alinea("In 2025 spraken wij met 94 huishoudens. Hun grootste zorg was de hoogte van de maandlasten."),
        kop(2, "Trede per onderwerp"),
        tabel("Onderwerp | Trede", "volgorde van straten | coproduceren", "warmtebron | informeren"),
        kop(2, "Wat wij terugkoppelen"),
        *punten("een verslag binnen twee weken", "wat wij overnamen en waarom", "wat wij niet overnamen en waarom"),
        alinea("Mevrouw Dijkgraaf is het vaste aanspreekpunt, op werkdagen te bereiken tot vijf uur."),
    ],
}
