#include "reports/charts/chart_pairs.h"

#include "reports/draw/facet.h"

#include <math.h>

static const struct facet_look look = {
    .height = {.least = 54, .natural = 72, .most = 110}, .narrowest = 108, .head = 14};

static const double dot = 2.2, value_gap = 5;

enum { COLUMNS_MOST = 3 };

static struct extent extent(const void *data, double width)
{
    const struct chart_pairs *all = data;
    struct facets facets = facets_in(&look, all->count, COLUMNS_MOST, width);

    return facets_extent(&facets);
}

static double highest(const struct chart_pairs *all)
{
    double high = 0;

    for (size_t i = 0; i < all->count; i++) {
        high = facet_highest(high, all->rows[i].a, all->week_count);
        high = facet_highest(high, all->rows[i].b, all->week_count);
        high = facet_highest(high, all->rows[i].whole, all->week_count);
    }
    return high;
}

/* At the right end of the head, `right` from it; gives where the text begins. */
static double draw_value(struct scene *scene, struct box box, enum unit unit, double value,
                         double right, uint32_t colour)
{
    struct format_text text = format_value(scene->tongue, value, unit);
    double width;

    if (!isfinite(value))
        return right;
    width = typeset_width(scene->typeset, span_of(text.text), STYLE_LABEL_BOLD);
    scene_text(scene, (struct label){.text = span_of(text.text),
                                     .x = right - width,
                                     .y = box.y + 7,
                                     .style = STYLE_LABEL_BOLD,
                                     .colour = colour});
    return right - width - value_gap;
}

static void draw_head(struct scene *scene, struct box box, const struct chart_pair *row,
                      enum unit unit)
{
    double right = box.x + box.width;

    scene_role(scene, ROLE_LABEL);
    right = draw_value(scene, box, unit, row->b_value, right, COLOUR_MORE);
    right = draw_value(scene, box, unit, row->a_value, right, COLOUR_LESS);
    scene_text(scene, (struct label){.text = row->label,
                                     .x = box.x,
                                     .y = box.y + 7,
                                     .style = STYLE_LABEL_BOLD,
                                     .width = right - box.x});
}

static void draw_panel(struct scene *scene, const struct facets *facets, struct facet facet,
                       const struct chart_pair *row)
{
    scene_key(scene, row->key);
    draw_head(scene, facet.box, row, facets->weeks.unit);
    facet_axes(scene, facets, &facet);
    if (row->whole) {
        scene_role(scene, ROLE_CONTEXT);
        facet_line(scene, facets, &facet, row->whole,
                   (struct facet_stroke){theme.line_series, COLOUR_CONTEXT, 0});
    }
    scene_role(scene, ROLE_DATA);
    facet_line(scene, facets, &facet, row->a,
               (struct facet_stroke){theme.line_series, COLOUR_LESS, dot});
    facet_line(scene, facets, &facet, row->b,
               (struct facet_stroke){theme.line_series, COLOUR_MORE, dot});
    scene_link(scene, facet.box, row->target);
}

static void draw(struct scene *scene, struct box area, const void *data)
{
    const struct chart_pairs *all = data;
    struct facets facets = facets_in(&look, all->count, COLUMNS_MOST, area.width);

    if (!all->week_count)
        return;
    facets_scale(&facets, scene, area,
                 (struct facet_weeks){all->first_week, all->week_count, all->unit}, highest(all));
    for (size_t i = 0; i < all->count; i++)
        draw_panel(scene, &facets, facets_panel(&facets, i), &all->rows[i]);
}

static void table(struct sheet *sheet, const void *data)
{
    const struct chart_pairs *all = data;

    sheet_column(sheet, span_of("Name"), false);
    sheet_column(sheet, span_of("Week"), false);
    sheet_column(sheet, all->a_title, true);
    sheet_column(sheet, all->b_title, true);
    for (size_t i = 0; i < all->count; i++)
        for (size_t w = 0; w < all->week_count; w++) {
            const struct chart_pair *row = &all->rows[i];

            if (!isfinite(row->a[w]) && !isfinite(row->b[w]))
                continue;
            sheet_text(sheet, row->label, w == 0 ? row->target : SPAN_EMPTY);
            sheet_week(sheet, all->first_week + (int32_t)w);
            sheet_value(sheet, row->a[w], all->unit);
            sheet_value(sheet, row->b[w], all->unit);
        }
}

const struct recipe chart_pairs = {"pairs", extent, draw, table};
