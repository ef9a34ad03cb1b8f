#include "reports/cli/console.h"

#include "corpus/base/memory.h"
#include "corpus/text/utf8.h"

#include <stdlib.h>
#include <string.h>

#define ELLIPSIS "\u2026"

/* All cells, row by row, as they are shown. */
struct sheet {
    struct bytes text;
    size_t *ends; /* of each cell in `text` */
    size_t count, capacity;
    size_t columns;
};

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

/* Appends the cell at `*at`, unquoted, and moves past it. */
static void take_cell(struct bytes *cell, struct span csv, size_t *at)
{
    bool quoted = *at < csv.length && csv.bytes[*at] == '"';

    *at += quoted;
    while (*at < csv.length) {
        char byte = csv.bytes[*at];
        bool doubled = quoted && byte == '"' && *at + 1 < csv.length && csv.bytes[*at + 1] == '"';

        if (quoted && byte == '"' && !doubled) {
            ++*at;
            return;
        }
        if (!quoted && (byte == ',' || byte == '\n'))
            return;
        bytes_add_byte(cell, byte);
        *at += doubled ? 2 : 1;
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
static void add_cell(struct bytes *out, struct bytes *cell)
{
    const char *text = bytes_text(cell);
    char *end = NULL;
    double number;

    if (is_number(bytes_span(cell)) && strchr(text, '.')) {
        number = strtod(text, &end);
        if (*end == '\0') {
            bytes_print(out, "%.4g", number);
            return;
        }
    }
    console_text(out, bytes_span(cell));
}

static void read_sheet(struct sheet *sheet, struct span csv)
{
    struct bytes cell = BYTES_EMPTY;

    for (size_t at = 0; at < csv.length; at++) {
        bytes_clear(&cell);
        take_cell(&cell, csv, &at);
        add_cell(&sheet->text, &cell);
        sheet->ends =
            memory_grow(sheet->ends, &sheet->capacity, sheet->count + 1, sizeof *sheet->ends);
        sheet->ends[sheet->count++] = sheet->text.count;
        if (!sheet->columns && (at >= csv.length || csv.bytes[at] == '\n'))
            sheet->columns = sheet->count;
    }
    bytes_release(&cell);
}

static struct span cell_of(const struct sheet *sheet, size_t i)
{
    return span_cut(bytes_span(&sheet->text), i ? sheet->ends[i - 1] : 0, sheet->ends[i]);
}

static struct look *look_at(const struct sheet *sheet)
{
    struct look *looks = memory_new(sheet->columns, sizeof *looks);

    for (size_t c = 0; c < sheet->columns; c++)
        looks[c].number = true;
    for (size_t i = 0; i < sheet->count; i++) {
        struct look *look = &looks[i % sheet->columns];
        struct span cell = cell_of(sheet, i);
        size_t letters = utf8_count(cell);

        if (letters > look->width)
            look->width = letters;
        if (i < sheet->columns)
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
    struct sheet sheet = {.text = BYTES_EMPTY};
    struct look *looks;

    read_sheet(&sheet, csv);
    looks = look_at(&sheet);
    for (size_t i = 0; i < sheet.count; i++) {
        size_t column = i % sheet.columns;

        if (looks[column].shown || sheet.count == sheet.columns) {
            add_padded(out, cell_of(&sheet, i), &looks[column]);
            bytes_add_text(out, "  ");
        }
        if (column + 1 == sheet.columns)
            end_line(out);
    }
    free(looks);
    free(sheet.ends);
    bytes_release(&sheet.text);
}
