"""Puts a measuring script into a copy of weekly.html, runs it in headless Chromium at one width, and
says what is wrong: html_measure.py BROWSER PAGE WIDTH light|dark closed|open"""
import html
import json
import os
import re
import subprocess
import sys
import tempfile

SCRIPT = r"""
const faults = [];
const width = document.documentElement.clientWidth;
const seen = element => element.checkVisibility({checkOpacity: true, checkVisibilityCSS: true});
const within = element => element.closest('.scroll');
const fault = (what, text) => faults.push(what + ': ' + text.trim().slice(0, 60));

if (innerWidth !== WIDTH) fault('the window is not as wide as asked', String(innerWidth));
if (document.documentElement.scrollWidth > width)
  fault('scrolls sideways', document.documentElement.scrollWidth + ' of ' + width);

/* Every visible text with the box that its letters fill. */
const texts = [];
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const node = walker.currentNode, parent = node.parentElement;
  if (!node.data.trim() || !seen(parent) || parent.closest('.skip, script, title, desc')) continue;
  if (parent.closest('.stacks thead') && getComputedStyle(parent.closest('thead')).position === 'absolute')
    continue;
  const picture = parent.closest('svg');
  const range = document.createRange();
  range.selectNodeContents(node);
  const boxes = picture ? [parent.getBoundingClientRect()] : [...range.getClientRects()];
  for (const box of boxes)
    if (box.width > 0.5 && box.height > 0.5)
      texts.push({node, picture, frame: within(parent), text: node.data, left: box.left, right: box.right,
                  top: box.top + 0.22 * box.height, bottom: box.bottom - 0.22 * box.height});
}
for (const table of document.querySelectorAll('section.table > table'))
  if (table.getBoundingClientRect().right > table.parentElement.getBoundingClientRect().right + 0.5)
    fault('wider than its section', table.getAttribute('aria-label') || 'a table');
for (const one of texts)
  if (!one.frame && (one.left < -0.5 || one.right > width + 0.5)) fault('outside the page', one.text);
texts.sort((a, b) => a.top - b.top);
for (let i = 0; i < texts.length; i++)
  for (let k = i + 1; k < texts.length && texts[k].top < texts[i].bottom; k++)
    if (!texts[i].frame && !texts[k].frame && texts[i].left < texts[k].right - 1 &&
        texts[k].left < texts[i].right - 1)
      fault('overlap', texts[i].text.trim().slice(0, 25) + ' | ' + texts[k].text);

/* Letters: as small as 9 px at least, as long as they were set, read against what is behind them. */
const light = channel => channel <= 0.03928 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
const channels = colour => colour.match(/[\d.]+/g).map(Number);
const luminance = colour => {
  const [r, g, b] = channels(colour).map(c => light(c / 255));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const ground = element => {
  for (; element; element = element.parentElement) {
    const colour = channels(getComputedStyle(element).backgroundColor);
    if (colour.length < 4 || colour[3] > 0) return getComputedStyle(element).backgroundColor;
  }
  return 'rgb(255, 255, 255)';
};
let pictured = 0;
for (const one of texts) {
  const element = one.node.parentElement, style = getComputedStyle(element);
  if (one.picture) {
    const scale = one.picture.getScreenCTM().a, set = element.textLength.baseVal.value;
    pictured++;
    if (parseFloat(style.fontSize) * scale < 9)
      fault('small', (parseFloat(style.fontSize) * scale).toFixed(1) + ' px ' + one.text);
    element.removeAttribute('textLength');
    const own = element.getComputedTextLength();
    if (Math.abs(own - set) > 0.03 * set + 0.3)
      fault('other letters than those it was set in', own.toFixed(1) + ' for ' + set + ' ' + one.text);
  } else {
    const pair = [luminance(style.color), luminance(ground(element))].sort((a, b) => b - a);
    const contrast = (pair[0] + 0.05) / (pair[1] + 0.05);
    if (contrast < 4.5) fault('faint', contrast.toFixed(2) + ' ' + one.text);
    if (parseFloat(style.fontSize) < 12) fault('small', style.fontSize + ' ' + one.text);
  }
}

/* Names: pictures, links, tables; and each link's end. */
let shown = 0;
for (const svg of document.querySelectorAll('figure > svg')) {
  const named = id => (document.getElementById(svg.getAttribute(id)) || {textContent: ''}).textContent;
  if (!named('aria-labelledby') || !named('aria-describedby') || svg.getAttribute('role') !== 'img')
    fault('a picture without name or description', svg.outerHTML.slice(0, 80));
  if (seen(svg)) shown++;
}
const figures = document.querySelectorAll('figure').length;
if (shown !== figures) fault('pictures shown for figures', shown + ' for ' + figures);
for (const figure of document.querySelectorAll('figure'))
  if (!figure.querySelector('h2, h3') ||
      (!figure.querySelector('details table') && figure.querySelector('svg.wide :is(path, circle)')))
    fault('a figure without title or table', figure.textContent);
const places = new Set([...document.querySelectorAll('[id]')].map(element => element.id));
if (places.size !== document.querySelectorAll('[id]').length) fault('an id is used twice', '');
for (const link of document.querySelectorAll('a')) {
  const target = link.getAttribute('href') || '';
  if (target[0] === '#' ? !places.has(decodeURIComponent(target.slice(1))) : !/^https?:/.test(target))
    fault('leads nowhere', target);
  if (!(link.getAttribute('aria-label') || link.textContent).trim()) fault('a link without a name', target);
}
let level = 0;
for (const heading of document.querySelectorAll('h1, h2, h3, h4')) {
  const next = Number(heading.tagName[1]);
  if (next > level + 1) fault('a heading skips a level', heading.textContent);
  level = next;
}
if (!document.documentElement.lang) fault('no language', '');
for (const face of document.fonts)
  if (face.status === 'error') fault('a font that can not be read', face.family + ' ' + face.weight);
if (![...document.fonts].some(face => face.status === 'loaded')) fault('no font of its own', '');
parent.postMessage(JSON.stringify({faults, texts: texts.length, pictured, figures}), '*');
"""


