#include "analysis/versus.h"

#include "corpus/base/bytes.h"

#include <math.h>
#include <stdlib.h>

/* --- evidence ------------------------------------------------------------------------- */

static struct span slug_of_a(struct arena *arena, struct span slug)
{
    struct bytes text = BYTES_EMPTY;
    struct span kept;

    bytes_print(&text, "a-%.*s", SPAN_PRINT(slug));
    kept = arena_copy(arena, bytes_span(&text));
    bytes_release(&text);
    return kept;
}

/* The articles of A are shown behind those of B. */
static void join_articles(struct findings *a, struct findings *b)
{
    size_t count = a->articles_shown_count + b->articles_shown_count;
    struct findings_article *all = arena_new(&b->arena, count, sizeof *all);

    if (b->articles_shown_count)
        memcpy(all, b->articles_shown, b->articles_shown_count * sizeof *all);
    if (a->articles_shown_count)
        memcpy(all + b->articles_shown_count, a->articles_shown,
               a->articles_shown_count * sizeof *all);
    b->articles_shown = all;
    b->articles_shown_count = count;
}

static void join_evidence(struct findings *a, struct findings *b)
{
    size_t count = a->evidence_count + b->evidence_count;
    struct evidence *all = arena_new(&b->arena, count, sizeof *all);

    for (size_t e = 0; e < b->evidence_count; e++) {
        b->evidence[e].side = b->period;
        all[e] = b->evidence[e];
    }
    for (size_t e = 0; e < a->evidence_count; e++) {
        struct evidence *evidence = &a->evidence[e];

        evidence->side = a->period;
        evidence->slug = slug_of_a(&a->arena, evidence->slug);
        for (size_t i = 0; i < evidence->count; i++)
            evidence->items[i].article += (uint32_t)b->articles_shown_count;
        all[b->evidence_count + e] = *evidence;
    }
    join_articles(a, b);
    b->evidence = all;
    b->evidence_count = count;
}

/* --- week by week ---------------------------------------------------------------------- */

/* Which weeks of B's survey are drawn; of shared days those of A, and B's `behind` them. */
struct drawn {
    size_t first, count, behind;
};

static struct drawn weeks_drawn(const struct findings *b)
{
    size_t behind = weeks_are_shared(b->against) ? b->week_count / 2 : 0;
    size_t first = 0, end = behind ? behind : b->week_count;

    while (first < end && b->weeks[first].partial)
        first++;
    while (end > first && b->weeks[end - 1].partial)
        end--;
    if (end - first > VERSUS_WEEKS)
        first = end - VERSUS_WEEKS;
    return (struct drawn){first, end - first, behind};
}

/* Articles in which topics can be, in the weeks drawn. */
static uint64_t articles_drawn(const struct findings *b, struct drawn drawn, size_t behind)
{
    uint64_t articles = 0;

    for (size_t w = 0; w < drawn.count; w++)
        articles += b->weeks[drawn.first + w + behind].topic_articles;
    return articles;
}

/* A week of one or two articles is all or nothing: then several go together. */
static size_t window_of(const struct findings *b, struct drawn drawn)
{
    static const size_t windows[] = {1, 2, 4, 8};
    uint64_t fewer = articles_drawn(b, drawn, 0), other = articles_drawn(b, drawn, drawn.behind);

    if (!drawn.behind)
        return 1;
    if (other < fewer)
        fewer = other;
    for (size_t i = 0; i < sizeof windows / sizeof *windows; i++) {
        if (fewer * windows[i] >= VERSUS_WINDOW_ARTICLES * drawn.count)
            return windows[i];
    }
    return VERSUS_WINDOW_WEEKS;
}

