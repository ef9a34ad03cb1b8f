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

static void add_quoted(struct bytes *out, struct span text)
{
    size_t room = 2 * text.length + 2;

    bytes_grown(out, csv_write(bytes_room(out, room), room, text.bytes, text.length));
}

void csvfile_text(struct csvfile *csv, struct span text)
{
    bool formula = text.length && strchr("=+-@\t\r", text.bytes[0]) && text.bytes[0];

    begin_cell(csv);
    if (!formula && !needs_quotes(text)) {
        bytes_add(csv->out, text);
        return;
    }
    if (formula) {
        struct bytes safe = BYTES_EMPTY;

        bytes_add_byte(&safe, '\'');
        bytes_add(&safe, text);
        if (needs_quotes(bytes_span(&safe)))
            add_quoted(csv->out, bytes_span(&safe));
        else
            bytes_add(csv->out, bytes_span(&safe));
        bytes_release(&safe);
        return;
    }
    add_quoted(csv->out, text);
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
