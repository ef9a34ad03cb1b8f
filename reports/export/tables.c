#include "reports/export/tables.h"

#include "corpus/base/day.h"
#include "reports/export/rows.h"

#include <stdlib.h>

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

void tables_terms_header(struct bytes *out, bool grouped)
{
    static const char *const columns[] = {
        "week",   "term",        "count",           "articles",
        "tokens", "per_million", "per_million_low", "per_million_high",
        "dp"};
    struct csvfile csv = CSVFILE_IN(out);

    rows_header(&csv, columns, COUNT_OF(columns), grouped);
}

void tables_term(struct bytes *out, const struct term_row *row)
{
    struct csvfile csv = CSVFILE_IN(out);

    csvfile_text(&csv, row->week);
    csvfile_text(&csv, row->term);
    csvfile_count(&csv, row->count);
    csvfile_count(&csv, row->articles);
    csvfile_count(&csv, row->tokens);
    rows_estimate(&csv, row->rate);
    rows_number(&csv, row->has_dp, row->dp);
    if (row->group.length)
        csvfile_text(&csv, row->group);
    rows_end_grouped(&csv, row->rate.note, "term", row->week, row->term, row->group);
}

void tables_articles_header(struct bytes *out)
{
    static const char *const columns[] = {"article_id", "date",     "week",   "source", "language",
                                          "title",      "words",    "quotes", "story",  "status",
                                          "left_out",   "replaced", "note",   "id"};
    struct csvfile csv = CSVFILE_IN(out);

    csvfile_header(&csv, columns, COUNT_OF(columns));
}

static const char *const period_names[] = {
    [PERIOD_OTHER] = "outside", [PERIOD_BASELINE] = "baseline", [PERIOD_STUDY] = "study"};

void tables_article(struct bytes *out, const struct counts *counts, uint32_t index)
{
    const struct counted_article *article = &counts->articles[index];
    struct csvfile csv = CSVFILE_IN(out);
    char day[DAY_TEXT_SIZE], week[WEEK_TEXT_SIZE];
    bool undated = article->day == DAY_NONE;

    day_text(day, article->day);
    week_text(week, undated ? WEEK_NONE : day_week(article->day));
    csvfile_text(&csv, article->id);
    csvfile_text(&csv, span_of(day));
    csvfile_text(&csv, span_of(week));
    csvfile_text(&csv, table_text(&counts->sources, article->source));
    csvfile_text(&csv, table_text(&counts->languages, article->language));
    csvfile_text(&csv, article->title);
    csvfile_count(&csv, article->words);
    csvfile_count(&csv, article->quotes);
    csvfile_text(&csv, counts->articles[article->story].id);
    csvfile_text(&csv, span_of(undated && counts->plan.dated ? "undated"
                               : article->copy               ? "copy"
                                                             : period_names[article->period]));
    csvfile_count(&csv, article->left_out);
    csvfile_count(&csv, article->replaced);
    rows_end(&csv,
             article->copy ? "the same text stands under an earlier id"
             : !(article->in_week || article->in_period) ? "an earlier article votes for the story"
                                                         : NULL,
             "article", SPAN_EMPTY, article->id);
}

void tables_stories(struct bytes *out, const struct findings *findings)
{
    static const char *const columns[] = {"story", "date",   "articles", "outlets",
                                          "title", "source", "note",     "id"};
    struct csvfile csv = CSVFILE_IN(out);

    csvfile_header(&csv, columns, COUNT_OF(columns));
    for (size_t i = 0; i < findings->story_row_count; i++) {
        const struct story_row *row = &findings->story_rows[i];
        char day[DAY_TEXT_SIZE];

        day_text(day, row->day);
        csvfile_text(&csv, row->id);
        csvfile_text(&csv, span_of(day));
        csvfile_count(&csv, row->articles);
        csvfile_count(&csv, row->outlets);
        csvfile_text(&csv, row->title);
        csvfile_text(&csv, row->source);
        rows_end(&csv, NULL, "story", SPAN_EMPTY, row->id);
    }
}

static void write_topics(struct bytes *out, const struct topic_row *rows, size_t count,
                         bool grouped)
{
    static const char *const columns[] = {"week",           "topic", "hits",      "articles",
                                          "articles_total", "share", "share_low", "share_high"};
    struct csvfile csv = CSVFILE_IN(out);

    rows_header(&csv, columns, COUNT_OF(columns), grouped);
    for (size_t i = 0; i < count; i++) {
        const struct topic_row *row = &rows[i];

        csvfile_text(&csv, row->period);
        csvfile_text(&csv, row->key);
        csvfile_count(&csv, row->hits);
        csvfile_count(&csv, row->articles);
        csvfile_count(&csv, row->articles_total);
        rows_estimate(&csv, row->share);
        if (grouped)
            csvfile_text(&csv, row->group);
        rows_end_grouped(&csv, row->share.note, "topic", row->period, row->key, row->group);
    }
}

void tables_topics(struct bytes *out, const struct findings *findings)
{
    write_topics(out, findings->topic_rows, findings->topic_row_count, false);
}

