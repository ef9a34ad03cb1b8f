#include "tests/sample_batch.h"
#include "tests/support.h"

#include "corpus/store/store.h"

#include <string.h>

static const struct sample samples[] = {
    {"1", "Courier", "2025-11-24", "\"It is late,\" said Anna Harker. \"It is cold,\" she said."},
    {"2", "Courier", "2025-11-25", "Herring prices rose; the harbour was full of ferries."},
    {"3", "Tribune", "2025-11-26", "\"No vote today,\" Piet Vorsk said on Monday."},
    {"4", "Tribune", "2025-11-27", "\"A vote at last,\" Olga Brandt said. \"And it is ours.\""},
};

struct fixture {
    struct store *store;
    struct store_quoted articles[COUNT_OF(samples)]; /* by number */
};

static bool note_article(void *context, const struct stored_article *article, struct fault *fault)
{
    struct fixture *fixture = context;

    (void)fault;
    fixture->articles[article->number - 1] = (struct store_quoted){
        .number = article->number,
        .quotes = article->quotes,
        .quotes_sum = article->quotes_sum,
        .id = span_of(samples[article->number - 1].id),
    };
    return true;
}

static struct fixture make_fixture(void)
{
    const struct store_run run = {.shard = SHARD_WHOLE};
    const struct store_input input = {.articles = COUNT_OF(samples)};
    struct fixture fixture = {0};
    struct store_tally tally = {0};
    struct annotator *annotator = annotate_open();
    struct batch batch = BATCH_EMPTY;
    struct fault fault;

    samples_annotate(&batch, annotator, samples, COUNT_OF(samples));
    assert_true(store_open(&fixture.store, NULL, STORE_WRITE, 0, &fault));
    assert_true(store_start_run(fixture.store, &run, &fault));
    assert_true(store_add(fixture.store, &batch, &tally, &fault));
    assert_true(store_end_run(fixture.store, &input, &fault));
    batch_release(&batch);
    annotate_close(annotator);
    assert_true(store_walk(fixture.store, STORE_ALL_DAYS, note_article, &fixture, &fault));
    return fixture;
}

struct said {
    struct bytes text;
    size_t count, stop_at;
};

static bool take_quote(void *context, const struct stored_quote *quote, struct fault *fault)
{
    struct said *said = context;

    if (said->count++ == said->stop_at)
        return fault_set(fault, FAULT_OUTPUT, "stopped");
    bytes_print(&said->text, "%.*s/%u:%.*s|%.*s ", SPAN_PRINT(quote->article_id), quote->article,
                SPAN_PRINT(quote->speaker), SPAN_PRINT(quote->cue));
    return true;
}

/* The articles with these numbers, in this order, said to have so many quotations each. */
static bool ask(struct fixture *fixture, const char *numbers, uint32_t claimed, struct said *said,
                struct fault *fault)
{
    struct store_quoted asked[8];
    size_t count = strlen(numbers);

    for (size_t i = 0; i < count; i++) {
        asked[i] = fixture->articles[numbers[i] - '1'];
        asked[i].quotes = claimed ? claimed : asked[i].quotes;
    }
    return store_quotes_of(fixture->store, asked, count, take_quote, said, fault);
}

/* --- tests ----------------------------------------------------------------------------- */

static void quotations_come_in_the_order_of_the_articles_asked_for(void **state)
{
    static const struct {
        const char *numbers;
        uint32_t claimed; /* so many that each article is read by itself */
        const char *said;
    } cases[] = {
        {"134", 0,
         "1/1:Anna Harker|said 1/1:Anna Harker|said 3/3:Piet Vorsk|said "
         "4/4:Olga Brandt|said 4/4:Olga Brandt| "},
        {"413", 0,
         "4/4:Olga Brandt|said 4/4:Olga Brandt| 1/1:Anna Harker|said "
         "1/1:Anna Harker|said 3/3:Piet Vorsk|said "},
        {"413", 1 << 16,
         "4/4:Olga Brandt|said 4/4:Olga Brandt| 1/1:Anna Harker|said "
         "1/1:Anna Harker|said 3/3:Piet Vorsk|said "},
        {"23", 1 << 15, "3/3:Piet Vorsk|said "},
        {"33", UINT32_MAX, "3/3:Piet Vorsk|said 3/3:Piet Vorsk|said "},
        {"2", 0, ""},
        {"", 0, ""},
    };
    struct fixture fixture = make_fixture();

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct said said = {.text = BYTES_EMPTY, .stop_at = SIZE_MAX};
        struct fault fault;

        assert_true(ask(&fixture, cases[i].numbers, cases[i].claimed, &said, &fault));
        assert_string_equal(bytes_text(&said.text), cases[i].said);
        bytes_release(&said.text);
    }
    store_close(fixture.store);
}

static void a_visitor_that_fails_ends_the_reading(void **state)
{
    struct fixture fixture = make_fixture();
    struct said said = {.text = BYTES_EMPTY, .stop_at = 2};
    struct fault fault = FAULT_EMPTY;

    (void)state;
    assert_false(ask(&fixture, "143", 0, &said, &fault));
    assert_string_equal(fault.message, "stopped");
    assert_int_equal(said.count, 3);
    bytes_release(&said.text);
    store_close(fixture.store);
}

static void quotations_that_do_not_add_up_are_damage(void **state)
{
    struct fixture fixture = make_fixture();
    struct said said = {.text = BYTES_EMPTY, .stop_at = SIZE_MAX};
    struct fault fault = FAULT_EMPTY;

    (void)state;
    fixture.articles[2].quotes_sum++;
    assert_false(ask(&fixture, "431", 0, &said, &fault));
    assert_int_equal(fault.kind, FAULT_DAMAGED);
    assert_int_equal(said.count, 0); /* none is shown before all that wait with it are sound */
    bytes_release(&said.text);
    store_close(fixture.store);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(quotations_come_in_the_order_of_the_articles_asked_for),
        cmocka_unit_test(a_visitor_that_fails_ends_the_reading),
        cmocka_unit_test(quotations_that_do_not_add_up_are_damage),
    };

    return cmocka_run_group_tests_name("store_quotes", tests, NULL, NULL);
}
