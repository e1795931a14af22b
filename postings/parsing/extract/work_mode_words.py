"""What texts say of where a role is done, in small letters: tables of phrases, each compiled to one pattern.

A phrase must speak of the role or of the hire's week. "Hybrid cloud", "remote sensing", "our remote teams"
and "an on-site gym" do not; "a hybrid technical and commercial role" is a mixture of two jobs.
"""

import re
from dataclasses import dataclass

ROLE = r"(?:role|position|job|opportunity|vacancy|internship|assignment|contract)"
OFFICE = r"(?:office|site|hub|person|campus|headquarters|hq|studio)"
FEW = r"(?:[1-4]|one|two|three|four|[1-3] ?(?:-|to|or) ?[2-4]|two (?:to|or) three|three (?:to|or) four)"
WEEKLY = r"(?: (?:a|per|each|every|of the|in the|/) ?(?:working |work )?week\b|/ ?week\b| weekly)"
SELDOM = r"(?! ?(?:a|per|each|every|/|in a) ?(?:month|quarter|year)| ?(?:monthly|quarterly|yearly|annually))"
# What ends the statement that a role is hybrid or remote, lest "this is a hybrid technical role" count.
ENDS = (
    r"(?=\W{0,3}(?:\Z|\n|[.,;:!()/|-])| (?:and|or|but|with|in|at|from|for|based|within|role|position|job|work|"
    r"schedule|model|opportunity|arrangement|option|basis|out|across|to|anywhere|eligible|friendly|only)\b)"
)


@dataclass(frozen=True, slots=True)
class Look:
    """A pattern and where to look for it: so many characters around words that all it matches has one of."""

    pattern: re.Pattern[str]
    words: tuple[str, ...]
    before: int
    after: int
    beside: tuple[str, ...] = ()  # one of these has to stand there too
    counted: bool = False  # and a number right before the word


def _any_of(*phrases: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{phrase})" for phrase in phrases))


