#include "reports/cli/session.h"

#include "corpus/base/memory.h"
#include "corpus/voices/ranker.h"
#include "reports/cli/printing.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { FILE_BYTES_MAX = 64 << 20 };

int32_t session_today(const struct options *options)
{
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    char *end = NULL;
    long long seconds;

    if (options->date != DAY_NONE)
        return options->date;
    seconds = epoch ? strtoll(epoch, &end, 10) : 0;
    if (!epoch || *epoch == '\0' || *end != '\0')
        seconds = (long long)time(NULL);
    return (int32_t)(seconds / 86400 - (seconds % 86400 < 0));
}

bool session_read_file(struct bytes *bytes, const char *path, struct fault *fault)
{
    FILE *file = fopen(path, "rb");
    size_t got;
    int failed;

    if (!file)
        return fault_set(fault, FAULT_USAGE, "%s: %s", path, strerror(errno));
    do {
        got = fread(bytes_room(bytes, 65536), 1, 65536, file);
        bytes_grown(bytes, got);
    } while (got && bytes->count <= FILE_BYTES_MAX);
    failed = ferror(file);
    (void)fclose(file);
    if (failed)
        return fault_set(fault, FAULT_USAGE, "%s: it cannot be read as a file", path);
    return bytes->count <= FILE_BYTES_MAX ||
           fault_set(fault, FAULT_LIMIT, "%s: the file is longer than 64 MB", path);
}

/* The file of --config, else broadsheet.yaml in the one folder that is read; NULL for none. */
static const char *find_config(struct bytes *path, const struct options *options)
{
    struct span folder;
    FILE *file;

    if (options->config)
        return options->config;
    if (options->operand_count != 1)
        return NULL;
    folder = span_of(options->operands[0]);
    while (folder.length > 1 && folder.bytes[folder.length - 1] == '/')
        folder.length--;
    bytes_print(path, "%.*s/broadsheet.yaml", SPAN_PRINT(folder));
    file = fopen(bytes_text(path), "rb");
    if (!file)
        return NULL;
    (void)fclose(file);
    return bytes_text(path);
}

static bool open_config(struct session *session, const struct options *options, struct fault *fault)
{
    struct bytes path = BYTES_EMPTY, text = BYTES_EMPTY;
    const char *name = find_config(&path, options);
    bool done = !name || (session_read_file(&text, name, fault) &&
                          config_read(&session->config, bytes_span(&text), name, fault));

    if (done && name)
        hash_sha256(session->config_sha256, bytes_span(&text));
    bytes_release(&text);
    bytes_release(&path);
    return done;
}

/* The language of --report-lang, else the configuration's, else English. */
static bool open_tongue(struct session *session, const struct options *options, struct fault *fault)
{
    struct span code = session->config.report_language;

    if (options->report_language)
        code = span_of(options->report_language);
    session->tongue = code.length ? tongue_find(code) : &tongues[TONGUE_ENGLISH];
    return session->tongue ||
           fault_set(fault, FAULT_USAGE,
                     "a report can't be written in the language '%.*s'; take en, de or ru",
                     SPAN_PRINT(code));
}

/* The paper of --paper, else the configuration's, else A4. */
static bool open_paper(struct session *session, const struct options *options, struct fault *fault)
{
    struct span size = session->config.paper;

    if (options->paper)
        size = span_of(options->paper);
    session->letter = span_is(size, "letter");
    return !size.length || session->letter || span_is(size, "a4") ||
           fault_set(fault, FAULT_USAGE, "there is no paper '%.*s'; take a4 or letter",
                     SPAN_PRINT(size));
}

static bool open_dictionary(struct session *session, const struct options *options,
                            struct fault *fault)
{
    const char *topics = options->topics;
    struct bytes bytes = BYTES_EMPTY;
    bool done;

    if (!topics && session->config.topics.length)
        topics = session->config.topics.bytes;
    if (!topics)
        done = dictionary_read_default(&session->dictionary, &bytes, fault);
    else
        done = session_read_file(&bytes, topics, fault) &&
               dictionary_read(&session->dictionary, bytes_span(&bytes), topics, SPAN_EMPTY, fault);
    hash_sha256(session->topics_sha256, bytes_span(&bytes));
    bytes_release(&bytes);
    return done;
}

/* The roster of --people, else the configuration's; without one there is none. */
static bool open_roster(struct session *session, const struct options *options, struct fault *fault)
{
    struct bytes bytes = BYTES_EMPTY;
    const char *people = options->people;
    bool done;

    if (!people && session->config.people.length)
        people = session->config.people.bytes;
    if (!people)
        return true;
    done = session_read_file(&bytes, people, fault) &&
           roster_read(&session->roster, bytes_span(&bytes), people, fault);
    hash_sha256(session->people_sha256, bytes_span(&bytes));
    bytes_release(&bytes);
    return done;
}

