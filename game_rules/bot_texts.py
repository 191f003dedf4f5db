"""What a bot writes where a text is asked. Short Dutch sentences that fit any casus."""

from __future__ import annotations

from .chance import draw

SENTENCES = {
    "reason": (
        "Zo blijft het uit te leggen aan de inwoners.",
        "We hebben dit eerder zo afgesproken.",
        "Wachten maakt het alleen maar moeilijker.",
        "Dit past het best bij wat we nu weten.",
    ),
    "text": (
        "Ik wil dat we hier samen over praten.",
        "Kunnen we dit eerst goed uitzoeken?",
        "Ik denk dat de inwoners hier recht op hebben.",
        "Laten we het stap voor stap doen.",
    ),
    "title": ("Een extra gesprek", "Een nieuwe afspraak"),
    "note": ("Goed om op terug te komen.",),
    "whom": ("de griffier", "mijn fractievoorzitter", "de gemeentesecretaris"),
    "what": ("een vast moment om elkaar bij te praten", "een overzicht van wat de raad al weet"),
    "before": ("de volgende raadsvergadering", "het weekend", "het einde van de maand"),
}


def sentence(field: str, label: str) -> str:
    """A sentence for a field with this name; the same label gives the same one."""
    sentences = SENTENCES.get(field, SENTENCES["text"])
    return sentences[int(draw(label, "sentence") * len(sentences))]
