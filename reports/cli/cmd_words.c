#include "reports/cli/commands.h"
#include "reports/cli/operands.h"
#include "reports/cli/printing.h"
#include "reports/cli/session.h"
#include "reports/export/tables_words.h"

#include "corpus/base/memory.h"

#include <stdlib.h>

/* What one of these commands works with. */
struct asked {
    struct operands operands;
    struct session session;
    struct texts_wish texts;
    struct pattern *patterns; /* owned; one a TERM */
    struct bytes csv;
};

#define ASKED_EMPTY ((struct asked){.session = SESSION_EMPTY})

static bool read_patterns(struct asked *asked, struct fault *fault)
{
    const struct operands *operands = &asked->operands;
    const struct table *vocabulary = store_terms(asked->session.store);

    asked->patterns = memory_new(operands->term_count, sizeof *asked->patterns);
    for (size_t i = 0; i < operands->term_count; i++) {
        if (!pattern_read(&asked->patterns[i], span_of(operands->terms[i]), vocabulary, fault))
            return false;
    }
    return true;
}

/* Says so where what may have been meant for a file is looked for as a term. */
static bool check_paths(const struct operands *operands, struct fault *fault)
{
    if (operands->rest.operand_count || operands->rest.store || operands->term_count == 0)
        return true;
    return fault_set(fault, FAULT_USAGE,
                     "no articles are named: there is no file or folder '%s'; give one, or --store "
                     "FILE",
                     operands->terms[operands->term_count - 1]);
}

static bool open_asked(struct asked *asked, const struct options *options, struct fault *fault)
{
    operands_split(&asked->operands, options);
    return check_paths(&asked->operands, fault) &&
           session_open_texts(&asked->session, &asked->operands.rest, fault) &&
           session_texts(&asked->texts, &asked->session, options, fault) &&
           session_have_texts(&asked->session, options, fault) && read_patterns(asked, fault);
}

/* Prints what was written, if all went well. */
static bool close_asked(struct asked *asked, bool done, bool columns, struct fault *fault)
{
    done = done && printing_table(&asked->csv, columns, fault) &&
           session_whole(&asked->session, fault);
    for (size_t i = 0; asked->patterns && i < asked->operands.term_count; i++)
        pattern_release(&asked->patterns[i]);
    free(asked->patterns);
    bytes_release(&asked->csv);
    session_release(&asked->session);
    operands_release(&asked->operands);
    return done;
}

/* --- collocations ---------------------------------------------------------------------- */

enum { WINDOW_MOST = 50 };

static bool read_side(uint32_t *words, const char **text, char end)
{
    char *rest = NULL;
    unsigned long number = strtoul(*text, &rest, 10);

    if (**text < '0' || **text > '9' || *rest != end || number > WINDOW_MOST)
        return false;
    *words = (uint32_t)number;
    *text = rest + 1;
    return true;
}

static bool read_window(struct collocations_wish *wish, const struct options *options,
                        struct fault *fault)
{
    const char *text = options->window;

    if (options->span) {
        wish->by_sentence = strcmp(options->span, "sentence") == 0;
        if (!wish->by_sentence)
            return fault_set(fault, FAULT_USAGE, "--span %s: only sentence", options->span);
        return !text || fault_set(fault, FAULT_USAGE, "--window and --span: give one of them");
    }
    if (!text)
        return true;
    if (!read_side(&wish->left, &text, ',') || !read_side(&wish->right, &text, '\0') ||
        wish->left + wish->right == 0)
        return fault_set(fault, FAULT_USAGE,
                         "--window %s: words before and behind the node are needed, such as 5,5, "
                         "at most %d each",
                         options->window, WINDOW_MOST);
    return true;
}

static bool read_order(struct collocations_wish *wish, const struct options *options,
                       struct fault *fault)
{
    static const char *const names[] = {
        [COLLOCATIONS_BY_LOG_DICE] = "log_dice",
        [COLLOCATIONS_BY_JOINT] = "o",
        [COLLOCATIONS_BY_PMI] = "pmi",
        [COLLOCATIONS_BY_MI3] = "mi3",
        [COLLOCATIONS_BY_T] = "t",
        [COLLOCATIONS_BY_G2] = "g2",
        [COLLOCATIONS_BY_CHI2] = "chi2",
    };

