#include "corpus/read/maintext.h"

#include "corpus/base/memory.h"
#include "corpus/read/blocks.h"
#include "corpus/read/headline.h"
#include "corpus/read/lines.h"
#include "corpus/read/parts.h"
#include "corpus/read/region.h"

#include <stdlib.h>

enum {
    PROSE_MIN = 25,     /* letters of a sentence that stands alone */
    LINE_LONG = 70,     /* the same of a <p> */
    SHORT = 60,         /* letters of a date line, a credit */
    NAME_MIN = 6,       /* bytes of a name that is looked for: `AP` stands in other words */
    BYLINE_EXTRA = 45,  /* letters of a byline beside the name */
    PERCENT = 100,      /* of the page's prose, or of a block's letters: */
    TAIL_LINKED = 25,   /* more of a last line linked, and it is none of the article */
    HEADLINE_MAX = 200, /* letters of a line that may say the title */
    BODY_FOUND = 60,    /* of the metadata's body found on the page */
    SEEN_MAX = 1 << 17, /* bytes in which repeated paragraphs are looked for */
    BODY_SHARE = 75,    /* of the prose found in that body */
};

struct search {
    const struct markup *markup;
    struct maintext_clues clues;
    struct bytes title;  /* of the clues, letters and digits alone */
    struct bytes author; /* the first one, so too */
    struct blocks blocks;
    struct parts parts;
    bool *kept;        /* by block */
    size_t first, end; /* its blocks */
};

/* --- where the article is ----------------------------------------------------------------- */

static void find_region(struct search *search)
{
    const struct block *items = search->blocks.items;
    uint32_t end, node = region_find(&end, &search->parts);

    search->first = 0;
    while (search->first < search->blocks.count && items[search->first].node < node)
        search->first++;
    search->end = search->first;
    while (search->end < search->blocks.count && items[search->end].node < end)
        search->end++;
}

/* --- which of its blocks stay ------------------------------------------------------------- */

static bool is_byline(const struct search *search, size_t index)
{
    struct span text = blocks_text(&search->blocks, index);
    struct bytes plain = BYTES_EMPTY;
    bool holds;

    if (search->author.count < NAME_MIN || text.length > search->clues.author.length + BYLINE_EXTRA)
        return false;
    headline_plain(&plain, text);
    holds = strstr(bytes_text(&plain), search->author.items) != NULL;
    bytes_release(&plain);
    return holds;
}

/* A list that a colon announces is the article's, however short its items are. */
static bool is_announced(const struct search *search, size_t index)
{
    const struct block *items = search->blocks.items;

    while (index > search->first && items[index - 1].kind == BLOCK_ITEM)
        index--;
    return index > search->first && search->kept[index - 1] &&
           span_ends(blocks_text(&search->blocks, index - 1), ":");
}

static bool stays(const struct search *search, size_t index)
{
    const struct block *block = &search->blocks.items[index];
    struct span text = blocks_text(&search->blocks, index);
    bool follows = index > search->first && search->kept[index - 1] &&
                   search->blocks.items[index - 1].node == block->node;

    if (search->parts.items[block->node].out || blocks_is_linked(block) ||
        block->kind == BLOCK_HEADING)
        return false;
    if (is_byline(search, index) || headline_says(&search->blocks, index, &search->title) ||
        lines_is_credited(text))
        return false;
    if (block->kind == BLOCK_ITEM && is_announced(search, index))
        return true;
    if (block->size < SHORT && !block->ends && (lines_digits(text) >= 4 || lines_has_address(text)))
        return false;
    if (block->kind == BLOCK_ITEM)
        return block->size >= PROSE_MIN || block->ends;
    if (block->kind == BLOCK_PARAGRAPH)
        return block->ends || block->size >= LINE_LONG;
    return parts_is_prose(block) || (block->ends && follows);
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
        bool out = search->parts.items[block->node].out || blocks_is_linked(block);

        if (search->kept[i]) {
            followed = true;
        } else if (out) {
            followed = followed && block->size < SHORT && !blocks_is_linked(block);
        } else if (is_heading(search, i)) {
            search->kept[i] = followed && search->markup->nodes[block->node].tag != TAG_H1 &&
                              !headline_says(&search->blocks, i, &search->title) &&
                              !is_byline(search, i);
            followed = followed && search->kept[i];
        }
    }
}

