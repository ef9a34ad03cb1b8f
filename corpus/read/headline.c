#include "corpus/read/headline.h"

#include "corpus/text/unicode.h"
#include "corpus/text/utf8.h"

enum {
    PLAIN_MIN = 6,      /* bytes of a title without blanks and marks */
    LENGTH_MAX = 400,   /* bytes of a title */
    TITLE_LONG = 20,    /* letters of an <h1> that nothing bears out */
    SUFFIX_WORDS = 5,   /* words of an outlet's name behind a title */
    SAID_MAX = 1000,    /* bytes of a block that may say the title */
    LOOK = 2000,        /* blocks in which a headline is looked for */
    HEADLINES_MAX = 20, /* <h1> that are looked at */
    PARTS_MAX = 8,      /* of a <title> */
    PROSE_LONG = 80,    /* letters of a block of prose */
    PROSE_GAP = 3,      /* blocks as far as the next */
    HEADING_NEAR = 5,   /* blocks as far as the prose */
    TITLE_NEAR = 10,    /* the same of what <title> says */
    HEADING_LEAST = 12, /* letters of a heading that may be the title */
};

void headline_plain(struct bytes *plain, struct span text)
{
    for (size_t at = 0; at < text.length;) {
        struct utf8_point point = utf8_at(text, at);

        at += point.width ? point.width : 1;
        if (point.width && (unicode_is_letter(point.code) || unicode_is_digit(point.code)))
            bytes_add_point(plain, unicode_fold(point.code));
    }
}

static bool holds(const struct bytes *text, const struct bytes *part)
{
    return part->count >= PLAIN_MIN && strstr(bytes_text(text), part->items) != NULL;
}

size_t headline_block(const struct blocks *blocks, struct span title)
{
    struct bytes wanted = BYTES_EMPTY, plain = BYTES_EMPTY;
    size_t found = blocks->count;

    headline_plain(&wanted, title);
    for (size_t i = 0; i < blocks->count && i < LOOK && wanted.count; i++) {
        if (blocks->items[i].length > LENGTH_MAX || blocks->items[i].length < wanted.count)
            continue;
        bytes_clear(&plain);
        headline_plain(&plain, blocks_text(blocks, i));
        if (!strstr(bytes_text(&plain), wanted.items))
            continue;
        /* One that says little else is better than the first that holds it. */
        if (found == blocks->count || plain.count < 2 * wanted.count)
            found = i;
        if (plain.count < 2 * wanted.count)
            break;
    }
    bytes_release(&wanted);
    bytes_release(&plain);
    return found;
}

bool headline_says(const struct blocks *blocks, size_t index, const struct bytes *title)
{
    struct bytes plain = BYTES_EMPTY;
    bool same;

    if (title->count == 0 || blocks->items[index].length > SAID_MAX)
        return false;
    headline_plain(&plain, blocks_text(blocks, index));
    same = span_ends(bytes_span(&plain), bytes_text(title)) ||
           (span_starts(bytes_span(&plain), bytes_text(title)) &&
            plain.count < title->count * 3 / 2) ||
           (plain.count * 2 > title->count && span_ends(bytes_span(title), bytes_text(&plain)) &&
            plain.count > 0);
    bytes_release(&plain);
    return same;
}

/* --- <title> and the outlet's name in it -------------------------------------------------- */

/* A mark between a title and an outlet's name, at `at`: its bytes, with the blanks; 0 for none. */
static size_t separator(struct span text, size_t at)
{
    static const char *const marks[] = {" | ", " - ", " – ", " — ", " :: ", " : ",
                                        " · ", " « ", " » ", " • ", " -- ", " / ",
                                        " ‹ ", " › ", " ~ ", "｜",  "_",    "|"};

    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (span_starts(span_cut(text, at, text.length), marks[i]))
            return strlen(marks[i]);
    /* Without blanks a hyphen parts words, but not after a script that has none. */
    if (text.bytes[at] == '-' && at >= 3 && (unsigned char)text.bytes[at - 1] >= 0x80 &&
        at + 1 < text.length && (unsigned char)text.bytes[at + 1] >= 0xE3)
        return 1;
    return 0;
}

static size_t word_count(struct span text)
{
    size_t words = text.length > 0;

    for (size_t i = 0; i < text.length; i++)
        words += text.bytes[i] == ' ';
    return words;
}

