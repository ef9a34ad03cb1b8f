#include "corpus/voices/clauses.h"

#include "corpus/base/memory.h"

#include <stdlib.h>

enum {
    SKIP_MAX = 5,    /* auxiliaries and adverbs between subject and cue */
    BEHIND_MAX = 14, /* words behind a cue in which its subject stands */
    LOOSE_MAX = 40   /* words before a cue in which its sentence's subject is looked for */
};

struct finder {
    struct heads heads; /* from the first word that may belong to the clause */
    uint32_t before;    /* the subject of the clause before, or PASSAGE_NONE */
};

static uint32_t id_of(const struct finder *finder, const struct mention *mention)
{
    return (uint32_t)(mention - finder->heads.mentions->items);
}

/* True for words that may stand between a subject and its verb. */
static bool is_filler(const struct passage *passage, uint32_t word)
{
    const struct passage_word *here = &passage->words[word];

    if (here->mention != PASSAGE_NONE || here->mark)
        return false;
    return here->is & (LEXICON_AUXILIARY | LEXICON_ADVERB | LEXICON_CALENDAR) ||
           (!(here->shape & SHAPE_CAPITAL) && here->end - here->start > 4 &&
            passage_ends_as(passage, word, GRAMMAR_ADVERB));
}

uint32_t clauses_subject_within(const struct passage *passage, const struct mention_list *mentions,
                                uint32_t first, uint32_t end)
{
    uint32_t other = PASSAGE_NONE;
    uint32_t seen = 0;
    uint32_t bracket = 0;

    for (uint32_t i = first; i < end && i < passage->count; i++) {
        uint32_t id = passage->words[i].mention;
        const struct mention *mention = id == PASSAGE_NONE ? NULL : &mentions->items[id];

        bracket += passage->words[i].mark == '(' || passage->words[i].mark == '[';
        bracket -= (passage->words[i].mark == ')' || passage->words[i].mark == ']') && bracket;
        if (!mention)
            continue;
        i = mention->end - 1;
        if (bracket || !heads_can_speak(mention) || mention->behind_preposition)
            continue;
        if (heads_is_person(mention) && !(mention->is & LEXICON_FIRST))
            return id;
        if (other == PASSAGE_NONE && mention->kind != MENTION_PRONOUN)
            other = id;
        if (++seen > SKIP_MAX)
            break;
    }
    return other;
}

/* The subject of the clause before in this sentence, or NULL. */
static const struct mention *subject_of_clause_before(const struct finder *finder, uint32_t word)
{
    uint32_t start = passage_sentence_start(finder->heads.passage, word);

    if (finder->before == PASSAGE_NONE ||
        finder->heads.mentions->items[finder->before].first < start)
        return NULL;
    return &finder->heads.mentions->items[finder->before];
}

/* The sentence's subject: the best mention before the cue, if need be across a quotation. */
static const struct mention *loose_subject(const struct finder *finder, const struct cue *cue)
{
    const struct passage *passage = finder->heads.passage;
    uint32_t at =
        cue->first - finder->heads.from > LOOSE_MAX ? cue->first - LOOSE_MAX : finder->heads.from;
    uint32_t subject = clauses_subject_within(passage, finder->heads.mentions, at, cue->first);

    if (subject == PASSAGE_NONE && at == finder->heads.from && at > 0 &&
        passage->words[at - 1].quote != PASSAGE_NONE) {
        uint32_t start = passage_sentence_start(passage, cue->first);

        start = at - start > LOOSE_MAX ? at - LOOSE_MAX : start;
        subject = clauses_subject_within(passage, finder->heads.mentions, start, at);
    }
    return subject == PASSAGE_NONE ? NULL : &finder->heads.mentions->items[subject];
}

/* The mention before "who" and its comma, which stand before word `at`; or NULL. */
static const struct mention *before_relative(const struct finder *finder, uint32_t at)
{
    const struct mention *mention = NULL;

    if (!passage_has(finder->heads.passage, at - 1, LEXICON_RELATIVE) ||
        at - 1 == finder->heads.from)
        return NULL;
    at--;
    at -= finder->heads.passage->words[at - 1].mark == ',' && at - 1 > finder->heads.from;
    mention = heads_mention(&finder->heads, at - 1);
    return heads_can_speak(mention) ? mention : NULL;
}

