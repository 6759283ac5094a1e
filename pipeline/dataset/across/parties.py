"""Parties of several articles that are surely one.

Each rule below joins two parties only on what cannot well be chance; where the dataset itself shows that a name
is borne by two, its bearers stay apart. No rule compares names by likeness.

Of each party two numbers stand in memory (what it is joined to, how many are joined) and one byte (why). All
else stands in a scratch database on the disk and is read back one group of equal names at a time.
"""

from __future__ import annotations

import hashlib
import sqlite3
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import Any, NamedTuple

import orjson

from .names import Names, exchange_before

#: Why a party was joined to others, the plainest first.
REASONS = (
    None,
    "same ticker",
    "same full name",
    "same full name, the legal form left out",
    "same full name, an organisation in common",
    "same full name of three parts",
)
TICKER, NAME, NO_FORM, IN_COMMON, THREE_PARTS = range(1, len(REASONS))

#: A company is no sign that two people of one name are one when more articles than OFTEN name it, and more than
#: one in EVERYWHERE: it publishes them, or the whole dataset is about it.
OFTEN, EVERYWHERE = 20, 20

TABLES = """
create table article (id text primary key) without rowid;
create table party (
    n integer primary key, article text, party text, kind text, name text, key text, core text, form text,
    ticker text, exchange text, aliases text, others text
);
create table alias (alias text, kind text, n integer);
create table link (n integer primary key, root integer, reason integer);
create table whole (root integer primary key, id text, name text, kind text, line blob);
"""
INDEXES = """
create index party_key on party (kind, key, n);
create index party_core on party (kind, core, n);
create index party_ticker on party (ticker, n);
create index party_where on party (article, party);
create index alias_alias on alias (alias, n);
"""


class _Row(NamedTuple):
    """One party of one article. `others` are the numbers of the organisations its article names."""

    n: int
    article: str
    party: str
    kind: str
    name: str
    key: str
    core: str
    form: str
    ticker: str | None
    exchange: str | None
    aliases: str
    others: str


