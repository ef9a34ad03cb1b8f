#include "corpus/read/read_csv.h"

#include "corpus/base/bytes.h"
#include "corpus/base/csv.h"
#include "corpus/base/memory.h"
#include "corpus/read/fields.h"

#include <stdlib.h>

/* A beginning shorter than WHOLE_MAX is the whole file, even one that was UTF-16 with a mark. */
enum { NAME_LONGEST = 64, NAMES_SHOWN = 200, WHOLE_MAX = FORMAT_LOOK / 2 - 4 };

struct column {
    bool known;
    struct fields_place place;
};

struct reading {
    struct csv *csv;
    struct fields_plan plan;
    struct column *columns; /* as many as the header has */
    size_t column_count;
    bool over; /* nothing more is read of this input */
};

/* --- which files ---------------------------------------------------------------------- */

static bool is_named_so(struct span path)
{
    static const char *const endings[] = {".csv", ".tsv", ".tab", ".CSV", ".TSV"};

    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (span_ends(path, endings[i]))
            return true;
    return false;
}

/* True where a part of the first line names a field. All text files are asked, so it is cheap. */
static bool begins_with_names(struct span text)
{
    const struct fields_plan plan = fields_plan(NULL);
    size_t start = 0;

    for (size_t at = 0; at < text.length; at++) {
        char byte = text.bytes[at];
        struct fields_place place;
        struct span part;

        if (!byte || !strchr(",;\t|\r\n", byte))
            continue;
        part = span_trim(span_cut(text, start, at));
        if (part.length > 2 && part.bytes[0] == '"' && span_ends(part, "\""))
            part = span_cut(part, 1, part.length - 1);
        if (fields_find(&place, &plan, part))
            return true;
        if (byte == '\n' || byte == '\r')
            return false;
        start = at + 1;
    }
    return false;
}

/* True for short names that hold two known ones, or the text's among single words. */
static bool is_header(const struct csv_row *row)
{
    const struct fields_plan plan = fields_plan(NULL);
    size_t known = 0, phrases = 0;
    bool text = false;

    for (size_t i = 0; i < row->count; i++) {
        struct fields_place place;
        struct span name = span_trim(row->fields[i]);

        if (name.length > NAME_LONGEST || span_ends(name, "."))
            return false;
        phrases += memchr(name.bytes, ' ', name.length) != NULL;
        if (!fields_find(&place, &plan, name))
            continue;
        known++;
        text = text || place.kind == FIELDS_TEXT;
    }
    return known >= 2 || (text && phrases == 0);
}

static bool claims(struct span path, struct span start)
{
    struct span text = span_trim(start);
    struct csv_shape shape;
    struct csv_row row;
    struct csv *csv;
    bool header;

    if (!text.length || memchr(text.bytes, '\0', text.length))
        return false;
    start = span_cut(start, (size_t)(text.bytes - start.bytes), start.length);
    if (is_named_so(path))
        return true;
    if (!begins_with_names(start))
        return false;
    shape = csv_shape(start, start.length < WHOLE_MAX);
    if (shape.columns < 2 || shape.fitting < shape.rows)
        return false;
    csv = csv_open(shape.separator);
    header = csv_step(csv, &start, &row) == CSV_STEP_ROW && is_header(&row);
    csv_close(csv);
    return header;
}

/* --- the header ------------------------------------------------------------------------- */

/* The next row or one that is too long; false at the end. */
static bool next_row(struct format_job *job, struct csv_row *row, enum csv_step *step)
{
    struct reading *reading = job->state;

    do {
        struct span ahead = input_ahead(job->input, 1);
        size_t before = ahead.length;

        *step = csv_step(reading->csv, &ahead, row);
        input_take(job->input, before - ahead.length);
    } while (*step == CSV_STEP_MORE);
    return *step != CSV_STEP_END;
}

/* The column that has a place of this kind, if any. */
static bool has_column(const struct reading *reading, enum fields_kind kind)
{
    for (size_t i = 0; i < reading->column_count; i++)
        if (reading->columns[i].known && reading->columns[i].place.kind == kind)
            return true;
    return false;
}

static bool refuse_columns(const struct csv_row *row, struct fault *fault)
{
    struct bytes names = BYTES_EMPTY;

    for (size_t i = 0; i < row->count && names.count < NAMES_SHOWN; i++)
        bytes_print(&names, "%s%.*s", i ? ", " : "", SPAN_PRINT(span_trim(row->fields[i])));
    (void)fault_set(fault, FAULT_INPUT,
                    "no column holds the text; name it in broadsheet.yaml (fields: text: NAME); "
                    "the columns are %s",
                    bytes_text(&names));
    bytes_release(&names);
    return false;
}

