#include "analysis/people/roster.h"

#include "analysis/people/spelling.h"
#include "analysis/usertable.h"
#include "corpus/base/memory.h"
#include "corpus/voices/lexicon.h"

#include <stdlib.h>

struct roster_reading {
    struct roster *roster;
    struct spelling_reader reader;
    struct bytes whole;
    const char *file;
    size_t name_column, alias_column;        /* SIZE_MAX: not there */
    size_t attribute_of[ROSTER_COLUMNS_MAX]; /* by the file's column; SIZE_MAX: none */
    size_t column_count;
    bool headed;
};

/* Columns of the tables that attributes stand beside. */
static bool is_own_column(struct span column)
{
    static const char *const own[] = {
        "week",    "speaker",  "quotes",    "words",      "articles", "stories",
        "outlets", "share",    "share_low", "share_high", "note",     "id",
        "person",  "spelling", "rule",      "kind",       "group",    "outlet",
    };

    for (size_t i = 0; i < sizeof own / sizeof *own; i++) {
        if (span_is_as(column, own[i]))
            return true;
    }
    return false;
}

static bool add_column(struct roster_reading *reading, struct span column, uint64_t line,
                       struct fault *fault)
{
    struct roster *roster = reading->roster;

    if (column.length == 0)
        return fault_set(fault, FAULT_USAGE, "%s line %llu: column %zu has no name", reading->file,
                         (unsigned long long)line, reading->column_count + 1);
    if (is_own_column(column))
        return fault_set(fault, FAULT_USAGE,
                         "%s line %llu: a column may not be called '%.*s', which speakers.csv, "
                         "people.csv or speakers_by_outlet.csv has already",
                         reading->file, (unsigned long long)line, SPAN_PRINT(column));
    for (size_t i = 0; i < roster->column_count; i++) {
        if (span_equal(roster->columns[i], column))
            return fault_set(fault, FAULT_USAGE, "%s line %llu: the column '%.*s' stands twice",
                             reading->file, (unsigned long long)line, SPAN_PRINT(column));
    }
    reading->attribute_of[reading->column_count] = roster->column_count;
    roster->columns[roster->column_count++] = arena_copy(&roster->arena, column);
    return true;
}

static bool read_header(struct roster_reading *reading, const struct csv_row *row,
                        struct fault *fault)
{
    struct roster *roster = reading->roster;

    reading->headed = true;
    if (row->count > ROSTER_COLUMNS_MAX)
        return fault_set(fault, FAULT_USAGE, "%s line %llu: there are %zu columns, more than %d",
                         reading->file, (unsigned long long)row->line, row->count,
                         ROSTER_COLUMNS_MAX);
    roster->columns = arena_new(&roster->arena, row->count, sizeof *roster->columns);
    for (size_t i = 0; i < row->count; i++) {
        struct span column = span_trim(row->fields[i]);
        size_t *special = span_is_as(column, "name")      ? &reading->name_column
                          : span_is_as(column, "aliases") ? &reading->alias_column
                                                          : NULL;

        reading->attribute_of[i] = SIZE_MAX;
        if (special && *special != SIZE_MAX)
            return fault_set(fault, FAULT_USAGE, "%s line %llu: the column '%.*s' stands twice",
                             reading->file, (unsigned long long)row->line, SPAN_PRINT(column));
        if (special)
            *special = i;
        else if (!add_column(reading, column, row->line, fault))
            return false;
        reading->column_count++;
    }
    return reading->name_column != SIZE_MAX ||
           fault_set(fault, FAULT_USAGE,
                     "%s line %llu: there is no column 'name'; the first line names the columns",
                     reading->file, (unsigned long long)row->line);
}

/* "the premier" is found as "premier", as quotations have it. */
static struct span without_article(struct roster_reading *reading, struct span form)
{
    struct span rest = form;
    struct span word = spelling_word(&rest);

    return spelling_class(&reading->reader, word) & LEXICON_ARTICLE && span_trim(rest).length
               ? rest
               : form;
}

