#include "reports/pages/panel_apart.h"

#include "analysis/apart.h"
#include "analysis/grouping.h"
#include "reports/charts/chart_matrix.h"
#include "reports/pages/drawn.h"
#include "reports/pages/panel_speakers.h"
#include "reports/pages/panel_topics.h"
#include "reports/pages/titles_trends.h"
#include "reports/pages/wording.h"

#include <math.h>

/* What stands in the rows and columns: indices into the findings' lists. */
struct picked {
    size_t rows[PANEL_APART_ROWS], columns[PANEL_APART_COLUMNS];
    size_t row_count, column_count;
};

/* A matrix being filled, and how its cells came out. */
struct matrix {
    struct span *rows, *keys, *targets, *columns; /* of the chart; outlets lead nowhere */
    struct chart_matrix_cell *cells;
    size_t column_count;
    struct apart apart; /* of the cells, row after row */
};

static struct matrix matrix_of(struct arena *arena, const struct picked *picked)
{
    size_t rows = picked->row_count;

    return (struct matrix){
        .rows = arena_new(arena, rows, sizeof(struct span)),
        .keys = arena_new(arena, rows, sizeof(struct span)),
        .targets = arena_new(arena, rows, sizeof(struct span)),
        .columns = arena_new(arena, picked->column_count, sizeof(struct span)),
        .cells = arena_new(arena, rows * picked->column_count, sizeof(struct chart_matrix_cell)),
        .column_count = picked->column_count,
    };
}

static const struct chart_matrix *chart_of(struct arena *arena, const struct matrix *matrix,
                                           const struct picked *picked)
{
    struct chart_matrix *chart = arena_new(arena, 1, sizeof *chart);

    *chart = (struct chart_matrix){.rows = matrix->rows,
                                   .keys = matrix->keys,
                                   .targets = matrix->targets,
                                   .row_count = picked->row_count,
                                   .columns = matrix->columns,
                                   .column_count = picked->column_count,
                                   .cells = matrix->cells,
                                   .unit = UNIT_SHARE};
    return chart;
}

/* Sets the next cell against the share of all: coloured if its interval leaves that out. */
static void fill_cell(struct matrix *matrix, const struct estimate *share, double all)
{
    struct chart_matrix_cell *cell = &matrix->cells[matrix->apart.added];

    cell->value = drawn_value(share);
    cell->tone = wording_tone(apart_add(&matrix->apart, share, all));
}

/* "Seven of 60 shares lie apart; about three would by chance alone." */
static void tell_chance(struct edition *edition, struct prose *note, const struct matrix *matrix)
{
    if (matrix->apart.tested)
        TELL(
            note, &edition->wording,
            "{apart?Coloured: {apart} of {n}~{n|share|shares} with an interval/None of {n}~"
            "{n|share|shares} with an interval is coloured}; by chance alone about {chance#} would "
            "be.",
            NUMBER("apart", matrix->apart.clear), NUMBER("n", matrix->apart.tested),
            NUMBER("chance", fmax(1, round(apart_by_chance(&matrix->apart)))));
}

/* Of the cells apart the furthest off; empty where none is apart. */
static struct titles_cell furthest_of(const struct matrix *matrix)
{
    const struct apart *apart = &matrix->apart;

    if (!apart->clear)
        return (struct titles_cell){.by = 0};
    return (struct titles_cell){.who = matrix->rows[apart->furthest / matrix->column_count],
                                .what = matrix->columns[apart->furthest % matrix->column_count],
                                .by = apart->by};
}

/* The cell for a title: none where no more are apart than would be by chance alone. */
static struct titles_cell told_of(const struct matrix *matrix)
{
    return apart_beyond_chance(&matrix->apart) ? furthest_of(matrix)
                                               : (struct titles_cell){.by = 0};
}

/* --- topics by outlet -------------------------------------------------------------------- */

size_t panel_apart_outlets_count(const struct findings *findings)
{
    size_t count = 0;

    for (size_t i = 0; i < findings->outlet_count; i++)
        count += findings->outlets[i].articles >= findings->minimum_articles;
    return count;
}

/* The outlets with most articles, of those with enough, by the largest topics. */
static struct picked pick_outlets(const struct findings *findings)
{
    struct picked picked = {.column_count = panel_topics_shown(findings, PANEL_APART_COLUMNS)};

    for (size_t i = 0; i < picked.column_count; i++)
        picked.columns[i] = i;
    for (size_t i = 0; i < findings->outlet_count && picked.row_count < PANEL_APART_ROWS; i++)
        if (findings->outlets[i].articles >= findings->minimum_articles)
            picked.rows[picked.row_count++] = i;
    return picked;
}

