#include "analysis/placing.h"
#include "corpus/base/day.h"
#include "tests/support.h"

enum { ARTICLES = 2000, WORDS = 30, DISTINCT = 250 };

/* The i-th of a made-up run: texts come back, some a word shorter, some without a day. */
static struct story_article article_of(uint32_t i, struct arena *arena)
{
    uint32_t text = i * 7919 % DISTINCT, cut = i % 5 == 0;
    uint64_t hashes[WORDS];
    uint32_t terms[WORDS];

    for (uint32_t w = 0; w < WORDS; w++) {
        hashes[w] = (text * WORDS + w + 1) * 0x9E3779B97F4A7C15U;
        terms[w] = w + 1;
    }
    return (struct story_article){
        .day = i % 11 == 0 ? DAY_NONE : (int32_t)(i / 100),
        .source = i % 3,
        .content = 2 * text + cut,
        .signature = shingles_sign(arena, hashes, terms, WORDS - cut),
    };
}

/* `leave`: another one takes the same articles, and is left before the end. */
static void assert_same_places(int threads, bool leave)
{
    struct placing *left = leave ? placing_start(STORIES_WINDOW, threads) : NULL;
    struct stories stories = STORIES_EMPTY;
    struct placing *placing = placing_start(STORIES_WINDOW, threads);
    struct arena arena = ARENA_EMPTY;
    static struct story_place places[ARTICLES];

    stories_start(&stories, STORIES_WINDOW);
    for (uint32_t i = 0; i < ARTICLES; i++) {
        struct story_article article = article_of(i, &arena);

        placing_add(placing, &article);
        if (left)
            placing_add(left, &article);
        places[i] = stories_add(&stories, &article);
    }
    placing_free(left);
    placing_end(placing);
    for (uint32_t i = 0; i < ARTICLES; i++) {
        struct story_place place = placing_place(placing, i);

        assert_int_equal(place.story, stories_first(&stories, places[i].story));
        assert_int_equal(place.copy, places[i].copy);
    }
    placing_free(placing);
    stories_release(&stories);
    arena_release(&arena);
}

static void places_are_those_of_stories_at_any_number_of_threads(void **state)
{
    (void)state;
    for (int threads = 1; threads <= 3; threads++)
        assert_same_places(threads, false);
}

static void one_that_is_left_before_the_end_leaves_others_alone(void **state)
{
    (void)state;
    for (int threads = 1; threads <= 3; threads++)
        assert_same_places(threads, true);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(places_are_those_of_stories_at_any_number_of_threads),
        cmocka_unit_test(one_that_is_left_before_the_end_leaves_others_alone),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
