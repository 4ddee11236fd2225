"""A document, or why there is none, as JSON: what goes from the process that reads to the one that asked.

JSON and no pickle: the process that reads may have been taken over by the file, and must not be able to run code here.
"""

import json
import types
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, Literal, TypeVar, get_args, get_origin, get_type_hints

from plancheck.errors import EncryptedFile, LimitExceeded, PlancheckError, UnreadableFile
from plancheck.model.document import Document

_T = TypeVar("_T")
_ERRORS = {kind.__name__: kind for kind in (PlancheckError, UnreadableFile, EncryptedFile, LimitExceeded)}


def document_to_json(document: Document) -> bytes:
    """One line of ASCII."""
    return json.dumps({"document": _plain(document)}, separators=(",", ":")).encode("ascii")


def error_to_json(error: PlancheckError) -> bytes:
    """One line of ASCII; a kind of error that is not known here travels as its nearest parent that is."""
    kind = next(each.__name__ for each in type(error).__mro__ if each.__name__ in _ERRORS)
    said = [kind, error.message, error.path, error.hint, error.code]
    return json.dumps({"error": said}, separators=(",", ":")).encode("ascii")


def from_json(line: bytes) -> Document:
    """The document of a line.

    Raises:
        PlancheckError: the line says why there is none. ValueError: it is no such line.
    """
    try:
        answer = json.loads(line)
        if "error" in answer:
            kind, message, path, hint, code = answer["error"]
            error = _ERRORS[kind](message, path=path, hint=hint, code=code)
        else:
            document: Document = _typed(Document, answer["document"])
            return document
    except (KeyError, TypeError, AttributeError, RecursionError) as broken:
        raise ValueError("no answer of a reader") from broken
    raise error


def _plain(value: object) -> object:
    """Dataclasses as mappings without what is the default, tuples as lists."""
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if is_dataclass(value) and not isinstance(value, type):
        pairs = ((field, getattr(value, field.name)) for field in fields(value))
        return {field.name: _plain(each) for field, each in pairs if each != field.default}
    return value


def _typed(kind: Any, value: Any) -> Any:
    """The plain value as this type. Raises: TypeError, KeyError when it is of another."""
    origin = get_origin(kind)
    if origin is tuple:
        inner = get_args(kind)[0]
        return tuple(_typed(inner, each) for each in _checked(list, value))
    if origin is Literal:
        return _one_of(value, get_args(kind))
    if origin is types.UnionType:
        inner = get_args(kind)
        return None if value is None else _typed(inner[0], value)
    if isinstance(kind, type) and is_dataclass(kind):
        hints = _hints(kind)
        return kind(**{name: _typed(hints[name], each) for name, each in _checked(dict, value).items()})
    return float(value) if kind is float and type(value) is int else _checked(kind, value)


def _checked(kind: type[_T], value: object) -> _T:
    if type(value) is not kind:
        raise TypeError(f"{kind.__name__} expected")
    return value


def _one_of(value: object, allowed: tuple[object, ...]) -> object:
    if value not in allowed:
        raise TypeError("unknown value")
    return value


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)
