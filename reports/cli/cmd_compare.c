#include "analysis/versus.h"
#include "corpus/store/schema.h"
#include "reports/cli/commands.h"
#include "reports/cli/interrupt.h"
#include "reports/cli/printing.h"
#include "reports/cli/provenance.h"
#include "reports/cli/publishing.h"
#include "reports/cli/session.h"
#include "reports/draw/format.h"
#include "reports/export/manifest.h"
#include "reports/export/tables.h"
#include "reports/export/tables_versus.h"
#include "reports/pages/compared.h"

#include <stdio.h>

static bool write_tables(struct outdir *dir, const struct versus *versus, struct fault *fault)
{
    struct bytes csv = BYTES_EMPTY;
    bool done;

    tables_versus(&csv, versus);
    done = outdir_write(dir, "csv/compare.csv", bytes_span(&csv), fault);
    bytes_clear(&csv);
    tables_evidence(&csv, versus->b);
    done = done && outdir_write(dir, "csv/evidence.csv", bytes_span(&csv), fault);
    bytes_release(&csv);
    return done;
}

static bool write_editions(struct outdir *dir, const struct session *session,
                           const struct versus *versus, const struct options *options,
                           const struct weekly_about *made, struct fault *fault)
{
    struct weekly_about about = *made;
    struct span files[OUTDIR_FILES_MAX];
    struct document document = DOCUMENT_EMPTY;
    struct typeset *typeset = NULL;
    bool done =
        typeset_open(&typeset, fault) && fonts_hash(typeset_fonts(typeset), FONTS_SET_IN, fault);

    for (size_t i = 0; i < dir->count; i++)
        files[i] = span_of(dir->files[i].name);
    if (done) {
        about.files = files;
        about.file_count = dir->count;
        about.tongue = session->tongue;
        about.fonts = typeset_fonts(typeset);
        compared_document(&document, versus, &about);
        done = publishing_write(dir, "compare", &document, typeset, options, fault);
    }
    document_release(&document);
    typeset_release(typeset);
    return done;
}

/*
 * "compare 2022-W21 2022-W24", with what could be taken for two words in marks; of a store
 * its file without the folder, which shapes nothing.
 */
static void name_command(struct bytes *command, const struct pairing *pairing)
{
    bytes_add_text(command, "compare");
    for (int i = 0; i < PAIRING_SIDES; i++) {
        const char *slash =
            pairing->against == WEEKS_AGAINST_STORE ? strrchr(pairing->sides[i].typed, '/') : NULL;
        const char *name = slash ? slash + 1 : pairing->sides[i].typed;
        const char *mark = strchr(name, ' ') ? "'" : "";

        bytes_print(command, " %s%s%s", mark, name, mark);
    }
}

static bool write_all(struct outdir *dir, struct session *session, const struct versus *versus,
                      const struct options *options, struct fault *fault)
{
    struct provenance provenance = PROVENANCE_EMPTY;
    struct bytes command = BYTES_EMPTY, period = BYTES_EMPTY;
    struct weekly_about about;
    char date[PUBLISHING_DATE_SIZE];
    bool done;

    name_command(&command, &session->pairing);
    bytes_print(&period, "%.*s vs %.*s", SPAN_PRINT(versus->a->period),
                SPAN_PRINT(versus->b->period));
    provenance_find(&provenance, bytes_text(&command), session, options);
    publishing_date(date, options, versus->b);
    about = (struct weekly_about){
        .version = span_of(BROADSHEET_VERSION),
        .command = bytes_span(&provenance.command),
        .input_hash = span_of(provenance.input),
        .settings_hash = span_of(provenance.settings),
        .created = span_of(date),
        .weighed = options->weights != NULL,
    };
    done = write_tables(dir, versus, fault) &&
           write_editions(dir, session, versus, options, &about, fault) &&
           manifest_write(dir,
                          &(struct manifest){
                              .version = span_of(BROADSHEET_VERSION),
                              .command = bytes_span(&provenance.command),
                              .period = bytes_span(&period),
                              .created = span_of(date),
                              .seed = options->seed,
                              .articles = provenance.articles,
                              .input_sha256 = span_of(provenance.input),
                              .settings_sha256 = span_of(provenance.settings),
                              .topics_sha256 = span_of(session->topics_sha256),
                              .baseline_weeks = session->config.baseline_weeks,
                              .minimum_articles = session->config.minimum_articles,
                              .annotation_version = ANNOTATE_VERSION,
                              .store_version = SCHEMA_VERSION,
                          },
                          fault);
    provenance_release(&provenance);
    bytes_release(&command);
    bytes_release(&period);
    return done;
}

