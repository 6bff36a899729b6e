"""Whatever pieces the bytes come in, the same messages come out; what is no frame is refused before it costs memory."""

import contextlib
import json
import random
import struct

import numpy as np
import pytest
from attnscope.app.link.protocol import ARRAYS_LIMIT, HEADER_LIMIT, Decoder, ProtocolError, encode

TYPES = [
    "bool",
    "int8",
    "uint8",
    "int16",
    "uint16",
    "float16",
    "int32",
    "uint32",
    "float32",
    "int64",
    "uint64",
    "float64",
]


def frame(header: object) -> bytes:
    """A frame written by hand, so that the reader is not tested with its own writer."""
    text = header if isinstance(header, bytes) else json.dumps(header).encode()
    return b"ATNS" + struct.pack("<I", len(text)) + text


def some_messages() -> list[tuple[dict, dict]]:
    chance = np.random.default_rng(5)
    return [
        (
            {"kind": "map", "id": number, "text": "Straße 图 \udc80"[: number % 11]},
            {f"a{i}": some_array(chance, i, TYPES[number % 12]) for i in range(number % 4)},
        )
        for number in range(40)
    ]


def some_array(chance: np.random.Generator, dimensions: int, dtype: str) -> np.ndarray:
    return chance.integers(0, 99, tuple(chance.integers(0, 7, dimensions))).astype(dtype)


def assert_same(messages: list, expected: list[tuple[dict, dict]]) -> None:
    assert [message.header for message in messages] == [header for header, _ in expected]
    for message, (_, arrays) in zip(messages, expected, strict=True):
        assert list(message.arrays) == list(arrays)
        for name, array in arrays.items():
            assert message.arrays[name].dtype == array.dtype
            assert message.arrays[name].shape == array.shape
            assert np.array_equal(message.arrays[name], array)


def test_frame_is_laid_out_as_documented():
    header = {"kind": "bars", "id": 7, "arrays": [{"name": "values", "dtype": "u2", "shape": [2]}]}
    (message,) = Decoder().feed(frame(header) + b"\x01\x00\x00\x02")
    assert (message.kind, message.id, message.header) == ("bars", 7, {"kind": "bars", "id": 7})
    assert message.arrays["values"].tolist() == [1, 512]


@pytest.mark.parametrize("name", TYPES)
def test_every_type_comes_back(name):
    values = np.array([[0, 1, 2], [3, 4, 5]]).astype(name)
    (message,) = Decoder().feed(encode({"kind": "x", "id": 1}, {"values": values}))
    assert message.arrays["values"].dtype == values.dtype
    assert message.arrays["values"].tolist() == values.tolist()


@pytest.mark.parametrize("shape", [(), (0,), (3, 0, 5), (1, 1, 1, 2)])
def test_every_shape_comes_back(shape):
    (message,) = Decoder().feed(encode({"kind": "x", "id": 1}, {"a": np.ones(shape, np.float32), "b": np.arange(3)}))
    assert message.arrays["a"].shape == shape
    assert message.arrays["b"].tolist() == [0, 1, 2]


def test_strided_and_foreign_byte_order_arrays_arrive_as_they_were():
    arrays = {"strided": np.arange(12).reshape(3, 4)[:, ::2].T, "swapped": np.arange(3, dtype=">f4")}
    (message,) = Decoder().feed(encode({"kind": "x", "id": 1}, arrays))
    assert np.array_equal(message.arrays["strided"], arrays["strided"])
    assert np.array_equal(message.arrays["swapped"], arrays["swapped"])


def test_not_a_number_passes_inside_arrays():
    (message,) = Decoder().feed(encode({"kind": "x", "id": 1}, {"a": np.array([np.nan, np.inf])}))
    assert np.isnan(message.arrays["a"][0])
    assert np.isinf(message.arrays["a"][1])


def test_arrays_cannot_be_changed():
    (message,) = Decoder().feed(encode({"kind": "x", "id": 1}, {"a": np.zeros(2)}))
    with pytest.raises(ValueError, match="read-only"):
        message.arrays["a"][0] = 1


def test_one_byte_at_a_time():
    expected = some_messages()[:8]
    decoder = Decoder()
    stream = b"".join(encode(*message) for message in expected)
    assert_same([message for byte in stream for message in decoder.feed(bytes([byte]))], expected)


@pytest.mark.parametrize("seed", range(20))
def test_any_cut_of_the_stream_gives_the_same_messages(seed):
    expected = some_messages()
    stream = b"".join(encode(*message) for message in expected)
    chance, decoder, found, start = random.Random(seed), Decoder(), [], 0
    while start < len(stream):
        end = start + chance.choice([0, 1, 3, 7, 50, 700, 5000])
        found += decoder.feed(stream[start:end])
        start = end
    assert_same(found, expected)


@pytest.mark.parametrize(
    "data",
    [
        b"Welcome to host!\n",
        b"X",
        b"ATN\x00",
        b"ATNS" + struct.pack("<I", HEADER_LIMIT + 1),
        frame(b"{"),
        frame(b"\xff\xfe{}"),
        frame([]),
        frame({"id": 1}),
        frame({"kind": "x"}),
        frame({"kind": 3, "id": 1}),
        frame({"kind": "x", "id": True}),
        frame({"kind": "x", "id": 1, "arrays": 5}),
        frame({"kind": "x", "id": 1, "arrays": [{}] * 100}),
        frame({"kind": "x", "id": 1, "arrays": [{"name": "a", "dtype": "O", "shape": []}]}),
        frame({"kind": "x", "id": 1, "arrays": [{"name": "a", "dtype": "f4", "shape": [-1]}]}),
        frame({"kind": "x", "id": 1, "arrays": [{"name": "a", "dtype": "f4", "shape": [1.5]}]}),
        frame({"kind": "x", "id": 1, "arrays": [{"name": "a", "dtype": "f8", "shape": [ARRAYS_LIMIT // 8 + 1]}]}),
        frame({"kind": "x", "id": 1, "arrays": [{"name": "a", "dtype": "f8", "shape": [2**31] * 5}]}),
        frame({"kind": "x", "id": 1, "arrays": [{"name": "a", "dtype": "f8", "shape": [1] * 40}]}),
        frame(b'{"kind": "x", "id": 1, "value": NaN}'),
        frame(b"[" * 100_000),
    ],
)
def test_what_is_no_frame_is_refused_at_once(data):
    with pytest.raises(ProtocolError):
        Decoder().feed(data)


@pytest.mark.parametrize("seed", range(10))
def test_damaged_streams_end_in_a_protocol_error_or_in_messages(seed):
    chance = random.Random(seed)
    stream = bytearray(b"".join(encode(*message) for message in some_messages()))
    for _ in range(30):
        stream[chance.randrange(len(stream))] = chance.randrange(256)
    with contextlib.suppress(ProtocolError):
        assert len(Decoder().feed(bytes(stream))) <= 40


def test_nan_in_a_field_is_refused():
    with pytest.raises(ProtocolError, match="plain JSON"):
        encode({"kind": "x", "id": 1, "value": float("nan")})


def test_object_arrays_are_refused():
    with pytest.raises(ProtocolError, match="no frame can carry"):
        encode({"kind": "x", "id": 1}, {"a": np.array([object()])})
