#include "analysis/people/quote_people.h"
#include "analysis/topics.h"
#include "reports/cli/commands.h"
#include "reports/cli/console.h"
#include "reports/cli/explaining.h"
#include "reports/cli/operands.h"
#include "reports/cli/printing.h"
#include "reports/cli/session.h"
#include "reports/cli/witness.h"
#include "reports/export/tables.h"
#include "reports/export/tables_words.h"

#include <stdlib.h>

/* What is explained, and with what. */
struct explanation {
    struct span text; /* the id as given */
    struct rowid id;
    const struct explaining *how;
    struct session session;
    struct options options; /* with the id's period, unless another was asked for */
    struct texts_wish texts;
    struct bytes csv; /* the table that has the row */
    struct rowid_cells cells;
    struct bytes out;
    struct witness witness;
};

static bool refuse_id(struct span text, struct fault *fault)
{
    struct bytes examples = BYTES_EMPTY;

    explaining_examples(&examples);
    (void)fault_set(fault, FAULT_USAGE,
                    "'%.*s' is no id; ids are the last column of every table and look like %s",
                    SPAN_PRINT(text), bytes_text(&examples));
    bytes_release(&examples);
    return false;
}

static bool refuse_row(const struct explanation *explanation, struct fault *fault)
{
    return fault_set(fault, FAULT_USAGE,
                     "%s has no row '%.*s' here; ids look like %s, and -w or --from and --to name "
                     "another report's weeks",
                     explanation->how->table, SPAN_PRINT(explanation->text),
                     explanation->how->example);
}

/* --- the row ---------------------------------------------------------------------------- */

static void write_survey_table(struct explanation *explanation)
{
    static const struct {
        const char *kind;
        void (*write)(struct bytes *csv, const struct findings *findings);
    } writers[] = {
        {"topic", tables_topics},      {"speaker", tables_speakers},  {"keyness", tables_keyness},
        {"trend", tables_trends},      {"story", tables_stories},     {"person", tables_people},
        {"coverage", tables_coverage}, {"evidence", tables_evidence},
    };

    for (size_t i = 0; i < sizeof writers / sizeof *writers; i++) {
        if (strcmp(explanation->how->kind, writers[i].kind) == 0)
            writers[i].write(&explanation->csv, &explanation->session.findings);
    }
}

static bool survey(struct explanation *explanation, struct fault *fault)
{
    struct session *session = &explanation->session;

    if (!session_survey(session, &explanation->options, fault))
        return false;
    if (explanation->how->source == EXPLAINING_ARTICLES)
        bytes_add(&explanation->csv, bytes_span(&session->articles_csv));
    else
        write_survey_table(explanation);
    return true;
}

/* Keeps the row of the id alone. */
static bool keep_wanted(void *context, const struct term_row *row, struct fault *fault)
{
    struct explanation *explanation = context;

    (void)fault;
    if (span_equal(row->term, explanation->id.key) &&
        (explanation->id.period.length == 0 || span_equal(row->week, explanation->id.period)))
        tables_term(&explanation->csv, row);
    return true;
}

static bool count_terms(struct explanation *explanation, struct fault *fault)
{
    const struct session *session = &explanation->session;
    struct span key = explanation->id.key;
    struct survey_options options = {
        .counts = session_counts(session, &explanation->options),
        .minimum = session->config.minimum_articles,
        .term_rows = {explanation, keep_wanted},
    };
    uint32_t words = 1;

    for (size_t i = 0; i < key.length; i++)
        words += key.bytes[i] == ' ';
    if (words > GRAM_ROWS_MAX)
        return refuse_row(explanation, fault);
    options.grams = (struct gram_options){.words = words, .least = 1, .minimum = options.minimum};
    tables_terms_header(&explanation->csv, false);
    return survey_terms(counts_of_store(session->store), &options, fault);
}

/* The part of the key before its first colon, and what comes behind. */
static bool cut_key(struct span *first, struct span *rest, struct span key)
{
    const char *colon = memchr(key.bytes, ':', key.length);

    if (!colon)
        return false;
    *first = span_cut(key, 0, (size_t)(colon - key.bytes));
    *rest = span_cut(key, first->length + 1, key.length);
    return true;
}

