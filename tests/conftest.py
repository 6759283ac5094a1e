"""What the tests share: one extractor with the default models, loaded once a session."""

import pytest


@pytest.fixture(scope="session")
def extractor():
    from pipeline import Extractor

    return Extractor()
