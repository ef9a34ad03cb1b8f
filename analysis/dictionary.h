/*
 * A topic dictionary: topics and the words that stand for them.
 *
 * A dictionary has topics; a topic has entries, grouped in sub-topics or not.
 * An entry is a word or a phrase; a `*` at the end of a word stands for any
 * ending. It is compared word by word with folded terms, so its own letters
 * are folded too. Between the words of a phrase nothing but blanks may stand.
 *
 *     struct dictionary dictionary = DICTIONARY_EMPTY;
 *
 *     if (!dictionary_read(&dictionary, yaml, "topics.yaml", &fault))
 *         return false;
 *     ...
 *     dictionary_release(&dictionary);
 *
 * matcher.h finds its entries in texts.
 *
 * Form read: quanteda's YAML. A key whose value is a list is a topic with
 * entries; a key whose value is a mapping is a topic whose keys are
 * sub-topics, each with a list. Deeper levels are refused.
 */
#ifndef ANALYSIS_DICTIONARY_H
#define ANALYSIS_DICTIONARY_H

#include "corpus/base/arena.h"
#include "corpus/base/fault.h"

#include <stdint.h>

enum { DICTIONARY_TOPICS_MAX = 4096, DICTIONARY_WORDS_MAX = 8 };

struct dictionary_entry {
    struct span text;                /* as written */
    struct span group;               /* the sub-topic, or empty */
    uint32_t topic;                  /* index into topics */
    uint32_t line;                   /* of the file */
    uint32_t first_word, word_count; /* into words */
};

/* One word of an entry: a folded form, or with `prefix` the start of forms. */
struct dictionary_word {
    struct span form;
    bool prefix;
};

struct dictionary {
    struct arena arena;
    struct span *topics; /* their keys, in the file's order */
    size_t topic_count, topic_capacity;
    struct dictionary_entry *entries;
    size_t entry_count, entry_capacity;
    struct dictionary_word *words;
    size_t word_count, word_capacity;
};

#define DICTIONARY_EMPTY ((struct dictionary){0})

/*
 * Reads a dictionary from YAML text; `name` is for messages.
 *
 * Fails with FAULT_USAGE, naming the line, where the text is no YAML, has no
 * topic, or has an entry without a word, with a `*` inside a word or with more
 * than DICTIONARY_WORDS_MAX words; and with FAULT_LIMIT for more than
 * DICTIONARY_TOPICS_MAX topics. `dictionary` is then empty.
 */
bool dictionary_read(struct dictionary *dictionary, struct span yaml, const char *name,
                     struct fault *fault);

/* The default dictionary for general news in English. */
struct span dictionary_default(void);

void dictionary_release(struct dictionary *dictionary);

#endif
