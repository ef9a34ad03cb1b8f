#include "analysis/people/quote_people.h"
#include "reports/cli/auditing.h"
#include "reports/cli/checking.h"
#include "reports/cli/commands.h"
#include "reports/cli/printing.h"
#include "reports/cli/quoteview.h"
#include "reports/cli/session.h"
#include "reports/export/tables.h"
#include "reports/export/tables_audit.h"
#include "reports/export/tables_discovered.h"
#include "reports/export/tables_groups.h"
#include "reports/export/tables_words.h"

#include <string.h>
#include <unistd.h>

/* How a table is written: one of the two. */
struct table_writer {
    void (*from_findings)(struct bytes *csv, const struct findings *findings);
    bool (*from_session)(struct bytes *csv, struct session *session, struct fault *fault);
};

/* What a table is made from. */
typedef bool table_opener(struct session *session, const struct options *options,
                          struct fault *fault);

static bool open_survey(struct session *session, const struct options *options, struct fault *fault)
{
    return session_open(session, options, fault) && session_survey(session, options, fault);
}

static bool open_speakers(struct session *session, const struct options *options,
                          struct fault *fault)
{
    session->breakdown.speakers = true;
    return open_survey(session, options, fault);
}

static bool open_topics(struct session *session, const struct options *options, struct fault *fault)
{
    session->breakdown.topics = true;
    return open_survey(session, options, fault);
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

static bool write_table(struct bytes *csv, struct session *session, struct table_writer writer,
                        struct fault *fault)
{
    if (writer.from_session)
        return writer.from_session(csv, session, fault);
    writer.from_findings(csv, &session->findings);
    return true;
}

static bool print_table(const struct options *options, table_opener *open,
                        struct table_writer writer, struct fault *fault)
{
    struct session session = SESSION_EMPTY;
    struct bytes csv = BYTES_EMPTY;
    bool columns = false;
    bool done = printing_choose(&columns, options, fault) && open(&session, options, fault) &&
                write_table(&csv, &session, writer, fault) &&
                printing_table(&csv, columns, fault) && session_whole(&session, fault);

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

/* Of the report's days where a week or days are asked for. */
static bool write_found_quotes(struct bytes *out, struct session *session,
                               const struct options *options, bool columns, struct fault *fault)
{
    struct findings *findings = &session->findings;

    if (!session_survey(session, options, fault))
        return false;
    return columns
               ? quoteview_found(out, session->store, findings, isatty(STDOUT_FILENO) == 1, fault)
               : tables_quotes(out, NULL, session->store, findings, fault);
}

/* On a terminal each quotation in its sentence, else the table. */
static bool write_quotes(struct bytes *out, struct session *session, const struct options *options,
                         bool columns, struct fault *fault)
{
    struct findings *findings = &session->findings;

    if (options->week != WEEK_NONE || options->from != DAY_NONE || options->to != DAY_NONE)
        return write_found_quotes(out, session, options, columns, fault);
    if (!quote_people_read(findings, session->store, session_roster(session), options->turns,
                           session->indirect, fault))
        return false;
    return columns ? quoteview_all(out, session->store, findings, isatty(STDOUT_FILENO) == 1, fault)
                   : tables_all_quotes(out, session->store, findings, fault);
}

static bool write_speakers(struct bytes *csv, struct session *session, struct fault *fault)
{
    const struct findings *findings = &session->findings;

    (void)fault;
    switch (session->breakdown.grouping.kind) {
    case GROUPING_ATTRIBUTE:
        tables_attribute(
            csv, findings,
            &(struct attribute_rows){findings->speaker_groups, findings->speaker_group_count});
        break;
    case GROUPING_OUTLET:
    case GROUPING_LANGUAGE:
        tables_speaker_groups(csv, findings);
        break;
    case GROUPING_NONE:
    default:
        tables_speakers(csv, findings);
    }
    return true;
}

static bool write_topics(struct bytes *csv, struct session *session, struct fault *fault)
{
    (void)fault;
    if (session->breakdown.grouping.kind == GROUPING_NONE)
        tables_topics(csv, &session->findings);
    else
        tables_topic_groups(csv, &session->findings);
    return true;
}

bool cmd_terms(const struct options *options, struct fault *fault)
{
    struct session session = SESSION_EMPTY;
    bool columns = false, done = printing_choose(&columns, options, fault);

    /* There may be a gigabyte of rows: they are printed as they come. */
    session.print_terms = columns ? NULL : printing_bytes;
    done = done && session_open_words(&session, options, fault) &&
           session_count_words(&session, options, fault) &&
           printing_table(&session.terms_csv, columns, fault) && session_whole(&session, fault);
    session_release(&session);
    return done;
}

bool cmd_articles(const struct options *options, struct fault *fault)
{
    return print_table(options, open_survey, (struct table_writer){.from_session = write_articles},
                       fault);
}

bool cmd_quotes(const struct options *options, struct fault *fault)
{
    struct session session = SESSION_EMPTY;
    struct bytes out = BYTES_EMPTY;
    bool columns = false;
    bool done = printing_choose(&columns, options, fault) &&
                session_open(&session, options, fault) &&
                write_quotes(&out, &session, options, columns, fault) &&
                printing_bytes(&out, fault) && session_whole(&session, fault);

    bytes_release(&out);
    session_release(&session);
    return done;
}

bool cmd_stories(const struct options *options, struct fault *fault)
{
    return print_table(options, open_survey, (struct table_writer){.from_findings = tables_stories},
                       fault);
}

bool cmd_speakers(const struct options *options, struct fault *fault)
{
    return print_table(options, open_speakers,
                       (struct table_writer){.from_session = write_speakers}, fault);
}

bool cmd_people(const struct options *options, struct fault *fault)
{
    return print_table(options, open_survey, (struct table_writer){.from_findings = tables_people},
                       fault);
}

bool cmd_topics(const struct options *options, struct fault *fault)
{
    struct table_writer found = {.from_findings = tables_topic_terms};
    struct table_writer shares = {.from_session = write_topics};

    return print_table(options, open_topics, options->words ? found : shares, fault);
}

/* The first operand is the dictionary. */
bool cmd_check(const struct options *options, struct fault *fault)
{
    struct options shifted = *options;

    if (options->operand_count == 0)
        return fault_set(fault, FAULT_USAGE,
                         "no dictionary is named: broadsheet check DICTIONARY "
                         "[PATH...]");
    shifted.topics = options->operands[0];
    shifted.operands++;
    shifted.operand_count--;
    if (!shifted.operand_count && !shifted.store && !shifted.quiet)
        (void)fprintf(stderr, "broadsheet: no articles are named, so only entries that can never "
                              "match are listed\n");
    return print_table(&shifted, checking_open,
                       (struct table_writer){.from_session = checking_write}, fault);
}

/* Every measure, for the rows that --top asks for. */
static bool write_contrasts(struct bytes *csv, struct session *session,
                            const struct options *options, struct fault *fault)
{
    struct contrasts contrasts = CONTRASTS_EMPTY;
    struct contrasts_wish wish = {
        .counts = session_counts(session, options), .most = options->top, .seed = options->seed};
    bool done = contrasts_find(&contrasts, &session->findings, counts_of_store(session->store),
                               &wish, fault);

    if (done)
        tables_contrasts(csv, &session->findings, &contrasts);
    contrasts_release(&contrasts);
    return done;
}

bool cmd_keyness(const struct options *options, struct fault *fault)
{
    struct session session = SESSION_EMPTY;
    struct bytes csv = BYTES_EMPTY;
    bool columns = false, done;

    if (!options->measures)
        return print_table(options, open_survey,
                           (struct table_writer){.from_findings = tables_keyness}, fault);
    if (strcmp(options->measures, "all") != 0)
        return fault_set(fault, FAULT_USAGE, "--measures %s: only all", options->measures);
    done = printing_choose(&columns, options, fault) && open_survey(&session, options, fault) &&
           write_contrasts(&csv, &session, options, fault) &&
           printing_table(&csv, columns, fault) && session_whole(&session, fault);
    bytes_release(&csv);
    session_release(&session);
    return done;
}

bool cmd_trends(const struct options *options, struct fault *fault)
{
    return print_table(options, open_survey, (struct table_writer){.from_findings = tables_trends},
                       fault);
}

bool cmd_discover(const struct options *options, struct fault *fault)
{
    return print_table(options, open_discovery,
                       (struct table_writer){.from_findings = tables_discovered}, fault);
}

bool cmd_audit(const struct options *options, struct fault *fault)
{
    struct session session = SESSION_EMPTY;
    bool done;

    if (options->read)
        return print_table(options, open_judged,
                           (struct table_writer){.from_findings = tables_audit}, fault);
    done = open_audit(&session, options, fault) && auditing_write_sheet(&session, options, fault) &&
           session_whole(&session, fault);
    session_release(&session);
    return done;
}