/* "L5R5" or "sentence" */
static bool read_window(struct collocations_wish *wish, struct span window)
{
    char text[32];
    int end = 0;

    wish->by_sentence = span_is(window, "sentence");
    if (wish->by_sentence || window.length >= sizeof text)
        return wish->by_sentence;
    memcpy(text, window.bytes, window.length);
    text[window.length] = '\0';
    return sscanf(text, "L%9uR%9u%n", &wish->left, &wish->right, &end) ==
               2 && /* NOLINT(cert-err34-c) */
           (size_t)end == window.length;
}

/* A collocation's id taken apart. */
struct pair_key {
    struct collocations_wish wish;
    struct span node, collocate;
};

static bool read_pair(struct pair_key *pair, const struct explanation *explanation)
{
    struct span window, rest;

    pair->wish = COLLOCATIONS_WISH;
    return cut_key(&window, &rest, explanation->id.key) &&
           cut_key(&pair->node, &pair->collocate, rest) && read_window(&pair->wish, window);
}

static bool find_collocation(struct explanation *explanation, struct fault *fault)
{
    const struct session *session = &explanation->session;
    struct collocations found = COLLOCATIONS_EMPTY;
    struct collocations_node node;
    struct pattern pattern = PATTERN_EMPTY;
    struct pair_key pair;
    bool done;

    if (!read_pair(&pair, explanation))
        return refuse_row(explanation, fault);
    if (!pattern_read(&pattern, pair.node, store_terms(session->store), fault))
        return false;
    node = (struct collocations_node){pair.node, pattern.fits[0]};
    pair.wish.texts = explanation->texts;
    pair.wish.nodes = &node;
    pair.wish.node_count = 1;
    pair.wish.least = 1;
    pair.wish.minimum = session->config.minimum_articles;
    pair.wish.only = pair.collocate;
    done = collocations_find(&found, counts_of_store(session->store), &pair.wish, fault);
    if (done)
        tables_collocations(&explanation->csv, &found, &pair.wish, explanation->id.period);
    collocations_release(&found);
    pattern_release(&pattern);
    return done;
}

static bool find_diversity(struct explanation *explanation, struct fault *fault)
{
    const struct session *session = &explanation->session;
    struct richness richness = RICHNESS_EMPTY;
    struct richness_wish wish = {explanation->texts, session->config.minimum_articles};
    bool done = richness_find(&richness, counts_of_store(session->store), &wish, fault);

    if (done)
        tables_diversity(&explanation->csv, &richness);
    richness_release(&richness);
    return done;
}

static bool find_dispersion(struct explanation *explanation, struct fault *fault)
{
    struct store *store = explanation->session.store;
    struct evenness evenness = EVENNESS_EMPTY;
    struct pattern pattern = PATTERN_EMPTY;
    struct evenness_wish wish = {.texts = explanation->texts, .patterns = &pattern, .count = 1};
    struct span parts, term;
    bool done;

    if (!cut_key(&parts, &term, explanation->id.key))
        return refuse_row(explanation, fault);
    wish.by_outlet_week = span_is(parts, "outlet-week");
    if (!pattern_read(&pattern, term, store_terms(store), fault))
        return false;
    done = evenness_find(&evenness, counts_of_store(store), &wish, fault);
    if (done)
        tables_dispersion(&explanation->csv, &evenness, &wish);
    evenness_release(&evenness);
    pattern_release(&pattern);
    return done;
}

/* Makes the table, and looks for the row in it. */
static bool look_up(struct explanation *explanation, struct fault *fault)
{
    bool done = true;

    switch (explanation->how->source) {
    case EXPLAINING_SURVEY:
    case EXPLAINING_ARTICLES:
        done = survey(explanation, fault);
        break;
    case EXPLAINING_TERMS:
        done = count_terms(explanation, fault);
        break;
    case EXPLAINING_COLLOCATION:
        done = find_collocation(explanation, fault);
        break;
    case EXPLAINING_DIVERSITY:
        done = find_diversity(explanation, fault);
        break;
    case EXPLAINING_DISPERSION:
        done = find_dispersion(explanation, fault);
        break;
    case EXPLAINING_TEXT:
    default:
        return true;
    }
    if (done)
        (void)rowid_find(&explanation->cells, bytes_span(&explanation->csv), explanation->text);
    return done;
}

