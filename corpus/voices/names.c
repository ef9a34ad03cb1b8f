#include "corpus/voices/names.h"

#include "corpus/voices/cues.h"

enum {
    RUN_MAX = 12,        /* words of a run of capitals */
    COMPOUND_MIN = 6,    /* letters of "UN-led" */
    DESCRIPTION_MAX = 6, /* words behind a name in which the role comes that describes it */
    ROLE_BACK_MAX = 8    /* words between a role and the name that a comma sets off */
};

/* True for an initial with its full stop: "В." of "В. Орлов", not the preposition. */
static bool is_stopped_initial(const struct passage *passage, uint32_t word)
{
    return passage_is_initial(passage, word) && passage->words[word + 1].mark == '.' &&
           !passage_shaped(passage, word + 1, SHAPE_BLANK_BEFORE);
}

/*
 * True for "A." and "I." of a name, "Ann A. Miller": behind a given name, a title or an initial, or
 * where a sentence or its part starts.
 */
static bool is_initial_of_name(const struct passage *passage, uint32_t word)
{
    if (!is_stopped_initial(passage, word) || !passage_follows(passage, word + 2))
        return false;
    if (word == 0 || passage->words[word].shape & SHAPE_SENTENCE || !passage_follows(passage, word))
        return true;
    return passage_has(passage, word - 1, LEXICON_GIVEN | LEXICON_TITLE) ||
           (word > 1 && passage->words[word - 1].mark == '.' &&
            passage_is_initial(passage, word - 2));
}

/* "Von der Leyen betonte": German names that start with a particle, and with the sentence. */
static bool starts_with_particle(const struct passage *passage, uint32_t word)
{
    return lexicon_nouns_have_capitals(passage->lexicon) && word + 3 < passage->count &&
           passage_has(passage, word, LEXICON_PARTICLE) &&
           passage_shaped(passage, word, SHAPE_SENTENCE) && passage_follows(passage, word + 1) &&
           passage_has(passage, word + 1, LEXICON_PARTICLE) && passage_follows(passage, word + 2) &&
           passage_shaped(passage, word + 2, SHAPE_CAPITAL) && !passage->words[word + 2].is &&
           passage->words[word + 3].cue != PASSAGE_NONE &&
           passage_has(passage, word + 3, LEXICON_STRONG);
}

bool names_is_acronym(const struct passage *passage, uint32_t word)
{
    return passage_shaped(passage, word, SHAPE_CAPITALS) &&
           passage_has(passage, word, LEXICON_PLACE);
}

bool names_is_compound_adjective(const struct passage *passage, uint32_t word)
{
    struct span text = passage_word_text(passage, word);
    size_t last = text.length;

    if (!memchr(text.bytes, '-', text.length))
        return false;
    while (last > 0 && text.bytes[last - 1] >= 'a' && text.bytes[last - 1] <= 'z')
        last--;
    return last > 0 && last < text.length && text.bytes[last - 1] == '-' &&
           passage_ends_as(passage, word, GRAMMAR_COMPOUND);
}

/* In title case: "Thanked" in "Ann Miller Thanked the Council for Help". */
static bool is_headline_verb(const struct passage *passage, uint32_t word)
{
    return !passage_has(passage, word,
                        LEXICON_GIVEN | LEXICON_TITLE | LEXICON_ROLE | LEXICON_ORGANISATION) &&
           passage_ends_as(passage, word, GRAMMAR_PARTICIPLE);
}

bool names_may_hold(const struct passage *passage, uint32_t word)
{
    const struct passage_word *here = &passage->words[word];

    if (!passage_outside(passage, word) || !(here->shape & SHAPE_CAPITAL) ||
        !(here->shape & SHAPE_WORD))
        return false;
    if ((!here->is && here->end - here->start >= COMPOUND_MIN &&
         names_is_compound_adjective(passage, word)) ||
        (here->shape & SHAPE_TITLED && is_headline_verb(passage, word)))
        return false;
    if (names_is_acronym(passage, word))
        return true;
    if (here->is & LEXICON_PARTICLE && starts_with_particle(passage, word))
        return true;
    if (here->is & LEXICON_PLAIN && !is_stopped_initial(passage, word))
        return here->is & LEXICON_GIVEN && passage_shaped(passage, word + 1, SHAPE_CAPITAL) &&
               !passage_has(passage, word + 1, LEXICON_PLAIN);
    if (here->is & (LEXICON_PRONOUN | LEXICON_ARTICLE))
        return is_initial_of_name(passage, word);
    return here->cue == PASSAGE_NONE || !(here->shape & SHAPE_SENTENCE);
}

