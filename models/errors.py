"""The one exception for what a user can mend, and the one warning for what he should know."""


class UserError(Exception):
    """Something the user can mend: the message is one sentence with the cause and the cure."""


class NoConnectionError(UserError):
    """What was to be fetched cannot be reached."""


class RecordingWarning(UserWarning):
    """Something to know before a pass is recorded; also in the notes of its trace."""
