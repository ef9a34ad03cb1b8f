#include "analysis/measures/bootstrap.h"

#include "analysis/measures/numeric.h"
#include "corpus/base/memory.h"

#include <gsl/gsl_rng.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
    LANES = 8, /* resamples worked on side by side, so that one look-up serves all */
    REPLICATES_LEAST = 100,
    REPLICATES_MOST = 1000000,
};

/* A stratum's clusters, as places in the order in which resampling keeps them. */
struct stratum {
    size_t first, count;
    double sizes, squares, cubes; /* sums of the clusters' sizes and of their powers */
};

/*
 * The sample as resampling wants it: clusters by stratum, entries by statistic.
 */
struct layout {
    size_t cluster_count;
    uint32_t *sizes;      /* by place */
    double *scales;       /* by place: what each time that it is drawn weighs */
    uint32_t *stratum_of; /* by place */
    struct stratum *strata;
    size_t stratum_count;
    size_t *starts;    /* first entry of each statistic, and the end of the last */
    uint32_t *places;  /* of the entries' clusters */
    uint32_t *amounts; /* of the entries */
    double total;      /* of all sizes */
};

static int by_cluster_and_statistic(const void *left, const void *right)
{
    const struct bootstrap_entry *a = left, *b = right;

    if (a->cluster != b->cluster)
        return a->cluster < b->cluster ? -1 : 1;
    return (a->statistic > b->statistic) - (a->statistic < b->statistic);
}

size_t bootstrap_join(struct bootstrap_entry *entries, size_t count)
{
    size_t kept = 0;

    if (count)
        qsort(entries, count, sizeof *entries, by_cluster_and_statistic);
    for (size_t i = 0; i < count; i++) {
        if (kept && by_cluster_and_statistic(&entries[kept - 1], &entries[i]) == 0)
            entries[kept - 1].amount += entries[i].amount;
        else
            entries[kept++] = entries[i];
    }
    return kept;
}

static void layout_release(struct layout *layout)
{
    free(layout->amounts);
    free(layout->places);
    free(layout->starts);
    free(layout->strata);
    free(layout->stratum_of);
    free(layout->scales);
    free(layout->sizes);
}

static bool sample_makes_sense(const struct bootstrap_sample *sample, struct bootstrap_plan plan,
                               struct fault *fault)
{
    size_t minimum = plan.minimum < 2 ? 2 : plan.minimum;

    if (plan.replicates < REPLICATES_LEAST || plan.replicates > REPLICATES_MOST)
        return fault_set(fault, FAULT_DOMAIN, "bootstrap: %zu resamples are not within %d and %d",
                         plan.replicates, REPLICATES_LEAST, REPLICATES_MOST);
    if (sample->cluster_count < minimum)
        return fault_set(fault, FAULT_DOMAIN,
                         "%zu articles are too few for an interval, which needs %zu",
                         sample->cluster_count, minimum);
    if (sample->cluster_count > UINT32_MAX)
        return fault_set(fault, FAULT_DOMAIN, "bootstrap: more than 4,294,967,295 articles");
    for (size_t i = 0; i < sample->cluster_count; i++)
        if (sample->sizes[i] == 0)
            return fault_set(fault, FAULT_DOMAIN, "bootstrap: article %zu has nothing to share",
                             i + 1);
    for (size_t i = 0; i < sample->entry_count; i++) {
        const struct bootstrap_entry *entry = &sample->entries[i];

        if (entry->cluster >= sample->cluster_count ||
            entry->statistic >= sample->statistic_count ||
            entry->amount > sample->sizes[entry->cluster])
            return fault_set(fault, FAULT_DOMAIN, "bootstrap: entry %zu lies outside the sample",
                             i + 1);
    }
    return true;
}

/* A cluster and its stratum, for sorting. */
struct member {
    uint32_t stratum, cluster;
};

static int by_stratum(const void *left, const void *right)
{
    const struct member *a = left;
    const struct member *b = right;

    if (a->stratum != b->stratum)
        return a->stratum < b->stratum ? -1 : 1;
    return (a->cluster > b->cluster) - (a->cluster < b->cluster);
}

static bool is_single(const struct member *members, size_t count, size_t i)
{
    bool like_last = i > 0 && members[i - 1].stratum == members[i].stratum;
    bool like_next = i + 1 < count && members[i + 1].stratum == members[i].stratum;

    return !like_last && !like_next;
}

/* Moves the clusters that are alone in their stratum to the front; says how many. */
static size_t gather_singles(struct member *members, size_t count)
{
    struct member *sorted = memory_new(count, sizeof *sorted);
    size_t singles = 0;
    size_t others;

    for (size_t i = 0; i < count; i++)
        singles += is_single(members, count, i);
    others = singles;
    singles = 0;
    for (size_t i = 0; i < count; i++)
        sorted[is_single(members, count, i) ? singles++ : others++] = members[i];
    memcpy(members, sorted, count * sizeof *members);
    free(sorted);
    return singles;
}

