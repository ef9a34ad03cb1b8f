#include "reports/draw/figure.h"

#include <math.h>

static const double title_top = 7, body_gap = 6, note_gap = 4, tab_width = 18, tab_height = 2.4;

enum { TITLE_LINES = 2, SUBTITLE_LINES = 3, NOTE_LINES = 4 };

double figure_head_height(struct scene *scratch, struct span title, struct span subtitle,
                          double width)
{
    return title_top + scene_height(scratch, title, STYLE_FIGURE_TITLE, width, TITLE_LINES) +
           scene_height(scratch, subtitle, STYLE_SUBTITLE, width, SUBTITLE_LINES) + body_gap;
}

struct prose figure_note(struct arena *arena, const struct tongue *tongue,
                         const struct figure *figure)
{
    struct prose note = PROSE_IN(arena);

    for (size_t r = 0; figure->note && r < figure->note->count; r++)
        prose_add(&note, figure->note->runs[r]);
    if (figure->csv.length)
        prose_print(&note, "%s%s%.*s.", note.count ? " " : "", tongue->numbers_in,
                    SPAN_PRINT(figure->csv));
    return note;
}

static double note_height(struct scene *scratch, const struct figure *figure, double width)
{
    struct prose note = figure_note(&scratch->arena, scratch->tongue, figure);
    double height = scene_prose_height(scratch, &note, STYLE_NOTE, width, NOTE_LINES);

    return height > 0 ? height + note_gap : 0;
}

struct extent figure_plot_extent(const struct figure *figure, double width)
{
    if (figure->empty_title.length)
        return (struct extent){60, 110, 160};
    return figure->recipe->extent(figure->data, width);
}

struct extent figure_extent(struct scene *scratch, const struct figure *figure, double width)
{
    struct extent extent = figure_plot_extent(figure, width);
    double around = figure_head_height(scratch, figure->title, figure->subtitle, width) +
                    note_height(scratch, figure, width);

    return (struct extent){extent.least + around, extent.natural + around, extent.most + around};
}

double figure_head(struct scene *scene, struct box area, struct span title, struct span subtitle)
{
    double y = area.y + title_top;

    scene_role(scene, ROLE_FURNITURE);
    scene_rect(scene, (struct box){area.x, area.y, area.width, theme.line_rule}, COLOUR_INK);
    scene_rect(scene, (struct box){area.x, area.y, tab_width, tab_height}, COLOUR_INK);
    scene_role(scene, ROLE_TEXT);
    scene_open(scene, TAG_H2, SPAN_EMPTY);
    y += scene_paragraph(scene, title, STYLE_FIGURE_TITLE, (struct point){area.x, y}, area.width,
                         TITLE_LINES);
    scene_close(scene);
    if (subtitle.length) {
        scene_open(scene, TAG_P, SPAN_EMPTY);
        y += scene_paragraph(scene, subtitle, STYLE_SUBTITLE, (struct point){area.x, y}, area.width,
                             SUBTITLE_LINES);
        scene_close(scene);
    }
    return y + body_gap;
}

static void draw_empty(struct scene *scene, const struct figure *figure, struct box plot)
{
    struct label label = {.text = figure->empty_title,
                          .x = plot.x + plot.width / 2,
                          .y = plot.y + plot.height / 2 - 2,
                          .style = STYLE_LABEL_BOLD,
                          .align = ALIGN_CENTRE,
                          .width = plot.width - 16};

    scene_role(scene, ROLE_CONTEXT);
    scene_rect(scene, plot, COLOUR_PANEL);
    scene_role(scene, ROLE_LABEL);
    scene_text(scene, label);
    label.text = figure->empty_reason;
    label.y += 13;
    label.style = STYLE_LABEL;
    label.colour = COLOUR_SECONDARY;
    scene_text(scene, label);
}

void figure_plot(struct scene *scene, const struct figure *figure, struct box plot)
{
    if (figure->empty_title.length)
        draw_empty(scene, figure, plot);
    else
        figure->recipe->draw(scene, plot, figure->data);
    scene_key(scene, SPAN_EMPTY);
}

void figure_draw(struct scene *scene, const struct figure *figure, struct box area)
{
    struct prose note = figure_note(&scene->arena, scene->tongue, figure);
    double below = note_height(scene, figure, area.width);
    double top = figure_head(scene, area, figure->title, figure->subtitle);
    struct box plot = {area.x, top, area.width, area.y + area.height - below - top};

    scene_dest(scene, (struct point){area.x, area.y}, figure->dest);
    scene_open(scene, TAG_FIGURE, figure->alternative);
    figure_plot(scene, figure, plot);
    scene_close(scene);
    scene_role(scene, ROLE_TEXT);
    if (below > 0) {
        scene_open(scene, TAG_P, SPAN_EMPTY);
        scene_prose(scene, &note, STYLE_NOTE,
                    (struct point){area.x, area.y + area.height - below + note_gap}, area.width,
                    NOTE_LINES);
        scene_close(scene);
    }
}
