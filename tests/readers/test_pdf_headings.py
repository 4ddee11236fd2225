"""PDF: headings from the first source that holds, and nothing else a heading."""

from collections.abc import Sequence

import pytest

from plancheck.model.document import Block
from tests.readers.pdf_files import Drawing, body, read_bytes, sentence, tagged_pdf, texts, wrapped


def headings(content: bytes) -> list[tuple[int | None, str]]:
    return [(block.level, block.text) for block in body(read_bytes(content)) if block.kind == "heading"]


CHAPTERS = ("1 Inleiding", "2 Aanpak", "2.1 Planning", "2.2 Kosten", "3 Risico's")


def chaptered(drawing: Drawing, size: float = 14) -> bytes:
    for place, title in enumerate(CHAPTERS):
        drawing.heading(title, size)
        drawing.paragraph(sentence(60, place))
    return drawing.bytes()


def test_larger_and_bold_lines_are_headings_with_the_level_of_their_number() -> None:
    content = chaptered(Drawing())
    assert headings(content) == [
        (1, "1 Inleiding"),
        (1, "2 Aanpak"),
        (2, "2.1 Planning"),
        (2, "2.2 Kosten"),
        (1, CHAPTERS[4]),
    ]
    assert read_bytes(content).heading_source == "opmaak"


def test_without_numbers_the_size_says_the_level() -> None:
    drawing = Drawing()
    for place, (title, size) in enumerate(
        [("Inleiding", 18), ("Doel", 13), ("Gebied", 13), ("Aanpak", 18), ("Geld", 13)]
    ):
        drawing.heading(title, size)
        drawing.paragraph(sentence(50, place))
    assert headings(drawing.bytes()) == [(1, "Inleiding"), (2, "Doel"), (2, "Gebied"), (1, "Aanpak"), (2, "Geld")]


def test_headings_of_the_size_of_the_text_are_found_by_their_weight() -> None:
    drawing = Drawing()
    for place, title in enumerate(("Waarom dit plan", "Wie het uitvoert", "Wat het kost")):
        drawing.y -= 8
        drawing.line(title, bold=True, below=14)
        drawing.paragraph(sentence(60, place))
    assert [text for _, text in headings(drawing.bytes())] == ["Waarom dit plan", "Wie het uitvoert", "Wat het kost"]


def test_bookmarks_decide_where_there_are_any() -> None:
    drawing = Drawing()
    for place, (title, level) in enumerate([("Waarom", 0), ("Het gebied", 1), ("De aanpak", 0)]):
        drawing.canvas.bookmarkPage(f"k{place}")
        drawing.canvas.addOutlineEntry(title, f"k{place}", level)
        drawing.line(title, below=20)
        drawing.paragraph(sentence(60, place))
    document = read_bytes(drawing.bytes())
    assert document.heading_source == "bladwijzers"
    assert [(block.level, block.text) for block in body(document) if block.kind == "heading"] == [
        (1, "Waarom"),
        (2, "Het gebied"),
        (1, "De aanpak"),
    ]


def test_a_printed_contents_list_names_the_headings_and_is_no_text() -> None:
    drawing = Drawing()
    drawing.line("Inhoud", size=16, bold=True, below=30)
    for number, title in enumerate(("Waarom", "Het gebied", "De aanpak", "Het geld"), 1):
        drawing.line(f"{title} {'.' * 60} {number}", below=15)
    drawing.next_page()
    for place, title in enumerate(("Waarom", "Het gebied", "De aanpak", "Het geld")):
        drawing.line(title, below=22)
        drawing.paragraph(sentence(60, place))
    document = read_bytes(drawing.bytes())
    assert document.heading_source == "inhoudsopgave"
    assert texts(document, "heading")[-4:] == ["Waarom", "Het gebied", "De aanpak", "Het geld"]
    assert sum(block.role == "contents" for block in document.blocks) == 4


def test_a_contents_list_without_leaders_or_numbers_is_recognised() -> None:
    for numbered in (True, False):
        drawing = Drawing()
        drawing.line("Inhoudsopgave", size=14, bold=True, below=26)
        for number, title in enumerate(CHAPTERS, 2):
            drawing.line(f"{title}   {number}" if numbered else title, below=15)
        drawing.next_page()
        document = read_bytes(chaptered(drawing))
        assert sum(block.role == "contents" for block in document.blocks) == len(CHAPTERS)
        assert texts(document, "heading")[-5:] == list(CHAPTERS)


