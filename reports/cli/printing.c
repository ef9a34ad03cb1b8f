#include "reports/cli/printing.h"

#include "reports/cli/console.h"

#include <errno.h>
#include <stdio.h>
#include <unistd.h>

bool printing_choose(bool *columns, const struct options *options, struct fault *fault)
{
    if (options->format && strcmp(options->format, "csv") != 0 &&
        strcmp(options->format, "table") != 0)
        return fault_set(fault, FAULT_USAGE, "--format %s: it is csv or table", options->format);
    *columns = options->format ? strcmp(options->format, "table") == 0 : isatty(STDOUT_FILENO);
    return true;
}

bool printing_bytes(const struct bytes *bytes, struct fault *fault)
{
    struct span span = bytes_span(bytes);

    if (fwrite(span.bytes, 1, span.length, stdout) == span.length && fflush(stdout) == 0)
        return true;
    if (errno == EPIPE)
        return true;
    return fault_set(fault, FAULT_OUTPUT, "standard output: %s", strerror(errno));
}

void printing_line(FILE *out, struct span line)
{
    struct bytes shown = BYTES_EMPTY;

    console_whole(&shown, line);
    (void)fprintf(out, "%s\n", bytes_text(&shown));
    bytes_release(&shown);
}

bool printing_table(const struct bytes *csv, bool columns, struct fault *fault)
{
    struct bytes text = BYTES_EMPTY;
    bool done;

    if (!columns)
        return printing_bytes(csv, fault);
    console_table(&text, bytes_span(csv));
    done = printing_bytes(&text, fault);
    bytes_release(&text);
    return done;
}
