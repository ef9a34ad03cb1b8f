#include "reports/pages/panel_sides.h"

#include "reports/charts/chart_dots.h"
#include "reports/charts/chart_keyness.h"
#include "reports/charts/chart_pairs.h"
#include "reports/charts/chart_slope.h"
#include "reports/pages/drawn.h"
#include "reports/pages/panel_words.h"
#include "reports/pages/wording.h"

#include <math.h>

enum {
    TOPICS_SHOWN = 12,
    SPEAKERS_SHOWN = 12,
    TERMS_SHOWN = 9, /* of either side */
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
            .key = wording_key(arena, "topic", row->key),
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
        .title =
            title_of(panel, topics,
                     b->topics_tested ? "No topic differs clearly" : "Topics were not compared"),
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
                "{n?Coloured where the difference is clear ({n} compared)/Nothing is coloured, "
                "since nothing was compared}.{more? The {shown} largest of {all}.}",
                NUMBER("n", b->topics_tested), FLAG("more", shown < topics->count),
                NUMBER("shown", shown), NUMBER("all", topics->count))),
        .csv = span_of("compare.csv"),
        .recipe = &chart_slope,
        .data = slope_data(panel, shown, from),
        .columns = columns};
}

/* --- week by week -------------------------------------------------------------------------- */

bool panel_sides_weekly(const struct panel_sides *panel)
{
    return panel->versus->weeks.count >= PANEL_SIDES_WEEKS_LEAST && panel->versus->topics.count > 0;
}

static struct chart_pairs *weeks_data(const struct panel_sides *panel, size_t shown,
                                      const char *from)
{
    struct arena *arena = panel->edition->arena;
    struct chart_pairs *pairs = arena_new(arena, 1, sizeof *pairs);
    struct chart_pair *rows = arena_new(arena, shown, sizeof *rows);

    for (size_t i = 0; i < shown; i++) {
        const struct versus_row *row = &panel->versus->topics.items[i];

        rows[i] = (struct chart_pair){
            .label = row->label,
            .key = wording_key(arena, "topic", row->key),
            .target = link_to(panel, row, from),
            .a = row->a_weeks,
            .b = row->b_weeks,
            .whole = row->whole_weeks,
            .a_value = drawn_value(&row->a),
            .b_value = drawn_value(&row->b),
        };
    }
    *pairs = (struct chart_pairs){.rows = rows,
                                  .count = shown,
                                  .a_title = panel->sides.a.name,
                                  .b_title = panel->sides.b.name,
                                  .first_week = panel->versus->weeks.first_week,
                                  .week_count = panel->versus->weeks.count,
                                  .unit = UNIT_SHARE};
    return pairs;
}

struct figure panel_sides_weeks(const struct panel_sides *panel, const char *from)
{
    const struct wording *wording = &panel->edition->wording;
    const struct findings *b = panel->versus->b;
    const struct versus_rows *topics = &panel->versus->topics;
    size_t shown = topics->count < TOPICS_SHOWN ? topics->count : TOPICS_SHOWN;
    struct slot weeks = NUMBER("n", panel->versus->weeks.count);

    return (struct figure){
        .title = SAY(wording, "Topics over {n} {n|week|weeks}", weeks),
        .subtitle =
            SAY(wording,
                "Share of {vote?stories/articles} {several?in the {window} weeks up to each/each "
                "week}, %. Brown: {a}. Blue: {b}.{others? Grey: all weeks of the set.} Beside each "
                "name: what either side has altogether.",
                FLAG("vote", b->one_vote), FLAG("several", panel->versus->weeks.window > 1),
                NUMBER("window", panel->versus->weeks.window), TEXT("a", panel->sides.a.inside),
                TEXT("b", panel->sides.b.inside), FLAG("others", b->against == WEEKS_AGAINST_DAYS)),
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
            .key = wording_key(arena, "speaker", row->key),
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
        .title = title_of(panel, speakers,
                          panel->versus->b->speakers_tested ? "No speaker’s share differs clearly"
                                                            : "Speakers were not compared"),
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
                "{n?Coloured where the difference is clear ({n} compared)/Nothing is coloured, "
                "since nothing was compared}.{more? The {shown} largest of {all}.}",
                NUMBER("n", panel->versus->b->speakers_tested), FLAG("more", shown < named),
                NUMBER("shown", shown), NUMBER("all", named))),
        .csv = span_of("compare.csv"),
        .recipe = &chart_dots,
        .data = speakers_data(panel, shown, from),
        .columns = columns};
}
