"""The words for kinds of employment. Every pattern reads small letters, and its named groups are the kinds."""

import re

TRIGGERS = (
    "full", "part", "contract", "freelan", "intern", "temp", "seasonal", "fixed", "limited", "lzeit", "befristet", "prakti", "stag", "cdd", "student",
    "jornada", "becario", "tiempo", "1099", "c2c", "corp", "b2b", "co-op", "heltid", "deltid", "tirocinio", "exceed", "casual", "per diem", "term appoint",
)  # fmt: skip
TRIGGERS_WITH_LETTER = (
    "á",
    ("prácticas", "estágio"),
)  # to look for one rare letter takes a fifth of the time
# Most hits are other words, around which nothing is worth reading: "fully", "team", "international", "unlimited".
OTHER_WORD = re.compile(
    r"""full (?! [\s_-]{0,3} time | \s? (?: and | or | & | / ) ) | part (?! [\s_-]{0,3} time ) | intern (?= al | at | et )
      | temp (?! orary | [ -] | s\ p ) | (?: fixed | limited ) (?! [\s-]+ term ) | stag (?! e (?! d | s ) | iaire )
      | student (?<! werkstudent ) (?<! working\ student ) | corp (?! [\s-]to ) | exceed (?<! to[ -]exceed )""",
    re.VERBOSE,
)

FULL = r"full[\s_-]?-?\s?time | full(?=\s?(?:and|or|&|/)\s?part[\s-]time) | vollzeit | temps\s(?:plein|complet) | (?:jornada|tiempo)\scomplet[oa] | tempo\s(?:integral|inteiro|pieno) | heltid\w* | voltijd\w*"
PART = r"part[\s_-]?-?\s?time | teilzeit | temps\spartiel | (?:media\sjornada|jornada\sparcial|tiempo\sparcial) | tempo\sparcial | deltid\w* | deeltijd | werkstudent\w*"
OPEN_ENDED = r"(?<! permanent\s ) (?<! unlimited\s ) (?<! indefinite\s ) (?<! open-ended\s ) (?<! employment\s )"  # "permanent contract"
CONTRACT = (
    OPEN_ENDED
    + r" contract(?:or|ors|ing)? (?![\s-]+(?:of|law|management|manager|negotiat|specialist|administrat|research|manufactur))"
    r" | freelanc\w* | (?:corp[\s-]to[\s-]corp) | c2c | 1099 | b2b(?:\scontract)? | c2h | independent\scontractor | freie\smitarbeit | prestation | autónomo"
)
TEMPORARY = r"temporary | not[\s-]to[\s-]exceed | temp\b | temp-to-\w+ | seasonal | fixed[\s-]term(?!\scontract) | limited[\s-]term | befristet\w* | \bcdd\b | temporal\b | per\sdiem | casual | intérim"
INTERN = r"intern | interns | internship | co-?op | praktik\w+ | stage | stagiaire | prácticas | becari[oa] | estágio | tirocinio | trainee"

