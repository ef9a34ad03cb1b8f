/*
 * Correction: shares set right by a sample that people judged, with an
 * interval that knows both how few articles and how few judgements there are.
 *
 *     struct correction_sums sums = {0};
 *     for each judged draw
 *         correction_add(&sums, given, is, speech);
 *     if (!correction_share(&share, &counted, &sums, 0.95, &fault))
 *         show(fault.message);
 *
 * A draw is a quoted word taken at random, so a quotation is drawn in
 * proportion to its words. For one speaker, g says whether the program gave it
 * to him, t whether it is his (and speech at all), z whether it is speech. With
 * p the share as counted over everything and bars for means over n draws, the
 * corrected share is
 *
 *     (p + mean(t) - mean(g)) / mean(z)
 *
 * the difference estimator of survey sampling (Saerndal, Swensson and Wretman
 * 1992, 6.3; prediction-powered inference, Angelopoulos et al. 2023): what is
 * counted stays, and only the errors are estimated from the sample. It needs no
 * assumption of who is mistaken for whom. Its variance is
 *
 *     (V + S / n) / mean(z)^2
 *
 * V that of p over stories (ratio.h), S that of t - g - share z over draws. Where
 * no drawn error touches the speaker S is 0, which is no knowledge: S is at
 * least 2 p (1 - p) e, with e the part of draws in error over all speakers, (errors
 * + 1) / (n + 2): as if errors took from each and gave to each by his share. The
 * interval is on the logit scale, with Student's t of Welch's degrees.
 *
 * When not: speech that was never found. It is taken to be shared out as what
 * was found is; correction_recall() says how much it is.
 */
#ifndef ANALYSIS_MEASURES_CORRECTION_H
#define ANALYSIS_MEASURES_CORRECTION_H

#include "analysis/measures/interval.h"
#include "analysis/measures/ratio.h"

enum { CORRECTION_LEAST = 30 /* draws */ };

/* Of one speaker. */
struct correction_sums {
    uint64_t draws;
    uint64_t errors;             /* draws that are no speech, or another's than was given */
    uint64_t given, his, speech; /* sums of g, t and z */
    uint64_t given_his;          /* of g t: the rest follows, for his are all speech */
    uint64_t given_speech;       /* of g z */
};

/* Adds a draw; `his` only where `speech`; `error`: it is any speaker's. */
void correction_add(struct correction_sums *sums, bool given, bool his, bool speech, bool error);

/*
 * The corrected share, 0 to 1; `counted` are the speaker's words among all quoted
 * words, by story. Fails with FAULT_DOMAIN for fewer than CORRECTION_LEAST draws, fewer
 * stories than options.minimum, no speech among the draws, or a corrected share of
 * 0 or less, or 1 or more.
 */
bool correction_share(struct interval *share, const struct ratio_sums *counted,
                      const struct correction_sums *sums, struct ratio_options options,
                      struct fault *fault);

/*
 * The part of all quotations that were found, 0 to 1. `passages` has a cluster for each
 * passage that was read, x quotations found among n found or missed. What was found
 * counts as far as it is speech, `speech` of the draws: logit r + ln s, the variances
 * of both added.
 *
 * Where nothing was missed the interval is Clopper and Pearson's for the quotations.
 * Fails with FAULT_DOMAIN for fewer than CORRECTION_LEAST passages, or none with a
 * quotation, and where nothing found is speech.
 */
bool correction_recall(struct interval *recall, const struct ratio_sums *passages,
                       struct proportion speech, double level, struct fault *fault);

#endif
