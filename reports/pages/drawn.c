#include "reports/pages/drawn.h"

#include <math.h>

double drawn_value(const struct estimate *estimate)
{
    return estimate->has_value ? estimate->value : NAN;
}

double drawn_low(const struct estimate *estimate)
{
    return estimate->has_value && estimate->has_interval ? estimate->low : NAN;
}

double drawn_high(const struct estimate *estimate)
{
    return estimate->has_value && estimate->has_interval ? estimate->high : NAN;
}

size_t drawn_known(const double *values, size_t count)
{
    size_t known = 0;

    for (size_t i = 0; i < count; i++)
        known += !isnan(values[i]);
    return known;
}