static bool read_series(struct session *session, const struct options *options, struct fault *fault)
{
    return !options->series || steps_read(&session->series, span_of(options->series)) ||
           fault_set(fault, FAULT_USAGE, "--series %s: it is day, week or month", options->series);
}

static bool read_breakdown(struct session *session, const struct options *options,
                           struct fault *fault)
{
    struct breakdown_wish *wish = &session->breakdown;

    if (!options->by) {
        wish->topics = wish->speakers = false;
        return true;
    }
    if (!wish->topics && !wish->speakers)
        return fault_set(fault, FAULT_USAGE,
                         "--by %s: only the tables speakers, topics and terms go by something; a "
                         "report has its own tables by outlet and by the roster's columns",
                         options->by);
    return grouping_read(&wish->grouping, span_of(options->by), session_roster(session), fault);
}

/* Words are of articles, and so of no person. */
static bool read_word_groups(struct session *session, const struct options *options,
                             struct fault *fault)
{
    struct fault unused;

    if (!options->by ||
        grouping_read(&session->breakdown.grouping, span_of(options->by), NULL, &unused))
        return true;
    return fault_set(fault, FAULT_USAGE,
                     "--by %s: words are of articles, so terms go by outlet or language alone",
                     options->by);
}

static bool pairs_stores(const struct session *session)
{
    return session->pairing.against == WEEKS_AGAINST_STORE;
}

/* True where no article's quotations are found in this run: those of the store are as they are. */
static bool takes_store_as_it_is(const struct session *session, const struct options *options)
{
    return pairs_stores(session) ||
           (options->store && options->operand_count == 0 && !options->refresh);
}

static bool open_weights(struct session *session, const struct options *options,
                         struct fault *fault)
{
    struct bytes bytes = BYTES_EMPTY;
    bool done;

    if (!options->weights)
        return true;
    if (takes_store_as_it_is(session, options))
        return fault_set(fault, FAULT_USAGE,
                         "--weights choose speakers while articles are read: for those of a store "
                         "add --refresh=all");
    session->intake.ranker = memory_new(1, sizeof *session->intake.ranker);
    done = session_read_file(&bytes, options->weights, fault) &&
           ranker_read(session->intake.ranker, bytes_span(&bytes), options->weights, fault);
    session->intake.weights = hash_bytes(bytes_span(&bytes), 0);
    bytes_release(&bytes);
    return done;
}

const struct roster *session_roster(const struct session *session)
{
    return session->people_sha256[0] ? &session->roster : NULL;
}

/* Says what a reader of the store's numbers must know. */
static void say_store(const struct session *session, const struct options *options)
{
    struct store_manifest manifest = store_manifest(session->store);
    struct bytes line = BYTES_EMPTY;

    if (options->quiet || !options->store)
        return;
    if (!shard_complete(manifest.held, manifest.shards)) {
        bytes_print(&line, "broadsheet: %s holds shards %.*s of %u only; merge them for the whole",
                    options->store, SPAN_PRINT(manifest.held), manifest.shards);
        printing_line(stderr, bytes_span(&line));
        bytes_clear(&line);
    }
    if (manifest.annotator < ANNOTATE_VERSION) {
        bytes_print(&line,
                    "broadsheet: %s has articles annotated by an older version; 'broadsheet "
                    "ingest --refresh --store' brings them up to date",
                    options->store);
        printing_line(stderr, bytes_span(&line));
    }
    bytes_release(&line);
}

static bool open_store(struct session *session, const struct options *options, bool reads,
                       struct fault *fault)
{
    if (!store_open(&session->store, options->store, reads ? STORE_WRITE : STORE_READ,
                    options_small(options->wait), fault))
        return false;
    if (options->refresh &&
        !intake_refresh(&session->intake, session->store, options, &session->config, fault))
        return false;
    if (!reads)
        say_store(session, options);
    return true;
}

static bool join_stores(struct session *session, const struct options *options, struct fault *fault)
{
    const char *paths[PAIRING_SIDES];

    for (int i = 0; i < PAIRING_SIDES; i++)
        paths[i] = session->pairing.sides[i].typed;
    return store_join(&session->store,
                      &(struct store_merge){.paths = paths,
                                            .count = PAIRING_SIDES,
                                            .wait = options_small(options->wait)},
                      session->parts, fault);
}

/* Opens the store, or for words alone a shelf, and reads the operands into it. */
static bool open_articles(struct session *session, const struct options *options, bool words,
                          struct fault *fault)
{
    bool reads = options->operand_count > 0;

