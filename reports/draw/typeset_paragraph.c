#include "reports/draw/typeset_inside.h"

#include "corpus/base/bytes.h"
#include "corpus/base/memory.h"

#include <math.h>
#include <pango/pango.h>
#include <stdlib.h>

#define EN_DASH "\u2013"

/* A paragraph being cut into lines. */
struct setting {
    struct typeset *typeset;
    struct arena *arena;
    const struct prose *prose;
    enum style style;
    double width;
    size_t limit;
    struct bytes text; /* of all runs */
    size_t *ends;      /* of each run, in bytes of `text` */
    struct lines *lines;
    size_t piece_capacity;
    bool rtl;
};

static enum style run_style(const struct setting *setting, size_t run)
{
    return setting->prose->runs[run].bold ? theme.styles[setting->style].bold : setting->style;
}

static void join_runs(struct setting *setting)
{
    const struct prose *prose = setting->prose;

    setting->ends = memory_new(prose->count, sizeof *setting->ends);
    for (size_t r = 0; r < prose->count; r++) {
        const struct run *run = &prose->runs[r];

        bytes_add(&setting->text, typeset_clean(setting->arena, run->lead));
        bytes_add(&setting->text,
                  run->page ? span_of(EN_DASH) : typeset_clean(setting->arena, run->text));
        setting->ends[r] = setting->text.count;
    }
}

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

/* "1.6\u201321.1%" is one number: no line ends behind the dash between two digits. */
static void keep_ranges(PangoAttrList *list, struct span text)
{
    const size_t dash = sizeof EN_DASH - 1;

    for (size_t at = 1; at + dash < text.length; at++) {
        PangoAttribute *attribute;

        if (memcmp(text.bytes + at, EN_DASH, dash) != 0 || !is_digit(text.bytes[at - 1]) ||
            !is_digit(text.bytes[at + dash]))
            continue;
        attribute = pango_attr_allow_breaks_new(FALSE);
        attribute->start_index = (guint)at;
        attribute->end_index = (guint)(at + dash + 1);
        pango_attr_list_insert(list, attribute);
    }
}

static PangoLayout *paragraph(struct setting *setting)
{
    PangoLayout *layout = typeset_new_layout(setting->typeset, setting->style);
    PangoAttrList *list = typeset_attributes(setting->style);
    size_t start = 0;

    for (size_t r = 0; r < setting->prose->count; start = setting->ends[r++]) {
        enum style style = run_style(setting, r);
        PangoFontDescription *font;
        PangoAttribute *attribute;

        if (style == setting->style)
            continue;
        font = typeset_description(style);
        attribute = pango_attr_font_desc_new(font);
        attribute->start_index = (guint)start;
        attribute->end_index = (guint)setting->ends[r];
        pango_attr_list_insert(list, attribute);
        pango_font_description_free(font);
    }
    keep_ranges(list, bytes_span(&setting->text));
    pango_layout_set_attributes(layout, list);
    pango_attr_list_unref(list);
    pango_layout_set_width(layout, (int)(setting->width * PANGO_SCALE));
    pango_layout_set_text(layout, bytes_text(&setting->text), (int)setting->text.count);
    typeset_note_unknown(setting->typeset, layout, bytes_span(&setting->text));
    return layout;
}

static struct piece *add_piece(struct setting *setting, size_t run, struct span text)
{
    struct lines *lines = setting->lines;
    struct piece *piece;

    if (lines->piece_count == setting->piece_capacity) {
        size_t capacity = setting->piece_capacity ? 2 * setting->piece_capacity : 8;
        struct piece *moved = arena_new(setting->arena, capacity, sizeof *moved);

        if (lines->piece_count)
            memcpy(moved, lines->pieces, lines->piece_count * sizeof *moved);
        lines->pieces = moved;
        setting->piece_capacity = capacity;
    }
    piece = &lines->pieces[lines->piece_count++];
    *piece =
        (struct piece){.text = text,
                       .target = setting->prose->runs[run].target,
                       .colour = setting->prose->runs[run].colour,
                       .style = run_style(setting, run),
                       .line = lines->count,
                       .width = typeset_width(setting->typeset, text, run_style(setting, run))};
    return piece;
}

/* On the last line allowed, cuts the piece that does not fit; true where it did. */
static bool cut_piece(struct setting *setting, struct piece *piece)
{
    if (!setting->limit || setting->lines->count + 1 < setting->limit ||
        piece->x + piece->width <= setting->width + 0.01)
        return false;
    piece->text = typeset_fit(setting->typeset, setting->arena, piece->text, piece->style,
                              setting->width - piece->x);
    piece->width = typeset_width(setting->typeset, piece->text, piece->style);
    setting->lines->cut = true;
    return true;
}

