#include "reports/pages/drawn.h"
#include "reports/pages/pages.h"
#include "reports/pages/panel_topics.h"
#include "reports/pages/panel_trends.h"
#include "reports/pages/phrases.h"
#include "reports/pages/wording.h"

#include <math.h>

static const char front[] = "front";

static void add_findings(struct edition *edition)
{
    const struct findings *findings = edition->findings;
    struct finding shown[FINDINGS_HEADLINES_MAX] = {0};

    for (size_t i = 0; i < findings->headline_count; i++) {
        struct phrase phrase = phrases_finding(&edition->wording, findings, &edition->period, i);
        struct span target = edition_feature(edition, phrase.evidence, front);

        shown[i] = (struct finding){
            .number = phrase.number,
            .tone = phrase.tone,
            .sentence = phrase.sentence,
            .evidence = target.length ? phrase.count : SPAN_EMPTY,
            .dest = target.length ? edition_dest(edition->arena, phrase.evidence) : SPAN_EMPTY,
        };
    }
    if (findings->headline_count)
        document_findings(edition->document, shown, findings->headline_count);
}

/* One number of a week for the strip; NaN in a gap. */
typedef double week_value(const struct findings_week *week);

static double articles_of(const struct findings_week *week)
{
    return week->articles;
}

static double words_of(const struct findings_week *week)
{
    return week->words;
}

static double quotes_of(const struct findings_week *week)
{
    return week->quotes;
}

static double people_of(const struct findings_week *week)
{
    return week->people;
}

static double unattributed_of(const struct findings_week *week)
{
    return drawn_value(&week->unattributed);
}

static struct span short_range(struct edition *edition, double low, double high)
{
    const struct tongue *tongue = edition->wording.tongue;

    return wording_print(edition->arena, "%s\u2013%s", format_short(tongue, low).text,
                         format_short(tongue, high).text);
}

/* The chart's weeks of one number. */
static double *series(struct edition *edition, struct period_weeks weeks, week_value *value)
{
    double *values = arena_new(edition->arena, weeks.count + 1, sizeof *values);

    for (size_t w = 0; w < weeks.count; w++) {
        const struct findings_week *week = &edition->findings->weeks[weeks.first + w];

        values[w] = week->gap ? NAN : value(week);
    }
    return values;
}

/*
 * "before: 10–12": the least and the most of the whole weeks before this one.
 * A longer span is no week: there it is "a week: 10–12", of all weeks shown.
 */
static struct span usual_range(struct edition *edition, struct period_weeks weeks,
                               const double *values, enum unit unit)
{
    const struct tongue *tongue = edition->wording.tongue;
    bool one = edition->period.kind == PERIOD_WEEK;
    double low = INFINITY, high = -INFINITY;
    struct span range;

    for (size_t w = 0; w < weeks.count; w++) {
        const struct findings_week *week = &edition->findings->weeks[weeks.first + w];

        if (week->partial || isnan(values[w]) || (one && (week->in_study || !week->in_baseline)))
            continue;
        low = fmin(low, values[w]);
        high = fmax(high, values[w]);
    }
    if (low > high || (!one && weeks.count < 2))
        return SPAN_EMPTY;
    if (low != high && unit != UNIT_SHARE)
        range = short_range(edition, low, high);
    else
        range =
            arena_copy(edition->arena, span_of((low == high ? format_value(tongue, low, unit)
                                                            : format_range(tongue, low, high, unit))
                                                   .text));
    return SAY(&edition->wording, "{one?before/a week}: {range}", FLAG("one", one),
               TEXT("range", range));
}

static struct kpi kpi_of(struct edition *edition, const char *label, struct span value,
                         week_value *of, enum unit unit)
{
    struct period_weeks weeks = {0, 0};
    double *values;
    bool line;

    if (edition->findings->dated)
        weeks = period_weeks_of(edition->findings);
    values = series(edition, weeks, of);
    line = drawn_known(values, weeks.count) > 1;
    return (struct kpi){
        .label = saying_plain(&edition->wording, label),
        .value = value,
        .note = usual_range(edition, weeks, values, unit),
        .spark = line ? values : NULL,
        .spark_count = line ? weeks.count : 0,
    };
}

static struct span short_count(struct edition *edition, double count)
{
    return arena_copy(edition->arena, span_of(format_short(edition->wording.tongue, count).text));
}

static void add_kpis(struct edition *edition)
{
    const struct findings *findings = edition->findings;
    struct kpi strip[] = {
        kpi_of(edition, findings->one_vote ? "Stories" : "Articles",
               short_count(edition, findings->articles), articles_of, UNIT_COUNT),
        kpi_of(edition, "Words", short_count(edition, (double)findings->words), words_of,
               UNIT_COUNT),
        kpi_of(edition, "Quotations", short_count(edition, findings->quotes), quotes_of,
               UNIT_COUNT),
        kpi_of(edition, "People quoted", short_count(edition, findings->people), people_of,
               UNIT_COUNT),
        kpi_of(edition, "Quoted words unattributed",
               arena_copy(
                   edition->arena,
                   span_of(
                       wording_value(&edition->wording, &findings->unattributed, UNIT_SHARE).text)),
               unattributed_of, UNIT_SHARE),
    };

    document_kpis(edition->document, strip, sizeof strip / sizeof *strip);
}

void page_front_top(struct edition *edition, const struct prose *standfirst)
{
    struct document *document = edition->document;

    document_section(
        document,
        (struct section){
            .title = phrases_title(&edition->wording, edition->findings, &edition->period),
            .running = saying_plain(&edition->wording,
                                    edition->period.kind == PERIOD_WEEK ? "The week" : "Overview"),
            .dest = span_of(front),
            .front = true,
        });
    document_standfirst(document, standfirst);
    for (size_t i = 0; i < edition->findings->notice_count; i++) {
        if (edition->findings->notices[i].serious)
            document_notice(
                document, edition_note(edition, phrases_notice(&edition->wording, edition->findings,
                                                               &edition->findings->notices[i])));
    }
    add_findings(edition);
    add_kpis(edition);
}

void page_front(struct edition *edition)
{
    struct document *document = edition->document;
    struct figure row[2];

    page_front_top(edition,
                   phrases_standfirst(&edition->wording, edition->findings, &edition->period));
    if (!panel_topics_weekly(edition->findings)) {
        row[0] = panel_topics_dots(edition, 12, front, 12);
        document_figures(document, row, 1);
        return;
    }
    if (panel_topics_shown(edition->findings, 2) < 2) { /* one topic has no rank */
        row[0] = panel_topics_dots(edition, 8, front, 12);
        document_figures(document, row, 1);
    } else {
        row[0] = panel_topics_dots(edition, 8, front, 6);
        row[1] = panel_topics_ranks(edition, front, 6);
        document_figures(document, row, 2);
    }
    row[0] = panel_trends_lines(edition, front);
    document_figures(document, row, 1);
}
