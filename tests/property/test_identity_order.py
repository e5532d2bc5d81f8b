"""Who is who depends on the documents, not on the order in which they came."""

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.core import EntityKind
from onrecord.resolve.profiles import Profile
from onrecord.resolve.resolver import resolve

NAMES = ("Ann Osei", "Anne Osei", "Osei", "Bo Osei", "Ann Osei Jr.", "Ann Maarten")
WORDS = ("ferry", "licence", "barley", "drought", "talks", "tariff")
COMPANY = ("p:kerr", "p:rehn", "p:tuomi", "o:skarvik lines")

some_profiles = st.lists(
    st.tuples(
        st.sampled_from(NAMES),
        st.frozensets(st.sampled_from(WORDS)),
        st.frozensets(st.sampled_from(COMPANY)),
    ),
    max_size=8,
)


@settings(deadline=None)
@given(some_profiles, st.randoms(use_true_random=False))
def test_any_order_gives_the_same_people(
    told: list[tuple[str, frozenset[str], frozenset[str]]], chance: object
) -> None:
    profiles = [
        Profile(
            f"ety_{number}",
            f"doc_{number}",
            EntityKind.PERSON,
            names=(name,),
            words=words,
            company=company,
        )
        for number, (name, words, company) in enumerate(told)
    ]
    shuffled = list(profiles)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert people(shuffled) == people(profiles)


def people(profiles: list[Profile]) -> set[frozenset[str]]:
    return {
        frozenset(one.id for one in portrait.members) for portrait in resolve(profiles)
    }
