#include "corpus/voices/clauses.h"

#include "corpus/base/memory.h"

#include <stdlib.h>

static uint32_t id_of(const struct subjects *subjects, const struct mention *mention)
{
    return (uint32_t)(mention - subjects->heads.mentions->items);
}

/* The first word that a clause with its cue at `first` may reach back to. */
static uint32_t reach(const struct passage *passage, uint32_t first)
{
    uint32_t from = passage_sentence_start(passage, first);
    uint32_t at = first;

    for (uint32_t i = 0; i < SUBJECTS_LOOSE_MAX && at > from; i++) {
        if (passage->words[at - 1].quote != PASSAGE_NONE)
            return at;
        at--;
    }
    return at;
}

/* True where a quotation, or only a comma or dash behind one, stands before the word. */
static bool behind_quotation(const struct passage *passage, uint32_t word)
{
    while (word > 0 && passage_has(passage, word - 1, LEXICON_AUXILIARY))
        word--; /* "ha detto" */
    while (word > 0 && passage->words[word - 1].paragraph == passage->words[word].paragraph &&
           passage->words[word - 1].quote == PASSAGE_NONE &&
           (heads_is_edge(passage->words[word - 1].mark) || passage_is_dash(passage, word - 1)))
        word--;
    return word > 0 && passage->words[word - 1].quote != PASSAGE_NONE &&
           passage->words[word - 1].paragraph == passage->words[word].paragraph;
}

static void add(struct clause_list *list, const struct subjects *subjects, struct clause clause,
                const struct mention *subject, const struct cue *cue)
{
    clause.first = cue->first;
    clause.end = cue->end;
    while (clause.order == CLAUSE_CUE_FIRST &&
           clause.first > subjects->heads.from && /* "ha detto X" */
           passage_has(subjects->heads.passage, clause.first - 1, LEXICON_AUXILIARY))
        clause.first--;
    clause.subject = PASSAGE_NONE;
    if (subject) {
        clause.subject = id_of(subjects, subject);
        clause.first = subject->outer_first < clause.first ? subject->outer_first : clause.first;
        clause.end = subject->end > cue->end ? subject->end : cue->end;
    }
    list->items = memory_grow(list->items, &list->capacity, list->count + 1, sizeof *list->items);
    list->items[list->count++] = clause;
}

/*
 * The verb comes before its subject: in German where something else starts the sentence, without
 * articles behind "as" («как пишет в дневнике Орлова»).
 */
static bool inverts(const struct passage *passage, uint32_t cue)
{
    uint32_t start = passage_sentence_start(passage, cue);

    if (lexicon_has_no_articles(passage->lexicon))
        return cue > start && passage_has(passage, cue - 1, LEXICON_CONJUNCTION) &&
               (cue - 1 == start || passage->words[cue - 2].mark == ',');

    return lexicon_nouns_have_capitals(passage->lexicon) &&
           passage_has(passage, start, LEXICON_PREPOSITION | LEXICON_ADVERB | LEXICON_CONJUNCTION);
}

/* "footage of Smith saying", "quoted Smith as saying": the mention just before a participle. */
static const struct mention *beside_participle(const struct subjects *subjects,
                                               const struct cue *cue)
{
    uint32_t at = cue->first;
    const struct mention *mention = NULL;

    if (at > subjects->heads.from && passage_serves(subjects->heads.passage, at - 1, GRAMMAR_AS))
        at--;
    if (at == subjects->heads.from || (subjects->heads.passage->words[at - 1].cue != PASSAGE_NONE))
        return NULL;
    mention = heads_mention(&subjects->heads, at - 1);
    if (!heads_can_speak(mention) || mention->end != at || mention->is & LEXICON_PLURAL ||
        (mention->kind != MENTION_NAME && mention->kind != MENTION_ROLE))
        return NULL;
    return mention;
}

/*
 * What stands just before a participle and is its own subject: "with Smith calling it",
 * "and Lee of Ohio saying"; "Smith's warning that".
 */
static const struct mention *own_subject(const struct subjects *subjects, const struct cue *cue)
{
    const struct passage *passage = subjects->heads.passage;
    const struct mention *mention =
        cue->first > subjects->heads.from ? heads_mention(&subjects->heads, cue->first - 1) : NULL;
    uint32_t first = 0;

    if (!mention || mention->end != cue->first)
        return NULL;
    if (mention->possessive)
        return mention->kind == MENTION_NAME ? mention : NULL;
    if (!heads_can_speak(mention))
        return NULL;
    mention = heads_of(&subjects->heads, mention);
    first = mention->outer_first;
    if (!heads_is_person(mention) || first <= subjects->heads.from)
        return NULL;
    if (mention->behind_preposition &&
        first - 1 > subjects->heads.from) /* ", with Smith calling" */
        return heads_is_edge(passage->words[first - 2].mark) ? mention : NULL;
    return passage_has(passage, first - 1, LEXICON_CONJUNCTION) ? mention : NULL;
}