/* Takes the id's period for the report's; false where it has none, or another was asked for. */
static bool take_period(struct options *options, const struct rowid *id)
{
    if (id->first == DAY_NONE || options->week != WEEK_NONE || options->from != DAY_NONE ||
        options->to != DAY_NONE)
        return false;
    options->week = id->week;
    if (id->week == WEEK_NONE) {
        options->from = id->first;
        options->to = id->last;
    }
    return true;
}

/* The row as the report at hand has it; where it has none, the report on the id's own period. */
static bool find_row(struct explanation *explanation, struct fault *fault)
{
    struct session *session = &explanation->session;

    if (!look_up(explanation, fault))
        return false;
    if (explanation->how->source == EXPLAINING_TEXT || explanation->cells.values)
        return true;
    if (!take_period(&explanation->options, &explanation->id))
        return refuse_row(explanation, fault);
    findings_release(&session->findings);
    bytes_clear(&session->articles_csv);
    bytes_clear(&explanation->csv);
    return look_up(explanation, fault) &&
           (explanation->cells.values || refuse_row(explanation, fault));
}

/* --- its witnesses ------------------------------------------------------------------------ */

static bool show_term(struct explanation *explanation, struct span term, struct fault *fault)
{
    struct pattern pattern = PATTERN_EMPTY;
    bool done = pattern_read(&pattern, term, store_terms(explanation->session.store), fault) &&
                witness_pattern(&explanation->witness, &explanation->texts, &pattern, fault);

    pattern_release(&pattern);
    return done;
}

static bool show_collocation(struct explanation *explanation, struct fault *fault)
{
    const struct table *terms = store_terms(explanation->session.store);
    struct pattern node = PATTERN_EMPTY, collocate = PATTERN_EMPTY;
    struct pair_key pair;
    bool done = read_pair(&pair, explanation) && pattern_read(&node, pair.node, terms, fault) &&
                pattern_read(&collocate, pair.collocate, terms, fault);

    if (done) {
        struct witness_pair near = {&node, &collocate, pair.wish.left, pair.wish.right,
                                    pair.wish.by_sentence};

        done = witness_collocation(&explanation->witness, &explanation->texts, &near, fault);
    }
    pattern_release(&node);
    pattern_release(&collocate);
    return done;
}

struct quote_search {
    struct explanation *explanation;
    size_t person; /* of the findings' quote_people, the next */
};

/* The person of a quotation; those of the findings come in the same order, some of them earlier. */
static struct span person_of(struct quote_search *search, const struct stored_quote *quote)
{
    const struct findings *findings = &search->explanation->session.findings;

    if (quote->speaker.length == 0)
        return SPAN_EMPTY;
    for (size_t i = search->person; i < findings->quote_person_count; i++) {
        if (findings->quote_people[i].article == quote->article &&
            findings->quote_people[i].start == quote->start) {
            search->person = i + 1;
            return findings->quote_people[i].name;
        }
    }
    return SPAN_EMPTY;
}

static bool counts_here(const struct explanation *explanation, enum quote_kind kind)
{
    const struct findings *findings = &explanation->session.findings;

    return kind == QUOTE_TURN ? findings->turns : kind != QUOTE_INDIRECT || findings->indirect;
}

static bool look_at_quote(void *context, const struct stored_quote *quote, struct fault *fault)
{
    struct quote_search *search = context;
    struct explanation *explanation = search->explanation;
    struct span wanted = rowid_cell(&explanation->cells, "speaker");
    struct span name = person_of(search, quote);

    if (explanation->how->witness == WITNESS_SPELLING) {
        wanted = rowid_cell(&explanation->cells, "spelling");
        name = quote->speaker;
    } else if (name.length == 0 && quote->speaker.length == 0) {
        name = span_of("(unattributed)");
    }
    if (!span_equal(name, wanted) || !counts_here(explanation, quote->kind))
        return true;
    return witness_quote(&explanation->witness, quote, fault);
}

static bool show_quotes(struct explanation *explanation, struct fault *fault)
{
    struct quote_search search = {.explanation = explanation};

    return store_walk_quotes(explanation->session.store, explanation->texts.days, look_at_quote,
                             &search, fault);
}

