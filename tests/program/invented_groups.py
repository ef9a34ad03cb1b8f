"""Writes the invented articles of test_groups.sh: invented_groups.py voices|silence|long-silence FILE.

voices: 40 articles of one week. In the Harbour Herald Ann Miller says 5 words in each of 20 articles,
on energy. In the Valley Voice Bob Stone says 5 words in each of 10 articles, 5 of them on energy and
5 on health, and Carl Reed 10 words in each of 10 others, on health.

silence: 12 weeks of two outlets with 60 articles a week each, and one week of the Harbour Herald alone.
Energy is in 6 of 60 articles of the Herald and in 36 of 60 of the Voice, every week.
long-silence: the same, but the Voice is silent in the last four weeks.
"""
import datetime
import json
import random
import sys

random.seed(11)
SYLLABLES = "ba ce di fo gu la me ni po ru sa te vi zo".split()


def filler(count):
    return " ".join("".join(random.choice(SYLLABLES) for _ in range(3)) for _ in range(count))


def article(number, day, source, lead, said=""):
    return {"id": f"a{number}", "date": str(day), "source": source, "title": filler(3),
            "text": f"{lead} {filler(40)}.\n\n{said}\n\nIt rained over {filler(25)}.", "lang": "en"}


ENERGY = "The grid failed while the reactor stopped near"
HEALTH = "The clinic closed while the nurse left near"
OTHER = "The council met while the mayor slept near"


def voices():
    day = datetime.date(2025, 11, 24)
    for i in range(20):
        yield article(i, day + datetime.timedelta(i % 7), "Harbour Herald", ENERGY,
                      "“We fixed it all today,” Ann Miller said.")
    for i in range(20, 30):
        yield article(i, day + datetime.timedelta(i % 7), "Valley Voice", ENERGY if i < 25 else HEALTH,
                      "“They broke it again yesterday,” Bob Stone said.")
    for i in range(30, 40):
        yield article(i, day + datetime.timedelta(i % 7), "Valley Voice", HEALTH,
                      "“We have never seen so many people wait so long,” Carl Reed said.")


def silence(weeks=1):
    number = 0
    for week in range(13):
        for source, carried in (("Harbour Herald", 6), ("Valley Voice", 36)):
            if week >= 13 - weeks and source == "Valley Voice":
                continue
            for i in range(60):
                day = datetime.date(2025, 9, 1) + datetime.timedelta(7 * week + i % 7)
                yield article(number, day, source, ENERGY if i < carried else OTHER)
                number += 1


with open(sys.argv[2], "w", encoding="utf-8") as out:
    for row in {"voices": voices, "silence": silence, "long-silence": lambda: silence(4)}[sys.argv[1]]():
        out.write(json.dumps(row, ensure_ascii=False) + "\n")
