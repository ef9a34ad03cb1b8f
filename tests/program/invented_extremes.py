"""Writes the invented articles of test_pages.sh: invented_extremes.py CASE FOLDER.

FOLDER/articles.jsonl is written, and for some cases FOLDER/topics.yaml and FOLDER/people.csv.
Each case strains the pages in one way; what it strains them with is in its docstring.
"""
import datetime
import json
import os
import random
import sys

WEEKS, LAST = 13, datetime.date(2025, 11, 24)
SYLLABLES = "ba ce di fo gu la me ni po ru sa te vi zo".split()
LEADS = {
    "justice": "The court heard the judge while the trial and the jury waited near",
    "health": "The hospital closed while the nurse and the patients waited near",
    "music": "The concert was full while the orchestra and the singer played near",
    "sport": "The football club won the league while the footballer spoke near",
    "other": "The committee sat while the old clock stood near",
}
PAIRS = [("court", "judge"), ("hospital", "nurse"), ("concert", "orchestra")]  # an article needs two hits


def word(chance, syllables=3):
    return "".join(chance.choice(SYLLABLES) for _ in range(syllables))


def filler(chance, count):
    return " ".join(word(chance) for _ in range(count))


def long_name(chance, length=100):
    """A name of exactly so many letters, of several words."""
    name = ""
    while len(name) < length + 1:
        name += word(chance, chance.randint(1, 4)).capitalize() + " "
    return name[:length].rstrip().ljust(length, "x")


def day_of(chance, week):
    return LAST + datetime.timedelta(7 * (week - WEEKS + 1) + chance.randrange(7))


def article(chance, number, week, source, title=None, speaker="Ann Miller", lead=None):
    lead = lead or LEADS[chance.choices(list(LEADS), [4, 3, 2, 1, 2])[0]]
    said = f"“We {filler(chance, chance.randint(3, 12))},” {speaker} said." if speaker else ""
    return {"id": f"a{number}", "date": str(day_of(chance, week)), "source": source,
            "title": title or filler(chance, 4).capitalize(), "lang": "en",
            "text": f"{lead} {filler(chance, 30)}.\n\n{said}\n\nIt rained over {filler(chance, 20)}."}


def weekly(chance, per_week, make):
    return [make(week * per_week + i, week) for week in range(WEEKS) for i in range(per_week)]


def one_article(chance, folder):
    """One article of a few words, nothing before it."""
    return [article(chance, 0, WEEKS - 1, "Post")]


def one_outlet(chance, folder):
    """One outlet only."""
    return weekly(chance, 20, lambda i, week: article(chance, i, week, "Harbour Herald"))


def many_outlets(chance, folder):
    """200 outlets, and as many speakers."""
    return weekly(chance, 200, lambda i, week: article(
        chance, i, week, f"Outlet {i % 200:03d} of {word(chance, 2)}shire"[:10], speaker=f"Ann M{word(chance)}"))


def many_topics(chance, folder):
    """A dictionary of 300 topics."""
    words = [f"{word(chance, 4)}{SYLLABLES[i % 14]}" for i in range(300)]
    with open(os.path.join(folder, "topics.yaml"), "w", encoding="utf-8") as out:
        for i, name in enumerate(words):
            out.write(f"topic {i + 1} {name}:\n  - {name}\n")
    return weekly(chance, 60, lambda i, week: article(
        chance, i, week, f"Outlet {i % 7}", lead=f"The {' '.join(w + ' ' + w for w in chance.sample(words, 12))} near"))


def long_names(chance, folder):
    """Outlets, titles, topics and speakers of 100 letters, and one word of 100 letters."""
    outlets = [long_name(chance) for _ in range(8)]
    people = [long_name(chance) for _ in range(12)]
    one = word(chance, 50)
    with open(os.path.join(folder, "topics.yaml"), "w", encoding="utf-8") as out:
        for pair in PAIRS + [(one, one + "a")]:
            out.write(f"{long_name(chance)}:\n  - {pair[0]}\n  - {pair[1]}\n")
    with open(os.path.join(folder, "people.csv"), "w", encoding="utf-8") as out:
        out.write("name,aliases,role\n")
        for i, name in enumerate(people):
            out.write(f"{name},Ann Miller{chr(97 + i)},{long_name(chance)}\n")
    return weekly(chance, 30, lambda i, week: article(
        chance, i, week, outlets[i % 8], title=long_name(chance),
        speaker=f"Ann Miller{chr(97 + chance.randrange(12))}",
        lead=f"{chance.choice(list(LEADS.values()))} {one} {one} in"))


