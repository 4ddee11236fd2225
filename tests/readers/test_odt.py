"""OpenDocument: nothing is dropped, nothing stands twice, and what is no text of the plan is kept apart."""

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plancheck.errors import EncryptedFile, LimitExceeded, UnreadableFile
from plancheck.readers import read
from plancheck.readers.limits import Limits
from tests.readers.odt_files import odt_bytes, part, read_body, read_bytes, shape, texts


def heading(level: int, text: str) -> str:
    return f'<text:h text:outline-level="{level}">{text}</text:h>'


def test_headings_have_their_level_and_blocks_their_path() -> None:
    document = read_body(heading(1, "Plan") + heading(2, "Risico&apos;s") + "<text:p>Het net is vol.</text:p>")
    assert [(block.kind, block.level, block.heading_path) for block in document.blocks] == [
        ("heading", 1, ()),
        ("heading", 2, ("Plan",)),
        ("paragraph", None, ("Plan", "Risico's")),
    ]
    assert document.heading_source == "stijl"


def test_a_paragraph_in_a_heading_style_is_a_heading() -> None:
    styles = '<style:style style:name="Heading_20_2" style:family="paragraph" style:display-name="Heading 2"/>'
    automatic = '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Heading_20_2"/>'
    document = read_body(
        '<text:p text:style-name="P1">Kosten</text:p><text:p>Veel.</text:p>', styles=styles, automatic=automatic
    )
    assert [(block.kind, block.level) for block in document.blocks] == [("heading", 2), ("paragraph", None)]


def test_numbers_of_headings_are_computed() -> None:
    levels = '<text:outline-level-style text:level="1" style:num-format="1"/>'
    levels += '<text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/>'
    document = read_body(
        heading(1, "Plan") + heading(2, "Doel") + heading(2, "Kosten") + heading(1, "Risico") + heading(2, "Net"),
        styles=f'<office:styles><text:outline-style style:name="Outline">{levels}</text:outline-style></office:styles>',
    )
    assert texts(document) == ["1 Plan", "1.1 Doel", "1.2 Kosten", "2 Risico", "2.1 Net"]


def test_a_heading_whose_style_switches_numbers_off_has_none_and_is_not_counted() -> None:
    level = '<text:outline-level-style text:level="1" style:num-format="1"/>'
    style = '<style:style style:name="P1" style:family="paragraph" style:list-style-name=""/>'
    document = read_body(
        '<text:h text:style-name="P1" text:outline-level="1">Samenvatting</text:h>' + heading(1, "Inleiding"),
        styles=f'<office:styles><text:outline-style style:name="Outline">{level}</text:outline-style></office:styles>',
        automatic=style,
    )
    assert texts(document) == ["Samenvatting", "1 Inleiding"]


def test_lists_keep_their_depth_and_show_their_numbers() -> None:
    automatic = (
        '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" '
        'style:num-suffix="."/><text:list-level-style-bullet text:level="2" text:bullet-char="-"/></text:list-style>'
    )
    inner = "<text:list><text:list-item><text:p>diep</text:p></text:list-item></text:list>"
    document = read_body(
        '<text:list text:style-name="L1">'
        f"<text:list-item><text:p>een</text:p>{inner}</text:list-item>"
        "<text:list-item><text:p>twee</text:p><text:p>nog van twee</text:p></text:list-item></text:list>"
        '<text:list text:style-name="L1" text:continue-numbering="true">'
        "<text:list-item><text:p>drie</text:p></text:list-item></text:list>"
        '<text:list text:style-name="L1"><text:list-item text:start-value="7"><text:p>zeven</text:p></text:list-item>'
        "</text:list>",
        automatic=automatic,
    )
    assert [(block.kind, block.text, block.depth) for block in document.blocks] == [
        ("list_item", "1. een", 0),
        ("list_item", "diep", 1),
        ("list_item", "2. twee", 0),
        ("paragraph", "nog van twee", 0),
        ("list_item", "3. drie", 0),
        ("list_item", "7. zeven", 0),
    ]


