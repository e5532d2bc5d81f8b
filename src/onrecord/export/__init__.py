"""Writes records in the formats that people and their tools read."""

from collections.abc import Mapping
from types import MappingProxyType

from onrecord.export.brat import BratExporter
from onrecord.export.html import HtmlExporter
from onrecord.export.json_lines import JsonExporter
from onrecord.export.protocol import Exporter, ExportOptions
from onrecord.export.text import TextExporter

__all__ = ["EXPORTERS", "ExportOptions", "Exporter"]

_ALL: tuple[Exporter, ...] = (
    TextExporter(),
    JsonExporter(),
    HtmlExporter(),
    BratExporter(),
)

#: Every format that ``--format`` takes, by its name.
EXPORTERS: Mapping[str, Exporter] = MappingProxyType(
    {exporter.name: exporter for exporter in _ALL}
)