/* Spreadsheets may write `sep=;` on a line before the header. */
static bool is_separator_line(const struct csv_row *row, enum csv_step step)
{
    return step == CSV_STEP_ROW && row->line == 1 && span_starts(row->fields[0], "sep=");
}

static bool read_header(struct format_job *job, struct fault *fault)
{
    struct reading *reading = job->state;
    enum csv_step step;
    struct csv_row row;

    if (!next_row(job, &row, &step) ||
        (is_separator_line(&row, step) && !next_row(job, &row, &step)))
        return fault_set(fault, FAULT_INPUT, "it is empty");
    if (step == CSV_STEP_TOO_LONG)
        return fault_set(fault, FAULT_LIMIT,
                         "the header is longer than 16 MB or has more than %d "
                         "columns",
                         CSV_FIELDS_MAX);
    reading->column_count = row.count;
    reading->columns = memory_new(row.count, sizeof *reading->columns);
    for (size_t i = 0; i < row.count; i++)
        reading->columns[i].known =
            fields_find(&reading->columns[i].place, &reading->plan, span_trim(row.fields[i]));
    return has_column(reading, FIELDS_TEXT) || refuse_columns(&row, fault);
}

/* --- rows --------------------------------------------------------------------------------- */

static void note_line(struct format_job *job, uint64_t line)
{
    struct bytes where = BYTES_EMPTY;

    bytes_print(&where, "line %llu", (unsigned long long)line);
    job->where = arena_copy(job->arena, bytes_span(&where));
    bytes_release(&where);
}

/* How many fields the row has, without empty ones past the header's. */
static size_t width(const struct csv_row *row, size_t columns)
{
    size_t count = row->count;

    while (count > columns && row->fields[count - 1].length == 0)
        count--;
    return count;
}

static bool read_row(struct article *article, struct format_job *job, const struct csv_row *row,
                     struct fault *fault)
{
    const struct reading *reading = job->state;
    struct fields fields = FIELDS_EMPTY;
    size_t count = width(row, reading->column_count);

    if (row->open)
        return fault_set(
            fault, FAULT_INPUT,
            "a quote that opens in this row is never closed; all that follows counts to it");
    if (count > reading->column_count)
        return fault_set(fault, FAULT_INPUT,
                         "the row has %zu fields and the header %zu; is a field with the "
                         "separator in it not quoted?",
                         count, reading->column_count);
    for (size_t i = 0; i < row->count && i < reading->column_count; i++)
        if (reading->columns[i].known)
            fields_offer(&fields, reading->columns[i].place, row->fields[i]);
    fields_fill(article, job->arena, &fields);
    if (article->text.length)
        return true;
    if (row->count < reading->column_count)
        return fault_set(fault, FAULT_INPUT,
                         "the row has %zu fields and the header %zu; there is no text in it",
                         row->count, reading->column_count);
    return fault_set(fault, FAULT_INPUT, "the row has no text");
}

/* What a first line of `sep=;` names, else what the first rows tell. */
static char separator_of(struct span ahead)
{
    static const char separators[] = {',', ';', '\t', '|'};

    if (span_starts(ahead, "sep=") && ahead.length > 4 &&
        memchr(separators, ahead.bytes[4], sizeof separators))
        return ahead.bytes[4];
    return csv_shape(ahead, ahead.length < FORMAT_LOOK).separator;
}

static bool start(struct format_job *job, struct fault *fault)
{
    struct reading *reading = memory_new(1, sizeof *reading);

    job->state = reading;
    reading->plan = fields_plan(job->config);
    reading->csv = csv_open(separator_of(input_ahead(job->input, FORMAT_LOOK)));
    reading->over = !read_header(job, fault);
    return !reading->over;
}

static enum format_result next(struct format_job *job, struct article *article, struct fault *fault)
{
    struct reading *reading;
    enum csv_step step;
    struct csv_row row;

    if (!job->state && !start(job, fault))
        return FORMAT_SKIP;
    reading = job->state;
    if (reading->over || !next_row(job, &row, &step))
        return FORMAT_END;
    note_line(job, row.line);
    if (step == CSV_STEP_TOO_LONG) {
        (void)fault_set(fault, FAULT_LIMIT,
                        "the row is longer than 16 MB or has more than %d fields", CSV_FIELDS_MAX);
        return FORMAT_SKIP;
    }
    return read_row(article, job, &row, fault) ? FORMAT_ARTICLE : FORMAT_SKIP;
}

static void close_reading(struct format_job *job)
{
    struct reading *reading = job->state;

    if (!reading)
        return;
    csv_close(reading->csv);
    free(reading->columns);
    free(reading);
    job->state = NULL;
}

const struct format read_csv_format = {
    .name = "CSV",
    .many = true,
    .text = true,
    .markup = true,
    .claims = claims,
    .next = next,
    .close = close_reading,
};
