#include "reports/draw/laws.h"

#include <math.h>

/* Lengths that nobody sees. */
static const double slack = 0.06;

static const double least_size = 6.5, least_contrast = 4.5, least_of_marks = 3;

/* Of two sizes that should be in proportion, in points. */
static const double size_slack = 0.01;

static bool is_text(const struct mark *mark)
{
    return mark->kind == MARK_TEXT;
}

static bool check_place(const struct mark *mark, struct box frame, struct fault *fault)
{
    const struct box *box = &mark->box;

    if (mark->kind == MARK_OPEN || mark->kind == MARK_CLOSE)
        return true;
    if (!isfinite(box->x + box->y + box->width + box->height + mark->baseline))
        return fault_set(fault, FAULT_INPUT, "a mark has no place: '%.*s'", SPAN_PRINT(mark->text));
    if (box->x < frame.x - slack || box->y < frame.y - slack ||
        box->x + box->width > frame.x + frame.width + slack ||
        box->y + box->height > frame.y + frame.height + slack)
        return fault_set(fault, FAULT_INPUT,
                         "a mark at %.1f, %.1f of %.1f by %.1f lies outside its frame: '%.*s'",
                         box->x, box->y, box->width, box->height, SPAN_PRINT(mark->text));
    return true;
}

static bool inside(struct box outer, struct box inner)
{
    return inner.x >= outer.x - slack && inner.y >= outer.y - slack &&
           inner.x + inner.width <= outer.x + outer.width + slack &&
           inner.y + inner.height <= outer.y + outer.height + slack;
}

/* Whether a text's middle line lies within a dot: its letters stand on the dot's colour. */
static bool on_dot(struct box dot, struct box text)
{
    double radius = dot.width / 2;
    double x = fabs(text.x + text.width / 2 - (dot.x + radius)) + text.width / 2;
    double y = text.y + text.height / 2 - (dot.y + radius);

    return x * x + y * y <= radius * radius;
}

/* The colour of the last area or dot under a text; of a mark of data, that of its ground. */
static uint32_t behind(const struct scene *scene, size_t above)
{
    const struct box box = scene->marks[above].box;
    bool ground = !is_text(&scene->marks[above]);

    for (size_t i = above; i-- > 0;) {
        const struct mark *mark = &scene->marks[i];

        if (ground && mark->role == ROLE_DATA)
            continue; /* two of one kind may lie on one another */
        if ((mark->kind == MARK_RECT && inside(mark->box, box)) ||
            (mark->kind == MARK_DOT && on_dot(mark->box, box)))
            return mark->colour;
    }
    return COLOUR_PAPER;
}

static bool check_text(const struct scene *scene, size_t i, struct fault *fault)
{
    const struct mark *mark = &scene->marks[i];

    if (!mark->text.length)
        return fault_set(fault, FAULT_INPUT, "a text is empty");
    if (theme.styles[mark->style].size < least_size)
        return fault_set(fault, FAULT_INPUT, "a text is too small: '%.*s'", SPAN_PRINT(mark->text));
    if (theme_contrast(mark->colour, behind(scene, i)) < least_contrast)
        return fault_set(fault, FAULT_INPUT, "#%06X is too faint for '%.*s'",
                         (unsigned)mark->colour, SPAN_PRINT(mark->text));
    if (fabs(typeset_width(scene->typeset, mark->text, mark->style) - mark->box.width) > slack)
        return fault_set(fault, FAULT_INPUT, "a text is cut without an ellipsis: '%.*s'",
                         SPAN_PRINT(mark->text));
    return true;
}

/* A mark that says something by itself; white only clears the ground for another. */
static bool is_data(const struct mark *mark)
{
    return mark->role == ROLE_DATA && mark->kind <= MARK_RING && mark->colour != COLOUR_PAPER;
}

static bool check_mark(const struct scene *scene, size_t i, struct fault *fault)
{
    const struct mark *mark = &scene->marks[i];
    uint32_t ground = behind(scene, i);
    uint32_t seen = theme_mix(ground, mark->colour, mark->opacity);

    return theme_contrast(seen, ground) >= least_of_marks ||
           fault_set(fault, FAULT_INPUT, "#%06X is too faint for a mark of '%.*s'", (unsigned)seen,
                     SPAN_PRINT(mark->key));
}

static bool overlap(struct box a, struct box b)
{
    return a.x + a.width > b.x + slack && b.x + b.width > a.x + slack &&
           a.y + a.height > b.y + slack && b.y + b.height > a.y + slack;
}

