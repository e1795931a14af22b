"""The words that name a share in the employer, and those beside which "equity" is another thing."""

import re
from collections.abc import Iterator

from postings.parsing.extract.around import stretches_around
from postings.parsing.extract.near import hits_of
from postings.parsing.view import View

HINTS = (
    *(
        "equity",
        "stock",
        "share",
        "rsu",
        "esop",
        "espp",
        "vsop",
        "bspce",
        "profit",
        "ownership",
        "stake in",
        "aktien",
        "anteile",
    ),
    *("beteiligung", "actionnariat", "acciones"),
)
# Most hits are other words, around which nothing is worth reading: "share your", "versus", "take ownership", "profitable".
OTHER_WORD = re.compile(
    r"""share (?! s | d\ equity | [ -] (?: op | pu | ow | in | sa | ma | gr | aw | pa | co | pl | sc | un ) ) (?<! restricted\ share )
      | rsu (?! s? \b ) | rsu (?<= \w rsu ) | profit (?! s?\ interest )
      | ownership (?! \ (?: in | of | stake | package ) \b ) (?<! company\ ownership ) (?<! employee\ ownership ) (?<! stock\ ownership )
        (?<! share\ ownership )""",
    re.VERBOSE,
)
SCHEME = r"(?: plan | program(?:me)? | scheme | package )s?"
EQUITY = re.compile(
    rf"""(?<! \w ) (?:
        (?: (?: employee | company | incentive | non-qualified | generous | early-stage | virtual | startup
        | competitive
            | meaningful ) \s )? (?: stock | share )s?[-\s] options? (?: \s (?: {SCHEME} | grants? ) )?
      | (?: restricted \s (?: stock | share )s? (?: \s units? )? (?: \s? \(rsus?\) )? | rsus?
      | performance \s share \s units? )
      | (?: employee | company | discounted ) \s (?: stock | share ) \s? (?: purchase | ownership | option
      | save )s?
        (?: \s (?: {SCHEME} | trusts? ) )? (?: \s? \(es[pop]+\) )?
      | (?: stock | share ) \s (?: purchase | ownership | incentive | save | matching ) \s {SCHEME}
      | espp | esops? | vsops? | bspce | sharesave
      | (?: stock | share ) \s (?: grants? | awards? | bonus(?:es)? | package | compensation | plan | scheme ) | ownership \s package
      | (?: phantom | virtual ) \s (?: stocks? | shares | equity ) | stock-based \s compensation
      | company \s (?: stock | shares | equity | ownership ) | shares \s in \s (?: the | our ) \s company
      | (?: stake | ownership | piece ) \s (?: in | of ) \s (?: the | our ) \s (?: company | business )
      | profits? \s interests?
      | equity [\s-] (?: package | grant | compensation | award | reward | based \s compensation
      | participation | stake
          | plan | program(?:me)? | incentive | options? | ownership | upside | component | eligib\w+
          | shares
          | opportunit\w+ | refresh\w* | bonus | share | pool | allocation | offering | position | interest
          | in \s (?: the | our | a ) \s (?: \w+[\s-] ){{0,3}} (?: company | startup | business
          | start-up )
          | for \s (?: all | every ) )s? (?: \s {SCHEME} )?
      | (?: meaningful | generous | competitive | significant | startup | start-up | early | company
      | employee
          | substantial | target | founding | sizable | attractive | performance | founder | real
          | employer
          | shared ) \s (?: (?! ha[sd] | have | gets? | and | or ) \w+ \s )? equity
      | \d (?: \.\d+ )? \s?% (?: \s?-\s?\d (?: \.\d+ )? \s?% )? \s (?: of \s )? equity
      | equity \s? : \s? \d[\d.]*\s?%
      | \w{{0,18}} mitarbeiterbeteiligung\w* | unternehmensanteile\w*
      | (?: mitarbeiter )? aktien (?: optionen | programm\w* | plan ) | belegschaftsaktien
      | actionnariat (?: \s salarié )? | opciones \s sobre \s acciones
      | acciones \s de \s la \s (?: empresa | compañía )
    ) (?! \w )""",
    re.VERBOSE,
)
PAID = r"""(?: salary | salaries | compensation | bonus(?:es)? | benefits | 401\(?k\)? | cash | base | pay
    | perks
  | commissions? | insurance | options | pto | stock | ote | incentives? | vacation | health | medical
  | package | eligibility | match(?:ing)? | dental | vision
  | remuneration | rrsp )"""
