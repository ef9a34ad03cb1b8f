/*
 * Gold: articles whose quotations and speakers were labelled by people.
 *
 *     struct gold gold = GOLD_EMPTY;
 *     if (!gold_read(&gold, "polnear.dev.jsonl", &fault))        appends
 *         return false;
 *     for (size_t i = 0; i < gold.count; i++)
 *         ... gold.articles[i].quotes ...
 *     gold_release(&gold);
 *
 * A file has one JSON object a line: {"text", "lang"?, "quotes": [{"start",
 * "end", "kind", "speaker"?, "speaker_full"?}]}, offsets in code points, end
 * past the last.
 */
#ifndef CORPUS_VOICES_GOLD_H
#define CORPUS_VOICES_GOLD_H

#include "corpus/base/arena.h"
#include "corpus/base/fault.h"

#include <stdint.h>

struct gold_quote {
    uint32_t start, end; /* bytes of the text */
    struct span speaker; /* as the text has it: "he"; empty where nobody is named */
    struct span full;    /* in full: "Ann Miller"; empty where it is not known */
};

struct gold_article {
    struct span text, language;
    struct gold_quote *quotes;
    size_t count;
    uint32_t family; /* the same for all forms of one article */
};

struct gold {
    struct gold_article *articles;
    size_t count, capacity;
    struct arena arena;
};

#define GOLD_EMPTY ((struct gold){0})

/*
 * Appends the file's articles. Fails, naming the line, where one is not as above
 * or too large, or the file cannot be read; those before it are held.
 */
bool gold_read(struct gold *gold, const char *path, struct fault *fault);

/* Appends each article again with its line breaks made blanks. */
void gold_add_flat(struct gold *gold);

void gold_release(struct gold *gold);

#endif