def test_a_heading_over_two_lines_is_one() -> None:
    drawing = Drawing()
    drawing.paragraph(sentence(60))
    drawing.y -= 14
    drawing.line("4 De gezamenlijke afspraken van de gemeente, het warmtebedrijf en de", size=13, bold=True)
    drawing.line("verenigingen van eigenaars in de wijk", size=13, bold=True, below=24)
    drawing.paragraph(sentence(60, 7))
    (heading,) = headings(drawing.bytes())
    assert heading[1].endswith("het warmtebedrijf en de verenigingen van eigenaars in de wijk")


def test_labels_dates_and_signatures_are_no_headings() -> None:
    drawing = Drawing()
    drawing.heading("1 Inleiding")
    drawing.paragraph(sentence(60))
    drawing.line("Let op:", bold=True)
    drawing.paragraph(sentence(50, 3))
    drawing.line("12 maart 2026", bold=True, below=30)
    drawing.line("Namens het college,", bold=True, below=30)
    drawing.paragraph(sentence(50, 4))
    drawing.grid([["Risico", "Kans"], ["vol net", "groot"]])
    assert headings(drawing.bytes()) == [(1, "1 Inleiding")]


def test_the_title_of_the_document_stands_above_its_headings_and_its_subtitle_is_none() -> None:
    drawing = Drawing()
    drawing.line("Uitvoeringsplan Bloemenbuurt", size=24, bold=True, below=34)
    drawing.line("Gemeente Voorbeeld", size=15, below=40)
    document = read_bytes(chaptered(drawing))
    assert texts(document, "heading")[:2] == ["Uitvoeringsplan Bloemenbuurt", "1 Inleiding"]


def test_text_without_headings_has_none() -> None:
    drawing = Drawing()
    for place in range(4):
        drawing.paragraph(sentence(60, place))
    document = read_bytes(drawing.bytes())
    assert document.heading_source == "geen"
    assert texts(document, "heading") == []


def test_a_structure_tree_names_the_headings_and_the_paragraphs() -> None:
    content = tagged_pdf(
        [
            ("H1", ["Waarom"]),
            ("P", ["Een alinea die over", "twee regels loopt."]),
            ("P", ["Een volgende alinea."]),
            ("H2", ["Het gebied"]),
            ("P", ["De wijk ligt aan het water."]),
            ("LI", ["• Eerst de", "buurt"]),
        ]
    )
    document = read_bytes(content)
    assert document.heading_source == "structuur"
    assert [(block.kind, block.level, block.text) for block in body(document)] == [
        ("heading", 1, "Waarom"),
        ("paragraph", None, "Een alinea die over twee regels loopt."),
        ("paragraph", None, "Een volgende alinea."),
        ("heading", 2, "Het gebied"),
        ("paragraph", None, "De wijk ligt aan het water."),
        ("list_item", None, "Eerst de buurt"),
    ]


def test_a_structure_tree_in_which_every_line_is_a_paragraph_is_not_believed() -> None:
    lines = ["Deze regel gaat verder op", "de volgende regel en die op", "de regel daarna, waar de", "zin pas eindigt."]
    document = read_bytes(tagged_pdf([("P", [line]) for line in lines]))
    assert len(texts(document, "paragraph")) <= 4
    assert document.heading_source == "geen"


def test_a_structure_tree_that_calls_everything_a_heading_is_not_believed() -> None:
    document = read_bytes(tagged_pdf([("H1", [f"Dit is gewoon zin nummer {number}."]) for number in range(12)]))
    assert texts(document, "heading") == []


def test_blocks_know_the_headings_above_them() -> None:
    document = read_bytes(chaptered(Drawing()))
    paths = [block.heading_path for block in body(document) if block.kind == "paragraph"]
    assert paths[2] == ("2 Aanpak", "2.1 Planning")


