"""What a bullet reads like: a duty, a requirement, a wish. For lists whose heading says nothing."""

import re

# "Experience with …", "5+ years", "Bachelor's degree": what a person has, not what a person does.
REQUIREMENT = re.compile(
    r"""^(?:
        (?: a | an | the | some | at\ least | minimum | min\.? | you\ (?: have | are | possess | bring | hold | can | enjoy | know | thrive ) | you've | you're
          | must | should | be | has | have | having ) \b .{0,60}?
        (?: \b(?:experience|degree|years?|knowledge|understanding|ability|able|skills?|proficien\w*|background|familiar\w*|fluen\w*|expertise|passion\w*|mindset)\b )
      | (?: \d{1,2} | one | two | three | four | five | six | seven | eight | ten ) \s* (?: \+ | -\s*\d{1,2} | to\ \d{1,2} | \(\d+\) | or\ more )? \s* \+? \s* (?: years? | yrs?\b )
      | (?: (?:strong|solid|proven|demonstrated|excellent|deep|extensive|good|great|exceptional|outstanding|hands-on|working|practical|prior|previous|relevant|professional|advanced|basic|effective|superior|exposure|some|in-depth|thorough|high|significant|clear|fluent|fundamental|successful|expert|comfortable|native|sound|well-developed|keen|detailed|relevant|broad|track|technical|general|interpersonal|written|verbal|analytical|creative|critical)\b [\s,/&-]* ){1,4}
        (?: \w+ [\s,/&-]+ ){0,8}? (?:experience|skills?|knowledge|understanding|ability|abilities|command|background|record|expertise|proficiency|familiarity|communication|communicator|grasp|fundamentals|attention|mindset|sense|thinking|thinker|level|in\b|with\b|problem)
      | (?: experienced? | expertise | expert | knowledge | knowledgeable | understanding | ability | able | proficien\w+ | familiar\w* | fluen\w+ | bachelor\S* | master\S* | ph\.?d | degree | diploma | certifi\w+ | passion\w* | comfort\w* | aptitude | capab\w+ | competen\w+ | skill\w* | willing\w* | desire | demonstrated? | proven | track\ record | background | self-\w+ | detail-?\s?oriented | high\ school | b\.?s\.? | b\.?a\.? | m\.?s\.? | ba/bs | bs/ms | bsc | msc | mba | ged | university | college | graduate | enthusias\w+ | curious | curiosity | interest | attention | excellent | strong | strength | minimum | valid | must | eligib\w+ | authoriz\w+ | exposure | evidence | flexib\w+ | adaptab\w+ | motivated | critical\ thinking | commitment | confiden\w+ | mastery | command | english | hands-on | \d{1,2}\+ ) \b
    )""",
    re.VERBOSE | re.IGNORECASE,
)
# The first requirement after a list of duties that no heading parts from them.
FIRST_REQUIREMENT = re.compile(
    r"""^(?: .{0,40}\b(?:bachelor|master)(?:'?s)?\b.{0,30}\bdegree
        | (?:a\ )?(?:university\ |college\ )?degree\b
        | (?:at\ least|minimum(?:\ of)?)?\s*\d{1,2}\s*\+?\s*(?:-\s*\d{1,2}\s*)?(?:years?|yrs?)\b.{0,60}experience
        | high\ school\ diploma
        | knowledge\ of | strong\ command\ of | proficien(?:t|cy)\ (?:in|with) )""",
    re.VERBOSE | re.IGNORECASE,
)
DUTY = re.compile(
    r"""^(?:you(?:'ll|\ will)\s+)?(?:also\s+|be\s+|help\s+(?:to\s+)?|actively\s+|proactively\s+|continuously\s+|effectively\s+)?
    (?: accelerat | act(?!iv) | adapt | address | administ | adopt | advis | advocat | align | analy[sz] | apply | architect | articulat | assess | assign | assist | assum | assur | attend | audit | author | automat | build | captur | carry | champion | close | coach | code | collaborat | collect | communicat | compil | complet | compos | comply | conceiv | conduct | configur | connect | consult | contribut | control | coordinat | craft | creat | cultivat | customi | debug | define | deliver | demonstrat | deploy | design | determin | develop | devis | diagnos | direct | discover | discuss | document | draft | drive | driving | educat | embrac | enabl | encourag | engag | engineer | enhanc | ensur | establish | estimat | evaluat | evangeli | evolv | examin | execut | expand | explor | extend | facilitat | find | fix | follow | forecast | foster | gather | generat | govern | grow | guid | handl | help | hir | identif | implement | improv | influenc | inform | innovat | inspir | install | instruct | integrat | interact | interface | interpret | introduc | investigat | invest | iterat | join | keep | launch | lead | learn | leverag | liais | listen | maintain | mak(?:e|ing) | manag(?:e|ing)\b | map | measur | mentor | meet | migrat | mitigat | model | monitor | motivat | negotiat | observ | obtain | onboard | operat(?:e|ing) | optimi | orchestrat | organi[sz] | originat | own(?:ing)?\b | oversee | oversight | participat | partner | perform | pioneer | plan | prepar | present | prioriti | process | produc | program | project\ manage | promot | propos | prototyp | provid | publish | pursu | push | raise | recommend | recruit | refin | regularly | represent | report | research | resolv | respond | responsib | review | run | scal | schedul | scop | secur | select | serv | set | shap | shar | ship | solv | spearhead | specif | stay | strategi | streamlin | strengthen | study | submit | supervis | support(?!ive) | sustain | tackl | take | taking | teach | test | track(?!\ record) | train | transform | translat | triag | troubleshoot | turn | understand(?!ing) | undertak | updat | use | using | utili | validat | verif | visit | work(?!ing\ knowledge) | writ )""",
    re.VERBOSE | re.IGNORECASE,
)
# A wish inside a list of needs. "Plus" and "preferred" also stand in "preferred suppliers", "5 years plus".
SOFT = re.compile(
    r"""\b(?: (?:is|are|would\ be|will\ be|as)\ (?:also\ |considered\ )?(?:an?\ )?(?:\w+\ )?(?:plus|bonus|asset|advantage|advantageous|beneficial|helpful|preferred|desired|desirable|nice\ to\ have|appreciated|welcome|ideal)\b
        | an?\ (?:big\ |huge\ |strong\ |definite\ |major\ |great\ |real\ |added\ )?(?:plus|bonus|asset)\b
        | (?:strongly\ |highly\ |greatly\ )?(?:preferred|desired|desirable|advantageous|beneficial)\ *[.;,)\]!]* $
        | \((?:strongly\ |highly\ )?(?:preferred|desired|desirable|optional|plus|bonus|nice\ to\ have|a\ plus)\b
        | nice[ -]to[ -]haves? | good\ to\ have | great\ to\ have | bonus\ points? | ideally | preferably | preference\ (?:for|given|will)
        | not\ (?:required|necessary|mandatory|essential|a\ must)\b(?!\ to)
        | (?:strongly|highly)\ (?:preferred|desired|desirable)
        | von\ vorteil | idealerweise | bestenfalls | wünschenswert | ein\ plus | pluspunkt | gerne\ gesehen | optional
        | un\ plus | un\ atout | idéalement | apprécié\w* | souhaité\w* | se\ valorar\w+ | deseable | valorable | desejável | diferencial )""",
    re.VERBOSE | re.IGNORECASE,
)
NOTHING_ASKED = re.compile(
    r"\bno (?:\w+ ){0,2}(?:education\w*|degree|experience|qualifications?)\b[^.]{0,20}?(?:requirements?|required|needed|necessary)",
    re.IGNORECASE,
)
HARD = re.compile(r"\b(?:required?|must|mandatory|minimum)\b(?<!not required)", re.IGNORECASE)


def reads_like_requirement(text: str) -> bool:
    return bool(REQUIREMENT.match(text))


def reads_like_duty(text: str) -> bool:
    return not REQUIREMENT.match(text) and bool(DUTY.match(text))


def is_wish(text: str) -> bool:
    """ "Go is a plus" is a wish; "Bachelor's required, Master's preferred" is a need with a wish after it."""
    found = SOFT.search(text)
    if found is None:
        return False
    return not (HARD.search(text, 0, found.start()) or _need_before(text, found.start()))


def _need_before(text: str, at: int) -> bool:
    """Is there a whole clause before the one that wishes? "Bachelor's degree; Master's preferred"."""
    clause = max(text.rfind(mark, 0, at) for mark in ("; ", ". ", " - "))
    if clause > 12:
        return True
    aside = text.rfind(", ", 0, at)
    return aside > 25 and at - aside <= 3 and not text[at:].startswith(("but not", "not "))
