"""Every frame of a film is found by its exact number, from any place, at its exact time."""

import struct
import sys
from pathlib import Path

import numpy as np
import pytest
from attnscope.models.errors import UserError
from attnscope.models.pictures.film_files import open_film
from attnscope.models.pictures.films import Film, number_at
from attnscope.models.pictures.frame_cache import FrameCache
from PIL import Image

from ..filming import HEIGHT, WIDTH, frame, number_in, write_pictures, write_sound, write_video

OPEN_GOP = {"x264-params": "open-gop=1:keyint=12:bframes=3"}
HIDDEN = {"auto-alt-ref": "1", "lag-in-frames": "16"}
KINDS = [
    ("a.mp4", "libx264", {}),
    ("a.mov", "mpeg4", {}),
    ("leading frames.mkv", "libx264", OPEN_GOP),
    ("hidden frames.webm", "libvpx", HIDDEN),
    ("夏 #1 100%d.webm", "libvpx-vp9", HIDDEN),
    ("a:b.avi", "mpeg4", {}),
    ("a.mpg", "mpeg2video", {}),
]


def waiting() -> bool:
    """Nobody gives up."""
    return False


def opened(path: Path) -> Film:
    film = open_film(path, waiting)
    assert film is not None
    return film


def shown(film: Film, number: int) -> int:
    pixels = film.frame(number, waiting)
    assert pixels is not None
    return number_in(pixels)


@pytest.mark.parametrize(("name", "codec", "options"), KINDS, ids=[name for name, *_ in KINDS])
def test_every_frame_is_the_one_that_was_asked_for(tmp_path, name, codec, options):
    film = opened(write_video(tmp_path / name, codec, 40, options))
    order = [39, 0, *np.random.default_rng(3).permutation(40).tolist(), *range(20, 9, -1)]
    assert [shown(film, number) for number in order] == order
    film.close()


def test_without_the_cache_too(tmp_path):
    film = opened(write_video(tmp_path / "a.mp4", "libx264"))
    film._cache = FrameCache(1)
    order = [25, 26, 24, 12, 11, 39, 13, 0]
    assert [shown(film, number) for number in order] == order


def test_times_and_length_are_those_of_the_file(tmp_path):
    film = opened(write_video(tmp_path / "a.mp4", "libx264", 30))
    assert film.times == pytest.approx(np.arange(30) / 25)
    assert film.length == pytest.approx(30 / 25)


def test_a_variable_rate_keeps_its_times(tmp_path):
    stamps = [number * number for number in range(40)]
    film = opened(write_video(tmp_path / "a.mkv", "libx264", 40, stamps=stamps))
    assert film.times == pytest.approx(np.array(stamps) / 1000)
    assert [shown(film, number) for number in (39, 20, 21)] == [39, 20, 21]
    assert shown(film, number_at(film.times, 0.402)) == 20  # 0.400 s is the 20th frame, 0.441 s the next


def test_pixels_that_are_not_square_are_made_so(tmp_path):
    film = opened(write_video(tmp_path / "a.mkv", "mpeg4", 2, aspect="2/1"))
    pixels = film.frame(0, waiting)
    assert pixels.shape == (HEIGHT, 2 * WIDTH, 3)


def test_a_film_that_was_taken_upright_stands_upright(tmp_path):
    path = write_video(tmp_path / "a.mp4", "mpeg4", 3)
    turn_by_a_quarter(path)
    pixels = opened(path).frame(1, waiting)
    assert pixels.shape == (WIDTH, HEIGHT, 3)
    # Frame 1 has its white stripe at the left; a quarter with the clock brings it to the top.
    assert pixels[2].mean() > 180 > 60 > pixels[-3].mean()


def turn_by_a_quarter(path: Path) -> None:
    """As telephones write it: the matrix of the track's header (ISO 14496-12, 8.3.2) turns 90 degrees clockwise."""
    data = bytearray(path.read_bytes())
    one, width = 1 << 16, 1 << 30
    upright = struct.pack(">9i", one, 0, 0, 0, one, 0, 0, 0, width)
    at = data.index(upright, data.index(b"tkhd"))
    data[at : at + 36] = struct.pack(">9i", 0, one, 0, -one, 0, 0, HEIGHT << 16, 0, width)
    path.write_bytes(data)


