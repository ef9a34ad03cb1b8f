/*
 * Invented findings, anew for each test: set_up() and tear_down() are its fixtures.
 */
#ifndef TESTS_REPORTS_WITH_FINDINGS_H
#define TESTS_REPORTS_WITH_FINDINGS_H

#include "tests/reports/findings.h"

static struct findings findings;

static inline int set_up(void **state)
{
    (void)state;
    invented_findings(&findings);
    return 0;
}

static inline int tear_down(void **state)
{
    (void)state;
    findings_release(&findings);
    return 0;
}

static inline void nothing_stands_out(void)
{
    findings.discovered_count = findings.burst_count = findings.bond_count = 0;
    for (size_t i = 0; i < findings.alarm_count; i++)
        findings.alarms[i].alarm = false;
}

#endif
