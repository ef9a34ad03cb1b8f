#include "reports/cli/progress.h"

#include "reports/draw/format.h"

#include <stdio.h>
#include <time.h>
#include <unistd.h>

static const double pause_between = 0.2, rate_from = 0.1, megabyte = 1e6;

static double now(void)
{
    struct timespec time;

    (void)clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

struct progress progress_start(bool wanted)
{
    struct progress progress = {.wanted = wanted && isatty(STDERR_FILENO)};

    progress.started = progress.said = now();
    return progress;
}

void progress_text(char text[static PROGRESS_TEXT_SIZE], uint64_t articles, uint64_t bytes,
                   double seconds)
{
    double size = (double)bytes / megabyte;
    char rate[40] = "";

    if (seconds >= rate_from)
        (void)snprintf(rate, sizeof rate, ", %.24s MB/s",
                       format_fixed(&tongues[TONGUE_ENGLISH], size / seconds, 1).text);
    (void)snprintf(text, PROGRESS_TEXT_SIZE, "%.24s %s, %.24s MB%s",
                   format_count(&tongues[TONGUE_ENGLISH], (double)articles).text,
                   format_plural((double)articles, "article", "articles"),
                   format_fixed(&tongues[TONGUE_ENGLISH], size, 1).text, rate);
}

void progress_add(struct progress *progress, uint64_t articles, uint64_t bytes)
{
    char text[PROGRESS_TEXT_SIZE];
    double time;

    progress->articles += articles;
    progress->bytes += bytes;
    if (!progress->wanted)
        return;
    time = now();
    if (time - progress->said < pause_between)
        return;
    progress_text(text, progress->articles, progress->bytes, time - progress->started);
    (void)fprintf(stderr, "\r\033[K%s", text);
    progress->said = time;
    progress->shown = true;
}

void progress_end(struct progress *progress)
{
    if (progress->shown)
        (void)fprintf(stderr, "\r\033[K");
    progress->shown = false;
    progress->wanted = false;
}
