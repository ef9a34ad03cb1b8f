#include "reports/draw/grid.h"

#include "reports/draw/figure.h"
#include "reports/draw/spark.h"

#include <assert.h>
#include <math.h>

static const double column_gap = 10, header_height = 14, line_pitch = 10, foot_gap = 4;

enum { COLUMNS_MAX = 16, FOOT_LINES = 4 };

struct layout {
    double left[COLUMNS_MAX], width[COLUMNS_MAX]; /* of the text, without the gap */
};

static struct layout layout_of(const struct grid *grid, double x, double width)
{
    struct layout layout;
    double rest = width - column_gap * (double)(grid->column_count - 1);
    double shares = 0;

    assert(grid->column_count > 0 && grid->column_count <= COLUMNS_MAX);
    for (size_t c = 0; c < grid->column_count; c++) {
        rest -= grid->columns[c].points;
        if (grid->columns[c].points <= 0)
            shares += grid->columns[c].share;
    }
    for (size_t c = 0; c < grid->column_count; c++) {
        const struct column *column = &grid->columns[c];

        layout.left[c] = x;
        layout.width[c] =
            column->points > 0 ? column->points : fmax(rest, 0) * column->share / shares;
        x += layout.width[c] + column_gap;
    }
    return layout;
}

static struct span title_of(struct scene *scene, const struct grid *grid, bool continued)
{
    struct prose title = PROSE_IN(&scene->arena);

    if (!continued || !grid->title.length)
        return grid->title;
    prose_print(&title, "%.*s%s", SPAN_PRINT(grid->title), scene->tongue->continued);
    return prose_plain(&title);
}

double grid_head_height(struct scene *scratch, const struct grid *grid, double width,
                        bool continued)
{
    struct span subtitle = continued ? SPAN_EMPTY : grid->subtitle;

    if (!grid->title.length)
        return header_height;
    return figure_head_height(scratch, title_of(scratch, grid, continued), subtitle, width) +
           header_height;
}

static enum style cell_style(const struct grid *grid, size_t row, size_t c)
{
    const struct cell *cell = &grid->cells[row * grid->column_count + c];

    return grid->columns[c].bold || cell->tone != TONE_PLAIN ? STYLE_LABEL_BOLD : STYLE_LABEL;
}

double grid_row_height(struct scene *scratch, const struct grid *grid, double width, size_t row)
{
    struct layout layout = layout_of(grid, 0, width);
    double lines = 1;

    for (size_t c = 0; c < grid->column_count; c++) {
        const struct cell *cell = &grid->cells[row * grid->column_count + c];
        enum style style = cell_style(grid, row, c);

        if (grid->columns[c].lines > 1)
            lines = fmax(lines, scene_height(scratch, cell->text, style, layout.width[c],
                                             (size_t)grid->columns[c].lines) /
                                    theme.styles[style].leading);
    }
    return theme.row + line_pitch * (lines - 1);
}

struct prose grid_note(struct arena *arena, const struct tongue *tongue, const struct grid *grid)
{
    struct prose foot = PROSE_IN(arena);

    for (size_t r = 0; grid->note && r < grid->note->count; r++)
        prose_add(&foot, grid->note->runs[r]);
    if (grid->csv.length)
        prose_print(&foot, "%s%s%.*s.", foot.count ? " " : "", tongue->table_in,
                    SPAN_PRINT(grid->csv));
    return foot;
}

double grid_foot_height(struct scene *scratch, const struct grid *grid, double width)
{
    struct prose foot = grid_note(&scratch->arena, scratch->tongue, grid);
    double height = scene_prose_height(scratch, &foot, STYLE_NOTE, width, FOOT_LINES);

    return height > 0 ? height + foot_gap : 0;
}

static double edge(const struct layout *layout, size_t c, enum align align)
{
    return layout->left[c] + (align == ALIGN_RIGHT    ? layout->width[c]
                              : align == ALIGN_CENTRE ? layout->width[c] / 2
                                                      : 0);
}