def test_an_empty_item_counts_and_an_empty_line_in_an_item_does_not() -> None:
    automatic = (
        '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" '
        'style:num-suffix="."/></text:list-style>'
    )
    items = ("<text:p>een</text:p>", "<text:p/>", "<text:p/><text:p>drie</text:p>", "<text:p>vier</text:p>")
    entries = "".join(f"<text:list-item>{item}</text:list-item>" for item in items)
    document = read_body(f'<text:list text:style-name="L1">{entries}</text:list>', automatic=automatic)
    assert texts(document) == ["1. een", "3. drie", "4. vier"]


def test_an_empty_heading_counts() -> None:
    level = '<text:outline-level-style text:level="1" style:num-format="1"/>'
    document = read_body(
        heading(1, "Plan") + heading(1, "") + heading(1, "Risico"),
        styles=f'<office:styles><text:outline-style style:name="Outline">{level}</text:outline-style></office:styles>',
    )
    assert texts(document) == ["1 Plan", "3 Risico"]


def cell(text: str, extra: str = "") -> str:
    return f"<table:table-cell {extra}><text:p>{text}</text:p></table:table-cell>"


def test_merged_and_nested_cells_stand_once() -> None:
    nested = f"<table:table-cell><table:table><table:table-row>{cell('in')}{cell('nest')}</table:table-row>"
    nested += f"<table:table-row>{cell('x')}{cell('y')}</table:table-row></table:table></table:table-cell>"
    document = read_body(
        "<table:table><table:table-header-rows><table:table-row>"
        + cell("kop", 'table:number-columns-spanned="2"')
        + "<table:covered-table-cell/></table:table-row></table:table-header-rows><table:table-row>"
        + cell("hoog", 'table:number-rows-spanned="2"')
        + nested
        + "</table:table-row><table:table-row><table:covered-table-cell/>"
        + cell("laag")
        + "</table:table-row></table:table>"
    )
    assert document.blocks[0].rows == (("kop", ""), ("hoog", "in nest x y"), ("", "laag"))


def test_a_table_that_only_places_text_is_read_as_text() -> None:
    document = read_body(
        f"<table:table><table:table-row>{cell('links')}{cell('rechts')}</table:table-row></table:table>"
    )
    assert shape(document) == [("paragraph", "links"), ("paragraph", "rechts")]


def test_a_repeated_cell_cannot_blow_up_a_table() -> None:
    wide = '<table:table-cell table:number-columns-repeated="999999"/>'
    row = f'<table:table-row table:number-rows-repeated="999999">{cell("a")}{wide}</table:table-row>'
    rows = read_body(f"<table:table>{row}</table:table>").blocks[0].rows
    assert len(rows) <= 20
    assert len(rows[0]) <= 63


def test_a_text_box_stands_once_behind_the_paragraph_it_hangs_on() -> None:
    box = "<draw:frame><draw:text-box><text:p>in het vak</text:p></draw:text-box></draw:frame>"
    document = read_body(
        f"<text:p>Voor {box}en na.</text:p><draw:custom-shape><text:p>vorm</text:p></draw:custom-shape>"
        f"<text:p><draw:g>{box.replace('in het vak', 'in de groep')}</draw:g></text:p>"
    )
    assert texts(document) == ["Voor en na.", "in het vak", "vorm", "in de groep"]


def test_descriptions_of_pictures_and_titles_of_charts_are_read() -> None:
    chart = part(
        "document-content",
        "<office:body><office:chart><chart:chart><chart:title><text:p>Kosten per woning</text:p></chart:title>"
        "</chart:chart></office:chart></office:body>",
    )
    document = read_body(
        '<text:p><draw:frame><draw:object xlink:href="./Object 1"/><draw:image/></draw:frame></text:p>'
        "<text:p><draw:frame><draw:image/><svg:title>kaart</svg:title>"
        "<svg:desc>Kaart van het warmtenet in de wijk</svg:desc></draw:frame></text:p><text:p>Tekst.</text:p>",
        **{"Object 1_content": chart},
    )
    assert shape(document) == [
        ("caption", "Grafiek: Kosten per woning"),
        ("caption", "Afbeelding: Kaart van het warmtenet in de wijk"),
        ("paragraph", "Tekst."),
    ]


