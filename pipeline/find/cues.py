"""The words around a name that tell what it is: expressions and weights that `evidence` votes by."""

from __future__ import annotations

import re

from .scan import Before, Scan

PRONOUNS = frozenset({"we", "he", "she", "it", "they", "i", "you", "our", "this", "these", "that"})
#: Words of fields and of kinds of firms, as `PartyWords.departments` are.
FIELDS = frozenset(
    {"Administration", "Committee", "Department", "Firm", "Tech", "Fintech", "Transition", "Fund", "Team", "Venture",
     "Climate", "Energy",
     "Private", "Managed", "Application", "Studies", "Economics", "Industry", "Sector", "Services", "and", "&"}
)  # fmt: skip
#: Fields that a state's agency puts before the country ("Statistics Norway").
STATE_FIELDS = frozenset(
    {"Statistics", "Transport", "Resources", "Environment", "Heritage", "Elections", "Immigration", "Fisheries",
     "Highways", "Sport", "Tourism", "Services", "Innovation", "Customs", "Corrections", "Parks", "Housing"}
)  # fmt: skip
#: Last words of public bodies, whatever stands before them.
RULING = frozenset({"Board", "Command", "Constabulary", "Inspectorate"})
#: Words that make a board one of a firm's.
ADVICE = frozenset({"Advisory", "Editorial", "Supervisory", "Scientific", "Executive", "Management", "Directors"})
#: Nouns in small letters with which a NER ends the name of an organisation.
SMALL_BODIES = frozenset({"party", "union", "league", "university", "federation", "bourse", "family", "exchange"})
#: What the fund of a state is for ("National Pension Fund"), and its last word.
STATE_MONEY = frozenset(
    {"Investment", "Pension", "Pensions", "Development", "Reserve", "Wealth", "Insurance", "Cooperation"}
)
STATE_FUNDS = frozenset({"Fund", "Corporation", "Corp", "Corp.", "Service"})
#: Ends of one-word names of business ("Agrochem", "Infosoft").
COMPOUND = re.compile(r"[A-Z][a-z]\w+(?:tech|chem|pharma|corp|soft|bank|media|works|telecom|com|gas)$")
#: What tells that the name before it is an index's, or a part of that: "Harrow 200 stock index", "Quill & Kerr's 500
#: index", "Quill Industrial Average".
INDEX = re.compile(
    r"(?:['’]s(?= \d))?(?: \d{2,4})?(?: (?:stock|share|benchmark|composite|Composite))? (?:[Ii]ndex|indices)\b"
    r"| (?:Industrial |Composite )?Average\b(?! [A-Z])"
)
#: Words with which a message on a social network is told.
SOCIAL_AFTER = re.compile(
    r"['’]?s? (?:group|account|page|post|posts|message|messages|chat|channel|feed|thread|hashtag)\b"
)
#: Buildings and sites: "the Harbor Point tower".
SITE_AFTER = re.compile(
    r" (?:tower|skyscraper|building|mall|shopping cent(?:er|re)|stadium|office complex|apartment complex|neighbou?rhood"
    r"|submarket|district|suburb|housing estate|industrial park|power plant|refinery|airport|terminal|dam|highway)s?\b"
)
COUNTY_AFTER = re.compile(r"['’]s County\b")
#: Who stands for a party: "ANC lawmaker".
PARTY_OF = re.compile(
    r" (?:MPs?|MLAs?|MEPs?|MKs?|lawmakers?|politicians?|councillors?|backbenchers?|parliamentarians?|senators?)\b"
)
#: What a plural does.
PLURAL_VERB = re.compile(
    r"[’',.]|\s(?:have|are|were|say|said|will|had|do|did|back(?:ed)?|opposed?|voted?|want(?:ed)?)\b"
)
#: Whose members vote on a strike or organise.
MEMBERS_OF = Before(
    r"\b(?:(?:[Mm]embers|reps|branches|officials|organi[sz]ers) (?:of|from|in)|(?:organi[sz]ing|balloted) (?:with|by)"
    r"|[Uu]nions?) (?:[A-Z]\w+(?:,| and|, and) )?(?:the )?$",
    "of from in with by union unions and ,",
)
UNION = Scan(r"\b(?:trade |labou?r )?unions?\b|\bwalkouts?\b|\bunioni[sz]", "union", "walkout")
#: What a maker launches, and what runs, rivals or follows it.
LAUNCHED = Before(
    r"\b(?:unveil(?:ed|s|ing)?|debut(?:ed|s|ing)?|launch(?:ed|es|ing)?|releas(?:ed|es|ing)|introduc(?:ed|es|ing)"
    r"|ship(?:ped|s|ping)|(?:new )?versions? of|update (?:to|of)|rivals? to|taking on|successor to|compatible with"
    r"|(?:prototype|sequel|upgrade)s? (?:of|to)) (?:the|its|a|an|a new|its new|the new) $",
    "unveil unveiled unveils unveiling debut debuted debuts debuting launch launched launches launching released "
    "releases releasing introduced introduces introducing ship shipped ships shipping of to on with its a an new",
)
#: What analysts expect, "according to" whom.
CONSENSUS = re.compile(r"\b(?:analysts?|economists|consensus|estimates?|forecasts?|on average)\b")
#: A town before its firm ("Boston's Fenwick Advisors"), and before "group" and the like.
TOWN_OF = re.compile(r"['’]s? (?=[A-Z])")
#: Nouns that stand behind the name of a firm, too.
AFTER_NAME = frozenset(
    {"group", "bank", "chain", "brand", "unit", "fund", "subsidiary", "network", "franchise", "studio", "parent",
     "railway", "railroad", "shipyard", "supermarket"}
)  # fmt: skip
#: Roads, questions put to voters, parts of laws, flights: "Interstate 95", "Measure B".
NUMBERED = re.compile(
    r"(?:Highway|Interstate|Route|Proposition|Prop\.?|Measure|Title|Section|Amendment|Question|Article|Chapter|Rule"
    r"|Exit|Flight|Schedule) (?:\d{1,4}[A-Z]?|[A-Z]|[IVX]{1,5})"
)
#: What stands before a ship's name.
SHIPS = ("MV ", "M/V ", "HMS ", "USS ", "RMS ", "HMAS ", "HMCS ", "USNS ", "HMNZS ", "INS ")
#: What an arena is called behind its sponsor, and the district of a court.
VENUE = re.compile(r" (?:Place|Center|Centre|Coliseum|Ballpark|Arena|Stadium|Pavilion)\b(?! [A-Z])")
DISTRICT = re.compile(r"(?:(?:Northern|Southern|Eastern|Western|Central|Middle) )?District of [A-Z]\w+(?: [A-Z]\w+)?")
#: Where somebody lives or something stands: "Ada Quill, 57, of Lowfield,", "a mill near Lowfield.".
WHERE = re.compile(
    r"\b(?:near|, (?:aged )?\d\d, of|(?:plant|yard|mill|factory|mine|refinery|smelter|shipyard|terminal|quarry|jetty"
    r"|pier|depot|wharf|brewery|works|power station)s? (?:at|outside)) $"
)
ENDS_PLACE = re.compile(
    r"[,.;](?! (?:Inc|Ltd|LLC|which|whose|an?)\b)| (?:and|with|that|which|by|in|on|to|for|after)\b|$"
)
FROM_TOWN = re.compile(r"\b(?:[Tt]he|an?|its) $")
NOUN = re.compile(r" ([a-z][\w-]+)")
#: A NER's score of a firm up to which such a town may be mistaken for one.
UNSURE = 0.87
INDEFINITE = Before(
    r"(?:^|[\s“(])(?:an?|any|each|every|another|multiple|several|\d+)\s$",
    "a an any each every another multiple several 0",
    re.IGNORECASE,
)
ENDS_PHRASE = re.compile(r"\s?[,.;:)”]|\s(?:and|or|in|at|with|to|for|that|which)\b|$")
LOCATED = Before(r"\b(?:[Ii]n|[Nn]ear|[Ff]rom|[Oo]utside)\s(?:the\s)?$", "in near from outside")
CAPS_AFTER = re.compile(r"(?: [A-Z][\w-]+){1,3}")
SPEAKS = re.compile(
    r"\s(?:said|says|told|announced|agreed|acquired|sued|reported|reports|offered|bought|sold|plans|will)\b"
)
REPORTS = re.compile(
    r"\s(?:reported|reports)\b(?: that\b| on \w+day\b| \w+day\b|,| earlier\b| citing\b)|\s(?:first"
    r"|previously|earlier) reported\b|,? citing (?:people|sources|unnamed)"
)
SOURCE_OF = Before(
    r"\b(?:cited by|reported by|(?:survey|poll|compil|track)ed by|told|interview with|data from|survey by|poll by"
    r"|seen by|obtained by"
    r"|speaking to|spoke to|speaks with|sits down with|sat down with) (?:the )?$",
    "by told with from to",
)
ACCORDING = Before(r"according to (?:the )?$", "to", re.IGNORECASE)
ITS_DATA = re.compile(r"(?:['’]s)? (?:data|figures|estimates|statistics|survey|analysts?|research|reports?)\b")
THING_AFTER = re.compile(
    r" (?:mine|project|platform|program|programme|device|drug|vaccine|app|model|series|jets|aircraft"
    r"|vehicles?|cars|phones?|brands?|business|line|product|software|technology|system|site|field|well"
    r"|gene|molecule|tokens?|coins?|memecoin|tablets|capsules|smartphones?|laptops?|trademark)\b"
    r"|['’]s? (?:disease|syndrome|lymphoma|sarcoma)\b"
)
#: What says of the name behind it that it is a thing's.
THING_BEFORE = Before(
    r"\b(?:brand name|trade name|(?:sold|marketed|branded) (?:as|under)|drugs?|medicine|tokens?|memecoin|stablecoin"
    r"|video game|novel|film|album|sitcom|sedan|SUV|yacht|tanker|frigate|rocket|smartphone|games console"
    r"|generic version|biosimilar)(?: name| called| named| dubbed|,|:)? (?:the )?[“\"]?$"
    r"|\b(?:initiative|program|programme|campaign|scheme|festival|podcast|scholarship|tournament|curriculum)"
    r"(?: called| named| dubbed|,) (?:the )?[“\"]?$"
    r"|\b(?:[Ii]ts|[Tt]heir|['’]s) (?:\w+ ){0,2}(?:products?|apps?|platforms?|tool|chatbot|device|software|medicine"
    r"|treatment|candidate|model|assistant),? (?:called |named |dubbed )?$",
    "name called named dubbed , : biosimilar version as under "
    "drug drugs medicine token tokens memecoin stablecoin game novel film "
    "album sitcom sedan suv yacht tanker frigate rocket smartphone console product products app apps platform "
    "platforms tool chatbot device software treatment candidate model assistant",
)
#: A drug between what a regulator does and what it is for: "approved Acmexa for asthma".
APPROVED = Before(
    r"\b(?:approv(?:ed|es|ing)|approval (?:of|for)|cleared|prescribed?|dos(?:e|es) of) $",
    "approved approves approving of for cleared prescribe prescribed",
)
FOR_ILLNESS = re.compile(
    r"(?: \([a-z]+\))?(?: tablets| injections?)? (?:to treat|for (?:the )?(?:treatment|use|patients|adults|children"
    r"|asthma|cancer|obesity|diabetes|psoriasis|migraine|depression|[a-z]+ (?:cancer|disease|patients|disorder)))\b"
)
#: ", a generic version of", ", the drug that" behind a name.
THING_TOLD = re.compile(
    r"[®™]?(?: \([^()]{1,40}\))?,? (?:an?|the|its|their|is (?:an?|the|its)) "
    r"(?:(?!(?:of|at|for|in|to|from|who|by|with)\s)[\w’'-]+ ){0,4}"
    r"(?:drug|medicine|pill|token|memecoin|cryptocurrency|stablecoin|video game|vaccine|therapy|version|sedan"
    r"|vessel|ship|film|song|album|novel|program|programme|initiative|scholarship|festival|podcast|newsletter"
    r"|competition|tournament|fellowship|curriculum)(?:[,.;)]| (?:of|for|that|which|used|by|made|in|to|from)\b)"
)
#: Centres that are places to be in.
SITE = re.compile(
    r"\b(?:Convention|Trade|Shopping|Conference|Distribution|Data|Town|City|Civic|Events?|Business|Ful[a-z]{4,6}ment"
    r"|Exhibition|Visitors?|Retail|Logistics) (?:Center|Centre)$"
)
#: Surnames of partners: "Harrow Quill & Tullow", unlike "Tom & Ada Quill".
PARTNERSHIP = re.compile(r"[A-Z][\w’'-]+,?(?: [A-Z][\w’'-]+,?){1,3} & [A-Z][\w’'-]+")
CENTRES = frozenset({"Center", "Centre"})
#: Businesses that their members own; their last word is one of organisations.
MUTUAL = re.compile(
    r"\b(?:Credit Union|Reciprocal Exchange|(?:Reciprocal )?Insurance Exchange|Building Society"
    r"|Savings (?:and|&) Loan Association)$"
)
#: "joined Ada Quill from X to discuss", "discusses the results with X's Ada Quill".
INTERVIEWED = re.compile(
    r"\b(?:joined|joins|spoke (?:to|with)|speaks (?:to|with)|told|with) [A-Z][\w.-]+ [A-Z][\w.-]+ (?:from|of|at) $"
)
TO_TELL = re.compile(r" to (?:share|discuss|detail|announce|unveil|explain|provide|talk|outline|highlight|give)\b")
TOLD_TO = re.compile(
    r"\b(?:[Dd]iscuss(?:es|ed)?|[Ss]p(?:oke|eaks)|[Tt]alk(?:s|ed)|[Ii]nterview)\b[^.\n]{0,100} with $"
)
REPORTER = re.compile(r"['’]s [A-Z][\w-]+ [A-Z][\w-]+(?:[,.]| to\b| about\b)")
#: "Aster and Birch brands": both are brands.
THINGS_AFTER = re.compile(
    r"(?:(?:, and| and|,) [A-Z][\w.]*(?: [A-Z0-9][\w.]*){0,2}){1,3} (?:brands|models|programs|programmes|vehicles"
    r"|platforms|apps)\b"
)
#: The state behind a town, before "-based": "Bethesda, Md.-based".
SEAT = re.compile(r"(?:, [A-Z][\w.]{1,14}(?: [A-Z]\w+)?)?-(?:based|headquartered)\b")
BODY_AFTER = re.compile(
    r"(?:['’]s?)? (?:rival|shares|stock|plants?|factory|factories|executives|board|subsidiary"
    r"|shareholders|investors|customers|employees|workers|chief executive|CEO|CFO|president|chairman"
    r"|spokes\w+|owns|bid|acquisition of|headquarters|earnings|revenues?|profits?|and its)\b"
)
#: What only a firm has or does, so that it proves one even behind a name that looks like a person's.
FIRM_AFTER = re.compile(
    r"['’]s? (?:shareholders|stockholders|customers|revenues?|net (?:profit|loss|income)"
    r"|chief (?:executive|financial|operating"
    r"|technology)|CEO|CFO|COO|share price|(?:co-)?founders?\b|products|stores|workforce"
    r"|parent company|owners?"
    r"|market value|shares (?:fell|rose|were|have|closed|jumped|dropped|slid|gained|climbed))\b"
    r"|['’]s? (?:market share|smartphones?|laptops?|devices|app|apps|flights|branches)\b"
    r"| (?:has|had|holds|held|with) (?:about |an? )?\d[\d.]*(?:%| per ?cent) (?:share )?of the \w* ?market"
    r"|,? (?:which|has|have|had|that)? ?(?:been )?(?:manufactures|employs \d|operates|booked (?:a"
    r"|net)|swung|posted|reported"
    r" (?:a |an |net |record |quarterly |annual |its )|raised (?:an? |over |about |its |[$€£])"
    r"|filed for (?:bankruptcy|Chapter)"
    r"|went public|is listed|is headquartered|is based in|was founded|, based in|acquired by"
    r"|was acquired|merged with"
    r"|(?:on \w+day |also )?(?:unveil|launch|introduc|open|clos|complet|expand|report|rais|cut)(?:ed|es|s)? its\b"
    r"|makes (?!it\b|a\b|the\b|his\b|her\b|no\b|up\b|clear\b|sense\b))"
    r"|(?: (?:and|&) [A-Z][\w.&’'-]*(?:,? (?:&|[A-Z])[\w.&’'-]*){0,7})?"
    r",? (?:(?:is|are|was|were|also) ){0,2}(?:act(?:s|ed|ing)?|serv(?:es?|ed|ing)) as (?:[a-z]+[ -]){0,4}"
    r"(?:bookrunners?|counsels?|underwriters?|placement agents?|financial advis[eo]rs?|lead managers?)\b"
    r"|['’]?s? (?:(?:co-)?founder|CEO|CFO|COO|chief executive|spokes(?:man|woman|person)|managing director)"
    r"(?: and (?:CEO|chief executive|president|chairman))?,? (?:Mr |Ms |Dr |Sir )?[A-Z][a-z]+ [A-Z]"
)
FIRM_BEFORE = Before(
    r"\b(?:stake in|shares (?:in|of)|merger with|takeover of|takeover bid for|acquisition of|acquire"
    r"|acquires|acquiring|merge with"
    r"|subsidiary of|division of|employees of|customers of|shareholders of|a unit of|an? arm of"
    r"|listed|-based|-backed|-owned|-listed)\s(?:the\s)?$",
    "in of with for acquire acquires acquiring listed based backed owned",
)
#: "Rogo, founded by Tom Ash (CEO) and Lin Po": a firm, and people.
FOUNDED = re.compile(r",? (?:(?:which )?was )?(?:co-)?founded (?:by\b|in (?:19|20)\d\d\b)")
FOUNDED_BY = re.compile(
    r"\bfounded (?:in \d{4} )?by (?:[a-z]+ ){0,2}"
    r"(?:[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,2}(?: \([^()]{2,30}\))?(?:,| and|, and) ){0,4}$"
)
#: What says of the names behind it that they are outlets, associations and the like.
BODIES_LISTED = re.compile(
    r"\b(?:organi[sz]ations|associations|non-?profits|charities|unions|universities|colleges|outlets|publications"
    r"|newspapers|magazines|clubs|schools)(?:,? such as|,? including|,? like|:) (?:the )?$"
    r"|\b(?:featured|published|profiled|appeared|quoted) (?:in|on) (?:the )?$"
)
#: The ends of what stands before such a list, "the" aside.
LIST_LEADS = ("as ", "including ", "like ", "them ", ": ", " in ", " on ")
FIRMS_LISTED = re.compile(
    r"\b(?:companies|firms|start-?ups|incumbents|rivals|competitors|giants|peers|retailers|banks|lenders|insurers|airlines"
    r"|carmakers|automakers|chipmakers|drugmakers|miners|utilities|exporters|shippers|chains|stores|vendors)"
    r"(?:,? such as|,? including|,? like|,? among them|:) (?:the )?$"
)
#: A name left out of a list: ", Acme and ", and one at its end.
LEFT_OUT = re.compile(r", ([A-Z][\w&’'-]*[a-z][\w&’'-]*(?: [A-Z][\w&’'-]+)?)(?:,? and|,) (?:the )?")
LAST_ONE = re.compile(r",? and ([A-Z][\w&’'-]*[a-z][\w&’'-]*(?: [A-Z][\w&’'-]+)?)(?=[.,;)]| [a-z])(?!['’])")
COMMA = re.compile(r", (?:the )?")
#: "Its customers include": a list of firms, and each of its names with what parts it from the next.
LISTS = Scan(
    r"\b(?:[Cc]ompanies|[Ff]irms|[Ss]tart-?ups|[Uu]nicorns|[Cc]ustomers|[Cc]lients|[Bb]ackers|[Cc]ompetitors|[Rr]ivals"
    r"|[Rr]etailers|[Ll]enders|[Ii]nsurers|airlines|carmakers|automakers|chipmakers|drugmakers|[Tt]enants|[Ss]uppliers"
    r"|[Bb]rands|[Vv]endors|[Ss]ubsidiaries|acquirers|[Ii]nvestors|[Ee]mployers|[Pp]artners|[Mm]anufacturers|exchanges)"
    r"(?: on the list| of the firm| there| worldwide| globally)?,? "
    r"(?:include[sd]?|including|such as|like|are|were) (?:the )?(?=[A-Z])",
    sign=r" (?:include[sd]?|including|such as|like|are|were) (?:the )?[A-Z]",
)
LISTED_NAME = re.compile(
    r"([A-Z][\w&’'+-]*\w(?: [A-Z0-9&][\w&’'-]*){0,3})"
    r"(?:, (?:and |or )?(?:the )?(?=[A-Z])| (?:and|or) (?:the )?(?=[A-Z])|(?=[.;)]|, [a-z]))"
)
#: What stands between the names of a list.
LIST_GAP = re.compile(r"(?:,| and|, and| &|;) (?:the )?")
#: What goes on with another name: "acquisition of Leeds-based Acme", "stake in Leeds's Acme".
GOES_ON = re.compile(r"-\w|['’]s\b|\s(?:[A-Z]|company|firm|bank|maker|assets?|operations|plant|business)")
SAYS = (
    r"(?:said|says|announced|announces|told \w+|confirmed|denied|added|warned|believes|believed|plans|agreed|hopes"
    r"|expects|reported|stated|argued|claimed|claims|insisted|noted)"
)
PRONOUN_AFTER = re.compile(
    rf",? (which|who|whose)\b|(?:,[^,.;\n]{{1,60}},)? {SAYS}(?: (?:on|last|late|earlier) \w+|,)?(?: that)?"
    r" (its?|he|she|his|her)\b"
)
#: What only a firm has, behind "whose".
WHOSE_FIRM = re.compile(
    r" (?:[a-z-]+ ){0,2}(?:shareholders|investors|founders?|backers|owners?|creditors|customers|clients|employees"
    r"|workers|staff|shares|chairman|chairwoman|chief executive|CEO|president|director|boss|parent"
    r"|subsidiar(?:y|ies)|stores|shops|plants?|factory|factories|products|brands|revenues?|sales|profits?|members|board"
    r"|licen[cs]e|software|database|platform)\b"
)
COMPANY_TOLD = re.compile(r", (?:an?|the) (?:[\w’'-]+ ){0,6}(?:company|firm|insurer|lender|retailer|operator)\b")
#: "Ada Quill, its chief executive,": whose post it is tells a person.
ITS_OFFICER = re.compile(
    r",\s(?:its|their)\s(?:[a-z]+(?:-[a-z]+)?\s){0,3}?(?:chief\s(?:executive|[a-z]+\sofficer)|chair(?:man|woman|person)?"
    r"|president|(?:managing|finance|marketing|sales|executive)\sdirector|founder|co-founder|CEO|CFO|COO"
    r"|spokes(?:man|woman|person)|general\s(?:manager|counsel|secretary))(?:,|\s(?:said|says|told|and)\b)"
)
AGE_AFTER = re.compile(r",? (?:\(\d\d\)|\d\d)(?:,|\.|\)|$)|, who is \d\d\b")
PLURAL_LETTERS = re.compile(r"[A-Z]{2,5}s")
TITLE_OF = re.compile(
    r"(?i)\b(?:head|director|president|officer|manager|lead|vp|partner|chief)\s?(?:of|for|,)\s(?:the\s"
    r"|our\s)?$"
)


