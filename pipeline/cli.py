"""The command `newsfacts`. Each subcommand calls one function; what it needs is imported when it runs.

Exit codes: 0 done, 1 done but some inputs were rejected, 2 the call cannot be carried out (one line on stderr
says why), 130 stopped by Ctrl-C with everything finished so far saved.
"""

from __future__ import annotations

import glob
import os
import signal
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from . import __version__

if TYPE_CHECKING:
    from .engines import Engine, Task
    from .progress import Lines

DONE, SOME_REJECTED, UNUSABLE, INTERRUPTED = 0, 1, 2, 130

app = typer.Typer(
    name="newsfacts",
    help="Turns news articles into a dataset of structured facts: who does what to whom, for how much, when.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


class Ner(StrEnum):
    """Which NER finds the names."""

    small = "small"
    large = "large"
    stock = "stock"


class EngineName(StrEnum):
    """Where the analysis runs."""

    local = "local"
    ray = "ray"


class Duplicates(StrEnum):
    """What happens to an article that is nearly the same as an earlier one."""

    mark = "mark"
    drop = "drop"


class AnnotationTool(StrEnum):
    """What annotations are corrected in."""

    label_studio = "label-studio"
    doccano = "doccano"
    brat = "brat"
    prodigy = "prodigy"


class ExportFormat(StrEnum):
    """What a dataset can be turned into."""

    ftm = "ftm"
    label_studio = "label-studio"
    doccano = "doccano"
    brat = "brat"
    prodigy = "prodigy"


class Format(StrEnum):
    """What the dataset is written as; JSONL is always there."""

    jsonl = "jsonl"
    parquet = "parquet"


Model = Annotated[str, typer.Option(help="An installed English spaCy pipeline.", metavar="NAME")]
NerOption = Annotated[Ner, typer.Option(help="Which NER finds the names.")]
PatternsOption = Annotated[
    Path | None, typer.Option(help="A folder of pattern files instead of the shipped one.", metavar="DIR")
]
LexiconOption = Annotated[Path | None, typer.Option(help="A file with names of your own.", metavar="FILE")]
RulesOnly = Annotated[bool, typer.Option("--rules-only", help="Leave out what only the learned reader finds.")]
Published = Annotated[
    str | None, typer.Option(help="Publication date (ISO) of articles that tell none.", metavar="DATE")
]


@app.callback(invoke_without_command=True)
def _top(
    version: Annotated[bool, typer.Option("--version", help="Print the version and exit.")] = False,
) -> None:
    if version:
        typer.echo(f"newsfacts {__version__}")
        raise typer.Exit


@app.command()
def extract(
    inputs: Annotated[list[Path], typer.Argument(help="Files and folders; - is stdin.", metavar="INPUT...")],
    out: Annotated[Path, typer.Option(help="The folder that the dataset is written to.", metavar="DIR")],
    published: Published = None,
    model: Model = "en_core_web_sm",
    ner: NerOption = Ner.small,
    workers: Annotated[int | None, typer.Option(help="Processes that analyse; one a core if not given.", min=1)] = None,
    engine_name: Annotated[
        EngineName, typer.Option("--engine", help="Processes of this machine, or a Ray cluster.")
    ] = EngineName.local,
    address: Annotated[
        str | None,
        typer.Option(help="The head of the Ray cluster; one is started if not given.", metavar="HOST:PORT"),
    ] = None,
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help="Replace a dataset made with other models or options.")
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but errors.")] = False,
    patterns: PatternsOption = None,
    lexicon: LexiconOption = None,
    rules_only: RulesOnly = False,
    format_: Annotated[
        Format, typer.Option("--format", help="Parquet files are written besides the JSONL.")
    ] = Format.jsonl,
    map_: Annotated[
        list[str] | None,
        typer.Option("--map", help="A field of the input by its name.", metavar="FIELD=THEIRS"),
    ] = None,
    since: Annotated[str | None, typer.Option(help="First day of publication to take.", metavar="DATE")] = None,
    until: Annotated[str | None, typer.Option(help="Last day of publication to take.", metavar="DATE")] = None,
    fix_text: Annotated[bool, typer.Option("--fix-text", help="Mend mojibake in the texts.")] = False,
    near_duplicates: Annotated[
        Duplicates | None, typer.Option(help="What to do with articles that say the same as an earlier one.")
    ] = None,
    dedupe: Annotated[bool, typer.Option("--dedupe", help="Short for --near-duplicates drop.")] = False,
    log_json: Annotated[bool, typer.Option("--log-json", help="Progress as JSON lines on stderr.")] = False,
    time_limit: Annotated[
        float, typer.Option(help="Seconds that an article may take; longer ones get more.", min=0.1)
    ] = 60.0,
    shard_characters: Annotated[int | None, typer.Option(min=1, hidden=True)] = None,
) -> None:
    """Turn articles into a dataset. The same call again continues a run that was ended, or updates it."""
    from . import dataset, progress
    from .engines import Task

    _refuse_missing([*inputs, *(path for path in (patterns, lexicon) if path)])
    options = (("model", model), ("ner", ner.value), ("patterns", patterns), ("lexicon", lexicon))
    task = Task(options=(*options, ("rules_only", rules_only)))
    engine = _engine(engine_name, workers, task, time_limit, address)
    _stop_on_signal(engine)
    watch = _watch(progress, quiet, log_json)
    reading = {
        "published": published,
        "mapping": _mapping(map_ or []),
        "since": since,
        "until": until,
        "fix_text": fix_text,
        "near_duplicates": "drop" if dedupe else near_duplicates.value if near_duplicates else None,
    }
    options = {"lexicon": dataset.sha256(lexicon) if lexicon else None}
    try:
        summary = dataset.build(
            inputs,
            out,
            engine,
            options=options,
            reading=reading,
            patterns=patterns,
            overwrite=overwrite,
            shard_characters=shard_characters or dataset.SHARD_CHARACTERS,
            parquet=format_ is Format.parquet,
            watch=watch,
        )
    except dataset.Stopped as stopped:
        watch.close()
        _fail(f"{stopped}; run the same command again to continue", INTERRUPTED)
    finally:
        watch.close()
    if not quiet:
        watch.say(
            f"{out}: {summary.articles} articles, {summary.counts.get('facts', 0)} facts, "
            f"{summary.rejects} rejected; {summary.analysed} analysed in {summary.seconds:.1f} s"
        )
    raise typer.Exit(SOME_REJECTED if summary.rejects else DONE)


