#include "analysis/stretches.h"

#include "corpus/base/memory.h"

#include <stdlib.h>

static void end_stretch(struct stretches *stretches)
{
    size_t before = stretches->count ? stretches->ends[stretches->count - 1] : 0;

    if (stretches->word_count == before)
        return;
    stretches->ends = memory_grow(stretches->ends, &stretches->end_capacity, stretches->count + 1,
                                  sizeof *stretches->ends);
    stretches->ends[stretches->count++] = stretches->word_count;
}

static void cut_sentences(struct stretches *stretches, const struct text *text)
{
    const struct passage_list *sentences = &stretches->sentences;
    size_t s = 0, length = 0;

    for (size_t i = 0; i < text->count; i++) {
        uint32_t start = stretches->positions.words[i].start;

        if (text->ids[i] == 0)
            continue;
        if (length == STRETCHES_SENTENCE ||
            (s < sentences->count && start >= sentences->items[s].end)) {
            end_stretch(stretches);
            length = 0;
        }
        while (s < sentences->count && start >= sentences->items[s].end)
            s++;
        stretches->words[stretches->word_count++] = text->ids[i] - 1;
        length++;
    }
    end_stretch(stretches);
}

bool stretches_cut(struct stretches *stretches, const struct text *text, struct fault *fault)
{
    const struct stored_article *article = text->article;

    stretches->word_count = stretches->count = 0;
    stretches->words = memory_grow(stretches->words, &stretches->word_capacity, text->count + 1,
                                   sizeof *stretches->words);
    if (!stretches->store) {
        for (size_t i = 0; i < text->count; i++) {
            stretches->words[stretches->word_count] = text->ids[i] - 1;
            stretches->word_count += text->ids[i] != 0;
        }
        end_stretch(stretches);
        return true;
    }
    if (!store_text(stretches->store, article->number, &stretches->text, fault) ||
        !positions_find(&stretches->positions, bytes_span(&stretches->text), text->ids, text->count,
                        store_terms(stretches->store), fault))
        return false;
    sentences_cut(&stretches->sentences, bytes_span(&stretches->text), article->language);
    cut_sentences(stretches, text);
    return true;
}

void stretches_release(struct stretches *stretches)
{
    free(stretches->words);
    free(stretches->ends);
    bytes_release(&stretches->text);
    positions_release(&stretches->positions);
    passages_release(&stretches->sentences);
    *stretches = STRETCHES_EMPTY;
}
