#include "reports/pages/panel_places.h"

#include "corpus/annotate.h"
#include "corpus/base/day.h"
#include "reports/charts/chart_heat.h"
#include "reports/charts/chart_xray.h"
#include "reports/pages/chosen.h"
#include "reports/pages/wording.h"

#include <math.h>

enum {
    COLUMNS_MOST = 10, /* days; else weeks, or several of them */
    DAYS_A_WEEK = 7,
    SATURDAY = 5,
    SLOTS = 2000 /* places that an eye can tell apart */
};

static const double day_seconds = 86400;

bool panel_places_drawn(const struct findings *findings)
{
    return findings->dated && findings->articles >= PANEL_PLACES_ARTICLES &&
           chosen_terms(findings, false).count > 0;
}

/* --- columns and places --------------------------------------------------------------------- */

/* The study cut into columns of equally many days. */
struct columns {
    int32_t first;
    int days; /* in each */
    size_t count;
};

static struct columns columns_of(const struct findings *findings)
{
    int days = findings->study_last - findings->study_first + 1;
    struct columns columns = {.first = findings->study_first, .days = 1, .count = (size_t)days};

    if (days > COLUMNS_MOST) {
        int weeks = (days + DAYS_A_WEEK - 1) / DAYS_A_WEEK;

        columns.days = DAYS_A_WEEK * ((weeks + COLUMNS_MOST - 1) / COLUMNS_MOST);
        columns.count = (size_t)((days + columns.days - 1) / columns.days);
    }
    return columns;
}

/* Where the study's articles fall, 0 to 1 by their numbers; negative outside it. */
struct layout {
    struct columns columns;
    double *places;
    uint32_t *by_column; /* articles in each */
    uint32_t placed;     /* articles with a place */
    uint32_t untimed;    /* of them with a day and no time */
};

static size_t column_at(const struct columns *columns, int32_t day)
{
    return (size_t)((day - columns->first) / columns->days);
}

/* Articles without a time stand side by side within their day, in the findings' order. */
static void place_day(struct layout *layout, const struct findings *findings, size_t from,
                      size_t end)
{
    int32_t day = findings->articles_shown[from].day;
    double all = (double)layout->columns.count * layout->columns.days;
    size_t untimed = 0, rank = 0;

    for (size_t i = from; i < end; i++)
        untimed += findings->articles_shown[i].seconds == ANNOTATE_NO_TIME;
    for (size_t i = from; i < end; i++) {
        const struct findings_article *article = &findings->articles_shown[i];
        double share = (double)article->seconds / day_seconds - day;

        if (article->seconds == ANNOTATE_NO_TIME)
            share = ((double)rank++ + 0.5) / (double)untimed;
        /* The day is that of the report's zone, the time is UTC: it stays on its day. */
        share = fmin(fmax(share, 0), 1);
        layout->places[i] = (day - layout->columns.first + share) / all;
        layout->by_column[column_at(&layout->columns, day)]++;
    }
    layout->untimed += (uint32_t)untimed;
    layout->placed += (uint32_t)(end - from);
}

static struct layout lay_out(struct edition *edition)
{
    const struct findings *findings = edition->findings;
    size_t count = findings->articles_shown_count;
    struct layout layout = {.columns = columns_of(findings)};

    layout.places = arena_new(edition->arena, count + 1, sizeof *layout.places);
    layout.by_column = arena_new(edition->arena, layout.columns.count, sizeof *layout.by_column);
    for (size_t from = 0, end; from < count; from = end) {
        int32_t day = findings->articles_shown[from].day;

        for (end = from; end < count && findings->articles_shown[end].day == day; end++)
            layout.places[end] = -1;
        if (day != DAY_NONE && day >= findings->study_first && day <= findings->study_last)
            place_day(&layout, findings, from, end);
    }
    return layout;
}

static const struct span *column_names(struct edition *edition, const struct columns *columns)
{
    struct span *names = arena_new(edition->arena, columns->count, sizeof *names);

    if (columns->days == 1)
        return chart_heat_days(edition->arena, edition->wording.tongue, columns->first,
                               columns->count);
    for (size_t c = 0; c < columns->count; c++)
        names[c] = arena_copy(edition->arena,
                              span_of(format_day_short(edition->wording.tongue,
                                                       columns->first + (int32_t)c * columns->days)
                                          .text));
    return names;
}

/* Which columns are days of a weekend; NULL where columns are longer. */
static const bool *weekends(struct edition *edition, const struct columns *columns)
{
    bool *shaded = arena_new(edition->arena, columns->count, sizeof *shaded);

    for (size_t c = 0; c < columns->count; c++) {
        int32_t day = columns->first + (int32_t)c;

        shaded[c] = day - week_monday(day_week(day)) >= SATURDAY;
    }
    return columns->days == 1 ? shaded : NULL;
}

