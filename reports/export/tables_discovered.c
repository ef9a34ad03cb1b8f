#include "reports/export/tables_discovered.h"

#include "corpus/base/day.h"
#include "reports/export/csvfile.h"

/* The cells from `weight` on that a topic's row and a term's row do not share. */
struct cells {
    struct span week, label, term;
    uint32_t topic; /* from 1; 0 for none */
    const double *weight, *p, *q;
    const uint32_t *articles, *stories, *outlets, *baseline_articles, *total;
    struct estimate share;
    int32_t since;
};

static void add_count(struct csvfile *csv, const uint32_t *count)
{
    if (count)
        csvfile_count(csv, *count);
    else
        csvfile_empty(csv);
}

static void add_number(struct csvfile *csv, const double *number)
{
    if (number)
        csvfile_number(csv, *number);
    else
        csvfile_empty(csv);
}

static void end_row(struct csvfile *csv, const struct cells *cells, const char *note)
{
    struct bytes id = BYTES_EMPTY;

    csvfile_text(csv, span_of(note ? note : ""));
    bytes_add_text(&id, "discovered");
    if (cells->week.length)
        bytes_print(&id, ":%.*s", SPAN_PRINT(cells->week));
    if (cells->topic)
        bytes_print(&id, ":%u", cells->topic);
    if (cells->term.length)
        bytes_print(&id, ":%.*s", SPAN_PRINT(cells->term));
    csvfile_text(csv, bytes_span(&id));
    csvfile_end_row(csv);
    bytes_release(&id);
}

static void add_row(struct csvfile *csv, const struct cells *cells, const char *note)
{
    char since[WEEK_TEXT_SIZE];

    csvfile_text(csv, cells->week);
    add_count(csv, cells->topic ? &cells->topic : NULL);
    csvfile_text(csv, cells->label);
    csvfile_text(csv, cells->term);
    add_number(csv, cells->weight);
    add_count(csv, cells->articles);
    add_count(csv, cells->stories);
    add_count(csv, cells->outlets);
    add_count(csv, cells->baseline_articles);
    add_number(csv, cells->p);
    add_number(csv, cells->q);
    add_count(csv, cells->total);
    add_number(csv, cells->share.has_value ? &cells->share.value : NULL);
    add_number(csv, cells->share.has_interval ? &cells->share.low : NULL);
    add_number(csv, cells->share.has_interval ? &cells->share.high : NULL);
    week_text(since, cells->since);
    csvfile_text(csv, span_of(since));
    end_row(csv, cells, note);
}

static void add_terms(struct csvfile *csv, const struct findings *findings, size_t topic)
{
    const struct discovered_finding *found = &findings->discovered[topic];

    for (size_t t = 0; t < found->term_count; t++) {
        const struct discovered_term *term = &found->terms[t];

        add_row(csv,
                &(struct cells){.week = findings->period,
                                .topic = (uint32_t)topic + 1,
                                .label = found->label,
                                .term = term->text,
                                .weight = &term->weight,
                                .articles = &term->articles,
                                .stories = &term->stories,
                                .outlets = &term->outlets,
                                .baseline_articles = &term->baseline_articles,
                                .p = &term->p,
                                .q = &term->q,
                                .total = &findings->articles,
                                .share = term->share,
                                .since = WEEK_NONE},
                term->share.note);
    }
}

/* The weeks before; the study too, where it is no week and so has no row of its own among them. */
static void add_weeks(struct csvfile *csv, const struct findings *findings, size_t topic)
{
    const struct discovered_finding *found = &findings->discovered[topic];

    for (size_t w = 0; w < findings->week_count; w++) {
        char week[WEEK_TEXT_SIZE];

        week_text(week, findings->weeks[w].week);
        if (findings->weeks[w].week == findings->study_week)
            continue;
        add_row(csv,
                &(struct cells){.week = span_of(week),
                                .topic = (uint32_t)topic + 1,
                                .label = found->label,
                                .articles = &found->week_articles[w],
                                .total = &findings->weeks[w].articles,
                                .share = found->weeks[w],
                                .since = WEEK_NONE},
                found->weeks[w].note);
    }
}

static void add_topic(struct csvfile *csv, const struct findings *findings, size_t topic)
{
    const struct discovered_finding *found = &findings->discovered[topic];

    add_row(csv,
            &(struct cells){.week = findings->period,
                            .topic = (uint32_t)topic + 1,
                            .label = found->label,
                            .articles = &found->articles,
                            .stories = &found->stories,
                            .outlets = &found->outlets,
                            .baseline_articles = &found->baseline_articles,
                            .total = &findings->articles,
                            .share = found->share,
                            .since = found->since},
            found->share.note);
    add_terms(csv, findings, topic);
    add_weeks(csv, findings, topic);
}

void tables_discovered(struct bytes *out, const struct findings *findings)
{
    static const char *const columns[] = {"week",    "topic",     "label",
                                          "term",    "weight",    "articles",
                                          "stories", "outlets",   "baseline_articles",
                                          "p",       "q",         "articles_total",
                                          "share",   "share_low", "share_high",
                                          "since",   "note",      "id"};
    struct csvfile csv = CSVFILE_IN(out);

    csvfile_header(&csv, columns, sizeof columns / sizeof *columns);
    for (size_t t = 0; t < findings->discovered_count; t++)
        add_topic(&csv, findings, t);
    if (findings->discovered_count == 0)
        add_row(&csv, &(struct cells){.week = findings->period, .since = WEEK_NONE},
                findings->discovered_note ? findings->discovered_note
                                          : "no words that rose stand together");
}
