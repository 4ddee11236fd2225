"""Tables as blocks."""

from plancheck.model.document import Block


def table_block(rows: tuple[tuple[str, ...], ...], page: int | None = None) -> Block:
    """A table block; its text is the rows joined by newlines and the cells by tabs."""
    return Block(kind="table", text="\n".join("\t".join(row) for row in rows), rows=rows, page=page)
