"""A property that is worked out when it is first asked, and then is a plain attribute.

The same as `functools.cached_property` without the lock that Python 3.11 takes for it: taking that costs more than most
of what is kept of a unit, a text is judged by one thread, and what is kept can only come out the same.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from functools import cached_property as lazy
else:

    class lazy:  # noqa: N801 - reads as what it replaces
        """What a method without arguments returns, kept under its name."""

        def __init__(self, work_out: Any) -> None:
            self._work_out = work_out
            self._name = work_out.__name__
            self.__doc__ = work_out.__doc__

        def __get__(self, owner: Any, kind: Any) -> Any:
            if owner is None:
                return self
            found = owner.__dict__[self._name] = self._work_out(owner)
            return found


__all__ = ["lazy"]
