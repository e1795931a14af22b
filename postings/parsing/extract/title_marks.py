"""What boards and personnel systems hang on a title: numbers of requisitions, prices, dates, signs.

The stretch of a title comes in, the stretch of the role's own words comes out. What tells something of the role
stays: "(m/f/d)", "- Remote", "II", "(Summer 2031)".
"""

import re

LEAD = re.compile(
    r"[\W_]+|what does an? |(?:job title|position title|job description|position description|role description|job posting|job opening|job opportunity|vacancy|performance profile|title|position|role|opening|now hiring|hiring|we are hiring|we're hiring)\s*(?::|-(?=\s))\s*",
    re.IGNORECASE,
)
OWN = "(.\"'"  # "(Senior) Baker", ".NET Baker": such marks belong to the title
# Before: "[Job-14] Baker", "(778) Baker", "2031-7224_Baker", "63415P-Baker"; but "3D - Baker" and "2031 - Summer Baker" stay.
LEAD_CODE = re.compile(
    r"""(?: \[ [^\[\]\n]{1,30} \] | \( \# ? \d{2,8} \) | \d{4} - \d{3,6} _ | (?! (?: 19 | 20 ) \d\d \b ) \d{3,14} \s{0,2} - \s?
          | \d{4,8} [A-Z]{1,2} - ) \s{0,3} (?= [\w(.] )""",
    re.VERBOSE,
)
# "Baker - MB1009964", "Baker R12391", "Baker - 9242", "Baker (REF222U)", "Baker (150K+ USD)", "Baker - 3-Apr-2031".
# Not "Auditor - ISO27001", "Expert AS400", "Administrator - M365", "Intern - Summer 2031".
TAIL = re.compile(
    r"""\s* (?: [\[(] (?-i: [^\[\]()a-z]{0,20} ) \d{4,} [^\[\]()]{0,20} [\])]
      | [\[(] (?: \#? (?! 36[05] ) \d{3} | (?: ref | req | id | jr | job | r ) [-.:\#\ ]{0,2} \d{2,10} [a-z]? ) [\])]
      | [\[(] (?: \w{2,12} \s )? [^\[\]()\w]{0,4} (?: [A-Z]{3} | [A-Z]{2} )? [$£€]\s?\d [^()\[\]]{0,40} [\])]?
      | [\[(] (?: up\sto\s )? \d{2,3} k \b [^()\[\]]{0,30} [\])]
      | [-|,#]?\s* (?<! \w ) (?:req|requisition|job|jr|ref|id|no|vacancy)[-.:\# ]* [a-z]{0,3}[-_]?\d{3,}\w*
      | (?<= \s ) (?: - \s* )? (?! iso | iec | din ) (?-i: [A-Z]{1,6} (?: 0\d{2,} | \d{5,} ) (?: -\d{1,3} )? | [A-Z][a-z]?\d{4} )
      | (?<= [\s)] ) (?: - | \# | (?<= \) \s ) ) \s* (?! (?: 19 | 20 ) \d\d \Z ) \d{4,14} | - \s? \d{6,14}
      | [-|,(_] \s* \d{1,2} [-./] (?: \d{1,2} | [a-z]{3,9} ) [-./] (?: 20 )? \d\d \)?
      | [-|,]?\s* [$£€]\s?\d[\d,.kK]* (?:\s*-\s*[$£€]?\s?\d[\d,.kK]*)? [^\n]{0,12}
      | \[ [^\[\]]{1,30} \]
      | [\s\-|,:;*_.!🚀🔥⭐✨]+ )\Z""",
    re.VERBOSE | re.IGNORECASE,
)


def without_marks(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the stretch of the role's own words; never an empty one."""
    while lead := LEAD_CODE.match(text, start, end) or (
        text[start] not in OWN and LEAD.match(text, start, end)
    ):
        if lead.end() >= end:
            break
        start = lead.end()
    while tail := TAIL.search(text, start, end):
        if tail.start() <= start or tail.start() == end:
            break
        end = tail.start()
    if text.count('"', start, end) == 1 and text[end - 1] == '"':
        end -= 1  # its first one was taken for the label's: title: "Baker"
    return start, end
