"""Degrees by their names, in the languages that postings come in.

MENTION finds them, its groups are the levels of the vocabulary; `degree` is one without a level. Letters
  are read
in both cases, but for abbreviations that are words in small letters: "MS" is no "ms", "BA" no "ba".
"""

import re
from collections.abc import Iterator

from postings.parsing.extract.near import hits_of

# In small letters; every mention holds one of these, or what DOTTED or CAPITALS find. Left out is what another implies:
# a "juris doctor" is a "doctor", a "titulación universitaria" has a "universit".
TRIGGERS = (
    "degree", "bach", "master", "doctor", "diploma", "school", "ged", "associate", "bsc", "msc", "mba", "btech", "mtech", "meng", "beng", "undergrad", "postgrad",
    "bac+", "bac +", "licenc", "studium", "hochschul", "universit", "abschluss", "abitur", "grado en", "ingenier", "superior completo", "laurea", "hbo",
    "wo werk", "wo niveau", "examen", "gcse", "educat", "ensino",
)  # fmt: skip
# To look for one rare letter takes a fifth of the time of a word.
TRIGGERS_WITH_LETTER = (
    ("é", ("ingénieur",)),
    ("á", ("máster",)),
    ("ã", ("graduação",)),
    ("ö", ("högskol", "civilingenjör")),
    ("ł", ("wykształcenie",)),
)
# A pattern that begins with a letter or a mark is searched as fast as two words.
DOTTED = re.compile(r"\.(?:(?<=[bm]\.)(?:[sa]|tech)|(?<=b\.)e|(?<=m\.)eng|(?<=j\.)d)")
DOCTORS = re.compile(r"ph\.?\ ?d")
CAPITALS = re.compile(r"B(?:S|A|E|TS)|M[SAE]|JD|DUT")  # as written

OF = r"(?: \s+ (?: in | of | degree | degrees | level | required | preferred | or | and | \( ) | \s* [/,(&+] | \s* [.;)] | \s* \Z )"
SUBJECT = r"(?: \s (?-i: Computer | Electrical | Mechanical | Engineering | Statistics | Data\sScience | Math | Physics | Finance | Biology | Chemistry | Information\sSystems | Economics | CS\b | EE\b ) )"

