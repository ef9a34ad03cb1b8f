/*
 * Stories: articles that say the same, found by their signatures.
 *
 * Articles are given in the order of counts.h (day, outlet, id; the undated
 * first), and each joins a story or begins one, so the result is a pure
 * function of that order and not of when anything was read:
 *
 *   - an exact copy (the same text) joins the story of that text, whatever its
 *     day, and also without one;
 *   - an article with a day joins the story it resembles most (the earliest of
 *     equals) among those whose first article lies at most `window` days back.
 *     It resembles a story when it resembles its first article, or a longer
 *     version of that which the story has taken in; never just any member, so
 *     that no chain leads from one event to another;
 *   - where an article holds the first articles of two stories, and these
 *     overlap, they were pieces of one text: the later story becomes part of
 *     the earlier. Without an overlap the article may be a round-up.
 *
 * Two articles resemble each other when their shingles' estimated Jaccard
 * coefficient is at least STORIES_JACCARD and the smaller's containment in the
 * larger at least STORIES_CONTAINED (per cent): a text cut to half is held
 * whole by the other, two texts about one event are not. Of one outlet on two
 * days STORIES_AGAIN is asked for, because a column comes back in its frame
 * ("Here are the key events on Friday") while a text seldom does.
 *
 *     struct stories stories = STORIES_EMPTY;
 *     stories_start(&stories, STORIES_WINDOW);
 *     for each article, in order
 *         place = stories_add(&stories, &(struct story_article){...});
 *     first = stories_first(&stories, place.story);
 *     stories_release(&stories);
 *
 * Candidates are the stories that share one of the STORIES_KEYS smallest
 * shingles: each shingle is a band of its own, which for texts cut to half
 * finds more than bands of several rows. Of a key that many stories share
 * (boilerplate) the STORIES_TRIED newest are looked at, so time is
 * proportional to articles. What lies more than two windows back is forgotten.
 */
#ifndef ANALYSIS_STORIES_H
#define ANALYSIS_STORIES_H

#include "corpus/base/span.h"
#include "corpus/base/table.h"
#include "corpus/text/shingles.h"

#include <stdbool.h>
#include <stdint.h>

enum {
    STORIES_WINDOW = 7,     /* days */
    STORIES_JACCARD = 20,   /* per cent */
    STORIES_CONTAINED = 45, /* per cent */
    STORIES_AGAIN = 65,     /* the same for one outlet on two days */
    STORIES_KEYS = 16,
    STORIES_TRIED = 16
};

struct story_article {
    int32_t day;      /* DAY_NONE when undated */
    uint32_t source;  /* the outlet's number, or TABLE_NONE where none is given */
    uint64_t content; /* hash of the text */
    bool empty;       /* no counted words: a copy of nothing */
    struct span signature;
};

/* Where an article belongs. */
struct story_place {
    uint32_t story; /* its number; stories_first() says which article that is */
    bool copy;      /* an earlier article has the same text */
};

struct story; /* stories.c */
struct story_index;
struct sieve; /* sieve.h */

struct stories {
    int32_t window;
    struct table contents;     /* hashes of texts seen */
    uint32_t *content_stories; /* by id in `contents` */
    size_t content_capacity;
    struct story *items;
    size_t count, capacity;
    uint32_t articles;
    struct story_index *indices[2]; /* this window's texts, and the one's before */
    struct sieve *sieve;            /* for the article at hand */
};

#define STORIES_EMPTY ((struct stories){0})

/* `window`: days, at least 0. `stories` must be empty. */
void stories_start(struct stories *stories, int32_t window);

/* Places the next article; articles are numbered 0, 1, 2, ... as they are added. */
struct story_place stories_add(struct stories *stories, const struct story_article *article);

/* The article that a story is named by: its first that has a day, else its first. */
uint32_t stories_first(const struct stories *stories, uint32_t story);

void stories_release(struct stories *stories);

#endif
