/*
 * A network of words: each word is its own node, words that go together are
 * joined, the stronger the thicker. Words that belong together stand near each
 * other; the layout depends on nothing but the data.
 *
 * Placed by springs and repulsion (Fruchterman and Reingold 1991) from a
 * diamond along which joined words follow each other, then set on lines of text, so that no two
 * words touch. Readable up to some 40 words on the page's width.
 */
#ifndef REPORTS_CHARTS_CHART_NETWORK_H
#define REPORTS_CHARTS_CHART_NETWORK_H

#include "reports/draw/figure.h"

struct chart_node {
    struct span label;
    struct span target;
    double size; /* above 0: how much of it there is; the largest are bold */
    enum tone tone;
};

struct chart_edge {
    size_t from, to; /* nodes */
    double weight;   /* above 0 */
};

struct chart_network {
    const struct chart_node *nodes;
    size_t count;
    const struct chart_edge *edges;
    size_t edge_count;
};

/* Words that find room at this width; what is beyond is not drawn, and the note must say so. */
size_t chart_network_room(double width);

extern const struct recipe chart_network; /* data: struct chart_network */

#endif
