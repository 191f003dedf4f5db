"""Views by hand, with texts as a casus has them: what each screen must be able to show, full and empty."""

from __future__ import annotations

from typing import Any

from game_rules.vocabulary import views as v
from game_rules.vocabulary.feed import FeedItem

from .sample_offers import FACILITATOR_OFFERS, PLAYER_OFFERS
from .sample_samenspel import samenspel
from .sample_werkwijzen import CARRIED_OUT, CHOOSING, choosable, judged, werkwijzen

NOW = 1_762_459_200_000
MINUTE = 60_000
EVIL = "<script>alert(1)</script>\"'&"

OFFICES = (
    ("burgemeester", "Burgemeester", "BM", 250, "person", 1, ""),
    ("griffier", "Griffier", "GR", 300, "person", 1, ""),
    ("secretaris", "Gemeentesecretaris", "GS", 25, "person", 1, ""),
    ("wethouder", "Wethouder Haven en Economie", "WH", 62, "person", 1, ""),
    ("lokaal", "Lokaal Waardveen", "RL", 152, "person", 7, "coalitie"),
    ("groen", "Groen Waardveen", "RL", 152, "computer", 5, "oppositie"),
    ("samen", "Samen Christelijk", "RL", 152, "nobody", 4, "coalitie"),
)


def seats() -> dict[str, v.SeatCard]:
    """Seven seats: people, a computer, and one that nobody plays."""
    return {
        id_: v.SeatCard(
            order=order, label=label, role=id_, role_label=label, short=short, hue=hue, player=player, weight=weight,
            bloc=bloc, holder=f"p-{order}" if player == "person" else "", shadow="p-9" if id_ == "griffier" else "",
            present=id_ != "samen", ready=order % 2 == 0, essential=order < 3, speaks=order if order in (1, 2) else 0,
        )
        for order, (id_, label, short, hue, player, weight, bloc) in enumerate(OFFICES)
    }  # fmt: skip


def game(**more: Any) -> v.GameCard:
    """What everybody knows."""
    return v.GameCard(
        id="g-1", meeting="m-1", title="Het gelekte memo", gemeente="Waardveen", newspaper="De Waardveense Bode",
        constellation="driehoek", edition="avond",
        summary="Een geheim memo over een investeerder in de Oude Haven staat op straat, een uur voor de raad. De raad zelf"
        " heeft het nooit gekregen. Eén raadslid wel.",
        dilemma="Wie houdt de sleutel? Geef je het memo aan alle 25 raadsleden, dan weet iedereen evenveel. Maar dan kan"
        " alleen de raad het geheim nog opheffen.",
        opening="Donderdag 6 november, 20.00 uur. De raadzaal van Waardveen. De tribune zit vol.", **more,
    )  # fmt: skip


def rounds() -> dict[str, v.RoundMark]:
    """The stepper."""
    names = ("Het lek", "De nacht", "De kade", "De sleutel")
    status = ("done", "now", "later", "later")
    return {
        f"r{n}": v.RoundMark(order=n, title=name, phase="beeldvorming", status=status[n])  # type: ignore[arg-type]
        for n, name in enumerate(names)
    }


def clock(step: str = "act", **more: Any) -> v.ClockCard:
    """Somewhere in the second round."""
    labels = {"read": "Lezen", "talk": "Praten", "act": "Besluiten", "consequences": "Gevolgen"}
    fields: dict[str, Any] = {
        "stage": "round", "key": f"r2.{step}", "label": "Ronde 2", "round": "r2", "number": 2, "count": 4,
        "title": "De nacht", "phase": "beeldvorming", "moment": "Donderdag, 22.40 uur",
        "intro": "De tribune is leeg. In het raadhuis branden drie lampen. Iedereen weet iets en niemand weet alles.",
        "guide": ("Vraag hardop wie het memo al kende.", "Let op wie er niets zegt."), "step": step,
        "step_label": labels[step], "running": True, "ends_at": NOW + 4 * MINUTE, "left": 4 * MINUTE, "rounds": rounds(),
    }  # fmt: skip
    return v.ClockCard(**{**fields, **more})


