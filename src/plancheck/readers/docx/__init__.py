"""Word files: .docx, .docm and .dotx, transitional and strict."""

from plancheck.errors import UnreadableFile
from plancheck.model.document import Annotation, Block, Document, Properties, Source
from plancheck.readers.container import Element
from plancheck.readers.dates import own_day
from plancheck.readers.docx.content import Reader
from plancheck.readers.docx.numbering import Numbering
from plancheck.readers.docx.package import Package, W, attribute
from plancheck.readers.docx.pictures import chart_title, diagram_texts
from plancheck.readers.docx.styles import Styles
from plancheck.readers.flow.headings import find_headings
from plancheck.readers.flow.pictures import headings_above, without_pictures
from plancheck.readers.flow.warnings import warnings_of, without_text
from plancheck.readers.limits import Limits
from plancheck.readers.paths import with_paths
from plancheck.readers.text import clean

_DC = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"
_CHANGED_LOOKS = tuple(f"{W}{name}PrChange" for name in ("r", "p", "sect", "tbl", "tr", "tc"))
_CORE = "docProps/core.xml"


def read_docx(content: bytes, source: Source, limits: Limits) -> Document:
    """The document in a Word file, in the view with all changes accepted.

    Raises:
        UnreadableFile: the file is damaged or has no text. LimitExceeded: it asks too much.
    """
    package = Package(content, source.path, limits)
    main = package.main_part()
    parts = {kind.rsplit("/", 1)[-1]: name for name, kind in package.related(main).values() if package.has(name)}

    def part(kind: str) -> Element | None:
        return package.xml(parts[kind]) if kind in parts else None

    notes = {**_notes(part("footnotes"), "footnote"), **_notes(part("endnotes"), "endnote")}
    reader = Reader(
        styles=Styles(part("styles")),
        numbering=Numbering(part("numbering")),
        notes=notes,
        diagrams=_diagrams(package, main),
        charts=_charts(package, main),
    )
    body = package.xml(main).find(f"{W}body")
    raws, pictures = without_pictures(reader.blocks(body) if body is not None else ())
    found, heading_source = find_headings(raws)
    blocks = tuple(with_paths(found))
    margins = _margins(package, main, reader)
    if not any(block.text for block in blocks):
        raise without_text("Word-bestand", source.path, only_pictures=reader.seen.pictures > 0)
    comments = _comments(part("comments"), reader)
    return Document(
        source=source,
        blocks=(*margins, *blocks),
        properties=_properties(package),
        notes=comments,
        heading_source=heading_source,
        unread_pictures=headings_above(blocks, pictures),
        warnings=warnings_of(
            changes=reader.seen.changes or (body is not None and next(body.iter(*_CHANGED_LOOKS), None) is not None),
            comments=len(comments),
            hidden=reader.seen.hidden,
            inserted=reader.seen.inserted + _embedded(package, main),
            pictures=reader.seen.large,
        ),
    )


def _notes(root: Element | None, kind: str) -> dict[tuple[str, str], Element]:
    if root is None:
        return {}
    wanted = [note for note in root.iter(f"{W}{kind}") if attribute(note, "type") in ("", "normal")]
    return {(kind, attribute(note, "id")): note for note in wanted}


def _diagrams(package: Package, main: str) -> dict[str, list[str]]:
    return {
        relation: diagram_texts(package.xml(name))
        for relation, (name, kind) in package.related(main).items()
        if kind.endswith("/diagramData") and package.has(name)
    }


def _charts(package: Package, main: str) -> dict[str, str]:
    return {
        relation: chart_title(package.xml(name))
        for relation, (name, kind) in package.related(main).items()
        if kind.endswith(("/chart", "/chartEx")) and package.has(name)
    }


def _embedded(package: Package, main: str) -> int:
    """How many files were put in as an object: a spreadsheet, another document."""
    kinds = (kind.rsplit("/", 1)[-1] for name, kind in package.related(main).values() if package.has(name))
    return sum(kind in ("package", "oleObject") for kind in kinds)


def _margins(package: Package, main: str, reader: Reader) -> tuple[Block, ...]:
    """Headers and footers, each different text once."""
    found: dict[tuple[str, str], Block] = {}
    for name, kind in sorted(package.related(main).values()):
        role = kind.rsplit("/", 1)[-1]
        if role in ("header", "footer") and package.has(name):
            for raw in without_pictures(reader.blocks(package.xml(name)))[0]:
                text = raw.block.text.replace("\n", " ").replace("\t", " ")
                margin: Block = Block(kind="paragraph", text=text, role="header" if role == "header" else "footer")
                found.setdefault((role, text), margin)
    return tuple(found.values())


def _comments(root: Element | None, reader: Reader) -> tuple[Annotation, ...]:
    if root is None:
        return ()
    return tuple(
        Annotation(
            text=" ".join(raw.block.text for raw in reader.blocks(comment)), author=clean(attribute(comment, "author"))
        )
        for comment in root.iter(f"{W}comment")
    )


def _properties(package: Package) -> Properties:
    if not package.has(_CORE):
        return Properties()
    try:
        root = package.xml(_CORE)
    except UnreadableFile:
        return Properties()

    def value(name: str) -> str:
        return clean(root.findtext(name) or "")

    return Properties(
        title=value(f"{_DC}title"),
        subject=value(f"{_DC}subject"),
        author=value(f"{_DC}creator"),
        created=own_day(value(f"{_TERMS}created")),
        modified=own_day(value(f"{_TERMS}modified")),
    )