/*
 * A participle's subject: what stands just before it, else that of the clause
 * before it in the sentence, else the sentence's.
 */
static const struct mention *subject_of_sentence(const struct subjects *subjects,
                                                 const struct cue *cue, enum clause_order *order)
{
    const struct passage *passage = subjects->heads.passage;
    uint32_t start = passage_sentence_start(passage, cue->first);
    const struct mention *known = own_subject(subjects, cue);
    uint32_t subject = PASSAGE_NONE;

    if (!known)
        known = beside_participle(subjects, cue);
    if (!known)
        known = subjects_of_clause_before(subjects, cue->first);
    if (known) {
        *order = CLAUSE_SUBJECT_FIRST;
        return known;
    }
    *order = CLAUSE_LOOSE;
    start = cue->first - start > SUBJECTS_LOOSE_MAX ? cue->first - SUBJECTS_LOOSE_MAX : start;
    subject = subjects_within(passage, subjects->heads.mentions, start, cue->first);
    return subject == PASSAGE_NONE ? NULL : &subjects->heads.mentions->items[subject];
}

/* "Auch Anna Huber sagte": in German a name right before its verb is the subject nevertheless. */
static bool is_subject_first(const struct subjects *subjects, const struct cue *cue)
{
    const struct mention *mention =
        cue->first > subjects->heads.from ? heads_mention(&subjects->heads, cue->first - 1) : NULL;

    return lexicon_nouns_have_capitals(subjects->heads.passage->lexicon) &&
           heads_can_speak(mention) && mention->kind == MENTION_NAME &&
           mention->end == cue->first && !mention->behind_preposition;
}

/* "Der Zeitung sagte Anna Huber": in German a name right behind its verb, no name before it. */
static bool is_subject_behind(const struct subjects *subjects, const struct cue *cue)
{
    const struct mention *behind = heads_mention(&subjects->heads, cue->end);
    const struct mention *before = NULL;
    uint32_t at = subjects_verb_start(subjects, cue->first);

    if (!lexicon_nouns_have_capitals(subjects->heads.passage->lexicon) ||
        !heads_can_speak(behind) || behind->kind != MENTION_NAME ||
        behind->outer_first != cue->end || cue->is & LEXICON_PARTICIPLE)
        return false;
    before = at > subjects->heads.from ? heads_mention(&subjects->heads, at - 1) : NULL;
    return !heads_is_person(before) &&
           !(heads_can_speak(before) && before->end == at && !before->behind_preposition &&
             !passage_serves(subjects->heads.passage, before->outer_first, GRAMMAR_DATIVE) &&
             before->outer_first == passage_sentence_start(subjects->heads.passage, cue->first));
}

/* "When they are part of it, said Ann Miller": a name right behind a verb that a comma sets off. */
static bool is_set_off(const struct subjects *subjects, const struct cue *cue,
                       const struct mention *behind)
{
    return behind->kind == MENTION_NAME && behind->outer_first == cue->end &&
           cue->first > subjects->heads.from &&
           subjects->heads.passage->words[cue->first - 1].mark == ',';
}

/* "According to Larson", "Larson zufolge". */
static const struct mention *subject_of_source(const struct subjects *subjects,
                                               const struct cue *cue)
{
    const struct mention *before = NULL;

    if (!(cue->is & LEXICON_PARTICIPLE))
        return subjects_behind(subjects, cue->end);
    before = heads_ending(&subjects->heads, cue->first);
    return heads_can_speak(before) ? heads_of(&subjects->heads, before) : NULL;
}

/*
 * "In dem Bericht heißt es", "hieß es aus dem Ministerium": the writing of the sentence, else its
 * group; NULL for no such thing.
 */
