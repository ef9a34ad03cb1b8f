#include "analysis/people/quote_people.h"
#include "reports/cli/auditing.h"
#include "reports/cli/commands.h"
#include "reports/cli/console.h"
#include "reports/cli/quoteview.h"
#include "reports/cli/session.h"
#include "reports/export/tables.h"
#include "reports/export/tables_audit.h"
#include "reports/export/tables_discovered.h"

#include <errno.h>
#include <stdio.h>
#include <unistd.h>

/* Which table a command prints. */
typedef bool table_writer(struct bytes *csv, struct session *session, struct fault *fault);

static bool print_bytes(const struct bytes *csv, struct fault *fault)
{
    struct span span = bytes_span(csv);

    if (fwrite(span.bytes, 1, span.length, stdout) == span.length && fflush(stdout) == 0)
        return true;
    if (errno == EPIPE) /* the reader has had enough */
        return true;
    return fault_set(fault, FAULT_OUTPUT, "standard output: %s", strerror(errno));
}

/* Columns for eyes on a terminal, CSV for programs, unless --format says which. */
static bool choose_format(bool *columns, const struct options *options, struct fault *fault)
{
    if (options->format && strcmp(options->format, "csv") != 0 &&
        strcmp(options->format, "table") != 0)
        return fault_set(fault, FAULT_USAGE, "--format %s: it is csv or table", options->format);
    *columns = options->format ? strcmp(options->format, "table") == 0 : isatty(STDOUT_FILENO);
    return true;
}

static bool print(const struct bytes *csv, bool columns, struct fault *fault)
{
    struct bytes text = BYTES_EMPTY;
    bool done;

    if (!columns)
        return print_bytes(csv, fault);
    console_table(&text, bytes_span(csv));
    done = print_bytes(&text, fault);
    bytes_release(&text);
    return done;
}

/* What a table is made from. */
typedef bool table_opener(struct session *session, const struct options *options,
                          struct fault *fault);

static bool open_survey(struct session *session, const struct options *options, struct fault *fault)
{
    return session_open(session, options, fault) && session_survey(session, options, fault);
}

static bool open_discovery(struct session *session, const struct options *options,
                           struct fault *fault)
{
    session->discover = true;
    return open_survey(session, options, fault);
}

static bool open_audit(struct session *session, const struct options *options, struct fault *fault)
{
    session->audited = true;
    return open_survey(session, options, fault);
}

static bool open_judged(struct session *session, const struct options *options, struct fault *fault)
{
    return open_audit(session, options, fault) && auditing_judge(session, options->read, fault);
}

static bool print_table(const struct options *options, table_opener *open, table_writer *write,
                        struct fault *fault)
{
    struct session session = SESSION_EMPTY;
    struct bytes csv = BYTES_EMPTY;
    bool columns = false;
    bool done = choose_format(&columns, options, fault) && open(&session, options, fault) &&
                write(&csv, &session, fault) && print(&csv, columns, fault) &&
                session_whole(&session, fault);

    bytes_release(&csv);
    session_release(&session);
    return done;
}

static bool write_articles(struct bytes *csv, struct session *session, struct fault *fault)
{
    (void)fault;
    bytes_add(csv, bytes_span(&session->articles_csv));
    return true;
}

/* On a terminal each quotation in its sentence, else the table. */
static bool write_quotes(struct bytes *out, struct session *session, const struct options *options,
                         bool columns, struct fault *fault)
{
    struct findings *findings = &session->findings;

    if (!quote_people_read(findings, session->store, session_roster(session), options->turns,
                           session->indirect, fault))
        return false;
    return columns ? quoteview_all(out, session->store, findings, isatty(STDOUT_FILENO) == 1, fault)
                   : tables_all_quotes(out, session->store, findings, fault);
}

static bool write_stories(struct bytes *csv, struct session *session, struct fault *fault)
{
    (void)fault;
    tables_stories(csv, &session->findings);
    return true;
}

static bool write_speakers(struct bytes *csv, struct session *session, struct fault *fault)
{
    (void)fault;
    tables_speakers(csv, &session->findings);
    return true;
}

static bool write_people(struct bytes *csv, struct session *session, struct fault *fault)
{
    (void)fault;
    tables_people(csv, &session->findings);
    return true;
}

static bool write_topics(struct bytes *csv, struct session *session, struct fault *fault)
{
    (void)fault;
    tables_topics(csv, &session->findings);
    return true;
}

static bool write_keyness(struct bytes *csv, struct session *session, struct fault *fault)
{
    (void)fault;
    tables_keyness(csv, &session->findings);
    return true;
}

static bool write_trends(struct bytes *csv, struct session *session, struct fault *fault)
{
    (void)fault;
    tables_trends(csv, &session->findings);
    return true;
}

static bool write_discovered(struct bytes *csv, struct session *session, struct fault *fault)
{
    (void)fault;
    tables_discovered(csv, &session->findings);
    return true;
}

bool cmd_terms(const struct options *options, struct fault *fault)
{
    struct session session = SESSION_EMPTY;
    bool columns = false, done = choose_format(&columns, options, fault);

    /* There may be a gigabyte of rows: they are printed as they come. */
    session.print_terms = columns ? NULL : print_bytes;
    done = done && session_open_words(&session, options, fault) &&
           session_count_words(&session, options, fault) &&
           print(&session.terms_csv, columns, fault) && session_whole(&session, fault);
    session_release(&session);
    return done;
}

bool cmd_articles(const struct options *options, struct fault *fault)
{
    return print_table(options, open_survey, write_articles, fault);
}

bool cmd_quotes(const struct options *options, struct fault *fault)
{
    struct session session = SESSION_EMPTY;
    struct bytes out = BYTES_EMPTY;
    bool columns = false;
    bool done = choose_format(&columns, options, fault) && session_open(&session, options, fault) &&
                write_quotes(&out, &session, options, columns, fault) && print_bytes(&out, fault) &&
                session_whole(&session, fault);

    bytes_release(&out);
    session_release(&session);
    return done;
}

bool cmd_stories(const struct options *options, struct fault *fault)
{
    return print_table(options, open_survey, write_stories, fault);
}

bool cmd_speakers(const struct options *options, struct fault *fault)
{
    return print_table(options, open_survey, write_speakers, fault);
}

bool cmd_people(const struct options *options, struct fault *fault)
{
    return print_table(options, open_survey, write_people, fault);
}

bool cmd_topics(const struct options *options, struct fault *fault)
{
    return print_table(options, open_survey, write_topics, fault);
}

bool cmd_keyness(const struct options *options, struct fault *fault)
{
    return print_table(options, open_survey, write_keyness, fault);
}

bool cmd_trends(const struct options *options, struct fault *fault)
{
    return print_table(options, open_survey, write_trends, fault);
}

bool cmd_discover(const struct options *options, struct fault *fault)
{
    return print_table(options, open_discovery, write_discovered, fault);
}

static bool write_audit(struct bytes *csv, struct session *session, struct fault *fault)
{
    (void)fault;
    tables_audit(csv, &session->findings);
    return true;
}

bool cmd_audit(const struct options *options, struct fault *fault)
{
    struct session session = SESSION_EMPTY;
    bool done;

    if (options->read)
        return print_table(options, open_judged, write_audit, fault);
    done = open_audit(&session, options, fault) && auditing_write_sheet(&session, options, fault) &&
           session_whole(&session, fault);
    session_release(&session);
    return done;
}
