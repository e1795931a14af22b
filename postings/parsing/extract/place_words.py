"""Phrases that lead to the place of the work, in small letters, and words by which a sentence means another place.

Each table has its own doubts. "This role is based in" is sure of itself; "candidates located in" opens many a
notice on pay; "located in" alone is as often the company's seat.
"""

import re

ROLE = r"(?:role|position|job|opportunity|vacancy|internship|post|assignment)"

OF_THE_ROLE = (
    rf"(?:this|the|our) (?:[\w-]+ )?{ROLE} (?:is|will be|can be|may be|would be) (?:[\w-]+ ){{0,3}}?(?:based|located|performed|situated|available)(?: out of| in| at| from| within| anywhere in)",
    rf"{ROLE} (?:based |located |available |open )?(?:in|based out of)",
    rf"{ROLE} (?:is |will be )?(?:an? |fully )?(?:remote|hybrid|on-?site)(?: {ROLE}| work)?(?: based)?(?: out of| in| at| from| within)",
    r"(?:openings?|vacancies|opportunities) in",
    r"(?:based|work|working|located|sit|sitting) (?:out of|from|in|at|remotely from) (?:our|one of (?:our|the)|any of our)",
    r"from one of [a-z]+(?:'s)? (?:offices|hubs|locations)(?: in)?",
    r"(?:travail|poste)[^.\n]{0,20} (?:situé|basé)e? à|für unser [a-z]+ team in|am standort|in unserem büro in|für den standort",
    r"(?:puesto|vacante|trabajo) [^.\n]{0,20}(?:en nuestra oficina de|con sede en|ubicad[oa] en)",
)
OF_THE_SEARCH = (
    r"(?:seeking|looking for|hiring|recruiting|looking to hire|searching for) [^.\n]{3,120}? (?:(?:based |located )?in|near|at our [a-z]+ in|to join [^.\n]{3,40}? in)",
    r"hiring (?:remotely )?(?:anywhere )?(?:in|across)",
)
OF_THE_HIRE = (
    r"(?:must|should|to|will|would|required to|need to) (?:currently |already )?(?:reside|live|be (?:based|located|resident|situated|physically located|physically present))(?: [a-z]+)?(?: anywhere)? (?:in|within|near)",
    r"(?:you(?:'re|'ll be| are| will be)|candidates?|applicants?|be|who (?:are|is)) (?:are |is |must be )?(?:currently )?(?:based|located) (?:anywhere )?(?:in|near|within|out of)",
    r"reside in(?: one of)? the state of|live close to or in|local to",
)
LOOSE = (
    r"(?:located|based)(?: anywhere)? in|our (?:[\w-]+ )?(?:office|campus|site|studio)s? in|campus in",
    r"remote(?:ly)? (?:hiring )?(?:anywhere )?(?:from|within|in|across)|work(?:ing)?(?: remotely)? (?:from )?(?:almost )?anywhere in",
    r"basé\w*(?: à| en)|situé\w* à|con sede en|ubicad[oa] en|standort|sitz in",
)
# Nearly every lead has one of these with a word of its own before it ("role in", "based out of") or after it. One
# pattern that begins with a blank takes half the time of a search for each.
SMALL_WORD = re.compile(r" (?P<word>in|at|from|within|across|near|out of|en|à|be|live|reside)(?= )")
BEFORE_A_SMALL_WORD = (
    *("role", "position", "job", "opportunity", "vacancy", "internship", "post", "assignment", "opening"),
    *("openings", "vacancies", "opportunities", "based", "located", "performed", "situated", "available"),
    *("open", "remote", "remotely", "hybrid", "onsite", "on-site", "hiring", "anywhere", "office", "work"),
    *("offices", "campus", "site", "sites", "studio", "studios", "reside", "our team", "unser team", "büro"),
    *("sitz", "sede", "ubicado", "ubicada", "basé", "basée", "basés", "basées", "situé", "située", "situés"),
)
AFTER_A_SMALL_WORD = {
    **dict.fromkeys(("in", "at", "from", "out of"), ("our ", "one of ", "any of our ")),
    "be": ("based ", "located ", "resident ", "situated ", "physically "),
    "en": ("nuestra oficina ",),
}
ALWAYS = frozenset({"live", "reside"})
# What the other leads begin with, and how those of a search go on.
LEADS_WITH = ("local to ", "standort ")
SEARCHES_WITH = ("seeking ", "looking ", "hiring ", "recruiting ", "searching for ")
ON_TO_A_PLACE = re.compile(r"[^.\n]{3,160}? (?:in|near) ")
# "our London office": the place stands between.
OFFICE_OF = re.compile(
    r"""\b (?: (?:from|in|at|out\ of|join|into|to|with) \ (?:our|the|an?) | (?:our|the) )
        \ (?P<where> [a-zà-ÿ][^.;:\n()]{2,40}? ) [ ,] (?: [ ]?based\ )? (?: office | headquarters | hq | campus | studio | hub ) \b""",
    re.VERBOSE,
)
BASED = re.compile(
    rf"(?<![\w-])(?:(?:an?|the|this|our) )?(?P<where>[a-zà-ÿ][a-zà-ÿ .'-]{{2,25}})-based (?:[a-z]+ ){{0,2}}?{ROLE}\b"
)

