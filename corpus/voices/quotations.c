#include "corpus/voices/quotations.h"

#include "corpus/text/utf8.h"
#include "corpus/voices/dashes.h"
#include "corpus/voices/runons.h"
#include "corpus/voices/turns.h"

/* A text's tokens, looked at for what can be speech. */
struct glance {
    struct span text;
    const struct token *tokens;
    size_t labels; /* colons that may end a label, "NAME:" */
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

/*
 * True where what stands before the dash can end speech or lead up to it: ", — said he",
 * "He said: — Now." Nearly all dashes behind a bracket are those of datelines.
 */
static bool follows_speech(const struct glance *glance, size_t token)
{
    uint32_t before = token ? utf8_at(glance->text, glance->tokens[token - 1].start).code : 0;

    return before == ',' || before == ':' || passage_ends_sentence(before);
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

static bool is_capital(char byte)
{
    return (byte >= 'A' && byte <= 'Z') || (unsigned char)byte >= 0x80;
}

/* True where the colon may end a label in capitals, or the second label of any kind. */
static bool may_label(struct glance *glance, size_t colon)
{
    const struct token *name = &glance->tokens[colon ? colon - 1 : 0];
    const char *bytes = glance->text.bytes + name->start;

    if (!colon || (name->kind == TOKEN_WORD && !is_capital(bytes[0])))
        return false;
    glance->labels++;
    return glance->labels > 1 || name->kind == TOKEN_MARK || /* "SENATOR LEE (D-OH):", "**LEE**:" */
           (name->kind == TOKEN_WORD && name->length > 1 && is_capital(bytes[name->length - 1]));
}

/* Marks of quotation; a dash that starts a line or a sentence; the colons of a transcript. */
static bool may_be_speech(struct glance *glance, size_t token)
{
    uint32_t code = utf8_at(glance->text, glance->tokens[token].start).code;

    if (code == ':')
        return may_label(glance, token);
    if (code == '\'' || code == 0x2018)
        return may_open(glance, token);
    if (is_dash(code))
        return follows_speech(glance, token) || starts_line(glance, token);
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

/* Appends the paragraph's stretches: behind dashes, or inside marks. */
static void cut_paragraph(struct marked_list *list, const struct passage *passage,
                          uint32_t paragraph)
{
    size_t from = list->count;

    if (dashes_cut(list, passage, paragraph))
        return;
    marks_pair(list, passage, paragraph);
    dashes_split(list, passage, from);
    runons_find(list, passage, paragraph, from);
}

/* The same for a transcript: its turns, and what else stands outside them. */
static void cut_transcript(struct marked_list *list, const struct passage *passage,
                           const struct marked_list *turns)
{
    size_t turn = 0;
    uint32_t spoken = 0; /* where the turn before ended */

    for (uint32_t p = 0; p < passage->paragraph_count; p++) {
        struct passage_paragraph words = passage->paragraphs[p];
        uint32_t label = turn < turns->count ? turns->items[turn].label_first : words.end;
        size_t from = list->count;

        if (spoken < words.end && label > words.first)
            cut_paragraph(list, passage, p);
        while (list->count > from && list->items[list->count - 1].outer_end > label)
            list->count--;
        if (list->count > from && list->items[from].outer_first < spoken)
            list->count = from;
        while (turn < turns->count && turns->items[turn].label_first < words.end) {
            spoken = turns->items[turn].outer_end;
            marked_add(list, passage, turns->items[turn++]);
        }
    }
}

void quotations_find(struct marked_list *list, struct passage *passage)
{
    struct marked_list turns = MARKED_LIST_EMPTY;

    list->count = 0;
    if (turns_find(&turns, passage)) {
        cut_transcript(list, passage, &turns);
    } else {
        for (uint32_t p = 0; p < passage->paragraph_count; p++)
            cut_paragraph(list, passage, p);
    }
    marked_release(&turns);
    number(list, passage);
}
