#include "reports/pages/panel_sides.h"

#include "reports/charts/chart_dots.h"
#include "reports/charts/chart_keyness.h"
#include "reports/charts/chart_pairs.h"
#include "reports/charts/chart_slope.h"
#include "reports/pages/drawn.h"
#include "reports/pages/panel_words.h"
#include "reports/pages/phrases.h"
#include "reports/pages/wording.h"

#include <math.h>

enum {
    TOPICS_SHOWN = 12,
    SPEAKERS_SHOWN = 12,
    TERMS_SHOWN = 9, /* of either side */
    WEEKS_SHOWN = 52,
    WINDOW_ARTICLES = 10,
    WINDOW_MOST = 13 /* weeks */
};

struct evidence *panel_sides_more(const struct versus_row *row)
{
    bool more_in_b = row->evidence_b && (!row->evidence_a || row->b.value >= row->a.value);

    return more_in_b ? row->evidence_b : row->evidence_a;
}

static struct span link_to(const struct panel_sides *panel, const struct versus_row *row,
                           const char *from)
{
    return edition_link(panel->edition, panel_sides_more(row), from);
}

/* --- titles ------------------------------------------------------------------------------ */

/* The row that differs most surely in this direction; NULL for none. */
static const struct versus_row *surest(const struct versus_rows *rows, enum direction direction)
{
    const struct versus_row *best = NULL;

    for (size_t i = 0; i < rows->count; i++) {
        const struct versus_row *row = &rows->items[i];

        if (row->change.direction == direction &&
            (!best || fabs(row->change.difference.value) > fabs(best->change.difference.value)))
            best = row;
    }
    return best;
}

/* "More in week 24: Health; more in week 21: Education", or `none`. */
static struct span title_of(const struct panel_sides *panel, const struct versus_rows *rows,
                            const char *none)
{
    const struct wording *wording = &panel->edition->wording;
    const struct versus_row *up = surest(rows, CHANGE_UP), *down = surest(rows, CHANGE_DOWN);

    if (!up && !down)
        return saying_plain(wording, none);
    return SAY(wording, "{up?More {in_b}: {up}}{both?; }{down?{both?more/More} {in_a}: {down}}",
               TEXT("in_a", panel->sides.a.in), TEXT("in_b", panel->sides.b.in),
               TEXT("up", up ? up->label : SPAN_EMPTY), FLAG("both", up && down),
               TEXT("down", down ? down->label : SPAN_EMPTY));
}

/* --- topics ------------------------------------------------------------------------------ */

static struct chart_slope *slope_data(const struct panel_sides *panel, size_t shown,
                                      const char *from)
{
    struct arena *arena = panel->edition->arena;
    struct chart_slope *slope = arena_new(arena, 1, sizeof *slope);
    struct chart_slope_row *rows = arena_new(arena, shown, sizeof *rows);

    for (size_t i = 0; i < shown; i++) {
        const struct versus_row *row = &panel->versus->topics.items[i];

        rows[i] = (struct chart_slope_row){
            .label = row->label,
            .key = wording_print(arena, "topic:%.*s", SPAN_PRINT(row->key)),
            .target = link_to(panel, row, from),
            .left = drawn_value(&row->a),
            .right = drawn_value(&row->b),
            .tone = wording_tone(row->change.direction),
        };
    }
    *slope = (struct chart_slope){.rows = rows,
                                  .count = shown,
                                  .unit = UNIT_SHARE,
                                  .left_title = panel->sides.a.name,
                                  .right_title = panel->sides.b.name};
    return slope;
}

static struct figure no_topics(const struct panel_sides *panel, int columns)
{
    const struct wording *wording = &panel->edition->wording;

    return (struct figure){
        .title = saying_plain(wording, "No topic to show"),
        .alternative = saying_plain(wording, "Nothing is drawn: neither side has a topic."),
        .columns = columns,
        .empty_title = saying_plain(wording, "No topic was found"),
        .empty_reason =
            saying_plain(wording, "No entry of the topics’ dictionary matches these articles.")};
}

struct figure panel_sides_topics(const struct panel_sides *panel, const char *from, int columns)
{
    const struct wording *wording = &panel->edition->wording;
    const struct versus_rows *topics = &panel->versus->topics;
    const struct findings *b = panel->versus->b;
    size_t shown = topics->count < TOPICS_SHOWN ? topics->count : TOPICS_SHOWN;

