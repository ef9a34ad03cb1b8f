/*
 * An edition: one report while its pages are being written. It knows the
 * findings, the document that grows, what the days are called, and which
 * evidence was linked to so far, so that what is linked is listed.
 *
 *     struct edition edition;
 *     edition_open(&edition, &document, findings, about);
 *     struct span target = edition_link(&edition, topic->evidence, "topics");
 *     page_evidence(&edition);                   lists what was linked, with links back
 *
 * Everything lives in the document's arena; nothing is to be released.
 */
#ifndef REPORTS_PAGES_EDITION_H
#define REPORTS_PAGES_EDITION_H

#include "corpus/read/reader.h"
#include "reports/draw/document.h"
#include "reports/draw/fonts.h"
#include "reports/pages/period.h"

/* What the program knows of its run, for the colophon and the file's own record. */
struct weekly_about {
    struct span version;       /* "0.1.0" */
    struct span command;       /* the command line, as it was given */
    struct span input_hash;    /* of all articles read; empty where unknown */
    struct span settings_hash; /* of all settings that shape a report */
    struct span created;       /* "2026-11-23T00:00:00Z" */
    struct span mark;          /* "SAMPLE"; empty for none */
    const struct span *files;  /* names of the CSV files written beside the report */
    size_t file_count;
    const struct tongue *tongue;      /* the report's language */
    const struct fonts *fonts;        /* in use, with their hashes; NULL for none */
    bool weighed;                     /* speakers were chosen by weights of the user's */
    bool letter;                      /* US Letter, else A4 */
    const struct reader_totals *read; /* in this run; NULL for a report from a store */
};

/* A list of evidence that some mark leads to. */
struct edition_listed {
    const struct evidence *evidence;
    const char *from; /* destination of the page that links to it first */
    bool featured;    /* behind one of the front page's findings: its list is longer */
};

struct edition {
    struct document *document;
    struct arena *arena; /* the document's */
    struct wording wording;
    const struct findings *findings;
    const struct findings *other; /* of a comparison those of side A; else NULL */
    const struct weekly_about *about;
    struct period period;
    bool alone; /* a page by itself: nothing leads to evidence, which it has not */
    struct edition_listed *listed; /* room for all evidence */
    size_t listed_count;
};

/* Starts the edition; `document` is empty, and `findings` outlives it. */
void edition_open(struct edition *edition, struct document *document,
                  const struct findings *findings, const struct weekly_about *about);

/* What the document says about itself: `source` is whose articles it counts. */
void edition_about(struct edition *edition, struct span title, struct span source);

/*
 * The link to a list of evidence ("#ev-topic-energy"), which is listed from
 * now on; empty where there is none. `from` is the destination that the
 * list leads back to.
 */
struct span edition_link(struct edition *edition, const struct evidence *evidence,
                         const char *from);

/* The same for a finding of the front page, whose list is longer. */
struct span edition_feature(struct edition *edition, const struct evidence *evidence,
                            const char *from);

/*
 * How many quotations a speaker's rows are: fewer than rows where the article
 * breaks off for the speaker's name, because a row is a piece. Of other
 * evidence it is the number of rows.
 */
uint32_t edition_quotes(const struct edition *edition, const struct evidence *evidence);

/* The name of a list's destination: "ev-topic-energy". */
struct span edition_dest(struct arena *arena, const struct evidence *evidence);

/*
 * A new section, with its page's title and its running name, which are sayings,
 * and its destination.
 */
void edition_section(struct edition *edition, const char *title, const char *running,
                     const char *dest);

/* A paragraph of plain text, an empty prose, and a prose of one plain text, for notes. */
void edition_paragraph(struct edition *edition, struct span text);
struct prose *edition_prose(struct edition *edition);
const struct prose *edition_note(struct edition *edition, struct span text);

#endif
