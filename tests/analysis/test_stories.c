#include "analysis/stories.h"
#include "corpus/base/day.h"
#include "tests/support.h"

#include <stdio.h>

enum { TEXT_MAX = 400, ARTICLES_MAX = 8, UNDATED = DAY_NONE, UNKNOWN = -1 };

/* An article of invented words, w<from> to w<to - 1>, and the first article of its story. */
struct expected {
    int day;
    int source; /* or UNKNOWN */
    unsigned from, to;
    uint32_t first;
    bool copy;
};

static struct story_place add(struct stories *stories, int day, int source, unsigned from,
                              unsigned to)
{
    struct table vocabulary = TABLE_EMPTY;
    struct arena arena = ARENA_EMPTY;
    uint32_t terms[TEXT_MAX];
    struct story_article article = {
        .day = day,
        .source = source == UNKNOWN ? TABLE_NONE : (uint32_t)source,
        .content = ((uint64_t)from << 32) + to,
        .empty = from == to,
    };
    struct story_place place;
    size_t count = 0;

    for (unsigned word = from; word < to; word++) {
        char name[16];

        (void)snprintf(name, sizeof name, "w%u", word);
        terms[count++] = table_add(&vocabulary, span_of(name)) + 1;
    }
    article.signature = shingles_sign(&arena, vocabulary.hashes, terms, count);
    place = stories_add(stories, &article);
    arena_release(&arena);
    table_release(&vocabulary);
    return place;
}

static void assert_stories(const struct expected *articles, size_t count)
{
    struct stories stories = STORIES_EMPTY;
    uint32_t numbers[ARTICLES_MAX];

    stories_start(&stories, STORIES_WINDOW);
    for (size_t i = 0; i < count; i++) {
        struct story_place place =
            add(&stories, articles[i].day, articles[i].source, articles[i].from, articles[i].to);

        numbers[i] = place.story;
        assert_int_equal(place.copy, articles[i].copy);
    }
    for (size_t i = 0; i < count; i++)
        assert_int_equal(stories_first(&stories, numbers[i]), articles[i].first);
    stories_release(&stories);
}

#define ASSERT_STORIES(...)                                                                        \
    do {                                                                                           \
        const struct expected articles[] = {__VA_ARGS__};                                          \
        assert_stories(articles, COUNT_OF(articles));                                              \
    } while (0)

static void a_text_cut_to_half_joins_the_whole(void **state)
{
    (void)state;
    ASSERT_STORIES({100, 1, 0, 300, 0, false}, {101, 2, 0, 150, 0, false});
    ASSERT_STORIES({100, 1, 0, 150, 0, false}, {101, 2, 0, 300, 0, false});
    ASSERT_STORIES({100, 1, 0, 24, 0, false}, {101, 2, 12, 24, 0, false});
}

static void different_texts_are_different_stories(void **state)
{
    (void)state;
    ASSERT_STORIES({100, 1, 0, 300, 0, false}, {100, 2, 250, 350, 1, false});
    ASSERT_STORIES({100, 1, 0, 30, 0, false}, {100, 2, 20, 50, 1, false},
                   {100, 3, 1000, 1030, 2, false});
}

static void a_passage_of_a_long_text_is_no_copy_of_it(void **state)
{
    (void)state;
    ASSERT_STORIES({100, 1, 0, 300, 0, false}, {100, 2, 0, 30, 1, false});
}

static void the_window_counts_from_the_first_article(void **state)
{
    (void)state;
    ASSERT_STORIES({100, 1, 0, 60, 0, false}, {107, 2, 1, 60, 0, false});
    ASSERT_STORIES({100, 1, 0, 60, 0, false}, {108, 2, 1, 60, 1, false});
    ASSERT_STORIES({100, 1, 0, 60, 0, false}, {105, 2, 1, 60, 0, false}, {109, 3, 2, 60, 2, false},
                   {110, 3, 2, 59, 2, false});
}

static void exact_copies_join_whatever_their_day(void **state)
{
    (void)state;
    ASSERT_STORIES({100, 1, 0, 60, 0, false}, {900, 2, 0, 60, 0, true});
    ASSERT_STORIES({100, 1, 0, 4, 0, false}, {900, 2, 0, 4, 0, true});
}

static void of_undated_articles_only_exact_copies_join(void **state)
{
    (void)state;
    ASSERT_STORIES({UNDATED, 1, 0, 60, 0, false}, {UNDATED, 2, 0, 60, 0, true},
                   {UNDATED, 3, 0, 59, 2, false});
    /* A dated one names the story, as its day is known. */
    ASSERT_STORIES({UNDATED, 1, 0, 60, 2, false}, {UNDATED, 1, 0, 59, 1, false},
                   {100, 2, 0, 60, 2, true}, {101, 3, 1, 60, 2, false});
}

static void an_undated_copy_goes_with_the_dated_one_that_resembles_another(void **state)
{
    (void)state;
    ASSERT_STORIES({UNDATED, 1, 0, 60, 1, false}, {100, 2, 0, 50, 1, false},
                   {101, 3, 0, 60, 1, true}, {102, 4, 0, 60, 1, true});
}

static void no_chain_leads_from_one_event_to_another(void **state)
{
    (void)state;
    ASSERT_STORIES({100, 1, 0, 60, 0, false}, {100, 2, 30, 90, 0, false},
                   {100, 3, 60, 120, 2, false});
}

