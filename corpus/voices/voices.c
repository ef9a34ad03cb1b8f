#include "corpus/voices/voices.h"

#include "corpus/base/memory.h"
#include "corpus/voices/attribution.h"
#include "corpus/voices/indirect.h"
#include "corpus/voices/kinds.h"
#include "corpus/voices/labels.h"
#include "corpus/voices/pronouns.h"
#include "corpus/voices/quotations.h"

#include <stdlib.h>

/* All stages of one article. */
struct voices_stages {
    struct passage passage;
    struct cue_list cues;
    struct marked_list quotations;
    struct mention_list mentions;
    struct clause_list clauses;
    struct speaker_list speakers;
    struct indirect_list indirect;
};

static void release(struct voices_stages *stages)
{
    indirect_release(&stages->indirect);
    speaker_release(&stages->speakers);
    clauses_release(&stages->clauses);
    mentions_release(&stages->mentions);
    marked_release(&stages->quotations);
    cues_release(&stages->cues);
    passage_release(&stages->passage);
}

static struct span words_of(const struct passage *passage, const struct mention *mention)
{
    uint32_t first = mention->kind == MENTION_NAME ? mention->first : mention->outer_first;

    if (mention->kind != MENTION_NAME && first < mention->first &&
        passage_has(passage, first, LEXICON_ARTICLE))
        first++;
    return passage_text(passage, first, mention->outer_end);
}

/* The name that the article itself gives; nothing for a pronoun that could be anybody. */
static struct span name_of(const struct voices_stages *stages, const struct attribution *who)
{
    const struct mention *mention = NULL;

    if (who->mention == PASSAGE_NONE)
        return SPAN_EMPTY;
    if (who->person != PASSAGE_NONE)
        return speaker_name(&stages->speakers, &stages->passage, who->person);
    mention = &stages->mentions.items[who->mention];
    if (mention->antecedent != PASSAGE_NONE) {
        mention = &stages->mentions.items[mention->antecedent];
        if (mention->person != PASSAGE_NONE)
            return speaker_name(&stages->speakers, &stages->passage, mention->person);
    }
    return mention->kind == MENTION_PRONOUN ? SPAN_EMPTY : words_of(&stages->passage, mention);
}

static void keep(struct voices *voices, struct quote quote)
{
    voices->quotes =
        memory_grow(voices->quotes, &voices->capacity, voices->count + 1, sizeof *voices->quotes);
    voices->quotes[voices->count++] = quote;
}

/* A transcript's turn, whose speaker its label names. */
static void add_turn(struct voices *voices, const struct voices_stages *stages, uint32_t turn)
{
    const struct labels_article article = {
        .passage = &stages->passage,
        .quotations = &stages->quotations,
        .mentions = &stages->mentions,
        .speakers = &stages->speakers,
    };
    const struct marked *marked = &stages->quotations.items[turn];

    keep(voices,
         (struct quote){
             .start = stages->passage.words[marked->first].start,
             .end = stages->passage.words[marked->outer_end - 1].end,
             .speech_end = stages->passage.words[marked->end - 1].end,
             .number = marked->number,
             .kind = QUOTE_TURN,
             .speaker = labels_speaker(&article, turn),
             .mention = passage_text(&stages->passage, marked->label_first, marked->label_end),
             .rule = candidates_rule_name(RULE_TURN),
         });
}

static void add_quote(struct voices *voices, const struct voices_stages *stages,
                      const struct marked *marked, enum quote_kind kind,
                      const struct attribution *who)
{
    const struct passage *passage = &stages->passage;
    struct quote quote = {
        .start = passage->words[marked->first].start,
        .end = passage->words[marked->end - 1].end,
        .speech_end = passage->words[marked->end - 1].end,
        .number = marked->number,
        .kind = kind,
        .speaker = name_of(stages, who),
        .rule = candidates_rule_name(who->rule),
    };

    if (who->mention != PASSAGE_NONE && who->rule != RULE_INHERIT_PARAGRAPH &&
        who->rule != RULE_INHERIT_CHAIN && who->rule != RULE_CONTINUED) {
        const struct mention *mention = &stages->mentions.items[who->mention];

        quote.mention = passage_text(passage, mention->outer_first, mention->end);
    }
    if (who->cue != PASSAGE_NONE)
        quote.cue = passage_text(passage, stages->cues.items[who->cue].first,
                                 stages->cues.items[who->cue].end);
    keep(voices, quote);
}