class Parties:
    """Takes in records with `add`, joins with `join`, and then says which dataset party a party is."""

    def __init__(self, scratch: sqlite3.Connection, names: Names):
        self._scratch = scratch
        self._names = names
        self._joined = array("q")
        self._reasons = array("b")
        self._named = array("l")  # how many parties of articles a joined one is, by its root
        self._articles = 0
        scratch.executescript(TABLES)

    def add(self, record: dict[str, Any]) -> bool:
        """Take in the parties of one record; False for an article that was there before."""
        article = record["article"]["id"]
        if not self._scratch.execute("insert or ignore into article values (?)", (article,)).rowcount:
            return False
        self._articles += 1
        first = len(self._joined)
        numbers = {party["id"]: first + at for at, party in enumerate(record["parties"])}
        self._joined.extend(numbers.values())
        self._reasons.extend(0 for _ in numbers)
        others = self._others(record, numbers)
        rows = [self._row(record, party, numbers[party["id"]], others) for party in record["parties"]]
        self._scratch.executemany(f"insert into party values ({','.join('?' * 12)})", rows)
        self._scratch.executemany("insert into alias values (?, ?, ?)", self._aliases(rows))
        return True

    def join(self) -> None:
        """Apply the rules, then name each joined party."""
        self._scratch.executescript(INDEXES)
        self._each("ticker, kind, n", "ticker is not null", lambda row: (row.ticker, row.kind), self._by_ticker)
        self._each("kind, key, n", "kind != 'person'", lambda row: (row.kind, row.key), self._by_name)
        self._each("kind, core, n", "kind = 'company'", lambda row: row.core, self._by_core)
        self._named = array("l", bytes(len(self._joined) * array("l").itemsize))
        for n in range(len(self._joined)):
            self._named[self._root(n)] += 1
        self._each("core, n", "kind = 'person' and core != ''", lambda row: row.core, self._by_person)
        links = ((n, self._root(n), self._reasons[n]) for n in range(len(self._joined)))
        self._scratch.executemany("insert into link values (?, ?, ?)", links)
        self._scratch.execute("create index link_root on link (root, n)")
        self._name_all()

    def whole(self, article: str, party: str) -> tuple[str, str] | None:
        """Id and name of the dataset party that a party of an article is; None for an unknown one."""
        query = (
            "select whole.id, whole.name from party join link using (n) join whole using (root) "
            "where article = ? and party = ?"
        )
        return self._scratch.execute(query, (article, party)).fetchone()

    def lines(self) -> Iterator[bytes]:
        """One JSON line a dataset party, in the order in which the dataset first names them."""
        for (line,) in self._scratch.execute("select line from whole order by root"):
            yield line + b"\n"

    # Taking in ---------------------------------------------------------------------------------------------

    def _row(self, record: dict[str, Any], party: dict[str, Any], n: int, others: dict[str, list[int]]) -> _Row:
        name, ticker = party["name"], party["ticker"]
        if party["kind"] == "person":
            person = self._names.person(name)
            key, core, form = (person.key, f"{person.first} {person.last}", "") if person else (name, "", "")
        else:
            firm = self._names.firm(name)
            key, core, form = firm.key, firm.core, firm.form
        return _Row(
            n, record["article"]["id"], party["id"], party["kind"], name, key, core, form,
            ticker and ticker.upper(), ticker and _exchange(record["article"]["text"], party),
            orjson.dumps(party["aliases"]).decode(), orjson.dumps(others.get(party["id"], [])).decode(),
        )  # fmt: skip

    def _others(self, record: dict[str, Any], numbers: dict[str, int]) -> dict[str, list[int]]:
        """For each person, what ties it to others: organisations of its posts (negative: -n - 1) and the rest."""
        posts = defaultdict(set)
        for fact in record["facts"]:
            if fact["type"] == "position" and fact["object"] in numbers:
                posts[fact["subject"]].add(fact["object"])
        firms = [party for party in record["parties"] if party["kind"] != "person"]
        found = {}
        for party in record["parties"]:
            if party["kind"] == "person":
                held = posts[party["id"]]
                found[party["id"]] = [
                    -numbers[firm["id"]] - 1 if firm["id"] in held else numbers[firm["id"]]
                    for firm in firms
                    if firm["id"] in held or not self._names.common_ground(firm["name"])
                ]
        return found

    def _aliases(self, rows: Iterable[_Row]) -> Iterator[tuple[str, str, int]]:
        """Short names as keys: what else each name is short for shows when names are compared."""
        for row in rows:
            if row.kind != "person":
                for alias in orjson.loads(row.aliases):
                    key = self._names.firm(alias).key
                    if key and key != row.key and alias[:1].isupper():
                        yield key, row.kind, row.n

    # Joining -----------------------------------------------------------------------------------------------

    def _each(
        self, order: str, where: str, key: Callable[[_Row], Any], rule: Callable[[list[_Row]], None]
    ) -> None:
        """Hand each group of parties with an equal key to a rule. Groups of one are left out."""
        rows = self._scratch.execute(f"select * from party where {where} order by {order}")
        for _, group in groupby(map(_Row._make, rows), key):
            members = list(group)
            if len(members) > 1:
                rule(members)

    def _by_ticker(self, rows: list[_Row]) -> None:
        """One ticker, and one name goes on where the other ends. On two exchanges a ticker can be two firms'."""
        for cores in _continued({row.core for row in rows}):
            members = [row for row in rows if row.core in cores]
            exchanges = {row.exchange for row in members if row.exchange}
            if len(exchanges) <= 1:
                self._join_all(members, TICKER)
            for exchange in sorted(exchanges) if len(exchanges) > 1 else ():
                self._join_all([row for row in members if row.exchange == exchange], TICKER)

    def _by_name(self, rows: list[_Row]) -> None:
        """One kind and one full name, legal form and all."""
        name = rows[0]
        if name.kind != "company" and self._names.shared(name.name):
            return
        if name.form:
            self._join_all(rows, NAME)
        elif not self._short_for_two(rows):
            self._by_listing(rows, NAME)

    def _by_core(self, rows: list[_Row]) -> None:
        """A name of two words or more without its legal form, where the dataset knows one form of it."""
        forms = {row.form for row in rows}
        if len(forms) == 2 and "" in forms and " " in rows[0].core:
            self._by_listing(rows, NO_FORM)

    def _by_listing(self, rows: list[_Row], reason: int) -> None:
        """All are one, unless they have several tickers: then whoever has none could be either."""
        tickers = {row.ticker for row in rows if row.ticker}
        if len(tickers) <= 1:
            self._join_all(rows, reason)
        for ticker in sorted(tickers) if len(tickers) > 1 else ():
            self._join_all([row for row in rows if row.ticker == ticker], reason)

    def _short_for_two(self, rows: list[_Row]) -> bool:
        """Whether articles use the name, as often as not, as short for one or the other of two longer names."""
        query = (
            "select party.core, count(*) from alias join party using (n) "
            "where alias = ? and alias.kind = ? and party.core != alias group by party.core"
        )
        longer = self._scratch.execute(query, (rows[0].key, rows[0].kind)).fetchall()
        return len(longer) > 1 and sum(uses for _, uses in longer) >= len(rows)

    def _by_person(self, rows: list[_Row]) -> None:
        """A given and a family name, and an organisation in common.

        In common is a company that both articles name, if it isn't one that the whole dataset is about, or
        whatever body one of the two has a post at and the other's article names. A name of three parts needs
        none, unless its bearers have posts that differ.
        """
        near: dict[int, list[tuple[_Row, bool]]] = defaultdict(list)
        posted = set()
        for row in rows:
            for number in orjson.loads(row.others):
                near[self._root(number if number >= 0 else -number - 1)].append((row, number < 0))
                if number < 0:
                    posted.add(row.n)
        telling = self._telling(near)
        for root in sorted(near):
            members = near[root]
            if root in telling or any(post for _, post in members):
                self._join_named([row for row, post in members], IN_COMMON)
        for _, group in groupby(sorted(rows, key=lambda row: (row.key, row.n)), lambda row: row.key):
            members_ = list(group)
            several = len({self._root(row.n) for row in members_ if row.n in posted}) > 1
            if members_[0].key.count(" ") > 1 and not several:
                self._join_all(members_, THREE_PARTS)

    def _telling(self, roots: Iterable[int]) -> set[int]:
        """Those of the parties that are companies, and not named in so many articles that it tells nothing."""
        kind, most = "select kind from party where n = ?", max(OFTEN, self._articles // EVERYWHERE)
        rare = (root for root in roots if self._named[root] <= most)
        return {root for root in rare if self._scratch.execute(kind, (root,)).fetchone() == ("company",)}

    def _join_named(self, rows: list[_Row], reason: int) -> None:
        """Join those of one full name; those without middle names too, if only one full name could be theirs."""
        names = {row.n: self._names.person(row.name) for row in rows}
        longer = {names[row.n].middle for row in rows if names[row.n].middle}
        one = all(_fits(a, b) for a in longer for b in longer)
        groups = defaultdict(list)
        for row in rows:
            groups[() if one else names[row.n].middle].append(row)
        for group in groups.values():
            self._join_all(group, reason)

    def _join_all(self, rows: list[_Row], reason: int) -> None:
        for row in rows[1:]:
            self._join(rows[0], row, reason)

    def _join(self, one: _Row, other: _Row, reason: int) -> None:
        a, b = self._root(one.n), self._root(other.n)
        for row in (one, other):
            self._reasons[row.n] = self._reasons[row.n] or reason
        if a != b:
            self._joined[max(a, b)] = min(a, b)

    def _root(self, n: int) -> int:
        joined = self._joined
        while joined[n] != n:
            joined[n] = joined[joined[n]]
            n = joined[n]
        return n

    # Naming ------------------------------------------------------------------------------------------------

    def _name_all(self) -> None:
        """Give each joined party its id, name and line."""
        query = "select root, reason, party.* from link join party using (n) order by root, n"
        groups = groupby(self._scratch.execute(query), lambda found: found[0])
        twice = self._borne_twice()
        for root, group in groups:
            members = [(_Row._make(found[2:]), REASONS[found[1]]) for found in group]
            line = _line(members, twice)
            self._scratch.execute(
                "insert into whole values (?, ?, ?, ?, ?)",
                (root, line["id"], line["name"], line["kind"], orjson.dumps(line)),
            )

    def _borne_twice(self) -> set[tuple[str, str]]:
        """Kinds and keys that stand in more than one joined party."""
        query = (
            "select kind, key from party join link using (n) group by kind, key "
            "having min(root) != max(root)"
        )
        return set(self._scratch.execute(query))


def _line(members: list[tuple[_Row, str | None]], twice: set[tuple[str, str]]) -> dict[str, Any]:
    """A line of `parties.jsonl`."""
    rows = [row for row, _ in members]
    spelt = Counter(row.name for row in rows)
    usual = min(rows, key=lambda row: (-spelt[row.name], -len(row.name), row.name)).core
    name = min((row.name for row in rows if row.core == usual), key=lambda text: (-len(text), -spelt[text], text))
    key = next(row.key for row in rows if row.name == name)
    mark = f"{rows[0].kind}\n{key}"
    if (rows[0].kind, key) in twice:
        mark += "\n" + min(f"{row.article}\n{row.party}" for row in rows)
    return {
        "id": "N" + hashlib.sha256(mark.encode()).hexdigest()[:16],
        "name": name,
        "kind": rows[0].kind,
        "names": sorted(spelt, key=lambda text: (-spelt[text], text)),
        "aliases": sorted({alias for row in rows for alias in orjson.loads(row.aliases)} - set(spelt)),
        "tickers": sorted({row.ticker for row in rows if row.ticker}),
        "articles": len({row.article for row in rows}),
        "members": [
            {"article": row.article, "party": row.party, "name": row.name, "reason": reason}
            for row, reason in members
        ],
    }


def _exchange(text: str, party: dict[str, Any]) -> str | None:
    """The exchange that the article names with the party's ticker."""
    found = (exchange_before(text, m["start"]) for m in party["mentions"] if m["text"] == party["ticker"])
    return next(filter(None, found), None)


def _continued(names: set[str]) -> list[set[str]]:
    """Names in groups: those that begin with all words of another one stand with it."""
    groups: list[set[str]] = []
    for name in sorted(names, key=lambda name: (name.count(" "), name)):
        group = next((group for group in groups if any(f"{name} ".startswith(f"{short} ") for short in group)), None)
        if group is None:
            groups.append(group := set())
        group.add(name)
    return groups


def _fits(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether middle names can be one person's: the same ones, initials counting for what they begin."""
    pairs = zip(one, other, strict=False)
    return len(one) == len(other) and all(a.startswith(b) or b.startswith(a) for a, b in pairs)

