"""Word: what files hold that were edited for years, filled in as forms or left half changed."""

from tests.readers.test_docx_parts import field, level, numbered, paragraph, read_word, shape

_LONG = "Dit is een gewone zin met woorden. " * 8


def test_a_contents_list_whose_field_is_not_closed_ends_at_a_heading_or_at_running_text() -> None:
    listed = field("TOC", "<w:r><w:t>Kosten 5</w:t></w:r>").replace("<w:r><w:fldChar w:fldCharType='end'/></w:r>", "")
    heading = paragraph("Kosten", "<w:outlineLvl w:val='0'/>")
    document = read_word(f"<w:p>{listed}</w:p>" + heading + paragraph("Het kost 5 euro."))
    assert [(block.text, block.role) for block in document.blocks] == [
        ("Kosten 5", "contents"),
        ("Kosten", "body"),
        ("Het kost 5 euro.", "body"),
    ]
    document = read_word(f"<w:p>{listed}</w:p>" + paragraph("Risico 6") + paragraph(_LONG) + paragraph("Kort."))
    assert [block.role for block in document.blocks] == ["contents", "contents", "body", "body"]


def test_a_paragraph_whose_end_was_deleted_runs_on_into_the_next() -> None:
    deleted = "<w:rPr><w:del w:id='1'/></w:rPr>"
    body = paragraph("De begroting is twee ", deleted) + paragraph("miljoen euro.") + paragraph("Los.", deleted)
    assert shape(read_word(body)) == [("paragraph", "De begroting is twee miljoen euro."), ("paragraph", "Los.")]


def test_a_change_of_looks_alone_is_an_open_change_too() -> None:
    changed = "<w:p><w:r><w:rPr><w:b/><w:rPrChange w:id='1'><w:rPr/></w:rPrChange></w:rPr><w:t>Tekst.</w:t></w:r></w:p>"
    assert [warning.code for warning in read_word(changed).warnings] == ["open-wijzigingen"]
    assert read_word(paragraph("Tekst.")).warnings == ()


def test_what_was_chosen_and_ticked_in_a_form_is_text() -> None:
    entries = "<w:listEntry w:val='warmtenet'/><w:listEntry w:val='warmtepomp'/>"
    choice = f"<w:ffData><w:ddList><w:result w:val='1'/>{entries}</w:ddList></w:ffData>"
    ticked = "<w:ffData><w:checkBox><w:default w:val='0'/><w:checked/></w:checkBox></w:ffData>"
    empty = "<w:ffData><w:checkBox><w:default w:val='0'/></w:checkBox></w:ffData>"
    body = ""
    for data, text in ((choice, "."), (ticked, " akkoord"), (empty, " niet")):
        code = field("FORM", "").replace(
            "<w:fldChar w:fldCharType='begin'/>", f"<w:fldChar w:fldCharType='begin'>{data}</w:fldChar>"
        )
        body += f"<w:p><w:r><w:t xml:space='preserve'>Keuze </w:t></w:r>{code}<w:r><w:t>{text}</w:t></w:r></w:p>"
    assert [text for _, text in shape(read_word(body))] == ["Keuze warmtepomp.", "Keuze ☒ akkoord", "Keuze ☐ niet"]


def test_the_title_of_a_chart_that_is_linked_to_a_cell_is_read() -> None:
    title = "<c:title><c:tx><c:strRef><c:f>Blad1!A1</c:f><c:strCache><c:pt idx='0'><c:v>Kosten per jaar</c:v></c:pt>"
    chart = f"<c:chartSpace><c:chart>{title}</c:strCache></c:strRef></c:tx></c:title></c:chart></c:chartSpace>"
    body = paragraph("Tekst.") + "<w:p><w:r><w:drawing><c:chart r:id='chart'/></w:drawing></w:r></w:p>"
    assert shape(read_word(body, {"chart": chart}))[1:] == [("caption", "Grafiek: Kosten per jaar")]


def test_letters_drawn_as_art_and_a_title_in_place_of_a_description_are_read() -> None:
    vml = "xmlns:v='urn:schemas-microsoft-com:vml'"
    art = f"<w:p><w:r><w:pict><v:shape {vml}><v:textpath string='Projectplan De Kolk'/></v:shape></w:pict></w:r></w:p>"
    titled = "<w:p><w:r><w:drawing><wp:inline><wp:docPr title='Planning van de uitvoering per kwartaal'/></wp:inline>"
    assert shape(read_word(art + titled + "</w:drawing></w:r></w:p>")) == [
        ("paragraph", "Projectplan De Kolk"),
        ("caption", "Afbeelding: Planning van de uitvoering per kwartaal"),
    ]


def test_of_alternatives_the_first_that_holds_something_is_read() -> None:
    names = "xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'"
    other = "<mc:Fallback><w:r><w:t>Alleen hier.</w:t></w:r></mc:Fallback>"
    body = f"<w:p><mc:AlternateContent {names}><mc:Choice Requires='wps'/>{other}</mc:AlternateContent></w:p>"
    assert shape(read_word(body)) == [("paragraph", "Alleen hier.")]


def test_a_numbered_paragraph_without_text_counts_and_a_level_without_number_keeps_its_word() -> None:
    own = level(0, "decimal", "%1.") + level(1, "none", "Bijlage")
    numbering = f"<w:numbering><w:abstractNum w:abstractNumId='0'>{own}</w:abstractNum>"
    numbering += "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num></w:numbering>"
    body = numbered("Inleiding", 0) + numbered("", 0) + numbered("Doel", 0) + numbered("Kaart", 1)
    texts = [text for _, text in shape(read_word(body, {"numbering": numbering}))]
    assert texts == ["1. Inleiding", "3. Doel", "Bijlage Kaart"]


def test_the_style_of_a_list_tells_its_depth_and_a_list_paragraph_alone_is_no_list() -> None:
    names = {"a": "List Bullet 2", "b": "List Paragraph", "c": "List Number"}
    styles = "".join(
        f"<w:style w:type='paragraph' w:styleId='{key}'><w:name w:val='{name}'/></w:style>"
        for key, name in names.items()
    )
    body = "".join(paragraph(name + ".", f"<w:pStyle w:val='{key}'/>") for key, name in names.items())
    document = read_word(body, {"styles": f"<w:styles>{styles}</w:styles>"})
    assert [(block.kind, block.depth) for block in document.blocks] == [
        ("list_item", 1),
        ("paragraph", 0),
        ("list_item", 0),
    ]