void tables_topic_groups(struct bytes *out, const struct findings *findings)
{
    write_topics(out, findings->topic_groups, findings->topic_group_count, true);
}

void tables_speakers(struct bytes *out, const struct findings *findings)
{
    static const char *const columns[] = {"week",      "speaker",    "quotes",  "words",
                                          "articles",  "stories",    "outlets", "share",
                                          "share_low", "share_high", "kind"};
    struct csvfile csv = CSVFILE_IN(out);

    rows_header_with_attributes(&csv, findings, columns, COUNT_OF(columns));
    for (size_t i = 0; i < findings->speaker_row_count; i++) {
        const struct speaker_row *row = &findings->speaker_rows[i];

        rows_speaker(&csv, row);
        rows_attributes(&csv, findings, row->attributes);
        rows_end(&csv, row->share.note, "speaker", row->period, row->name);
    }
}

/* "person:Helena Vorsk:Vorsk:last-name-80": a spelling may be a person by two rules. */
static void end_person(struct csvfile *csv, const struct person_row *row)
{
    struct bytes key = BYTES_EMPTY;

    bytes_print(&key, "%.*s:%s", SPAN_PRINT(row->spelling), row->rule);
    rows_end(csv, NULL, "person", row->name, bytes_span(&key));
    bytes_release(&key);
}

void tables_people(struct bytes *out, const struct findings *findings)
{
    static const char *const columns[] = {"person", "spelling", "quotes", "rule", "kind"};
    struct csvfile csv = CSVFILE_IN(out);

    rows_header_with_attributes(&csv, findings, columns, COUNT_OF(columns));
    for (size_t i = 0; i < findings->person_row_count; i++) {
        const struct person_row *row = &findings->person_rows[i];

        csvfile_text(&csv, row->name);
        csvfile_text(&csv, row->spelling);
        csvfile_count(&csv, row->quotes);
        csvfile_text(&csv, span_of(row->rule));
        csvfile_text(&csv, span_of(row->kind));
        rows_attributes(&csv, findings, row->attributes);
        end_person(&csv, row);
    }
}

void tables_keyness_columns(struct csvfile *csv)
{
    static const char *const columns[] = {
        "term",       "study",      "reference", "study_tokens",  "reference_tokens", "g2",
        "p",          "q",          "log_ratio", "log_ratio_low", "log_ratio_high",   "articles",
        "p_articles", "q_articles", "p_weeks",   "q_weeks"};

    for (size_t i = 0; i < COUNT_OF(columns); i++)
        csvfile_text(csv, span_of(columns[i]));
}

void tables_keyness_cells(struct csvfile *csv, const struct findings *findings,
                          const struct keyness_row *row)
{
    csvfile_text(csv, row->term);
    csvfile_count(csv, row->study);
    csvfile_count(csv, row->reference);
    csvfile_count(csv, findings->words);
    csvfile_count(csv, findings->baseline_words);
    csvfile_number(csv, row->g2);
    csvfile_number(csv, row->p);
    csvfile_number(csv, row->q);
    rows_estimate(csv, row->log_ratio);
    csvfile_count(csv, row->articles);
    rows_number(csv, row->log_ratio.has_interval, row->p_articles);
    rows_number(csv, row->log_ratio.has_interval, row->q_articles);
    rows_number(csv, row->log_ratio.has_interval, row->p_weeks);
    rows_number(csv, row->log_ratio.has_interval, row->q_weeks);
}

void tables_keyness(struct bytes *out, const struct findings *findings)
{
    static const char *const last[] = {"note", "id"};
    struct csvfile csv = CSVFILE_IN(out);

    tables_keyness_columns(&csv);
    csvfile_header(&csv, last, COUNT_OF(last));
    for (size_t i = 0; i < findings->keyness_row_count; i++) {
        const struct keyness_row *row = &findings->keyness_rows[i];

        tables_keyness_cells(&csv, findings, row);
        rows_end(&csv, row->log_ratio.note, "keyness", findings->period, row->term);
    }
}

static void add_tests(struct csvfile *csv, const struct trend_finding *trend)
{
    rows_number(csv, trend->slope.has_interval, trend->p);
    rows_number(csv, trend->slope.has_interval, trend->q);
    rows_number(csv, trend->has_ranks, trend->mann_kendall_z);
    rows_number(csv, trend->has_ranks, trend->theil_sen);
}