def feed() -> dict[str, FeedItem]:
    """One item of every kind and of every look."""
    items = [
        ("inject", "Havenpraat zet bladzijde 3 online", "Een foto van een tablet, een beetje scheef. Je leest: ‘signaal Bibob, niet delen’.", {"look": "nieuws", "source": "Havenpraat"}),
        ("inject", "Noor belt", "‘Ik hoor dat er een lijst is. Sta ik daarop?’", {"look": "telefoon", "source": "Noor Wieringa", "to": ("secretaris",)}),
        ("decision", "De raad praat in het openbaar verder", "Aangenomen met 16 stemmen voor en 9 tegen.", {}),
        ("vote", "Lokaal Waardveen vraagt om een stemming", "", {"seat": "lokaal"}),
        ("act", "De burgemeester schorst drie minuten", "", {"seat": "burgemeester"}),
        ("consequence", "De tribune blijft zitten", "Inwoners zien dat hun raad niet schrikt.", {}),
        ("override", "Vertrouwen +3", "De spelleider: de excuses waren echt.", {}),
        ("promise", "De wethouder zegt toe de tijdlijn te sturen", "", {"seat": "wethouder"}),
        ("question", "Had u het memo al gelezen?", "", {"seat": "groen"}),
        ("advice", "Procedureadvies van de griffier", "Stem eerst over besloten of openbaar.", {"seat": "griffier"}),
        ("proposal", "Motie: eerst de feiten", "", {"seat": "groen"}),
        ("move", "Vrije zet van Dorpsbelang", "", {"seat": "lokaal"}),
        ("notice", "De spelleider kan geen briefjes lezen", "", {}),
        ("unexpected", "De griffier moet weg", "Dit is geen deel van het spel.", {"retracted": "Het bleek een vergissing."}),
        ("out", "Het kwam uit: één raadslid had het memo", "De automatische mail lag op het kopieerapparaat.", {"improvised": True}),
        ("inject", "Mail van ICT", "Noor printte versie 2 op woensdag om 17.55 uur.", {"look": "mail", "source": "ICT", "edited": True}),
    ]  # fmt: skip
    return {
        f"f{n}": FeedItem(
            id=f"f{n}", order=n, at=NOW + n * MINUTE, round="r2", kind=kind, title=title, text=text, **more
        )  # type: ignore[arg-type]
        for n, (kind, title, text, more) in enumerate(items)
    }


def office_decision(**more: Any) -> v.DecisionCard:
    """A question to the burgemeester."""
    fields: dict[str, Any] = {
        "order": 1, "question": "Wat is vanavond jouw lijn over het memo?",
        "context": "Je hebt gesproken. Nu wil de zaal weten wat je bedoelde.", "by": "burgemeester",
        "by_label": "Burgemeester", "rule": "office", "rule_words": "Jij beslist alleen. Iedereen leest je reden.",
        "article": "Gemeentewet 170 lid 2", "status": "asked", "round": "r2",
        "options": {
            "echt": v.OptionCard(order=0, text="Je bevestigt dat het memo echt is. Over de inhoud zeg je niets, omdat die geheim is.", asked_by="Sanne Vos van de Bode en de helft van de tribune", pro="Je liegt niet en je breekt het geheim niet verder open.", con="Kade Zuid weet nu zeker dat er onderzoek loopt."),
            "niets": v.OptionCard(order=1, text="Je bevestigt niets. Je zegt alleen dat je gaat uitzoeken wat er op de site staat.", asked_by="De wethouder en het RIEC", pro="Een onderzoek heeft stilte nodig, zeker de eerste avond.", con="Iedereen heeft het al gelezen. Ontkennen wat je ziet, onthouden mensen."),
            "voluit": v.OptionCard(order=2, text="Je zegt dat het memo echt is, dat de raad het nooit kreeg en dat jij daarvoor staat.", asked_by="De griffier, met alleen de wenkbrauwen", pro="De raad hoort het van jou, en niet van een website.", con="Je college hoort het tegelijk met de tribune.", state="closed"),
        },
    }  # fmt: skip
    return v.DecisionCard(**{**fields, **more})


