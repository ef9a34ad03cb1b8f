#include "analysis/people/people.h"

#include "analysis/people/offices.h"
#include "corpus/base/memory.h"
#include "corpus/voices/lexicon.h"

#include <stdlib.h>

const char *people_rule_name(enum people_rule rule)
{
    static const char *const names[] = {
        [PEOPLE_ALONE] = "alone",
        [PEOPLE_FULL_NAME] = "full-name",
        [PEOPLE_VARIANT] = "variant",
        [PEOPLE_INITIALS] = "initials",
        [PEOPLE_LAST_NAME_80] = "last-name-80",
        [PEOPLE_OFFICE] = "office",
        [PEOPLE_ROSTER] = "roster",
    };

    return names[rule];
}

static uint32_t voice_of(struct people *people, const struct voice *wanted)
{
    uint32_t key[] = {wanted->spelling, (uint32_t)wanted->week, wanted->sex, wanted->titled,
                      wanted->definite};
    size_t known = people->voice_keys.count;
    uint32_t voice = table_add(&people->voice_keys,
                               (struct span){.bytes = (const char *)key, .length = sizeof key});

    if (voice >= known) {
        people->voices = memory_grow(people->voices, &people->voice_capacity, (size_t)voice + 1,
                                     sizeof *people->voices);
        people->voices[voice] = *wanted;
        people->voice_count = (size_t)voice + 1;
    }
    return voice;
}

static void add_holding(struct people *people, uint32_t voice, struct span phrase, bool counts)
{
    uint32_t key[] = {voice, table_add(&people->phrases, phrase)};
    size_t known = people->holding_keys.count;
    uint32_t holding = table_add(&people->holding_keys,
                                 (struct span){.bytes = (const char *)key, .length = sizeof key});

    if (holding < known) {
        people->holdings[holding].counts = people->holdings[holding].counts || counts;
        return;
    }
    people->holdings = memory_grow(people->holdings, &people->holding_capacity, (size_t)holding + 1,
                                   sizeof *people->holdings);
    people->holdings[holding] = (struct holding){key[0], key[1], counts};
    people->holding_count = (size_t)holding + 1;
}

/* What the first word of a mention tells: "Mrs. Clinton", "she". */
static void tell_sex(struct people *people, struct voice *voice, struct span mention)
{
    uint32_t is = spelling_class(&people->reader, spelling_word(&mention));
    uint32_t sex = is & LEXICON_SEX;

    if (!(is & (LEXICON_TITLE | LEXICON_PRONOUN)) || is & LEXICON_GIVEN || sex == LEXICON_SEX)
        return;
    voice->sex = sex;
    voice->titled = sex && !(is & LEXICON_PRONOUN);
}

/* "the Observer", but not "the attorney general John Smith"; "it". */
static bool shows_group(uint32_t first, struct span rest, struct span speaker)
{
    rest = span_trim(rest);
    if (first & LEXICON_ARTICLE)
        return rest.length >= speaker.length &&
               span_equal(span_cut(rest, 0, speaker.length), speaker);
    return first & LEXICON_PRONOUN && !(first & (LEXICON_SEX | LEXICON_PLURAL | LEXICON_FIRST));
}

/* "he", "Mr. Smith", "spokesman John Smith" show a person. */
static void add_signs(struct people *people, struct voice *voice, const struct people_use *use)
{
    struct span rest = use->mention;
    struct span word = spelling_word(&rest);
    uint32_t is = spelling_class(&people->reader, word);

    if (is & LEXICON_PRONOUN)
        voice->person_signs += (is & LEXICON_SEX) != 0;
    else if (is & (LEXICON_TITLE | LEXICON_ROLE) && span_trim(rest).length)
        voice->person_signs += !(is & LEXICON_GIVEN);
    voice->group_signs += spelling_has_capital(use->speaker) && shows_group(is, rest, use->speaker);
    rest = use->cue;
    while ((word = spelling_word(&rest)).length) {
        if (!(spelling_class(&people->reader, word) & LEXICON_STRONG) ||
            (voice->says && voice->says_in == use->article))
            continue;
        voice->says++;
        voice->says_in = use->article;
    }
}

uint32_t people_add(struct people *people, const struct people_use *use)
{
    struct voice voice = {.spelling = table_add(&people->spellings, use->speaker),
                          .week = use->week};
    struct bytes phrase = BYTES_EMPTY;
    bool goes_on = people->voice_count && use->mention.length == 0 &&
                   people->last_article == use->article &&
                   people->voices[people->last_voice].spelling == voice.spelling;
    uint32_t id;

    if (use->mention.length) {
        tell_sex(people, &voice, use->mention);
        voice.definite = offices_definite(&people->reader, use->mention);
    }
    id = goes_on ? people->last_voice : voice_of(people, &voice);
    if (offices_before(&phrase, &people->reader, use->mention, use->speaker))
        add_holding(people, id, bytes_span(&phrase), use->counts);
    bytes_release(&phrase);
    add_signs(people, &people->voices[id], use);
    people->voices[id].counts = people->voices[id].counts || use->counts;
    people->voices[id].quotes += use->counts && !use->further;
    people->last_voice = id;
    people->last_article = use->article;
    return id;
}

void people_release(struct people *people)
{
    table_release(&people->spellings);
    table_release(&people->voice_keys);
    table_release(&people->phrases);
    table_release(&people->holding_keys);
    spelling_close(&people->reader);
    free(people->voices);
    free(people->holdings);
    free(people->person_of);
    free(people->rules);
    free(people->names);
    free(people->roster_rows);
    free(people->kinds);
    arena_release(&people->arena);
    *people = PEOPLE_EMPTY;
}
