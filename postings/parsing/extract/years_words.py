"""The words of a number of years, in the languages that postings come in, and those that make it something else.

All patterns read small letters.
"""

import re
from decimal import Decimal

from postings.facts import Years
from postings.parsing.extract.around import stretches_around
from postings.parsing.extract.near import Stretch, hits_of

NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "eighteen": 18, "twenty": 20,
    "ein": 1, "eins": 1, "einem": 1, "einer": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7,
    "acht": 8, "neun": 9, "zehn": 10,
    "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "sept": 7, "huit": 8, "neuf": 9, "dix": 10,
    "uno": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8, "nueve": 9, "diez": 10,
    "um": 1, "dois": 2, "três": 3, "quatro": 4, "sete": 7, "oito": 8, "dez": 10,
    "due": 2, "tre": 3, "quattro": 4, "cinque": 5, "sei": 6,
    "twee": 2, "drie": 3, "vijf": 5, "två": 2, "fyra": 4, "fem": 5,
}  # fmt: skip
WORD = "|".join(sorted(NUMBERS, key=len, reverse=True))
NUMBER = rf"(?: \d{{1,2}} (?: [.,]5 )? | \b (?:{WORD}) \b | \b (?:a|an) (?= \s (?:year|decade)) )"
ASIDE = r"(?: \s* \( \s* [\w+ -]{1,12} \s* \) )?"  # "ten (10)", "5 (five)"
OPEN = r"(?: \s* (?: \+ | plus\b | (?:or|oder|ou|o|of)\ (?:more|greater|above|mehr|plus|más|mais|meer)\b | and\ (?:above|up)\b ) )*"

# A pattern that begins with letters is searched as fast as two words; to look for one rare letter takes a fifth.
BEFORE, AFTER = 60, 45  # characters that a count may take on either side of its unit
TRIGGERS = ("decade", "년")
TRIGGERS_WITH_LETTER = (("ñ", ("año",)), ("å", (" år",)))
TRIGGER_PATTERNS = (
    re.compile(r"y(?:ear|rs?\b|oe\b)"),
    re.compile(r"mo(?:nths|nate|is\b)"),
    re.compile(r"j(?:ah|äh|aa)r"),
    re.compile(r"\ lata?\b"),
    re.compile(
        r"an(?:née|(?<=\ an)(?:os?|s|ni)\b|(?:(?<=1\ an)|(?<=un\ an))(?:\b|n))"
    ),  # not of "and", "answer"
)

# "5+ years", "three to five (3-5) yrs", "mehr als 3 Jahre", "2-jährige"; not "2020-21 years", "$5 years", "3.14 years".
COUNT = re.compile(
    rf"""(?: (?<! [\w.,$€£/] ) | (?<= [a-z]{{4}} ) (?= \d ) ) (?<! \w - ) (?<! \d\ - ) \(?
    (?P<low> {NUMBER} ) {ASIDE} {OPEN}
    (?: \s* (?: - | ~ | / | \b (?:to|till|bis|à|a|y|e|und|and|or|ou|oder|of|tot) \b ) \s* (?P<high>
      {NUMBER} ) {ASIDE} {OPEN} )? \)?
    (?: \s+ (?: or\ more | full | solid | consecutive | calendar | volle | plus | good | complete ) )*
    [\s-]* (?P<unit> (?: years? | yrs? ) (?! -old ) | yoe | jahre?n? | jährige[rnsm]? | ann[ée]es? | ans?
      | años? | anos? | ann[io] | jaar | års?
        | lata? | months? | monate?n? | mois | 년 ) \b """,
    re.VERBOSE,
)
# "Years of experience: 5-7", "Experience (years): 3+"; not "Years of experience: several".
LABELLED = re.compile(
    r"""\b (?: years?\ of\ (?: \w+\ ){0,3} experience | experience\ \(?(?:in\ )?years?\)? ) (?:
          \ (?:required|needed) )? \s* \)? \s* [:=]
    \s* (?: min(?:imum)? \.? \s* | at\ least\ )? (?P<low> \d{1,2} (?: [.,]5 )? ) \s* \+? (?: \s* (?:-|to)
      \s* (?P<high> \d{1,2} ) )? \b (?! [.,]\d ) """,
    re.VERBOSE,
)

