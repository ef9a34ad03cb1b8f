/*
 * The roster: what a user's CSV says of people.
 *
 *     name,aliases,role,party
 *     Helena Vorsk,Vorsk|the premier,premier,Harbour List
 *
 * The column `name` must be there; `aliases` are parted by |; every further
 * column is an attribute, which tables carry beside the person. Who a roster
 * names is who he is: no rule says otherwise.
 *
 *     struct roster roster = ROSTER_EMPTY;
 *     if (!roster_read(&roster, text, "people.csv", &fault))
 *         return false;
 *     uint32_t row = roster_find(&roster, span_of("helena vorsk"));
 *     roster_release(&roster);
 */
#ifndef ANALYSIS_ROSTER_H
#define ANALYSIS_ROSTER_H

#include "corpus/base/arena.h"
#include "corpus/base/fault.h"
#include "corpus/base/table.h"

#include <stdint.h>

enum { ROSTER_COLUMNS_MAX = 64 };

/* No row of it. */
#define ROSTER_NONE UINT32_MAX

struct roster_person {
    struct span name;
    struct span *attributes; /* by column; empty where the cell is */
    uint64_t line;
};

struct roster {
    struct arena arena;
    struct span *columns; /* of the attributes */
    size_t column_count;
    struct roster_person *people;
    size_t count, capacity;
    struct table forms; /* names and aliases, as spelling_whole() writes them */
    uint32_t *form_people;
    size_t form_capacity;
};

#define ROSTER_EMPTY ((struct roster){0})

/*
 * Reads the CSV in `text`, whose separator is found out. Fails with
 * FAULT_USAGE, naming `name` and the line: no column `name`, a column that
 * stands twice or is one that the tables with attributes have already, a row without a name or with
 * too many cells, a name or alias of two people, text that is not UTF-8. The
 * roster is then empty.
 */
bool roster_read(struct roster *roster, struct span text, const char *name, struct fault *fault);

/* The person with this name or alias, as spelling_whole() writes it; ROSTER_NONE for none. */
uint32_t roster_find(const struct roster *roster, struct span whole);

void roster_release(struct roster *roster);

#endif
