#include "reports/cli/console.h"

#include "corpus/base/csv.h"
#include "corpus/base/memory.h"
#include "corpus/text/utf8.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ELLIPSIS "\u2026"

/* All cells, row by row, as they are shown. */
struct cell_list {
    struct bytes text;
    size_t *ends; /* of each cell in `text` */
    size_t count, capacity;
    size_t columns;
};

enum { NUMBER_SIZE = 32 }; /* of the longest that csvfile.h writes */

struct look {
    size_t width;
    bool number, shown;
};

/* C0 and C1 controls, and marks that change the direction of what follows. */
static bool steers(uint32_t code)
{
    return code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0x200E || code == 0x200F ||
           (code >= 0x2028 && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
}

static size_t add_shown(struct bytes *out, struct span text, size_t at, struct utf8_point point)
{
    size_t before = out->count;

    if (point.width && !steers(point.code)) {
        bytes_add(out, span_cut(text, at, at + point.width));
        return 1;
    }
    if (!point.width)
        bytes_print(out, "\\x%02x", (unsigned char)text.bytes[at]);
    else if (point.code == '\n' || point.code == '\t')
        bytes_add_text(out, point.code == '\n' ? "\\n" : "\\t");
    else
        bytes_print(out, point.code < 0x100 ? "\\x%02x" : "\\u%04x", (unsigned)point.code);
    return out->count - before; /* ASCII all: a letter a byte */
}

void console_whole(struct bytes *out, struct span text)
{
    for (size_t at = 0; at < text.length;) {
        struct utf8_point point = utf8_at(text, at);

        (void)add_shown(out, text, at, point);
        at += point.width ? point.width : 1;
    }
}

void console_text(struct bytes *out, struct span text)
{
    size_t letters = 0;

    for (size_t at = 0; at < text.length;) {
        struct utf8_point point = utf8_at(text, at);
        size_t before = out->count;

        letters += add_shown(out, text, at, point);
        at += point.width ? point.width : 1;
        if (letters < CONSOLE_LETTERS || (letters == CONSOLE_LETTERS && at == text.length))
            continue;
        out->count = before;
        bytes_add_text(out, ELLIPSIS);
        return;
    }
}

static bool is_number(struct span text)
{
    for (size_t i = 0; i < text.length; i++)
        if (!strchr("0123456789.-+e", text.bytes[i]))
            return false;
    return true;
}

/* Eyes need four digits of a number: the CSV has all. */
static void add_cell(struct bytes *out, struct span cell)
{
    char text[NUMBER_SIZE], *end = NULL;
    double number;

    if (cell.length < sizeof text && is_number(cell) && memchr(cell.bytes, '.', cell.length)) {
        (void)snprintf(text, sizeof text, "%.*s", SPAN_PRINT(cell));
        number = strtod(text, &end);
        if (*end == '\0') {
            bytes_print(out, "%.4g", number);
            return;
        }
    }
    console_text(out, cell);
}

static void add_row(struct cell_list *cells, const struct csv_row *row)
{
    cells->ends =
        memory_grow(cells->ends, &cells->capacity, cells->count + row->count, sizeof *cells->ends);
    if (!cells->columns)
        cells->columns = row->count;
    for (size_t i = 0; i < row->count; i++) {
        add_cell(&cells->text, row->fields[i]);
        cells->ends[cells->count++] = cells->text.count;
    }
}

static void read_cells(struct cell_list *cells, struct span table)
{
    struct csv *csv = csv_open(',');
    struct csv_row row;
    enum csv_step step;

    while ((step = csv_step(csv, &table, &row)) != CSV_STEP_END) {
        if (step == CSV_STEP_ROW)
            add_row(cells, &row);
    }
    csv_close(csv);
}

static struct span cell_of(const struct cell_list *cells, size_t i)
{
    return span_cut(bytes_span(&cells->text), i ? cells->ends[i - 1] : 0, cells->ends[i]);
}

static struct look *look_at(const struct cell_list *cells)
{
    struct look *looks = memory_new(cells->columns, sizeof *looks);

    assert(cells->count == 0 || cells->columns > 0);
    for (size_t c = 0; c < cells->columns; c++)
        looks[c].number = true;
    for (size_t i = 0; i < cells->count; i++) {
        struct look *look = &looks[i % cells->columns];
        struct span cell = cell_of(cells, i);
        size_t letters = utf8_count(cell);

        if (letters > look->width)
            look->width = letters;
        if (i < cells->columns)
            continue;
        look->number &= is_number(cell);
        look->shown |= cell.length > 0;
    }
    return looks;
}

static void add_padded(struct bytes *out, struct span cell, const struct look *look)
{
    size_t letters = utf8_count(cell);

    for (size_t i = letters; look->number && i < look->width; i++)
        bytes_add_byte(out, ' ');
    bytes_add(out, cell);
    for (size_t i = letters; !look->number && i < look->width; i++)
        bytes_add_byte(out, ' ');
}

static void end_line(struct bytes *out)
{
    while (out->count && out->items[out->count - 1] == ' ')
        out->count--;
    bytes_add_byte(out, '\n');
}

void console_table(struct bytes *out, struct span csv)
{
    struct cell_list cells = {.text = BYTES_EMPTY};
    struct look *looks;

    read_cells(&cells, csv);
    looks = look_at(&cells);
    for (size_t i = 0; i < cells.count; i++) {
        size_t column = i % cells.columns;

        if (looks[column].shown || cells.count == cells.columns) {
            add_padded(out, cell_of(&cells, i), &looks[column]);
            bytes_add_text(out, "  ");
        }
        if (column + 1 == cells.columns)
            end_line(out);
    }
    free(looks);
    free(cells.ends);
    bytes_release(&cells.text);
}