static void find_weeks(struct versus *versus)
{
    struct drawn drawn = weeks_drawn(versus->b);

    if (!drawn.count)
        return;
    versus->weeks = (struct versus_weeks){
        .first_week = versus->b->weeks[drawn.first].week,
        .count = drawn.count,
        .window = window_of(versus->b, drawn),
    };
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

enum side_drawn { SIDE_A, SIDE_B, SIDES_BOTH };

static double *series_of(const struct versus *versus, const struct topic_finding *topic,
                         enum side_drawn side)
{
    const struct findings *b = versus->b;
    struct drawn drawn = weeks_drawn(b);
    double *values = arena_new(&versus->b->arena, drawn.count, sizeof *values);

    for (size_t w = 0; w < drawn.count; w++) {
        size_t at = drawn.first + w + (side == SIDE_B ? drawn.behind : 0);
        const struct findings_week *week = &b->weeks[at];
        bool shown = side == SIDE_A ? week->in_baseline : side == SIDE_B ? week->in_study : true;

        values[w] = shown && !week->partial && w + 1 >= versus->weeks.window
                        ? share_up_to(b, topic, at, versus->weeks.window)
                        : (double)NAN;
    }
    return values;
}

static void fill_weeks(const struct versus *versus, struct versus_row *row,
                       const struct topic_finding *topic)
{
    if (!versus->weeks.count)
        return;
    row->a_weeks = series_of(versus, topic, SIDE_A);
    row->b_weeks = series_of(versus, topic, SIDE_B);
    if (versus->b->against == WEEKS_AGAINST_DAYS)
        row->whole_weeks = series_of(versus, topic, SIDES_BOTH);
}

/* --- rows ------------------------------------------------------------------------------ */

static const struct trend_finding *trend_of(const struct findings *findings, const char *kind,
                                            struct span key)
{
    for (size_t i = 0; i < findings->trend_count; i++) {
        if (span_equal(span_of(findings->trends[i].kind), span_of(kind)) &&
            span_equal(findings->trends[i].key, key))
            return &findings->trends[i];
    }
    return NULL;
}

static double larger(const struct versus_row *row)
{
    return fmax(row->a.has_value ? row->a.value : 0, row->b.has_value ? row->b.value : 0);
}

static int by_larger_share(const void *left, const void *right)
{
    const struct versus_row *a = left, *b = right;

    if (a->unattributed != b->unattributed)
        return a->unattributed ? 1 : -1;
    if (larger(a) != larger(b))
        return larger(a) > larger(b) ? -1 : 1;
    return span_compare(a->key, b->key);
}

static struct evidence *topic_evidence(const struct findings *a, struct span key)
{
    for (size_t i = 0; i < a->topic_count; i++) {
        if (span_equal(a->topics[i].key, key))
            return a->topics[i].evidence;
    }
    return NULL;
}

static void list_topics(struct versus *versus)
{
    const struct findings *a = versus->a, *b = versus->b;
    struct versus_rows *rows = &versus->topics;

    rows->items = arena_new(&versus->b->arena, b->topic_count, sizeof *rows->items);
    for (size_t i = 0; i < b->topic_count; i++) {
        const struct topic_finding *topic = &b->topics[i];

        if (topic->articles == 0 && topic->baseline_articles == 0)
            continue;
        rows->items[rows->count++] = (struct versus_row){
            .key = topic->key,
            .label = topic->label,
            .a = topic->baseline_share,
            .b = topic->share,
            .a_count = topic->baseline_articles,
            .b_count = topic->articles,
            .a_total = a->topic_articles,
            .b_total = b->topic_articles,
            .change = topic->change,
            .trend_a = trend_of(a, "topic", topic->key),
            .trend_b = trend_of(b, "topic", topic->key),
            .evidence_a = topic_evidence(a, topic->key),
            .evidence_b = topic->evidence,
        };
        fill_weeks(versus, &rows->items[rows->count - 1], topic);
    }
    if (rows->count)
        qsort(rows->items, rows->count, sizeof *rows->items, by_larger_share);
}

static struct evidence *speaker_evidence(const struct findings *a, struct span name)
{
    for (size_t i = 0; i < a->speaker_count; i++) {
        if (a->speakers[i].evidence && span_equal(a->speakers[i].name, name))
            return a->speakers[i].evidence;
    }
    return NULL;
}

static void list_speakers(struct versus *versus)
{
    const struct findings *a = versus->a, *b = versus->b;
    struct versus_rows *rows = &versus->speakers;

    rows->count = b->speaker_count;
    rows->items = arena_new(&versus->b->arena, rows->count, sizeof *rows->items);
    for (size_t i = 0; i < rows->count; i++) {
        const struct speaker_finding *speaker = &b->speakers[i];

        rows->items[i] = (struct versus_row){
            .key = speaker->name,
            .label = speaker->name,
            .unattributed = speaker->unattributed,
            .a = speaker->baseline_share,
            .b = speaker->share,
            .a_count = speaker->baseline_words,
            .b_count = speaker->words,
            .a_total = a->quoted_words,
            .b_total = b->quoted_words,
            .change = speaker->change,
            .trend_a = trend_of(a, "speaker", speaker->name),
            .trend_b = trend_of(b, "speaker", speaker->name),
            .evidence_a = speaker_evidence(a, speaker->name),
            .evidence_b = speaker->evidence,
        };
    }
    if (rows->count)
        qsort(rows->items, rows->count, sizeof *rows->items, by_larger_share);
}

/* What A uses more is shown by A's articles. */
static void show_fallen(const struct findings *a, struct findings *b)
{
    for (size_t i = 0; i < b->fallen_count; i++) {
        for (size_t j = 0; j < a->risen_count; j++) {
            if (span_equal(a->risen[j].term, b->fallen[i].term))
                b->fallen[i].evidence = a->risen[j].evidence;
        }
    }
}

static void list_terms(struct versus *versus)
{
    const struct findings *a = versus->a, *b = versus->b;
    struct versus_rows *rows = &versus->terms;

    rows->count = b->keyness_row_count;
    rows->items = arena_new(&versus->b->arena, rows->count, sizeof *rows->items);
    for (size_t i = 0; i < rows->count; i++) {
        const struct keyness_row *term = &b->keyness_rows[i];

        rows->items[i] = (struct versus_row){
            .key = term->term,
            .content = term->content,
            .label = term->term,
            .a = estimate_per_million(term->reference, a->words),
            .b = estimate_per_million(term->study, b->words),
            .a_count = term->reference,
            .b_count = term->study,
            .a_total = a->words,
            .b_total = b->words,
            .change = {.difference = term->log_ratio,
                       .p = fmax(term->p, fmax(term->p_articles, term->p_weeks)),
                       .q = fmax(term->q, fmax(term->q_articles, term->q_weeks)),
                       .direction = term->direction},
        };
    }
}

void versus_make(struct versus *versus, struct findings *a, struct findings *b)
{
    *versus = (struct versus){.a = a, .b = b};
    join_evidence(a, b);
    find_weeks(versus);
    list_topics(versus);
    list_speakers(versus);
    list_terms(versus);
    show_fallen(a, b);
}

/* --- what is told first ------------------------------------------------------------------ */

static bool is_clear(const struct versus_row *row)
{
    return row->change.direction == CHANGE_UP || row->change.direction == CHANGE_DOWN;
}

const struct versus_row *versus_most_different(const struct versus_rows *rows)
{
    const struct versus_row *best = NULL;

    for (size_t i = 0; i < rows->count; i++) {
        const struct versus_row *row = &rows->items[i];

        if (row->unattributed || row->change.direction == CHANGE_UNTESTED ||
            (best && is_clear(best) && !is_clear(row)))
            continue;
        if (!best || is_clear(row) != is_clear(best) ||
            fabs(row->change.difference.value) > fabs(best->change.difference.value))
            best = row;
    }
    return best;
}

const struct term_finding *versus_surest_term(const struct versus *versus)
{
    const struct term_finding *up = versus->b->risen_count ? versus->b->risen : NULL;
    const struct term_finding *down = versus->b->fallen_count ? versus->b->fallen : NULL;

    if (up && down)
        return up->log_ratio.low >= -down->log_ratio.high ? up : down;
    return up ? up : down;
}