EXPERIENCE = re.compile(
    r"""experienc | \bexp\b | expertise | background | erfahrung | expérience | expertise | ervaring
          | esperienza | erfarenhet
      | experi[eê]nci | doświadcz | 경력 | 경험 | hands-on | \bpractice\b | \bpractical\b
        | (?:similar|related|relevant|comparable|equivalent)\ (?:role|position|field|capacity)
      | \bwork(?:ed|ing)\ (?:as|in|with|on|for|at|within|experience) | praxis\b""",
    re.VERBOSE,
)
# Directly before the count: "within 2 years", "the next three years", "every 5 years", "for over 50 years", "aged 18 years".
NOT_BEFORE = re.compile(
    r"""(?: \b (?: within | last | past | next | coming | previous | first | recent | every | each | after
          | since | another | per | until | by
            | less\ than | under | ages? | aged | founded | depuis | seit | desde | hace | sedan | dopo
              | nach | nächsten | letzten | vergangenen
            | prochaines? | dernières? | próximos | últimos | sinds | afgelopen | ogni | alle )
          (?: \s+ (?: the | den | les | los | más\ de | plus\ de | über | mehr\ als | meer\ dan | fast
            | rund | almost | nearly | over ) )?
        | \b option \s (?: [2-9] \s* : )?
        | \b not[\s-]to[\s-]exceed (?: \s+ \d{1,2} \s months )?
        | (?:uk|u\.k\.|us|u\.s\.) \s+ (?: residency | residence ) (?:\ of|\ for)?
        | \b (?: residency | resided? | residing | lived | living | licen[cs]ed | contract | commitment
          | term | duration | warranty | tenure )
          (?: \s+ (?: of | for | is | at\ least | in\ the\ \w+ | minimum | a\ minimum\ of ) ){0,3} [: ]*
      ) \s* \(? \Z""",
    re.VERBOSE,
)
# "for over 50 years" a firm has made pumps; "experience as a nurse for over 5 years" is asked.
FOR_SO_LONG = re.compile(r"\bfor\s+(?:well\s)?(?:over|more than|nearly|almost|around|about|the)\s*\Z")
# Directly after it: "18 years or older", "25 years in business", "5 years UK residency", "a 4-year degree", "5-year plan".
NOT_AFTER = re.compile(
    r"""\A '? \s{0,3} \+? \s{0,3} [-]? \s{0,3}
      (?: (?:of\ age|old\b|or\ older|and\ older|ago\b|in\ business|in\ a\ row|running\b|straight\b|from\ (?:now|date|hire)|prior\ to|before\b|after\b|later\b)
        | (?:of\ )? (?: continuous\ |consecutive\ )? (?:(?:uk|u\.k\.|us|u\.s\.|eu)\ )?
          (?:service|runway|history|growth|heritage|success|innovation|(?:\w{1,30}\ ){0,2}residen\w+|
            tenure|vesting|warranty|tradition|excellence|leadership\ in\ the|trust|stability) \b
        | (?:vest|cliff|contract|plan\b|strateg|roadmap|commitment|term\b|warranty|anniversary|sabbatical|visa|license|lease|program|horizon|forecast|cycle|budget|period|deal|funding|mandate|fixed|project\b|internship|assignment|engagement|placement|rotation|master|bachelor|undergraduate|apprentic|ausbildung|studium)
        | (?:of\ )? (?:post-?\ ?secondary|high\ school|college|university|degree|full-?time\ (?:education|study)|education|schooling|study|studies|undergraduate|higher\ education|relevant\ education|accredited|coursework|diploma|school)
        | (?:residency|resident) | (?:clean\ )?driving | alt\b
      )""",
    re.VERBOSE,
)
# "a degree or 4 years of experience": the years stand in for a degree, nobody has to have both.
STANDS_IN = re.compile(
    r"""(?: degree | diploma | bachelor\S* | master\S* | ph\.?d\.? | \bb\.?[as]\.? | certificate ) [^.;]{0,90}
        \b or \s+ (?: (?: at\ least | a\ minimum\ of | minimum | with | equivalent | additional
          | an\ additional | have | has | possess | more\ than | the\ equivalent\ of ) \s+ ){0,3} \(? \Z
      | \b instead\ of \s (?: a | the ) \s (?: [\w'-]+ \s ){0,2} degree ,? \s \(? \Z""",
    re.VERBOSE,
)
# "A bachelor's degree OR an associate degree and 2 years": nobody has to have these years. Not "a Bachelor's or
# Master's degree and 2 years", nor where both ways take years.
OTHER_WAY = re.compile(
    r"""(?: [Dd]egree | [Bb]achelor | [Mm]aster ) (?: (?! \b [Yy]ears? ) [^;] ){0,160} \b OR \b \W{0,8}
        (?: (?! \b [Yy]ears? ) [^;] ){0,200} \b (?: degree | diploma | certificate ) \b
        (?: (?! \b [Yy]ears? ) [^;] ){0,200} \b (?: and | with | plus ) \b [^.;]{0,40} \Z""",
    re.VERBOSE,
)
LONGEST_WAY = 420
# A comma parts what is wished from the years before it: "5 years of Java, Kotlin is a plus". Not so in a list:
# "5 years of retail, catering or hotel experience preferred".
WISH_AFTER_LIST = re.compile(
    r"""\A \+? [^.;()]{0,160} , [^,.;()]{0,40} \b (?:or|and) \b [^,.;()]{0,60} \b experience \s+ (?: is\ )?
          (?: strongly\ | highly\ )? (?: preferred | desired )
        \s* (?: [.;] | \Z )""",
    re.VERBOSE,
)
YEARS_OF_OTHERS = re.compile(
    r"""\b (?: we | we've | our | us | they | its | their | company | firm | founded | founders? | combined (?!\ with) | working\ together
          | wir | unser\w* | nous | notre | nos | nuestr[oa]s? | noi | established
          | clients? | customers? | team\ (?:has|with|of|brings)
            | (?:is|are)\ (?:an?|the)\ (?:[\w-]+\ ){0,6}(?:company|firm|agency|leader|provider|consultancy|organi[sz]ation|business|startup|start-up|group|partner|studio|platform|manufacturer) ) \b""",
    re.VERBOSE,
)
# "With 25 years of experience, Acme is the leader"; not "With 5 years of experience, you are a leader".
OTHERS_AFTER = re.compile(
    r"""\A \+?\s{0,3} (?:of\s{1,3})? (?: shared
        | [^.;,]{0,60} \b experience [^.;,]{0,60} , (?! [^.;]{0,200} \b (?:you|candidates?) \b ) [^.;]{0,60} \b
          (?:is|are|has|was|we|our) (?! \ (?: required | needed | necessary | mandatory | essential | expected
            | preferred | desired | an?\ (?:plus|bonus|must|asset|advantage) ) ) ) \b""",
    re.VERBOSE,
)
# "our bakers with 20 years", "you will learn from a baker who has 20 years": theirs, whoever reads it.
COLLEAGUES = re.compile(
    r"""\b (?: our \ (?:[\w-]{1,20}\ ){0,3} [\w-]{3,20}s \ | (?: co-?)? founders? \ [^.;:]{0,40}
          | (?: learn(?:ing)?\ from | work(?:ing)?\ (?:alongside|closely\ with|with) | led\ by | report(?:s|ing)?\ to | mentored\ by
              | join(?:ing)?\ (?:an?|our|the)\ (?:[\w-]{1,20}\ ){0,2} (?:team|group)\ of ) \ [^.;:]{0,60} )
        (?: with | (?: who \ )? (?: has | have | bring s? | average s? ) ) \ (?: (?: over | more\ than | at\ least | around | about | an\ average\ of
          | on\ average | nearly | up\ to | the | a\ combined ) \ ){0,2} \Z""",
    re.VERBOSE,
)
# "10 years of combined experience" are a firm's; in a list of needs they are one candidate's
SUMMED = re.compile(r"\A \+?\s{0,3} (?:of\s{1,3})? (?: combined | collective | aggregated? )", re.VERBOSE)
CANDIDATE = re.compile(
    r"""\b (?: you | you'll | you've | your | candidates? | applicants? | must | requir\w+ | minimum | min
          | at\ least | seek\w* | looking | need\w* | should | ideal | someone
        | who | individual | professional | du | sie | dich | mindestens | vous | tu | au\ moins | minimum
          | al\ menos | mínim\w+ | buscamos | engineers? | developer | manager )""",
    re.VERBOSE,
)
MONTHS = ("month", "monat", "mois")
UP_TO = re.compile(r"\b(?:up to|maximum(?: of)?|max\.?|bis zu|jusqu'à|hasta|no more than)\s*\Z")