MENTION = re.compile(
    rf"""(?: (?<! [^\W_] ) | (?-i: (?<= [a-z] ) (?= [A-Z][a-z] ) ) ) (?:
      (?P<doctorate> ph\.?\s?d (?: \.? (?! s ) | \b ) (?! \w ) (?! \s*
        (?:students?|candidates?\ (?:in\ our|you)|programs?|supervis|theses|researchers?\ (?:at|on|from)|scientists?) )
        | doctorate\b | doctoral (?: \s (?:degree|level) )? | d\.?phil\b | doctor\sof\s \w+
          | juris\sdoctor(?:ate)? | j\.d\.? | (?-i: JD )\b (?= {OF} ) | pharm\.?d\b | promotion\s(?=in|im)
        | doctorat\b | doctorado | doutorado | dottorato )
    | (?P<master> master(?:'s|s'|s)? (?: \s (?: level | university )? \s* degrees? | \s degree )
      | master's\b (?! \s (?:of\sceremon|touch|programme?\b) ) | masters\b {OF}
      | masters\b (?=\s) (?=\s+ (?:in|degree|or|preferred|required))
        | master (?= \s (?: in \s (?-i:[A-Z]) | of \s
          (?:science|arts|business|engineering|education|public|laws?|fine|social|computer|technology|applied|data|finance|philosophy) | or\s(?:ph|higher|doctor|above) | degree | level | [12]\b ) | /\s?(?:ph|diplom|doctor) | \s? \( | \s (?:oder|ou|o|of)\s )
        | (?<= bachelor[ ]or[ ] ) master | (?<= bachelor/ ) master | (?<= bachelor[ ]/[ ] ) master
          | (?<= bachelor's[ ]or[ ] ) master
        | m\.\s?s\.? (?:c\.?)? (?= {OF} | \s ) (?! \s (?:office|excel|word) ) | m\.?sc\b\.? | (?-i: MSc
          | MSC | MSEE | MSCS | MSEng ) \b | (?-i: MS ) (?= {OF}
          | {SUBJECT} ) (?! \s* (?:office|excel|word|sql|teams|project|windows|azure|dynamics|, \s*
          (?:word|excel)) ) (?! \s+ (?:of|and|or) \s (?:office|excel|sql|google) )
        | mba s? \b | m\.b\.a\.? | m\.a\.? (?= {OF} ) | (?-i: MA ) (?= \s (?: in \s | degree | / ) | / )
          | m\.?eng\b | m\.?tech\b | (?-i: M\.Ed | MEd | MPH | MSW | MSN | LLM | MPA | MFA )\b | m\.e\.
        | (?: advanced | graduate | post-?\s?graduate | higher ) (?: /\w+ )? \s (?: level\s | university\s
          | technical\s | engineering\s | academic\s )? degrees?
          | post-?graduate\s(?:qualification|education|studies) | bac\s?\+\s?[5-7]
          | (?<!technicien\s) ingénieur\s (?= de\sformation ) | (?: école | ecole | diplôme | diplome
          | formation | cursus )s?\s (?: supérieure\s )? (?: d['e]\s? | en\s | )? (?: ingénieurs?
          | commerce ) | grande\sécole
        | bac\s?\+\s?3\s?/\s?bac\s?\+\s?5(?!.) | máster (?= \s (?:en|de|oficial|universitario) ) | mestrado
          | laurea\smagistrale | civilingenjör\w* | masterexamen
          | diplom-?(?:ingenieur|informatiker|kaufmann)\w* | mestre\sem )
    | (?P<bachelor> bachelor(?:'?s|s')? (?: \s (?: university\s | level\s
      | of\s(?:science|arts|engineering|technology|business|commerce|applied\s\w+|computer\s\w+|fine\sarts|education|laws?)\s? | in\s\w+\s )? degrees? )? \b | baccalaureate (?: \s degree )? | bacc?alaureat\b
        | b\.\s?s\.? (?:c\.?)? (?= {OF} | \s ) | b\.?sc\b\.? | (?-i: BSc | BSC | BSEE | BSCS | BSCE | BSME
          | BSN | BBA | BFA | BCom | BComm | LLB ) \b | (?-i: BS ) \+? (?= {OF} | {SUBJECT} )
          | b\.a\.? (?= {OF} ) | (?-i: BA ) (?= \s (?: in \s | degree | or\s | and\s(?:/?or)?\s?(?:BS|MA) )
          | \s?/\s?(?:BS|MA|B\.?S|BSc) ) | b\.?a\.?sc\b
        | b\.?eng\b | b\.?tech\b | (?-i: B\.E\.?(?=[ /,]) | BE (?=\s?/\s?B) ) | (?: undergraduate
          | four[\s-]year | 4[\s-]year | first | honou?rs | 2:1 | college | university
          | graduate-level )\s (?: [\w-]+\s )? (?: degrees? | qualification )
          | (?:university|college)\sgraduate\b | (?:university|college)\s(?:level\s)?education
          | bac\s?\+\s?[34] | licence\s (?: 3 | pro\w* | en\s | universitaire )
          | undergraduate\s(?=or\sgraduate)
        | (?:abgeschlossene[sn]?|erfolgreiche[sn]?|wissenschaftliche[sn]?|technische[sn]?|naturwissenschaftliche[sn]?|wirtschaftswissenschaftliche[sn]?)\s (?: [\w,/-]+\s ){{0,5}}? (?: \w* studium | \w*hochschulabschluss ) | (?:fach-?|fachhoch)?hochschul(?:studium|abschluss|ausbildung) | universitätsabschluss | universitätsstudium | studium\s (?= der | im | in | des | mit | oder | als | \( ) | studienabschluss | akademische[rn]?\s(?:abschluss|ausbildung|grad) | hochschulabsolvent\w*
        | licenciatura | licenciad[oa] | (?:título|titulación|grado|formación|estudios|carrera|educación)\s
          (?:universitari[oa]s?|superior(?=\suniversitari)) | titulad[oa]\s(?:universitari[oa]|superior)
          | grado\sen | ingeniería\s (?: informática | industrial | de\ssoftware | en\ssistemas | en\s
          | técnica )
        | graduação | (?:ensino\s)?superior\scompleto | bacharel\w* | formação\ssuperior | laurea\b | hbo\b
          | wo\s(?:werk|niveau) | kandidatexamen | högskoleexamen | högskoleutbildning
          | (?:akademisk|universitets|eftergymnasial)\s?(?:examen|utbildning) | wykształcenie\swyższe )
    | (?P<associate> associate(?:'?s|s')? \s degrees? |
      associates?'?s?\s(?:or\sbachelor|of\s(?:arts|science|applied)) | associate's\b
      | a\.a\.s?\.? (?= {OF} ) | (?-i: AAS? )\s degree | two[\s-]year\s(?:\w+\s)?degree
      | 2[\s-]year\s(?:\w+\s)?degree | bac\s?\+\s?2 | (?-i: BTS | DUT )\b )
    | (?P<high_school> high[\s-]school (?: \s | / | , | \) ) (?: \( )? (?: diploma | degree | education
      | graduat\w+ | equivalen\w+ | or\b | ged | certificate | level | completion ) | high\sschool\s?[/)]
      | \b h\.?s\.?\s (?: diploma | degree ) | \b (?-i: GED ) \b | g\.e\.d\.
      | secondary\s(?:school|education)\s?(?:diploma|certificate|degree)? | secondary[\s-]education
        | diploma\sor\s(?-i:GED) | gcses? | (?:fach)?abitur | (?:fach)?hochschulreife | bachillerato
          | ensino\smédio )
    | (?P<degree> (?: university | college | relevant | related | technical | stem | engineering | science
      | cs | academic | tertiary | post-secondary | accredited | formal | applicable | equivalent | similar
      | valid )? \s? \b (?: degree | degrees (?= \s (?:in|or)\b ) ) \b
        (?! \s* (?: of\s (?!bachelor|master) | celsius | fahrenheit | view | angle | turn | feedback | \d
          | apprentice | program | [CF]\b | rotation | audits? ) ) )
    )""",
    re.VERBOSE | re.IGNORECASE,
)
# How a mention may begin, in small letters. MENTION has too many ways to be tried at every letter.
BEGINNING = re.compile(
    r"""degree | p(?: h[\s.d] | harm | romotion | ost ) | d(?: oct | out | ott | \.?phil | ipl | ut\b ) | j(?: uris | \.?d )
      | m(?: ast | est | ást | eng | tech | ed | a\b | [.sbpf] ) | b(?: ac | [.sbf] | com | a\b | asc | eng | tech | e\b | ts )
      | a(?: dvanced | bgesch | kademi | ssociate | bitur | \.a | as?\s | ccredited | cademic | pplicable )
      | g(?: radua | rande | rado | ed | cse | \.e ) | h(?: igh | och | ono | bo | ög | \.?s ) | f(?: orma | our | irst | ach )
      | t(?: echnische | echnical | ítulo | itula | wo | ertiary ) | u(?: nd | niv ) | 2 | 4
      | c(?: ursus | iviling | ollege | arrera | s\s?degree ) | e(?: cole | rfolgr | studios | ducaci | nsino | fter | ngineering | quivalent )
      | école | i(?: ngén | ngeni ) | w(?: o\s | irtsch | issensch | ykszt ) | l(?: icen | aurea | l[mb] ) | kandidat
      | s(?: tudi | uperior | econdary | tem | cience | imilar ) | naturw | valid | rel(?: evant | ated )""",
    re.VERBOSE,
)
# "a high degree of trust", "360-degree feedback", "to a lesser degree", "33 degrees".
NO_DEGREE = re.compile(
    r"(?:\b(?:high|higher|some|certain|large|great|greater|significant|considerable|lesser|any|varying|such a|reasonable|strong|same|what|third|second|nth|nice|good|fair|\d+|°)[\s-]*|360[\s-]?|to a |multiple )\Z"
)
# Whose degree it is, or what for: tuition, a team of doctors, the students that one teaches.
NOBODYS = re.compile(
    r"(?:seldom|rarely) (?:asked|required|needed)|tuition|reimburs|scholarship|student loan|loan repay|\b(?:our|the) (?:\w+ )?(?:team|founders?|employees|staff|colleagues|scientists)\b[^.]{0,40}\b(?:hold|have|ha[sd]|includes?|with)\b|"
    r"\bteam of [^.]{0,80}(?:ph\.?d|doctor)|\bph\.?ds\b(?! or)|pursue (?:a |an |your )?(?:degree|master|bachelor|mba)|(?:degree|master'?s|bachelor'?s|mba|ph\.?d\.?) (?:program|student|candidate|thes[ie]s)s? (?:offer|for employees)|"
    r"discriminat|regardless of|based on (?:your )?(?:education|experience|factors)|online degree|degree completion|earn (?:an?|your) (?:\w+ )?(?:degree|mba)|\bceo\b|\bfounder|free degree|university degrees? for (?:our )?employees|help (?:students|people)"
)
# "No degree required", "no formal education requirements".
NOT_NEEDED = re.compile(
    r"""\b no \s (?: formal\s | specific\s | university\s | college\s | particular\s | bachelor'?s?\s
          | minimum\s | previous\s | academic\s | cs\s | higher\s ){0,3} (?: degrees? | education(?:al)?
          | qualifications? | diploma )
        [^.;]{0,30}? (?: required | needed | necessary | requirements? )
      | \b no \s (?:college\s|university\s|formal\s)? degree \s* (?: \? | is\sneeded | , )
      | (?: degree | diploma | formal\seducation | formal\squalifications? ) s? [^.;,]{0,30}? \s (?: is
        | are | isn't | aren't ) (?: \s not | ) \s (?: strictly\s
        | necessarily\s )? (?: not\s )? (?<= not\s | n't\s ) (?: required | needed | necessary | mandatory
        | essential | a\smust )
      | (?: degree | diploma )s? [^.;,]{0,40}? \s but \s not \s (?: required | needed | necessary | mandatory | essential )
      | (?: don't | do\snot | doesn't | never ) \s (?: need | require | care\s(?:about|what|if|whether(?:\sor\snot)?)
        | expect | ask\sfor | look\s(?:at|for) | have\sto\shave ) \s (?: you\s (?:to\s)? have\s )? (?: a\s | an\s | any\s | your\s )?
        (?: formal\s | cs\s | computer\sscience\s | university\s | college\s | particular\s | specific\s )?
        (?: degrees? | diploma | education )
      | \b (?: with\sor\swithout | whether\sor\snot\syou\s (?:have|hold) | whether\syou\s (?:have|hold) ) \s (?: a\s | any\s )?
        (?: formal\s | university\s | college\s )? (?: degrees? | diploma )
      | kein\w*\s (?:studium|abschluss)\s (?:notwendig|erforderlich|nötig)""",
    re.VERBOSE,
)
# "If you did not get a PhD": a degree that somebody has not. Not "not only a Bachelor's".
DENIED = re.compile(
    r"""(?: \b (?: no | not | never | without ) | n't ) \s+ (?: (?: get | got | have | had | hold | possess | earn(?:ed)? | finish(?:ed)?
        | complete[d]? | need | require | to | an? | any | your | the | formal | specific | fancy | advanced | completed | computer\ science
        | cs ) \s+ ){0,6} \Z""",
    re.VERBOSE,
)
# An apprenticeship that serves as well as a degree leaves no degree to be asked for.
VOCATIONAL = re.compile(
    r"\b(?:oder|bzw\.?|/)\s*(?:[\w(),/-]+\s+){0,6}?(?:berufs)?ausbildung\b|\b(?:berufs)?ausbildung\b[^.;\n]{0,60}\boder\b|\bmbo\b|\bsemester\b"
)


def places_of_degrees(text: str, lower: str) -> list[int]:
    """Return where something stands that a degree may be named with, in order."""
    places = list(hits_of(lower, TRIGGERS))
    for letter, words in TRIGGERS_WITH_LETTER:
        if letter in lower:
            places.extend(hits_of(lower, words))
    for pattern, written in ((DOTTED, lower), (DOCTORS, lower), (CAPITALS, text)):
        places.extend(found.start() for found in pattern.finditer(written))
    return sorted(places)


def degrees_in(written: str, lower: str) -> Iterator[re.Match[str]]:
    """Yield what MENTION.finditer would, but ask it only where one may begin."""
    done = 0
    for beginning in BEGINNING.finditer(lower):
        start = beginning.start()
        if start < done:
            continue
        spaced = start > done and lower[start - 1].isspace()  # the space before "degree" belongs to it
        match = (spaced and MENTION.match(written, start - 1)) or MENTION.match(written, start)
        if match:
            yield match
            done = match.end()
