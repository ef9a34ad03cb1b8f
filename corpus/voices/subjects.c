#include "corpus/voices/subjects.h"

#include "corpus/voices/complements.h"

enum { SKIP_MAX = 5 }; /* auxiliaries and adverbs between subject and cue */

/* True for words that may stand between a subject and its verb. */
static bool is_filler(const struct passage *passage, uint32_t word)
{
    const struct passage_word *here = &passage->words[word];

    if (here->mention != PASSAGE_NONE || here->mark)
        return false;
    return here->is & (LEXICON_AUXILIARY | LEXICON_ADVERB | LEXICON_CALENDAR) ||
           passage_serves(passage, word, GRAMMAR_TIME) || /* "this week" */
           (here->is & LEXICON_ARTICLE && passage_serves(passage, word + 1, GRAMMAR_TIME)) ||
           (!(here->shape & SHAPE_CAPITAL) && here->end - here->start > 4 &&
            passage_ends_as(passage, word, GRAMMAR_ADVERB));
}

uint32_t subjects_verb_start(const struct subjects *subjects, uint32_t word)
{
    uint32_t at = word;

    while (at > subjects->heads.from && word - at < SKIP_MAX &&
           is_filler(subjects->heads.passage, at - 1))
        at--;
    return at;
}

/* "The World Cup winner", "the Bank of Norland governor": a group that only says which role. */
static bool leads_role(const struct passage *passage, const struct mention_list *mentions,
                       const struct mention *group)
{
    uint32_t id = passage->words[group->end].mention;
    const struct mention *role = id == PASSAGE_NONE ? NULL : &mentions->items[id];

    return group->kind == MENTION_GROUP && !group->possessive && role &&
           role->kind == MENTION_ROLE && role->first == group->end;
}

