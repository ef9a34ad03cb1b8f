#include "analysis/survey.h"

#include "analysis/comparison.h"
#include "analysis/coverage.h"
#include "analysis/discovery.h"
#include "analysis/headlines.h"
#include "analysis/languages.h"
#include "analysis/mix.h"
#include "analysis/peaks.h"
#include "analysis/people/people_rows.h"
#include "analysis/people/quote_people.h"
#include "analysis/shares.h"
#include "analysis/speakers.h"
#include "analysis/story_rows.h"
#include "analysis/terms.h"
#include "analysis/topics.h"
#include "analysis/trends.h"
#include "analysis/warnings.h"
#include "analysis/watched.h"
#include "analysis/waves.h"
#include "corpus/base/bytes.h"
#include "corpus/base/memory.h"

#include <stdlib.h>

struct survey {
    struct findings *findings;
    struct store *store;
    const struct survey_options *options;
    struct counts counts;
    struct bag bag;
    struct terms terms;
    struct term_rows rows;
    struct topics topics;
    struct speakers speakers;
    bool started;
};

/* Terms and topics can only start once the weeks are known: with the first article. */
static void start(struct survey *survey, const struct counts *counts)
{
    const struct survey_options *options = survey->options;
    const struct table *vocabulary = store_terms(survey->store);

    bag_start(&survey->bag, vocabulary->count);
    terms_start(&survey->terms, vocabulary, counts, options->minimum);
    if (options->term_rows.row)
        term_rows_start(&survey->rows, vocabulary, options->minimum,
                        options->breakdown.grouping.kind, options->term_rows);
    topics_start(&survey->topics, options->dictionary, options->topic_levels, vocabulary, counts);
    survey->started = true;
}

static bool take_article(void *context, const struct counts *counts, uint32_t index,
                         struct counted_terms terms, struct fault *fault)
{
    struct survey *survey = context;

    if (!survey->started)
        start(survey, counts);
    if (!topics_add(&survey->topics, counts, index, terms, fault))
        return false;
    bag_fill(&survey->bag, terms.text, terms.text_count);
    terms_add(&survey->terms, counts, index, &survey->bag);
    return !survey->options->term_rows.row ||
           term_rows_add(&survey->rows, counts, index, &survey->bag, fault);
}

/* What was needed while the articles were read goes. */
static bool end_terms(struct survey *survey, struct fault *fault)
{
    bool done = term_rows_end(&survey->rows, &survey->counts, fault);

    terms_end(&survey->terms);
    term_rows_release(&survey->rows);
    bag_release(&survey->bag);
    return done;
}

/* "2022-W24" where the days are an ISO week, else "2016-09-01/2016-11-07". */
static struct span name_days(struct arena *arena, int32_t first, int32_t last)
{
    char from[DAY_TEXT_SIZE], to[DAY_TEXT_SIZE], week[WEEK_TEXT_SIZE];
    struct bytes name = BYTES_EMPTY;
    struct span kept;

    day_text(from, first);
    day_text(to, last);
    week_text(week, day_week(first));
    if (first == week_monday(day_week(first)) && last == first + 6)
        bytes_add_text(&name, week);
    else
        bytes_print(&name, "%s/%s", from, to);
    kept = arena_copy(arena, bytes_span(&name));
    bytes_release(&name);
    return kept;
}

/* What study and baseline are called: by their names where they share days, else by days. */
static void name_sides(struct findings *findings, const struct counts *counts)
{
    const struct weeks_plan *plan = &counts->plan;

    if (weeks_are_shared(plan->against)) {
        findings->baseline_period = arena_copy(&findings->arena, counts->sides[0].name);
        findings->period = arena_copy(&findings->arena, counts->sides[1].name);
        return;
    }
    if (plan->dated)
        findings->period = name_days(&findings->arena, plan->study_first, plan->study_last);
    if (plan->baseline_first != DAY_NONE)
        findings->baseline_period =
            name_days(&findings->arena, plan->baseline_first, plan->baseline_last);
}

