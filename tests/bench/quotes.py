#!/usr/bin/env python3
"""Who said what, scored against the labelled articles of ../shared/gold.

    python3 tests/bench/quotes.py build/release/broadsheet [ERRORS]

Every gold file is scored as it is and without line breaks. The sets that the weights are
learnt from are scored by five-fold cross-validation by article: what is scored was never
learnt from. Then ../shared/SPEAKERS.md's lines "To reach" with yes or NO, accuracy against coverage, and
the worst errors (by words wrongly given) with their text. The folder build/bench-quotes is left.
"""
import csv, json, os, subprocess, sys

SHARED = "../shared"
FOLDS = 5
LEARNT = ("polnear.dev", "modern.dev")
FILES = LEARNT + ("dewikinews.dev", "adaq_ru.dev", "hseling_ru.dev", "seed")
OUT = "build/bench-quotes"

# set, form, measure, at least (or at most), bound
TO_REACH = (
    ("modern.dev", "", "direct F1", ">=", .95), ("modern.dev", "", "attribution", ">=", .90),
    ("modern.dev", "", "end to end", ">=", .84), ("modern.dev", "", "TVD pooled", "<=", .15),
    ("polnear.dev", "", "direct F1", ">=", .96), ("polnear.dev", "", "attribution", ">=", .94),
    ("polnear.dev", "", "end to end", ">=", .90), ("polnear.dev", "", "TVD per week", "<=", .12),
    ("polnear.dev", "", "TVD pooled", "<=", .08), ("polnear.dev", "flat", "attribution", ">=", .91),
    ("polnear.dev", "flat", "end to end", ">=", .86), ("dewikinews.dev", "", "direct F1", ">=", .88),
    ("dewikinews.dev", "", "attribution", ">=", .75), ("adaq_ru.dev", "", "end to end", ">=", .65),
    ("hseling_ru.dev", "", "direct recall", ">=", .85), ("seed", "", "marked end to end", ">=", 1),
    ("sample", "", "end to end", ">=", .97), ("sample", "flat", "end to end", ">=", .97),
)


def flattened(path, name):
    flat = "%s/%s.flat.jsonl" % (OUT, name)
    with open(flat, "w", encoding="utf-8") as out:
        subprocess.run([sys.executable, SHARED + "/tools/flatten_gold.py", path], stdout=out, check=True)
    return flat


def write_lines(path, lines):
    with open(path, "w", encoding="utf-8") as out:
        out.writelines(lines)
    return path


