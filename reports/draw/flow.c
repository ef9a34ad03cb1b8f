#include "reports/draw/flow.h"

#include "corpus/base/memory.h"
#include "reports/draw/block.h"
#include "reports/draw/furniture.h"
#include "reports/draw/plan.h"

#include <stdlib.h>

static bool check_figures(const struct block *block, struct fault *fault)
{
    int columns = 0;

    for (size_t i = 0; i < block->count; i++) {
        const struct figure *figure = &block->figures[i];

        columns += figure->columns;
        if (!figure->alternative.length || !figure->title.length)
            return fault_set(fault, FAULT_INPUT,
                             "the figure '%.*s' has no title or no text alternative",
                             SPAN_PRINT(figure->title));
    }
    if (block->kind == BLOCK_FIGURES && columns != theme.columns)
        return fault_set(fault, FAULT_INPUT, "the figures beside '%.*s' fill %d columns, not %d",
                         SPAN_PRINT(block->figures[0].title), columns, theme.columns);
    return true;
}

/* --- drawing -------------------------------------------------------------------------- */

static void draw_place(struct scene *scene, const struct plan *plan, const struct plan_place *place)
{
    const struct block *block = &plan->document->blocks[place->block];
    struct box area = {plan->page->left, place->y, plan_width(plan), place->height};

    if (block->kind != BLOCK_TABLE) {
        block_draw(scene, plan->document, block, area);
        return;
    }
    if (place->from == 0)
        scene_dest(scene, (struct point){area.x, area.y}, block->dest);
    grid_draw(scene, block->grid, area, place->from, place->to);
}

static void add_outline(struct pages *pages, const struct section *section)
{
    struct outline_entry *entry;

    pages->outline = memory_grow(pages->outline, &pages->outline_capacity, pages->outline_count + 1,
                                 sizeof *pages->outline);
    entry = &pages->outline[pages->outline_count++];
    entry->title =
        typeset_clean(&pages->arena, section->running.length ? section->running : section->title);
    entry->dest = arena_copy(&pages->arena, section->dest);
    entry->level = section->level == 2 ? 2 : 1;
}

static void draw_pages(struct pages *pages, const struct plan *plan, struct typeset *typeset)
{
    struct span running = SPAN_EMPTY;
    size_t next = 0;

    pages->scenes = memory_new(plan->pages, sizeof *pages->scenes);
    pages->count = plan->pages;
    for (size_t p = 0; p < plan->pages; p++) {
        struct scene *scene = &pages->scenes[p];

        *scene = SCENE_OF(typeset, plan->page->width, plan->page->height);
        scene->pages = &pages->index;
        scene->tongue = plan->document->about.tongue;
        if (next < plan->count && plan->places[next].page == p &&
            plan->document->blocks[plan->places[next].block].kind == BLOCK_SECTION)
            running = plan->document->blocks[plan->places[next].block].section.running;
        furniture_draw(scene, plan->page, &plan->document->about, running, p + 1);
        for (; next < plan->count && plan->places[next].page == p; next++) {
            const struct block *block = &plan->document->blocks[plan->places[next].block];

            draw_place(scene, plan, &plan->places[next]);
            if (block->kind == BLOCK_SECTION) {
                add_outline(pages, &block->section);
                running = block->section.running;
            }
        }
        scene->pages = NULL; /* all page runs are texts now */
    }
}

/* Each page run and each link to "#name" must lead to a page. */
static bool check_targets(const struct pages *pages, struct fault *fault)
{
    for (size_t p = 0; p < pages->count; p++) {
        const struct scene *scene = &pages->scenes[p];

        if (scene->missing.length)
            return fault_set(fault, FAULT_INPUT, "page %zu names '%.*s', which is nowhere", p + 1,
                             SPAN_PRINT(scene->missing));
        for (size_t i = 0; i < scene->count; i++) {
            struct span target = scene->marks[i].target;

            if (span_starts(target, "#") &&
                !page_index_find(&pages->index, span_cut(target, 1, target.length)))
                return fault_set(fault, FAULT_INPUT, "page %zu links to '%.*s', which is nowhere",
                                 p + 1, SPAN_PRINT(target));
        }
    }
    return true;
}

bool flow_pages(struct pages *pages, const struct document *document, struct typeset *typeset,
                struct fault *fault)
{
    struct plan plan;

    *pages = PAGES_EMPTY;
    for (size_t i = 0; i < document->count; i++)
        if (document->blocks[i].kind == BLOCK_FIGURES &&
            !check_figures(&document->blocks[i], fault))
            return false;
    if (!plan_make(&plan, document, typeset, fault))
        return false;
    pages->about = document->about;
    pages->width = plan.page->width;
    pages->height = plan.page->height;
    pages->index = plan.index;
    plan.index = PAGE_INDEX_EMPTY;
    draw_pages(pages, &plan, typeset);
    plan_release(&plan);
    if (check_targets(pages, fault))
        return true;
    pages_release(pages);
    return false;
}

void pages_release(struct pages *pages)
{
    for (size_t p = 0; p < pages->count; p++)
        scene_release(&pages->scenes[p]);
    free(pages->scenes);
    free(pages->outline);
    page_index_release(&pages->index);
    arena_release(&pages->arena);
    *pages = PAGES_EMPTY;
}
