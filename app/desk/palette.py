"""The palette: every action, every layer of the pass, and what was used of late, found by a few letters."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ...models.model_request import Preparation
from ..session.session import Session
from ..state.looking import Looking
from ..state.settings import Settings
from ..state.state import State
from ..state.wording import class_name
from .action_list import ActionList, keys_text
from .window import Window

if TYPE_CHECKING:
    from ...widgets.controls.command_palette import CommandPalette
    from ...widgets.controls.palette_list import PaletteEntry


@dataclass(frozen=True, slots=True)
class Way:
    """Something that can be done, beside the actions."""

    text: str
    group: str
    do: Callable[[], object]


class Palette(QObject):
    """Opens it, and does what was chosen."""

    def __init__(
        self,
        window: Window,
        state: State,
        session: Session,
        looking: Looking,
        settings: Settings,
        actions: ActionList,
    ) -> None:
        super().__init__(window)
        self._state, self._session, self._looking = state, session, looking
        self._settings, self._actions = settings, actions
        self._ways: dict[str, Callable[[], object]] = {}
        self.more: list[Callable[[], list[Way]]] = []
        """What else can be found in it, asked for each time that it opens."""
        self._window = window
        self._widget: CommandPalette | None = None

    @property
    def widget(self) -> "CommandPalette":
        """Made when it is wanted for the first time: the window is on screen sooner."""
        if self._widget is None:
            from ...widgets.controls.command_palette import CommandPalette

            self._widget = CommandPalette(self._window)
            self._widget.chosen.connect(self._on_chosen)
        return self._widget

    def open(self) -> None:
        """Show it, or take it away where it is open."""
        if self.widget.isVisible():
            self.widget.dismiss()
        else:
            self.widget.ask(self._entries())

    def _entries(self) -> "tuple[PaletteEntry, ...]":
        """What was chosen last stands first, then the actions and the layers in their order."""
        from ...widgets.controls.palette_list import PaletteEntry

        made, self._ways = list[PaletteEntry](), {}
        for listed in self._actions.listed:
            action = listed.action
            entry = PaletteEntry(
                f"{listed.group}/{action.text()}",
                action.text().rstrip(" …"),
                listed.group,
                keys_text(action),
                action.isEnabled(),
                action.isCheckable() and action.isChecked(),
            )
            self._take(made, entry, action.trigger)
        others = (way for ways in self.more for way in ways())
        for way in (*self._layers(), *self._classes(), *self._networks(), *others):
            self._take(made, PaletteEntry(f"{way.group}/{way.text}", way.text, way.group), way.do)
        recent = {key: at for at, key in enumerate(self._settings.recent_actions())}
        return tuple(sorted(made, key=lambda entry: recent.get(entry.key, len(recent))))

    def _take(self, made: "list[PaletteEntry]", entry: "PaletteEntry", do: Callable[[], object]) -> None:
        if entry.key not in self._ways:
            made.append(entry)
            self._ways[entry.key] = do

    def _layers(self) -> list[Way]:
        outcome = self._state.now.outcome
        go, group = self.tr("Go to {0}"), self.tr("Layer")
        layers = enumerate(outcome.layers) if outcome else ()
        return [
            Way(go.format(layer.title), group, lambda index=index: self._looking.select_layer(index))
            for index, layer in layers
        ]

    def _classes(self) -> list[Way]:
        """The classes that attributions can be made for."""
        outcome = self._state.now.outcome
        show, group = self.tr("Attribution of {0}"), self.tr("Overlay")
        return [
            Way(show.format(class_name(one)), group, lambda index=one.index: self._looking.focus(target=index))
            for one in (outcome.predictions if outcome else ())
        ]

    def _networks(self) -> list[Way]:
        load, group = self.tr("Load {0}"), self.tr("Network")
        return [
            Way(
                load.format(" · ".join(part for part in (model, weights) if part)),
                group,
                lambda model=model, weights=weights: self._load(model, weights),
            )
            for model, weights in self._settings.recent_models()
        ]

    def _load(self, model: str, weights: str) -> None:
        """As from the pick list: nothing is trusted or fetched that was not asked for now."""
        self._session.networks.change(
            model=model,
            weights=weights or None,
            labels=None,
            download=False,
            trust=False,
            skip_head=False,
            preparation=Preparation(),
        )

    def _on_chosen(self, key: str) -> None:
        self._settings.save_recent_action(key)
        self._ways[key]()