# What a labelled line or a line of nothing else says; "permanent" and "CDI" tell no hours.
IN_FIELD = re.compile(
    rf"""(?<! [^\W_] ) (?<! smart\s ) (?:
        (?P<full_time> {FULL} | regular\sft | \bft\b ) | (?P<part_time> {PART} | \bpt\b )
          | (?P<internship> {INTERN} )
      | (?P<temporary> {TEMPORARY} ) | (?P<contract> {CONTRACT} | fixed[\s-]term\scontract )
    ) (?! [^\W_] )""",
    re.VERBOSE,
)
# A run of marks is taken whole ("+"): in a line of dots the labels would be tried at each of its twelve.
# "Job Types: Full-time, Contract", "time type Full time" amid a Workday line, "work_schedule: Full time".
LABEL = re.compile(
    r"""(?: (?: ^ | (?<=[.|·•;]) ) [^\w\n]{0,12}+ (?: (?:desired|mandatory|required)\s )?
        (?: (?:employment|job|contract|position|engagement|role|work|appointment|hire|opportunity|worker|vacancy)[ _-]?(?:types?|status|schedule|category|basis|term|terms|classification|kind|time) (?:\s?\(s\))?
          | (?:job\s)?status(?:\s&\sduration)? |
            type(?:\sof\s(?:employment|contract|position|job|work|role|engagement))? | employment
            | time\stype | schedule | hours | (?:flsa\s)?classification | full(?:-?\s?time)?\s?/\s?part-?\s?time
            | opportunity | position | commitment | contract | contract\slength | working\shours | terms?
            | duration
          | (?:mandatory\s)?opportunity | beschäftigungs(?:art|verhältnis) | anstellungs(?:art|verhältnis)
            | vertragsart | arbeitszeit\w* | arbeitsverhältnis | type\sde\s(?:contrat|poste|emploi)
            | contrat | temps\sde\stravail
          | tipo\sde\s(?:contrato|empleo|jornada|vaga|contratação) | jornada(?:\slaboral)? | contrato
            | regime | anställningsform | omfattning | dienstverband | contracttype )
        [\s*_]{0,6} [:|–—-] [\s*_]{0,6} (?P<value> [^\n]{1,90} ) )
      | ^ [^\w\n]{0,12} (?: category | schedule |
        (?:employment|job|position|contract|appointment)\s(?:type|status) ) \s{1,6} (?P<bare>
        (?:full|part)[\s-]time [^\n]{0,20} ) $
      | (?: time\stype [:\s]+ | type\s?:\s? ) (?P<workday> (?:full|part)[\s-]time )
      | \b (?:job|employment|position|contract)\s?(?:types?|status) \s?:\s? (?P<amid> [^\n:]{1,40} ) """,
    re.VERBOSE | re.MULTILINE,
)
# A line of nothing else: "Full-time", "Full Time, Exempt", "Remote - Full-time /", "Permanent employee, Full-time · Bonn".
WHOLE_LINE = re.compile(
    r"""^ [^\w\n]{0,12} (?P<value> (?:
          (?:permanent|regular|remote|hybrid|onsite|on-site|employee|position|job|role|w2|unbefristet\w*|festanstellung|cdi|exempt|non-exempt|salaried|hourly|mandatory|opportunity|latam|us|usa)
            (?: [^\w\n]{1,6} | \s employee [^\w\n]{1,6} ) ){0,4}
        (?: full[\s-]?time | part[\s-]?time | contract(?:or)? | temporary | internship | freelance
          | vollzeit | teilzeit | \d{1,2}\+?[\s-]months?\scontract | fixed[\s-]term\scontract | temps\splein )
        (?: [^\w\n.!?:] [^\n.!?:]{0,74} | \s (?:remote\s)?
          (?:position|role|job|contract|opportunity|employment|work) [^\n.!?:]{0,40} )? ) [^\w\n]{0,12} $""",
    re.VERBOSE | re.MULTILINE,
)
# "Data Intern", "Developer (Contract)", "Part-Time Tutor"; not "Internal Auditor", "Contract Manager", "Internship Coordinator".
IN_TITLE = re.compile(
    r"""(?<! [^\W_] ) (?:
        (?P<internship> (?: intern | interns | internship | co-op | praktikum | praktikant\w*
          | pflichtpraktikum | stagiaire | stage | becari[oa] | prácticas | estagi[aá]ri[oa] | estágio
          | tirocinio )
            (?! \s+ (?: program\w* | coordinator | manager | recruiter | lead | director | supervisor | 3d
              | design ) ) )
      | (?P<full_time> full[\s-]?time | vollzeit | temps\splein )
      | (?P<part_time> part[\s-]?time (?! \s?: ) | teilzeit | werkstudent\w* | working\sstudent | temps\spartiel )
      | (?P<contract> contractor s? (?! \s+ (?: relations | management | manager | for | to | of ) ) | (?: \( | - \s | , \s
        | [|/] \s | \d[\s-]months?\s ) (?: [\w+ -]{0,20} \s )? (?<! employment\s ) (?<! permanent\s ) contract (?= \s* (?: [)|,/-] | $ | \(
        | position | role | to[\s-]hire ) )
            | contract\s (?= (?:software|senior|frontend|backend|web|java|data|developer|engineer) )
              | freelanc\w* | c2c )
      | (?P<temporary> temporary | seasonal | (?:fixed|limited)[\s-]term | \( temp \) | temp\b(?=\s+\w)
        | befristet\w* | \bcdd\b | maternity\s(?:cover|leave) )
    ) (?! [^\W_] )""",
    re.VERBOSE | re.MULTILINE,
)
ROLE = r"(?: position | role | job\b | opportunity | opening | employment | engagement | assignment | posting | gig | vacancy | capacity | basis | hire\b | stelle | position | emploi | poste | puesto | employee\s(?:position|role) )"
SAYS = r"""(?: (?: this | the | our )\s (?: [\w-]+\s ){0,3}? (?: position | role | job | opportunity
          | posting | vacancy | engagement | internship )? \s? (?: is | will\sbe | are | offers | is\sfor
          | would\sbe | can\sbe )\s (?:
          initially\s|for\s|currently\s|offered\s(?:as|on)\s|a\s|an\s|either\s|on\s|as\s ){0,3}
    | \b (?: looking\s(?:for|to\s(?:hire|add|bring\son)) | seeking | seeks | hiring | recruiting | need
      | want | in\ssearch\sof | searching\sfor | join\s[\w\s]{0,20}\sas | suchen | recherchons
      | buscamos )\s (?: an?\s | eine?n?\s | une?\s | un[ae]?\s )? )"""
