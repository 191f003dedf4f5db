"""Cards, briefjes, talk, questions and promises of a seat."""

from __future__ import annotations

from ...rules import budgets, cards, hearings, talk
from ...rules import promises as promise_rules
from ...rules.feed import label
from ...turn import may_be_played
from ...vocabulary import commands as c
from .offers import Offers


def offer(offers: Offers) -> None:
    """Everything by which a seat tells, asks or promises."""
    _cards(offers)
    _ticks(offers)
    _talk(offers)
    _speak(offers)
    _ask(offers)
    _answer(offers)
    _promise(offers)
    _judge(offers)


def _cards(offers: Offers) -> None:
    state = offers.state
    playable = tuple(id_ for id_ in state.casus.seats if may_be_played(state, id_) and id_ != offers.seat)
    for id_, card in state.cards.items():
        unaware = tuple(seat for seat in playable if seat not in card.known)
        if card.holder != offers.seat or not offers.fits(c.ShowCard):
            continue
        title = state.casus.cards[id_].title
        if unaware:
            choices = {"to": offers.names(unaware)}
            for command, word in ((c.ShowCard, "Laat zien"), (c.TellCard, "Ik heb dit verteld")):
                offers.add(command, word, "card", id_, fixed={"card": id_}, choices=choices, many=("to",), help=title)
        hand = {"to": offers.names(playable)}
        offers.add(c.HandOverCard, "Geef de kaart aan", "card", id_, fixed={"card": id_}, choices=hand, help=title)


def _ticks(offers: Offers) -> None:
    if not offers.fits(c.TickCard):
        return
    for id_ in cards.to_tick(offers.state, offers.seat):
        choices = {"known_by": offers.names(offers.others())}
        words = f"Wie kent de kaart “{offers.state.casus.cards[id_].title}” nu?"
        offers.add(
            c.TickCard, words, "tick", id_, fixed={"card": id_}, choices=choices, many=("known_by",), none_too=("known_by",)
        )  # fmt: skip


def _talk(offers: Offers) -> None:
    others = offers.names(offers.others())
    if not others or not offers.fits(c.SendNote):
        return
    left = talk.notes_left(offers.state, offers.seat)
    if left > 0 and offers.state.talk == "tafel":
        cost = f"Nog {left} deze ronde"
        offers.add(c.SendNote, "Stuur een briefje", "note", choices={"to": others}, texts={"text": 140}, cost=cost)
    offers.add(c.SpeakWith, "Ik sprak met", "talk", choices={"seats": others}, many=("seats",))


TAKES_UP = {"yes": "Ik neem dit over", "partly": "Ik neem een deel over", "no": "Ik neem dit niet over"}


def _speak(offers: Offers) -> None:
    state, seat = offers.state, offers.seat
    if not offers.fits(c.SpeakUp):
        return
    for id_ in hearings.may_speak(state, seat):
        hearing = state.casus.hearings[id_]
        offers.add(
            c.SpeakUp, hearing.title, "speech", id_, fixed={"hearing": id_}, texts={"text": 400}, help=hearing.text,
            article=hearing.article, labels={"text": "Wat vraag je? Zeg het ook hardop."},
        )  # fmt: skip
    for id_ in hearings.to_answer(state, seat):
        speech = state.speeches[id_]
        offers.add(
            c.AnswerSpeech, f"Wat doe je met wat {label(state, speech.by)} zei?", "speech", id_, fixed={"speech": id_},
            choices={"takes_up": TAKES_UP}, texts={"reason": 300}, help=speech.text,
            labels={"takes_up": "Jouw antwoord", "reason": "Waarom? Zeg het ook hardop."},
        )  # fmt: skip


def _ask(offers: Offers) -> None:
    state, seat = offers.state, offers.seat
    if not offers.fits(c.AskFormally):
        return
    asked, others = {q.offer for q in state.questions.values()}, offers.others()
    for id_, question in state.casus.questions.items():
        if seat in question.by and id_ not in asked and question.to in others and talk.question_open(state, id_):
            words = question.text
            offers.add(c.AskFormally, words, "question", id_, fixed={"question": id_}, article=question.article)
    if seat in talk.council(state):
        to = offers.names(tuple(one for one in talk.answerers(state) if one in others))
        if to:
            offers.add(
                c.AskFormally, "Stel zelf een formele vraag", "question", choices={"to": to}, texts={"text": 400},
                article="Gemeentewet 169 en 180",
            )  # fmt: skip


ANSWERS = {
    "all": "Ik heb alles gezegd",
    "part": "Ik heb een deel gezegd",
    "refused": "Ik weigerde: openbaar belang",
}


def _answer(offers: Offers) -> None:
    if not offers.fits(c.AnswerFormally):
        return
    for id_, asked in offers.state.questions.items():
        if asked.to == offers.seat and asked.answer is None:
            offers.add(
                c.AnswerFormally, "Wat heb je geantwoord? Alleen jij ziet dit.", "question", id_, fixed={"question": id_},
                choices={"answer": ANSWERS}, help=asked.text,
            )  # fmt: skip


def _promise(offers: Offers) -> None:
    state, seat, others = offers.state, offers.seat, offers.others()
    if not offers.fits(c.MakePromise) or not others:
        return
    scarce = "toezegging" in state.casus.seats[seat].budgets
    if scarce and budgets.left(state, seat, "toezegging") <= 0:
        return
    for id_, promise in state.casus.promises.items():
        to = tuple(other for other in promise.to if other in others)
        if promise_rules.open_(state, seat, promise) and not promise_rules.made(state, id_) and to:
            offers.add(
                c.MakePromise, promise.text, "promise", id_, fixed={"promise": id_}, choices={"to": offers.names(to)}
            )
    offers.add(c.MakePromise, "Zeg zelf iets toe", "promise", choices={"to": offers.names(others)}, texts={"text": 300})


def _judge(offers: Offers) -> None:
    if not offers.fits(c.JudgePromise):
        return
    for id_, promise in offers.state.promises.items():
        if promise.to == offers.seat and promise.kept is None:
            for kept, words in ((True, "Nagekomen"), (False, "Niet nagekomen")):
                offers.add(
                    c.JudgePromise, words, "promise", id_, variant=str(kept), fixed={"promise": id_, "kept": kept},
                    help=promise.text,
                )  # fmt: skip
