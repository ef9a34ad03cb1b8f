#include "corpus/voices/mentions.h"

#include "corpus/base/memory.h"
#include "corpus/voices/names.h"

#include <stdlib.h>

enum {
    DESCRIPTION_MAX = 6, /* words before a role that describe it */
    ROLE_BACK_MAX = 8,   /* words between a role and the name that a comma sets off */
    GENITIVE_MAX = 4,    /* words of "der neuen Behörde" */
    MODIFIERS_MAX = 2,   /* words between a role and a name in marks */
    MARKED_NAME_MAX = 6, /* words and marks of that name */
};

/* --- adding -------------------------------------------------------------------- */

/* True where a verb of saying stands at `word`, auxiliaries and adverbs passed over. */
static bool says_at(const struct passage *passage, uint32_t word)
{
    while (passage_outside(passage, word) &&
           passage_has(passage, word, LEXICON_AUXILIARY | LEXICON_ADVERB) &&
           passage->words[word].cue == PASSAGE_NONE)
        word++;
    return passage_outside(passage, word) && passage->words[word].cue != PASSAGE_NONE &&
           passage_has(passage, word, LEXICON_STRONG) &&
           !passage_has(passage, word, LEXICON_PARTICIPLE);
}

/* True for an article in a form that no subject has, "den", "einem"; not behind "nach Angaben". */
static bool is_oblique(const struct passage *passage, uint32_t word)
{
    static const char *const forms[] = {"den",   "dem",    "des",    "einen", "einem",
                                        "eines", "diesem", "diesen", "keinem"};
    struct span text =
        span_cut(passage->text, passage->words[word].start, passage->words[word].end);

    if (!lexicon_nouns_have_capitals(passage->lexicon) || !passage_outside(passage, word) ||
        !passage_has(passage, word, LEXICON_ARTICLE) ||
        (word && passage->words[word - 1].cue != PASSAGE_NONE &&
         passage_has(passage, word - 1, LEXICON_SOURCE | LEXICON_CALENDAR)))
        return false;
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        if (span_is(text, forms[i]))
            return true;
    }
    return false;
}

static struct mention *add(struct mention_list *list, struct passage *passage,
                           struct mention mention)
{
    uint32_t before = mention.outer_first;

    while (before > 0 && passage_has(passage, before - 1, LEXICON_ARTICLE | LEXICON_OTHER_FORM))
        before--;
    mention.outer_end = mention.end;
    mention.person = PASSAGE_NONE;
    mention.antecedent = PASSAGE_NONE;
    mention.behind_preposition =
        (before > 0 && passage_has(passage, before - 1, LEXICON_PREPOSITION) &&
         passage->words[before - 1].paragraph == passage->words[mention.first].paragraph) ||
        is_oblique(passage, before);
    mention.possessive = passage_shaped(passage, mention.end - 1, SHAPE_POSSESSIVE);
    for (uint32_t i = mention.outer_first; i < mention.end; i++) {
        if (passage->words[i].mention == PASSAGE_NONE || i >= mention.first)
            passage->words[i].mention = (uint32_t)list->count;
    }
    list->items = memory_grow(list->items, &list->capacity, list->count + 1, sizeof *list->items);
    list->items[list->count] = mention;
    return &list->items[list->count++];
}

/* True for a word that may stand between an article and a role: "the tall Russian". */
static bool describes(const struct passage *passage, uint32_t word)
{
    const struct passage_word *here = &passage->words[word];

    return passage_outside(passage, word) && !here->mark && here->cue == PASSAGE_NONE &&
           !(here->is & (LEXICON_PREPOSITION | LEXICON_CONJUNCTION | LEXICON_AUXILIARY |
                         LEXICON_PRONOUN | LEXICON_RELATIVE | LEXICON_CALENDAR)) &&
           (!(here->is & LEXICON_ADVERB) || passage_has(passage, word + 1, LEXICON_ROLE));
}

