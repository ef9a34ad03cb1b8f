#include "corpus/read/region.h"

#include "corpus/read/hints.h"

enum {
    PERCENT = 100,       /* of the page's prose, or of a part's: */
    BESIDE_PROSE = 40,   /* more than this much is not beside the article */
    PART_PROSE = 70,     /* a part with this much is gone into */
    ARTICLE_PROSE = 35,  /* an <article> with the title may have this little */
    HEADLINE_WEIGHT = 3, /* prose beside the headline counts so many times */
};

static bool is_named_body(const struct markup *markup, uint32_t node)
{
    return hints_word(markup_value(markup, node, ATTRIBUTE_ITEMPROP), "article") &&
           hints_word(markup_value(markup, node, ATTRIBUTE_ITEMPROP), "body");
}

/*
 * Where the search begins: what is named the article's body, else the one
 * <article> that holds the title and prose enough, else the page.
 */
static uint32_t beginning(const struct parts *parts)
{
    uint32_t best = 0;

    for (uint32_t i = 1; i < parts->markup->count; i++) {
        const struct part *part = &parts->items[i];
        bool named = is_named_body(parts->markup, i);

        if (part->out || part->prose < PARTS_PROSE_LONG)
            continue;
        if ((named && parts_is_more(parts, part, BESIDE_PROSE)) ||
            (parts->markup->nodes[i].tag == TAG_ARTICLE && part->headline &&
             parts_is_more(parts, part, ARTICLE_PROSE)))
            best = i;
        if (named && best == i)
            break;
    }
    return best;
}

/*
 * The child of `node` with the most prose; but the one with the headline where
 * that has more than a lead and not far less. `node` itself where none has any.
 */
static uint32_t richest_child(const struct parts *parts, uint32_t node)
{
    const struct markup_node *nodes = parts->markup->nodes;
    uint32_t best = node, headline = node, prose = 0;

    for (uint32_t i = node + 1; i < nodes[node].end; i = nodes[i].end) {
        const struct part *part = &parts->items[i];

        if (part->out || part->prose == 0)
            continue;
        if (part->headline && part->sentences > 1)
            headline = i;
        if (part->prose > prose) {
            prose = part->prose;
            best = i;
        }
    }
    return parts->items[headline].prose * HEADLINE_WEIGHT >= prose && headline != node ? headline
                                                                                       : best;
}

/* True where a part has nearly all the prose, or the headline and a rival without it has more. */
static bool goes_into(const struct part *part, const struct part *outer)
{
    uint64_t weight = part->headline && part->sentences > 1 ? HEADLINE_WEIGHT : 1;

    return part->prose * weight * PERCENT >= (uint64_t)outer->prose * PART_PROSE;
}

/* The last child of `node` that holds prose and has a class; 0 for none. */
static uint32_t last_classed(const struct parts *parts, uint32_t node)
{
    const struct markup_node *nodes = parts->markup->nodes;
    uint32_t found = 0;

    for (uint32_t i = node + 1; i < nodes[node].end; i = nodes[i].end)
        if (parts->items[i].prose && !parts->items[i].out &&
            markup_value(parts->markup, i, ATTRIBUTE_CLASS).length)
            found = i;
    return found;
}

/*
 * Where the article ends that is cut into sections of one class: a stray end tag may leave some
 * of them outside of what held the first.
 */
static uint32_t last_section(const struct parts *parts, uint32_t region)
{
    const struct markup_node *nodes = parts->markup->nodes;
    uint32_t model = last_classed(parts, region), end = nodes[region].end;
    struct span class = markup_value(parts->markup, model, ATTRIBUTE_CLASS);

    for (uint32_t outer = region; model && outer;) {
        uint32_t after = nodes[outer].end;

        outer = nodes[outer].parent;
        for (uint32_t i = after; i < nodes[outer].end; i = nodes[i].end)
            if (nodes[i].tag == nodes[model].tag && parts->items[i].prose && !parts->items[i].out &&
                span_equal(markup_value(parts->markup, i, ATTRIBUTE_CLASS), class))
                end = nodes[i].end;
    }
    return end;
}

uint32_t region_find(uint32_t *end, const struct parts *parts)
{
    uint32_t node = beginning(parts);

    for (;;) {
        uint32_t child = richest_child(parts, node);

        if (child == node || parts->items[child].blocks < 2 ||
            !goes_into(&parts->items[child], &parts->items[node]))
            break;
        node = child;
    }
    *end = last_section(parts, node);
    return node;
}
