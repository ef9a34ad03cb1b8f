#include "analysis/discovery_inside.h"
#include "analysis/measures/multiple.h"
#include "analysis/measures/rise.h"
#include "analysis/units.h"
#include "corpus/base/memory.h"
#include "corpus/base/pool.h"
#include "corpus/base/records.h"
#include "corpus/store/idlist.h"

#include <math.h>
#include <stdlib.h>

enum { LISTED_HELD = 8 << 20 }; /* bytes in memory */

/* Terms of such a p may stand with one whose q is low enough for a topic. */
static const double company = 0.01;

/* Units that could not reach this p, were all their votes in the study, are not tested. */
static const double attainable = 1e-4;

/* Votes for a unit, in outlets that are in study and baseline. */
struct unit_votes {
    uint32_t study, all;
    double expected; /* of them in the study, were nothing changed */
};

/* A unit that may have risen. */
struct candidate {
    uint32_t unit;
    struct span text;
    double p, q;
    struct proportion *weeks; /* of the baseline */
};

struct discovery {
    struct findings *findings;
    const struct counts *counts;
    const struct table *vocabulary;
    struct pool *pool; /* of one thread, which reads the units */
    struct fault fault;
    bool read; /* all of them, else the fault says why not */
    struct discovery_votes votes;
    struct units units;
    double *chances; /* by outlet: that a vote of its falls in the study; -1: it says nothing */
    struct unit_votes *unit_votes;
    size_t unit_count, unit_capacity;
    struct records *listed; /* each article's units, as an idlist */
    struct bytes room;      /* of those at hand */
    struct candidate *candidates;
    size_t candidate_count, candidate_capacity;
    uint32_t *candidate_of; /* by unit, plus 1 */
};

/* --- who votes --------------------------------------------------------------------------- */

/* For what a story has voted already; weeks plus 2, so that 0 is none. */
struct ballot {
    int32_t week;
    bool study, baseline;
};

static void find_votes(struct discovery *discovery)
{
    const struct counts *counts = discovery->counts;
    struct ballot *ballots = memory_new(counts->count, sizeof *ballots);
    struct discovery_votes *votes = &discovery->votes;

    votes->study = memory_new(counts->count, 1);
    votes->baseline = memory_new(counts->count, 1);
    votes->week = memory_new(counts->count, 1);
    for (size_t i = 0; i < counts->count; i++) {
        const struct counted_article *article = &counts->articles[i];
        struct ballot *ballot = &ballots[article->story];

        if (article->week < 0)
            continue;
        votes->week[i] = ballot->week != article->week + 2;
        votes->study[i] = article->period == PERIOD_STUDY && !ballot->study;
        votes->baseline[i] = article->period == PERIOD_BASELINE && !ballot->baseline;
        ballot->week = article->week + 2;
        ballot->study |= votes->study[i];
        ballot->baseline |= votes->baseline[i];
    }
    free(ballots);
}

static void find_chances(struct discovery *discovery)
{
    const struct counts *counts = discovery->counts;
    struct proportion *outlets = memory_new(counts->sources.count, sizeof *outlets);

    discovery->chances = memory_new(counts->sources.count, sizeof *discovery->chances);
    for (size_t i = 0; i < counts->count; i++) {
        struct proportion *outlet = &outlets[counts->articles[i].source];

        outlet->hits += discovery->votes.study[i];
        outlet->of += discovery->votes.study[i] + discovery->votes.baseline[i];
    }
    for (size_t s = 0; s < counts->sources.count; s++)
        discovery->chances[s] = outlets[s].hits && outlets[s].hits < outlets[s].of
                                    ? (double)outlets[s].hits / (double)outlets[s].of
                                    : -1;
    free(outlets);
}

/* True where the article votes and its outlet can tell a rise. */
static bool counts_for(const struct discovery *discovery, uint32_t article, double *chance)
{
    *chance = discovery->chances[discovery->counts->articles[article].source];
    return *chance >= 0 && (discovery->votes.study[article] || discovery->votes.baseline[article]);
}

/* --- the three readings ---------------------------------------------------------------- */

static struct units_text text_of(const struct counts *counts, uint32_t article,
                                 struct counted_terms terms)
{
    return (struct units_text){terms.text, terms.text_count, counts->articles[article].language};
}

