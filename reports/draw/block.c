#include "reports/draw/block.h"

#include "reports/draw/strip.h"

#include <math.h>

static const double title_gap = 4, section_gap = 32, notice_gap = 6, contents_row = 16,
                    notice_inset = 8;

static double span_width(int columns, double width)
{
    double column = (width - theme.gutter * (theme.columns - 1)) / theme.columns;

    return columns * column + (columns - 1) * theme.gutter;
}

static enum style title_style(const struct section *section)
{
    return section->front ? STYLE_PAGE_TITLE : STYLE_SECTION_TITLE;
}

static struct extent fixed(double height)
{
    return (struct extent){height, height, height};
}

/* A row of figures is as high as its highest, and none may be squeezed below its least. */
static struct extent row_extent(struct scene *scratch, const struct block *block, double width)
{
    struct extent row = {0, 0, 0};

    for (size_t i = 0; i < block->count; i++) {
        struct extent one = figure_extent(scratch, &block->figures[i],
                                          span_width(block->figures[i].columns, width));

        row.least = fmax(row.least, one.least);
        row.natural = fmax(row.natural, one.natural);
        row.most = fmax(row.most, one.most);
    }
    return row;
}

static size_t section_count(const struct document *document)
{
    size_t count = 0;

    for (size_t i = 0; i < document->count; i++)
        count += document->blocks[i].kind == BLOCK_SECTION;
    return count;
}

static size_t contents_rows(const struct document *document)
{
    return (section_count(document) + 1) / 2;
}

static double prose_height(struct scene *scratch, const struct block *block, double width)
{
    switch (block->kind) {
    case BLOCK_STANDFIRST:
        return scene_prose_height(scratch, block->prose, STYLE_STANDFIRST, width, 0);
    case BLOCK_HEADING:
        return scene_prose_height(scratch, block->prose, STYLE_HEADING, width, 0);
    case BLOCK_NOTICE:
        return scene_prose_height(scratch, block->prose, STYLE_BODY, width - 2 * notice_inset, 0) +
               2 * notice_inset;
    case BLOCK_PARAGRAPH:
    case BLOCK_SECTION:
    case BLOCK_FIGURES:
    case BLOCK_TABLE:
    case BLOCK_FINDINGS:
    case BLOCK_KPIS:
    case BLOCK_CONTENTS:
    case BLOCK_KINDS:
        break;
    }
    return scene_prose_height(scratch, block->prose, STYLE_BODY, fmin(width, span_width(9, width)),
                              0);
}

struct extent block_extent(struct scene *scratch, const struct document *document,
                           const struct block *block, double width)
{
    switch (block->kind) {
    case BLOCK_SECTION:
        return fixed(
            scene_height(scratch, block->section.title, title_style(&block->section), width, 3));
    case BLOCK_FIGURES:
        return row_extent(scratch, block, width);
    case BLOCK_FINDINGS:
        return fixed(strip_findings_height(scratch, block->findings, block->count, width));
    case BLOCK_KPIS:
        return fixed(strip_kpis_height());
    case BLOCK_CONTENTS:
        return fixed((double)contents_rows(document) * contents_row);
    case BLOCK_STANDFIRST:
    case BLOCK_HEADING:
    case BLOCK_PARAGRAPH:
    case BLOCK_NOTICE:
    case BLOCK_TABLE:
    case BLOCK_KINDS:
        break;
    }
    return fixed(prose_height(scratch, block, width));
}

double block_gap(const struct block *block, const struct block *before)
{
    if (!before)
        return 0;
    if (block->kind == BLOCK_STANDFIRST)
        return title_gap;
    if (block->kind == BLOCK_SECTION)
        return section_gap;
    if (block->kind == BLOCK_NOTICE && before->kind == BLOCK_NOTICE)
        return notice_gap;
    if (block->kind == BLOCK_PARAGRAPH && before->kind == BLOCK_PARAGRAPH)
        return 6;
    if (before->kind == BLOCK_HEADING)
        return theme.gap_heading;
    if (before->kind == BLOCK_SECTION || before->kind == BLOCK_STANDFIRST)
        return 12;
    return theme.gap;
}

