/*
 * Clusters: things that go together, from how alike each two of them are.
 *
 *     uint32_t *of = memory_new(count, sizeof *of);
 *     size_t clusters = clusters_join(of, alike, count, 0.3);
 *
 * Average linkage (Sokal and Michener 1958): everything is a cluster of its
 * own at first; the two whose members are most alike on average become one,
 * until no two are at least `least` alike. So how many there are follows from
 * the data. Of equals the pair with the smallest members' numbers joins first:
 * the result depends on the order of things only where likenesses are equal.
 *
 * How alike two things are that stand in x and y of n articles, in `both` of
 * them together: clusters_phi(), the correlation of the two (Yule 1912),
 * (n both - x y) / sqrt(x (n - x) y (n - y)): 0 as by chance, 1 never apart. One
 * article that two rare things share by chance makes them little alike, unlike
 * measures by the ratio to chance.
 *
 * Time is proportional to the cube of the count, which is for a few hundred.
 */
#ifndef ANALYSIS_MEASURES_CLUSTERS_H
#define ANALYSIS_MEASURES_CLUSTERS_H

#include <stddef.h>
#include <stdint.h>

/* `both` is at most x and y, these at most n; -1 to 1, and 0 where x or y is 0 or n. */
double clusters_phi(uint64_t both, uint64_t x, uint64_t y, uint64_t n);

/*
 * Numbers each thing's cluster in `of`, 0, 1, 2, ... by their first things, and
 * returns how many there are. `alike` has count x count values, symmetric.
 */
size_t clusters_join(uint32_t *of, const double *alike, size_t count, double least);

#endif