/* True where the full stop at `word` belongs to the name: of an initial, of "Mr". */
static bool inner_stop(const struct passage *passage, uint32_t word)
{
    return passage->words[word].mark == '.' && !passage_shaped(passage, word, SHAPE_BLANK_BEFORE) &&
           (passage_is_initial(passage, word - 1) ||
            passage_has(passage, word - 1, LEXICON_TITLE | LEXICON_SUFFIX)) &&
           passage_outside(passage, word + 1) && !passage_shaped(passage, word + 1, SHAPE_SENTENCE);
}

/* True for a particle with a capital inside a name: "Marine Le Pen". */
static bool inner_particle(const struct passage *passage, uint32_t word)
{
    return passage_follows(passage, word) && passage_has(passage, word, LEXICON_PARTICLE) &&
           passage_shaped(passage, word, SHAPE_CAPITAL) &&
           passage_has(passage, word - 1, LEXICON_GIVEN) && passage_follows(passage, word + 1) &&
           names_may_hold(passage, word + 1);
}

/* True for a number inside a name, where nouns have capitals: "Rot-Weiß 07 Nordstadt". */
static bool inner_number(const struct passage *passage, uint32_t word)
{
    return passage_shaped(passage, word, SHAPE_NUMBER) && passage_follows(passage, word) &&
           lexicon_nouns_have_capitals(passage->lexicon) &&
           !passage_has(passage, word - 1, LEXICON_CALENDAR) &&
           passage_follows(passage, word + 1) && names_may_hold(passage, word + 1);
}

/*
 * True where the particle at `word`, which in German is an article or a preposition too, goes on
 * a name: "Ursula von der Leyen", "Ministerin von der Leyen", but not "Sprecher zu den Plänen".
 */
static bool may_go_on(const struct passage *passage, uint32_t word)
{
    uint32_t before = word - 1;

    if (!lexicon_nouns_have_capitals(passage->lexicon) ||
        !passage_has(passage, word, LEXICON_ARTICLE | LEXICON_PREPOSITION))
        return true;
    if (passage_has(passage, before, LEXICON_TITLE) && !passage_has(passage, before, LEXICON_GIVEN))
        return passage_has(passage, word + 1, LEXICON_PARTICLE);
    return passage_has(passage, before, LEXICON_GIVEN) || starts_with_particle(passage, before) ||
           (passage->words[before].mark == '.' && passage_is_initial(passage, before - 1));
}

/* The end of particles that lead to another name, or `word` itself. */
static uint32_t particles_end(const struct passage *passage, uint32_t word)
{
    uint32_t end = word;

    if (!passage_follows(passage, word) || !passage_has(passage, word, LEXICON_PARTICLE) ||
        !may_go_on(passage, word))
        return word;

    while (passage_follows(passage, end) && passage_has(passage, end, LEXICON_PARTICLE) &&
           !passage_shaped(passage, end, SHAPE_CAPITAL))
        end++;
    return end > word && passage_follows(passage, end) && names_may_hold(passage, end) ? end : word;
}

/* True where words `first` to `end` are an office with what it is for: "Institute for the Study".
 */
static bool has_complement(const struct passage *passage, uint32_t first, uint32_t end)
{
    for (uint32_t i = first; i + 1 < end; i++) {
        if (passage_has(passage, i, LEXICON_ORGANISATION) &&
            passage_has(passage, i + 1, LEXICON_PREPOSITION))
            return true;
    }
    return false;
}

/*
 * The end of "of (the) Foreign Affairs" behind an organisation's word, or of "of War" behind what
 * the office that starts at `first` is for; or `word` itself.
 */
static uint32_t complement_end(const struct passage *passage, uint32_t first, uint32_t word)
{
    uint32_t end = word;

    if (!passage_has(passage, word, LEXICON_PREPOSITION) || !passage_follows(passage, word) ||
        lexicon_nouns_have_capitals(passage->lexicon) ||
        !(passage_has(passage, word - 1, LEXICON_ORGANISATION) ||
          (passage_serves(passage, word, GRAMMAR_LINK) && has_complement(passage, first, word))) ||
        passage_shaped(passage, word - 1, SHAPE_POSSESSIVE) ||
        passage->words[word].end - passage->words[word].start > 3)
        return word;
    end++;
    if (passage_follows(passage, end) && passage_has(passage, end, LEXICON_ARTICLE))
        end++;
    return passage_follows(passage, end) && names_may_hold(passage, end) ? end : word;
}

/*
 * The first word behind the "and" at `word` inside an office's name that starts at `first`, "Office
 * of Management and Budget", "Food and Drug Administration"; or `word` itself.
 */