/* --- the x-ray ------------------------------------------------------------------------------ */

static struct chart_xray_row row_of(struct edition *edition, const struct term_finding *term,
                                    const struct layout *layout, const char *from)
{
    const struct evidence *evidence = term->evidence;
    double *places = arena_new(edition->arena, evidence->count, sizeof *places);
    bool *taken = arena_new(edition->arena, SLOTS + 1, sizeof *taken);
    size_t count = 0;

    for (size_t i = 0; i < evidence->count; i++) {
        double place = layout->places[evidence->items[i].article];
        size_t slot = place < 0 ? SLOTS : (size_t)(place * (SLOTS - 1));

        if (slot == SLOTS || taken[slot])
            continue;
        taken[slot] = true;
        places[count++] = place;
    }
    return (struct chart_xray_row){.label = term->term,
                                   .key = wording_key(edition->arena, "term", term->term),
                                   .target = edition_link(edition, term->evidence, from),
                                   .places = places,
                                   .count = count,
                                   .articles = term->articles,
                                   .dp = term->has_dp ? term->dp : (double)NAN,
                                   .tone = wording_tone(term->direction)};
}

static struct chart_xray *xray_data(struct edition *edition, const struct chosen *chosen,
                                    const struct layout *layout, const char *from)
{
    struct chart_xray *data = arena_new(edition->arena, 1, sizeof *data);
    struct chart_xray_row *rows = arena_new(edition->arena, chosen->count, sizeof *rows);

    for (size_t i = 0; i < chosen->count; i++)
        rows[i] = row_of(edition, chosen->terms[i], layout, from);
    *data = (struct chart_xray){
        .rows = rows,
        .count = chosen->count,
        .columns = column_names(edition, &layout->columns),
        .column_count = layout->columns.count,
        .shaded = weekends(edition, &layout->columns),
        .counted = edition->findings->one_vote
                       ? span_of(wording_votes_title(&edition->wording, edition->findings))
                       : SPAN_EMPTY};
    return data;
}

/* The column that holds more than half of a term's articles, or the number of columns. */
static size_t main_column(struct edition *edition, const struct term_finding *term,
                          const struct layout *layout)
{
    size_t columns = layout->columns.count;
    uint32_t *counts = arena_new(edition->arena, columns, sizeof *counts);

    for (size_t i = 0; i < term->evidence->count; i++) {
        uint32_t article = term->evidence->items[i].article;

        if (layout->places[article] >= 0)
            counts[column_at(&layout->columns, edition->findings->articles_shown[article].day)]++;
    }
    for (size_t c = 0; c < columns; c++) {
        double share = counts[c] / fmax((double)term->evidence->count, 1);

        /* Where most articles of all are of one day, most of any term's are. */
        if (share > 0.5 && share * layout->placed >= 1.5 * layout->by_column[c])
            return c;
    }
    return columns;
}

/* A DP as it is printed, in hundredths. */
static long printed_dp(const struct term_finding *term)
{
    return lround(100 * term->dp);
}

/*
 * The term with the least DP (`sign` 1) or the largest (-1), or NULL where two
 * share it as printed, or one has none.
 */
static const struct term_finding *extreme(const struct chosen *chosen, long sign)
{
    const struct term_finding *best = NULL;
    bool tied = false;

    for (size_t i = 0; i < chosen->count; i++) {
        const struct term_finding *term = chosen->terms[i];
        long ahead;

        if (!term->has_dp)
            return NULL;
        ahead = best ? sign * (printed_dp(best) - printed_dp(term)) : 1;
        tied = ahead == 0 || (tied && ahead < 0);
        if (ahead > 0)
            best = term;
    }
    return tied ? NULL : best;
}

/* The term as a title has room for it; empty for none. */
static struct span titled(struct edition *edition, const struct term_finding *term)
{
    enum { LETTERS_MOST = 24 };

    return term ? wording_quoted(&edition->wording,
                                 wording_shorten(edition->arena, term->term, LETTERS_MOST))
                : SPAN_EMPTY;
}

/* Which of the terms are spread most and least evenly. */
static struct span spread_title(struct edition *edition, const struct chosen *chosen)
{
    const struct wording *wording = &edition->wording;
    const struct term_finding *even = extreme(chosen, 1);
    const struct term_finding *rare = extreme(chosen, -1);

    if (chosen->count < 2 || (!even && !rare))
        return SAY(wording, "Where words fall {here}", TEXT("here", edition->period.here));
    return SAY(wording,
               "{even?{even} is spread most evenly{rare?, {rare} least}/{rare} is spread least "
               "evenly}",
               TEXT("even", titled(edition, even)), TEXT("rare", titled(edition, rare)));
}

