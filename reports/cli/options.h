/*
 * The command line: GNU long options, with one-letter forms for the common
 * ones, read by one table.
 *
 *     struct options options;
 *     if (!options_read(&options, argc, argv, "report", &fault))
 *         return false;
 *     ...
 *     options_release(&options);
 */
#ifndef REPORTS_CLI_OPTIONS_H
#define REPORTS_CLI_OPTIONS_H

#include "corpus/base/bytes.h"
#include "corpus/base/day.h"
#include "corpus/base/fault.h"

#include <stdint.h>
#include <stdio.h>

enum { OPTIONS_TOP = 100, OPTIONS_CONTEXT = 8 };

struct options {
    const char *output;          /* a folder; NULL where not given */
    const char *store;           /* a store's file */
    const char *config;          /* a configuration file */
    const char *topics;          /* a dictionary's file */
    const char *people;          /* a roster's file */
    const char *weights;         /* a file of the weights that choose speakers */
    const char *audit;           /* a judged sample, for a report */
    const char *read;            /* the same, for audit itself */
    const char *zone;            /* "UTC", "+02:00" or "Europe/Berlin" */
    const char *language;        /* taken for every article */
    const char *report_language; /* in which the report is written */
    const char *series;          /* "day", "week" or "month"; NULL where not given */
    const char *by;              /* "outlet", "language" or a column of the roster; likewise */
    const char *format;          /* of a table on standard output: "csv" or "table" */
    int32_t week;                /* WEEK_NONE where not given */
    int32_t from, to;            /* DAY_NONE where not given */
    int32_t date;                /* today; DAY_NONE where not given */
    uint64_t seed;               /* 1 unless given */
    uint64_t size;               /* of an audit's sample; 0 unless given */
    uint64_t threads;            /* 0 unless given */
    uint64_t wait;               /* seconds for another process's writing */
    const char *shard;           /* "3/7"; NULL where not given */
    const char *refresh;         /* "" or "all"; NULL where not given */
    const char *term;            /* looked for, whatever files are named so */
    const char *window;          /* "5,5": words before and behind a node */
    const char *span;            /* "sentence" */
    const char *sort;            /* a measure, or a side of a concordance */
    const char *measures;        /* "all" */
    uint64_t ngrams;             /* words of a phrase; 0 unless given, as the others are */
    uint64_t least;              /* occurrences a row needs */
    uint64_t top;                /* rows; OPTIONS_TOP unless given */
    uint64_t context; /* words on each side of a concordance; OPTIONS_CONTEXT unless given */
    uint64_t random;  /* lines of a concordance, drawn by the seed */
    uint64_t levels;  /* of the dictionary's categories that are topics; 1 unless given */
    bool stories, turns, indirect, words, png, digest, quiet, strict, partial, help;
    const char **operands; /* borrowed from argv; the array is owned */
    size_t operand_count;
};

/*
 * Reads argv[0 .. argc), which begins after the command's name. Fails with
 * FAULT_USAGE, naming the option and where help is; nothing is then owned.
 */
bool options_read(struct options *options, int argc, char **argv, const char *command,
                  struct fault *fault);

/*
 * Appends the options given that shape a report, as they may be typed again:
 * " --week 2022-W24 --seed 7". Paths, threads and the like are no part of it.
 */
void options_print(struct bytes *text, const struct options *options);

/* Prints the options, a line each. */
void options_help(FILE *out);

/* --threads, 999 at most; else the processors. */
int options_threads(const struct options *options);

void options_release(struct options *options);

#endif
