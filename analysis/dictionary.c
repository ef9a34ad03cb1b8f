#include "analysis/dictionary.h"

#include "corpus/base/bytes.h"
#include "corpus/base/embed.h"
#include "corpus/base/memory.h"
#include "corpus/base/yaml.h"
#include "corpus/text/tokens.h"

#include <stdlib.h>

EMBED(dictionary_en, "analysis/topics/en.yaml");

struct span dictionary_default(void)
{
    return embed_span(dictionary_en, dictionary_en_end);
}

/* Where in the file an entry stands, for messages. */
struct place {
    const char *name;
    uint32_t line;
};

static bool add_word(struct dictionary *dictionary, struct span word, struct place place,
                     struct bytes *room, struct fault *fault)
{
    bool prefix = span_ends(word, "*");
    struct span form = prefix ? span_cut(word, 0, word.length - 1) : word;

    if (form.length == 0 || memchr(form.bytes, '*', form.length))
        return fault_set(fault, FAULT_USAGE,
                         "%s line %u: in '%.*s' a * may only stand at the end of a word",
                         place.name, place.line, SPAN_PRINT(word));
    tokens_fold(room, form);
    dictionary->words = memory_grow(dictionary->words, &dictionary->word_capacity,
                                    dictionary->word_count + 1, sizeof *dictionary->words);
    dictionary->words[dictionary->word_count++] = (struct dictionary_word){
        .form = arena_copy(&dictionary->arena, bytes_span(room)),
        .prefix = prefix,
    };
    return true;
}

static bool add_words(struct dictionary *dictionary, struct span text, struct place place,
                      struct fault *fault)
{
    struct bytes room = BYTES_EMPTY;
    bool done = true;

    while (done && (text = span_trim(text)).length) {
        size_t length = 0;

        while (length < text.length && text.bytes[length] != ' ')
            length++;
        done = add_word(dictionary, span_cut(text, 0, length), place, &room, fault);
        text = span_cut(text, length, text.length);
    }
    bytes_release(&room);
    return done;
}

static bool add_entry(struct dictionary *dictionary, const struct yaml_node *item,
                      struct span group, const char *name, struct fault *fault)
{
    struct place place = {.name = name, .line = item->line};
    uint32_t first = (uint32_t)dictionary->word_count, count;

    if (item->kind != YAML_SCALAR)
        return fault_set(fault, FAULT_USAGE, "%s line %u: an entry must be a word or a phrase",
                         name, item->line);
    if (!add_words(dictionary, item->text, place, fault))
        return false;
    count = (uint32_t)dictionary->word_count - first;
    if (count == 0 || count > DICTIONARY_WORDS_MAX)
        return fault_set(fault, FAULT_USAGE, "%s line %u: an entry has 1 to %d words", name,
                         item->line, DICTIONARY_WORDS_MAX);
    dictionary->entries = memory_grow(dictionary->entries, &dictionary->entry_capacity,
                                      dictionary->entry_count + 1, sizeof *dictionary->entries);
    dictionary->entries[dictionary->entry_count++] = (struct dictionary_entry){
        .text = arena_copy(&dictionary->arena, item->text),
        .group = group,
        .topic = (uint32_t)dictionary->topic_count - 1,
        .line = item->line,
        .first_word = first,
        .word_count = count,
    };
    return true;
}

static bool add_entries(struct dictionary *dictionary, const struct yaml_node *list,
                        struct span group, const char *name, struct fault *fault)
{
    if (list->kind != YAML_SEQUENCE)
        return fault_set(fault, FAULT_USAGE,
                         "%s line %u: a list of entries must stand here, at the second level at "
                         "most",
                         name, list->line);
    for (const struct yaml_node *item = list->first; item; item = item->next) {
        if (!add_entry(dictionary, item, group, name, fault))
            return false;
    }
    return true;
}

static bool add_topic(struct dictionary *dictionary, const struct yaml_node *topic,
                      const char *name, struct fault *fault)
{
    if (dictionary->topic_count == DICTIONARY_TOPICS_MAX)
        return fault_set(fault, FAULT_LIMIT, "%s: more than %d topics", name,
                         DICTIONARY_TOPICS_MAX);
    dictionary->topics = memory_grow(dictionary->topics, &dictionary->topic_capacity,
                                     dictionary->topic_count + 1, sizeof *dictionary->topics);
    dictionary->topics[dictionary->topic_count++] = arena_copy(&dictionary->arena, topic->key);
    if (topic->kind != YAML_MAPPING)
        return add_entries(dictionary, topic, SPAN_EMPTY, name, fault);
    for (const struct yaml_node *group = topic->first; group; group = group->next) {
        if (!add_entries(dictionary, group, arena_copy(&dictionary->arena, group->key), name,
                         fault))
            return false;
    }
    return true;
}

static bool add_topics(struct dictionary *dictionary, const struct yaml_node *root,
                       const char *name, struct fault *fault)
{
    if (!root || root->kind != YAML_MAPPING || !root->first)
        return fault_set(fault, FAULT_USAGE, "%s: there are no topics in this dictionary", name);
    for (const struct yaml_node *topic = root->first; topic; topic = topic->next) {
        if (!add_topic(dictionary, topic, name, fault))
            return false;
    }
    return true;
}

bool dictionary_read(struct dictionary *dictionary, struct span yaml, const char *name,
                     struct fault *fault)
{
    struct yaml tree = YAML_EMPTY;
    bool done;

    if (!yaml_read(&tree, yaml, name, fault))
        return false;
    done = add_topics(dictionary, tree.root, name, fault);
    yaml_release(&tree);
    if (!done)
        dictionary_release(dictionary);
    return done;
}

void dictionary_release(struct dictionary *dictionary)
{
    free(dictionary->topics);
    free(dictionary->entries);
    free(dictionary->words);
    arena_release(&dictionary->arena);
    *dictionary = DICTIONARY_EMPTY;
}