/* The first term that changed and of which one day, or one stretch of days, has more than half. */
static struct span xray_title(struct edition *edition, const struct chosen *chosen,
                              const struct layout *layout)
{
    enum { ARTICLES_LEAST = 5 };
    const struct wording *wording = &edition->wording;

    for (size_t i = 0; i < chosen->moved && layout->columns.count > 1; i++) {
        const struct term_finding *term = chosen->terms[i];
        size_t column = main_column(edition, term, layout);
        int32_t first = layout->columns.first + (int32_t)column * layout->columns.days;
        int32_t last = first + layout->columns.days - 1;

        if (term->articles < ARTICLES_LEAST || column == layout->columns.count)
            continue;
        return SAY(wording, "{term}: more than half of its {vote?stories/articles} are of {days}",
                   TEXT("term", titled(edition, term)), FLAG("vote", edition->findings->one_vote),
                   FIGURE("days", format_days(wording->tongue, first,
                                              last < edition->findings->study_last
                                                  ? last
                                                  : edition->findings->study_last)));
    }
    return spread_title(edition, chosen);
}

static struct span xray_subtitle(struct edition *edition, const struct chosen *chosen,
                                 const struct layout *layout)
{
    return SAY(
        &edition->wording,
        "A tick: {vote?a story/an article} that uses the term, {timed?at its time of "
        "publication (UTC)/on its day}. DP: 0 spread evenly over the "
        "{vote?stories/articles}, towards 1 in few of them.{more? Blue: used clearly more "
        "often than before.}{less? Brown: less often.}",
        FLAG("vote", edition->findings->one_vote), FLAG("timed", layout->untimed < layout->placed),
        FLAG("more", chosen_any(chosen, CHANGE_UP)), FLAG("less", chosen_any(chosen, CHANGE_DOWN)));
}

static struct span xray_note(struct edition *edition, const struct chosen *chosen,
                             const struct layout *layout)
{
    const struct columns *columns = &layout->columns;
    bool some = layout->untimed && layout->untimed < layout->placed;
    uint32_t clear = edition->findings->clear_terms;

    return SAY(&edition->wording,
               "{moved?{moved}{clear? of {clear}}~{clear?terms/{moved|term|terms}} that changed "
               "clearly{all?./, then the content words used most.}/The content words used most.}"
               "{untimed? {some?{untimed}~{vote?{untimed|story|stories}/"
               "{untimed|article|articles}} without a time of day stand/Without times of day, "
               "{vote?stories/articles} stand} side by side within their day.}{weekend? Shaded: "
               "the weekend.}{long? A column is {weeks?{weeks#} weeks/a week} from the day above "
               "it.}",
               NUMBER("moved", chosen->moved), FLAG("all", chosen->moved == chosen->count),
               NUMBER("clear", clear > chosen->moved ? clear : 0),
               NUMBER("untimed", layout->untimed), FLAG("some", some),
               FLAG("vote", edition->findings->one_vote),
               FLAG("weekend", columns->days == 1 && columns->count >= DAYS_A_WEEK),
               FLAG("long", columns->days > 1),
               NUMBER("weeks", columns->days > DAYS_A_WEEK ? columns->days / DAYS_A_WEEK : 0));
}

static struct span xray_alternative(struct edition *edition, const struct chosen *chosen)
{
    const struct term_finding *first = chosen->terms[0];
    const struct term_finding *last = chosen->terms[chosen->count - 1];

    return SAY(&edition->wording,
               "X-ray of {n} {n|term|terms} over {days}: a row a term, a tick "
               "{vote?a story/an article}. {first}: {most}.{several? {last}: {least}.}",
               NUMBER("n", chosen->count), TEXT("days", edition->period.days),
               FLAG("vote", edition->findings->one_vote), TEXT("first", first->term),
               NUMBER("most", first->articles), FLAG("several", chosen->count > 1),
               TEXT("last", last->term), NUMBER("least", last->articles));
}

/* Where the counts of the days reported on stand: terms.csv goes by its series, so has weeks. */
static const char *table_of(const struct edition *edition)
{
    bool week = edition->period.kind == PERIOD_WEEK && edition->findings->series == WEEKS_BY_WEEK;

    return week ? "terms.csv" : "words.csv";
}

struct figure panel_places_xray(struct edition *edition, const char *from)
{
    struct chosen chosen = chosen_terms(edition->findings, false);
    struct layout layout = lay_out(edition);

    return (struct figure){.title = xray_title(edition, &chosen, &layout),
                           .subtitle = xray_subtitle(edition, &chosen, &layout),
                           .alternative = xray_alternative(edition, &chosen),
                           .note = edition_note(edition, xray_note(edition, &chosen, &layout)),
                           .csv = span_of(table_of(edition)),
                           .recipe = &chart_xray,
                           .data = xray_data(edition, &chosen, &layout, from),
                           .columns = 12};
}
