"""Profiles to the rows that the archive keeps, and back."""

import json
from datetime import date

from onrecord.core.identities import ProfileRow
from onrecord.core.labels import EntityKind
from onrecord.resolve.offices import Office
from onrecord.resolve.profiles import Profile


def to_row(profile: Profile) -> ProfileRow:
    """Give a profile as it is kept.

    Args:
        profile: A profile.

    Returns:
        Its row.
    """
    found = {
        "names": profile.names,
        "offices": sorted(
            [one.role, one.of, one.at, one.is_former] for one in profile.offices
        ),
        "company": sorted(profile.company),
        "words": sorted(profile.words),
        "day": profile.day.isoformat() if profile.day else None,
    }
    return ProfileRow(
        profile.id,
        profile.document_id,
        profile.kind.value,
        profile.block,
        tuple(sorted({one.key for one in profile.offices})),
        profile.shown,
        json.dumps(found, ensure_ascii=False, separators=(",", ":")),
    )


def from_row(row: ProfileRow) -> Profile:
    """Give a profile back.

    Args:
        row: What `to_row` gave.

    Returns:
        The profile.
    """
    found = json.loads(row.json)
    return Profile(
        row.id,
        row.document_id,
        EntityKind(row.kind),
        names=tuple(found["names"]),
        shown=row.shown,
        offices=frozenset(Office(*one) for one in found["offices"]),
        company=frozenset(found["company"]),
        words=frozenset(found["words"]),
        day=date.fromisoformat(found["day"]) if found["day"] else None,
    )
