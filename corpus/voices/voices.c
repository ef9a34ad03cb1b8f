#include "corpus/voices/voices.h"

#include "corpus/base/memory.h"
#include "corpus/voices/attribution.h"
#include "corpus/voices/indirect.h"
#include "corpus/voices/kinds.h"
#include "corpus/voices/labels.h"
#include "corpus/voices/nearby.h"
#include "corpus/voices/pronouns.h"
#include "corpus/voices/quotations.h"
#include "corpus/voices/ranker.h"
#include "corpus/voices/sexes.h"
#include "corpus/voices/signs.h"

#include <stdio.h>
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
    struct signs signs;
};

static void release(struct voices_stages *stages)
{
    indirect_release(&stages->indirect);
    signs_release(&stages->signs);
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
        passage_has(passage, first, LEXICON_ARTICLE) &&
        !passage_shaped(passage, first + 1, SHAPE_NUMBER)) /* "a No 10 spokesman" */
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
static void add_turn(struct voices *voices, const struct attribution_article *article,
                     uint32_t turn, uint32_t parted)
{
    const struct passage *passage = article->passage;
    const struct marked *marked = &article->quotations->items[turn];

    keep(voices, (struct quote){
                     .start = passage->words[marked->first].start,
                     .end = passage->words[marked->outer_end - 1].end,
                     .speech_end = passage->words[marked->end - 1].end,
                     .number = marked->number + parted,
                     .kind = QUOTE_TURN,
                     .speaker = labels_speaker(article, turn),
                     .mention = passage_text(passage, marked->label_first, marked->label_end),
                     .decision = candidates_rule_name(RULE_TURN),
                 });
}

struct span voices_speaker(const struct voices *voices, const struct attribution *who)
{
    return name_of(voices->stages, who);
}

struct span voices_mention(const struct voices *voices, const struct attribution *who)
{
    const struct mention *mention = NULL;

    if (who->mention == PASSAGE_NONE)
        return SPAN_EMPTY;
    mention = &voices->stages->mentions.items[who->mention];
    return passage_text(&voices->stages->passage, mention->outer_first, mention->end);
}

enum { THING_SURE = 650 }; /* thousandths */

/* What was found of a stretch that is speech. */
struct finding {
    const struct marked *marked;
    const struct attribution *who;
    enum quote_kind kind;
    int confidence;
    bool thing; /* nothing shows that who is named is a person */
    bool named; /* surely enough that the speaker is said */
};

/* The decision's text, which lives as long as the quotations. */
static const char *decision_of(struct voices *voices, const struct finding *finding)
{
    const char *rule = candidates_rule_name(finding->who->rule);
    char text[64];
    int length = 0;

    if (finding->confidence < 0)
        return rule;
    length = snprintf(text, sizeof text, "ranker:%s:%d", rule, finding->confidence);
    return arena_copy(&voices->arena, (struct span){text, (size_t)length}).bytes;
}

/*
 * The confidence, in thousandths, from which a speaker is named whom no clause of saying names:
 * below it, articles not learnt from had more wrong ones than right. A name that nothing shows to
 * be a person's must be surer.
 */
static int least_confidence(const struct finding *finding)
{
    static const int least[RULES][2] = {
        [RULE_NEAR_BEFORE] = {400, 700},     [RULE_NEAR_AFTER] = {500, RANKER_SURE},
        [RULE_INHERIT_EARLIER] = {400, 700}, [RULE_INHERIT_PARAGRAPH] = {500, 700},
        [RULE_INHERIT_CHAIN] = {500, 700},   [RULE_CONTEXT] = {500, 500},
    };

    int enough = least[finding->who->rule][finding->kind == QUOTE_MIXED];

    return finding->thing && enough && enough < THING_SURE ? THING_SURE : enough;
}

static bool is_named(const struct finding *finding, int threshold)
{
    int least = least_confidence(finding);

    return finding->confidence < 0 ||
           finding->confidence >= (least > threshold ? least : threshold);
}

