#include "corpus/annotate.h"

#include "corpus/base/bytes.h"
#include "corpus/store/revision.h"
#include "tests/support.h"

/* Annotates one English article of this text; the caller releases the batch. */
static struct annotation annotated(struct annotator *annotator, struct batch *batch,
                                   const char *text)
{
    const struct article article = {
        .id = span_of("1"),
        .title = span_of("The harbour"),
        .language = span_of("en"),
        .text = span_of(text),
    };

    batch_add(batch, &article, revision_hashes(&article));
    annotate_batch(annotator, batch);
    return batch->items[batch->count - 1];
}

static void a_foreign_paragraph_is_left_out_whatever_ends_its_line(void **state)
{
    static const char *const ends[] = {"\n", "\r", "\r\n", "\n\n"};

    (void)state;
    for (size_t i = 0; i < COUNT_OF(ends); i++) {
        struct annotator *annotator = annotate_open();
        struct batch batch = BATCH_EMPTY;
        struct bytes text = BYTES_EMPTY;
        struct annotation item;

        bytes_print(&text, "The ferry stayed in the harbour.%sПаром остался в гавани.%sIt left.",
                    ends[i], ends[i]);
        item = annotated(annotator, &batch, bytes_text(&text));
        assert_int_equal(item.left_out, 1);
        assert_int_equal(item.words, 8);
        bytes_release(&text);
        batch_release(&batch);
        annotate_close(annotator);
    }
}

static void a_quotation_counts_as_many_words_as_its_paragraph_does(void **state)
{
    static const uint32_t words[] = {8, 0, 6};
    struct annotator *annotator = annotate_open();
    struct batch batch = BATCH_EMPTY;
    struct annotation item = annotated(
        annotator, &batch,
        "\"We will build the new harbour next year,\" said Ann Miller.\n\n"
        "\"Wir werden den neuen Hafen im nächsten Jahr bauen, und das ist gut\", sagte Miller.\n\n"
        "\"It is good for all us,\" she said.");

    (void)state;
    assert_int_equal(item.left_out, 1);
    assert_int_equal(item.quote_count, COUNT_OF(words));
    for (size_t i = 0; i < COUNT_OF(words); i++)
        assert_int_equal(item.quotes[i].words, words[i]);
    assert_int_equal(item.words, 8 + 3 + 6 + 2);
    batch_release(&batch);
    annotate_close(annotator);
}

static void a_term_is_new_in_the_batch_in_which_it_first_appears(void **state)
{
    struct annotator *annotator = annotate_open();
    struct batch first = BATCH_EMPTY, second = BATCH_EMPTY;
    struct annotation item;

    (void)state;
    (void)annotated(annotator, &first, "The ferry left the harbour.");
    assert_int_equal(first.first_term, 0);
    assert_int_equal(first.term_count, 4);
    assert_true(span_is(first.terms[1], "ferry"));
    item = annotated(annotator, &second, "The harbour froze.");
    assert_int_equal(second.first_term, 4);
    assert_int_equal(second.term_count, 1);
    assert_true(span_is(second.terms[0], "froze"));
    assert_int_equal(item.term_count, 3);
    assert_int_equal(item.terms[0], 1);
    assert_int_equal(item.terms[2], 5);
    batch_release(&first);
    batch_release(&second);
    annotate_close(annotator);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_foreign_paragraph_is_left_out_whatever_ends_its_line),
        cmocka_unit_test(a_quotation_counts_as_many_words_as_its_paragraph_does),
        cmocka_unit_test(a_term_is_new_in_the_batch_in_which_it_first_appears),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