@app.command()
def evaluate(
    gold: Annotated[list[Path], typer.Argument(help="Folders of STEM.txt and STEM.json.", metavar="GOLD_DIR...")],
    errors: Annotated[bool, typer.Option("--errors", help="What was missed or wrong, in context.")] = False,
    details: Annotated[bool, typer.Option("--details", help="Per type, slot and genre.")] = False,
    json_: Annotated[bool, typer.Option("--json", help="All figures as JSON.")] = False,
    against: Annotated[
        Path | None, typer.Option(help="Compare with the --json of an earlier run.", metavar="OLD.json")
    ] = None,
    model: Model = "en_core_web_sm",
    ner: NerOption = Ner.small,
    patterns: PatternsOption = None,
    lexicon: LexiconOption = None,
    rules_only: RulesOnly = False,
) -> None:
    """Measure against annotated articles: a table of micro precision, recall and F1 per kind."""
    from . import evaluate as evaluation
    from .evaluate import table
    from .extractor import Extractor

    _refuse_missing([*gold, *(path for path in (against, patterns, lexicon) if path)])
    articles = evaluation.load_folders(gold)  # what is wrong with them is told before the models are loaded
    result = evaluation.measure(articles, Extractor(model, ner.value, patterns, lexicon, rules_only))
    if json_:
        typer.echo(result.to_json(), nl=False)
        return
    parts = [table.main_table(result)]
    if details:
        parts.append(table.details(result))
    if errors:
        parts.append(table.errors(result.articles))
    if against:
        parts.append(evaluation.compare(against.read_text(encoding="utf-8"), result))
    typer.echo("\n\n".join(parts))


@app.command()
def show(
    file: Annotated[Path, typer.Argument(help="An article, or a dataset's articles.jsonl.", metavar="FILE")],
    why: Annotated[bool, typer.Option("--why", help="Say which rule fired on which words.")] = False,
    json_: Annotated[bool, typer.Option("--json", help="The records as JSON lines.")] = False,
    published: Published = None,
    model: Model = "en_core_web_sm",
    ner: NerOption = Ner.small,
    patterns: PatternsOption = None,
    lexicon: LexiconOption = None,
    rules_only: RulesOnly = False,
) -> None:
    """Show one article with everything found in it."""
    from .show import load, print_record

    _refuse_missing([file, *(path for path in (patterns, lexicon) if path)])
    options = {
        "model": model, "ner": ner.value, "patterns": patterns, "lexicon": lexicon, "rules_only": rules_only
    }  # fmt: skip
    rejects = 0
    for item in load(file, published, options):
        if isinstance(item, str):
            rejects += 1
            typer.echo(f"newsfacts: {item}", err=True)
        elif json_:
            typer.echo(item.to_json().decode())
        else:
            print_record(item, why)
    raise typer.Exit(SOME_REJECTED if rejects else DONE)


@app.command()
def schema() -> None:
    """Print the JSON Schema (2020-12) of a record: one line of articles.jsonl."""
    import json

    from .records import json_schema

    typer.echo(json.dumps(json_schema(), indent=2, ensure_ascii=False))


@app.command()
def report(
    output_dir: Annotated[Path, typer.Argument(help="A folder that `extract` wrote.", metavar="OUTPUT_DIR")],
) -> None:
    """Write an HTML page in which the dataset can be looked at."""
    from .report import write_report

    _refuse_missing([output_dir])
    typer.echo(write_report(output_dir))