def read_rows(path):
    rows = {}
    with open(path, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            row["start"], row["end"] = int(row["start"]), int(row["end"])
            rows.setdefault(row["article_id"], []).append(row)
    return rows


def quotes(program, path, weights=None):
    out = path + ".quotes.csv" if path.startswith(OUT) else "%s/%s.quotes.csv" % (OUT, os.path.basename(path))
    with open(out, "w", encoding="utf-8") as file:
        subprocess.run([program, "quotes", "-q", path] + (["--weights", weights] if weights else []),
                       stdout=file, check=True)
    return read_rows(out)


def left_out(program, name, paths):
    """The quotes of each form's articles, found with weights that were not learnt from them."""
    forms = {form: open(path, encoding="utf-8").readlines() for form, path in paths.items()}
    found = {form: {} for form in forms}
    others = ["%s/gold/%s.jsonl" % (SHARED, other) for other in LEARNT if other != name]
    for fold in range(FOLDS):
        learnt = write_lines("%s/%s.learnt.jsonl" % (OUT, name),
                             [line for i, line in enumerate(forms[""]) if i % FOLDS != fold])
        weights = "%s/%s.%d.weights" % (OUT, name, fold)
        subprocess.run([program, "train", "-q", "-o", weights, learnt] + others, check=True)
        for form, lines in forms.items():
            part = write_lines("%s/%s.%s%d.jsonl" % (OUT, name, form, fold),
                               [line for i, line in enumerate(lines) if i % FOLDS == fold])
            found[form].update(quotes(program, part, weights))
    return found


def number(value):
    return "    -" if value is None else "%.3f" % value


def measures(result):
    direct, marked, share = result["direct@0.8"], result["marked@0.8"], result["share_marked"]
    return {"direct F1": direct["F1"], "direct recall": direct["R"], "attribution": direct["attr_acc"],
            "end to end": direct["e2e_F1"], "marked F1": marked["F1"], "marked end to end": marked["e2e_F1"],
            "TVD pooled": share["tvd_pooled"], "TVD per week": share["tvd_mean_week"]}


def stands_in_apostrophes(article):
    """True where speech stands in two apostrophes: its labels say indirect, so that it is in no share."""
    return any("''" in article["text"][q["start"]:q["end"]] for q in article["quotes"] if q["kind"] != "direct")


def with_labels_speakers(scorer, gold, found):
    """The same spans, each with the speaker of the label that holds half of it or more."""
    told = {}
    for article in gold:
        told[article["id"]] = rows = []
        for row in found.get(article["id"], []):
            span = (row["start"], row["end"])
            shared = {label: scorer.inter(span, (quote["start"], quote["end"]))
                      for label, quote in enumerate(article["quotes"])}
            best = max(shared, key=lambda label: (shared[label], -label), default=None)
            if best is not None and shared[best] * 2 >= span[1] - span[0]:
                quote = article["quotes"][best]
                full = quote.get("speaker_full")
                row = dict(row, speaker=full if scorer.key(full) else quote.get("speaker") or "")
            rows.append(row)
    return told


def show_shares(scorer, name, gold, found):
    """What of the share error no choice of speakers could mend, and the rest where the labels know all marks."""
    parts = {"": gold}
    plain = [article for article in gold if not stands_in_apostrophes(article)]
    if len(plain) < len(gold):
        parts[" without the %d articles whose speech in '' is labelled indirect" % (len(gold) - len(plain))] = plain
    print()
    for which, articles in parts.items():
        for whose, rows in (("", found), ("; with the labels' speakers", with_labels_speakers(scorer, articles, found))):
            share = scorer.score(articles, rows)["share_marked"]
            print("share error, %s%s%s: pooled %s  per week %s" % (
                name, which, whose, number(share["tvd_pooled"]), number(share["tvd_mean_week"])))


def judged(scorer, gold, found):
    """(article, gold quote, system row, right) of each direct quote whose speaker can be judged."""
    for article in gold:
        rows = found.get(article["id"], [])
        pairs = scorer.match([(q["start"], q["end"]) for q in article["quotes"]],
                             [(r["start"], r["end"]) for r in rows], .8)
        for i, quote in enumerate(article["quotes"]):
            if i in pairs and quote["kind"] == "direct" and scorer.judgeable(quote):
                row = rows[pairs[i]]
                yield article, quote, row, scorer.speaker_right(quote, row["speaker"])


def is_in_label(scorer, quote, speaker):
    """True where the last word of the name found stands in the label: "the head of the study, Ann Lee"."""
    key = scorer.key(speaker)
    label = quote.get("speaker_full") or quote["speaker"]
    return key is not None and key in [scorer.bare(word) for word in scorer.WORD.findall(label)]


def show_described(scorer, name, cases):
    """The scorer's key of a label that describes before it names is the description's last word."""
    held = sum(right or is_in_label(scorer, quote, row["speaker"]) for _, quote, row, right in cases)
    print("\nattribution, %s, where a name that stands anywhere in the label is right: %.3f" % (
        name, held / len(cases)))


def show_coverage(name, cases):
    sure = sorted(((float(row["confidence"]), right) for _, _, row, right in cases
                   if row["confidence"] and row["speaker"]), reverse=True)
    print("\naccuracy against coverage, %s (the surest part of what has a confidence)" % name)
    for tenths in range(1, 11):
        part = sure[:len(sure) * tenths // 10]
        if part:
            print("  %3d %%  from confidence %.2f  right %.3f" % (
                tenths * 10, part[-1][0], sum(right for _, right in part) / len(part)))


def show_errors(cases, most):
    wrong = sorted((c for c in cases if not c[3]),
                   key=lambda c: (c[1]["start"] - c[1]["end"], c[0]["id"], c[1]["start"]))
    print("\nthe %d longest of %d quotations with a wrong speaker or none" % (min(most, len(wrong)), len(wrong)))
    for article, quote, row, _ in wrong[:most]:
        text, start, end = article["text"], quote["start"], quote["end"]
        shown = "%s>>> %s ... %s <<<%s" % (text[max(0, start - 160):start], text[start:start + 60],
                                           text[max(start, end - 40):end], text[end:end + 90])
        print("  %s\n    is: %s (%s, %s)  not: %s\n    %s" % (
            article["id"], row["speaker"] or "(nobody)", row["rule"], row["confidence"] or "-",
            quote.get("speaker_full") or quote["speaker"], " ".join(shown.split())))


def main():
    program, most = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 30
    if not os.path.exists(SHARED + "/tools/score_quotes.py"):
        sys.exit("bench-quotes: ../shared is not here")
    sys.path.insert(0, SHARED + "/tools")
    import score_quotes as scorer
    os.makedirs(OUT, exist_ok=True)
    figures, cases, golds, quoted = {}, {}, {}, {}
    print("%-16s %-5s %9s %11s %10s %9s %9s %10s %8s" % ("set", "form", "direct F1", "attribution",
          "end to end", "marked F1", "marked ee", "TVD pooled", "per week"))
    for name in FILES + ("sample",):
        path = "tests/articles/sample.gold.jsonl" if name == "sample" else "%s/gold/%s.jsonl" % (SHARED, name)
        paths = {"": path, "flat": flattened(path, name)}
        if name in LEARNT:
            found = left_out(program, name, paths)
        else:
            found = {form: quotes(program, path) for form, path in paths.items()}
        for form, path in paths.items():
            gold = scorer.load_gold(path)
            scorer.to_code_points(gold, found[form])
            figures[name, form] = measures(scorer.score(gold, found[form]))
            golds[name, form], quoted[name, form] = gold, found[form]
            cases[name, form] = list(judged(scorer, gold, found[form]))
            print("%-16s %-5s %9s %11s %10s %9s %9s %10s %8s" % ((name, form) + tuple(
                number(figures[name, form][m]) for m in ("direct F1", "attribution", "end to end", "marked F1",
                                                         "marked end to end", "TVD pooled", "TVD per week"))), flush=True)
    print("\nto reach (%s by five-fold cross-validation)" % ", ".join(LEARNT))
    for name, form, measure, sign, bound in TO_REACH:
        value = figures[name, form][measure]
        reached = value is not None and (value >= bound - 1e-9 if sign == ">=" else value <= bound)
        print("  %-16s %-5s %-18s %s  %s %.2f  %s" % (name, form, measure, number(value), sign, bound,
                                                     "yes" if reached else "NO"))
    for name in LEARNT:
        show_shares(scorer, name, golds[name, ""], quoted[name, ""])
    for name in LEARNT + ("dewikinews.dev",):
        show_described(scorer, name, cases[name, ""])
    for name in LEARNT:
        show_coverage(name, cases[name, ""])
    show_errors([case for name in FILES for case in cases[name, ""]], most)


if __name__ == "__main__":
    main()