static bool count_article(void *context, const struct counts *counts, uint32_t index,
                          struct counted_terms terms, struct fault *fault)
{
    struct discovery *discovery = context;

    (void)fault;
    if (counts->articles[index].week >= 0)
        units_count(&discovery->units, text_of(counts, index, terms),
                    discovery->votes.study[index] || discovery->votes.baseline[index]);
    return true;
}

static bool pair_article(void *context, const struct counts *counts, uint32_t index,
                         struct counted_terms terms, struct fault *fault)
{
    struct discovery *discovery = context;

    (void)fault;
    if (counts->articles[index].week >= 0)
        units_pair(&discovery->units, text_of(counts, index, terms));
    return true;
}

static void make_room(struct discovery *discovery)
{
    size_t total = units_total(&discovery->units), known = discovery->unit_count;

    if (total <= known)
        return;
    discovery->unit_votes = memory_grow(discovery->unit_votes, &discovery->unit_capacity, total,
                                        sizeof *discovery->unit_votes);
    memset(discovery->unit_votes + known, 0, (total - known) * sizeof *discovery->unit_votes);
    discovery->unit_count = total;
}

static bool list_article(void *context, const struct counts *counts, uint32_t index,
                         struct counted_terms terms, struct fault *fault)
{
    struct discovery *discovery = context;
    struct units *units = &discovery->units;
    double chance;
    bool votes;

    bytes_clear(&discovery->room);
    if (counts->articles[index].week >= 0) {
        units_list(units, text_of(counts, index, terms));
        make_room(discovery);
        votes = counts_for(discovery, index, &chance);
        for (size_t i = 0; i < units->listed_count; i++) {
            struct unit_votes *unit = &discovery->unit_votes[units->listed[i]];

            idlist_add(&discovery->room, units->listed[i]);
            unit->study += votes && discovery->votes.study[index];
            unit->all += votes;
            unit->expected += votes ? chance : 0;
        }
    }
    return records_add(discovery->listed, bytes_span(&discovery->room), fault);
}

static void read_units(void *kept, void *job)
{
    struct discovery *discovery = job;
    struct counts_visitor count = {discovery, count_article}, pair = {discovery, pair_article};
    struct counts_visitor list = {discovery, list_article};
    struct fault *fault = &discovery->fault;

    (void)kept;
    units_start(&discovery->units, discovery->vocabulary, &discovery->counts->languages);
    if (!counts_revisit(discovery->counts, &count, fault) ||
        !counts_revisit(discovery->counts, &pair, fault))
        return;
    units_hold(&discovery->units);
    discovery->read = counts_revisit(discovery->counts, &list, fault);
}

static const struct pool_work reading_work = {.work = read_units};

/* --- what rose ------------------------------------------------------------------------- */

/* What is done with each unit of each article that is a candidate. */
struct taking {
    struct discovery *discovery;
    void (*take)(struct discovery *discovery, void *context, uint32_t candidate, uint32_t article);
    void *context;
};

static bool take_candidates(void *context, size_t index, struct span units, struct fault *fault)
{
    const struct taking *taking = context;
    const uint32_t *candidate_of = taking->discovery->candidate_of;
    uint32_t unit;

    (void)fault;
    while (idlist_next(&units, &unit)) {
        if (candidate_of[unit])
            taking->take(taking->discovery, taking->context, candidate_of[unit] - 1,
                         (uint32_t)index);
    }
    return true;
}

static bool each_candidate(struct discovery *discovery,
                           void (*take)(struct discovery *discovery, void *context,
                                        uint32_t candidate, uint32_t article),
                           void *context, struct fault *fault)
{
    struct taking taking = {discovery, take, context};

    return records_visit(discovery->listed, take_candidates, &taking, fault);
}

static double test(const struct unit_votes *votes, double spread)
{
    struct rise_counts counts = {
        .hits = votes->study,
        .all = votes->all,
        .expected = votes->expected < votes->all ? votes->expected : votes->all,
        .spread = spread,
    };
    struct fault fault;
    double p = 1;

    (void)rise_test(&p, counts, &fault);
    return p;
}

/* Judged by what does not depend on where the votes are, so that no test is made worse by it. */
static bool can_show(const struct unit_votes *votes)
{
    return pow(votes->expected / votes->all, votes->all) <= attainable;
}

static int by_text(const void *left, const void *right)
{
    const struct candidate *a = left, *b = right;

    return span_compare(a->text, b->text);
}

