"""Who is in touch with whom, as a network: degree, brokers, and paths between two."""

from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import networkx
from sqlalchemy import Connection, select

from onrecord.query.answers import ContactShown
from onrecord.query.asking import Wanted, in_touch
from onrecord.query.naming import find_named
from onrecord.query.period import ALWAYS, Period
from onrecord.query.selecting import read_decisions
from onrecord.store.identity_schema import CONTACT, CONTACT_PARTY, ENTITY, MEMBER

HAPPENED = "happened"
_MAX_PATHS = 5
# Betweenness is exact up to so many people and estimated from so many beyond.
_SAMPLE = 300


@dataclass(frozen=True, slots=True)
class Node:
    """Somebody in the network.

    Attributes:
        name: Who.
        entity_id: The entity.
        n_contacts: How many passages tell of contacts with others.
        n_others: With how many others.
        brokerage: Share of the shortest paths between others that go through them,
            in [0, 1] (betweenness centrality).
    """

    name: str
    entity_id: str
    n_contacts: int
    n_others: int
    brokerage: float


@dataclass(frozen=True, slots=True)
class Step:
    """Two on a path and what is told of their contacts.

    Attributes:
        one: A name.
        other: The next name.
        contacts: What passages tell, each with who tells it.
    """

    one: str
    other: str
    contacts: tuple[ContactShown, ...]


def network(
    connection: Connection,
    *,
    modality: str = HAPPENED,
    period: Period = ALWAYS,
    limit: int = 50,
) -> tuple[Node, ...]:
    """Give those that are in touch with most others.

    Args:
        connection: A reading transaction.
        modality: Which contacts make a link; by default those told as having happened.
        period: Days of publication.
        limit: At most so many.

    Returns:
        People and bodies, those with most others first.
    """
    graph = _graph(connection, modality, period)
    sample = min(_SAMPLE, len(graph)) or None
    brokers = networkx.betweenness_centrality(graph, k=sample, seed=1)
    nodes = [
        Node(
            graph.nodes[key]["name"],
            key,
            graph.degree(key, weight="weight"),
            graph.degree(key),
            round(brokers[key], 4),
        )
        for key in graph
    ]
    ranked = sorted(nodes, key=lambda one: (-one.n_others, -one.n_contacts, one.name))
    return tuple(ranked[:limit])


def paths(
    connection: Connection,
    ends: tuple[str, str],
    *,
    modality: str = HAPPENED,
    period: Period = ALWAYS,
) -> tuple[tuple[Step, ...], ...]:
    """Give the shortest ways from one person to another over contacts.

    Args:
        connection: A reading transaction.
        ends: The two names.
        modality: Which contacts make a link.
        period: Days of publication.

    Returns:
        Up to five paths of the least length; none when there is no way.

    Raises:
        NotFoundError: Nobody has one of the names.
        AmbiguousNameError: Several have it.
    """
    first, last = (find_named(connection, name).entity.id for name in ends)
    graph = _graph(connection, modality, period)
    try:
        found = networkx.all_shortest_paths(graph, first, last)
        shortest = [path for path, _ in zip(found, range(_MAX_PATHS), strict=False)]
    except (networkx.NetworkXNoPath, networkx.NodeNotFound):
        return ()
    wanted = Wanted(modality=modality)
    return tuple(
        tuple(
            Step(
                graph.nodes[one]["name"],
                graph.nodes[other]["name"],
                in_touch(connection, [one, other], wanted),
            )
            for one, other in pairwise(path)
        )
        for path in shortest
    )


def _graph(connection: Connection, modality: str, period: Period) -> Any:
    decisions = read_decisions(connection)
    rejected = set(decisions.rejected)
    rows = connection.execute(
        select(CONTACT.c.id, CONTACT.c.modality, MEMBER.c.entity_id, ENTITY.c.name)
        .join(CONTACT_PARTY, CONTACT_PARTY.c.contact_id == CONTACT.c.id)
        .join(MEMBER, MEMBER.c.profile_id == CONTACT_PARTY.c.profile_id)
        .join(ENTITY, ENTITY.c.id == MEMBER.c.entity_id)
        .where(period.holds(CONTACT.c.day))
        .order_by(CONTACT.c.id)
    )
    parties: defaultdict[str, set[str]] = defaultdict(set)
    names: dict[str, str] = {}
    for key, told, entity, name in rows:
        is_wanted = decisions.corrected(key, "modality", told) == modality
        if is_wanted and key not in rejected:
            parties[key].add(entity)
            names[entity] = name
    graph: Any = networkx.Graph()
    for group in parties.values():
        together = sorted(group)
        for place, one in enumerate(together):
            for other in together[place + 1 :]:
                weight = graph.get_edge_data(one, other, {"weight": 0})["weight"]
                graph.add_edge(one, other, weight=weight + 1)
    for key in graph:
        graph.nodes[key]["name"] = names[key]
    return graph
