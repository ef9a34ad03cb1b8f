#include "reports/draw/scene.h"

#include "corpus/base/memory.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

/* Part of a style's size that letters reach above and below the baseline. */
static const double reach_up = 0.74, reach_down = 0.21;

void scene_release(struct scene *scene)
{
    arena_release(&scene->arena);
    free(scene->marks);
    *scene = (struct scene){.marks = NULL};
}

void scene_role(struct scene *scene, enum role role)
{
    scene->role = role;
}

void scene_key(struct scene *scene, struct span key)
{
    scene->key = arena_copy(&scene->arena, key);
}

static struct mark *add(struct scene *scene, enum mark_kind kind, uint32_t colour)
{
    struct mark *mark;

    scene->marks =
        memory_grow(scene->marks, &scene->capacity, scene->count + 1, sizeof *scene->marks);
    mark = &scene->marks[scene->count++];
    *mark = (struct mark){
        .kind = kind, .role = scene->role, .key = scene->key, .colour = colour, .opacity = 1};
    return mark;
}

void scene_rect(struct scene *scene, struct box box, uint32_t colour)
{
    add(scene, MARK_RECT, colour)->box = box;
}

void scene_frame(struct scene *scene, struct box box, double line, uint32_t colour)
{
    struct mark *mark = add(scene, MARK_FRAME, colour);

    mark->box = box;
    mark->line = line;
}

void scene_line(struct scene *scene, struct point from, struct point to, double line,
                uint32_t colour)
{
    scene_path(scene, MARK_LINE, (struct point[]){from, to}, 2, line, colour);
}

static struct box around(struct point centre, double radius)
{
    return (struct box){centre.x - radius, centre.y - radius, 2 * radius, 2 * radius};
}

void scene_dot(struct scene *scene, struct point centre, double radius, uint32_t colour)
{
    add(scene, MARK_DOT, colour)->box = around(centre, radius);
}

void scene_ring(struct scene *scene, struct point centre, double radius, uint32_t colour)
{
    struct mark *mark = add(scene, MARK_RING, colour);

    mark->box = around(centre, radius);
    mark->line = theme.line_interval;
}

struct mark *scene_path(struct scene *scene, enum mark_kind kind, const struct point *points,
                        size_t count, double line, uint32_t colour)
{
    struct mark *mark = add(scene, kind, colour);
    double left, right, top, bottom;

    assert(count > 0);
    assert(kind == MARK_LINE || kind == MARK_CURVE || kind == MARK_AREA);
    mark->points = arena_new(&scene->arena, count, sizeof *points);
    memcpy(mark->points, points, count * sizeof *points);
    mark->point_count = count;
    mark->line = line;
    left = right = points[0].x;
    top = bottom = points[0].y;
    for (size_t i = 1; i < count; i++) {
        left = fmin(left, points[i].x);
        right = fmax(right, points[i].x);
        top = fmin(top, points[i].y);
        bottom = fmax(bottom, points[i].y);
    }
    mark->box = (struct box){left, top, right - left, bottom - top};
    return mark;
}

static double aligned(double x, double width, enum align align)
{
    return align == ALIGN_RIGHT ? x - width : align == ALIGN_CENTRE ? x - width / 2 : x;
}

/* A line of text that is clean and in the arena, its left at `x`. */
static struct mark *add_text(struct scene *scene, struct span text, enum style style,
                             struct point at, double width)
{
    const struct theme_style *look = &theme.styles[style];
    struct mark *mark = add(scene, MARK_TEXT, look->colour);

    mark->text = text;
    mark->style = style;
    mark->baseline = at.y;
    mark->box = (struct box){at.x, at.y - reach_up * look->size, width,
                             (reach_up + reach_down) * look->size};
    return mark;
}

