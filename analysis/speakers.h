/*
 * Speakers: who was quoted, and how much.
 *
 * Shares are of quoted words: the counted words inside quotation marks and
 * dash speech. What has no speaker is a row of its own, "(unattributed)", and
 * is never given to anybody. A transcript's turns and indirect speech are left
 * out, unless `turns` and `indirect` of the counts say otherwise.
 *
 *     struct speakers speakers = SPEAKERS_EMPTY;
 *     if (!speakers_read(&speakers, &counts, &fault))
 *         return false;
 *     ...
 *     speakers_release(&speakers);
 *
 * A cell is what one person said in one article; cells come by article. A
 * quotation that runs over paragraphs counts once.
 */
#ifndef ANALYSIS_SPEAKERS_H
#define ANALYSIS_SPEAKERS_H

#include "analysis/counts.h"
#include "analysis/people/people.h"
#include "analysis/people/quote_people.h"

#include <stdint.h>

/* The person of quotations without a speaker. */
#define SPEAKERS_NOBODY UINT32_MAX

struct speaker_cell {
    uint32_t article; /* index into counts */
    uint32_t person;  /* index into people, or SPEAKERS_NOBODY */
    uint32_t quotes, words;
};

/* A quotation of the study. */
struct spoken {
    uint32_t article, person;
    uint32_t start, end, number, words; /* as stored */
};

struct speakers {
    struct people people;
    struct quote_people quote_people;
    struct speaker_cell *cells;
    size_t cell_count, cell_capacity;
    struct spoken *spoken; /* of the study, in the articles' and the text's order */
    size_t spoken_count, spoken_capacity;
};

#define SPEAKERS_EMPTY ((struct speakers){0})

/*
 * Reads the quotations of the articles in `counts`, decides who is who, and
 * sets `quoted_words` and `quotes` of the articles.
 */
bool speakers_read(struct speakers *speakers, struct counts *counts, struct fault *fault);

/* "Helena Vorsk", or "(unattributed)". */
struct span speakers_name(const struct speakers *speakers, uint32_t person);

void speakers_release(struct speakers *speakers);

#endif
