#include "reports/cli/publishing.h"

#include "reports/cli/session.h"
#include "reports/draw/paint_cairo.h"
#include "reports/export/html.h"

#include <stdio.h>
#include <stdlib.h>

enum { PICTURE_DPI = 144 };

void publishing_date(char text[static PUBLISHING_DATE_SIZE], const struct options *options,
                     const struct findings *findings)
{
    char day[DAY_TEXT_SIZE];
    bool given = options->date != DAY_NONE || getenv("SOURCE_DATE_EPOCH");

    day_text(day, given || !findings->dated ? session_today(options) : findings->study_last);
    (void)snprintf(text, PUBLISHING_DATE_SIZE, "%sT00:00:00Z", day);
}

/* Says, or with --strict fails, where a letter prints as a box because no font has it. */
static bool check_letters(const struct typeset *typeset, const struct options *options,
                          struct fault *fault)
{
    struct fault shown;

    if (!typeset_unknown(typeset))
        return true;
    (void)fault_set(&shown, FAULT_INPUT,
                    "letters are in none of the fonts, first in '%.*s'; the report shows boxes "
                    "(Chinese, Japanese and Korean need the package fonts-noto-cjk)",
                    SPAN_PRINT(typeset_unknown_text(typeset)));
    if (options->strict)
        return fault_set(fault, shown.kind, "%s", shown.message);
    if (!options->quiet)
        (void)fprintf(stderr, "broadsheet: %s\n", shown.message);
    return true;
}

/* "weekly-01.png", "weekly-02.png", ... */
static bool write_pictures(struct outdir *dir, const char *report, const struct pages *pages,
                           struct fault *fault)
{
    struct bytes png = BYTES_EMPTY;
    bool done = dir->count + pages->count < OUTDIR_FILES_MAX ||
                fault_set(fault, FAULT_LIMIT, "%zu pages are too many for --png", pages->count);

    for (size_t page = 0; done && page < pages->count; page++) {
        char name[40];

        (void)snprintf(name, sizeof name, "%s-%02zu.png", report, page + 1);
        bytes_clear(&png);
        done = paint_png(&png, pages, page, PICTURE_DPI, fault) &&
               outdir_write(dir, name, bytes_span(&png), fault);
    }
    bytes_release(&png);
    return done;
}

/* Adds ".pdf" or the like to the report's name. */
static bool write_as(struct outdir *dir, const char *report, const char *extension,
                     const struct bytes *bytes, struct fault *fault)
{
    char name[40];

    (void)snprintf(name, sizeof name, "%s.%s", report, extension);
    return outdir_write(dir, name, bytes_span(bytes), fault);
}

bool publishing_write(struct outdir *dir, const char *name, const struct document *document,
                      struct typeset *typeset, const struct options *options, struct fault *fault)
{
    struct pages pages = PAGES_EMPTY;
    struct bytes pdf = BYTES_EMPTY;
    struct bytes html = BYTES_EMPTY;
    bool done = flow_pages(&pages, document, typeset, fault) && paint_pdf(&pdf, &pages, fault) &&
                html_write(&html, document, typeset, fault) &&
                check_letters(typeset, options, fault) && write_as(dir, name, "pdf", &pdf, fault) &&
                write_as(dir, name, "html", &html, fault) &&
                (!options->png || write_pictures(dir, name, &pages, fault));

    pages_release(&pages);
    bytes_release(&pdf);
    bytes_release(&html);
    return done;
}

/* Makes the page at one level; `fits` says whether it is one. */
static bool try_page(struct bytes *pdf, bool *fits, const struct publishing_page *page, int level,
                     struct typeset *typeset, struct fault *fault)
{
    struct document document = DOCUMENT_EMPTY;
    struct pages pages = PAGES_EMPTY;
    bool done;

    page->make(&document, page->context, level);
    done = flow_pages(&pages, &document, typeset, fault);
    *fits = done && pages.count == 1;
    done = done && (!*fits || paint_pdf(pdf, &pages, fault));
    pages_release(&pages);
    document_release(&document);
    return done;
}

bool publishing_write_page(struct outdir *dir, const char *name, const struct publishing_page *page,
                           struct typeset *typeset, struct fault *fault)
{
    struct bytes pdf = BYTES_EMPTY;
    bool fits = false, done = true;

    for (int level = 0; done && !fits && level < page->levels; level++)
        done = try_page(&pdf, &fits, page, level, typeset, fault);
    if (done && !fits)
        done = fault_set(fault, FAULT_LIMIT, "%s: it takes more than a page", name);
    done = done && outdir_write(dir, name, bytes_span(&pdf), fault);
    bytes_release(&pdf);
    return done;
}
