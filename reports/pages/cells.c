#include "reports/pages/cells.h"

#include <assert.h>
#include <math.h>

struct cells cells_of(struct arena *arena, size_t rows, size_t columns)
{
    return (struct cells){.arena = arena,
                          .items = arena_new(arena, rows * columns + 1, sizeof(struct cell)),
                          .capacity = rows * columns};
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
    return cells_format(cells, format_count(count));
}

struct cell *cells_value(struct cells *cells, const struct estimate *estimate, enum unit unit)
{
    return cells_format(cells, wording_value(estimate, unit));
}

struct cell *cells_interval(struct cells *cells, const struct estimate *estimate, enum unit unit)
{
    return cells_format(cells, wording_interval(estimate, unit));
}

struct cell *cells_spark(struct cells *cells, const double *values, size_t count)
{
    struct cell *cell = cells_text(cells, span_of(""));

    if (values && count > 1) {
        cell->spark = values;
        cell->spark_count = count;
    }
    return cell;
}

void cells_change(struct cells *cells, const struct change *change)
{
    bool tested = change->direction != CHANGE_UNTESTED;

    cells_format(cells, wording_difference(&change->difference))->tone =
        wording_tone(change->direction);
    cells_format(cells, wording_difference_interval(&change->difference));
    cells_format(cells, format_p(tested ? change->q : NAN));
}
