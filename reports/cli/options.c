#include "reports/cli/options.h"

#include "corpus/base/memory.h"
#include "corpus/base/pool.h"
#include "corpus/store/store.h"

#include <assert.h>
#include <errno.h>
#include <inttypes.h>
#include <stddef.h>
#include <stdlib.h>

enum value_kind { VALUE_TEXT, VALUE_DAY, VALUE_WEEK, VALUE_NUMBER, VALUE_MAY, VALUE_NONE };

static const struct option {
    const char *name;
    char letter; /* or 0 */
    bool shapes; /* what a report says */
    enum value_kind kind;
    size_t offset;     /* of its field in struct options */
    const char *value; /* what it takes, for help */
    const char *help;
    const char *only; /* the commands that it is of, "kwic, terms"; NULL: all take it */
} table[] = {
    {"output", 'o', false, VALUE_TEXT, offsetof(struct options, output), "DIR",
     "where the report goes (default: report); merge, train and audit need it: a file", NULL},
    {"store", 's', false, VALUE_TEXT, offsetof(struct options, store), "FILE",
     "keep the articles in this store, or report from it", NULL},
    {"week", 'w', true, VALUE_WEEK, offsetof(struct options, week), "WEEK",
     "report on this ISO week, as 2022-W24", NULL},
    {"from", 0, true, VALUE_DAY, offsetof(struct options, from), "DAY",
     "report on the days from this one, as 2022-06-14", NULL},
    {"to", 0, true, VALUE_DAY, offsetof(struct options, to), "DAY", "up to this one", NULL},
    {"config", 'c', false, VALUE_TEXT, offsetof(struct options, config), "FILE",
     "configuration (default: broadsheet.yaml in the one folder that is read)", NULL},
    {"topics", 0, false, VALUE_TEXT, offsetof(struct options, topics), "FILE",
     "a topic dictionary: YAML, LIWC, Yoshikoder, Lexicoder or WordStat", NULL},
    {"levels", 0, true, VALUE_NUMBER, offsetof(struct options, levels), "N",
     "count its categories down to this level as topics (default: 1)", NULL},
    {"words", 0, false, VALUE_NONE, offsetof(struct options, words), "",
     "with topics: the words by which they were found", "topics"},
    {"people", 0, false, VALUE_TEXT, offsetof(struct options, people), "FILE",
     "a roster: CSV with the columns name, aliases (a|b) and any attributes", NULL},
    {"weights", 0, false, VALUE_TEXT, offsetof(struct options, weights), "FILE",
     "choose speakers by these weights, as 'train' writes them", NULL},
    {"audit", 0, false, VALUE_TEXT, offsetof(struct options, audit), "FILE",
     "report: correct the speakers' shares by this judged sample of 'audit'", "report"},
    {"read", 0, false, VALUE_TEXT, offsetof(struct options, read), "FILE",
     "of audit: read this judged sample", "audit"},
    {"size", 0, false, VALUE_NUMBER, offsetof(struct options, size), "N",
     "of audit: how many quoted words are drawn (default: 200)", "audit"},
    {"zone", 0, true, VALUE_TEXT, offsetof(struct options, zone), "ZONE",
     "time zone of days and weeks (default: UTC)", NULL},
    {"lang", 0, true, VALUE_TEXT, offsetof(struct options, language), "CODE",
     "take every article for this language", NULL},
    {"report-lang", 0, true, VALUE_TEXT, offsetof(struct options, report_language), "CODE",
     "write the report in this language: en, de or ru", NULL},
    {"paper", 0, true, VALUE_TEXT, offsetof(struct options, paper), "SIZE",
     "of the PDF's pages: a4 or letter (default: a4)", NULL},
    {"date", 0, true, VALUE_DAY, offsetof(struct options, date), "DAY", "take this day for today",
     NULL},
    {"seed", 0, true, VALUE_NUMBER, offsetof(struct options, seed), "N",
     "of the resampling (default: 1)", NULL},
    {"series", 0, true, VALUE_TEXT, offsetof(struct options, series), "STEP",
     "day, week or month: what tables and trends go by (default: week)", NULL},
    {"by", 0, false, VALUE_TEXT, offsetof(struct options, by), "WHAT",
     "part speakers, topics or terms by outlet, language or a column of the roster", NULL},
    {"format", 0, false, VALUE_TEXT, offsetof(struct options, format), "FORM",
     "of a table: csv, or table (default on a terminal)", NULL},
    {"term", 0, false, VALUE_TEXT, offsetof(struct options, term), "TERM",
     "kwic, collocations, dispersion: look for this, not for a file of that name",
     "kwic, collocations, dispersion"},
    {"ngrams", 0, false, VALUE_NUMBER, offsetof(struct options, ngrams), "N",
     "terms: count phrases of N words, 1 to 5", "terms"},
    {"least", 0, false, VALUE_NUMBER, offsetof(struct options, least), "N",
     "terms, collocations: occurrences that a row of phrases or pairs needs (default: 5)",
     "terms, collocations"},
    {"window", 0, false, VALUE_TEXT, offsetof(struct options, window), "L,R",
     "collocations: L words before and R behind the node (default: 5,5)", "collocations"},
    {"span", 0, false, VALUE_TEXT, offsetof(struct options, span), "SPAN",
     "collocations: sentence, in place of a window; dispersion: article or outlet-week",
     "collocations, dispersion"},
    {"sort", 0, false, VALUE_TEXT, offsetof(struct options, sort), "KEY",
     "collocations: log_dice (default), o, pmi, mi3, t, g2, chi2; kwic: position, left, right",
     "collocations, kwic"},
    {"top", 0, false, VALUE_NUMBER, offsetof(struct options, top), "N",
     "collocations, keyness --measures all, explain: so many rows, 0 for all (default: 100)",
     "collocations, keyness, explain"},
    {"measures", 0, false, VALUE_TEXT, offsetof(struct options, measures), "all",
     "keyness: with every other measure of keyness", "keyness"},
    {"context", 0, false, VALUE_NUMBER, offsetof(struct options, context), "N",
     "kwic: words on each side, 0 to 100 (default: 8)", "kwic"},
    {"random", 0, false, VALUE_NUMBER, offsetof(struct options, random), "N",
     "kwic: N lines drawn by the seed", "kwic"},
    {"threads", 't', false, VALUE_NUMBER, offsetof(struct options, threads), "N",
     "worker threads (default: one a processor)", NULL},
    {"stories", 0, true, VALUE_NONE, offsetof(struct options, stories), "",
     "one vote a story: of articles that say the same, the first counts", NULL},
    {"turns", 0, true, VALUE_NONE, offsetof(struct options, turns), "",
     "count transcripts' turns among quoted words", NULL},
    {"indirect", 0, true, VALUE_NONE, offsetof(struct options, indirect), "",
     "find indirect speech too, and count it among quoted words", NULL},
    {"png", 0, false, VALUE_NONE, offsetof(struct options, png), "",
     "report, compare: each page as a picture too", "report, compare"},
    {"digest", 0, false, VALUE_NONE, offsetof(struct options, digest), "",
     "report: one page by itself too, digest.pdf", "report"},
    {"wait", 0, false, VALUE_NUMBER, offsetof(struct options, wait), "N",
     "seconds to wait while another process writes the store (default: 10)", NULL},
    {"shard", 0, false, VALUE_TEXT, offsetof(struct options, shard), "I/N",
     "ingest the I-th of N parts of the articles; merge adds the parts up", "ingest"},
    {"refresh", 0, false, VALUE_MAY, offsetof(struct options, refresh), "[=all]",
     "find words and quotations anew in articles of an older version, or in all", NULL},
    {"partial", 0, false, VALUE_NONE, offsetof(struct options, partial), "",
     "merge some shards now, the others later", "merge"},
    {"strict", 0, false, VALUE_NONE, offsetof(struct options, strict), "",
     "fail where a warning would be given", NULL},
    {"quiet", 'q', false, VALUE_NONE, offsetof(struct options, quiet), "", "say nothing but faults",
     NULL},
    {"help", 'h', false, VALUE_NONE, offsetof(struct options, help), "", "this text", NULL},
    {"version", 0, false, VALUE_NONE, offsetof(struct options, version), "",
     "the program's version", NULL},
};

