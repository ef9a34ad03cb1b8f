/*
 * A session: the store, the dictionary and the survey that a command works
 * with, opened from its options.
 *
 *     struct session session = SESSION_EMPTY;
 *     bool done = session_open(&session, options, fault) &&
 *                 session_survey(&session, options, fault);
 *     ...
 *     session_release(&session);
 */
#ifndef REPORTS_CLI_SESSION_H
#define REPORTS_CLI_SESSION_H

#include "analysis/survey.h"
#include "analysis/texts.h"
#include "corpus/base/hash.h"
#include "corpus/store/store_merge.h"
#include "reports/cli/intake.h"
#include "reports/cli/pairing.h"
#include "reports/draw/tongue.h"
#include "reports/export/outdir.h"

struct session {
    struct config config;
    struct store *store; /* or */
    struct shelf *shelf;
    struct dictionary dictionary;
    struct roster roster;
    struct findings findings;
    struct intake intake;
    const struct tongue *tongue; /* the report's */
    bool letter;                 /* the report's paper is US Letter, else A4 */
    bool indirect;               /* --indirect, but for a store that holds none */
    /*
     * Set by the command before session_open(): what a breakdown would be of. --by
     * fills in the rest, and is refused where it would be of nothing.
     */
    struct breakdown_wish breakdown;
    enum weeks_series series;               /* --series */
    struct pairing pairing;                 /* set by the caller, where two sides are compared */
    struct store_part parts[PAIRING_SIDES]; /* of two stores, in the order of the sides */
    bool audited;                           /* set by the caller: session_survey() fills `audit` */
    struct audit audit;                     /* what may be judged */
    bool discover; /* set by the caller: session_survey() looks for topics beyond the dictionary */
    /* Filled by session_survey(); what is moved to a file meanwhile is not left here. */
    /* Prints rows of terms as they come; NULL where they are kept or go to the file. */
    bool (*print_terms)(const struct bytes *csv, struct fault *fault);
    struct bytes terms_csv, articles_csv;
    struct outdir_file *terms_file, *articles_file; /* borrowed; NULL: none */
    char input_sha256[HASH_HEX_SIZE];               /* of the articles surveyed, see provenance.h */
    uint64_t input_articles;                        /* how many */
    char config_sha256[HASH_HEX_SIZE]; /* of the configuration's file; empty where there is none */
    char topics_sha256[HASH_HEX_SIZE]; /* of the dictionary */
    char people_sha256[HASH_HEX_SIZE]; /* of the roster; empty where there is none */
    char audit_sha256[HASH_HEX_SIZE];  /* of the sheet of --audit; empty where there is none */
};

#define SESSION_EMPTY ((struct session){.config = CONFIG_EMPTY})

/*
 * Opens the store of --store, or one of this run, and reads the operands into it; of two
 * stores that are compared, one of this run with the articles of both.
 * Where none are read and nothing is refreshed, --weights and --lang are refused, and
 * --indirect is warned of where the store holds no indirect speech.
 */
bool session_open(struct session *session, const struct options *options, struct fault *fault);

/* The same for what is stored alone: nothing is opened that only a report needs. */
bool session_open_store(struct session *session, const struct options *options,
                        struct fault *fault);

/* The same for counting words alone: without --store on a shelf, and without topics. */
bool session_open_words(struct session *session, const struct options *options,
                        struct fault *fault);

/* The same for tables of words, whose texts are needed: without --store without quotations. */
bool session_open_texts(struct session *session, const struct options *options,
                        struct fault *fault);

/* Their articles: those of --week or --from and --to, else all. */
bool session_texts(struct texts_wish *wish, const struct session *session,
                   const struct options *options, struct fault *fault);

/* False with FAULT_INPUT where those days have none. */
bool session_have_texts(const struct session *session, const struct options *options,
                        struct fault *fault);

/* Which weeks are counted, and how. */
struct counts_options session_counts(const struct session *session, const struct options *options);

/* The configuration and the dictionary alone, without articles. */
bool session_open_topics(struct session *session, const struct options *options,
                         struct fault *fault);

/* Counts the words into terms_csv, what session->print_terms has not printed. */
bool session_count_words(struct session *session, const struct options *options,
                         struct fault *fault);

/* Counts and finds; the rows of terms only where there is a file for them. */
bool session_survey(struct session *session, const struct options *options, struct fault *fault);

/* One of two outlets or stores that are compared. */
struct counts_side session_side(const struct session *session, int side);

/*
 * Surveys two sides both ways: `a` is A against B, and what the session then holds B against
 * A. The caller releases `a`.
 */
bool session_survey_both(struct session *session, struct findings *a, const struct options *options,
                         struct fault *fault);

/* Adds a file of 64 MB at most to `bytes`. Fails with FAULT_USAGE, FAULT_LIMIT. */
bool session_read_file(struct bytes *bytes, const char *path, struct fault *fault);

/* False with FAULT_PARTIAL where articles were skipped or bytes replaced. */
bool session_whole(const struct session *session, struct fault *fault);

/* The roster of --people or the configuration; NULL for none. */
const struct roster *session_roster(const struct session *session);

/* Today: --date, else SOURCE_DATE_EPOCH, else the clock's day in UTC. */
int32_t session_today(const struct options *options);

void session_release(struct session *session);

#endif
