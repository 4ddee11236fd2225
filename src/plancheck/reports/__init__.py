"""Reports: how a run is shown. A renderer is `render(results) -> bytes`, always UTF-8; `RENDERERS` names them all."""

from collections.abc import Callable, Mapping, Sequence

from plancheck.model.finding import Result
from plancheck.reports import console, html, json_v1

Renderer = Callable[[Sequence[Result]], bytes]

RENDERERS: Mapping[str, Renderer] = {
    "console": console.render,
    "json": json_v1.render,
    "html": html.render,
}

__all__ = ["RENDERERS", "Renderer"]
