"""Days of the Hindu lunisolar calendar (amanta months) by the places of sun and moon.

Longitudes by the leading terms of Meeus, Astronomical Algorithms (1998), ch. 25 and 47: the sun to 0.01°, the
moon to about 0.1°, which moves a lunar day by a quarter of an hour. Sidereal signs with the Lahiri ayanamsa.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from math import radians, sin

_J2000 = date(2000, 1, 1)
#: Indian Standard Time is 5 h 30 min ahead of UTC.
_IST_HOURS = 5.5
#: A lunar day is 12° of elongation; the moon gains 12.19° on the sun in a day.
_DEGREES_A_DAY = 12.190749

# Terms of the moon's longitude: degrees, then multiples of D, M, M' and F (Meeus, table 47.A).
_MOON = (
    (6.288774, 0, 0, 1, 0), (1.274027, 2, 0, -1, 0), (0.658314, 2, 0, 0, 0), (0.213618, 0, 0, 2, 0),
    (-0.185116, 0, 1, 0, 0), (-0.114332, 0, 0, 0, 2), (0.058793, 2, 0, -2, 0), (0.057066, 2, -1, -1, 0),
    (0.053322, 2, 0, 1, 0), (0.045758, 2, -1, 0, 0), (-0.040923, 0, 1, -1, 0), (-0.034720, 1, 0, 0, 0),
    (-0.030383, 0, 1, 1, 0), (0.015327, 2, 0, 0, -2),
)  # fmt: skip


def _sun(days: float) -> float:
    """Apparent longitude of the sun in degrees, `days` after noon of 1 January 2000 UTC."""
    century = days / 36525
    anomaly = radians(357.52911 + 35999.05029 * century)
    centre = (
        (1.914602 - 0.004817 * century) * sin(anomaly)
        + 0.019993 * sin(2 * anomaly)
        + 0.000289 * sin(3 * anomaly)
    )
    return (280.46646 + 36000.76983 * century + centre - 0.00569) % 360


def _moon(days: float) -> float:
    """Longitude of the moon in degrees."""
    century = days / 36525
    elongation = 297.8501921 + 445267.1114034 * century
    sun = 357.5291092 + 35999.0502909 * century
    moon = 134.9633964 + 477198.8675055 * century
    node = 93.2720950 + 483202.0175233 * century
    terms = (
        size * sin(radians(d * elongation + m * sun + n * moon + f * node)) for size, d, m, n, f in _MOON
    )
    return (218.3164477 + 481267.88123421 * century + sum(terms)) % 360


def _elongation(days: float) -> float:
    return (_moon(days) - _sun(days)) % 360


def _new_moon(days: float) -> float:
    """The new moon near `days`."""
    for _ in range(5):
        days -= ((_elongation(days) + 180) % 360 - 180) / _DEGREES_A_DAY
    return days


def _sign(days: float) -> int:
    """The sidereal sign of the sun, 0 (Aries) to 11."""
    ayanamsa = 23.853 + days / 36525 * 1.397
    return int((_sun(days) - ayanamsa) % 360 // 30)


def _month(days: float) -> int | None:
    """The amanta month (1 is Chaitra); None in a leap month, through which the sun keeps its sign."""
    begin = _new_moon(days - _elongation(days) / _DEGREES_A_DAY)
    sign = _sign(begin)
    return None if _sign(_new_moon(begin + 29.53)) == sign else (sign + 1) % 12 + 1


@lru_cache(maxsize=1024)
def hindu(year: int, month: int, lunar_day: int, hour: float) -> date | None:
    """The day of `year` on which a lunar day (1 to 30, 15 is full moon) holds at `hour` in India.

    None when no day of the year has it. A lunar day may skip the hour: then it is the day on which it ends.
    """
    day = date(year, 1, 1)
    before = None
    while day.year == year:
        days = (day - _J2000).days - 0.5 + (hour - _IST_HOURS) / 24
        current = int(_elongation(days) // 12) + 1
        skipped = before is not None and (before % 30) + 1 == lunar_day != current and before != current
        if (current == lunar_day or skipped) and _month(days - (0.5 if skipped else 0)) == month:
            return day
        before = current
        day += timedelta(days=1)
    return None
