#include "reports/draw/paint_svg.h"

#include "reports/draw/xmltext.h"

#include <assert.h>

/* One picture being written. */
struct painter {
    struct bytes *out;
    const struct scene *scene;
    const struct paint_svg *how;
};

const char *paint_svg_families(enum face face)
{
    static const char *const families[FACES] = {
        [FACE_TEXT] = "Inter,\"Further scripts\",system-ui,sans-serif",
        [FACE_TEXT_BOLD] = "Inter,\"Further scripts\",system-ui,sans-serif",
        [FACE_DISPLAY] = "\"Inter Display\",Inter,\"Further scripts\",system-ui,sans-serif",
        [FACE_SERIF] = "\"Noto Serif\",\"Further scripts\",Georgia,serif"};

    return families[face];
}

/* `font:600 7.5px/10px Inter,sans-serif` */
static void add_font(struct bytes *out, const struct theme_style *style)
{
    static const int weights[FACES] = {
        [FACE_TEXT] = 400, [FACE_TEXT_BOLD] = 600, [FACE_DISPLAY] = 600, [FACE_SERIF] = 700};

    bytes_print(out, "font:%d ", weights[style->face]);
    xmltext_number(out, style->size);
    bytes_add_text(out, "px/");
    xmltext_number(out, style->leading);
    bytes_print(out, "px %s", paint_svg_families(style->face));
}

void paint_svg_styles(struct bytes *out)
{
    bytes_add_text(out, "svg text{white-space:pre;text-rendering:geometricPrecision}\n");
    for (int s = 0; s < STYLES; s++) {
        const struct theme_style *style = &theme.styles[s];

        bytes_print(out, ".t-%s{", style->name);
        add_font(out, style);
        if (style->tracking != 0) {
            bytes_add_text(out, ";letter-spacing:");
            xmltext_number(out, style->tracking);
            bytes_add_text(out, "px");
        }
        if (style->tabular)
            bytes_add_text(out, ";font-feature-settings:\"tnum\"");
        bytes_add_text(out, "}\n");
    }
}

/* --- ink ------------------------------------------------------------------------------ */

static void add_opacity(struct painter *painter, const struct mark *mark, const char *name)
{
    if (mark->opacity < 1)
        xmltext_measure(painter->out, name, mark->opacity);
}

static void add_fill(struct painter *painter, const struct mark *mark)
{
    xmltext_colour(painter->out, "fill", mark->colour);
    add_opacity(painter, mark, "fill-opacity");
}

static void add_stroke(struct painter *painter, const struct mark *mark)
{
    xmltext_colour(painter->out, "stroke", mark->colour);
    xmltext_measure(painter->out, "stroke-width", mark->line);
    add_opacity(painter, mark, "stroke-opacity");
}

static void add_box(struct painter *painter, const struct box *box)
{
    xmltext_measure(painter->out, "x", box->x);
    xmltext_measure(painter->out, "y", box->y);
    xmltext_measure(painter->out, "width", box->width);
    xmltext_measure(painter->out, "height", box->height);
}

static void paint_rect(struct painter *painter, const struct mark *mark)
{
    bytes_add_text(painter->out, "<rect");
    add_box(painter, &mark->box);
    add_fill(painter, mark);
    bytes_add_text(painter->out, "/>");
}

static void paint_frame(struct painter *painter, const struct mark *mark)
{
    bytes_add_text(painter->out, "<rect");
    add_box(painter, &mark->box);
    bytes_add_text(painter->out, " fill=\"none\"");
    add_stroke(painter, mark);
    bytes_add_text(painter->out, "/>");
}

static void add_point(struct bytes *out, char command, double x, double y)
{
    bytes_add_byte(out, command);
    xmltext_number(out, x);
    bytes_add_byte(out, ' ');
    xmltext_number(out, y);
}

static void add_polyline(struct painter *painter, const struct mark *mark)
{
    bytes_add_text(painter->out, "<path d=\"");
    for (size_t i = 0; i < mark->point_count; i++)
        add_point(painter->out, i ? 'L' : 'M', mark->points[i].x, mark->points[i].y);
}

static void end_stroke(struct painter *painter, const struct mark *mark)
{
    bytes_add_text(painter->out, "\" fill=\"none\" stroke-linejoin=\"round\"");
    add_stroke(painter, mark);
    bytes_add_text(painter->out, "/>");
}

