"""Who is one, who stays apart, and what is said about it."""

import random
from collections.abc import Iterable, Sequence

import pytest

from onrecord.core import EntityKind
from onrecord.resolve.bodies import cluster_bodies
from onrecord.resolve.clusters import cluster_people
from onrecord.resolve.constraints import Constraints
from onrecord.resolve.links import JUDGED, Cluster
from onrecord.resolve.offices import Office
from onrecord.resolve.profiles import Profile

AFFAIR = ("p:osei", "p:maarten", "p:lindkuist")
WORDS = ("pipeline", "sanctions", "talks", "december", "tower")
FARM = ("p:grosheim", "p:tuomi")
CROPS = ("harvest", "barley", "drought", "tractor", "fields")
ENVOY = Office("ambassador", "norway")


def person(
    number: int,
    name: str,
    *,
    company: Iterable[str] = AFFAIR,
    words: Iterable[str] = WORDS,
    offices: Iterable[Office] = (),
) -> Profile:
    return Profile(
        f"ety_{number:02}",
        f"doc_{number:02}",
        EntityKind.PERSON,
        names=(name,),
        shown=name,
        offices=frozenset(offices),
        company=frozenset(company),
        words=frozenset(words),
    )


def groups(clusters: Sequence[Cluster]) -> set[frozenset[str]]:
    return {
        frozenset(one.id[-2:].lstrip("0") for one in cluster.portrait.members)
        for cluster in clusters
    }


SPELLINGS = [
    person(1, "Sergey Kostin", offices=[ENVOY]),
    person(2, "Sergei Kostin"),
    person(3, "Kostin"),
    person(4, "Sergey I. Kostin", offices=[ENVOY]),
    person(5, "Sergey Kositn"),
]


def test_spellings_and_bare_surname_are_gathered() -> None:
    [cluster] = cluster_people(SPELLINGS)
    assert cluster.portrait.shown in {"Sergey Kostin", "Sergei Kostin"}
    assert len(cluster.portrait.members) == 5


def test_every_link_says_why() -> None:
    [cluster] = cluster_people(SPELLINGS)
    assert set(cluster.links) == {one.id for one in SPELLINGS}
    told = [link.reasons for link in cluster.links.values()]
    # One begins the cluster; every other is in it by its name and something else.
    assert sum(reasons == ("the only one of the name here",) for reasons in told) == 1
    for reasons in told:
        assert len(reasons) == 1 or reasons[0].startswith("name:")


def test_two_of_one_name_stay_apart_without_a_second_reason() -> None:
    envoy = person(1, "Sergey Kostin", offices=[ENVOY])
    farmer = person(2, "Sergey Kostin", company=FARM, words=CROPS)
    clusters = cluster_people([envoy, farmer])
    assert groups(clusters) == {frozenset("1"), frozenset("2")}


def test_the_rejected_namesake_is_shown() -> None:
    envoy = person(1, "Sergey Kostin", offices=[ENVOY])
    farmer = person(2, "Sergey Kostin", company=FARM, words=CROPS)
    links = {
        member: link
        for cluster in cluster_people([envoy, farmer])
        for member, link in cluster.links.items()
    }
    assert links["ety_02"].rejected == "ety_01"
    assert links["ety_02"].rejected_prob < 0.5
    assert links["ety_02"].rejected_reasons == ("name: Sergey Kostin – Sergey Kostin",)


def test_relatives_in_one_story_stay_apart() -> None:
    clusters = cluster_people([person(1, "Sergey Kostin"), person(2, "Viktor Kostin")])
    assert len(clusters) == 2


def test_father_and_son_of_one_name_stay_apart() -> None:
    clusters = cluster_people(
        [person(1, "Sergey Kostin"), person(2, "Sergey Kostin Jr.")]
    )
    assert len(clusters) == 2


def test_a_number_behind_the_name_is_often_left_out() -> None:
    one, other = person(1, "Robert Kostin III"), person(2, "Robert Kostin")
    assert len(cluster_people([one, other])) == 1


def test_a_bare_surname_that_fits_two_goes_to_neither() -> None:
    clusters = cluster_people(
        [person(1, "Sergey Kostin"), person(2, "Viktor Kostin"), person(3, "Kostin")]
    )
    assert frozenset("3") in groups(clusters)
    link = next(c.links["ety_03"] for c in clusters if "ety_03" in c.links)
    assert link.rejected in {"ety_01", "ety_02"}


def test_a_bare_surname_goes_to_whom_its_context_fits() -> None:
    clusters = cluster_people(
        [
            person(1, "Sergey Kostin"),
            person(2, "Viktor Kostin", company=FARM, words=CROPS),
            person(3, "Kostin"),
        ]
    )
    assert groups(clusters) == {frozenset("13"), frozenset("2")}


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_arrival_makes_no_difference(seed: int) -> None:
    profiles = [
        *SPELLINGS,
        person(6, "Viktor Kostin", company=FARM, words=CROPS),
        person(7, "Sergey Kostin", company=FARM, words=CROPS),
    ]
    expected = groups(cluster_people(profiles))
    random.Random(seed).shuffle(profiles)
    assert groups(cluster_people(profiles)) == expected


def test_judged_different_is_never_joined() -> None:
    apart = (frozenset({"ety_01"}), frozenset({"ety_02", "ety_03", "ety_04", "ety_05"}))
    clusters = cluster_people(SPELLINGS, Constraints(different=[apart]))
    assert groups(clusters) == {frozenset("1"), frozenset("2345")}


def test_judged_same_is_joined() -> None:
    envoy = person(1, "Sergey Kostin", offices=[ENVOY])
    farmer = person(2, "Sergey Kostin", company=FARM, words=CROPS)
    judged = Constraints(same=[("ety_01", "ety_02")])
    [cluster] = cluster_people([envoy, farmer], judged)
    assert len(cluster.portrait.members) == 2
    assert JUDGED in {r for link in cluster.links.values() for r in link.reasons}


def test_different_wins_over_same() -> None:
    constraints = Constraints(
        same=[("ety_01", "ety_02")],
        different=[(frozenset({"ety_01"}), frozenset({"ety_02"}))],
    )
    assert len(cluster_people(SPELLINGS[:2], constraints)) == 2


def body(number: int, name: str, words: Iterable[str] = WORDS) -> Profile:
    return Profile(
        f"ety_{number:02}",
        f"doc_{number:02}",
        EntityKind.ORGANISATION,
        names=(name,),
        shown=name,
        company=frozenset(AFFAIR),
        words=frozenset(words),
    )


def test_bodies_of_one_name_are_one() -> None:
    clusters = cluster_bodies(
        [body(1, "Skarvik Lines Ltd"), body(2, "the Skarvik Lines")]
    )
    assert groups(clusters) == {frozenset("12")}


def test_a_short_form_joins_the_whole_name_that_its_context_fits() -> None:
    clusters = cluster_bodies([body(1, "Vellbridge Harriers"), body(2, "Harriers")])
    assert groups(clusters) == {frozenset("12")}


def test_a_short_form_of_two_names_joins_neither() -> None:
    clusters = cluster_bodies(
        [
            body(1, "Vellbridge Harriers"),
            body(2, "Tarven Harriers"),
            body(3, "Harriers"),
        ]
    )
    assert frozenset("3") in groups(clusters)