def council_decision(status: str = "voting", **more: Any) -> v.DecisionCard:
    """A question to the raad, in the middle of a roll call."""
    fields: dict[str, Any] = {
        "order": 2, "question": "Hoe gaat de raad vanavond verder met de haven?",
        "context": "De raad beslist zelf.", "by": "raad", "by_label": "De raad", "rule": "raad", "status": status,
        "rule_words": "Meer dan de helft van de uitgebrachte stemmen is nodig. Onthouden kan niet.", "round": "r2",
        "article": "Gemeentewet 30 en 32", "quorum": "Er zijn 21 van de 25 raadsleden. Dat is genoeg.", "put": "open",
        "options": {
            "open": v.OptionCard(order=0, text="De raad praat in het openbaar verder.", asked_by="Dorpsbelang", pro="Inwoners zien dat hun raad niet schrikt.", con="Eén verspreking en het geheim ligt er echt.", state="put"),
            "dicht": v.OptionCard(order=1, text="De deuren gaan dicht.", asked_by="De wethouder", pro="Alleen zo kan de raad vrijuit vragen stellen.", con="De tribune loopt langs drie camera's.", state="tried"),
        },
        "votes": {
            "lokaal": v.VoteLine(order=0, weight=7),
            "groen": v.VoteLine(order=1, weight=5, cast=True),
            "samen": v.VoteLine(order=2, weight=4, absent=True, played=False),
            "wethouder": v.VoteLine(order=3, weight=4, barred="Mijn broer werkt bij de investeerder."),
            "griffier": v.VoteLine(order=4, weight=5, cast=True, shown=True, votes_for=3, votes_against=2, spoken=True, explained="Wij stemmen verdeeld, omdat de fractie verdeeld is."),
        },
    }  # fmt: skip
    return v.DecisionCard(**{**fields, **more})


def decided() -> v.DecisionCard:
    """The same question, answered."""
    return council_decision(
        "decided", order=0, put="", outcome="De raad praat in het openbaar verder.", outcome_how="vote",
        tally="16 voor, 9 tegen", outcome_reason="", attempt=2,
    )  # fmt: skip