static void add_quote(struct voices *voices, const struct finding *finding)
{
    const struct voices_stages *stages = voices->stages;
    const struct passage *passage = &stages->passage;
    const struct attribution *who = finding->who;
    struct quote quote = {
        .start = passage->words[finding->marked->first].start,
        .end = passage->words[finding->marked->end - 1].end,
        .speech_end = passage->words[finding->marked->end - 1].end,
        .number = finding->marked->number,
        .kind = finding->kind,
        .speaker = finding->named ? name_of(stages, who) : SPAN_EMPTY,
        .decision = decision_of(voices, finding),
    };

    if (!candidates_rule_inherits(who->rule))
        quote.mention = voices_mention(voices, who);
    if (who->cue != PASSAGE_NONE)
        quote.cue = passage_text(passage, stages->cues.items[who->cue].first,
                                 stages->cues.items[who->cue].end);
    keep(voices, quote);
}

/* True for what goes on over a paragraph's border without a clause behind it that says who spoke.
 */
static bool is_settled(const struct candidate_list *candidates)
{
    bool settled = false;

    for (size_t i = 0; i < candidates->count; i++) {
        enum attribution_rule rule = candidates->items[i].who.rule;

        settled |= rule == RULE_CONTINUED;
        if (candidates_rule_is_behind(rule))
            return false;
    }
    return settled;
}

/* How surely a part's own words tell who speaks the quotation that it is a part of. */
enum standing {
    STANDING_NONE,   /* nobody is named */
    STANDING_NEAR,   /* who stands near it, or spoke before */
    STANDING_CLAUSE, /* a clause or a label beside it: "the paper wrote" */
    STANDING_NAME,   /* with a name: "wrote the Post" */
};

/* The quotation whose parts are being read. */
struct whole {
    size_t first;           /* of its parts, among the voices' */
    uint32_t number;        /* as its stretches have it; 0 before the first */
    uint32_t parted;        /* quotations told apart so far that the marks made one */
    enum standing standing; /* of the part that decides */
    struct attribution who;
    int confidence;
    bool thing;
};

static enum standing standing_of(const struct voices_stages *stages, const struct finding *finding,
                                 struct span speaker)
{
    const struct attribution *who = finding->who;

    if (!speaker.length)
        return STANDING_NONE;
    if (candidates_rule_inherits(who->rule) || who->rule == RULE_CONTEXT ||
        who->rule == RULE_NEAR_BEFORE || who->rule == RULE_NEAR_AFTER)
        return STANDING_NEAR;
    return stages->mentions.items[who->mention].kind == MENTION_NAME ? STANDING_NAME
                                                                     : STANDING_CLAUSE;
}

/* True where a part of that kind that goes on with the whole has its speaker: it is as sure. */
static bool goes_on_named(const struct whole *whole, enum quote_kind kind, int threshold)
{
    const struct finding finding = {
        .who = &whole->who,
        .kind = kind,
        .confidence = whole->confidence,
        .thing = whole->thing,
    };

    return is_named(&finding, threshold);
}

static void take_speaker(struct quote *part, struct span speaker)
{
    if (span_equal(part->speaker, speaker))
        return;
    part->speaker = speaker;
    part->mention = SPAN_EMPTY;
    part->cue = SPAN_EMPTY;
    part->decision = candidates_rule_name(RULE_CONTINUED);
}

/* The last quotation decides for its whole, whose parts before it take its speaker. */
static void decide(struct whole *whole, const struct voices *voices, const struct finding *finding,
                   enum standing standing)
{
    size_t last = voices->count - 1;
    struct span speaker = voices->quotes[last].speaker;

    for (size_t i = whole->first; i < last; i++) {
        if (finding->who->rule == RULE_CONTINUED) /* who was meant there, but not surely enough */
            voices->quotes[i].speaker = speaker;
        else
            take_speaker(&voices->quotes[i], speaker);
    }
    whole->standing = standing;
    whole->who = *finding->who;
    whole->confidence = finding->confidence;
    whole->thing = finding->thing;
}

/*
 * Gives the parts of one quotation one speaker, when the last of `voices` was added: that of the
 * part that tells it best, of equals the surer, else the first. Two names, each in a clause of its
 * own, are two quotations: a mark was left out between them.
 */
