#include "corpus/voices/mentions.h"

#include "corpus/base/memory.h"
#include "corpus/voices/complements.h"
#include "corpus/voices/cues.h"
#include "corpus/voices/names.h"
#include "corpus/voices/nouns.h"
#include "corpus/voices/placelines.h"
#include "corpus/voices/titlecase.h"

#include <stdlib.h>

enum { DESCRIPTION_MAX = 6 }; /* words before a role that describe it */

/* --- adding -------------------------------------------------------------------- */

/* True for the "neighbouring" of "with neighbouring Norland". */
static bool describes_behind_preposition(const struct passage *passage, uint32_t word)
{
    return !passage_shaped(passage, word, SHAPE_CAPITAL) && passage_outside(passage, word) &&
           !passage_has(passage, word, LEXICON_PLAIN | LEXICON_ROLE) &&
           passage->words[word].cue == PASSAGE_NONE &&
           passage_has(passage, word - 1, LEXICON_PREPOSITION) &&
           (passage_ends_as(passage, word, GRAMMAR_PARTICIPLE) ||
            passage_ends_as(passage, word, GRAMMAR_ADJECTIVE));
}

static struct mention *add(struct mention_list *list, struct passage *passage,
                           struct mention mention)
{
    uint32_t before = mention.outer_first;

    while (before > 0 && passage_has(passage, before - 1, LEXICON_ARTICLE | LEXICON_OTHER_FORM))
        before--;
    before -= before > 1 && describes_behind_preposition(passage, before - 1);
    mention.outer_end = mention.end;
    mention.person = PASSAGE_NONE;
    mention.antecedent = PASSAGE_NONE;
    mention.behind_preposition =
        (before > 0 && passage_has(passage, before - 1, LEXICON_PREPOSITION) &&
         passage->words[before - 1].paragraph == passage->words[mention.first].paragraph) ||
        nouns_is_oblique(passage, before) ||
        (before > 1 && passage_shaped(passage, before - 1, SHAPE_CAPITAL) && /* "des Falls Huber" */
         nouns_is_oblique(passage, before - 2));
    mention.possessive = passage_shaped(passage, mention.end - 1, SHAPE_POSSESSIVE);
    for (uint32_t i = mention.outer_first; i < mention.end; i++) {
        if (passage->words[i].mention == PASSAGE_NONE || i >= mention.first)
            passage->words[i].mention = (uint32_t)list->count;
    }
    list->items = memory_grow(list->items, &list->capacity, list->count + 1, sizeof *list->items);
    list->items[list->count] = mention;
    return &list->items[list->count++];
}

/* True for the full stop behind an initial: "U.S." */
static bool is_initials_stop(const struct passage *passage, uint32_t word)
{
    return passage->words[word].mark == '.' && word > 0 && passage_is_initial(passage, word - 1) &&
           !passage_shaped(passage, word, SHAPE_BLANK_BEFORE) && passage_outside(passage, word);
}

/* True for a word that may stand between an article and a role: "the tall Russian". */
static bool describes(const struct passage *passage, uint32_t word)
{
    const struct passage_word *here = &passage->words[word];

    if (is_initials_stop(passage, word))
        return true;
    if (lexicon_has_no_articles(passage->lexicon) &&
        here->is & (LEXICON_GROUP | LEXICON_ORGANISATION))
        return false; /* «сообщил агентству министр» */
    return passage_outside(passage, word) && !here->mark && here->cue == PASSAGE_NONE &&
           !(here->is & (LEXICON_PREPOSITION | LEXICON_CONJUNCTION | LEXICON_AUXILIARY |
                         LEXICON_PRONOUN | LEXICON_RELATIVE | LEXICON_CALENDAR)) &&
           (!(here->is & LEXICON_ADVERB) || passage_has(passage, word + 1, LEXICON_ROLE));
}

/* The first word of the mention that the word is in, "Bank of Norland"; else the word itself. */
static uint32_t mention_first(const struct passage *passage, uint32_t word)
{
    uint32_t first = word;

    while (first > 0 && passage->words[word].mention != PASSAGE_NONE &&
           passage->words[first - 1].mention == passage->words[word].mention)
        first--;
    return first;
}

/* Where the description of the role at `word` starts: an article, else what describes it. */
static uint32_t description_first(const struct passage *passage, uint32_t word)
{
    uint32_t first = word;

    for (uint32_t i = word; i > 0 && word - i < DESCRIPTION_MAX; i = first) {
        const struct passage_word *here = NULL;

        if (passage_shaped(passage, i, SHAPE_SENTENCE) || !describes(passage, i - 1))
            break;
        first = mention_first(passage, i - 1);
        here = &passage->words[first];
        if (here->is & (LEXICON_ARTICLE | LEXICON_OTHER_FORM))
            return first;
        if (!(here->shape & SHAPE_CAPITAL) && !(here->is & (LEXICON_ORIGIN | LEXICON_ROLE)) &&
            i < word && !passage_shaped(passage, i - 1, SHAPE_WORD) &&
            !is_initials_stop(passage, i - 1))
            break;
    }
    return first;
}