static void what_a_longer_version_holds_belongs_to_it(void **state)
{
    (void)state;
    ASSERT_STORIES({100, 1, 0, 40, 0, false}, {101, 2, 0, 80, 0, false},
                   {102, 3, 44, 80, 0, false});
}

static void two_pieces_of_one_text_are_one_story_once_the_text_is_there(void **state)
{
    (void)state;
    ASSERT_STORIES({100, 1, 0, 60, 0, false}, {100, 2, 45, 100, 0, false},
                   {101, 3, 0, 100, 0, false}, {101, 4, 45, 99, 0, false});
}

static void a_round_up_does_not_join_two_events(void **state)
{
    (void)state;
    ASSERT_STORIES({100, 1, 0, 24, 0, false}, {100, 2, 24, 48, 1, false}, {101, 3, 0, 48, 0, false},
                   {101, 4, 24, 47, 1, false});
}

static void a_columns_frame_is_no_story(void **state)
{
    (void)state;
    /* Half of each is the frame; another outlet, the same day or no outlet makes it a copy. */
    ASSERT_STORIES({100, 1, 0, 40, 0, false}, {101, 1, 20, 60, 1, false});
    ASSERT_STORIES({100, 1, 0, 40, 0, false}, {101, 2, 20, 60, 0, false});
    ASSERT_STORIES({100, 1, 0, 40, 0, false}, {100, 1, 20, 60, 0, false});
    ASSERT_STORIES({100, UNKNOWN, 0, 40, 0, false}, {101, UNKNOWN, 20, 60, 0, false});
    ASSERT_STORIES({100, 1, 0, 40, 0, false}, {101, 1, 10, 40, 0, false});
}

static void the_closest_story_is_joined(void **state)
{
    (void)state;
    ASSERT_STORIES({100, 1, 0, 60, 0, false}, {100, 2, 60, 120, 1, false},
                   {101, 3, 30, 94, 1, false});
    ASSERT_STORIES({100, 1, 0, 60, 0, false}, {100, 2, 60, 120, 1, false},
                   {101, 3, 26, 90, 0, false});
}

static void texts_without_words_are_nobodys_copies(void **state)
{
    (void)state;
    ASSERT_STORIES({100, 1, 0, 0, 0, false}, {100, 2, 0, 0, 1, false});
}

/* Half a year of texts, each told twice within the window and again after it. */
static void stories_are_found_through_all_windows(void **state)
{
    struct stories stories = STORIES_EMPTY;

    (void)state;
    stories_start(&stories, STORIES_WINDOW);
    for (int day = 0; day < 180; day++) {
        unsigned now = 1000 * (unsigned)day, week_ago = now - 7000, longer_ago = now - 8000;
        size_t before;

        (void)add(&stories, day, 1, now, now + 40);
        before = stories.count;
        if (day >= 7)
            (void)add(&stories, day, 2, week_ago, week_ago + 39);
        assert_int_equal(stories.count, before);
        if (day >= 8)
            (void)add(&stories, day, 3, longer_ago, longer_ago + 38);
        assert_int_equal(stories.count, before + (day >= 8));
    }
    stories_release(&stories);
}

/* More stories share a frame than are looked at: the copy is found all the same. */
static void a_frame_that_many_share_hides_no_copy(void **state)
{
    struct stories stories = STORIES_EMPTY;
    struct table vocabulary = TABLE_EMPTY;
    struct arena arena = ARENA_EMPTY;
    enum { STORIES = 100, FRAME = 20, BODY = 40 };

    (void)state;
    stories_start(&stories, STORIES_WINDOW);
    for (unsigned i = 0; i <= STORIES; i++) {
        unsigned story = i == STORIES ? 0 : i; /* the last tells the first again */
        uint32_t terms[FRAME + BODY];
        struct story_article article = {.day = 100, .source = i, .content = i};

        for (unsigned word = 0; word < FRAME + BODY; word++) {
            char name[16];

            (void)snprintf(name, sizeof name, "w%u",
                           word < FRAME ? word : 1000 * (story + 1) + word);
            terms[word] = table_add(&vocabulary, span_of(name)) + 1;
        }
        article.signature = shingles_sign(&arena, vocabulary.hashes, terms, FRAME + BODY);
        assert_int_equal(stories_first(&stories, stories_add(&stories, &article).story), story);
    }
    arena_release(&arena);
    table_release(&vocabulary);
    stories_release(&stories);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_text_cut_to_half_joins_the_whole),
        cmocka_unit_test(different_texts_are_different_stories),
        cmocka_unit_test(a_passage_of_a_long_text_is_no_copy_of_it),
        cmocka_unit_test(the_window_counts_from_the_first_article),
        cmocka_unit_test(exact_copies_join_whatever_their_day),
        cmocka_unit_test(of_undated_articles_only_exact_copies_join),
        cmocka_unit_test(an_undated_copy_goes_with_the_dated_one_that_resembles_another),
        cmocka_unit_test(no_chain_leads_from_one_event_to_another),
        cmocka_unit_test(what_a_longer_version_holds_belongs_to_it),
        cmocka_unit_test(two_pieces_of_one_text_are_one_story_once_the_text_is_there),
        cmocka_unit_test(a_round_up_does_not_join_two_events),
        cmocka_unit_test(a_columns_frame_is_no_story),
        cmocka_unit_test(the_closest_story_is_joined),
        cmocka_unit_test(texts_without_words_are_nobodys_copies),
        cmocka_unit_test(stories_are_found_through_all_windows),
        cmocka_unit_test(a_frame_that_many_share_hides_no_copy),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
