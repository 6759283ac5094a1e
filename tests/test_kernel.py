"""The choice of the library that multiplies the parser's matrices."""

import pytest
from thinc.api import NumpyOps

from pipeline import kernel
from pipeline.nlp import Nlp


@pytest.fixture(scope="module")
def nlp():
    return Nlp()


def parts(nlp):
    return [part for pipe in nlp._parsing if hasattr(pipe, "model") and pipe.model for part in pipe.model.walk()]


@pytest.fixture
def blis(nlp):
    """Models as they are loaded; afterwards as they were."""
    before = [part.ops for part in parts(nlp)]
    for part in parts(nlp):
        part.ops = NumpyOps(use_blis=True)
    yield nlp
    for part, ops in zip(parts(nlp), before, strict=True):
        part.ops = ops


def used(nlp):
    return {part.ops.use_blis for part in parts(nlp)}


@pytest.mark.parametrize(
    ("seconds", "chosen"),
    [({True: 1.0, False: 0.5}, "numpy"), ({True: 0.5, False: 1.0}, "blis"), ({True: 1.0, False: 0.9}, "blis")],
)
def test_the_faster_library_is_taken_if_it_is_clearly_faster(blis, monkeypatch, seconds, chosen):
    monkeypatch.setattr(kernel, "seconds", lambda ops: seconds[ops.use_blis])
    assert kernel.choose(blis._read, blis._parsing) == chosen
    assert used(blis) == {chosen == "blis"}


def test_a_library_that_parses_otherwise_is_not_taken(blis, monkeypatch):
    monkeypatch.setattr(kernel, "seconds", lambda ops: 1.0 if ops.use_blis else 0.1)

    def parse(text):
        doc = blis._read(text)
        if used(blis) == {False}:
            doc[3].dep_ = "parataxis"
        return doc

    assert kernel.choose(parse, blis._parsing) == "blis"
    assert used(blis) == {True}


def test_models_on_other_hardware_are_left_alone(nlp):
    class Pipe:
        model = None

    assert kernel.choose(nlp._read, [Pipe()]) == "as the model has it"


def test_both_libraries_multiply():
    assert all(kernel.seconds(NumpyOps(use_blis=use)) > 0 for use in (True, False))


def test_the_choice_is_told(nlp):
    assert nlp.gemm in ("blis", "numpy")


def test_parsing_keeps_the_blas_to_one_thread_and_leaves_the_callers_setting(nlp):
    from threadpoolctl import threadpool_info, threadpool_limits

    def threads():
        return {pool["num_threads"] for pool in threadpool_info() if pool["user_api"] == "blas"}

    with threadpool_limits(limits=2, user_api="blas"):
        outside = threads()
        with kernel.one_thread():
            assert threads() == {1}
        assert threads() == outside
