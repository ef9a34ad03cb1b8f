/*
 * Intake: paths into a store or a shelf, on worker threads, in the order of the input.
 *
 *     struct intake intake = INTAKE_EMPTY;
 *     if (!intake_run(&intake, counts_of_store(store), &options, &config, &fault))
 *         return false;
 *     print(intake.totals.articles, intake.totals.skip_count);
 *     ...
 *     intake_release(&intake);
 */
#ifndef REPORTS_CLI_INTAKE_H
#define REPORTS_CLI_INTAKE_H

#include "analysis/counts.h"
#include "corpus/read/reader.h"
#include "reports/cli/options.h"
#include "reports/cli/progress.h"

struct intake {
    struct ranker *ranker; /* owned; of --weights; NULL: each language's own */
    uint64_t weights;      /* the hash of its file; 0 without one */
    bool without_voices;   /* no quotations are looked for */
    struct store_tally tally;
    struct reader *reader;       /* owned; NULL where nothing was read */
    struct reader_totals totals; /* its */
    uint64_t refreshed;          /* articles annotated anew */
    uint64_t undated;            /* articles whose date could not be read or is missing */
    struct progress progress;
};

#define INTAKE_EMPTY ((struct intake){0})

/*
 * Reads the operands into the store, or words alone into the shelf; `config` names outlets, fields
 * and zone. What was skipped is said on standard error, unless --quiet, as is the number of
 * replaced bytes. Fails as the readers and the store do.
 */
bool intake_run(struct intake *intake, struct counts_source into, const struct options *options,
                const struct config *config, struct fault *fault);

void intake_release(struct intake *intake);

/* Fails with FAULT_USAGE where the zone of --zone, else of the configuration, is none. */
bool intake_zone(const struct options *options, const struct config *config, struct fault *fault);

/* Fails with FAULT_USAGE where --lang names no language. */
bool intake_language(const struct options *options, struct fault *fault);

/* Annotates stored articles anew, as --refresh asks for. */
bool intake_refresh(struct intake *intake, struct store *store, const struct options *options,
                    const struct config *config, struct fault *fault);

#endif
