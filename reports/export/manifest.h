/*
 * manifest.json: what a report was made from, by what, and what came out,
 * with SHA-256 sums, so that anyone can check that nothing has changed and
 * make it again.
 *
 *     struct manifest manifest = {.version = ..., .period = ..., .input = ...};
 *     if (!manifest_write(&dir, &manifest, &fault))     after all other files
 *         return false;
 *
 * The same articles, settings and version give the same bytes: there is no
 * time, path, host or thread count in it.
 */
#ifndef REPORTS_EXPORT_MANIFEST_H
#define REPORTS_EXPORT_MANIFEST_H

#include "reports/export/outdir.h"

struct manifest {
    struct span version; /* of the program */
    struct span command; /* what shaped the report */
    struct span period;  /* "2025-W48"; empty for an undated set */
    struct span created; /* the date that the PDF bears */
    uint64_t seed;
    uint64_t articles;                          /* of the study and what it is compared with */
    struct span input_sha256;                   /* of these articles */
    struct span settings_sha256;                /* of all settings, the two below included */
    struct span topics_sha256;                  /* of the dictionary */
    uint32_t baseline_weeks, minimum_articles;  /* settings */
    uint32_t annotation_version, store_version; /* of the rules that read and keep articles */
};

/* Writes manifest.json, which lists the files that `dir` has so far. */
bool manifest_write(struct outdir *dir, const struct manifest *manifest, struct fault *fault);

#endif
