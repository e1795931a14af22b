"""What ties a place to where a remote hire lives, in small letters: tables of phrases, and words by which another is meant.

"Must reside in", "only hiring in", "remote within" do; "our team is based in", "customers across" and notices on pay do not.
"""

import re

PEOPLE = r"(?:candidates?|applicants?|people|persons?|individuals|those|someone|residents|talent|engineers|developers)"
LIVES = r"(?:based|located|residing|living|resident)"

LEADS = (
    r"remote(?:ly)?(?: [\w-]+){0,4}? (?:in|within|from|across|throughout|anywhere in)",
    r"anywhere (?:in|within|across)",
    r"(?:must|should|to|may|they|who|(?:the|all) (?:candidate|applicant)s?) (?:currently |permanently )?(?:reside|live) (?:anywhere )?(?:in|within)",
    rf"(?:must|should|to|required to|you(?:'ll)?) (?:currently )?be (?:[\w-]+ ){{0,3}}?(?:{LIVES}|a resident)(?: anywhere)? (?:in|within|of)",
    rf"(?:{PEOPLE}|you(?:'re| are)|be|who (?:are|is)) (?:(?:are|is|who are|must be|currently) ){{0,2}}{LIVES} (?:anywhere )?(?:in|within|across)",
    rf"(?:seek(?:ing)?|looking for|hiring|recruiting|need) [^.\n]{{3,100}}? (?:{LIVES}|{PEOPLE}) (?:in|within|from)",
    rf"(?:open|available) to (?:remote |hiring |all )?{PEOPLE}(?: currently)? (?:{LIVES} )?(?:in|from|within|across|of)",
    rf"(?:role|position|job|opportunity) for {PEOPLE} (?:who are )?(?:currently )?(?:{LIVES} )?(?:in|from|within)",
    r"(?:(?:this|the) (?:[\w-]+ )?(?:role|position|job|opportunity),? (?:is |will be )?(?:remote,? and )?|position |remote (?:role|position|job|opportunity),? )(?:based|located) in",
    rf"(?:only|exclusively|currently) (?:be )?(?:considering|consider|accepting|accept|support|hire|hiring|seeking)(?: [\w-]+)?(?: {PEOPLE})?(?: {LIVES})? (?:in|from|within|across)",
    rf"(?:we|to) accept {PEOPLE} (?:{LIVES} )?(?:in|from|within)",
    r"(?:able|only|we can|we're|we are|to) (?:hire|hiring)(?: [\w-]+){0,4}? (?:in|across|within|from)",
    r"hiring (?:remotely )?(?:in|across|within)",
)
LIVING = re.compile(
    rf"(?:\b(?:{'|'.join(LEADS)})|(?P<bare>(?:^|(?<=\n)|(?<=[*•.-] ))(?:located|based|residing) (?:anywhere )?in))(?: (?:the|any|either|one of the))?(?=[ :])"
)
LIVING_WITH = (
    *("remote", "anywhere", "resid", "live ", "living", "based in", "based within", "based of", "located"),
    *("open to", "available to", "for candidates", "for applicants", "for people", "for those", "hiring"),
    *("hire ", "consider", "accept", "candidates in", "candidates from", "applicants from"),
)
# What may stand between "must live in" and the list itself
ON_TO_THE_LIST = re.compile(
    r"""[ ]? (?: (?:,[ ])? (?:and|or|&)[ ] (?:[a-z-]+[ ]){1,6} (?:in|within|to|from) [ ] )?
        (?: (?:any[ ]|one[ ]|either[ ]){0,2} (?:of[ ])? (?:the[ ]|these[ ]){0,2} (?:following[ ])? (?:listed[ ])?
            (?:countr(?:y|ies)|states?|locations?|areas?|regions?|provinces?|markets|territories)
            (?:[ ](?:or|and|&)[ ][a-z]+)? (?:[ ]listed[ ][a-z]+)? [ ]? [:,(-]{0,2} \s{0,6} )?""",
    re.VERBOSE,
)
# "US-based applicants only", "open to Canada-based people"
NAMED = r"(?P<where>[a-z][a-z.]{1,14}(?: (?:or|and|&) [a-z][a-z.]{1,14})?)"
BASED_ONLY = re.compile(
    rf"(?<!for )\b{NAMED}(?:[- ]based(?: {PEOPLE})?| {PEOPLE}),? only\b(?=\s{{0,2}}(?:[.;!)\n]|\Z))"
)
ONLY_BASED = re.compile(
    rf"""\b(?:(?:open|available)\ to|(?:opportunity|position|role|job)\ (?:is\ )?for|must\ be|remote(?:,|\ and|\ [a-z]+,)|considering|accepting)
        \ (?:only\ )?{NAMED}[- ]based(?:\ {PEOPLE}\b|(?=\s{{0,2}}(?:[.;!)\n]|\Z)))""",
    re.VERBOSE,
)
NOT_OF_THE_HIRE = re.compile(
    r"\b(?:clients?|customers?|users?|offices?|(?:employees|colleagues)(?! (?:must|can|may|should|need|will|to)\b)|teams?(?! member\b)|companies|stores|warehouses|headquarter\w*|entities|partners)\b"
)
# "… in the American timezone", "from most US-based sites"
NOT_TO_LIVE = re.compile(r"-based\b|[ -]?(?:standard |business )?(?:time ?zones?|hours|shift|markets?)\b")
LIST_ENDS = re.compile(r"[ )*_]{0,4}(?:[.;(\n]|\Z)")
NO_LAND = re.compile(r"java\b|global", re.IGNORECASE)  # "Java (remote)"
OF_THE_FIRM = re.compile(r"\b(?:we|we're|our|staff|company)\b")