static void cut_strata(struct layout *layout, const struct member *members, size_t singles)
{
    size_t count = layout->cluster_count;
    size_t start = 0;

    layout->strata = memory_new(count, sizeof *layout->strata);
    for (size_t i = 1; i <= count; i++) {
        /* One single alone has nobody to change places with: it joins what follows. */
        bool inside = i < singles || (i == 1 && singles == 1);

        if (i < count && (inside || (i != singles && members[i].stratum == members[i - 1].stratum)))
            continue;
        layout->strata[layout->stratum_count++] =
            (struct stratum){.first = start, .count = i - start};
        start = i;
    }
}

/* Sets what depends on both a stratum and its clusters. */
static void measure_stratum(struct layout *layout, uint32_t number)
{
    struct stratum *stratum = &layout->strata[number];

    for (size_t i = stratum->first; i < stratum->first + stratum->count; i++) {
        double size = layout->sizes[i];

        layout->scales[i] = (double)stratum->count / (double)(stratum->count - 1);
        layout->stratum_of[i] = number;
        stratum->sizes += size;
        stratum->squares += size * size;
        stratum->cubes += size * size * size;
    }
}

/* Sets places and strata; `place_of` gets the place of each cluster. */
static void lay_clusters(struct layout *layout, const struct bootstrap_sample *sample,
                         uint32_t *place_of)
{
    size_t count = sample->cluster_count;
    struct member *members = memory_new(count, sizeof *members);
    size_t singles;

    for (size_t i = 0; i < count; i++)
        members[i] = (struct member){sample->strata ? sample->strata[i] : 0, (uint32_t)i};
    qsort(members, count, sizeof *members, by_stratum);
    singles = gather_singles(members, count);
    layout->cluster_count = count;
    cut_strata(layout, members, singles);
    layout->sizes = memory_new(count, sizeof *layout->sizes);
    for (size_t i = 0; i < count; i++) {
        place_of[members[i].cluster] = (uint32_t)i;
        layout->sizes[i] = sample->sizes[members[i].cluster];
        layout->total += layout->sizes[i];
    }
    layout->scales = memory_new(count, sizeof *layout->scales);
    layout->stratum_of = memory_new(count, sizeof *layout->stratum_of);
    for (uint32_t s = 0; s < layout->stratum_count; s++)
        measure_stratum(layout, s);
    free(members);
}

/* Sorts the entries by statistic, by counting. */
static void lay_entries(struct layout *layout, const struct bootstrap_sample *sample,
                        const uint32_t *place_of)
{
    size_t *next = memory_new(sample->statistic_count + 1, sizeof *next);

    layout->starts = memory_new(sample->statistic_count + 1, sizeof *layout->starts);
    layout->places = memory_new(sample->entry_count + 1, sizeof *layout->places);
    layout->amounts = memory_new(sample->entry_count + 1, sizeof *layout->amounts);
    for (size_t i = 0; i < sample->entry_count; i++)
        layout->starts[sample->entries[i].statistic + 1]++;
    for (size_t s = 0; s < sample->statistic_count; s++)
        layout->starts[s + 1] += layout->starts[s];
    memcpy(next, layout->starts, (sample->statistic_count + 1) * sizeof *next);
    for (size_t i = 0; i < sample->entry_count; i++) {
        const struct bootstrap_entry *entry = &sample->entries[i];
        size_t at = next[entry->statistic]++;

        layout->places[at] = place_of[entry->cluster];
        layout->amounts[at] = entry->amount;
    }
    free(next);
}

/* A number below `count`, each as likely as the next (Lemire 2019), without a division. */
static uint32_t drawn_below(gsl_rng *generator, uint32_t count)
{
    uint64_t product = (uint64_t)gsl_rng_get(generator) * count;

    if ((uint32_t)product < count) {
        uint32_t unfair = -count % count;

        while ((uint32_t)product < unfair)
            product = (uint64_t)gsl_rng_get(generator) * count;
    }
    return (uint32_t)(product >> 32);
}

/*
 * How often a place is drawn in each lane. Once each is expected, so that
 * nothing ever comes near the most that this counts.
 */
struct drawn {
    uint16_t times[LANES];
};

/* One resample, into one lane of zeros. */
static void draw_lane(struct drawn *drawn, size_t lane, const struct layout *layout,
                      gsl_rng *generator)
{
    for (size_t s = 0; s < layout->stratum_count; s++) {
        struct stratum stratum = layout->strata[s];

        for (size_t i = 1; i < stratum.count; i++)
            drawn[stratum.first + drawn_below(generator, (uint32_t)stratum.count)].times[lane]++;
    }
}

static void add_lanes(double sums[LANES], const struct drawn *drawn, double amount)
{
    for (int lane = 0; lane < LANES; lane++)
        sums[lane] += drawn->times[lane] * amount;
}

static void total_lanes(double totals[LANES], const struct drawn *drawn,
                        const struct layout *layout)
{
    double held[LANES] = {0};

    for (size_t i = 0; i < layout->cluster_count; i++)
        add_lanes(held, &drawn[i], layout->scales[i] * layout->sizes[i]);
    memcpy(totals, held, sizeof held);
}