def test_a_part_of_an_old_program_names_its_dtd_and_is_read() -> None:
    formula = '<!DOCTYPE math:math PUBLIC "-//OpenOffice.org//DTD Modified W3C MathML 1.01//EN" "math.dtd">'
    formula += '<math:math xmlns:math="http://www.w3.org/1998/Math/MathML"><math:mi>Q = m c</math:mi></math:math>'
    frame = '<text:p>Tekst. <draw:frame><draw:object xlink:href="./Object 1"/></draw:frame></text:p>'
    document = read_body(frame, **{"Object 1_content": formula})
    assert "Q = m c" in " ".join(texts(document))


def test_a_damaged_object_costs_the_object_and_not_the_document() -> None:
    frame = '<text:p>Tekst. <draw:frame><draw:object xlink:href="./Object 1"/></draw:frame></text:p>'
    document = read_body(frame, **{"Object 1_content": "<half"})
    assert texts(document) == ["Tekst."]
    assert [warning.code for warning in document.warnings] == ["ingevoegd-bestand"]


def test_large_pictures_and_files_put_in_are_reported() -> None:
    picture = '<text:p><draw:frame svg:width="{}" svg:height="6cm"><draw:image/></draw:frame></text:p>'
    sheet = part("document-content", "<office:body><office:spreadsheet/></office:body>")
    document = read_body(
        f"<text:p>Tekst.</text:p>{picture.format('160mm')}{picture.format('1in')}"
        '<text:p><draw:frame><draw:object xlink:href="./Object 1"/></draw:frame>'
        "<draw:frame><draw:object-ole/><draw:image/></draw:frame></text:p>",
        **{"Object 1_content": sheet},
    )
    assert texts(document) == ["Tekst."]
    assert [warning.code for warning in document.warnings] == ["ingevoegd-bestand", "afbeeldingen-niet-gelezen"]
    assert "2 andere bestanden" in document.warnings[0].message
    assert "1 grote afbeelding;" in document.warnings[1].message


def test_notes_stand_behind_the_paragraph_that_refers_to_them() -> None:
    note = (
        '<text:note text:note-class="{}"><text:note-citation>1</text:note-citation><text:note-body><text:p>{}</text:p>'
    )
    note += "</text:note-body></text:note>"
    document = read_body(
        f"<text:p>Dit{note.format('footnote', 'Bron')} en dat{note.format('endnote', 'Eind')}.</text:p>"
    )
    assert shape(document) == [("paragraph", "Dit en dat."), ("note", "Bron"), ("note", "Eind")]


def test_spaces_tabs_fields_and_links_are_text() -> None:
    document = read_body(
        "<text:p>a<text:s text:c='3'/>b<text:tab/>c <text:a xlink:href='x'>koppeling</text:a> op "
        "<text:page-number>3</text:page-number> voor <text:placeholder>&lt;naam&gt;</text:placeholder></text:p>"
    )
    assert texts(document) == ["a b c koppeling op 3 voor <naam>"]


def test_what_was_filled_in_chosen_and_ticked_in_a_form_is_text() -> None:
    controls = (
        "<office:forms><form:form><form:text form:id='c1' form:value='oud' form:current-value='de wethouder'/>"
        "<form:listbox form:id='c2'><form:option form:label='nee'/>"
        "<form:option form:label='ja' form:current-selected='true'/></form:listbox>"
        "<form:checkbox form:id='c3' form:label='met bewoners' form:current-state='checked'/>"
        "<form:button form:id='c4' form:label='Verzenden'/></form:form></office:forms>"
    )
    shown = "".join(f"<draw:control draw:control='c{number}'/>" for number in (1, 2, 3, 4))
    document = read_body(f"{controls}<text:p>Wie: {shown}</text:p><draw:control draw:control='c2'/>")
    assert texts(document) == ["Wie: de wethouder ja ☒ met bewoners", "ja"]


