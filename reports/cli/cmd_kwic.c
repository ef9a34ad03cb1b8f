#include "reports/cli/commands.h"
#include "reports/cli/kwicview.h"
#include "reports/cli/operands.h"
#include "reports/cli/printing.h"
#include "reports/cli/session.h"
#include "reports/export/tables_words.h"

#include <unistd.h>

enum { PRINTED_AT_ONCE = 1 << 16 };

/* Lines on their way to standard output. */
struct printing {
    struct bytes text;
    bool columns, terminal;
};

static bool print_line(void *context, const struct concordance_line *line, struct fault *fault)
{
    struct printing *printing = context;
    bool done;

    if (printing->columns)
        kwicview_line(&printing->text, line, printing->terminal);
    else
        tables_kwic(&printing->text, line);
    if (printing->text.count < PRINTED_AT_ONCE)
        return true;
    done = printing_bytes(&printing->text, fault);
    bytes_clear(&printing->text);
    return done;
}

static bool read_order(struct concordance_wish *wish, const struct options *options,
                       struct fault *fault)
{
    static const char *const names[] = {[CONCORDANCE_BY_PLACE] = "position",
                                        [CONCORDANCE_BY_LEFT] = "left",
                                        [CONCORDANCE_BY_RIGHT] = "right"};

    for (size_t i = 0; options->sort && i < sizeof names / sizeof *names; i++) {
        if (strcmp(options->sort, names[i]) == 0) {
            wish->order = (enum concordance_order)i;
            return true;
        }
    }
    return !options->sort ||
           fault_set(fault, FAULT_USAGE, "--sort %s: position, left or right", options->sort);
}

static bool read_wish(struct concordance_wish *wish, const struct session *session,
                      const struct options *options, struct fault *fault)
{
    if (options->context > CONCORDANCE_WORDS_MAX)
        return fault_set(fault, FAULT_USAGE, "--context %llu: at most %d words",
                         (unsigned long long)options->context, CONCORDANCE_WORDS_MAX);
    if (options->random > CONCORDANCE_RANDOM_MAX)
        return fault_set(fault, FAULT_USAGE, "--random %llu: at most %d lines",
                         (unsigned long long)options->random, CONCORDANCE_RANDOM_MAX);
    wish->words = (uint32_t)options->context;
    wish->random = options->random;
    wish->seed = options->seed;
    return read_order(wish, options, fault) &&
           session_texts(&wish->texts, session, options, fault) &&
           session_have_texts(session, options, fault);
}

static bool print_concordance(struct session *session, const char *term,
                              const struct options *options, struct fault *fault)
{
    struct pattern pattern = PATTERN_EMPTY;
    struct concordance_wish wish = {.pattern = &pattern};
    struct printing printing = {.terminal = isatty(STDOUT_FILENO) == 1};
    bool done = printing_choose(&printing.columns, options, fault) &&
                read_wish(&wish, session, options, fault) &&
                pattern_read(&pattern, span_of(term), store_terms(session->store), fault);

    if (done && !printing.columns)
        tables_kwic_header(&printing.text);
    done = done &&
           concordance_find(session->store, &wish, (struct concordance_sink){&printing, print_line},
                            fault) &&
           printing_bytes(&printing.text, fault);
    pattern_release(&pattern);
    bytes_release(&printing.text);
    return done;
}

bool cmd_kwic(const struct options *options, struct fault *fault)
{
    struct session session = SESSION_EMPTY;
    struct operands operands;
    bool done;

    operands_split_first(&operands, options);
    done = operands.term_count ||
           fault_set(fault, FAULT_USAGE, "which term? 'broadsheet kwic TERM PATH...'");
    done = done && session_open_texts(&session, &operands.rest, fault) &&
           print_concordance(&session, operands.terms[0], options, fault) &&
           session_whole(&session, fault);
    session_release(&session);
    operands_release(&operands);
    return done;
}
