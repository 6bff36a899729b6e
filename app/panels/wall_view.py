"""The middle, when the whole network is looked at: every head of every layer at the picked query."""

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from ...models.pictures.images import Picture
from ...models.records import PassInfo
from ...widgets.controls.text_line import TextLine
from ...widgets.heads.heads_wall import HeadsWall
from ...widgets.look.empty_page import EmptyPage
from ..state.captions import head_captions
from ..state.looking import Looking
from ..state.state import Answer, State
from ..state.wording import query_text
from .seen_photo import seen_photo
from .wall_scale import row_ends, scale_sentence, shared_ends

_SHOWN = frozenset({"outcome", "focus", "answers", "refused", "look", "picture", "pictured"})


class WallView(QWidget):
    """Shows the answers to "wall" on a `HeadsWall`; a click looks at a head, a double click opens it in the picture."""

    def __init__(self, state: State, looking: Looking) -> None:
        super().__init__()
        self._state, self._looking = state, looking
        self._placed: list[int] = []
        self._rows: dict[int, object] = {}
        """What each row shows: its answer, and how it is drawn."""
        self._photo_of: tuple[Picture | None, PassInfo | None] = (None, None)
        self._title, self._note = TextLine("title"), TextLine("caption")
        self.wall, self._empty = HeadsWall(), EmptyPage()
        self._photo = QCheckBox(self.tr("photo"))
        self._photo.setToolTip(self.tr("Lay the photo faintly under every map"))
        self._whole = QPushButton(self.tr("Whole sheet"))
        self._whole.setToolTip(self.tr("Show every head of every layer  (0); Ctrl and the wheel, + and − zoom"))
        self._pages = QStackedWidget()
        self._lay_out()
        self.wall.head_selected.connect(self._on_selected)
        self.wall.head_opened.connect(self._on_opened)
        self._photo.toggled.connect(self._show_photo)
        self._whole.clicked.connect(self.wall.fit)
        state.changed.connect(self._on_changed)
        self._on_changed(_SHOWN)

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        for widget, stretch in ((self._title, 1), (self._photo, 0), (self._whole, 0)):
            above.addWidget(widget, stretch)
        for page in (self.wall, self._empty):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(above)
        column.addWidget(self._pages, 1)
        column.addWidget(self._note)
        self.setFocusProxy(self.wall)

    # ------------------------------------------------------------------ state -> widgets

    def _on_changed(self, names: frozenset[str]) -> None:
        now = self._state.now
        if now.focus.view != "wall" or not names & _SHOWN:
            return
        placed = _placed(now.outcome)
        self._pages.setCurrentWidget(self.wall if placed else self._empty)
        for control in (self._photo, self._whole):
            control.setEnabled(bool(placed))
        if not placed or now.outcome is None:
            self._show_nothing()
            return
        self._show_layers(now.outcome, placed)
        self._show_maps(now.outcome)
        self._show_photo()
        self._show_focus(now.outcome)

    def _show_nothing(self) -> None:
        self._title.show_text("")
        self._note.show_text("")
        if self._state.now.outcome is None:
            self._empty.set_text(self.tr("Nothing has run yet"), self.tr("Drop an image on the window"))
        else:
            hint = self.tr("Choose a vision transformer in the Network menu")
            self._empty.set_text(self.tr("No heads with a place on the picture"), hint)

    def _show_layers(self, outcome: PassInfo, placed: list[int]) -> None:
        """Other rows only where they differ: the next picture keeps zoom and place."""
        self._placed = placed
        layers = [(outcome.layers[index].title, outcome.layers[index].heads) for index in placed]
        ratio = outcome.input_size[0] / outcome.input_size[1]
        wall = self.wall.wall()
        if layers != [(row.title, row.heads) for row in wall.rows] or ratio != wall.ratio:
            self._rows.clear()
            self.wall.set_layers(layers, ratio)

    def _show_maps(self, outcome: PassInfo) -> None:
        look, answers = self._state.now.look, self._answers("wall:")
        shared = shared_ends(look, outcome, list(answers.values()), self._answers("range:"))
        for row, index in enumerate(self._placed):
            answer = answers.get(index)
            none = answer is None and f"wall:{index}" in self._state.now.refused
            shown = none if answer is None else (id(answer), look.scale, look.clip, shared, look.colours)
            if shown == self._rows.get(row, False):
                continue
            self._rows[row] = shown
            if answer is None:
                self.wall.set_maps(row, None, none=none)
            else:
                ends, box = row_ends(look, answer, shared), _box(answer, outcome)
                self.wall.set_maps(row, answer.array(), ends, box, look.colours)
        self._note.show_text(" · ".join([scale_sentence(look, shared), *self._left_out(outcome)]))

    def _left_out(self, outcome: PassInfo) -> list[str]:
        """That there are heads that have no place on the picture."""
        count = sum(layer.kind == "heads" for layer in outcome.layers) - len(self._placed)
        text = self.tr("{0} layers without a place on the picture are left out")
        return [text.format(count)] if count else []

    def _show_photo(self) -> None:
        now = self._state.now
        fresh = now.picture is not None and now.picture is now.pictured and now.outcome is not None
        wished = (now.picture, now.outcome) if self._photo.isChecked() and fresh else (None, None)
        if wished == self._photo_of:
            return
        self._photo_of = wished
        picture, outcome = wished
        self.wall.set_photo(seen_photo(picture, outcome) if picture and outcome else None)

    def _show_focus(self, outcome: PassInfo) -> None:
        now = self._state.now
        row = self._placed.index(now.focus.layer) if now.focus.layer in self._placed else None
        answer = now.answers.get("heads")
        for number in range(len(self._placed)):
            told = head_captions(answer) if answer and number == row else []
            self.wall.set_facts(number, [caption.partition("\n")[2] for caption in told])
        self.wall.set_current(row, now.focus.head)
        layer = outcome.layers[now.focus.layer if row is not None else self._placed[0]]
        heads = sum(outcome.layers[index].heads for index in self._placed)
        what = self.tr("{0} heads of {1} layers").format(heads, len(self._placed))
        self._title.show_text(f"{what}  ·  {query_text(layer, now.focus, None)}")

    def _answers(self, prefix: str) -> dict[int, Answer]:
        found = self._state.now.answers.items()
        return {int(slot[len(prefix) :]): answer for slot, answer in found if slot.startswith(prefix)}

    # ------------------------------------------------------------------ wishes

    def _on_selected(self, row: int, head: int) -> None:
        self._looking.select_layer(self._placed[row])
        self._looking.focus(head=head)

    def _on_opened(self, row: int, head: int) -> None:
        self._on_selected(row, head)
        self._looking.focus(view="picture")


def _placed(outcome: PassInfo | None) -> list[int]:
    """The layers of heads that have a place on the picture."""
    layers = outcome.layers if outcome else ()
    return [index for index, layer in enumerate(layers) if layer.kind == "heads" and layer.places]


def _box(answer: Answer, outcome: PassInfo) -> tuple[float, float, float, float]:
    """Where the maps lie: x, y, width, height in shares of the network's input."""
    rows, columns = outcome.input_size
    top, left, bottom, right = answer.message.header["extent"]
    return left / columns, top / rows, (right - left) / columns, (bottom - top) / rows