/* Where the description of the role at `word` starts: an article, else what describes it. */
static uint32_t description_first(const struct passage *passage, uint32_t word)
{
    uint32_t first = word;
    uint32_t paragraph = passage->words[word].paragraph;

    for (uint32_t i = word; i > 0 && word - i < DESCRIPTION_MAX; i--) {
        const struct passage_word *here = &passage->words[i - 1];

        if (here->paragraph != paragraph || !describes(passage, i - 1))
            break;
        first = i - 1;
        if (here->is & (LEXICON_ARTICLE | LEXICON_OTHER_FORM))
            return first;
        if (!(here->shape & SHAPE_CAPITAL) && !(here->is & (LEXICON_ORIGIN | LEXICON_ROLE)) &&
            i < word && !passage_shaped(passage, i - 1, SHAPE_WORD))
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
 * "President of Belarus Alexander Lukashenko": the run starts behind "of" with
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
        passage->words[role->end].end - passage->words[role->end].start != 2)
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

/* --- where nouns have capitals ------------------------------------------------------ */

/* True for a verb of saying about one person: not "sagten". */
static bool says_alone(const struct passage *passage, uint32_t word)
{
    struct span text =
        span_cut(passage->text, passage->words[word].start, passage->words[word].end);

    return passage_outside(passage, word) && passage->words[word].cue != PASSAGE_NONE &&
           passage_has(passage, word, LEXICON_STRONG | LEXICON_LONGER) &&
           !passage_has(passage, word, LEXICON_SOURCE) && !span_ends(text, "en");
}

/* True for any one person's cue that stands right behind a quotation. */
static bool ends_speech(const struct passage *passage, uint32_t word)
{
    struct span text =
        span_cut(passage->text, passage->words[word].start, passage->words[word].end);
    uint32_t before = word;

    if (passage->words[word].cue == PASSAGE_NONE || span_ends(text, "en") ||
        !passage_has(passage, word, LEXICON_STRONG | LEXICON_WEAK))
        return false;
    while (before > 0 && passage_outside(passage, before - 1) && passage->words[before - 1].mark)
        before--;
    return before > 0 && passage->words[before - 1].quote != PASSAGE_NONE;
}

/* True for what makes a noun of what follows it: "die", "seine", "große", "drei". */
static bool determines(const struct passage *passage, uint32_t word)
{
    static const char *const endings[] = {"e", "er", "en", "em", "es"};
    const struct passage_word *here = &passage->words[word];
    struct span text = span_cut(passage->text, here->start, here->end);

    if (here->is & (LEXICON_ARTICLE | LEXICON_OTHER_FORM | LEXICON_ORIGIN | LEXICON_FUNCTION) ||
        here->shape & SHAPE_NUMBER)
        return true;
    if (here->shape & SHAPE_CAPITAL || here->mark || here->is || here->cue != PASSAGE_NONE)
        return false;
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        if (span_ends(text, endings[i]))
            return true;
    }
    return false;
}

/* True for a word that is a common noun by its ending or its list. */
static bool is_noun(const struct passage *passage, uint32_t word)
{
    static const char *const endings[] = {"ung",    "heit",   "keit",  "schaft",
                                          "tion",   "tät",    "ismus", "ungen",
                                          "heiten", "keiten", "ionen", "schaften"};
    const struct passage_word *here = &passage->words[word];
    struct span text = span_cut(passage->text, here->start, here->end);

    if (here->is & ~(uint32_t)(LEXICON_GIVEN | LEXICON_SEX | LEXICON_PARTICLE | LEXICON_SUFFIX |
                               LEXICON_ARTICLE | LEXICON_PREPOSITION))
        return true;
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        if (span_ends(text, endings[i]))
            return true;
    }
    return false;
}

/* True for ", ein Arzt" and ", Leiter des Amtes", "(SPD)" and "(43)" behind a name. */
static bool is_described(const struct passage *passage, uint32_t end)
{
    uint32_t mark = passage->words[end].mark;

    if (mark == '(')
        return passage_shaped(passage, end + 1, SHAPE_CAPITALS | SHAPE_NUMBER) &&
               passage->words[end + 2].mark == ')';
    for (uint32_t i = end + 1; mark == ',' && i < passage->count && i < end + DESCRIPTION_MAX;
         i++) {
        if (passage->words[i].mark || passage->words[i].cue != PASSAGE_NONE ||
            passage_has(passage, i, LEXICON_PREPOSITION | LEXICON_CONJUNCTION | LEXICON_RELATIVE))
            return false;
        if (passage_has(passage, i, LEXICON_ROLE | LEXICON_TITLE))
            return true;
    }
    return false;
}

