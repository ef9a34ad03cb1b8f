#include "reports/charts/chart_network.h"

#include "reports/draw/dodge.h"
#include "reports/draw/plot.h"

#include <math.h>
#include <stdlib.h>

static const double line_height = 17, word_room = 70, /* of one word with the space around it */
    word_gap = 9, word_most = 110, edge_thin = 0.4, edge_thick = 2.2, bold_share = 0.25,
                    rows_spare = 1.7, /* lines for each that would just hold the words */
    heat_first = 0.12, pull = 0.8;

enum { STEPS = 300, ROOM_MOST = 40 };

/* Where a word stands. */
struct spot {
    size_t node;
    double x, y;  /* of its middle: 0 to 1, then points */
    double width; /* of its label */
    size_t line;  /* of text */
};

static double lines_of(const struct chart_network *network, double width)
{
    double words = fmax(4, (double)network->count);

    return fmax(4, ceil(rows_spare * words * word_room / width));
}

size_t chart_network_room(double width)
{
    size_t room = (size_t)(ROOM_MOST * width / 500);

    return room < ROOM_MOST ? room : ROOM_MOST;
}

static struct extent extent(const void *data, double width)
{
    double natural = lines_of(data, width) * line_height;

    return (struct extent){0.85 * natural, natural, 1.5 * natural};
}

/* Every word pushes every other one away, within a unit square. */
static void repel(const struct spot *spots, struct point *moves, size_t count, double ideal)
{
    for (size_t a = 0; a < count; a++)
        for (size_t b = a + 1; b < count; b++) {
            double dx = spots[a].x - spots[b].x, dy = spots[a].y - spots[b].y;
            double square = fmax(dx * dx + dy * dy, 1e-6);
            double push = ideal * ideal / square;

            moves[a].x += dx * push;
            moves[a].y += dy * push;
            moves[b].x -= dx * push;
            moves[b].y -= dy * push;
        }
}

/* Words that are joined pull each other, the stronger the more. */
static void attract(const struct chart_network *network, const struct spot *spots,
                    struct point *moves, double ideal, double heaviest)
{
    for (size_t e = 0; e < network->edge_count; e++) {
        const struct chart_edge *edge = &network->edges[e];
        double dx = spots[edge->from].x - spots[edge->to].x;
        double dy = spots[edge->from].y - spots[edge->to].y;
        double force = sqrt(dx * dx + dy * dy) / ideal * (0.3 + edge->weight / heaviest);

        moves[edge->from].x -= dx * force;
        moves[edge->from].y -= dy * force;
        moves[edge->to].x += dx * force;
        moves[edge->to].y += dy * force;
    }
}

static double heaviest_edge(const struct chart_network *network)
{
    double heaviest = 0;

    for (size_t e = 0; e < network->edge_count; e++)
        heaviest = fmax(heaviest, network->edges[e].weight);
    return heaviest > 0 ? heaviest : 1;
}

/* Stretches the places to the whole unit square. */
static void fill_square(struct spot *spots, size_t count)
{
    struct point low = {HUGE_VAL, HUGE_VAL}, high = {-HUGE_VAL, -HUGE_VAL};

    for (size_t i = 0; i < count; i++) {
        low = (struct point){fmin(low.x, spots[i].x), fmin(low.y, spots[i].y)};
        high = (struct point){fmax(high.x, spots[i].x), fmax(high.y, spots[i].y)};
    }
    for (size_t i = 0; i < count; i++) {
        spots[i].x = high.x > low.x ? (spots[i].x - low.x) / (high.x - low.x) : 0.5;
        spots[i].y = high.y > low.y ? (spots[i].y - low.y) / (high.y - low.y) : 0.5;
    }
}

/*
 * Outwards along the sides of a diamond: sums and roots round alike on every
 * machine, and no symmetry holds words in a balance.
 */
static struct point start_at(double turn)
{
    static const struct point corners[] = {{1, 0}, {0, 1}, {-1, 0}, {0, -1}, {1, 0}};
    size_t side = (size_t)(turn * 4) & 3;
    double along = turn * 4 - (double)side;
    const struct point *from = &corners[side], *to = &corners[side + 1];
    double reach = 0.2 + 0.3 * turn;

    return (struct point){0.5 + reach * (from->x + (to->x - from->x) * along),
                          0.5 + reach * (from->y + (to->y - from->y) * along)};
}