double scene_text(struct scene *scene, struct label label)
{
    struct span text = label.width > 0 ? typeset_fit(scene->typeset, &scene->arena, label.text,
                                                     label.style, label.width)
                                       : typeset_clean(&scene->arena, label.text);
    double width = typeset_width(scene->typeset, text, label.style);
    struct mark *mark;

    if (!text.length)
        return 0;
    mark = add_text(scene, text, label.style,
                    (struct point){aligned(label.x, width, label.align), label.y}, width);
    mark->halo = label.halo;
    mark->target = arena_copy(&scene->arena, label.target);
    if (label.colour)
        mark->colour = label.colour;
    return width;
}

struct prose scene_resolve(struct scene *scene, const struct prose *prose)
{
    struct prose resolved = PROSE_IN(&scene->arena);

    for (size_t r = 0; r < prose->count; r++) {
        const struct run *run = &prose->runs[r];
        size_t page = run->page && scene->pages ? page_index_find(scene->pages, run->text) : 0;
        struct bytes number = BYTES_EMPTY;
        struct prose link = PROSE_IN(&scene->arena);
        struct run plain = *run;

        if (run->page && scene->pages && !page && !scene->missing.length)
            scene->missing = arena_copy(&scene->arena, run->text);
        if (page) {
            bytes_add(&number, run->lead);
            bytes_print(&number, "%zu", page);
            prose_print(&link, "#%.*s", SPAN_PRINT(run->text));
            if (!run->target.length)
                plain.target = prose_plain(&link);
            plain.text = bytes_span(&number);
            plain.page = false;
            plain.lead = SPAN_EMPTY;
        }
        prose_add(&resolved, plain);
        bytes_release(&number);
    }
    return resolved;
}

double scene_prose(struct scene *scene, const struct prose *prose, enum style style,
                   struct point at, double width, size_t limit)
{
    struct prose resolved = scene_resolve(scene, prose);
    struct lines lines = typeset_lines(scene->typeset, &resolved, style, width, limit);

    for (size_t p = 0; p < lines.piece_count; p++) {
        const struct piece *piece = &lines.pieces[p];
        struct point left = {at.x + piece->x,
                             at.y + lines.ascent + (double)piece->line * lines.leading};
        struct mark *mark;

        if (!piece->text.length)
            continue;
        mark = add_text(scene, piece->text, piece->style, left, piece->width);
        mark->target = piece->target;
        mark->colour = piece->colour ? piece->colour : theme.styles[style].colour;
        if (piece->style != style && !piece->colour)
            mark->colour = theme.styles[piece->style].colour;
    }
    return lines.height;
}

double scene_prose_height(struct scene *scene, const struct prose *prose, enum style style,
                          double width, size_t limit)
{
    struct prose resolved = scene_resolve(scene, prose);

    return typeset_lines(scene->typeset, &resolved, style, width, limit).height;
}

double scene_height(struct scene *scene, struct span text, enum style style, double width,
                    size_t limit)
{
    struct prose prose = PROSE_IN(&scene->arena);

    if (!text.length)
        return 0;
    prose_text(&prose, text);
    return scene_prose_height(scene, &prose, style, width, limit);
}

double scene_paragraph(struct scene *scene, struct span text, enum style style, struct point at,
                       double width, size_t limit)
{
    struct prose prose = PROSE_IN(&scene->arena);

    if (!text.length)
        return 0;
    prose_text(&prose, text);
    return scene_prose(scene, &prose, style, at, width, limit);
}

void scene_link(struct scene *scene, struct box box, struct span target)
{
    struct mark *mark;

    if (!target.length)
        return;
    mark = add(scene, MARK_LINK, 0);
    mark->box = box;
    mark->target = arena_copy(&scene->arena, target);
}

void scene_dest(struct scene *scene, struct point at, struct span name)
{
    struct mark *mark;

    if (!name.length)
        return;
    mark = add(scene, MARK_DEST, 0);
    mark->box = (struct box){.x = at.x, .y = at.y};
    mark->key = arena_copy(&scene->arena, name);
}

