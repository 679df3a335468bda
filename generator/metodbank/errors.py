"""The failures that end a command, and the exit code of each.

Everything that is wrong *inside the data* is a `Problem` and ends nothing; these are the rest:

    MetodbankError
    ├── UsageError     exit 2   the command was asked for something that cannot be
    └── BuildFailed    exit 1   nothing could be published; the last good site stands

Any other exception is a bug of ours (exit 3).
"""


class MetodbankError(Exception):
    """A failure with a Russian message for whoever typed the command."""

    exit_code = 1


class UsageError(MetodbankError):
    """The root, the output folder or an option is not what the command can work with."""

    exit_code = 2


class BuildFailed(MetodbankError):
    """Nothing could be published."""

    exit_code = 1


class NoSuchRoot(UsageError):
    """The folder that should hold the base does not exist."""

    def __init__(self, root: object) -> None:
        super().__init__(f"Папки «{root}» нет. Укажите корень базы: --root ПАПКА.")