/* The word not yet taken that is most strongly joined to one taken; else the first one left. */
static size_t next_word(const struct chart_network *network, const bool *taken)
{
    size_t next = 0;
    double most = 0;

    while (taken[next])
        next++;
    for (size_t e = 0; e < network->edge_count; e++) {
        const struct chart_edge *edge = &network->edges[e];

        if (taken[edge->from] == taken[edge->to] || edge->weight <= most)
            continue;
        most = edge->weight;
        next = taken[edge->from] ? edge->to : edge->from;
    }
    return next;
}

/* Words that are joined begin side by side. */
static void line_up(struct scene *scene, const struct chart_network *network, struct spot *spots)
{
    bool *taken = arena_new(&scene->arena, network->count, sizeof *taken);

    for (size_t i = 0; i < network->count; i++) {
        struct point start = start_at((double)i / (double)network->count);
        size_t word = next_word(network, taken);

        taken[word] = true;
        spots[word].x = start.x;
        spots[word].y = start.y;
    }
}

/* From there to rest; each step may go less far than the one before. */
static void settle(struct scene *scene, const struct chart_network *network, struct spot *spots)
{
    size_t count = network->count;
    struct point *moves = arena_new(&scene->arena, count, sizeof *moves);
    double ideal = 0.8 / sqrt((double)count);
    double heaviest = heaviest_edge(network);

    line_up(scene, network, spots);
    for (int step = 0; step < STEPS; step++) {
        double heat = heat_first * (1 - (double)step / STEPS);

        for (size_t i = 0; i < count; i++)
            moves[i] = (struct point){pull * (0.5 - spots[i].x), pull * (0.5 - spots[i].y)};
        repel(spots, moves, count, ideal);
        attract(network, spots, moves, ideal, heaviest);
        for (size_t i = 0; i < count; i++) {
            double far = fmax(sqrt(moves[i].x * moves[i].x + moves[i].y * moves[i].y), 1e-9);
            double go = fmin(far, heat) / far;

            spots[i].x += moves[i].x * go;
            spots[i].y += moves[i].y * go;
        }
    }
    fill_square(spots, count);
}

static int by_height(const void *left, const void *right)
{
    const struct spot *a = left, *b = right;

    if (a->y != b->y)
        return a->y < b->y ? -1 : 1;
    return (a->node > b->node) - (a->node < b->node);
}

static int by_line_and_side(const void *left, const void *right)
{
    const struct spot *a = left, *b = right;

    if (a->line != b->line)
        return a->line < b->line ? -1 : 1;
    if (a->x != b->x)
        return a->x < b->x ? -1 : 1;
    return (a->node > b->node) - (a->node < b->node);
}

/*
 * Gives each word, from the top down, the line of text nearest to its height
 * that has room for it; one that finds none is dropped. Returns how many stay.
 */
static size_t choose_lines(struct scene *scene, struct spot *spots, size_t count, size_t lines,
                           double width)
{
    double *taken = arena_new(&scene->arena, lines, sizeof *taken);
    size_t kept = 0;

    qsort(spots, count, sizeof *spots, by_height);
    for (size_t i = 0; i < count; i++) {
        size_t best = lines;

        for (size_t l = 0; l < lines; l++) {
            double distance = fabs(spots[i].y * (double)lines - 0.5 - (double)l);

            if (taken[l] + spots[i].width <= width &&
                (best == lines || distance < fabs(spots[i].y * (double)lines - 0.5 - (double)best)))
                best = l;
        }
        if (best == lines)
            continue;
        taken[best] += spots[i].width + word_gap;
        spots[i].line = best;
        spots[kept++] = spots[i];
    }
    return kept;
}

/* Moves the words of one line apart as little as possible; `spots` is that line. */
static void spread_line(struct scene *scene, struct spot *spots, size_t count, struct box area)
{
    double *lefts = arena_new(&scene->arena, count, sizeof *lefts);
    double before = 0;

    /* Less the width of all words before it, each only has to stand behind the last. */
    for (size_t i = 0; i < count; i++) {
        lefts[i] = area.x + spots[i].x * area.width - spots[i].width / 2 - before;
        before += spots[i].width + word_gap;
    }
    dodge_labels(lefts, count, 0, area.x, area.x + area.width - before + word_gap);
    before = 0;
    for (size_t i = 0; i < count; i++) {
        spots[i].x = lefts[i] + before + spots[i].width / 2;
        before += spots[i].width + word_gap;
    }
}

