#include "corpus/base/csv.h"

#include "corpus/base/bytes.h"
#include "corpus/base/memory.h"

#include <csv.h>
#include <stdlib.h>

/* By how much libcsv lets its room for one field grow. */
enum { FIELD_ROOM = 64 << 10 };

static const char bom[] = "\xEF\xBB\xBF";

struct csv {
    struct csv_parser parser;
    char separator;
    unsigned bom_seen;  /* bytes of a BOM at the very start */
    bool started;       /* the BOM's place is past */
    struct bytes text;  /* the row's fields, one after the other */
    size_t *ends;       /* of each field in `text` */
    struct span *spans; /* the fields, once the row is whole */
    size_t count, end_capacity, span_capacity;
    uint64_t line;     /* the one at hand, from 1 */
    uint64_t row_line; /* where the row began */
    size_t row_bytes;  /* fed of the row */
    bool begun;        /* the row has more than blanks */
    bool whole;        /* libcsv has seen the row's end */
    bool odd;          /* an odd number of quotes stands in the row so far */
    bool after_return; /* a CR came last: a LF would belong to it */
    bool dropping;     /* the row is too long */
    bool crowded;      /* the row has too many fields */
};

static void on_field(void *bytes, size_t length, void *context)
{
    struct csv *csv = context;

    if (csv->count == CSV_FIELDS_MAX) {
        csv->crowded = true;
        return;
    }
    bytes_add(&csv->text, (struct span){bytes, length});
    csv->ends = memory_grow(csv->ends, &csv->end_capacity, csv->count + 1, sizeof *csv->ends);
    csv->ends[csv->count++] = csv->text.count;
}

static void on_row(int byte, void *context)
{
    (void)byte;
    ((struct csv *)context)->whole = true;
}

static void start_parser(struct csv *csv)
{
    (void)csv_init(&csv->parser, 0);
    csv_set_delim(&csv->parser, (unsigned char)csv->separator);
    csv_set_blk_size(&csv->parser, FIELD_ROOM);
}

struct csv *csv_open(char separator)
{
    struct csv *csv = memory_new(1, sizeof *csv);

    csv->separator = separator;
    csv->line = 1;
    start_parser(csv);
    return csv;
}

void csv_close(struct csv *csv)
{
    if (!csv)
        return;
    csv_free(&csv->parser);
    bytes_release(&csv->text);
    free(csv->ends);
    free(csv->spans);
    free(csv);
}

static void parse(struct csv *csv, struct span piece)
{
    if (csv_parse(&csv->parser, piece.bytes, piece.length, on_field, on_row, csv) != piece.length)
        memory_exhausted(1, FIELD_ROOM);
}

static void start_row(struct csv *csv)
{
    bytes_clear(&csv->text);
    csv->count = csv->row_bytes = 0;
    csv->begun = csv->whole = csv->odd = csv->dropping = csv->crowded = false;
}

/* What the row that has ended comes to. */
static enum csv_step end_row(struct csv *csv, struct csv_row *row)
{
    size_t start = 0;

    *row = (struct csv_row){.line = csv->row_line};
    if (csv->dropping || csv->crowded)
        return CSV_STEP_TOO_LONG;
    csv->spans = memory_grow(csv->spans, &csv->span_capacity, csv->count, sizeof *csv->spans);
    for (size_t i = 0; i < csv->count; i++) {
        csv->spans[i] = span_cut(bytes_span(&csv->text), start, csv->ends[i]);
        start = csv->ends[i];
    }
    row->fields = csv->spans;
    row->count = csv->count;
    return CSV_STEP_ROW;
}

/* Passes over a BOM at the very start; what only begins like one is parsed. */
static void skip_bom(struct csv *csv, struct span *bytes)
{
    while (csv->bom_seen < 3 && bytes->length && bytes->bytes[0] == bom[csv->bom_seen]) {
        *bytes = span_cut(*bytes, 1, bytes->length);
        csv->bom_seen++;
    }
    if (csv->bom_seen < 3 && bytes->length == 0)
        return;
    csv->started = true;
    if (csv->bom_seen == 3 || csv->bom_seen == 0)
        return;
    csv->begun = true;
    csv->row_line = 1;
    parse(csv, (struct span){bom, csv->bom_seen});
}

