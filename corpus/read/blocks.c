#include "corpus/read/blocks.h"

#include "corpus/base/memory.h"
#include "corpus/read/hints.h"
#include "corpus/text/utf8.h"

#include <stdlib.h>

enum { STYLE_MAX = 1024 }; /* bytes of a style that are looked at */

/* --- characters --------------------------------------------------------------------------- */

/* What pages mean by the codes 0x80 to 0x9F: those of windows-1252, as browsers read them. */
static uint32_t mend(uint32_t code)
{
    static const uint16_t windows[] = {
        0x20AC, 0x20,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
        0x2039, 0x0152, 0x20,   0x017D, 0x20,   0x20,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
        0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x20,   0x017E, 0x0178,
    };

    return code >= 0x80 && code < 0xA0 ? windows[code - 0x80] : code;
}

static bool is_blank(uint32_t code)
{
    if (code < 0x80)
        return code <= 0x20 || code == 0x7F;
    return code == 0xA0 || (code >= 0x2000 && code <= 0x200A) || code == 0x2028 || code == 0x2029 ||
           code == 0x202F || code == 0x205F || code == 0x3000;
}

/* Not seen and no part of a word: soft hyphens, zero-width space, byte order marks, isolates. */
static bool is_nothing(uint32_t code)
{
    return code == 0xAD || code == 0x200B || code == 0x2060 || code == 0xFEFF ||
           (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
}

/* Letters that this one is worth: Han, kana and Hangul say more with each. */
static uint32_t size_of(uint32_t code)
{
    return code >= 0x2E80 && code < 0xE000 ? 3 : 1;
}

/* --- the text of a block ------------------------------------------------------------------ */

/* A block being put together; `blank`: white space came since its last character. */
struct pending {
    struct blocks *blocks;
    struct block block;
    bool blank;
    uint32_t last; /* its last code point */
    uint32_t mark; /* the last that is no closing quote or bracket */
    int breaks;    /* <br> since then */
};

static bool is_closing(uint32_t code)
{
    return code == '"' || code == '\'' || code == ')' || code == ']' || code == 0xBB ||
           code == 0xAB || (code >= 0x2018 && code <= 0x201F) || code == 0x203A || code == 0x300D ||
           code == 0x300F || code == 0xFF09;
}

static bool is_end_mark(uint32_t code)
{
    static const uint32_t marks[] = {'.',    '!',    '?',    ':',    ';',    0x2026, 0x203D,
                                     0x3002, 0xFF01, 0xFF1F, 0xFF0E, 0xFF1A, 0x061F, 0x06D4,
                                     0x0964, 0x0965, 0x037E, 0x1362, 0x0589, 0x104B};

    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (marks[i] == code)
            return true;
    return false;
}

static void end_block(struct pending *pending)
{
    struct blocks *blocks = pending->blocks;
    struct block *block = &pending->block;

    if (block->size) {
        block->length = (uint32_t)blocks->text.count - block->start;
        block->ends = is_end_mark(pending->mark);
        blocks->items =
            memory_grow(blocks->items, &blocks->capacity, blocks->count + 1, sizeof *blocks->items);
        blocks->items[blocks->count++] = *block;
    }
    *block = (struct block){.start = (uint32_t)blocks->text.count};
    pending->blank = false;
    pending->last = pending->mark = 0;
    pending->breaks = 0;
}

struct style {
    bool linked, bold, kept_lines;
};

static void add_point(struct pending *pending, uint32_t code, struct style style)
{
    struct block *block = &pending->block;
    uint32_t size = size_of(code);

    if (pending->breaks == 1 && is_end_mark(pending->mark)) {
        struct block next = {.kind = block->kind, .node = block->node};

        end_block(pending);
        next.start = block->start;
        *block = next;
    }
    if (pending->blank && block->size) {
        bytes_add_byte(&pending->blocks->text, ' ');
        block->size++;
        block->linked += style.linked;
        block->bold += style.bold;
    }
    pending->blank = false;
    pending->breaks = 0;
    if (code < 0x80)
        bytes_add_byte(&pending->blocks->text, (char)code);
    else
        bytes_add_point(&pending->blocks->text, code);
    block->size += size;
    block->linked += style.linked ? size : 0;
    block->bold += style.bold ? size : 0;
    pending->last = code;
    if (!is_closing(code))
        pending->mark = code;
}

static void add_text(struct pending *pending, struct span text, struct style style)
{
    int lines = 0; /* line feeds in a row, in <pre> */

    for (size_t at = 0; at < text.length;) {
        struct utf8_point point = utf8_at(text, at);
        uint32_t code = point.width ? mend(point.code) : 0xFFFD;

        at += point.width ? point.width : 1;
        if (is_nothing(code))
            continue;
        if (is_blank(code)) {
            pending->blank = true;
            lines += code == '\n';
            if (style.kept_lines && lines == 2) {
                struct block next = {.kind = pending->block.kind, .node = pending->block.node};

                end_block(pending);
                next.start = pending->block.start;
                pending->block = next;
            }
            continue;
        }
        lines = 0;
        add_point(pending, code, style);
    }
}

void blocks_fold(struct bytes *out, struct span text)
{
    bool blank = false;
    size_t start = out->count;

    for (size_t at = 0; at < text.length;) {
        struct utf8_point point = utf8_at(text, at);
        uint32_t code = point.width ? mend(point.code) : 0xFFFD;

        at += point.width ? point.width : 1;
        if (is_nothing(code))
            continue;
        if (is_blank(code)) {
            blank = true;
            continue;
        }
        if (blank && out->count > start)
            bytes_add_byte(out, ' ');
        blank = false;
        bytes_add_point(out, code);
    }
}

/* --- the page ----------------------------------------------------------------------------- */

static enum block_kind kind_of(enum markup_tag tag)
{
    if (tag >= TAG_H1 && tag <= TAG_H6)
        return BLOCK_HEADING;
    if (tag == TAG_P || tag == TAG_BLOCKQUOTE || tag == TAG_PRE)
        return BLOCK_PARAGRAPH;
    return tag == TAG_LI ? BLOCK_ITEM : BLOCK_TEXT;
}

/* What holds of a node and all within it. */
struct around {
    uint32_t line; /* the innermost element on lines of its own */
    bool unseen, linked, bold, kept_lines, within_item;
};

static bool has_style(struct span style, const char *name, const char *value)
{
    for (size_t at = 0; at < style.length && at < STYLE_MAX; at++) {
        struct span rest = span_cut(style, at, style.length < STYLE_MAX ? style.length : STYLE_MAX);

        if (!span_starts(rest, name))
            continue;
        rest = span_trim(span_cut(rest, strlen(name), rest.length));
        if (rest.length && rest.bytes[0] == ':' &&
            span_starts(span_trim(span_cut(rest, 1, rest.length)), value))
            return true;
    }
    return false;
}

static bool is_hidden(const struct markup *markup, uint32_t node)
{
    struct span style = markup_value(markup, node, ATTRIBUTE_STYLE);
    struct span class = markup_value(markup, node, ATTRIBUTE_CLASS);

    /* An attribute without a value has an empty one; then its place tells. */
    return markup_value(markup, node, ATTRIBUTE_HIDDEN).bytes ||
           span_is(markup_value(markup, node, ATTRIBUTE_ARIA_HIDDEN), "true") ||
           has_style(style, "display", "none") || has_style(style, "visibility", "hidden") ||
           hints_word(class, "sr") || hints_word(class, "visually");
}

static struct around around(const struct markup *markup, uint32_t node, struct around outer,
                            bool hidden)
{
    const struct markup_node *element = &markup->nodes[node];
    enum markup_tag tag = element->tag;
    struct around inner = outer;

    if (tag == TAG_TEXT)
        return inner;
    inner.unseen |= tag == TAG_UNSEEN || tag == TAG_SCRIPT || tag == TAG_BUTTON ||
                    tag == TAG_HEAD || tag == TAG_TITLE ||
                    (!hidden && tag != TAG_BODY && tag != TAG_HTML && element->length &&
                     is_hidden(markup, node));
    inner.linked |= tag == TAG_A && markup_value(markup, node, ATTRIBUTE_HREF).length;
    inner.bold |= tag == TAG_B;
    inner.kept_lines |= tag == TAG_PRE;
    if (tag > TAG_LINES) {
        inner.line = node;
        inner.within_item = tag == TAG_LI || (outer.within_item && tag != TAG_LIST);
    }
    return inner;
}

/* The kind of a block right within this element. */
static enum block_kind kind_within(enum markup_tag tag, bool item)
{
    enum block_kind kind = kind_of(tag);

    return item && kind != BLOCK_HEADING ? BLOCK_ITEM : kind;
}

/* A node that is seen: a text, or an element that begins. */
static void add_node(struct pending *pending, const struct markup *markup, uint32_t node,
                     struct around here)
{
    enum markup_tag tag = markup->nodes[node].tag;

    if (tag > TAG_LINES) {
        end_block(pending);
    } else if (tag == TAG_OTHER && pending->block.kind == BLOCK_HEADING &&
               markup->nodes[node - 1].parent != markup->nodes[node].parent) {
        pending->blank = true; /* a kicker and a headline, which style parts */
    } else if (tag == TAG_BR) {
        pending->blank = true;
        if (++pending->breaks == 2)
            end_block(pending);
    } else if (tag == TAG_TEXT) {
        if (pending->block.size && pending->block.node != here.line)
            end_block(pending);
        if (pending->block.size == 0) {
            pending->block.node = here.line;
            pending->block.kind = kind_within(markup->nodes[here.line].tag, here.within_item);
        }
        add_text(pending, markup_text(markup, node),
                 (struct style){here.linked, here.bold, here.kept_lines});
    }
}

void blocks_cut(struct blocks *blocks, const struct markup *markup, bool hidden)
{
    struct around *arounds = memory_new(markup->count, sizeof *arounds);
    struct pending pending = {.blocks = blocks};

    blocks->count = 0;
    bytes_clear(&blocks->text);
    for (uint32_t i = 1; i < markup->count; i++) {
        const struct markup_node *node = &markup->nodes[i];

        arounds[i] = around(markup, i, arounds[node->parent], hidden);
        if (arounds[i].unseen)
            i = node->end - 1; /* nothing within is seen */
        else
            add_node(&pending, markup, i, arounds[i]);
    }
    end_block(&pending);
    free(arounds);
}

void blocks_release(struct blocks *blocks)
{
    free(blocks->items);
    bytes_release(&blocks->text);
    *blocks = BLOCKS_EMPTY;
}
