#include "analysis/bonds.h"

#include "corpus/text/stopwords.h"

#include <stdlib.h>

static bool is_kept(const struct collocation_row *row, struct span language)
{
    return row->pmi.has_interval && row->pmi.low > 0 && !span_equal(row->node_name, row->name) &&
           row->node_name.length > 1 && row->name.length > 1 &&
           !stopwords_has(language, row->node_name) && !stopwords_has(language, row->name);
}

static struct bond_finding bond_of(struct arena *arena, const struct collocation_row *row)
{
    bool turned =
        row->counts.collocate > row->counts.node ||
        (row->counts.collocate == row->counts.node && span_compare(row->name, row->node_name) < 0);
    struct bond_finding bond = {.joint = row->counts.joint,
                                .articles = row->articles,
                                .log_dice = row->bond.log_dice,
                                .pmi = row->pmi};

    bond.words[turned] = arena_copy(arena, row->node_name);
    bond.counts[turned] = row->counts.node;
    bond.words[!turned] = arena_copy(arena, row->name);
    bond.counts[!turned] = row->counts.collocate;
    return bond;
}

static int by_words(const struct bond_finding *a, const struct bond_finding *b)
{
    int first = span_compare(a->words[0], b->words[0]);

    return first ? first : span_compare(a->words[1], b->words[1]);
}

static int by_falling_log_dice(const void *left, const void *right)
{
    const struct bond_finding *a = left, *b = right;

    if (a->log_dice != b->log_dice)
        return a->log_dice > b->log_dice ? -1 : 1;
    return by_words(a, b);
}

/* The same words side by side, the closest first. */
static int by_words_then_log_dice(const void *left, const void *right)
{
    int order = by_words(left, right);

    return order ? order : by_falling_log_dice(left, right);
}

void bonds_keep(struct findings *findings, const struct collocations *found)
{
    size_t count = 0;

    findings->bonds = arena_new(&findings->arena, found->count, sizeof *findings->bonds);
    findings->bond_count = 0;
    for (size_t i = 0; i < found->count; i++)
        if (is_kept(&found->rows[i], findings->language))
            findings->bonds[count++] = bond_of(&findings->arena, &found->rows[i]);
    if (!count)
        return;
    /* One word's occurrences near the other may be more than the other's near the one. */
    qsort(findings->bonds, count, sizeof *findings->bonds, by_words_then_log_dice);
    for (size_t i = 0; i < count; i++)
        if (i == 0 || by_words(&findings->bonds[i], &findings->bonds[findings->bond_count - 1]))
            findings->bonds[findings->bond_count++] = findings->bonds[i];
    qsort(findings->bonds, findings->bond_count, sizeof *findings->bonds, by_falling_log_dice);
}
