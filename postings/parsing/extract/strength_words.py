"""The words that tell how strongly a skill is asked for, all of small letters.

The hints are what every match of their pattern holds; looking for them takes a tenth of the time.
"""

import re

WISH = re.compile(
    r"""\b (?: (?: a | an | big | huge | strong | definite | major | real | added | significant )
              \s (?: plus | bonus | advantage | asset )
          | preferred (?! \s (?: partner | supplier | vendor | provider | customer | choice | employer ) ) | preferably | nice[ -]to[ -]have | good[ -]to[ -]have | bonus | desirable
          | desired (?! \s (?: results? | outcomes? | state | goals? | impact | level | behaviou?rs? ) )
          | ideally | (?<! mutually \s ) beneficial | optional
          | (?<! take \s ) (?<! taking \s ) (?<! full \s ) (?<! competitive \s ) advantage(?:ous)?
          | not \s (?: required | essential | necessary | needed | mandatory | a \s must )
          | (?:is|are|be) \s (?:helpful|nice|great|welcome)
          | wünschenswert | von \s vorteil | idealerweise | bestenfalls | gerne | un \s plus
          | serait \s un | atout | souhaité\w* | idéalement
          | deseable | valorable | se \s valorar\w* | meriterande | meritorious | gewenst ) \b""",
    re.VERBOSE,
)
WISH_HINTS = (
    *("plus", "bonus", "advantage", "asset", "prefer", "to have", "to-have", "desir", "ideal", "benefi"),
    *("optional", "not ", "helpful", "nice", "great", "welcome"),
    *("wünschen", "vorteil", "bestenfalls", "gerne", "serait", "atout", "souhait", "idéal", "deseable"),
    *("valor", "merit", "gewenst"),
)
WISHED_HEADING = re.compile(
    r"""\b (?: (?: would | will | it's | is ) \s (?: be \s )? (?: really \s | also \s | super \s | even \s )?
            (?: awesome | amazing | great | nice | cool | fantastic | a \s plus | a \s bonus | helpful | ideal )
          | (?: especially | also | even | really ) \s (?: would \s )? (?: like | love | happy | great )
          | deal[ -]?breaker | brownie \s points | bonus | nice[ -]to[ -]have | stand \s out | preferred
          | recommended | desir(?:ed|able) | appréci\w+ | souhait\w+ | wünschenswert )""",
    re.VERBOSE,
)
# "Python; Go is a plus", "Python, familiarity with Go preferred" and "fluent in English, Polish is a plus" ask
# for what stands first; the last of these does not in a plain list: "Java, Go, Rust is a plus".
CLAUSE = re.compile(
    r"""[;\n] | [.!?] \s | ,? \s (?= preferably | ideally )
      | (?: , \s? (?: and \s | but \s )? | \s and \s | \s but \s )
        (?= (?: any \s | some \s | prior \s | previous \s )? (?: experience | knowledge | familiarity
          | exposure | understanding | proficiency | with ) \s )
      | (?P<last> , \s ) (?= (?! or\b | and\b ) [\w+\#.-]{1,20} (?: \s (?! or\b | and\b ) [\w+\#.-]{1,20} ){0,2}
          \s (?: is | would \s be ) \s )""",
    re.VERBOSE,
)
# What a sentence begins with that says what one has: "Strong SQL skills", "Security: proven expertise in ...".
# "Experience the joy" is no experience.
HAD = re.compile(
    r"""\W{0,4} (?: [^:.;\n]{2,60} : \s{1,2} )?
        (?: you \s (?: have | are | bring | possess | should \s have | must \s have | need ) \s | you've \s
          | (?: must | should ) \s (?: have | be | possess ) \s | has \s | have \s | possess(?:es)? \s
          | an? \s | the \s | at \s least \s )?
        (?: (?: strong | solid | proven | demonstrated | excellent | deep | extensive | good | hands-on | working
              | practical | prior | previous | relevant | professional | advanced | basic | superior | some | in-depth
              | thorough | significant | fundamental | profound | expert | native | sound | broad | technical | recent
              | high | highly | very | intermediate | upper-intermediate | general | exceptional | great | robust | effective | multi-year | demonstrable | direct | expert-level
            ) [\s,/&-]{1,3} (?: and \s )? ){0,4}
        (?: experienced? \b (?! \s (?: the | our | a | what | how | engineer ) \b ) | expertise | knowledge
          | understanding | proficien(?:t|cy) | familiar(?:ity)? \s with | exposure \s to | fluen(?:t|cy) | command \s of | mastery
          | skilled \s (?:in|at|with) | well[ -]versed | adept \s (?:in|at|with)
          | comfortable \s (?: with | in | using | working | writing ) | background \s in | track \s record
          | (?: valid | current | active ) \s (?: [\w'/-]{2,20} \s ){1,4}? (?: licen[cs]e | certificat\w{2,5} | registration )
          | \d{1,2} \s? (?: \+ | [-] \s? \d{1,2} )? \s? \+? \s (?: years? | yrs )
          | (?<= [a-z] [\s,/&-] ) (?: [\w+\#./-]{1,20} \s ){1,4}? (?: skills | knowledge | experience | understanding
              | background | proficiency | expertise ) \b
          | (?:kenntnisse|erfahrung|expérience|connaissances?|maîtrise|experiencia|conocimientos?|dominio) \b )""",
    re.VERBOSE,
)
ASKED_OF = re.compile(
    r"""\b (?: must[ -]haves? \b | fluent \s in \b | must \s (?: have | possess | speak | know ) \b
          | must \s be \s (?: [\w,()-]{1,20} \s ){0,7}? (?: able | fluent | proficient | experienced | comfortable | familiar | skilled | certified )
          | (?: role | position | job | post | opportunity ) \s (?: \w+ \s )? requires? \b
          | (?: is | are ) \s (?: also \s )? (?: required | mandatory | an? \s (?: mandatory | must | (?: hard \s )? requirement ) | (?: essential | vital ) (?! \s (?: for | to | part ) ) )
          | required \s (?: skills? | experience | to \s (?: speak | have | know ) ) | mandatory \s skills?
          | (?: ideal | successful | right | perfect | best ) \s (?: candidate | applicant | person | teammate )s?
            \s (?: will \s | should \s | would \s | must \s )? (?: have | has | possess | be | is | bring )
          | you (?: \s will | 'll | \s would | \s should | \s must )? \s (?: have | need | bring | possess ) \s
            [^.;\n]{0,40}? (?: experience | knowledge | skills | expertise | understanding | background ) \b
          | looking \s for \s (?: someone | somebody | an? \s person | people | candidates ) \s (?: who | with ) )
    """,
    re.VERBOSE,
)
ASKED_OF_HINTS = (
    *(
        "must",
        "fluent",
        "require",
        "mandatory",
        "essential",
        "vital",
        "candidate",
        "applicant",
        "person",
        "teammate",
    ),
    *("you have", "you need", "you bring", "you possess", "you'll", "you will", "you would", "you should"),
    *("looking for",),
)
# A sentence on the employer: "Acme is the leader in e-commerce", "We help retailers". Not one on the work:
# "Our team is building ...", "you will ...", which OF_WORK finds.
STORY = re.compile(
    r"""\W{0,6} (?: at \s [\w.&' -]{2,40} , \s (?: we | our )
          | we \s (?: are | help | believe | build | offer | provide | enable | serve | empower | power | exist | make )
          | we're \s (?: an? | on | building | the | proud )
          | our \s (?: mission | vision | platform | products? | clients? | customers | company | purpose | solutions? )
          | founded \s | the \s company
          | (?! (?: this | that | it | there | here | what | who | the \s (?! company ) ) \b )
            (?: [\w.&'-]{1,30} ,? \s ){1,4}?
            (?: (?: is | are ) \s (?: an? | the | one \s of | on \s an? | proud | transforming | building )
              | helps | provides | offers | enables | empowers | powers | delivers | specialis?z?es
              | was \s (?: founded | created | built ) | serves | combines ) ) \b""",
    re.VERBOSE,
)
OF_WORK = re.compile(
    r"""\b (?: you | your | you'll | role | position | candidates? | seeking | looking \s for | hiring | teams?
      | responsib\w+ | required | must ) \b""",
    re.VERBOSE,
)
BOILERPLATE = re.compile(
    r"""401 \s? \(? k | paid \s (?: time | leave | parental | holidays? | vacation | sick ) | parental \s leave
      | equal [ -] (?: employment [ -] )? opportunit | regardless \s of | recruit\w{2,5} , \s hiring
      | terms \s and \s conditions \s of \s employment | we \s embrace \s diversity
      | (?: personal | applicant ) \s (?: data | information ) | privacy \s (?: policy | notice )
      | export \s controls? \s (?: laws | regulations | restrictions | requirements )
      | (?: for | in | during | throughout ) \s our \s (?: recruit\w{2,5} | hiring ) | (?: recruit\w{2,5} | staffing ) \s (?: agenc | firms )
      | \b we \s (?: \w{1,20} \s ){0,3}? (?: approach | celebrate | value | believe \s in | committed \s to ) \s
        (?: \w{1,20} \s ){0,3}? (?: diversity | inclusion | equity )
      | benefits \s (?: include | package | offerings | such ) | \b perks \b | sabbatical
      | (?: health | medical | dental | life ) \s (?: insurance | benefits | coverage )""",
    re.VERBOSE,
)
BOILERPLATE_HINTS = (
    *("401", "paid", "leave", "equal", "regardless", "data", "information", "privacy", "benefits", "perks"),
    *("export", "our hiring", "staffing", "diversity", "inclusion", "equity"),
    *("sabbatical", "recruit", "terms", "embrace", "health", "medical", "dental", "life "),
)
STACK = re.compile(
    r"""\b (?: (?: tech | technology | technical | our | the | product | client's ) \s stack
          | technologies \s (?: include | we | you | that \s we | used | such \s as )
          | tech \s (?: we | you ) | environnement \s technique | technisch\w+ \s umgebung | entorno \s técnico
          | (?: is | are ) \s (?: built | written | developed ) \s (?: \S{1,12} \s )? (?: on | in | with | using ) ) \b""",
    re.VERBOSE,
)
