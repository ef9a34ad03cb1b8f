#include "reports/export/rowid.h"

#include "corpus/base/csv.h"

/* The part of `text` before its first colon; false where there is none. */
static bool before_colon(struct span *part, struct span *rest, struct span text)
{
    const char *colon = text.length ? memchr(text.bytes, ':', text.length) : NULL;

    if (!colon)
        return false;
    *part = span_cut(text, 0, (size_t)(colon - text.bytes));
    *rest = span_cut(text, part->length + 1, text.length);
    return true;
}

/* "2022-06-13/2022-06-19" */
static bool read_days(struct rowid *id, struct span text)
{
    const char *slash = memchr(text.bytes, '/', text.length);
    size_t at = slash ? (size_t)(slash - text.bytes) : 0;

    return slash && day_read(&id->first, span_cut(text, 0, at)) &&
           day_read(&id->last, span_cut(text, at + 1, text.length));
}

bool rowid_read(struct rowid *id, struct span text)
{
    struct span period, rest;

    *id = (struct rowid){.week = WEEK_NONE, .first = DAY_NONE, .last = DAY_NONE};
    if (!before_colon(&id->kind, &id->key, text) || id->kind.length == 0 || id->key.length == 0)
        return false;
    if (!before_colon(&period, &rest, id->key) || rest.length == 0)
        return true;
    if (week_read(&id->week, period)) {
        id->first = week_monday(id->week);
        id->last = id->first + 6;
    } else if (period.length == 0 || !read_days(id, period)) {
        id->first = id->last = DAY_NONE;
        return true;
    }
    id->period = period;
    id->key = rest;
    return true;
}

static struct span *copy_fields(struct arena *arena, const struct span *fields, size_t count)
{
    struct span *copies = arena_new(arena, count, sizeof *copies);

    for (size_t i = 0; i < count; i++)
        copies[i] = arena_copy(arena, fields[i]);
    return copies;
}

void rowid_each(struct span csv, rowid_visitor *visit, void *context)
{
    struct csv *reader = csv_open(',');
    struct rowid_cells cells = ROWID_CELLS_EMPTY;
    struct span *values = NULL;
    struct csv_row row;
    enum csv_step step;
    bool more = true;

    while (more && (step = csv_step(reader, &csv, &row)) != CSV_STEP_END) {
        if (step != CSV_STEP_ROW)
            continue;
        if (!cells.columns) {
            cells.columns = copy_fields(&cells.arena, row.fields, row.count);
            cells.count = row.count;
            values = arena_new(&cells.arena, row.count, sizeof *values);
            cells.values = values;
        } else if (row.count == cells.count) {
            memcpy(values, row.fields, row.count * sizeof *values);
            more = visit(context, &cells);
        }
    }
    csv_close(reader);
    arena_release(&cells.arena);
}

/* The row that is looked for, and where it goes. */
struct finding_row {
    struct rowid_cells *cells;
    struct span id;
};

static bool keep_if_wanted(void *context, const struct rowid_cells *cells)
{
    struct finding_row *finding = context;
    struct rowid_cells *kept = finding->cells;

    if (!span_equal(cells->values[cells->count - 1], finding->id))
        return true;
    kept->columns = copy_fields(&kept->arena, cells->columns, cells->count);
    kept->values = copy_fields(&kept->arena, cells->values, cells->count);
    kept->count = cells->count;
    return false;
}

bool rowid_find(struct rowid_cells *cells, struct span csv, struct span id)
{
    struct finding_row finding = {cells, id};

    rowid_each(csv, keep_if_wanted, &finding);
    return cells->values != NULL;
}

struct span rowid_cell(const struct rowid_cells *cells, const char *column)
{
    for (size_t i = 0; cells->values && i < cells->count; i++) {
        if (span_is(cells->columns[i], column))
            return cells->values[i];
    }
    return SPAN_EMPTY;
}

void rowid_release(struct rowid_cells *cells)
{
    arena_release(&cells->arena);
    *cells = ROWID_CELLS_EMPTY;
}
