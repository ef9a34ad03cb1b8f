#include "analysis/measures/changes.h"

#include "corpus/base/memory.h"

#include <math.h>
#include <stdlib.h>

/* For each number of weeks, 0 to all: sums so far, and the best way to cut them. */
struct course {
    double *events;   /* or values, less their mean and in standard deviations */
    double *exposure; /* NULL for values */
    double *squares;  /* of values; NULL for events */
    double *cost;     /* least, each change at the penalty, starting at -penalty */
    size_t *last_cut; /* where the last segment of that best way begins */
    size_t *open;     /* cuts that may still win */
    size_t open_count;
};

static void course_release(struct course *course)
{
    free(course->open);
    free(course->last_cut);
    free(course->cost);
    free(course->squares);
    free(course->exposure);
    free(course->events);
}

static void course_start(struct course *course, size_t count, double penalty)
{
    course->events = memory_new(count + 1, sizeof *course->events);
    course->cost = memory_new(count + 1, sizeof *course->cost);
    course->last_cut = memory_new(count + 1, sizeof *course->last_cut);
    course->open = memory_new(count + 1, sizeof *course->open);
    course->cost[0] = -penalty;
    course->open_count = 1;
}

static void add_weeks(struct course *course, const struct exposed *weeks, size_t count)
{
    course->exposure = memory_new(count + 1, sizeof *course->exposure);
    for (size_t i = 0; i < count; i++) {
        course->events[i + 1] = course->events[i] + (double)weeks[i].count;
        course->exposure[i + 1] = course->exposure[i] + weeks[i].exposure;
    }
}

static void add_values(struct course *course, const double *values, size_t count, double variance)
{
    double mean = 0;

    course->squares = memory_new(count + 1, sizeof *course->squares);
    for (size_t i = 0; i < count; i++)
        mean += values[i] / (double)count;
    for (size_t i = 0; i < count; i++) {
        /* Around the mean, so that sums of squares do not swallow the differences. */
        double value = (values[i] - mean) / sqrt(variance);

        course->events[i + 1] = course->events[i] + value;
        course->squares[i + 1] = course->squares[i] + value * value;
    }
}

/* Of one segment, from `start` to before `end`: twice its negative log likelihood. */
static double segment_cost(const struct course *course, size_t start, size_t end)
{
    double events = course->events[end] - course->events[start];
    double exposure;

    if (course->squares)
        return course->squares[end] - course->squares[start] -
               events * events / (double)(end - start);
    exposure = course->exposure[end] - course->exposure[start];
    return events > 0 ? 2 * events * (1 - log(events / exposure)) : 0;
}

static void extend(struct course *course, size_t end, double penalty)
{
    size_t kept = 0;
    double slack;

    course->cost[end] = INFINITY;
    for (size_t i = 0; i < course->open_count; i++) {
        size_t cut = course->open[i];
        double cost = course->cost[cut] + segment_cost(course, cut, end) + penalty;

        if (cost < course->cost[end]) {
            course->cost[end] = cost;
            course->last_cut[end] = cut;
        }
    }
    /* Keep what is worse by rounding only: dropping it could lose the best way. */
    slack = 1e-9 * (1 + fabs(course->cost[end]));
    for (size_t i = 0; i < course->open_count; i++) {
        size_t cut = course->open[i];

        if (course->cost[cut] + segment_cost(course, cut, end) <= course->cost[end] + slack)
            course->open[kept++] = cut;
    }
    course->open[kept++] = end;
    course->open_count = kept;
}

static void trace_back(struct changes *changes, const struct course *course, size_t count)
{
    size_t found = 0;

    for (size_t cut = course->last_cut[count]; cut > 0; cut = course->last_cut[cut])
        found++;
    changes->starts = memory_new(found, sizeof *changes->starts);
    changes->count = found;
    changes->cost = course->cost[count];
    for (size_t cut = course->last_cut[count]; cut > 0; cut = course->last_cut[cut])
        changes->starts[--found] = cut;
}

double changes_penalty(size_t count)
{
    return 2 * log((double)count);
}

static bool penalty_makes_sense(double penalty, struct fault *fault)
{
    if (penalty >= 0 && !isinf(penalty))
        return true;
    return fault_set(fault, FAULT_DOMAIN, "changes: the penalty %g is not 0 or more", penalty);
}

/* The best cuts of a course whose sums are filled in; releases it. */
static void cut(struct changes *changes, struct course *course, size_t count, double penalty)
{
    for (size_t end = 1; end <= count; end++)
        extend(course, end, penalty);
    trace_back(changes, course, count);
    course_release(course);
}

bool changes_find(struct changes *changes, const struct exposed *weeks, size_t count,
                  double penalty, struct fault *fault)
{
    struct course course = {0};

    if (count == 0)
        return fault_set(fault, FAULT_DOMAIN, "there are no weeks to find changes in");
    if (!penalty_makes_sense(penalty, fault))
        return false;
    for (size_t i = 0; i < count; i++)
        if (!(weeks[i].exposure > 0) || isinf(weeks[i].exposure))
            return fault_set(fault, FAULT_DOMAIN, "changes: week %zu has the exposure %g", i + 1,
                             weeks[i].exposure);
    course_start(&course, count, penalty);
    add_weeks(&course, weeks, count);
    cut(changes, &course, count, penalty);
    return true;
}

bool changes_find_levels(struct changes *changes, const double *values, size_t count,
                         double variance, double penalty, struct fault *fault)
{
    struct course course = {0};

    if (count == 0)
        return fault_set(fault, FAULT_DOMAIN, "there are no values to find changes in");
    if (!(variance > 0) || isinf(variance))
        return fault_set(fault, FAULT_DOMAIN, "changes: the variance %g is not above 0", variance);
    if (!penalty_makes_sense(penalty, fault))
        return false;
    for (size_t i = 0; i < count; i++)
        if (!isfinite(values[i]))
            return fault_set(fault, FAULT_DOMAIN, "changes: value %zu is no number", i + 1);
    course_start(&course, count, penalty);
    add_values(&course, values, count, variance);
    cut(changes, &course, count, penalty);
    return true;
}

void changes_release(struct changes *changes)
{
    free(changes->starts);
    *changes = CHANGES_EMPTY;
}
