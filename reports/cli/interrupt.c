#include "reports/cli/interrupt.h"

#include "corpus/base/memory.h"

#include <signal.h>
#include <stdatomic.h>
#include <unistd.h>

/* A signal's handler gets no argument of ours: this is the one place that needs a global. */
static _Atomic(const struct outdir *) guarded;

/* Calls nothing but unlink(), which a handler may. */
static void remove_unfinished(void)
{
    const struct outdir *dir = atomic_load(&guarded);

    for (size_t i = 0; dir && i < dir->count; i++)
        (void)unlink(dir->files[i].temporary);
}

static void stop(int number)
{
    remove_unfinished();
    if (number == SIGTRAP)
        _exit(fault_exit_code(FAULT_MEMORY));
    (void)raise(number); /* SA_RESETHAND: now with its usual effect, once this returns */
}

void interrupt_guard(const struct outdir *dir)
{
    static const int numbers[] = {SIGINT, SIGTERM, SIGHUP, SIGABRT, SIGTRAP};

    atomic_store(&guarded, dir);
    memory_on_exhausted(dir ? remove_unfinished : NULL);
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        struct sigaction now,
            wanted = {.sa_handler = dir ? stop : SIG_DFL, .sa_flags = SA_RESETHAND};

        if (sigaction(numbers[i], NULL, &now) == 0 && now.sa_handler != SIG_IGN)
            (void)sigaction(numbers[i], &wanted, NULL);
    }
}
