#include "corpus/voices/quotations.h"

#include "corpus/text/utf8.h"
#include "corpus/voices/dashes.h"
#include "corpus/voices/turns.h"

/* A text's tokens, looked at for what can be speech. */
struct glance {
    struct span text;
    const struct token *tokens;
    size_t labels; /* lines that may begin with "NAME:" */
};

/* True where nothing but blanks stands between the token and its line's start. */
static bool starts_line(const struct glance *glance, size_t token)
{
    size_t at = glance->tokens[token].start;

    while (at > 0 && (glance->text.bytes[at - 1] == ' ' || glance->text.bytes[at - 1] == '\t'))
        at--;
    /* Past ASCII it may be a blank of another kind. */
    return at == 0 || glance->text.bytes[at - 1] == '\n' || glance->text.bytes[at - 1] == '\r' ||
           (unsigned char)glance->text.bytes[at - 1] >= 0x80;
}

/* True where a line starts between the token and the one before it. */
static bool begins_line(const struct glance *glance, size_t token)
{
    size_t at = token ? glance->tokens[token - 1].start + glance->tokens[token - 1].length : 0;

    for (; at < glance->tokens[token].start; at++) {
        if (glance->text.bytes[at] == '\n' || glance->text.bytes[at] == '\r')
            return true;
    }
    return token == 0;
}

/* True where the token ends what may be the label of a line. */
static bool ends_label(const struct glance *glance, size_t token)
{
    for (size_t i = 0; i <= TURNS_LABEL_MAX; i++) {
        if (begins_line(glance, token - i))
            return true;
    }
    return false;
}

/* True for an apostrophe that does not follow a letter or digit: that may open. */
static bool may_open(const struct glance *glance, size_t token)
{
    const struct token *here = &glance->tokens[token];

    return token == 0 || here[-1].kind == TOKEN_MARK ||
           here[-1].start + here[-1].length < here->start;
}

static bool is_dash(uint32_t code)
{
    return code == '-' || (code >= 0x2012 && code <= 0x2015);
}

/* Marks of quotation; a dash that starts a line; the colons of a transcript. */
static bool may_be_speech(struct glance *glance, size_t token)
{
    uint32_t code = utf8_at(glance->text, glance->tokens[token].start).code;

    if (code == ':' && ends_label(glance, token))
        return ++glance->labels >= TURNS_MIN;
    if (code == '\'' || code == 0x2018)
        return may_open(glance, token);
    if (is_dash(code))
        return starts_line(glance, token);
    return marks_is_one(code);
}

bool quotations_may_be(struct span text, const struct token_list *tokens)
{
    struct glance glance = {.text = text, .tokens = tokens->items};

    for (size_t i = 0; i < tokens->count; i++) {
        if (tokens->items[i].kind == TOKEN_MARK && may_be_speech(&glance, i))
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