def test_a_numbered_line_below_a_tagged_heading_is_a_heading_too() -> None:
    content = tagged_pdf(
        [
            ("H1", ["2 Aanpak"]),
            ("P", ["Zo gaan wij te werk in de wijk, met", "iedereen die er woont."]),
            ("H2", ["2.3 Taken"]),
            ("P", ["De taken zijn in het voorjaar", "al verdeeld."]),
            ("P", ["2.3.1 Taken van de raad"]),
            ("P", ["De raad stelt het plan vast nadat", "de buurt is gehoord."]),
        ]
    )
    assert headings(content) == [(1, "2 Aanpak"), (2, "2.3 Taken"), (3, "2.3.1 Taken van de raad")]


def repeating(copies: int) -> Drawing:
    """A plan whose chapters come back word for word, as for each neighbourhood; "Inhoud" is a heading in it."""
    drawing = Drawing()
    for _ in range(copies):
        for place, title in enumerate(["Inhoud", "Samenvatting", *CHAPTERS]):
            if drawing.y < 200:
                drawing.next_page()
            drawing.heading(title, size=14)
            drawing.paragraph(sentence(150, 7 * place))
    return drawing


def test_text_that_comes_back_below_a_heading_inhoud_is_no_contents_list() -> None:
    document = read_bytes(repeating(6).bytes())
    assert {block.role for block in document.blocks} == {"body"}
    texts_found = [block.text for block in document.blocks if block.kind == "paragraph"]
    assert sum(text.startswith(sentence(150)[:80]) for text in texts_found) == 6


def test_a_numbered_heading_in_every_part_of_a_plan_is_a_heading_each_time() -> None:
    headings = texts(read_bytes(repeating(6).bytes()), "heading")
    assert [headings.count(title) for title in CHAPTERS] == [6] * len(CHAPTERS)


def test_a_sentence_at_the_top_of_pages_far_apart_is_no_running_header() -> None:
    drawing = Drawing()
    said = "Bedragen zijn exclusief btw."
    for place in range(20):
        drawing.y = 800
        drawing.line(said if place % 5 == 0 else f"{sentence(5, place)}", below=40)
        drawing.paragraph(sentence(150, place))
        drawing.next_page()
    document = read_bytes(drawing.bytes())
    assert [block.text for block in document.blocks if block.role == "header"] == []
    assert sum(said in block.text for block in body(document)) == 4


def chapters(size: float, *, tops: Sequence[str], header: str = "") -> Drawing:
    """Six chapters of two pages; the second begins with a heading that every chapter has."""
    drawing = Drawing()
    for place in range(6):
        for page, top in enumerate((f"Buurt {chr(65 + place)}", *tops)):
            if header and page:
                drawing.y = 810
                drawing.line(header, size=10, bold=True, below=50)
            drawing.y = 760
            drawing.heading(top, size=18 if not page else size)
            drawing.paragraph(sentence(110, 5 * place + page))
            drawing.heading("Kosten" if page else f"Wat wij doen in buurt {chr(65 + place)}", size=size)
            drawing.paragraph(sentence(110, 9 * place + page))
            drawing.next_page()
    return drawing


@pytest.mark.parametrize("size", [10, 14])
def test_a_heading_at_the_top_of_a_page_in_every_chapter_is_no_running_header(size: float) -> None:
    document = read_bytes(chapters(size, tops=("Aanpak", "Planning")).bytes())
    assert [block.text for block in document.blocks if block.role == "header"] == []
    found = [block.text for block in body(document)]
    assert found.count("Planning") == found.count("Aanpak") == 6


def test_a_larger_heading_that_every_chapter_has_is_a_heading_each_time() -> None:
    found = texts(read_bytes(chapters(14, tops=("Planning",)).bytes()), "heading")
    assert (found.count("Planning"), found.count("Kosten")) == (6, 6)


def test_a_bold_line_at_the_top_of_every_other_page_runs_on() -> None:
    document = read_bytes(chapters(10, tops=("Planning",), header="Uitvoeringsplan Zandhorst").bytes())
    assert [block.text for block in document.blocks if block.role == "header"] == ["Uitvoeringsplan Zandhorst"]