void scene_open(struct scene *scene, enum tag tag, struct span alternative)
{
    struct mark *mark = add(scene, MARK_OPEN, 0);

    assert(scene->depth < sizeof scene->stack / sizeof *scene->stack);
    mark->tag = tag;
    mark->text = typeset_clean(&scene->arena, alternative);
    scene->stack[scene->depth++] = tag;
}

void scene_close(struct scene *scene)
{
    struct mark *mark = add(scene, MARK_CLOSE, 0);

    assert(scene->depth > 0);
    mark->tag = scene->stack[--scene->depth];
}

/* --- as text ------------------------------------------------------------------------- */

static const char *const kind_names[MARK_KINDS] = {
    [MARK_RECT] = "rect", [MARK_FRAME] = "frame", [MARK_LINE] = "line", [MARK_CURVE] = "curve",
    [MARK_AREA] = "area", [MARK_DOT] = "dot",     [MARK_RING] = "ring", [MARK_TEXT] = "text",
    [MARK_LINK] = "link", [MARK_DEST] = "dest",   [MARK_OPEN] = "open", [MARK_CLOSE] = "close"};
static const char *const role_names[ROLES] = {
    [ROLE_FURNITURE] = "furniture", [ROLE_TEXT] = "text",         [ROLE_AXIS] = "axis",
    [ROLE_CONTEXT] = "context",     [ROLE_INTERVAL] = "interval", [ROLE_DATA] = "data",
    [ROLE_RAMP] = "ramp",           [ROLE_LABEL] = "label"};

const char *scene_tag_name(enum tag tag)
{
    static const char *const names[TAGS] = {"",       "H1",    "H2", "H3", "P",
                                            "Figure", "Table", "TR", "TH", "TD"};

    return names[tag];
}

/* To 0.01 pt, and without a minus that only rounding made. */
static double rounded(double length)
{
    double hundredths = round(length * 100);

    return hundredths == 0 ? 0 : hundredths / 100;
}

static void dump_points(struct bytes *out, const struct mark *mark)
{
    for (size_t i = 0; i < mark->point_count; i++)
        bytes_print(out, " %.2f,%.2f", rounded(mark->points[i].x), rounded(mark->points[i].y));
}

static void dump_mark(struct bytes *out, const struct mark *mark)
{
    if (mark->kind == MARK_OPEN || mark->kind == MARK_CLOSE) {
        bytes_print(out, "%s %s", kind_names[mark->kind], scene_tag_name(mark->tag));
    } else {
        bytes_print(out, "%s %s", kind_names[mark->kind], role_names[mark->role]);
        if (mark->point_count)
            dump_points(out, mark);
        else
            bytes_print(out, " %.2f %.2f %.2f %.2f", rounded(mark->box.x), rounded(mark->box.y),
                        rounded(mark->box.width), rounded(mark->box.height));
        bytes_print(out, " #%06X", (unsigned)mark->colour);
    }
    if (mark->line > 0)
        bytes_print(out, " line=%.2f", mark->line);
    if (mark->opacity < 1)
        bytes_print(out, " opacity=%.2f", mark->opacity);
    if (mark->kind == MARK_TEXT)
        bytes_print(out, " %s", theme.styles[mark->style].name);
    if (mark->key.length)
        bytes_print(out, " key=%.*s", SPAN_PRINT(mark->key));
    if (mark->target.length)
        bytes_print(out, " target=%.*s", SPAN_PRINT(mark->target));
    if (mark->text.length)
        bytes_print(out, " | %.*s", SPAN_PRINT(mark->text));
    bytes_add_byte(out, '\n');
}

void scene_dump(struct bytes *out, const struct scene *scene)
{
    bytes_print(out, "scene %.2f %.2f\n", scene->width, scene->height);
    for (size_t i = 0; i < scene->count; i++)
        dump_mark(out, &scene->marks[i]);
}
