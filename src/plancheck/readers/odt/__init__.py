"""OpenDocument texts: .odt and .ott, straight from their XML."""

from plancheck.errors import EncryptedFile, UnreadableFile
from plancheck.model.document import Annotation, Block, Document, Properties, Role, Source
from plancheck.readers.container import Container, Element
from plancheck.readers.dates import own_day
from plancheck.readers.flow.headings import find_headings
from plancheck.readers.flow.pictures import headings_above, without_pictures
from plancheck.readers.flow.warnings import warnings_of, without_text
from plancheck.readers.limits import Limits
from plancheck.readers.odt.content import Reader
from plancheck.readers.odt.forms import control_values
from plancheck.readers.odt.lists import Lists
from plancheck.readers.odt.names import CHART, DC, META, OFFICE, STYLE, TEXT
from plancheck.readers.odt.styles import Styles
from plancheck.readers.paths import with_paths
from plancheck.readers.text import clean

_MANIFEST = "META-INF/manifest.xml"
_ENCRYPTED = "{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}encryption-data"
_WHAT = "OpenDocument-bestand"


def read_odt(content: bytes, source: Source, limits: Limits) -> Document:
    """The document in an OpenDocument text, in the view with all changes accepted.

    Raises:
        UnreadableFile: the file is damaged or has no text. EncryptedFile: a password is needed.
        LimitExceeded: it asks too much.
    """
    package = Container(content, source.path, limits, what=_WHAT)
    if package.has(_MANIFEST) and next(package.xml(_MANIFEST).iter(_ENCRYPTED), None) is not None:
        raise EncryptedFile(
            "dit bestand is beveiligd met een wachtwoord.",
            path=source.path,
            hint="Haal de beveiliging eraf en sla het opnieuw op.",
        )
    main = package.xml("content.xml")
    styles = package.xml("styles.xml") if package.has("styles.xml") else None
    reader = Reader(
        styles=Styles(styles, main),
        lists=Lists(styles, main),
        object_text=lambda name: _object_text(package, name),
        controls=control_values(main),
    )
    body = main.find(f"{OFFICE}body/{OFFICE}text")
    raws, pictures = without_pictures(reader.blocks(body) if body is not None else ())
    found, heading_source = find_headings(raws)
    blocks = tuple(with_paths(found))
    if not any(block.text for block in blocks):
        raise without_text(_WHAT, source.path, only_pictures=reader.seen.pictures > 0)
    margins = _margins(styles, Reader(reader.styles, reader.lists, reader.object_text))
    notes = _remarks(reader)
    return Document(
        source=source,
        blocks=(*margins, *blocks),
        properties=_properties(package),
        notes=notes,
        heading_source=heading_source,
        unread_pictures=headings_above(blocks, pictures),
        warnings=warnings_of(
            changes=reader.seen.changes,
            comments=len(notes),
            hidden=reader.seen.hidden,
            inserted=reader.seen.inserted,
            pictures=reader.seen.large,
        ),
    )


def _margins(styles: Element | None, reader: Reader) -> tuple[Block, ...]:
    """Headers and footers, each different text once."""
    found: dict[tuple[str, str], Block] = {}
    roles: tuple[Role, Role] = ("header", "footer")
    for role in roles:
        names = (f"{STYLE}{role}", f"{STYLE}{role}-left", f"{STYLE}{role}-first")
        for part in styles.iter(*names) if styles is not None else ():
            for raw in without_pictures(reader.blocks(part))[0]:
                text = raw.block.text.replace("\n", " ").replace("\t", " ")
                margin = Block(kind="paragraph", text=text, role=role)
                found.setdefault((role, text), margin)
    return tuple(found.values())


def _remarks(reader: Reader) -> tuple[Annotation, ...]:
    found = []
    for remark in reader.seen.remarks:
        words = [clean("".join(paragraph.itertext())) for paragraph in remark.iter(f"{TEXT}p")]
        author = clean(remark.findtext(f"{DC}creator") or "")
        found.append(Annotation(text=" ".join(word for word in words if word), author=author))
    return tuple(found)


def _object_text(package: Container, name: str) -> str | None:
    """What an embedded chart says, its title and those of its axes, or a formula; None for what else there is."""
    part = f"{name}/content.xml"
    if not name or not package.has(part):
        return None
    try:
        root = package.xml(part)
    except UnreadableFile:
        return None
    if root.tag.endswith("}math"):
        return clean(" ".join(root.itertext()))
    chart = next(root.iter(f"{CHART}chart"), None)
    if chart is None:
        return None
    titles = [clean(" ".join(title.itertext())) for title in chart.iter(f"{CHART}title", f"{CHART}subtitle")]
    told = "; ".join(title for title in titles if title)
    return f"Grafiek: {told}" if told else ""


def _properties(package: Container) -> Properties:
    if not package.has("meta.xml"):
        return Properties()
    try:
        root = package.xml("meta.xml")
    except UnreadableFile:
        return Properties()

    def first(*names: str) -> str:
        texts = (clean("".join(found.itertext())) for name in names for found in root.iter(name))
        return next((text for text in texts if text), "")

    return Properties(
        title=first(f"{DC}title"),
        subject=first(f"{DC}subject"),
        author=first(f"{META}initial-creator", f"{DC}creator"),
        created=own_day(first(f"{META}creation-date")),
        modified=own_day(first(f"{DC}date")),
    )
