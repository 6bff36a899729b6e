"""Both themes can be read, and a widget finds out which one it has."""

import pytest
from attnscope.widgets.look.theme import DARK, LIGHT, apply_theme, blend, caption_font, theme_of
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QWidget

THEMES = pytest.mark.parametrize("theme", [DARK, LIGHT], ids=["dark", "light"])


def luminance(colour: QColor) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    colours = (colour.redF(), colour.greenF(), colour.blueF())
    parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colours]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: QColor, other: QColor) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_the_formula_gives_21_for_black_on_white():
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21)


@THEMES
@pytest.mark.parametrize("ground", ["window", "panel", "raised", "chosen"])
@pytest.mark.parametrize("ink", ["text", "muted", "accent", "warning", "error"])
def test_text_can_be_read(theme, ink, ground):
    assert contrast(getattr(theme, ink), getattr(theme, ground)) >= 4.5


@THEMES
def test_text_on_the_accent_can_be_read(theme):
    assert contrast(theme.on_accent, theme.accent) >= 4.5


@THEMES
@pytest.mark.parametrize("level", ["accent", "warning", "error"])
def test_text_of_a_message_can_be_read_on_its_tinted_ground(theme, level):
    assert contrast(theme.text, blend(theme.window, getattr(theme, level), 0.12)) >= 4.5


@THEMES
def test_a_badge_can_be_read(theme):
    assert contrast(theme.warning, blend(theme.window, theme.warning, 0.2)) >= 4.5


@THEMES
def test_bars_stand_out_from_the_window_and_the_selected_one_from_them(theme):
    assert contrast(theme.good, theme.raised) >= 3
    assert contrast(theme.accent, theme.bars) >= 1.6


@THEMES
def test_a_widget_knows_its_theme(qapp, qtbot, theme):
    apply_theme(qapp, theme)
    widget = QWidget()
    qtbot.addWidget(widget)
    assert theme_of(widget) is theme
    assert theme.dark == (theme is DARK)


def test_changing_the_theme_repaints_what_is_on_screen(qapp, qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    apply_theme(qapp, LIGHT)
    assert widget.grab().toImage().pixelColor(3, 3) == LIGHT.window


def test_captions_are_smaller_than_their_font_in_points_and_in_pixels():
    points, dots = QFont(), QFont()
    points.setPointSizeF(10)
    dots.setPixelSize(20)
    assert caption_font(points).pointSizeF() == pytest.approx(8.6)
    assert caption_font(dots).pixelSize() == 17
