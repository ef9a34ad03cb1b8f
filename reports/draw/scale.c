#include "reports/draw/scale.h"

#include <assert.h>
#include <math.h>

struct scale scale_linear(double low, double high, double from, double to)
{
    if (!(high > low)) {
        double room = low != 0 ? fabs(low) / 2 : 0.5;

        return (struct scale){.low = low - room, .high = low + room, .from = from, .to = to};
    }
    return (struct scale){.low = low, .high = high, .from = from, .to = to};
}

struct scale scale_log(double low, double high, double from, double to)
{
    struct scale scale;

    if (!(high > 0))
        high = 1;
    if (!(low > 0))
        low = high / 10;
    scale = scale_linear(log10(low), log10(high), from, to);
    scale.log = true;
    return scale;
}

double scale_place(struct scale scale, double value)
{
    double at = scale.log ? log10(value) : value;

    return scale.from + (at - scale.low) / (scale.high - scale.low) * (scale.to - scale.from);
}

double scale_band_width(double from, double to, size_t count)
{
    assert(count > 0);
    return (to - from) / (double)count;
}
