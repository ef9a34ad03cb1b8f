#include "analysis/people/people_inside.h"
#include "corpus/base/memory.h"
#include "corpus/voices/lexicon.h"

#include <stdlib.h>

enum { SAYS_ARTICLES = 2 }; /* in which a name must have a verb of saying to be taken for one */

const char *people_kind_name(enum people_kind kind)
{
    static const char *const names[] = {
        [PEOPLE_UNCLEAR] = "unclear", [PEOPLE_TEXT] = "text",   [PEOPLE_GROUP] = "group",
        [PEOPLE_ROLE] = "role",       [PEOPLE_NAMED] = "named", [PEOPLE_PERSON] = "person",
    };

    return names[kind];
}

/* The word that says what a phrase is: the last before "of", "for", "at". */
static uint32_t head_class(struct spelling_reader *reader, struct span phrase, uint32_t *all)
{
    uint32_t head = 0;
    struct span word;

    *all = 0;
    while ((word = spelling_word(&phrase)).length) {
        uint32_t is = spelling_class(reader, word);

        if (*all && is & LEXICON_PREPOSITION)
            break;
        head = is;
        *all |= is | LEXICON_LONGER;
    }
    return head;
}

static enum people_kind kind_of_phrase(struct spelling_reader *reader, struct span phrase)
{
    uint32_t all, head = head_class(reader, phrase, &all);
    struct span rest = phrase;
    struct span first = spelling_word(&rest);

    if (head & LEXICON_WRITING)
        return PEOPLE_TEXT;
    if (head & (LEXICON_ROLE | LEXICON_TITLE))
        return PEOPLE_ROLE;
    if (head & (LEXICON_GROUP | LEXICON_ORGANISATION | LEXICON_PLACE | LEXICON_ORIGIN))
        return PEOPLE_GROUP;
    if (all & (LEXICON_ROLE | LEXICON_TITLE))
        return PEOPLE_ROLE;
    return all & LEXICON_ORGANISATION || (rest.length == 0 && spelling_is_acronym(first))
               ? PEOPLE_GROUP
               : PEOPLE_UNCLEAR;
}

/* What the form of a name tells without any article: a given name, or initials. */
static bool has_person_form(struct spelling_reader *reader, const struct namesake *name)
{
    struct span rest = name->text;
    uint32_t is = spelling_class(reader, spelling_word(&rest)), sex;

    if (!name->parts.is_name)
        return false;
    return is & LEXICON_GIVEN || name->parts.sex ||
           (name->parts.given_count ? name->parts.given[0].initial
                                    : slavic_given(&reader->key, name->parts.last, &sex));
}

/* What all articles tell of one person. */
struct signs {
    enum people_kind kind; /* by form, the clearest of the spellings */
    uint32_t person, group;
    uint32_t says;  /* articles */
    uint32_t words; /* of the longest name; 0 for what is none */
};

static void add_spelling(struct settling *settling, struct signs *signs,
                         const struct namesake *name)
{
    struct people *people = settling->people;
    enum people_kind form = has_person_form(&people->reader, name) ? PEOPLE_PERSON
                            : name->parts.is_name                  ? PEOPLE_UNCLEAR
                                                  : kind_of_phrase(&people->reader, name->text);

    for (uint32_t i = settling->voices_from[name->spelling];
         i < settling->voices_from[name->spelling + 1]; i++) {
        const struct voice *voice = &people->voices[settling->voices[i]];
        struct signs *of = &signs[people->person_of[settling->voices[i]]];

        of->person += voice->person_signs;
        of->group += voice->group_signs;
        of->says += voice->says;
        if (form > of->kind)
            of->kind = form;
        if (name->parts.is_name && name->parts.given_count + 1 > of->words)
            of->words = (uint32_t)name->parts.given_count + 1;
    }
}

static enum people_kind kind_of(const struct signs *signs)
{
    if (signs->kind == PEOPLE_PERSON || (signs->words && signs->person > signs->group))
        return PEOPLE_PERSON;
    if (signs->kind != PEOPLE_UNCLEAR)
        return signs->kind;
    if (signs->group)
        return PEOPLE_GROUP;
    if (signs->words > 1 || (signs->words && signs->says >= SAYS_ARTICLES))
        return PEOPLE_NAMED;
    return PEOPLE_UNCLEAR;
}

void people_find_kinds(struct settling *settling)
{
    struct people *people = settling->people;
    struct signs *signs = memory_new(people->count, sizeof *signs);
    size_t listed = people->roster ? people->roster->count : 0;

    people->kinds = memory_new(people->count, sizeof *people->kinds);
    for (size_t i = 0; i < settling->count; i++) {
        if (settling->names[i].spelling != TABLE_NONE)
            add_spelling(settling, signs, &settling->names[i]);
    }
    for (size_t p = 0; p < people->count; p++)
        people->kinds[p] = p < listed ? PEOPLE_PERSON : kind_of(&signs[p]);
    free(signs);
}