/* "explicó a los vecinos el concejal": not the subject, where objects may come first. */
static bool is_object(const struct passage *passage, const struct mention *mention)
{
    return mention->behind_preposition && lexicon_objects_come_first(passage->lexicon);
}

/*
 * "Ann Miller, a doctor from Leeds said": the name that starts the sentence before a description
 * whose second comma was forgotten; `head` for no such thing.
 */
static const struct mention *named_before(const struct finder *finder, const struct mention *head)
{
    const struct passage *passage = finder->heads.passage;
    const struct mention *name = NULL;

    if (head->kind != MENTION_ROLE || head->outer_first == finder->heads.from ||
        passage->words[head->outer_first - 1].mark != ',' || mentions_is_definite(passage, head))
        return head;
    name = heads_ending(&finder->heads, head->outer_first - 1);
    return heads_can_speak(name) && name->kind == MENTION_NAME && !name->behind_preposition &&
                   name->outer_first == passage_sentence_start(passage, name->first)
               ? name
               : head;
}

/* "One fighter on the ground said": the subject before a preposition's words; or NULL. */
static const struct mention *before_place(const struct finder *finder, uint32_t at)
{
    const struct passage *passage = finder->heads.passage;
    const struct mention *mention = NULL;
    uint32_t from = at;

    while (from > finder->heads.from && at - from < SKIP_MAX &&
           !passage_has(passage, from - 1, LEXICON_PREPOSITION)) {
        if (passage->words[from - 1].mark || passage->words[from - 1].cue != PASSAGE_NONE ||
            passage->words[from - 1].mention != PASSAGE_NONE ||
            passage_has(passage, from - 1, LEXICON_AUXILIARY | LEXICON_CONJUNCTION))
            return NULL;
        from--;
    }
    if (from == at || from == finder->heads.from || at - from == SKIP_MAX)
        return NULL;
    mention = heads_ending(&finder->heads, from - 1);
    return heads_can_speak(mention) && !mention->behind_preposition &&
                   (mention->kind == MENTION_ROLE || mention->kind == MENTION_NAME)
               ? mention
               : NULL;
}

/* The subject before the cue; sets how it stands there. */
static const struct mention *subject_before(const struct finder *finder, const struct cue *cue,
                                            enum clause_order *order)
{
    const struct passage *passage = finder->heads.passage;
    uint32_t at = cue->first;
    const struct mention *mention = NULL;

    *order = CLAUSE_SUBJECT_FIRST;
    for (int i = 0; i < SKIP_MAX && at > finder->heads.from && is_filler(passage, at - 1); i++)
        at--;
    if (at > finder->heads.from &&
        passage->words[at - 1].mark == ')') { /* "the agency (NCA) said" */
        at = heads_bracket(&finder->heads, at - 1);
        *order = CLAUSE_APPOSITION;
    }
    if (at == finder->heads.from && passage->words[cue->end].mark != ':')
        return NULL;
    if (at == finder->heads.from) { /* "The «old» man said: " */
        *order = CLAUSE_LOOSE;
        return loose_subject(finder, cue);
    }
    mention = heads_mention(&finder->heads, at - 1);
    if (heads_can_speak(mention) && mention->end == at) {
        const struct mention *head = heads_of(&finder->heads, mention);

        if (head != mention || !is_object(passage, mention))
            return named_before(finder, head);
    }
    mention = before_relative(finder, at);
    if (!mention && passage_has(passage, at - 1, LEXICON_CONJUNCTION))
        mention = subject_of_clause_before(finder, at); /* "Smith agreed, but added" */
    if (!mention)
        mention = before_place(finder, at);
    if (mention)
        return mention;
    *order = CLAUSE_APPOSITION;
    if (heads_is_edge(passage->words[at - 1].mark))
        mention = heads_described(&finder->heads, at - 1);
    if (mention)
        return mention;
    *order = CLAUSE_LOOSE;
    return loose_subject(finder, cue);
}

/* True where the subject behind a cue is at its end, at a word of no mention. */
static bool ends_subject(const struct finder *finder, uint32_t word, bool found)
{
    const struct passage *passage = finder->heads.passage;
    const struct passage_word *here = &passage->words[word];

    if (here->mark == '.') /* an address goes on: "zitiert example.org den Minister" */
        return word + 1 == passage->count || passage_shaped(passage, word + 1, SHAPE_BLANK_BEFORE);
    if (here->mark)
        return here->mark != '\'' && here->mark != 0x2019 && here->mark != '-';
    if (found && word + 2 < passage->count &&
        heads_names_office(passage, word, heads_mention(&finder->heads, word + 2)))
        return false;
    return here->is & LEXICON_RELATIVE ||
           (found && here->is & (LEXICON_PREPOSITION | LEXICON_CONJUNCTION));
}

