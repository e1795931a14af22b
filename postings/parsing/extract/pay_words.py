"""The words around a sum that tell pay from other money, in the languages that postings come in."""

import re

# Not "payment", "payroll", "pay for", "paid time off", "database", "salary expectations".
LABEL = re.compile(
    r"""\b (?: salar(?: y | ies | ied ) (?! [\w ]{0,10} \b expectations )
        | compensation (?! \s insurance ) | remuneration | renumeration | comp (?= [\s:] )
        | cash \s comp\w*
        | pay (?! \s (?: for | off | attention | it | their | close ) \b ) | pay[-_\s]?(?: range | scale
        | rate | band )s?
        | pays? \s (?: between | from | up )
        | paid (?! \s (?: time | parental | leave | sick | vacation | holiday | family | volunteer | off
        | medical
            | maternity | days ) )
        | salary[-_]? (?: range | min | max ) \w* | \w{3,4}_ (?: salary | pay ) \w* | (?: min
        | max )_? (?: pay | salary ) \w*
        | wages? | (?: hourly | daily | day | base | bill | billing | contract | monthly | weekly
        | pay ) \s+ rates?
        | rate \s* (?= [:=] ) | rates? \s (?: of | is | from | between | range )
        | ote | on[-\s]target | on[-\s]track \s earnings | earn(?:ings?)? | base \s? (?: range | pay
        | comp )? (?= \W )
        | (?: hiring | market | posted ) \s range | range \s (?: for | of ) \s (?: this | the ) \s (?: role
        | position | job | level )
        | (?: expected | target(?:ed)? | estimated | annual | starting | budget(?:ed)? | full | typical
        | current
            | reasonable ) \s (?: \w+ \s ){0,2} range
        | starting \s (?: at | from ) | doe | ctc | package
        | \w*gehalt\w* | \w*vergütung\w* | \w*lohn | brutto\w* | \w*entgelt | bezahlung | verdienst\w*
        | salaires? | rémunérations? | tjm | fixe | bruts? | fourchette
        | sueldo | salario | retribuci[oó]n\w* | salarial\w* | brutos? | bruta | banda
        | retribuzione | ral | stipendio | lord[aio] | salaris(?:range)? | brutosalaris | maandsalaris
        | loon
        | sal[áa]rio | remunera[çc][ãa]o | bolsa | wynagrodzeni[ea] | wide[łl]ki | stawka | pensja
        | (?: månads )? l[öo]n | løn\w{0,3} | palkka | plat | mzda ) \b""",
    re.VERBOSE,
)
# The word of pay that a figure without any sign of money needs: not the "base" of "client base of 3500".
BARE_LABEL = re.compile(
    r"""\b (?: salar(?: y | ies ) | salary[-_]\w+ | compensation | remuneration
        | pay (?: [-_\s]? (?: range | scale | rate | band ) )? | wages? | rate (?= \s*[:=] )
        | (?: min | max )_? (?: pay | salary ) \w* | (?: hourly | daily | day | pay ) \s rates?
        | \w*gehalt | \w*vergütung | stundenlohn | salaire | rémunération | tjm | sueldo | salario
        | retribuci[oó]n
        | retribuzione | ral | salaris | sal[áa]rio | remuneração | wynagrodzenie | ote | ctc
        | (?: månads )? l[öo]n ) \b""",
    re.VERBOSE,
)
# "Salary: £65,000 pension", where nothing else can be meant.
LABEL_AT_ONCE = re.compile(
    r"\b(?:salary|base pay|gehalt|salaire|sueldo|salario|hourly rate|pay rate|wage)s?\s*[:=]\s*[\"'(*]*\Z"
)
STATED_SALARY = re.compile(r"\b(?:salar|compensation|pay\b|pay range|gehalt|salaire|sueldo|salario)")
# "$140,000 USD base", "£40k salary", "55 k€ brut", "$120,000 + super"
NAMED_AFTER = re.compile(
    r"""\A \s{0,3} (?: \(? (?: usd | cad | gbp | eur | gross | annual | yearly | per \s year
    | a \s year ) \b \)? \s{0,3} ){0,2}
        (?: base \b | salary | ote \b | on[-\s]target | compensation | (?: base | annual ) \s pay | gehalt
        | brutto
          | brut \b | bruto | \+ \s? super \b )""",
    re.VERBOSE,
)
# Money of the employer and its customers. It weighs for a lone sum, or where no word of pay is near: in "the salary
# for this sales role in the US market is $90,000 - $110,000" it says nothing.
COMPANY_MONEY = re.compile(
    r"""\b (?: rais(?:ed?|ing) | fund(?: s | ed | ing | rais\w+ )? | series \s [a-h] | valu(?: ation | ed
    | ing )
        | revenues? | arr | mrr | gmv | turnover | umsatz\w* | chiffre | ca \s annuel
        | invest(?: ed | ment | ments | ors? | ing ) | ventures? | assets | aum | budgets? | portfolios?
        | deals? | acv | tcv
        | quotas? | transactions? | savings | sav(?:ed|e|ing) | customers? | clients? | subscribers
        | users? | donat\w+
        | grants? | loans? | capital | exits? | acqui(?:red|sition) | losses | claims | spend(?:ing|s)?
        | worth
        | endowment | fines? | penalt\w+ | lawsuits? | settlements? | purchase\w* | orders? | fortune | p&l
        | profit
        | sales (?! \s (?: role | position | representative | manager | engineer | executive | director
        | comp | incentive ) )
        | contract \s value | contracts \s | fraud | costs? | price\w* | fees? | projects? \s | bookings
        | pipeline
        | expenses? | deposit | threshold | trades? ) \b""",
    re.VERBOSE,
)
# What comes beside pay. Never pay itself, unless the sum is a range as large as a year's.
PERK = re.compile(
    r"""(?: \b (?: bonus(?:es)? | allowances? | stipends? | reimburs\w* | tuition | contribut\w*
    | match(?:ing|ed|es)?
        | insurance | 40[13]\s?\(?[kb]\)? | hsa | fsa | hra | premiums? | deductibles? | co-?pays?
        | relocation
        | referrals? | refer | sign(?:ing)? [-\s]? on | signing | joining | wellness | wellbeing
        | well-being | gym
        | fitness | home [-\s] office | office | equipment | work ?stations? | workspace | laptops?
        | set [-\s]? up
        | phone | internet | wi-?fi | meals? | lunch\w* | food | travel | commut\w* | child \s? care
        | fertility
        | adoption | surrogacy | family \s planning | learning | development | education(?:al)? | training
        | conferences? | courses? | books? | charit\w* | gifts? | vouchers? | credits? | discounts?
        | coverage | lifetime
        | per \s diem | differential | retention | equity | stocks? | options | shares? | rsus? | pensions?
        | perks?
        | subsid\w+ | budgets? | funds? | life | disability | death | death-in-service | assurance
        | student | debt
        | vacation | holiday | pto | expenses | mileage | overtime | shift \s (?: pay | diff\w* )
        | on-?call
        | incentives? | commissions? | add-on | top-up | supplement\w* | health(?:care)? | dependent
        | medical | dental
        | zuschuss | zuschüsse | zulage\w* | prämien? | gutschein\w* | jobticket | fahrtkosten\w*
        | weiterbildung\w*
        | guthaben | sachbezug\w* | abondement | intéressement | participation | pee | primes? | tickets?
        | chèques?
        | mutuelle | télétravail | équiper | indemnité\w* | cooptation | vale | ayuda | dietas? | bono
        | buoni | welfare
        | vergoeding\w* | auxílio | ajuda | subsídio
        | (?: \d\s?x | times | of | % ) \s (?: your | the | their | his | base | annual
        | yearly ) \s (?: \w+\s ){0,3}
          (?: salary | pay | compensation ) ) \b
      | \w (?: zuschuss | prämie | budget | pauschale | geld | bonus | zulage | vergoeding ) \b )""",
    re.VERBOSE,
)
# Where the words that belong to a sum end: "$90,000 | + bonus", "$90,000 | and a stipend".
STOP = re.compile(r"[+;,.()\n&\[\]|]|\b(?:plus|and|with|depending|based|doe|gross|salary|base|ote)\b")
MIDDLE = re.compile(r"\b(?:mid-?point|median|mid)\b[^\d\n.]{0,30}\Z")  # of a band said elsewhere
