/*
 * LIWC's .dic: a head of numbered categories between two lines of %, then a
 * word a line with its numbers. In the newer form the head's tabs set
 * categories below each other.
 */
#include "analysis/dictionary/dictionary_inside.h"
#include "corpus/base/memory.h"

#include <stdlib.h>

struct numbered {
    uint32_t number, category;
};

struct liwc {
    struct dictionary_source *source;
    struct numbered *items; /* in the head's order */
    size_t count, capacity;
    uint32_t open[DICTIONARY_DEPTH_MAX]; /* the categories around, by depth */
    uint32_t *chosen;                    /* categories of a line */
    size_t chosen_capacity;
};

static bool is_blank(char byte)
{
    return byte == '\t' || byte == ' ';
}

/* Takes a number off the front of `text`; false where none stands there. */
static bool take_number(struct span *text, uint32_t *number)
{
    size_t at = 0;

    *number = 0;
    while (at < text->length && at < 9 && text->bytes[at] >= '0' && text->bytes[at] <= '9')
        *number = *number * 10 + (uint32_t)(text->bytes[at++] - '0');
    if (at == 0 || (at < text->length && !is_blank(text->bytes[at])))
        return false;
    *text = span_trim(span_cut(*text, at, text->length));
    return true;
}

static const struct numbered *find_number(const struct liwc *liwc, uint32_t number)
{
    for (size_t i = 0; i < liwc->count; i++) {
        if (liwc->items[i].number == number)
            return &liwc->items[i];
    }
    return NULL;
}

static bool is_percent(struct span line)
{
    line = span_trim(line);
    return span_is(line, "%");
}

static bool add_category(struct liwc *liwc, struct span line, size_t *depth, struct fault *fault)
{
    struct dictionary_source *source = liwc->source;
    struct numbered numbered = {0};
    size_t tabs = 0;

    while (tabs < line.length && line.bytes[tabs] == '\t')
        tabs++;
    if (tabs > *depth || tabs >= DICTIONARY_DEPTH_MAX)
        return dictionary_refuse(source, fault, "this category stands too many tabs to the right");
    line = span_trim(line);
    if (!take_number(&line, &numbered.number))
        return dictionary_refuse(source, fault,
                                 "a category's number and name must stand here, or a %% that ends "
                                 "the head");
    if (find_number(liwc, numbered.number))
        return dictionary_refuse(source, fault, "category %u stands here a second time",
                                 numbered.number);
    if (!dictionary_add_category(&numbered.category, source,
                                 tabs ? liwc->open[tabs - 1] : DICTIONARY_NONE, line, fault))
        return false;
    liwc->open[tabs] = numbered.category;
    *depth = tabs + 1;
    liwc->items = memory_grow(liwc->items, &liwc->capacity, liwc->count + 1, sizeof *liwc->items);
    liwc->items[liwc->count++] = numbered;
    return true;
}

/* Reads the head; `at` is then behind it. */
static bool read_head(struct liwc *liwc, size_t *at, struct fault *fault)
{
    struct span line;
    size_t depth = 0;
    bool begun = false;

    while (dictionary_next_line(liwc->source, at, &line)) {
        if (span_trim(line).length == 0)
            continue;
        if (!is_percent(line) && !add_category(liwc, line, &depth, fault))
            return false;
        if (is_percent(line) && begun)
            return true;
        begun = true;
    }
    return dictionary_refuse(liwc->source, fault, "the head's second %% is missing");
}

/* The word ends at a tab; where there is none, before the numbers at the line's end. */
static size_t word_end(struct span line)
{
    const char *tab = memchr(line.bytes, '\t', line.length);
    size_t end = line.length;

    if (tab)
        return (size_t)(tab - line.bytes);
    while (end && ((line.bytes[end - 1] >= '0' && line.bytes[end - 1] <= '9') ||
                   is_blank(line.bytes[end - 1])))
        end--;
    while (end < line.length && !is_blank(line.bytes[end]))
        end++;
    return end;
}

/* True where a category chosen lies below: a parent counts its children anyway. */
static bool has_lower(const struct liwc *liwc, size_t count, uint32_t category)
{
    for (size_t i = 0; i < count; i++) {
        if (liwc->chosen[i] != category &&
            dictionary_lies_in(liwc->source->dictionary, liwc->chosen[i], category))
            return true;
    }
    return false;
}

static bool add_word(struct liwc *liwc, struct span line, struct fault *fault)
{
    struct dictionary_source *source = liwc->source;
    size_t end, count = 0;
    struct span word, numbers;
    uint32_t number;

    line = span_trim(line);
    end = word_end(line);
    word = span_trim(span_cut(line, 0, end));
    numbers = span_trim(span_cut(line, end, line.length));
    while (take_number(&numbers, &number)) {
        const struct numbered *numbered = find_number(liwc, number);

        if (!numbered)
            return dictionary_refuse(source, fault, "there is no category %u in the head", number);
        liwc->chosen =
            memory_grow(liwc->chosen, &liwc->chosen_capacity, count + 1, sizeof *liwc->chosen);
        liwc->chosen[count++] = numbered->category;
    }
    if (numbers.length || count == 0)
        return dictionary_refuse(source, fault,
                                 "a word and the numbers of its categories must stand here");
    for (size_t i = 0; i < count; i++) {
        if (!has_lower(liwc, count, liwc->chosen[i]) &&
            !dictionary_add_entry(source, liwc->chosen[i], word, fault))
            return false;
    }
    return true;
}

bool dictionary_liwc(struct dictionary_source *source, struct fault *fault)
{
    struct liwc liwc = {.source = source};
    struct span line;
    size_t at = 0;
    bool done = read_head(&liwc, &at, fault);

    while (done && dictionary_next_line(source, &at, &line)) {
        if (span_trim(line).length)
            done = add_word(&liwc, line, fault);
    }
    free(liwc.items);
    free(liwc.chosen);
    return done;
}