/* "said the director, Ann Lee": the name behind the comma at `comma`, else the role. */
static const struct mention *apposed_to(const struct finder *finder, const struct mention *role,
                                        uint32_t comma)
{
    const struct mention *name = heads_mention(&finder->heads, comma + 1);

    return heads_can_speak(name) && name->kind == MENTION_NAME &&
                   (finder->heads.passage->words[name->end].mark ||
                    name->end == finder->heads.passage->count)
               ? name
               : role;
}

/* Where the mention ends, there with its complement: "la portavoz del sindicato, Ana Ruiz". */
static uint32_t subject_end(const struct passage *passage, const struct mention *mention)
{
    return lexicon_objects_come_first(passage->lexicon) ? mention->outer_end : mention->end;
}

/*
 * Without articles: the end of a name in marks that starts at `word`, «заявил «Известиям» эксперт»,
 * to whom something is said; `word` itself for none.
 */
static uint32_t addressee_end(const struct passage *passage, uint32_t word)
{
    uint32_t end = word;

    if (lexicon_has_no_articles(passage->lexicon))
        end = mentions_marked_name_end(passage, word);
    return passage_follows(passage, end) ? end : word;
}

/* True for a word of a quotation, or of another paragraph than word `from`. */
static bool leaves_clause(const struct passage *passage, uint32_t word, uint32_t from)
{
    return passage->words[word].quote != PASSAGE_NONE ||
           passage->words[word].paragraph != passage->words[from].paragraph;
}

/* The subject behind word `from`: "said the Oilers' head coach Ken Hitchcock". */
static const struct mention *subject_behind(const struct finder *finder, uint32_t from)
{
    const struct passage *passage = finder->heads.passage;
    const struct mention *other = NULL;

    for (uint32_t i = from; i < passage->count && i < from + BEHIND_MAX; i++) {
        const struct passage_word *here = &passage->words[i];
        const struct mention *mention = heads_mention(&finder->heads, i);

        if (addressee_end(passage, i) > i) {
            i = addressee_end(passage, i) - 1;
            continue;
        }
        if (leaves_clause(passage, i, from))
            break;
        if (here->mark == ',' && other && other->kind == MENTION_ROLE)
            return apposed_to(finder, other, i);
        if (!mention && ends_subject(finder, i, other != NULL))
            break;
        if (!mention)
            continue;
        if (heads_is_person(mention) && !mentions_modifies(passage, mention))
            return mention;
        if (!other && heads_can_speak(mention) && !is_object(passage, mention))
            other = mention;
        i = subject_end(passage, mention) - 1;
    }
    return other;
}

