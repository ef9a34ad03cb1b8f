#include "tests/support.h"

#include "corpus/text/recall.h"

static void learn(struct words *words, const char *text)
{
    struct token_list tokens = TOKEN_LIST_EMPTY;
    struct fault fault = FAULT_EMPTY;

    assert_true(tokens_cut(&tokens, span_of(text), &fault));
    words_read(words, span_of(text), &tokens);
    tokens_release(&tokens);
}

/* Recalls three terms, of which nothing is known. */
static uint32_t *begin(struct recall *recall, struct words *words)
{
    uint32_t *items;

    learn(words, "one two three");
    items = recall_of(recall, words, sizeof *items);
    for (uint32_t term = 0; term < 3; term++)
        assert_int_equal(items[term], 0);
    return items;
}

static void what_was_found_out_stays_while_the_vocabulary_grows(void **state)
{
    struct words words = WORDS_EMPTY;
    struct recall recall = RECALL_EMPTY;
    uint32_t *items = begin(&recall, &words);

    (void)state;
    for (uint32_t term = 0; term < 3; term++)
        items[term] = term + 7;
    for (char first = 'a'; first <= 'z'; first++) {
        char text[] = {first, 'x', ' ', first, 'y', '\0'};

        learn(&words, text);
    }
    items = recall_of(&recall, &words, sizeof *items);
    for (uint32_t term = 0; term < words.terms.count; term++)
        assert_int_equal(items[term], term < 3 ? term + 7 : 0);
    recall_release(&recall);
    words_release(&words);
}

static void all_is_forgotten_where_the_vocabulary_begins_anew(void **state)
{
    struct words words = WORDS_EMPTY;
    struct recall recall = RECALL_EMPTY;

    (void)state;
    begin(&recall, &words)[1] = 5;
    words.generation++;
    (void)begin(&recall, &words);
    recall_release(&recall);
    words_release(&words);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_was_found_out_stays_while_the_vocabulary_grows),
        cmocka_unit_test(all_is_forgotten_where_the_vocabulary_begins_anew),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
