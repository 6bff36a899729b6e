"""Nothing is collected while modules load, and everything is as before afterwards."""

import gc

import pytest
from attnscope.app.engine.loading import loading


def test_collection_is_off_inside_and_on_again_after_it():
    with loading():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_collection_is_on_again_after_a_failed_import():
    with pytest.raises(ImportError), loading():
        import no_such_module_anywhere  # noqa: F401  # pyright: ignore[reportMissingImports]
    assert gc.isenabled()


def test_collection_that_was_off_stays_off():
    gc.disable()
    try:
        with loading():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
