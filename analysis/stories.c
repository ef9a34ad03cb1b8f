#include "analysis/stories.h"

#include "analysis/sieve.h"

#include "corpus/base/day.h"
#include "corpus/base/memory.h"

#include <assert.h>
#include <stdlib.h>

enum {
    FIRST_SLOTS = 256,
    NOTHING = 0,      /* a slot without a key; no text, as texts and postings are numbered from 1 */
    LONGER_PARTS = 5, /* a longer version has at least 5/4 of the shingles of those before it */
    LONGER_OF = 4,
    HELD = 50,    /* per cent of a piece that the whole text holds at least */
    OVERLAP = 10, /* per cent of the smaller that two pieces of one text share at least */
    MATCHES_MAX = 8,
    CACHE_LINE = 64
};

struct story {
    uint32_t first;   /* article: the first dated one, else the first */
    int32_t day;      /* of that; DAY_NONE while all are undated */
    uint32_t into;    /* the earlier story that it turned out to be, or itself */
    uint32_t longest; /* shingles of the longest text that others are held against */
};

/* A text that others are held against: a story's first, or a longer version of it. */
struct text {
    uint32_t story;
    uint32_t source;
    int32_t day;
    bool is_first;
    struct shingles shingles;
};

/* One text under one key; `next` is an older one under the same key. */
struct posting {
    uint32_t text, next;
};

struct slot {
    uint32_t key; /* a shingle's hash; NOTHING where empty */
    uint32_t newest;
};

/* The texts of one window of days, by their smallest shingles. */
struct story_index {
    int32_t first_day;
    struct text *texts;
    uint32_t *asked_by; /* by text: the last article compared with it, plus 1; close together */
    size_t text_count, text_capacity, asked_capacity;
    struct posting *postings;
    size_t posting_count, posting_capacity;
    struct slot *slots; /* open addressing */
    size_t slot_count;  /* a power of two */
    size_t keys;
};

/* What an article resembles. */
struct match {
    struct text *best; /* NULL: nothing */
    struct shingles_shared shared;
    struct text *firsts[MATCHES_MAX]; /* the stories' first articles that it holds */
    size_t first_count;
};
/* --- the index ----------------------------------------------------------------------- */

static struct story_index *new_index(int32_t first_day)
{
    struct story_index *index = memory_new(1, sizeof *index);

    index->first_day = first_day;
    index->slot_count = FIRST_SLOTS;
    index->slots = memory_new(FIRST_SLOTS, sizeof *index->slots);
    return index;
}

static void free_index(struct story_index *index)
{
    if (!index)
        return;
    free(index->texts);
    free(index->asked_by);
    free(index->postings);
    free(index->slots);
    free(index);
}

/* The slot of `key`, or the empty one where it belongs. */
static struct slot *slot_of(struct slot *slots, size_t slot_count, uint32_t key)
{
    /* The smallest hashes are all small: spread them again. */
    size_t at = (uint32_t)(key * 0x9E3779B1U) & (slot_count - 1);

    while (slots[at].key != NOTHING && slots[at].key != key)
        at = (at + 1) & (slot_count - 1);
    return &slots[at];
}

static void widen(struct story_index *index)
{
    size_t slot_count = index->slot_count * 2;
    struct slot *slots = memory_new(slot_count, sizeof *slots);

    for (size_t i = 0; i < index->slot_count; i++) {
        if (index->slots[i].key != NOTHING)
            *slot_of(slots, slot_count, index->slots[i].key) = index->slots[i];
    }
    free(index->slots);
    index->slots = slots;
    index->slot_count = slot_count;
}

static void post(struct story_index *index, uint32_t key, uint32_t text)
{
    struct slot *slot;

    if (index->keys * 2 >= index->slot_count)
        widen(index);
    slot = slot_of(index->slots, index->slot_count, key);
    index->keys += slot->key == NOTHING;
    slot->key = key;
    index->postings = memory_grow(index->postings, &index->posting_capacity,
                                  index->posting_count + 1, sizeof *index->postings);
    index->postings[index->posting_count++] = (struct posting){.text = text, .next = slot->newest};
    slot->newest = (uint32_t)index->posting_count;
}

static size_t key_count(const struct shingles *shingles)
{
    return shingles->count < STORIES_KEYS ? shingles->count : STORIES_KEYS;
}

static void add_text(struct story_index *index, const struct text *text)
{
    index->texts = memory_grow(index->texts, &index->text_capacity, index->text_count + 1,
                               sizeof *index->texts);
    index->asked_by = memory_grow(index->asked_by, &index->asked_capacity, index->text_count + 1,
                                  sizeof *index->asked_by);
    index->asked_by[index->text_count] = 0;
    index->texts[index->text_count++] = *text;
    for (size_t i = 0; i < key_count(&text->shingles); i++)
        post(index, text->shingles.minima[i], (uint32_t)index->text_count);
}