static size_t place_words(struct scene *scene, const struct chart_network *network,
                          struct spot *spots, struct box area)
{
    size_t lines = (size_t)fmax(1, floor(area.height / line_height * 1.25));
    double pitch = area.height / (double)lines;
    size_t kept = choose_lines(scene, spots, network->count, lines, area.width);

    qsort(spots, kept, sizeof *spots, by_line_and_side);
    for (size_t from = 0, to; from < kept; from = to) {
        for (to = from + 1; to < kept && spots[to].line == spots[from].line; to++)
            ;
        spread_line(scene, spots + from, to - from, area);
    }
    for (size_t i = 0; i < kept; i++)
        spots[i].y = area.y + ((double)spots[i].line + 0.5) * pitch;
    return kept;
}

static void draw_edges(struct scene *scene, const struct chart_network *network,
                       const struct point *places)
{
    double heaviest = heaviest_edge(network);

    scene_role(scene, ROLE_CONTEXT);
    for (size_t e = 0; e < network->edge_count; e++) {
        const struct chart_edge *edge = &network->edges[e];
        double line = edge_thin + (edge_thick - edge_thin) * edge->weight / heaviest;

        if (isfinite(places[edge->from].x) && isfinite(places[edge->to].x))
            scene_line(scene, places[edge->from], places[edge->to], line, COLOUR_CONTEXT);
    }
}

/* The size from which on a word is bold: that of the first quarter. */
static double bold_from(struct scene *scene, const struct chart_network *network)
{
    double *sizes = arena_new(&scene->arena, network->count, sizeof *sizes);

    for (size_t i = 0; i < network->count; i++) {
        size_t at = i;

        for (; at > 0 && sizes[at - 1] < network->nodes[i].size; at--)
            sizes[at] = sizes[at - 1];
        sizes[at] = network->nodes[i].size;
    }
    return sizes[(size_t)(bold_share * (double)(network->count - 1))];
}

static void draw_word(struct scene *scene, const struct chart_node *node, const struct spot *spot,
                      bool bold)
{
    scene_key(scene, node->label);
    scene_role(scene, ROLE_LABEL);
    scene_text(scene, (struct label){.text = node->label,
                                     .x = spot->x,
                                     .y = spot->y + plot_middle,
                                     .style = bold ? STYLE_LABEL_BOLD : STYLE_LABEL,
                                     .align = ALIGN_CENTRE,
                                     .colour = theme_text_tone(node->tone),
                                     .width = spot->width,
                                     .halo = true});
    scene_link(scene, (struct box){spot->x - spot->width / 2, spot->y - 5, spot->width, 10},
               node->target);
}

static void draw(struct scene *scene, struct box area, const void *data)
{
    const struct chart_network *network = data;
    struct spot *spots;
    struct point *places;
    double bold;
    size_t kept;

    if (!network->count)
        return;
    spots = arena_new(&scene->arena, network->count, sizeof *spots);
    places = arena_new(&scene->arena, network->count, sizeof *places);
    for (size_t i = 0; i < network->count; i++) {
        double width = typeset_width(scene->typeset, network->nodes[i].label, STYLE_LABEL_BOLD) + 1;

        spots[i].node = i;
        spots[i].width = fmin(fmin(width, word_most), area.width);
        places[i] = (struct point){NAN, NAN};
    }
    settle(scene, network, spots);
    kept = place_words(scene, network, spots, area);
    for (size_t i = 0; i < kept; i++)
        places[spots[i].node] = (struct point){spots[i].x, spots[i].y};
    draw_edges(scene, network, places);
    bold = bold_from(scene, network);
    for (size_t i = 0; i < kept; i++)
        draw_word(scene, &network->nodes[spots[i].node], &spots[i],
                  network->nodes[spots[i].node].size >= bold);
}

/* Each word with those it is joined to. */
static void table(struct sheet *sheet, const void *data)
{
    const struct chart_network *network = data;

    sheet_column(sheet, span_of("Name"), false);
    sheet_column(sheet, span_of("Goes with"), false);
    for (size_t e = 0; e < network->edge_count; e++) {
        const struct chart_node *from = &network->nodes[network->edges[e].from];
        const struct chart_node *to = &network->nodes[network->edges[e].to];

        sheet_text(sheet, from->label, from->target);
        sheet_text(sheet, to->label, to->target);
    }
}

const struct recipe chart_network = {"network", extent, draw, table};
