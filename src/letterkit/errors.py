"""The one exception that a command turns into a clean message; raised only when there can be no result."""


class LetterkitError(Exception):
    """Something the user can mend.

    `message` says what is wrong in one sentence, `hint` what to do about it (may be empty).
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message}\nhint: {self.hint}" if self.hint else self.message
