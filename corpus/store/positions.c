#include "corpus/store/positions.h"

#include "corpus/base/memory.h"

#include <stdlib.h>

/* What positions are found from, and how far the ids have come. */
struct laying {
    struct positions *positions;
    struct span text;
    const uint32_t *ids;
    size_t count, next;
    const struct table *terms;
};

/* The first token behind those of the line in which `from` is. */
static size_t line_end(const struct laying *laying, size_t from)
{
    const struct token_list *tokens = &laying->positions->tokens;
    size_t end = span_line_end(laying->text, tokens->items[from].start), to = from;

    while (to < tokens->count && tokens->items[to].start < end)
        to++;
    return to;
}

static uint32_t id_of(struct laying *laying, struct token token)
{
    struct positions *positions = laying->positions;

    bytes_clear(&positions->folded);
    tokens_fold(&positions->folded, tokens_span(laying->text, token));
    return table_find(laying->terms, bytes_span(&positions->folded));
}

/*
 * Writes what is stored of the line's tokens, without the break behind it, and where
 * each stands. Returns how many that is.
 */
static size_t write_line(struct laying *laying, size_t from, size_t to)
{
    struct positions *positions = laying->positions;
    size_t count = 0;

    positions->line =
        memory_grow(positions->line, &positions->line_capacity, to - from, sizeof *positions->line);
    positions->words = memory_grow(positions->words, &positions->word_capacity,
                                   laying->next + (to - from), sizeof *positions->words);
    for (size_t i = from; i < to; i++) {
        struct token token = positions->tokens.items[i];
        bool is_word = token.kind == TOKEN_WORD;

        if (!is_word && (count == 0 || positions->line[count - 1] == 0))
            continue;
        positions->line[count] = is_word ? id_of(laying, token) + 1 : 0;
        positions->words[laying->next + count++] = token;
    }
    return count && positions->line[count - 1] == 0 ? count - 1 : count;
}

/* Lays the tokens of one line beside the next ids, where they are the same. */
static void lay(struct laying *laying, size_t from, size_t to)
{
    const uint32_t *ids = laying->ids + laying->next;
    size_t left = laying->count - laying->next;
    size_t count = write_line(laying, from, to);

    if (count == 0 || count > left || (count < left && ids[count] != 0) ||
        memcmp(ids, laying->positions->line, count * sizeof *ids) != 0)
        return;
    laying->next += count < left ? count + 1 : count;
}

bool positions_find(struct positions *positions, struct span text, const uint32_t *ids,
                    size_t count, const struct table *terms, struct fault *fault)
{
    struct laying laying = {
        .positions = positions, .text = text, .ids = ids, .count = count, .terms = terms};

    if (!tokens_cut(&positions->tokens, text, fault))
        return false;
    for (size_t from = 0, to; from < positions->tokens.count; from = to) {
        to = line_end(&laying, from);
        lay(&laying, from, to);
    }
    return laying.next == count ||
           fault_set(fault, FAULT_DAMAGED, "the words stored of an article are not its text's");
}

void positions_release(struct positions *positions)
{
    free(positions->words);
    free(positions->line);
    tokens_release(&positions->tokens);
    bytes_release(&positions->folded);
    *positions = POSITIONS_EMPTY;
}
