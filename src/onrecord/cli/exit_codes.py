"""What a command's exit code says."""

from enum import IntEnum


class ExitCode(IntEnum):
    """How a command ended.

    Attributes:
        DONE: Everything was done.
        FAILED: Nothing could be done.
        MISUSED: An unknown command, option or value.
        ISSUES: Done, but for some inputs, each of them named.
        INTERRUPTED: Stopped by Ctrl-C; what was finished is kept.
    """

    DONE = 0
    FAILED = 1
    MISUSED = 2
    ISSUES = 3
    INTERRUPTED = 130