/* Which rows of a table are shown: those with these values in these columns. */
struct listing {
    struct bytes *out;
    const char *columns[2];
    struct span values[2];
    const char *shown[6]; /* columns, up to a NULL */
};

static bool list_row(void *context, const struct rowid_cells *cells)
{
    const struct listing *listing = context;

    for (size_t i = 0; i < 2; i++) {
        if (listing->columns[i] &&
            !span_equal(rowid_cell(cells, listing->columns[i]), listing->values[i]))
            return true;
    }
    for (size_t i = 0; i < 6 && listing->shown[i]; i++) {
        bytes_add_text(listing->out, "  ");
        console_whole(listing->out, rowid_cell(cells, listing->shown[i]));
    }
    bytes_add_byte(listing->out, '\n');
    return true;
}

static void show_articles(struct explanation *explanation)
{
    struct listing listing = {&explanation->out,
                              {"story"},
                              {rowid_cell(&explanation->cells, "story")},
                              {"article_id", "date", "source", "title"}};

    if (explanation->how->witness == WITNESS_COVERAGE) {
        listing.columns[0] = "date";
        listing.values[0] = rowid_cell(&explanation->cells, "date");
        listing.columns[1] = "source";
        listing.values[1] = rowid_cell(&explanation->cells, "source");
    }
    rowid_each(bytes_span(&explanation->session.articles_csv), list_row, &listing);
}

/* The weeks that a trend is drawn through, from the table of its kind. */
static bool show_weeks(struct explanation *explanation, struct fault *fault)
{
    const struct findings *findings = &explanation->session.findings;
    struct span kind = rowid_cell(&explanation->cells, "kind");
    struct span key = rowid_cell(&explanation->cells, "key");
    struct listing listing = {
        &explanation->out, {"topic"}, {key}, {"week", "articles", "articles_total", "share"}};
    bool done = true;

    bytes_clear(&explanation->csv);
    if (span_is(kind, "topic")) {
        tables_topics(&explanation->csv, findings);
    } else if (span_is(kind, "speaker")) {
        tables_speakers(&explanation->csv, findings);
        listing.columns[0] = "speaker";
        listing.shown[1] = "words";
        listing.shown[2] = "share";
        listing.shown[3] = NULL;
    } else {
        explanation->id.key = key;
        done = count_terms(explanation, fault);
        listing.columns[0] = "term";
        listing.shown[1] = "count";
        listing.shown[2] = "tokens";
        listing.shown[3] = "per_million";
    }
    rowid_each(bytes_span(&explanation->csv), list_row, &listing);
    return done;
}

/* --- a place in a text --------------------------------------------------------------------- */

struct text_place {
    struct explanation *explanation;
    struct span article;
    uint32_t start;
    bool found;
};

static bool show_if_here(void *context, const struct stored_quote *quote, struct fault *fault)
{
    struct text_place *place = context;

    if (quote->start != place->start)
        return true;
    place->found = true;
    bytes_add_text(&place->explanation->out, "speaker  ");
    console_whole(&place->explanation->out,
                  quote->speaker.length ? quote->speaker : span_of("(unattributed)"));
    bytes_add_byte(&place->explanation->out, '\n');
    return witness_quote(&place->explanation->witness, quote, fault);
}

static bool look_at_article(void *context, const struct text *text, struct fault *fault)
{
    struct text_place *place = context;
    const struct stored_article *article = text->article;
    struct store_quoted quoted = {article->number, article->quotes_sum, article->id};

    if (!span_equal(article->id, place->article))
        return true;
    if (place->explanation->how->witness == WITNESS_QUOTE)
        return store_quotes(place->explanation->session.store, &quoted, show_if_here, place, fault);
    return witness_word(&place->explanation->witness, text, place->start, &place->found, fault);
}

static bool show_place(struct explanation *explanation, struct fault *fault)
{
    struct text_place place = {.explanation = explanation};
    struct span key = explanation->id.key;
    size_t digits = 0;

    while (digits < key.length && key.bytes[key.length - 1 - digits] >= '0' &&
           key.bytes[key.length - 1 - digits] <= '9')
        digits++;
    if (digits == 0 || digits > 9 || digits + 1 >= key.length ||
        key.bytes[key.length - 1 - digits] != ':')
        return refuse_row(explanation, fault);
    for (size_t i = key.length - digits; i < key.length; i++)
        place.start = 10 * place.start + (uint32_t)(key.bytes[i] - '0');
    place.article = span_cut(key, 0, key.length - digits - 1);
    return texts_walk(counts_of_store(explanation->session.store), &explanation->texts,
                      look_at_article, &place, fault) &&
           (place.found || refuse_row(explanation, fault));
}

