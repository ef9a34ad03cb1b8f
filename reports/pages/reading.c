#include "reports/pages/reading.h"

#include <stdlib.h>

enum { REASONS_SAID = 5 };

/* A terminal shows these lines as well: their blanks are plain ones. */

void reading_files(struct bytes *out, const struct wording *wording,
                   const struct reader_totals *totals)
{
    bytes_add(out, SAY(wording, "{files} {files|file|files} seen, {n} {n|article|articles} read.",
                       NUMBER("files", totals->files), NUMBER("n", totals->articles)));
}

void reading_formats(struct bytes *out, const struct wording *wording,
                     const struct reader_totals *totals)
{
    size_t said = 0;

    for (size_t i = 0; i < totals->formats.count; i++) {
        const struct tally *tally = &totals->formats.items[i];

        if (!tally->articles)
            continue;
        bytes_add(out, SAY(wording, "{first?Articles by format: /, }{format} {n}",
                           FLAG("first", said++ == 0), TEXT("format", span_of(tally->name)),
                           NUMBER("n", tally->articles)));
    }
    if (said)
        bytes_add_byte(out, '.');
}

void reading_charsets(struct bytes *out, const struct wording *wording,
                      const struct reader_totals *totals)
{
    size_t said = 0;

    for (size_t i = 0; i < totals->charsets.count; i++) {
        const struct tally *tally = &totals->charsets.items[i];

        if (!tally->articles || strcmp(tally->name, "UTF-8") == 0)
            continue;
        bytes_add(out, SAY(wording,
                           "{first?Not in UTF-8: /, }{charset} ({files} {files|file|files}, {n} "
                           "{n|article|articles})",
                           FLAG("first", said++ == 0), TEXT("charset", span_of(tally->name)),
                           NUMBER("files", tally->files), NUMBER("n", tally->articles)));
    }
    if (said)
        bytes_add_byte(out, '.');
}

void reading_skips(struct bytes *out, const struct wording *wording,
                   const struct reader_totals *totals)
{
    size_t count;
    struct skip_reason *reasons = skips_reasons(totals->skips, totals->skip_count, &count);

    if (count)
        bytes_add(out, SAY(wording,
                           "{n} {n|file or part of one was|files or parts of them were} skipped: "
                           "{often?most often }",
                           NUMBER("n", totals->skip_count), FLAG("often", count > REASONS_SAID)));
    for (size_t i = 0; i < count && i < REASONS_SAID; i++)
        bytes_add(out, SAY(wording, "{later?; }{reason} ({n})", FLAG("later", i > 0),
                           TEXT("reason", reasons[i].reason), NUMBER("n", reasons[i].count)));
    if (count)
        bytes_add_byte(out, '.');
    free(reasons);
}