void tables_trends(struct bytes *out, const struct findings *findings)
{
    static const char *const columns[] = {
        "kind",       "key",         "weeks",          "slope",     "slope_low",    "slope_high",
        "p",          "q",           "mann_kendall_z", "theil_sen", "change_weeks", "within",
        "within_low", "within_high", "within_p",       "model",     "note",         "id"};
    struct csvfile csv = CSVFILE_IN(out);

    csvfile_header(&csv, columns, COUNT_OF(columns));
    for (size_t i = 0; i < findings->trend_count; i++) {
        const struct trend_finding *trend = &findings->trends[i];

        csvfile_text(&csv, span_of(trend->kind));
        csvfile_text(&csv, trend->key);
        csvfile_count(&csv, trend->weeks);
        rows_estimate(&csv, trend->slope);
        add_tests(&csv, trend);
        csvfile_text(&csv, trend->change_weeks);
        rows_estimate(&csv, trend->within);
        rows_number(&csv, trend->within.has_interval, trend->within_p);
        csvfile_text(&csv, span_of(trend->model));
        rows_end(&csv, trend->slope.note ? trend->slope.note : trend->within.note, "trend",
                 span_of(trend->kind), trend->key);
    }
}

void tables_coverage(struct bytes *out, const struct findings *findings)
{
    static const char *const columns[] = {"date",    "week",    "source", "articles", "words",
                                          "quotes",  "undated", "copies", "left_out", "replaced",
                                          "partial", "note",    "id"};
    struct csvfile csv = CSVFILE_IN(out);

    csvfile_header(&csv, columns, COUNT_OF(columns));
    for (size_t i = 0; i < findings->coverage_row_count; i++) {
        const struct coverage_row *row = &findings->coverage_rows[i];
        bool undated = row->day == DAY_NONE && !row->silent;
        char day[DAY_TEXT_SIZE], week[WEEK_TEXT_SIZE];

        day_text(day, row->day);
        week_text(week, row->week);
        csvfile_text(&csv, span_of(day));
        csvfile_text(&csv, span_of(week));
        csvfile_text(&csv, row->source);
        csvfile_count(&csv, row->articles);
        csvfile_count(&csv, row->words);
        csvfile_count(&csv, row->quotes);
        csvfile_count(&csv, undated ? row->articles : 0);
        csvfile_count(&csv, row->copies);
        csvfile_count(&csv, row->left_out);
        csvfile_count(&csv, row->replaced);
        csvfile_text(&csv, span_of(row->partial ? "yes" : "no"));
        rows_end(&csv,
                 undated       ? "no date could be read"
                 : row->silent ? "silent: no articles in this week, and some in most others"
                               : NULL,
                 "coverage",
                 span_of(undated       ? "undated"
                         : row->silent ? week
                                       : day),
                 row->source);
    }
}

/* "evidence:speaker:Helena Vorsk:a12:640": the start tells a speaker's quotations apart. */
static void end_evidence(struct csvfile *csv, const char *kind, const struct evidence *evidence,
                         const struct findings_article *article, const struct evidence_item *item)
{
    struct bytes key = BYTES_EMPTY;

    bytes_add(&key, evidence->key);
    bytes_print(&key, ":%.*s", SPAN_PRINT(article->id));
    if (evidence->kind == EVIDENCE_SPEAKER)
        bytes_print(&key, ":%u", item->start);
    rows_end(csv, NULL, "evidence", span_of(kind), bytes_span(&key));
    bytes_release(&key);
}

static void add_item(struct csvfile *csv, const struct findings *findings,
                     const struct evidence *evidence, const struct evidence_item *item)
{
    static const char *const kinds[] = {
        [EVIDENCE_TOPIC] = "topic",
        [EVIDENCE_SPEAKER] = "speaker",
        [EVIDENCE_TERM] = "term",
        [EVIDENCE_DISCOVERED] = "discovered",
    };
    const struct findings_article *article = &findings->articles_shown[item->article];
    char day[DAY_TEXT_SIZE];

    day_text(day, article->day);
    csvfile_text(csv, span_of(kinds[evidence->kind]));
    csvfile_text(csv, evidence->key);
    csvfile_text(csv, evidence->slug);
    csvfile_text(csv, article->id);
    csvfile_text(csv, span_of(day));
    csvfile_text(csv, article->source);
    csvfile_text(csv, article->title);
    csvfile_count(csv, item->hits);
    if (evidence->kind == EVIDENCE_SPEAKER) {
        csvfile_count(csv, item->start);
        csvfile_count(csv, item->end);
    } else {
        csvfile_empty(csv);
        csvfile_empty(csv);
    }
    csvfile_text(csv, item->text);
    end_evidence(csv, kinds[evidence->kind], evidence, article, item);
}

static void add_evidence(struct csvfile *csv, const struct findings *findings,
                         const struct evidence *evidence)
{
    for (size_t i = 0; i < evidence->count; i++)
        add_item(csv, findings, evidence, &evidence->items[i]);
}

void tables_evidence(struct bytes *out, const struct findings *findings)
{
    static const char *const columns[] = {"kind",   "key",   "slug", "article_id", "date",
                                          "source", "title", "hits", "start",      "end",
                                          "text",   "note",  "id"};
    struct csvfile csv = CSVFILE_IN(out);

    csvfile_header(&csv, columns, COUNT_OF(columns));
    for (size_t e = 0; e < findings->evidence_count; e++)
        add_evidence(&csv, findings, &findings->evidence[e]);
    for (size_t t = 0; t < findings->discovered_count; t++)
        add_evidence(&csv, findings, findings->discovered[t].evidence);
}