static void fill_span(struct findings *findings, const struct counts *counts)
{
    const struct weeks_plan *plan = &counts->plan;

    findings->dated = plan->dated;
    findings->against = plan->against;
    findings->study_first = plan->study_first - plan->shift;
    findings->study_last = plan->study_last - plan->shift;
    findings->study_week = plan->study_week;
    findings->baseline_first = plan->baseline_first;
    findings->baseline_last = plan->baseline_last;
    findings->baseline_weeks = (uint32_t)plan->baseline_weeks;
    name_sides(findings, counts);
}

static void fill_weeks(struct findings *findings, const struct counts *counts)
{
    const struct weeks_plan *plan = &counts->plan;

    findings->week_count = (size_t)plan->week_count;
    findings->weeks = arena_new(&findings->arena, findings->week_count, sizeof *findings->weeks);
    for (size_t w = 0; w < findings->week_count; w++) {
        int32_t week = plan->week_first + (int32_t)w, monday = week_monday(week);

        findings->weeks[w] = (struct findings_week){
            .week = weeks_at(plan, (int32_t)w),
            .in_study = monday <= plan->study_last && monday + 6 >= plan->study_first,
            .in_baseline = plan->baseline_first != DAY_NONE && monday <= plan->baseline_last &&
                           monday + 6 >= plan->baseline_first,
            .partial = weeks_partial(plan, weeks_at(plan, (int32_t)w)),
        };
    }
    for (size_t i = 0; i < counts->count; i++) {
        const struct counted_article *article = &counts->articles[i];
        struct findings_week *week;

        if (article->week < 0)
            continue;
        week = &findings->weeks[article->week];
        if (!article->in_week)
            continue;
        week->articles++;
        week->words += article->words;
        week->quotes += article->quotes;
    }
    for (size_t w = 0; w < findings->week_count; w++)
        findings->weeks[w].gap = findings->weeks[w].articles == 0;
    if (findings->against != WEEKS_AGAINST_BEFORE)
        findings->spread_weeks = waves_weeks(findings);
}

static void fill_totals(struct findings *findings, const struct counts *counts)
{
    findings->undated = counts->undated;
    for (size_t i = 0; i < counts->count; i++) {
        const struct counted_article *article = &counts->articles[i];

        findings->baseline_published += article->period == PERIOD_BASELINE;
        if (article->period == PERIOD_BASELINE && article->in_period) {
            findings->baseline_articles++;
            findings->baseline_words += article->words;
        }
        if (article->period != PERIOD_STUDY)
            continue;
        findings->articles += article->in_period;
        findings->words += article->in_period ? article->words : 0;
        findings->quotes += article->in_period ? article->quotes : 0;
        findings->left_out += article->left_out;
        findings->replaced += article->replaced;
    }
}

static int by_falling_articles(const void *left, const void *right)
{
    const struct findings_outlet *a = left, *b = right;

    if (a->articles != b->articles)
        return a->articles > b->articles ? -1 : 1;
    if (a->baseline_articles != b->baseline_articles)
        return a->baseline_articles > b->baseline_articles ? -1 : 1;
    return span_compare(a->name, b->name);
}