    if (shown == 0)
        return no_topics(panel, columns);
    return (struct figure){
        .title = title_of(panel, topics, "No topic differs clearly"),
        .subtitle = SAY(wording,
                        "Share of {vote?stories/articles} by topic, %: {a} on the left, "
                        "{b} on the right.",
                        FLAG("vote", b->one_vote), TEXT("a", panel->sides.a.inside),
                        TEXT("b", panel->sides.b.inside)),
        .alternative =
            SAY(wording,
                "Slope chart of {n}~{n|topic|topics}, {a} against {b}. Largest: "
                "{name}, {left} and {right}.",
                NUMBER("n", shown), TEXT("a", panel->sides.a.inside),
                TEXT("b", panel->sides.b.inside), TEXT("name", topics->items[0].label),
                FIGURE("left", wording_value(wording, &topics->items[0].a, UNIT_SHARE)),
                FIGURE("right", wording_value(wording, &topics->items[0].b, UNIT_SHARE))),
        .note = edition_note(
            panel->edition,
            SAY(wording,
                "Coloured where the difference is clear ({n} compared).{more? The {shown} largest "
                "of {all}.}",
                NUMBER("n", b->topics_tested), FLAG("more", shown < topics->count),
                NUMBER("shown", shown), NUMBER("all", topics->count))),
        .csv = span_of("compare.csv"),
        .recipe = &chart_slope,
        .data = slope_data(panel, shown, from),
        .columns = columns};
}

/* --- week by week -------------------------------------------------------------------------- */

/* Which weeks of the series are drawn; of two outlets those of A, and B's as far behind. */
static struct period_weeks weeks_drawn(const struct findings *b)
{
    size_t shift = versus_shift(b), end = shift ? shift : b->week_count, first = 0;

    while (first < end && b->weeks[first].partial)
        first++;
    while (end > first && b->weeks[end - 1].partial)
        end--;
    if (end - first > WEEKS_SHOWN)
        first = end - WEEKS_SHOWN;
    return (struct period_weeks){first, end - first};
}

bool panel_sides_weekly(const struct panel_sides *panel)
{
    return weeks_drawn(panel->versus->b).count >= PANEL_SIDES_WEEKS_LEAST &&
           panel->versus->topics.count > 0;
}

/* Articles in which topics can be, in the weeks drawn, `behind` weeks later in the series. */
static uint64_t articles_drawn(const struct findings *b, struct period_weeks weeks, size_t behind)
{
    uint64_t articles = 0;

    for (size_t w = 0; w < weeks.count; w++)
        articles += b->weeks[weeks.first + w + behind].topic_articles;
    return articles;
}

/*
 * How many weeks up to each one its share is of: of two outlets as many as have ten
 * articles on average, for a week of one or two is all or nothing.
 */
static size_t window_of(const struct findings *b)
{
    static const size_t windows[] = {1, 2, 4, 8};
    struct period_weeks weeks = weeks_drawn(b);
    size_t shift = versus_shift(b);
    uint64_t fewer;

    if (!shift || !weeks.count)
        return 1;
    fewer = articles_drawn(b, weeks, 0);
    if (articles_drawn(b, weeks, shift) < fewer)
        fewer = articles_drawn(b, weeks, shift);
    for (size_t i = 0; i < sizeof windows / sizeof *windows; i++) {
        if (fewer * windows[i] >= WINDOW_ARTICLES * weeks.count)
            return windows[i];
    }
    return WINDOW_MOST;
}

/* The share in the `window` weeks up to `at`; NAN without an article. */
static double share_up_to(const struct findings *b, const struct topic_finding *topic, size_t at,
                          size_t window)
{
    double hits = 0, articles = 0;

    for (size_t w = at + 1 - window; w <= at; w++) {
        hits += topic->week_articles[w];
        articles += b->weeks[w].topic_articles;
    }
    return articles > 0 ? hits / articles : (double)NAN;
}

/* The weeks of a side, or with neither of both, NAN where a week is no whole one of it. */
static double *series(const struct panel_sides *panel, const struct topic_finding *topic, bool of_a,
                      bool of_b)
{
    size_t window = window_of(panel->versus->b);
    const struct findings *b = panel->versus->b;
    struct period_weeks weeks = weeks_drawn(b);
    size_t shift = versus_shift(b);
    double *values = arena_new(panel->edition->arena, weeks.count, sizeof *values);

    for (size_t w = 0; w < weeks.count; w++) {
        size_t at = weeks.first + w + (of_b ? shift : 0);
        const struct findings_week *week = &b->weeks[at];
        bool drawn = (!of_a || week->in_baseline) && (!of_b || week->in_study);

        values[w] = drawn && !week->partial && w + 1 >= window ? share_up_to(b, topic, at, window)
                                                               : (double)NAN;
    }
    return values;
}