@app.command()
def export(
    format_: Annotated[ExportFormat, typer.Argument(help="FollowTheMoney or an annotation tool.", metavar="FORMAT")],
    folder: Annotated[Path, typer.Argument(help="A folder that `extract` wrote, or gold.", metavar="OUTPUT_DIR")],
    out: Annotated[
        Path | None, typer.Option(help="Where to write; OUTPUT_DIR/export/FORMAT if not given.", metavar="DIR")
    ] = None,
) -> None:
    """Write a dataset as FollowTheMoney entities, or for correction in an annotation tool."""
    from . import export as exporting

    _refuse_missing([folder])
    out = out or folder / "export" / format_.value
    if format_ is ExportFormat.ftm:
        for what, number in sorted(exporting.export_ftm(folder, out).items()):
            typer.echo(f"{number:8,} {what}", err=True)
    else:
        exporting.export_sheets(format_.value, folder, out)
    typer.echo(out)


@app.command("import")
def import_(
    tool: Annotated[AnnotationTool, typer.Argument(help="The tool that the file is from.", metavar="TOOL")],
    file: Annotated[Path, typer.Argument(help="Its export; for brat its folder.", metavar="FILE")],
    out: Annotated[Path, typer.Option(help="The folder that the gold is written to.", metavar="DIR")],
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Replace gold that is there.")] = False,
) -> None:
    """Write corrected annotations as gold: STEM.txt and STEM.json for each article."""
    from .export import import_sheets

    _refuse_missing([file])
    for path in import_sheets(tool.value, file, out, overwrite):
        typer.echo(path)


@app.command()
def bless(
    file: Annotated[Path, typer.Argument(help="An article, a record, or articles.jsonl.", metavar="ARTICLE")],
    out: Annotated[Path, typer.Option(help="The folder of regression samples.", metavar="DIR")] = Path("corpus"),
    stem: Annotated[str | None, typer.Option(help="The sample's name, its genre first.", metavar="STEM")] = None,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Replace a sample that is there.")] = False,
    model: Model = "en_core_web_sm",
    ner: NerOption = Ner.small,
    patterns: PatternsOption = None,
    lexicon: LexiconOption = None,
    rules_only: RulesOnly = False,
) -> None:
    """Keep an article with what is found in it, once you have checked it, as a regression sample."""
    from . import export as exporting

    _refuse_missing([file, *(path for path in (patterns, lexicon) if path)])
    options = {
        "model": model, "ner": ner.value, "patterns": patterns, "lexicon": lexicon, "rules_only": rules_only
    }  # fmt: skip
    for path in exporting.bless(file, out, stem, options, overwrite):
        typer.echo(path)


def main() -> None:
    """Run the command line; known faults end in one line on stderr and exit code 2."""
    try:
        app()
    except BrokenPipeError:
        # Whoever read our output has gone (`newsfacts show … | head`); nothing may be written to it at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(DONE)
    except Exception as error:
        if not isinstance(error, _known_errors()):
            raise
        _fail(str(error), UNUSABLE)


def _known_errors() -> tuple[type[Exception], ...]:
    """Errors whose message tells the user what to do. Imported only when something went wrong."""
    from .dataset import DatasetError
    from .engines import EngineError
    from .evaluate import GoldError
    from .ner import NerError
    from .nlp import ModelError
    from .patterns import PatternError

    return DatasetError, EngineError, GoldError, ModelError, NerError, OSError, PatternError


def _engine(name: EngineName, workers: int | None, task: Task, limit: float, address: str | None) -> Engine:
    if name is EngineName.ray:
        from .engines.ray import RayEngine

        return RayEngine(workers, task, limit, address)
    from .engines.local import LocalEngine

    if address:
        _fail("--address goes with --engine ray", UNUSABLE)
    return LocalEngine(workers or _cores(), task, limit)


def _mapping(pairs: list[str]) -> dict[str, str] | None:
    """`--map text=body` as the field `body` of the input being the article's `text`."""
    for pair in pairs:
        if "=" not in pair:
            _fail(f"--map {pair}: write it as FIELD=THEIRS, such as text=body", UNUSABLE)
    return dict(pair.split("=", 1) for pair in pairs) or None


def _cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _fail(message: str, code: int) -> None:
    print(f"newsfacts: {message}", file=sys.stderr)
    sys.exit(code)


def _refuse_missing(paths: list[Path]) -> None:
    for path in paths:
        if not path.exists() and str(path) != "-" and not glob.has_magic(str(path)):
            _fail(f"{path}: no such file or folder", UNUSABLE)


def _stop_on_signal(engine: Engine) -> None:
    """The first Ctrl-C (or SIGTERM) lets the shards in hand be finished; the second one ends at once."""

    def stop(number: int, frame: Any) -> None:
        engine.stop()
        signal.signal(number, signal.SIG_DFL)
        print("\nnewsfacts: finishing what is in hand; once more to end at once", file=sys.stderr)

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, stop)


def _watch(progress: Any, quiet: bool, log_json: bool) -> Lines:
    if log_json:
        return progress.JsonLog()
    if quiet:
        return progress.Silent()
    return progress.Bar() if sys.stderr.isatty() else progress.Lines()


if __name__ == "__main__":
    main()