/* The outlet's name as groups have it. */
static struct span group_of(const struct findings *findings, size_t outlet)
{
    struct span name = findings->outlets[outlet].name;

    return name.length ? name : span_of(grouping_no_outlet);
}

/* The shares of the cells, row after row; no value where there is no row of the table. */
static const struct estimate *outlet_shares(struct edition *edition, const struct picked *picked)
{
    const struct findings *findings = edition->findings;
    struct estimate *shares =
        arena_new(edition->arena, picked->row_count * picked->column_count, sizeof *shares);

    for (size_t i = 0; i < findings->topic_group_count; i++) {
        const struct topic_row *row = &findings->topic_groups[i];
        size_t r = 0;
        size_t c = 0;

        if (!span_equal(row->period, findings->period))
            continue;
        while (c < picked->column_count &&
               !span_equal(findings->topics[picked->columns[c]].key, row->key))
            c++;
        while (r < picked->row_count &&
               !span_equal(group_of(findings, picked->rows[r]), row->group))
            r++;
        if (r < picked->row_count && c < picked->column_count)
            shares[r * picked->column_count + c] = row->share;
    }
    return shares;
}

static struct matrix outlets_matrix(struct edition *edition, const struct picked *picked)
{
    const struct findings *findings = edition->findings;
    const struct estimate *shares = outlet_shares(edition, picked);
    struct matrix matrix = matrix_of(edition->arena, picked);

    for (size_t c = 0; c < picked->column_count; c++)
        matrix.columns[c] = findings->topics[picked->columns[c]].label;
    for (size_t r = 0; r < picked->row_count; r++) {
        struct span name = findings->outlets[picked->rows[r]].name;

        matrix.rows[r] = name.length ? name : saying_plain(&edition->wording, "(no outlet given)");
        matrix.keys[r] = wording_key(edition->arena, "outlet", name);
        for (size_t c = 0; c < picked->column_count; c++) {
            const struct topic_finding *topic = &findings->topics[picked->columns[c]];

            fill_cell(&matrix, &shares[r * picked->column_count + c], topic->share.value);
        }
    }
    return matrix;
}

static const struct prose *outlets_note(struct edition *edition, const struct picked *picked,
                                        const struct matrix *matrix)
{
    const struct findings *findings = edition->findings;
    struct prose *note = edition_prose(edition);
    size_t enough = panel_apart_outlets_count(findings);

    tell_chance(edition, note, matrix);
    TELL(note, &edition->wording,
         "{few? Not shown: {few}~{few|outlet|outlets} with fewer than {least} "
         "{vote?stories/articles}.}{more? {more^} smaller {more|outlet is|outlets are} left out.}"
         "{topics? {topics^} smaller {topics|topic is|topics are} left out.}",
         NUMBER("few", findings->outlets_heard - enough),
         NUMBER("more", enough - picked->row_count), NUMBER("least", findings->minimum_articles),
         FLAG("vote", findings->one_vote),
         NUMBER("topics",
                panel_topics_shown(findings, findings->topic_count) - picked->column_count));
    return note;
}

struct figure panel_apart_outlets(struct edition *edition)
{
    const struct wording *wording = &edition->wording;
    struct picked picked = pick_outlets(edition->findings);
    struct matrix matrix = outlets_matrix(edition, &picked);
    struct titles_cell furthest = furthest_of(&matrix);
    struct titles_cell told = told_of(&matrix);

    return (struct figure){
        .title = titles_apart(wording, &told, "Topics by outlet"),
        .subtitle =
            SAY(wording,
                "Share of each outlet’s {vote?stories/articles} with the topic, %. Blue: above the "
                "share of all outlets together, brown: below; its 95% interval leaves that out.",
                FLAG("vote", edition->findings->one_vote)),
        .alternative =
            SAY(wording,
                "Matrix of dots, {rows} outlets by {columns} {columns|topic|topics}, larger for a "
                "larger share; {more?{what} in {who} is furthest from the share of all outlets/no "
                "share lies clearly off that of all outlets}.",
                NUMBER("rows", picked.row_count), NUMBER("columns", picked.column_count),
                FLAG("more", matrix.apart.clear), TEXT("what", furthest.what),
                TEXT("who", furthest.who)),
        .note = outlets_note(edition, &picked, &matrix),
        .csv = span_of("topic_outlets.csv"),
        .recipe = &chart_matrix,
        .data = chart_of(edition->arena, &matrix, &picked),
        .columns = 12};
}

