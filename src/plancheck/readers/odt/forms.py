"""What was filled in on a form: the controls of OpenDocument, and the form fields that came from Word."""

from plancheck.readers.container import Element
from plancheck.readers.odt.names import FIELD, FORM, value, whole

_TEXTS = ("text", "textarea", "formatted-text", "number", "date", "time", "combobox", "value-range")
_ON, _OFF = "☒", "☐"


def control_values(main: Element) -> dict[str, str]:
    """What each control of a document holds, by its id; nothing of what holds no words, as a button."""
    found: dict[str, str] = {}
    for control in main.iter(*(f"{FORM}{name}" for name in _TEXTS)):
        found[_id(control)] = value(control, f"{FORM}current-value") or value(control, f"{FORM}value")
    for control in main.iter(f"{FORM}listbox"):
        found[_id(control)] = ", ".join(
            value(option, f"{FORM}label")
            for option in control.iter(f"{FORM}option")
            if value(option, f"{FORM}current-selected") == "true"
        )
    for control in main.iter(f"{FORM}checkbox", f"{FORM}radio"):
        state = value(control, f"{FORM}current-state") or value(control, f"{FORM}state")
        on = state == "checked" or value(control, f"{FORM}current-selected") == "true"
        found[_id(control)] = f"{_ON if on else _OFF} {value(control, f'{FORM}label')}"
    return found


def chosen(mark: Element) -> str:
    """What was chosen in a list or ticked in a box of a form of Word; a text field has its text behind it."""
    told: dict[str, list[str]] = {}
    for parameter in mark.iterchildren(f"{FIELD}param"):
        name = value(parameter, f"{FIELD}name").lower()
        told.setdefault(name, []).append(value(parameter, f"{FIELD}value"))
    kind = value(mark, f"{FIELD}type")
    if kind.endswith("FORMCHECKBOX"):
        return _ON if told.get("checkbox_checked") == ["true"] else _OFF
    if kind.endswith("FORMDROPDOWN"):
        entries = told.get("dropdown_listentry", [])
        place = whole("".join(told.get("dropdown_selected", [])), 0)
        return entries[place] if place < len(entries) else ""
    return ""


def _id(control: Element) -> str:
    return value(control, f"{FORM}id")
