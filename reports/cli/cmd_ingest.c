#include "reports/cli/commands.h"
#include "reports/cli/printing.h"
#include "reports/cli/session.h"
#include "reports/draw/format.h"
#include "reports/pages/reading.h"

#include <stdio.h>

/* A line each: what was read of which form, in which charsets, and what was skipped. */
static void say_reading(const struct reader_totals *totals)
{
    static void (*const sentences[])(struct bytes *, const struct wording *,
                                     const struct reader_totals *) = {
        reading_formats, reading_charsets, reading_skips};
    struct arena arena = ARENA_EMPTY;
    struct wording wording = {.arena = &arena, .tongue = &tongues[TONGUE_ENGLISH]};
    struct bytes line = BYTES_EMPTY;

    for (size_t i = 0; i < sizeof sentences / sizeof *sentences; i++) {
        bytes_clear(&line);
        sentences[i](&line, &wording, totals);
        if (line.count)
            printing_line(stdout, bytes_span(&line));
    }
    bytes_release(&line);
    arena_release(&arena);
}

static void say(const struct intake *intake, const struct options *options)
{
    const struct reader_totals *totals = &intake->totals;

    printf("%llu %s, %llu %s: %llu new, %llu revised, %llu known; %llu undated, %llu "
           "skipped\n",
           (unsigned long long)totals->files, format_plural((double)totals->files, "file", "files"),
           (unsigned long long)totals->articles,
           format_plural((double)totals->articles, "article", "articles"),
           (unsigned long long)intake->tally.added, (unsigned long long)intake->tally.revised,
           (unsigned long long)intake->tally.known, (unsigned long long)intake->undated,
           (unsigned long long)totals->skip_count);
    say_reading(totals);
    if (options->refresh)
        printf("%llu %s annotated anew\n", (unsigned long long)intake->refreshed,
               format_plural((double)intake->refreshed, "article", "articles"));
}

bool cmd_ingest(const struct options *options, struct fault *fault)
{
    struct session session = SESSION_EMPTY;
    bool done;

    if (!options->store)
        return fault_set(fault, FAULT_USAGE,
                         "ingest needs --store FILE; see 'broadsheet ingest "
                         "--help'");
    if (options->operand_count == 0 && !options->refresh)
        return fault_set(fault, FAULT_USAGE, "ingest needs a folder, a file or -");
    done = session_open_store(&session, options, fault);
    if (done && !options->quiet)
        say(&session.intake, options);
    done = done && session_whole(&session, fault);
    session_release(&session);
    return done;
}