def table() -> dict[str, Any]:
    """What was said, asked, promised and done."""
    return {
        "questions": {"q1": v.QuestionCard(order=1, by="groen", to="wethouder", text="Heeft u het memo aan iemand gegeven?", round="r2", full_answer="Ja, aan de fractievoorzitter van Lokaal.", article="Gemeentewet 169")},
        "promises": {f"p{n}": v.PromiseCard(order=n, by="wethouder", to="groen", text="Morgen om 9 uur heeft u de tijdlijn.", round="r2", status=status) for n, status in enumerate(("open", "kept", "broken"))},  # type: ignore[arg-type]
        "proposals": {f"s{n}": v.ProposalCard(order=n, kind="motie", by="groen", text="Eerst de feiten, dan het debat.", round="r2", status=status) for n, status in enumerate(("made", "agenda", "withdrawn", "adopted", "rejected"))},
        "advice": {"a1": v.AdviceCard(order=1, by="griffier", text="Stem eerst over besloten of openbaar.", round="r2"), "a2": v.AdviceCard(order=2, by="griffier", text="Noem de namen.", round="r2", status="rejected", reason="Dat kost te veel tijd.")},
        "moves": {"m1": v.MoveCard(order=1, by="lokaal", text="Ik bel de redactie.", reason="Ik ken de hoofdredacteur.", round="r2", arguments=(v.ArgumentLine(by="groen", side="against", text="Een krant laat zich niet bellen."),)), "m2": v.MoveCard(order=2, by="groen", text="Ik loop weg.", reason="Dan is er geen quorum.", round="r2", outcome="half", ruling="De rest blijft zitten.")},
        "acts": {"d1": v.ActCard(order=1, title="De leeskamer openen voor één raadslid", by="wethouder", round="r1", legality="forbidden", article="Gemeentewet 88 lid 5", target="lokaal", hidden=True), "d2": v.ActCard(order=2, title="Meestemmen in de raad", by="burgemeester", round="r2", legality="void", article="Gemeentewet 21"), "d3": v.ActCard(order=3, title="De driehoek bij elkaar roepen", by="burgemeester", round="r2", out=True)},
        "notes": {"n1": v.NoteCard(order=1, at=NOW, by="griffier", to="burgemeester", text="Kunnen we even praten?", mine=False), "n2": v.NoteCard(order=2, at=NOW + MINUTE, by="burgemeester", to="griffier", text="Na de stemming.", mine=True)},
        "channels": {"tafel": v.ChannelCard(order=0, label="Hele tafel", kind="table", members=("burgemeester", "griffier", "groen")), "driehoek": v.ChannelCard(order=1, label="Driehoek", kind="driehoek", members=("burgemeester", "griffier")), "een:burgemeester:griffier": v.ChannelCard(order=2, label="Griffier", kind="pair", members=("burgemeester", "griffier"))},
        "messages": {"m1": v.MessageCard(order=1, at=NOW, channel="tafel", by="griffier", text="Horen jullie mij?"), "m2": v.MessageCard(order=2, at=NOW + MINUTE, channel="een:burgemeester:griffier", by="burgemeester", text="Bel me even.", mine=True)},
        "cards": {"bm_riec": v.CardCard(order=1, title="Het RIEC vroeg om stilte", text="Op 14 oktober vroeg het RIEC jou om de raad niets te vertellen tot 1 december. Je zei ja. Je schreef het niet op.", seat="burgemeester", harms="de raad, die denkt dat het college hem zomaar buiten houdt", expires="als de raad over de sleutel heeft gestemd", mine=True, known_by=("burgemeester", "griffier")), "gr_log": v.CardCard(order=2, title="De automatische mail", text="Eén fractievoorzitter opende het stuk, twee keer.", seat="griffier", how="told", by="griffier")},
        "consequences": consequences(),
        "indicators": indicators(),
        "pulse": {"r2": v.PulseCard(order=1, round="r2", given=True, mine={"role": 4, "knew": 2, "mattered": 5}, count=6, role=spread(), knew=spread(), mattered=spread())},
        "samenspel": samenspel(), "werkwijzen": werkwijzen(),
    }  # fmt: skip


def spread() -> v.Spread:
    """Seven answers."""
    return v.Spread(counts=(1, 0, 2, 3, 1), per_role={"Griffier": (0, 0, 0, 1, 0), "Raadslid": (1, 0, 2, 2, 1)})


def consequences() -> dict[str, v.ConsequenceCard]:
    """One per ring."""
    causes = (
        v.CauseLine(kind="decision", id="vergadering", text="de raad praat in het openbaar verder"),
        v.CauseLine(kind="silence"),
    )
    return {
        f"c{ring}": v.ConsequenceCard(
            order=ring, at=NOW + ring * MINUTE, title=f"De tribune blijft zitten, kring {ring}",
            text="Inwoners zien dat hun raad niet schrikt van zijn eigen zaal.", ring=ring, round="r2", number=2,
            causes=causes, shifts={"vertrouwen": 6, "kracht": -4}, epilogue=ring == 5, retracted=ring == 4,
            headline="Volle tribune blijft" if ring == 5 else "",
        )
        for ring in range(1, 6)
    }  # fmt: skip


def indicators() -> dict[str, v.IndicatorCard]:
    """Four lines on the board."""
    rows = (("vertrouwen", "Vertrouwen", "heart-handshake", 46, -8), ("kracht", "Kracht van de raad", "building-community", 61, 4),
            ("samenspel", "Samenspel", "affiliate", 31, 0), ("resultaat", "Resultaat", "target-arrow", 78, 0))  # fmt: skip
    return {
        id_: v.IndicatorCard(order=n, label=label, question="Hoeveel inwoners denken dat het bestuur eerlijk werkt?", icon=icon,
                             value=value, change=change, trend=(50, 54, value), low="Inwoners zien een achterkamer.", high="Inwoners geloven wat het bestuur zegt.")
        for n, (id_, label, icon, value, change) in enumerate(rows)
    }  # fmt: skip