HYBRID_CALLED = _any_of(
    rf"\bhybrid(?:[/ -](?:remote|on-?site|in-office|flexible))?[/ -](?:{ROLE}\b|way\b|workers?\b|work\b|working|workplace|"
    r"schedules?\b|model(?! architecture)\b|arrangements?\b|set-?up\b|format\b|basis\b|polic(?:y|ies)\b|options?\b|"
    r"approach\b|environment with\b|or remote\b|mode\b|team (?:environment|member)|in (?:the |our )?[a-z]+ office)",
    rf"\b(?:{ROLE}|this|schedule|arrangement|model|work mode|workplace|location)(?: type)?(?: is| will be|:)? (?:an? |on a )?\(?hybrid\b(?! (?:cloud|app|mobile)){ENDS}",
    r"\bhybrid[-/ ](?:remote|on-?site|in-office)\b|\bremote/hybrid\b|\(hybrid\b|\bhybrid\)|\bhybrid \((?:on-?site|office|remote|home|\d)",
    r"#[a-z]{1,12}-?hybrid\b",
    r"\bhybrides arbeiten|\b(?:hybrides?|hybrider) (?:arbeits|modell)|\b(?:forma|modo|modelo|modalidad|modalidade|formato|trabajo|trabalho|regime|esquema) h[íi]brid[oa]|\btravail hybride",
)
HYBRID_DAYS = _any_of(
    rf"\b{FEW}(?: ?\(\d\))?\+?(?: or more)?(?: full)? days?{SELDOM}{WEEKLY}?(?: working)? (?:in|at|from|on)[- ](?:the |our |an? |your )?(?:[\w-]+ ){{0,2}}{OFFICE}\b(?! ?(?:a|per|each|every|/) ?(?:month|quarter|year))",
    rf"\b(?:in|at|to|from|into) (?:the |our |an )?(?:[\w-]+ ){{0,2}}(?:office|site)(?: for)?(?: at least| a minimum of| up to| around)? {FEW}(?: ?\(\d\))?\+?(?: or more)? days?{SELDOM}",
    rf"\b(?:on-?site|in-?office|in person)(?: for)?(?: at least| a minimum of| up to)? {FEW}(?: ?\(\d\))? days?{SELDOM}",
    rf"\b{FEW}(?: ?\(\d\))? (?:remote|telework|work[- ]from[- ]home|wfh) days?{WEEKLY}",
    rf"\b{FEW}(?: ?\(\d\))? days? of (?:remote|home|tele)",
    rf"\b{FEW}(?: ?\(\d\))? days?{SELDOM}{WEEKLY}? (?:remote|remotely|from home|at home|telework|wfh)\b",
)
# The same in other tongues, the days before the home or after it.
AT_HOME_ABROAD = r"(?:home[- ]?office|mobile[sm]? arbeit\w*|télétravail\w*|tele(?:trabajo|trabalho)|smart ?working|thuiswerk\w*)"
FEW_ABROAD = r"(?:[1-4]|ein(?:en)?|zwei|drei|vier|une?|deux|trois|quatre|dos|tres|dois|due|tre|twee|drie)"
DAYS_ABROAD = rf"\b{FEW_ABROAD}(?: ?(?:-|à|a|ou|bis|oder|o|of) ?[2-4])? ?(?:j|tage?n?|jours?|días?|dias?|giorn[oi]|dag(?:en)?)\b"
A_WEEK = r" ?(?:/|(?:par|pro|die|in der|per|a la|por|alla|a) ?)(?:semaine|woche|semana|settimana|week)\b"
HYBRID_ABROAD = _any_of(
    rf"{DAYS_ABROAD}(?! ?(?:/|pro|im|par|al|per) (?:monat|jahr|mois|an|mes|mese))[^.\n]{{0,30}}(?:{AT_HOME_ABROAD}|remote)",
    rf"\b{AT_HOME_ABROAD}[^.\n]{{0,40}}?{DAYS_ABROAD}{A_WEEK}",
    r"\btélétravail (?:partiel|régulier partiel)|\bteilweise (?:im )?(?:home[- ]?office|remote)",
)
HYBRID_MIXED = _any_of(
    r"\b(?:remote|work from home)[^.\n]{0,60}\bbut\b[^.\n]{0,60}(?:office|on-?site|in[- ]person)[^.\n]{0,30}required",
    r"\bremote[^.\n]{0,40}\b(?:ok|okay|possible)\b[^.\n]{0,40}\boffice\b[^.\n]{0,20}\brequired",
    r"\boffice, at home,? or (?:a bit of )?both|\b(?:mix|mixture|combination|split|balance)[^.\n]{0,40}(?:(?:home|remote)[^.\n]{0,20}\b(?:and|/|&)[^.\n]{0,20}(?:office|on-?site|in[- ]person)|(?:office|on-?site|in[- ]person)[^.\n]{0,40}\b(?:and|/|&)[^.\n]{0,20}(?:home|remote))",
)
MOBILE_OFFICE = re.compile(r"\bmobile office[^.\n]{0,40}(?:in-?office|büro)")
REMOTE_WHOLLY = _any_of(
    r"\b(?:100 ?%|fully|completely|entirely|permanently|full)[- ]remote\b|\b100 ?% (?:home[- ]?office|télétravail|remoto|teletrabajo)|\b100%remote\b",
    r"\btélétravail (?:total|complet|à 100)|\bwork(?:ing)? (?:fully |100% |completely |entirely )(?:remote\w*|from home)",
)
# "A work from home stipend" is paid for the days at home, be they few.
NO_GIFT = r"(?![ -](?:stipend|allowance|bonus(?:es)?|equipment|gear|office|meals?|budget|reimbursement|support|set-?up)\b)"
REMOTE = _any_of(
    r"\b(?:all|primarily|mostly|mainly)[- ]remote\b",
    rf"\bremote(?:/hybrid)?(?:,| or hybrid)? (?:{ROLE}|work\b(?! authori)|working|hiring|within|in the|in u|friendly|based|only|eligible|"
    r"first (?:company|team|culture|environment|work)|set-?up|candidates?|applicants?|anywhere|environment)",
    r"\bremote-(?:friendly|first|only|based|eligible|ok)\b|\bremotely\b|\bwork(?:ing)? remote\b|\bbe remote\b",
    rf"\b(?:{ROLE}|this|location|workplace type|work location)(?: is| can be| may be| will be|:)?(?: an?| currently| open to| considered)*:? \(?remote\b(?! (?:sens|monitor|acc|team|support)){ENDS}",
    rf"\bwork(?:ing)? from (?:home|anywhere)\b(?!-){NO_GIFT}|\bwfh\b{NO_GIFT}|\btelecommut|\btelework|\bhome[- ]based\b|\blocation-independent",
    r"\boffice (?:or|and/or) remote\b",
    r"\bortsunabhängig\w*|\bremot[oa]\b|\btele(?:trabajo|trabalho)\b|\bfernarbeit\b",
    rf"\((?:100 ?% |fully |us[ -]|uk[ -]|eu[ -]|usa[ -])?remote\b{ENDS}|\bor remote\)|\bremote,? (?:usa?|u\.s|uk|u\.k|europe|canada|india|emea|poland|germany)\b|#[a-z]{{1,12}}-?remote\b",
)
ONSITE = _any_of(
    rf"\b(?:on-?site|in-?office|in-person) (?:[a-z]+ )?{ROLE}\b|\b(?:on-?site|in-?office|in-person) (?:work\b|only\b|presence|attendance|at (?:our|the) (?!customer|client)|in [a-z]|(?:5|five) days)",
    rf"\b(?:{ROLE}|this) (?:is|will be|requires)(?: a| an| fully| 100%| to be| being)* (?:on-?site|in-?office|in-person)\b",
    r"\bwork location: in person|\bwork (?:on-?site|in person|in the office)\b|#[a-z]{1,12}-?on-?site\b|\bon-?site (?:daily|full[- ]time)|\bdaily,? on-?site",
    rf"\b(?:5|five) (?:full )?days{WEEKLY}? (?:in|at|on)[- ](?:the |our )?{OFFICE}|\b(?:on-?site|in (?:the|our) office|in[- ]office) (?:5|five) days",
    r"\b(?:is|are|and|working|time,?) (?:fully )?on[- ]site\b(?! (?:interview|gym|visit|support|operations|customer|client))|\bmust be able to commute|\bonsite in\b",
    r"\b(?:performed|done|completed|worked) (?:fully |primarily |entirely )?(?:in[- ]person|on-?site)\b",
    r"\bin[- ]person on a (?:daily|weekly|regular) basis",
    r"\btrabajo presencial|\b(?:100 ?%|totalmente) presencial|\bmodalidade? presencial",
)
NO_REMOTE = _any_of(
    r"\b(?:not|isn't) (?:currently )?(?:an? |eligible for |open to |available for |considered )?(?:remote|telework|telecommut|work[- ]from[- ]home)(?!(?: work)? in [a-z])",
    r"\bno remote\b|\b(?:remote work|telework|telecommuting|remote) (?:is|are) not (?:an? )?(?:option|available|possible|permitted|offered|considered|allowed|authori[sz]ed)",
    r"\b(?:cannot|can not|can't) be (?:performed|done|worked) remotely|\bwork remotely: ?no\b",
)
NOT_THIS_ROLE = re.compile(
    r"""(?:hybrid|remote)[- ](?:cloud|sens|multi|infrastructure|mobile|app\b|environments?\ across|monitoring|access|server
          |desktop|device|control|employees|offices?|nodes|healthcare|patient|learning|deployment|site|work\ authori|team\b(?!\ member))
      | on-?site\ (?:gym|interview|cafe|restaurant|kitchen|parking|medical|daycare|childcare|fitness|customer|client
          |support|operations|visits?|meetings?|training|events?|lunch|search|audit|health|massage|nursery|creche)
      | remotely\ (?:connect|log|monitor|manag|access|control|operat|piloted|sensed|troubleshoot)
    """,
    re.VERBOSE,
)
# What is said of the role itself outweighs a hybrid habit of the firm.
ROLE_ONSITE = re.compile(
    rf"\b(?:this|the) (?:[\w-]+ )?{ROLE} (?:is|will be)(?: an?| fully| 100%| currently| to be)* (?:on-?site|in-office|in-person)\b(?! (?:or|and|/))"
)
CONDITION = re.compile(r"\b(?:if|when|unless|whether)\b[^.\n]*\Z")