static void fill_outlets(struct findings *findings, const struct counts *counts)
{
    size_t kept = 0;

    findings->outlets =
        arena_new(&findings->arena, counts->sources.count, sizeof *findings->outlets);
    for (uint32_t s = 0; s < counts->sources.count; s++) {
        findings->outlets[s].name = table_text(&counts->sources, s);
        findings->outlets[s].weeks =
            arena_new(&findings->arena, findings->week_count, sizeof(uint32_t));
    }
    for (size_t i = 0; i < counts->count; i++) {
        const struct counted_article *article = &counts->articles[i];
        struct findings_outlet *outlet = &findings->outlets[article->source];

        if (article->week >= 0)
            outlet->weeks[article->week]++;
        outlet->baseline_articles += article->period == PERIOD_BASELINE;
        if (article->period != PERIOD_STUDY)
            continue;
        outlet->articles++;
        outlet->words += article->words;
        outlet->quotes += article->quotes;
    }
    for (uint32_t s = 0; s < counts->sources.count; s++) {
        struct findings_outlet outlet = findings->outlets[s];

        outlet.silent = outlet.articles == 0 && outlet.baseline_articles > 0;
        findings->outlets_heard += outlet.articles > 0;
        if (outlet.articles || outlet.baseline_articles)
            findings->outlets[kept++] = outlet;
    }
    findings->outlet_count = kept;
    qsort(findings->outlets, kept, sizeof *findings->outlets, by_falling_articles);
}

static void fill_language(struct findings *findings, const struct counts *counts)
{
    struct languages languages = LANGUAGES_EMPTY;

    for (size_t i = 0; i < counts->study_count; i++)
        languages_add(&languages, table_text(&counts->languages,
                                             counts->articles[counts->study_from + i].language));
    findings->language = arena_copy(&findings->arena, languages_main(&languages));
    languages_release(&languages);
}

/* Their texts go over to the findings with the arenas of the counts. */
static void show_articles(struct findings *findings, const struct counts *counts)
{
    findings->articles_shown_count = counts->study_count;
    findings->articles_shown =
        arena_new(&findings->arena, counts->study_count, sizeof *findings->articles_shown);
    for (size_t i = 0; i < counts->study_count; i++) {
        const struct counted_article *article = &counts->articles[counts->study_from + i];

        findings->articles_shown[i] = (struct findings_article){
            .id = article->id,
            .source = table_text(&counts->sources, article->source),
            .title = article->title,
            .url = counts->study_urls[i],
            .language = table_text(&counts->languages, article->language),
            .day = article->day == DAY_NONE ? DAY_NONE : article->day - counts->plan.shift,
            .seconds = article->seconds,
            .words = article->words,
            .quotes = article->quotes,
        };
    }
}

/* The terms go once they are compared: what comes then needs much memory too. */
static bool find_all(struct survey *survey, struct fault *fault)
{
    struct findings *findings = survey->findings;
    struct counts *counts = &survey->counts;
    struct discovery *discovery = NULL;

    findings->minimum_articles = survey->options->minimum;
    findings->seed = survey->options->seed;
    findings->turns = counts->turns;
    findings->indirect = counts->indirect;
    findings->series = counts->plan.series;
    fill_language(findings, counts);
    fill_span(findings, counts);
    fill_weeks(findings, counts);
    fill_totals(findings, counts);
    fill_outlets(findings, counts);
    story_rows_fill(findings, counts);
    coverage_fill(findings, counts);
    show_articles(findings, counts);
    watched_add_topics(findings, &survey->topics);
    comparison_find(findings, &survey->terms, counts, findings->language);
    watched_add_terms(findings, &survey->terms, findings->language);
    terms_release(&survey->terms);
    if (survey->options->discover)
        discovery = discovery_start(findings, counts, store_terms(survey->store),
                                    survey->options->counts.threads);
    shares_find_topics(findings, &survey->topics, counts);
    if (!weeks_are_shared(findings->against)) /* whose sides are different outlets by themselves */
        mix_find(findings, &survey->topics, counts);
    people_rows_fill(findings, &survey->speakers.people);
    quote_people_fill(findings, &survey->speakers.quote_people, &survey->speakers.people);
    shares_find_speakers(findings, &survey->speakers, counts, survey->options->counts.threads);
    watched_add_speakers(findings, &survey->speakers, counts);
    if (findings->against == WEEKS_AGAINST_BEFORE)
        breakdown_find(findings, &survey->options->breakdown, &survey->topics, &survey->speakers,
                       counts, survey->options->counts.threads);
    if (survey->options->audit)
        audit_take(survey->options->audit, findings, &survey->speakers, counts);
    trends_find(findings, &survey->topics, &survey->speakers, counts);
    if (findings->against == WEEKS_AGAINST_BEFORE) { /* these follow the weeks up to the study */
        warnings_find(findings);
        peaks_find(findings);
    }
    return discovery_end(discovery, fault) &&
           headlines_choose(findings, survey->store, counts, fault);
}

