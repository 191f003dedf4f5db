"""Every event as a line of gebeurtenissen.csv: what it means, and which of its fields are the subject, value and target.

Data only. An event that is missing here is found by a test.
"""

from __future__ import annotations

from dataclasses import dataclass

from game_rules.vocabulary import events as e


@dataclass(frozen=True, slots=True)
class Kind:
    """How one kind of event is written.

    about            what happened, in Dutch, for the codebook
    subject, value   fields with ids or codes
    to               field with one seat or several
    person           False: who did it stays out, because what was answered is anonymous
    """

    about: str
    subject: str = ""
    value: str = ""
    to: str = ""
    person: bool = True


KINDS: dict[type, Kind] = {
    # the game and its seats
    e.GameCreated: Kind("Het spel is gemaakt.", "casus", "edition"),
    e.Settled: Kind("Afgesproken hoe er gepraat wordt.", "", "talk"),
    e.ParticipantArrived: Kind("Een deelnemer kwam aan tafel."),
    e.ParticipantDeparted: Kind("Een deelnemer ging van tafel."),
    e.SeatTaken: Kind("Een deelnemer nam een zetel.", "seat"),
    e.SeatLeft: Kind("Een deelnemer stond op van een zetel.", "seat"),
    e.PlayerSet: Kind("De spelleider koos wie een zetel speelt.", "seat", "player"),
    e.TakeOverPlanned: Kind("Wie meekijkt, neemt de zetel over bij de volgende ronde.", "seat"),
    e.SeatSwapped: Kind("De twee deelnemers op een zetel wisselden van plaats.", "seat"),
    e.AttendanceSet: Kind("Een zetel is aanwezig of afwezig.", "seat", "present"),
    e.StandSet: Kind("De spelleider legde vast hoe een lege zetel stemt.", "decision", "supports", "seat"),
    e.ReadyMarked: Kind("Een zetel is klaar met lezen.", "seat"),
    e.Forked: Kind("Vanaf hier is dit een spel op zichzelf: het vervolg op een ander spel.", "parent", "at"),
    e.Differed: Kind("Wat hier anders gaat dan in het eerdere spel.", "id", "option", "to"),
    e.Resigned: Kind("Iemand legde het ambt neer.", "seat", "onward"),
    # the werkwijze
    e.WerkwijzeChosen: Kind("Een werkwijze is gekozen; waarde: door wie.", "werkwijze", "how"),
    e.WerkwijzeDropped: Kind("Een werkwijze is voor de start weer losgelaten.", "werkwijze"),
    e.MilestoneReached: Kind(
        "Een mijlpaal van de werkwijze is gehaald; waarde: of dat te laat was.", "milestone", "late"
    ),
    e.MilestoneMissed: Kind("De ronde van een mijlpaal ging voorbij zonder haar.", "milestone"),
    e.RecommendationAnswered: Kind("Een aanbeveling kreeg een antwoord, met een reden.", "recommendation", "answer"),
    e.WerkwijzeStopped: Kind("Een werkwijze is halverwege gestaakt.", "werkwijze"),
    e.MeritJudged: Kind("Een kenmerk van goed werken is gehaald, of niet.", "merit", "won"),
    e.WerkwijzeJudged: Kind("Aan het eind: de werkwijze is goed gedaan, of niet.", "werkwijze", "well"),
    # the clock
    e.StepStarted: Kind("Er begon een nieuwe stap."),
    e.RoundSkipped: Kind("Een ronde is overgeslagen: de casus zegt hoe die afliep.", "round"),
    e.RoundClosed: Kind("Een ronde is gesloten.", "round"),
    e.ClockPaused: Kind("De klok is gepauzeerd."),
    e.ClockResumed: Kind("De klok loopt weer."),
    e.StepExtended: Kind("De stap duurt langer; waarde: seconden.", "", "seconds"),
    e.MeetingSuspended: Kind("De vergadering is geschorst.", "", "", "by"),
    e.SuspensionEnded: Kind("De schorsing is voorbij."),
    e.StepUndone: Kind("De spelleider nam een stap terug; waarde: eerste versie die vervalt.", "", "first"),
    # injects
    e.InjectFired: Kind("Er kwam een gebeurtenis.", "inject", "how", "to"),
    e.InjectHeld: Kind("De spelleider houdt een gebeurtenis vast.", "inject"),
    e.InjectReleased: Kind("De spelleider laat een gebeurtenis weer los.", "inject"),
    e.InjectSkipped: Kind("Een gebeurtenis is overgeslagen.", "inject", "why"),
    e.InjectEdited: Kind("De spelleider paste een gebeurtenis aan.", "inject", "", "to"),
    e.InjectRetracted: Kind("De spelleider nam een gebeurtenis terug.", "inject"),
    # cards and talk
    e.CardDealt: Kind("Een zetel kreeg een informatiekaart.", "card", "", "seat"),
    e.CardShared: Kind("Een informatiekaart is gedeeld.", "card", "how", "to"),
    e.CardHandedOver: Kind("Een informatiekaart ging naar een andere zetel.", "card", "", "to"),
    e.CardTicked: Kind("De houder vinkte aan wie een kaart nu kent.", "card", "", "known_by"),
    e.SpokenWith: Kind("Een zetel tekende aan met wie er gesproken is.", "", "", "seats"),
    e.NoteSent: Kind("Er ging een briefje van de een naar de ander."),
    e.Said: Kind("Er is iets gezegd in een gesprek op afstand."),
    e.QuestionAsked: Kind("Er is een formele vraag gesteld.", "question", "offer", "to"),
    e.QuestionAnswered: Kind("Een formele vraag is beantwoord.", "question", "answer"),
    e.SpokenUp: Kind("Iemand sprak in.", "hearing"),
    e.SpeechAnswered: Kind("Een lid zei wat het met een inspraak doet.", "speech", "takes_up"),
    e.HearingClosed: Kind("Het inspreken is voorbij; naar: wie niet antwoordde.", "hearing", "spoken", "silent"),
    # proposals, promises, acts, moves
    e.ProposalMade: Kind("Er is een voorstel gedaan.", "proposal", "kind"),
    e.ProposalWithdrawn: Kind("Een voorstel is ingetrokken.", "proposal"),
    e.AgendaPlaced: Kind("Iets is op de agenda gezet.", "item"),
    e.AdviceGiven: Kind("De griffier gaf een procedureadvies.", "advice"),
    e.AdviceAnswered: Kind("De voorzitter volgde een procedureadvies, of niet.", "advice", "followed"),
    e.SpeakersOrdered: Kind("De volgorde van de sprekers is gekozen.", "", "", "seats"),
    e.PromiseMade: Kind("Er is een toezegging gedaan.", "promise", "offer", "to"),
    e.PromiseJudged: Kind("Een toezegging is nagekomen, of niet.", "promise", "kept"),
    e.ActPerformed: Kind("Een ambtshandeling is gedaan.", "act", "legality", "target"),
    e.ActRefused: Kind("Een ambtshandeling die niet kan, is geweigerd.", "act"),
    e.CameOut: Kind("Iets wat verborgen was, kwam uit.", "what"),
    e.ChanceMissed: Kind("Iets wat uit had kunnen komen, kwam niet uit.", "what"),
    e.MoveMade: Kind("Er is een vrije zet gedaan.", "move"),
    e.MoveArgued: Kind("Er is een argument gegeven bij een vrije zet.", "move", "side"),
    e.MoveAdjudicated: Kind("De spelleider besliste over een vrije zet.", "move", "outcome"),
    # deciding
    e.DecisionAsked: Kind("Een besluit kwam op tafel.", "decision"),
    e.OptionPut: Kind("Een keuze is in stemming gebracht.", "decision", "option"),
    e.VoteRequested: Kind("Er is hoofdelijke stemming gevraagd.", "decision"),
    e.VoteCast: Kind("Een zetel stemde op het eigen scherm.", "decision"),
    e.VoteRecorded: Kind("Een hardop gegeven stem is opgeschreven.", "decision", "", "seat"),
    e.BallotCast: Kind("Er ging een stembriefje in de bus.", "decision", person=False),
    e.VoteClosed: Kind("Een stemming sloot zonder besluit.", "decision", "outcome"),
    e.DecisionHeldOver: Kind("Een besluit schoof door: te weinig leden.", "decision"),
    e.DecisionTaken: Kind("Een besluit is genomen.", "decision", "result"),
    e.InterestDeclared: Kind("Een lid meldde een persoonlijk belang.", "decision", "", "seat"),
    e.VoteExplained: Kind("Een lid gaf een stemverklaring.", "decision"),
    # consequences
    e.ConsequenceScheduled: Kind("Een gevolg is onderweg; waarde: in welke ronde het komt.", "consequence", "due"),
    e.ConsequenceHappened: Kind("Een gevolg is gebeurd; waarde: de reikwijdte.", "consequence", "ring", "to"),
    e.ConsequenceLapsed: Kind("Een gevolg bleef uit.", "consequence"),
    e.SilenceNoted: Kind("Wie een kaart had moeten horen, hoorde haar niet.", "card", "", "seat"),
    # facilitation
    e.IndicatorOverridden: Kind("De spelleider veranderde een indicator; waarde: hoeveel.", "indicator", "shift"),
    e.Bookmarked: Kind("De spelleider zette een bladwijzer."),
    e.RubricScored: Kind("Er is een score gegeven op de rubriek; waarde: het niveau.", "criterion", "level"),
    e.UnexpectedHappened: Kind("Er gebeurde iets onverwachts.", "what", "kind"),
    e.ScreensClosed: Kind("De schermen gingen dicht of open.", "", "closed"),
    # debrief
    e.PulseGiven: Kind("Iemand beantwoordde de pols.", "round", person=False),
    e.SilentNoteWritten: Kind("Iemand schreef de stille notitie.", person=False),
    e.ConsequencesChosen: Kind("De gevolgen om te beoordelen zijn gekozen.", "", "consequences"),
    e.ConsequenceJudged: Kind("Iemand beoordeelde een gevolg.", "consequence", person=False),
    e.HandvatWritten: Kind("Iemand schreef een handvat.", person=False),
    e.Revealed: Kind("Alles is onthuld."),
    e.ChainLaid: Kind("Het spel koos de keten van oorzaken om te raden."),
    e.Weighed: Kind("Iemand woog hoe belangrijk de indicatoren zijn.", "", "moment", person=False),
    e.CauseGuessed: Kind("Iemand raadde de oorzaak van een gevolg.", person=False),
    e.CauseConfirmed: Kind(
        "Iemand zei of een gevolg met zijn oorzaken klopt met de eigen praktijk.", "consequence", person=False
    ),
    e.ChosenAgain: Kind("Iemand koos wat bij een tweede kans anders zou gaan.", person=False),
}
