#include "reports/draw/paint_cairo.h"

#include "corpus/base/memory.h"
#include "reports/draw/pdf_finish.h"

#include <cairo-pdf.h>
#include <cairo.h>
#include <math.h>
#include <pango/pangocairo.h>
#include <stdio.h>
#include <stdlib.h>

static const double full_circle = 6.283185307179586;

/* Who paints: structure and links go into a PDF only. */
struct painter {
    cairo_t *cairo;
    struct typeset *typeset;
    bool tags;
};

static void set_colour(cairo_t *cairo, uint32_t colour, double opacity)
{
    cairo_set_source_rgba(cairo, ((colour >> 16) & 255) / 255.0, ((colour >> 8) & 255) / 255.0,
                          (colour & 255) / 255.0, opacity);
}

/* --- tags ----------------------------------------------------------------------------- */

/*
 * A value within the quotes of a tag's attribute. An unescaped quote would
 * end Cairo's context; anything that is not ASCII is percent-encoded.
 */
static void add_attribute(struct bytes *out, const char *name, struct span value)
{
    bytes_print(out, "%s='", name);
    for (size_t i = 0; i < value.length; i++) {
        unsigned char byte = (unsigned char)value.bytes[i];

        if (byte <= ' ' || byte >= 0x7F || byte == '\'' || byte == '\\')
            bytes_print(out, "%%%02X", byte);
        else
            bytes_add_byte(out, (char)byte);
    }
    bytes_add_byte(out, '\'');
}

static void begin_link(struct painter *painter, const struct mark *mark)
{
    struct bytes attributes = BYTES_EMPTY;
    struct span target = mark->target;

    if (mark->kind == MARK_LINK)
        bytes_print(&attributes, "rect=[%.2f %.2f %.2f %.2f] ", mark->box.x, mark->box.y,
                    mark->box.width, mark->box.height);
    if (span_starts(target, "#"))
        add_attribute(&attributes, "dest", span_cut(target, 1, target.length));
    else
        add_attribute(&attributes, "uri", target);
    cairo_tag_begin(painter->cairo, CAIRO_TAG_LINK, bytes_text(&attributes));
    bytes_release(&attributes);
}

static void paint_link(struct painter *painter, const struct mark *mark)
{
    begin_link(painter, mark);
    cairo_tag_end(painter->cairo, CAIRO_TAG_LINK);
}

static void paint_dest(struct painter *painter, const struct mark *mark)
{
    struct bytes attributes = BYTES_EMPTY;

    add_attribute(&attributes, "name", mark->key);
    bytes_print(&attributes, " x=%.2f y=%.2f", mark->box.x, mark->box.y);
    cairo_tag_begin(painter->cairo, CAIRO_TAG_DEST, bytes_text(&attributes));
    cairo_tag_end(painter->cairo, CAIRO_TAG_DEST);
    bytes_release(&attributes);
}

static void paint_open(struct painter *painter, const struct mark *mark)
{
    cairo_tag_begin(painter->cairo, scene_tag_name(mark->tag), NULL);
}

static void paint_close(struct painter *painter, const struct mark *mark)
{
    cairo_tag_end(painter->cairo, scene_tag_name(mark->tag));
}

/* --- ink ------------------------------------------------------------------------------ */

static void paint_rect(struct painter *painter, const struct mark *mark)
{
    const struct box *box = &mark->box;

    cairo_rectangle(painter->cairo, box->x, box->y, box->width, box->height);
    cairo_fill(painter->cairo);
}

static void paint_frame(struct painter *painter, const struct mark *mark)
{
    const struct box *box = &mark->box;

    cairo_rectangle(painter->cairo, box->x, box->y, box->width, box->height);
    cairo_stroke(painter->cairo);
}

static void paint_line(struct painter *painter, const struct mark *mark)
{
    cairo_t *cairo = painter->cairo;

    for (size_t i = 0; i < mark->point_count; i++)
        cairo_line_to(cairo, mark->points[i].x, mark->points[i].y);
    cairo_stroke(cairo);
}

static void paint_area(struct painter *painter, const struct mark *mark)
{
    cairo_t *cairo = painter->cairo;

    for (size_t i = 0; i < mark->point_count; i++)
        cairo_line_to(cairo, mark->points[i].x, mark->points[i].y);
    cairo_close_path(cairo);
    cairo_fill(cairo);
}

static void paint_curve(struct painter *painter, const struct mark *mark)
{
    cairo_t *cairo = painter->cairo;

    cairo_move_to(cairo, mark->points[0].x, mark->points[0].y);
    for (size_t i = 1; i < mark->point_count; i++) {
        struct point a = mark->points[i - 1];
        struct point b = mark->points[i];
        double middle = (a.x + b.x) / 2;

        cairo_curve_to(cairo, middle, a.y, middle, b.y, b.x, b.y);
    }
    cairo_stroke(cairo);
}

