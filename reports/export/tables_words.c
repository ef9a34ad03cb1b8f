#include "reports/export/tables_words.h"

#include "corpus/base/day.h"
#include "reports/export/rows.h"
#include "reports/export/tables.h"

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

/* "L5R5" or "sentence". */
static void add_window(struct bytes *out, const struct collocations_wish *wish)
{
    if (wish->by_sentence)
        bytes_add_text(out, "sentence");
    else
        bytes_print(out, "L%uR%u", wish->left, wish->right);
}

/* "collocation:L5R5:energy:crisis", behind "collocation:" the period of a report. */
static void end_collocation(struct csvfile *csv, const struct collocation_row *row,
                            struct span window, struct span period)
{
    struct bytes key = BYTES_EMPTY;

    bytes_print(&key, "%.*s:%.*s:%.*s", SPAN_PRINT(window), SPAN_PRINT(row->node_name),
                SPAN_PRINT(row->name));
    rows_end(csv, row->pmi.note, "collocation", period, bytes_span(&key));
    bytes_release(&key);
}

void tables_collocations(struct bytes *out, const struct collocations *found,
                         const struct collocations_wish *wish, struct span period)
{
    static const char *const columns[] = {
        "node",     "collocate", "o",       "f1",       "f2",        "e",    "window",
        "articles", "pmi",       "pmi_low", "pmi_high", "mi3",       "t",    "log_dice",
        "g2",       "p",         "chi2",    "near",     "positions", "note", "id"};
    struct csvfile csv = CSVFILE_IN(out);
    struct bytes window = BYTES_EMPTY;

    add_window(&window, wish);
    csvfile_header(&csv, columns, COUNT_OF(columns));
    for (size_t i = 0; i < found->count; i++) {
        const struct collocation_row *row = &found->rows[i];

        csvfile_text(&csv, row->node_name);
        csvfile_text(&csv, row->name);
        csvfile_count(&csv, row->counts.joint);
        csvfile_count(&csv, row->counts.node);
        csvfile_count(&csv, row->counts.collocate);
        csvfile_number(&csv, row->bond.expected);
        csvfile_text(&csv, bytes_span(&window));
        csvfile_count(&csv, row->articles);
        rows_estimate(&csv, row->pmi);
        csvfile_number(&csv, row->bond.mi3);
        csvfile_number(&csv, row->bond.t);
        csvfile_number(&csv, row->bond.log_dice);
        csvfile_number(&csv, row->bond.g2);
        csvfile_number(&csv, row->bond.p);
        csvfile_number(&csv, row->bond.chi2);
        csvfile_count(&csv, row->counts.near);
        csvfile_count(&csv, row->counts.positions);
        end_collocation(&csv, row, bytes_span(&window), period);
    }
    bytes_release(&window);
}

void tables_diversity(struct bytes *out, const struct richness *richness)
{
    static const char *const columns[] = {
        "kind",       "key",        "articles",    "words",     "too_short", "mattr",   "mattr_low",
        "mattr_high", "mtld",       "mtld_low",    "mtld_high", "hdd",       "hdd_low", "hdd_high",
        "yule_k",     "yule_k_low", "yule_k_high", "note",      "id"};
    struct csvfile csv = CSVFILE_IN(out);

    csvfile_header(&csv, columns, COUNT_OF(columns));
    for (size_t i = 0; i < richness->count; i++) {
        const struct richness_row *row = &richness->rows[i];

        csvfile_text(&csv, span_of(row->kind));
        csvfile_text(&csv, row->key);
        csvfile_count(&csv, row->articles);
        csvfile_count(&csv, row->words);
        csvfile_count(&csv, row->too_short);
        for (size_t m = 0; m < RICHNESS_MEASURES; m++)
            rows_estimate(&csv, row->values[m]);
        rows_end(&csv, row->values[RICHNESS_MATTR].note, "diversity",
                 row->key.length ? span_of(row->kind) : SPAN_EMPTY,
                 row->key.length ? row->key : span_of(row->kind));
    }
}

static void add_measures(struct csvfile *csv, const struct evenness_row *row)
{
    const struct dispersion *value = &row->value;
    const double numbers[] = {value->dp,         value->dp_norm,    value->dp_norm_hit,
                              value->juilland_d, value->carroll_d2, value->rosengren_s,
                              value->divergence, value->da};

    csvfile_count(csv, value->range);
    for (size_t i = 0; i < COUNT_OF(numbers); i++) {
        rows_number(csv, !row->note, numbers[i]);
    }
}

