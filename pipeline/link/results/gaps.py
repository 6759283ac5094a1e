"""What may stand between, before and behind the words and sums of figures."""

from __future__ import annotations

import re

PERCENT = re.compile(r"\b\d[\d.,]*\s?(?:%|percent|per\scent|pct)")
BOTH_EPS = re.compile(r"\b(?:basic\s(?:and|&)\s(?:fully\s)?diluted|diluted\s(?:and|&)\sbasic)\b", re.I)
AND = re.compile(r",?\s(?:and|&)\s|,\s")
AND_IN = re.compile(r"\s+(?:in|for|at|during|as of)?\s*(?:the\s+)?,?\s*(?:and|or)\s+(?:with\s|to\s)?(?:about\s+)?")
#: Who had expected what stands behind: "the average estimate of", "what analysts had forecast,".
ESTIMATES = (
    r"(?:(?:(?:an?|the|its|their|our|average|mean|median|consensus|previous|earlier|own|analysts?['’]?|market|wall\sstreet(?:['’]s)?"
    r"|street|company|brokers['’]|city|profit|earnings|revenue|sales|full-year)\s){0,5}"
    r"(?:estimates?|forecasts?|expectations?|consensus|projections?|guidance|predictions?|target|views?|outlook|range)"
    r"(?:\s(?:by|of|from|among)\s(?:the\s)?analysts)?(?:\s(?:of|for|at|was|were|is|had\sbeen))?\s(?:(?:a|about|around|profit|loss|revenue)\s(?:of\s)?){0,2})"
)
EXPECTED_BY = re.compile(
    r"(?:\s(?:a|per)\sshare)?,?\s(?:(?:that|which|average|mean|consensus)\s)?"
    r"(?:(?:(?:the\s)?(?:analysts?|economists|wall\sstreet|the\sstreet|the\smarket|consensus|the\scity)\s)"
    r"(?:[\w’'-]+\s){0,5}?(?:forecast|expect\w*|predict\w*|estimate[ds]?|projected|pencill?ed\sin|looking\sfor|anticipated|polled)"
    r"|(?:forecast|expected|predicted|estimated|projected|anticipated)\s(?:by|in)\b"
    r"|(?:analyst\s|consensus\s|average\s){0,2}(?:estimate|forecast|consensus|expectation)s?\b)",
    re.I,
)
#: Verbs before "a $3 million charge" or "an impairment of" that make it a figure of the books.
BOOKED = re.compile(
    r"\b(?:t(?:ake|akes|ook|aken|aking)|book(?:s|ed|ing)?|record(?:s|ed|ing)?|incur(?:s|red|ring)?|report(?:s|ed|ing)?"
    r"|post(?:s|ed|ing)?|includ(?:e|es|ed|ing)|recogni[sz](?:e|es|ed|ing)|ma(?:ke|de)|after|reflect(?:s|ed|ing)?|by|has|had"
    r"|despite|amid|owing\sto|thanks\sto|announced|due\sto|because\sof|hit\sby|result(?:s|ed|ing)?\sin|expects?|exclud(?:e|es|ed|ing))\b[^.;]*?$",
    re.I,
)
#: What a figure leaves out or takes in, set off by commas: ", excluding one-off items,".
ASIDE = re.compile(
    r",\s(?:which\s)?(?:ex|in)clud(?:ing|es?|ed)\b[^,;:]{0,60},|,\s(?:before|after|adjusted\sfor|stripping\sout|net\sof|on\san?)\s"
    r"(?!(?:falling|rising|losing|a\s(?:loss|profit))\b)[^,;:]{0,60},"
    r"|,\s(?:an?|the)\s(?!\d)[^,;:\d]{3,60},(?=\s\w)"
    r"|\d[\d.]*\s?(?:%|percent|per\scent)\sof\s(?:GDP|gross\sdomestic\sproduct),\sor(?=\s)"
)
#: What may describe the owner of a figure before its name: "at the Leeds-based builder".
DESCRIBED = re.compile(
    r"\b(?:at|of|for|from)\s((?:the\s|its\s)?(?:(?!(?:that|which|who|and|or|with|from|than|by|to|in|on|of|at|for)\s)[\w’'-]+\s){1,5})$"
)
PART_OF_FIRM = r"(?:segment|division|unit|arm|business\s(?:unit|segment|area|line))"
#: A part behind "revenue at": "Tier's lamp division".
AT_PART = re.compile(rf"['’]s?\s(?:[\w&-]+\s){{0,4}}?{PART_OF_FIRM}\b")
HELD = re.compile(
    r"\b(?:had|has|have|having|with|operat(?:es?|ed|ing)|holds?|holding|held|includ(?:es?|ed|ing)|maintains?|sitting\son|show(?:s|ed|ing)?"
    r"|carr(?:y|ies|ied|ying)|boast(?:s|ed|ing)?|report(?:s|ed|ing)?|retain(?:s|ed|ing)?|left)\s"
    r"(?:(?:an?|about|approximately|over|more|than|nearly|roughly|some|around|total|of|a\stotal\sof)\s)*~?$"
)
UNIT_PER = ("year", "month", "quarter", "person", "hour", "day", "share")
COMPARED_WITH = re.compile(
    r"\b(?:(?:up|down|increase|rise|decrease)\b[^,;]{0,12}\bfrom|compared\b[^,;]{0,12}\b(?:from|with|to)"
    r"|versus\b[^,;]{0,12}\b(?:from|with|to))\s+[\w\s]{0,12}$|\b(?:higher|lower|better|worse|bigger|smaller)\sthan\sthe\s$"
)
#: "in committed annual ", "of infrastructure " between a sum and the metric behind it.
#: Between a change and the level reached: "fell by $3m compared to the year before to $40m".
LEVEL_AT = re.compile(
    r",?(?:\s+or\s[^,;$€£]{1,30},|,?\s(?:compared\s(?:to|with)|from|versus"
    r"|(?:year|quarter|month)[ -](?:on|over)[ -](?:year|quarter|month)|[yqm]/[yqm]|sequentially)\b[^,;$€£]{0,40})?"
    r"\s+to\s+(?:about\s+|a\s+record\s+)?"
)
#: A change, no level: "sales growth of $3 million".
CHANGE_OF = re.compile(
    r"\b(?:growth|increases?|decreases?|declines?|rise|fall|drop|jump|gain|surge|slump|improvement|reduction|cuts?|shortfall"
    r"|uplift|swing)\s(?:of|was)\s(?:(?:about|over|nearly|some|more\sthan|up\sto|roughly|approximately|at\sleast)\s)?$"
)
#: "At EUR 3 million, selling expenses were": the sum ahead of its metric, as German houses tell it.
AT_SUM = re.compile(r"(?:^|[.;!?\n]\s*|,\s(?:and\s)?)[Aa]t\s(?:(?:about|around|nearly|just|over|some)\s){0,2}$")
AHEAD = re.compile(r",\s(?:(?:the|its|our|total|new|group)\s)?(?:[A-Za-z&][\w&/’'-]*\s){0,4}")
#: What is said to be under somebody's management is held, whatever verb stands before.
UNDER = re.compile(r"under\s(?:management|administration|advisement)", re.I)
#: "in total real estate and debt " between a sum and "assets under management".
MANY_KINDS = re.compile(
    r"\s(?:in|of)\s(?:(?!(?:or|to|from|for|by|with|that|which|in|of|on|at|as|raised|new|bad|stolen|lost)\s)[A-Za-z][\w&/-]*\s){1,6}"
)
KIND_OF = re.compile(
    r"\s(?:in|of)\s(?:(?:its|their|the)\s)?"
    r"(?:(?!(?:and|or|to|from|for|by|with|that|which|in|of|on|at|as|its|their|the|a|an|new|more|worth|excess|bad|unpaid|stolen"
    r"|lost|missing|potential|investor|customer|consumer|household|crypto|debt|loans?|bonds?|notes?|stock|shares?|equity|tax"
    r"|property|retail|career|lifetime|home|real|estate|art|drugs?|land|job)\s)[a-z][a-z-]+\s){1,2}"
)
#: "(2019: £38m)", "(Rs 588 crore)": what stood there a year before, in brackets behind a figure.
BRACKETED = re.compile(r"\s\((?:[\w’' -]{0,20}:\s|from\s|vs\.?\s|(?:up|down)\sfrom\s)?")
#: The same with the period told: "EUR 9.8 million in the first half, below plan (H1 2023: EUR 12.0 million)".
LABELLED = re.compile(
    r"(?:\s(?:in|for|during|as\sof|at|on)\s[^()$€£;:.]{1,40})?(?:,\s[^()$€£;:.\d]{1,60})?\s\((?:in\s|the\s)?"
    r"(?:(?:FY|Q[1-4]|[1-4]Q|[HS][12]|9M|6M|3M)[\s/-]?)?(?:\d{4}(?:[/-]\d{2,4})?|(?:previous|prior|preceding|last)\s"
    r"(?:year|quarter|period|financial\syear|fiscal\syear)(?:['’]s\s(?:period|quarter))?|PY|prior-year\s(?:period|quarter)"
    r"|(?:FY|Q[1-4]|H[12])\s?\d{2}|year[\s-]ago|\d{1,2}\s(?:January|February|March|April|May|June|July|August|September|October"
    r"|November|December)\s\d{4}|(?:January|March|June|September|December)\s\d{1,2},\s\d{4})(?:\s(?:period|quarter))?[:,]\s"
)
#: "rose from $3 million in 2022 to $4 million": the sum behind "to" is the figure.
FROM = r"\bfrom\s+(?:about\s+|some\s+|just\s+)?$"
TO = frozenset(
    re.findall(
        r"\w+",
        "to about in a record nearly over the almost for at end of by during quarter half year first second third"
        " fourth fiscal last more than around roughly approximately early late same period just some only",
    )
)
#: Words that end the reach of a verb that moves sums: "sells ovens to a lender with $4 billion in assets".
HOLDS = "(?:with|has|have|had|holds|holding|manages|managing)"
EARNINGS = ("net_profit", "net_loss")
OR = re.compile(r"(?:\s(?:in|of) [^,;]{1,40})?(?:,|\s\(|\s)\s*(?:or|equal to|i\.e\.)?\s*(?:about\s+|a loss of\s+)?")
PER_SHARE = (*EARNINGS, "operating_profit", "operating_loss")
#: What was sold, between a metric and its verb: "revenue from advertising rose".
PRODUCT = re.compile(
    r"\s(?:from|of|in|for)\s(?:its\s|their\s|the\s)?"
    r"(?:(?!(?:that|which|who|to|by|with|from|the|a|an|its|was|were|has|had|year|quarter|month)\s)[a-z][\w’'-]*\s){1,4}"
    r"(?=(?:was|were|rose|fell|came|grew|increased|decreased|declined|dropped|climbed|jumped|totall?ed|slipped|slid|surged"
    r"|reached|stood|amounted)\b)"
)
#: Sales of a whole market are nobody's.
WHOLE_MARKET = re.compile(
    r"\b(?:global|world(?:wide)?|industry|national|market|total|retail|home|annual)\s$", re.I
)
#: "costs of", "cash stood at"; no "costs $7".
FORWARD = re.compile(
    r"\s+(?:(?:also|slightly|further|sharply|again|modestly|steadily)\s)?(?:of|was|were|stood|stands|at|rose|fell|reached|totall?ed|increased|decreased|grew|climbed|declined|came|amounted|remained"
    r"|jumped|surged|soared|dropped|slid|slipped|dipped|eased|doubled|tripled|hit|exceeded|topped|narrowed|widened|shrank|expanded"
    r"|averaged|improved|edged|swelled|ballooned|plunged|tumbled|plummeted|(?:has|have|had)\s(?:grown|risen|fallen|reached|increased"
    r"|decreased|doubled|tripled|surpassed|exceeded|topped)|exceeding|totall?ing|surpassing)\b|,\s+which\b"
)
#: A company's figures for a period are no smaller, in any currency; smaller sums are prices and advertisements.
SMALLEST = 100_000
#: A sum in millions is nobody's earnings per share.
SCALED = re.compile(r"(?:\b|\d)(?:millions?|billions?|mln|bln|mn|bn|m|b|crore|lakh)\b", re.I)
#: Between the sums of figures that one comparison covers.
COORDINATED = re.compile(r"\b(?:on|and|with)\b|, or\b")
#: What may follow a sum that is all that a verb tells: no noun that it measures.
ALONE = re.compile(
    r"\s*(?:[,.;)—–]|$)|\s+a\s(?:month|week|day|quarter)\b|\s+(?:in|on|last|this|during|for\s+(?:the|bad|possible|potential|future|legal|unpaid)|over|from|a\s+year|per\s+year|before|after|between|while|when"
    r"|each|every|and|but|as|against|compared|versus|off|net|annually)\b"
    r"|\s+(?:a|per)\s(?:(?:diluted|basic|common|ordinary|American)\s)?(?:share|ADS|unit)\b",
    re.I,
)
#: Behind a sum that is managed: "of in-force premium", "on behalf of".
HELD_FOR = re.compile(r"\s+(?:of\s(?!(?:an?|the|its|their)\s)[a-z-]+|on\sbehalf\sof|across|globally|worldwide)\b")
_PARTS = r"(?:includ(?:ing|es?|ed)|compris(?:ing|es?|ed)(?:\sof)?|consist(?:ing|s|ed)\sof|made\sup\sof|composed\sof)"
#: Before a part of a sum, and between that sum and its metric: "$78m in total liquidity, including $45m".
PART = re.compile(rf",?\s(?:which\s|that\s)?{_PARTS}\s")
#: Between a part and the next one: "including $45m in cash and $12m in receivables".
NEXT_PART = re.compile(r"(?:,?\s(?:and|plus|as\swell\sas)|,)\s(?:about\s|some\s|another\s)?$")
PART_LEAD = re.compile(rf"\b{_PARTS}\s(?:about\s|some\s)?$")
#: Between the metric of one part and the sum of the next: "comprising $20m in cash, $1m in receivables".
NEXT_ITEM = re.compile(r",\s(?:and\s|plus\s|with\s|of\swhich\s)?(?:about\s|some\s|another\s)?")
OF_SUM = re.compile(r"\d\S*(?:\s(?:million|billion|trillion|mln|bln|m|bn))?\s(?:in|of)\s(?:[\w-]+\s){0,2}$")
#: Before a sum that measures the noun behind it, and behind a noun that only names what moves.
ARTICLE = re.compile(
    r"\b(?:an?|its|their|his|her|another)\s(?:(?:about|nearly|record|net|roughly|around|some|further)\s)*$", re.I
)
MOVES = re.compile(
    r"\s(?:rise|fall|drop|increase|decrease|jump|gain|decline|target|goal|forecast|guidance|estimate|mark|milestone|barrier|hit"
    r"|warning|margin|growth|range|threshold|level)\b"
)
#: "the largest loss in its history, $6.5bn": a sum set behind a figure of which the words before say how it ranks.
RANKED = re.compile(
    r"\b(?:largest|biggest|first|second|third|worst|best|record|highest|deepest|lowest|smallest|heaviest|steepest)\b"
    r"[^,;.]{0,40}$",
    re.I,
)
APPOSED_SUM = re.compile(
    r"(?:\s(?:in|since|for|on|of|ever|yet|to)\b[^,;.$€£¥₹]{0,45})?,\s(?:(?:of|at|about|around|some|nearly)\s)?"
)
#: "should sales reach": what is only a condition of a payment.
CONDITION = re.compile(r"\b(?:should|if|once|when|provided(?:\sthat)?|unless|until|as\ssoon\sas)\s[^,;.]{0,60}$", re.I)
MET = re.compile(
    r"\s(?:[^\s,;.]+\s){0,5}?(?:exceeds?|reach(?:es)?|hits?|tops?|pass(?:es)?|surpass(?:es)?|cross(?:es)?|falls?\sbelow)\s"
)
#: Orders for securities are no orders of a company.
ORDERS = re.compile(r"(?:orders|order\s?book|orderbook)", re.I)
SECURITIES = re.compile(
    r"\b(?:bonds?|notes|tranches?|IPO|offering|bookrunners?|coupon|flotation|share\ssale|books\sclosed)\b"
)
#: "turnover up from $3 million to $4 million": a move, no comparison.
UP_FROM = re.compile(r"\s(?:up|down)\s(?:[\d.]+\s?(?:%|percent|per\scent)\s)?from\s(?:about\s)?")
#: Between the metrics, and between the sums, of "sales and net profit were $3 million and $1 million".
IN_LIST = re.compile(r"(?:,\s|,?\sand\s)(?:(?:its|the|net|operating|adjusted|total|quarterly|annual)\s){0,2}")
NEXT_SUM = re.compile(r"(?:\s(?:a|per)\sshare)?(?:,\s|,?\sand\s)(?:about\s|some\s)?")
#: An aside between a metric and its verb that may hold a sum of its own: ", after a $3 million charge, ".
SET_OFF = re.compile(
    r"(?:\s(?:of|at|for|from)\s(?:[A-Z][\w.&’'-]*\s?){1,5})?,\s"
    r"(?:(?:which\s)?(?:includ|exclud|reflect)(?:ing|es|ed)|after|before|despite|net\sof"
    r"|(?:hurt|helped|hit|boosted|lifted|aided|dragged|weighed|driven|buoyed|swollen|inflated|depressed|bolstered)(?:\s\w+)?\sby)\s"
    r"(?:[^,;:]|,(?=\d)){3,90},(?=\s\w)"
)
#: Behind a sum that only tells by how much a figure differs.
OFF_BY = re.compile(r"\s(?:(?:a|per)\sshare\s)?(?:higher|lower|more|less|better|worse|short|ahead|shy)\s(?:than|of)\b")