def number(words: str | None) -> Decimal | None:
    """Return what a figure or a number word counts; None for no words."""
    if not words:
        return None
    if words[0].isdigit():
        return Decimal(words.replace(",", "."))
    return Decimal(NUMBERS.get(words, 1))


def years_counted(found: re.Match[str]) -> Years:
    """Return what a match of COUNT or LABELLED says, months as parts of a year."""
    low, high = number(found["low"]), number(found["high"])
    if found["high"] and found["low"].isdigit() and not found["high"][0].isdigit():
        low, high = high, None  # "Analyst 10 - one year"
    if found.re is COUNT and found["unit"].startswith(MONTHS):
        low, high = (
            None if each is None else (each / 12).quantize(Decimal("0.1")).normalize() for each in (low, high)
        )
    if high is not None and low is not None and high <= low:
        high = None
    return Years(low, high)


def stretches_near_years(lower: str) -> list[Stretch]:
    hits = list(hits_of(lower, TRIGGERS))
    for letter, words in TRIGGERS_WITH_LETTER:
        if letter in lower:
            hits.extend(hits_of(lower, words))
    for pattern in TRIGGER_PATTERNS:
        hits.extend(found.start() for found in pattern.finditer(lower))
    return stretches_around(hits, len(lower), BEFORE, AFTER)