IN_FIELD = re.compile(
    r"""(?P<hybrid>  \bhybrid\w*|\bh[íi]brid[oa]\b|\bflex(?:ible)?\ location)
      | (?P<onsite>  \b(?:no|not|non)[- ](?:an?\ )?remote\b|\bon[- ]?site\b(?!\ visit)|\bin[- ]office\b
                     |\bin[- ]person\b(?!\ (?:meet|gather|event|team|visit|training|interview))|\bvor\ ort\b
                     |\bpresencial\b|\bsur\ site\b|\bprésentiel\b)
      | (?P<remote>  \bremot\w*|\btelecommut\w*|\btelework\w*|\bwork(?:ing)?\ from\ home\b|\bwfh\b|\bhome[- ]?(?:office|based)\b
                     |\bteletrabajo\b|\btélétravail|\bvirtual\b|\banywhere\b|\bworldwide\b)
    """,
    re.VERBOSE,
)
IN_TITLE = re.compile(
    r"""\b (?: (?P<hybrid> hybrid ) | (?P<remote> remote | home[- ]office | télétravail | remoto )
            | (?P<onsite> on-?site | in-office ) ) \b
        (?! [ ](?: sensing | monitoring | support | access | cloud | infrastructure | vehicle | pilot ) )""",
    re.VERBOSE,
)
OR_REMOTE = re.compile(r"\b(?:on-?site|office) or remote\b|\bremote or (?:on-?site|in-office)\b")
# "Telework eligible: Yes" and its like, which name the mode in the label and may only say yes or no.
LABEL = r"""[ \t*>•\#-]{0,12} (?: remote\ (?:employment|work|status|options?|job|eligib\w+|type|ok)(?:\ allowed)? | remote\?
          | work(?:ing)?\ (?:setting|model|style|environment|arrangements?|pattern|modality|remotely)
          | tele(?:work|commut\w+)\ ?(?:eligible|eligibility)? | (?:job\ )?location\ type | modalid?ad\w? | arbeitsmodell )
        [*]{0,2}[ ]{0,3}[:?-]{1,2}[*]{0,2}[ ]{0,3} (?P<value> [^\n]{2,60} )"""
