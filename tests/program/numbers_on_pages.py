"""Every number on a page is the CSV's number at the printed rounding: numbers_on_pages.py FOLDER.

FOLDER holds an English weekly.pdf and its csv/. The numbers are written anew here by the rules of
reports/draw/format.h and compared with the words of the page: the front page's findings, its strip
of figures and its dots; the tables of topics, trends, speakers, voices, terms, discovered topics and
outlets. Each mismatch is a line with page and row; the last line says how many numbers were compared.
"""
import csv
import datetime
import json
import math
import re
import subprocess
import sys
import unicodedata

MINUS, DASH = "\u2212", "\u2013"
problems = []
compared = 0
counts = []  # rows found, by table


# --- numbers as they are printed --------------------------------------------------------------

def decimal(value, places):
    units = math.floor(abs(value) * 10 ** places + 0.5)
    whole, rest = divmod(units, 10 ** places)
    text = f"{whole:,}" + (f".{rest:0{places}d}" if places else "")
    return (MINUS if value < 0 and units else "") + text


def share(value):
    if 0 < value < 0.0005:
        return "< 0.1%"
    return decimal(value * 100, 0 if value in (0, 1) else 1) + "%"


def share_range(low, high):
    return f"{decimal(low * 100, 1)}{DASH}{decimal(high * 100, 1)}%"


def points(value):
    return ("+" if value * 100 >= 0.05 else "") + decimal(value * 100, 1)


def two_digits(size):
    return min(max(1 - math.floor(math.log10(size)), 0), 7) if size > 0 else 2


def q_value(value):
    if value < 0.0001:
        return "< 0.0001"
    return "1.0" if value >= 0.995 else decimal(value, two_digits(value))


def rate(value):
    if abs(value) >= 999.5 or value == 0:
        return decimal(value, 0)
    return decimal(value, 1 if abs(value) >= 1 else two_digits(abs(value)))


def factor(ratio):
    return decimal(ratio, 0) if ratio >= 9.95 else re.sub(r"\.0$", "", decimal(ratio, 1))


def times(log2):
    return "×" + factor(2 ** log2) if log2 >= 0 else "÷" + factor(2 ** -log2)


def times_range(low, high):
    if low >= 0:
        return f"{times(low)}{DASH}{factor(2 ** high)}"
    if high < 0:
        return f"{times(high)}{DASH}{factor(2 ** -low)}"
    return f"{times(low)} to {times(high)}"


def rate_range(low, high):
    """As many decimals as the smaller end needs, for both."""
    return {f"{write(low)}{DASH}{write(high)}" for write in
            (rate, lambda x: decimal(x, 0), lambda x: decimal(x, 1), lambda x: decimal(x, 2))}


def short(value):
    for start, divisor, end in ((999.5e6, 1e9, "bn"), (999.5e3, 1e6, "M"), (99999.5, 1e3, "k")):
        part = value / divisor
        if value >= start:
            return decimal(part, 2 if part < 9.995 else 1 if part < 99.95 else 0) + end
    return decimal(value, 0)


# --- pages and tables ---------------------------------------------------------------------------

def pages_of(folder, mode, name="weekly"):
    text = subprocess.run(["pdftotext", *mode, f"{folder}/{name}.pdf", "-"], capture_output=True, check=True).stdout
    return [page.replace("\u00a0", " ").replace("\u2011", "-") for page in text.decode().split("\f")]


