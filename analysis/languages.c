#include "analysis/languages.h"

#include "corpus/base/memory.h"

#include <stdlib.h>

void languages_add(struct languages *languages, struct span code)
{
    size_t known = languages->codes.count;
    uint32_t id = table_add(&languages->codes, code);

    languages->articles = memory_grow(languages->articles, &languages->capacity,
                                      languages->codes.count, sizeof *languages->articles);
    if (id == known)
        languages->articles[id] = 0;
    languages->articles[id]++;
}

struct span languages_main(const struct languages *languages)
{
    uint32_t best = 0;

    for (uint32_t id = 1; id < languages->codes.count; id++) {
        if (languages->articles[id] > languages->articles[best])
            best = id;
    }
    return languages->codes.count ? table_text(&languages->codes, best) : SPAN_EMPTY;
}

void languages_release(struct languages *languages)
{
    table_release(&languages->codes);
    free(languages->articles);
    *languages = LANGUAGES_EMPTY;
}
