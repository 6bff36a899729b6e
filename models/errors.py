"""The one exception for what a user can mend."""


class UserError(Exception):
    """Something the user can mend: the message is one sentence with the cause and the cure."""
