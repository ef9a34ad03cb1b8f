#include "reports/draw/plan.h"

#include "corpus/base/memory.h"
#include "reports/draw/block.h"

#include <math.h>
#include <stdlib.h>

/* Page numbers in texts may move a line; it settles at once, or nearly so. */
enum { PASSES_MAX = 4, ROWS_TOGETHER = 3 };

/* A section goes on below the one before where so much of the page is still free. */
static const double free_to_run_on = 0.4;

static const struct theme_page *paper(const struct document *document)
{
    return document->about.letter ? &theme.letter : &theme.a4;
}

/* --- placing -------------------------------------------------------------------------- */

static void new_page(struct plan *plan)
{
    plan->pages++;
    plan->y = plan->page->top;
    plan->before = NULL;
}

static struct plan_place *add_place(struct plan *plan, size_t block, double gap, double height)
{
    struct plan_place *place;

    plan->places =
        memory_grow(plan->places, &plan->capacity, plan->count + 1, sizeof *plan->places);
    place = &plan->places[plan->count++];
    *place = (struct plan_place){.block = block,
                                 .page = plan->pages - 1,
                                 .y = plan->y + gap,
                                 .height = height,
                                 .least = height,
                                 .most = height};
    plan->y += gap + height;
    plan->before = &plan->document->blocks[block];
    return place;
}

static double room(const struct plan *plan)
{
    return plan->page->bottom - plan->y;
}

/*
 * What a table needs at least before it may break: its head and a few rows; all of it where too
 * few would be left to go on.
 */
static double table_least(struct plan *plan, const struct grid *grid)
{
    double width = plan_width(plan);
    double height = grid_head_height(&plan->scratch, grid, width, false);
    bool whole = grid->rows < (size_t)2 * ROWS_TOGETHER;

    for (size_t row = 0; row < grid->rows && (whole || row < ROWS_TOGETHER); row++)
        height += grid_row_height(&plan->scratch, grid, width, row);
    return whole ? height + grid_foot_height(&plan->scratch, grid, width) : height;
}

static bool leads(const struct block *block)
{
    return block->kind == BLOCK_SECTION || block->kind == BLOCK_HEADING ||
           block->kind == BLOCK_STANDFIRST;
}

/* The least height of block `i` and, where it leads, of what must stay with it. */
static double least_height(struct plan *plan, size_t i)
{
    const struct document *document = plan->document;
    const struct block *block = &document->blocks[i];
    double height;

    if (block->kind == BLOCK_TABLE)
        return table_least(plan, block->grid);
    height = block_extent(&plan->scratch, document, block, plan_width(plan)).least;
    for (size_t next = i + 1; leads(block) && next < document->count; next++) {
        const struct block *after = &document->blocks[next];

        height += block_gap(after, block);
        if (after->kind == BLOCK_TABLE)
            return height + table_least(plan, after->grid);
        height += block_extent(&plan->scratch, document, after, plan_width(plan)).least;
        block = after;
    }
    return height;
}

/* The rows up to `to` that stay on this page, so that no row or two go on alone. */
static size_t rows_kept(const struct grid *grid, size_t from, size_t to)
{
    size_t rest = grid->rows - to;

    if (rest == 0 || rest >= ROWS_TOGETHER || to - from < (size_t)2 * ROWS_TOGETHER)
        return to;
    return grid->rows - ROWS_TOGETHER;
}

/* As many rows as fit, page after page. */
static void place_table(struct plan *plan, size_t block, double gap)
{
    const struct grid *grid = plan->document->blocks[block].grid;
    double width = plan_width(plan);
    double foot = grid_foot_height(&plan->scratch, grid, width);
    size_t from = 0;

    do {
        double height = grid_head_height(&plan->scratch, grid, width, from > 0);
        size_t to = from;
        size_t kept;
        struct plan_place *place;

        while (to < grid->rows) {
            double row = grid_row_height(&plan->scratch, grid, width, to);
            double after = to + 1 == grid->rows ? foot : 0;

            if (to > from && gap + height + row + after > room(plan))
                break;
            height += row;
            to++;
        }
        for (kept = rows_kept(grid, from, to); to > kept; to--)
            height -= grid_row_height(&plan->scratch, grid, width, to - 1);
        place = add_place(plan, block, gap, height + (to == grid->rows ? foot : 0));
        place->from = from;
        place->to = to;
        from = to;
        gap = 0;
        if (from < grid->rows)
            new_page(plan);
    } while (from < grid->rows);
}

