#include "reports/cli/provenance.h"

#include <inttypes.h>

static void hash_settings(struct provenance *provenance, const struct session *session,
                          const struct options *options)
{
    const struct findings *findings = &session->findings;
    struct bytes text = BYTES_EMPTY;
    struct span zone = options->zone ? span_of(options->zone) : session->config.zone;

    bytes_print(&text,
                "baseline_weeks %" PRIu32 "\nminimum_articles %" PRIu32 "\nseed %" PRIu64
                "\ntopics %s\npeople %s\nconfig %s\n",
                session->config.baseline_weeks, session->config.minimum_articles, options->seed,
                session->topics_sha256, session->people_sha256, session->config_sha256);
    bytes_print(&text, "zone %.*s\nlang %s\nweights %016" PRIx64 "\n", SPAN_PRINT(zone),
                options->language ? options->language : "", session->intake.weights);
    if (session->audit_sha256[0])
        bytes_print(&text, "audit %s\n", session->audit_sha256);
    bytes_print(&text, "one_vote %d\nturns %d\nindirect %d\n", findings->one_vote, findings->turns,
                findings->indirect);
    bytes_print(&text, "series %s\n", steps_name(findings->series));
    hash_sha256(provenance->settings, bytes_span(&text));
    bytes_release(&text);
}

void provenance_find(struct provenance *provenance, const char *command,
                     const struct session *session, const struct options *options)
{
    memcpy(provenance->input, session->input_sha256, sizeof provenance->input);
    provenance->articles = session->input_articles;
    hash_settings(provenance, session, options);
    bytes_print(&provenance->command, "broadsheet %s", command);
    options_print(&provenance->command, options);
}

void provenance_release(struct provenance *provenance)
{
    bytes_release(&provenance->command);
    *provenance = PROVENANCE_EMPTY;
}