static const struct mention *written_in(const struct subjects *subjects, const struct cue *cue)
{
    const struct passage *passage = subjects->heads.passage;
    uint32_t end = passage_next_sentence(passage, cue->first, (uint32_t)passage->count);
    const struct mention *group = NULL;

    for (uint32_t i = subjects->heads.from; i < end && i < cue->end + SUBJECTS_BEHIND_MAX; i++) {
        const struct mention *mention = heads_mention(&subjects->heads, i);

        if (passage->words[i].mark == ':' || passage->words[i].quote != PASSAGE_NONE)
            break;
        if (mention && mention->kind == MENTION_WRITING)
            return mention;
        if (mention && !group && mention->kind == MENTION_GROUP)
            group = mention;
    }
    return group;
}

/* Who is the subject of the cue, and in which order the two stand. */
static const struct mention *subject_of(const struct subjects *subjects, const struct cue *cue,
                                        enum clause_order *order)
{
    const struct passage *passage = subjects->heads.passage;
    const struct mention *subject = heads_mention(&subjects->heads, cue->first);
    const struct mention *behind = NULL;

    if (heads_can_speak(subject) && subject->kind == MENTION_PRONOUN) { /* "affirme-t-elle" */
        *order = CLAUSE_CUE_FIRST;
        return subject;
    }
    if (passage_serves(passage, cue->first, GRAMMAR_IMPERSONAL)) {
        subject = written_in(subjects, cue);
        *order = CLAUSE_SUBJECT_FIRST;
        if (subject)
            return subject;
    }
    if (cue->is & LEXICON_PARTICIPLE && !(cue->is & LEXICON_SOURCE))
        return subject_of_sentence(subjects, cue, order);
    if (cue->is & LEXICON_SOURCE) {
        *order = CLAUSE_SOURCE;
        return subject_of_source(subjects, cue);
    }
    if (behind_quotation(passage, cue->first) || cue->first == subjects->heads.from ||
        is_subject_behind(subjects, cue) ||
        (inverts(passage, cue->first) && !is_subject_first(subjects, cue))) {
        *order = CLAUSE_CUE_FIRST;
        subject = subjects_behind(subjects, cue->end);
        if (subject)
            return subject;
    }
    subject = subjects_before(subjects, cue, order);
    if (subject && *order != CLAUSE_LOOSE)
        return subject;
    if (cue->is & LEXICON_STRONG &&
        !passage_has(passage, cue->end, LEXICON_CONJUNCTION | LEXICON_PREPOSITION))
        behind = subjects_behind(subjects, cue->end);
    if (behind && (!subject || is_set_off(subjects, cue, behind))) {
        *order = CLAUSE_CUE_FIRST;
        return behind;
    }
    return subject;
}

/* "KCNA quoted Kim as saying": the subject stands between the cue before and "as" before this one.
 */
static bool is_quoted_by(const struct subjects *subjects, const struct cue_list *cues,
                         const struct cue *cue, const struct mention *subject)
{
    return subject && cue > cues->items && cue->is & LEXICON_PARTICIPLE &&
           subject->end + 1 == cue->first &&
           passage_serves(subjects->heads.passage, subject->end, GRAMMAR_AS) &&
           subject->outer_first == cue[-1].end;
}

void clauses_find(struct clause_list *list, const struct passage *passage,
                  const struct cue_list *cues, struct mention_list *mentions)
{
    list->count = 0;
    for (uint32_t i = 0; i < cues->count; i++) {
        const struct cue *cue = &cues->items[i];
        struct subjects subjects = {.heads = {.passage = passage, .mentions = mentions}};
        struct clause clause = {.cue = i, .order = CLAUSE_SUBJECT_FIRST};
        const struct mention *subject = NULL;

        if (passage->words[cue->first].quote != PASSAGE_NONE)
            continue;
        subjects.heads.from = reach(passage, cue->first);
        subjects.before = list->count ? list->items[list->count - 1].subject : PASSAGE_NONE;
        subject = subject_of(&subjects, cue, &clause.order);
        if (list->count && list->items[list->count - 1].cue + 1 == i &&
            is_quoted_by(&subjects, cues, cue, subject))
            list->items[list->count - 1].subject = id_of(&subjects, subject);
        add(list, &subjects, clause, subject, cue);
    }
    for (size_t i = 0; i < list->count; i++) {
        if (list->items[i].subject != PASSAGE_NONE)
            mentions->items[list->items[i].subject].says = true;
    }
}

size_t clauses_from(const struct clause_list *list, const struct cue_list *cues, uint32_t word)
{
    size_t low = 0;
    size_t high = list->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (cues->items[list->items[middle].cue].first < word)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

void clauses_release(struct clause_list *list)
{
    free(list->items);
    *list = CLAUSE_LIST_EMPTY;
}