static double whole_height(struct plan *plan, const struct block *block)
{
    double width = plan_width(plan);
    double height;

    if (block->kind != BLOCK_TABLE)
        return block_extent(&plan->scratch, plan->document, block, width).natural;
    height = grid_head_height(&plan->scratch, block->grid, width, false) +
             grid_foot_height(&plan->scratch, block->grid, width);
    for (size_t row = 0; row < block->grid->rows; row++)
        height += grid_row_height(&plan->scratch, block->grid, width, row);
    return height;
}

/* Whether all of the section that begins with block `i` fits below what stands on this page. */
static bool fits(struct plan *plan, size_t i)
{
    const struct document *document = plan->document;
    const struct block *before = plan->before;
    double height = 0;

    for (size_t next = i; next < document->count && height <= room(plan); next++) {
        const struct block *block = &document->blocks[next];

        if (next > i && block->kind == BLOCK_SECTION)
            break;
        height += block_gap(block, before) + whole_height(plan, block);
        before = block;
    }
    return height <= room(plan);
}

/* Whether the section that begins with block `i` takes a page of its own. */
static bool breaks(struct plan *plan, size_t i)
{
    const struct block *block = &plan->document->blocks[i];
    double body = plan->page->bottom - plan->page->top;

    return block->kind == BLOCK_SECTION && !block->section.within && plan->before &&
           room(plan) < free_to_run_on * body && !fits(plan, i);
}

/* Takes `wanted` from the heights of this page's figures, in proportion to what they can give. */
static void shrink_page(struct plan *plan, double wanted)
{
    size_t first = plan->count;
    double slack = 0;
    double moved = 0;

    while (first && plan->places[first - 1].page == plan->pages - 1) {
        first--;
        slack += plan->places[first].height - plan->places[first].least;
    }
    if (slack < wanted)
        return;
    for (size_t i = first; i < plan->count; i++) {
        struct plan_place *place = &plan->places[i];
        double less = (place->height - place->least) * wanted / slack;

        place->y -= moved;
        place->height -= less;
        moved += less;
    }
    plan->y -= moved;
}

/* Makes room for block `i`: on this page, where its figures can give enough, or on the next. */
static void make_room(struct plan *plan, size_t i)
{
    const struct block *block = &plan->document->blocks[i];
    double wanted;

    if (!plan->pages || breaks(plan, i)) {
        new_page(plan);
        return;
    }
    if (!plan->before)
        return;
    wanted = least_height(plan, i) + block_gap(block, plan->before);
    if (wanted > room(plan))
        shrink_page(plan, wanted - room(plan));
    if (wanted > room(plan) + 1e-6)
        new_page(plan);
}

static void place_block(struct plan *plan, size_t i)
{
    const struct block *block = &plan->document->blocks[i];
    double gap;
    struct extent extent;
    struct plan_place *place;

    make_room(plan, i);
    gap = block_gap(block, plan->before);
    if (block->kind == BLOCK_TABLE) {
        place_table(plan, i, gap);
        return;
    }
    extent = block_extent(&plan->scratch, plan->document, block, plan_width(plan));
    if (extent.least > plan->page->bottom - plan->page->top)
        plan->too_high = block;
    place = add_place(plan, i, gap, fmax(extent.least, fmin(extent.natural, room(plan) - gap)));
    place->least = fmin(place->height, extent.least);
    place->most = fmax(place->height, extent.most);
}