# "Our offices in Lyon" are places of this work only where the sentence speaks of it.
OF_THE_WORK = re.compile(
    r"\b(?:you|your|role|position|job|candidates?|hybrid|seeking|looking|hiring|work(?:ing)? (?:from|in|at|out))\b"
)
SEAT_BEFORE = re.compile(
    r"""\b (?: organi[sz]ation | we(?:'re|\ are)?(?!\ (?:are\ )?(?:looking|hiring|seeking)) | company | headquarter\w* | hq | firm | agency | startup
        | founded | founders | clients? | customers? | offices?\ around | inc\.? | ltd\.? | gmbh | teams? | employees
        | colleagues | staff | developers\ in | members | people | stakeholders | warehouses | stores | entities ) \b [^.\n]{0,60} \Z""",
    re.VERBOSE,
)
# "Located in sunny Sussex, Acme is": the company speaks of itself.
SEAT_AFTER = re.compile(
    r"[ \w]{0,12},? (?:we\b|our\b|(?:[A-Z][\w&'.-]*[ ]){1,4}(?:is|are|was|has|offers|provides|specializes)\b)"
)
# "Based in Utah: $20 an hour" is a line of a table of pay.
PAID_THERE = re.compile(r"[^.;:\n$€£]{0,80}: ?(?:[A-Z]{2,3} ?)?[$€£]")
VISITED = re.compile(
    r"\b(?:visit|travel|trips?|fly|meet|offsite|retreat|stipend|lunch|perks?|gym|snacks|gather|times (?:a|each|per) year)\w*\b"
)
# Notices on pay and equal treatment, schooling, and what is only liked.
OTHER_MATTER = re.compile(
    r"""\b (?: salar\w+ | pay | compensation | wages? | transparency | laws? | ordinance | act | notice | privacy | accommodation
        | discriminat\w+ | universit\w+ | college | degree | enrolled | preference | preferred | prefer | prioriti\w+ | posting | benefits
        | non-?residents | citizens? | nationals | tax | sanction\w* | blocked | applicable | ccpa | (?<! work \ ) (?<! working \ ) rights
        | additional\ information | if\ you(?:'re|\ are)
        | (?<!position\ ) (?<!role\ ) (?<!job\ ) (?<!opportunity\ ) for\ (?:candidates|applicants|individuals|those) ) \b""",
    re.VERBOSE,
)
# "For positions in the United States, we can hire only in Ohio" tells of others.
OF_OTHER_POSITIONS = re.compile(
    r"\W{0,4}(?:for|if) (?:applications (?:to|for) |all |any |our )?(?:positions|roles|jobs|openings|applications|vacancies) (?:based |located )?(?:in|within)\b"
)
# "We cannot hire in": a place where the work is not.
DENIED = re.compile(
    r"(?:\b(?:not|cannot|unable|never|no|nor|outside|except|excluding|excludes?|exclusion)\b|n't\b)[^.,;:\n]{0,50}\Z"
)
OTHER_SEARCH = re.compile(
    r"\b(?:experience|expertise|interest(?:ed)?|degree|background|knowledge|fluen\w+|skills|proficien\w+|worked|(?<!of our )(?<!for our )(?<!for a )clients?|customers?|users?|markets?|process\w*|practices|decisions?|promotional|lead(?:er|ing)s? in|specializ\w+|world)\b"
)
OTHER_FIRST = re.compile(
    r"[.;:!?]\s(?!\Z)|\b(?:who|which|whose|with|clients?|customers?|partners?|universit\w+|college|compan\w+|headquarter\w*|stakeholders|markets?|countries including)\b",
    re.IGNORECASE,
)
# What may stand between two places of one list.
BETWEEN = re.compile(
    r"(?:[\s,/&|()*+:;-]|(?<![^\W\d_])(?:and|or|as well as|either|in|the|our|area|metro|region|offices?|plus|from|to|near|greater|remote|hybrid|hq|(?-i:[A-Z]{2}))(?![^\W\d_])){1,24}",
    re.IGNORECASE,
)
# Labels that stand within a line, or that the head does not read as a place.
INLINE_LABEL = re.compile(
    r"""(?: (?<![\w-]) (?<!company\ ) (?<!client\ ) (?:job\ |work\ |office\ |candidates?'?\ |primary\ )? locations? | (?<=\n) [ \t*>\#•-]{0,12} (?:offices?|office\ locations?
        | candidates?\ locations? | locations?\ available | available\ locations? | where | area | place | region | base ) )
        [*]{0,2}[ ]? : [*]{0,2}[ ]{0,3} (?P<where> [^\n]{2,200} )""",
    re.VERBOSE,
)
LABELS_WITH = ("location", "office")
LABELS_AT_LINE_START = re.compile(r"\n(?:where|area|place|region|base)")
CANDIDATE_LABEL = re.compile(r"candidates?'? location")
PLACE_HEADING = re.compile(
    r"""(?: [\w'&/ -]{0,24} \b )? (?<! home[ ] ) (?<! box[ ] ) (?<! back[ ] ) (?<! front[ ] ) (?: offices? | locations? | location\(s\) ) \W*
      | locations? \ (?: and | & | / ) [\w &/-]{0,30} \W*
      | (?: where | where\ you(?:'ll|\ will)\ (?:work|be) | standorte? | lieu | place\ of\ work | ubicación ) \W*""",
    re.VERBOSE,
)
CONTACT = re.compile(
    r"\b(?:contact|write|mail\w*|accommodat\w+|request|call|phone|send|attn|attention|address is|headquarter\w*|copyright|p\.?o\.? box|department of|fax)\b"
)
STREET = re.compile(
    r"\d\d{0,4}\w? [A-Z][\w.' ]{2,40}\b(?:Avenue|Ave|Street|St|Road|Rd|Boulevard|Blvd|Drive|Dr|Lane|Ln|Way|Parkway|Pkwy|Highway|Hwy|Square|Plaza|Court|Ct)\b\.?(?:,? (?:Suite|Floor|Fl|Unit|Ste)\.? ?\w{1,5})?,? (?P<where>[A-Z][^\n]{2,60})"
)