/* Of a sex that a title, a role or a given name tells. */
static uint32_t traits(const struct passage *passage, uint32_t first, uint32_t end)
{
    uint32_t is = 0;

    for (uint32_t i = first; i < end; i++) {
        uint32_t word = passage->words[i].is;

        if (word & (LEXICON_TITLE | LEXICON_ROLE))
            is |= word & (LEXICON_SEX | LEXICON_TITLE | LEXICON_PLURAL);
        if (word & LEXICON_ROLE)
            is |= LEXICON_TITLE;
    }
    return is;
}

static uint32_t last_role(const struct passage *passage, uint32_t first, uint32_t end)
{
    for (uint32_t i = end; i > first; i--) {
        if (passage_has(passage, i - 1, LEXICON_ROLE | LEXICON_TITLE))
            return i - 1;
    }
    return PASSAGE_NONE;
}

/* The first of the lower-case roles that stand just before a run: "head coach Ken". */
static uint32_t roles_before(const struct passage *passage, uint32_t first)
{
    uint32_t at = first;

    while (at > 0 && passage->words[at - 1].paragraph == passage->words[first].paragraph &&
           passage_has(passage, at - 1, LEXICON_ROLE | LEXICON_TITLE) &&
           passage_shaped(passage, at - 1, SHAPE_WORD) && passage_outside(passage, at - 1) &&
           passage->words[at - 1].mention == PASSAGE_NONE)
        at--;
    return at;
}

/*
 * "President of Belarus Alexander Lukashenko": the run starts behind "of" or "for" with
 * a place, or what a given name shows to be one; the role before that is the
 * name's. Returns where the role starts, having taken back its own mention, or
 * the run's first word.
 */
static uint32_t role_of_place(struct mention_list *list, struct passage *passage,
                              struct name_run *run)
{
    struct mention *role = list->count ? &list->items[list->count - 1] : NULL;
    uint32_t given = run->first + 1;

    if (!role || role->kind != MENTION_ROLE || role->end + 1 != run->first ||
        !passage_has(passage, role->end, LEXICON_PREPOSITION) ||
        passage->words[role->end].end - passage->words[role->end].start > 3)
        return run->first;
    while (given + 1 < run->end && !passage_has(passage, given, LEXICON_GIVEN))
        given++;
    if (given + 1 < run->end)
        run->name_first = given;
    else if (run->name_first == run->first || !passage_has(passage, run->first, LEXICON_PLACE))
        return run->first;
    for (uint32_t i = role->first; i < role->end; i++)
        passage->words[i].mention = PASSAGE_NONE;
    list->count--;
    return role->first;
}

static void add_name(struct mention_list *list, struct passage *passage, struct name_run *run)
{
    uint32_t of_place = role_of_place(list, passage, run);
    uint32_t before = of_place == run->first ? roles_before(passage, run->first) : of_place;
    uint32_t titles = traits(passage, before, run->name_first);
    bool single = run->end - run->name_first == 1;
    bool given = passage_has(passage, run->name_first, LEXICON_GIVEN);
    bool starts = passage_shaped(passage, run->name_first, SHAPE_SENTENCE);
    bool titled = passage_shaped(passage, run->name_first, SHAPE_TITLED);
    bool nouns = lexicon_nouns_have_capitals(passage->lexicon);
    bool bare = nouns && !titles && names_stand_bare(passage, run);
    uint32_t sex = given ? passage->words[run->name_first].is & LEXICON_SEX : 0;

    if (titles & LEXICON_SEX)
        sex = 0;
    if (nouns && !titles && !bare && !(given && !single))
        single = starts = true;
    add(list, passage,
        (struct mention){
            .first = run->name_first,
            .end = run->end,
            .outer_first = before,
            .head = last_role(passage, before, run->name_first),
            .is = titles | sex | (given && !single ? LEXICON_GIVEN : 0),
            .kind = MENTION_NAME,
            .doubtful =
                !titles && !bare &&
                (single ? nouns || titled || (starts && !given && !cues_says_at(passage, run->end))
                        : titled && !given),
        });
}

/* "Islamic extremists": what describes the word in small letters behind it. */
static bool is_adjective(const struct passage *passage, uint32_t end)
{
    return passage_follows(passage, end) &&
           (passage->words[end].shape & (SHAPE_WORD | SHAPE_CAPITAL)) == SHAPE_WORD &&
           passage->words[end].cue == PASSAGE_NONE && !passage_has(passage, end, LEXICON_PLAIN);
}

