#include "analysis/people/quote_people.h"
#include "corpus/store/record.h"
#include "reports/cli/commands.h"
#include "reports/cli/console.h"
#include "reports/cli/explanation.h"
#include "reports/cli/operands.h"
#include "reports/cli/printing.h"
#include "reports/export/tables.h"

#include <stdlib.h>

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
    struct explanation_pair pair;
    bool done = explanation_read_pair(&pair, explanation) &&
                pattern_read(&node, pair.node, terms, fault) &&
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

/* The cell of this column; of a comparison, whose rows are of several kinds, the key. */
static struct span cell_or_key(const struct explanation *explanation, const char *column)
{
    return rowid_cell(&explanation->cells,
                      explanation->how->source == EXPLAINING_SIDES ? "key" : column);
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
    struct span wanted = cell_or_key(explanation, "speaker");
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

static bool look_at_quotes(void *context, const struct text *text, struct fault *fault)
{
    return record_visit_quotes(text->article, look_at_quote, context, fault);
}

static bool show_quotes(struct explanation *explanation, struct fault *fault)
{
    struct quote_search search = {.explanation = explanation};

    return texts_walk(counts_of_store(explanation->session.store), &explanation->texts,
                      look_at_quotes, &search, fault);
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
        done = explanation_count_terms(explanation, fault);
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

    if (!span_equal(article->id, place->article))
        return true;
    if (place->explanation->how->witness == WITNESS_QUOTE)
        return record_visit_quotes(article, show_if_here, place, fault);
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
        return explanation_refuse(explanation, fault);
    for (size_t i = key.length - digits; i < key.length; i++)
        place.start = 10 * place.start + (uint32_t)(key.bytes[i] - '0');
    place.article = span_cut(key, 0, key.length - digits - 1);
    return texts_walk(counts_of_store(explanation->session.store), &explanation->texts,
                      look_at_article, &place, fault) &&
           (place.found || explanation_refuse(explanation, fault));
}

static bool show_witnesses(struct explanation *explanation, struct fault *fault)
{
    switch (explanation->how->witness) {
    case WITNESS_TERM:
        return show_term(explanation, cell_or_key(explanation, "term"), fault);
    case WITNESS_TOPIC:
        return witness_topic(&explanation->witness, &explanation->texts,
                             &explanation->session.dictionary, cell_or_key(explanation, "topic"),
                             fault);
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

/* Of either side its own, below its name. */
static bool show_sides(struct explanation *explanation, struct fault *fault)
{
    const struct pairing *pairing = &explanation->session.pairing;

    for (int i = 0; i < PAIRING_SIDES; i++) {
        struct counts_side side = session_side(&explanation->session, i);
        bool done;

        bytes_add_text(&explanation->out, i ? "B        " : "A        ");
        console_whole(&explanation->out, side.name);
        bytes_add_byte(&explanation->out, '\n');
        if (weeks_are_shared(pairing->against))
            explanation->texts.side = &side;
        else
            explanation->texts.days =
                (struct store_days){pairing->sides[i].first, pairing->sides[i].last, false};
        done = show_witnesses(explanation, fault);
        explanation->texts.side = NULL;
        if (!done)
            return false;
    }
    return true;
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

static bool refuse_id(struct span text, struct fault *fault)
{
    struct bytes examples = BYTES_EMPTY;

    explaining_examples(&examples);
    if (text.length == 0)
        (void)fault_set(fault, FAULT_USAGE,
                        "which id? ids are the last column of every table and look like %s",
                        bytes_text(&examples));
    else
        (void)fault_set(fault, FAULT_USAGE,
                        "'%.*s' is no id; ids are the last column of every table and look like %s",
                        SPAN_PRINT(text), bytes_text(&examples));
    bytes_release(&examples);
    return false;
}

static bool read_id(struct explanation *explanation, struct fault *fault)
{
    struct rowid *id = &explanation->id;

    explanation->how = rowid_read(id, explanation->text) ? explaining_of(id->kind) : NULL;
    if (explanation->how && explanation->how->source == EXPLAINING_SIDES)
        return explanation_read_sides(explanation, fault);
    /* Looking for topics takes its time: only where one of them is asked for. */
    explanation->session.discover =
        explanation->how && span_is(id->kind, "evidence") && span_starts(id->key, "discovered:");
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

/* What a speaker's words are a share of: the quoted words of the id's week, else of the study. */
static void add_whole(struct explanation *explanation)
{
    const struct findings *findings = &explanation->session.findings;
    uint64_t words = findings->quoted_words;

    if (explanation->how->witness != WITNESS_SPEAKER ||
        explanation->how->source == EXPLAINING_SIDES)
        return;
    for (size_t w = 0; w < findings->week_count; w++) {
        if (findings->weeks[w].week == explanation->id.week)
            words = findings->weeks[w].quoted_words;
    }
    bytes_print(&explanation->out, "         %-16s %llu\n", "all quoted words",
                (unsigned long long)words);
}

static bool explain(struct explanation *explanation, struct fault *fault)
{
    bool done;

    explanation->witness = (struct witness){.out = &explanation->out,
                                            .store = explanation->session.store,
                                            .most = explanation->options.top};
    done = choose_texts(explanation, fault) && explanation_find(explanation, fault);
    if (!done)
        return false;
    bytes_add_text(&explanation->out, "id       ");
    console_whole(&explanation->out, explanation->text);
    bytes_add_byte(&explanation->out, '\n');
    explaining_formula(&explanation->out, explanation->how, &explanation->cells);
    add_cells(explanation);
    add_whole(explanation);
    if (!(explanation->how->source == EXPLAINING_SIDES ? show_sides(explanation, fault)
                                                       : show_witnesses(explanation, fault)))
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
    findings_release(&explanation.other);
    for (int i = 0; i < PAIRING_SIDES; i++)
        free(explanation.sides[i]);
    operands_release(&operands);
    return done;
}