# A line break is found ten times as fast as "^" is.
LABELLED_FIRST, LABELLED_LATER = re.compile(LABEL, re.VERBOSE), re.compile(r"\n" + LABEL, re.VERBOSE)
INLINE = re.compile(r"work remotely: ?(?P<value>yes|no)\b")
YES = re.compile(r"(?:yes|eligible|allowed|available|full|100)\b")
NO = re.compile(r"(?:no|not|none|ineligible)\b")
PLACES = (
    "office",
    "site",
    "hub",
    "person",
    "campus",
    "headquarters",
    "hq",
    "studio",
    "remote",
    "home",
    "tele",
    "wfh",
)
MIXING = ("required", "mix", "combination", "split", "balance", "office, at home")
HOME_ABROAD = ("home", "remote", "télétravail", "teletrab", "smart", "thuiswerk", "mobile")
DAYS_BESIDE = (
    " tag",
    " jour",
    " día",
    " dia",
    " giorn",
    " dag",
    "j/",
    "j par",
    "jours",
    "partiel",
    "teilweise",
)
HYBRID = (
    Look(HYBRID_CALLED, ("hybrid", "híbrid"), 70, 80),
    Look(HYBRID_DAYS, (" day",), 110, 110, PLACES, counted=True),
    Look(HYBRID_MIXED, ("remot", "home", "télétravail", "tele"), 110, 180, MIXING),
    Look(HYBRID_ABROAD, HOME_ABROAD, 60, 90, DAYS_BESIDE),
    Look(MOBILE_OFFICE, ("mobile office",), 1, 80),
)
WHOLLY = (Look(REMOTE_WHOLLY, ("remot", "home", "télétravail", "tele"), 40, 40),)
PARTLY = (
    Look(
        REMOTE,
        ("remot", "home", "tele", "from anywhere", "wfh", "location-indep", "ortsun", "fernarbeit"),
        60,
        60,
    ),
)
AT_THE_OFFICE = (
    Look(
        ONSITE,
        ("onsite", "on-site", "on site", "office", "in person", "in-person", "commut", "presencial"),
        75,
        60,
    ),
)
REFUSED = (Look(NO_REMOTE, ("remot", "tele", "home"), 60, 60, ("no", "n't")),)
OF_THE_ROLE = (Look(ROLE_ONSITE, ("onsite", "on-site", "in-office", "in-person"), 110, 30),)
NUMBER = re.compile(r"[1-4]|one|two|three|four")
FROM_NUMBER = 32  # characters at the most from the number to the word that it counts
