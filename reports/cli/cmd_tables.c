#include "reports/cli/commands.h"
#include "reports/cli/session.h"
#include "reports/export/tables.h"

#include <errno.h>
#include <stdio.h>

/* Which table a command prints. */
typedef bool table_writer(struct bytes *csv, struct session *session, struct fault *fault);

static bool print(const struct bytes *csv, struct fault *fault)
{
    struct span span = bytes_span(csv);

    if (fwrite(span.bytes, 1, span.length, stdout) == span.length && fflush(stdout) == 0)
        return true;
    if (errno == EPIPE) /* the reader has had enough */
        return true;
    return fault_set(fault, FAULT_OUTPUT, "standard output: %s", strerror(errno));
}

static bool print_table(const struct options *options, table_writer *write, bool survey,
                        struct fault *fault)
{
    struct session session = SESSION_EMPTY;
    struct bytes csv = BYTES_EMPTY;
    bool done = session_open(&session, options, fault) &&
                (!survey || session_survey(&session, options, fault)) &&
                write(&csv, &session, fault) && print(&csv, fault) &&
                session_whole(&session, fault);

    bytes_release(&csv);
    session_release(&session);
    return done;
}

static bool write_terms(struct bytes *csv, struct session *session, struct fault *fault)
{
    (void)fault;
    bytes_add(csv, bytes_span(&session->terms_csv));
    return true;
}

static bool write_articles(struct bytes *csv, struct session *session, struct fault *fault)
{
    (void)fault;
    bytes_add(csv, bytes_span(&session->articles_csv));
    return true;
}

static bool write_quotes(struct bytes *csv, struct session *session, struct fault *fault)
{
    return tables_quotes(csv, session->store, STORE_ALL_DAYS, fault);
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

bool cmd_terms(const struct options *options, struct fault *fault)
{
    return print_table(options, write_terms, true, fault);
}

bool cmd_articles(const struct options *options, struct fault *fault)
{
    return print_table(options, write_articles, true, fault);
}

bool cmd_quotes(const struct options *options, struct fault *fault)
{
    return print_table(options, write_quotes, false, fault);
}

bool cmd_stories(const struct options *options, struct fault *fault)
{
    return print_table(options, write_stories, true, fault);
}

bool cmd_speakers(const struct options *options, struct fault *fault)
{
    return print_table(options, write_speakers, true, fault);
}

bool cmd_topics(const struct options *options, struct fault *fault)
{
    return print_table(options, write_topics, true, fault);
}

bool cmd_keyness(const struct options *options, struct fault *fault)
{
    return print_table(options, write_keyness, true, fault);
}

bool cmd_trends(const struct options *options, struct fault *fault)
{
    return print_table(options, write_trends, true, fault);
}