static struct chart_pairs *weeks_data(const struct panel_sides *panel, size_t shown,
                                      const char *from)
{
    struct arena *arena = panel->edition->arena;
    const struct findings *b = panel->versus->b;
    struct period_weeks weeks = weeks_drawn(b);
    struct chart_pairs *pairs = arena_new(arena, 1, sizeof *pairs);
    struct chart_pair *rows = arena_new(arena, shown, sizeof *rows);

    for (size_t i = 0; i < shown; i++) {
        const struct versus_row *row = &panel->versus->topics.items[i];

        rows[i] = (struct chart_pair){
            .label = row->label,
            .key = wording_print(arena, "topic:%.*s", SPAN_PRINT(row->key)),
            .target = link_to(panel, row, from),
            .a = series(panel, row->topic, true, false),
            .b = series(panel, row->topic, false, true),
            .whole = versus_shift(b) ? NULL : series(panel, row->topic, false, false),
            .a_value = drawn_value(&row->a),
            .b_value = drawn_value(&row->b),
        };
    }
    *pairs = (struct chart_pairs){.rows = rows,
                                  .count = shown,
                                  .a_title = panel->sides.a.name,
                                  .b_title = panel->sides.b.name,
                                  .first_week = b->weeks[weeks.first].week,
                                  .week_count = weeks.count,
                                  .unit = UNIT_SHARE};
    return pairs;
}

struct figure panel_sides_weeks(const struct panel_sides *panel, const char *from)
{
    const struct wording *wording = &panel->edition->wording;
    const struct findings *b = panel->versus->b;
    const struct versus_rows *topics = &panel->versus->topics;
    size_t shown = topics->count < TOPICS_SHOWN ? topics->count : TOPICS_SHOWN;
    struct slot weeks = NUMBER("n", weeks_drawn(b).count);

    return (struct figure){
        .title = SAY(wording, "Topics over {n} {n|week|weeks}", weeks),
        .subtitle =
            SAY(wording,
                "Share of {vote?stories/articles} {several?in the {window} weeks up to each/each "
                "week}, %. Brown: {a}. Blue: {b}.{others? Grey: all weeks of the set.} Beside each "
                "name: what either side has altogether.",
                FLAG("vote", b->one_vote), FLAG("several", window_of(b) > 1),
                NUMBER("window", window_of(b)), TEXT("a", panel->sides.a.inside),
                TEXT("b", panel->sides.b.inside), FLAG("others", versus_shift(b) == 0)),
        .alternative = SAY(wording,
                           "Lines of share by week over {n} {n|week|weeks} for {topics} topics, "
                           "one of {a} and one of {b} in each panel.",
                           weeks, NUMBER("topics", shown), TEXT("a", panel->sides.a.inside),
                           TEXT("b", panel->sides.b.inside)),
        .note = edition_note(panel->edition,
                             saying_plain(wording, "Whole weeks alone; a gap is a week without "
                                                   "articles. A dot is a week by itself.")),
        .csv = span_of("compare.csv"),
        .recipe = &chart_pairs,
        .data = weeks_data(panel, shown, from),
        .columns = 12};
}

/* --- terms ------------------------------------------------------------------------------- */

static struct span terms_title(const struct panel_sides *panel)
{
    const struct wording *wording = &panel->edition->wording;
    const struct findings *b = panel->versus->b;

    return SAY(
        wording, "{up?{up} marks {b}}{both?, }{down?{down} marks {a}}",
        TEXT("a", panel->sides.a.inside), TEXT("b", panel->sides.b.inside),
        TEXT("up", b->risen_count ? wording_quoted(wording, b->risen[0].term) : SPAN_EMPTY),
        TEXT("down", b->fallen_count ? wording_quoted(wording, b->fallen[0].term) : SPAN_EMPTY),
        FLAG("both", b->risen_count && b->fallen_count));
}

/* The first and the last rows: they are the largest of either side. */
static struct chart_keyness *shorten(const struct panel_sides *panel,
                                     const struct chart_keyness *all)
{
    struct chart_keyness *shown = arena_new(panel->edition->arena, 1, sizeof *shown);
    struct chart_key_term *rows = arena_new(panel->edition->arena, all->count, sizeof *rows);
    size_t up = 0, down = 0;

    while (up < all->count && up < TERMS_SHOWN && all->rows[up].log_ratio > 0)
        up++;
    while (down < all->count && down < TERMS_SHOWN &&
           all->rows[all->count - 1 - down].log_ratio < 0)
        down++;
    for (size_t i = 0; i < up; i++)
        rows[i] = all->rows[i];
    for (size_t i = 0; i < down; i++)
        rows[up + i] = all->rows[all->count - down + i];
    *shown = (struct chart_keyness){.rows = rows, .count = up + down};
    return shown;
}

