#include "reports/pages/panel_bonds.h"

#include "analysis/collocations.h"
#include "reports/charts/chart_network.h"
#include "reports/pages/wording.h"

#include <math.h>

static const double page_width = 511, /* of a figure over all columns of A4 */
    dice_top = 14;                    /* log Dice of words that only stand together */

bool panel_bonds_drawn(const struct findings *findings)
{
    return findings->bond_count >= PANEL_BONDS_LEAST;
}

/* What was found of this word, if it is among those that pages show. */
static const struct term_finding *term_of(const struct findings *findings, struct span word)
{
    const struct term_finding *lists[] = {findings->risen, findings->fallen, findings->frequent};
    const size_t counts[] = {findings->risen_count, findings->fallen_count,
                             findings->frequent_count};

    for (size_t l = 0; l < sizeof counts / sizeof *counts; l++)
        for (size_t i = 0; i < counts[l]; i++)
            if (span_equal(lists[l][i].term, word))
                return &lists[l][i];
    return NULL;
}

/* The words and pairs that are drawn. */
struct drawing {
    struct chart_node *nodes;
    struct chart_edge *edges;
    size_t count, edge_count;
};

static size_t find_node(const struct drawing *drawing, struct span word)
{
    size_t at = 0;

    while (at < drawing->count && !span_equal(drawing->nodes[at].label, word))
        at++;
    return at;
}

static size_t add_node(struct edition *edition, struct drawing *drawing,
                       const struct bond_finding *bond, int end, const char *from)
{
    size_t at = find_node(drawing, bond->words[end]);
    const struct term_finding *term = term_of(edition->findings, bond->words[end]);

    if (at == drawing->count)
        drawing->nodes[drawing->count++] = (struct chart_node){
            .label = bond->words[end],
            .target = term ? edition_link(edition, term->evidence, from) : SPAN_EMPTY,
            .size = (double)bond->counts[end],
            .tone = term ? wording_tone(term->direction) : TONE_PLAIN};
    return at;
}

/* Takes the closest pairs first; one that would bring a word too many is passed over. */
static struct drawing draw_bonds(struct edition *edition, const char *from)
{
    const struct findings *findings = edition->findings;
    size_t room = chart_network_room(page_width);
    struct drawing drawing = {
        .nodes = arena_new(edition->arena, room, sizeof *drawing.nodes),
        .edges = arena_new(edition->arena, findings->bond_count, sizeof *drawing.edges)};

    for (size_t i = 0; i < findings->bond_count; i++) {
        const struct bond_finding *bond = &findings->bonds[i];
        size_t fresh = (find_node(&drawing, bond->words[0]) == drawing.count) +
                       (find_node(&drawing, bond->words[1]) == drawing.count);
        struct chart_edge *edge = &drawing.edges[drawing.edge_count];

        if (drawing.count + fresh > room)
            continue;
        edge->from = add_node(edition, &drawing, bond, 0, from);
        edge->to = add_node(edition, &drawing, bond, 1, from);
        edge->weight = exp2(bond->log_dice - dice_top); /* Dice itself: no logarithm to the eye */
        drawing.edge_count++;
    }
    return drawing;
}

static bool is_coloured(const struct drawing *drawing, enum tone tone)
{
    for (size_t i = 0; i < drawing->count; i++)
        if (drawing->nodes[i].tone == tone)
            return true;
    return false;
}

static struct span subtitle_of(struct edition *edition, const struct drawing *drawing)
{
    return SAY(&edition->wording,
               "Content words that stand within {reach#} words of each other more often than "
               "chance has it; the closer the bond, the thicker the line.{more? Blue: used clearly "
               "more often than before.}{less? Brown: less often.}",
               NUMBER("reach", COLLOCATIONS_REACH), FLAG("more", is_coloured(drawing, TONE_MORE)),
               FLAG("less", is_coloured(drawing, TONE_LESS)));
}

static struct span note_of(struct edition *edition, const struct drawing *drawing)
{
    const struct findings *findings = edition->findings;

    return SAY(&edition->wording,
               "{shown} {all?{shown|pair|pairs}/of {n}~{n|pair|pairs}} of words that rose, fell or "
               "were used most: at least {joint#} times together, in {least#} articles or more, "
               "and the 95% interval of PMI over articles lies above 0.{all?/ The others bring "
               "words that find no room.} Closeness: log Dice. Bold: the words used most.",
               NUMBER("shown", drawing->edge_count), NUMBER("n", findings->bond_count),
               FLAG("all", drawing->edge_count == findings->bond_count),
               NUMBER("joint", COLLOCATIONS_LEAST), NUMBER("least", COLLOCATIONS_ARTICLES));
}

/* The word as a title has room for it. */
static struct span titled(struct edition *edition, struct span word)
{
    enum { LETTERS_MOST = 24 };

    return wording_quoted(&edition->wording, wording_shorten(edition->arena, word, LETTERS_MOST));
}

struct figure panel_bonds_network(struct edition *edition, const char *from)
{
    const struct wording *wording = &edition->wording;
    const struct bond_finding *first = edition->findings->bonds;
    struct drawing drawing = draw_bonds(edition, from);
    struct chart_network *data = arena_new(edition->arena, 1, sizeof *data);
    struct slot one = TEXT("one", titled(edition, first->words[0]));
    struct slot other = TEXT("other", titled(edition, first->words[1]));

    *data = (struct chart_network){.nodes = drawing.nodes,
                                   .count = drawing.count,
                                   .edges = drawing.edges,
                                   .edge_count = drawing.edge_count};
    return (struct figure){
        .title = SAY(wording, "{one} and {other} keep the closest company", one, other),
        .subtitle = subtitle_of(edition, &drawing),
        .alternative =
            SAY(wording,
                "Network of {words} {words|word|words} and {pairs} {pairs|pair|pairs}. The closest "
                "pair is {one} and {other}, {joint} {joint|time|times} together.",
                NUMBER("words", drawing.count), NUMBER("pairs", drawing.edge_count), one, other,
                NUMBER("joint", first->joint)),
        .note = edition_note(edition, note_of(edition, &drawing)),
        .csv = span_of("collocations.csv"),
        .recipe = &chart_network,
        .data = data,
        .columns = 12};
}
