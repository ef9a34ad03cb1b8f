#include "reports/pages/cells.h"

#include "reports/pages/drawn.h"

#include <assert.h>
#include <math.h>

#define EN_DASH "\u2013"

struct cells cells_of(const struct wording *wording, size_t rows, size_t columns)
{
    return (struct cells){.arena = wording->arena,
                          .wording = wording,
                          .items =
                              arena_new(wording->arena, rows * columns + 1, sizeof(struct cell)),
                          .capacity = rows * columns};
}

struct column *cells_titles(const struct wording *wording, const struct column *columns,
                            size_t count)
{
    struct column *titled = arena_new(wording->arena, count, sizeof *titled);

    for (size_t c = 0; c < count; c++) {
        titled[c] = columns[c];
        if (*columns[c].title)
            titled[c].title = saying_plain(wording, columns[c].title).bytes;
    }
    return titled;
}

struct cell *cells_text(struct cells *cells, struct span text)
{
    struct cell *cell;

    assert(cells->count < cells->capacity);
    cell = &cells->items[cells->count++];
    cell->text = text;
    return cell;
}

struct cell *cells_format(struct cells *cells, struct format_text text)
{
    return cells_text(cells, arena_copy(cells->arena, span_of(text.text)));
}

struct cell *cells_count(struct cells *cells, double count)
{
    return cells_format(cells, format_count(cells->wording->tongue, count));
}

struct cell *cells_value(struct cells *cells, const struct estimate *estimate, enum unit unit)
{
    return cells_format(cells, wording_value(cells->wording, estimate, unit));
}

struct cell *cells_interval(struct cells *cells, const struct estimate *estimate, enum unit unit)
{
    return cells_format(cells, wording_interval(cells->wording, estimate, unit));
}

struct cell *cells_spark(struct cells *cells, const double *values, size_t count)
{
    struct cell *cell = cells_text(cells, span_of(""));

    if (values && drawn_known(values, count) > 1) {
        cell->spark = values;
        cell->spark_count = count;
    }
    return cell;
}

struct cell *cells_none(struct cells *cells)
{
    return cells_text(cells, span_of(EN_DASH));
}

void cells_change(struct cells *cells, const struct change *change)
{
    bool tested = change->direction != CHANGE_UNTESTED;

    /* A difference of which nobody knows how sure it is would be read as a change. */
    if (change->difference.has_interval)
        cells_format(cells, wording_difference(cells->wording, &change->difference))->tone =
            wording_tone(change->direction);
    else
        cells_none(cells);
    cells_format(cells, wording_difference_interval(cells->wording, &change->difference));
    cells_format(cells, format_p(cells->wording->tongue, tested ? change->q : NAN));
}

static bool column_says(const struct grid *grid, size_t column)
{
    for (size_t row = 0; row < grid->rows; row++) {
        const struct cell *cell = &grid->cells[row * grid->column_count + column];

        if (cell->spark || (cell->text.length && !span_is(cell->text, EN_DASH)))
            return true;
    }
    return false;
}

void cells_trim(struct cells *cells, struct grid *grid)
{
    struct column *columns = arena_new(cells->arena, grid->column_count, sizeof *columns);
    size_t *from = arena_new(cells->arena, grid->column_count, sizeof *from);
    struct cell *kept;
    size_t count = 0;

    for (size_t c = 0; c < grid->column_count; c++)
        if (column_says(grid, c)) {
            from[count] = c;
            columns[count++] = grid->columns[c];
        }
    if (!grid->rows || !count)
        return;
    kept = arena_new(cells->arena, grid->rows * count, sizeof *kept);
    for (size_t row = 0; row < grid->rows; row++)
        for (size_t c = 0; c < count; c++)
            kept[row * count + c] = grid->cells[row * grid->column_count + from[c]];
    grid->columns = columns;
    grid->column_count = count;
    grid->cells = kept;
}