static void circle(struct painter *painter, const struct mark *mark)
{
    double radius = mark->box.width / 2;

    cairo_new_sub_path(painter->cairo);
    cairo_arc(painter->cairo, mark->box.x + radius, mark->box.y + radius, radius, 0, full_circle);
}

static void paint_dot(struct painter *painter, const struct mark *mark)
{
    circle(painter, mark);
    cairo_fill(painter->cairo);
}

static void paint_ring(struct painter *painter, const struct mark *mark)
{
    circle(painter, mark);
    set_colour(painter->cairo, COLOUR_PAPER, 1);
    cairo_fill_preserve(painter->cairo);
    set_colour(painter->cairo, mark->colour, mark->opacity);
    cairo_stroke(painter->cairo);
}

static void paint_text(struct painter *painter, const struct mark *mark)
{
    cairo_t *cairo = painter->cairo;
    PangoLayout *layout = typeset_layout(painter->typeset, mark->text, mark->style);
    double top = mark->baseline - pango_layout_get_baseline(layout) / (double)PANGO_SCALE;
    bool linked = painter->tags && mark->target.length;

    cairo_move_to(cairo, mark->box.x, top);
    if (mark->halo) {
        pango_cairo_layout_path(cairo, layout);
        set_colour(cairo, COLOUR_PAPER, 1);
        cairo_set_line_width(cairo, theme.halo);
        cairo_stroke(cairo);
        set_colour(cairo, mark->colour, mark->opacity);
        cairo_move_to(cairo, mark->box.x, top);
    }
    if (linked)
        begin_link(painter, mark);
    pango_cairo_show_layout(cairo, layout);
    cairo_new_path(cairo);
    if (linked)
        cairo_tag_end(cairo, CAIRO_TAG_LINK);
}

static const struct {
    void (*paint)(struct painter *painter, const struct mark *mark);
    bool structure;
} kinds[MARK_KINDS] = {
    [MARK_RECT] = {paint_rect, false}, [MARK_FRAME] = {paint_frame, false},
    [MARK_LINE] = {paint_line, false}, [MARK_CURVE] = {paint_curve, false},
    [MARK_AREA] = {paint_area, false}, [MARK_DOT] = {paint_dot, false},
    [MARK_RING] = {paint_ring, false}, [MARK_TEXT] = {paint_text, false},
    [MARK_LINK] = {paint_link, true},  [MARK_DEST] = {paint_dest, true},
    [MARK_OPEN] = {paint_open, true},  [MARK_CLOSE] = {paint_close, true},
};

static void paint_scene(struct painter *painter, const struct scene *scene)
{
    painter->typeset = scene->typeset;
    cairo_set_line_join(painter->cairo, CAIRO_LINE_JOIN_ROUND);
    for (size_t i = 0; i < scene->count; i++) {
        const struct mark *mark = &scene->marks[i];

        if (kinds[mark->kind].structure && !painter->tags)
            continue;
        set_colour(painter->cairo, mark->colour, mark->opacity);
        cairo_set_line_width(painter->cairo, mark->line);
        kinds[mark->kind].paint(painter, mark);
    }
}

static cairo_status_t write_bytes(void *closure, const unsigned char *data, unsigned int length)
{
    bytes_add(closure, (struct span){(const char *)data, length});
    return CAIRO_STATUS_SUCCESS;
}

static bool check_status(cairo_status_t status, struct fault *fault)
{
    if (status == CAIRO_STATUS_SUCCESS)
        return true;
    if (status == CAIRO_STATUS_NO_MEMORY)
        memory_exhausted(1, 1);
    return fault_set(fault, FAULT_OUTPUT, "the page can't be drawn: %s",
                     cairo_status_to_string(status));
}

/* --- PDF ------------------------------------------------------------------------------ */

static void set_metadata(cairo_surface_t *surface, const struct about *about, struct arena *arena)
{
    const struct {
        cairo_pdf_metadata_t what;
        struct span text;
    } rows[] = {
        {CAIRO_PDF_METADATA_TITLE, about->title},
        {CAIRO_PDF_METADATA_AUTHOR, about->author},
        {CAIRO_PDF_METADATA_SUBJECT, about->subject},
        {CAIRO_PDF_METADATA_KEYWORDS, about->keywords},
        {CAIRO_PDF_METADATA_CREATOR, span_of("broadsheet " BROADSHEET_VERSION)},
        {CAIRO_PDF_METADATA_CREATE_DATE, about->created},
    };

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (rows[i].text.length)
            cairo_pdf_surface_set_metadata(surface, rows[i].what,
                                           typeset_clean(arena, rows[i].text).bytes);
}