def role(seat: str = "burgemeester", **more: Any) -> v.Me:
    """Somebody at the own seat."""
    fields: dict[str, Any] = {
        "kind": "seat", "seat": seat, "participant": "p-0", "acting": True,
        "brief": "Je zit hier vijf jaar. Je noemt jezelf graag ‘van iedereen’. Je zit de raad voor en ook het college, en vanavond bijten die twee stoelen elkaar. Het RIEC vroeg je in oktober om stilte. Je zei ja, zonder het college iets te vragen.",
        "goal": "Het memo gaat niet naar alle 25 raadsleden. En aan het eind staat vertrouwen op 50 of hoger.",
        "task": "Beslis over de aangifte. Zit het college voor en breng een keuze over de sleutel in stemming.",
        "can": (v.PowerLine(text="Zit de raad voor en geeft het woord.", article="Gemeentewet 9"), v.PowerLine(text="Zit het college voor en stemt daar mee.", article="Gemeentewet 34")),
        "cannot": (v.PowerLine(text="Meestemmen in de raad.", article="Gemeentewet 21 en 32"),),
        "budgets": {"schorsing": v.BudgetCard(order=1, label="Schorsing", text="Je kunt één keer per ronde schorsen.", left=1, total=1, per="round"), "capaciteit": v.BudgetCard(order=2, label="Capaciteit", text="Elk onderzoek kost mensen.", left=1, total=3, per="round")},
    }  # fmt: skip
    return v.Me(**{**fields, **more})


def offers(*rows: dict[str, Any]) -> dict[str, v.Allowed]:
    """What may be done, by key."""
    return {f"o{n}": v.Allowed(order=n, **row) for n, row in enumerate(rows)}


def player(**more: Any) -> v.View:
    """The burgemeester in the middle of a round, with everything that can be on screen."""
    fields: dict[str, Any] = {
        "game": game(), "me": role(), "clock": clock(), "seats": seats(), "feed": feed(), "todo": todo(),
        "decisions": {"lijn": office_decision(), "raad": council_decision(), "eerder": decided()},
        "debrief": debrief(), "catch_up": catch_up(), "allowed": offers(*PLAYER_OFFERS, *CARRIED_OUT), **table(),
    }  # fmt: skip
    return v.View(**{**fields, **more})


def catch_up() -> v.CatchUpCard:
    """For who sat down a minute ago."""
    lines = ("Wie houdt de sleutel van het memo?", "Besloten: de raad komt bij elkaar.", "Net gebeurd: De krant belt")
    return v.CatchUpCard(since=40, lines=lines, now="Ronde 2 van 6 · Besluiten. Kies je lijn.", beside="p-2")


def todo() -> dict[str, v.Todo]:
    """Two things, one of them urgent."""
    return {
        "t1": v.Todo(order=1, text="Kies jouw lijn over het memo", anchor="decisions-lijn", urgent=True),
        "t2": v.Todo(order=2, text="Vink aan wie jouw kaart kent", anchor="cards-bm_riec"),
    }


def debrief(**more: Any) -> v.DebriefCard:
    """In the middle of judging."""
    fields: dict[str, Any] = {
        "step": "judge", "note": "Niemand vroeg naar Noor.", "whom": "", "chosen": ("c1", "c2", "c3"),
        "questions": {"feiten": ("Wanneer hoorde jij van het memo?",), "inzicht": ("Wie had het kunnen vertellen?",)},
        "judge": {"c1": v.JudgeCard(order=1, consequence="c1", mine_role=2, mine_person=4, mine_reason="Het hielp de raad.", count=5, as_role=spread(), as_person=spread()), "c2": v.JudgeCard(order=2, consequence="c2", count=3)},
        "practice": {"c4": v.PracticeCard(order=4, mine="partly", note="Bij ons duurt het langer.", count=5), "c5": v.PracticeCard(order=5, mine="yes", count=5, answers={"yes": 4, "partly": 0, "no": 1})},
        "goals": {"griffier": v.GoalLine(order=1, goal="De hele raad weet evenveel.", reached=True), "secretaris": v.GoalLine(order=2, goal="Noor wordt niet verhoord.", reached=False)},
    }  # fmt: skip
    return v.DebriefCard(**{**fields, **more})


