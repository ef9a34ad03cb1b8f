#include "analysis/concordance.h"

#include "corpus/base/hash.h"
#include "corpus/base/memory.h"
#include "corpus/base/sorter.h"
#include "corpus/store/positions.h"

#include <stdlib.h>

struct search {
    struct store *store;
    const struct concordance_wish *wish;
    struct concordance_sink sink;
    struct bytes text, left, right, record, folded;
    struct positions positions;
    uint32_t text_of; /* number of the article in `text` plus 1 */
    /* Of a draw: */
    uint64_t *drawn; /* a heap of the smallest hashes so far, the largest first */
    size_t drawn_count;
    struct sorter lines; /* where they are not shown in their order */
    uint32_t found;
};

/* --- drawing --------------------------------------------------------------------------- */

static uint64_t draw_of(const struct search *search, const struct stored_article *article,
                        size_t place)
{
    const uint64_t parts[] = {article->fingerprint, place};

    return hash_bytes((struct span){(const char *)parts, sizeof parts}, search->wish->seed);
}

/* Restores the heap from its top down. */
static void sink_top(uint64_t *heap, size_t count)
{
    uint64_t top = heap[0];
    size_t at = 0;

    for (size_t child; (child = 2 * at + 1) < count; at = child) {
        if (child + 1 < count && heap[child + 1] > heap[child])
            child++;
        if (top >= heap[child])
            break;
        heap[at] = heap[child];
    }
    heap[at] = top;
}

static void note_draw(struct search *search, uint64_t draw)
{
    uint64_t *heap = search->drawn;
    size_t at = search->drawn_count;

    if (at == search->wish->random) {
        if (draw < heap[0]) {
            heap[0] = draw;
            sink_top(heap, at);
        }
        return;
    }
    for (; at && heap[(at - 1) / 2] < draw; at = (at - 1) / 2)
        heap[at] = heap[(at - 1) / 2];
    heap[at] = draw;
    search->drawn_count++;
}

static bool draw_text(void *context, const struct text *text, struct fault *fault)
{
    struct search *search = context;

    (void)fault;
    for (size_t i = 0; i < text->count; i++) {
        if (pattern_at(search->wish->pattern, text->ids, text->count, i))
            note_draw(search, draw_of(search, text->article, i));
    }
    return true;
}

/* --- lines ------------------------------------------------------------------------------ */

/* The text with each run of white space as one blank, none at either end. */
static void add_plain(struct bytes *out, struct span text)
{
    text = span_trim(text);
    for (size_t i = 0; i < text.length; i++) {
        char byte = text.bytes[i];
        bool blank = byte == ' ' || (byte >= '\t' && byte <= '\r');

        if (!blank)
            bytes_add_byte(out, byte);
        else if (out->count && out->items[out->count - 1] != ' ')
            bytes_add_byte(out, ' ');
    }
}

/* What stands around a node: tokens, whose first is the context's and whose end is past it. */
struct around {
    size_t first, node, node_end, end;
};

static struct around look_around(const struct search *search, uint32_t start, uint32_t end)
{
    const struct token_list *tokens = &search->positions.tokens;
    struct around around;
    uint32_t words = 0;

    around.node = around.first = tokens_from(tokens, 0, start);
    around.node_end = around.end = tokens_from(tokens, 0, end);
    while (around.first && words < search->wish->words)
        words += tokens->items[--around.first].kind != TOKEN_MARK;
    /* A mark that opens goes with the word behind it. */
    while (around.first && around.first < around.node &&
           tokens->items[around.first - 1].kind == TOKEN_MARK &&
           tokens->items[around.first - 1].start + tokens->items[around.first - 1].length ==
               tokens->items[around.first].start)
        around.first--;
    for (words = 0; around.end < tokens->count; around.end++) {
        if (tokens->items[around.end].kind != TOKEN_MARK && words++ == search->wish->words)
            break;
    }
    return around;
}

/* Adds the folded words of the side by which lines are ordered, nearest first, and a byte below
 * any. */
static void add_key(struct search *search, struct around around)
{
    const struct token_list *tokens = &search->positions.tokens;
    bool left = search->wish->order == CONCORDANCE_BY_LEFT;
    size_t count = left ? around.node - around.first : around.end - around.node_end;

    for (size_t i = 0; i < count; i++) {
        struct token token = tokens->items[left ? around.node - 1 - i : around.node_end + i];

        if (token.kind == TOKEN_MARK)
            continue;
        tokens_fold(&search->folded, tokens_span(bytes_span(&search->text), token));
        bytes_add(&search->record, bytes_span(&search->folded));
        bytes_add_byte(&search->record, '\x01');
    }
    bytes_add_byte(&search->record, '\0');
}