/* The first word that a clause with its cue at `first` may reach back to. */
static uint32_t reach(const struct passage *passage, uint32_t first)
{
    uint32_t from = passage_sentence_start(passage, first);
    uint32_t at = first;

    for (uint32_t i = 0; i < LOOSE_MAX && at > from; i++) {
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

static void add(struct clause_list *list, const struct finder *finder, struct clause clause,
                const struct mention *subject, const struct cue *cue)
{
    clause.first = cue->first;
    clause.end = cue->end;
    while (clause.order == CLAUSE_CUE_FIRST &&
           clause.first > finder->heads.from && /* "ha detto X" */
           passage_has(finder->heads.passage, clause.first - 1, LEXICON_AUXILIARY))
        clause.first--;
    clause.subject = PASSAGE_NONE;
    if (subject) {
        clause.subject = id_of(finder, subject);
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
static const struct mention *beside_participle(const struct finder *finder, const struct cue *cue)
{
    uint32_t at = cue->first;
    const struct mention *mention = NULL;

    if (at > finder->heads.from && passage_serves(finder->heads.passage, at - 1, GRAMMAR_AS))
        at--;
    if (at == finder->heads.from || (finder->heads.passage->words[at - 1].cue != PASSAGE_NONE))
        return NULL;
    mention = heads_mention(&finder->heads, at - 1);
    if (!heads_can_speak(mention) || mention->end != at || mention->is & LEXICON_PLURAL ||
        (mention->kind != MENTION_NAME && mention->kind != MENTION_ROLE))
        return NULL;
    return mention;
}

/*
 * What stands just before a participle and is its own subject: "with Smith calling it",
 * "and Lee of Ohio saying"; "Smith's warning that".
 */
static const struct mention *own_subject(const struct finder *finder, const struct cue *cue)
{
    const struct passage *passage = finder->heads.passage;
    const struct mention *mention =
        cue->first > finder->heads.from ? heads_mention(&finder->heads, cue->first - 1) : NULL;
    uint32_t first = 0;

    if (!mention || mention->end != cue->first)
        return NULL;
    if (mention->possessive)
        return mention->kind == MENTION_NAME ? mention : NULL;
    if (!heads_can_speak(mention))
        return NULL;
    mention = heads_of(&finder->heads, mention);
    first = mention->outer_first;
    if (!heads_is_person(mention) || first <= finder->heads.from)
        return NULL;
    if (mention->behind_preposition && first - 1 > finder->heads.from) /* ", with Smith calling" */
        return heads_is_edge(passage->words[first - 2].mark) ? mention : NULL;
    return passage_has(passage, first - 1, LEXICON_CONJUNCTION) ? mention : NULL;
}

/*
 * A participle's subject: what stands just before it, else that of the clause
 * before it in the sentence, else the sentence's.
 */
static const struct mention *subject_of_sentence(const struct finder *finder, const struct cue *cue,
                                                 enum clause_order *order)
{
    const struct passage *passage = finder->heads.passage;
    uint32_t start = passage_sentence_start(passage, cue->first);
    const struct mention *known = own_subject(finder, cue);
    uint32_t subject = PASSAGE_NONE;

    if (!known)
        known = beside_participle(finder, cue);
    if (!known)
        known = subject_of_clause_before(finder, cue->first);
    if (known) {
        *order = CLAUSE_SUBJECT_FIRST;
        return known;
    }
    *order = CLAUSE_LOOSE;
    start = cue->first - start > LOOSE_MAX ? cue->first - LOOSE_MAX : start;
    subject = clauses_subject_within(passage, finder->heads.mentions, start, cue->first);
    return subject == PASSAGE_NONE ? NULL : &finder->heads.mentions->items[subject];
}

/* "Auch Anna Huber sagte": in German a name right before its verb is the subject nevertheless. */
static bool is_subject_first(const struct finder *finder, const struct cue *cue)
{
    const struct mention *mention =
        cue->first > finder->heads.from ? heads_mention(&finder->heads, cue->first - 1) : NULL;

    return lexicon_nouns_have_capitals(finder->heads.passage->lexicon) &&
           heads_can_speak(mention) && mention->kind == MENTION_NAME &&
           mention->end == cue->first && !mention->behind_preposition;
}

/* "Der Zeitung sagte Anna Huber": in German a name right behind its verb, no name before it. */
static bool is_subject_behind(const struct finder *finder, const struct cue *cue)
{
    const struct mention *behind = heads_mention(&finder->heads, cue->end);
    const struct mention *before = NULL;
    uint32_t at = cue->first;

    if (!lexicon_nouns_have_capitals(finder->heads.passage->lexicon) || !heads_can_speak(behind) ||
        behind->kind != MENTION_NAME || behind->outer_first != cue->end ||
        cue->is & LEXICON_PARTICIPLE)
        return false;
    while (at > finder->heads.from && cue->first - at < SKIP_MAX &&
           is_filler(finder->heads.passage, at - 1))
        at--;
    before = at > finder->heads.from ? heads_mention(&finder->heads, at - 1) : NULL;
    return !heads_is_person(before) &&
           !(heads_can_speak(before) && before->end == at && !before->behind_preposition &&
             !passage_serves(finder->heads.passage, before->outer_first, GRAMMAR_DATIVE) &&
             before->outer_first == passage_sentence_start(finder->heads.passage, cue->first));
}

/* "When they are part of it, said Ann Miller": a name right behind a verb that a comma sets off. */
static bool is_set_off(const struct finder *finder, const struct cue *cue,
                       const struct mention *behind)
{
    return behind->kind == MENTION_NAME && behind->outer_first == cue->end &&
           cue->first > finder->heads.from &&
           finder->heads.passage->words[cue->first - 1].mark == ',';
}

/* "According to Larson", "Larson zufolge". */
static const struct mention *subject_of_source(const struct finder *finder, const struct cue *cue)
{
    const struct mention *before = NULL;

    if (!(cue->is & LEXICON_PARTICIPLE))
        return subject_behind(finder, cue->end);
    before = heads_ending(&finder->heads, cue->first);
    return heads_can_speak(before) ? heads_of(&finder->heads, before) : NULL;
}

/*
 * "In dem Bericht heißt es", "hieß es aus dem Ministerium": the writing of the sentence, else its
 * group; NULL for no such thing.
 */
static const struct mention *written_in(const struct finder *finder, const struct cue *cue)
{
    const struct passage *passage = finder->heads.passage;
    uint32_t end = passage_next_sentence(passage, cue->first, (uint32_t)passage->count);
    const struct mention *group = NULL;

    for (uint32_t i = finder->heads.from; i < end && i < cue->end + BEHIND_MAX; i++) {
        const struct mention *mention = heads_mention(&finder->heads, i);

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
static const struct mention *subject_of(const struct finder *finder, const struct cue *cue,
                                        enum clause_order *order)
{
    const struct passage *passage = finder->heads.passage;
    const struct mention *subject = heads_mention(&finder->heads, cue->first);
    const struct mention *behind = NULL;

    if (heads_can_speak(subject) && subject->kind == MENTION_PRONOUN) { /* "affirme-t-elle" */
        *order = CLAUSE_CUE_FIRST;
        return subject;
    }
    if (passage_serves(passage, cue->first, GRAMMAR_IMPERSONAL)) {
        subject = written_in(finder, cue);
        *order = CLAUSE_SUBJECT_FIRST;
        if (subject)
            return subject;
    }
    if (cue->is & LEXICON_PARTICIPLE && !(cue->is & LEXICON_SOURCE))
        return subject_of_sentence(finder, cue, order);
    if (cue->is & LEXICON_SOURCE) {
        *order = CLAUSE_SOURCE;
        return subject_of_source(finder, cue);
    }
    if (behind_quotation(passage, cue->first) || cue->first == finder->heads.from ||
        is_subject_behind(finder, cue) ||
        (inverts(passage, cue->first) && !is_subject_first(finder, cue))) {
        *order = CLAUSE_CUE_FIRST;
        subject = subject_behind(finder, cue->end);
        if (subject)
            return subject;
    }
    subject = subject_before(finder, cue, order);
    if (subject && *order != CLAUSE_LOOSE)
        return subject;
    if (cue->is & LEXICON_STRONG &&
        !passage_has(passage, cue->end, LEXICON_CONJUNCTION | LEXICON_PREPOSITION))
        behind = subject_behind(finder, cue->end);
    if (behind && (!subject || is_set_off(finder, cue, behind))) {
        *order = CLAUSE_CUE_FIRST;
        return behind;
    }
    return subject;
}

/* "KCNA quoted Kim as saying": the subject stands between the cue before and "as" before this one.
 */
static bool is_quoted_by(const struct finder *finder, const struct cue_list *cues,
                         const struct cue *cue, const struct mention *subject)
{
    return subject && cue > cues->items && cue->is & LEXICON_PARTICIPLE &&
           subject->end + 1 == cue->first && passage_serves(finder->heads.passage, subject->end, GRAMMAR_AS) &&
           subject->outer_first == cue[-1].end;
}

void clauses_find(struct clause_list *list, const struct passage *passage,
                  const struct cue_list *cues, const struct mention_list *mentions)
{
    list->count = 0;
    for (uint32_t i = 0; i < cues->count; i++) {
        const struct cue *cue = &cues->items[i];
        struct finder finder = {.heads = {.passage = passage, .mentions = mentions}};
        struct clause clause = {.cue = i, .order = CLAUSE_SUBJECT_FIRST};
        const struct mention *subject = NULL;

        if (passage->words[cue->first].quote != PASSAGE_NONE)
            continue;
        finder.heads.from = reach(passage, cue->first);
        finder.before = list->count ? list->items[list->count - 1].subject : PASSAGE_NONE;
        subject = subject_of(&finder, cue, &clause.order);
        if (list->count && list->items[list->count - 1].cue + 1 == i &&
            is_quoted_by(&finder, cues, cue, subject))
            list->items[list->count - 1].subject = id_of(&finder, subject);
        add(list, &finder, clause, subject, cue);
    }
}

void clauses_release(struct clause_list *list)
{
    free(list->items);
    *list = CLAUSE_LIST_EMPTY;
}
