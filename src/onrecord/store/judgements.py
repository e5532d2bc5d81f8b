"""Judgements as they were made, the newest last."""

from sqlalchemy import Connection, select

from onrecord.core.errors import NotFoundError
from onrecord.core.identities import Judgement, Verdict
from onrecord.store.identity_schema import JUDGEMENT


def read_judgements(connection: Connection) -> list[Judgement]:
    """Give every judgement, oldest first.

    Args:
        connection: Any transaction.

    Returns:
        The judgements; one that a later one undid says so.
    """
    rows = (
        connection.execute(select(JUDGEMENT).order_by(JUDGEMENT.c.id)).mappings().all()
    )
    undone = {row["subject"] for row in rows if row["verdict"] == Verdict.UNDO}
    return [
        Judgement(
            **{**row, "verdict": Verdict(row["verdict"])},
            is_undone=str(row["id"]) in undone,
        )
        for row in rows
    ]


def find_judgement(connection: Connection, number: int) -> Judgement:
    """Give one judgement.

    Raises:
        NotFoundError: There is none of that number.
    """
    for judgement in read_judgements(connection):
        if judgement.id == number:
            return judgement
    raise NotFoundError(f"no judgement {number!r}; `onrecord judge list` shows them")
