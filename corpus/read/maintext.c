#include "corpus/read/maintext.h"

#include "corpus/base/memory.h"
#include "corpus/read/blocks.h"
#include "corpus/read/headline.h"
#include "corpus/read/hints.h"

#include <stdlib.h>

enum {
    PROSE_MIN = 25,      /* letters of a sentence that stands alone */
    PROSE_LONG = 80,     /* letters that need no mark at their end */
    LINE_LONG = 70,      /* the same of a <p> */
    SHORT = 60,          /* letters of a date line, a credit */
    TEASER_MAX = 600,    /* letters of a teaser with its heading */
    TEASER_TITLE = 12,   /* letters of its linked title */
    TEASERS_MIN = 3,     /* teasers that make a list of them */
    FORM_MAX = 600,      /* letters of a box with a form */
    BYLINE_EXTRA = 45,   /* letters of a byline beside the name */
    PERCENT = 100,       /* of the page's prose, or of a block's letters: */
    BESIDE_PROSE = 40,   /* more than this much is not beside the article */
    COMMENT_PROSE = 95,  /* the same of readers' comments */
    SURE_PROSE = 60,     /* the same of <aside>, <nav>, ... */
    FORM_PROSE = 25,     /* the same of a box with a form */
    PART_PROSE = 70,     /* a part with this much is gone into */
    ARTICLE_PROSE = 35,  /* an <article> with the title may have this little */
    TAIL_LINKED = 25,    /* more of a last line linked, and it is none of the article */
    HEADLINE_MAX = 200,  /* letters of a line that may say the title */
    LINKED_MAX = 50,     /* more of a block linked, and it is no prose */
    HEADLINE_WEIGHT = 3, /* prose beside the headline counts so many times */
    BODY_FOUND = 60,     /* of the metadata's body found on the page */
    SEEN_MAX = 1 << 17,  /* bytes in which repeated paragraphs are looked for */
    BODY_SHARE = 75,     /* of the prose found in that body */
};

/* What is known of each element. */
struct part {
    uint32_t size;      /* letters of all blocks within */
    uint32_t linked;    /* of these, in links */
    uint32_t prose;     /* letters of prose within that is not set aside */
    uint32_t sentences; /* blocks of prose */
    uint32_t blocks;    /* how many lie within */
    uint32_t teasers;   /* children that look like one */
    uint32_t teaser_size;
    int32_t beside; /* the word that sets it aside, or HINTS_NONE */
    bool title;     /* a linked heading or line lies within */
    bool form;      /* a form or a field to fill in lies within */
    bool headline;  /* the article's title lies within */
    bool out;       /* set aside, with all within */
};

struct search {
    const struct markup *markup;
    struct maintext_clues clues;
    struct bytes title;  /* of the clues, letters and digits alone */
    struct bytes author; /* the first one, so too */
    struct blocks blocks;
    struct part *parts; /* by node */
    bool *kept;         /* by block */
    uint32_t prose;     /* of the whole page */
    uint32_t region;    /* the node that holds the article */
    size_t first, end;  /* its blocks */
};

/* --- what a block is ------------------------------------------------------------------------ */

static bool is_linked(const struct block *block)
{
    return (uint64_t)block->linked * PERCENT > (uint64_t)block->size * LINKED_MAX;
}

static bool is_prose(const struct block *block)
{
    return block->kind != BLOCK_HEADING && !is_linked(block) &&
           (block->size >= PROSE_LONG || (block->ends && block->size >= PROSE_MIN));
}

/* True for a block that says the title, with no more than a kicker beside it. */
static bool is_title(const struct search *search, size_t index)
{
    struct bytes plain = BYTES_EMPTY;
    bool same;

    if (search->title.count == 0 || search->blocks.items[index].length > 1000)
        return false;
    headline_plain(&plain, blocks_text(&search->blocks, index));
    same = span_ends(bytes_span(&plain), bytes_text(&search->title)) ||
           (span_starts(bytes_span(&plain), bytes_text(&search->title)) &&
            plain.count < search->title.count * 3 / 2) ||
           (plain.count * 2 > search->title.count &&
            span_ends(bytes_span(&search->title), bytes_text(&plain)) && plain.count > 0);
    bytes_release(&plain);
    return same;
}