enum { OPTIONS = sizeof table / sizeof *table };

static bool refuse(struct fault *fault, const char *command, const char *option, const char *why)
{
    return fault_set(fault, FAULT_USAGE, "%s: %s; see 'broadsheet %s --help'", option, why,
                     command);
}

static bool refuse_value(struct fault *fault, const char *command, const struct option *option,
                         const char *value, const char *why)
{
    return fault_set(fault, FAULT_USAGE, "--%s %s: %s; see 'broadsheet %s --help'", option->name,
                     value, why, command);
}

static const struct option *find_long(const char *name, size_t length)
{
    for (size_t i = 0; i < OPTIONS; i++) {
        if (strlen(table[i].name) == length && strncmp(table[i].name, name, length) == 0)
            return &table[i];
    }
    return NULL;
}

static const struct option *find_letter(char letter)
{
    for (size_t i = 0; i < OPTIONS; i++) {
        if (table[i].letter && table[i].letter == letter)
            return &table[i];
    }
    return NULL;
}

static bool read_number(uint64_t *number, const char *value)
{
    char *end = NULL;

    errno = 0;
    *number = strtoull(value, &end, 10);
    return value[0] >= '0' && value[0] <= '9' && *end == '\0' && errno == 0;
}

static bool set_value(struct options *options, const struct option *option, const char *value,
                      const char *given, const char *command, struct fault *fault)
{
    void *field = (char *)options + option->offset;

    if (!value) {
        assert(option->kind == VALUE_NONE || option->kind == VALUE_MAY);
        if (option->kind == VALUE_NONE)
            *(bool *)field = true;
        else
            *(const char **)field = "";
        return true;
    }
    switch (option->kind) {
    case VALUE_TEXT:
    case VALUE_MAY:
        *(const char **)field = value;
        return true;
    case VALUE_DAY:
        return day_read(field, span_of(value)) ||
               refuse_value(fault, command, option, value, "a day is needed, such as 2022-06-14");
    case VALUE_WEEK:
        return week_read(field, span_of(value)) ||
               refuse_value(fault, command, option, value, "a week is needed, such as 2022-W24");
    case VALUE_NUMBER:
        return read_number(field, value) ||
               refuse_value(fault, command, option, value, "a whole number is needed");
    case VALUE_NONE:
    default:
        return refuse(fault, command, given, "this option takes no value");
    }
}

