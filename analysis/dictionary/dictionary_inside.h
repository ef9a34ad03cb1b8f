/*
 * What the readers of dictionaries share: categories and entries are put into
 * a dictionary by these functions alone.
 */
#ifndef ANALYSIS_DICTIONARY_INSIDE_H
#define ANALYSIS_DICTIONARY_INSIDE_H

#include "analysis/dictionary.h"

/* A file being read. */
struct dictionary_source {
    struct dictionary *dictionary;
    const char *name;   /* for messages */
    struct span text;   /* UTF-8 */
    uint32_t language;  /* of its entries: as in dictionary_entry */
    bool has_operators; /* NOT, NEAR/5 and /regular expressions/ are understood */
    uint32_t line;      /* being read */
    /* Of the categories at the top, unless they have their own. */
    struct dictionary_rule rule;
    uint32_t unless;
};

/* Fails with FAULT_USAGE, naming the file and its line. */
bool dictionary_refuse(const struct dictionary_source *source, struct fault *fault,
                       const char *format, ...) __attribute__((format(printf, 3, 4)));

/*
 * The category `key` below `parent` (DICTIONARY_NONE: at the top), made where
 * it is new. Fails where the key is empty and at the limits.
 */
bool dictionary_add_category(uint32_t *category, struct dictionary_source *source, uint32_t parent,
                             struct span key, struct fault *fault);

/* Adds an entry from its text, of the source's line. Fails as dictionary_read() says. */
bool dictionary_add_entry(struct dictionary_source *source, uint32_t category, struct span text,
                          struct fault *fault);

/*
 * Adds one of the phrases of a condition, which is added itself when it has all. A
 * `never` that is not empty says why one fits no text.
 */
bool dictionary_add_alternative(struct dictionary_source *source,
                                struct dictionary_condition *condition, struct span text,
                                struct span *never, struct fault *fault);
uint32_t dictionary_add_condition(struct dictionary *dictionary,
                                  struct dictionary_condition condition);

/* The next line of the source without its end; false after the last. `at` begins as 0. */
bool dictionary_next_line(struct dictionary_source *source, size_t *at, struct span *line);

/* The readers, one a form; each reads the whole source. */
bool dictionary_yaml(struct dictionary_source *source, struct fault *fault);
bool dictionary_liwc(struct dictionary_source *source, struct fault *fault);
bool dictionary_lexicoder(struct dictionary_source *source, struct fault *fault);
bool dictionary_wordstat(struct dictionary_source *source, struct fault *fault);
bool dictionary_yoshikoder(struct dictionary_source *source, struct fault *fault);

#endif
