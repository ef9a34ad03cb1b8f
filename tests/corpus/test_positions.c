#include "corpus/store/positions.h"
#include "tests/sample_batch.h"
#include "tests/support.h"

#include "corpus/base/memory.h"

#include <stdlib.h>

static const char text[] =
    "The ferry’s late\n\nFerry 7 left the harbour at 6.30, said Mr. O’Hara.\n"
    "Лодка ушла из гавани.\n"
    "The ferry’s late";

static const struct sample samples[] = {{"a", "Outlet", "2025-11-24", text}};

/* The ids plus 1 of the one article of the batch, and the vocabulary that they are of. */
static uint32_t *ids_of(const struct batch *batch, struct table *terms, size_t *count)
{
    const struct annotation *item = &batch->items[0];
    uint32_t *ids = memory_new(item->term_count + 1, sizeof *ids);
    uint32_t *new_ids = batch_new_ids(batch);

    for (size_t i = 0; i < batch->term_count; i++)
        new_ids[i] = table_add(terms, batch->terms[i]) + 1;
    *count = item->term_count;
    for (size_t i = 0; i < *count; i++)
        ids[i] = batch->ids->items[item->terms[i]];
    return ids;
}

static void check(void (*test)(const uint32_t *ids, size_t count, const struct table *terms))
{
    struct annotator *annotator = annotate_open();
    struct batch batch = BATCH_EMPTY;
    struct table terms = TABLE_EMPTY;
    uint32_t *ids;
    size_t count;

    samples_annotate(&batch, annotator, samples, 1);
    ids = ids_of(&batch, &terms, &count);
    assert_int_equal(batch.items[0].left_out, 1);
    test(ids, count, &terms);
    free(ids);
    table_release(&terms);
    batch_release(&batch);
    annotate_close(annotator);
}

static void compare_places(const uint32_t *ids, size_t count, const struct table *terms)
{
    struct positions positions = POSITIONS_EMPTY;
    struct bytes folded = BYTES_EMPTY;
    struct fault fault;
    uint32_t last = 0;
    size_t words = 0;

    assert_true(positions_find(&positions, span_of(text), ids, count, terms, &fault));
    for (size_t i = 0; i < count; i++) {
        struct token word = positions.words[i];

        if (ids[i] == 0)
            continue;
        tokens_fold(&folded, tokens_span(span_of(text), word));
        assert_true(span_equal(bytes_span(&folded), table_text(terms, ids[i] - 1)));
        assert_true(words == 0 || word.start > last);
        last = word.start;
        words++;
    }
    assert_int_equal(words, 14);
    assert_true(span_ends(tokens_span(span_of(text), positions.words[count - 1]), "late"));
    assert_int_equal(positions.words[count - 1].start, sizeof text - 1 - 4);
    bytes_release(&folded);
    positions_release(&positions);
}

static void each_word_stands_where_it_folds_to_its_term(void **state)
{
    (void)state;
    check(compare_places);
}

static void refuse_others(const uint32_t *ids, size_t count, const struct table *terms)
{
    struct positions positions = POSITIONS_EMPTY;
    struct fault fault = FAULT_EMPTY;

    assert_false(positions_find(&positions, span_of("Another text"), ids, count, terms, &fault));
    assert_int_equal(fault.kind, FAULT_DAMAGED);
    assert_string_equal(fault.message, "the words stored of an article are not its text's");
    assert_true(positions_find(&positions, SPAN_EMPTY, ids, 0, terms, &fault));
    positions_release(&positions);
}

static void words_of_another_text_are_refused(void **state)
{
    (void)state;
    check(refuse_others);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_word_stands_where_it_folds_to_its_term),
        cmocka_unit_test(words_of_another_text_are_refused),
    };

    return cmocka_run_group_tests_name("positions", tests, NULL, NULL);
}