static bool is_same(struct span left, struct span right)
{
    struct bytes a = BYTES_EMPTY, b = BYTES_EMPTY;
    bool same;

    headline_plain(&a, left);
    headline_plain(&b, right);
    same = a.count > 0 && span_equal(bytes_span(&a), bytes_span(&b));
    bytes_release(&a);
    bytes_release(&b);
    return same;
}

/* The same of what parts a title, with the colon between an outlet, a section and a title. */
static size_t part_separator(struct span text, size_t at)
{
    return span_starts(span_cut(text, at, text.length), ": ") ? strlen(": ") : separator(text, at);
}

/* The longest part of `title` between separators that stands on the page as a block. */
static struct span part_on_page(const struct blocks *blocks, struct span title)
{
    struct span best = SPAN_EMPTY;
    size_t start = 0, parts = 0;

    for (size_t at = 0; at <= title.length && parts < PARTS_MAX; at++) {
        size_t width = at < title.length ? part_separator(title, at) : 1;
        struct span part;

        if (!width)
            continue;
        parts++;
        part = span_trim(span_cut(title, start, at));
        if (part.length > best.length && headline_block(blocks, part) < blocks->count)
            best = part;
        part = span_trim(span_cut(title, 0, at));
        if (part.length > best.length && headline_block(blocks, part) < blocks->count)
            best = part;
        start = at + width;
        at = start > at ? start - 1 : at;
    }
    return best;
}

/* `title` without the outlet's name at either end. */
static struct span strip(const struct blocks *blocks, struct span title, struct span source)
{
    struct span part = title.length <= LENGTH_MAX ? part_on_page(blocks, title) : SPAN_EMPTY;

    /* The part must be a title: the outlet's name stands on the page too. */
    if ((word_count(part) > 2 || part.length * 2 > title.length) && !is_same(part, source))
        return part;
    for (size_t at = title.length; at-- > 0;) {
        size_t width = separator(title, at);
        struct span left, right;

        if (!width)
            continue;
        left = span_trim(span_cut(title, 0, at));
        right = span_trim(span_cut(title, at + width, title.length));
        if (is_same(left, source))
            return right;
        if (!is_same(right, source) &&
            (word_count(right) > SUFFIX_WORDS || left.length <= 2 * right.length))
            break;
        title = left;
    }
    return title;
}

/* --- <h1> --------------------------------------------------------------------------------- */

/* How many of the words of `left` stand in `right` too, in per cent. */
static size_t shared_words(struct span left, struct span right)
{
    struct bytes all = BYTES_EMPTY, word = BYTES_EMPTY;
    size_t words = 0, shared = 0, start = 0;

    headline_plain(&all, right);
    for (size_t at = 0; at <= left.length; at++) {
        if (at < left.length && left.bytes[at] != ' ')
            continue;
        bytes_clear(&word);
        headline_plain(&word, span_cut(left, start, at));
        start = at + 1;
        if (word.count < 3)
            continue;
        words++;
        shared += strstr(bytes_text(&all), word.items) != NULL;
    }
    bytes_release(&all);
    bytes_release(&word);
    return words ? shared * 100 / words : 0;
}

/* The part of the headline that `name` bears out; empty for none. */
static struct span borne_out(struct span headline, struct span name)
{
    struct bytes a = BYTES_EMPTY, b = BYTES_EMPTY;
    struct span part = SPAN_EMPTY;

    headline_plain(&a, headline);
    headline_plain(&b, name);
    if (a.count == b.count && holds(&a, &b))
        part = name.length > headline.length ? name : headline; /* the one with its blanks */
    else if (holds(&b, &a))
        part = headline;
    else if (holds(&a, &b))
        /* A kicker stands before; what the name lacks behind was cut off. */
        part = span_ends(bytes_span(&a), bytes_text(&b)) ? name : headline;
    bytes_release(&a);
    bytes_release(&b);
    return part;
}

static bool is_headline(const struct blocks *blocks, const struct markup *markup, size_t index)
{
    const struct block *block = &blocks->items[index];

    return markup->nodes[block->node].tag == TAG_H1 && block->length <= LENGTH_MAX;
}