/* What a line is kept as, behind its key: this, and then its texts. */
struct kept_line {
    int32_t day;
    uint32_t start, end;
    uint32_t lengths[5];
};

static void list_texts(struct span *texts[5], struct concordance_line *line)
{
    struct span *const all[] = {&line->left, &line->node, &line->right, &line->article_id,
                                &line->source};

    memcpy(texts, all, sizeof all);
}

static bool keep_line(struct search *search, struct around around, struct concordance_line *line,
                      struct fault *fault)
{
    struct kept_line kept = {.day = line->day, .start = line->start, .end = line->end};
    struct span *texts[5];

    list_texts(texts, line);
    bytes_clear(&search->record);
    add_key(search, around);
    sorter_number(&search->record, search->found++);
    for (size_t i = 0; i < 5; i++)
        kept.lengths[i] = (uint32_t)texts[i]->length;
    for (size_t i = 0; i < 5; i++)
        bytes_add(&search->record, *texts[i]);
    bytes_add(&search->record, (struct span){(const char *)&kept, sizeof kept});
    return sorter_add(&search->lines, bytes_span(&search->record), fault);
}

static bool show_kept(struct search *search, struct fault *fault)
{
    struct span record;
    bool done = sorter_end(&search->lines, fault);

    fault->kind = FAULT_NONE;
    while (done && sorter_next(&search->lines, &record, fault)) {
        struct concordance_line line;
        struct kept_line kept;
        struct span *texts[5];
        size_t end = record.length - sizeof kept;

        memcpy(&kept, record.bytes + end, sizeof kept);
        line.day = kept.day;
        line.start = kept.start;
        line.end = kept.end;
        list_texts(texts, &line);
        for (size_t i = 5; i-- > 0; end -= kept.lengths[i])
            *texts[i] = span_cut(record, end - kept.lengths[i], end);
        done = search->sink.line(search->sink.context, &line, fault);
    }
    return done && fault->kind == FAULT_NONE;
}

static bool take_place(struct search *search, const struct text *text, size_t place, size_t length,
                       struct fault *fault)
{
    struct positions *positions = &search->positions;
    const struct stored_article *article = text->article;
    struct token first, last;
    struct concordance_line line = {
        .article_id = article->id, .source = article->source, .day = article->day};
    struct around around;
    struct span all;

    if (search->text_of != article->number + 1 &&
        (!store_text(search->store, article->number, &search->text, fault) ||
         !positions_find(positions, bytes_span(&search->text), text->ids, text->count,
                         store_terms(search->store), fault)))
        return false;
    search->text_of = article->number + 1;
    all = bytes_span(&search->text);
    first = positions->words[place];
    last = positions->words[place + length - 1];
    line.start = first.start;
    line.end = last.start + last.length;
    line.node = span_cut(all, line.start, line.end);
    around = look_around(search, line.start, line.end);
    bytes_clear(&search->left);
    bytes_clear(&search->right);
    add_plain(&search->left,
              span_cut(all, positions->tokens.items[around.first].start, line.start));
    if (around.end > around.node_end) {
        struct token end = positions->tokens.items[around.end - 1];

        add_plain(&search->right, span_cut(all, line.end, end.start + end.length));
    }
    line.left = bytes_span(&search->left);
    line.right = bytes_span(&search->right);
    return search->wish->order == CONCORDANCE_BY_PLACE
               ? search->sink.line(search->sink.context, &line, fault)
               : keep_line(search, around, &line, fault);
}

static bool take_text(void *context, const struct text *text, struct fault *fault)
{
    struct search *search = context;

    for (size_t i = 0; i < text->count; i++) {
        size_t length = pattern_at(search->wish->pattern, text->ids, text->count, i);

        if (length == 0 ||
            (search->wish->random &&
             (search->drawn_count == 0 || draw_of(search, text->article, i) > search->drawn[0])))
            continue;
        if (!take_place(search, text, i, length, fault))
            return false;
    }
    return true;
}

bool concordance_find(struct store *store, const struct concordance_wish *wish,
                      struct concordance_sink sink, struct fault *fault)
{
    struct search search = {.store = store, .wish = wish, .sink = sink, .lines = SORTER_EMPTY};
    bool done = true;

    if (wish->random) {
        search.drawn = memory_new(wish->random, sizeof *search.drawn);
        done = texts_walk(counts_of_store(store), &wish->texts, draw_text, &search, fault);
    }
    done = done && texts_walk(counts_of_store(store), &wish->texts, take_text, &search, fault) &&
           (wish->order == CONCORDANCE_BY_PLACE || show_kept(&search, fault));
    free(search.drawn);
    sorter_release(&search.lines);
    positions_release(&search.positions);
    bytes_release(&search.text);
    bytes_release(&search.left);
    bytes_release(&search.right);
    bytes_release(&search.record);
    bytes_release(&search.folded);
    return done;
}
