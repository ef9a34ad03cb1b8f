"""The laws of a finished report, for test_pages.sh: page_laws.py FOLDER.

FOLDER holds weekly.pdf and what lies beside it. Each law that is broken is a line, with the page:

  sound       qpdf finds no fault
  fonts       every font is embedded, a subset, and says which letters its glyphs are
  overlap     no two words lie over each other
  margins     no word stands outside the page's margins
  links       every link inside the file leads to a place in it, and a page that is printed exists
  labels      every label of a figure is among the PDF's words
  size        at most 60 KB a page
"""
import html
import re
import subprocess
import sys
import unicodedata

KB_A_PAGE = 60
LEFT, TOP, FOOT = 40, 30, 815
# What is placed by us; pdftotext's boxes are the fonts', which are taller than their letters.
APART_X, APART_Y = 0.6, 0.45


def run(*command):
    return subprocess.run(command, capture_output=True, check=False)


def pages_of(pdf):
    """Each page as (width, height, words); a word is (left, top, right, bottom, text)."""
    boxes = run("pdftotext", "-bbox", pdf, "-").stdout.decode("utf-8", "replace")
    for page in boxes.split("<page ")[1:]:
        width, height = (float(x) for x in re.match(r'width="([\d.]+)" height="([\d.]+)"', page).groups())
        words = [(float(a), float(b), float(c), float(d), html.unescape(text)) for a, b, c, d, text in re.findall(
            r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>', page)]
        yield width, height, words


def page_count(pdf):
    return int((re.search(rb"Pages: +(\d+)", run("pdfinfo", pdf).stdout) or [0, 0])[1])


def overlaps(words):
    for i, a in enumerate(words):
        for b in words[i + 1:]:
            x = min(a[2], b[2]) - max(a[0], b[0])
            y = min(a[3], b[3]) - max(a[1], b[1])
            if x > APART_X and y > APART_Y * min(a[3] - a[1], b[3] - b[1]):
                yield a[4], b[4]


def outside(width, height, words):
    """The margins are those of A4, from the page's own edges."""
    for left, top, right, bottom, text in words:
        if left < LEFT or top < TOP or right > width - LEFT + 0.3 or bottom > height - (841.89 - FOOT):
            yield text


def check_places(pdf):
    for number, (width, height, words) in enumerate(pages_of(pdf), 1):
        for a, b in overlaps(words):
            yield f"page {number}: overlap: {a} | {b}"
        for text in outside(width, height, words):
            yield f"page {number}: outside the margins: {text}"


def check_fonts(pdf):
    for line in run("pdffonts", pdf).stdout.decode().splitlines()[2:]:
        if not re.search(r" yes +yes +yes ", line):
            yield f"a font is not embedded, subset and with its letters: {line}"


def dead(objects, words, last):
    """Of the file's objects as qpdf's --qdf form writes them: links to nowhere; and pages that are not there."""
    names = set(re.findall(r"^ +\(((?:\\.|[^()\\])*)\)\n +\[\n +\d+ 0 R\n +/XYZ$", objects, re.M))
    wanted = set(re.findall(r"/Dest \(((?:\\.|[^()\\])*)\)", objects))
    if not wanted:
        yield "no link leads to a place in the file"
    for name in sorted(wanted - names):
        yield f"a link leads to '{name}', which is nowhere"
    for page in re.findall(r"\bpage (\d+)\b", words):
        if not 1 <= int(page) <= last:
            yield f"page {page} is printed, of {last}"


def check_links(pdf):
    objects = run("qpdf", "--qdf", "--object-streams=disable", pdf, "-").stdout.decode("latin-1")
    words = run("pdftotext", pdf, "-").stdout.decode("utf-8", "replace").replace("\u00a0", " ")
    yield from dead(objects, words, page_count(pdf))


def letters(text):
    """Without blanks, breaks and invisible marks, the compatibility forms folded."""
    text = unicodedata.normalize("NFKC", text)
    return "".join(c for c in text if not c.isspace() and unicodedata.category(c) not in ("Cf", "Cc"))


def spelt(text):
    """The letters of each word in a fixed order: pdftotext turns ligatures of Arabic around."""
    text = "".join(c for c in unicodedata.normalize("NFKC", text) if unicodedata.category(c) != "Cf" or c.isspace())
    return {"".join(sorted(word)) for word in re.findall(r"[^\W\d_]+|\d+", text)}


def check_labels(pdf, folder):
    """The texts of the HTML edition's pictures, but for numbers: an axis has others on another paper."""
    # A label on two lines has another column's words between them, so its beginning is looked for.
    read = [run("pdftotext", mode, pdf, "-").stdout.decode("utf-8", "replace") for mode in ("-layout", "-raw")]
    words = [letters(text) for text in read]
    with open(folder + "/weekly.html", encoding="utf-8") as page:
        pictures = re.findall(r"<svg.*?</svg>", page.read(), re.S)
    labels = {html.unescape(re.sub(r"<[^>]*>", "", label)) for picture in pictures
              for label in re.findall(r"<text[^>]*>(.*?)</text>", picture, re.S)}
    for label in sorted(labels):
        head = letters(label).rstrip("…")[:12]
        right = any(unicodedata.bidirectional(c) in ("R", "AL") for c in head)
        if not any(c.isalpha() for c in head):
            continue
        if not (spelt(label.rstrip("…")) <= spelt(read[0]) if right else any(head in text for text in words)):
            yield f"the label '{label}' is not among the PDF's words"


def check_size(pdf):
    count = page_count(pdf)
    with open(pdf, "rb") as file:
        size = len(file.read()) / 1e3
    if size > KB_A_PAGE * count:
        yield f"{size:.0f} KB for {count} pages"


def check_sound(pdf):
    checked = run("qpdf", "--check", pdf)
    if checked.returncode != 0:
        yield (checked.stdout + checked.stderr).decode("utf-8", "replace")


def main():
    folder = sys.argv[1]
    pdf = folder + "/weekly.pdf"
    broken = [line for law in (check_sound, check_fonts, check_places, check_links, check_size) for line in law(pdf)]
    broken += check_labels(pdf, folder)
    print("\n".join(broken[:40]))
    sys.exit(1 if broken else 0)


if __name__ == "__main__":
    main()