void tables_dispersion(struct bytes *out, const struct evenness *evenness,
                       const struct evenness_wish *wish)
{
    static const char *const columns[] = {
        "term",        "span",       "parts",   "count",       "tokens",     "per_million",
        "range",       "dp",         "dp_norm", "dp_norm_hit", "juilland_d", "carroll_d2",
        "rosengren_s", "divergence", "da",      "note",        "id"};
    struct csvfile csv = CSVFILE_IN(out);
    struct span span = span_of(wish->by_outlet_week ? "outlet-week" : "article");

    csvfile_header(&csv, columns, COUNT_OF(columns));
    for (size_t i = 0; i < wish->count; i++) {
        const struct evenness_row *row = &evenness->rows[i];
        struct span term = bytes_span(&wish->patterns[i].text);

        csvfile_text(&csv, term);
        csvfile_text(&csv, span);
        csvfile_count(&csv, evenness->parts);
        csvfile_count(&csv, row->hits);
        csvfile_count(&csv, evenness->words);
        rows_number(&csv, row->rate.has_value, row->rate.value);
        add_measures(&csv, row);
        rows_end(&csv, row->note, "dispersion", span, term);
    }
}

static void add_value(struct csvfile *csv, struct contrast_value value)
{
    rows_number(csv, value.has_value, value.value);
}

static void add_contrast(struct csvfile *csv, const struct contrast_row *row)
{
    csvfile_count(csv, row->reference_articles);
    csvfile_number(csv, row->chi2);
    csvfile_number(csv, row->g2_two_cell);
    csvfile_number(csv, row->log_ratio_conservative);
    add_value(csv, row->percent);
    csvfile_number(csv, row->bic);
    add_value(csv, row->ell);
    rows_estimate(csv, estimate_of(row->odds_ratio));
    csvfile_number(csv, row->simple_maths);
    csvfile_number(csv, row->weighted_log_odds);
    add_value(csv, row->fisher);
    add_value(csv, row->permutation);
}

void tables_contrasts(struct bytes *out, const struct findings *findings,
                      const struct contrasts *contrasts)
{
    static const char *const columns[] = {"reference_articles",
                                          "chi2_yates",
                                          "g2_two_cell",
                                          "lrc",
                                          "percent_diff",
                                          "bic",
                                          "ell",
                                          "odds_ratio",
                                          "odds_ratio_low",
                                          "odds_ratio_high",
                                          "simple_maths",
                                          "weighted_log_odds",
                                          "p_fisher_articles",
                                          "p_permutation",
                                          "note",
                                          "id"};
    struct csvfile csv = CSVFILE_IN(out);

    tables_keyness_columns(&csv);
    csvfile_header(&csv, columns, COUNT_OF(columns));
    for (size_t i = 0; i < contrasts->count; i++) {
        const struct keyness_row *row = &findings->keyness_rows[i];

        tables_keyness_cells(&csv, findings, row);
        add_contrast(&csv, &contrasts->rows[i]);
        rows_end(&csv, row->log_ratio.note, "keyness", findings->period, row->term);
    }
}

void tables_kwic_header(struct bytes *out)
{
    static const char *const columns[] = {"left",   "node",   "right", "article_id", "date",
                                          "source", "offset", "note",  "id"};
    struct csvfile csv = CSVFILE_IN(out);

    csvfile_header(&csv, columns, COUNT_OF(columns));
}

void tables_kwic(struct bytes *out, const struct concordance_line *line)
{
    struct csvfile csv = CSVFILE_IN(out);
    char day[DAY_TEXT_SIZE];
    struct bytes place = BYTES_EMPTY;

    day_text(day, line->day);
    bytes_print(&place, "%u", line->start);
    csvfile_text(&csv, line->left);
    csvfile_text(&csv, line->node);
    csvfile_text(&csv, line->right);
    csvfile_text(&csv, line->article_id);
    csvfile_text(&csv, span_of(day));
    csvfile_text(&csv, line->source);
    csvfile_count(&csv, line->start);
    rows_end(&csv, NULL, "kwic", line->article_id, bytes_span(&place));
    bytes_release(&place);
}