/* Where what describes an organisation starts: not "aware" in "are you aware Northern Gas said". */
static uint32_t group_first(const struct passage *passage, uint32_t first)
{
    uint32_t described = description_first(passage, first);

    return lexicon_has_no_articles(passage->lexicon) ||
                   passage_shaped(passage, described, SHAPE_POSSESSIVE) || /* "Norland's army" */
                   passage_has(passage, described,
                               LEXICON_ARTICLE | LEXICON_OTHER_FORM | LEXICON_ORIGIN)
               ? described
               : first;
}

/* "The Belgian": one person, called by where he or she is from. */
static bool is_native(const struct passage *passage, uint32_t word)
{
    return word > 0 && passage_has(passage, word - 1, LEXICON_ARTICLE) &&
           passage_follows(passage, word) && passage_ends_as(passage, word, GRAMMAR_NATIVE);
}

/* A run without a name in it: a role, an organisation, a place. */
static void add_nameless(struct mention_list *list, struct passage *passage,
                         const struct name_run *run)
{
    const struct passage_word *last = &passage->words[run->end - 1];
    enum mention_kind kind = MENTION_GROUP;

    if (last->is & LEXICON_ORIGIN && !(last->is & LEXICON_ROLE) && run->end - run->first == 1) {
        if (is_adjective(passage, run->end))
            return;
        if (is_native(passage, run->first)) {
            add(list, passage,
                (struct mention){
                    .first = run->first,
                    .end = run->end,
                    .outer_first = run->first - 1,
                    .head = run->first,
                    .kind = MENTION_ROLE,
                });
            return;
        }
        add(list, passage, /* "White said": a last name that is known, or none */
            (struct mention){
                .first = run->first,
                .end = run->end,
                .outer_first = run->first,
                .head = PASSAGE_NONE,
                .kind = MENTION_NAME,
                .doubtful = true,
            });
        return;
    }
    if (last->is & (LEXICON_TITLE | LEXICON_ROLE) && !(last->is & LEXICON_GROUP))
        kind = MENTION_ROLE;
    add(list, passage,
        (struct mention){
            .first = run->first,
            .end = run->end,
            .outer_first = kind == MENTION_GROUP ? group_first(passage, run->first)
                                                 : description_first(passage, run->first),
            .head = run->end - 1,
            .is = last->is & (LEXICON_SEX | LEXICON_PLURAL),
            .kind = kind,
        });
}

static uint32_t read_run(struct mention_list *list, struct passage *passage, uint32_t first)
{
    struct name_run run = names_run(passage, first);
    const struct passage_word *last = NULL;
    bool acronym = false;

    if (run.end - first == 1 && passage_has(passage, first, LEXICON_STRONG) &&
        !passage_has(passage, first, LEXICON_GIVEN | LEXICON_ROLE | LEXICON_GROUP))
        return run.end; /* a verb of a headline in capitals */
    if (run.name_first >= run.end) {
        add_nameless(list, passage, &run);
        return run.end;
    }
    last = &passage->words[run.name_first];
    acronym = run.end - run.name_first == 1 && last->shape & SHAPE_CAPITALS &&
              last->end - last->start <= 6 && !(last->is & LEXICON_GIVEN);
    if (acronym || passage_is_initial(passage, run.name_first)) {
        uint32_t words = 0;

        for (uint32_t i = run.name_first; i < run.end; i++)
            words += !passage->words[i].mark && !passage_is_initial(passage, i);
        if (acronym || !words) { /* "NATO", "U.S." */
            add_nameless(list, passage, &run);
            return run.end;
        }
    }
    add_name(list, passage, &run);
    return run.end;
}

/* A role or group in small letters; it ends with the last of several ("press secretary"). */
static uint32_t read_role(struct mention_list *list, struct passage *passage, uint32_t first)
{
    uint32_t end = first + 1;
    uint32_t wanted = LEXICON_ROLE | LEXICON_GROUP | LEXICON_WRITING;
    const struct passage_word *head = NULL;
    enum mention_kind kind = MENTION_ROLE;

    while (passage_follows(passage, end) && passage_has(passage, end, wanted) &&
           !passage_shaped(passage, end - 1, SHAPE_POSSESSIVE) &&
           passage->words[end].cue == PASSAGE_NONE &&
           (!passage_shaped(passage, end, SHAPE_CAPITAL) ||
            lexicon_nouns_have_capitals(passage->lexicon)))
        end++;
    head = &passage->words[end - 1];
    if (passage_serves(passage, end - 1, GRAMMAR_QUALIFIES) && is_adjective(passage, end) &&
        !passage_has(passage, end + 1, LEXICON_PREPOSITION))
        return end; /* "general theory", but "official close to the talks" */
    if (passage_follows(passage, end) && names_may_hold(passage, end) && head->is & LEXICON_ROLE)
        return end; /* it is the title of the name that follows */
    if (!(head->is & LEXICON_ROLE))
        kind = head->is & LEXICON_GROUP ? MENTION_GROUP : MENTION_WRITING;
    add(list, passage,
        (struct mention){
            .first = first,
            .end = end,
            .outer_first = description_first(passage, first),
            .head = end - 1,
            .is = head->is & (LEXICON_SEX | LEXICON_PLURAL),
            .kind = kind,
        });
    return end;
}