# "We are an organization with contractors", "join our Contract team" speak of others.
OF_ROLE = (
    r"(?! (?: including | organi[sz]ation | company | solutions? | products? | our | than | proven ) \b )"
)
# "This is a full-time position", "We are hiring a part-time tutor", "6-month contract", "on a freelance basis".
IN_SENTENCE = re.compile(
    rf"""(?<! [^\W_] ) (?:
        (?P<full_time> {SAYS} (?: [\w()%/-]+ ,?\s ){{0,6}}? (?: {FULL} ) (?! [\s-]+
          (?:hours|employees|offers) )
          | (?: an? | this | our | one | eine | un )\s (?: [\w-]+,?\s ){{0,3}}? (?: {FULL} ) [,\s-]+ (?:
            [\w,()/-]+\s ){{0,4}}? {ROLE} (?! s )
          | \b (?: on | for )\sa\s (?: {FULL} )\s (?: basis | schedule ) \b
          | (?: as\san?\s | become\san?\s ) (?: {FULL} )\s (?: member | employee )
          | \b \d{{1,2}}[\s-](?:week|month),?\s (?: {FULL} ),?\s (?:[\w-]+\s){{0,2}} (?: program(?:me)? | internship )
          | \b in\svollzeit | \b (?: {FULL} ) [\s/,|-]+ (?= permanent | remote\s{ROLE} )
          | [-|·•,(]\s* full[\s-]time \s* (?: \(\s*(?:w2|40|37|38|35)\b | [|·•] | \)\s*$ )
          | \( \s* full[\s-]?time \s* \) | \b
            full\s?(?:and|or|&|/)\s?part[\s-]time\s(?:hours|positions?|shifts?|available)
          | \b per\s(?:month|hour|year|week|annum) \s* [-,|]+ \s* full[\s-]time
          | \b (?: {FULL} )\s (?: on-?site | remote | hybrid | permanent | salaried | exempt
            | w2 )\s? (?:[\w-]+\s){{0,2}}{ROLE} (?! s ) )
      | (?P<part_time> {SAYS} (?: [\w()%/-]+ ,?\s ){{0,6}}? (?: {PART} ) (?! [\s-]+ (?:hours|employees) )
          | (?: an? | this | our | eine | un )\s (?: [\w-]+,?\s ){{0,3}}? (?: {PART} ) [,\s-]+ (?:
            [\w,()/-]+\s ){{0,4}}? {ROLE} (?! s )
          | als\s werkstudent\w* | \b in\s (?: vollzeit\s (?:oder|/|und|bzw\.?)\s )? teilzeit
            | \(\s* (?: werkstudent\w* | part[\s-]?time ) \s*\) | \b (?:full[\s-]?time\s(?:or|and|/)\s|/\s?)part[\s-]?time )
      | (?P<internship> \b this\s (?: [\w-]+\s ){{0,4}}? internship | \b (?: the
        | our )\s (?: paid\s )? internship\s (?: is | will | lasts | runs | starts | begins )
          | {SAYS} (?: [\w-]+ ,?\s ){{0,5}}? (?: intern | interns | internship | praktikant\w* | stagiaire
            | becari[oa] ) \b (?! \s+ (?:program|experience) )
          | \b as\san?\s (?: [\w/-]+\s ){{0,4}}? intern \b | \b internship\s
            (?:overview|details|dates|duration|length|location) | \b (?: stage | praktikum )\s (?: de | von
            | für )\s \d )
      | (?P<contract> {SAYS} (?: {OF_ROLE} [\w()+%/-]+ ,?\s ){{0,6}}? (?: {OPEN_ENDED} contract (?! s? \s+
        (?:manag|negotiat|specialist|lawyer|analyst|administrat|review) ) (?:or s?)? | freelanc\w*
        | independent\scontractor | 1099 | c2c )
          | \b (?: \d{{1,2}} \s? \+? | three | six | twelve | nine | multi | long | short | fixed
            | initial )  (?: \s?(?:-|to)\s?\d{{1,2}} )? [\s-]* (?: months? | years? | term
            | week s? )? [\s-]* (?: (?:initial|rolling|remote|fixed[\s-]term|ftc|w2|extendable|renewable)\s
            ){{0,2}} contract \b (?! s | \s+(?:value|management) )
          | \b (?<! permanent\s ) (?<! and\s ) (?<! ,\s ) contract\swork \b
          | \b {OPEN_ENDED} contract (?: \s
            (?:basis|position|role|job|assignment|engagement|opportunity|employment) \b (?! s )
            | [\s-]+to[\s-]+(?:hire|perm\w*) | \s?-\s?to\s?-\shire )
          | \b contract\s (?:length|duration|term)\s* [:-] | \b contract \s?: (?= \s? \d )
          | \b freelance\s (?:basis|position|role|job|project|opportunity|contract|engagement|work|mission)
            \b | \b (?: as | an? )\s (?: [\w-]+\s ){{0,2}}? (?: independent\scontractor | freelancer ) \b
          | \b (?: on\sa | via )\s b2b (?! \s (?: or | and | saas | products? | platform | market\w* | company | software | e-?commerce | team | web\w* | app ) \b ) | \b b2b\scontract | \b freelance\s*: | \b en\sfreelance
            | \b 1099\s (?:contract|position|basis) | \b c2c \b )
      | (?P<temporary> {SAYS} (?: {OF_ROLE} [\w()%/-]+ ,?\s ){{0,5}}? (?: temporary | seasonal
        | (?:limited|fixed)[\s-]term (?!\scontract) | befristet\w* )
          | \b (?: an? | this )\s (?: temporary | seasonal | (?:limited|fixed)[\s-]term ) \s (?: [\w-]+\s
            ){{0,3}}? {ROLE}
          | \b temp[\s-]to[\s-](?:hire|perm\w*) | \b term\sappointment
          | \b not[\s-]to[\s-]exceed \s \(? \w{{1,7}} (?: \s \(\d\) )? [\s-] (?: year | month )s?
          | \b (?: limited
            | fixed )[\s-]term\s (?:appointment|position|role|program(?:me)?) | \b (?: en | contrat\sen )\scdd
            | \b cdd\s (?:de|-) | \b befristet\w*\s (?:auf|für|stelle|bis|vertrag|anstellung) )
    ) (?! [^\W\d_] )""",
    re.VERBOSE | re.MULTILINE,
)
# What such people are given, are not, or do elsewhere tells nothing of this role.
NOT_THIS_ROLE = re.compile(
    r"""full[\s-]time\s
          (?:[\w()-]+\s){0,2}?(?:employees?\sbenefits|employees|associates|team\smembers|staff|positions|roles|students?|undergraduate|offers|salar(?:y|ies)\b(?!\s(?:position|exempt)))
      | (?:employer|company|firm|organi[sz]ation|agency)\s (?:is|are)\s (?:an?\s)? (?:[\w-]+\s){0,2} contractor
      | part[\s-]time\s (?:employees|associates|models?|studies|mba|students?|degree|staff|return)
      | \b for\s (?:all\s|our\s|regular\s|permanent,?\s|eligible\s){0,3}full[\s-]time
        | not\s (?:a|an|open\sto|accept\w*|offer\w*|considering)\s (?:[\w-]+\s)?(?: contract | freelanc
        | part[\s-]time | 1099 | c2c | temporary | full[\s-]time ) | \bno\s (?:c2c|1099|contract|corp) | \bnot\s(?:\w+\s){1,3}(?:c2c|1099|corp[\s-]to)
        | (?:smart|data|api|government|federal|employment|labou?r|prime|existing|client|customer|supplier|vendor|consumer[\s-]driven)[\s-]contract
      | contract\s(?:of\semployment|testing|negotiation|research|manufactur|lifecycle|management|development\sand) | contractors?\s (?:and|or)\s (?:vendors|consultants|employees) | internship\s (?:experience|or\swork) | (?:mentor|manage|hire|supervise|train|coach|guide)\w*\s (?:[\w-]+\s){0,3}interns | non-internship | excluding\sinternship | temporary\s (?:workers|staffing|files|agency|disab|visa) | (?:previous|prior|past|including|or|through|via|relevant)\s (?:[\w/-]+\s)?internships? | (?:enrolled|studying|student)\s.{0,30}full[\s-]time | equivalent\sto\sfull[\s-]time""",
    re.VERBOSE,
)
