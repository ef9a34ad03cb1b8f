/*
 * Tallies: how many files and articles came in one form, or in one charset.
 *
 *     size_t at = tallies_find(&formats, "JSON Lines");
 *     formats.items[at].files++;
 *     ...
 *     tallies_sort(&formats);
 *     tallies_release(&formats);
 */
#ifndef CORPUS_READ_TALLIES_H
#define CORPUS_READ_TALLIES_H

#include <stddef.h>
#include <stdint.h>

struct tally {
    const char *name; /* lives as long as the program */
    uint64_t files, articles;
};

struct tallies {
    struct tally *items;
    size_t count, capacity;
};

#define TALLIES_EMPTY ((struct tallies){0})

/* The place of `name`, added with zeros where it is new. */
size_t tallies_find(struct tallies *tallies, const char *name);

/* By articles, falling, then by name. */
void tallies_sort(struct tallies *tallies);

void tallies_release(struct tallies *tallies);

#endif