static void settle(struct whole *whole, const struct voices *voices, const struct finding *finding)
{
    size_t last = voices->count - 1;
    struct quote *part = &voices->quotes[last];
    enum standing standing = standing_of(voices->stages, finding, part->speaker);
    bool goes_on = finding->marked->number == whole->number;
    struct span speaker = goes_on ? voices->quotes[last - 1].speaker : SPAN_EMPTY;

    if (goes_on && standing == STANDING_NAME && whole->standing == STANDING_NAME &&
        !span_equal(part->speaker, speaker)) {
        goes_on = false;
        whole->parted++;
    }
    part->number += whole->parted;
    whole->number = finding->marked->number;
    if (!goes_on)
        whole->first = last;
    if (!goes_on || standing > whole->standing ||
        (standing == whole->standing && finding->confidence > whole->confidence))
        decide(whole, voices, finding, standing);
    else
        take_speaker(part, speaker);
}

static void choose(struct ranker_choice *choice, const struct voices *voices,
                   const struct ranker *ranker, const struct marked *marked,
                   struct candidate_list *candidates)
{
    const struct passage *passage = &voices->stages->passage;
    const struct voices_question question = {
        .voices = voices,
        .start = passage->words[marked->first].start,
        .end = passage->words[marked->end - 1].end,
        .candidates = candidates,
    };

    if (is_settled(candidates))
        *choice = ranker_choose(ranker_by_hand(), candidates);
    else if (voices->teacher)
        voices->teacher->choose(choice, voices->teacher->context, &question);
    else
        *choice = ranker_choose(ranker, candidates);
}

/* Gives each quotation its speaker, in text order: one may inherit from those before it. */
static void attribute(struct voices *voices, const struct ranker *ranker)
{
    struct voices_stages *stages = voices->stages;
    const struct attribution_article article = {
        .passage = &stages->passage,
        .quotations = &stages->quotations,
        .cues = &stages->cues,
        .mentions = &stages->mentions,
        .clauses = &stages->clauses,
        .speakers = &stages->speakers,
    };
    struct candidate_list candidates = CANDIDATE_LIST_EMPTY;
    struct history history = HISTORY_EMPTY;
    struct whole whole = {0};

    signs_read(&stages->signs, &article);
    for (uint32_t i = 0; i < stages->quotations.count; i++) {
        struct finding finding = {.marked = &stages->quotations.items[i]};
        struct ranker_choice choice;

        if (finding.marked->by == MARKED_TURN) {
            add_turn(voices, &article, i, whole.parted);
            continue;
        }
        attribution_candidates(&candidates, &article, i, &history);
        candidates_score(&candidates, candidates_hand_weights());
        if (!kinds_judge(&finding.kind, &article, finding.marked,
                         &candidates_best(&candidates)->who))
            continue;
        if (ranker->learnt || voices->teacher) {
            nearby_candidates(&candidates, &article, i, &history);
            signs_look(&candidates, &stages->signs, i, &history);
        }
        choose(&choice, voices, ranker, finding.marked, &candidates);
        finding.who = &choice.best->who;
        finding.confidence = choice.confidence;
        finding.thing = finding.who->person != PASSAGE_NONE &&
                        stages->speakers.items[finding.who->person].evidence <= 0;
        finding.named = is_named(&finding, ranker->threshold);
        if (finding.who->rule == RULE_CONTINUED && finding.marked->number == whole.number)
            finding.named = goes_on_named(&whole, finding.kind, ranker->threshold);
        add_quote(voices, &finding);
        settle(&whole, voices, &finding);
        history_add(&history, i, &whole.who);
        signs_spoke(&stages->signs, whole.who.person);
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

    if (voices->count)
        number += voices->quotes[voices->count - 1].number;
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
                         .mention = voices_mention(voices, &who),
                         .cue = passage_text(passage, cue->first, cue->end),
                         .decision = said->rule,
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
    sexes_vote(&stages->speakers, &stages->passage, &stages->mentions, &stages->clauses,
               &stages->cues);
    pronouns_resolve(&stages->mentions, &stages->passage, &stages->speakers);
    attribute(voices, voices->ranker ? voices->ranker : ranker_of(language));
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
