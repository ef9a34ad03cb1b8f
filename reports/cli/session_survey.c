#include "reports/cli/session.h"

#include "corpus/base/memory.h"
#include "reports/export/tables.h"
#include "reports/pages/topic_names.h"

#include <inttypes.h>
#include <stdlib.h>

/* Bytes of rows that are printed together. */
enum { PRINTED_AT_ONCE = 1 << 20 };

static bool keep_term(void *context, const struct term_row *row, struct fault *fault)
{
    struct session *session = context;

    tables_term(&session->terms_csv, row);
    if (session->print_terms && session->terms_csv.count >= PRINTED_AT_ONCE) {
        bool done = session->print_terms(&session->terms_csv, fault);

        bytes_clear(&session->terms_csv);
        return done;
    }
    return outdir_spill(session->terms_file, &session->terms_csv, fault);
}

/* What takes the rows of articles. */
struct article_keeping {
    struct session *session;
    struct hash_sum *input;
    struct bytes room;
};

static void add_field(struct bytes *text, struct span field)
{
    bytes_add(text, field);
    bytes_add_byte(text, '\0'); /* no field holds one: none runs into the next */
}

static void note_input(struct article_keeping *keeping, const struct counts *counts,
                       const struct counted_article *article)
{
    bytes_clear(&keeping->room);
    bytes_print(&keeping->room, "%" PRId32 " %016" PRIx64 " ", article->day, article->content);
    add_field(&keeping->room, table_text(&counts->sources, article->source));
    add_field(&keeping->room, article->id);
    add_field(&keeping->room, article->title);
    hash_sum_add(keeping->input, bytes_span(&keeping->room));
    keeping->session->input_articles++;
}

static bool keep_article(void *context, const struct counts *counts, uint32_t index,
                         struct fault *fault)
{
    struct article_keeping *keeping = context;
    struct session *session = keeping->session;

    note_input(keeping, counts, &counts->articles[index]);
    tables_article(&session->articles_csv, counts, index);
    return outdir_spill(session->articles_file, &session->articles_csv, fault);
}

struct counts_side session_side(const struct session *session, int side)
{
    return (struct counts_side){.of_store = session->pairing.against == WEEKS_AGAINST_STORE,
                                .name = session->pairing.sides[side].name,
                                .first = session->parts[side].first,
                                .last = session->parts[side].last};
}

/* Of two sides: the study's days, and what they are compared with. */
static void pair_sides(struct counts_options *counts, const struct session *session)
{
    const struct pairing *pairing = &session->pairing;
    const struct pairing_side *study = &pairing->sides[pairing->study];
    const struct pairing_side *baseline = &pairing->sides[pairing_baseline(pairing)];

    counts->wish.against = pairing->against;
    if (pairing->against == WEEKS_AGAINST_DAYS) {
        counts->wish.first = study->first;
        counts->wish.last = study->last;
        counts->wish.other_first = baseline->first;
        counts->wish.other_last = baseline->last;
    } else if (weeks_are_shared(pairing->against)) {
        counts->sides[0] = session_side(session, pairing_baseline(pairing));
        counts->sides[1] = session_side(session, pairing->study);
        if (counts->wish.week != WEEK_NONE) {
            counts->wish.first = week_monday(counts->wish.week);
            counts->wish.last = counts->wish.first + 6;
        }
    }
}

struct counts_options session_counts(const struct session *session, const struct options *options)
{
    struct counts_options counts = {
        .wish =
            {
                .week = options->week,
                .first = options->from,
                .last = options->to,
                .today = session_today(options),
                .baseline_weeks = (int)session->config.baseline_weeks,
                .series = session->series,
            },
        .one_vote = options->stories || session->config.one_vote,
        .story_window = (int32_t)session->config.story_days,
        .threads = options_threads(options),
        .turns = options->turns,
        .indirect = session->indirect,
    };

    pair_sides(&counts, session);
    return counts;
}

bool session_have_texts(const struct session *session, const struct options *options,
                        struct fault *fault)
{
    struct counts_options counts = session_counts(session, options);
    int32_t *days = NULL;
    size_t count;
    uint64_t articles;
    bool done;

    store_list_days(session->store, &days, &count, &articles);
    done = weeks_have_articles(&counts.wish, days, count, fault);
    free(days);
    return done;
}

/* What both kinds of survey are told. */
static struct survey_options survey_of(struct session *session, const struct options *options)
{
    return (struct survey_options){
        .counts = session_counts(session, options),
        .minimum = session->config.minimum_articles,
        .seed = options->seed,
        .breakdown = session->breakdown,
        .discover = session->discover,
        .term_rows = {session, keep_term},
        .topic_levels = options->levels < DICTIONARY_DEPTH_MAX ? (uint32_t)options->levels
                                                               : DICTIONARY_DEPTH_MAX,
    };
}

/* Phrases are of weeks and of all articles. */
static bool check_phrases(const struct session *session, const struct options *options,
                          struct fault *fault)
{
    if (options->ngrams > GRAM_ROWS_MAX)
        return fault_set(fault, FAULT_USAGE, "--ngrams %llu: phrases have 1 to %d words",
                         (unsigned long long)options->ngrams, GRAM_ROWS_MAX);
    if ((options->ngrams || options->least) && (options->by || session->series != WEEKS_BY_WEEK))
        return fault_set(fault, FAULT_USAGE,
                         "--ngrams and --least count the week as a whole: they go with neither "
                         "--by nor --series day or month");
    return true;
}

bool session_count_words(struct session *session, const struct options *options,
                         struct fault *fault)
{
    struct survey_options survey = survey_of(session, options);
    struct counts_source source = {.store = session->store, .shelf = session->shelf};

    if (!check_phrases(session, options, fault))
        return false;
    if (options->ngrams || options->least)
        survey.grams = (struct gram_options){
            .words = options->ngrams ? (uint32_t)options->ngrams : 1,
            .least = options->least ? options_small(options->least) : GRAM_ROWS_LEAST,
            .minimum = survey.minimum,
        };
    tables_terms_header(&session->terms_csv, session->breakdown.grouping.kind != GROUPING_NONE);
    return survey_terms(source, &survey, fault);
}

bool session_survey(struct session *session, const struct options *options, struct fault *fault)
{
    struct survey_options survey = survey_of(session, options);
    struct article_keeping keeping = {.session = session, .input = hash_sum_start()};
    bool done;

    survey.dictionary = &session->dictionary;
    survey.roster = session_roster(session);
    survey.audit = session->audited ? &session->audit : NULL;
    survey.article_rows = (struct survey_article_sink){&keeping, keep_article};
    if (session->terms_file)
        tables_terms_header(&session->terms_csv, false);
    else
        survey.term_rows = (struct term_sink){0};
    tables_articles_header(&session->articles_csv);
    done = survey_make(&session->findings, session->store, &survey, fault);
    if (done && !options->topics && !session->config.topics.length)
        topic_names_set(&session->findings, session->tongue);
    hash_sum_end(session->input_sha256, keeping.input);
    bytes_release(&keeping.room);
    return done;
}

bool session_survey_both(struct session *session, struct findings *a, const struct options *options,
                         struct fault *fault)
{
    session->pairing.study = 0;
    if (!session_survey(session, options, fault))
        return false;
    *a = session->findings;
    session->findings = FINDINGS_EMPTY;
    session->input_articles = 0;
    bytes_clear(&session->articles_csv);
    session->pairing.study = 1;
    return session_survey(session, options, fault);
}