    for (size_t i = 0; options->sort && i < sizeof names / sizeof *names; i++) {
        if (strcmp(options->sort, names[i]) == 0) {
            wish->order = (enum collocations_order)i;
            return true;
        }
    }
    return !options->sort ||
           fault_set(fault, FAULT_USAGE, "--sort %s: log_dice, o, pmi, mi3, t, g2 or chi2",
                     options->sort);
}

/* Each TERM is a node of its own: one word, maybe with stars. */
static bool list_nodes(struct collocations_node *nodes, const struct asked *asked,
                       struct fault *fault)
{
    for (size_t i = 0; i < asked->operands.term_count; i++) {
        const struct pattern *pattern = &asked->patterns[i];

        if (pattern->count != 1)
            return fault_set(fault, FAULT_USAGE, "'%s': a node is one word, maybe with *",
                             asked->operands.terms[i]);
        nodes[i] = (struct collocations_node){bytes_span(&pattern->text), pattern->fits[0]};
    }
    return true;
}

static bool write_collocations(struct asked *asked, const struct options *options,
                               struct fault *fault)
{
    struct collocations_wish wish = COLLOCATIONS_WISH;
    struct collocations found = COLLOCATIONS_EMPTY;
    struct collocations_node *nodes = memory_new(asked->operands.term_count, sizeof *nodes);
    bool done;

    wish.texts = asked->texts;
    wish.nodes = nodes;
    wish.node_count = asked->operands.term_count;
    wish.most = options->top;
    wish.minimum = asked->session.config.minimum_articles;
    if (options->least)
        wish.least = options_small(options->least);
    done = list_nodes(nodes, asked, fault) && read_window(&wish, options, fault) &&
           read_order(&wish, options, fault) &&
           collocations_find(&found, counts_of_store(asked->session.store), &wish, fault);
    if (done)
        tables_collocations(&asked->csv, &found, &wish, SPAN_EMPTY);
    collocations_release(&found);
    free(nodes);
    return done;
}

bool cmd_collocations(const struct options *options, struct fault *fault)
{
    struct asked asked = ASKED_EMPTY;
    bool columns = false;
    bool done = printing_choose(&columns, options, fault);

    done = done && open_asked(&asked, options, fault) && write_collocations(&asked, options, fault);
    return close_asked(&asked, done, columns, fault);
}

/* --- diversity and dispersion ------------------------------------------------------------ */

static bool write_diversity(struct asked *asked, struct fault *fault)
{
    struct richness richness = RICHNESS_EMPTY;
    struct richness_wish wish = {.texts = asked->texts,
                                 .minimum = asked->session.config.minimum_articles};
    bool done = richness_find(&richness, counts_of_store(asked->session.store), &wish, fault);

    if (done)
        tables_diversity(&asked->csv, &richness);
    richness_release(&richness);
    return done;
}

static bool write_dispersion(struct asked *asked, const struct options *options,
                             struct fault *fault)
{
    struct evenness evenness = EVENNESS_EMPTY;
    struct evenness_wish wish = {
        .texts = asked->texts, .patterns = asked->patterns, .count = asked->operands.term_count};
    bool done;

    if (wish.count == 0)
        return fault_set(fault, FAULT_USAGE, "which term? 'broadsheet dispersion TERM... PATH...'");
    wish.by_outlet_week = options->span && strcmp(options->span, "outlet-week") == 0;
    if (options->span && !wish.by_outlet_week && strcmp(options->span, "article") != 0)
        return fault_set(fault, FAULT_USAGE, "--span %s: article or outlet-week", options->span);
    done = evenness_find(&evenness, counts_of_store(asked->session.store), &wish, fault);
    if (done)
        tables_dispersion(&asked->csv, &evenness, &wish);
    evenness_release(&evenness);
    return done;
}

bool cmd_diversity(const struct options *options, struct fault *fault)
{
    struct asked asked = ASKED_EMPTY;
    bool columns = false;
    bool done = printing_choose(&columns, options, fault);

    done = done && open_asked(&asked, options, fault) && write_diversity(&asked, fault);
    return close_asked(&asked, done, columns, fault);
}

bool cmd_dispersion(const struct options *options, struct fault *fault)
{
    struct asked asked = ASKED_EMPTY;
    bool columns = false;
    bool done = printing_choose(&columns, options, fault);

    done = done && open_asked(&asked, options, fault) && write_dispersion(&asked, options, fault);
    return close_asked(&asked, done, columns, fault);
}
