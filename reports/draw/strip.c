#include "reports/draw/strip.h"

#include "reports/draw/spark.h"

#include <math.h>

static const double number_baseline = 27, sentence_top = 34, link_height = 13, kpi_height = 54,
                    kpi_inset = 10;

enum { SENTENCE_LINES = 6 };

static double finding_width(size_t count, double width)
{
    return (width - theme.gutter * (double)(count - 1)) / (double)count;
}

double strip_findings_height(struct scene *scratch, const struct finding *findings, size_t count,
                             double width)
{
    double own = finding_width(count, width);
    double most = 0;

    for (size_t i = 0; i < count; i++)
        most = fmax(most, scene_prose_height(scratch, findings[i].sentence, STYLE_BODY, own,
                                             SENTENCE_LINES));
    return sentence_top + most + link_height;
}

/* "481 articles  →  page 7", where the evidence is. */
static void draw_evidence(struct scene *scene, const struct finding *finding, struct point at,
                          double width)
{
    struct prose line = PROSE_IN(&scene->arena);
    struct prose target = PROSE_IN(&scene->arena);
    struct run run = {.colour = COLOUR_MORE};

    if (!finding->dest.length)
        return;
    prose_print(&target, "#%.*s", SPAN_PRINT(finding->dest));
    run.target = prose_plain(&target);
    run.text = finding->evidence;
    prose_add(&line, run);
    run.text = span_of("  \u2192  ");
    prose_add(&line, run);
    run.text = span_of(scene->tongue->page);
    prose_add(&line, run);
    run.text = finding->dest;
    run.page = true;
    prose_add(&line, run);
    scene_prose(scene, &line, STYLE_LINK, at, width, 1);
}

static void draw_finding(struct scene *scene, const struct finding *finding, struct box area)
{
    double y = area.y + sentence_top;

    scene_role(scene, ROLE_FURNITURE);
    scene_rect(scene, (struct box){area.x, area.y, area.width, theme.line_rule}, COLOUR_INK);
    scene_role(scene, ROLE_TEXT);
    scene_open(scene, TAG_P, SPAN_EMPTY);
    scene_text(scene, (struct label){.text = finding->number,
                                     .x = area.x,
                                     .y = area.y + number_baseline,
                                     .style = STYLE_FINDING,
                                     .colour = theme_text_tone(finding->tone),
                                     .width = area.width});
    y += scene_prose(scene, finding->sentence, STYLE_BODY, (struct point){area.x, y}, area.width,
                     SENTENCE_LINES);
    draw_evidence(scene, finding, (struct point){area.x, y + 2}, area.width);
    scene_close(scene);
}

void strip_findings(struct scene *scene, const struct finding *findings, size_t count,
                    struct box area)
{
    double width = finding_width(count, area.width);

    for (size_t i = 0; i < count; i++)
        draw_finding(
            scene, &findings[i],
            (struct box){area.x + (double)i * (width + theme.gutter), area.y, width, area.height});
}

double strip_kpis_height(void)
{
    return kpi_height;
}

static void draw_kpi(struct scene *scene, const struct kpi *kpi, struct box area)
{
    struct label label = {.text = kpi->label,
                          .x = area.x + kpi_inset,
                          .y = area.y + 14,
                          .style = STYLE_NOTE,
                          .colour = COLOUR_SECONDARY,
                          .width = area.width - kpi_inset - 4};
    double value_width;

    scene_role(scene, ROLE_TEXT);
    scene_open(scene, TAG_P, SPAN_EMPTY);
    scene_text(scene, label);
    value_width = scene_text(scene, (struct label){.text = kpi->value,
                                                   .x = label.x,
                                                   .y = area.y + 32,
                                                   .style = STYLE_KPI,
                                                   .width = label.width});
    label.text = kpi->note;
    label.y = area.y + 44;
    scene_text(scene, label);
    scene_close(scene);
    if (kpi->spark && area.width - 2 * kpi_inset - value_width - 8 >= 16)
        spark_draw(scene,
                   (struct box){label.x + value_width + 8, area.y + 20,
                                area.width - 2 * kpi_inset - value_width - 8, 12},
                   kpi->spark, kpi->spark_count, COLOUR_MORE);
}

void strip_kpis(struct scene *scene, const struct kpi *kpis, size_t count, struct box area)
{
    double width = area.width / (double)count;

    scene_role(scene, ROLE_FURNITURE);
    scene_rect(scene, area, COLOUR_PANEL);
    for (size_t i = 0; i < count; i++) {
        struct box own = {area.x + (double)i * width, area.y, width, area.height};

        scene_role(scene, ROLE_FURNITURE);
        if (i)
            scene_line(scene, (struct point){own.x, own.y + 9},
                       (struct point){own.x, own.y + own.height - 9}, theme.line_grid, COLOUR_RULE);
        draw_kpi(scene, &kpis[i], own);
    }
}