def test_a_file_that_is_broken_off_shows_what_there_is(tmp_path):
    path = write_video(tmp_path / "a.mkv", "mpeg4", 40)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) * 2 // 3])
    film = opened(path)
    assert 5 < len(film.times) < 40
    assert [shown(film, number) for number in (0, 3, 1)] == [0, 3, 1]


def test_frames_behind_damage_can_still_be_reached(tmp_path):
    path = write_video(tmp_path / "a.avi", "mpeg4", 40)
    data = bytearray(path.read_bytes())
    middle = len(data) // 2
    data[middle : middle + 200] = bytes(200)
    path.write_bytes(data)
    film = opened(path)
    assert shown(film, 0) == 0
    assert shown(film, len(film.times) - 1) == 39


@pytest.mark.parametrize("body", [b"no video at all", bytes(4000), b"#EXTM3U\n#EXTINF:1\nhttp://127.0.0.1:9/a.ts\n"])
def test_what_is_no_video_is_one_sentence(tmp_path, body):
    path = tmp_path / "a.mp4"
    path.write_bytes(body)
    with pytest.raises(UserError, match=r"a\.mp4 is no video"):
        open_film(path, waiting)


def test_sound_alone_is_no_video(tmp_path):
    with pytest.raises(UserError, match=r"no video in a\.mkv"):
        open_film(write_sound(tmp_path / "a.mkv"), waiting)


def test_a_file_that_is_gone_is_said(tmp_path):
    with pytest.raises(UserError, match=r"There is no file gone\.mp4"):
        open_film(tmp_path / "gone.mp4", waiting)


def test_what_nobody_waits_for_is_given_up(tmp_path):
    path = write_video(tmp_path / "a.mp4", "libx264", 40)
    assert opened(path).frame(39, lambda: True) is None


def test_every_kind_of_animated_picture_goes_frame_by_frame(tmp_path):
    for name, options in (("a.gif", {}), ("a.webp", {"lossless": True}), ("a.png", {}), ("a.tif", {})):
        film = opened(write_pictures(tmp_path / name, 5, duration=80, **options))
        order = [4, 0, 3, 2, 1, 4]
        assert [shown(film, number) for number in order] == order, name
        film.close()


def test_an_animation_has_its_times_and_pages_have_none(tmp_path):
    film = opened(write_pictures(tmp_path / "a.gif", 4, duration=[100, 200, 40, 60]))
    assert film.times == pytest.approx([0, 0.1, 0.3, 0.34])
    assert film.length == pytest.approx(0.4)
    pages = opened(write_pictures(tmp_path / "a.tif", 3))
    assert (pages.length, list(pages.times)) == (0, [0, 0, 0])


def test_a_gif_without_a_time_is_as_slow_as_browsers_show_it(tmp_path):
    assert opened(write_pictures(tmp_path / "a.gif", 3, duration=0)).length == pytest.approx(0.3)


def test_a_picture_of_one_frame_is_no_film(tmp_path):
    Image.fromarray(frame(0)).save(tmp_path / "a.gif")
    with pytest.raises(UserError, match="one frame only"):
        open_film(tmp_path / "a.gif", waiting)


def test_the_frame_of_a_time_is_the_last_that_began_by_then():
    times = np.array([0, 0.1, 0.3])
    assert [number_at(times, second) for second in (-1, 0, 0.0999, 0.1, 0.29, 0.3, 9)] == [0, 0, 0, 1, 1, 2, 2]


def test_the_cache_keeps_the_newest_within_its_bytes():
    cache = FrameCache(limit=250)
    for number in range(4):
        cache.put(number, np.zeros(100, np.uint8))
    assert [number for number in range(4) if cache.get(number) is not None] == [2, 3]
    cache.put(9, np.zeros(900, np.uint8))
    assert cache.get(9) is not None
    assert cache.get(3) is None


def test_without_the_package_that_reads_videos_it_says_how_to_get_it(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "attnscope.models.pictures.video_frames", None)
    with pytest.raises(UserError, match="pip install"):
        open_film(tmp_path / "a.mp4", waiting)