/* Whether the word is one of the list, "kwic, terms". */
static bool names(const char *list, const char *word)
{
    size_t length = strlen(word);

    for (const char *at = strstr(list, word); at; at = strstr(at + 1, word)) {
        if ((at == list || at[-1] == ' ') && (at[length] == ',' || at[length] == '\0'))
            return true;
    }
    return false;
}

/* Takes argv[*at] and, where the option wants one, the value after it. */
static bool take_option(struct options *options, int argc, char **argv, int *at,
                        const char *command, struct fault *fault)
{
    const char *given = argv[*at], *value = NULL;
    const struct option *option;

    if (given[1] == '-') {
        const char *equals = strchr(given, '=');

        option = find_long(given + 2, equals ? (size_t)(equals - given) - 2 : strlen(given + 2));
        value = equals ? equals + 1 : NULL;
    } else {
        option = find_letter(given[1]);
        value = given[2] ? given + 2 : NULL;
    }
    if (!option)
        return refuse(fault, command, given, "there is no such option");
    if (option->only && !names(option->only, command))
        return fault_set(fault, FAULT_USAGE, "--%s is no option of %s; it belongs to %s",
                         option->name, command, option->only);
    if (option->kind != VALUE_NONE && option->kind != VALUE_MAY && !value) {
        if (*at + 1 == argc)
            return refuse(fault, command, given, "a value is missing");
        value = argv[++*at];
    }
    return set_value(options, option, value, given, command, fault);
}

bool options_read(struct options *options, int argc, char **argv, const char *command,
                  struct fault *fault)
{
    bool only_operands = false;

    *options = (struct options){
        .week = WEEK_NONE,
        .from = DAY_NONE,
        .to = DAY_NONE,
        .date = DAY_NONE,
        .seed = 1,
        .wait = STORE_WAIT,
        .top = OPTIONS_TOP,
        .context = OPTIONS_CONTEXT,
        .levels = 1,
        .operands = memory_new((size_t)argc, sizeof *options->operands),
    };
    for (int i = 0; i < argc; i++) {
        if (only_operands || argv[i][0] != '-' || argv[i][1] == '\0')
            options->operands[options->operand_count++] = argv[i];
        else if (strcmp(argv[i], "--") == 0)
            only_operands = true;
        else if (!take_option(options, argc, argv, &i, command, fault)) {
            options_release(options);
            return false;
        }
    }
    return true;
}

/* The value of an option as it may be typed; false where it was not given. */
static bool value_of(char text[static 32], const char **value, const struct options *options,
                     const struct option *option)
{
    const void *field = (const char *)options + option->offset;

    *value = text;
    switch (option->kind) {
    case VALUE_TEXT:
        *value = *(const char *const *)field;
        return *value != NULL;
    case VALUE_DAY:
        day_text(text, *(const int32_t *)field);
        return *(const int32_t *)field != DAY_NONE;
    case VALUE_WEEK:
        week_text(text, *(const int32_t *)field);
        return *(const int32_t *)field != WEEK_NONE;
    case VALUE_NUMBER:
        (void)snprintf(text, 32, "%" PRIu64, *(const uint64_t *)field);
        return *(const uint64_t *)field != 1;
    case VALUE_NONE:
        *value = "";
        return *(const bool *)field;
    case VALUE_MAY:
    default:
        return false;
    }
}

void options_print(struct bytes *text, const struct options *options)
{
    for (size_t i = 0; i < OPTIONS; i++) {
        char written[32];
        const char *value;

        if (table[i].shapes && value_of(written, &value, options, &table[i]))
            bytes_print(text, " --%s%s%s", table[i].name, *value ? " " : "", value);
    }
}

void options_help(FILE *out)
{
    for (size_t i = 0; i < OPTIONS; i++) {
        char letter[5] = "    ";

        if (table[i].letter)
            (void)snprintf(letter, sizeof letter, "-%c, ", table[i].letter);
        (void)fprintf(out, "  %s--%-11s %-6s %s\n", letter, table[i].name, table[i].value,
                      table[i].help);
    }
}

uint32_t options_small(uint64_t number)
{
    return number < UINT32_MAX ? (uint32_t)number : UINT32_MAX;
}

int options_threads(const struct options *options)
{
    enum { THREADS_MOST = 999 };

    if (!options->threads)
        return pool_processors();
    return options->threads < THREADS_MOST ? (int)options->threads : THREADS_MOST;
}

void options_release(struct options *options)
{
    free((void *)options->operands);
    options->operands = NULL;
    options->operand_count = 0;
}