    if (!reads && !options->store && !pairs_stores(session))
        return fault_set(fault, FAULT_USAGE,
                         "no articles are named; give a folder, a file, - or --store FILE");
    if (options->language && takes_store_as_it_is(session, options))
        return fault_set(fault, FAULT_USAGE,
                         "--lang is of articles that are read: those of a store have it by ingest, "
                         "or by its --refresh=all");
    if (!intake_language(options, fault) || !intake_zone(options, &session->config, fault))
        return false;
    if (pairs_stores(session))
        return join_stores(session, options, fault);
    if (words && !options->store && !options->stories && !session->config.one_vote)
        session->shelf = shelf_open();
    else if (!open_store(session, options, reads, fault))
        return false;
    return !reads ||
           intake_run(&session->intake,
                      (struct counts_source){.store = session->store, .shelf = session->shelf},
                      options, &session->config, fault);
}

/* Stops at the first. */
static bool look_for_indirect(void *context, const struct stored_quote *quote, struct fault *fault)
{
    bool *found = context;

    (void)fault;
    *found = quote->kind == QUOTE_INDIRECT;
    return !*found;
}

/* Indirect speech is counted where it was looked for; a store without any says so. */
static bool open_indirect(struct session *session, const struct options *options,
                          struct fault *fault)
{
    static const char *const none =
        "--indirect finds indirect speech while articles are read, and the store holds none: add "
        "--refresh=all";
    bool found = false;

    session->indirect = options->indirect;
    if (!options->indirect || !takes_store_as_it_is(session, options))
        return true;
    if (!store_walk_quotes(session->store, STORE_ALL_DAYS, look_for_indirect, &found, fault) &&
        !found)
        return false;
    session->indirect = found;
    if (found)
        return true;
    if (options->strict)
        return fault_set(fault, FAULT_USAGE, "%s", none);
    if (!options->quiet)
        (void)fprintf(stderr, "broadsheet: %s\n", none);
    return true;
}

bool session_open(struct session *session, const struct options *options, struct fault *fault)
{
    if (options->levels == 0)
        return fault_set(fault, FAULT_USAGE, "--levels 0: it is 1 or more");
    return open_config(session, options, fault) && open_tongue(session, options, fault) &&
           open_paper(session, options, fault) && open_dictionary(session, options, fault) &&
           open_roster(session, options, fault) && read_series(session, options, fault) &&
           read_breakdown(session, options, fault) && open_weights(session, options, fault) &&
           open_articles(session, options, false, fault) && open_indirect(session, options, fault);
}

bool session_open_store(struct session *session, const struct options *options, struct fault *fault)
{
    return open_config(session, options, fault) && open_weights(session, options, fault) &&
           open_articles(session, options, false, fault);
}

bool session_open_words(struct session *session, const struct options *options, struct fault *fault)
{
    return open_config(session, options, fault) && read_series(session, options, fault) &&
           read_word_groups(session, options, fault) &&
           open_articles(session, options, true, fault);
}

bool session_open_texts(struct session *session, const struct options *options, struct fault *fault)
{
    session->intake.without_voices = !options->store;
    return open_config(session, options, fault) && open_articles(session, options, false, fault);
}

bool session_texts(struct texts_wish *wish, const struct session *session,
                   const struct options *options, struct fault *fault)
{
    bool named = options->from != DAY_NONE || options->to != DAY_NONE;

    *wish = (struct texts_wish){
        .days = STORE_ALL_DAYS,
        .one_vote = options->stories || session->config.one_vote,
        .story_window = (int32_t)session->config.story_days,
        .threads = options_threads(options),
    };
    if (options->week != WEEK_NONE && named)
        return fault_set(fault, FAULT_USAGE, "--week and --from or --to: give one of them");
    wish->days.undated = options->week == WEEK_NONE && !named;
    if (options->week != WEEK_NONE) {
        wish->days.first = week_monday(options->week);
        wish->days.last = wish->days.first + 6;
    }
    if (options->from != DAY_NONE)
        wish->days.first = options->from;
    if (options->to != DAY_NONE)
        wish->days.last = options->to;
    return weeks_in_order(options->from, options->to, fault);
}

bool session_open_topics(struct session *session, const struct options *options,
                         struct fault *fault)
{
    return open_config(session, options, fault) && open_dictionary(session, options, fault);
}

bool session_whole(const struct session *session, struct fault *fault)
{
    const struct reader_totals *totals = &session->intake.totals;

    if (totals->skip_count == 0 && totals->replaced == 0)
        return true;
    return fault_set(fault, FAULT_PARTIAL,
                     "done, with %llu files or lines skipped and %llu bytes replaced",
                     (unsigned long long)totals->skip_count, (unsigned long long)totals->replaced);
}

void session_release(struct session *session)
{
    findings_release(&session->findings);
    audit_release(&session->audit);
    intake_release(&session->intake);
    config_release(&session->config);
    dictionary_release(&session->dictionary);
    roster_release(&session->roster);
    store_close(session->store);
    shelf_close(session->shelf);
    bytes_release(&session->terms_csv);
    bytes_release(&session->articles_csv);
    *session = SESSION_EMPTY;
}
