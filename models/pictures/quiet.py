"""Image readers warn of things that the user is told in sentences; here they are kept from warning as well."""

import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

# Warning filters belong to the whole process, so only the first who comes changes them, and the last who leaves
# changes them back: several threads can read side by side.
_turns = threading.Lock()
_guards: "list[warnings.catch_warnings[None]]" = []
_inside = 0


@contextmanager
def quiet() -> Iterator[None]:
    """Nothing in here warns, in whichever thread; afterwards the filters are as they were."""
    global _inside
    with _turns:
        _inside += 1
        if _inside == 1:
            guard = warnings.catch_warnings()
            guard.__enter__()
            warnings.simplefilter("ignore")
            _guards.append(guard)
    try:
        yield
    finally:
        with _turns:
            _inside -= 1
            if _inside == 0:
                _guards.pop().__exit__(None, None, None)
