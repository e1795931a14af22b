"""The language of a text, by its most common small words.

A part in; an ISO code with the first sentence that shows it, or None for a text too short or too strange to
tell. Of a text in two languages the one with more words counts.
"""

from collections import Counter
from collections.abc import Iterator

from postings.facts import Fact
from postings.parsing.part import Part

# No word stands in two lists that is common in both languages: "in", "a", "de" and "per" would decide nothing.
COMMON = {
    "en": "the and of to with for you your our will is are that this or be have as an from at we their by on experience",
    "de": "und der die das mit für von zu wir du ist den dem des auf im eine einen sie deine unsere dich bei oder sowie",
    "fr": "les des et vous du une pour dans est sur avec nous votre notre aux vos au qui par ou le être plus",
    "es": "los las y el para con una del que en tu nuestro nuestra como más son experiencia por al equipo",
    "pt": "os as e o para com uma do da em que dos das não você nosso nossa no na ou sua experiência",
    "it": "il di e che per con della del gli una dei delle nel sono alla le i nostro nostra è esperienza ti",
    "nl": "het een van en je voor met de wij zijn aan bij jij ons onze als naar om ook wat jouw worden",
    "sv": "och att som för med du av är på vi till ett det den har eller våra inom om kommer vår även",
    "da": "og at som for med du af er på vi til et det den har eller vores inden om dig også samt",
    "no": "og å som for med du av er på vi til et det den har eller våre innen om deg også samt",
    "fi": "ja on että sekä olet tai kanssa meillä sinulla työ ovat myös joka mukaan sinua oma",
    "pl": "i w z na do oraz się jest dla nie lub jak od po że twoje praca nasz są przy doświadczenie",
    "cs": "a v na se je pro s že jako ve nebo práce jsme bude od které zkušenosti máte vás naše",
    "ro": "și în de la pe cu este pentru sau care din un o ai mai să noastre echipa experiență",
    "hu": "és a az hogy egy vagy nem van is amely számára valamint mint munka csapat",
    "tr": "ve bir için ile olarak olan bu veya gibi daha en çalışma deneyim iş olmak ekip",
}
WORDS = {code: frozenset(words.split()) for code, words in COMMON.items()}
FEWEST_WORDS = 20
STRETCHES, STRETCH = 5, 600  # of a long text, so many are read, of so many characters
FARTHEST = 6000  # where the sentence that shows the language may stand
SHORTEST = 40  # characters of that sentence
FEWEST_HITS = 4
LEAST_SHARE = 0.08  # of the words; running text in any of these languages has three times as many
CODES_OF = {
    word: " ".join(code for code, words in WORDS.items() if word in words)
    for word in sorted(frozenset().union(*WORDS.values()))
}


def read_language(part: Part) -> Fact[str] | None:
    view = part.view
    start = part.header_end if len(view.text) - part.header_end > 200 else 0
    code = _language_of(_sample(view.lower, start))
    if code is None:
        return None
    end = min(len(view.text), start + FARTHEST)
    for line_start, line_end in _long_lines(view.text, start, end):
        for first, last in view.sentences(line_start, line_end):
            if last - first > SHORTEST and _language_of(view.lower[first:last], fewest=5) == code:
                return view.fact(code, first, last)
    first, last = view.trimmed(start, min(len(view.text), start + 200))
    return view.fact(code, first, last)


def _sample(lower: str, start: int) -> str:
    """Return all of a short text; of a long one a few stretches from its beginning to its end."""
    length = len(lower) - start
    if length <= STRETCHES * STRETCH:
        return lower[start:]
    places = (start + number * (length - STRETCH) // (STRETCHES - 1) for number in range(STRETCHES))
    return " ".join(lower[at : at + STRETCH] for at in places)


def _long_lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the lines that may hold a sentence long enough to show a language."""
    while start < end:
        line_end = text.find("\n", start, end)
        line_end = end if line_end < 0 else line_end
        if line_end - start > SHORTEST:
            yield start, line_end
        start = line_end + 1


def _language_of(words: str, fewest: int = FEWEST_WORDS) -> str | None:
    every = words.split()
    total = len(every)
    if total < fewest:
        return None
    hits: Counter[str] = Counter()
    counted = Counter(filter(None, map(CODES_OF.get, every)))  # by the few sets of languages, which is quick
    for codes, count in counted.items():
        for code in codes.split():
            hits[code] += count
    best = max(hits, key=lambda code: (hits[code], code), default=None)
    if best is None or hits[best] < min(FEWEST_HITS, total // 5) or hits[best] < LEAST_SHARE * total:
        return None
    return best