# "equity" alone, where it stands among what is paid or is said to be given: "salary, bonus and equity", "+ equity".
AMONG_PAY = re.compile(
    rf"""(?: \b including | (?: \A | \n ) [^\w\n]{{0,8}} ) \s? (?P<led> equity ) \b
      | \b (?P<offered> equity ) \s (?: (?: is | will\sbe ) \s )?
        (?: offered | granted | provided | that \s (?: begins | vests ) | in \s the \s form )
      | \b (?: includ(?:e[sd]?|ing) | receives? | offers? | grants? ) \s (?: our \s | all \s | employees \s ){{0,2}} (?P<given> equity ) \b
      | \b eligible \s (?: for | to \s receive ) \s (?: \w+ \s )? (?P<due> equity ) \b
      | \b {PAID} (?: \W{{1,4}} (?: (?: and | or | plus | with | competitive | target | annual | generous
      | medical
          | may \s also \s include | as \s well \s as ) \W{{1,3}} ){{0,2}} ) (?P<later> equity ) \b
      | (?: \+ | \b plus ) \s* (?P<added> equity ) \b
      | \b (?P<earlier> equity ) \b (?: \W{{1,4}} (?: (?: and | or | plus | with | target | our
      | comprehensive | company
          | great | additional | performance | other ) \W{{1,3}} ){{0,3}} ) {PAID} \b""",
    re.VERBOSE,
)
# "private equity", "pay equity", "diversity, equity"
ANOTHER_EQUITY = re.compile(
    r"""\b (?: private | brand | health | pay | internal | external | racial | social | gender | digital
    | economic | educational | home | wage | market | public | debt | growth | environmental | language | student
        | housing | food | climate | justice | diversity | inclusion | belonging | dei | fairness | of
        | promot(?:e|ing) | advanc(?:e|ing) | owner's | stockholders' | shareholders' )
        [\s,/-]{0,4} (?: (?: and | & | or | the ) \s )? \Z""",
    re.VERBOSE,
)
# "does not include equity", "trading stock options", "out-of-stock items"
NOT_AFTER = re.compile(
    r"""(?: \b (?: listed | trade | trading | administer\w* | inventory | out-of | in- | livestock | rolling
        | (?: not | excl\w+ | without | no | nor ) \s (?: \w{1,30},? \s ){0,4} ) | n't \s (?: \w{1,30},? \s ){0,4} )
        [\s,/-]{0,4} (?: (?: and | & | or | the ) \s )? \Z""",
    re.VERBOSE,
)
# "equity and inclusion", "equity research"
OF_ANOTHER_EQUITY = re.compile(
    r"""[\s,/-]{0,4} (?: (?: and | & ) \s )? (?: grade | inclusion | inclusive | diversity | justice
    | belonging | access\b | lens | research | markets? | capital | funds? | firms? | partners? | invest\w+
        | of \s (?: opportunity | access ) | portfolio | securities | issues | goals | initiatives | work\b | officer
        | driven | minded | backed | focused | crowdfunding | sponsors? | financ\w+ )""",
    re.VERBOSE,
)
# "stock option trading", "stock photos"
NOT_BEFORE = re.compile(
    r"""[\s,/-]{0,4} (?: (?: and | & ) \s )? (?: trading | deriv\w+ | analy\w+ | statements? | administrat\w+ | photo\w* | exchange
        | price | ticker | brok\w+ )""",
    re.VERBOSE,
)
REACH = 70  # characters around the words that name or deny them
AT_MOST = 60  # of one text


def equity_in(view: View) -> Iterator[tuple[int, int]]:
    """Yield the words that name shares, options or equity of the employer, in the order of the text."""
    spans: set[tuple[int, int]] = set()
    worth = (at for at in hits_of(view.lower, HINTS) if not OTHER_WORD.match(view.lower, at))
    for first, last in stretches_around(worth, len(view.lower), REACH, REACH):
        spans.update(found.span() for found in EQUITY.finditer(view.lower, first, last))
        if view.lower.find("equity", first, last) >= 0:
            among = AMONG_PAY.finditer(view.lower, first, last)
            spans.update(found.span(str(found.lastgroup)) for found in among)
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1]))[:AT_MOST]:
        if not _is_another_thing(view.lower, start, end):
            yield start, end


def _is_another_thing(lower: str, start: int, end: int) -> bool:
    first = max(0, start - REACH)
    if NOT_AFTER.search(lower, first, start) or NOT_BEFORE.match(lower, end):
        return True
    if not lower.startswith("equity", start) and not lower.endswith("equity", start, end):
        return False  # "grants of restricted stock units"
    return bool(ANOTHER_EQUITY.search(lower, first, start) or OF_ANOTHER_EQUITY.match(lower, end))
