"""Degrees by their names, in the languages that postings come in.

MENTION finds them, its groups are the levels of the vocabulary; `degree` is one without a level. Letters
  are read
in both cases, but for abbreviations that are words in small letters: "MS" is no "ms", "BA" no "ba".
"""

import re

# In small letters; every mention holds one of these.
TRIGGERS = (
    "degree", "bachelor", "baccalaureate", "master", "ph.d", "phd", "ph. d", "ph d", "doctora", "doctor of", "diploma", "high school", "high-school", "ged",
    "associate's", "associates", "b.s", "m.s", "b.a", "m.a", "bsc", "msc", "mba", "b.tech", "btech", "m.tech", "mtech", "b.e", "m.eng", "meng", "beng", "undergrad", "postgrad",
    "juris", "j.d", "secondary school", "secondary education", "bac+", "bac +", "licence", "ingénieur", "studium", "hochschul", "universit", "abschluss", "fachhoch", "abitur",
    "licenciatura", "licenciad", "grado", "titulación", "título", "ingenier", "máster", "graduação", "superior completo", "bacharel", "laurea", "hbo", "wo ", "examen", "högskol",
    "civilingenjör", "wykształcenie", "gcse", "a-level", "bachiller", "educat", "ensino",
)  # fmt: skip
TRIGGERS_OF_CASE = ("BS", "MS", "BA", "MA", "BE", "ME", "JD", "AA", "HS ", "BTS", "DUT")

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
        | necessarily\s )? (?: not\s )? (?<= not\s ) (?: required | needed | necessary | mandatory
        | essential | a\smust )
      | (?: don't | do\snot | doesn't ) \s (?: need | require | care\sabout
        | expect ) \s (?: you\sto\shave\s )? (?: a\s | any\s | your\s )? (?: formal\s | cs\s
        | computer\sscience\s | university\s | college\s | particular\s | specific\s )? (?: degrees?
        | diploma | education )
      | kein\w*\s (?:studium|abschluss)\s (?:notwendig|erforderlich|nötig)""",
    re.VERBOSE,
)
# An apprenticeship that serves as well as a degree leaves no degree to be asked for.
VOCATIONAL = re.compile(
    r"\b(?:oder|bzw\.?|/)\s*(?:[\w(),/-]+\s+){0,6}?(?:berufs)?ausbildung\b|\b(?:berufs)?ausbildung\b[^.;\n]{0,60}\boder\b|\bmbo\b|\bsemester\b"
)
