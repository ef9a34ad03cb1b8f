/*
 * The PDF alone, for bench.sh: pages a CPU second and KB a page of a report
 * from findings of invented numbers, made again and again. Dense are pages of
 * figures and tables; their rate has the time of all pages, so it is a lower bound.
 *
 *     pages ROUNDS
 */
#include "reports/draw/paint_cairo.h"
#include "reports/pages/weekly.h"
#include "tests/reports/findings.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { DENSE_MARKS = 300 };

struct made {
    size_t pages, dense, bytes;
};

static void make(struct made *tally, struct bytes *pdf, const struct findings *findings,
                 struct typeset *typeset)
{
    struct weekly_about about = {.tongue = &tongues[TONGUE_ENGLISH],
                                 .created = span_of("2025-11-30T00:00:00Z"),
                                 .fonts = typeset_fonts(typeset)};
    struct document document = DOCUMENT_EMPTY;
    struct pages pages = PAGES_EMPTY;
    struct fault fault;

    weekly_document(&document, findings, &about);
    if (!flow_pages(&pages, &document, typeset, &fault) || !paint_pdf(pdf, &pages, &fault)) {
        (void)fprintf(stderr, "pages: %s\n", fault.message);
        exit(fault_exit_code(fault.kind));
    }
    tally->pages += pages.count;
    for (size_t p = 0; p < pages.count; p++)
        tally->dense += pages.scenes[p].count >= DENSE_MARKS;
    tally->bytes += pdf->count;
    pages_release(&pages);
    document_release(&document);
}

int main(int argc, char **argv)
{
    struct findings findings = FINDINGS_EMPTY;
    struct typeset *typeset = NULL;
    struct bytes pdf = BYTES_EMPTY;
    struct fault fault;
    struct made tally = {0};
    clock_t start = clock();
    double seconds;

    invented_findings(&findings);
    if (!typeset_open(&typeset, &fault)) {
        (void)fprintf(stderr, "pages: %s\n", fault.message);
        return fault_exit_code(fault.kind);
    }
    for (long round = argc > 1 ? strtol(argv[1], NULL, 10) : 1; round > 0; round--) {
        bytes_clear(&pdf);
        make(&tally, &pdf, &findings, typeset);
    }
    seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
    printf("pages %zu\npages_a_second %.1f\ndense_a_second %.1f\nkb_a_page %.1f\n", tally.pages,
           (double)tally.pages / seconds, (double)tally.dense / seconds,
           (double)tally.bytes / 1e3 / (double)tally.pages);
    bytes_release(&pdf);
    typeset_release(typeset);
    findings_release(&findings);
    return 0;
}
