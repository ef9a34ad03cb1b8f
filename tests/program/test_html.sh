#!/bin/sh
# The HTML edition in headless Chromium: nothing overlaps, nothing scrolls sideways, links resolve,
# pictures have names; on phones, tablets and desks, light and dark, with tables closed and open.
# shellcheck source=tests/program/lib.sh
. tests/program/lib.sh

browser=
for name in chromium chromium-browser google-chrome; do
    [ -n "$browser" ] || browser=$(command -v $name || true)
done

measure() {
    python3 tests/program/html_measure.py "$browser" "$work/report/weekly.html" "$@"
}

# Fourteen weeks of what pages break on: names of a hundred letters, words without end, other
# scripts, markup, an address that is a script.
odd_articles() {
    python3 - <<'PY'
import datetime, json
outlets = ["The Northern Counties Morning Courier and General Advertiser for the Isles, Est. 1788",
           "صحيفة الشمال", "Δελτίο του Βορρά", "הארץ", "Donaudampfschifffahrtselektrizitaetenblatt"]
titles = ["Storm and flood in the north", "العاصفة تضرب الساحل وتترك آلاف المنازل بلا كهرباء",
          "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenhersteller" * 2,
          "<b>bold</b> & \"quoted\" </script>"]
people = ["Jean-Baptiste de la Fontaine-Montmorency von und zu Hohenlohe-Langenburg-Weikersheim",
          "Anna Berg", "Tom Hale"]
words = "flood council election hospital school market police budget energy climate court".split()
for n in range(14 * 18):
    week, k = divmod(n, 18)
    day = datetime.date(2025, 8, 25) + datetime.timedelta(days=7 * week + k % 7)
    text = (f"The {words[n * 7 % 11]} met the {words[n * 5 % 11]}. " * (1 + n % 4) +
            f'"We will not wait for the {words[n % 11]} this year," said {people[n * 3 % 4 % 3]}. '
            "The weather brought a storm. " + "Antidisestablishmentarianism" * (k % 3))
    print(json.dumps({"id": f"x{n}", "date": str(day), "source": outlets[k % 5],
                      "title": titles[n % 4], "text": text,
                      "url": ["https://example.org/?a=1&b='\"<>", "javascript:alert(1)"][n % 2]}))
PY
}

below() {
    [ "$(wc -c <"$1")" -lt "$2" ]
}

# Each word of the PDF is in the page, but for what pages need: cut words, their contents, "continued".
says_what_the_pdf_says() {
    pdftotext "$work/report/weekly.pdf" "$work/pdf.txt" &&
        python3 - "$work/report/weekly.html" "$work/pdf.txt" <<'PY'
import re, sys, xml.etree.ElementTree
def words(text):
    return {word.strip(".,;:()\u2192") for word in re.sub("[-\u2011\u00ad]", "", text).split()}
body = xml.etree.ElementTree.parse(sys.argv[1]).getroot().find("body")
page, pdf = words(" ".join(body.itertext())), words(open(sys.argv[2], encoding="utf-8").read())
missing = {word for word in pdf - page if "\u2026" not in word}
assert len(pdf) > 1000 and missing <= {"Contents", "and", "coverage", "continued"}, missing
PY
}

# What the measuring script would find is put into a page, so that the gate is seen to bite.
finds() {
    cp "$work/report/weekly.html" "$work/whole.html"
    sed "$2" "$work/whole.html" >"$work/report/weekly.html"
    measure 360 light closed >"$work/found"
    status=$?
    cp "$work/whole.html" "$work/report/weekly.html"
    cat "$work/found"
    [ $status -ne 0 ] && grep -q "^$1" "$work/found"
}

"$BROADSHEET" report -q --date 2025-12-01 -o "$work/report" corpus/sample
check the_page_is_smaller_than_a_megabyte_and_a_half below "$work/report/weekly.html" 1500000
check the_page_is_well_formed python3 -c '
import sys, xml.dom.minidom
xml.dom.minidom.parse(sys.argv[1])' "$work/report/weekly.html"
check the_page_says_what_the_pdf_says says_what_the_pdf_says
if [ -z "$browser" ]; then
    echo "skip the_page_is_sound_in_chromium: chromium is not installed"
else
    for width in 360 768 1440; do
        for mode in light dark; do
            check the_page_is_sound_at_${width}_px_${mode} measure $width $mode closed
        done
        check the_page_is_sound_at_${width}_px_with_its_tables_open measure $width light open
    done
    odd_articles >"$work/odd.jsonl"
    mv "$work/report" "$work/sample"
    "$BROADSHEET" report -q --date 2025-12-01 -o "$work/report" "$work/odd.jsonl"
    for width in 360 768 1440; do
        check a_page_of_odd_names_is_sound_at_${width}_px measure $width light open
    done
    printf '{"id":"a","date":"2025-11-26","source":"Coast","title":"One","text":"%s"}\n' \
        'The harbour stood empty all day.' >"$work/one.jsonl"
    "$BROADSHEET" report -q --date 2025-12-01 -o "$work/report" "$work/one.jsonl"
    check a_page_of_one_article_is_sound measure 360 dark open
    rm -r "$work/report"
    mv "$work/sample" "$work/report"
    check a_wide_block_is_found finds 'scrolls sideways' 's/<main /<main style="width:900px" /'
    check overlapping_labels_are_found finds overlap 's/<text x="[0-9.]*" y="[0-9.]*"/<text x="20" y="20"/'
    check a_dead_link_is_found finds 'leads nowhere' 's/id="method"/id="methods"/'
    check a_nameless_picture_is_found finds 'a picture without' 's/<desc id=/<desc class=/'
    check a_broken_font_is_found finds 'a font that' 's/;base64,..../;base64,AAAA/'
    check a_text_set_in_another_size_is_found finds 'other letters' 's/\(\.t-label{font:400 \)7.5px/\19px/'
fi
finish
