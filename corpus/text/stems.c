#include "corpus/text/stems.h"

#include "corpus/base/memory.h"

#include <libstemmer.h>

bool stems_open(struct stems *stems, struct span language)
{
    /* Languages with a Snowball stemmer whose rules are kept up; "porter" is no language. */
    static const char *const languages[] = {"ar", "ca", "da", "de", "el", "en", "es", "eu", "fi",
                                            "fr", "ga", "hi", "hu", "hy", "id", "it", "lt", "ne",
                                            "nl", "no", "pt", "ro", "ru", "sr", "sv", "ta", "tr"};

    *stems = STEMS_EMPTY;
    for (size_t i = 0; i < sizeof languages / sizeof *languages; i++)
        if (span_is(language, languages[i]))
            stems->stemmer = sb_stemmer_new(languages[i], "UTF_8");
    return stems->stemmer != NULL;
}

struct span stems_of(struct stems *stems, struct span term)
{
    const sb_symbol *stem = NULL;

    if (!stems->stemmer)
        return term;
    stem = sb_stemmer_stem(stems->stemmer, (const sb_symbol *)term.bytes, (int)term.length);
    if (!stem)
        memory_exhausted(term.length, 1);
    return (struct span){(const char *)stem, (size_t)sb_stemmer_length(stems->stemmer)};
}

void stems_release(struct stems *stems)
{
    sb_stemmer_delete(stems->stemmer);
    *stems = STEMS_EMPTY;
}
