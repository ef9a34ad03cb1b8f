#include "reports/cli/commands.h"
#include "reports/cli/session.h"

#include <stdio.h>

bool cmd_ingest(const struct options *options, struct fault *fault)
{
    struct session session = SESSION_EMPTY;
    bool done;

    if (!options->store)
        return fault_set(fault, FAULT_USAGE,
                         "ingest needs --store FILE; see 'broadsheet ingest "
                         "--help'");
    if (options->operand_count == 0 && !options->refresh)
        return fault_set(fault, FAULT_USAGE, "ingest needs a folder, a file or -");
    done = session_open(&session, options, fault);
    if (done && !options->quiet)
        printf(
            "%llu files, %llu articles: %llu new, %llu revised, %llu known; %llu undated, %llu "
            "skipped\n",
            (unsigned long long)session.intake.files, (unsigned long long)session.intake.articles,
            (unsigned long long)session.intake.tally.added,
            (unsigned long long)session.intake.tally.revised,
            (unsigned long long)session.intake.tally.known,
            (unsigned long long)session.intake.undated, (unsigned long long)session.intake.skipped);
    if (done && !options->quiet && options->refresh)
        printf("%llu articles annotated anew\n", (unsigned long long)session.intake.refreshed);
    done = done && session_whole(&session, fault);
    session_release(&session);
    return done;
}
