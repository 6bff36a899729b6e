"""Every failure becomes one sentence with a cure."""

import pytest
import torch
from attnscope.app.engine.fault_sentences import fault_sentence
from attnscope.models.errors import UserError


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (UserError("Do this."), "Do this."),
        (MemoryError(), "The computer's memory is full"),
        (RuntimeError("DefaultCPUAllocator: can't allocate memory: you tried"), "The computer's memory is full"),
        (torch.OutOfMemoryError("CUDA out of memory. Tried to allocate"), "The GPU's memory is full"),
        (RuntimeError("MPS backend out of memory (MPS allocated: 18 GB)"), "The GPU's memory is full"),
        (SystemExit(2), "sys.exit"),
        (ImportError("libcudart.so.12: not found"), "could not be loaded (libcudart.so.12: not found)"),
        (ZeroDivisionError("division by zero"), "This failed with ZeroDivisionError: division by zero."),
        (AssertionError(), "AssertionError: without a word"),
        (RuntimeError("first line\nsecond line"), "first line."),
    ],
)
def test_failure_is_one_sentence(error, words):
    sentence = fault_sentence(error)
    assert words in sentence
    assert "\n" not in sentence


def test_long_messages_are_cut():
    assert len(fault_sentence(RuntimeError("x" * 10_000))) < 400