/*
 * Units that may have risen, by text. The spread can only make p larger, so it
 * is found for those alone that might be left; what another p above 0.05 is
 * exactly makes no difference to Benjamini and Hochberg at 0.05.
 */
static void choose_candidates(struct discovery *discovery)
{
    struct findings *findings = discovery->findings;
    struct bytes text = BYTES_EMPTY;

    for (uint32_t unit = 0; unit < discovery->unit_count; unit++) {
        const struct unit_votes *votes = &discovery->unit_votes[unit];

        if (votes->all < DISCOVERY_LEAST || !can_show(votes))
            continue;
        findings->units_tested++;
        if (test(votes, 1) > MULTIPLE_LEVEL)
            continue;
        discovery->candidates =
            memory_grow(discovery->candidates, &discovery->candidate_capacity,
                        discovery->candidate_count + 1, sizeof *discovery->candidates);
        bytes_clear(&text);
        units_write(&text, &discovery->units, unit);
        discovery->candidates[discovery->candidate_count++] = (struct candidate){
            .unit = unit, .text = arena_copy(&findings->arena, bytes_span(&text))};
    }
    bytes_release(&text);
    if (discovery->candidate_count)
        qsort(discovery->candidates, discovery->candidate_count, sizeof *discovery->candidates,
              by_text);
    discovery->candidate_of = memory_new(discovery->unit_count, sizeof(uint32_t));
    for (size_t i = 0; i < discovery->candidate_count; i++)
        discovery->candidate_of[discovery->candidates[i].unit] = (uint32_t)i + 1;
}

/* The votes of each of the baseline's whole weeks, `of` alone. */
static struct proportion *baseline_weeks(const struct discovery *discovery)
{
    const struct counts *counts = discovery->counts;
    struct proportion *weeks = memory_new((size_t)counts->plan.week_count, sizeof *weeks);

    for (uint32_t i = 0; i < counts->count; i++) {
        double chance;
        int32_t week = counts->articles[i].week;

        if (discovery->votes.baseline[i] && counts_for(discovery, i, &chance) &&
            !discovery->findings->weeks[week].partial && !discovery->findings->weeks[week].in_study)
            weeks[week].of++;
    }
    return weeks;
}

static void take_week(struct discovery *discovery, void *context, uint32_t candidate,
                      uint32_t article)
{
    int32_t week = discovery->counts->articles[article].week;
    double chance;

    (void)context;
    if (discovery->votes.baseline[article] && counts_for(discovery, article, &chance) &&
        discovery->candidates[candidate].weeks[week].of)
        discovery->candidates[candidate].weeks[week].hits++;
}

/* p with the spread, and q over all that were tested. */
static bool test_candidates(struct discovery *discovery, struct fault *fault)
{
    size_t weeks = (size_t)discovery->counts->plan.week_count;
    size_t tested = discovery->findings->units_tested;
    struct proportion *totals = baseline_weeks(discovery);
    struct proportion *room = memory_new(discovery->candidate_count * weeks, sizeof *room);
    double *p = memory_new(tested, sizeof *p);
    bool done;

    for (size_t i = 0; i < discovery->candidate_count; i++) {
        discovery->candidates[i].weeks = room + i * weeks;
        memcpy(discovery->candidates[i].weeks, totals, weeks * sizeof *totals);
    }
    done = each_candidate(discovery, take_week, NULL, fault);
    for (size_t i = 0; i < tested; i++) {
        struct candidate *candidate = &discovery->candidates[i];

        p[i] = 1;
        if (i < discovery->candidate_count)
            p[i] = candidate->p =
                test(&discovery->unit_votes[candidate->unit], rise_spread(candidate->weeks, weeks));
    }
    done = done && multiple_benjamini_hochberg(p, p, tested, fault);
    for (size_t i = 0; i < discovery->candidate_count; i++)
        discovery->candidates[i].q = p[i];
    free(p);
    free(room);
    free(totals);
    return done;
}

/* --- what is known of those that rose -------------------------------------------------- */

static int by_p(const void *left, const void *right)
{
    const struct candidate *a = left, *b = right;

    if (a->p != b->p)
        return a->p < b->p ? -1 : 1;
    return span_compare(a->text, b->text);
}