static void draw_header(struct scene *scene, const struct grid *grid, const struct layout *layout,
                        struct box line)
{
    scene_open(scene, TAG_TR, SPAN_EMPTY);
    for (size_t c = 0; c < grid->column_count; c++) {
        const struct column *column = &grid->columns[c];

        scene_open(scene, TAG_TH, SPAN_EMPTY);
        scene_text(scene, (struct label){.text = span_of(column->title),
                                         .x = edge(layout, c, column->align),
                                         .y = line.y + 8,
                                         .style = STYLE_AXIS,
                                         .align = column->align,
                                         .colour = COLOUR_SECONDARY,
                                         .width = layout->width[c]});
        scene_close(scene);
    }
    scene_close(scene);
    scene_role(scene, ROLE_FURNITURE);
    scene_rect(scene,
               (struct box){line.x, line.y + header_height - theme.line_rule - 1, line.width,
                            theme.line_rule},
               COLOUR_INK);
    scene_role(scene, ROLE_TEXT);
}

static void draw_cell(struct scene *scene, const struct grid *grid, const struct layout *layout,
                      double y, size_t at)
{
    const struct cell *cell = &grid->cells[at];
    size_t c = at % grid->column_count;
    const struct column *column = &grid->columns[c];
    struct label label = {.text = cell->text,
                          .x = edge(layout, c, column->align),
                          .y = y + 9.7,
                          .style = cell_style(grid, at / grid->column_count, c),
                          .align = column->align,
                          .width = layout->width[c],
                          .target = cell->target,
                          .colour = column->muted ? COLOUR_SECONDARY : COLOUR_INK};

    if (cell->tone != TONE_PLAIN)
        label.colour = theme_tone(cell->tone);
    if (cell->spark) {
        struct box area = {layout->left[c], y + 2.5, layout->width[c], 8.5};

        spark_draw(scene, area, cell->spark, cell->spark_count,
                   cell->tone == TONE_PLAIN ? COLOUR_MORE : theme_tone(cell->tone));
        scene_role(scene, ROLE_TEXT);
    } else if (column->lines > 1) {
        struct prose prose = PROSE_IN(&scene->arena);

        prose_add(&prose,
                  (struct run){.text = cell->text, .target = cell->target, .colour = label.colour});
        scene_prose(scene, &prose, label.style,
                    (struct point){label.x, label.y - typeset_ascent(label.style)}, label.width,
                    (size_t)column->lines);
    } else {
        scene_text(scene, label);
    }
}

static void draw_row(struct scene *scene, const struct grid *grid, const struct layout *layout,
                     struct box line, size_t row)
{
    bool strong = grid->rule_above && grid->rule_above[row];

    if (strong) {
        scene_role(scene, ROLE_FURNITURE);
        scene_rect(scene, (struct box){line.x, line.y - 0.5, line.width, 0.75}, COLOUR_CONTEXT);
        scene_role(scene, ROLE_TEXT);
    }
    if (grid->dests)
        scene_dest(scene, (struct point){line.x, line.y}, grid->dests[row]);
    scene_open(scene, TAG_TR, SPAN_EMPTY);
    for (size_t c = 0; c < grid->column_count; c++) {
        scene_open(scene, TAG_TD, SPAN_EMPTY);
        draw_cell(scene, grid, layout, line.y, row * grid->column_count + c);
        scene_close(scene);
    }
    scene_close(scene);
    scene_role(scene, ROLE_FURNITURE);
    scene_rect(scene, (struct box){line.x, line.y + line.height - 0.35, line.width, 0.35},
               COLOUR_GRID);
    scene_role(scene, ROLE_TEXT);
}

void grid_draw(struct scene *scene, const struct grid *grid, struct box area, size_t from,
               size_t to)
{
    struct layout layout = layout_of(grid, area.x, area.width);
    struct prose foot = grid_note(&scene->arena, scene->tongue, grid);
    struct box line = area;

    if (grid->title.length)
        line.y = figure_head(scene, area, title_of(scene, grid, from > 0),
                             from > 0 ? SPAN_EMPTY : grid->subtitle);
    scene_role(scene, ROLE_TEXT);
    scene_open(scene, TAG_TABLE, SPAN_EMPTY);
    draw_header(scene, grid, &layout, line);
    line.y += header_height;
    for (size_t row = from; row < to; row++) {
        line.height = grid_row_height(scene, grid, area.width, row);
        draw_row(scene, grid, &layout, line, row);
        line.y += line.height;
    }
    scene_close(scene);
    if (to < grid->rows || !foot.count)
        return;
    scene_open(scene, TAG_P, SPAN_EMPTY);
    scene_prose(scene, &foot, STYLE_NOTE, (struct point){area.x, line.y + foot_gap}, area.width,
                FOOT_LINES);
    scene_close(scene);
}