/* Forgets what lies too far back once a window has passed. */
static void go_to_day(struct stories *stories, int32_t day)
{
    struct story_index **indices = stories->indices;

    if (indices[0] && day - indices[0]->first_day <= stories->window)
        return;
    free_index(indices[1]);
    indices[1] = indices[0];
    indices[0] = new_index(day);
}

/* --- resemblance --------------------------------------------------------------------- */

static uint64_t union_of(struct shingles_shared shared)
{
    return (uint64_t)shared.one + shared.other - shared.both;
}

static uint32_t smaller_of(struct shingles_shared shared)
{
    return shared.one < shared.other ? shared.one : shared.other;
}

static bool resembles(const struct text *text, const struct story_article *article,
                      struct shingles_shared shared)
{
    bool again =
        text->source != TABLE_NONE && text->source == article->source && text->day != article->day;
    uint64_t contained = again ? STORIES_AGAIN : STORIES_CONTAINED;

    return shared.both * 100ULL >= STORIES_JACCARD * union_of(shared) &&
           shared.both * 100ULL >= contained * smaller_of(shared) && shared.both > 0;
}

/* True when `text` is closer than the best so far; equals go to the earlier story. */
static bool is_better(const struct match *match, const struct text *text,
                      struct shingles_shared shared)
{
    uint64_t mine, theirs;

    if (!match->best)
        return true;
    mine = shared.both * union_of(match->shared);
    theirs = match->shared.both * union_of(shared);
    if (mine != theirs)
        return mine > theirs;
    return text->story < match->best->story ||
           (text->story == match->best->story && text->is_first && !match->best->is_first);
}

static void take_match(struct match *match, struct text *text, struct shingles_shared shared)
{
    if (is_better(match, text, shared)) {
        match->best = text;
        match->shared = shared;
    }
    if (text->is_first && shared.both * 100ULL >= HELD * (uint64_t)shared.other &&
        match->first_count < MATCHES_MAX)
        match->firsts[match->first_count++] = text;
}

/* The story itself, or the one it turned out to be. */
static uint32_t settled(const struct stories *stories, uint32_t story)
{
    while (stories->items[story].into != story)
        story = stories->items[story].into;
    return story;
}

static int32_t day_of(const struct stories *stories, const struct text *text)
{
    return stories->items[settled(stories, text->story)].day;
}

/* The texts that share a key with the article, each once, as they are to be tried. */
struct candidates {
    struct text *items[2 * STORIES_KEYS * STORIES_TRIED];
    size_t count;
};

/* They lie all over memory: they are fetched while others are still looked for. */
static void add_candidate(struct candidates *candidates, struct text *text)
{
    for (size_t at = 0; at < sizeof *text; at += CACHE_LINE)
        __builtin_prefetch((const char *)text + at);
    candidates->items[candidates->count++] = text;
}

static void find_candidates(struct candidates *candidates, struct story_index *index, uint32_t key,
                            uint32_t asked_by)
{
    uint32_t at = slot_of(index->slots, index->slot_count, key)->newest;

    for (int tried = 0; at != NOTHING && tried < STORIES_TRIED; tried++) {
        const struct posting *posting = &index->postings[at - 1];
        uint32_t text = posting->text - 1;

        at = posting->next;
        if (index->asked_by[text] != asked_by)
            add_candidate(candidates, &index->texts[text]);
        index->asked_by[text] = asked_by;
    }
}

static void try_candidate(const struct stories *stories, struct text *text,
                          const struct story_article *article, struct match *match)
{
    struct shingles_shared shared = sieve_most(stories->sieve, &text->shingles);

    if (!resembles(text, article, shared) || article->day - day_of(stories, text) > stories->window)
        return;
    shared = shingles_compare(&stories->sieve->shingles, &text->shingles);
    if (resembles(text, article, shared))
        take_match(match, text, shared);
}

static struct match find_match(struct stories *stories, const struct shingles *shingles,
                               const struct story_article *article)
{
    struct candidates candidates;
    struct match match = {0};

    candidates.count = 0;
    sieve_load(stories->sieve, shingles);
    for (int i = 0; i < 2; i++) {
        for (size_t k = 0; stories->indices[i] && k < key_count(shingles); k++)
            find_candidates(&candidates, stories->indices[i], shingles->minima[k],
                            stories->articles + 1);
    }
    for (size_t i = 0; i < candidates.count; i++)
        try_candidate(stories, candidates.items[i], article, &match);
    return match;
}

/* --- placing ------------------------------------------------------------------------- */

void stories_start(struct stories *stories, int32_t window)
{
    assert(window >= 0 && stories->count == 0);
    stories->window = window;
    stories->sieve = memory_new(1, sizeof *stories->sieve);
}

static uint32_t begin_story(struct stories *stories, int32_t day)
{
    stories->items =
        memory_grow(stories->items, &stories->capacity, stories->count + 1, sizeof *stories->items);
    stories->items[stories->count] =
        (struct story){.first = stories->articles, .day = day, .into = (uint32_t)stories->count};
    return (uint32_t)stories->count++;
}