/* "Der Leiter der Studie, Anna Huber, sieht": between commas, behind a role. */
static bool is_enclosed(const struct passage *passage, const struct name_run *run)
{
    uint32_t comma = run->name_first - 1;

    if (run->name_first == 0 || passage->words[comma].mark != ',' ||
        (passage->words[run->end].mark != ',' && passage->words[run->end].mark != '('))
        return false;
    for (uint32_t i = comma; i > 0 && comma - i < ROLE_BACK_MAX; i--) {
        if (passage->words[i - 1].mark ||
            passage->words[i - 1].paragraph != passage->words[comma].paragraph)
            return false;
        if (passage_has(passage, i - 1, LEXICON_ROLE | LEXICON_TITLE))
            return true;
    }
    return false;
}

/*
 * True where words of no list must be a name: bare of an article, they are the subject of a
 * verb of saying ("sagte Larson", "Larson sagte"), or two that are described behind.
 */
static bool is_bare_name(const struct passage *passage, const struct name_run *run)
{
    uint32_t before = run->name_first - 1;
    bool starts = run->name_first == 0 || !passage_follows(passage, run->name_first);
    uint32_t cue = run->end;

    for (uint32_t i = run->name_first; i < run->end; i++) {
        if (!passage->words[i].mark && is_noun(passage, i))
            return false;
    }
    if (!starts && determines(passage, before))
        return false;
    if (!starts && (says_alone(passage, before) || ends_speech(passage, before)))
        return true;
    while (passage_follows(passage, cue) && passage->words[cue].cue == PASSAGE_NONE &&
           passage_has(passage, cue, LEXICON_AUXILIARY | LEXICON_ADVERB))
        cue++;
    if (run->end - run->name_first > 1)
        return says_alone(passage, cue) || is_described(passage, run->end) ||
               is_enclosed(passage, run);
    if (passage_outside(passage, cue) && passage_has(passage, cue, LEXICON_SOURCE) &&
        passage_has(passage, cue, LEXICON_PARTICIPLE))
        return true; /* "Larson zufolge" */
    /* "Demgegenüber sagte der Sprecher": an adverb, where a subject may follow. */
    return says_alone(passage, cue) &&
           !(starts && (passage_shaped(passage, cue + 1, SHAPE_CAPITAL) ||
                        passage_has(passage, cue + 1, LEXICON_ARTICLE | LEXICON_PRONOUN)));
}

static void add_name(struct mention_list *list, struct passage *passage, struct name_run *run)
{
    uint32_t of_place = role_of_place(list, passage, run);
    uint32_t before = of_place == run->first ? roles_before(passage, run->first) : of_place;
    uint32_t titles = traits(passage, before, run->name_first);
    bool single = run->end - run->name_first == 1;
    bool given = passage_has(passage, run->name_first, LEXICON_GIVEN);
    bool starts = passage_shaped(passage, run->name_first, SHAPE_SENTENCE);
    bool nouns = lexicon_nouns_have_capitals(passage->lexicon);
    bool bare = nouns && !titles && is_bare_name(passage, run);
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
            .doubtful = single && !titles && !bare &&
                        (nouns || (starts && !given && !says_at(passage, run->end))),
        });
}