def table(folder, name):
    with open(f"{folder}/csv/{name}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def number(text):
    return float(text) if text else None


def bare(text):
    return "".join(c for c in unicodedata.normalize("NFKC", text).lower() if c.isalnum())


def cells_of(line):
    return re.split(r" {2,}", line.strip())


def names_row(cell, key):
    """A cell that was cut ends in an ellipsis; a text that looks like a formula has an apostrophe in the CSV."""
    shown = bare(cell.rstrip("…"))
    return bare(key).startswith(shown) if cell.endswith("…") else bare(key) == shown


def expect(place, what, printed, wanted):
    global compared
    compared += 1
    wanted = wanted if isinstance(wanted, set) else {wanted}
    cut = printed.endswith("…") and any(text.startswith(printed[:-1]) for text in wanted)
    if printed not in wanted and not cut:
        problems.append(f"{place}: {what} is printed as '{printed}', the CSV says '{' or '.join(sorted(wanted))}'")


def rows_below(pages, first, then):
    """The rows of each part of the table whose header begins with these titles: page, titles, cells."""
    for n, page in enumerate(pages, 1):
        titles = None
        for line in page.splitlines():
            cells = cells_of(line)
            if cells[:2] == [first, then]:
                titles = name_twins(cells)
            elif titles and len(cells) == len(titles):
                yield n, titles, cells
            elif titles and len(cells) == len(titles) - 1 and "Weeks" in titles:
                yield n, titles[:-1], cells  # its last column is drawn
            elif titles and line.strip():
                titles = None


def name_twins(titles):
    """An interval, and the second column of a name, are those of the column before."""
    return [f"{title} of {titles[i - 1]}" if title.startswith("95%") or title in titles[:i] else title
            for i, title in enumerate(titles)]


def check_table(pages, header, least, rows):
    """Each printed row has the cells of the row of its name; `least` of them are printed."""
    rows = list(rows)
    shown = 0
    for page, titles, cells in rows_below(pages, *header):
        place = f"page {page}, {header[0]} '{cells[0]}'"
        found = next((row for row in rows if names_row(cells[0], row["name"])), None)
        if not found:
            problems.append(f"{place}: the CSV has no such row")
            continue
        rows.remove(found)
        shown += 1
        for title, printed in list(zip(titles, cells))[1:]:
            if title not in found["cells"]:
                problems.append(f"{place}: nothing is known of the column '{title}'")
            else:
                expect(place, title, printed, found["cells"][title])
    if shown < least:
        problems.append(f"of the table of {header[0]} {shown} rows were found, not {least}")
    counts.append(f"{header[0].lower()} {shown}")


# --- what the CSVs hold ---------------------------------------------------------------------------

def change_cells(change):
    known = change["difference_low"] != ""
    low, high = number(change["difference_low"]), number(change["difference_high"])
    return {
        "Before": share(float(change["before"])) if change["before"] else DASH,
        "Difference": points(float(change["difference"])) if known else DASH,
        "95% interval of Difference": f"{points(low)} to {points(high)}" if known else DASH,
        "q": q_value(float(change["q"])) if change["q"] else DASH,
    }


def share_cells(row):
    if not row:
        return {"Share": {share(0), DASH}, "95% interval of Share": DASH}
    known = row["share_low"] != ""
    return {"Share": share(float(row["share"])) if row["share"] else DASH,
            "95% interval of Share": share_range(float(row["share_low"]), float(row["share_high"])) if known else DASH}


def topic_rows(folder, period):
    now = {row["topic"]: row for row in table(folder, "topics") if row["week"] == period}
    for change in (row for row in table(folder, "changes") if row["kind"] == "topic"):
        row = now.get(change["key"])
        if row and (int(row["articles"]) or float(change["before"] or 0)):
            votes = decimal(int(row["articles"]), 0)
            yield {"name": change["key"], "row": row, "change": change, "cells": {
                "Articles": votes, "Stories": votes, "Hits": decimal(int(row["hits"]), 0),
                **share_cells(row), **change_cells(change)}}


def speaker_rows(folder, period):
    now = {row["speaker"]: row for row in table(folder, "speakers") if row["week"] == period}
    for change in (row for row in table(folder, "changes") if row["kind"] == "speaker"):
        row = now.get(change["key"])
        if row:
            yield {"name": change["key"], "row": row, "change": change, "cells": {
                "Words": decimal(int(row["words"]), 0), **share_cells(row), **change_cells(change)}}


def term_rows(folder):
    """The words of the lists; where they were compared with what keyness.csv has of them."""
    keys = {row["term"]: row for row in table(folder, "keyness")}
    for row in table(folder, "words"):
        key = keys.get(row["term"])
        log2 = number(key["log_ratio"]) if key else None
        ranged = row["per_million_low"] != ""
        cells = {
            "Articles": decimal(int(row["articles"]), 0), "Stories": decimal(int(row["articles"]), 0),
            "Per million": rate(float(row["per_million"])) if row["per_million"] else DASH,
            "95% interval of Per million":
                rate_range(float(row["per_million_low"]), float(row["per_million_high"])) if ranged else DASH,
            "Before": rate(float(row["before"])) if row["before"] else DASH,
            "DP": decimal(float(row["dp"]), 2) if row["dp"] else DASH}
        if key:
            cells |= {
                "Times": "new" if key["reference"] == "0" else "gone" if key["study"] == "0" else
                         times(log2) if log2 is not None else DASH,
                "95% interval of Times": times_range(float(key["log_ratio_low"]), float(key["log_ratio_high"]))
                if key["log_ratio_low"] else DASH,
                "q": q_value(float(key["q_articles"])) if key["q_articles"] else DASH}
        yield {"name": row["term"], "row": row, "key": key, "list": row["list"], "cells": cells}


def days_of(period):
    """Whether a row of coverage.csv is of the study."""
    if "/" in period:
        first, last = period.split("/")
        return lambda row: first <= row["date"] <= last
    return lambda row: row["week"] == period and row["date"]


def outlet_rows(folder, period):
    inside = days_of(period)
    before = {row["week"] for row in table(folder, "articles") if row["status"] == "baseline"}
    dates = {row["date"] for row in table(folder, "articles") if row["status"] == "baseline"}
    sums = {}
    for row in table(folder, "coverage"):
        one = sums.setdefault(row["source"], dict.fromkeys(("articles", "words", "quotes", "before"), 0))
        if inside(row):
            for name in ("articles", "words", "quotes"):
                one[name] += int(row[name])
        elif row["week"] in before and row["date"] in dates:
            one["before"] += int(row["articles"])
    for name, one in sums.items():
        yield {"name": name or "(no outlet given)", "sums": one, "cells": {
            "Articles": decimal(one["articles"], 0), "Words": decimal(one["words"], 0),
            "Quotations": decimal(one["quotes"], 0), "Articles before": decimal(one["before"], 0)}}


def mondays(weeks):
    """'24 Nov' of each week '2025-W48' in the text."""
    days = (datetime.date.fromisocalendar(int(year), int(week), 1)
            for year, week in re.findall(r"(\d{4})-W(\d\d)", weeks))
    return ", ".join(f"{day.day} {day:%b}" for day in days)


def slope_cells(row, value, interval):
    known = row[value + "_low"] != ""
    low, high = number(row[value + "_low"]), number(row[value + "_high"])
    return {interval: points(float(row[value])) if row[value] else DASH,
            f"95% interval of {interval}": f"{points(low)} to {points(high)}" if known else DASH}


def trend_rows(folder):
    for row in table(folder, "trends"):
        if row["kind"] == "topic":
            yield {"name": row["key"], "cells": {
                "Weeks": row["weeks"], **slope_cells(row, "slope", "% a week"),
                "q": q_value(float(row["q"])) if row["q"] else DASH,
                **slope_cells(row, "within", "Within outlets"),
                "New level from": mondays(row["change_weeks"]) or DASH}}


def weeks_before(folder):
    """Whole weeks that the period is set against."""
    partial = {row["week"] for row in table(folder, "coverage") if row["partial"] == "yes"}
    return {row["week"] for row in table(folder, "articles") if row["status"] == "baseline"} - partial


def measure_rows(folder, period):
    """The concentration of the period beside the range of the whole weeks before, or the span before."""
    rows = table(folder, "concentration")
    before = weeks_before(folder)
    span = next((row for row in rows if "/" in row["week"] and row["week"] != period), None)
    now = next((row for row in rows if row["week"] == period), None)
    measures = (("top_ten", "Share of the ten quoted most", lambda x: decimal(x * 100, 1), "%"),
                ("effective", "Effective number of voices", lambda x: decimal(x, 1), ""),
                ("gini", "Gini coefficient", lambda x: decimal(x, 2), ""),
                ("hhi", "Herfindahl–Hirschman index", lambda x: decimal(x, 3), ""))
    for column, name, write, unit in measures if now else ():
        past = [float(row[column]) for row in rows if row["week"] in before - {period} and row[column]]
        cells = {}
        for title, row in ("Value", now), ("Before", span):
            ends = (row[column + "_low"], row[column + "_high"]) if row else ()
            known = all(ends) and row and row[column]
            cells[title] = DASH if not row or not row[column] else share(float(row[column])) if unit else write(float(row[column]))
            cells[f"95% interval of {title}"] = DASH.join(write(float(end)) for end in ends) + unit if known else DASH
        yield {"name": name, "cells": {
            **cells,
            "Weeks before, from–to": f"{write(min(past))}{DASH}{write(max(past))}{unit}" if past else DASH}}


def arrival_rows(folder):
    for row in table(folder, "arrivals"):
        yield {"name": row["speaker"], "cells": {
            "Quotations": decimal(int(row["quotes"]), 0), "Words": decimal(int(row["words"]), 0),
            "Articles": decimal(int(row["articles"]), 0),
            "Last quoted": f"week of {mondays(row['last_week'])}" if row["last_week"] else "new"}}


def leader_rows(folder, period):
    """Of each topic the two speakers with the largest shares; a name may be cut on the page."""
    topics = {}
    for row in table(folder, "speaker_topics"):
        if row["week"] == period and row["outlet"] == "(all)" and row["quotes"]:
            topics.setdefault(row["topic"], []).append(row)
    for topic, rows in topics.items():
        named = [row for row in rows if row["share"] and row["speaker"] != "(unattributed)"]
        named.sort(key=lambda row: -float(row["share"]))
        equal = [[row for row in named if row["share"] == one["share"]] for one in named[:2]] + [[], []]
        first, second = ({share(float(row["share"])) for row in rows} or {DASH} for rows in equal[:2])
        yield {"name": topic, "cells": {
            "Quotations": decimal(sum(int(row["quotes"]) for row in rows), 0),
            "Quoted at greatest length": {row["speaker"] for row in equal[0]} or {DASH}, "Share": first,
            "95% interval of Share": {share_cells(row)["95% interval of Share"] for row in equal[0]} or {DASH},
            "Next": {row["speaker"] for row in equal[1]} or {DASH}, "Share of Next": second}}


def discovered_rows(folder, period):
    baseline = sum(row["status"] == "baseline" for row in table(folder, "articles"))
    for row in table(folder, "discovered"):
        if row["week"] == period and row["topic"] and not row["term"]:
            before = int(row["baseline_articles"]) / baseline if baseline else 0
            yield {"name": row["label"], "cells": {
                **{title: decimal(int(row[title.lower()]), 0) for title in ("Articles", "Stories", "Outlets")},
                **share_cells(row), "Before": share(before), "Burst since": mondays(row["since"]) or DASH}}


# --- the front page -----------------------------------------------------------------------------------

def check_strip(page, outlets, speakers, period, folder):
    """The five figures stand in one line, below their names."""
    everyone = [row for row in table(folder, "speakers") if row["week"] == period]
    nobody = [row for row in everyone if row["speaker"] == "(unattributed)"]
    wanted = [short(sum(outlet["sums"][name] for outlet in outlets)) for name in ("articles", "words", "quotes")]
    wanted += [short(len(everyone) - len(nobody)), share(float(nobody[0]["share"])) if nobody and nobody[0]["share"] else share(0)]
    lines = page.splitlines()
    at = next((i for i, line in enumerate(lines) if line.split()[:1] == ["Articles"] and "People quoted" in line), None)
    if at is None:
        problems.append("page 1: there is no strip of figures")
        return
    titles = cells_of(lines[at])
    printed = next(cells_of(line) for line in lines[at + 1:] if line.strip())
    for title, text, value in zip(titles, printed, wanted):
        expect("page 1, the strip", title, text, value)
    if len(printed) != len(wanted):
        problems.append(f"page 1: the strip has {len(printed)} figures")


def check_dots(page, topics):
    """A topic's value stands behind its name, in the figure on the left."""
    found = 0
    for topic in topics[:8]:
        words = r"[\W_]+".join(re.escape(word) for word in topic["name"].split("-"))
        match = re.search(rf"^ ?{words} {{3,}}(< 0\.1%|[\d.]+%)", page, re.M | re.I)
        if match:
            found += 1
            expect("page 1, the dots", topic["name"], match[1], topic["cells"]["Share"])
    if topics and not found:
        problems.append("page 1: no value of a topic was found in the figure")


def check_heat(pages, folder, period, topics):
    """In the heat map the largest week's share stands in its cell, the period's at the end of the row."""
    page = next((page for page in pages if "The largest week of each topic is labelled" in page), None)
    if not page:
        return
    figure = page.split("The largest week of each topic is labelled", 1)[1].split("Topic ", 1)[0]
    shown = weeks_before(folder) | {period}
    weeks = [row for row in table(folder, "topics") if row["week"] in shown and row["share"]]
    found = 0
    for topic in topics:
        words = r"[\W_]+".join(re.escape(word) for word in topic["name"].split("-"))
        match = re.search(rf"^ ?{words} {{3,}}(?:([\d.,]+) {{2,}})?(< 0\.1%|[\d.]+%)$", figure, re.M | re.I)
        if match:
            found += 1
            expect("the heat map", topic["name"], match[2], topic["cells"]["Share"])
        if match and match[1]:
            shares = [float(row["share"]) for row in weeks if row["topic"] == topic["name"]]
            expect("the heat map", f"largest week of {topic['name']}", match[1],
                   {decimal(100 * value, places) for value in sorted(shares)[-1:] for places in (0, 1)})
    counts.append(f"heat {found}")


def check_frequent(pages, words):
    """The rate stands at the end of the row in the figure of the most frequent words."""
    text = "\n".join(pages)
    found = 0
    for word in words:
        match = re.search(rf"(?:^|  ){re.escape(word['name'])} {{2,}}(?:.*? )?([\d,.]+)$", text, re.M)
        if match:
            found += 1
            expect("the most frequent words", word["name"], match[1], word["cells"]["Per million"])
    counts.append(f"frequent {found}")


NUMBERS = re.compile(r"(?<![\w-])[+\u2212×÷]?\d[\d,]*(?:\.\d+)?%?")


def tokens(*texts):
    return {token.strip("+" + MINUS + "×÷%").rstrip(".,") for text in texts for token in NUMBERS.findall(text)}


def moved(change):
    """'by 2.9-5.7 points': the nearer end of the difference first."""
    ends = sorted(abs(float(change[name])) * 100 for name in ("difference_low", "difference_high") if change[name])
    return [decimal(end, 1) for end in ends]


def known_of(kind, subject, rows):
    """What may be printed of a finding's subject."""
    row = subject["row"] or {}
    known = tokens(*(text for text in subject["cells"].values() if isinstance(text, str)))
    known |= tokens(*(text for texts in subject["cells"].values() if isinstance(texts, set) for text in texts))
    known |= {decimal(int(row[name]), 0) for name in ("articles", "articles_total", "count", "quotes", "hits", "words")
              if row.get(name)}
    known |= tokens(*moved(subject["change"])) if "change" in subject else set()
    if kind == "term" and subject["key"] and subject["key"]["log_ratio"]:
        ratio = 2 ** abs(float(subject["key"]["log_ratio"]))
        known |= {decimal(ratio, 1 if ratio < 9.95 else 0)}
    return known


def subject_of(name, rows, exactly):
    """The row of this name; what stands before it may be the end of a finding beside it."""
    fits = [row for row in rows if bare(row["name"]) and
            (row["name"] == name if exactly else bare(name).endswith(bare(row["name"])))]
    return max(fits, key=lambda row: len(row["name"]), default=None)


def check_findings(lines, sets):
    """Each number of the findings' sentences is one of its subject's, or how many were compared."""
    text = " ".join(lines.split())
    text = text.split("method: page", 1)[-1].split(" Articles Words Quotations", 1)[0]
    patterns = (("topic", r"of (?:articles|stories) are about (.+?); no topic has more.*?\)\.(?= |$)"),
                ("topic", r"(?:^|[.)%a-z] )([A-Z][^.;()]*?) (?:rose|fell)(?: most)?(?:, by [^,]*points,)? to [\d.]+% of "
                          r"(?:articles|stories).*?\.(?= |$)"),
                ("speaker", r"of quoted words come from (.+?); no speaker has more.*?\)\."),
                ("speaker", r"([A-Z][^.;()]*?) (?:rose|fell)(?: most)?(?:, by [^,]*points,)? to [\d.]+% of quoted words.*?\.(?= |$)"),
                ("term", r"“([^”]+)” (?:in [\d,]+ (?:articles|stories); no content|was (?:not )?used).*?(?:\)\.|articles?\.)"))
    seen = 0
    for kind, pattern in patterns:
        for match in re.finditer(pattern, text):
            subject = subject_of(match[1], sets[kind], exactly=kind == "term")
            if not subject:
                problems.append(f"page 1: the finding on '{match[1]}' has no row in the CSV")
                continue
            seen += 1
            sentence = match[0][match[0].index(match[1]) + len(match[1]):]
            sentence = re.sub(r"in the \d+ (weeks|days|months) before.*?(?=:|\.)|from the \d+ weeks", "", sentence)
            for token in tokens(sentence):
                expect(f"page 1, the finding on '{match[1]}'", "a number", token, known_of(kind, subject, sets[kind]))
    if not seen:
        problems.append("page 1: no finding was recognised")


def main():
    folder = sys.argv[1]
    with open(folder + "/manifest.json", encoding="utf-8") as file:
        period = json.load(file)["period"]
    pages = pages_of(folder, ["-layout"])
    sets = {"topic": list(topic_rows(folder, period)), "speaker": list(speaker_rows(folder, period)),
            "term": list(term_rows(folder))}
    outlets = list(outlet_rows(folder, period))
    check_findings(pages_of(folder, [])[0], sets)
    check_strip(pages[0], outlets, sets["speaker"], period, folder)
    check_dots(pages[0], sets["topic"])
    check_heat(pages, folder, period, sets["topic"])
    check_table(pages, ("Topic", "Articles"), len(sets["topic"]), sets["topic"])
    named = [row for row in sets["speaker"] if row["name"] != "(unattributed)"]
    check_table(pages, ("Speaker", "Words"), 0, named)
    check_table(pages, ("Topic", "Weeks"), 0, trend_rows(folder))
    check_table(pages, ("Measure", "Value"), 0, measure_rows(folder, period))
    check_table(pages, ("Speaker", "Quotations"), 0, arrival_rows(folder))
    check_table(pages, ("Topic", "Quotations"), 0, leader_rows(folder, period))
    check_table(pages, ("Terms", "Articles"), 0, discovered_rows(folder, period))
    changed = [row for row in sets["term"] if row["list"] != "frequent"]
    check_table(pages, ("Term", "Articles"), len(changed), changed)
    words = [page for page in pages if "No content word is more frequent" in page or "most frequent" in page.lower()]
    check_frequent(words, [row for row in sets["term"] if row["list"] == "frequent"][:15])
    check_table(pages, ("Outlet", "Articles"), min(60, len(outlets)) if len(outlets) > 1 else 0, outlets)
    print("\n".join(problems[:40]))
    print(f"{compared} numbers compared, {len(problems)} wrong; rows: {', '.join(counts)}")
    sys.exit(1 if problems or compared < 20 else 0)


if __name__ == "__main__":
    main()
