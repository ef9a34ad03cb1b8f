#include "corpus/read/parts.h"

#include "corpus/base/memory.h"
#include "corpus/read/headline.h"
#include "corpus/read/hints.h"

#include <stdlib.h>

enum {
    PROSE_MIN = 25,     /* letters of a sentence that stands alone */
    TEASER_MAX = 600,   /* letters of a teaser with its heading */
    TEASER_TITLE = 12,  /* letters of its linked title */
    TEASERS_MIN = 3,    /* teasers that make a list of them */
    FORM_MAX = 600,     /* letters of a box with a form */
    HEADLINE_MAX = 200, /* letters of a line that may say the title */
    PERCENT = 100,      /* of the page's prose, or of a block's letters: */
    BESIDE_PROSE = 40,  /* more than this much is not beside the article */
    COMMENT_PROSE = 95, /* the same of readers' comments */
    SURE_PROSE = 60,    /* the same of <aside>, <nav>, ... */
    FORM_PROSE = 25,    /* the same of a box with a form */
    LINKED_MAX = 50,    /* more of a block linked, and it is no prose */
};

/* --- what a block is ---------------------------------------------------------------------- */

bool parts_is_prose(const struct block *block)
{
    return block->kind != BLOCK_HEADING && !blocks_is_linked(block) &&
           (block->size >= PARTS_PROSE_LONG || (block->ends && block->size >= PROSE_MIN));
}

/* --- what an element holds ---------------------------------------------------------------- */

static void count_blocks(struct parts *parts, const struct bytes *title)
{
    const struct markup *markup = parts->markup;

    for (uint32_t i = 0; i < markup->count; i++)
        parts->items[i].beside = HINTS_NONE;
    for (size_t i = 0; i < parts->blocks->count; i++) {
        const struct block *block = &parts->blocks->items[i];
        struct part *part = &parts->items[block->node];

        part->size += block->size;
        part->linked += block->linked;
        part->prose += parts_is_prose(block) ? block->size : 0;
        part->blocks++;
        part->title |= blocks_is_linked(block) && block->size >= TEASER_TITLE;
        part->headline |= (block->kind == BLOCK_HEADING || block->size < HEADLINE_MAX) &&
                          headline_says(parts->blocks, i, title);
    }
    for (uint32_t i = (uint32_t)markup->count; i-- > 1;) {
        enum markup_tag tag = markup->nodes[i].tag;
        struct part *part = &parts->items[i], *outer = &parts->items[markup->nodes[i].parent];
        struct span type = tag == TAG_INPUT ? markup_value(markup, i, ATTRIBUTE_TYPE) : SPAN_EMPTY;

        part->form |= tag == TAG_FORM || (tag == TAG_INPUT && !span_is(type, "hidden"));
        part->headline |= tag == TAG_H1 && title->count == 0;
        outer->size += part->size;
        outer->linked += part->linked;
        outer->prose += part->prose;
        outer->blocks += part->blocks;
        outer->form |= part->form;
        outer->headline |= part->headline;
        outer->title |= part->title;
        if (tag > TAG_LINES && part->title && part->size < TEASER_MAX && !part->headline) {
            outer->teasers++;
            outer->teaser_size += part->size;
        }
    }
    parts->prose = parts->items[0].prose;
}

bool parts_is_more(const struct parts *parts, const struct part *part, uint32_t percent)
{
    return (uint64_t)part->prose * PERCENT > (uint64_t)parts->prose * percent;
}

/* --- what is set aside -------------------------------------------------------------------- */

static bool has_role_beside(struct span role)
{
    static const char *const roles[] = {"navigation", "banner",  "contentinfo", "complementary",
                                        "parts",      "dialog",  "alertdialog", "menu",
                                        "menubar",    "toolbar", "tablist",     "alert",
                                        "tooltip",    "figure",  "img"};

    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
        if (span_is(role, roles[i]))
            return true;
    return false;
}

static bool is_beside_by_tag(const struct parts *parts, uint32_t node)
{
    enum markup_tag tag = parts->markup->nodes[node].tag;

    return tag == TAG_NAV || tag == TAG_ASIDE || tag == TAG_FOOTER || tag == TAG_FIGURE ||
           has_role_beside(markup_value(parts->markup, node, ATTRIBUTE_ROLE));
}

static bool is_comment(const struct parts *parts, uint32_t node)
{
    const struct markup *markup = parts->markup;

    return hints_comment(markup_value(markup, node, ATTRIBUTE_CLASS)) ||
           hints_comment(markup_value(markup, node, ATTRIBUTE_ID)) ||
           hints_comment(markup_value(markup, node, ATTRIBUTE_ITEMPROP)) ||
           span_ends(markup_value(markup, node, ATTRIBUTE_ITEMTYPE), "/Comment");
}

