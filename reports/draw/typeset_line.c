#include "reports/draw/typeset_inside.h"

#include "corpus/base/bytes.h"
#include "corpus/base/memory.h"
#include "corpus/base/table.h"

#include <math.h>
#include <pango/pangocairo.h>
#include <stdlib.h>

#define ELLIPSIS "\u2026"

/* Past this many measured texts the memory of widths starts anew. */
enum { WIDTHS_MAX = 1 << 15 };

struct typeset {
    struct fonts fonts;
    PangoContext *context;
    PangoLayout *layouts[STYLES];
    struct table measured; /* style and text */
    double *widths;        /* by id of `measured` */
    size_t width_capacity;
    struct bytes key;     /* scratch */
    struct arena scratch; /* of cleaned texts */
    size_t unknown;
    char *unknown_text; /* owned; NULL while every glyph was found */
};

/* --- the fonts' side ---------------------------------------------------------------- */

void *typeset_description(enum style style)
{
    static const struct {
        const char *family;
        PangoWeight weight;
    } faces[FACES] = {[FACE_TEXT] = {"Inter", PANGO_WEIGHT_NORMAL},
                      [FACE_TEXT_BOLD] = {"Inter", PANGO_WEIGHT_SEMIBOLD},
                      [FACE_DISPLAY] = {"Inter Display", PANGO_WEIGHT_SEMIBOLD},
                      [FACE_SERIF] = {"Noto Serif", PANGO_WEIGHT_BOLD}};
    const struct theme_style *look = &theme.styles[style];
    PangoFontDescription *font = pango_font_description_new();

    pango_font_description_set_family_static(font, faces[look->face].family);
    pango_font_description_set_weight(font, faces[look->face].weight);
    pango_font_description_set_absolute_size(font, look->size * PANGO_SCALE);
    return font;
}

void *typeset_attributes(enum style style)
{
    const struct theme_style *look = &theme.styles[style];
    PangoAttrList *list = pango_attr_list_new();

    pango_attr_list_insert(
        list, pango_attr_font_features_new(look->tabular ? "kern=1, tnum=1" : "kern=1, liga=1"));
    if (look->tracking != 0)
        pango_attr_list_insert(
            list, pango_attr_letter_spacing_new((int)lround(look->tracking * PANGO_SCALE)));
    return list;
}

/* A label in Arabic keeps its own direction but stands at the left like its neighbours. */
void *typeset_new_layout(struct typeset *typeset, enum style style)
{
    PangoLayout *layout = pango_layout_new(typeset->context);
    PangoFontDescription *font = typeset_description(style);
    PangoAttrList *list = typeset_attributes(style);

    pango_layout_set_font_description(layout, font);
    pango_layout_set_attributes(layout, list);
    pango_layout_set_alignment(layout, PANGO_ALIGN_LEFT);
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    pango_attr_list_unref(list);
    pango_font_description_free(font);
    return layout;
}

/* Without these four settings Pango rounds each advance to whole units: +4.5 % at 7.5 pt. */
static PangoContext *new_context(PangoFontMap *map)
{
    PangoContext *context = pango_font_map_create_context(map);
    cairo_font_options_t *options = cairo_font_options_create();

    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(context, options);
    pango_cairo_context_set_resolution(context, 72);
    pango_context_set_round_glyph_positions(context, FALSE);
    /* The environment's language would choose among the fallback fonts. */
    pango_context_set_language(context, pango_language_from_string("en"));
    cairo_font_options_destroy(options);
    return context;
}

bool typeset_open(struct typeset **typeset, struct fault *fault)
{
    struct typeset *new = memory_new(1, sizeof *new);

    if (!fonts_open(&new->fonts, fault)) {
        free(new);
        return false;
    }
    new->context = new_context(new->fonts.map);
    for (int s = 0; s < STYLES; s++)
        new->layouts[s] = typeset_new_layout(new, (enum style)s);
    *typeset = new;
    return true;
}

void typeset_release(struct typeset *typeset)
{
    if (!typeset)
        return;
    for (int s = 0; s < STYLES; s++)
        g_object_unref(typeset->layouts[s]);
    g_object_unref(typeset->context);
    fonts_release(&typeset->fonts);
    table_release(&typeset->measured);
    free(typeset->widths);
    bytes_release(&typeset->key);
    arena_release(&typeset->scratch);
    free(typeset->unknown_text);
    free(typeset);
}

struct fonts *typeset_fonts(struct typeset *typeset)
{
    return &typeset->fonts;
}

size_t typeset_unknown(const struct typeset *typeset)
{
    return typeset->unknown;
}

struct span typeset_unknown_text(const struct typeset *typeset)
{
    return typeset->unknown_text ? span_of(typeset->unknown_text) : SPAN_EMPTY;
}

/* --- one line ------------------------------------------------------------------------ */

static bool breaks_line(gunichar code)
{
    return code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0x2028 || code == 0x2029;
}

static bool is_clean(struct span text)
{
    const char *end = text.bytes + text.length;

    if (!g_utf8_validate(text.bytes, (gssize)text.length, NULL))
        return false;
    for (const char *at = text.bytes; at < end; at = g_utf8_next_char(at))
        if (breaks_line(g_utf8_get_char(at)))
            return false;
    return true;
}