def facilitator(**more: Any) -> v.View:
    """The desk in the middle of a round."""
    fields: dict[str, Any] = {
        "game": game(), "me": v.Me(kind="facilitator", participant="f-1", acting=True), "clock": clock(), "seats": seats(),
        "feed": feed(), "decisions": {"raad": council_decision(), "eerder": decided()}, "debrief": debrief(),
        "facilitator": desk(), "allowed": offers(*FACILITATOR_OFFERS, *CHOOSING, *CARRIED_OUT), "traced": traced(), **table(),
    }  # fmt: skip
    return v.View(**{**fields, **more})


def traced() -> dict[str, v.TraceCard]:
    """A decision under a condition, a consequence by chance, and the figure that it moved."""
    cards = (
        v.TraceCard(order=3, kind="card", id="memo", title="Het memo", seats=("wethouder", "griffier"), detail="Wethouder deelde dit met Griffier.", made_by="seat"),
        v.TraceCard(order=5, kind="decision", id="raad", title="De raad praat in het openbaar verder", number=1, made_by="seat", causes=(v.TraceLink(key="card:memo", how="condition"),)),
        v.TraceCard(order=9, kind="chance", id="consequence:c3", title="Het lot", number=1, detail="De kans was 40%.", made_by="chance"),
        v.TraceCard(order=9, kind="consequence", id="c3", title="De tribune blijft zitten", ring=3, number=1, indicators=("vertrouwen",), unknown_cause=True, later=True, causes=(v.TraceLink(key="decision:raad"), v.TraceLink(key="chance:consequence:c3", how="chance"))),
        v.TraceCard(order=9, kind="indicator", id="vertrouwen.9", title="Vertrouwen −8", number=1, detail="Van 54 naar 46.", causes=(v.TraceLink(key="consequence:c3", how="moved"),)),
    )  # fmt: skip
    return {f"{card.kind}:{card.id}": card for card in cards}


def desk() -> v.FacilitatorCard:
    """What only the facilitator sees."""
    rows = (
        ("waiting", "moment"),
        ("held", "hand"),
        ("fired", "start"),
        ("skipped", "chance"),
        ("retracted", "moment"),
        ("waiting", "condition"),
        ("waiting", "reserve"),
    )
    looks = ("nieuws", "telefoon", "mail", "app", "brief", "gerucht", "melding")
    injects = {
        f"i{n}": v.InjectLine(order=n, title=f"Gebeurtenis {n}: de commissaris belt", text="De commissaris van de Koning belt en vraagt hoe het gaat.", kind=kind, look=look, source="Provincie", status=status, to=("burgemeester",) if n % 2 else (), round="r2", minute=4.5, due_at=NOW + 3 * MINUTE if kind == "moment" else 0, chance=50 if kind == "chance" else 0, condition="vertrouwen lager dan 40" if kind == "condition" else "", expected="De burgemeester vertelt het wel of niet.", fired_at=NOW if status == "fired" else 0)  # type: ignore[arg-type]
        for n, ((status, kind), look) in enumerate(zip(rows, looks, strict=True), 1)
    }  # fmt: skip
    return v.FacilitatorCard(
        next_label="Naar de gevolgen", next_effect="De stemming sluit. Twee gevolgen vallen. De cijfers komen op het scherm.",
        undo_label="de stap naar Besluiten", injects=injects, stock={"klacht": "Er komt een klacht"},
        ready={"r1": v.ReadyCheck(order=1, text="De burgemeester zit", state="ok"), "r2": v.ReadyCheck(order=2, text="De griffier moet er zijn", state="missing", seat="griffier"), "r3": v.ReadyCheck(order=3, text="Samen Christelijk is leeg", state="optional", seat="samen")},
        waiting={"p-8": "net binnen"}, roster={id_: v.RosterLine(order=n, last_act=NOW, cards_shared=1, cards_held=3, open_todos=n % 3, stands={"Hoe gaat de raad verder?": "voor openbaar"}, goal="De raad weet evenveel.", goal_reached=n == 1, idle_since=NOW if n % 2 else 0, offers=n) for n, id_ in enumerate(seats())},
        awaited={"griffier:o1": v.AwaitedLine(order=0, seat="griffier", text="Stem: Hoe gaat de raad verder?", since=NOW), "move:m1": v.AwaitedLine(order=1, seat="", text="Beslis over de vrije zet van Groen", since=NOW)},
        rubric={"samenwerking": v.RubricLine(order=1, label="Samenwerking", levels=("Ieder voor zich", "Soms samen", "Vaak samen", "Steeds samen"), score=2, note="De griffier vroeg als eerste naar de raad."), "zorgvuldig": v.RubricLine(order=2, label="Zorgvuldigheid", levels=("Op gevoel", "Met haast", "Met uitleg", "Met uitleg en tegenspraak"))},
        marks={"k1": v.MarkLine(order=1, at=NOW, text="De stilte na de vraag van Groen"), "k2": v.MarkLine(order=2, at=NOW, text="", kind="park")},
        drops=("Ronde 4: De sleutel",), rest_minutes=38, evening_ends_at=NOW + 60 * MINUTE, plan={"r3": v.PlanLine(order=1, label="De kade", minutes=17), "debrief": v.PlanLine(order=2, label="Nabespreking", minutes=40)},
        handed_in=7, to_hand_in=9, notes_in=8, werkwijzen=choosable(),
    )  # fmt: skip


