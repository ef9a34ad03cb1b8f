#include "reports/draw/ticks.h"

#include "corpus/base/day.h"

#include <math.h>
#include <stdio.h>

enum { NICE_COUNT = 6, COUNT_MAX = 12, POWER_MAX = 307 };

static const double nice[NICE_COUNT] = {1, 5, 2, 2.5, 4, 3};
static const double weight_simple = 0.25, weight_cover = 0.2, weight_dense = 0.5,
                    weight_legible = 0.05;

/* What is searched, and the best so far. */
struct search {
    double low, high;
    int target;
    double score, first, step;
    int count;
};

static double simplicity(int q, bool has_zero)
{
    return -q / (double)(NICE_COUNT - 1) + (has_zero ? 1 : 0);
}

static double coverage(const struct search *s, double first, double last)
{
    double width = 0.1 * (s->high - s->low);

    return 1 - 0.5 * (pow((s->high - last) / width, 2) + pow((s->low - first) / width, 2));
}

static double coverage_most(const struct search *s, double span)
{
    double range = s->high - s->low;

    if (span <= range)
        return 1;
    return 1 - pow((span - range) / (0.2 * range), 2);
}

static double density(const struct search *s, int count, double first, double last)
{
    double here = (count - 1) / (last - first);
    double wanted = (s->target - 1) / (fmax(last, s->high) - fmin(first, s->low));

    return 2 - fmax(here / wanted, wanted / here);
}

static double density_most(const struct search *s, int count)
{
    return count >= s->target ? 2 - (count - 1) / (double)(s->target - 1) : 1;
}

static double score_of(double simple, double cover, double dense)
{
    return weight_simple * simple + weight_cover * cover + weight_dense * dense + weight_legible;
}

/* All places for `count` ticks a step apart. */
static void try_places(struct search *s, int q, int count, double step)
{
    double span = step * (count - 1);
    double lowest = floor(s->high / step) - (count - 1); /* of the first tick, in steps */
    int places = (int)(ceil(s->low / step) - lowest) + 1;

    for (int i = 0; i < places; i++) {
        double first = (lowest + i) * step;
        double last = first + span;
        bool has_zero = first <= step * 1e-9 && last >= -step * 1e-9;
        double score = score_of(simplicity(q, has_zero), coverage(s, first, last),
                                density(s, count, first, last));

        if (score > s->score) {
            s->score = score;
            s->first = first;
            s->step = step;
            s->count = count;
        }
    }
}

/* All powers of ten for `count` ticks at multiples of the q-th nice number. */
static void try_powers(struct search *s, int q, int count)
{
    double least = (s->high - s->low) / (count + 1) / nice[q];
    double simple = simplicity(q, true);

    for (int power = (int)ceil(log10(least)); power <= POWER_MAX; power++) {
        double step = nice[q] * pow(10, power);
        double best =
            score_of(simple, coverage_most(s, step * (count - 1)), density_most(s, count));

        if (best < s->score)
            return;
        try_places(s, q, count, step);
    }
}

static void try_counts(struct search *s, int q)
{
    for (int count = 2; count <= COUNT_MAX; count++) {
        if (score_of(simplicity(q, true), 1, density_most(s, count)) < s->score)
            return;
        try_powers(s, q, count);
    }
}

struct ticks ticks_linear(double low, double high, int target)
{
    struct search s = {.low = low, .high = high, .score = -2};
    struct ticks ticks = {.count = 0};

    if (!isfinite(low) || !isfinite(high))
        return ticks;
    if (!(high - low > 1e-9 * fmax(fabs(low), fabs(high)))) {
        s.low = low - (low != 0 ? fabs(low) / 2 : 0.5);
        s.high = low + (low != 0 ? fabs(low) / 2 : 0.5);
    }
    s.target = target < 2 ? 2 : target > COUNT_MAX ? COUNT_MAX : target;
    for (int q = 0; q < NICE_COUNT; q++)
        try_counts(&s, q);
    ticks.step = s.step;
    for (int i = 0; i < s.count; i++)
        ticks.values[ticks.count++] = s.first + i * s.step;
    return ticks;
}

/* Those of `all` that lie within low to high. */
static struct ticks those_inside(struct ticks all, double low, double high)
{
    struct ticks inside = {.step = all.step};
    double slack = 1e-9 * fmax(fabs(low), fabs(high));

    for (size_t i = 0; i < all.count; i++)
        if (all.values[i] >= low - slack && all.values[i] <= high + slack)
            inside.values[inside.count++] = all.values[i];
    return inside;
}