static void draw_prose(struct scene *scene, const struct block *block, struct box area)
{
    static const struct {
        enum style style;
        enum tag tag;
    } looks[BLOCK_KINDS] = {[BLOCK_STANDFIRST] = {STYLE_STANDFIRST, TAG_P},
                            [BLOCK_HEADING] = {STYLE_HEADING, TAG_H2},
                            [BLOCK_PARAGRAPH] = {STYLE_BODY, TAG_P},
                            [BLOCK_NOTICE] = {STYLE_BODY, TAG_P}};
    enum style style = looks[block->kind].style;

    scene_dest(scene, (struct point){area.x, area.y}, block->dest);
    if (block->kind == BLOCK_PARAGRAPH)
        area.width = span_width(9, area.width);
    if (block->kind == BLOCK_NOTICE) {
        scene_rect(scene, area, COLOUR_PANEL);
        scene_rect(scene, (struct box){area.x, area.y, 2.4, area.height}, COLOUR_NOTICE);
        area.x += notice_inset;
        area.y += notice_inset;
        area.width -= 2 * notice_inset;
    }
    scene_open(scene, looks[block->kind].tag, SPAN_EMPTY);
    scene_prose(scene, block->prose, style, (struct point){area.x, area.y}, area.width, 0);
    scene_close(scene);
}

static void draw_section(struct scene *scene, const struct section *section, struct box area)
{
    scene_dest(scene, (struct point){area.x, area.y}, section->dest);
    scene_open(scene, TAG_H1, SPAN_EMPTY);
    scene_paragraph(scene, section->title, title_style(section), (struct point){area.x, area.y},
                    area.width, 3);
    scene_close(scene);
}

static void draw_figures(struct scene *scene, const struct block *block, struct box area)
{
    double x = area.x;

    for (size_t i = 0; i < block->count; i++) {
        double width = span_width(block->figures[i].columns, area.width);

        figure_draw(scene, &block->figures[i], (struct box){x, area.y, width, area.height});
        x += width + theme.gutter;
    }
}

static void draw_entry(struct scene *scene, const struct section *section, struct box area)
{
    struct prose page = PROSE_IN(&scene->arena);
    struct prose target = PROSE_IN(&scene->arena);
    bool top = section->level != 2;
    double number_width = 24;

    prose_add(&page, (struct run){.text = section->dest, .page = true});
    prose_print(&target, "#%.*s", SPAN_PRINT(section->dest));
    page = scene_resolve(scene, &page);
    scene_role(scene, ROLE_TEXT);
    scene_open(scene, TAG_P, SPAN_EMPTY);
    scene_text(scene, (struct label){.text = section->running,
                                     .x = area.x + (top ? 0 : 10),
                                     .y = area.y + 11,
                                     .style = top ? STYLE_LABEL_BOLD : STYLE_LABEL,
                                     .width = area.width - number_width - (top ? 0 : 10)});
    scene_text(scene, (struct label){.text = prose_plain(&page),
                                     .x = area.x + area.width,
                                     .y = area.y + 11,
                                     .style = STYLE_LABEL,
                                     .align = ALIGN_RIGHT});
    scene_close(scene);
    scene_link(scene, area, prose_plain(&target));
    scene_role(scene, ROLE_FURNITURE);
    scene_rect(scene, (struct box){area.x, area.y + area.height - 0.35, area.width, 0.35},
               COLOUR_GRID);
}

static void draw_contents(struct scene *scene, const struct document *document, struct box area)
{
    size_t rows = contents_rows(document);
    double width = span_width(6, area.width);
    size_t entry = 0;

    for (size_t i = 0; i < document->count; i++) {
        if (document->blocks[i].kind != BLOCK_SECTION || !rows)
            continue;
        draw_entry(
            scene, &document->blocks[i].section,
            (struct box){area.x + floor((double)entry / (double)rows) * (width + theme.gutter),
                         area.y + (double)(entry % rows) * contents_row, width, contents_row});
        entry++;
    }
}

void block_draw(struct scene *scene, const struct document *document, const struct block *block,
                struct box area)
{
    scene_role(scene, ROLE_TEXT);
    switch (block->kind) {
    case BLOCK_SECTION:
        draw_section(scene, &block->section, area);
        break;
    case BLOCK_FIGURES:
        draw_figures(scene, block, area);
        break;
    case BLOCK_FINDINGS:
        strip_findings(scene, block->findings, block->count, area);
        break;
    case BLOCK_KPIS:
        strip_kpis(scene, block->kpis, block->count, area);
        break;
    case BLOCK_CONTENTS:
        draw_contents(scene, document, area);
        break;
    case BLOCK_STANDFIRST:
    case BLOCK_HEADING:
    case BLOCK_PARAGRAPH:
    case BLOCK_NOTICE:
        draw_prose(scene, block, area);
        break;
    case BLOCK_TABLE:
    case BLOCK_KINDS:
        break;
    }
}
