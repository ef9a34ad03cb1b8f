/*
 * Keyness: which terms set one set of articles (the study) apart from
 * another (the reference), and by how much.
 *
 *     struct keyness score;                          description, from tokens
 *     if (!keyness_score(&score, term, total, 0.95, &fault))
 *         return false;
 *     struct keyness_effect effect;                  what the report shows
 *     if (!keyness_by_article(&effect, &study, &reference, options, &fault))
 *         show(fault.message);
 *
 * Two questions get two answers. How large is the difference? That is the log
 * ratio, the binary logarithm of the ratio of the two rates (Hardie 2014): 1
 * means twice as frequent in the study, -1 half as frequent. Is it more than
 * chance would give? g2 and its p answer as if each token were drawn by itself
 * (Dunning 1993). Tokens are not: an article that uses a term uses it again,
 * so that p is far too small for terms that few articles use a lot. It is
 * shown as description; what is claimed comes from keyness_by_article().
 *
 * Where a side has no hit, or where the sides are nothing but the term, no
 * ratio of rates can be had: each side then gets half a hit and half a token
 * more, (f + 0.5) / (N + 0.5) (Walter 1975), which keeps the logarithm's bias
 * least. Rates, g2 and chi2 always use the counts as they are.
 *
 * All functions are pure. Those that return bool fail with FAULT_DOMAIN when a
 * total is 0 or below its term's count, or when the term occurs on neither
 * side, and leave their result as it was.
 */
#ifndef ANALYSIS_MEASURES_KEYNESS_H
#define ANALYSIS_MEASURES_KEYNESS_H

#include "analysis/measures/interval.h"
#include "analysis/measures/ratio.h"
#include "corpus/base/fault.h"

#include <stdint.h>

/* A number of tokens on each side of the comparison. */
struct keyness_counts {
    uint64_t study;
    uint64_t reference;
};

struct keyness {
    double study_rate;         /* per million tokens */
    double reference_rate;     /* per million tokens */
    double g2;                 /* four cells (Dunning 1993), 0 or more, 1 degree of freedom */
    double p;                  /* of this g2 or more if tokens were independent, 0 to 1 */
    struct interval log_ratio; /* binary; interval as if tokens were independent (Katz 1978) */
};

/* Compares how often one term occurs: `term` of `total`, on each side. */
bool keyness_score(struct keyness *score, struct keyness_counts term, struct keyness_counts total,
                   double level, struct fault *fault);

struct keyness_effect {
    struct interval log_ratio; /* binary; articles are the unit */
    double p;                  /* two-sided, of a log ratio of 0; 0 to 1 */
    double freedom;            /* Welch's degrees, for the interval and p */
};

/*
 * The log ratio with an interval from articles (or stories), by the delta
 * method: Var ln r = v / r^2 with v linearised as in ratio.h; the two sides'
 * add up; Student's t with Welch's degrees. p is Wald's on the log ratio, so
 * that the interval excludes 0 when and only when p < 1 - level.
 *
 * Where a side has no hit both sides are taken by Walter's rule, as above. The
 * side without hits shows no spread; its variance is taken to be 1 / 0.5 -
 * 1 / (N + 0.5), that of Walter's half hit (Pettigrew, Gart and Thomas 1986).
 * The interval then is wide and p large on purpose: with 5 hits against none p
 * is about 0.1, with 100 about 0.0003. A q over thousands of terms rarely
 * lets such a term pass; list what is new by its count instead.
 *
 * options.level and options.minimum are used. Fails also when a side has fewer
 * than options.minimum articles.
 */
bool keyness_by_article(struct keyness_effect *effect, const struct ratio_sums *study,
                        const struct ratio_sums *reference, struct ratio_options options,
                        struct fault *fault);

/* Articles with the term among all articles, on each side. */
struct keyness_articles {
    uint64_t study, study_all;
    uint64_t reference, reference_all;
};

/*
 * Fisher's exact test (1922) on articles: the two-sided p, 0 to 1, that a term
 * found in so many articles of the study and of the reference is as common in
 * both. Outcomes no likelier than the one seen are added up. It needs no
 * spread, so it serves where a side has no hit at all. Fails also when a
 * side's articles with the term exceed its articles.
 */
