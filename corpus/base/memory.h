/*
 * Memory that is there or the run ends.
 *
 * These functions always return usable memory. When the system has none left
 * they run the hook (which removes temporary files), say so on standard error
 * and exit with code 7: the only place in the library where the program ends.
 * Sizes are element counts times element size; a product that overflows
 * counts as having none left.
 */
#ifndef CORPUS_BASE_MEMORY_H
#define CORPUS_BASE_MEMORY_H

#include "corpus/base/span.h"

#include <stddef.h>

/* Bytes that hold anything yet; the caller frees them with free(). */
void *memory_take(size_t bytes) __attribute__((malloc, returns_nonnull));

/* `count` zeroed elements; the caller frees them with free(). */
void *memory_new(size_t count, size_t size) __attribute__((malloc, returns_nonnull));

/*
 * Makes room in `items` for at least `needed` elements, doubling `*capacity`,
 * and returns where the elements now are. What was there is kept.
 */
static inline void *memory_grow(void *items, size_t *capacity, size_t needed, size_t size)
    __attribute__((returns_nonnull, warn_unused_result));

/* The same where there is not room enough yet. */
void *memory_regrow(void *items, size_t *capacity, size_t needed, size_t size)
    __attribute__((returns_nonnull, warn_unused_result));

static inline void *memory_grow(void *items, size_t *capacity, size_t needed, size_t size)
{
    return items && needed <= *capacity ? items : memory_regrow(items, capacity, needed, size);
}

/* A NUL-terminated copy of `span`; the caller frees it. */
char *memory_text(struct span span) __attribute__((malloc, returns_nonnull));

/* What is done before the program ends for want of memory; NULL for nothing. */
void memory_on_exhausted(void (*hook)(void));

/* Ends the program with exit code 7; for libraries whose own allocation failed. */
_Noreturn void memory_exhausted(size_t count, size_t size);

#endif
