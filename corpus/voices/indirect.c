#include "corpus/voices/indirect.h"

#include "corpus/base/memory.h"

#include <stdlib.h>

enum {
    CLAUSE_MIN = 2, /* words of a clause */
    DESCRIPTION_MAX = 12,
    TIME_MAX = 4, /* words between the verb and "that": "on Monday in London" */
};

struct search {
    struct indirect_list *list;
    const struct passage *passage;
    const struct cue_list *cues;
    const struct mention_list *mentions;
};

struct sentence {
    uint32_t first, end; /* words */
};

/* The words of the sentence that `word` is in; its last mark is left out. */
static struct sentence sentence_of(const struct passage *passage, uint32_t word)
{
    uint32_t sentence = passage->words[word].sentence;
    struct sentence words = {passage->sentences[sentence], passage->sentences[sentence + 1]};

    while (words.end > words.first && passage->words[words.end - 1].mark)
        words.end--;
    return words;
}

static bool holds_quotation(const struct passage *passage, struct sentence words)
{
    for (uint32_t i = words.first; i < words.end; i++) {
        if (passage->words[i].quote != PASSAGE_NONE)
            return true;
    }
    return false;
}

static bool may_say(const struct mention *mention)
{
    if (mention->kind == MENTION_NAME)
        return true;
    if (mention->kind == MENTION_PRONOUN)
        return !(mention->is & LEXICON_FIRST);
    return mention->kind == MENTION_ROLE && mention->person != PASSAGE_NONE;
}

static bool is_that(const struct passage *passage, uint32_t word)
{
    const struct passage_word *here = &passage->words[word];

    return here->shape & SHAPE_WORD && passage_serves(passage, word, GRAMMAR_THAT);
}

static void add(struct search *search, const struct clause *clause, struct sentence words,
                const char *rule)
{
    struct indirect_list *list = search->list;

    if (words.first + CLAUSE_MIN > words.end ||
        (list->count && list->items[list->count - 1].end > words.first))
        return;
    list->items = memory_grow(list->items, &list->capacity, list->count + 1, sizeof *list->items);
    list->items[list->count++] = (struct indirect){
        .first = words.first,
        .end = words.end,
        .mention = clause->subject,
        .cue = clause->cue,
        .rule = rule,
    };
}

/* True where what follows a comma is no reported clause but goes on with the sentence. */
static bool goes_on(const struct passage *passage, uint32_t word)
{
    const struct passage_word *here = &passage->words[word];

    return here->cue != PASSAGE_NONE || here->mark ||
           here->is & (LEXICON_RELATIVE | LEXICON_CONJUNCTION | LEXICON_PARTICIPLE |
                       LEXICON_PREPOSITION | LEXICON_CALENDAR | LEXICON_ROLE | LEXICON_ADVERB) ||
           passage_ends_as(passage, word, GRAMMAR_PARTICIPLE) ||
           passage_ends_as(passage, word, GRAMMAR_ADVERB);
}

/* "that" behind the verb, where at most a time or a place stands between; else `from`. */
static uint32_t find_that(const struct passage *passage, uint32_t from, uint32_t end)
{
    for (uint32_t i = from; i < end && i <= from + TIME_MAX; i++) {
        if (is_that(passage, i))
            return i;
        if (!passage_has(passage, i,
                         LEXICON_PREPOSITION | LEXICON_CALENDAR | LEXICON_ADVERB |
                             LEXICON_ARTICLE) &&
            !passage_shaped(passage, i, SHAPE_NUMBER) && passage->words[i].mark != ',')
            return from;
    }
    return from;
}

static void try_verb(struct search *search, const struct clause *clause, struct sentence sentence)
{
    const struct passage *passage = search->passage;
    uint32_t from = clause->end;
    uint32_t that = find_that(passage, from, sentence.end);

    if (from < sentence.end && is_that(passage, that)) {
        sentence.first = that + 1;
        add(search, clause, sentence, "indirect-that");
    } else if (from + 1 < sentence.end && passage->words[from].mark == ',' &&
               !goes_on(passage, from + 1)) {
        sentence.first = from + 1;
        add(search, clause, sentence, "indirect-comma");
    }
}

/* Where a clause starts behind the comma at `comma`: past "the mayor of Tarn,", if that follows. */
static uint32_t past_description(const struct passage *passage, uint32_t comma, uint32_t end)
{
    bool role = false;

    for (uint32_t i = comma + 1; i < end && i <= comma + DESCRIPTION_MAX; i++) {
        role |= passage_has(passage, i, LEXICON_ROLE | LEXICON_TITLE);
        if (passage->words[i].cue != PASSAGE_NONE || passage_has(passage, i, LEXICON_AUXILIARY))
            break;
        if (passage->words[i].mark == ',')
            return role ? i + 1 : comma + 1;
    }
    return comma + 1;
}

/* "According to X, CLAUSE." and "CLAUSE, according to X." */
static void try_source(struct search *search, const struct clause *clause, struct sentence sentence)
{
    const struct passage *passage = search->passage;
    uint32_t end = search->mentions->items[clause->subject].outer_end;

    end = end > clause->end ? end : clause->end;
    if (clause->first == sentence.first && end < sentence.end && passage->words[end].mark == ',') {
        sentence.first = past_description(passage, end, sentence.end);
        add(search, clause, sentence, "indirect-source");
    } else if (end >= sentence.end && clause->first > sentence.first) {
        sentence.end = clause->first;
        sentence.end -= passage->words[sentence.end - 1].mark == ',';
        add(search, clause, sentence, "indirect-source");
    }
}

static void try_clause(struct search *search, const struct clause *clause)
{
    const struct passage *passage = search->passage;
    const struct cue *cue = &search->cues->items[clause->cue];
    struct sentence sentence;

    if (clause->subject == PASSAGE_NONE || clause->order == CLAUSE_LOOSE ||
        !may_say(&search->mentions->items[clause->subject]))
        return;
    sentence = sentence_of(passage, cue->first);
    if (sentence.end - sentence.first > INDIRECT_MAX || sentence.end <= cue->first ||
        holds_quotation(passage, sentence))
        return;
    if (cue->is & LEXICON_SOURCE && !(cue->is & LEXICON_PASSIVE))
        try_source(search, clause, sentence);
    else if (cue->is & LEXICON_STRONG && !(cue->is & LEXICON_PARTICIPLE))
        try_verb(search, clause, sentence);
}

void indirect_find(struct indirect_list *list, const struct passage *passage,
                   const struct cue_list *cues, const struct mention_list *mentions,
                   const struct clause_list *clauses)
{
    struct search search = {.list = list, .passage = passage, .cues = cues, .mentions = mentions};

    list->count = 0;
    for (size_t i = 0; i < clauses->count; i++)
        try_clause(&search, &clauses->items[i]);
}

void indirect_release(struct indirect_list *list)
{
    free(list->items);
    *list = INDIRECT_LIST_EMPTY;
}