bool keyness_fisher(double *p, struct keyness_articles seen, struct fault *fault);

/* g2 over the term's two cells alone (Rayson and Garside 2000), 0 or more. */
bool keyness_g2_two_cell(double *g2, struct keyness_counts term, struct keyness_counts total,
                         struct fault *fault);

/*
 * The four-cell g2 divided by Williams's q (1976), 0 or more, and its p, 0 to 1:
 * q = 1 + (N / r1 + N / r2 - 1) (N / c1 + N / c2 - 1) / 6N with the sums of rows
 * and columns. It brings p closer to the truth where hits are few; between sides
 * of one size q is about 1 + 1 / (2 x hits).
 */
bool keyness_williams(double *g2, double *p, struct keyness_counts term,
                      struct keyness_counts total, struct fault *fault);

/*
 * Pearson's chi-square of the four cells, 0 or more; with Yates's correction
 * each |O - E| is 0.5 less, but never below 0 (as in R).
 */
bool keyness_chi2(double *chi2, struct keyness_counts term, struct keyness_counts total, bool yates,
                  struct fault *fault);

/*
 * %DIFF (Gabrielatos and Marchi 2011): by how many per cent the study's rate
 * exceeds the reference's, -100 or more. Fails also when the reference has none.
 */
bool keyness_percent_difference(double *percent, struct keyness_counts term,
                                struct keyness_counts total, struct fault *fault);

/*
 * Simple maths (Kilgarriff 2009): the ratio of the rates per million after
 * `constant` (above 0) was added to each; a larger constant favours common terms.
 */
bool keyness_simple_maths(double *ratio, struct keyness_counts term, struct keyness_counts total,
                          double constant, struct fault *fault);

/* The approximate BIC of a g2 (Wilson 2013): below 0 speaks for no difference. */
double keyness_bic(double g2, struct keyness_counts total);

/*
 * ELL (Johnston, Berry and Mielke 2006): the two-cell g2 / (N ln E), E the
 * smaller of its expected counts; 0 or more, 0 for no difference. Fails also
 * when E is not above 1.
 */
bool keyness_ell(double *ell, struct keyness_counts term, struct keyness_counts total,
                 struct fault *fault);

/*
 * The ratio of the odds a / c and b / d, above 0, 1 for no difference, with
 * Woolf's interval (1955): exp(ln ratio -+ z sqrt(1/a + 1/b + 1/c + 1/d)).
 * Where a cell is empty each gets half a token more (Haldane 1956, Anscombe
 * 1956). Tokens are taken as independent, as in keyness_score().
 */
bool keyness_odds_ratio(struct interval *ratio, struct keyness_counts term,
                        struct keyness_counts total, double level, struct fault *fault);

/*
 * LRC, the conservative log ratio (Evert 2022): the bound nearer to 0 of an
 * exact interval of the log ratio, and 0 where the interval holds 0; so what
 * it orders first is large and certain at once. The interval is Clopper and
 * Pearson's for the study's part of all hits, at 1 - (1 - level) / tests after
 * Bonferroni; `tests`, at least 1, are all terms compared. It needs no rule
 * for zeros. Tokens are taken as independent, as in keyness_score().
 */
bool keyness_conservative(double *log_ratio, struct keyness_counts term,
                          struct keyness_counts total, double level, uint64_t tests,
                          struct fault *fault);

/* What is known about a term beforehand, in pseudo-counts (both above 0). */
struct keyness_prior {
    double term; /* of this term */
    double all;  /* of all terms together, above `term` */
};

/*
 * Weighted log odds, z-scores of Monroe, Colaresi and Quinn (2008), "Fightin'
 * Words": negative where the reference has more. A prior of constant x the
 * pooled share of the term is the informative one. Also defined for a term
 * that occurs on neither side (then near 0). Fails also when the prior is not
 * as said.
 */
bool keyness_weighted_log_odds(double *z, struct keyness_counts term, struct keyness_counts total,
                               struct keyness_prior prior, struct fault *fault);

#endif
