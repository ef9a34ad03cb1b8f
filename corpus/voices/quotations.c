#include "corpus/voices/quotations.h"

#include "corpus/voices/dashes.h"
#include "corpus/voices/turns.h"

/* True where the token at `start` is the first of its line. */
static bool starts_line(struct span text, size_t start)
{
    while (start > 0 && (text.bytes[start - 1] == ' ' || text.bytes[start - 1] == '\t'))
        start--;
    return start == 0 || text.bytes[start - 1] == '\n' || text.bytes[start - 1] == '\r';
}

/* Marks of quotation, the colon of a turn or an introduction, a dash that starts a paragraph. */
static bool may_be_speech(struct span text, size_t start)
{
    unsigned char byte = (unsigned char)text.bytes[start];

    switch (byte) {
    case '"':
    case '\'':
    case '`':
    case ':':
        return true;
    case '-':
        return starts_line(text, start);
    default:
        /* Past ASCII nearly all marks in news are of these kinds; U+2026 is not. */
        return byte >= 0x80 && !span_starts(span_cut(text, start, text.length), "\xE2\x80\xA6");
    }
}

bool quotations_may_be(struct span text, const struct token_list *tokens)
{
    for (size_t i = 0; i < tokens->count; i++) {
        if (tokens->items[i].kind == TOKEN_MARK && may_be_speech(text, tokens->items[i].start))
            return true;
    }
    return false;
}

/* True where the stretch goes on with the one before it. */
static bool continues(const struct passage *passage, const struct marked *before,
                      const struct marked *marked)
{
    uint32_t last = passage->words[before->end - 1].paragraph;
    uint32_t here = passage->words[marked->first].paragraph;

    if (before->by != MARKED_OPENER || before->outer_end != marked->outer_first)
        return false;
    return here == last || passage->paragraphs[here].first == marked->outer_first;
}

static void number(struct marked_list *list, struct passage *passage)
{
    uint32_t number = 0;

    for (size_t i = 0; i < list->count; i++) {
        struct marked *marked = &list->items[i];

        marked->continues = i > 0 && continues(passage, marked - 1, marked);
        number += !marked->continues;
        marked->number = number;
        for (uint32_t w = marked->outer_first; w < marked->outer_end; w++)
            passage->words[w].quote = (uint32_t)i;
    }
}

void quotations_find(struct marked_list *list, struct passage *passage)
{
    bool transcript = turns_are_here(passage);

    list->count = 0;
    for (uint32_t p = 0; p < passage->paragraph_count; p++) {
        if (transcript && turns_cut(list, passage, p))
            continue;
        if (!dashes_cut(list, passage, p)) {
            size_t from = list->count;

            marks_pair(list, passage, p);
            dashes_split(list, passage, from);
        }
    }
    number(list, passage);
}
