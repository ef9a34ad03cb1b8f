#include "analysis/measures/correction.h"

#include "analysis/measures/numeric.h"

#include <inttypes.h>
#include <math.h>

void correction_add(struct correction_sums *sums, bool given, bool his, bool speech, bool error)
{
    sums->draws++;
    sums->errors += error;
    sums->given += given;
    sums->his += his;
    sums->speech += speech;
    sums->given_his += given && his;
    sums->given_speech += given && speech;
}

/* The variance over draws of t - g - share z; t z = t and all squares are the values. */
static double spread_of(const struct correction_sums *sums, double share)
{
    double n = (double)sums->draws, t = (double)sums->his, g = (double)sums->given;
    double z = (double)sums->speech;
    double squares = t + g + share * share * z - 2 * (double)sums->given_his - 2 * share * t +
                     2 * share * (double)sums->given_speech;
    double mean = (t - g - share * z) / n;

    return fmax(0, squares - n * mean * mean) / (n - 1);
}

bool correction_share(struct interval *share, const struct ratio_sums *counted,
                      const struct correction_sums *sums, struct ratio_options options,
                      struct fault *fault)
{
    struct ratio_moments moments;
    double n = (double)sums->draws, speech = (double)sums->speech / n, spread, least;

    if (sums->draws < CORRECTION_LEAST)
        return fault_set(fault, FAULT_DOMAIN, "fewer than %d draws are judged", CORRECTION_LEAST);
    if (sums->speech == 0)
        return fault_set(fault, FAULT_DOMAIN, "nothing that was judged is speech");
    if (!ratio_moments(&moments, counted, options.minimum, fault))
        return false;
    least = 2 * moments.rate * (1 - moments.rate) * ((double)sums->errors + 1) / (n + 2);
    moments.rate = (moments.rate + ((double)sums->his - (double)sums->given) / n) / speech;
    if (!(moments.rate > 0 && moments.rate < 1))
        return fault_set(fault, FAULT_DOMAIN, "the sample is too small for a share like this");
    spread = fmax(spread_of(sums, moments.rate), least) / n;
    moments.freedom = ratio_freedom(moments.variance, moments.freedom, spread, n - 1);
    moments.variance = (moments.variance + spread) / (speech * speech);
    return ratio_interval(share, &moments, options, fault);
}

bool correction_recall(struct interval *recall, const struct ratio_sums *passages,
                       struct proportion speech, double level, struct fault *fault)
{
    struct ratio_moments moments;
    struct interval none_missed;
    double part, error, middle;

    if (passages->clusters < CORRECTION_LEAST)
        return fault_set(fault, FAULT_DOMAIN, "fewer than %d passages are judged",
                         CORRECTION_LEAST);
    if (speech.of == 0 || speech.hits == 0)
        return fault_set(fault, FAULT_DOMAIN, "nothing that was judged is speech");
    if (!ratio_moments(&moments, passages, CORRECTION_LEAST, fault))
        return false;
    if (passages->x == passages->n || passages->x == 0) {
        if (!interval_clopper_pearson(&none_missed, (struct proportion){passages->x, passages->n},
                                      level, fault))
            return false;
        *recall = none_missed;
        return true;
    }
    part = (double)speech.hits / (double)speech.of;
    middle = log(moments.rate / (1 - moments.rate)) + log(part);
    error = moments.rate * (1 - moments.rate);
    error = sqrt(moments.variance / (error * error) + (1 - part) / (part * (double)speech.of));
    error *= numeric_t(level, moments.freedom);
    *recall = (struct interval){
        .value = 1 / (1 + exp(-middle)),
        .low = 1 / (1 + exp(error - middle)),
        .high = 1 / (1 + exp(-error - middle)),
    };
    return true;
}
