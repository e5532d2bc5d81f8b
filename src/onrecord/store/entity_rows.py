"""The rows of entities and of whoever belongs to them."""

import json
from collections.abc import Iterable
from typing import Any

from onrecord.core.identities import Membership, Person
from onrecord.store.identity_schema import ENTITY, ENTITY_NAME, ENTITY_WORD, MEMBER


def entity_rows(people: Iterable[Person]) -> dict[str, list[dict[str, Any]]]:
    """Give the rows of people by table."""
    rows: dict[str, list[dict[str, Any]]] = {
        table.name: [] for table in (ENTITY, MEMBER, ENTITY_NAME, ENTITY_WORD)
    }
    for person in people:
        first, last = person.days
        rows["entity"].append(
            {
                "id": person.id,
                "kind": person.kind,
                "name": person.name,
                "n_documents": person.n_documents,
                "first_day": first,
                "last_day": last,
            }
        )
        rows["member"] += [member_row(one, person.id) for one in person.members]
        rows["entity_name"] += [
            {"entity_id": person.id, "name": name, "key": key, "n_documents": n}
            for (name, key), n in sorted(person.names.items())
        ]
        rows["entity_word"] += [
            {"word": word, "entity_id": person.id} for word in sorted(person.words)
        ]
    return rows


def member_row(membership: Membership, entity: str) -> dict[str, Any]:
    """Give the row of one document's entity that belongs to an entity."""
    why = {
        "reasons": membership.reasons,
        "rejected": membership.rejected,
        "rejected_prob": round(membership.rejected_prob, 4),
        "rejected_reasons": membership.rejected_reasons,
    }
    return {
        "profile_id": membership.profile,
        "entity_id": entity,
        "prob": membership.prob,
        "why": json.dumps(why, ensure_ascii=False),
    }
