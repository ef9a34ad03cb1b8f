#include "reports/pages/reading.h"

#include "reports/draw/format.h"

#include <stdlib.h>

enum { REASONS_SAID = 5 };

/* "12 articles", with a plain blank: a terminal shows it as well. */
static void add_count(struct bytes *out, uint64_t count, const char *one, const char *many)
{
    bytes_print(out, "%s %s", format_count((double)count).text,
                format_plural((double)count, one, many));
}

void reading_files(struct bytes *out, const struct reader_totals *totals)
{
    add_count(out, totals->files, "file", "files");
    bytes_add_text(out, " seen, ");
    add_count(out, totals->articles, "article", "articles");
    bytes_add_text(out, " read.");
}

void reading_formats(struct bytes *out, const struct reader_totals *totals)
{
    size_t said = 0;

    for (size_t i = 0; i < totals->formats.count; i++) {
        const struct tally *tally = &totals->formats.items[i];

        if (tally->articles)
            bytes_print(out, "%s%s %s", said++ ? ", " : "Articles by format: ", tally->name,
                        format_count((double)tally->articles).text);
    }
    if (said)
        bytes_add_byte(out, '.');
}

void reading_charsets(struct bytes *out, const struct reader_totals *totals)
{
    size_t said = 0;

    for (size_t i = 0; i < totals->charsets.count; i++) {
        const struct tally *tally = &totals->charsets.items[i];

        if (!tally->articles || strcmp(tally->name, "UTF-8") == 0)
            continue;
        bytes_print(out, "%s%s (", said++ ? ", " : "Not in UTF-8: ", tally->name);
        add_count(out, tally->files, "file", "files");
        bytes_add_text(out, ", ");
        add_count(out, tally->articles, "article", "articles");
        bytes_add_byte(out, ')');
    }
    if (said)
        bytes_add_byte(out, '.');
}

void reading_skips(struct bytes *out, const struct reader_totals *totals)
{
    size_t count;
    struct skip_reason *reasons = skips_reasons(totals->skips, totals->skip_count, &count);

    if (count) {
        add_count(out, totals->skip_count,
                  "file or part of one was skipped: ", "files or parts of them were skipped: ");
        if (count > REASONS_SAID)
            bytes_add_text(out, "most often ");
    }
    for (size_t i = 0; i < count && i < REASONS_SAID; i++)
        bytes_print(out, "%s%.*s (%s)", i ? "; " : "", SPAN_PRINT(reasons[i].reason),
                    format_count((double)reasons[i].count).text);
    if (count)
        bytes_add_byte(out, '.');
    free(reasons);
}
