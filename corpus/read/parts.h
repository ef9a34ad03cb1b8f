/*
 * Parts: what each element of a page holds, and which are set aside as no part
 * of an article.
 *
 *     struct parts parts = {.markup = &markup, .blocks = &blocks};
 *
 *     parts_weigh(&parts, &title, PARTS_ALL);
 *     if (!parts.items[node].out && parts_is_more(&parts, &parts.items[node], 70))
 *         look_within(node);
 *     parts_release(&parts);
 */
#ifndef CORPUS_READ_PARTS_H
#define CORPUS_READ_PARTS_H

#include "corpus/read/blocks.h"
#include "corpus/read/markup.h"

/* Letters of a block that is prose whatever it ends with. */
enum { PARTS_PROSE_LONG = 80 };

/* What is known of each element. */
struct part {
    uint32_t size;      /* letters of all blocks within */
    uint32_t linked;    /* of these, in links */
    uint32_t prose;     /* letters of prose within that is not set aside */
    uint32_t sentences; /* blocks of prose */
    uint32_t blocks;    /* how many lie within */
    uint32_t teasers;   /* children that look like one */
    uint32_t teaser_size;
    int32_t beside; /* the word that sets it aside, or HINTS_NONE */
    bool title;     /* a linked heading or line lies within */
    bool form;      /* a form or a field to fill in lies within */
    bool headline;  /* the article's title lies within */
    bool out;       /* set aside, with all within */
};

struct parts {
    const struct markup *markup; /* borrowed, as blocks is */
    const struct blocks *blocks;
    struct part *items; /* by node; owned */
    uint32_t prose;     /* letters of the page's prose that is not set aside */
};

#define PARTS_EMPTY ((struct parts){0})

/* What may set an element aside. */
enum parts_evidence {
    PARTS_ALL,        /* its tag and role, its content, words of its class or id */
    PARTS_NO_WORDS,   /* no words, but those of readers' comments */
    PARTS_NO_TEASERS, /* nor that it looks like one of a list of teasers */
};

/*
 * Weighs all elements anew. `title` is the article's, as headline_plain() has
 * it, or empty.
 */
void parts_weigh(struct parts *parts, const struct bytes *title, enum parts_evidence evidence);

void parts_release(struct parts *parts);

/* True where `part` holds more than so many per cent of the page's prose. */
bool parts_is_more(const struct parts *parts, const struct part *part, uint32_t percent);

/* A block that is long, or ends like a sentence, and is no heading and little linked. */
bool parts_is_prose(const struct block *block);

#endif
