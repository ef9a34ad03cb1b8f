#include "reports/export/tables_check.h"

#include "reports/export/csvfile.h"

static const char *note_of(const struct dictionary_problem *problem,
                           const struct dictionary_check *check)
{
    const struct dictionary_entry *entry = &check->dictionary->entries[problem->entry];

    switch (problem->kind) {
    case DICTIONARY_NEVER:
        return entry->never.bytes;
    case DICTIONARY_DEAD:
        return entry->condition_count ? "nowhere in the articles, or not as its conditions want"
                                      : "nowhere in the articles";
    case DICTIONARY_SHADOWED:
        return check->dictionary->entries[problem->other].excludes
                   ? "never counts: the other excludes it"
                   : "never counts: the other takes its words";
    case DICTIONARY_DOUBLE:
    default:
        return "both count in the same words";
    }
}

static void add_entry(struct csvfile *csv, const struct dictionary *dictionary, uint32_t entry)
{
    if (entry == DICTIONARY_NONE) {
        csvfile_empty(csv);
        csvfile_empty(csv);
        csvfile_empty(csv);
        return;
    }
    csvfile_text(csv, dictionary->categories[dictionary->entries[entry].category].path);
    csvfile_text(csv, dictionary->entries[entry].text);
    csvfile_count(csv, dictionary->entries[entry].line);
}

static void add_problem(struct csvfile *csv, const struct dictionary_check *check,
                        const struct dictionary_problem *problem,
                        const struct tables_check_place *place)
{
    const struct dictionary_entry *entries = check->dictionary->entries;
    const struct span id[] = {span_of("check"), span_of(dictionary_problem_name(problem->kind)),
                              check->dictionary->categories[entries[problem->entry].category].path,
                              entries[problem->entry].text,
                              problem->other == DICTIONARY_NONE ? SPAN_EMPTY
                                                                : entries[problem->other].text};

    csvfile_text(csv, span_of(dictionary_problem_name(problem->kind)));
    add_entry(csv, check->dictionary, problem->entry);
    csvfile_count(csv, problem->hits);
    add_entry(csv, check->dictionary, problem->other);
    csvfile_text(csv, place->context);
    csvfile_text(csv, place->article_id);
    csvfile_text(csv, span_of(note_of(problem, check)));
    csvfile_joined(csv, id, problem->other == DICTIONARY_NONE ? 4 : 5);
    csvfile_end_row(csv);
}

void tables_check(struct bytes *out, const struct dictionary_check *check,
                  const struct tables_check_place *places)
{
    static const char *const columns[] = {"problem", "topic",       "entry", "line",
                                          "hits",    "other_topic", "other", "other_line",
                                          "example", "article_id",  "note",  "id"};
    struct csvfile csv = CSVFILE_IN(out);

    csvfile_header(&csv, columns, sizeof columns / sizeof *columns);
    for (size_t i = 0; i < check->problem_count; i++)
        add_problem(&csv, check, &check->problems[i], &places[i]);
}
