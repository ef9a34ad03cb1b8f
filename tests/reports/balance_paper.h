/*
 * Findings with voices, trends and a roster, and the paper that pages and figures of them are
 * drawn on: set_up() and tear_down() are each test's fixtures.
 */
#ifndef TESTS_REPORTS_BALANCE_PAPER_H
#define TESTS_REPORTS_BALANCE_PAPER_H

#include "tests/support.h"

#include "reports/pages/pages.h"
#include "reports/pages/weekly.h"
#include "reports/pages/wording.h"
#include "tests/reports/findings_voices.h"
#include "tests/reports/with_fonts.h"

#define NB "\u00A0"

static struct findings findings;
static struct arena arena;
static const struct wording wording = {.arena = &arena, .tongue = &tongues[TONGUE_ENGLISH]};

static inline int set_up(void **state)
{
    (void)state;
    invented_findings(&findings);
    invented_voices(&findings);
    return 0;
}

static inline int tear_down(void **state)
{
    (void)state;
    arena_release(&arena);
    findings_release(&findings);
    return 0;
}

static inline void expect_text(struct span text, const char *expected)
{
    if (!span_is(text, expected))
        fail_msg("'%.*s' is not '%s'", SPAN_PRINT(text), expected);
}

static inline void expect_part(struct span text, const char *part)
{
    struct span copy = arena_copy(&arena, text);

    if (!strstr(copy.bytes, part))
        fail_msg("'%s' does not say '%s'", copy.bytes, part);
}

struct paper {
    struct document document;
    struct weekly_about about;
    struct edition edition;
};

static inline void paper_open(struct paper *paper, enum tongue_name tongue)
{
    static const struct span files[] = {{"csv/speakers_by_outlet.csv", 26},
                                        {"csv/speakers_by_party.csv", 25}};

    *paper = (struct paper){.document = DOCUMENT_EMPTY,
                            .about = {.tongue = &tongues[tongue],
                                      .created = span_of("2025-11-30T00:00:00Z"),
                                      .command = span_of("broadsheet report"),
                                      .files = files,
                                      .file_count = COUNT_OF(files)}};
    edition_open(&paper->edition, &paper->document, &findings, &paper->about);
}

static inline void paper_release(struct paper *paper)
{
    document_release(&paper->document);
}

#endif
