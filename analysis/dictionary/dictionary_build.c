#include "analysis/dictionary/dictionary_inside.h"
#include "analysis/dictionary/regex.h"
#include "corpus/base/memory.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

bool dictionary_refuse(const struct dictionary_source *source, struct fault *fault,
                       const char *format, ...)
{
    char why[400];
    va_list list;

    va_start(list, format);
    (void)vsnprintf(why, sizeof why, format, list);
    va_end(list);
    return fault_set(fault, FAULT_USAGE, "%s line %u: %s", source->name, source->line, why);
}

/* What no other category has: its parent and its key. */
static void name_category(struct bytes *name, uint32_t parent, struct span key)
{
    bytes_add(name, (struct span){(const char *)&parent, sizeof parent});
    bytes_add(name, key);
}

static struct span path_of(struct dictionary *dictionary, uint32_t parent, struct span key)
{
    struct bytes path = BYTES_EMPTY;
    struct span kept;

    if (parent != DICTIONARY_NONE) {
        bytes_add(&path, dictionary->categories[parent].path);
        bytes_add_byte(&path, '/');
    }
    bytes_add(&path, key);
    kept = arena_copy(&dictionary->arena, bytes_span(&path));
    bytes_release(&path);
    return kept;
}

static void append_category(const struct dictionary_source *source, uint32_t parent,
                            struct span key)
{
    struct dictionary *dictionary = source->dictionary;
    uint32_t own = (uint32_t)dictionary->category_count;
    struct dictionary_category made = {
        .path = path_of(dictionary, parent, key),
        .parent = parent,
        .topic = own,
        .rule = source->rule,
        .unless = source->unless,
    };

    made.key = span_cut(made.path, made.path.length - key.length, made.path.length);
    if (parent != DICTIONARY_NONE) {
        const struct dictionary_category *above = &dictionary->categories[parent];

        made.topic = above->topic;
        made.depth = above->depth + 1;
        made.rule = above->rule;
        made.unless = above->unless;
    }
    dictionary->categories =
        memory_grow(dictionary->categories, &dictionary->category_capacity,
                    dictionary->category_count + 1, sizeof *dictionary->categories);
    dictionary->categories[dictionary->category_count++] = made;
}

bool dictionary_add_category(uint32_t *category, struct dictionary_source *source, uint32_t parent,
                             struct span key, struct fault *fault)
{
    struct dictionary *dictionary = source->dictionary;
    struct bytes name = BYTES_EMPTY;

    key = span_trim(key);
    if (key.length == 0)
        return dictionary_refuse(source, fault, "a category has no name");
    if (key.length > DICTIONARY_WORD_BYTES_MAX)
        return dictionary_refuse(source, fault, "a category's name is longer than %d bytes",
                                 DICTIONARY_WORD_BYTES_MAX);
    if (parent != DICTIONARY_NONE &&
        dictionary->categories[parent].depth + 1 == DICTIONARY_DEPTH_MAX)
        return fault_set(fault, FAULT_LIMIT, "%s line %u: more than %d categories in each other",
                         source->name, source->line, DICTIONARY_DEPTH_MAX);
    name_category(&name, parent, key);
    *category = table_add(&dictionary->names, bytes_span(&name));
    bytes_release(&name);
    if (*category < dictionary->category_count)
        return true;
    if (*category == DICTIONARY_CATEGORIES_MAX)
        return fault_set(fault, FAULT_LIMIT, "%s line %u: more than %d categories", source->name,
                         source->line, DICTIONARY_CATEGORIES_MAX);
    append_category(source, parent, key);
    return true;
}

bool dictionary_next_line(struct dictionary_source *source, size_t *at, struct span *line)
{
    size_t end;

    if (*at >= source->text.length)
        return false;
    end = span_line_end(source->text, *at);
    *line = span_cut(source->text, *at, end);
    source->line++;
    if (end + 1 < source->text.length && source->text.bytes[end] == '\r' &&
        source->text.bytes[end + 1] == '\n')
        end++;
    *at = end + 1;
    return true;
}

uint32_t dictionary_language(const struct dictionary *dictionary, struct span language)
{
    if (dictionary->language_count == 0)
        return 0;
    for (uint32_t i = 0; i < dictionary->language_count; i++) {
        if (span_equal(dictionary->languages[i], language))
            return i + 1;
    }
    return language.length == 0 || span_is(language, "und") ? 1 : DICTIONARY_NONE;
}

bool dictionary_rule_met(struct dictionary_rule rule, size_t hits, size_t title_hits)
{
    return hits >= rule.hits || (rule.title && title_hits >= rule.title);
}

bool dictionary_lies_in(const struct dictionary *dictionary, uint32_t category, uint32_t above)
{
    while (category > above && category != DICTIONARY_NONE) /* a parent's number is smaller */
        category = dictionary->categories[category].parent;
    return category == above;
}

void dictionary_release(struct dictionary *dictionary)
{
    for (size_t i = 0; i < dictionary->regex_count; i++)
        regex_release(dictionary->regexes[i]);
    free(dictionary->regexes);
    free(dictionary->categories);
    free(dictionary->entries);
    free(dictionary->words);
    free(dictionary->phrases);
    free(dictionary->conditions);
    free(dictionary->languages);
    table_release(&dictionary->names);
    arena_release(&dictionary->arena);
    *dictionary = DICTIONARY_EMPTY;
}