/* Readers' comments, teasers, boxes of links, boxes with a form. */
static bool is_beside_by_content(const struct parts *parts, uint32_t node, bool teasers)
{
    const struct markup_node *element = &parts->markup->nodes[node];
    const struct part *part = &parts->items[node], *outer = &parts->items[element->parent];

    if (teasers && outer->teasers >= TEASERS_MIN && part->title && part->size < TEASER_MAX &&
        !part->headline && outer->teaser_size * 2 > outer->size)
        return true;
    if (part->form && part->blocks > 0 && part->size < FORM_MAX && !part->headline &&
        !parts_is_more(parts, part, FORM_PROSE))
        return true;
    return part->blocks > 1 && !part->headline &&
           (uint64_t)part->linked * PERCENT > (uint64_t)part->size * LINKED_MAX;
}

static int word_beside(const struct parts *parts, uint32_t node)
{
    const struct part *part = &parts->items[node];
    int word;

    if (parts->markup->nodes[node].length == 0 || part->blocks == 0 || part->headline ||
        parts_is_more(parts, part, BESIDE_PROSE))
        return HINTS_NONE;
    word = hints_beside(markup_value(parts->markup, node, ATTRIBUTE_CLASS));
    return word != HINTS_NONE ? word
                              : hints_beside(markup_value(parts->markup, node, ATTRIBUTE_ID));
}

/* Words that set much of the prose aside, each a little, mean something else on this page. */
static void weigh_words(struct parts *parts, bool trusted[HINTS_MAX])
{
    const struct markup *markup = parts->markup;
    uint64_t prose[HINTS_MAX] = {0};

    for (uint32_t i = 1; i < markup->count; i++) {
        struct part *part = &parts->items[i];
        const struct part *outer = &parts->items[markup->nodes[i].parent];

        if (markup->nodes[i].tag <= TAG_LINES)
            continue;
        part->beside = word_beside(parts, i);
        if (part->beside != HINTS_NONE && outer->beside == HINTS_NONE)
            prose[part->beside] += part->prose;
        else if (outer->beside != HINTS_NONE)
            part->beside = outer->beside;
    }
    for (size_t i = 0; i < HINTS_MAX; i++)
        trusted[i] = prose[i] * PERCENT <= (uint64_t)parts->prose * BESIDE_PROSE;
}

static void set_aside(struct parts *parts, enum parts_evidence evidence)
{
    const struct markup *markup = parts->markup;
    bool trusted[HINTS_MAX] = {false};

    if (evidence == PARTS_ALL)
        weigh_words(parts, trusted);
    for (uint32_t i = 1; i < markup->count; i++) {
        struct part *part = &parts->items[i];

        part->out = parts->items[markup->nodes[i].parent].out;
        if (part->out || markup->nodes[i].tag <= TAG_LINES || part->blocks == 0)
            continue;
        part->out = (is_beside_by_tag(parts, i) && !parts_is_more(parts, part, SURE_PROSE)) ||
                    (is_comment(parts, i) && !part->headline &&
                     !parts_is_more(parts, part, COMMENT_PROSE)) ||
                    is_beside_by_content(parts, i, evidence != PARTS_NO_TEASERS) ||
                    (part->beside != HINTS_NONE && trusted[part->beside]);
    }
}

/* Counts the prose anew that is left. */
static void count_prose(struct parts *parts)
{
    const struct markup *markup = parts->markup;

    for (uint32_t i = 0; i < markup->count; i++)
        parts->items[i].prose = 0;
    for (size_t i = 0; i < parts->blocks->count; i++) {
        const struct block *block = &parts->blocks->items[i];

        if (!parts_is_prose(block) || parts->items[block->node].out)
            continue;
        parts->items[block->node].prose += block->size;
        parts->items[block->node].sentences++;
    }
    for (uint32_t i = (uint32_t)markup->count; i-- > 1;) {
        struct part *outer = &parts->items[markup->nodes[i].parent];

        outer->prose += parts->items[i].prose;
        outer->sentences += parts->items[i].sentences;
    }
    parts->prose = parts->items[0].prose;
}

void parts_weigh(struct parts *parts, const struct bytes *title, enum parts_evidence evidence)
{
    size_t count = parts->markup->count;

    free(parts->items);
    parts->items = memory_new(count, sizeof *parts->items);
    count_blocks(parts, title);
    set_aside(parts, evidence);
    count_prose(parts);
}

void parts_release(struct parts *parts)
{
    free(parts->items);
    *parts = PARTS_EMPTY;
}
