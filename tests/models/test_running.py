"""How a pass runs: in how many bits, how long, with how much memory."""

import time

import numpy as np
import psutil
import pytest
import torch
from attnscope.models.devices.devices import devices_here
from attnscope.models.devices.metering import metered
from attnscope.models.devices.precision import computing_in
from attnscope.models.recording.passes import record_picture
from attnscope.models.zoo.registry import load_model
from torch.nn import functional as F

CPU = torch.device("cpu")
PICTURE = np.random.default_rng(0).integers(0, 256, (96, 96, 3)).astype(np.uint8)


@pytest.mark.parametrize(
    ("precision", "dtype"), [("float32", torch.float32), ("bf16", torch.bfloat16), ("fp16", torch.float16)]
)
def test_products_are_computed_in_the_bits_that_were_asked_for(precision, dtype):
    with computing_in(precision, CPU):
        assert F.linear(torch.ones(2, 2), torch.ones(2, 2)).dtype == dtype
    assert F.linear(torch.ones(2, 2), torch.ones(2, 2)).dtype == torch.float32


@pytest.mark.parametrize(("precision", "rounding"), [("bf16", 2**-8), ("fp16", 2**-11)])
def test_half_precision_finds_the_same_layers_within_its_rounding(precision, rounding):
    full = record_picture(load_model("tour", device="cpu"), PICTURE)
    half = record_picture(load_model("tour", device="cpu", precision=precision), PICTURE)
    assert [layer.title for layer in half.info.layers] == [layer.title for layer in full.info.layers]
    gates = [trace.layers[0].weights.numpy() for trace in (full.trace, half.trace)]
    difference = np.abs(gates[0] - gates[1]).max()
    assert 0 < difference < 64 * rounding
    errors = [layer.error <= info.tolerance for layer, info in zip(half.trace.layers, half.info.layers, strict=True)]
    assert all(errors)


def test_the_clock_reads_what_the_clock_reads():
    begin = time.perf_counter()
    with metered(CPU) as reading:
        torch.ones(300, 300) @ torch.ones(300, 300)
    assert 0 < reading.milliseconds <= (time.perf_counter() - begin) * 1000
    assert abs(reading.bytes - psutil.Process().memory_info().rss) < 0.5 * reading.bytes


def test_what_fails_is_not_measured():
    with pytest.raises(ValueError, match="in the middle"), metered(CPU) as reading:
        raise ValueError("in the middle")
    assert (reading.milliseconds, reading.bytes) == (0.0, 0)


def test_a_pass_tells_its_times_and_its_memory():
    info = record_picture(load_model("tour", device="cpu"), PICTURE).info
    assert set(info.milliseconds) == {"prepare", "forward", "places"}
    assert info.bytes > 2**20


def test_the_cpu_is_always_among_the_devices():
    assert devices_here()[-1][0] == "cpu"


@pytest.mark.skipif(not torch.cuda.is_available(), reason="needs a CUDA device")
def test_a_gpu_is_timed_by_its_events_and_tells_the_peak_of_its_memory():
    device = torch.device("cuda:0")
    with metered(device) as reading:
        made = torch.ones(2**20, device=device) * 2
    assert reading.milliseconds > 0
    assert reading.bytes >= made.nbytes
