#include "analysis/matchers.h"

#include "corpus/base/memory.h"

#include <stdlib.h>

struct matchers matchers_of(const struct dictionary *dictionary, const struct table *vocabulary)
{
    return (struct matchers){
        .dictionary = dictionary,
        .vocabulary = vocabulary,
        .items = memory_new(dictionary->language_count + 1, sizeof(struct matcher)),
    };
}

bool matchers_find(struct matcher **matcher, struct matchers *matchers, struct span language,
                   struct fault *fault)
{
    uint32_t number = dictionary_language(matchers->dictionary, language);

    *matcher = number == DICTIONARY_NONE ? NULL : &matchers->items[number];
    return !*matcher || (*matcher)->dictionary ||
           matcher_compile(*matcher, matchers->dictionary, number, matchers->vocabulary, fault);
}

void matchers_release(struct matchers *matchers)
{
    for (size_t i = 0; matchers->items && i <= matchers->dictionary->language_count; i++)
        matcher_release(&matchers->items[i]);
    free(matchers->items);
    *matchers = MATCHERS_EMPTY;
}
