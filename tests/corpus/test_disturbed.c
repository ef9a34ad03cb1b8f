/*
 * Real articles with a mark deleted, put beside another or in its place. What a
 * stray mark may change, and what it may not:
 *   - Stretches outside its paragraph stay as they were, to the byte.
 *   - Of these, the ones whose verb of saying has a full name for its subject
 *     stay quotations and keep the verb.
 *   - Speakers of other paragraphs may change only by what the article as a
 *     whole teaches and by inheritance: a name that now stands inside marks is
 *     no mention and helps no last name alone, a pronoun means somebody else,
 *     and a quotation without a cue has the speaker of the one before.
 *   - In its own paragraph the stretches that another stretch parts from the
 *     mark stay, but for one in a hundred at most.
 */
#include "tests/chance.h"
#include "tests/speech.h"

#include "corpus/read/reader.h"
#include "corpus/voices/cues.h"
#include "corpus/voices/quotations.h"

#include <unistd.h>

enum {
    ARTICLES_MAX = 150, /* of each source */
    DISTURBANCES = 6,   /* of each article */
    KEPT_LEAST = 99     /* per cent of far stretches of its own paragraph that stay */
};

static const char *const marks[] = {"\"", "“", "”", "„", "«", "»", "'", "‘", "’"};

/* A text and what was found in it. */
struct reading {
    struct speech speech;
    struct passage passage;
    struct cue_list cues;
    struct marked_list list;
};

struct disturbance {
    uint32_t at, removed, added; /* bytes of the text */
    uint32_t first, end;         /* the paragraph's, before */
};

struct kept {
    size_t articles, disturbances, outside, near_lost, far, far_kept;
};

static void read_text(struct reading *reading, struct span text, struct span language)
{
    struct speech *speech = &reading->speech;

    speech_hear(speech, text, language);
    passage_read(&reading->passage, text, &speech->tokens, &speech->words, lexicon_of(language));
    cues_find(&reading->cues, &reading->passage);
    quotations_find(&reading->list, &reading->passage);
}

static void release(struct reading *reading)
{
    marked_release(&reading->list);
    cues_release(&reading->cues);
    passage_release(&reading->passage);
    speech_release(&reading->speech);
}

/* Chooses a mark of the text and what is done to it; false where the text has none. */
static bool choose(struct disturbance *disturbance, const struct reading *reading, uint32_t *seed,
                   const char **put)
{
    const struct passage *passage = &reading->passage;
    uint32_t from = passage->count ? (uint32_t)chance_draw(seed, passage->count) : 0;

    for (uint32_t i = 0; i < passage->count; i++) {
        const struct passage_word *word = &passage->words[(from + i) % passage->count];
        struct passage_paragraph paragraph;
        uint32_t kind = (uint32_t)chance_draw(seed, 3);

        if (word->mark != '\'' && word->mark != 0x2018 && word->mark != 0x2019 &&
            (word->mark == '`' || !marks_is_one(word->mark)))
            continue;
        paragraph = passage->paragraphs[word->paragraph];
        *disturbance = (struct disturbance){
            .at = word->start,
            .removed = kind == 1 ? 0 : word->end - word->start,
            .first = passage->words[paragraph.first].start,
            .end = passage->words[paragraph.end - 1].end,
        };
        *put = kind == 0 ? "" : marks[chance_draw(seed, COUNT_OF(marks))];
        disturbance->added = (uint32_t)strlen(*put);
        return true;
    }
    return false;
}

static bool is_outside(const struct disturbance *disturbance, uint32_t start, uint32_t end)
{
    return end <= disturbance->first || start >= disturbance->end;
}

/* A byte of the text before, in the text behind. */
static uint32_t moved(const struct disturbance *disturbance, uint32_t at)
{
    return at <= disturbance->at ? at : at + disturbance->added - disturbance->removed;
}

static uint32_t start_of(const struct reading *reading, const struct marked *marked)
{
    return reading->passage.words[marked->first].start;
}

