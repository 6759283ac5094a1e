"""XML without entity expansion, DTDs or network access."""

from __future__ import annotations

from typing import Any

from .base import Unreadable


def check_xml(data: bytes) -> Any:
    """The root element of an XML document. Raises Unreadable for XML bombs and broken XML."""
    from xml.etree.ElementTree import ParseError

    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        return fromstring(data, forbid_dtd=False, forbid_entities=True, forbid_external=True)
    except DefusedXmlException as error:
        raise Unreadable(
            "XML with entities of its own (an XML bomb would look like this); refused for safety"
        ) from error
    except (ParseError, ValueError, LookupError) as error:
        raise Unreadable(f"broken XML ({error}); fetch it again") from error