static void paint_line(struct painter *painter, const struct mark *mark)
{
    add_polyline(painter, mark);
    end_stroke(painter, mark);
}

static void paint_area(struct painter *painter, const struct mark *mark)
{
    add_polyline(painter, mark);
    bytes_add_text(painter->out, "Z\"");
    add_fill(painter, mark);
    bytes_add_text(painter->out, "/>");
}

static void paint_curve(struct painter *painter, const struct mark *mark)
{
    struct bytes *out = painter->out;

    bytes_add_text(out, "<path d=\"");
    add_point(out, 'M', mark->points[0].x, mark->points[0].y);
    for (size_t i = 1; i < mark->point_count; i++) {
        struct point a = mark->points[i - 1];
        struct point b = mark->points[i];
        double middle = (a.x + b.x) / 2;

        add_point(out, 'C', middle, a.y);
        add_point(out, ' ', middle, b.y);
        add_point(out, ' ', b.x, b.y);
    }
    end_stroke(painter, mark);
}

static void begin_circle(struct painter *painter, const struct mark *mark)
{
    double radius = mark->box.width / 2;

    bytes_add_text(painter->out, "<circle");
    xmltext_measure(painter->out, "cx", mark->box.x + radius);
    xmltext_measure(painter->out, "cy", mark->box.y + radius);
    xmltext_measure(painter->out, "r", radius);
}

static void paint_dot(struct painter *painter, const struct mark *mark)
{
    begin_circle(painter, mark);
    add_fill(painter, mark);
    bytes_add_text(painter->out, "/>");
}

static void paint_ring(struct painter *painter, const struct mark *mark)
{
    begin_circle(painter, mark);
    xmltext_colour(painter->out, "fill", COLOUR_PAPER);
    add_stroke(painter, mark);
    bytes_add_text(painter->out, "/>");
}

/* --- links, texts, structure ------------------------------------------------------------ */

/* Begins a link, where the target is one that a reader may be led to. */
static bool begin_link(struct painter *painter, struct span target, struct span name)
{
    if (!xmltext_leads(target))
        return false;
    bytes_add_text(painter->out, "<a");
    xmltext_attribute(painter->out, "href", target);
    xmltext_attribute(painter->out, "aria-label", name);
    if (painter->how->inside)
        bytes_add_text(painter->out, " tabindex=\"-1\"");
    bytes_add_byte(painter->out, '>');
    return true;
}

static void paint_text(struct painter *painter, const struct mark *mark)
{
    struct bytes *out = painter->out;
    bool linked = begin_link(painter, mark->target, SPAN_EMPTY);
    bool from_right = typeset_from_right(painter->scene->typeset, mark->text);

    bytes_add_text(out, "<text");
    xmltext_measure(out, "x", mark->box.x + (from_right ? mark->box.width : 0));
    xmltext_measure(out, "y", mark->baseline);
    bytes_print(out, " class=\"t-%s\"", theme.styles[mark->style].name);
    if (from_right)
        bytes_add_text(out, " direction=\"rtl\"");
    if (mark->box.width > 0) {
        xmltext_measure(out, "textLength", mark->box.width);
        bytes_add_text(out, " lengthAdjust=\"spacingAndGlyphs\"");
    }
    add_fill(painter, mark);
    if (mark->halo) {
        xmltext_colour(out, "stroke", COLOUR_PAPER);
        xmltext_measure(out, "stroke-width", theme.halo);
        bytes_add_text(out, " stroke-linejoin=\"round\" paint-order=\"stroke\"");
    }
    bytes_add_byte(out, '>');
    xmltext_add(out, mark->text);
    bytes_add_text(out, linked ? "</text></a>" : "</text>");
}

static bool holds(const struct box *outer, const struct mark *text)
{
    double middle = (text->box.y + text->box.y + text->box.height) / 2;

    return text->box.x >= outer->x - 0.5 &&
           text->box.x + text->box.width <= outer->x + outer->width + 0.5 && middle >= outer->y &&
           middle <= outer->y + outer->height;
}

