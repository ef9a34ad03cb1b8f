#include "reports/draw/furniture.h"

static const double header_rule = 2.2, header_baseline = 14, footer_baseline = 11, mark_inset = 5,
                    gap = 8;

/* SAMPLE or DRAFT in a red frame in the middle; returns its left edge. */
static double draw_mark(struct scene *scene, const struct theme_page *page, struct span mark)
{
    double width = typeset_width(scene->typeset, mark, STYLE_MARK);
    double middle = (page->left + page->right) / 2;
    double y = page->header_rule + header_baseline;

    if (!mark.length)
        return middle;
    scene_frame(scene,
                (struct box){middle - width / 2 - mark_inset, y - 7.8, width + 2 * mark_inset, 11},
                0.7, COLOUR_NOTICE);
    scene_text(
        scene,
        (struct label){
            .text = mark, .x = middle, .y = y + 0.1, .style = STYLE_MARK, .align = ALIGN_CENTRE});
    return middle - width / 2 - mark_inset;
}

static void draw_header(struct scene *scene, const struct theme_page *page,
                        const struct about *about, struct span section)
{
    double y = page->header_rule + header_baseline;
    double free_to;
    double x;

    scene_rect(scene,
               (struct box){page->left, page->header_rule, page->right - page->left, header_rule},
               COLOUR_INK);
    scene_open(scene, TAG_P, SPAN_EMPTY);
    x = page->left + scene_text(scene, (struct label){.text = span_of("BROADSHEET"),
                                                      .x = page->left,
                                                      .y = y,
                                                      .style = STYLE_RUNNING_BOLD});
    free_to = draw_mark(scene, page, about->mark);
    scene_text(scene, (struct label){.text = section,
                                     .x = x + gap,
                                     .y = y,
                                     .style = STYLE_RUNNING,
                                     .width = free_to - x - 2 * gap});
    scene_text(scene, (struct label){.text = about->week,
                                     .x = page->right,
                                     .y = y,
                                     .style = STYLE_RUNNING,
                                     .align = ALIGN_RIGHT,
                                     .width = (page->right - page->left) * 0.35});
    scene_close(scene);
}

/* "Source: ... Method: page 9", as far as it fits. */
static void draw_source(struct scene *scene, const struct theme_page *page,
                        const struct about *about)
{
    struct prose line = PROSE_IN(&scene->arena);
    struct prose target = PROSE_IN(&scene->arena);

    prose_text(&line, about->source);
    if (about->method.length) {
        prose_print(&target, "#%.*s", SPAN_PRINT(about->method));
        prose_add(&line, (struct run){.text = span_of(scene->tongue->method_page),
                                      .target = prose_plain(&target)});
        prose_add(&line, (struct run){
                             .text = about->method, .target = prose_plain(&target), .page = true});
        prose_print(&line, ".");
    }
    scene_prose(scene, &line, STYLE_RUNNING,
                (struct point){page->left,
                               page->footer_rule + footer_baseline - typeset_ascent(STYLE_RUNNING)},
                page->right - page->left - 30, 1);
}

static void draw_footer(struct scene *scene, const struct theme_page *page,
                        const struct about *about, size_t number)
{
    struct prose text = PROSE_IN(&scene->arena);

    prose_print(&text, "%zu", number);
    scene_rect(scene, (struct box){page->left, page->footer_rule, page->right - page->left, 0.5},
               COLOUR_RULE);
    scene_open(scene, TAG_P, SPAN_EMPTY);
    draw_source(scene, page, about);
    scene_text(scene, (struct label){.text = prose_plain(&text),
                                     .x = page->right,
                                     .y = page->footer_rule + footer_baseline,
                                     .style = STYLE_RUNNING_BOLD,
                                     .align = ALIGN_RIGHT});
    scene_close(scene);
}

void furniture_draw(struct scene *scene, const struct theme_page *page, const struct about *about,
                    struct span section, size_t number)
{
    scene_role(scene, ROLE_FURNITURE);
    draw_header(scene, page, about, section);
    draw_footer(scene, page, about, number);
    scene_role(scene, ROLE_TEXT);
}
