/*
 * Main text: which blocks of a page are its article.
 *
 *     struct bytes text = BYTES_EMPTY;
 *
 *     if (!maintext_find(&text, &markup, clues))
 *         refuse("the page has no article");
 *
 * How it is found. What stands in <nav>, <aside>, <footer>, a figure, a form,
 * among readers' comments or in a list of teasers is set aside, and what the
 * words of a class call beside the article (hints.h), unless that holds so
 * much of the page's prose that it cannot be. Prose is a block that is long,
 * little linked and ends like a sentence. From the page's body on, the search
 * goes down into whichever part holds nearly all the prose, and stops where it
 * would have to part it. Of the blocks there, prose stays; short ones that end
 * like no sentence, linked ones, the title, the author's name and the date go;
 * a heading stays where prose follows it. Neither language nor outlet plays a
 * part.
 */
#ifndef CORPUS_READ_MAINTEXT_H
#define CORPUS_READ_MAINTEXT_H

#include "corpus/base/bytes.h"
#include "corpus/read/markup.h"

/* What the page says elsewhere; empty where it does not. */
struct maintext_clues {
    struct span title;
    struct span author;
    struct span body; /* the article's text as the metadata has it */
    bool article;     /* the page calls itself one: it is no index, whatever it looks like */
};

/* Letters that an article has at least. */
enum { MAINTEXT_MIN = 90 };

/*
 * Adds the article's paragraphs to `text`, parted by empty lines. The body of
 * the clues adds and removes paragraphs where it agrees with the page, and is
 * the text itself where the page shows none. False where there is no article.
 */
bool maintext_find(struct bytes *text, const struct markup *markup, struct maintext_clues clues);

#endif
