"""The desk on a real casebook with the sample in it."""

from __future__ import annotations

import desk_sample
import pytest
from desk_client import OpenDesk, opened

from amanat.adapters.casebook import OpenCasebook


@pytest.fixture
def desk(casebook: OpenCasebook) -> OpenDesk:
    desk_sample.fill(casebook)
    return opened(casebook)