uint32_t subjects_within(const struct passage *passage, const struct mention_list *mentions,
                         uint32_t first, uint32_t end)
{
    uint32_t other = PASSAGE_NONE;
    uint32_t seen = 0;
    uint32_t bracket = 0;

    for (uint32_t i = first; i < end && i < passage->count; i++) {
        uint32_t id = passage->words[i].mention, mark = passage->words[i].mark;
        const struct mention *mention;

        bracket += mark == '(' || mark == '[';
        bracket -= (mark == ')' || mark == ']') && bracket;
        if (id == PASSAGE_NONE)
            continue;
        mention = &mentions->items[id];
        i = mention->end - 1;
        if (bracket || !heads_can_speak(mention) || mention->behind_preposition ||
            leads_role(passage, mentions, mention))
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
const struct mention *subjects_of_clause_before(const struct subjects *subjects, uint32_t word)
{
    uint32_t start = passage_sentence_start(subjects->heads.passage, word);

    if (subjects->before == PASSAGE_NONE ||
        subjects->heads.mentions->items[subjects->before].first < start)
        return NULL;
    return &subjects->heads.mentions->items[subjects->before];
}

/* "When the guest came, the coach thanked the guest and said": from where its subject is found. */
static uint32_t main_clause(const struct passage *passage, uint32_t start, uint32_t cue)
{
    uint32_t comma = start;

    if (!passage_has(passage, start, LEXICON_CONJUNCTION) ||
        !passage_has(passage, cue - 1, LEXICON_CONJUNCTION))
        return start;
    while (comma < cue && passage->words[comma].mark != ',')
        comma++;
    return comma == cue ? start : comma + 1;
}

/* The sentence's subject: the best mention before the cue, if need be across a quotation. */
static const struct mention *loose_subject(const struct subjects *subjects, const struct cue *cue)
{
    const struct passage *passage = subjects->heads.passage;
    uint32_t at = cue->first - subjects->heads.from > SUBJECTS_LOOSE_MAX
                      ? cue->first - SUBJECTS_LOOSE_MAX
                      : subjects->heads.from;
    uint32_t subject = subjects_within(passage, subjects->heads.mentions,
                                       main_clause(passage, at, cue->first), cue->first);

    if (subject == PASSAGE_NONE)
        subject = subjects_within(passage, subjects->heads.mentions, at, cue->first);
    if (subject == PASSAGE_NONE && at == subjects->heads.from && at > 0 &&
        passage->words[at - 1].quote != PASSAGE_NONE) {
        uint32_t start = passage_sentence_start(passage, cue->first);

        start = at - start > SUBJECTS_LOOSE_MAX ? at - SUBJECTS_LOOSE_MAX : start;
        subject = subjects_within(passage, subjects->heads.mentions, start, at);
    }
    return subject == PASSAGE_NONE ? NULL : &subjects->heads.mentions->items[subject];
}

/* The mention before "who" and its comma, which stand before word `at`; or NULL. */
static const struct mention *before_relative(const struct subjects *subjects, uint32_t at)
{
    const struct mention *mention = NULL;

    if (!passage_has(subjects->heads.passage, at - 1, LEXICON_RELATIVE) ||
        at - 1 == subjects->heads.from)
        return NULL;
    at--;
    at -= subjects->heads.passage->words[at - 1].mark == ',' && at - 1 > subjects->heads.from;
    mention = heads_mention(&subjects->heads, at - 1);
    return heads_can_speak(mention) ? heads_of(&subjects->heads, mention) : NULL;
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
static const struct mention *named_before(const struct subjects *subjects,
                                          const struct mention *head)
{
    const struct passage *passage = subjects->heads.passage;
    const struct mention *name = NULL;

    if (head->kind != MENTION_ROLE || head->outer_first <= subjects->heads.from ||
        passage->words[head->outer_first - 1].mark != ',' ||
        (head->outer_first < head->first && mentions_is_definite(passage, head)))
        return head;
    name = heads_ending(&subjects->heads, head->outer_first - 1);
    return heads_can_speak(name) && name->kind == MENTION_NAME && !name->behind_preposition &&
                   name->outer_first == passage_sentence_start(passage, name->first)
               ? name
               : head;
}

/* "One fighter on the ground said": the subject before a preposition's words; or NULL. */
static const struct mention *before_place(const struct subjects *subjects, uint32_t at)
{
    const struct passage *passage = subjects->heads.passage;
    const struct mention *mention = NULL;
    uint32_t from = at;

    while (from > subjects->heads.from && at - from < SKIP_MAX &&
           !passage_has(passage, from - 1, LEXICON_PREPOSITION)) {
        if (passage->words[from - 1].mark || passage->words[from - 1].cue != PASSAGE_NONE ||
            passage->words[from - 1].mention != PASSAGE_NONE ||
            passage_has(passage, from - 1, LEXICON_AUXILIARY | LEXICON_CONJUNCTION))
            return NULL;
        from--;
    }
    if (from == at || from == subjects->heads.from || at - from == SKIP_MAX)
        return NULL;
    mention = heads_ending(&subjects->heads, from - 1);
    return heads_can_speak(mention) && !mention->behind_preposition &&
                   (mention->kind == MENTION_ROLE || mention->kind == MENTION_NAME)
               ? mention
               : NULL;
}

/* "The mayor, Ann Miller, in Leeds said": the subject before the place that `place` is; or NULL. */
static const struct mention *before_set_off(const struct subjects *subjects,
                                            const struct mention *place)
{
    const struct passage *passage = subjects->heads.passage;
    uint32_t first = place->outer_first;
    bool person = place->is & (LEXICON_GIVEN | LEXICON_TITLE) || place->end - place->first > 1;

    if (!place->behind_preposition || (heads_is_person(place) && person) ||
        first < subjects->heads.from + 2 || passage->words[first - 2].mark != ',' ||
        !passage_has(passage, first - 1, LEXICON_PREPOSITION))
        return NULL;
    return heads_described(&subjects->heads, first - 2);
}

/* The subject before the cue; sets how it stands there. */
const struct mention *subjects_before(const struct subjects *subjects, const struct cue *cue,
                                      enum clause_order *order)
{
    const struct passage *passage = subjects->heads.passage;
    uint32_t at = subjects_verb_start(subjects, cue->first);
    const struct mention *mention = NULL;

    *order = CLAUSE_SUBJECT_FIRST;
    if (at > subjects->heads.from &&
        passage->words[at - 1].mark == ')') { /* "the agency (NCA) said" */
        at = heads_bracket(&subjects->heads, at - 1);
        *order = CLAUSE_APPOSITION;
    }
    if (at == subjects->heads.from && passage->words[cue->end].mark != ':')
        return NULL;
    if (at == subjects->heads.from) { /* "The «old» man said: " */
        *order = CLAUSE_LOOSE;
        return loose_subject(subjects, cue);
    }
    mention = heads_mention(&subjects->heads, at - 1);
    if (heads_can_speak(mention) && mention->end == at) {
        const struct mention *head = heads_of(&subjects->heads, mention);
        const struct mention *set_off = before_set_off(subjects, mention);

        if (set_off)
            return set_off;
        if (head != mention || !is_object(passage, mention))
            return named_before(subjects, head);
    }
    mention = before_relative(subjects, at);
    if (!mention && passage_has(passage, at - 1, LEXICON_CONJUNCTION))
        mention = subjects_of_clause_before(subjects, at); /* "Smith agreed, but added" */
    if (!mention)
        mention = before_place(subjects, at);
    if (mention)
        return mention;
    *order = CLAUSE_APPOSITION;
    if (heads_is_edge(passage->words[at - 1].mark))
        mention = heads_described(&subjects->heads, at - 1);
    if (mention)
        return mention;
    *order = CLAUSE_LOOSE;
    return loose_subject(subjects, cue);
}

/* True where the subject behind a cue is at its end, at a word of no mention. */
static bool ends_subject(const struct subjects *subjects, uint32_t word, bool found)
{
    const struct passage *passage = subjects->heads.passage;
    const struct passage_word *here = &passage->words[word];

    if (here->mark == '.') /* an address goes on: "zitiert example.org den Minister" */
        return word + 1 == passage->count || passage_shaped(passage, word + 1, SHAPE_BLANK_BEFORE);
    if (here->mark)
        return here->mark != '\'' && here->mark != 0x2019 && here->mark != '-';
    if (found && word + 2 < passage->count &&
        heads_names_office(passage, word, heads_mention(&subjects->heads, word + 2)))
        return false;
    return here->is & LEXICON_RELATIVE ||
           (found && here->is & (LEXICON_PREPOSITION | LEXICON_CONJUNCTION));
}

/* "said the director, Ann Lee": the name behind the comma at `comma`, else the role. */
static const struct mention *apposed_to(const struct subjects *subjects, const struct mention *role,
                                        uint32_t comma)
{
    const struct mention *name = heads_mention(&subjects->heads, comma + 1);

    return heads_can_speak(name) && name->kind == MENTION_NAME &&
                   (subjects->heads.passage->words[name->end].mark ||
                    name->end == subjects->heads.passage->count)
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
        end = complements_marked_name_end(passage, word);
    return passage_follows(passage, end) ? end : word;
}

/* True for a word of a quotation, or of another paragraph than word `from`. */
static bool leaves_clause(const struct passage *passage, uint32_t word, uint32_t from)
{
    return passage->words[word].quote != PASSAGE_NONE ||
           passage->words[word].paragraph != passage->words[from].paragraph;
}

/* The subject behind word `from`: "said the Oilers' head coach Ken Hitchcock". */
const struct mention *subjects_behind(const struct subjects *subjects, uint32_t from)
{
    const struct passage *passage = subjects->heads.passage;
    const struct mention *other = NULL;

    for (uint32_t i = from; i < passage->count && i < from + SUBJECTS_BEHIND_MAX; i++) {
        const struct passage_word *here = &passage->words[i];
        const struct mention *mention = heads_mention(&subjects->heads, i);

        if (addressee_end(passage, i) > i) {
            i = addressee_end(passage, i) - 1;
            continue;
        }
        if (leaves_clause(passage, i, from))
            break;
        if (here->mark == ',' && other && other->kind == MENTION_ROLE)
            return apposed_to(subjects, other, i);
        if (!mention && ends_subject(subjects, i, other != NULL))
            break;
        if (!mention)
            continue;
        if (heads_is_person(mention) && !mentions_modifies(passage, mention))
            return mention;
        if (!other && heads_can_speak(mention) && !is_object(passage, mention) &&
            !leads_role(passage, subjects->heads.mentions, mention))
            other = mention;
        i = subject_end(passage, mention) - 1;
    }
    return other;
}