/* In a paragraph that runs from right to left the first piece stands at the right. */
static void turn_around(struct lines *lines, size_t first, double width)
{
    for (size_t p = first; p < lines->piece_count; p++)
        lines->pieces[p].x = width - lines->pieces[p].x - lines->pieces[p].width;
}

/* Adds the hyphen of a broken word to the line's last piece, where it finds room. */
static void add_hyphen(struct setting *setting, struct piece *piece)
{
    struct bytes broken = BYTES_EMPTY;
    double width;

    bytes_add(&broken, piece->text);
    bytes_add_byte(&broken, '-');
    width = typeset_width(setting->typeset, bytes_span(&broken), piece->style);
    if (piece->x + width <= setting->width) {
        piece->text = arena_copy(setting->arena, bytes_span(&broken));
        piece->width = width;
    }
    bytes_release(&broken);
}

/* The bytes from `start` to `end` as one line, a piece for each run they touch. */
static void add_line(struct setting *setting, size_t start, size_t end, bool hyphen)
{
    struct lines *lines = setting->lines;
    size_t first = lines->piece_count;
    double x = 0;
    bool cut = false;

    while (end > start && bytes_text(&setting->text)[end - 1] == ' ')
        end--;
    for (size_t run = 0; start < end && !cut; run++) {
        size_t stop = setting->ends[run] < end ? setting->ends[run] : end;
        struct piece *piece;

        if (stop <= start)
            continue;
        piece = add_piece(
            setting, run,
            arena_copy(setting->arena, span_cut(bytes_span(&setting->text), start, stop)));
        piece->x = x;
        cut = cut_piece(setting, piece);
        if (hyphen && stop == end)
            add_hyphen(setting, piece);
        x += piece->width;
        start = stop;
    }
    if (setting->rtl)
        turn_around(lines, first, x);
    lines->width = fmax(lines->width, x);
    lines->count++;
}

/* Whether Pango broke inside a word, where the reader is owed a hyphen. */
static bool breaks_word(PangoLayout *layout, size_t at)
{
    const char *text = pango_layout_get_text(layout);
    const PangoLogAttr *attrs;
    int count;
    long i = g_utf8_pointer_to_offset(text, text + at);

    attrs = pango_layout_get_log_attrs_readonly(layout, &count);
    return i > 0 && i < count &&
           (attrs[i].break_inserts_hyphen ||
            (!attrs[i].is_line_break && !attrs[i].is_word_boundary &&
             g_unichar_isalpha(g_utf8_get_char(text + at))));
}

static void cut_lines(struct setting *setting, PangoLayout *layout)
{
    size_t all = (size_t)pango_layout_get_line_count(layout);

    for (size_t i = 0; i < all; i++) {
        PangoLayoutLine *line = pango_layout_get_line_readonly(layout, (int)i);
        size_t start = (size_t)pango_layout_line_get_start_index(line);
        size_t end = start + (size_t)pango_layout_line_get_length(line);

        if (setting->limit && i + 1 == setting->limit) {
            add_line(setting, start, setting->text.count, false);
            return;
        }
        add_line(setting, start, end, i + 1 < all && breaks_word(layout, end));
    }
}

/* How far letters of other fonts, as Arabic ones, reach below where the last line ends. */
static double reach(const struct setting *setting, PangoLayout *layout)
{
    const double own = 0.08; /* of the size: what the style's own letters may */
    const struct lines *lines = setting->lines;
    PangoLayoutLine *last = pango_layout_get_line_readonly(layout, (int)lines->count - 1);
    PangoRectangle logical;
    double below;

    pango_layout_line_get_extents(last, NULL, &logical);
    below = (double)(logical.y + logical.height) / PANGO_SCALE - (lines->leading - lines->ascent);
    return below > own * theme.styles[setting->style].size ? below : 0;
}

struct lines typeset_lines(struct typeset *typeset, const struct prose *prose, enum style style,
                           double width, size_t limit)
{
    struct lines lines = {.ascent = typeset_ascent(style), .leading = theme.styles[style].leading};
    struct setting setting = {.typeset = typeset,
                              .arena = prose->arena,
                              .prose = prose,
                              .style = style,
                              .width = width,
                              .limit = limit,
                              .lines = &lines};
    PangoLayout *layout;

    if (!prose->count)
        return lines;
    join_runs(&setting);
    if (setting.text.count) {
        layout = paragraph(&setting);
        setting.rtl = pango_layout_get_direction(layout, 0) == PANGO_DIRECTION_RTL;
        cut_lines(&setting, layout);
        lines.height = typeset_height(style, lines.count) + reach(&setting, layout);
        g_object_unref(layout);
    }
    free(setting.ends);
    bytes_release(&setting.text);
    return lines;
}
