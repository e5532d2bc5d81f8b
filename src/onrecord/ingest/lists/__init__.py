"""Lists of addresses: feeds, outlines of feeds, sitemaps."""

from onrecord.ingest.lists.addresses_of import read_list

__all__ = ["read_list"]