static uint32_t coordinate(const struct passage *passage, uint32_t first, uint32_t word)
{
    uint32_t end = word + 1;

    if (!passage_has(passage, word, LEXICON_CONJUNCTION) || !passage_follows(passage, word) ||
        !passage_follows(passage, end) || !passage_serves(passage, end, GRAMMAR_FIELD))
        return word;
    while (passage_follows(passage, end) && names_may_hold(passage, end))
        end++;
    return has_complement(passage, first, word) ||
                   passage_has(passage, end - 1, LEXICON_ORGANISATION)
               ? word + 1
               : word;
}

/* "Clinton Said" of a headline in capitals: a verb of saying goes on no name, unless it is one. */
static bool says(const struct passage *passage, uint32_t word)
{
    return passage_has(passage, word, LEXICON_STRONG) &&
           !passage_has(passage, word, LEXICON_GIVEN | LEXICON_ORGANISATION);
}

static uint32_t run_end(const struct passage *passage, uint32_t first)
{
    uint32_t end = first + 1;

    while (end < passage->count && end - first < RUN_MAX) {
        uint32_t next;

        if (passage_shaped(passage, end - 1, SHAPE_POSSESSIVE))
            break;
        if (inner_stop(passage, end) || inner_particle(passage, end)) {
            end++;
            continue;
        }
        if (inner_number(passage, end)) {
            end += 2; /* a name does not end in it */
            continue;
        }
        if (passage_follows(passage, end) && names_may_hold(passage, end) && !says(passage, end)) {
            end++;
            continue;
        }
        next = particles_end(passage, end);
        if (next == end)
            next = complement_end(passage, first, end);
        if (next == end)
            next = coordinate(passage, first, end);
        if (next == end)
            break;
        end = next + 1;
    }
    return end;
}

/* True for a colour or a people that leads nothing, behind a word of a name: "Ann Green". */
static bool ends_name(const struct passage *passage, uint32_t word)
{
    return passage_has(passage, word, LEXICON_ORIGIN) &&
           !passage_has(passage, word,
                        LEXICON_TITLE | LEXICON_ROLE | LEXICON_GROUP | LEXICON_ORGANISATION |
                            LEXICON_PLACE) &&
           !lexicon_nouns_have_capitals(passage->lexicon);
}

/* "Anna von Huber", "Von der Wiese": a particle, though it is a preposition too. */
static bool is_inside_name(const struct passage *passage, uint32_t word, const struct name_run *run)
{
    if (!passage_has(passage, word, LEXICON_PARTICLE))
        return false;
    return starts_with_particle(passage, word) ||
           (word > run->first && passage_has(passage, word - 1, LEXICON_GIVEN)) ||
           (word > run->first + 1 && passage->words[word - 1].mark == '.' &&
            passage_is_initial(passage, word - 2));
}

/* What the lexicon says of a word in a run; the "Un" of "Kim Jong Un" is not the place UN. */
static uint32_t is_in_run(const struct passage *passage, uint32_t word)
{
    const struct passage_word *here = &passage->words[word];
    bool other = here->end - here->start == 2 && !(here->shape & SHAPE_CAPITALS);

    return other ? here->is & ~(uint32_t)LEXICON_PLACE : here->is;
}

/* True where the word leads a name and is none: a title, a role, an organisation. */
static bool leads(const struct passage *passage, uint32_t word, const struct name_run *run)
{
    uint32_t is = is_in_run(passage, word);
    bool behind_given = word > run->first && (passage_has(passage, word - 1, LEXICON_GIVEN) ||
                                              passage->words[word - 1].mark == '.');

    if (is & LEXICON_SUFFIX || is_stopped_initial(passage, word))
        return false;
    if (is & LEXICON_TITLE && word + 1 < run->end)
        return true;
    if (is & LEXICON_GIVEN && word + 1 < run->end)
        return false;
    if ((word + 1 == run->end && word > run->name_first && ends_name(passage, word)) ||
        is_inside_name(passage, word, run))
        return false;
    return is & (LEXICON_TITLE | LEXICON_ROLE | LEXICON_GROUP | LEXICON_ORGANISATION |
                 LEXICON_ORIGIN | LEXICON_PLACE | LEXICON_PREPOSITION) &&
           (!behind_given || passage_has(passage, word - 1, LEXICON_TITLE));
}

/* Where the name begins in "House of Lords Speaker Ann Stone"; the run's end for no such thing. */
static uint32_t behind_office(const struct passage *passage, const struct name_run *run)
{
    for (uint32_t i = run->end; i > run->first + 3; i--) {
        uint32_t word = i - 3; /* two words or more stand behind it */

        if (passage_has(passage, word, LEXICON_TITLE | LEXICON_ROLE) &&
            !passage_has(passage, word, LEXICON_PLURAL) &&
            !passage_has(passage, word + 1, LEXICON_TITLE | LEXICON_ROLE | LEXICON_PREPOSITION) &&
            !passage->words[word + 1].mark)
            return word + 1;
        if (passage_has(passage, word, LEXICON_PREPOSITION))
            break;
    }
    return run->end;
}

