#include "analysis/bonds.h"
#include "corpus/base/memory.h"
#include "corpus/base/pool.h"
#include "corpus/store/schema.h"
#include "reports/cli/auditing.h"
#include "reports/cli/commands.h"
#include "reports/cli/interrupt.h"
#include "reports/cli/printing.h"
#include "reports/cli/provenance.h"
#include "reports/cli/publishing.h"
#include "reports/cli/session.h"
#include "reports/draw/format.h"
#include "reports/export/manifest.h"
#include "reports/export/tables.h"
#include "reports/export/tables_audit.h"
#include "reports/export/tables_changes.h"
#include "reports/export/tables_discovered.h"
#include "reports/export/tables_groups.h"
#include "reports/export/tables_intake.h"
#include "reports/export/tables_watch.h"
#include "reports/export/tables_words.h"
#include "reports/pages/digest.h"
#include "reports/pages/phrases.h"
#include "reports/pages/weekly.h"

#include <stdio.h>
#include <stdlib.h>

/* The tables made from findings alone: name and writer, a row each. */
static const struct report_table {
    const char *name;
    void (*write)(struct bytes *csv, const struct findings *findings);
} report_tables[] = {
    {"csv/topics.csv", tables_topics},
    {"csv/speakers.csv", tables_speakers},
    {"csv/changes.csv", tables_changes},
    {"csv/keyness.csv", tables_keyness},
    {"csv/words.csv", tables_shown_words},
    {"csv/trends.csv", tables_trends},
    {"csv/people.csv", tables_people},
    {"csv/coverage.csv", tables_coverage},
    {"csv/evidence.csv", tables_evidence},
    {"csv/stories.csv", tables_stories},
    {"csv/topic_outlets.csv", tables_topic_groups},
    {"csv/speakers_by_outlet.csv", tables_speaker_groups},
    {"csv/speaker_topics.csv", tables_speaker_topics},
    {"csv/concentration.csv", tables_concentration},
    {"csv/arrivals.csv", tables_arrivals},
    {"csv/topic_terms.csv", tables_topic_terms},
    {"csv/discovered.csv", tables_discovered},
    {"csv/alarms.csv", tables_alarms},
    {"csv/bursts.csv", tables_bursts},
    {"csv/audit.csv", tables_audit},
};

/* How many of them there are: the last one only where an audit was read. */
static size_t count_tables(const struct session *session)
{
    return sizeof report_tables / sizeof *report_tables - !session->audited;
}

static const struct reader_totals *totals_of(const struct session *session)
{
    return session->intake.reader ? &session->intake.totals : NULL;
}

/* Adds the last of the rows. */
static bool end_file(struct outdir_file *file, struct bytes *csv, struct fault *fault)
{
    bool done = outdir_add(file, bytes_span(csv), fault) && outdir_end(file, fault);

    bytes_release(csv);
    return done;
}

/* The files whose rows come while the articles are counted. */
static bool begin_files(struct outdir *dir, struct session *session, struct fault *fault)
{
    session->terms_file = outdir_begin(dir, "csv/terms.csv", fault);
    if (!session->terms_file)
        return false;
    session->articles_file = outdir_begin(dir, "csv/articles.csv", fault);
    return session->articles_file != NULL;
}

/* What follows the files of the rows above, in the manifest's order. */
struct table_files {
    struct outdir_file *tables[sizeof report_tables / sizeof *report_tables];
    struct outdir_file *attributes[ROSTER_COLUMNS_MAX];
    struct outdir_file *collocations, *intake, *quotes;
};

static bool begin_tables(struct table_files *files, struct outdir *dir, struct session *session,
                         struct fault *fault)
{
    for (size_t i = 0; i < count_tables(session); i++) {
        files->tables[i] = outdir_begin(dir, report_tables[i].name, fault);
        if (!files->tables[i])
            return false;
    }
    for (size_t i = 0; i < session->findings.roster_column_count; i++) {
        files->attributes[i] = outdir_begin(
            dir, tables_attribute_file(&session->findings.arena, &session->findings, i), fault);
        if (!files->attributes[i])
            return false;
    }
    files->collocations = outdir_begin(dir, "csv/collocations.csv", fault);
    if (!files->collocations)
        return false;
    files->intake = outdir_begin(dir, "csv/intake.csv", fault);
    if (!files->intake)
        return false;
    files->quotes = outdir_begin(dir, "csv/quotes.csv", fault);
    return files->quotes != NULL;
}