static void add_outline(cairo_surface_t *surface, const struct pages *pages)
{
    int parent = CAIRO_PDF_OUTLINE_ROOT;

    for (size_t i = 0; i < pages->outline_count; i++) {
        const struct outline_entry *entry = &pages->outline[i];
        struct bytes link = BYTES_EMPTY;
        int id;

        add_attribute(&link, "dest", entry->dest);
        id = cairo_pdf_surface_add_outline(
            surface, entry->level == 2 ? parent : CAIRO_PDF_OUTLINE_ROOT, entry->title.bytes,
            bytes_text(&link), CAIRO_PDF_OUTLINE_FLAG_OPEN);
        if (entry->level != 2)
            parent = id;
        bytes_release(&link);
    }
}

/* Everything stands inside one Document tag: without it Cairo 1.16 damages a file with links. */
static bool write_pages(struct bytes *out, const struct pages *pages, struct arena *arena,
                        struct fault *fault)
{
    cairo_surface_t *surface =
        cairo_pdf_surface_create_for_stream(write_bytes, out, pages->width, pages->height);
    struct painter painter = {.cairo = cairo_create(surface), .tags = true};
    cairo_status_t status;
    bool ok;

    set_metadata(surface, &pages->about, arena);
    add_outline(surface, pages);
    cairo_tag_begin(painter.cairo, "Document", NULL);
    for (size_t p = 0; p < pages->count; p++) {
        char label[24];

        (void)snprintf(label, sizeof label, "%zu", p + 1);
        cairo_pdf_surface_set_page_label(surface, label);
        paint_scene(&painter, &pages->scenes[p]);
        cairo_show_page(painter.cairo);
    }
    cairo_tag_end(painter.cairo, "Document");
    status = cairo_status(painter.cairo);
    cairo_destroy(painter.cairo);
    cairo_surface_finish(surface);
    ok = check_status(status, fault) && check_status(cairo_surface_status(surface), fault);
    cairo_surface_destroy(surface);
    return ok;
}

/* The text alternatives of all figures, in order; the caller frees the array. */
static struct span *alternatives(const struct pages *pages, size_t *count)
{
    struct span *texts = NULL;
    size_t capacity = 0;

    *count = 0;
    for (size_t p = 0; p < pages->count; p++)
        for (size_t i = 0; i < pages->scenes[p].count; i++) {
            const struct mark *mark = &pages->scenes[p].marks[i];

            if (mark->kind != MARK_OPEN || mark->tag != TAG_FIGURE)
                continue;
            texts = memory_grow(texts, &capacity, *count + 1, sizeof *texts);
            texts[(*count)++] = mark->text;
        }
    return texts;
}

bool paint_pdf(struct bytes *out, const struct pages *pages, struct fault *fault)
{
    const struct about *about = &pages->about;
    struct bytes pdf = BYTES_EMPTY;
    struct arena arena = ARENA_EMPTY;
    struct pdf_finish finish = {.title = typeset_clean(&arena, about->title),
                                .author = typeset_clean(&arena, about->author),
                                .subject = typeset_clean(&arena, about->subject),
                                .language = span_of(about->tongue->tag),
                                .created = typeset_clean(&arena, about->created)};
    struct span *texts = alternatives(pages, &finish.alternative_count);
    bool ok;

    finish.alternatives = texts;
    ok = about->created.length ||
         fault_set(fault, FAULT_OUTPUT, "a PDF needs its date, or no two runs are the same");
    ok = ok && write_pages(&pdf, pages, &arena, fault) && pdf_finish(&pdf, &finish, fault);
    if (ok)
        bytes_add(out, bytes_span(&pdf));
    free(texts);
    arena_release(&arena);
    bytes_release(&pdf);
    return ok;
}

/* --- pictures ------------------------------------------------------------------------- */

bool paint_png(struct bytes *out, const struct pages *pages, size_t page, double dpi,
               struct fault *fault)
{
    double scale = fmin(fmax(dpi, 18), 600) / 72;
    cairo_surface_t *surface = cairo_image_surface_create(
        CAIRO_FORMAT_RGB24, (int)ceil(pages->width * scale), (int)ceil(pages->height * scale));
    struct painter painter = {.cairo = cairo_create(surface)};
    size_t before = out->count;
    bool ok;

    set_colour(painter.cairo, COLOUR_PAPER, 1);
    cairo_paint(painter.cairo);
    cairo_scale(painter.cairo, scale, scale);
    paint_scene(&painter, &pages->scenes[page]);
    ok = check_status(cairo_status(painter.cairo), fault);
    cairo_destroy(painter.cairo);
    ok = ok && check_status(cairo_surface_write_to_png_stream(surface, write_bytes, out), fault);
    cairo_surface_destroy(surface);
    if (!ok && out->count > before) {
        out->count = before;
        out->items[before] = '\0';
    }
    return ok;
}