# A window can't be as narrow as a phone, a frame can.
FRAME = """<!DOCTYPE html><iframe src="page.html" style="width:%dpx;height:1200px;border:0"></iframe>
<script>addEventListener('message', event => {
  const result = document.createElement('pre');
  result.textContent = event.data;
  document.body.replaceChildren(result);
});</script>"""


def measured(browser, page, width, mode, details):
    """What the script finds, as a dict."""
    text = open(page, encoding="utf-8").read()
    assert "<script" not in text
    text, policies = re.subn(r"<meta http-equiv=[^>]*>", "", text, count=1)
    assert policies == 1, "the page has no policy"
    if mode == "dark":
        assert "screen and (prefers-color-scheme:dark)" in text
        text = text.replace("screen and (prefers-color-scheme:dark)", "screen")
    if details == "open":
        text = text.replace("<details>", "<details open>")
    script = "document.fonts.ready.then(() => {" + SCRIPT.replace("WIDTH", str(width)) + "});"
    text = text.replace("</body>", "<script>" + script + "</script></body>")
    with tempfile.TemporaryDirectory() as folder:
        copy = os.path.join(folder, "page.html")
        with open(copy, "w", encoding="utf-8") as stream:
            stream.write(text)
        frame = os.path.join(folder, "frame.html")
        with open(frame, "w", encoding="utf-8") as stream:
            stream.write(FRAME % width)
        run = subprocess.run(
            [browser, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
             "--disable-dev-shm-usage",
             "--user-data-dir=" + os.path.join(folder, "profile"), "--virtual-time-budget=20000",
             "--window-size=1600,1300", "--dump-dom", "file://" + frame],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=180, check=True)
    found = re.search(r"<pre>(.*)</pre>", run.stdout.decode("utf-8"), re.S)
    assert found, "the script did not come to its end"
    return json.loads(html.unescape(found.group(1)))


def main():
    browser, page, width, mode, details = sys.argv[1:]
    result = measured(browser, page, int(width), mode, details)
    for line in result["faults"][:20]:
        print(line)
    print({name: value for name, value in result.items() if name != "faults"})
    assert result["texts"] > 100 and result["pictured"] > 5 and result["figures"] > 1, result
    sys.exit(1 if result["faults"] else 0)


main()