static bool hand_over_articles(struct survey *survey, struct fault *fault)
{
    const struct survey_article_sink *sink = &survey->options->article_rows;

    for (uint32_t i = 0; sink->row && i < survey->counts.count; i++) {
        if (!sink->row(sink->context, &survey->counts, i, fault))
            return false;
    }
    return true;
}

bool survey_make(struct findings *findings, struct store *store,
                 const struct survey_options *options, struct fault *fault)
{
    struct survey survey = {
        .findings = findings,
        .store = store,
        .options = options,
        .speakers = {.people = {.roster = options->roster}},
    };
    struct counts_visitor visitor = {.context = &survey, .article = take_article};
    struct counts_options wanted = options->counts;
    bool done;

    wanted.keep_terms = options->discover;
    done = counts_read(&survey.counts, counts_of_store(store), &wanted, &visitor, fault) &&
           end_terms(&survey, fault) && speakers_read(&survey.speakers, &survey.counts, fault) &&
           hand_over_articles(&survey, fault) && find_all(&survey, fault);

    findings->quoted = survey.counts.quotes;
    survey.counts.quotes = NULL;
    arena_join(&findings->arena, &survey.counts.arena);
    arena_join(&findings->arena, &survey.counts.sources.arena);
    arena_join(&findings->arena, &survey.counts.languages.arena);
    speakers_release(&survey.speakers);
    topics_release(&survey.topics);
    terms_release(&survey.terms);
    term_rows_release(&survey.rows);
    bag_release(&survey.bag);
    counts_release(&survey.counts);
    if (!done)
        findings_release(findings);
    return done;
}

/* --- words alone ---------------------------------------------------------------------- */

struct word_survey {
    struct bag bag;
    struct term_rows rows;
    struct gram_rows grams;
};

static bool take_words(void *context, const struct counts *counts, uint32_t index,
                       struct counted_terms terms, struct fault *fault)
{
    struct word_survey *survey = context;

    bag_fill(&survey->bag, terms.text, terms.text_count);
    return term_rows_add(&survey->rows, counts, index, &survey->bag, fault);
}

static bool take_grams(void *context, const struct counts *counts, uint32_t index,
                       struct counted_terms terms, struct fault *fault)
{
    struct word_survey *survey = context;

    return gram_rows_add(&survey->grams, counts, index, terms, fault);
}

bool survey_terms(struct counts_source source, const struct survey_options *options,
                  struct fault *fault)
{
    const struct table *vocabulary = counts_vocabulary(source);
    struct word_survey survey = {.grams = GRAM_ROWS_EMPTY};
    bool grams = options->grams.words > 0;
    struct counts_visitor visitor = {&survey, grams ? take_grams : take_words};
    struct counts counts = COUNTS_EMPTY;
    struct counts_options wanted = options->counts;
    bool done;

    wanted.passing = !wanted.one_vote;
    if (grams) {
        gram_rows_start(&survey.grams, vocabulary, options->grams, options->term_rows);
    } else {
        bag_start(&survey.bag, vocabulary->count);
        term_rows_start(&survey.rows, vocabulary, options->minimum,
                        options->breakdown.grouping.kind, options->term_rows);
    }
    done = counts_read(&counts, source, &wanted, &visitor, fault) &&
           (grams ? gram_rows_end(&survey.grams, &counts, fault)
                  : term_rows_end(&survey.rows, &counts, fault));

    gram_rows_release(&survey.grams);
    term_rows_release(&survey.rows);
    bag_release(&survey.bag);
    counts_release(&counts);
    return done;
}