static bool show_witnesses(struct explanation *explanation, struct fault *fault)
{
    const struct rowid_cells *cells = &explanation->cells;

    switch (explanation->how->witness) {
    case WITNESS_TERM:
        return show_term(explanation, rowid_cell(cells, "term"), fault);
    case WITNESS_TOPIC:
        return witness_topic(&explanation->witness, &explanation->texts,
                             &explanation->session.dictionary, rowid_cell(cells, "topic"), fault);
    case WITNESS_SPEAKER:
    case WITNESS_SPELLING:
        return show_quotes(explanation, fault);
    case WITNESS_STORY:
    case WITNESS_COVERAGE:
        show_articles(explanation);
        return true;
    case WITNESS_WEEKS:
        return show_weeks(explanation, fault);
    case WITNESS_COLLOCATION:
        return show_collocation(explanation, fault);
    case WITNESS_QUOTE:
    case WITNESS_PLACE:
        return show_place(explanation, fault);
    case WITNESS_NONE:
    default:
        return true;
    }
}

/* --- the whole ------------------------------------------------------------------------------ */

/* The row's cells, but for the empty ones. */
static void add_cells(struct explanation *explanation)
{
    const struct rowid_cells *cells = &explanation->cells;

    for (size_t i = 0; cells->values && i + 1 < cells->count; i++) {
        if (cells->values[i].length == 0)
            continue;
        bytes_print(&explanation->out, "         %-16.*s ", SPAN_PRINT(cells->columns[i]));
        console_whole(&explanation->out, cells->values[i]);
        bytes_add_byte(&explanation->out, '\n');
    }
}

static bool read_id(struct explanation *explanation, struct fault *fault)
{
    struct rowid *id = &explanation->id;

    explanation->how = rowid_read(id, explanation->text) ? explaining_of(id->kind) : NULL;
    return explanation->how || refuse_id(explanation->text, fault);
}

/* The articles behind the row: those of its period, else of the report or of all. */
static bool choose_texts(struct explanation *explanation, struct fault *fault)
{
    const struct rowid *id = &explanation->id;

    if (!session_texts(&explanation->texts, &explanation->session, &explanation->options, fault))
        return false;
    if (id->first != DAY_NONE)
        explanation->texts.days = (struct store_days){id->first, id->last, false};
    return true;
}

static bool explain(struct explanation *explanation, struct fault *fault)
{
    bool done;

    explanation->witness = (struct witness){.out = &explanation->out,
                                            .store = explanation->session.store,
                                            .most = explanation->options.top};
    done = choose_texts(explanation, fault) && find_row(explanation, fault);
    if (!done)
        return false;
    bytes_add_text(&explanation->out, "id       ");
    console_whole(&explanation->out, explanation->text);
    bytes_add_byte(&explanation->out, '\n');
    explaining_formula(&explanation->out, explanation->how, &explanation->cells);
    add_cells(explanation);
    if (!show_witnesses(explanation, fault))
        return false;
    witness_end(&explanation->witness);
    return true;
}

bool cmd_explain(const struct options *options, struct fault *fault)
{
    struct explanation explanation = {.session = SESSION_EMPTY};
    struct operands operands;
    bool done;

    operands_split_first(&operands, options);
    explanation.options = operands.rest;
    if (operands.term_count)
        explanation.text = span_of(operands.terms[0]);
    done = read_id(&explanation, fault) &&
           session_open(&explanation.session, &explanation.options, fault) &&
           explain(&explanation, fault) && printing_bytes(&explanation.out, fault) &&
           session_whole(&explanation.session, fault);
    rowid_release(&explanation.cells);
    witness_release(&explanation.witness);
    bytes_release(&explanation.csv);
    bytes_release(&explanation.out);
    session_release(&explanation.session);
    operands_release(&operands);
    return done;
}