static void sum_lanes(double sums[LANES], const struct drawn *drawn, const struct layout *layout,
                      size_t statistic)
{
    double held[LANES] = {0};

    for (size_t i = layout->starts[statistic]; i < layout->starts[statistic + 1]; i++) {
        uint32_t place = layout->places[i];

        add_lanes(held, &drawn[place], layout->scales[place] * layout->amounts[i]);
    }
    memcpy(sums, held, sizeof held);
}

static void resample(struct bootstrap *run, const struct layout *layout, gsl_rng *generator)
{
    struct drawn *drawn = memory_new(layout->cluster_count, sizeof *drawn);

    for (size_t b = 0; b < run->replicates; b += LANES) {
        size_t lanes = run->replicates - b < LANES ? run->replicates - b : LANES;
        double totals[LANES];
        double sums[LANES];

        memset(drawn, 0, layout->cluster_count * sizeof *drawn);
        for (size_t lane = 0; lane < lanes; lane++)
            draw_lane(drawn, lane, layout, generator);
        total_lanes(totals, drawn, layout);
        for (size_t s = 0; s < run->statistic_count; s++) {
            sum_lanes(sums, drawn, layout, s);
            for (size_t lane = 0; lane < lanes; lane++)
                run->values[s * run->replicates + b + lane] = (float)(sums[lane] / totals[lane]);
        }
    }
    free(drawn);
}

/*
 * A sixth of the skewness of the clusters' influence on a share, x - share x
 * size, about its mean in the stratum: Efron's acceleration. Most clusters have
 * an x of 0: their powers are sums known of the stratum. `means`, by stratum,
 * comes as zeros and leaves so.
 */
static double acceleration(const struct layout *layout, size_t statistic, double share,
                           double *means)
{
    size_t first = layout->starts[statistic], end = layout->starts[statistic + 1];
    double squares = 0, cubes = 0;

    for (size_t i = first; i < end; i++)
        means[layout->stratum_of[layout->places[i]]] += layout->amounts[i];
    for (size_t s = 0; s < layout->stratum_count; s++) {
        const struct stratum *stratum = &layout->strata[s];
        double sizes = share * stratum->sizes, count = (double)stratum->count;
        double squared = share * share * stratum->squares;
        double mean = (means[s] - sizes) / count;

        squares += squared + 2 * mean * sizes + count * mean * mean;
        cubes -= share * share * share * stratum->cubes + 3 * mean * squared +
                 3 * mean * mean * sizes + count * mean * mean * mean;
        means[s] = mean;
    }
    for (size_t i = first; i < end; i++) {
        uint32_t place = layout->places[i];
        double without = share * layout->sizes[place] + means[layout->stratum_of[place]];
        double influence = layout->amounts[i] - without;

        squares += influence * influence - without * without;
        cubes += influence * influence * influence + without * without * without;
    }
    memset(means, 0, layout->stratum_count * sizeof *means);
    return squares > 0 ? cubes / (6 * squares * sqrt(squares)) : 0;
}

static void observe(struct bootstrap *run, const struct layout *layout)
{
    double *means = memory_new(layout->stratum_count, sizeof *means);

    for (size_t s = 0; s < run->statistic_count; s++) {
        double sum = 0;

        for (size_t i = layout->starts[s]; i < layout->starts[s + 1]; i++)
            sum += layout->amounts[i];
        run->shares[s] = sum / layout->total;
        run->accelerations[s] = acceleration(layout, s, run->shares[s], means);
    }
    free(means);
}

bool bootstrap_run(struct bootstrap *run, const struct bootstrap_sample *sample,
                   struct bootstrap_plan plan, struct fault *fault)
{
    struct layout layout = {0};
    uint32_t *place_of;
    gsl_rng *generator;

    if (!sample_makes_sense(sample, plan, fault))
        return false;
    generator = gsl_rng_alloc(gsl_rng_taus2);
    if (!generator)
        memory_exhausted(1, sizeof *generator);
    gsl_rng_set(generator, numeric_seed(plan.seed));
    place_of = memory_new(sample->cluster_count, sizeof *place_of);
    lay_clusters(&layout, sample, place_of);
    lay_entries(&layout, sample, place_of);

    run->statistic_count = sample->statistic_count;
    run->replicates = plan.replicates;
    run->seed = plan.seed;
    run->freedom = (double)(layout.cluster_count - layout.stratum_count);
    run->shares = memory_new(run->statistic_count, sizeof *run->shares);
    run->accelerations = memory_new(run->statistic_count, sizeof *run->accelerations);
    run->values = memory_new(run->statistic_count, plan.replicates * sizeof *run->values);
    observe(run, &layout);
    resample(run, &layout, generator);

    free(place_of);
    layout_release(&layout);
    gsl_rng_free(generator);
    return true;
}

void bootstrap_release(struct bootstrap *run)
{
    free(run->values);
    free(run->accelerations);
    free(run->shares);
    *run = BOOTSTRAP_EMPTY;
}