def test_a_bold_line_before_text_is_a_heading_each_time_and_before_a_few_words_a_label() -> None:
    drawing = Drawing()
    for place in range(6):
        drawing.heading(f"Maatregel {chr(65 + place)} in de wijk", size=14)
        for label, words in (("Planning", 60), ("Prioriteit", 3)):
            drawing.y -= 10
            drawing.line(label, bold=True, below=20)
            drawing.paragraph(sentence(words, 3 * place))
        if place % 2:
            drawing.next_page()
    found = texts(read_bytes(drawing.bytes()), "heading")
    assert (found.count("Planning"), found.count("Prioriteit")) == (6, 0)


def numbered_chapters(top: str, *, size: float, bold: bool) -> list[Block]:
    """What is read of six chapters of a page, each with its number at the top of it and a bold line below that."""
    drawing = Drawing()
    for place in range(1, 7):
        drawing.y = 790
        drawing.line(top.format(place), size=size, bold=bold, below=28)
        drawing.line("Doel", size=11, bold=True)
        drawing.paragraph(sentence(110, 5 * place))
        drawing.next_page()
    return list(read_bytes(drawing.bytes()).blocks)


@pytest.mark.parametrize("top", ["Maatregel {}", "Hoofdstuk {}", "Bijlage {}", "Begroting 202{}"])
def test_large_titles_of_chapters_that_differ_in_their_number_are_headings_each_time(top: str) -> None:
    found = [block.text for block in numbered_chapters(top, size=14, bold=True) if block.kind == "heading"]
    assert [text for text in found if text != "Doel"] == [top.format(place) for place in range(1, 7)]


@pytest.mark.parametrize(("top", "size"), [("Hoofdstuk {}", 8), ("Warmteplan Zandhorst | {}", 14)])
def test_a_small_line_or_a_number_set_apart_at_the_top_of_all_pages_is_a_running_header(top: str, size: float) -> None:
    found = numbered_chapters(top, size=size, bold=True)
    assert [block.text for block in found if block.role == "header"] == [top.format(1)]
    assert [block.text for block in found if block.kind == "heading"] == ["Doel"] * 6


def test_running_headers_that_differ_in_more_than_the_page_number_stand_once_each() -> None:
    drawing = Drawing()
    for page in range(9):
        drawing.y = 810
        drawing.line(f"Fase {1 + page // 3} van 3 - blad {page + 1}", size=8, below=50)
        drawing.paragraph(sentence(110, 5 * page))
        drawing.next_page()
    found = [block.text for block in read_bytes(drawing.bytes()).blocks if block.role == "header"]
    assert found == ["Fase 1 van 3 - blad 1", "Fase 2 van 3 - blad 4", "Fase 3 van 3 - blad 7"]


def test_a_bold_line_that_goes_on_in_plain_type_is_no_heading() -> None:
    drawing = Drawing()
    for start in range(4):
        drawing.paragraph(sentence(40, start))
    asked = "Welke maatregelen gelden wanneer omwonenden bezwaarschriften tegen vergunningaanvragen indienen"
    first, *rest = wrapped(f"{asked} {sentence(40).lower()}", 450)
    drawing.line(first, bold=True)
    drawing.lines(rest)
    drawing.paragraph(sentence(40, 5))
    assert texts(read_bytes(drawing.bytes()), "heading") == []


def test_bold_points_that_count_from_one_are_a_list_and_no_headings() -> None:
    drawing = Drawing()
    drawing.heading("1 Inleiding")
    drawing.paragraph(sentence(60))
    for point in ("1. Intake houden.", "2. Gesprekken voeren.", "3. Planning maken."):
        drawing.line(point, bold=True)
    drawing.heading("2 Aanpak")
    drawing.paragraph(sentence(60, 3))
    assert headings(drawing.bytes()) == [(1, "1 Inleiding"), (1, "2 Aanpak")]


def test_a_name_above_an_address_and_a_total_are_no_headings() -> None:
    drawing = Drawing()
    drawing.heading("Betrokkenen")
    drawing.paragraph(sentence(60))
    drawing.line("Jan van der Berg", bold=True, below=30)
    drawing.line("j.vanderberg@voorbeeld.nl")
    drawing.line("Totaal lasten 18.975 30.082", bold=True, below=30)
    drawing.paragraph(sentence(60, 3))
    assert headings(drawing.bytes()) == [(1, "Betrokkenen")]
