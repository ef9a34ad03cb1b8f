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

/* What is NULL, WEEK_NONE, DAY_NONE, 0 or false was not given. */
struct options {
    /* Files, and what is read from them. */
    const char *output;
    const char *store;
    const char *config;
    const char *topics;
    const char *people;
    const char *weights;
    /* A judged sample, for a report. */
    const char *audit;
    /* The same, for audit itself. */
    const char *read;

    /* What is reported on, and how. */
    int32_t week;
    int32_t from, to;
    /* Taken for today. */
    int32_t date;
    /* "UTC", "+02:00" or "Europe/Berlin". */
    const char *zone;
    /* Taken for every article's. */
    const char *language;
    const char *report_language;
    /* "a4" or "letter". */
    const char *paper;
    /* "day", "week" or "month". */
    const char *series;
    /* "outlet", "language" or a column of the roster. */
    const char *by;
    /* 1 unless given. */
    uint64_t seed;
    /* Of the dictionary's categories that are topics; 1 unless given. */
    uint64_t levels;
    bool stories, turns, indirect;

    /* One table. */
    const char *format;
    /* Looked for, whatever files are named so. */
    const char *term;
    /* "5,5": words before and behind a node. */
    const char *window;
    /* "sentence"; of dispersion "article" or "outlet-week". */
    const char *span;
    /* A measure, or a side of a concordance. */
    const char *sort;
    /* "all". */
    const char *measures;
    /* Words of a phrase. */
    uint64_t ngrams;
    /* Occurrences a row needs. */
    uint64_t least;
    /* Rows; OPTIONS_TOP unless given. */
    uint64_t top;
    /* Words on each side of a concordance; OPTIONS_CONTEXT unless given. */
    uint64_t context;
    /* Lines of a concordance, drawn by the seed. */
    uint64_t random;
    /* Of an audit's sample: quoted words. */
    uint64_t size;
    bool words;

    /* How it is done. */
    uint64_t threads;
    /* Seconds for another process's writing. */
    uint64_t wait;
    /* "3/7". */
    const char *shard;
    /* "" or "all". */
    const char *refresh;
    bool png, digest, quiet, strict, partial, help, version;

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

/* A number as 32 bits hold it: what is larger is the largest. */
uint32_t options_small(uint64_t number);

/* --threads, 999 at most; else the processors. */
int options_threads(const struct options *options);

void options_release(struct options *options);

#endif