ADDRESS = re.compile(r"\.(?:com|net|org|io)/")
ADDRESS_AFTER = re.compile(r"(?:\.[\w-]+){0,3}@\w|/\w+/")
#: Last words of places that firms are named after too, and what only a firm does behind its name.
SITES = frozenset(
    {"Square", "Mountain", "Mountains", "Bridge", "Tower", "Towers", "River", "Lake", "Bay", "Island", "Street", "Park",
     "Field", "Valley", "Station", "Coast", "Beach", "Hills", "Castle", "Palace", "Ranch", "Lane", "Way", "Heights",
     "Plaza", "Village", "Trail", "Ocean", "Peninsula", "Avenue", "Road", "Hall", "Team", "Platform"}
)  # fmt: skip
ANNOUNCES = re.compile(
    r",? (?:today |also |has |have |had |on \w+day |proudly )?(?:said|says|announced|announces|acquired|acquires"
    r"|bought|sued|reported|offered|agreed|hired|raised|launched|partnered|named|appointed|employs"
    r"|declined to|plans to|operates)\b"
)
#: Words for those who are members of a body: alone they are no name.
MEMBERS = frozenset({"Farmers", "Teachers", "Nurses", "Growers", "Pensioners", "Residents", "Workers"})
#: Nouns of organisations that name none by themselves.
BARE_ORG = frozenset(
    {"Association", "Foundation", "Institute", "University", "College", "School", "Academy", "Society", "Hospital",
     "Organization", "Organisation", "Federation", "Center", "Centre", "Museum", "Club", "Church", "League", "Forum",
     "Network", "Campaign", "Charity", "Laboratory"}
)  # fmt: skip
THE_BEFORE = re.compile(r"\b[Tt]he $")
#: What it is worth that the text calls a name an organisation's: more than a legal form.
TOLD = 3.2
#: Score of a mark from which on a full name is a person's.
SURE = 0.8
#: What a business word is worth that is also a surname.
WEAK = 0.1
#: What proves that a name is no party's.
REFUSE = 4
#: "a Rural Health Clinic" is one of many, and no name.
ONE_OF_MANY = re.compile(r"\b[Aa]n? $")
