"""Where a text says on what condition anyone is hired at all: where one lives, citizenship, the right to work, checks.

"Applicants must reside in Canada" and "A background check is required" are conditions. "You must have a degree" is a
need, "Employees are eligible to participate in our plan" an offer, and "Data must reside in Canada" is about data.
"""

import re

from postings.parsing.extract.near import has_any, stretches_near

WHO = r"(?:applicants?|candidates?|you|employees?|associates?|residents?|people|individuals?|this\ candidate|incumbents?)"
PEOPLE = r"(?:candidates?|applicants?|applications?|people|those|residents?|individuals?|citizens?|developers?|engineers?)"
WHERE = r"(?:based|located|residing|resid\w{1,8}|lives?|living|authori[sz]ed|eligible|citizens?|within|(?:from|in)\ (?:the\ )?(?:u\.?s|u\.?k|e\.?u|united|following|these|(?:north|south|latin)?\ ?america|country|region)\b)"
CONDITION = re.compile(
    rf"""\b(?: {WHO}\ (?:must|may|need\ to|have\ to)\ (?:currently\ |also\ |already\ )?(?:reside|live|be\ located|be\ based|be\ residing|be\ an?\ u\.?s\.?\ citizen|be\ (?:legally\ )?(?:authori[sz]ed|eligible)\ to\ work)
        | you\ will\ need\ to\ (?:reside|live|be\ located|be\ based)\ (?:in|within|near)\b
        | open\ (?:only\ )?to\ (?:u\.?\ ?s\.?|united\ states|american|canadian|uk|british|eu|australian)\ (?:citizens?|nationals?)\b
        | (?:undertake|undergo|complete|pass)\ an?\ (?:\w+\ ){{0,3}}(?:police|criminal)\ (?:\w+\ ){{0,2}}checks?\b
        | (?:we\ )?(?:currently\ )?(?:do\ not|don't|cannot|can't|are\ unable\ to|are\ not\ able\ to)\ (?:currently\ )?hire\ (?:\w+\ ){{0,3}}in\b
        | (?:contingent|conditional)\ (?:up)?on\ [^.\n]{{0,80}}(?:right\ to\ work|authori[sz]ation\ to\ work|work\ authori[sz]ation|eligibility\ to\ work)
        | (?<![a-z]\ )must\ (?:currently\ )?(?:reside|live|be\ located|be\ based|be\ residing)\ (?:in|within|near)\b
        | (?:must|have\ to|need\ to)\ (?:already\ )?(?:have|hold|possess)\ (?:\w+\ ){{0,4}}(?:right\ to\ work|work\ (?:authori[sz]ation|permit|eligibility)|residence\ permit)
        | (?:u\.?\ ?s\.?|united\ states|american|canadian|british|uk|eu|australian)\ citizenship\ (?:is\ |status\ )?(?:strictly\ )?(?:required|mandatory|a\ must)
        | must\ be\ (?:an?\ )?(?:u\.?\ ?s\.?|united\ states|canadian|uk|eu|australian)\ (?:citizens?|nationals?|persons?)\b
        | (?:citizens?|green\ card\ holders?|permanent\ residents?|locals?)\ only\b
        | (?:legal(?:ly)?\ )?(?:authori[sz](?:ed|ation)|eligib(?:le|ility)|right)\ to\ work\ in\ [^.\n]{{2,60}}\ (?:(?:is|are)\ )?(?:required|mandatory|a\ must)\b
        | requires?\ (?:\w+\ ){{0,3}}(?:u\.?s\.?\ citizenship|work\ authori[sz]ation|right\ to\ work)
        | (?:citizenship|residency)\ (?:in\ [^.\n]{{2,40}}\ )?is\ (?:strictly\ )?(?:required|mandatory)
        | (?<!also\ )open\ (?:only\ |exclusively\ )?to\ (?:\w+\ )?{PEOPLE}\ (?:who\ |currently\ |are\ ){{0,3}}(?:resid\w{{1,8}}|based|located|living|live)\b(?!\ anywhere\ (?:around|in)\ the\ (?:world|globe))
        | (?:only|exclusively)\ (?:\w+\ ){{0,3}}(?:consider\w{{0,4}}|accept\w{{0,4}}|hir(?:e|ing)|recruit\w{{0,4}}|looking\ for|open\ to|open\ for|available\ to)\ [^.\n]{{0,50}}\b{PEOPLE}\ [^.\n]{{0,30}}\b{WHERE}
        | not\ (?:be\ )?eligible\ for\ employment
        | must\ be\ (?:at\ least\ |over\ )?(?:18|21|eighteen|twenty-one)\ (?:years|or\ older|or\ over)
        | (?:background|reference|fingerprint|criminal\ record)\ (?:checks?|screening|investigation)[^.\n]{{0,60}}\ (?:required|mandatory)
        | (?:contingent|conditional)\ (?:up)?on\ [^.\n]{{0,80}}(?:background|drug|reference)
        | (?:pass|undergo|complete)\ (?:an?\ )?(?:\w+\ ){{0,4}}(?:background|drug|fingerprint)\ (?:checks?|test|screen\w*|investigation)
        | applications?\ will\ only\ be\ considered )""",
    re.VERBOSE,
)
HINTS = (
    *("reside", "residing", "residenc", "must live", "located", "based", "citizen", " only", "only "),
    *("to work in", "eligible to work", "right to work", "work authori", "work permit", "exclusively"),
    *("background", "drug ", "fingerprint", "criminal", "reference check", "be considered"),
    *("eligible for employment", "must be 18", "must be 21", "must be at least", "must be over"),
    *("police", "hire "),
)
AROUND = 160  # characters on either side of these that such a phrase may take


def conditions_in(lower: str) -> list[int]:
    """Return where conditions begin, in order."""
    near = stretches_near(lower, HINTS, AROUND, AROUND)
    return [found.start() for stretch in near for found in CONDITION.finditer(lower, *stretch)]


def is_condition(line: str) -> bool:
    """Is a line of small letters one, as a whole? "U.S. citizenship required" in bold is no heading."""
    return has_any(line, HINTS) and CONDITION.search(line) is not None
