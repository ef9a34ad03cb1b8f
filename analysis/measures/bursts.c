#include "analysis/measures/bursts.h"

#include "analysis/measures/numeric.h"
#include "corpus/base/memory.h"

#include <gsl/gsl_sf_gamma.h>
#include <inttypes.h>
#include <math.h>
#include <stdlib.h>

/* For each week: what a burst saves, and how the best way reached each state. */
struct course {
    double *gain;         /* cost in the base state less cost in a burst */
    bool *base_from_high; /* the best way that is in the base state was in a burst before */
    bool *high_from_high; /* the same for the best way that is in a burst */
};

static void course_release(struct course *course)
{
    free(course->high_from_high);
    free(course->base_from_high);
    free(course->gain);
}

static void course_start(struct course *course, const struct proportion *weeks, size_t count,
                         double base, double scale)
{
    double hit = log(scale);
    double miss = log1p(-scale * base) - log1p(-base);

    course->gain = memory_new(count, sizeof *course->gain);
    course->base_from_high = memory_new(count, sizeof *course->base_from_high);
    course->high_from_high = memory_new(count, sizeof *course->high_from_high);
    for (size_t i = 0; i < count; i++)
        course->gain[i] =
            (double)weeks[i].hits * hit + (double)(weeks[i].of - weeks[i].hits) * miss;
}

/* Fills the course's ways, against a base state that costs nothing; true when it ends high. */
static bool walk(double *least, struct course *course, size_t count, double entry)
{
    double base = 0;
    double high = INFINITY; /* the base state comes first */

    for (size_t i = 0; i < count; i++) {
        double before = base;

        course->high_from_high[i] = high < base + entry;
        course->base_from_high[i] = high < base;
        base = fmin(base, high);
        high = fmin(high, before + entry) - course->gain[i];
    }
    *least = fmin(base, high);
    return high < base;
}

static void collect(struct bursts *bursts, const struct course *course, size_t count, bool high)
{
    bool *bursting = memory_new(count + 1, sizeof *bursting);
    size_t found = 0;

    for (size_t i = count; i > 0; i--) {
        bursting[i - 1] = high;
        high = high ? course->high_from_high[i - 1] : course->base_from_high[i - 1];
    }
    for (size_t i = 0; i < count; i++)
        found += bursting[i] && !bursting[i + 1];
    bursts->items = memory_new(found, sizeof *bursts->items);
    for (size_t i = 0; i < count; i++) {
        struct burst *burst = &bursts->items[bursts->count];

        if (!bursting[i])
            continue;
        if (i == 0 || !bursting[i - 1])
            burst->start = i;
        burst->weight += course->gain[i];
        burst->end = i + 1;
        bursts->count += !bursting[i + 1];
    }
    free(bursting);
}

/* What all weeks cost in the base state; false when their numbers are too large. */
static bool base_cost(double *cost, const struct proportion *weeks, size_t count, double base,
                      struct fault *fault)
{
    *cost = 0;
    for (size_t i = 0; i < count; i++) {
        gsl_sf_result ways;

        if (weeks[i].of > UINT32_MAX)
            return fault_set(fault, FAULT_DOMAIN, "bursts: week %zu has too many articles", i + 1);
        if (!numeric_check(gsl_sf_lnchoose_e((unsigned)weeks[i].of, (unsigned)weeks[i].hits, &ways),
                           "bursts", fault))
            return false;
        *cost -= ways.val + (double)weeks[i].hits * log(base) +
                 (double)(weeks[i].of - weeks[i].hits) * log1p(-base);
    }
    return true;
}

static bool base_share(double *base, const struct proportion *weeks, size_t count,
                       struct bursts_plan plan, struct fault *fault)
{
    double hits = 0, all = 0;

    if (!(plan.scale > 1) || isinf(plan.scale) || !(plan.gamma >= 0) || isinf(plan.gamma))
        return fault_set(fault, FAULT_DOMAIN,
                         "bursts: the scale %g is not above 1 or gamma %g is below 0", plan.scale,
                         plan.gamma);
    for (size_t i = 0; i < count; i++) {
        if (weeks[i].hits > weeks[i].of)
            return fault_set(fault, FAULT_DOMAIN,
                             "bursts: week %zu has %" PRIu64 " hits among %" PRIu64, i + 1,
                             weeks[i].hits, weeks[i].of);
        hits += (double)weeks[i].hits;
        all += (double)weeks[i].of;
    }
    if (hits == 0)
        return fault_set(fault, FAULT_DOMAIN, "without a hit there is no burst");
    *base = hits / all;
    if (*base * plan.scale >= 1)
        return fault_set(fault, FAULT_DOMAIN,
                         "bursts: %g times the share %.4f is no share; choose a smaller scale",
                         plan.scale, *base);
    return true;
}

bool bursts_find(struct bursts *bursts, const struct proportion *weeks, size_t count,
                 struct bursts_plan plan, struct fault *fault)
{
    struct course course;
    double base = 0;
    double cost = 0;
    double least;
    bool high;

    if (!base_share(&base, weeks, count, plan, fault) ||
        !base_cost(&cost, weeks, count, base, fault))
        return false;
    course_start(&course, weeks, count, base, plan.scale);
    high = walk(&least, &course, count, plan.gamma * log((double)count));
    collect(bursts, &course, count, high);
    course_release(&course);
    bursts->base = base;
    bursts->cost = cost + least;
    return true;
}

void bursts_release(struct bursts *bursts)
{
    free(bursts->items);
    *bursts = BURSTS_EMPTY;
}