/* "of 17 topics 1 differs clearly, of 84 speakers 0, no term was compared". */
static void add_compared(struct bytes *line, const struct findings *b)
{
    const struct {
        const char *one, *several;
        uint32_t tested, clear;
    } kinds[] = {{"topic", "topics", b->topics_tested, b->clear_topics},
                 {"speaker", "speakers", b->speakers_tested, b->clear_speakers},
                 {"term", "terms", b->terms_tested, b->clear_terms}};
    bool told = false; /* what the bare numbers after it count */

    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        bytes_add_text(line, i ? ", " : "");
        if (kinds[i].tested)
            bytes_print(
                line, "of %u %s %u%s", kinds[i].tested,
                format_plural(kinds[i].tested, kinds[i].one, kinds[i].several), kinds[i].clear,
                told ? "" : format_plural(kinds[i].clear, " differs clearly", " differ clearly"));
        else
            bytes_print(line, "no %s was compared", kinds[i].one);
        told = told || kinds[i].tested;
    }
}

/* That nothing was compared, and why, where articles are too few. */
static void add_nothing_compared(struct bytes *line, const struct findings *a,
                                 const struct findings *b)
{
    bytes_add_text(line, "nothing could be compared");
    if (a->articles < b->minimum_articles || b->articles < b->minimum_articles)
        bytes_print(line, ", since an interval needs at least %u %s on either side",
                    b->minimum_articles, b->one_vote ? "stories" : "articles");
}

static void say(const struct versus *versus, const struct outdir *dir)
{
    const struct findings *a = versus->a, *b = versus->b;
    struct bytes line = BYTES_EMPTY;

    bytes_print(&line, "%u %s of %.*s and %u of %.*s: ", a->published,
                format_plural(a->published, "article", "articles"), SPAN_PRINT(a->period),
                b->published, SPAN_PRINT(b->period));
    if (b->topics_tested + b->speakers_tested + b->terms_tested)
        add_compared(&line, b);
    else
        add_nothing_compared(&line, a, b);
    bytes_print(&line, "; in %s", dir->path);
    printing_line(stdout, bytes_span(&line));
    bytes_release(&line);
}

static bool compare(const struct options *options, const struct pairing *pairing,
                    struct fault *fault)
{
    struct session session = SESSION_EMPTY;
    struct findings a = FINDINGS_EMPTY;
    struct versus versus = {.a = NULL};
    struct outdir dir = OUTDIR_EMPTY;
    bool done;

    session.pairing = *pairing;
    interrupt_guard(&dir);
    done = outdir_open(&dir, options->output ? options->output : "report", fault) &&
           session_open(&session, options, fault) &&
           session_survey_both(&session, &a, options, fault);
    if (done)
        versus_make(&versus, &a, &session.findings);
    done = done && write_all(&dir, &session, &versus, options, fault) && outdir_commit(&dir, fault);
    if (done && !options->quiet)
        say(&versus, &dir);
    done = done && session_whole(&session, fault);
    interrupt_guard(NULL);
    outdir_release(&dir);
    session_release(&session);
    findings_release(&a);
    return done;
}

bool cmd_compare(const struct options *options, struct fault *fault)
{
    struct options articles = *options; /* what is left of the operands are PATHs */
    struct pairing pairing = {.study = 1};

    if (options->operand_count < PAIRING_SIDES)
        return fault_set(
            fault, FAULT_USAGE,
            "compare takes A and B first, two periods, outlets or stores, and then PATHs: "
            "broadsheet compare 2022-W21 2022-W24 articles/");
    articles.operands += PAIRING_SIDES;
    articles.operand_count -= PAIRING_SIDES;
    return pairing_read(&pairing, options->operands[0], options->operands[1], fault) &&
           pairing_check(&pairing, &articles, fault) && compare(&articles, &pairing, fault);
}
