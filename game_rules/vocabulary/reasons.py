"""Every refusal: a stable code and a Dutch sentence that says what to do. `{name}` is filled from the details."""

from __future__ import annotations

from .errors import RuleError

REASONS: dict[str, str] = {
    # who and when
    "malformed": "Dit bericht kan DNa Lab niet lezen. Laad de pagina opnieuw en probeer het nog eens.",
    "unknown_command": "DNa Lab kent deze handeling niet. Laad de pagina opnieuw.",
    "not_your_seat": "Je hebt deze zetel niet. Ga eerst zitten, of vraag de spelleider om je te plaatsen.",
    "shadow_reads": "Je kijkt mee met deze zetel. Wie de zetel heeft, doet de handeling. Je kunt van plaats wisselen.",
    "not_for_you": "Deze handeling hoort niet bij jouw plaats aan tafel. Vraag de spelleider wie dit kan.",
    "not_now": "Dit kan niet in de stap “{step}”. Wacht tot de spelleider verdergaat.",
    "paused": "Het spel staat stil. Wacht tot de spelleider het hervat.",
    "not_paused": "Het spel loopt al. Je hoeft niet te hervatten.",
    "game_closed": "Dit spel is afgesloten. Je kunt het nog wel terugkijken.",
    "step_changed": "Het spel is al een stap verder. Kijk naar de nieuwe stap en kies opnieuw.",
    "not_ready_to_start": "Nog niet alle onmisbare zetels zijn bezet: {seats}. Kies per lege zetel wie speelt.",
    # what
    "unknown_seat": "Deze zetel staat niet aan deze tafel. Kies een zetel uit de lijst.",
    "unknown_card": "Deze kaart heb je niet. Kies een kaart uit je eigen kaarten.",
    "unknown_inject": "Deze gebeurtenis staat niet in deze casus. Kies er een uit de lijst.",
    "unknown_decision": "Dit besluit ligt nu niet op tafel. Kies een besluit uit de lijst.",
    "unknown_option": "Deze keuze hoort niet bij dit besluit, of is nu niet mogelijk. Kies een andere.",
    "unknown_act": "Deze handeling hoort niet bij jouw rol. Kies er een uit de lijst.",
    "unknown_question": "Deze vraag is hier niet te stellen. Kies een vraag uit de lijst of stel zelf een vraag.",
    "unknown_promise": "Deze toezegging is er niet. Kies er een uit de lijst.",
    "unknown_proposal": "Dit voorstel is er niet meer. Kies er een uit de lijst.",
    "unknown_advice": "Op dit advies is al gereageerd, of het bestaat niet. Kies een advies uit de lijst.",
    "unknown_move": "Deze vrije zet is er niet. Kies er een uit de lijst.",
    "unknown_participant": "Deze deelnemer is niet aan deze tafel. Kies een deelnemer uit de lijst.",
    "unknown_indicator": "Deze indicator hoort niet bij deze casus. Kies er een uit de lijst.",
    "unknown_criterion": "Dit criterium hoort niet bij deze casus. Kies er een uit de lijst.",
    "unknown_stock": "Dit kant-en-klare gevolg is er niet. Kies een van de drie.",
    "empty_text": "Je hebt nog niets ingevuld. Schrijf eerst een zin.",
    # seats
    "seat_taken": "Deze zetel is al bezet. Kies een andere zetel, of ga ernaast zitten om mee te kijken.",
    "shadow_taken": "Er kijkt al iemand mee met deze zetel. Kies een andere zetel.",
    "no_holder": "Deze zetel is nog vrij. Je kunt er zelf gaan zitten.",
    "not_playable": "Deze zetel wordt niet gespeeld: de casus zegt hoe deze persoon stemt. Kies een andere zetel.",
    "already_seated": "Je zit al op een zetel. Sta eerst op.",
    "not_seated": "Je zit nog niet op een zetel. Kies eerst een zetel, of vraag de spelleider om hulp.",
    "no_shadow": "Naast deze zetel zit niemand, dus wisselen kan niet. Laat eerst iemand ernaast gaan zitten.",
    "seat_is_played": "Deze zetel wordt door iemand gespeeld. Laat diegene zelf stemmen.",
    # injects
    "inject_done": "Deze gebeurtenis is al gebeurd. Kies een andere, of verzin er zelf een.",
    "inject_not_fired": "Deze gebeurtenis is nog niet gebeurd. Je kunt haar overslaan in plaats van terugnemen.",
    "inject_not_held": "Deze gebeurtenis wordt niet tegengehouden. Je hoeft haar niet los te laten.",
    # cards and talk
    "not_holder": "Deze kaart is niet van jou. Alleen wie de kaart heeft, kan haar delen.",
    "already_known": "Zij kennen deze kaart al. Kies iemand anders.",
    "to_self": "Dit kun je niet aan jezelf richten. Kies een ander.",
    "notes_used_up": "Je hebt je twee briefjes van deze ronde al geschreven. Praat aan tafel of wacht op de volgende ronde.",
    "nobody_there": "Op deze zetel zit niemand. Kies een zetel die wordt gespeeld.",
    # questions
    "not_answerable": "Deze vraag is niet aan jou gesteld, of je hebt haar al beantwoord. Kies een vraag die nog openstaat.",
    "ask_who": "Een formele vraag stelt een raadslid aan het college of aan de burgemeester (Gemeentewet 169 en 180). "
    "Vraag het anders gewoon aan tafel.",
    "already_asked": "Deze vraag is al gesteld. Stel een andere vraag.",
    # proposals, advice, promises, acts, moves
    "budget_empty": "Dit is op: {budget}. Wacht op de volgende ronde, of vraag of een ander iets voor je kan doen.",
    "only_council": "Alleen een raadslid kan dit voorstellen (Gemeentewet 147a en 147b). Vraag een fractie om het te doen.",
    "amend_what": "Kies het besluit waar het amendement bij hoort. Het moet nog op tafel liggen.",
    "not_your_proposal": "Dit voorstel is niet van jou. Alleen de indiener kan het intrekken.",
    "already_on_agenda": "Dit staat al op de agenda. Kies iets anders uit de lijst.",
    "only_griffier": "Dit hoort bij de griffier. Vraag de griffier om het te doen.",
    "only_chair": "Dit doet de voorzitter ({chair}). Vraag de voorzitter om het te doen.",
    "not_your_promise": "Deze toezegging is niet aan jou gedaan. Wie haar kreeg, zegt of zij is nagekomen.",
    "promise_judged": "Over deze toezegging is al geoordeeld. Kies een andere uit de lijst.",
    "promise_made": "Deze toezegging heb je al gedaan. Doe een andere, of schrijf er zelf een.",
    "act_done": "Dit heb je al gedaan of geprobeerd. Het kan één keer: kies iets anders.",
    "act_not_now": "Dit kan nu niet: het hoort bij een andere ronde, of er moet eerst iets anders gebeuren. Kies iets anders.",
    "choose_target": "Kies eerst voor wie of tegen wie dit is bedoeld.",
    "move_settled": "Over deze zet is al beslist. Doe een nieuwe vrije zet als je verder wilt.",
    "own_move": "Je hebt je eigen reden al gegeven. Anderen geven nu een reden voor of tegen.",
    # deciding
    "not_your_decision": "Over dit besluit gaat een ander: {who}. Jij kunt wel meepraten.",
    "not_a_member": "Alleen de leden stemmen hierover: {organ}. Jij kunt wel meepraten.",
    "decided": "Hierover is al besloten. Kijk bij de besluiten wat het is geworden.",
    "not_put": "Er ligt nog geen keuze in stemming. De voorzitter brengt eerst een keuze in stemming.",
    "already_put": "Er ligt al een keuze in stemming. Rond die eerst af.",
    "vote_asked": "Er is om een stemming gevraagd. Afhameren kan dan niet meer: laat de leden stemmen.",
    "no_vote_runs": "Er loopt nu geen stemming over dit besluit. Wacht tot de voorzitter een stemming opent.",
    "vote_runs": "De stemming loopt al. Breng je stem uit.",
    "no_quorum": "Er zijn te weinig leden aanwezig: {present} van de {total}. Nodig zijn er {needed} ({article}). "
    "Haal leden erbij. Lukt dat niet, dan komt het besluit terug als er nog een ronde is. Dan mag het met minder.",
    "no_abstention": "Wie meestemt, stemt voor of tegen: samen precies {weight} ({article}). Verdeel al je stemmen.",
    "too_many_votes": "Deze zetel heeft niet meer dan {weight} stemmen. Verdeel die over voor en tegen.",
    "already_voted": "Deze zetel heeft al gestemd. Klopt de stem niet? Vraag de spelleider om haar te herstellen.",
    "barred": "Deze zetel meldde een persoonlijk belang en doet niet mee aan de stemming (Gemeentewet 28). Laat de anderen stemmen.",
    "absent": "Deze zetel is niet aanwezig en stemt niet mee. De spelleider kan dat veranderen.",
    "votes_missing": "Nog niet iedereen heeft gestemd: {seats}. Wacht, of laat de spelleider sluiten.",
    "bot_records": "De computer schrijft geen stem van een mens op. Laat de griffier of de spelleider dit doen.",
    "is_secret": "Over personen stem je geheim, met een briefje (Gemeentewet 31). Vul je eigen briefje in en zeg niet wat je koos.",
    "not_secret": "Dit is geen stemming over personen. Stem voor of tegen.",
    "next_meeting": "Dit besluit wacht op de volgende vergadering. Het komt in de volgende ronde terug.",
    "suspended": "De vergadering is geschorst. Wacht tot de schorsing voorbij is.",
    "option_tried": "Deze keuze is al verworpen. Breng een andere keuze in stemming.",
    "amendment_first": "Er ligt nog een amendement op dit besluit. Breng eerst het amendement in stemming.",
    "explain_first": "Een stemverklaring geef je nadat je zelf hebt gestemd. Stem eerst mee.",
    # facilitation and debrief
    "nothing_to_undo": "Er is geen stap die je kunt terugnemen. Zet het recht met een ingreep of een gebeurtenis.",
    "undo_too_late": "Terugnemen kan niet meer: een speler heeft al iets gedaan. Zet het recht met een ingreep of een gebeurtenis.",
    "already_revealed": "Alles is al onthuld. Iedereen kan nu alles terugkijken.",
    "already_out": "Dit is al uitgekomen, of het is nooit gebeurd. Kies iets uit de lijst.",
    "not_asked": "Hier wordt nu niet om gevraagd. Wacht op het einde van een ronde.",
    "already_given": "Dit heb je al gedaan. Het kan één keer.",
    "not_chosen": "Dit gevolg is niet gekozen voor het gesprek. Kies een van de drie.",
    "three_needed": "Kies precies drie verschillende gevolgen die zijn gebeurd en die iedereen mag kennen.",
    "choose_three_first": "Kies eerst drie gevolgen om samen te beoordelen.",
    "computer_cannot": "De computer geeft geen eigen oordeel. Laat dit over aan de mensen aan tafel.",
    "no_change": "Zo is het al: dit verandert niets. Kies iets anders.",
}


def refuse(code: str, **details: object) -> RuleError:
    """The refusal with this code, its sentence filled in. Raise what it returns."""
    return RuleError(code, REASONS[code].format(**details), **details)
