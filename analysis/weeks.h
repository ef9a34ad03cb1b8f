/*
 * Weeks: which days a report is about, and what they are compared with.
 *
 * The study is one ISO week, the days asked for, or, where nothing is dated,
 * the whole set. The baseline is the `baseline_weeks` weeks before it, or as
 * many of them as the set has; for days asked for, the equally long span
 * before. A week is partial when the set's first or last dated day falls
 * inside it; partial weeks are marked and not tested.
 *
 * Two sides may be compared instead. Of two spans of days the second is the
 * study and the first the baseline, wherever they lie, and the series covers
 * all weeks of the set. Two outlets are laid end to end: the series has the
 * days' weeks twice, first those of the baseline, then those of the study, whose
 * days count as `shift` days later than they are.
 *
 *     struct weeks_plan plan;
 *     if (!weeks_choose(&plan, &wish, days, day_count, &fault))
 *         return false;
 */
#ifndef ANALYSIS_WEEKS_H
#define ANALYSIS_WEEKS_H

#include "corpus/base/day.h"
#include "corpus/base/fault.h"

enum {
    WEEKS_CLAIM = 4, /* the least for a claim of change */
    WEEKS_MOST = 520 /* the longest report */
};

/* What the series of the tables and of trends go by: see steps.h. */
enum weeks_series { WEEKS_BY_WEEK, WEEKS_BY_DAY, WEEKS_BY_MONTH };

/* What the study is compared with. */
enum weeks_against {
    WEEKS_AGAINST_BEFORE, /* the days before it */
    WEEKS_AGAINST_DAYS,   /* other days */
    WEEKS_AGAINST_OUTLET, /* the same days of another outlet */
    WEEKS_AGAINST_STORE   /* the same days of another store */
};

/* True where both sides have the same days: they are laid end to end. */
static inline bool weeks_are_shared(enum weeks_against against)
{
    return against == WEEKS_AGAINST_OUTLET || against == WEEKS_AGAINST_STORE;
}

struct weeks_wish {
    int32_t week;        /* WEEK_NONE for the last complete one that has articles */
    int32_t first, last; /* days; DAY_NONE unless a span was asked for */
    int32_t today;       /* a week is complete when its Sunday lies before this day */
    int baseline_weeks;  /* 1 or more */
    enum weeks_series series;
    enum weeks_against against;
    int32_t other_first, other_last; /* the baseline's days, with WEEKS_AGAINST_DAYS */
};

struct weeks_plan {
    bool dated;                            /* false: nothing is dated, the study is the whole set */
    int32_t study_first, study_last;       /* days */
    int32_t study_week;                    /* WEEK_NONE when the study is no ISO week */
    int32_t baseline_first, baseline_last; /* days; DAY_NONE without a baseline */
    int32_t baseline_weeks;                /* weeks or parts of weeks in it */
    int32_t set_first, set_last;           /* the set's first and last dated day */
    int32_t week_first;                    /* the series' first ISO week */
    int32_t week_count;                    /* up to the study's last; 0 when undated */
    bool complete;                         /* the study's weeks had ended before `today` */
    enum weeks_series series;
    enum weeks_against against;
    int32_t shift; /* days by which the study's count as later; 0 unless days are shared */
};

/*
 * Chooses for a set whose dated articles lie on `days`, each day once, rising.
 *
 * Fails with FAULT_INPUT when the study would hold no article, and with
 * FAULT_USAGE when the days asked for are in the wrong order or too many, or
 * two spans of days share some.
 */
bool weeks_choose(struct weeks_plan *plan, const struct weeks_wish *wish, const int32_t *days,
                  size_t count, struct fault *fault);

/*
 * Fails as weeks_choose() does where a week or days are asked for on which no
 * article lies, however many the days are.
 */
bool weeks_have_articles(const struct weeks_wish *wish, const int32_t *days, size_t count,
                         struct fault *fault);

/*
 * False with FAULT_USAGE, naming both days, where `first` lies after `last`; DAY_NONE is a
 * day that was not asked for.
 */
bool weeks_in_order(int32_t first, int32_t last, struct fault *fault);

/* The ISO week that the series has at `index`. */
int32_t weeks_at(const struct weeks_plan *plan, int32_t index);

/* Index of the day's week in the series, or -1 outside it. */
int32_t weeks_index(const struct weeks_plan *plan, int32_t day);

bool weeks_in_study(const struct weeks_plan *plan, int32_t day);
bool weeks_in_baseline(const struct weeks_plan *plan, int32_t day);

/* The weeks of the series that the study's own trend goes by: from `first` up to before `end`. */
struct weeks_range {
    int32_t first, end;
};

struct weeks_range weeks_of_trend(const struct weeks_plan *plan);

/* True when the set's first or last dated day falls inside the ISO week. */
bool weeks_partial(const struct weeks_plan *plan, int32_t week);

#endif