/* Takes the bytes up to the next line end, with it, and notes what they say of the row. */
static struct span take_line(struct csv *csv, struct span *bytes)
{
    size_t length = 0;
    struct span piece;

    while (length < bytes->length) {
        char byte = bytes->bytes[length++];

        if (byte == '\n' || byte == '\r')
            break;
        csv->odd ^= byte == '"';
        csv->begun = csv->begun || byte == csv->separator || (byte != ' ' && byte != '\t');
    }
    piece = span_cut(*bytes, 0, length);
    *bytes = span_cut(*bytes, length, bytes->length);
    return piece;
}

static void count_line(struct csv *csv, struct span piece)
{
    char last = piece.bytes[piece.length - 1];

    csv->line += last == '\r' || (last == '\n' && !(csv->after_return && piece.length == 1));
    csv->after_return = last == '\r';
}

/* Parses a piece of a row, or only looks for the end of one that is too long. */
static void feed(struct csv *csv, struct span piece)
{
    char last = piece.bytes[piece.length - 1];

    csv->row_bytes += csv->begun ? piece.length : 0;
    if (csv->row_bytes > CSV_ROW_MAX && !csv->dropping) {
        csv->dropping = true;
        csv_free(&csv->parser);
        start_parser(csv);
        bytes_clear(&csv->text);
    }
    if (!csv->dropping)
        parse(csv, piece);
    else
        csv->whole = !csv->odd && (last == '\n' || last == '\r');
}

static enum csv_step finish(struct csv *csv, struct csv_row *row)
{
    enum csv_step step;
    bool open;

    if (!csv->started) {
        csv->row_line = 1;
        parse(csv, (struct span){bom, csv->bom_seen});
        csv->started = true;
    }
    /* Only strict parsing tells of quotes left open; the row is wanted all the same. */
    (void)csv_set_opts(&csv->parser, CSV_STRICT | CSV_STRICT_FINI);
    open = csv_fini(&csv->parser, on_field, on_row, csv) != 0;
    (void)csv_set_opts(&csv->parser, 0);
    if (open)
        (void)csv_fini(&csv->parser, on_field, on_row, csv);
    if (!csv->whole && !csv->dropping)
        return CSV_STEP_END;
    step = end_row(csv, row);
    row->open = open;
    csv->dropping = false;
    return step;
}

enum csv_step csv_step(struct csv *csv, struct span *bytes, struct csv_row *row)
{
    if (csv->whole)
        start_row(csv);
    if (bytes->length == 0)
        return finish(csv, row);
    if (!csv->started)
        skip_bom(csv, bytes);
    while (bytes->length) {
        bool begun = csv->begun;
        struct span piece = take_line(csv, bytes);

        if (csv->begun && !begun)
            csv->row_line = csv->line;
        count_line(csv, piece);
        feed(csv, piece);
        if (csv->whole)
            return end_row(csv, row);
    }
    return CSV_STEP_MORE;
}

static struct csv_shape shape_under(char separator, struct span start, bool whole)
{
    struct csv *csv = csv_open(separator);
    struct csv_shape shape = {.separator = separator};
    struct csv_row row;
    enum csv_step step;

    do {
        bool cut_off = start.length == 0 && !whole;

        step = csv_step(csv, &start, &row);
        if (step != CSV_STEP_ROW)
            continue;
        if (shape.columns == 0) {
            shape.columns = row.count;
        } else if (!cut_off || row.count > shape.columns) {
            shape.rows++;
            shape.fitting += row.count == shape.columns;
        }
    } while (step != CSV_STEP_END);
    csv_close(csv);
    return shape;
}

struct csv_shape csv_shape(struct span start, bool whole)
{
    static const char separators[] = {',', ';', '\t', '|'};
    struct csv_shape best = shape_under(separators[0], start, whole);

    for (size_t i = 1; i < sizeof separators; i++) {
        struct csv_shape shape = shape_under(separators[i], start, whole);

        if (shape.columns > 1 && (best.columns < 2 || shape.fitting > best.fitting ||
                                  (shape.fitting == best.fitting && shape.columns > best.columns)))
            best = shape;
    }
    return best;
}