/* --- speakers by topic ------------------------------------------------------------------- */

static uint32_t quotes_on(const struct findings *findings, struct span topic)
{
    uint32_t quotes = 0;

    for (size_t i = 0; i < findings->speaker_topic_row_count; i++) {
        const struct speaker_topic_row *row = &findings->speaker_topic_rows[i];

        if (span_is(row->outlet, "(all)") && span_equal(row->topic, topic))
            quotes += row->quotes;
    }
    return quotes;
}

static bool speaks(const struct findings *findings, const struct picked *picked, size_t speaker)
{
    for (size_t c = 0; c < picked->column_count; c++)
        if (findings->matrix[speaker * findings->topic_count + picked->columns[c]].words)
            return true;
    return false;
}

static struct picked pick_voices(const struct findings *findings)
{
    struct picked picked = {.row_count = 0};

    for (size_t t = 0; t < findings->topic_count && picked.column_count < PANEL_APART_COLUMNS; t++)
        if (quotes_on(findings, findings->topics[t].key) >= PANEL_APART_QUOTES)
            picked.columns[picked.column_count++] = t;
    for (size_t s = 0; s < findings->matrix_speakers && picked.row_count < PANEL_APART_ROWS; s++)
        if (findings->speakers[s].quotes >= PANEL_APART_VOICE && speaks(findings, &picked, s))
            picked.rows[picked.row_count++] = s;
    return picked;
}

bool panel_apart_voices_has(const struct findings *findings)
{
    struct picked picked = pick_voices(findings);

    return picked.row_count > 1 && picked.column_count > 1;
}

static struct matrix voices_matrix(struct edition *edition, const struct picked *picked,
                                   const char *from)
{
    const struct findings *findings = edition->findings;
    struct matrix matrix = matrix_of(edition->arena, picked);

    for (size_t c = 0; c < picked->column_count; c++)
        matrix.columns[c] = findings->topics[picked->columns[c]].label;
    for (size_t r = 0; r < picked->row_count; r++) {
        const struct speaker_finding *speaker = &findings->speakers[picked->rows[r]];

        matrix.rows[r] = speaker->name;
        matrix.keys[r] = wording_key(edition->arena, "speaker", speaker->name);
        matrix.targets[r] = edition_link(edition, speaker->evidence, from);
        for (size_t c = 0; c < picked->column_count; c++) {
            size_t at = picked->rows[r] * findings->topic_count + picked->columns[c];

            fill_cell(&matrix, &findings->matrix[at].share, speaker->share.value);
        }
    }
    return matrix;
}

static const struct prose *voices_note(struct edition *edition, const struct matrix *matrix)
{
    struct prose *note = edition_prose(edition);

    TELL(note, &edition->wording,
         "A quotation belongs to each topic of its article. Shown: topics with {topic} quotations "
         "or more, and of the speakers with {voice} or more those quoted on them.",
         NUMBER("topic", PANEL_APART_QUOTES), NUMBER("voice", PANEL_APART_VOICE));
    if (matrix->apart.tested)
        prose_print(note, " ");
    tell_chance(edition, note, matrix);
    return note;
}

struct figure panel_apart_voices(struct edition *edition, const char *from)
{
    const struct wording *wording = &edition->wording;
    struct picked picked = pick_voices(edition->findings);
    struct matrix matrix = voices_matrix(edition, &picked, from);
    struct titles_cell told = told_of(&matrix);

    return (struct figure){
        .title = titles_apart(wording, &told, "Who was quoted on what"),
        .subtitle =
            SAY(wording,
                "Share of the quoted words in each topic’s articles, %.{tested? Blue: above the "
                "speaker’s share of all quoted words, brown: below; its 95% interval leaves that "
                "out.}",
                FLAG("tested", matrix.apart.tested)),
        .alternative =
            SAY(wording,
                "Matrix of dots, {rows} speakers by {columns} topics, larger for a larger share of "
                "the topic’s quoted words; the first row is {first}, the last {last}.",
                NUMBER("rows", picked.row_count), NUMBER("columns", picked.column_count),
                TEXT("first", matrix.rows[0]), TEXT("last", matrix.rows[picked.row_count - 1])),
        .note = voices_note(edition, &matrix),
        .csv = span_of("speaker_topics.csv"),
        .recipe = &chart_matrix,
        .data = chart_of(edition->arena, &matrix, &picked),
        .columns = 12};
}
