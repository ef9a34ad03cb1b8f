#include "reports/cli/auditing.h"

#include "analysis/audit_found.h"
#include "reports/cli/printing.h"
#include "reports/export/tables_audit.h"

#include <stdio.h>
#include <sys/stat.h>

/* A sheet may hold hours of somebody's work: none is written over. */
static bool is_free(const char *path, struct fault *fault)
{
    struct stat status;

    if (!path)
        return fault_set(fault, FAULT_USAGE, "it needs -o FILE for the sample, or --read FILE");
    if (stat(path, &status) == 0)
        return fault_set(fault, FAULT_USAGE,
                         "%s is there already and may be filled; name another file", path);
    return true;
}

static void say(const struct audit_sample *sample, const struct session *session, const char *path)
{
    struct bytes line = BYTES_EMPTY;
    uint32_t passages = 0;

    for (size_t i = 0; i < sample->count; i++)
        passages += sample->rows[i].passage;
    bytes_print(&line, "%zu quotations of %zu and %u passages are in %s.", sample->count - passages,
                session->audit.quote_count, passages, path);
    printing_line(stdout, bytes_span(&line));
    printf("%s\n", tables_audit_how);
    bytes_release(&line);
}

bool auditing_write_sheet(struct session *session, const struct options *options,
                          struct fault *fault)
{
    struct audit_sample sample = {
        .size = options->size ? (uint32_t)options->size : AUDIT_SAMPLE_SIZE, .seed = options->seed};
    struct bytes csv = BYTES_EMPTY;
    bool done;

    if (options->size > AUDIT_SAMPLE_MOST)
        return fault_set(fault, FAULT_USAGE, "--size %llu: it is %d at most",
                         (unsigned long long)options->size, AUDIT_SAMPLE_MOST);
    done = is_free(options->output, fault) &&
           audit_sample_draw(&sample, &session->audit, &session->findings, session->store, fault);
    if (done) {
        tables_audit_sheet(&csv, &sample, &session->findings);
        done = outdir_replace(options->output, bytes_span(&csv), fault);
    }
    if (done && !options->quiet)
        say(&sample, session, options->output);
    bytes_release(&csv);
    audit_sample_release(&sample);
    return done;
}

static bool same_period(const struct judgements *judgements, const struct findings *findings,
                        const char *path, struct fault *fault)
{
    if (span_equal(judgements->period, findings->period))
        return true;
    return fault_set(fault, FAULT_USAGE,
                     "%s: the sample is of %.*s, the report of %.*s; --week, or --from and --to, "
                     "choose the days",
                     path, SPAN_PRINT(judgements->period), SPAN_PRINT(findings->period));
}

bool auditing_judge(struct session *session, const char *path, struct fault *fault)
{
    struct judgements judgements = JUDGEMENTS_EMPTY;
    struct audit_sample sample = AUDIT_SAMPLE_EMPTY;
    struct bytes text = BYTES_EMPTY;
    bool done = session_read_file(&text, path, fault) &&
                judgements_read(&judgements, bytes_span(&text), path, fault) &&
                same_period(&judgements, &session->findings, path, fault);

    sample.size = judgements.size;
    sample.seed = judgements.seed;
    done = done &&
           audit_sample_draw(&sample, &session->audit, &session->findings, session->store, fault) &&
           audit_found_fill(&session->findings, &session->audit, &sample, &judgements, path, fault);
    hash_sha256(session->audit_sha256, bytes_span(&text));
    audit_sample_release(&sample);
    judgements_release(&judgements);
    bytes_release(&text);
    return done;
}