static bool check_overlaps(const struct scene *scene, size_t i, struct fault *fault)
{
    for (size_t k = i + 1; k < scene->count; k++)
        if (is_text(&scene->marks[k]) && overlap(scene->marks[i].box, scene->marks[k].box))
            return fault_set(fault, FAULT_INPUT, "two texts overlap: '%.*s' and '%.*s'",
                             SPAN_PRINT(scene->marks[i].text), SPAN_PRINT(scene->marks[k].text));
    return true;
}

static bool check_link(const struct mark *mark, struct fault *fault)
{
    struct span target = mark->target;
    bool dest = target.length > 1 && target.bytes[0] == '#';
    bool uri = target.length && memchr(target.bytes, ':', target.length);

    if (target.length && !dest && !uri)
        return fault_set(fault, FAULT_INPUT, "a link leads nowhere: '%.*s'", SPAN_PRINT(target));
    return true;
}

static bool check_tags(const struct scene *scene, struct fault *fault)
{
    enum tag stack[16];
    size_t depth = 0;

    for (size_t i = 0; i < scene->count; i++) {
        const struct mark *mark = &scene->marks[i];

        if (mark->kind == MARK_OPEN) {
            if (mark->tag == TAG_FIGURE && !mark->text.length)
                return fault_set(fault, FAULT_INPUT, "a figure has no text alternative");
            if (depth == sizeof stack / sizeof *stack)
                return fault_set(fault, FAULT_INPUT, "tags are nested too deeply");
            stack[depth++] = mark->tag;
        } else if (mark->kind == MARK_CLOSE) {
            if (!depth || stack[--depth] != mark->tag)
                return fault_set(fault, FAULT_INPUT, "the tag %s is closed out of order",
                                 scene_tag_name(mark->tag));
        }
    }
    if (depth)
        return fault_set(fault, FAULT_INPUT, "the tag %s is not closed",
                         scene_tag_name(stack[depth - 1]));
    return true;
}

bool laws_check(const struct scene *scene, struct box frame, struct fault *fault)
{
    for (size_t i = 0; i < scene->count; i++) {
        const struct mark *mark = &scene->marks[i];

        if (!check_place(mark, frame, fault) || !check_link(mark, fault))
            return false;
        if (is_data(mark) && !check_mark(scene, i, fault))
            return false;
        if (is_text(mark) && (!check_text(scene, i, fault) || !check_overlaps(scene, i, fault)))
            return false;
    }
    return check_tags(scene, fault);
}

bool laws_count(const struct scene *scene, enum mark_kind kind, size_t count, struct fault *fault)
{
    size_t marks = 0;

    for (size_t i = 0; i < scene->count; i++)
        marks += is_data(&scene->marks[i]) && scene->marks[i].kind == kind;
    return marks == count ||
           fault_set(fault, FAULT_INPUT, "%zu marks are drawn of %zu rows", marks, count);
}

static double size_of(const struct mark *mark)
{
    return mark->kind == MARK_DOT ? mark->box.width * mark->box.width : mark->box.width;
}

/* The next mark of data from `at` on that has a size; the scene's count where there is none. */
static size_t next_mark(const struct scene *scene, enum mark_kind kind, size_t at)
{
    while (at < scene->count && !(is_data(&scene->marks[at]) && scene->marks[at].kind == kind &&
                                  scene->marks[at].box.width > 0))
        at++;
    return at;
}

bool laws_sizes(const struct scene *scene, enum mark_kind kind, const double *values, size_t count,
                struct fault *fault)
{
    double scale = 0; /* size of a value of 1, as the first mark has it */
    size_t at = 0;

    for (size_t v = 0; v < count; v++) {
        if (isnan(values[v]) || values[v] == 0)
            continue;
        at = next_mark(scene, kind, at);
        if (at == scene->count)
            return fault_set(fault, FAULT_INPUT, "the value %g has no mark", values[v]);
        if (scale == 0)
            scale = size_of(&scene->marks[at]) / fabs(values[v]);
        if (fabs(size_of(&scene->marks[at]) - scale * fabs(values[v])) > size_slack)
            return fault_set(fault, FAULT_INPUT, "the mark of %g has the size of %g", values[v],
                             size_of(&scene->marks[at]) / scale);
        at++;
    }
    return next_mark(scene, kind, at) == scene->count ||
           fault_set(fault, FAULT_INPUT, "there are more marks than values");
}
