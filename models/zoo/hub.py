"""Files of the Hugging Face hub: those that are on this machine, and those that are to be fetched."""

import contextlib
import functools
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from ..errors import NoConnectionError, UserError
from ..foreign import Foreign
from ..progress import Cancelled, Progress

_PATIENCE = 15.0
"""Seconds for the list of files."""
Choice = Callable[[Sequence[str]], list[str]]


def in_cache(repository: str, names: Sequence[str]) -> Path | None:
    """The first of these files of a repository that is on this machine; nothing is asked of the hub."""
    with Foreign("The cache of the Hugging Face hub"):
        from huggingface_hub import constants, try_to_load_from_cache

        for name in names:
            found = try_to_load_from_cache(repository, name, cache_dir=constants.HF_HUB_CACHE)
            if isinstance(found, str) and Path(found).is_file():
                return Path(found)
    return None


def fetch_files(repository: str, choose: Choice, progress: Progress) -> list[Path]:
    """Brings those files of a repository that `choose` picks from the names of all; what is here already stays.

    A file comes whole, or not at all.

    **Raises** UserError: no connection, no such repository, one that asks for a login; Cancelled where `progress`
    stops it.
    """
    with _sentences(repository), _plain_http():
        from huggingface_hub import HfApi, constants, hf_hub_download

        progress(f"Asking for {repository} …")
        told = HfApi(endpoint=constants.ENDPOINT).model_info(repository, files_metadata=True, timeout=_PATIENCE)
        sizes = {file.rfilename: file.size or 0 for file in told.siblings or ()}
        chosen = choose(list(sizes))
        meter = _Meter(progress, f"Downloading {repository}", sum(sizes[name] for name in chosen))
        bar: Any = functools.partial(_Bar, meter)
        where: dict[str, Any] = {"cache_dir": constants.HF_HUB_CACHE, "endpoint": constants.ENDPOINT}
        return [Path(hf_hub_download(repository, name, tqdm_class=bar, **where)) for name in chosen]


class _Meter:
    """Adds up the bytes of all files."""

    def __init__(self, progress: Progress, text: str, total: int) -> None:
        self._progress, self._text, self._total, self._done = progress, text, total, 0

    def add(self, count: float) -> None:
        self._done += int(count)
        # More than was told means that nobody knows.
        self._progress(self._text, self._done, self._total if self._done <= self._total else 0)


class _Bar:
    """Stands where huggingface_hub wants a bar of tqdm's. What the meter raises ends the download."""

    def __init__(self, meter: _Meter, *_: Any, **options: Any) -> None:
        self._meter = meter
        self.total = options.get("total")
        meter.add(options.get("initial") or 0)

    def __enter__(self) -> "_Bar":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def update(self, count: float | None = 1) -> None:
        self._meter.add(count or 0)

    def set_postfix_str(self, *_: Any, **__: Any) -> None:
        """Nothing to show."""

    def refresh(self, *_: Any, **__: Any) -> None:
        """Nothing to show."""

    def close(self) -> None:
        """Nothing to close."""


@contextlib.contextmanager
def _plain_http() -> Iterator[None]:
    """The hub's other protocol runs in threads of its own, which nobody can stop halfway."""
    from huggingface_hub import constants

    before = constants.HF_HUB_DISABLE_XET
    constants.HF_HUB_DISABLE_XET = True
    try:
        yield
    finally:
        constants.HF_HUB_DISABLE_XET = before


@contextlib.contextmanager
def _sentences(repository: str) -> Iterator[None]:
    """Turns what huggingface_hub raises into sentences."""
    from huggingface_hub import constants, errors

    host = constants.ENDPOINT.partition("://")[2]
    offline = f"No connection to {host}: what is on this machine already goes on working."
    try:
        with Foreign(f"Fetching {repository}", through=(Cancelled, OSError, errors.HFValidationError, *_network())):
            yield
    except errors.GatedRepoError as error:
        raise UserError(f"{repository} is given to those only who agreed to its terms: do so at {host}.") from error
    except errors.RepositoryNotFoundError as error:
        raise UserError(f"{host} has no {repository}, or it is private: check its name.") from error
    except errors.HFValidationError as error:
        raise UserError(f"{repository!r} is no name on {host}: write ORG/NAME.") from error
    except errors.OfflineModeIsEnabled as error:
        raise NoConnectionError(
            f"{repository} is not fetched while HF_HUB_OFFLINE is set: unset it, and try again."
        ) from error
    except errors.LocalEntryNotFoundError as error:
        raise NoConnectionError(offline) from error
    except errors.HfHubHTTPError as error:
        code = getattr(error.response, "status_code", "")
        raise UserError(f"{host} did not give {repository} (HTTP {code}): try again later.") from error
    except (ConnectionError, TimeoutError, *_network()) as error:
        raise NoConnectionError(offline) from error
    except OSError as error:
        raise UserError(f"{repository} cannot be kept on this disk ({error.strerror or error}): make room.") from error


def _network() -> tuple[type[Exception], ...]:
    """No connection, in the words of the library beneath huggingface_hub, which differs from version to version."""
    return tuple(sys.modules[name].TransportError for name in ("httpx2", "httpx") if name in sys.modules)
