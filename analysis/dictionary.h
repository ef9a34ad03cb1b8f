/*
 * A topic dictionary: categories in a tree, and the entries that stand for
 * them. The categories at the top are the topics.
 *
 * Its form is told by content: quanteda's YAML, LIWC's .dic, Yoshikoder's
 * .ykd, Lexicoder's .lc3 or WordStat's .cat. An entry is a word or a phrase;
 * it is compared word by word with folded terms, so its letters are folded
 * too, and between the words of a phrase nothing but blanks may stand, no line
 * end either.
 *
 *     storm*                 `*` stands for any letters or none, anywhere in a word
 *     wom?n                  `?` for one letter
 *     war * drugs            a `*` alone, inside a phrase, for any one word
 *     /infla(tion|ry)/       a regular expression (PCRE2) for one whole word
 *
 * The rest is for YAML alone; the words in capitals are operators.
 *
 *     NOT bank holiday*      an exclusion: where it stands nothing of its category,
 *                            or of those below it, is counted
 *     bank* NEAR/5 loan* | credit
 *                            only with one of the others among the 5 words before or
 *                            the 5 after; the hit is the first part alone
 *     gas BEFORE/2 price*    ... among the 2 words after it
 *     good NOT AFTER/3 not | never
 *                            only without one of them among the 3 words before it;
 *                            any of the three may be denied by NOT, and several may
 *                            follow each other: all must hold
 *
 * Words are counted for these distances, marks and numbers are not.
 *
 * A YAML mapping may have a `rule`, for itself and all below:
 *
 *     energy:
 *       rule: {hits: 3, title: 1, unless: [not, no], within: 3, except: [gas mask*]}
 *
 * an article then carries the topic with 3 hits in its text or 1 in its title
 * (0: titles do not count); no hit counts that has one of `unless` among the
 * `within` words before it; and `except` lists exclusions.
 *
 *     struct dictionary dictionary = DICTIONARY_EMPTY;
 *
 *     if (!dictionary_read(&dictionary, text, "topics.yaml", SPAN_EMPTY, &fault))
 *         return false;
 *     ...
 *     dictionary_release(&dictionary);
 *
 * matcher.h finds its entries in texts, and says which counts where several
 * could.
 */
#ifndef ANALYSIS_DICTIONARY_H
#define ANALYSIS_DICTIONARY_H

#include "corpus/base/arena.h"
#include "corpus/base/bytes.h"
#include "corpus/base/fault.h"
#include "corpus/base/table.h"

#include <stdint.h>

enum {
    DICTIONARY_CATEGORIES_MAX = 4096,
    DICTIONARY_DEPTH_MAX = 16, /* categories in each other */
    DICTIONARY_ENTRIES_MAX = 1 << 20,
    DICTIONARY_WORDS_MAX = 32,       /* of a phrase */
    DICTIONARY_WORD_BYTES_MAX = 256, /* of one of its words */
    DICTIONARY_WITHIN_MAX = 50,      /* words that a condition looks at, on each side */
    DICTIONARY_REGEXES_MAX = 1000,
};

#define DICTIONARY_NONE UINT32_MAX

/* When an article carries a category. */
struct dictionary_rule {
    uint32_t hits;  /* so many in the text, 1 or more, */
    uint32_t title; /* or so many in the title; 0: titles do not count */
};

#define DICTIONARY_RULE ((struct dictionary_rule){.hits = 2, .title = 1})

struct dictionary_category {
    struct span key, path; /* "energy", "economy/energy" */
    uint32_t parent;       /* DICTIONARY_NONE at the top */
    uint32_t topic;        /* the one at the top, maybe itself */
    uint32_t depth;        /* 0 at the top */
    struct dictionary_rule rule;
    uint32_t unless; /* a condition that all its entries have; DICTIONARY_NONE */
};

/* One word of a phrase. */
enum dictionary_word_kind {
    DICTIONARY_WORD_FORM,  /* a folded form, maybe with wildcards: wildcards.h */
    DICTIONARY_WORD_ANY,   /* any word */
    DICTIONARY_WORD_REGEX, /* regexes[regex] */
};

struct dictionary_word {
    enum dictionary_word_kind kind;
    struct span form;
    uint32_t regex;
};

/* Words next to each other: words[first .. first + count). */
struct dictionary_phrase {
    uint32_t first, count;
};

enum dictionary_side { DICTIONARY_BEFORE = 1, DICTIONARY_AFTER = 2, DICTIONARY_NEAR = 3 };

/* One of the phrases stands, or with `denied` none does, within so many words of the hit. */
struct dictionary_condition {
    enum dictionary_side side; /* the hit stands BEFORE it, AFTER it, or either */
    bool denied;
    uint32_t within;
    uint32_t first_phrase, phrase_count;
};

struct dictionary_entry {
    struct span text; /* as written */
    uint32_t category, topic;
    uint32_t language; /* index into languages plus 1; 0: texts in any */
    uint32_t line;     /* of its file */
    bool excludes;
    struct span never; /* why no text can match it, by the rules of tokens.h; else empty */
    struct dictionary_phrase phrase;
    uint32_t first_condition, condition_count;
};

struct regex;

struct dictionary {
    struct arena arena;
    struct table names; /* of the categories; an id is an index into categories */
    struct dictionary_category *categories; /* a parent before its children */
    size_t category_count, category_capacity;
    struct dictionary_entry *entries; /* in the file's order */
    size_t entry_count, entry_capacity;
    struct dictionary_word *words;
    size_t word_count, word_capacity;
    struct dictionary_phrase *phrases;
    size_t phrase_count, phrase_capacity;
    struct dictionary_condition *conditions;
    size_t condition_count, condition_capacity;
    struct regex **regexes;
    size_t regex_count, regex_capacity;
    struct span *languages; /* "en", "ru"; none where the entries are for all */
    size_t language_count, language_capacity;
};

#define DICTIONARY_EMPTY ((struct dictionary){0})

/*
 * Adds the dictionary in `text`, for texts in `language` or, where that is
 * empty, in any; `name` is for messages. Categories of the same path are one.
 *
 * Fails with FAULT_USAGE, naming the line, where the text is none of the forms
 * above or breaks its own, has no category or no entry, or has an entry that
 * would fit every word; and with FAULT_LIMIT for more than the numbers above.
 * `dictionary` is then empty.
 */
bool dictionary_read(struct dictionary *dictionary, struct span text, const char *name,
                     struct span language, struct fault *fault);

/*
 * Adds the default dictionaries for general news in English, Russian and
 * German, with the same topics, and appends their text to `text`, if not NULL.
 */
bool dictionary_read_default(struct dictionary *dictionary, struct bytes *text,
                             struct fault *fault);

/*
 * The language, as an index into languages plus 1, whose entries a text in
 * `language` is matched by; 0 where the dictionary is for all. The first is
 * taken for a text whose language is not told ("und").
 * DICTIONARY_NONE where there are none for this language.
 */
uint32_t dictionary_language(const struct dictionary *dictionary, struct span language);

/* Whether so many hits in the text, or so many in the title, make an article carry it. */
bool dictionary_rule_met(struct dictionary_rule rule, size_t hits, size_t title_hits);

/* True where `category` is `above` or lies below it. */
bool dictionary_lies_in(const struct dictionary *dictionary, uint32_t category, uint32_t above);

void dictionary_release(struct dictionary *dictionary);

#endif
