"""How far what takes long is, across the window, with a way to stop it."""

from ...widgets.controls.progress_line import ProgressLine
from ...widgets.look.sentences import translated
from ..session.session import Session
from ..state.state import State


class ProgressPanel(ProgressLine):
    """Shows what the state says of work that has a size; hidden otherwise."""

    def __init__(self, state: State, session: Session) -> None:
        super().__init__()
        self.setContentsMargins(12, 4, 12, 6)
        self._state = state
        self.cancel_requested.connect(session.cancel)
        state.changed.connect(self._on_changed)

    def _on_changed(self, names: frozenset[str]) -> None:
        if not names & {"amount", "progress", "activity", "working"}:
            return
        now = self._state.now
        done, total = now.amount
        if done or total:
            self.set_progress(translated(now.progress), done, total)
        elif now.working[0]:
            what, done, total = now.working
            self.set_steps(translated(what), done, total)
        else:
            self.clear()
