#include "analysis/findings.h"

#include "analysis/weeks.h"

bool findings_may_claim(const struct findings *findings)
{
    if (findings->baseline_first == DAY_NONE || !findings->dated)
        return false;
    if (findings->against != WEEKS_AGAINST_BEFORE)
        return findings->spread_weeks >= WEEKS_CLAIM;
    if (findings->study_week != WEEK_NONE)
        return findings->baseline_weeks >= WEEKS_CLAIM;
    return findings->baseline_last - findings->baseline_first ==
           findings->study_last - findings->study_first;
}

void findings_release(struct findings *findings)
{
    arena_release(&findings->arena);
    *findings = FINDINGS_EMPTY;
}
