"""Near-duplicates are marked with, or dropped for, the first article of their story."""

from pipeline.mentions import Article
from pipeline.read import Reject, read_inputs

BODY = [
    "The port of Varna has agreed to lease its northern quay to a Danish operator for twenty years, it said on Friday.",
    "Quayline will pay $3 million a year, and the city keeps the right to end the lease after ten years if fees are late.",
    "Ships have waited for nine days on average this spring, twice as long as in 2023, according to the harbour master.",
    "The lease needs the approval of the competition watchdog, which is expected to decide in the third quarter of 2024.",
]
OTHER = [
    "A court in Lund ordered the brewer Halvor to pay €12 million in damages to a former partner over a cancelled licence.",
    "Halvor had ended the licence in 2019 after a dispute about royalties, and the partner had asked for three times the sum.",
]


def folder(tmp_path):
    texts = {
        "a.txt": ["Varna leases quay", "", *BODY],
        "b.txt": [
            "Danes take quay in Varna",
            "By Ada Lund",
            "May 4, 2024",
            *BODY[:3],
            BODY[3].replace("expected", "due"),
            "Share this",
        ],
        "c.txt": ["Halvor must pay", "", *OTHER],
        "d.txt": ["Short", "", "The port said so."],
        "e.txt": ["Short", "", "The port said so."],
    }
    for name, lines in texts.items():
        (tmp_path / name).write_text("\n".join(lines), encoding="utf-8")
    return tmp_path


def marks(articles):
    return {a.source.path: [w for w in a.warnings if "duplicate" in w] for a in articles}


def test_marked(tmp_path):
    found = list(read_inputs([folder(tmp_path)], near_duplicates="mark"))
    assert len(found) == 5
    assert marks(found) == {
        "a.txt": [],
        "b.txt": ["near-duplicate of a.txt"],
        "c.txt": [],
        "d.txt": [],
        "e.txt": [],
    }


def test_dropped(tmp_path):
    found = list(read_inputs([folder(tmp_path)], near_duplicates="drop"))
    assert [type(part) for part in found] == [Article, Reject, Article, Article, Article]
    assert (found[1].path, found[1].stage) == ("b.txt", "dedupe")
    assert "near-duplicate of a.txt" in found[1].reason


def test_off_by_itself(tmp_path):
    assert not any(marks(read_inputs([folder(tmp_path)])).values())