/* The first <h1> that a name bears out, by its letters or else by its words. */
static struct span confirmed(const struct blocks *blocks, const struct markup *markup,
                             const struct span names[HEADLINES], struct span source)
{
    struct span best = SPAN_EMPTY;
    size_t most = 49, headlines = 0;

    for (size_t i = 0; i < blocks->count && headlines < HEADLINES_MAX; i++) {
        struct span text = blocks_text(blocks, i);

        if (!is_headline(blocks, markup, i))
            continue;
        headlines++;
        if (is_same(text, source))
            continue;
        for (size_t n = 0; n < HEADLINES; n++) {
            struct span part = n == HEADLINE_TITLE && word_count(text) < 3 && names[0].length
                                   ? SPAN_EMPTY
                                   : borne_out(text, names[n]);
            size_t shared = shared_words(text, names[n]);

            if (part.length)
                return part;
            if (shared > most) {
                most = shared;
                best = text;
            }
        }
    }
    return best;
}

/* The first long <h1> that is no link and not the outlet's name. */
static struct span unconfirmed(const struct blocks *blocks, const struct markup *markup,
                               struct span source)
{
    for (size_t i = 0; i < blocks->count; i++)
        if (is_headline(blocks, markup, i) && blocks->items[i].size >= TITLE_LONG &&
            blocks->items[i].linked * 2 < blocks->items[i].size &&
            !is_same(blocks_text(blocks, i), source))
            return blocks_text(blocks, i);
    return SPAN_EMPTY;
}

/* --- where prose begins --------------------------------------------------------------------- */

static bool is_long(const struct block *block)
{
    return block->kind != BLOCK_HEADING && block->size >= PROSE_LONG && !blocks_is_linked(block);
}

size_t headline_first_prose(const struct blocks *blocks)
{
    for (size_t i = 0; i < blocks->count; i++)
        for (size_t next = i + 1; is_long(&blocks->items[i]) && next < blocks->count; next++) {
            if (next - i > PROSE_GAP)
                break;
            if (is_long(&blocks->items[next]))
                return i;
        }
    return 0;
}

/* The last heading before the prose, where it is long enough for a title; count for none. */
static size_t last_heading(const struct blocks *blocks, size_t prose)
{
    for (size_t i = prose; i-- > 0 && prose - i <= HEADING_NEAR;) {
        const struct block *block = &blocks->items[i];

        if (block->kind == BLOCK_HEADING && block->size >= HEADING_LEAST &&
            block->linked * 2 < block->size && block->length <= LENGTH_MAX)
            return i;
    }
    return blocks->count;
}

/*
 * `title` is what <title> says, and may be the outlet's name or a section's: the last heading
 * before the prose, unless the title itself stands near.
 */
static struct span borne_out_near(const struct blocks *blocks, struct span title)
{
    size_t prose = headline_first_prose(blocks), heading = last_heading(blocks, prose);
    size_t said = title.length ? headline_block(blocks, title) : blocks->count;

    if (heading == blocks->count || (said <= prose && prose - said <= TITLE_NEAR))
        return title;
    return blocks_text(blocks, heading);
}

/*
 * Blogs have their own name as <h1>, a link to their first page, and <title> is that and the
 * entry's: "Slow Lines: The mill". The entry's heading where it stands behind; else `headline`.
 */
static struct span entry_behind(const struct blocks *blocks, struct span headline,
                                struct span title)
{
    size_t name = headline.length ? headline_block(blocks, headline) : blocks->count;
    struct span rest;
    size_t width, at;

    if (name == blocks->count || !blocks_is_linked(&blocks->items[name]) ||
        title.length <= headline.length ||
        !span_equal(span_cut(title, 0, headline.length), headline))
        return headline;
    rest = span_cut(title, headline.length, title.length);
    width = part_separator(rest, 0);
    rest = span_trim(span_cut(rest, width, rest.length));
    at = width ? headline_block(blocks, rest) : blocks->count;
    return at > name && at < blocks->count && blocks->items[at].kind == BLOCK_HEADING &&
                   is_same(blocks_text(blocks, at), rest)
               ? blocks_text(blocks, at)
               : headline;
}

struct span headline_choose(const struct blocks *blocks, const struct markup *markup,
                            const struct span names[HEADLINES], struct span source)
{
    struct span title = confirmed(blocks, markup, names, source);

    title = entry_behind(blocks, title, names[HEADLINE_TITLE]);
    if (title.length == 0 && !names[HEADLINE_JSON].length && !names[HEADLINE_OPEN_GRAPH].length)
        title = unconfirmed(blocks, markup, source);
    for (size_t n = 0; n < HEADLINES && title.length == 0; n++) {
        title = strip(blocks, names[n], source);
        if (n == HEADLINE_TITLE)
            title = borne_out_near(blocks, title);
    }
    return title;
}