struct ticks ticks_inside(double low, double high, int target)
{
    struct ticks ticks = {.count = 0};

    /* Where the best ticks reach past the ends, one step finer may still leave too few inside. */
    for (int tried = target; tried <= target + 3 && ticks.count < 3; tried++)
        ticks = those_inside(ticks_linear(low, high, tried), low, high);
    return ticks;
}

/* The multiples given, of every `stride`-th power of 10 within low to high. */
static struct ticks log_multiples(double low, double high, const double *multiples, size_t count,
                                  int stride)
{
    struct ticks ticks = {.step = 0};
    int first = (int)floor(log10(low) + 1e-9);
    int last = (int)ceil(log10(high) - 1e-9);

    for (int power = first; power <= last; power += stride)
        for (size_t m = 0; m < count; m++) {
            double value = multiples[m] * pow(10, power);

            if (value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9) && ticks.count < TICKS_MAX)
                ticks.values[ticks.count++] = value;
        }
    return ticks;
}

struct ticks ticks_log(double low, double high, int target)
{
    static const double multiples[] = {1, 2, 5};
    struct ticks ticks;
    int stride = 1;

    if (!(low > 0) || !(high >= low) || !isfinite(high))
        return (struct ticks){.count = 0};
    ticks = log_multiples(low, high, multiples, 3, 1);
    if (ticks.count <= (size_t)target)
        return ticks;
    do
        ticks = log_multiples(low, high, multiples, 1, stride++);
    while (ticks.count > (size_t)target);
    return ticks;
}

struct ticks ticks_ratio(double low, double high, int target)
{
    struct ticks ticks = {.step = 1};
    double reach = fmax(fabs(low), fabs(high));

    if (!isfinite(reach))
        return (struct ticks){.count = 0};
    target = target < 3 ? 3 : target > TICKS_MAX ? TICKS_MAX : target;
    while (2 * floor(reach / ticks.step) + 1 > target)
        ticks.step++;
    for (int k = -(int)floor(reach / ticks.step); k * ticks.step <= high + 1e-9; k++)
        if (k * ticks.step >= low - 1e-9)
            ticks.values[ticks.count++] = k * ticks.step;
    return ticks;
}

struct ticks ticks_months(int32_t first, size_t count, int target)
{
    struct ticks ticks = {.step = 1};
    size_t months = 0;
    size_t seen = 0;
    size_t stride;

    for (size_t w = 0; w < count; w++)
        months += day_civil(week_monday(first + (int32_t)w)).day <= 7;
    if (target < 1 || !months)
        return ticks;
    stride = (months + (size_t)target - 1) / (size_t)target;
    for (size_t w = 0; w < count; w++) {
        if (day_civil(week_monday(first + (int32_t)w)).day > 7)
            continue;
        if (seen++ % stride == 0 && ticks.count < TICKS_MAX)
            ticks.values[ticks.count++] = first + (int32_t)w;
    }
    return ticks;
}

/* Decimals that tell multiples of `step` apart. */
static int decimals(double step)
{
    int places = 0;

    while (places < 6 && fabs(step - round(step)) > 1e-6 * step) {
        step *= 10;
        places++;
    }
    return places;
}

/* What no change is called. */
static struct format_text same_in(const struct tongue *tongue)
{
    struct span word = tongue_word(tongue, span_of("same"));
    struct format_text text;

    (void)snprintf(text.text, sizeof text.text, "%.*s", SPAN_PRINT(word));
    return text;
}

struct format_text ticks_label(const struct tongue *tongue, const struct ticks *ticks, size_t i,
                               enum unit unit)
{
    double factor = unit == UNIT_SHARE ? 100 : 1;
    double value = ticks->values[i] * factor;
    double step = ticks->step > 0 ? ticks->step * factor : fabs(value);
    struct format_text text;

    if (unit == UNIT_LOG2)
        return value != 0 ? format_value(tongue, value, unit) : same_in(tongue);
    if (step >= 1e15 || step == 0)
        return format_count(tongue, value);
    text = fabs(value) < step * 1e-9 ? format_count(tongue, 0)
                                     : format_fixed(tongue, value, decimals(step));
    if (unit == UNIT_SHARE && i + 1 == ticks->count) {
        struct format_text whole;

        (void)snprintf(whole.text, sizeof whole.text, "%.60s%%", text.text);
        return whole;
    }
    return text;
}
