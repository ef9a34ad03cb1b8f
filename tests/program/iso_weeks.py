#!/usr/bin/env python3
"""Instants around new year, midnight and the change of clocks, and the days and weeks they have in a zone.

    iso_weeks.py articles                     JSON Lines, one article an instant; some undated
    iso_weeks.py compare ZONE ARTICLES.csv    dates and weeks of `broadsheet articles` against Python's zoneinfo
"""
import csv
import datetime
import json
import sys
import zoneinfo

MINUTE, HOUR = datetime.timedelta(minutes=1), datetime.timedelta(hours=1)
DAYS = ("2015-12-31", "2016-01-01", "2016-01-03", "2016-02-29", "2016-12-31", "2018-12-31", "2020-12-31", "2021-01-03",
        "2021-01-04", "2022-03-13", "2022-03-27", "2022-10-30", "2022-11-06", "2024-02-29", "2024-12-30", "2025-01-01")
UNDATED = ("", "30 February 2020", "soon")


def instants():
    """Every half hour of these days and the minutes around each hour, in UTC."""
    for day in DAYS:
        start = datetime.datetime.fromisoformat(day).replace(tzinfo=datetime.timezone.utc)
        for hour in range(24):
            for shift in (-MINUTE, 0 * MINUTE, MINUTE, 30 * MINUTE):
                yield start + hour * HOUR + shift


def zone_of(name):
    if name[0] in "+-":
        sign = -1 if name[0] == "-" else 1
        return datetime.timezone(sign * datetime.timedelta(hours=int(name[1:3]), minutes=int(name[4:6])))
    return zoneinfo.ZoneInfo(name)


def articles():
    for i, instant in enumerate(instants()):
        # Written in different offsets, which say the same instant.
        shown = instant.astimezone(zone_of(("+00:00", "+14:00", "-12:00", "+05:45")[i % 4]))
        yield {"id": f"{i}", "date": shown.isoformat(), "source": "X", "text": f"word{i}"}
    for i, date in enumerate(UNDATED):
        yield {"id": f"undated{i}", "date": date, "source": "X", "text": f"undated word{i}"}


def compare(zone, path):
    with open(path, encoding="utf-8", newline="") as rows:
        found = {row["article_id"]: (row["date"], row["week"]) for row in csv.DictReader(rows)}
    wrong = [i for i in range(len(UNDATED)) if found.pop(f"undated{i}", None) != ("", "")]
    for i, instant in enumerate(instants()):
        day = instant.astimezone(zone_of(zone)).date()
        wanted = (str(day), "%d-W%02d" % day.isocalendar()[:2])
        if found.pop(f"{i}", None) != wanted:
            wrong.append((i, instant.isoformat(), wanted))
    print(len(wrong), "wrong", wrong[:5], "not asked for:", len(found))
    return bool(wrong or found)


def main(command, *arguments):
    if command == "compare":
        return compare(*arguments)
    for article in articles():
        print(json.dumps(article))
    return 0


sys.exit(main(*sys.argv[1:]))