static uint32_t read_pronoun(struct mention_list *list, struct passage *passage, uint32_t word)
{
    add(list, passage,
        (struct mention){
            .first = word,
            .end = word + 1,
            .outer_first = word,
            .head = PASSAGE_NONE,
            .is = passage->words[word].is &
                  (LEXICON_SEX | LEXICON_PLURAL | LEXICON_FIRST | LEXICON_OTHER_FORM),
            .kind = MENTION_PRONOUN,
        });
    return word + 1;
}

/* A noun of no list that says something is taken as a role. */
static uint32_t read_phrase(struct mention_list *list, struct passage *passage, uint32_t word)
{
    struct noun_phrase phrase;

    if (!nouns_read(&phrase, passage, word))
        return word;
    add(list, passage,
        (struct mention){
            .first = phrase.first,
            .end = phrase.end,
            .outer_first = word,
            .head = phrase.head,
            .kind = MENTION_ROLE,
        });
    return phrase.end;
}

/* Reads the mention that starts at `word`, if any; returns the word behind it, or `word`. */
static uint32_t read_mention(struct mention_list *list, struct passage *passage, uint32_t word)
{
    const struct passage_word *here = &passage->words[word];
    bool capital = here->shape & SHAPE_CAPITAL;

    if (here->is & (LEXICON_PRONOUN | LEXICON_OTHER_FORM) && !names_is_acronym(passage, word))
        return read_pronoun(list, passage, word);
    if (here->is & (LEXICON_ROLE | LEXICON_GROUP | LEXICON_WRITING) && here->cue == PASSAGE_NONE &&
        (!capital || lexicon_nouns_have_capitals(passage->lexicon)) && !(here->is & LEXICON_GIVEN))
        return read_role(list, passage, word);
    if (names_may_hold(passage, word))
        return read_run(list, passage, word);
    return read_phrase(list, passage, word);
}

/* True where a mention may start; `bare`: where any word may be a noun's first. */
static bool may_start(const struct passage_word *word, bool bare)
{
    const uint32_t first = LEXICON_PRONOUN | LEXICON_OTHER_FORM | LEXICON_ROLE | LEXICON_GROUP |
                           LEXICON_WRITING | LEXICON_ARTICLE | LEXICON_FUNCTION;

    return (word->is & first || word->shape & SHAPE_CAPITAL || bare) &&
           (word->shape & (SHAPE_WORD | SHAPE_DATELINE)) == SHAPE_WORD &&
           word->quote == PASSAGE_NONE;
}

void mentions_find(struct mention_list *list, struct passage *passage)
{
    bool bare = lexicon_has_no_articles(passage->lexicon);
    uint32_t next = 0;

    list->count = 0;
    titlecase_mark(passage);
    placelines_mark(passage);
    for (uint32_t i = 0; i<passage->count; i = next> i ? next : i + 1) {
        if (may_start(&passage->words[i], bare))
            next = read_mention(list, passage, i);
    }
    complements_add(list, passage);
}

/* "It was Ann Miller who": a pronoun that is nobody's. */
static bool is_it(const struct mention *mention)
{
    return mention->kind == MENTION_PRONOUN &&
           !(mention->is & (LEXICON_SEX | LEXICON_PLURAL | LEXICON_FIRST | LEXICON_OTHER_FORM));
}

bool mentions_is_first(const struct mention_list *list, const struct passage *passage, uint32_t id)
{
    uint32_t start = passage_sentence_start(passage, list->items[id].first);

    while (id > 0 && is_it(&list->items[id - 1]) && list->items[id - 1].first >= start)
        id--;
    return id == 0 || list->items[id - 1].first < start;
}

bool mentions_is_definite(const struct passage *passage, const struct mention *mention)
{
    return mention->outer_first == mention->first ||
           !grammar_is(lexicon_grammar(passage->lexicon), GRAMMAR_INDEFINITE,
                       passage_term(passage, mention->outer_first));
}

bool mentions_modifies(const struct passage *passage, const struct mention *mention)
{
    return mention->kind == MENTION_NAME && !passage->words[mention->end].mark &&
           (passage->words[mention->end].mention != PASSAGE_NONE ||
            passage_has(passage, mention->end, LEXICON_ROLE));
}

void mentions_release(struct mention_list *list)
{
    free(list->items);
    *list = MENTION_LIST_EMPTY;
}
