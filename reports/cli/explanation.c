#include "reports/cli/explanation.h"

#include "analysis/versus.h"
#include "corpus/base/memory.h"
#include "reports/export/tables.h"
#include "reports/export/tables_changes.h"
#include "reports/export/tables_discovered.h"
#include "reports/export/tables_groups.h"
#include "reports/export/tables_versus.h"
#include "reports/export/tables_watch.h"
#include "reports/export/tables_words.h"

bool explanation_refuse(const struct explanation *explanation, struct fault *fault)
{
    if (explanation->how->source == EXPLAINING_SIDES)
        return fault_set(fault, FAULT_USAGE,
                         "%s has no row '%.*s' here; ids look like %s, and of two stores these "
                         "follow in that order: a.db b.db",
                         explanation->how->table, SPAN_PRINT(explanation->text),
                         explanation->how->example);
    return fault_set(fault, FAULT_USAGE,
                     "%s has no row '%.*s' here; ids look like %s, and -w or --from and --to name "
                     "another report's weeks",
                     explanation->how->table, SPAN_PRINT(explanation->text),
                     explanation->how->example);
}

static void write_survey_table(struct explanation *explanation)
{
    static const struct {
        const char *kind;
        void (*write)(struct bytes *csv, const struct findings *findings);
    } writers[] = {
        {"topic", tables_topics},
        {"speaker", tables_speakers},
        {"keyness", tables_keyness},
        {"trend", tables_trends},
        {"story", tables_stories},
        {"person", tables_people},
        {"coverage", tables_coverage},
        {"evidence", tables_evidence},
        {"topic-term", tables_topic_terms},
        {"alarm", tables_alarms},
        {"burst", tables_bursts},
        {"discovered", tables_discovered},
        {"speaker_topic", tables_speaker_topics},
        {"arrival", tables_arrivals},
        {"concentration", tables_concentration},
        {"change", tables_changes},
        {"word", tables_shown_words},
    };

    for (size_t i = 0; i < sizeof writers / sizeof *writers; i++) {
        if (strcmp(explanation->how->kind, writers[i].kind) == 0)
            writers[i].write(&explanation->csv, &explanation->session.findings);
    }
}

static bool survey(struct explanation *explanation, struct fault *fault)
{
    struct session *session = &explanation->session;

    session->discover = explanation->how->source == EXPLAINING_DISCOVERY;
    session->breakdown.report = explanation->how->source == EXPLAINING_GROUPS;
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

bool explanation_count_terms(struct explanation *explanation, struct fault *fault)
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
        return explanation_refuse(explanation, fault);
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

/* Takes a letter and the number behind it, of at most two digits, off the front of `text`. */
static bool take_number(uint32_t *number, struct span *text, char letter)
{
    size_t at = 1;

    if (text->length < 2 || text->bytes[0] != letter)
        return false;
    for (*number = 0; at < 3 && at < text->length; at++) {
        if (text->bytes[at] < '0' || text->bytes[at] > '9')
            break;
        *number = 10 * *number + (uint32_t)(text->bytes[at] - '0');
    }
    *text = span_cut(*text, at, text->length);
    return at > 1;
}

/* "L5R5" or "sentence" */
static bool read_window(struct collocations_wish *wish, struct span window)
{
    wish->by_sentence = span_is(window, "sentence");
    return wish->by_sentence || (take_number(&wish->left, &window, 'L') &&
                                 take_number(&wish->right, &window, 'R') && window.length == 0);
}

bool explanation_read_pair(struct explanation_pair *pair, const struct explanation *explanation)
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
    struct explanation_pair pair;
    bool done;

    if (!explanation_read_pair(&pair, explanation))
        return explanation_refuse(explanation, fault);
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
        return explanation_refuse(explanation, fault);
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

/* "A:B:key" */
bool explanation_read_sides(struct explanation *explanation, struct fault *fault)
{
    struct options *options = &explanation->options;
    struct pairing *pairing = &explanation->session.pairing;
    const char *names[PAIRING_SIDES];
    size_t kind = explanation->id.kind.length + 1;
    struct span rest = span_cut(explanation->text, kind, explanation->text.length);

    for (int i = 0; i < PAIRING_SIDES; i++) {
        struct span side;

        if (!cut_key(&side, &rest, rest))
            return explanation_refuse(explanation, fault);
        names[i] = explanation->sides[i] = memory_text(side);
    }
    explanation->id.key = rest;
    explanation->id.first = explanation->id.last = DAY_NONE;
    if (options->operand_count == PAIRING_SIDES &&
        span_ends(span_of(options->operands[0]), ".db")) {
        names[0] = options->operands[0];
        names[1] = options->operands[1];
        options->operand_count = 0;
    } else if (options->operand_count == 0 && !options->store) {
        return fault_set(fault, FAULT_USAGE,
                         "no articles are named; give what was compared, of two stores these: "
                         "broadsheet explain ID a.db b.db");
    }
    return pairing_read(pairing, names[0], names[1], fault) &&
           pairing_check(pairing, options, fault);
}

static bool find_sides(struct explanation *explanation, struct fault *fault)
{
    struct session *session = &explanation->session;
    struct versus versus = {.a = NULL};

    if (!session_survey_both(session, &explanation->other, &explanation->options, fault))
        return false;
    versus_make(&versus, &explanation->other, &session->findings);
    tables_versus(&explanation->csv, &versus);
    return true;
}

/* Makes the table, and looks for the row in it. */
static bool look_up(struct explanation *explanation, struct fault *fault)
{
    bool done = true;

    switch (explanation->how->source) {
    case EXPLAINING_SURVEY:
    case EXPLAINING_DISCOVERY:
    case EXPLAINING_GROUPS:
    case EXPLAINING_ARTICLES:
        done = survey(explanation, fault);
        break;
    case EXPLAINING_TERMS:
        done = explanation_count_terms(explanation, fault);
        break;
    case EXPLAINING_SIDES:
        done = find_sides(explanation, fault);
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

bool explanation_find(struct explanation *explanation, struct fault *fault)
{
    struct session *session = &explanation->session;

    if (!look_up(explanation, fault))
        return false;
    if (explanation->how->source == EXPLAINING_TEXT || explanation->cells.values)
        return true;
    if (explanation->how->source == EXPLAINING_SIDES ||
        !take_period(&explanation->options, &explanation->id))
        return explanation_refuse(explanation, fault);
    findings_release(&session->findings);
    bytes_clear(&session->articles_csv);
    bytes_clear(&explanation->csv);
    return look_up(explanation, fault) &&
           (explanation->cells.values || explanation_refuse(explanation, fault));
}
