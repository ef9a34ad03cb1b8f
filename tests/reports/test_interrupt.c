#include "tests/support.h"

#include "corpus/base/memory.h"
#include "reports/cli/interrupt.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static char folder[] = "build/test_interrupt_XXXXXX";

static char *path_of(const char *name)
{
    static char path[256];

    snprintf(path, sizeof path, "%s/%s", folder, name);
    return path;
}

static int set_up(void **state)
{
    (void)state;
    strcpy(folder + strlen(folder) - 6, "XXXXXX");
    return mkdtemp(folder) ? 0 : 1;
}

static int tear_down(void **state)
{
    (void)state;
    unlink(path_of("a.csv"));
    unlink(path_of("a.csv.part"));
    rmdir(path_of("csv"));
    return rmdir(folder);
}

static bool exists(const char *name)
{
    return access(path_of(name), F_OK) == 0;
}

/* In a child: writes an unfinished file over a finished one, then ends by `end`. */
static int status_after(void (*end)(void))
{
    struct outdir dir = OUTDIR_EMPTY;
    struct fault fault = FAULT_EMPTY;
    int status;
    pid_t child;

    assert_true(outdir_open(&dir, folder, &fault));
    assert_true(outdir_write(&dir, "a.csv", span_of("old"), &fault));
    assert_true(outdir_commit(&dir, &fault));
    outdir_release(&dir);
    child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        if (!outdir_open(&dir, folder, &fault))
            _exit(99);
        interrupt_guard(&dir);
        if (!outdir_write(&dir, "a.csv", span_of("new"), &fault) || !exists("a.csv.part"))
            _exit(98);
        end();
        _exit(97);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    return status;
}

static void end_by_sigterm(void)
{
    raise(SIGTERM);
}

static void end_by_sigint(void)
{
    raise(SIGINT);
}

static void end_as_glib(void)
{
    raise(SIGTRAP);
}

static void end_without_memory(void)
{
    (void)fclose(stderr); /* it says so, which is no part of this test */
    memory_exhausted(1, 1);
}

static void a_signal_removes_what_is_unfinished_and_ends_the_run(void **state)
{
    static const struct {
        void (*end)(void);
        int number;
    } cases[] = {{end_by_sigterm, SIGTERM}, {end_by_sigint, SIGINT}};

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        int status = status_after(cases[i].end);

        assert_true(WIFSIGNALED(status));
        assert_int_equal(WTERMSIG(status), cases[i].number);
        assert_false(exists("a.csv.part"));
        assert_true(exists("a.csv")); /* the report before stays */
    }
}

static void the_end_of_memory_removes_it_too(void **state)
{
    static void (*const ends[])(void) = {end_without_memory, end_as_glib};

    (void)state;
    for (size_t i = 0; i < COUNT_OF(ends); i++) {
        int status = status_after(ends[i]);

        assert_true(WIFEXITED(status));
        assert_int_equal(WEXITSTATUS(status), 7);
        assert_false(exists("a.csv.part"));
    }
}

static void an_ignored_signal_stays_ignored(void **state)
{
    struct outdir dir = OUTDIR_EMPTY;
    struct sigaction now;

    (void)state;
    (void)signal(SIGHUP, SIG_IGN);
    interrupt_guard(&dir);
    assert_int_equal(sigaction(SIGHUP, NULL, &now), 0);
    assert_true(now.sa_handler == SIG_IGN);
    interrupt_guard(NULL);
    assert_int_equal(sigaction(SIGINT, NULL, &now), 0);
    assert_true(now.sa_handler == SIG_DFL);
    (void)signal(SIGHUP, SIG_DFL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_signal_removes_what_is_unfinished_and_ends_the_run,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_end_of_memory_removes_it_too, set_up, tear_down),
        cmocka_unit_test(an_ignored_signal_stays_ignored),
    };

    (void)signal(SIGINT, SIG_DFL); /* a shell's background job comes with it ignored */
    return cmocka_run_group_tests(tests, NULL, NULL);
}
