#include "reports/export/csvfile.h"

#include "reports/export/decimal.h"

#include <csv.h>

static void begin_cell(struct csvfile *csv)
{
    if (csv->inside)
        bytes_add_byte(csv->out, ',');
    csv->inside = true;
}

/* True where a cell must be quoted: a comma, a mark, a line end, or a blank at either end. */
static bool needs_quotes(struct span text)
{
    if (text.length && (text.bytes[0] == ' ' || text.bytes[text.length - 1] == ' '))
        return true;
    for (size_t i = 0; i < text.length; i++) {
        if (text.bytes[i] == ',' || text.bytes[i] == '"' || text.bytes[i] == '\n' ||
            text.bytes[i] == '\r')
            return true;
    }
    return false;
}

/* Writes the cell that stands in `out` from `start` anew, as others must see it. */
static void rewrite_cell(struct bytes *out, size_t start, bool formula)
{
    struct bytes text = BYTES_EMPTY;
    size_t room;

    if (formula)
        bytes_add_byte(&text, '\'');
    bytes_add(&text, span_cut(bytes_span(out), start, out->count));
    out->count = start;
    room = 2 * text.count + 2;
    if (needs_quotes(bytes_span(&text)))
        bytes_grown(out, csv_write(bytes_room(out, room), room, text.items, text.count));
    else
        bytes_add(out, bytes_span(&text));
    bytes_release(&text);
}

static void end_cell(struct csvfile *csv, size_t start)
{
    struct span text = span_cut(bytes_span(csv->out), start, csv->out->count);
    bool formula = text.length && strchr("=+-@\t\r", text.bytes[0]) && text.bytes[0];

    if (formula || needs_quotes(text))
        rewrite_cell(csv->out, start, formula);
}

void csvfile_text(struct csvfile *csv, struct span text)
{
    size_t start;

    begin_cell(csv);
    start = csv->out->count;
    bytes_add(csv->out, text);
    end_cell(csv, start);
}

void csvfile_joined(struct csvfile *csv, const struct span *parts, size_t count)
{
    size_t start;

    begin_cell(csv);
    start = csv->out->count;
    for (size_t i = 0; i < count; i++) {
        if (i)
            bytes_add_byte(csv->out, ':');
        bytes_add(csv->out, parts[i]);
    }
    end_cell(csv, start);
}

void csvfile_header(struct csvfile *csv, const char *const *columns, size_t count)
{
    for (size_t i = 0; i < count; i++)
        csvfile_text(csv, span_of(columns[i]));
    csvfile_end_row(csv);
}

void csvfile_count(struct csvfile *csv, uint64_t count)
{
    char digits[20];
    size_t at = sizeof digits;

    do
        digits[--at] = (char)('0' + count % 10);
    while (count /= 10);
    begin_cell(csv);
    bytes_add(csv->out, (struct span){digits + at, sizeof digits - at});
}

void csvfile_number(struct csvfile *csv, double number)
{
    char *room;

    begin_cell(csv);
    room = bytes_room(csv->out, DECIMAL_SIZE);
    bytes_grown(csv->out, decimal_write(room, number));
}

void csvfile_empty(struct csvfile *csv)
{
    begin_cell(csv);
}

void csvfile_end_row(struct csvfile *csv)
{
    bytes_add_byte(csv->out, '\n');
    csv->inside = false;
}