static bool add_form(struct roster_reading *reading, struct span form, uint32_t person,
                     uint64_t line, struct fault *fault)
{
    struct roster *roster = reading->roster;
    size_t known = roster->forms.count;
    uint32_t id;

    spelling_whole(&reading->whole, &reading->reader, without_article(reading, form));
    if (reading->whole.count == 0)
        return true;
    id = table_add(&roster->forms, bytes_span(&reading->whole));
    if (id < known) {
        const struct roster_person *other = &roster->people[roster->form_people[id]];

        return roster->form_people[id] == person ||
               fault_set(fault, FAULT_USAGE,
                         "%s line %llu: '%.*s' is a name of '%.*s' on line %llu already",
                         reading->file, (unsigned long long)line, SPAN_PRINT(form),
                         SPAN_PRINT(other->name), (unsigned long long)other->line);
    }
    roster->form_people = memory_grow(roster->form_people, &roster->form_capacity, (size_t)id + 1,
                                      sizeof *roster->form_people);
    roster->form_people[id] = person;
    return true;
}

static bool add_aliases(struct roster_reading *reading, struct span aliases, uint32_t person,
                        uint64_t line, struct fault *fault)
{
    while (aliases.length) {
        const char *bar = memchr(aliases.bytes, '|', aliases.length);
        size_t length = bar ? (size_t)(bar - aliases.bytes) : aliases.length;

        if (!add_form(reading, span_trim(span_cut(aliases, 0, length)), person, line, fault))
            return false;
        aliases = span_cut(aliases, bar ? length + 1 : length, aliases.length);
    }
    return true;
}

static bool read_row(struct roster_reading *reading, const struct csv_row *row, struct fault *fault)
{
    struct roster *roster = reading->roster;
    uint32_t person = (uint32_t)roster->count;
    struct roster_person *added;

    if (row->count > reading->column_count)
        return fault_set(fault, FAULT_USAGE, "%s line %llu: there are %zu cells under %zu columns",
                         reading->file, (unsigned long long)row->line, row->count,
                         reading->column_count);
    if (row->count <= reading->name_column ||
        span_trim(row->fields[reading->name_column]).length == 0)
        return fault_set(fault, FAULT_USAGE, "%s line %llu: the name is missing", reading->file,
                         (unsigned long long)row->line);
    roster->people =
        memory_grow(roster->people, &roster->capacity, roster->count + 1, sizeof *roster->people);
    added = &roster->people[roster->count++];
    *added = (struct roster_person){
        .name = arena_copy(&roster->arena, span_trim(row->fields[reading->name_column])),
        .attributes = arena_new(&roster->arena, roster->column_count, sizeof *added->attributes),
        .line = row->line,
    };
    for (size_t i = 0; i < row->count; i++) {
        if (reading->attribute_of[i] != SIZE_MAX)
            added->attributes[reading->attribute_of[i]] =
                arena_copy(&roster->arena, span_trim(row->fields[i]));
    }
    return add_form(reading, added->name, person, row->line, fault) &&
           (reading->alias_column >= row->count ||
            add_aliases(reading, row->fields[reading->alias_column], person, row->line, fault));
}

static bool take_row(void *context, const struct csv_row *row, struct fault *fault)
{
    struct roster_reading *reading = context;

    return reading->headed ? read_row(reading, row, fault) : read_header(reading, row, fault);
}

bool roster_read(struct roster *roster, struct span text, const char *name, struct fault *fault)
{
    struct roster_reading reading = {
        .roster = roster,
        .file = name,
        .name_column = SIZE_MAX,
        .alias_column = SIZE_MAX,
    };
    bool done = usertable_read(text, name, (struct usertable_taker){&reading, take_row}, fault) &&
                (reading.headed || fault_set(fault, FAULT_USAGE, "%s: the file is empty", name));

    spelling_close(&reading.reader);
    bytes_release(&reading.whole);
    if (!done)
        roster_release(roster);
    return done;
}

uint32_t roster_find(const struct roster *roster, struct span whole)
{
    uint32_t form = table_find(&roster->forms, whole);

    return form == TABLE_NONE ? ROSTER_NONE : roster->form_people[form];
}

void roster_release(struct roster *roster)
{
    arena_release(&roster->arena);
    free(roster->people);
    free(roster->form_people);
    table_release(&roster->forms);
    *roster = ROSTER_EMPTY;
}
