#include "reports/draw/document.h"

#include "corpus/base/memory.h"

#include <stdlib.h>

void document_release(struct document *document)
{
    arena_release(&document->arena);
    free(document->blocks);
    *document = DOCUMENT_EMPTY;
}

static struct block *add(struct document *document, enum block_kind kind)
{
    struct block *block;

    document->blocks = memory_grow(document->blocks, &document->capacity, document->count + 1,
                                   sizeof *document->blocks);
    block = &document->blocks[document->count++];
    *block = (struct block){.kind = kind};
    return block;
}

static void *copy_of(struct document *document, const void *items, size_t count, size_t size)
{
    void *copy = arena_new(&document->arena, count ? count : 1, size);

    if (count)
        memcpy(copy, items, count * size);
    return copy;
}

void document_section(struct document *document, struct section section)
{
    add(document, BLOCK_SECTION)->section = section;
}

static void add_prose(struct document *document, enum block_kind kind, const struct prose *prose)
{
    add(document, kind)->prose = copy_of(document, prose, 1, sizeof *prose);
}

void document_standfirst(struct document *document, const struct prose *prose)
{
    add_prose(document, BLOCK_STANDFIRST, prose);
}

void document_paragraph(struct document *document, const struct prose *prose)
{
    add_prose(document, BLOCK_PARAGRAPH, prose);
}

void document_notice(struct document *document, const struct prose *prose)
{
    add_prose(document, BLOCK_NOTICE, prose);
}

void document_heading(struct document *document, struct span title, struct span dest)
{
    struct prose prose = PROSE_IN(&document->arena);

    prose_text(&prose, title);
    add_prose(document, BLOCK_HEADING, &prose);
    document->blocks[document->count - 1].dest = dest;
}

void document_contents(struct document *document)
{
    add(document, BLOCK_CONTENTS);
}

void document_figures(struct document *document, const struct figure *figures, size_t count)
{
    struct block *block = add(document, BLOCK_FIGURES);

    block->figures = copy_of(document, figures, count, sizeof *figures);
    block->count = count;
}

void document_table(struct document *document, const struct grid *grid, struct span dest)
{
    struct block *block = add(document, BLOCK_TABLE);

    block->grid = copy_of(document, grid, 1, sizeof *grid);
    block->dest = dest;
}

void document_findings(struct document *document, const struct finding *findings, size_t count)
{
    struct block *block = add(document, BLOCK_FINDINGS);

    block->findings = copy_of(document, findings, count, sizeof *findings);
    block->count = count;
}

void document_kpis(struct document *document, const struct kpi *kpis, size_t count)
{
    struct block *block = add(document, BLOCK_KPIS);

    block->kpis = copy_of(document, kpis, count, sizeof *kpis);
    block->count = count;
}
