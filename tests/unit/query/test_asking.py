"""Statements, contacts and timelines: narrowed, ordered, each with its claimant."""

from datetime import date

import pytest

from onrecord.core.errors import NotFoundError
from onrecord.query.asking import Wanted
from onrecord.query.opened import OpenArchive
from onrecord.query.period import Period


class TestSaid:
    def test_gives_claimant_stance_words_and_place(self, archive: OpenArchive) -> None:
        [denial] = archive.said("Osei")
        assert denial.claimant.name == "Daniel Osei"
        assert denial.stance == "denies"
        assert denial.quote == "that pipeline sanctions were raised"
        assert denial.source.shown == "Courier, 2017-02-10"
        assert denial.span[0] < denial.span[1]

    def test_about_a_person_or_words(self, archive: OpenArchive) -> None:
        by_name = archive.said("Maarten", Wanted(about="Sergei Kostin"))
        by_words = archive.said("Maarten", Wanted(about="the SANCTIONS"))
        assert by_name == by_words != ()
        assert archive.said("Maarten", Wanted(about="barley")) == ()

    def test_by_stance(self, archive: OpenArchive) -> None:
        assert archive.said("Maarten", Wanted(stance="denies")) == ()
        assert len(archive.said("Maarten", Wanted(stance="states"))) == 1

    @pytest.mark.parametrize(
        ("period", "n"),
        [
            (Period(date(2017, 2, 10), date(2017, 2, 10)), 1),
            (Period(date(2017, 2, 11)), 0),
            (Period(last=date(2017, 2, 9)), 0),
        ],
        ids=["that day", "after", "before"],
    )
    def test_by_day(self, archive: OpenArchive, period: Period, n: int) -> None:
        assert len(archive.said("Osei", Wanted(period=period))) == n


class TestContacts:
    def test_of_one(self, archive: OpenArchive) -> None:
        found = archive.contacts(["Kostin"])
        assert [one.modality for one in found].count("denied") == 1
        assert len(found) == 4
        [tower] = [one for one in found if one.place]
        assert tower.place == "Harbour Tower"
        assert tower.claimant.name == "Ledger, in its own words"

    def test_between_two(self, archive: OpenArchive) -> None:
        assert len(archive.contacts(["Kostin", "Lindqvist"])) == 1
        assert archive.contacts(["Osei", "Lindqvist"]) == ()

    def test_a_denied_contact_is_never_among_those_that_happened(
        self, archive: OpenArchive
    ) -> None:
        held = archive.contacts(["Kostin"], Wanted(modality="happened"))
        denied = archive.contacts(["Kostin"], Wanted(modality="denied"))
        assert len(held) == 3
        [contact] = denied
        assert contact.claimant.name == "Daniel Osei"
        assert contact.stance == "denies"
        assert contact not in held

    def test_of_nobody(self, archive: OpenArchive) -> None:
        with pytest.raises(NotFoundError):
            archive.contacts(["Thandi Grosheim"])

    def test_of_everybody_by_kind_and_day(self, archive: OpenArchive) -> None:
        march = Period(date(2017, 3, 1), date(2017, 3, 31))
        assert len(archive.contacts((), Wanted(period=march))) == 2
        assert archive.contacts((), Wanted(kind="call")) == ()


def test_timeline_is_in_the_order_of_days(archive: OpenArchive) -> None:
    found = archive.timeline("Osei")
    days = [one.source.published for one in found]
    assert days == sorted(days)  # type: ignore[type-var]
    assert len(found) == 4


def test_network_counts_only_what_happened(archive: OpenArchive) -> None:
    nodes = {one.name: one for one in archive.network()}
    envoy = nodes[archive.who("Kostin").entity.name]
    assert (envoy.n_others, envoy.n_contacts) == (2, 3)
    assert envoy.brokerage == 1.0
    assert nodes["Daniel Osei"].brokerage == 0.0


def test_paths_hold_the_contacts_they_rest_on(archive: OpenArchive) -> None:
    [[first, second]] = archive.paths("Osei", "Lindqvist")
    assert first.other == second.one == archive.who("Kostin").entity.name
    assert all(one.modality == "happened" for one in first.contacts)
    assert archive.paths("Osei", "Maarten") == ()
