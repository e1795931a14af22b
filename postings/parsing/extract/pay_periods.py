"""The period of a sum: what the words say, the nearest first, and only one in which the sum can be pay."""

import re
from collections.abc import Iterator
from decimal import Decimal

from postings.parsing.extract.pay_magnitude import is_plausible
from postings.vocabulary import Period

# "/hr", "per hour", "hourly"; not the "h" of "/html", nor "8 hours". The names of the groups are those of Period.
PERIOD = re.compile(
    r"""(?<! [a-z0-9] )
    (?: (?P<hour>
          /\s? (?: hrs? | hours? | h | std | stunde | heure | hora | ora | uur | godz\w* | saat | tunti )
        | per \s+ (?: hr | hour | uur ) | an? \s+ hour | each \s hour | p\.?/?\s?h (?: \. | \b ) | hourly
        | (?: pro | die | je ) \s stunde | stundenlohn | stündlich | de \s l'heure | par \s heure | horaire
        | (?: por | la ) \s hora | all'ora | timme )
      | (?P<day>
          /\s? (?: days? | d | j | jours? | tag | pt | día | dia | giorno | dag )
        | per \s+ (?: day | diem | dag ) | a \s+ day | daily | day \s rate | p\.d\. | pro \s tag
        | tagessatz
        | par \s jour | tjm | journalier | por \s d[ií]a | al \s giorno )
      | (?P<biweek>
          bi-?weekly | fortnight(?:ly)? | (?: per | every ) \s two \s weeks | every \s other \s week
        | per \s pay \s period )
      | (?P<week>
          /\s? (?: weeks? | wk | w | woche | semaine ) | per \s+ (?: week | wk ) | a \s+ week
        | (?<! bi- ) weekly | p\.w\. | pro \s woche | wöchentlich | par \s semaine | por \s semana )
      | (?P<month>
          /\s? (?: months? | mo | mth | m | mes | mês | mois | monat | mese | mc | miesi\w* | maand
              | m[åa]n(?:ad)? | kk )
        | per \s+ (?: calendar \s )? (?: month | maand | mese | mo ) | a \s+ month | monthly | p\.?\s?m\.
        | pcm
        | (?: pro | im ) \s monat | monatlich\w* | monatsgehalt | monatsbrutto | par \s mois | mensuel\w*
        | al \s mes | mensual\w* | por \s m[eê]s | mensa (?: l | is ) | al \s mese | mensil[ei]
        | miesięczni\w*
        | månadslön | (?: i | per ) \s månad(?:en)? | måned\w* )
      | (?P<year>
          /\s? (?: years? | yr | y | annum | annually | annual | jahr | an | année | año | ano | a | anno
          | rok
              | jaar | år | pa )
        | per \s+ (?: year | yr | annum | anum | jaar ) | (?: a | an | each | in \s a ) \s+ year | yearly
        | annum
        | annual (?: ly | i[sz]ed )? | p\s?\.?\s?a\b \.? | (?: pro | im ) \s jahr | jährlich\w* | jahres\w+
        | bruttojahres\w+ | par \s an (?:née)? | annuels? | annuelle | l'an | al \s año | anual\w*
        | por \s an[oñ]o?
        | b/a | ral | all'anno | annu[aio] | annual[ei] | rocznie | ctc | i \s året | lpa )
    ) (?! [a-z] )""",
    re.VERBOSE,
)
# What may stand between a sum and its period: "$50 (USD) gross per hour".
FILLER = re.compile(
    r"""[\s*\])(,"'/-]{0,4}
        (?: (?: \(? (?: usd | cad | aud | eur | euros? | gbp | inr | pln | chf | us | dollars | gross | net
        | netto
          | bruttos? | bruta | brut | bruto | brutos | lordi | base | salary | pay | wage | rate | gehalt
          | salario
          | fixe? | fixed | package | total | in | ctc | ote | on | paid | compensation | equivalent | fte
          | \+
          | \+?\s?vat | b2b | h\.?t\.? ) \b \)? [\s,/*)(-]{0,3} ){1,4} )?""",
    re.VERBOSE,
)
# "$7,885.00 MONTH"; not "$60 an hour, 6 month contract"
ALONE = re.compile(
    r"\s{0,3} (?P<period> hour | day | week | month | year ) s? \b (?! \s (?: contract | term | project | one ) \b )",
    re.VERBOSE,
)
FAR_FROM_IT = re.compile(r"(?:an?|each|in a)\s")  # "half a day", "a year ago": of another thing


def stated_period(
    low: Decimal, high: Decimal, currency: str, inside: str, own: str, after: str, further: tuple[str, ...]
) -> Period | None:
    """Return the first period of the words in which both sums are plausible: in any other they would be absurd.

    `own` stands before the sum, `after` behind it; `further` is the rest of the sentence and the heading.
    """
    for period in _said(inside, own, after, further):
        if is_plausible(low, currency, period) and is_plausible(high, currency, period):
            return period
    return None


def said_at_once(after: str) -> Period | None:
    """Return the period that follows a sum at once: "$20 (gross) per month"."""
    filler = FILLER.match(after)
    if behind := PERIOD.match(after, filler.end() if filler else 0):
        return Period(str(behind.lastgroup))
    alone = ALONE.match(after)
    return Period(alone["period"].lower()) if alone else None


def _said(inside: str, own: str, after: str, further: tuple[str, ...]) -> Iterator[Period]:
    if at_once := said_at_once(after):
        yield at_once
    for found in PERIOD.finditer(inside):
        yield Period(str(found.lastgroup))
    for words in (own, after, *further):
        found_in = PERIOD.finditer(words)
        for found in reversed(list(found_in)) if words is own else found_in:
            if not FAR_FROM_IT.match(found.group()):
                yield Period(str(found.lastgroup))
