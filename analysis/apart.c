#include "analysis/apart.h"

#include <math.h>

enum direction apart_add(struct apart *apart, const struct estimate *share, double whole)
{
    size_t place = apart->added++;
    double by = share->value - whole;

    if (!share->has_value || !share->has_interval)
        return CHANGE_UNTESTED;
    apart->tested++;
    if (share->low <= whole && share->high >= whole)
        return CHANGE_NONE;
    if (apart->clear++ == 0 || fabs(by) > fabs(apart->by)) {
        apart->furthest = place;
        apart->by = by;
    }
    return share->low > whole ? CHANGE_UP : CHANGE_DOWN;
}

double apart_by_chance(const struct apart *apart)
{
    return (1 - ESTIMATE_LEVEL) * (double)apart->tested;
}

bool apart_beyond_chance(const struct apart *apart)
{
    return (double)apart->clear > apart_by_chance(apart);
}
