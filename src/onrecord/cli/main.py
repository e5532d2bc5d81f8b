"""The command ``onrecord``: its commands, and how each of them can end."""

import logging
import sys
from collections.abc import Sequence
from types import MappingProxyType

import click

from onrecord.cli.exit_codes import ExitCode
from onrecord.cli.lazy import LazyCommands, LazyGroup
from onrecord.cli.terminal import drop_output, say, use_utf8
from onrecord.core.errors import OnRecordError

LINES = MappingProxyType(
    {
        "demo": "Read invented articles and show their record, to see what it is.",
        "read": "Show who said what and who met whom in articles; keep nothing.",
        "add": "Read articles and keep their records in an archive.",
        "list": "List what an archive holds.",
        "show": "Show the record of one document in an archive.",
        "copies": "Show reprints and wire copy, which count as one.",
        "versions": "Show how the text of a page changed.",
        "who": "Show what is on record about a person or a body.",
        "said": "Show what somebody is given as saying.",
        "contacts": "Show who was in touch, and who says that they were not.",
        "timeline": "Show contacts and statements of somebody in the order of time.",
        "network": "Show who is in touch with most others, or ways between two.",
        "search": "Find passages by their words, each with who says it.",
        "judge": "Decide about identities and findings, for good.",
        "reference": "Load lists of people and the posts that they held.",
        "resolve": "Work out who is who across documents, ahead of questions.",
        "verify": "Re-read an archive and compare every passage with its text.",
        "schema": "Print the JSON Schema of the record.",
    }
)
_MODULES = MappingProxyType({name: f"onrecord.cli.{name}" for name in LINES})
_LEVELS = (logging.WARNING, logging.INFO, logging.DEBUG)

EXAMPLES = """\b
Examples:
  onrecord demo
  onrecord read article.txt --published 2024-05-17
  onrecord add news/ https://example.org/article.html
  onrecord list
  onrecord show article.txt --format html --output article.html
  onrecord who "Ilse Maarten"

\b
Exit codes: 0 done, 1 failed, 2 misused, 3 done but some inputs failed,
130 stopped by Ctrl-C.
"""


@click.group(
    cls=LazyGroup,
    commands=LazyCommands(_MODULES),
    lines=LINES,
    epilog=EXAMPLES,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(package_name="onrecord", message="%(prog)s %(version)s")
@click.option(
    "-v",
    "--verbose",
    count=True,
    help="Say what is done; twice, also details that may quote articles.",
)
def cli(verbose: int) -> None:
    """Who met whom, who said what and who denies it, each line on its exact words.

    Everything stays on this machine.
    """
    logging.basicConfig(format="%(levelname)s %(name)s: %(message)s")
    # Ours alone: what libraries log at this level concerns nobody here.
    logging.getLogger("onrecord").setLevel(_LEVELS[min(verbose, 2)])


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and say how it ended.

    Args:
        arguments: What stands behind ``onrecord``; None takes it from the process.

    Returns:
        The exit code; see `ExitCode`.
    """
    use_utf8()
    try:
        code = cli.main(arguments, prog_name="onrecord", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        return ExitCode.INTERRUPTED
    except OnRecordError as error:
        say(f"Error: {error}")
        return ExitCode.FAILED
    except BrokenPipeError:
        drop_output()
        return ExitCode.FAILED
    except OSError as error:
        drop_output()
        say(f"Error: the output cannot be written: {error}; make room or name another")
        return ExitCode.FAILED
    return int(code or ExitCode.DONE)