/* The words that moved, and the most frequent ones, each once; the caller frees them. */
static struct collocations_node *list_nodes(const struct findings *findings, size_t *count)
{
    enum { LISTS = 3 };
    const struct term_finding *lists[LISTS] = {findings->risen, findings->fallen,
                                               findings->frequent};
    const size_t counts[LISTS] = {findings->risen_count, findings->fallen_count,
                                  findings->frequent_count};
    struct collocations_node *nodes = memory_new(counts[0] + counts[1] + counts[2], sizeof *nodes);
    struct table seen = TABLE_EMPTY;

    *count = 0;
    for (size_t l = 0; l < LISTS; l++) {
        for (size_t i = 0; i < counts[l]; i++) {
            nodes[*count].name = lists[l][i].term;
            *count += table_add(&seen, lists[l][i].term) == *count;
        }
    }
    table_release(&seen);
    return nodes;
}

/* What stands near these words in the study. */
static bool write_collocations(const struct table_files *files, struct session *session,
                               const struct options *options, struct fault *fault)
{
    enum { SHOWN = 20 }; /* of each */
    const struct findings *findings = &session->findings;
    struct collocations found = COLLOCATIONS_EMPTY;
    struct collocations_wish wish = COLLOCATIONS_WISH;
    struct bytes csv = BYTES_EMPTY;
    struct collocations_node *nodes = list_nodes(findings, &wish.node_count);
    bool done = session_texts(&wish.texts, session, options, fault);

    if (findings->dated)
        wish.texts.days = (struct store_days){findings->study_first, findings->study_last, false};
    wish.nodes = nodes;
    wish.most = SHOWN;
    wish.minimum = findings->minimum_articles;
    done = done && (wish.node_count == 0 ||
                    collocations_find(&found, counts_of_store(session->store), &wish, fault));
    if (done) {
        bonds_keep(&session->findings, &found);
        tables_collocations(&csv, &found, &wish, findings->period);
    }
    done = done && end_file(files->collocations, &csv, fault);
    collocations_release(&found);
    bytes_release(&csv);
    free(nodes);
    return done;
}

static bool write_tables(const struct table_files *files, struct session *session,
                         struct fault *fault)
{
    struct bytes csv = BYTES_EMPTY;
    bool done = end_file(session->terms_file, &session->terms_csv, fault) &&
                end_file(session->articles_file, &session->articles_csv, fault);

    for (size_t i = 0; done && i < count_tables(session); i++) {
        report_tables[i].write(&csv, &session->findings);
        done = end_file(files->tables[i], &csv, fault);
    }
    for (size_t i = 0; done && i < session->findings.roster_column_count; i++) {
        tables_attribute(&csv, &session->findings, &session->findings.attributes[i]);
        done = end_file(files->attributes[i], &csv, fault);
    }
    tables_intake(&csv, totals_of(session));
    done = done && end_file(files->intake, &csv, fault);
    bytes_release(&csv);
    return done;
}

/* The quotations, which are read from the store while all else is written. */
struct quotes_job {
    const struct session *session;
    struct outdir_file *file;
    bool done;
    struct fault fault;
};

static void write_quotes(void *kept, void *given)
{
    struct quotes_job *job = given;
    const struct session *session = job->session;
    struct bytes csv = BYTES_EMPTY;

    (void)kept;
    job->done = tables_quotes(&csv, job->file, session->store, &session->findings, &job->fault) &&
                end_file(job->file, &csv, &job->fault);
    bytes_release(&csv);
}

static const struct pool_work quotes_work = {.work = write_quotes};

static bool write_digest(struct outdir *dir, const struct session *session,
                         const struct weekly_about *about, struct typeset *typeset,
                         struct fault *fault)
{
    struct digest digest = {.findings = &session->findings, .about = about};

    return publishing_write_page(dir, "digest.pdf",
                                 &(struct publishing_page){&digest, DIGEST_LEVELS, digest_document},
                                 typeset, fault);
}

static bool write_editions(struct outdir *dir, const struct session *session,
                           const struct options *options, const struct provenance *provenance,
                           const char *date, struct fault *fault)
{
    struct span files[OUTDIR_FILES_MAX];
    struct weekly_about about = {
        .version = span_of(BROADSHEET_VERSION),
        .command = bytes_span(&provenance->command),
        .input_hash = span_of(provenance->input),
        .settings_hash = span_of(provenance->settings),
        .created = span_of(date),
        .files = files,
        .file_count = dir->count,
        .weighed = options->weights != NULL,
        .tongue = session->tongue,
        .letter = session->letter,
        .read = totals_of(session),
    };
    struct document document = DOCUMENT_EMPTY;
    struct typeset *typeset = NULL;
    bool done =
        typeset_open(&typeset, fault) && fonts_hash(typeset_fonts(typeset), FONTS_SET_IN, fault);

    for (size_t i = 0; i < dir->count; i++)
        files[i] = span_of(dir->files[i].name);
    if (done) {
        about.fonts = typeset_fonts(typeset);
        weekly_document(&document, &session->findings, &about);
        done = publishing_write(dir, "weekly", &document, typeset, options, fault) &&
               (!options->digest || write_digest(dir, session, &about, typeset, fault));
    }
    document_release(&document);
    typeset_release(typeset);
    return done;
}

