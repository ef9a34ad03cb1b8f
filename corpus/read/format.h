/*
 * A format: how the articles of one kind of file are read. A container: how
 * the inputs within one kind of file are.
 *
 * Each is one file, read_NAME.c, with one constant of these types; the
 * reader's tables list them in the order in which they may claim an input.
 * A format reads from job->input alone and leaves out of the article what the
 * input does not say: the reader adds the id, outlet and date that the path
 * gives, mends what is no UTF-8, and names the origin.
 */
#ifndef CORPUS_READ_FORMAT_H
#define CORPUS_READ_FORMAT_H

#include "corpus/article.h"
#include "corpus/base/arena.h"
#include "corpus/base/config.h"
#include "corpus/base/fault.h"
#include "corpus/read/input.h"

/* As many of an input's first bytes as claims() is shown. */
enum { FORMAT_LOOK = 8 << 10 };

enum format_result {
    FORMAT_ARTICLE, /* the article is filled */
    FORMAT_SKIP,    /* this one is not; the fault says why (and where); the next may be */
    FORMAT_END,
};

struct format_job {
    struct input *input;
    const struct config *config; /* or NULL */
    struct arena *arena;         /* for the article at hand; cleared before each next() */
    void *state;                 /* the format's own, made at the first next(), freed by close() */
    uint64_t count;              /* articles and skips that next() has yielded from this input */
    struct span where; /* set by next(), valid until the next: "line 4"; empty: the file */
};

struct format {
    const char *name; /* as intake.csv has it: "feed" */
    bool many;        /* a file holds many articles: ids of those without one get #n */
    bool text;        /* the reader sees to charsets: next() reads UTF-8 */
    bool mends;       /* of text: next() sees to bytes that are none, and yields UTF-8 alone */
    bool markup;      /* titles and bylines may hold HTML that next() has not read */
    /*
     * By content first; the path only where the content leaves it open.
     * `start` is up to FORMAT_LOOK bytes, without a BOM, UTF-16 and UTF-32
     * made UTF-8 already.
     */
    bool (*claims)(struct span path, struct span start);
    enum format_result (*next)(struct format_job *job, struct article *article,
                               struct fault *fault);
    void (*close)(struct format_job *job); /* or NULL */
};

/*
 * For a format of one article a file: all its bytes, of FORMAT_ARTICLE. Else
 * what next() returns: FORMAT_END when they were read, or a FORMAT_SKIP where
 * they are too many.
 */
enum format_result format_whole(struct format_job *job, struct span *bytes, struct fault *fault);

struct container {
    const char *name; /* "ZIP" */
    bool (*claims)(struct span path, struct span start);
    /*
     * The next input within, which the caller closes before the next call;
     * FORMAT_SKIP leaves a member out with its reason. A fault of FORMAT_END is
     * what ended it early, of kind FAULT_NONE where nothing did. `state` is
     * NULL at first.
     */
    enum format_result (*next)(void **state, struct input *input, struct input **member,
                               struct fault *fault);
    void (*close)(void *state); /* NULL is allowed */
};

#endif
