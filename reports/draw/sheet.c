#include "reports/draw/sheet.h"

#include "corpus/base/day.h"

#include <math.h>
#include <string.h>

/* Room for one more element; what was there moves along. */
static void *grown(struct arena *arena, void *items, size_t *capacity, size_t count, size_t size)
{
    void *moved;

    if (count < *capacity)
        return items;
    *capacity = *capacity ? 2 * *capacity : 16;
    moved = arena_new(arena, *capacity, size);
    if (count)
        memcpy(moved, items, count * size);
    return moved;
}

void sheet_column(struct sheet *sheet, struct span title, bool number)
{
    sheet->columns = grown(sheet->arena, sheet->columns, &sheet->column_capacity,
                           sheet->column_count, sizeof *sheet->columns);
    sheet->columns[sheet->column_count++] =
        (struct sheet_column){tongue_word(sheet->tongue, title), number};
}

void sheet_text(struct sheet *sheet, struct span text, struct span target)
{
    sheet->cells =
        grown(sheet->arena, sheet->cells, &sheet->capacity, sheet->count, sizeof *sheet->cells);
    sheet->cells[sheet->count++] = (struct sheet_cell){text, target};
}

static void add_format(struct sheet *sheet, struct format_text text)
{
    sheet_text(sheet, arena_copy(sheet->arena, span_of(text.text)), SPAN_EMPTY);
}

void sheet_week(struct sheet *sheet, int32_t week)
{
    char text[WEEK_TEXT_SIZE];

    week_text(text, week);
    sheet_text(sheet, arena_copy(sheet->arena, span_of(text)), SPAN_EMPTY);
}

void sheet_value(struct sheet *sheet, double value, enum unit unit)
{
    add_format(sheet, format_value(sheet->tongue, value, unit));
}

void sheet_range(struct sheet *sheet, double low, double high, enum unit unit)
{
    if (isfinite(low) && isfinite(high))
        add_format(sheet, format_range(sheet->tongue, low, high, unit));
    else
        add_format(sheet, format_value(sheet->tongue, NAN, unit));
}

size_t sheet_rows(const struct sheet *sheet)
{
    return sheet->column_count ? sheet->count / sheet->column_count : 0;
}

struct span sheet_unit_title(enum unit unit)
{
    static const char *const titles[] = {[UNIT_COUNT] = "Number",
                                         [UNIT_SHARE] = "Share",
                                         [UNIT_PER_MILLION] = "Per million",
                                         [UNIT_RATIO] = "Ratio",
                                         [UNIT_LOG2] = "Times"};

    return span_of(titles[unit]);
}