def test_form_fields_that_came_from_word_show_what_was_chosen_and_ticked() -> None:
    def mark(kind: str, **parameters: str) -> str:
        told = "".join(f"<field:param field:name='{n}' field:value='{v}'/>" for n, v in parameters.items())
        return f"<field:fieldmark field:type='vnd.oasis.opendocument.field.{kind}'>{told}</field:fieldmark>"

    box = mark("FORMCHECKBOX", Checkbox_Checked="true")
    choice = mark("FORMDROPDOWN", Dropdown_ListEntry="gas", Dropdown_Selected="0")
    assert texts(read_body(f"<text:p>Akkoord {box} met {choice}</text:p>")) == ["Akkoord ☒ met gas"]


def test_ticks_and_arrows_of_a_symbol_font_are_read_as_in_word() -> None:
    assert texts(read_body("<text:p>plan \uf0e0 besluit \uf0fc</text:p>")) == ["plan → besluit ✓"]


def test_a_line_break_splits_a_paragraph() -> None:
    assert texts(read_body("<text:p>een<text:line-break/>twee</text:p>")) == ["een", "twee"]


def test_deleted_text_is_left_out_and_open_changes_are_reported() -> None:
    document = read_body(
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>weg ermee</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes><text:p>Dit <text:change-start/>kwam erbij<text:change-end/> en"
        "<text:change/> blijft.</text:p>"
    )
    assert texts(document) == ["Dit kwam erbij en blijft."]
    assert [warning.code for warning in document.warnings] == ["open-wijzigingen"]


def test_hidden_text_is_left_out_and_reported() -> None:
    hidden = '<style:text-properties text:display="none"/>'
    document = read_body(
        '<text:p>Zichtbaar <text:span text:style-name="T1">instructie weg</text:span></text:p>'
        '<text:section text:display="none"><text:p>hele sectie weg</text:p></text:section>'
        '<text:p><text:hidden-paragraph text:is-hidden="true"/>alinea weg</text:p>'
        '<text:p>En <text:hidden-text text:string-value="veld weg"/>dit.</text:p>',
        automatic=f'<style:style style:name="T1" style:family="text">{hidden}</style:style>',
    )
    assert texts(document) == ["Zichtbaar", "En dit."]
    (warning,) = document.warnings
    assert warning.code == "verborgen-tekst"
    assert "9 woorden" in warning.message


def test_remarks_are_notes_of_the_document_and_no_text() -> None:
    remark = "<office:annotation><dc:creator>Jan</dc:creator><text:p>klopt dit?</text:p></office:annotation>"
    document = read_body(f"<text:p>Een zin{remark}.</text:p>")
    assert texts(document) == ["Een zin."]
    assert [(note.text, note.author) for note in document.notes] == [("klopt dit?", "Jan")]
    assert [warning.code for warning in document.warnings] == ["opmerkingen"]


def test_a_contents_list_is_no_evidence() -> None:
    document = read_body(
        "<text:table-of-content><text:index-body><text:index-title><text:p>Inhoud</text:p></text:index-title>"
        "<text:p>Risico&apos;s<text:tab/>4</text:p></text:index-body></text:table-of-content><text:p>Tekst.</text:p>"
    )
    assert [(block.text, block.role) for block in document.blocks] == [
        ("Inhoud", "contents"),
        ("Risico's 4", "contents"),
        ("Tekst.", "body"),
    ]


def test_headers_and_footers_stand_once_and_are_no_body() -> None:
    page = (
        "<style:master-page><style:header><text:p>Gemeente</text:p></style:header><style:footer><text:p>voet</text:p>"
    )
    page += "</style:footer></style:master-page>"
    styles = f"<office:master-styles>{page}{page}</office:master-styles>"
    document = read_body("<text:p>Tekst.</text:p>", styles=styles)
    assert [(block.text, block.role) for block in document.blocks] == [
        ("Gemeente", "header"),
        ("voet", "footer"),
        ("Tekst.", "body"),
    ]