/* A heading like one that stays, in class and place, is one though a box stands behind it. */
static void keep_like_headings(struct search *search)
{
    const struct markup_node *nodes = search->markup->nodes;
    uint32_t model = 0;

    for (size_t i = search->first; i < search->end; i++)
        if (search->kept[i] && search->blocks.items[i].kind == BLOCK_HEADING)
            model = search->blocks.items[i].node;
    if (!model || !markup_value(search->markup, model, ATTRIBUTE_CLASS).length)
        return;
    for (size_t i = search->first; i < search->end; i++) {
        uint32_t node = search->blocks.items[i].node;

        search->kept[i] |= search->blocks.items[i].kind == BLOCK_HEADING &&
                           nodes[node].parent == nodes[model].parent &&
                           nodes[node].tag == nodes[model].tag && !search->parts.items[node].out &&
                           span_equal(markup_value(search->markup, node, ATTRIBUTE_CLASS),
                                      markup_value(search->markup, model, ATTRIBUTE_CLASS));
    }
}

/* The title's place before the region, else the region's first block. */
static size_t title_before(const struct search *search)
{
    for (size_t i = search->first; i-- > 0 && search->first - i < 40;)
        if (search->markup->nodes[search->blocks.items[i].node].tag == TAG_H1 ||
            (search->blocks.items[i].kind == BLOCK_HEADING &&
             headline_says(&search->blocks, i, &search->title)))
            return i;
    return search->first;
}

/* What stands between the title and the region and reads like prose: the lead. */
static void keep_lead(struct search *search)
{
    for (size_t i = title_before(search); i < search->first; i++) {
        const struct block *block = &search->blocks.items[i];
        bool is_line = block->kind == BLOCK_HEADING && block->ends && block->size >= PROSE_MIN;

        search->kept[i] = !search->parts.items[block->node].out && !blocks_is_linked(block) &&
                          (parts_is_prose(block) || is_line ||
                           (block->kind == BLOCK_HEADING && block->size >= LINE_LONG)) &&
                          lines_digits(blocks_text(&search->blocks, i)) < 8 &&
                          !headline_says(&search->blocks, i, &search->title) &&
                          !is_byline(search, i);
    }
}

/* What stands before the headline is not the article, unless most of it does. */
static void drop_before_headline(struct search *search)
{
    uint64_t before = 0, all = 0;
    size_t headline = search->first;

    for (size_t i = search->first; i < search->end; i++) {
        const struct block *block = &search->blocks.items[i];

        if (headline == search->first && block->size < HEADLINE_MAX &&
            headline_says(&search->blocks, i, &search->title)) {
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

/* What readers wrote below, on pages whose classes do not say so. */
static void drop_comments(struct search *search)
{
    uint64_t before = 0;

    for (size_t i = search->first; i < search->end; i++) {
        if (before >= MAINTEXT_MIN && lines_heads_comments(blocks_text(&search->blocks, i))) {
            search->end = i;
            break;
        }
        before += search->kept[i] ? search->blocks.items[i].size : 0;
    }
    for (size_t i = search->end; i < search->blocks.count; i++)
        search->kept[i] = false;
}

/* Page makers show a text twice, for two widths, or pull a quotation out of it. */
static void drop_repeated(struct search *search)
{
    struct bytes seen = BYTES_EMPTY, text = BYTES_EMPTY;

    for (size_t i = 0; i < search->end && seen.count < SEEN_MAX; i++) {
        if (!search->kept[i] || search->blocks.items[i].length < PARTS_PROSE_LONG)
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

/* --- the body that the metadata has ------------------------------------------------------- */

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
            if (found[i] && parts_is_prose(block) &&
                !headline_says(&search->blocks, i, &search->title))
                search->kept[i] = true;
            else if (begun && block->kind == BLOCK_TEXT && !found[i])
                search->kept[i] = false;
        }
    free(found);
}

/* --- the text ----------------------------------------------------------------------------- */

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

/* One try, with all evidence or less, with what is hidden or without. */
static uint64_t try(struct search *search, enum parts_evidence evidence, bool hidden)
{
    blocks_cut(&search->blocks, search->markup, hidden);
    free(search->kept);
    search->kept = memory_new(search->blocks.count + 1, sizeof *search->kept);
    search->parts.markup = search->markup;
    search->parts.blocks = &search->blocks;
    parts_weigh(&search->parts, &search->title, evidence);
    find_region(search);
    for (size_t i = search->first; i < search->end; i++)
        search->kept[i] = stays(search, i);
    drop_before_headline(search);
    drop_comments(search);
    drop_tail(search);
    keep_headings(search);
    keep_like_headings(search);
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

    headline_plain(&search.title, clues.title);
    headline_plain(&search.author, first_name(clues.author));
    headline_plain(&body, clues.body);
    size = try(&search, PARTS_ALL, false);
    if (size < MAINTEXT_MIN)
        size = try(&search, PARTS_NO_WORDS, false);
    if (size < MAINTEXT_MIN)
        size = try(&search, PARTS_ALL, true);
    if (size < MAINTEXT_MIN && clues.article)
        size = try(&search, PARTS_NO_TEASERS, false);
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
    parts_release(&search.parts);
    free(search.kept);
    return size >= MAINTEXT_MIN;
}