def screen(**more: Any) -> v.View:
    """The projector in the middle of a vote."""
    fields: dict[str, Any] = {
        "game": game(),
        "me": v.Me(kind="screen"),
        "clock": clock(),
        "seats": seats(),
        "feed": feed(),
        "decisions": {"raad": council_decision()},
        "indicators": indicators(),
        "consequences": consequences(),
        "samenspel": samenspel(),
        "werkwijzen": judged(),
    }
    return v.View(**{**fields, **more})


def observer(**more: Any) -> v.View:
    """Somebody who watches and scores."""
    fields: dict[str, Any] = {
        "game": game(),
        "me": v.Me(kind="observer", participant="o-1"),
        "clock": clock(),
        "seats": seats(),
        "feed": feed(),
        "decisions": {"raad": council_decision()},
        "facilitator": v.FacilitatorCard(rubric=desk().rubric),
        "allowed": offers(*(row for row in FACILITATOR_OFFERS if row["group"] == "rubric")),
        **table(),
    }
    fields.pop("notes"), fields.pop("cards"), fields.pop("channels")
    return v.View(**{**fields, **more})


def waiting(**more: Any) -> v.View:
    """Somebody without a seat in the lobby."""
    take = tuple(
        {
            "command": "take_seat",
            "label": "Kijk mee als duo" if card.holder else "Neem deze zetel",
            "group": "seat",
            "about": id_,
            "fixed": {"seat": id_, **({"shadow": True} if card.holder else {})},
        }
        for id_, card in seats().items()
        if not card.shadow
    )
    fields: dict[str, Any] = {
        "game": game(),
        "me": v.Me(kind="waiting", participant="p-8"),
        "clock": v.ClockCard(stage="lobby", key="lobby", label="Lobby"),
        "seats": seats(),
        "allowed": offers(*take),
    }
    return v.View(**{**fields, **more})


def empty(kind: str) -> v.View:
    """The least that a screen can have to show."""
    me = (
        role(brief="", goal="", task="", can=(), cannot=(), budgets={}, acting=False)
        if kind == "seat"
        else v.Me(kind=kind)
    )
    return v.View(
        game=game(),
        me=me,
        clock=v.ClockCard(stage="lobby", key="lobby", label="Lobby"),
        seats=seats() if kind == "seat" else {},
        facilitator=v.FacilitatorCard() if kind in ("facilitator", "observer") else None,
    )


FULL = {
    "player": player,
    "mirror": lambda: player(me=role(kind="mirror", acting=False)),
    "waiting": waiting,
    "facilitator": facilitator,
    "screen": screen,
    "observer": observer,
}
KINDS = {
    "player": "seat",
    "mirror": "seat",
    "waiting": "waiting",
    "facilitator": "facilitator",
    "screen": "screen",
    "observer": "observer",
}
"""Per screen a full View, and the audience kind of an empty one."""
