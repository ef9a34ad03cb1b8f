#include "reports/export/html.h"

#include "corpus/base/embed.h"
#include "corpus/base/memory.h"
#include "reports/draw/dark.h"
#include "reports/draw/paint_svg.h"
#include "reports/draw/xmltext.h"
#include "reports/export/webpage.h"

#include <harfbuzz/hb-subset.h>
#include <nettle/base64.h>
#include <stdlib.h>

EMBED(html_css, "reports/export/html.css");

/* --- fonts ------------------------------------------------------------------------------- */

/* How each face is called in the style sheet; the files come in the order of the faces. */
static const struct {
    const char *family, *weight;
} faces[FACES] = {[FACE_TEXT] = {"Inter", "400"},
                  [FACE_TEXT_BOLD] = {"Inter", "600"},
                  [FACE_DISPLAY] = {"Inter Display", "600"},
                  [FACE_SERIF] = {"Noto Serif", "700"}};

_Static_assert((int)FACES == (int)FONTS_SET_IN, "a file for each face");

static void add_base64(struct bytes *out, hb_blob_t *blob)
{
    unsigned length;
    const char *data = hb_blob_get_data(blob, &length);
    size_t size = BASE64_ENCODE_RAW_LENGTH((size_t)length);

    base64_encode_raw(bytes_room(out, size), length, (const uint8_t *)data);
    bytes_grown(out, size);
}

/* Keeps `letters` of the font, with the features that the report sets it in. */
static hb_face_t *cut(hb_face_t *face, const hb_set_t *letters)
{
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    hb_face_t *small;

    if (!input)
        memory_exhausted(1, 1);
    hb_set_union(hb_subset_input_unicode_set(input), letters);
    hb_set_add(hb_subset_input_set(input, HB_SUBSET_SETS_LAYOUT_FEATURE_TAG),
               HB_TAG('t', 'n', 'u', 'm'));
    small = hb_subset_or_fail(face, input);
    hb_subset_input_destroy(input);
    return small;
}

static void add_face(struct bytes *out, hb_face_t *small, const char *family, const char *weight)
{
    hb_blob_t *blob = hb_face_reference_blob(small);

    bytes_print(out,
                "@font-face{font-family:\"%s\";font-weight:%s;font-display:block;src:url(data:font/"
                "sfnt;base64,",
                family, weight);
    add_base64(out, blob);
    bytes_add_text(out, ")");
    hb_blob_destroy(blob);
}

static void add_range(struct bytes *out, const hb_set_t *letters)
{
    hb_codepoint_t first = HB_SET_VALUE_INVALID;
    hb_codepoint_t last = HB_SET_VALUE_INVALID;
    bool more = false;

    while (hb_set_next_range(letters, &first, &last)) {
        bytes_print(out, "%sU+%X", more ? "," : ";unicode-range:", first);
        if (last > first)
            bytes_print(out, "-%X", last);
        more = true;
    }
}

static hb_face_t *open_face(const char *path)
{
    hb_blob_t *blob = hb_blob_create_from_file(path);
    hb_face_t *face = hb_face_create(blob, 0);

    hb_blob_destroy(blob);
    return face;
}

/* The letters that `face` needs, as far as its font has them; the others go to `missing`. */
static hb_set_t *letters_of(const struct web *web, enum face face, hb_face_t *font,
                            hb_set_t *missing)
{
    hb_set_t *had = hb_set_create();
    hb_set_t *letters = hb_set_create();

    hb_face_collect_unicodes(font, had);
    for (uint32_t code = 0x20; code <= 0x10FFFF; code++)
        if (webtext_has(web, face, code))
            hb_set_add(hb_set_has(had, code) ? letters : missing, code);
    hb_set_destroy(had);
    return letters;
}

static bool refuse(const struct font_file *file, struct fault *fault)
{
    return fault_set(fault, FAULT_INPUT, "the font '%s' can't be cut down for the HTML",
                     file->path);
}

static bool add_own_face(struct bytes *out, const struct web *web, enum face face,
                         hb_set_t *missing, struct fault *fault)
{
    const struct font_file *file = &typeset_fonts(web->typeset)->files[face];
    hb_face_t *font = open_face(file->path);
    hb_set_t *letters = letters_of(web, face, font, missing);
    hb_face_t *small = cut(font, letters);
    bool done = small || refuse(file, fault);

    if (done) {
        add_face(out, small, faces[face].family, faces[face].weight);
        bytes_add_text(out, "}\n");
    }
    hb_face_destroy(small);
    hb_set_destroy(letters);
    hb_face_destroy(font);
    return done;
}

/* A font of another script, for the letters that are still missing. */
static bool add_further_face(struct bytes *out, const struct font_file *file, hb_set_t *missing,
                             struct fault *fault)
{
    hb_face_t *font = open_face(file->path);
    hb_set_t *letters = hb_set_create();
    hb_face_t *small = NULL;
    bool done = true;

    hb_face_collect_unicodes(font, letters);
    hb_set_intersect(letters, missing);
    if (!hb_set_is_empty(letters)) {
        small = cut(font, letters);
        done = small || refuse(file, fault);
    }
    if (small) {
        add_face(out, small, "Further scripts", "100 900");
        add_range(out, letters);
        bytes_add_text(out, "}\n");
        hb_set_subtract(missing, letters);
        hb_face_destroy(small);
    }
    hb_set_destroy(letters);
    hb_face_destroy(font);
    return done;
}

