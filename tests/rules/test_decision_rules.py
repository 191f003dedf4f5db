"""How an organ decides, as tables with the article behind every line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game_rules.decision_rules import college, persons, raad
from game_rules.decision_rules.members import Count, Member, Verdict, valid_vote


def group(voted: int, silent: int = 0, barred: int = 0, absent: int = 0) -> tuple[Member, ...]:
    """Members of one vote each: so many voted, sat silent, are barred, are absent."""
    kinds = (
        [Member(seat="v", weight=1, voted=True)] * voted
        + [Member(seat="s", weight=1)] * silent
        + [Member(seat="b", weight=1, barred=True)] * barred
        + [Member(seat="a", weight=1, present=False)] * absent
    )
    return tuple(kinds)


@pytest.mark.parametrize(
    ("present", "absent", "opens"),
    [(13, 12, True), (12, 13, False), (5, 4, True), (4, 4, False), (5, 3, True), (1, 0, True)],
)
def test_the_raad_opens_with_more_than_half_of_the_members_in_office(present: int, absent: int, opens: bool) -> None:
    """Gemeentewet 20 lid 1."""
    assert raad.open_(group(present, absent=absent)) is opens


def test_who_has_an_interest_signed_the_presentielijst_all_the_same() -> None:
    """Gemeentewet 20 lid 1: the list counts who is there."""
    assert raad.open_(group(0, barred=13, absent=12))


@pytest.mark.parametrize(("present", "absent", "opens"), [(3, 2, True), (2, 3, False), (2, 2, True), (1, 2, False)])
def test_the_college_meets_with_at_least_half_of_its_members(present: int, absent: int, opens: bool) -> None:
    """Gemeentewet 56 lid 1."""
    assert college.open_(group(present, absent=absent)) is opens


@pytest.mark.parametrize(
    ("voted", "silent", "barred", "valid"),
    [
        (13, 12, 0, True),
        (12, 13, 0, False),
        (11, 9, 5, True),
        (10, 10, 5, False),
        (1, 0, 24, True),
        (0, 0, 25, False),
    ],
)
def test_a_vote_counts_when_more_than_half_of_who_may_vote_took_part(
    voted: int, silent: int, barred: int, valid: bool
) -> None:
    """Gemeentewet 29 lid 1; for the college by 58."""
    assert valid_vote(group(voted, silent, barred)) is valid


def test_who_voted_and_left_took_part() -> None:
    """Gemeentewet 29 lid 1 asks who took part in the vote, not who is still there."""
    assert valid_vote((Member(seat="v", weight=13, present=False, voted=True), Member(seat="s", weight=12)))


def test_in_a_second_meeting_any_number_of_voters_will_do() -> None:
    """Gemeentewet 29 lid 2."""
    assert valid_vote(group(1, absent=24), second_meeting=True)


def test_a_vote_in_which_nobody_votes_never_counts() -> None:
    assert not valid_vote(group(0, silent=25), second_meeting=True)


@pytest.mark.parametrize(
    ("in_favour", "against", "members", "attempt", "verdict"),
    [
        pytest.param(13, 12, group(25), 1, "adopted", id="30 lid 1: more than half of the votes cast"),
        pytest.param(12, 13, group(25), 1, "rejected", id="30 lid 1: less than half"),
        pytest.param(7, 6, group(13, absent=12), 1, "adopted", id="30 lid 1: of the votes cast, not of the members"),
        pytest.param(12, 0, group(12, absent=13), 1, "invalid", id="29 lid 1: too few took part"),
        pytest.param(12, 12, group(24), 1, "rejected", id="32 lid 5-6: tie in a full meeting"),
        pytest.param(12, 12, group(24, barred=1), 1, "rejected", id="32 lid 6: full apart from who is barred"),
        pytest.param(12, 12, group(24, absent=1), 1, "postponed", id="32 lid 4: tie, one member absent"),
        pytest.param(12, 12, group(24, silent=1), 1, "postponed", id="32 lid 4: tie, one member did not vote"),
        pytest.param(12, 12, group(24, absent=1), 2, "rejected", id="32 lid 5: second tie"),
    ],
)
def test_the_raad_decides(
    in_favour: int, against: int, members: tuple[Member, ...], attempt: int, verdict: Verdict
) -> None:
    assert raad.verdict(members, Count(votes_for=in_favour, votes_against=against), attempt) == verdict


@pytest.mark.parametrize(
    ("in_favour", "against", "members", "attempt", "verdict"),
    [
        pytest.param(3, 2, group(5), 1, "adopted", id="58, 30: more than half of the votes cast"),
        pytest.param(2, 3, group(5), 1, "rejected", id="58, 30: less than half"),
        pytest.param(2, 0, group(2, absent=3), 1, "invalid", id="58, 29: too few took part"),
        pytest.param(2, 2, group(4), 1, "again", id="59 lid 1: a first tie is voted again"),
        pytest.param(2, 2, group(4), 2, "chair", id="59 lid 2: at a second tie the chair decides"),
    ],
)
def test_the_college_decides(
    in_favour: int, against: int, members: tuple[Member, ...], attempt: int, verdict: Verdict
) -> None:
    assert college.verdict(members, Count(votes_for=in_favour, votes_against=against), attempt) == verdict


@pytest.mark.parametrize(
    ("counts", "attempt", "winner", "between", "lot"),
    [
        pytest.param({"a": 13, "b": 12}, 1, "a", (), False, id="30: more than half elects"),
        pytest.param({"a": 10, "b": 8, "c": 7}, 1, "", ("a", "b"), False, id="31: no majority, the two best again"),
        pytest.param({"a": 7, "b": 8, "c": 10}, 1, "", ("c", "b"), False, id="31: whatever their order on paper"),
        pytest.param({"a": 5, "b": 5}, 1, "", ("a", "b"), False, id="31 lid 2: a tie is voted again"),
        pytest.param({"a": 5, "b": 5}, 2, "", ("a", "b"), True, id="31 lid 3: a second tie goes to the lot"),
        pytest.param({"a": 5, "b": 4}, 2, "a", (), False, id="31 lid 2: the second ballot elects"),
    ],
)
def test_ballots_on_persons_decide(
    counts: dict[str, int], attempt: int, winner: str, between: tuple[str, ...], lot: bool
) -> None:
    assert persons.verdict(counts, attempt) == persons.BallotVerdict(winner=winner, between=between, lot=lot)


weights = st.integers(min_value=1, max_value=12)
member = st.builds(
    Member, seat=st.just("s"), weight=weights, present=st.booleans(), barred=st.booleans(), voted=st.booleans()
)
organ = st.lists(member, min_size=1, max_size=9).map(tuple)
attempts = st.integers(min_value=1, max_value=3)


@st.composite
def counted(draw: st.DrawFn) -> tuple[tuple[Member, ...], Count]:
    """An organ, and a count that its votes can really give: fracties may split."""
    members = draw(organ)
    cast = sum(m.weight for m in members if m.voted and not m.barred)
    in_favour = draw(st.integers(min_value=0, max_value=cast))
    return members, Count(votes_for=in_favour, votes_against=cast - in_favour)


@given(counted(), attempts)
def test_nothing_is_adopted_without_a_majority_and_enough_voters(
    case: tuple[tuple[Member, ...], Count], attempt: int
) -> None:
    members, count = case
    may = valid_vote(members) and count.votes_for > count.votes_against
    assert (raad.verdict(members, count, attempt) == "adopted") is may
    assert (college.verdict(members, count, attempt) == "adopted") is may


@given(counted(), attempts)
def test_no_chair_decides_in_the_raad_and_nothing_waits_in_the_college(
    case: tuple[tuple[Member, ...], Count], attempt: int
) -> None:
    assert raad.verdict(*case, attempt) in ("adopted", "rejected", "postponed", "invalid")
    assert college.verdict(*case, attempt) in ("adopted", "rejected", "again", "chair", "invalid")


@given(counted(), attempts)
def test_one_vote_that_changes_to_for_never_turns_a_yes_into_a_no(
    case: tuple[tuple[Member, ...], Count], attempt: int
) -> None:
    members, count = case
    if count.votes_against and raad.verdict(members, count, attempt) == "adopted":
        better = Count(votes_for=count.votes_for + 1, votes_against=count.votes_against - 1)
        assert raad.verdict(members, better, attempt) == "adopted"


@given(st.dictionaries(st.sampled_from("abcde"), st.integers(0, 25), min_size=2).filter(lambda c: sum(c.values()) > 0))
def test_ballots_elect_only_by_majority_and_end_at_the_second_round(counts: dict[str, int]) -> None:
    first = persons.verdict(counts, 1)
    if first.winner:
        assert 2 * counts[first.winner] > sum(counts.values())
        return
    assert len(first.between) == 2
    assert not first.lot
    assert min(counts[c] for c in first.between) >= max([v for c, v in counts.items() if c not in first.between] or [0])
    second = persons.verdict({c: counts[c] for c in first.between}, 2)
    assert bool(second.winner) != second.lot
