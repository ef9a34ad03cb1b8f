#include "reports/pages/sayings.h"

#include "corpus/base/embed.h"

EMBED(sayings_de, "reports/pages/sayings.de");
EMBED(sayings_ru, "reports/pages/sayings.ru");

struct span sayings_table(const struct tongue *tongue)
{
    switch (tongue->name) {
    case TONGUE_GERMAN:
        return embed_span(sayings_de, sayings_de_end);
    case TONGUE_RUSSIAN:
        return embed_span(sayings_ru, sayings_ru_end);
    case TONGUE_ENGLISH:
    case TONGUES:
        break;
    }
    return SPAN_EMPTY;
}

static struct span next_line(struct span *table)
{
    size_t end = span_line_end(*table, 0);
    struct span line = span_cut(*table, 0, end);

    *table = span_cut(*table, end < table->length ? end + 1 : end, table->length);
    return line;
}

bool sayings_next(struct span *table, struct span *english, struct span *own)
{
    *english = SPAN_EMPTY;
    while (table->length) {
        struct span line = next_line(table);

        if (span_starts(line, "= "))
            *english = span_cut(line, 2, line.length);
        if (!span_starts(line, "> "))
            continue;
        *own = span_cut(line, 2, line.length);
        return true;
    }
    return false;
}

struct span sayings_find(const struct tongue *tongue, struct span english)
{
    struct span table = sayings_table(tongue), saying, own;

    while (sayings_next(&table, &saying, &own)) {
        if (span_equal(saying, english))
            return own;
    }
    return SPAN_EMPTY;
}
