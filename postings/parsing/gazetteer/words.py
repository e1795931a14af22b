"""Words that decide whether a name is a place. Data: add to them freely.

Capitals and accents make no difference, except in codes.
"""

from postings.parsing.gazetteer.meanings import key_of


def _words(text: str) -> frozenset[str]:
    return frozenset(map(key_of, text.split()))


def _codes(text: str) -> frozenset[str]:
    return frozenset(text.split())


# what stands in a place field beside the places
NO_PLACES = _words(
    """
    remote remotely hybrid onsite site office offices hq headquarters headquarter headquartered home
    homeoffice wfh telecommute telework teleworking telecommuting only anywhere flexible flexibility fully
    full partially partly part time based location locations primary preferred preferably first friendly ok
    okay possible position role job jobs work working worker workers from within across multiple various
    other others any all some near nearby area areas region regions country countries city cities state
    states nationwide national statewide field travel required virtual distributed employees employee
    candidates residents eligible timezone timezones zone zones hour hours hrs pst est cst mst et pt ct gmt
    utc cet cest ist bst edt pdt team teams hub hubs campus branch center centre days day week per month
    year open to in at the a an of for with on off not no yes new is are be must live reside residing
    located optional available type workplace place places opportunity opportunities company remoto remota
    remotamente teletrabajo presencial híbrido hibrido télétravail teletravail distanciel présentiel bureau
    siège vor ort fernarbeit mobiles arbeiten standort büro buero bundesweit deutschlandweit raum zdalnie
    zdalna praca biuro lavoro sede thuiswerken kantoor hele whole entire excluding except plus also
    including incl etc contract permanent fulltime freelance
    """
)

# "Non-US", "anywhere except Germany"
NOT_THE_NEXT = _words(
    """
    non not excluding except outside exclude excludes no without ausser außer hors sauf
    """
)

# and these not the places after it either, to the end of the bracket: "except CA, CO and NY"
NOT_THE_LIST = _words(
    """
    excluding except outside exclude excludes not ausser außer hors sauf
    """
)
MODES = _words("remote remotely hybrid onsite office travel telework")

# they part two places
BETWEEN_PLACES = _words(
    """
    or and und oder et ou y o e en
    """
)

# "North Chicago", "Lake Geneva" and "Fort Madison" are other places than Chicago, Geneva and Madison
BEFORE_A_PLACE_NAME = _words(
    """
    north south east west northern southern eastern western new old lake fort ft port mount mt saint st
    santa san sankt el la los las le les upper lower bad great little royal palm point cape villa big mid
    """
)

# "Warsaw, Somewhere County, Poland"
BOUNDARY_WORDS = _words(
    """
    province region county oblast voivodeship state district governorate department prefecture municipality
    canton metropolitan division community kraj provincia departamento área area city
    """
)

# "IN", "OR", "ME" in a heading; "DE", "IL" and "CO" are a state to some readers and a country to others
CODES_THAT_ARE_WORDS = _codes(
    """
    IN OR ME OK HI ON LA DE CO AR IL AL ID
    """
)

# codes that nobody takes for a word or a state
COUNTRY_CODES_ALONE = _codes(
    """
    GB FR ES PT PL RO BR MX NL CH SE DK FI IE CZ HU BG GR UA TR AE SG JP KR CN HK AU NZ ZA
    """
)

# first names, families, firms, products and plain words: in a sentence a city only beside its region
MORE_THAN_A_CITY = _words(
    """
    reading mobile nice orange bath split male buffalo phoenix lincoln jackson madison victoria sandy hook
    bend golden troy media best tours cork mesa charlotte florence hamilton savannah essen zug providence
    columbus sofia cambridge lexington york santiago adelaide wellington lima linz bergen brunswick george
    david dover salem bologna enterprise normal union summit chandler frisco clark concord gilbert franklin
    norman lincolnshire hove derby warwick lagos cali rosario davis allen perth ulm halle worms hof celle
    rugby brest lund oxford princeton stanford berkeley washington durham dc solo surprise independence
    heredia mendoza salvador natal bari como kobe nara memphis eugene regina quebec plano
    """
)

# countries, states and areas that are persons, firms, goods or directions as well
MORE_THAN_A_REGION = _words(
    """
    washington victoria jordan chad jersey guinea america holland saudi emirates dominica mali niger togo
    trinidad congo tirol midwest northeast southeast southwest midlands commonwealth iberia global globally
    anywhere worldwide provence lorraine franken ruhr gulf jura trentino marche kansai styria dmv gta gba
    ncr cis ssa lac pnw amba gcc nova sea amer attica crete essex surrey devon dorset madeira zealand
    munster java sumatra caucasus
    """
)

# capitalised or not, they may stand right before a place in a sentence: "Our Berlin office"
LEADS_TO_A_PLACE = _words(
    """
    in at from near to within and or our the of based located office offices remote hybrid onsite location
    locations headquartered across throughout around outside into for either between visit downtown central
    greater hq city site where via is are we on both plus including through country countries state work
    works working live living hiring
    """
)

# and right after it: "the London Office"
FOLLOWS_A_PLACE = _words(
    """
    office offices hq headquarters team area metro time hub remote hybrid onsite based region only branch
    campus and or is as with for site location locations are we you our the this timezone hours preferred
    required
    """
)