bool panel_sides_terms_differ(const struct panel_sides *panel)
{
    return panel_words_changed(panel->versus->b);
}

struct figure panel_sides_terms(const struct panel_sides *panel, const char *from, int columns)
{
    const struct wording *wording = &panel->edition->wording;
    struct figure figure = panel_words_keyness(panel->edition, from, columns);
    struct chart_keyness *shown = shorten(panel, figure.data);

    figure.data = shown;
    figure.alternative =
        SAY(wording,
            "Bars of log ratios with intervals: {n} {n|term|terms}, from {first} down to {last}; "
            "to the right what {b} uses more, to the left what {a} does.",
            NUMBER("n", shown->count), TEXT("first", shown->rows[0].label),
            TEXT("last", shown->rows[shown->count - 1].label), TEXT("a", panel->sides.a.inside),
            TEXT("b", panel->sides.b.inside));
    figure.title = terms_title(panel);
    figure.subtitle = SAY(wording,
                          "How many times more (×) or less (÷) often {in_b} than {in_a}; log "
                          "scale. Line: 95% interval.",
                          TEXT("in_a", panel->sides.a.in), TEXT("in_b", panel->sides.b.in));
    figure.csv = span_of("compare.csv");
    return figure;
}

/* --- speakers ---------------------------------------------------------------------------- */

static struct chart_dots *speakers_data(const struct panel_sides *panel, size_t shown,
                                        const char *from)
{
    struct arena *arena = panel->edition->arena;
    struct chart_dots *dots = arena_new(arena, 1, sizeof *dots);
    struct chart_dot *rows = arena_new(arena, shown, sizeof *rows);

    for (size_t i = 0; i < shown; i++) {
        const struct versus_row *row = &panel->versus->speakers.items[i];

        rows[i] = (struct chart_dot){
            .label = row->label,
            .key = wording_print(arena, "speaker:%.*s", SPAN_PRINT(row->key)),
            .target = link_to(panel, row, from),
            .value = drawn_value(&row->b),
            .low = drawn_low(&row->b),
            .high = drawn_high(&row->b),
            .reference = drawn_value(&row->a),
            .tone = wording_tone(row->change.direction),
        };
    }
    *dots = (struct chart_dots){.rows = rows, .count = shown, .unit = UNIT_SHARE};
    return dots;
}

struct figure panel_sides_speakers(const struct panel_sides *panel, const char *from, int columns)
{
    const struct wording *wording = &panel->edition->wording;
    const struct versus_rows *speakers = &panel->versus->speakers;
    size_t named = speakers->count ? speakers->count - 1 : 0;
    size_t shown = named < SPEAKERS_SHOWN ? named : SPEAKERS_SHOWN;

    if (shown == 0)
        return (struct figure){
            .title = saying_plain(wording, "Nobody to show"),
            .alternative = saying_plain(wording, "Nothing is drawn: neither side quotes anybody "
                                                 "by name."),
            .columns = columns,
            .empty_title = saying_plain(wording, "No speaker was found"),
            .empty_reason = saying_plain(wording, "No quotation of either side has a speaker.")};
    return (struct figure){
        .title = title_of(panel, speakers, "No speaker’s share differs clearly"),
        .subtitle =
            SAY(wording, "Share of quoted words, %. Dot: {b}. Bar: 95% interval. Tick: {a}.",
                TEXT("a", panel->sides.a.inside), TEXT("b", panel->sides.b.inside)),
        .alternative =
            SAY(wording,
                "Dot chart of {n}~{n|speaker|speakers} by share of quoted words. "
                "First: {name}, {right} {in_b} and {left} {in_a}.",
                NUMBER("n", shown), TEXT("name", speakers->items[0].label),
                FIGURE("left", wording_value(wording, &speakers->items[0].a, UNIT_SHARE)),
                FIGURE("right", wording_value(wording, &speakers->items[0].b, UNIT_SHARE)),
                TEXT("in_a", panel->sides.a.in), TEXT("in_b", panel->sides.b.in)),
        .note = edition_note(
            panel->edition,
            SAY(wording,
                "Coloured where the difference is clear ({n} compared).{more? The {shown} largest "
                "of {all}.}",
                NUMBER("n", panel->versus->b->speakers_tested), FLAG("more", shown < named),
                NUMBER("shown", shown), NUMBER("all", named))),
        .csv = span_of("compare.csv"),
        .recipe = &chart_dots,
        .data = speakers_data(panel, shown, from),
        .columns = columns};
}