/* "депутат Госдумы Ольга Орлова": without articles, a name may stand behind a role's genitive. */
static bool is_behind_role(const struct passage *passage, const struct name_run *run)
{
    return lexicon_has_no_articles(passage->lexicon) && run->first > 0 &&
           passage_outside(passage, run->first - 1) &&
           passage_has(passage, run->first - 1, LEXICON_ROLE | LEXICON_TITLE) &&
           !passage_shaped(passage, run->first - 1, SHAPE_CAPITAL);
}

static void split_run(const struct passage *passage, struct name_run *run)
{
    run->name_first = run->first;
    for (uint32_t i = run->first; i < run->end; i++) {
        if (passage_has(passage, i, LEXICON_PREPOSITION) && !is_stopped_initial(passage, i) &&
            !is_inside_name(passage, i, run)) { /* "Ministry of Defence" */
            run->name_first = behind_office(passage, run);
            return;
        }
        if (passage->words[i].mark || !leads(passage, i, run))
            continue;
        run->name_first = i + 1;
    }
    if (run->name_first < run->end && passage->words[run->name_first].mark == '.')
        run->name_first++;
    if (run->name_first == run->first && run->end - run->first > 2 &&
        passage_shaped(passage, run->first, SHAPE_SENTENCE) &&
        !passage_has(passage, run->first, LEXICON_GIVEN) &&
        passage_has(passage, run->first + 1, LEXICON_GIVEN))
        run->name_first++; /* "Defeated Ann Miller", "Приехал Иван Петров" */
    if (!lexicon_nouns_have_capitals(passage->lexicon) && !is_behind_role(passage, run))
        return;
    for (uint32_t i = run->name_first; i + 1 < run->end; i++) {
        if (passage_has(passage, i, LEXICON_GIVEN)) {
            run->name_first = i;
            return;
        }
    }
}

struct name_run names_run(const struct passage *passage, uint32_t first)
{
    struct name_run run = {.first = first, .end = run_end(passage, first)};

    split_run(passage, &run);
    return run;
}

/* --- where nouns have capitals ------------------------------------------------------ */

/* True for what makes a noun of what follows it: "die", "seine", "große", "drei". */
static bool determines(const struct passage *passage, uint32_t word)
{
    const struct passage_word *here = &passage->words[word];

    if (here->is & (LEXICON_ARTICLE | LEXICON_OTHER_FORM | LEXICON_ORIGIN | LEXICON_FUNCTION) ||
        here->shape & SHAPE_NUMBER)
        return true;
    if (here->shape & SHAPE_CAPITAL || here->mark || here->is || here->cue != PASSAGE_NONE)
        return false;
    return passage_ends_as(passage, word, GRAMMAR_INFLECTED);
}

/* True for a word that is a common noun by its ending or its list. */
static bool is_noun(const struct passage *passage, uint32_t word)
{
    return passage_has(passage, word,
                       ~(uint32_t)(LEXICON_GIVEN | LEXICON_SEX | LEXICON_PARTICLE | LEXICON_SUFFIX |
                                   LEXICON_ARTICLE | LEXICON_PREPOSITION)) ||
           passage_ends_as(passage, word, GRAMMAR_ABSTRACT);
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

bool names_stand_bare(const struct passage *passage, const struct name_run *run)
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
    if (!starts && (cues_one_says(passage, before) || cues_ends_speech(passage, before)))
        return true;
    while (passage_follows(passage, cue) && passage->words[cue].cue == PASSAGE_NONE &&
           passage_has(passage, cue, LEXICON_AUXILIARY | LEXICON_ADVERB))
        cue++;
    if (run->end - run->name_first > 1)
        return cues_one_says(passage, cue) || is_described(passage, run->end) ||
               is_enclosed(passage, run);
    if (passage_outside(passage, cue) && passage_has(passage, cue, LEXICON_SOURCE) &&
        passage_has(passage, cue, LEXICON_PARTICIPLE))
        return true; /* "Larson zufolge" */
    /* "Demgegenüber sagte der Sprecher": an adverb, where a subject may follow. */
    return cues_one_says(passage, cue) &&
           !(starts && (passage_shaped(passage, cue + 1, SHAPE_CAPITAL) ||
                        passage_has(passage, cue + 1, LEXICON_ARTICLE | LEXICON_PRONOUN)));
}
