"""A group whose commands are imported when they are asked for.

Readers and databases take a second to import; ``onrecord --help`` needs neither. This
is the one place that imports by name, so that no command imports inside a function.
"""

import importlib
from collections.abc import Iterator, Mapping, MutableMapping

import click


class LazyCommands(MutableMapping[str, click.Command]):
    """Commands by name, each imported from its module on first use.

    Args:
        modules: Name of a command to the module that holds it as ``command``.
    """

    def __init__(self, modules: Mapping[str, str]) -> None:
        self._modules = dict(modules)
        self._loaded: dict[str, click.Command] = {}

    def __getitem__(self, name: str) -> click.Command:
        """Give a command, importing it if need be."""
        if name not in self._loaded:
            module = importlib.import_module(self._modules[name])
            self._loaded[name] = module.command
        return self._loaded[name]

    def __setitem__(self, name: str, command: click.Command) -> None:
        """Add a command that is there already."""
        self._modules[name] = command.__module__
        self._loaded[name] = command

    def __delitem__(self, name: str) -> None:
        """Forget a command."""
        del self._modules[name]
        self._loaded.pop(name, None)

    def __iter__(self) -> Iterator[str]:
        """Give the names, without importing anything."""
        return iter(self._modules)

    def __len__(self) -> int:
        """Count the commands."""
        return len(self._modules)


class LazyGroup(click.Group):
    """A group that knows a line about each command without importing it.

    Args:
        commands: The commands.
        lines: What the group's help says of each, in this order.
        **attributes: As for `click.Group`.
    """

    def __init__(
        self,
        *,
        commands: LazyCommands | None = None,
        lines: Mapping[str, str] | None = None,
        **attributes: object,
    ) -> None:
        super().__init__(commands=commands, **attributes)  # type: ignore[arg-type]
        self._lines = dict(lines or {})

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Give the names in the order in which they are met by a newcomer."""
        del ctx
        return list(self._lines)

    def format_commands(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        """Write the list of commands."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl(list(self._lines.items()))