/* Makes the article one that others are held against. */
static void hold_against(struct stories *stories, uint32_t story,
                         const struct story_article *article, const struct shingles *shingles,
                         bool is_first)
{
    if (shingles->count == 0)
        return;
    stories->items[story].longest = shingles_size(shingles);
    add_text(stories->indices[0], &(struct text){
                                      .story = story,
                                      .source = article->source,
                                      .day = article->day,
                                      .is_first = is_first,
                                      .shingles = *shingles,
                                  });
}

/* Both are stories of their own so far, as a story that is none has no first text. */
static void merge(struct stories *stories, uint32_t later, uint32_t earlier)
{
    struct story *from = &stories->items[later], *into = &stories->items[earlier];

    assert(from->into == later && into->into == earlier);
    from->into = earlier;
    if (from->longest > into->longest)
        into->longest = from->longest;
}

/*
 * Two stories that began with different pieces of one text are one: the
 * article holds both beginnings, and these overlap. Without an overlap it may
 * be a round-up of two events. The later beginning is one no more, so all
 * that joins is held against the earliest.
 */
static void join_pieces(struct stories *stories, const struct match *match)
{
    struct text *earliest = match->first_count ? match->firsts[0] : NULL;

    for (size_t i = 1; i < match->first_count; i++) {
        if (match->firsts[i]->story < earliest->story)
            earliest = match->firsts[i];
    }
    for (size_t i = 0; i < match->first_count; i++) {
        struct text *piece = match->firsts[i];
        struct shingles_shared shared;

        if (piece == earliest)
            continue;
        shared = shingles_compare(&piece->shingles, &earliest->shingles);
        if (shared.both * 100ULL < OVERLAP * (uint64_t)smaller_of(shared) || shared.both == 0)
            continue;
        piece->is_first = false;
        merge(stories, piece->story, earliest->story);
    }
}

/* Puts a dated article into the story it resembles; TABLE_NONE where there is none. */
static uint32_t join(struct stories *stories, const struct shingles *shingles,
                     const struct story_article *article)
{
    struct match match = find_match(stories, shingles, article);
    uint32_t story;

    if (!match.best)
        return TABLE_NONE;
    join_pieces(stories, &match);
    story = settled(stories, match.best->story);
    if (match.best->is_first && (uint64_t)shingles_size(shingles) * LONGER_OF >=
                                    (uint64_t)stories->items[story].longest * LONGER_PARTS)
        hold_against(stories, story, article, shingles, false);
    return story;
}

/* Where a dated article belongs whose text is not that of a dated one before. */
static uint32_t place_dated(struct stories *stories, const struct story_article *article,
                            uint32_t undated)
{
    struct shingles shingles;
    uint32_t story;

    (void)shingles_read(&shingles, article->signature);
    go_to_day(stories, article->day);
    story = join(stories, &shingles, article);
    if (story != TABLE_NONE) {
        if (undated != TABLE_NONE)
            stories->items[undated].into = story;
        return story;
    }
    story = undated != TABLE_NONE ? undated : begin_story(stories, article->day);
    stories->items[story].first = stories->articles;
    stories->items[story].day = article->day;
    hold_against(stories, story, article, &shingles, true);
    return story;
}

/* The place in content_stories of this text, and whether it was there. */
static uint32_t content_of(struct stories *stories, uint64_t content, bool *known)
{
    size_t before = stories->contents.count;
    uint32_t id = table_add(&stories->contents, (struct span){.bytes = (const char *)&content,
                                                              .length = sizeof content});

    *known = stories->contents.count == before;
    stories->content_stories = memory_grow(stories->content_stories, &stories->content_capacity,
                                           (size_t)id + 1, sizeof *stories->content_stories);
    return id;
}

struct story_place stories_add(struct stories *stories, const struct story_article *article)
{
    struct story_place place = {0};
    uint32_t content, before = TABLE_NONE;

    if (article->empty) {
        place.story = begin_story(stories, article->day);
        stories->articles++;
        return place;
    }
    content = content_of(stories, article->content, &place.copy);
    if (place.copy)
        before = settled(stories, stories->content_stories[content]);
    if (before != TABLE_NONE &&
        (article->day == DAY_NONE || stories->items[before].day != DAY_NONE))
        place.story = before;
    else if (article->day == DAY_NONE)
        place.story = begin_story(stories, DAY_NONE);
    else
        place.story = place_dated(stories, article, before);
    stories->content_stories[content] = place.story;
    stories->articles++;
    return place;
}

uint32_t stories_first(const struct stories *stories, uint32_t story)
{
    return stories->items[settled(stories, story)].first;
}

void stories_release(struct stories *stories)
{
    free_index(stories->indices[0]);
    free_index(stories->indices[1]);
    free(stories->sieve);
    table_release(&stories->contents);
    free(stories->content_stories);
    free(stories->items);
    *stories = STORIES_EMPTY;
}