RIGHT = ["صحيفة الميناء اليومية", "عيتون הנמל של העיר", "الجزيرة الصغيرة", "ידיעות הגליל"]
EAST = ["港口日报", "東京朝刊新聞", "한강신문", "海岸晚报"]


def names_of(chance, outlets, titles, people, folder):
    with open(os.path.join(folder, "people.csv"), "w", encoding="utf-8") as out:
        out.write("name,aliases,role\n")
        for i, name in enumerate(people):
            out.write(f"{name},Ann Miller{chr(97 + i)},{titles[i % len(titles)]}\n")
    with open(os.path.join(folder, "topics.yaml"), "w", encoding="utf-8") as out:
        for name, pair in zip(titles, PAIRS):
            out.write(f"{name}:\n  - {pair[0]}\n  - {pair[1]}\n")
    return weekly(chance, 30, lambda i, week: article(
        chance, i, week, outlets[i % len(outlets)], title=chance.choice(titles),
        speaker=f"Ann Miller{chr(97 + chance.randrange(len(people)))}"))


def right_to_left(chance, folder):
    """Arabic and Hebrew outlets, titles, topics and people."""
    return names_of(chance, RIGHT, ["الاقتصاد والطاقة والمناخ", "חדשות היום בעיר", "ماء 2025 (جديد)"],
                    ["ليلى حداد", "דוד כהן", "سامي النجار"], folder)


def far_east(chance, folder):
    """Chinese, Japanese and Korean outlets, titles, topics and people."""
    return names_of(chance, EAST, ["能源与气候变化", "保健医療ニュース", "축구와 스포츠"], ["王小明", "山田太郎", "김민수"], folder)


def zero_weeks(chance, folder):
    """No topic and no quotation in any week."""
    return weekly(chance, 20, lambda i, week: article(chance, i, week, f"Outlet {i % 3}", speaker=None,
                                                      lead=LEADS["other"]))


def missing_weeks(chance, folder):
    """Most weeks have no article at all."""
    return [row for row in weekly(chance, 30, lambda i, week: article(chance, i, week, f"Outlet {i % 3}"))
            if (datetime.date.fromisoformat(row["date"]) - LAST).days // 7 in (0, -2, -7, -11)]


def one_huge(chance, folder):
    """One article of 60,000 quoted words among short ones, and one outlet with 50 times the others' articles."""
    rows = weekly(chance, 20, lambda i, week: article(chance, i, week, f"Outlet {i % 3}"))
    rows += [article(chance, 1000 + i, WEEKS - 1, "Huge Herald", lead=LEADS["justice"]) for i in range(400)]
    rows[-1]["text"] += f"\n\n“{filler(chance, 60000)},” Tom Hale said."
    return rows


def undated(chance, folder):
    """A set without days."""
    rows = [article(chance, i, 0, f"Outlet {i % 3}") for i in range(60)]
    for row in rows:
        del row["date"]
    return rows


def empty_texts(chance, folder):
    """Articles of a title alone, of a full stop, of a blank."""
    rows = weekly(chance, 20, lambda i, week: article(chance, i, week, f"Outlet {i % 3}"))
    for i, row in enumerate(rows):
        if i % 4:
            row["text"] = ("", ".", " ")[i % 4 - 1]
    return rows


CASES = [one_article, one_outlet, many_outlets, many_topics, long_names, right_to_left, far_east, zero_weeks,
         missing_weeks, one_huge, undated, empty_texts]


def main():
    name, folder = sys.argv[1:]
    case = {case.__name__: case for case in CASES}[name]
    rows = case(random.Random(name), folder)
    with open(os.path.join(folder, "articles.jsonl"), "w", encoding="utf-8") as out:
        for row in rows:
            out.write(json.dumps(row, ensure_ascii=False) + "\n")


main()