/* A run without a name in it: a role, an organisation, a place. */
static void add_nameless(struct mention_list *list, struct passage *passage,
                         const struct name_run *run)
{
    const struct passage_word *last = &passage->words[run->end - 1];
    enum mention_kind kind = MENTION_GROUP;

    if (last->is & LEXICON_ORIGIN && !(last->is & LEXICON_ROLE) && run->end - run->first == 1) {
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
            .outer_first = description_first(passage, run->first),
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

/* True for a common noun or what describes it, of which nothing else is known. */
static bool is_common(const struct passage *passage, uint32_t word)
{
    const struct passage_word *here = &passage->words[word];

    return passage_outside(passage, word) && here->shape & SHAPE_WORD &&
           here->cue == PASSAGE_NONE &&
           (!(here->shape & SHAPE_CAPITAL) || lexicon_nouns_have_capitals(passage->lexicon)) &&
           !(here->is & (LEXICON_PLAIN & ~(uint32_t)LEXICON_FUNCTION));
}

/* True where the word follows a verb of saying that follows a quotation. */
static bool behind_speech(const struct passage *passage, uint32_t word)
{
    uint32_t cue = word ? word - 1 : 0;

    return cue && passage->words[cue].cue != PASSAGE_NONE &&
           passage_has(passage, cue, LEXICON_STRONG) &&
           (passage->words[cue - 1].quote != PASSAGE_NONE || passage->words[cue - 1].mark);
}

/*
 * A noun of no list that says something, "the narrator said", ..., said the
 * narrator": it is taken as a role. Returns the word behind it, or `first`.
 */
static uint32_t read_noun(struct mention_list *list, struct passage *passage, uint32_t first)
{
    uint32_t end = first + 1;

    while (end - first <= DESCRIPTION_MAX && is_common(passage, end) &&
           !passage_has(passage, end, LEXICON_ROLE | LEXICON_GROUP | LEXICON_WRITING))
        end++;
    if (end == first + 1 || (!says_at(passage, end) && !behind_speech(passage, first)))
        return first;
    if (passage_has(passage, end, LEXICON_ROLE | LEXICON_GROUP | LEXICON_WRITING) ||
        passage_shaped(passage, end, SHAPE_CAPITAL))
        return first;
    add(list, passage,
        (struct mention){
            .first = first + 1,
            .end = end,
            .outer_first = first,
            .head = end - 1,
            .kind = MENTION_ROLE,
        });
    return end;
}

/* The end of "der neuen Behörde" behind a noun that ends at `word`; `word` itself for none. */
static uint32_t genitive_end(const struct passage *passage, uint32_t word)
{
    static const char *const articles[] = {"der", "des", "eines", "einer"};
    struct span text =
        span_cut(passage->text, passage->words[word].start, passage->words[word].end);
    bool found = false;

    if (!passage_follows(passage, word))
        return word;
    for (size_t i = 0; i < sizeof articles / sizeof *articles; i++)
        found |= span_is(text, articles[i]);
    for (uint32_t i = word + 1; found && i <= word + GENITIVE_MAX && passage_follows(passage, i);
         i++) {
        if (passage->words[i].cue != PASSAGE_NONE ||
            passage_has(passage, i, LEXICON_PLAIN & ~(uint32_t)LEXICON_FUNCTION))
            return word;
        if (passage_shaped(passage, i, SHAPE_CAPITAL) &&
            !(passage_follows(passage, i + 1) && passage_shaped(passage, i + 1, SHAPE_CAPITAL)))
            return i + 1;
    }
    return word;
}

/*
 * Where nouns have capitals: a noun of no list that says something, "Der junge Sportler sagte",
 * "sagte die Moderatorin eines Senders". Returns the word behind it, or `first`.
 */
static uint32_t read_capital_noun(struct mention_list *list, struct passage *passage,
                                  uint32_t first)
{
    uint32_t noun = first + 1;
    uint32_t end = 0;

    while (noun - first < DESCRIPTION_MAX && passage_outside(passage, noun) &&
           passage->words[noun].cue == PASSAGE_NONE &&
           (passage_shaped(passage, noun, SHAPE_NUMBER) || passage->words[noun].mark == '-' ||
            (passage_follows(passage, noun) && !passage_shaped(passage, noun, SHAPE_CAPITAL) &&
             !passage_has(passage, noun, LEXICON_PLAIN & ~(uint32_t)LEXICON_FUNCTION))))
        noun++;
    if (!names_may_hold(passage, noun) || passage->words[noun].is || is_oblique(passage, first) ||
        (first && passage_has(passage, first - 1, LEXICON_PREPOSITION)))
        return first;
    end = genitive_end(passage, noun + 1);
    if (passage_shaped(passage, end, SHAPE_CAPITAL) ||
        (!says_at(passage, end) &&
         !(first && (says_alone(passage, first - 1) || ends_speech(passage, first - 1)))))
        return first;
    add(list, passage,
        (struct mention){
            .first = first + 1,
            .end = end,
            .outer_first = first,
            .head = noun,
            .kind = MENTION_ROLE,
        });
    return end;
}

/* Without articles: "один из бывших министров", up to a mark or a verb of saying. */
static uint32_t read_one_of(struct mention_list *list, struct passage *passage, uint32_t first)
{
    uint32_t end = first + 2;

    if (!passage_has(passage, first, LEXICON_ARTICLE) || !passage_follows(passage, first + 1) ||
        !passage_has(passage, first + 1, LEXICON_PREPOSITION))
        return first;
    while (end - first < DESCRIPTION_MAX && passage_follows(passage, end) &&
           passage->words[end].cue == PASSAGE_NONE && !passage_has(passage, end, LEXICON_PLAIN))
        end++;
    if (end == first + 2)
        return first;
    add(list, passage,
        (struct mention){
            .first = first,
            .end = end,
            .outer_first = first,
            .head = PASSAGE_NONE,
            .kind = MENTION_ROLE,
        });
    return end;
}

/* Without articles: ", said one of the former gymnasts", up to a mark or an "and". */
static uint32_t read_bare_noun(struct mention_list *list, struct passage *passage, uint32_t first)
{
    uint32_t end = first;

    while (end - first < DESCRIPTION_MAX && passage_outside(passage, end) &&
           passage_shaped(passage, end, SHAPE_WORD) &&
           !passage_has(passage, end, LEXICON_CONJUNCTION | LEXICON_PRONOUN))
        end++;
    if (end == first || !behind_speech(passage, first) ||
        (passage->words[end].mark == 0 && !passage_has(passage, end, LEXICON_CONJUNCTION)))
        return first;
    add(list, passage,
        (struct mention){
            .first = first,
            .end = end,
            .outer_first = first,
            .head = first,
            .kind = MENTION_ROLE,
        });
    return end;
}

/* "A spokesman" goes on with "for the ministry". */
static void add_complements(struct mention_list *list, const struct passage *passage)
{
    for (size_t i = 0; i + 1 < list->count; i++) {
        struct mention *mention = &list->items[i];
        const struct mention *next = mention + 1;
        uint32_t at = mention->end;

        if (mention->kind != MENTION_ROLE || mention->possessive ||
            !passage_has(passage, at, LEXICON_PREPOSITION) ||
            passage->words[at].paragraph != passage->words[mention->first].paragraph)
            continue;
        at++;
        at += passage_has(passage, at, LEXICON_ARTICLE);
        if ((next->kind == MENTION_NAME || next->kind == MENTION_GROUP) &&
            (next->first == at || next->outer_first == at) && !next->possessive)
            mention->outer_end = next->end;
    }
}

/* The end of "управления транспорта" behind a role that ends at `word`; `word` for none. */
static uint32_t bare_genitive_end(const struct passage *passage, const struct mention_list *list,
                                  uint32_t word)
{
    static const char *const endings[] = {"а", "я", "ы", "и", "в", "й", "го", "х", "ь"};
    uint32_t end = word;

    while (end - word < GENITIVE_MAX && passage_follows(passage, end) &&
           passage->words[end].cue == PASSAGE_NONE && !passage_has(passage, end, LEXICON_PLAIN)) {
        uint32_t id = passage->words[end].mention;
        struct span text = passage_text(passage, end, end + 1);
        bool fits = false;

        if (id != PASSAGE_NONE && list->items[id].kind != MENTION_GROUP)
            return word;
        for (size_t i = 0; id == PASSAGE_NONE && i < sizeof endings / sizeof *endings; i++)
            fits |= span_ends(text, endings[i]);
        if (id == PASSAGE_NONE && !fits)
            break;
        end = id == PASSAGE_NONE ? end + 1 : list->items[id].end;
    }
    return end;
}

/*
 * "Der Chef der Behörde", "the newspaper «Utro»", "spokesman of the firm «Utro»": a genitive, and
 * a name in marks, go with it.
 */
static void add_owners(struct mention_list *list, const struct passage *passage)
{
    for (size_t i = 0; i < list->count; i++) {
        struct mention *mention = &list->items[i];
        uint32_t at = mention->outer_end;
        uint32_t end = 0;

        if (mention->kind != MENTION_ROLE && mention->kind != MENTION_GROUP)
            continue;
        if (lexicon_nouns_have_capitals(passage->lexicon))
            at = mention->outer_end = genitive_end(passage, at);
        else if (lexicon_has_no_articles(passage->lexicon) && mention->kind == MENTION_ROLE)
            at = mention->outer_end = bare_genitive_end(passage, list, at);
        for (uint32_t k = 0;
             k < MODIFIERS_MAX && passage_follows(passage, at) &&
             passage->words[at].mention == PASSAGE_NONE && passage->words[at].cue == PASSAGE_NONE &&
             !passage_has(passage, at, LEXICON_PLAIN);
             k++)
            at++;
        end = at;
        while (end < passage->count && end - at <= MARKED_NAME_MAX &&
               passage->words[end].quote == passage->words[at].quote)
            end++;
        if (passage->words[at].quote != PASSAGE_NONE && end - at > 2 &&
            end - at <= MARKED_NAME_MAX && passage_shaped(passage, at + 1, SHAPE_CAPITAL) &&
            passage_shaped(passage, end - 2, SHAPE_WORD))
            mention->outer_end = end;
    }
}

/* Reads the mention that starts at `word`, if any; returns the word behind it, or `word`. */
static uint32_t read_mention(struct mention_list *list, struct passage *passage, uint32_t word)
{
    const struct passage_word *here = &passage->words[word];
    bool capital = here->shape & SHAPE_CAPITAL;
    bool nouns = lexicon_nouns_have_capitals(passage->lexicon);
    bool bare = lexicon_has_no_articles(passage->lexicon);

    if (here->is & (LEXICON_PRONOUN | LEXICON_OTHER_FORM))
        return read_pronoun(list, passage, word);
    if (here->is & (LEXICON_ROLE | LEXICON_GROUP | LEXICON_WRITING) && here->cue == PASSAGE_NONE &&
        (!capital || nouns) && !(here->is & LEXICON_GIVEN))
        return read_role(list, passage, word);
    if (names_may_hold(passage, word))
        return read_run(list, passage, word);
    if (nouns && here->is & (LEXICON_ARTICLE | LEXICON_RELATIVE))
        return read_capital_noun(list, passage, word);
    if (here->is & (LEXICON_ARTICLE | LEXICON_FUNCTION) && !nouns && !bare)
        return read_noun(list, passage, word);
    if (bare && !(here->is & (LEXICON_ADVERB | LEXICON_PREPOSITION))) {
        uint32_t end = read_one_of(list, passage, word);

        return end > word ? end : read_bare_noun(list, passage, word);
    }
    return word;
}

/* True where a mention may start; `bare`: where any word may be a noun's first. */
static bool may_start(const struct passage_word *word, bool bare)
{
    const uint32_t first = LEXICON_PRONOUN | LEXICON_OTHER_FORM | LEXICON_ROLE | LEXICON_GROUP |
                           LEXICON_WRITING | LEXICON_ARTICLE | LEXICON_FUNCTION;

    return word->shape & SHAPE_WORD && word->quote == PASSAGE_NONE &&
           (bare || word->shape & SHAPE_CAPITAL || word->is & first);
}

void mentions_find(struct mention_list *list, struct passage *passage)
{
    bool bare = lexicon_has_no_articles(passage->lexicon);
    uint32_t next = 0;

    list->count = 0;
    for (uint32_t i = 0; i<passage->count; i = next> i ? next : i + 1) {
        if (may_start(&passage->words[i], bare))
            next = read_mention(list, passage, i);
    }
    add_complements(list, passage);
    add_owners(list, passage);
}

bool mentions_modifies(const struct passage *passage, const struct mention *mention)
{
    return mention->kind == MENTION_NAME && !passage->words[mention->end].mark &&
           (passage->words[mention->end].mention != PASSAGE_NONE ||
            passage_has(passage, mention->end, LEXICON_ROLE));
}

static bool is_full_name(const struct mention *mention)
{
    return mention->kind == MENTION_NAME && mention->is & LEXICON_GIVEN;
}

uint32_t mentions_author(const struct mention_list *list, const struct passage *passage,
                         uint32_t id)
{
    const struct mention *writing = &list->items[id];
    const struct mention *next = writing + 1;

    if (writing->kind != MENTION_WRITING)
        return id;
    if (id && writing[-1].end == writing->first && writing[-1].possessive &&
        is_full_name(writing - 1))
        return id - 1;
    if (id + 1 < list->count && next->outer_first == writing->end + 1 &&
        passage_has(passage, writing->end, LEXICON_PREPOSITION) && is_full_name(next))
        return id + 1;
    return id;
}

void mentions_release(struct mention_list *list)
{
    free(list->items);
    *list = MENTION_LIST_EMPTY;
}