struct span typeset_clean(struct arena *arena, struct span text)
{
    struct bytes clean = BYTES_EMPTY;
    struct span copy;
    size_t at = 0;

    if (!text.length || is_clean(text))
        return arena_copy(arena, text);
    while (at < text.length) {
        gunichar code = g_utf8_get_char_validated(text.bytes + at, (gssize)(text.length - at));
        bool valid = code < 0x110000 && text.bytes[at] != '\0';

        bytes_add_point(&clean, !valid ? 0xFFFD : breaks_line(code) ? ' ' : code);
        at += valid ? (size_t)g_utf8_skip[(unsigned char)text.bytes[at]] : 1;
    }
    copy = arena_copy(arena, bytes_span(&clean));
    bytes_release(&clean);
    return copy;
}

void typeset_note_unknown(struct typeset *typeset, void *layout, struct span text)
{
    int unknown = pango_layout_get_unknown_glyphs_count(layout);

    if (unknown <= 0)
        return;
    typeset->unknown += (size_t)unknown;
    if (!typeset->unknown_text)
        typeset->unknown_text = memory_text(text);
}

void *typeset_layout(struct typeset *typeset, struct span text, enum style style)
{
    PangoLayout *layout = typeset->layouts[style];

    if (text.length && !is_clean(text)) {
        arena_clear(&typeset->scratch);
        text = typeset_clean(&typeset->scratch, text);
    }
    pango_layout_set_text(layout, text.bytes ? text.bytes : "", (int)text.length);
    return layout;
}

bool typeset_from_right(struct typeset *typeset, struct span text)
{
    PangoLayout *layout = typeset_layout(typeset, text, STYLE_LABEL);
    PangoLayoutLine *line = pango_layout_get_line_readonly(layout, 0);

    return line && pango_layout_line_get_resolved_direction(line) == PANGO_DIRECTION_RTL;
}

double typeset_width(struct typeset *typeset, struct span text, enum style style)
{
    PangoLayout *layout;
    uint32_t id;
    int width;

    if (!text.length)
        return 0;
    bytes_clear(&typeset->key);
    bytes_add_byte(&typeset->key, (char)(style + 1));
    bytes_add(&typeset->key, text);
    id = table_find(&typeset->measured, bytes_span(&typeset->key));
    if (id != TABLE_NONE)
        return typeset->widths[id];
    layout = typeset_layout(typeset, text, style);
    pango_layout_get_size(layout, &width, NULL);
    typeset_note_unknown(typeset, layout, text);
    if (typeset->measured.count >= WIDTHS_MAX)
        table_release(&typeset->measured);
    id = table_add(&typeset->measured, bytes_span(&typeset->key));
    typeset->widths = memory_grow(typeset->widths, &typeset->width_capacity, id + (size_t)1,
                                  sizeof *typeset->widths);
    typeset->widths[id] = width / (double)PANGO_SCALE;
    return typeset->widths[id];
}

/* The first `length` bytes of `text`, without blanks at the end, and an ellipsis. */
static struct span shortened(struct arena *arena, struct span text, size_t length)
{
    struct bytes copy = BYTES_EMPTY;
    struct span result;

    while (length && text.bytes[length - 1] == ' ')
        length--;
    bytes_add(&copy, span_cut(text, 0, length));
    bytes_add_text(&copy, ELLIPSIS);
    result = arena_copy(arena, bytes_span(&copy));
    bytes_release(&copy);
    return result;
}

/* Where a text may be cut: byte offsets between characters as readers see them. */
static size_t *cut_places(struct typeset *typeset, struct span text, enum style style,
                          size_t *count)
{
    PangoLayout *layout = typeset_layout(typeset, text, style);
    size_t *places = memory_new(text.length + 1, sizeof *places);
    const PangoLogAttr *attrs;
    const char *at = text.bytes;
    int attr_count;

    attrs = pango_layout_get_log_attrs_readonly(layout, &attr_count);
    *count = 0;
    for (int i = 0; i < attr_count && at <= text.bytes + text.length; i++) {
        if (attrs[i].is_cursor_position)
            places[(*count)++] = (size_t)(at - text.bytes);
        at = g_utf8_next_char(at);
    }
    return places;
}

struct span typeset_fit(struct typeset *typeset, struct arena *arena, struct span text,
                        enum style style, double width)
{
    struct span clean = typeset_clean(arena, text);
    struct span best = span_of(ELLIPSIS);
    size_t low = 0;
    size_t high;
    size_t *places;

    if (typeset_width(typeset, clean, style) <= width + 0.01)
        return clean;
    places = cut_places(typeset, clean, style, &high);
    while (low + 1 < high) {
        size_t middle = (low + high) / 2;

        if (typeset_width(typeset, shortened(arena, clean, places[middle]), style) <= width)
            low = middle;
        else
            high = middle;
    }
    if (low)
        best = shortened(arena, clean, places[low]);
    free(places);
    return best;
}

double typeset_ascent(enum style style)
{
    /* Half the leading, and Inter's ascent less half of ascent and descent. */
    return theme.styles[style].leading / 2 + 0.364 * theme.styles[style].size;
}

double typeset_height(enum style style, size_t count)
{
    return theme.styles[style].leading * (double)count;
}
