#include "reports/cli/commands.h"
#include "reports/cli/session.h"
#include "reports/draw/paint_cairo.h"
#include "reports/export/outdir.h"
#include "reports/export/tables.h"
#include "reports/pages/weekly.h"

#include <stdio.h>
#include <stdlib.h>

/* The tables made from findings alone: name and writer, a row each. */
static const struct report_table {
    const char *name;
    void (*write)(struct bytes *csv, const struct findings *findings);
} report_tables[] = {
    {"csv/topics.csv", tables_topics},     {"csv/speakers.csv", tables_speakers},
    {"csv/keyness.csv", tables_keyness},   {"csv/trends.csv", tables_trends},
    {"csv/coverage.csv", tables_coverage}, {"csv/evidence.csv", tables_evidence},
    {"csv/stories.csv", tables_stories},
};

static struct store_days days_of(const struct findings *findings)
{
    struct store_days days = STORE_ALL_DAYS;

    if (findings->dated) {
        days.first = week_monday(findings->weeks[0].week);
        days.last = week_monday(findings->weeks[findings->week_count - 1].week) + 6;
    }
    return days;
}

static bool write_tables(struct outdir *dir, struct session *session, struct fault *fault)
{
    struct bytes csv = BYTES_EMPTY;
    bool done = outdir_write(dir, "csv/terms.csv", bytes_span(&session->terms_csv), fault) &&
                outdir_write(dir, "csv/articles.csv", bytes_span(&session->articles_csv), fault);

    for (size_t i = 0; done && i < sizeof report_tables / sizeof *report_tables; i++) {
        bytes_clear(&csv);
        report_tables[i].write(&csv, &session->findings);
        done = outdir_write(dir, report_tables[i].name, bytes_span(&csv), fault);
    }
    bytes_clear(&csv);
    done = done && tables_quotes(&csv, session->store, days_of(&session->findings), fault) &&
           outdir_write(dir, "csv/quotes.csv", bytes_span(&csv), fault);
    bytes_release(&csv);
    return done;
}

/* The PDF's date: --date or SOURCE_DATE_EPOCH where given, else the last day of the study. */
static void created(char text[static 32], const struct options *options,
                    const struct findings *findings)
{
    char day[DAY_TEXT_SIZE];
    bool given = options->date != DAY_NONE || getenv("SOURCE_DATE_EPOCH");

    day_text(day, given || !findings->dated ? session_today(options) : findings->study_last);
    (void)snprintf(text, 32, "%sT00:00:00Z", day);
}

static bool paint(struct bytes *pdf, const struct document *document, struct typeset *typeset,
                  struct fault *fault)
{
    struct pages pages = PAGES_EMPTY;
    bool done = flow_pages(&pages, document, typeset, fault) && paint_pdf(pdf, &pages, fault);

    pages_release(&pages);
    return done;
}

static bool write_pdf(struct outdir *dir, const struct findings *findings,
                      const struct options *options, struct fault *fault)
{
    struct span files[OUTDIR_FILES_MAX];
    char date[32];
    struct weekly_about about = {
        .version = span_of(BROADSHEET_VERSION),
        .files = files,
        .file_count = dir->count,
    };
    struct document document = DOCUMENT_EMPTY;
    struct typeset *typeset = NULL;
    struct bytes pdf = BYTES_EMPTY;
    bool done = typeset_open(&typeset, fault);

    for (size_t i = 0; i < dir->count; i++)
        files[i] = span_of(dir->files[i].name);
    created(date, options, findings);
    about.created = span_of(date);
    if (done) {
        about.fonts = typeset_fonts(typeset);
        weekly_document(&document, findings, &about);
        done = paint(&pdf, &document, typeset, fault) &&
               outdir_write(dir, "weekly.pdf", bytes_span(&pdf), fault);
    }
    document_release(&document);
    typeset_release(typeset);
    bytes_release(&pdf);
    return done;
}

static void say(const struct session *session, const struct outdir *dir)
{
    const struct findings *findings = &session->findings;

    for (size_t i = 0; i < findings->notice_count; i++)
        printf("%.*s\n", SPAN_PRINT(findings->notices[i].text));
    printf("%u of %u articles repeat another; %u stories%s\n", findings->repeats,
           findings->published, findings->stories, findings->one_vote ? ", one vote each" : "");
    printf("%u articles of %.*s in %s\n", findings->published,
           SPAN_PRINT(findings->period.length ? findings->period : span_of("an undated set")),
           dir->path);
}

bool cmd_report(const struct options *options, struct fault *fault)
{
    struct session session = SESSION_EMPTY;
    struct outdir dir = OUTDIR_EMPTY;
    bool done = outdir_open(&dir, options->output ? options->output : "report", fault) &&
                session_open(&session, options, fault) &&
                session_survey(&session, options, fault) && write_tables(&dir, &session, fault) &&
                write_pdf(&dir, &session.findings, options, fault) && outdir_commit(&dir, fault);

    if (done && !options->quiet)
        say(&session, &dir);
    done = done && session_whole(&session, fault);
    outdir_release(&dir);
    session_release(&session);
    return done;
}