static bool add_fonts(struct bytes *out, const struct web *web, struct fault *fault)
{
    const struct fonts *fonts = typeset_fonts(web->typeset);
    hb_set_t *missing = hb_set_create();
    bool done = true;

    for (int face = 0; done && face < FACES; face++)
        done = add_own_face(out, web, (enum face)face, missing, fault);
    for (size_t i = FONTS_SET_IN; done && i < fonts->count && !hb_set_is_empty(missing); i++)
        done = add_further_face(out, &fonts->files[i], missing, fault);
    hb_set_destroy(missing);
    return done;
}

/* --- colours ----------------------------------------------------------------------------- */

/* The theme's colours by name, as the style sheet calls them. */
static const struct {
    const char *name;
    uint32_t colour;
    bool text;
} named[] = {
    {"ink", COLOUR_INK, true},           {"secondary", COLOUR_SECONDARY, true},
    {"tertiary", COLOUR_TERTIARY, true}, {"context", COLOUR_CONTEXT, false},
    {"faint", COLOUR_FAINT, false},      {"rule", COLOUR_RULE, false},
    {"grid", COLOUR_GRID, false},        {"panel", COLOUR_PANEL, false},
    {"paper", COLOUR_PAPER, false},      {"more", COLOUR_MORE, true},
    {"less", COLOUR_LESS, true},         {"notice", COLOUR_NOTICE, true},
    {"third", COLOUR_THIRD, true},
};

static void add_names(struct bytes *out, bool dark)
{
    bytes_add_text(out, ":root{");
    for (size_t i = 0; i < sizeof named / sizeof *named; i++) {
        uint32_t colour = named[i].colour;

        if (dark)
            colour = named[i].text ? dark_text(colour) : dark_mark(colour);
        bytes_print(out, "--%s:#%06X;", named[i].name, (unsigned)colour);
    }
    bytes_add_text(out, "}\n");
}

static int compare_colours(const void *left, const void *right)
{
    uint32_t a = *(const uint32_t *)left;
    uint32_t b = *(const uint32_t *)right;

    return (a > b) - (a < b);
}

/* On a dark screen each colour of the pictures gives way to its dark twin. */
static void add_dark(struct bytes *out, struct web *web)
{
    struct palette *palettes[] = {&web->marks, &web->texts};

    bytes_add_text(out, "@media screen and (prefers-color-scheme:dark){\n");
    add_names(out, true);
    for (size_t p = 0; p < 2; p++) {
        struct palette *palette = palettes[p];
        const char *element = p ? "text" : "";

        if (palette->count)
            qsort(palette->colours, palette->count, sizeof *palette->colours, compare_colours);
        for (size_t i = 0; i < palette->count; i++) {
            uint32_t colour = palette->colours[i];
            unsigned dark = p ? dark_text(colour) : dark_mark(colour);

            bytes_print(out, "%s[fill=\"#%06X\"]{fill:#%06X}", element, (unsigned)colour, dark);
            if (!p)
                bytes_print(out, "[stroke=\"#%06X\"]{stroke:#%06X}", (unsigned)colour, dark);
            bytes_add_byte(out, '\n');
        }
    }
    bytes_add_text(out, "}\n");
}

static void add_families(struct bytes *out)
{
    static const struct {
        const char *name;
        enum face face;
    } rows[] = {{"text", FACE_TEXT}, {"display", FACE_DISPLAY}, {"serif", FACE_SERIF}};

    bytes_add_text(out, ":root{color-scheme:light dark;");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        bytes_print(out, "--%s:%s;", rows[i].name, paint_svg_families(rows[i].face));
    bytes_add_text(out, "}\n");
}

/* --- the page ---------------------------------------------------------------------------- */

static void add_meta(struct bytes *out, const char *name, struct span content)
{
    if (!content.length)
        return;
    bytes_print(out, "<meta name=\"%s\"", name);
    xmltext_attribute(out, "content", content);
    bytes_add_text(out, "/>\n");
}

/* The policy lets the page load nothing and run nothing, even if a text slipped through. */
static void add_head(struct bytes *out, const struct web *web)
{
    const struct about *about = &web->document->about;

    bytes_add_text(out, "<!DOCTYPE html>\n<html");
    xmltext_attribute(out, "lang", span_of(about->tongue->tag));
    bytes_add_text(out, ">\n<head>\n<meta charset=\"utf-8\"/>\n"
                        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';"
                        " style-src 'unsafe-inline'; font-src data:\"/>\n");
    add_meta(out, "viewport", span_of("width=device-width, initial-scale=1"));
    add_meta(out, "color-scheme", span_of("light dark"));
    add_meta(out, "author", about->author);
    add_meta(out, "description", about->subject);
    add_meta(out, "keywords", about->keywords);
    add_meta(out, "date", about->created);
    add_meta(out, "generator", span_of("broadsheet " BROADSHEET_VERSION));
    add_meta(out, "referrer", span_of("no-referrer"));
    bytes_add_text(out, "<title>");
    xmltext_add(out, about->title);
    bytes_add_text(out, "</title>\n<style>\n");
}

bool html_write(struct bytes *out, const struct document *document, struct typeset *typeset,
                struct fault *fault)
{
    struct bytes body = BYTES_EMPTY;
    struct bytes page = BYTES_EMPTY;
    struct web web;
    bool done;

    webtext_open(&web, &body, document, typeset);
    done = webpage_body(&web, fault);
    add_head(&page, &web);
    done = done && add_fonts(&page, &web, fault);
    add_families(&page);
    add_names(&page, false);
    bytes_add(&page, embed_span(html_css, html_css_end));
    paint_svg_styles(&page);
    add_dark(&page, &web);
    bytes_add_text(&page, "</style>\n</head>\n");
    if (done) {
        bytes_add(out, bytes_span(&page));
        bytes_add(out, bytes_span(&body));
    }
    webtext_release(&web);
    bytes_release(&page);
    bytes_release(&body);
    return done;
}