/* Gives each quotation its speaker, in text order: one may inherit from those before it. */
static void attribute(struct voices *voices, const struct voices_stages *stages)
{
    const struct attribution_article article = {
        .passage = &stages->passage,
        .quotations = &stages->quotations,
        .cues = &stages->cues,
        .mentions = &stages->mentions,
        .clauses = &stages->clauses,
        .speakers = &stages->speakers,
    };
    struct attribution previous = ATTRIBUTION_NOBODY;
    uint32_t previous_quote = PASSAGE_NONE;

    for (uint32_t i = 0; i < stages->quotations.count; i++) {
        struct candidate_list candidates = CANDIDATE_LIST_EMPTY;
        const struct candidate *best = NULL;
        enum quote_kind kind = QUOTE_DIRECT;

        if (stages->quotations.items[i].by == MARKED_TURN) {
            add_turn(voices, stages, i);
            continue;
        }
        attribution_candidates(&candidates, &article, i, &previous, previous_quote);
        candidates_score(&candidates, candidates_hand_weights());
        best = candidates_best(&candidates);
        if (!kinds_judge(&kind, &article, &stages->quotations.items[i], &best->who))
            continue;
        add_quote(voices, stages, &stages->quotations.items[i], kind, &best->who);
        previous = best->who;
        previous_quote = i;
    }
}

static int by_start(const void *left, const void *right)
{
    const struct quote *a = left, *b = right;

    return (a->start > b->start) - (a->start < b->start);
}

/* Adds the indirect speech, at its places among the quotations. */
static void add_indirect(struct voices *voices, struct voices_stages *stages)
{
    const struct passage *passage = &stages->passage;
    uint32_t number = 1; /* past those of the quotations */

    if (stages->quotations.count)
        number += stages->quotations.items[stages->quotations.count - 1].number;
    indirect_find(&stages->indirect, passage, &stages->cues, &stages->mentions, &stages->clauses);
    for (size_t i = 0; i < stages->indirect.count; i++) {
        const struct indirect *said = &stages->indirect.items[i];
        const struct mention *mention = &stages->mentions.items[said->mention];
        const struct cue *cue = &stages->cues.items[said->cue];
        const struct attribution who = {said->mention, mention->person, said->cue, RULE_NONE};
        uint32_t end = passage->words[said->end - 1].end;

        keep(voices, (struct quote){
                         .start = passage->words[said->first].start,
                         .end = end,
                         .speech_end = end,
                         .number = number + (uint32_t)i,
                         .kind = QUOTE_INDIRECT,
                         .speaker = name_of(stages, &who),
                         .mention = passage_text(passage, mention->outer_first, mention->end),
                         .cue = passage_text(passage, cue->first, cue->end),
                         .rule = said->rule,
                     });
    }
    if (voices->count)
        qsort(voices->quotes, voices->count, sizeof *voices->quotes, by_start);
}

/* Numbers count the quotations that are speech. */
static void renumber(struct voices *voices)
{
    uint32_t number = 0;
    uint32_t before = 0;

    for (size_t i = 0; i < voices->count; i++) {
        number += voices->quotes[i].number != before;
        before = voices->quotes[i].number;
        voices->quotes[i].number = number;
    }
}

void voices_find(struct voices *voices, struct span text, const struct token_list *tokens,
                 const struct words *words, struct span language)
{
    struct voices_stages *stages;

    voices->count = 0;
    arena_clear(&voices->arena);
    if (!voices->indirect && !quotations_may_be(text, tokens))
        return;
    if (!voices->stages)
        voices->stages = memory_new(1, sizeof *voices->stages);
    stages = voices->stages;
    passage_read(&stages->passage, text, tokens, words, lexicon_of(language));
    cues_find(&stages->cues, &stages->passage);
    quotations_find(&stages->quotations, &stages->passage);
    if (!voices->indirect && stages->quotations.count == 0)
        return;
    mentions_find(&stages->mentions, &stages->passage);
    speaker_know(&stages->speakers, &stages->passage, &stages->mentions);
    clauses_find(&stages->clauses, &stages->passage, &stages->cues, &stages->mentions);
    pronouns_resolve(&stages->mentions, &stages->passage, &stages->clauses, &stages->speakers);
    attribute(voices, stages);
    if (voices->indirect)
        add_indirect(voices, stages);
    renumber(voices);
}

void voices_release(struct voices *voices)
{
    free(voices->quotes);
    arena_release(&voices->arena);
    if (voices->stages)
        release(voices->stages);
    free(voices->stages);
    *voices = VOICES_EMPTY;
}