static uint32_t end_of(const struct reading *reading, const struct marked *marked)
{
    return reading->passage.words[marked->end - 1].end;
}

static bool has_stretch(const struct reading *reading, uint32_t start, uint32_t end)
{
    for (size_t i = 0; i < reading->list.count; i++) {
        if (start_of(reading, &reading->list.items[i]) == start &&
            end_of(reading, &reading->list.items[i]) == end)
            return true;
    }
    return false;
}

static const struct quote *find_quote(const struct reading *reading, uint32_t start, uint32_t end)
{
    for (size_t i = 0; i < reading->speech.voices.count; i++) {
        if (reading->speech.voices.quotes[i].start == start &&
            reading->speech.voices.quotes[i].end == end)
            return &reading->speech.voices.quotes[i];
    }
    return NULL;
}

static size_t count_outside(const struct reading *reading, const struct disturbance *paragraph)
{
    size_t count = 0;

    for (size_t i = 0; i < reading->list.count; i++)
        count += is_outside(paragraph, start_of(reading, &reading->list.items[i]),
                            end_of(reading, &reading->list.items[i]));
    return count;
}

static void complain(const struct reading *reading, const struct disturbance *disturbance,
                     uint32_t start, uint32_t end)
{
    print_error("the mark at %u, in\n%.*s\nchanged\n%.*s\n", disturbance->at,
                SPAN_PRINT(span_cut(reading->speech.text, disturbance->first, disturbance->end)),
                SPAN_PRINT(span_cut(reading->speech.text, start, end)));
    fail();
}

/* How many stretches of the disturbed paragraph lie between this one and the mark. */
static size_t distance(const struct reading *reading, const struct disturbance *disturbance,
                       size_t index)
{
    const struct marked_list *list = &reading->list;
    size_t between = 0;

    for (size_t i = 0; i < list->count; i++) {
        uint32_t start = start_of(reading, &list->items[i]);
        bool behind = start > disturbance->at;

        if (i == index || is_outside(disturbance, start, end_of(reading, &list->items[i])))
            continue;
        between += behind ? i < index && start_of(reading, &list->items[index]) > disturbance->at
                          : i > index;
    }
    return between;
}

static void compare_stretches(struct kept *tally, const struct reading *before,
                              const struct reading *after, const struct disturbance *disturbance)
{
    struct disturbance moved_to = *disturbance;

    moved_to.end = moved(disturbance, disturbance->end);
    for (size_t i = 0; i < before->list.count; i++) {
        uint32_t start = start_of(before, &before->list.items[i]);
        uint32_t end = end_of(before, &before->list.items[i]);
        bool kept = has_stretch(after, moved(disturbance, start), moved(disturbance, end));

        if (is_outside(disturbance, start, end)) {
            tally->outside++;
            if (!kept)
                complain(before, disturbance, start, end);
        } else if (distance(before, disturbance, i) >= 2) {
            tally->far++;
            tally->far_kept += kept;
        }
    }
    assert_int_equal(count_outside(before, disturbance), count_outside(after, &moved_to));
}

/* True for a quotation with a verb of saying and a subject that has its full name there. */
static bool is_named(const struct quote *quote)
{
    return quote->cue.length && quote->mention.length &&
           memchr(quote->mention.bytes, ' ', quote->mention.length) &&
           span_equal(span_cut(quote->speaker,
                               quote->speaker.length < quote->mention.length
                                   ? 0
                                   : quote->speaker.length - quote->mention.length,
                               quote->speaker.length),
                      quote->mention);
}

static void compare_quotes(const struct reading *before, const struct reading *after,
                           const struct disturbance *disturbance)
{
    for (size_t i = 0; i < before->speech.voices.count; i++) {
        const struct quote *quote = &before->speech.voices.quotes[i];
        const struct quote *same = NULL;

        if (!is_named(quote) || !is_outside(disturbance, quote->start, quote->end))
            continue;
        same = find_quote(after, moved(disturbance, quote->start), moved(disturbance, quote->end));
        if (!same || !span_equal(same->cue, quote->cue))
            complain(before, disturbance, quote->start, quote->end);
    }
}

