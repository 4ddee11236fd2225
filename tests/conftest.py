"""The whole test run refuses connections: documents never leave the user's machine."""

import sys

_REFUSED = frozenset(("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "urllib.Request"))


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    """Audit hook: no connection may be made; local sockets of the test runner itself have no host name."""
    if event in _REFUSED and not _is_local(arguments):
        raise AssertionError(f"a test tried to use the network: {event} {arguments!r}")


def _is_local(arguments: tuple[object, ...]) -> bool:
    return any(isinstance(value, str | bytes) and str(value).startswith("/") for value in arguments)


sys.addaudithook(_refuse)