def test_bold_short_lines_are_headings_where_no_style_says_so() -> None:
    bold = '<style:style style:name="P1" style:family="paragraph"><style:text-properties fo:font-weight="bold"/>'
    running = "<text:p>De gemeente legt met de bewoners van de wijk een warmtenet aan in de komende jaren.</text:p>"
    document = read_body(
        f'<text:p text:style-name="P1">Risico</text:p>{running}<text:p text:style-name="P1">Kosten</text:p>{running}',
        automatic=f"{bold}</style:style>",
    )
    assert [block.text for block in document.blocks if block.kind == "heading"] == ["Risico", "Kosten"]
    assert document.heading_source == "opmaak"


def test_lines_in_italics_with_text_under_them_are_headings() -> None:
    slanted = '<style:style style:name="P1" style:family="paragraph"><style:text-properties fo:font-style="italic"/>'
    running = "<text:p>De gemeente legt met de bewoners van de wijk een warmtenet aan in de komende jaren.</text:p>"
    document = read_body(
        f'<text:p text:style-name="P1">Risico</text:p>{running}<text:p text:style-name="P1">Kosten</text:p>{running}',
        automatic=f"{slanted}</style:style>",
    )
    assert [block.text for block in document.blocks if block.kind == "heading"] == ["Risico", "Kosten"]


def test_properties_are_read() -> None:
    document = read_body(
        "<text:p>Tekst.</text:p>",
        meta="<dc:title>Plan</dc:title><dc:subject>warmte</dc:subject><meta:initial-creator>Ans</meta:initial-creator>"
        "<dc:creator>Bo</dc:creator><meta:creation-date>2028-03-16T10:00:00</meta:creation-date>"
        "<dc:date>2028-04-01T10:00:00</dc:date>",
    )
    properties = document.properties
    assert (properties.title, properties.subject, properties.author) == ("Plan", "warmte", "Ans")
    assert (properties.created, properties.modified) == ("2028-03-16", "2028-04-01")


def test_a_file_is_recognised_by_its_content(tmp_path: Path) -> None:
    (tmp_path / "plan.docx").write_bytes(odt_bytes("<text:p>Eigenlijk OpenDocument.</text:p>"))
    assert read(tmp_path / "plan.docx").source.format == "odt"


def test_a_file_with_a_password_is_named() -> None:
    manifest = (
        '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:encryption-data/></m:manifest>'
    )
    with pytest.raises(EncryptedFile, match="wachtwoord"):
        read_body("<text:p>geheim</text:p>", **{"META-INF_manifest": manifest})


def test_a_file_without_text_is_refused() -> None:
    with pytest.raises(UnreadableFile) as caught:
        read_body("<text:p/>")
    assert caught.value.code == "geen-tekst"
    with pytest.raises(UnreadableFile) as caught:
        read_body("<text:p><draw:frame><draw:image/></draw:frame></text:p>")
    assert caught.value.code == "alleen-afbeeldingen"


def test_deep_nesting_is_refused() -> None:
    with pytest.raises(LimitExceeded):
        read_body("<text:section>" * 250 + "<text:p>diep</text:p>" + "</text:section>" * 250)


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    with pytest.raises(LimitExceeded):
        read_bytes(odt_bytes(f"<text:p>{' ' * 3_000_000}</text:p>"), Limits(inflate_free_bytes=1_000_000))


_SOUND = odt_bytes(heading(1, "Plan") + "<text:p>De raad besluit over het warmtenet.</text:p>")


@settings(max_examples=60)
@given(st.integers(0, len(_SOUND) - 1), st.integers(1, 255))
def test_a_flipped_byte_gives_a_document_or_a_refusal(place: int, flip: int) -> None:
    damaged = bytearray(_SOUND)
    damaged[place] ^= flip
    try:
        document = read_bytes(bytes(damaged))
    except UnreadableFile:
        return
    assert document.blocks


def test_a_missing_part_is_named() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    with pytest.raises(UnreadableFile, match="beschadigd"):
        read_bytes(buffer.getvalue())
