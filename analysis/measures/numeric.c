#include "analysis/measures/numeric.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <math.h>

void numeric_start(void)
{
    gsl_set_error_handler_off();
}

bool numeric_check(int gsl_status, const char *measure, struct fault *fault)
{
    if (gsl_status == GSL_SUCCESS)
        return true;
    return fault_set(fault, FAULT_DOMAIN, "%s: %s", measure, gsl_strerror(gsl_status));
}

bool numeric_level(double level, const char *measure, struct fault *fault)
{
    if (level > 0 && level < 1)
        return true;
    return fault_set(fault, FAULT_DOMAIN, "%s: the level %g is not between 0 and 1", measure,
                     level);
}

double numeric_z(double level)
{
    return gsl_cdf_ugaussian_Qinv((1 - level) / 2);
}

double numeric_t(double level, double freedom)
{
    return gsl_cdf_tdist_Qinv((1 - level) / 2, freedom);
}

double numeric_p_of_z(double z)
{
    return fmin(1, 2 * gsl_cdf_ugaussian_Q(fabs(z)));
}

double numeric_p_of_t(double t, double freedom)
{
    return fmin(1, 2 * gsl_cdf_tdist_Q(fabs(t), freedom));
}

unsigned long numeric_seed(uint64_t seed)
{
    /* SplitMix64's mixer. */
    seed += 0x9E3779B97F4A7C15U;
    seed = (seed ^ (seed >> 30)) * 0xBF58476D1CE4E5B9U;
    seed = (seed ^ (seed >> 27)) * 0x94D049BB133111EBU;
    return (unsigned long)((seed ^ (seed >> 31)) & 0xFFFFFFFFU);
}