static size_t digit_count(struct span text)
{
    size_t count = 0;

    for (size_t i = 0; i < text.length; i++)
        count += text.bytes[i] >= '0' && text.bytes[i] <= '9';
    return count;
}

/* --- what an element holds ------------------------------------------------------------------- */

static void count_blocks(struct search *search)
{
    const struct markup *markup = search->markup;

    for (uint32_t i = 0; i < markup->count; i++)
        search->parts[i].beside = HINTS_NONE;
    for (size_t i = 0; i < search->blocks.count; i++) {
        const struct block *block = &search->blocks.items[i];
        struct part *part = &search->parts[block->node];

        part->size += block->size;
        part->linked += block->linked;
        part->prose += is_prose(block) ? block->size : 0;
        part->blocks++;
        part->title |= is_linked(block) && block->size >= TEASER_TITLE;
        part->headline |=
            (block->kind == BLOCK_HEADING || block->size < HEADLINE_MAX) && is_title(search, i);
    }
    for (uint32_t i = (uint32_t)markup->count; i-- > 1;) {
        enum markup_tag tag = markup->nodes[i].tag;
        struct part *part = &search->parts[i], *outer = &search->parts[markup->nodes[i].parent];
        struct span type = tag == TAG_INPUT ? markup_value(markup, i, ATTRIBUTE_TYPE) : SPAN_EMPTY;

        part->form |= tag == TAG_FORM || (tag == TAG_INPUT && !span_is(type, "hidden"));
        part->headline |= tag == TAG_H1 && search->title.count == 0;
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
    search->prose = search->parts[0].prose;
}

/* True where `part` holds more than so many per cent of the page's prose. */
static bool is_more(const struct search *search, const struct part *part, uint32_t percent)
{
    return (uint64_t)part->prose * PERCENT > (uint64_t)search->prose * percent;
}

/* --- what is set aside ------------------------------------------------------------------------ */

static bool has_role_beside(struct span role)
{
    static const char *const roles[] = {"navigation", "banner",  "contentinfo", "complementary",
                                        "search",     "dialog",  "alertdialog", "menu",
                                        "menubar",    "toolbar", "tablist",     "alert",
                                        "tooltip",    "figure",  "img"};

    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
        if (span_is(role, roles[i]))
            return true;
    return false;
}

static bool is_beside_by_tag(const struct search *search, uint32_t node)
{
    enum markup_tag tag = search->markup->nodes[node].tag;

    return tag == TAG_NAV || tag == TAG_ASIDE || tag == TAG_FOOTER || tag == TAG_FIGURE ||
           has_role_beside(markup_value(search->markup, node, ATTRIBUTE_ROLE));
}

static bool is_comment(const struct search *search, uint32_t node)
{
    const struct markup *markup = search->markup;

    return hints_comment(markup_value(markup, node, ATTRIBUTE_CLASS)) ||
           hints_comment(markup_value(markup, node, ATTRIBUTE_ID)) ||
           hints_comment(markup_value(markup, node, ATTRIBUTE_ITEMPROP)) ||
           span_ends(markup_value(markup, node, ATTRIBUTE_ITEMTYPE), "/Comment");
}

/* Readers' comments, teasers, boxes of links, boxes with a form. */
static bool is_beside_by_content(const struct search *search, uint32_t node)
{
    const struct markup_node *element = &search->markup->nodes[node];
    const struct part *part = &search->parts[node], *outer = &search->parts[element->parent];

    if (outer->teasers >= TEASERS_MIN && part->title && part->size < TEASER_MAX &&
        !part->headline && outer->teaser_size * 2 > outer->size)
        return true;
    if (part->form && part->blocks > 0 && part->size < FORM_MAX && !part->headline &&
        !is_more(search, part, FORM_PROSE))
        return true;
    return part->blocks > 1 && !part->headline &&
           (uint64_t)part->linked * PERCENT > (uint64_t)part->size * LINKED_MAX;
}

static int word_beside(const struct search *search, uint32_t node)
{
    const struct part *part = &search->parts[node];
    int word;

    if (search->markup->nodes[node].length == 0 || part->blocks == 0 || part->headline ||
        is_more(search, part, BESIDE_PROSE))
        return HINTS_NONE;
    word = hints_beside(markup_value(search->markup, node, ATTRIBUTE_CLASS));
    return word != HINTS_NONE ? word
                              : hints_beside(markup_value(search->markup, node, ATTRIBUTE_ID));
}

/* Words that set much of the prose aside, each a little, mean something else on this page. */
static void weigh_words(struct search *search, bool trusted[HINTS_MAX])
{
    const struct markup *markup = search->markup;
    uint64_t prose[HINTS_MAX] = {0};

    for (uint32_t i = 1; i < markup->count; i++) {
        struct part *part = &search->parts[i];
        const struct part *outer = &search->parts[markup->nodes[i].parent];

        if (markup->nodes[i].tag <= TAG_LINES)
            continue;
        part->beside = word_beside(search, i);
        if (part->beside != HINTS_NONE && outer->beside == HINTS_NONE)
            prose[part->beside] += part->prose;
        else if (outer->beside != HINTS_NONE)
            part->beside = outer->beside;
    }
    for (size_t i = 0; i < HINTS_MAX; i++)
        trusted[i] = prose[i] * PERCENT <= (uint64_t)search->prose * BESIDE_PROSE;
}

static void set_aside(struct search *search, bool hints)
{
    const struct markup *markup = search->markup;
    bool trusted[HINTS_MAX] = {false};

    if (hints)
        weigh_words(search, trusted);
    for (uint32_t i = 1; i < markup->count; i++) {
        struct part *part = &search->parts[i];

        part->out = search->parts[markup->nodes[i].parent].out;
        if (part->out || markup->nodes[i].tag <= TAG_LINES || part->blocks == 0)
            continue;
        part->out =
            (is_beside_by_tag(search, i) && !is_more(search, part, SURE_PROSE)) ||
            (is_comment(search, i) && !part->headline && !is_more(search, part, COMMENT_PROSE)) ||
            is_beside_by_content(search, i) ||
            (part->beside != HINTS_NONE && trusted[part->beside]);
    }
}

/* Counts the prose anew that is left. */
static void count_prose(struct search *search)
{
    const struct markup *markup = search->markup;

    for (uint32_t i = 0; i < markup->count; i++)
        search->parts[i].prose = 0;
    for (size_t i = 0; i < search->blocks.count; i++) {
        const struct block *block = &search->blocks.items[i];

        if (!is_prose(block) || search->parts[block->node].out)
            continue;
        search->parts[block->node].prose += block->size;
        search->parts[block->node].sentences++;
    }
    for (uint32_t i = (uint32_t)markup->count; i-- > 1;) {
        struct part *outer = &search->parts[markup->nodes[i].parent];

        outer->prose += search->parts[i].prose;
        outer->sentences += search->parts[i].sentences;
    }
    search->prose = search->parts[0].prose;
}

/* --- where the article is -------------------------------------------------------------------- */

static bool is_named_body(const struct search *search, uint32_t node)
{
    return hints_word(markup_value(search->markup, node, ATTRIBUTE_ITEMPROP), "article") &&
           hints_word(markup_value(search->markup, node, ATTRIBUTE_ITEMPROP), "body");
}

/*
 * Where the search begins: what is named the article's body, else the one
 * <article> that holds the title and prose enough, else the page.
 */
static uint32_t beginning(const struct search *search)
{
    uint32_t best = 0;

    for (uint32_t i = 1; i < search->markup->count; i++) {
        const struct part *part = &search->parts[i];
        bool named = is_named_body(search, i);

        if (part->out || part->prose < PROSE_LONG)
            continue;
        if ((named && is_more(search, part, BESIDE_PROSE)) ||
            (search->markup->nodes[i].tag == TAG_ARTICLE && part->headline &&
             is_more(search, part, ARTICLE_PROSE)))
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
static uint32_t richest_child(const struct search *search, uint32_t node)
{
    const struct markup_node *nodes = search->markup->nodes;
    uint32_t best = node, headline = node, prose = 0;

    for (uint32_t i = node + 1; i < nodes[node].end; i = nodes[i].end) {
        const struct part *part = &search->parts[i];

        if (part->out || part->prose == 0)
            continue;
        if (part->headline && part->sentences > 1)
            headline = i;
        if (part->prose > prose) {
            prose = part->prose;
            best = i;
        }
    }
    return search->parts[headline].prose * HEADLINE_WEIGHT >= prose && headline != node ? headline
                                                                                        : best;
}

/* True where a part has nearly all the prose, or the headline and a rival without it has more. */
static bool goes_into(const struct part *part, const struct part *outer)
{
    uint64_t weight = part->headline && part->sentences > 1 ? HEADLINE_WEIGHT : 1;

    return part->prose * weight * PERCENT >= (uint64_t)outer->prose * PART_PROSE;
}

static void find_region(struct search *search)
{
    uint32_t node = beginning(search);

    for (;;) {
        uint32_t child = richest_child(search, node);

        if (child == node || search->parts[child].blocks < 2 ||
            !goes_into(&search->parts[child], &search->parts[node]))
            break;
        node = child;
    }
    search->region = node;
    search->first = 0;
    while (search->first < search->blocks.count && search->blocks.items[search->first].node < node)
        search->first++;
    search->end = search->first;
    while (search->end < search->blocks.count &&
           search->blocks.items[search->end].node < search->markup->nodes[node].end)
        search->end++;
}

/* --- which of its blocks stay ------------------------------------------------------------------
 */

static bool is_byline(const struct search *search, size_t index)
{
    struct span text = blocks_text(&search->blocks, index);
    struct bytes plain = BYTES_EMPTY;
    bool holds;

    if (search->author.count == 0 || text.length > search->clues.author.length + BYLINE_EXTRA)
        return false;
    headline_plain(&plain, text);
    holds = strstr(bytes_text(&plain), search->author.items) != NULL;
    bytes_release(&plain);
    return holds;
}

static bool has_address(struct span text)
{
    for (size_t at = 0; at + 3 < text.length; at++)
        if (span_starts(span_cut(text, at, text.length), "://"))
            return true;
    return false;
}

static bool stays(const struct search *search, size_t index)
{
    const struct block *block = &search->blocks.items[index];
    struct span text = blocks_text(&search->blocks, index);
    bool follows = index > search->first && search->kept[index - 1] &&
                   search->blocks.items[index - 1].node == block->node;

    if (search->parts[block->node].out || is_linked(block) || block->kind == BLOCK_HEADING)
        return false;
    if (is_byline(search, index) || is_title(search, index))
        return false;
    if (block->size < SHORT && !block->ends && (digit_count(text) >= 4 || has_address(text)))
        return false;
    if (block->kind == BLOCK_ITEM)
        return block->size >= PROSE_MIN || block->ends;
    if (block->kind == BLOCK_PARAGRAPH)
        return block->ends || block->size >= LINE_LONG;
    return is_prose(block) || (block->ends && follows);
}

/* A line in bold alone is a heading too. */
static bool is_heading(const struct search *search, size_t index)
{
    const struct block *block = &search->blocks.items[index];

    return block->kind == BLOCK_HEADING ||
           (block->bold * 10U > block->size * 9U && block->size >= 4 && !search->kept[index]);
}

/* A heading stays where kept text follows it before anything linked or set aside. */
static void keep_headings(struct search *search)
{
    bool followed = false;

    for (size_t i = search->end; i-- > search->first;) {
        const struct block *block = &search->blocks.items[i];
        bool out = search->parts[block->node].out || is_linked(block);

        if (search->kept[i]) {
            followed = true;
        } else if (out) {
            followed = followed && block->size < SHORT && !is_linked(block);
        } else if (is_heading(search, i)) {
            search->kept[i] = followed && search->markup->nodes[block->node].tag != TAG_H1 &&
                              !is_title(search, i) && !is_byline(search, i);
            followed = followed && search->kept[i];
        }
    }
}

/* The title's place before the region, else the region's first block. */
static size_t title_before(const struct search *search)
{
    for (size_t i = search->first; i-- > 0 && search->first - i < 40;)
        if (search->markup->nodes[search->blocks.items[i].node].tag == TAG_H1 ||
            (search->blocks.items[i].kind == BLOCK_HEADING && is_title(search, i)))
            return i;
    return search->first;
}

/* What stands between the title and the region and reads like prose: the lead. */
static void keep_lead(struct search *search)
{
    for (size_t i = title_before(search); i < search->first; i++) {
        const struct block *block = &search->blocks.items[i];
        bool is_line = block->kind == BLOCK_HEADING && block->ends && block->size >= PROSE_MIN;

        search->kept[i] = !search->parts[block->node].out && !is_linked(block) &&
                          (is_prose(block) || is_line ||
                           (block->kind == BLOCK_HEADING && block->size >= LINE_LONG)) &&
                          digit_count(blocks_text(&search->blocks, i)) < 8 &&
                          !is_title(search, i) && !is_byline(search, i);
    }
}

/* What stands before the headline is not the article, unless most of it does. */
static void drop_before_headline(struct search *search)
{
    uint64_t before = 0, all = 0;
    size_t headline = search->first;

    for (size_t i = search->first; i < search->end; i++) {
        const struct block *block = &search->blocks.items[i];

        if (headline == search->first && block->size < HEADLINE_MAX && is_title(search, i)) {
            headline = i;
            before = all;
        }
        all += search->kept[i] ? block->size : 0;
    }
    if (before * 2 < all)
        for (size_t i = search->first; i < headline; i++)
            search->kept[i] = false;
}

/* `Write to us, follow us, subscribe`: last lines that are links for a good part. */
static void drop_tail(struct search *search)
{
    for (size_t i = search->end; i-- > search->first;) {
        const struct block *block = &search->blocks.items[i];

        if (!search->kept[i])
            continue;
        if (block->kind == BLOCK_ITEM ||
            (uint64_t)block->linked * PERCENT <= (uint64_t)block->size * TAIL_LINKED)
            break;
        search->kept[i] = false;
    }
}

/* Page makers show a text twice, for two widths, or pull a quotation out of it. */
static void drop_repeated(struct search *search)
{
    struct bytes seen = BYTES_EMPTY, text = BYTES_EMPTY;

    for (size_t i = 0; i < search->end && seen.count < SEEN_MAX; i++) {
        if (!search->kept[i] || search->blocks.items[i].length < PROSE_LONG)
            continue;
        bytes_clear(&text);
        bytes_add(&text, blocks_text(&search->blocks, i));
        if (strstr(bytes_text(&seen), text.items))
            search->kept[i] = false;
        bytes_add(&seen, bytes_span(&text));
        bytes_add_byte(&seen, '\n');
    }
    bytes_release(&seen);
    bytes_release(&text);
}

/* --- the body that the metadata has --------------------------------------------------------------
 */

/* Letters kept, and letters of those that the body has too. */
struct agreement {
    uint64_t kept, shared;
};

/* found[i]: the block's text stands in `body`, which is plain. */
static struct agreement compare_body(const struct search *search, struct span body, bool *found)
{
    struct agreement agreement = {0};
    struct bytes plain = BYTES_EMPTY;
    uint64_t work = 0;

    for (size_t i = 0; i < search->blocks.count && work < 1U << 28; i++) {
        bytes_clear(&plain);
        headline_plain(&plain, blocks_text(&search->blocks, i));
        work += body.length;
        found[i] = plain.count >= PROSE_MIN && strstr(body.bytes, plain.items);
        if (!search->kept[i])
            continue;
        agreement.kept += plain.count;
        agreement.shared += found[i] ? plain.count : 0;
    }
    bytes_release(&plain);
    return agreement;
}

/* Where body and page agree: what the body has stays, what it has not goes but for the lead. */
static void follow_body(struct search *search, struct span body)
{
    bool *found = memory_new(search->blocks.count + 1, sizeof *found);
    struct agreement agreement = compare_body(search, body, found);
    bool begun = false;

    if (agreement.shared * PERCENT >= body.length * BODY_FOUND &&
        agreement.shared * PERCENT >= agreement.kept * BODY_SHARE)
        for (size_t i = 0; i < search->end; i++) {
            const struct block *block = &search->blocks.items[i];

            begun |= found[i];
            if (found[i] && is_prose(block) && !is_title(search, i))
                search->kept[i] = true;
            else if (begun && block->kind == BLOCK_TEXT && !found[i])
                search->kept[i] = false;
        }
    free(found);
}

/* --- the text ------------------------------------------------------------------------------------
 */

static void add_paragraph(struct bytes *text, struct span paragraph)
{
    if (text->count)
        bytes_add_text(text, "\n\n");
    bytes_add(text, paragraph);
}

static uint64_t kept_size(const struct search *search)
{
    uint64_t size = 0;

    for (size_t i = 0; i < search->blocks.count; i++)
        size += search->kept[i] ? search->blocks.items[i].size : 0;
    return size;
}

/* The first of several authors. */
static struct span first_name(struct span author)
{
    size_t length = 0;

    while (length < author.length && author.bytes[length] != ',')
        length++;
    return span_cut(author, 0, length);
}

/* One try: with hints or without, with what is hidden or without. */
static uint64_t try(struct search *search, bool hints, bool hidden)
{
    blocks_cut(&search->blocks, search->markup, hidden);
    free(search->kept);
    search->kept = memory_new(search->blocks.count + 1, sizeof *search->kept);
    memset(search->parts, 0, search->markup->count * sizeof *search->parts);
    count_blocks(search);
    set_aside(search, hints);
    count_prose(search);
    find_region(search);
    for (size_t i = search->first; i < search->end; i++)
        search->kept[i] = stays(search, i);
    drop_before_headline(search);
    drop_tail(search);
    keep_headings(search);
    keep_lead(search);
    return kept_size(search);
}

/* The body's own lines, where the page shows no article. */
static void add_body(struct bytes *text, struct span body)
{
    struct bytes line = BYTES_EMPTY;
    size_t start = 0;

    for (size_t at = 0; at <= body.length; at++) {
        if (at < body.length && body.bytes[at] != '\n')
            continue;
        bytes_clear(&line);
        blocks_fold(&line, span_cut(body, start, at));
        if (line.count)
            add_paragraph(text, bytes_span(&line));
        start = at + 1;
    }
    bytes_release(&line);
}

bool maintext_find(struct bytes *text, const struct markup *markup, struct maintext_clues clues)
{
    struct search search = {.markup = markup, .clues = clues, .blocks = BLOCKS_EMPTY};
    struct bytes body = BYTES_EMPTY;
    uint64_t size;

    search.parts = memory_new(markup->count, sizeof *search.parts);
    headline_plain(&search.title, clues.title);
    headline_plain(&search.author, first_name(clues.author));
    headline_plain(&body, clues.body);
    size = try(&search, true, false);
    if (size < MAINTEXT_MIN)
        size = try(&search, false, false);
    if (size < MAINTEXT_MIN)
        size = try(&search, true, true);
    if (body.count >= MAINTEXT_MIN && size * 2 < body.count) {
        add_body(text, clues.body);
        size = body.count;
    } else if (size >= MAINTEXT_MIN) {
        if (body.count >= MAINTEXT_MIN)
            follow_body(&search, bytes_span(&body));
        drop_repeated(&search);
        for (size_t i = 0; i < search.end; i++)
            if (search.kept[i])
                add_paragraph(text, blocks_text(&search.blocks, i));
    }
    blocks_release(&search.blocks);
    bytes_release(&search.title);
    bytes_release(&search.author);
    bytes_release(&body);
    free(search.parts);
    free(search.kept);
    return size >= MAINTEXT_MIN;
}