static bool write_manifest(struct outdir *dir, const struct session *session,
                           const struct options *options, const struct provenance *provenance,
                           const char *date, struct fault *fault)
{
    struct manifest manifest = {
        .version = span_of(BROADSHEET_VERSION),
        .command = bytes_span(&provenance->command),
        .period = session->findings.period,
        .created = span_of(date),
        .seed = options->seed,
        .articles = provenance->articles,
        .input_sha256 = span_of(provenance->input),
        .settings_sha256 = span_of(provenance->settings),
        .topics_sha256 = span_of(session->topics_sha256),
        .baseline_weeks = session->config.baseline_weeks,
        .minimum_articles = session->config.minimum_articles,
        .annotation_version = ANNOTATE_VERSION,
        .store_version = SCHEMA_VERSION,
    };

    return manifest_write(dir, &manifest, fault);
}

/* The tables, and the report as PDF and HTML from the same blocks. */
static bool write_contents(struct outdir *dir, struct session *session,
                           const struct options *options, const struct provenance *provenance,
                           const char *date, struct fault *fault)
{
    struct table_files files;
    struct quotes_job quotes = {.session = session};
    struct pool *aside;
    bool done;

    if (!begin_tables(&files, dir, session, fault))
        return false;
    if (!write_collocations(&files, session, options, fault))
        return false;
    quotes.file = files.quotes;
    aside = pool_start(options_threads(options) > 1 ? 2 : 1, &quotes_work);
    pool_give(aside, &quotes);
    done = write_tables(&files, session, fault) &&
           write_editions(dir, session, options, provenance, date, fault);
    (void)pool_take(aside);
    pool_stop(aside);
    if (done && !quotes.done)
        *fault = quotes.fault;
    return done && quotes.done;
}

/* All files, and last the one that lists them. */
static bool write_files(struct outdir *dir, struct session *session, const struct options *options,
                        struct fault *fault)
{
    struct provenance provenance = PROVENANCE_EMPTY;
    char date[PUBLISHING_DATE_SIZE];
    bool done;

    publishing_date(date, options, &session->findings);
    provenance_find(&provenance, "report", session, options);
    done = write_contents(dir, session, options, &provenance, date, fault) &&
           write_manifest(dir, session, options, &provenance, date, fault);
    provenance_release(&provenance);
    return done;
}

static void say(const struct session *session, const struct outdir *dir)
{
    const struct findings *findings = &session->findings;
    struct arena arena = ARENA_EMPTY;
    struct wording wording = {.arena = &arena, .tongue = &tongues[TONGUE_ENGLISH]};
    struct bytes line = BYTES_EMPTY;

    for (size_t i = 0; i < findings->notice_count; i++)
        printing_line(stdout, phrases_notice(&wording, findings, &findings->notices[i]));
    if (findings->repeats) {
        bytes_print(&line, "%u of %u articles repeat another; %u %s%s", findings->repeats,
                    findings->published, findings->stories,
                    format_plural(findings->stories, "story", "stories"),
                    findings->one_vote ? ", one vote each" : "");
        printing_line(stdout, bytes_span(&line));
        bytes_clear(&line);
    }
    bytes_print(&line, "%u %s of %.*s in %s", findings->published,
                format_plural(findings->published, "article", "articles"),
                SPAN_PRINT(findings->period.length ? findings->period : span_of("an undated set")),
                dir->path);
    printing_line(stdout, bytes_span(&line));
    bytes_release(&line);
    arena_release(&arena);
}

bool cmd_report(const struct options *options, struct fault *fault)
{
    struct session session = SESSION_EMPTY;
    struct outdir dir = OUTDIR_EMPTY;
    bool done;

    session.breakdown.report = true;
    session.discover = true;
    session.audited = options->audit != NULL;
    interrupt_guard(&dir);
    done = outdir_open(&dir, options->output ? options->output : "report", fault) &&
           session_open(&session, options, fault) && begin_files(&dir, &session, fault) &&
           session_survey(&session, options, fault) &&
           (!options->audit || auditing_judge(&session, options->audit, fault)) &&
           write_files(&dir, &session, options, fault) && outdir_commit(&dir, fault);

    if (done && !options->quiet)
        say(&session, &dir);
    done = done && session_whole(&session, fault);
    interrupt_guard(NULL);
    outdir_release(&dir);
    session_release(&session);
    return done;
}
