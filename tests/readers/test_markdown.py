from tests.documents import make_document


def test_headings_lists_tables_and_paragraphs_become_blocks_with_their_path() -> None:
    document = make_document(
        "# Plan",
        "## Risico's",
        "Eerst dit.",
        "- een",
        "- twee",
        "| Risico | Kans |",
        "|---|---|",
        "| vol net | groot |",
    )
    assert [(block.kind, block.level) for block in document.blocks] == [
        ("heading", 1),
        ("heading", 2),
        ("paragraph", None),
        ("list_item", None),
        ("list_item", None),
        ("table", None),
    ]
    assert document.blocks[-1].rows == (("Risico", "Kans"), ("vol net", "groot"))
    assert document.blocks[-1].heading_path == ("Plan", "Risico's")
    assert document.blocks[1].heading_path == ("Plan",)
