#include "corpus/text/stopwords.h"

#include "corpus/base/embed.h"
#include "corpus/text/wordlist.h"

EMBED(stopwords_bg, "corpus/lexicon/bg/stopwords.txt");
EMBED(stopwords_cs, "corpus/lexicon/cs/stopwords.txt");
EMBED(stopwords_de, "corpus/lexicon/de/stopwords.txt");
EMBED(stopwords_en, "corpus/lexicon/en/stopwords.txt");
EMBED(stopwords_es, "corpus/lexicon/es/stopwords.txt");
EMBED(stopwords_fr, "corpus/lexicon/fr/stopwords.txt");
EMBED(stopwords_it, "corpus/lexicon/it/stopwords.txt");
EMBED(stopwords_nl, "corpus/lexicon/nl/stopwords.txt");
EMBED(stopwords_pl, "corpus/lexicon/pl/stopwords.txt");
EMBED(stopwords_pt, "corpus/lexicon/pt/stopwords.txt");
EMBED(stopwords_ru, "corpus/lexicon/ru/stopwords.txt");
EMBED(stopwords_uk, "corpus/lexicon/uk/stopwords.txt");

struct span stopwords_list(struct span language)
{
    static const struct {
        const char *language;
        const char *first, *end;
    } lists[] = {
        {"en", stopwords_en, stopwords_en_end}, {"de", stopwords_de, stopwords_de_end},
        {"ru", stopwords_ru, stopwords_ru_end}, {"fr", stopwords_fr, stopwords_fr_end},
        {"es", stopwords_es, stopwords_es_end}, {"it", stopwords_it, stopwords_it_end},
        {"pt", stopwords_pt, stopwords_pt_end}, {"nl", stopwords_nl, stopwords_nl_end},
        {"pl", stopwords_pl, stopwords_pl_end}, {"cs", stopwords_cs, stopwords_cs_end},
        {"uk", stopwords_uk, stopwords_uk_end}, {"bg", stopwords_bg, stopwords_bg_end},
    };

    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        if (span_is(language, lists[i].language))
            return embed_span(lists[i].first, lists[i].end);
    return SPAN_EMPTY;
}

bool stopwords_has(struct span language, struct span term)
{
    return wordlist_has(stopwords_list(language), term);
}
