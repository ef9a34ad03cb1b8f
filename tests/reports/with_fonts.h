/*
 * The fonts of a test's group: opened once, as `typeset`, for all of its tests.
 *
 *     return cmocka_run_group_tests(tests, open_fonts, close_fonts);
 */
#ifndef TESTS_REPORTS_WITH_FONTS_H
#define TESTS_REPORTS_WITH_FONTS_H

#include "reports/draw/typeset.h"
#include "tests/support.h"

static struct typeset *typeset;

static int open_fonts(void **state)
{
    struct fault fault;

    (void)state;
    return typeset_open(&typeset, &fault) ? 0 : 1;
}

static int close_fonts(void **state)
{
    (void)state;
    typeset_release(typeset);
    return 0;
}

#endif