static void disturb(struct kept *tally, struct span original, struct span language, uint32_t *seed)
{
    struct reading before = {0}, after = {0};

    read_text(&before, original, language);
    for (int i = 0; i < DISTURBANCES; i++) {
        struct disturbance disturbance;
        struct bytes text = BYTES_EMPTY;
        const char *put = "";

        if (!choose(&disturbance, &before, seed, &put))
            break;
        bytes_add(&text, span_cut(original, 0, disturbance.at));
        bytes_add_text(&text, put);
        bytes_add(&text, span_cut(original, disturbance.at + disturbance.removed, original.length));
        read_text(&after, bytes_span(&text), language);
        compare_stretches(tally, &before, &after, &disturbance);
        compare_quotes(&before, &after, &disturbance);
        tally->disturbances++;
        bytes_release(&text);
    }
    tally->articles++;
    release(&after);
    release(&before);
}

/* Reads the articles, without line breaks where `flat`. */
static void check(const char *path, bool flat)
{
    struct bytes text = BYTES_EMPTY;
    struct reader *reader = NULL;
    struct article article;
    struct fault fault = FAULT_EMPTY;
    struct kept tally = {0};
    uint32_t seed = 1;

    if (access(path, R_OK) != 0) {
        print_message("skipped: %s is not there\n", path);
        skip();
    }
    assert_true(reader_open(&reader, &path, 1, NULL, &fault));
    while (tally.articles < ARTICLES_MAX && reader_next(reader, &article)) {
        bytes_clear(&text);
        bytes_add(&text, article.text);
        for (size_t i = 0; flat && i < text.count; i++)
            text.items[i] = text.items[i] == '\n' ? ' ' : text.items[i];
        disturb(&tally, bytes_span(&text),
                article.language.length ? article.language : span_of("en"), &seed);
    }
    bytes_release(&text);
    reader_release(reader);
    print_message("%s: %zu marks moved in %zu articles; %zu of %zu far stretches of their "
                  "paragraphs kept\n",
                  path, tally.disturbances, tally.articles, tally.far_kept, tally.far);
    assert_true(tally.disturbances > 0);
    assert_true(tally.far_kept * 100 >= tally.far * KEPT_LEAST);
}

static void a_stray_mark_in_the_sample_stays_in_its_paragraph(void **state)
{
    (void)state;
    check("corpus/sample", false);
}

static void a_stray_mark_in_wikinews_stays_in_its_paragraph(void **state)
{
    (void)state;
    check("../shared/corpora/wikinews.jsonl.gz", false);
}

static void a_stray_mark_in_american_news_stays_in_its_paragraph(void **state)
{
    (void)state;
    check("../shared/corpora/polnear-dev.jsonl.gz", false);
}

static void without_line_breaks_later_pairs_are_not_lost(void **state)
{
    (void)state;
    check("../shared/corpora/polnear-dev.jsonl.gz", true);
}

static void in_the_sample_without_line_breaks_neither(void **state)
{
    (void)state;
    check("corpus/sample", true);
}

static void a_stray_mark_in_german_news_stays_in_its_paragraph(void **state)
{
    (void)state;
    check("../shared/gold/dewikinews.dev.jsonl", false);
}

static void a_stray_mark_in_transcripts_stays_in_its_paragraph(void **state)
{
    (void)state;
    check("../shared/corpora/whitehouse.jsonl.gz", false);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_stray_mark_in_the_sample_stays_in_its_paragraph),
        cmocka_unit_test(a_stray_mark_in_wikinews_stays_in_its_paragraph),
        cmocka_unit_test(a_stray_mark_in_american_news_stays_in_its_paragraph),
        cmocka_unit_test(without_line_breaks_later_pairs_are_not_lost),
        cmocka_unit_test(in_the_sample_without_line_breaks_neither),
        cmocka_unit_test(a_stray_mark_in_german_news_stays_in_its_paragraph),
        cmocka_unit_test(a_stray_mark_in_transcripts_stays_in_its_paragraph),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
