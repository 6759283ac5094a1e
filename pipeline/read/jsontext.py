"""JSON bytes to values: strict UTF-8 JSON; lone surrogates are kept for the caller to replace."""

from __future__ import annotations

import json
from typing import Any

import orjson

from .base import Unreadable


def loads(data: bytes) -> Any:
    """The JSON value of `data`. Raises Unreadable with what is wrong and where."""
    try:
        return orjson.loads(data)
    except orjson.JSONDecodeError:
        pass  # the standard library says better what is wrong, and reads lone surrogates
    try:
        return json.loads(data.decode("utf-8-sig"), parse_constant=_no_constant)
    except UnicodeDecodeError as error:
        raise Unreadable(f"not UTF-8 (byte {error.start}); JSON must be UTF-8") from error
    except json.JSONDecodeError as error:
        raise Unreadable(f"not JSON: {error.msg} at character {error.pos}") from error
    except RecursionError as error:
        raise Unreadable("not usable JSON: nested too deeply") from error


def _no_constant(name: str) -> Any:
    raise Unreadable(f"not JSON: {name} is no JSON value")
