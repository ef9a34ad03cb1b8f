#include "analysis/dictionary/dictionary_inside.h"
#include "analysis/dictionary/regex.h"
#include "analysis/dictionary/wildcards.h"
#include "corpus/base/memory.h"
#include "corpus/text/tokens.h"

#include <stdlib.h>

/* --- pieces between blanks ------------------------------------------------------------ */

static bool is_blank(char byte)
{
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

/* Takes the next piece off the front of `text`; false at its end. */
static bool next_piece(struct span *text, struct span *piece)
{
    size_t length = 0;

    *text = span_trim(*text);
    while (length < text->length && !is_blank(text->bytes[length]))
        length++;
    *piece = span_cut(*text, 0, length);
    *text = span_cut(*text, length, text->length);
    return length > 0;
}

/* --- words ---------------------------------------------------------------------------- */

static bool add_word(struct dictionary_source *source, struct dictionary_phrase *phrase,
                     struct dictionary_word word, struct fault *fault)
{
    struct dictionary *dictionary = source->dictionary;

    if (phrase->count == DICTIONARY_WORDS_MAX)
        return dictionary_refuse(source, fault, "an entry has 1 to %d words", DICTIONARY_WORDS_MAX);
    dictionary->words = memory_grow(dictionary->words, &dictionary->word_capacity,
                                    dictionary->word_count + 1, sizeof *dictionary->words);
    dictionary->words[dictionary->word_count++] = word;
    phrase->count++;
    return true;
}

static bool add_regex(struct dictionary_source *source, struct dictionary_phrase *phrase,
                      struct span pattern, struct fault *fault)
{
    struct dictionary *dictionary = source->dictionary;
    struct fault why = FAULT_EMPTY;
    struct regex *regex = NULL;

    if (dictionary->regex_count == DICTIONARY_REGEXES_MAX)
        return fault_set(fault, FAULT_LIMIT, "%s line %u: more than %d regular expressions",
                         source->name, source->line, DICTIONARY_REGEXES_MAX);
    if (!regex_compile(&regex, pattern, &why))
        return fault_set(fault, why.kind, "%s line %u: %s", source->name, source->line,
                         why.message);
    dictionary->regexes = memory_grow(dictionary->regexes, &dictionary->regex_capacity,
                                      dictionary->regex_count + 1, sizeof(struct regex *));
    dictionary->regexes[dictionary->regex_count++] = regex;
    return add_word(source, phrase,
                    (struct dictionary_word){
                        .kind = DICTIONARY_WORD_REGEX,
                        .form = arena_copy(&dictionary->arena, pattern),
                        .regex = (uint32_t)dictionary->regex_count - 1,
                    },
                    fault);
}

static bool add_form(struct dictionary_source *source, struct dictionary_phrase *phrase,
                     struct span word, struct fault *fault)
{
    struct bytes form = BYTES_EMPTY;
    bool done;

    tokens_fold(&form, word);
    done = add_word(source, phrase,
                    (struct dictionary_word){
                        .kind = DICTIONARY_WORD_FORM,
                        .form = arena_copy(&source->dictionary->arena, bytes_span(&form)),
                    },
                    fault);
    bytes_release(&form);
    return done;
}

/* The first reason holds. */
static void note_never(struct span *never, struct dictionary_source *source, struct span what,
                       const char *why)
{
    struct bytes text = BYTES_EMPTY;

    if (never->length == 0) {
        bytes_print(&text, "'%.*s' %s", SPAN_PRINT(what), why);
        *never = arena_copy(&source->dictionary->arena, bytes_span(&text));
    }
    bytes_release(&text);
}

/* Adds the words that tokens.h finds in `piece`; says where one of it is no word. */
static bool add_tokens(struct dictionary_source *source, struct dictionary_phrase *phrase,
                       struct span piece, const struct token_list *tokens, struct span *never,
                       struct fault *fault)
{
    uint32_t end = 0;
    bool done = true;

    for (size_t i = 0; done && i < tokens->count; i++) {
        struct token token = tokens->items[i];
        struct span word = tokens_span(piece, token);

        if (token.start != end)
            note_never(never, source, piece, "has a gap inside");
        end = token.start + token.length;
        if (token.kind == TOKEN_NUMBER)
            note_never(never, source, word, "is a number, and numbers are not counted as words");
        else if (token.kind == TOKEN_MARK)
            note_never(never, source, word, "is never part of a word");
        else if (!span_is(word, "*")) /* at the end of a script without blanks it adds nothing */
            done = add_form(source, phrase, word, fault);
    }
    return done;
}

static bool add_piece(struct dictionary_source *source, struct dictionary_phrase *phrase,
                      struct span piece, struct span *never, struct fault *fault)
{
    struct token_list tokens = TOKEN_LIST_EMPTY;
    struct fault why = FAULT_EMPTY;
    bool done;

    if (span_is(piece, "*"))
        return add_word(source, phrase, (struct dictionary_word){.kind = DICTIONARY_WORD_ANY},
                        fault);
    if (piece.length > DICTIONARY_WORD_BYTES_MAX)
        return dictionary_refuse(source, fault, "a word of an entry is longer than %d bytes",
                                 DICTIONARY_WORD_BYTES_MAX);
    done = wildcards_cut(&tokens, piece, "*?", &why)
               ? add_tokens(source, phrase, piece, &tokens, never, fault)
               : dictionary_refuse(source, fault, "'%.*s' is not UTF-8", SPAN_PRINT(piece));
    tokens_release(&tokens);
    return done;
}

static bool is_regex(const struct dictionary_source *source, struct span piece)
{
    return source->has_operators && piece.length > 2 && piece.bytes[0] == '/' &&
           piece.bytes[piece.length - 1] == '/';
}

static bool has_letter(const struct dictionary_word *word)
{
    if (word->kind == DICTIONARY_WORD_REGEX)
        return true;
    for (size_t i = 0; i < word->form.length; i++) {
        if (word->form.bytes[i] != '*' && word->form.bytes[i] != '?')
            return true;
    }
    return false;
}

/* No phrase of wildcards alone, and none that begins or ends with any word. */
static bool check_phrase(const struct dictionary_source *source, struct dictionary_phrase phrase,
                         struct span text, struct fault *fault)
{
    const struct dictionary_word *words = source->dictionary->words + phrase.first;
    bool has_letters = false;

    for (uint32_t w = 0; w < phrase.count; w++)
        has_letters |= has_letter(&words[w]);
    if (!has_letters)
        return dictionary_refuse(source, fault,
                                 "'%.*s' fits any word: an entry needs a word with a letter",
                                 SPAN_PRINT(text));
    if (words[0].kind == DICTIONARY_WORD_ANY || words[phrase.count - 1].kind == DICTIONARY_WORD_ANY)
        return dictionary_refuse(source, fault,
                                 "in '%.*s' a * alone may only stand inside, between two words",
                                 SPAN_PRINT(text));
    return true;
}

/* Adds a word or phrase without operators; *never, where not empty, says why it fits none. */
static bool add_phrase(struct dictionary_phrase *phrase, struct span *never,
                       struct dictionary_source *source, struct span text, struct fault *fault)
{
    struct span whole = span_trim(text), piece;

    *phrase = (struct dictionary_phrase){.first = (uint32_t)source->dictionary->word_count};
    while (next_piece(&text, &piece)) {
        bool done = is_regex(source, piece)
                        ? add_regex(source, phrase, span_cut(piece, 1, piece.length - 1), fault)
                        : add_piece(source, phrase, piece, never, fault);

        if (!done)
            return false;
    }
    if (whole.length == 0)
        return dictionary_refuse(source, fault, "an entry has 1 to %d words", DICTIONARY_WORDS_MAX);
    if (phrase->count == 0 && never->length == 0)
        note_never(never, source, whole, "has no word in it");
    return never->length || check_phrase(source, *phrase, whole, fault);
}

/* --- operators ------------------------------------------------------------------------ */

static const struct operator
{
    const char *name;
    enum dictionary_side side;
}
operators[] = {
    {"NEAR/", DICTIONARY_NEAR},
    {"BEFORE/", DICTIONARY_BEFORE},
    {"AFTER/", DICTIONARY_AFTER},
};

/* Digits up to the end, as a number of at most DICTIONARY_WITHIN_MAX + 1. */
static bool read_within(uint32_t *within, struct span digits)
{
    *within = 0;
    for (size_t i = 0; i < digits.length; i++) {
        if (digits.bytes[i] < '0' || digits.bytes[i] > '9')
            return false;
        if (*within <= DICTIONARY_WITHIN_MAX)
            *within = *within * 10 + (uint32_t)(digits.bytes[i] - '0');
    }
    return digits.length > 0;
}

/* True where `piece` is an operator. */
static bool read_operator(struct dictionary_condition *condition, struct span piece)
{
    for (size_t i = 0; i < sizeof operators / sizeof *operators; i++) {
        size_t length = strlen(operators[i].name);

        if (span_starts(piece, operators[i].name) &&
            read_within(&condition->within, span_cut(piece, length, piece.length))) {
            condition->side = operators[i].side;
            return true;
        }
    }
    return false;
}

/*
 * The text before the next operator, which goes into `condition`; `text` is then what follows
 * it. Without one all of it, and condition->side is 0.
 */
static struct span take_part(struct span *text, struct dictionary_condition *condition)
{
    struct span rest = *text, piece, part = *text;
    const char *denial = NULL; /* the NOT right before */

    *condition = (struct dictionary_condition){0};
    while (next_piece(&rest, &piece)) {
        if (read_operator(condition, piece)) {
            condition->denied = denial != NULL;
            part.length = (size_t)((denial ? denial : piece.bytes) - part.bytes);
            *text = rest;
            return span_trim(part);
        }
        denial = span_is(piece, "NOT") ? piece.bytes : NULL;
    }
    *text = SPAN_EMPTY;
    return span_trim(part);
}

bool dictionary_add_alternative(struct dictionary_source *source,
                                struct dictionary_condition *condition, struct span text,
                                struct span *never, struct fault *fault)
{
    struct dictionary *dictionary = source->dictionary;
    struct dictionary_phrase phrase;

    if (!add_phrase(&phrase, never, source, text, fault))
        return false;
    if (condition->phrase_count == 0)
        condition->first_phrase = (uint32_t)dictionary->phrase_count;
    dictionary->phrases = memory_grow(dictionary->phrases, &dictionary->phrase_capacity,
                                      dictionary->phrase_count + 1, sizeof *dictionary->phrases);
    dictionary->phrases[dictionary->phrase_count++] = phrase;
    condition->phrase_count++;
    return true;
}

uint32_t dictionary_add_condition(struct dictionary *dictionary,
                                  struct dictionary_condition condition)
{
    dictionary->conditions =
        memory_grow(dictionary->conditions, &dictionary->condition_capacity,
                    dictionary->condition_count + 1, sizeof *dictionary->conditions);
    dictionary->conditions[dictionary->condition_count] = condition;
    return (uint32_t)dictionary->condition_count++;
}

/* Adds the phrases between the bars of `text`. */
static bool add_alternatives(struct dictionary_source *source,
                             struct dictionary_condition *condition, struct span text,
                             struct span *never, struct fault *fault)
{
    struct span rest = text, piece;

    while (next_piece(&rest, &piece)) {
        if (!span_is(piece, "|"))
            continue;
        if (!dictionary_add_alternative(
                source, condition, (struct span){text.bytes, (size_t)(piece.bytes - text.bytes)},
                never, fault))
            return false;
        text = rest;
    }
    return dictionary_add_alternative(source, condition, text, never, fault);
}

/* Adds the conditions after an entry's own words. */
static bool add_conditions(struct dictionary_source *source, struct dictionary_entry *entry,
                           struct dictionary_condition condition, struct span rest,
                           struct fault *fault)
{
    entry->first_condition = (uint32_t)source->dictionary->condition_count;
    while (condition.side) {
        struct dictionary_condition next;
        struct span part = take_part(&rest, &next);

        if (condition.within == 0 || condition.within > DICTIONARY_WITHIN_MAX)
            return dictionary_refuse(source, fault, "in '%.*s' the distance must be 1 to %d words",
                                     SPAN_PRINT(entry->text), DICTIONARY_WITHIN_MAX);
        if (part.length == 0)
            return dictionary_refuse(source, fault, "in '%.*s' nothing stands after an operator",
                                     SPAN_PRINT(entry->text));
        if (!add_alternatives(source, &condition, part, &entry->never, fault))
            return false;
        (void)dictionary_add_condition(source->dictionary, condition);
        entry->condition_count++;
        condition = next;
    }
    return true;
}

/* --- entries -------------------------------------------------------------------------- */

static bool starts_with_not(struct span *text)
{
    struct span rest = *text, piece;

    if (!next_piece(&rest, &piece) || !span_is(piece, "NOT") || span_trim(rest).length == 0)
        return false;
    *text = rest;
    return true;
}

static bool fill_entry(struct dictionary_source *source, struct dictionary_entry *entry,
                       struct fault *fault)
{
    struct dictionary_condition condition = {0};
    struct span rest = entry->text, part = rest;

    if (source->has_operators) {
        entry->excludes = starts_with_not(&rest);
        part = take_part(&rest, &condition);
    }
    if (condition.side && part.length == 0)
        return dictionary_refuse(source, fault, "in '%.*s' nothing stands before an operator",
                                 SPAN_PRINT(entry->text));
    return add_phrase(&entry->phrase, &entry->never, source, part, fault) &&
           add_conditions(source, entry, condition, rest, fault);
}

bool dictionary_add_entry(struct dictionary_source *source, uint32_t category, struct span text,
                          struct fault *fault)
{
    struct dictionary *dictionary = source->dictionary;
    struct dictionary_entry entry = {
        .category = category,
        .topic = dictionary->categories[category].topic,
        .language = source->language,
        .line = source->line,
    };

    if (dictionary->entry_count == DICTIONARY_ENTRIES_MAX)
        return fault_set(fault, FAULT_LIMIT, "%s line %u: more than %d entries", source->name,
                         source->line, DICTIONARY_ENTRIES_MAX);
    entry.text = arena_copy(&dictionary->arena, span_trim(text));
    if (!fill_entry(source, &entry, fault))
        return false;
    dictionary->entries = memory_grow(dictionary->entries, &dictionary->entry_capacity,
                                      dictionary->entry_count + 1, sizeof *dictionary->entries);
    dictionary->entries[dictionary->entry_count++] = entry;
    return true;
}