/* Keeps the surest that rose and their company, by text. */
static void keep_risen(struct discovery *discovery)
{
    struct candidate *candidates = discovery->candidates;
    size_t kept = 0;

    for (size_t i = 0; i < discovery->candidate_count; i++) {
        discovery->candidate_of[candidates[i].unit] = 0;
        if (candidates[i].p > company ||
            discovery->unit_votes[candidates[i].unit].study < DISCOVERY_STORIES)
            continue;
        discovery->findings->units_risen += candidates[i].q <= MULTIPLE_LEVEL;
        candidates[kept++] = candidates[i];
    }
    if (kept)
        qsort(candidates, kept, sizeof *candidates, by_p);
    if (kept > DISCOVERY_TERMS)
        kept = DISCOVERY_TERMS;
    if (kept)
        qsort(candidates, kept, sizeof *candidates, by_text);
    discovery->candidate_count = kept;
    for (size_t i = 0; i < kept; i++)
        discovery->candidate_of[candidates[i].unit] = (uint32_t)i + 1;
}

static void mark_article(struct discovery *discovery, void *context, uint32_t candidate,
                         uint32_t article)
{
    struct risers *risers = context;

    (void)discovery;
    risers->items[candidate].articles[article / 64] |= UINT64_C(1) << (article % 64);
}

static bool make_topics(struct discovery *discovery, struct fault *fault)
{
    struct risers risers = {
        .items = memory_new(discovery->candidate_count, sizeof *risers.items),
        .count = discovery->candidate_count,
        .words = discovery->counts->count / 64 + 1,
    };
    uint64_t *bits = memory_new(risers.count * risers.words, sizeof *bits);
    bool done;

    for (size_t i = 0; i < risers.count; i++)
        risers.items[i] = (struct riser){
            .unit = discovery->candidates[i].unit,
            .text = discovery->candidates[i].text,
            .p = discovery->candidates[i].p,
            .q = discovery->candidates[i].q,
            .sure = discovery->candidates[i].q <= MULTIPLE_LEVEL,
            .articles = bits + i * risers.words,
            .within = (uint32_t)i,
        };
    done = each_candidate(discovery, mark_article, &risers, fault);
    if (done)
        discovery_topics_fill(discovery->findings, &risers, discovery->counts, &discovery->votes);
    free(bits);
    free(risers.items);
    return done;
}

static void release(struct discovery *discovery)
{
    units_release(&discovery->units);
    records_close(discovery->listed);
    bytes_release(&discovery->room);
    free(discovery->votes.study);
    free(discovery->votes.baseline);
    free(discovery->votes.week);
    free(discovery->chances);
    free(discovery->unit_votes);
    free(discovery->candidates);
    free(discovery->candidate_of);
}

static const char *why_not(const struct findings *findings)
{
    if (!findings->dated)
        return "nothing is dated, so there is no time before to compare with";
    if (!findings_may_claim(findings))
        return "there are too few weeks before to call anything new";
    if (findings->articles < findings->minimum_articles ||
        findings->baseline_articles < findings->minimum_articles)
        return "there are too few articles to call anything new";
    return NULL;
}

struct discovery *discovery_start(struct findings *findings, const struct counts *counts,
                                  const struct table *vocabulary, int threads)
{
    struct discovery *discovery;

    findings->discovered_note = why_not(findings);
    if (findings->discovered_note)
        return NULL;
    discovery = memory_new(1, sizeof *discovery);
    discovery->findings = findings;
    discovery->counts = counts;
    discovery->vocabulary = vocabulary;
    discovery->listed = records_open(LISTED_HELD);
    find_votes(discovery);
    find_chances(discovery);
    discovery->pool = pool_start(threads > 1 ? 2 : 1, &reading_work);
    pool_give(discovery->pool, discovery);
    return discovery;
}

static bool find_topics(struct discovery *discovery, struct fault *fault)
{
    choose_candidates(discovery);
    if (!test_candidates(discovery, fault))
        return false;
    keep_risen(discovery);
    return make_topics(discovery, fault);
}

bool discovery_end(struct discovery *discovery, struct fault *fault)
{
    bool done;

    if (!discovery)
        return true;
    (void)pool_take(discovery->pool);
    pool_stop(discovery->pool);
    done = discovery->read;
    if (!done)
        *fault = discovery->fault;
    done = done && find_topics(discovery, fault);
    release(discovery);
    free(discovery);
    return done;
}
