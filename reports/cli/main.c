/*
 * broadsheet: the program's front door.
 *
 * One row of `commands` is one command. main() alone reports faults and
 * chooses the exit code.
 */
#include "analysis/measures/numeric.h"
#include "reports/cli/commands.h"

#include <errno.h>
#include <malloc.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

static const struct command {
    const char *name;
    const char *summary;
    bool (*run)(const struct options *options, struct fault *fault);
} commands[] = {
    {"report", "the weekly report of the articles under PATH... or in a store", cmd_report},
    {"compare", "two periods, outlets or stores, A and B, side by side", cmd_compare},
    {"ingest", "add the articles under PATH... to a store", cmd_ingest},
    {"merge", "add up stores, or the shards of one, into a new store", cmd_merge},
    {"articles", "what was read", cmd_articles},
    {"stories", "articles that say the same, as stories", cmd_stories},
    {"quotes", "each quotation with its speaker", cmd_quotes},
    {"speakers", "who was quoted, and how much", cmd_speakers},
    {"people", "which spellings are which person, and why", cmd_people},
    {"topics", "the share of articles with each topic", cmd_topics},
    {"discover", "topics that no dictionary names, from what is new in the week", cmd_discover},
    {"check", "what is wrong with a topic dictionary, found on articles", cmd_check},
    {"terms", "each term's frequency, week by week", cmd_terms},
    {"keyness", "the terms that set the week apart", cmd_keyness},
    {"trends", "which topics and speakers rise or fall over the weeks", cmd_trends},
    {"collocations", "which words stand near TERM, or the strongest pairs", cmd_collocations},
    {"kwic", "each place of TERM in its context", cmd_kwic},
    {"dispersion", "how evenly each TERM is spread", cmd_dispersion},
    {"diversity", "lexical diversity by outlet and week", cmd_diversity},
    {"explain", "what stands behind the number that has this ID", cmd_explain},
    {"audit", "a sample of quotations to judge by hand; --read: what it says", cmd_audit},
    {"train", "refit the weights that choose speakers, from labelled articles", cmd_train},
};

enum { COMMANDS = sizeof commands / sizeof *commands };

static void show_usage(FILE *out)
{
    (void)fprintf(out, "usage: broadsheet COMMAND [OPTION...] [PATH...]\n\ncommands:\n");
    for (size_t i = 0; i < COMMANDS; i++)
        (void)fprintf(out, "  %-12s %s\n", commands[i].name, commands[i].summary);
    (void)fprintf(out, "\noptions:\n");
    options_help(out);
    (void)fprintf(out, "\nPATH is a folder, a file, or - for standard input. kwic, collocations, "
                       "dispersion: TERM PATH...; explain: ID PATH...; "
                       "compare: A B PATH..., or A.db B.db\n");
}

static const struct command *find_command(const char *name)
{
    for (size_t i = 0; i < COMMANDS; i++) {
        if (strcmp(commands[i].name, name) == 0)
            return &commands[i];
    }
    return NULL;
}

static void show_version(void)
{
    printf("broadsheet %s\n", BROADSHEET_VERSION);
}

static bool run(const struct command *command, int argc, char **argv, struct fault *fault)
{
    struct options options;
    bool done;

    if (!options_read(&options, argc, argv, command->name, fault))
        return false;
    if (options.help || options.version) {
        if (options.help)
            show_usage(stdout);
        else
            show_version();
        options_release(&options);
        return true;
    }
    done = command->run(&options, fault);
    options_release(&options);
    if (done && fflush(stdout) != 0 && errno != EPIPE)
        done = fault_set(fault, FAULT_OUTPUT, "standard output: %s", strerror(errno));
    return done;
}

/* Bytes from which on a block goes back to the system when it is freed. */
enum { LARGE_BLOCK = 1 << 20 };

int main(int argc, char **argv)
{
    const struct command *command = argc > 1 ? find_command(argv[1]) : NULL;
    struct fault fault = FAULT_EMPTY;

    if (argc == 2 && (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0)) {
        show_usage(stdout);
        return 0;
    }
    if (argc == 2 && strcmp(argv[1], "--version") == 0) {
        show_version();
        return 0;
    }
    if (!command && argc > 1) {
        (void)fault_set(&fault, FAULT_USAGE,
                        "there is no command '%s'; broadsheet --help lists them", argv[1]);
        (void)fprintf(stderr, "broadsheet: %s\n", fault.message);
        return fault_exit_code(fault.kind);
    }
    if (!command) {
        show_usage(stderr);
        return fault_exit_code(FAULT_USAGE);
    }
    (void)signal(SIGPIPE, SIG_IGN);
    numeric_start();
    (void)mallopt(M_MMAP_THRESHOLD, LARGE_BLOCK);
    if (run(command, argc - 2, argv + 2, &fault))
        return 0;
    (void)fprintf(stderr, "broadsheet %s: %s\n", command->name, fault.message);
    return fault_exit_code(fault.kind);
}