/* The space that a page has left over goes to its figures, in proportion to what they can take. */
static void grow_page(struct plan *plan, size_t first, size_t end)
{
    double left = plan->page->bottom - plan->places[end - 1].y - plan->places[end - 1].height;
    double wanted = 0;
    double moved = 0;

    for (size_t i = first; i < end; i++)
        wanted += plan->places[i].most - plan->places[i].height;
    if (left <= 0 || wanted <= 0)
        return;
    for (size_t i = first; i < end; i++) {
        struct plan_place *place = &plan->places[i];
        double more = (place->most - place->height) * fmin(1, left / wanted);

        place->y += moved;
        place->height += more;
        moved += more;
    }
}

static void grow_pages(struct plan *plan)
{
    for (size_t first = 0, end; first < plan->count; first = end) {
        for (end = first; end < plan->count && plan->places[end].page == plan->places[first].page;)
            end++;
        grow_page(plan, first, end);
    }
}

/* --- destinations --------------------------------------------------------------------- */

static bool set_dest(struct plan *plan, struct span dest, size_t page, struct fault *fault)
{
    if (!dest.length)
        return true;
    for (size_t i = 0; i < dest.length; i++) {
        char c = dest.bytes[i];

        if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'))
            return fault_set(fault, FAULT_INPUT, "the destination '%.*s' is no ASCII slug",
                             SPAN_PRINT(dest));
    }
    if (!page_index_set(&plan->index, dest, page + 1))
        return fault_set(fault, FAULT_INPUT, "two places are called '%.*s'", SPAN_PRINT(dest));
    return true;
}

static bool set_dests(struct plan *plan, const struct plan_place *place, struct fault *fault)
{
    const struct block *block = &plan->document->blocks[place->block];

    if (block->kind == BLOCK_SECTION)
        return set_dest(plan, block->section.dest, place->page, fault);
    if (place->from == 0 && !set_dest(plan, block->dest, place->page, fault))
        return false;
    for (size_t i = 0; block->kind == BLOCK_FIGURES && i < block->count; i++)
        if (!set_dest(plan, block->figures[i].dest, place->page, fault))
            return false;
    for (size_t row = place->from; row < place->to && block->grid->dests; row++)
        if (!set_dest(plan, block->grid->dests[row], place->page, fault))
            return false;
    return true;
}

/* --- passes --------------------------------------------------------------------------- */

void plan_release(struct plan *plan)
{
    scene_release(&plan->scratch);
    free(plan->places);
    page_index_release(&plan->index);
    *plan = PLAN_EMPTY;
}

/* Places every block, with the page numbers that `pages` knows (NULL for none). */
static bool place_all(struct plan *plan, const struct document *document, struct typeset *typeset,
                      const struct page_index *pages, struct fault *fault)
{
    *plan = (struct plan){.document = document, .page = paper(document)};
    plan->scratch = SCENE_OF(typeset, plan->page->width, plan->page->height);
    plan->scratch.pages = pages;
    plan->scratch.tongue = document->about.tongue;
    for (size_t i = 0; i < document->count; i++) {
        place_block(plan, i);
        arena_clear(&plan->scratch.arena);
        plan->scratch.missing = SPAN_EMPTY;
    }
    if (!plan->pages)
        new_page(plan);
    if (plan->too_high) {
        struct span title = plan->too_high->kind == BLOCK_FIGURES ? plan->too_high->figures[0].title
                                                                  : span_of("a paragraph");

        plan_release(plan);
        return fault_set(fault, FAULT_INPUT, "no page is high enough for '%.*s'",
                         SPAN_PRINT(title));
    }
    grow_pages(plan);
    for (size_t i = 0; i < plan->count; i++)
        if (!set_dests(plan, &plan->places[i], fault)) {
            plan_release(plan);
            return false;
        }
    return true;
}

bool plan_make(struct plan *plan, const struct document *document, struct typeset *typeset,
               struct fault *fault)
{
    if (!place_all(plan, document, typeset, NULL, fault))
        return false;
    for (int pass = 1; pass < PASSES_MAX; pass++) {
        struct plan next;
        bool settled;

        if (!place_all(&next, document, typeset, &plan->index, fault)) {
            plan_release(plan);
            return false;
        }
        settled = page_index_equal(&plan->index, &next.index);
        plan_release(plan);
        *plan = next;
        plan->scratch.pages = NULL; /* it looked into the plan before */
        if (settled)
            break;
    }
    return true;
}