/* What an area is called: the first text of its datum, which stands in it. */
static struct span name_of(const struct painter *painter, const struct mark *link)
{
    for (size_t i = 0; i < painter->scene->count; i++) {
        const struct mark *mark = &painter->scene->marks[i];

        if (mark->kind == MARK_TEXT && mark->role == ROLE_LABEL &&
            span_equal(mark->key, link->key) && holds(&link->box, mark))
            return mark->text;
    }
    return link->key;
}

static void paint_link(struct painter *painter, const struct mark *mark)
{
    if (!begin_link(painter, mark->target, name_of(painter, mark)))
        return;
    bytes_add_text(painter->out, "<rect");
    add_box(painter, &mark->box);
    bytes_add_text(painter->out, " fill=\"none\" pointer-events=\"all\"/></a>");
}

static void paint_dest(struct painter *painter, const struct mark *mark)
{
    bytes_add_text(painter->out, "<g");
    xmltext_attribute(painter->out, "id", mark->key);
    bytes_add_text(painter->out, "/>");
}

/* Of the structure only figures have something to say that the texts do not. */
static void paint_open(struct painter *painter, const struct mark *mark)
{
    if (mark->tag != TAG_FIGURE)
        return;
    bytes_add_text(painter->out, "<g role=\"img\"");
    xmltext_attribute(painter->out, "aria-label", mark->text);
    bytes_add_byte(painter->out, '>');
}

static void paint_close(struct painter *painter, const struct mark *mark)
{
    if (mark->tag == TAG_FIGURE)
        bytes_add_text(painter->out, "</g>");
}

static void (*const paints[MARK_KINDS])(struct painter *painter, const struct mark *mark) = {
    [MARK_RECT] = paint_rect,   [MARK_FRAME] = paint_frame, [MARK_LINE] = paint_line,
    [MARK_CURVE] = paint_curve, [MARK_AREA] = paint_area,   [MARK_DOT] = paint_dot,
    [MARK_RING] = paint_ring,   [MARK_TEXT] = paint_text,   [MARK_LINK] = paint_link,
    [MARK_DEST] = paint_dest,   [MARK_OPEN] = paint_open,   [MARK_CLOSE] = paint_close,
};

/* The picture's name and description, or that it has none to be read. */
static void begin_root(struct painter *painter)
{
    struct bytes *out = painter->out;
    const struct paint_svg *how = painter->how;

    if (!how->inside)
        bytes_add_text(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    bytes_add_text(out, "<svg");
    if (!how->inside) {
        bytes_add_text(out, " xmlns=\"http://www.w3.org/2000/svg\"");
        xmltext_measure(out, "width", painter->scene->width);
        xmltext_measure(out, "height", painter->scene->height);
    }
    bytes_add_text(out, " viewBox=\"0 0 ");
    xmltext_number(out, painter->scene->width);
    bytes_add_byte(out, ' ');
    xmltext_number(out, painter->scene->height);
    bytes_add_byte(out, '"');
    if (how->classes)
        xmltext_attribute(out, "class", span_of(how->classes));
    if (!how->name.length) {
        bytes_add_text(out, " aria-hidden=\"true\">");
        return;
    }
    assert(how->id);
    bytes_print(out, " role=\"img\" aria-labelledby=\"%s-name\"", how->id);
    if (how->description.length)
        bytes_print(out, " aria-describedby=\"%s-text\"", how->id);
    bytes_print(out, "><title id=\"%s-name\">", how->id);
    xmltext_add(out, how->name);
    bytes_add_text(out, "</title>");
    if (!how->description.length)
        return;
    bytes_print(out, "<desc id=\"%s-text\">", how->id);
    xmltext_add(out, how->description);
    bytes_add_text(out, "</desc>");
}

void paint_svg(struct bytes *out, const struct scene *scene, const struct paint_svg *how)
{
    struct painter painter = {.out = out, .scene = scene, .how = how};

    begin_root(&painter);
    if (!how->inside) {
        bytes_add_text(out, "<style>");
        paint_svg_styles(out);
        bytes_add_text(out, "</style>");
    }
    for (size_t i = 0; i < scene->count; i++) {
        bytes_add_byte(out, '\n');
        paints[scene->marks[i].kind](&painter, &scene->marks[i]);
    }
    bytes_add_text(out, "\n</svg>\n");
}
