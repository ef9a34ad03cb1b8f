#include "tests/chance.h"
#include "tests/corpus/stage.h"

#include "corpus/voices/cues.h"
#include "corpus/voices/speaker.h"

#include <string.h>

/* The stages up to the people of one text. */
struct known {
    struct stage stage;
    struct cue_list cues;
    struct mention_list mentions;
    struct speaker_list speakers;
    struct bytes shown;
};

#define KNOWN_EMPTY ((struct known){0})

static void know(struct known *known, const char *text, const char *language)
{
    stage_read(&known->stage, span_of(text), language);
    cues_find(&known->cues, &known->stage.passage);
    mentions_find(&known->mentions, &known->stage.passage);
    speaker_know(&known->speakers, &known->stage.passage, &known->mentions);
}

static void release(struct known *known)
{
    bytes_release(&known->shown);
    speaker_release(&known->speakers);
    mentions_release(&known->mentions);
    cues_release(&known->cues);
    stage_release(&known->stage);
}

/* "N Ann Miller, R judge, P he": each mention's kind and its own words. */
static const char *mentions_shown(struct known *known)
{
    static const char letters[] = {
        [MENTION_NONE] = '-', [MENTION_NAME] = 'N',  [MENTION_PRONOUN] = 'P',
        [MENTION_ROLE] = 'R', [MENTION_GROUP] = 'G', [MENTION_WRITING] = 'W',
    };
    const char *between = "";

    bytes_clear(&known->shown);
    for (size_t i = 0; i < known->mentions.count; i++) {
        const struct mention *mention = &known->mentions.items[i];
        struct span words = passage_text(&known->stage.passage, mention->first, mention->end);

        if (mention->kind == MENTION_NONE)
            continue;
        bytes_print(&known->shown, "%s%c %.*s", between, letters[mention->kind], SPAN_PRINT(words));
        between = ", ";
    }
    return bytes_text(&known->shown);
}

/* The people, each as "m Bob Stone", "f Ann Miller" or "? Lee". */
static const char *people_shown(struct known *known)
{
    bytes_clear(&known->shown);
    for (uint32_t i = 0; i < known->speakers.count; i++) {
        uint32_t sex = speaker_sex(&known->speakers, i);
        const char *letter = sex == LEXICON_MALE ? "m" : sex == LEXICON_FEMALE ? "f" : "?";

        bytes_print(&known->shown, "%s%s %.*s", i ? ", " : "", letter,
                    SPAN_PRINT(speaker_name(&known->speakers, &known->stage.passage, i)));
    }
    return bytes_text(&known->shown);
}

struct mention_case {
    const char *language, *text, *expected;
};

static void check(const struct mention_case *cases, size_t count,
                  const char *(*show)(struct known *known))
{
    size_t wrong = 0;

    for (size_t i = 0; i < count; i++) {
        struct known known = KNOWN_EMPTY;

        know(&known, cases[i].text, cases[i].language);
        if (strcmp(show(&known), cases[i].expected) != 0) {
            print_error("in:  %s\nis:  %s\nnot: %s\n", cases[i].text, show(&known),
                        cases[i].expected);
            wrong++;
        }
        release(&known);
    }
    assert_int_equal(wrong, 0);
}

static void names_keep_their_parts_and_shed_their_titles(void **state)
{
    static const struct mention_case cases[] = {
        {"en", "We met Ann Miller.", "P We, N Ann Miller"},
        {"en", "We met Dr. Ann B. Miller Jr. there.", "P We, N Ann B. Miller Jr."},
        {"en", "We met Ann A. Miller and Bob I. Stone.", "P We, N Ann A. Miller, N Bob I. Stone"},
        {"en", "A. I. Miller left. So did we and I. Stone left.",
         "N A. I. Miller, P we, P I, N Stone"},
        {"en", "We met Ursula von der Leyen.", "P We, N Ursula von der Leyen"},
        {"en", "We met President Stone.", "P We, N Stone"},
        {"en", "The Rovers head coach Ken Archer left.", "N Rovers, N Ken Archer"},
        {"en", "On Monday Ann Miller left.", "N Ann Miller"},
        {"en", "We met Sean O'Hara's lawyer.", "P We, N Sean O'Hara, R lawyer"},
        {"en", "We met the Ministry of Defence.", "P We, G Ministry of Defence"},
        {"en", "We met NATO and the U.S. police.", "P We, G NATO, G U.S., G police"},
        {"en", "We met the Office of Management and Budget.",
         "P We, G Office of Management and Budget"},
        {"en", "We met the Food and Drug Administration.", "P We, G Food and Drug Administration"},
        {"en", "We met the Institute for the Study of War.",
         "P We, G Institute for the Study of War"},
        {"en", "We met the Ministry of Defence and Ann Miller.",
         "P We, G Ministry of Defence, N Ann Miller"},
        {"en", "The United States met the Czech Republic.", "G United States, G Czech Republic"},
        {"en", "We met Omar al-Rashad and the pro-Miller mayor.",
         "P We, N Omar al-Rashad, R mayor"},
        {"en", "We met a general theory and a general.", "P We, R general"},
        {"en", "This week came.", ""},
        {"ru", "Там был Омар аль-Рашад.", "N Омар аль-Рашад"},
        {"en", "We met the Russian president.", "P We, R president"},
        {"en", "She met her press secretary.", "P She, P her, R secretary"},
        {"en", "The report is out.", "W report"},
        {"en", "Why Ann Miller Said No", "N Ann Miller"},
        {"de", "Wir trafen Anna Müller am Montag.", "P Wir, N Anna Müller"},
        {"de", "Die Zeit der Ernte kam.", ""},
        {"de", "Anna Aa Bb Cc Dd Ee Ff Gg Hh Ii Jj 7 Kk Ll kam.",
         "N Anna Aa Bb Cc Dd Ee Ff Gg Hh Ii Jj 7 Kk"},
        {"ru", "Приехал Иван Петров.", "N Иван Петров"},
    };

    (void)state;
    check(cases, COUNT_OF(cases), mentions_shown);
}

static void datelines_and_what_names_make_are_no_mentions(void **state)
{
    static const struct mention_case cases[] = {
        {"en", "WREN CITY (Agency) - Ann Miller left.", "N Ann Miller"},
        {"en", "WRENMOUTH, June 8 (Agency) -Ann Miller left.", "N Ann Miller"},
        {"en", "Wrenmouth/ELL CITY (Agency) — Ann Miller left.", "N Ann Miller"},
        {"en", "WRENMOUTH — Ann Miller left.", "N Ann Miller"},
        {"en", "QUON — a firm — left.", "G QUON, G firm"},
        {"en", "We met the Wrenmouth-based Ann Miller.", "P We, N Ann Miller"},
        {"en", "Ell-related losses were met by Fifteen-year-old Ann.", "N Ann"},
        {"en", "We met Dal Ki-moon.", "P We, N Dal Ki-moon"},
        {"en", "We met Jin Jong Un.", "P We, N Jin Jong Un"},
    };

    (void)state;
    check(cases, COUNT_OF(cases), mentions_shown);
}

static void title_case_makes_no_names(void **state)
{
    static const struct mention_case cases[] = {
        {"en", "Ann Miller Thanked Stone For Help After The Storm. We met Bob Stone.",
         "N Ann Miller, N Stone, P We, N Bob Stone"},
        {"en", "Wide Road Opens After The Flood. We left.", "P We"},
        {"en", "Local Shops Make Wrenmouth Streets Stronger\nWe left.", "P We"},
        {"en", "We met Bob Stone.\nQuon Stone Opens Wide Door To The Shore", "P We, N Bob Stone"},
        {"en", "The Rovers head coach Ken Archer Said So.", "N Rovers, N Ken Archer"},
    };

    (void)state;
    check(cases, COUNT_OF(cases), mentions_shown);
}

static void one_person_has_one_name(void **state)
{
    static const struct mention_case cases[] = {
        {"en", "We met Ann Miller. Then Miller left.", "f Ann Miller"},
        {"en", "We met Miller. Then Ann Miller left.", "f Ann Miller"},
        {"en", "We met Ann Miller. Then Ann left.", "f Ann Miller"},
        {"en", "We met Robert J. Stone. Then R. Stone left.", "m Robert J. Stone"},
        {"en", "We met Ann Miller and Bob Miller.", "f Ann Miller, m Bob Miller"},
        {"en", "We met Ann Miller. Then MILLER left.", "f Ann Miller"},
        {"en", "We met Dalla Quon. She left.", "f Dalla Quon"},
        {"en", "We met Mr. Quon.", "m Quon"},
        {"en", "Nothing left. Everything stayed.", ""},
        {"en", "Quon left the town.", ""},
        {"en", "Quon left. We met Quon.", "? Quon"},
        {"en", "No. 7: Launched. We launched it.", ""},
        {"en", "We met Launched. We launched it. Launched said no.", "? Launched"},
        {"en", "We met Pablo Ruiz Calvo. Then Ruiz left.", "m Pablo Ruiz Calvo"},
        {"en", "We met Pablo Ruiz Calvo and Ann Ruiz. Ruiz left.",
         "m Pablo Ruiz Calvo, f Ann Ruiz"},
        {"en", "We met Omar al-Rashad. Then Rashad left. Mr Al-Rashad came.", "m Omar al-Rashad"},
        {"en", "We met Dal Jong Un. Dal left. Reported by Jack Dal.", "? Dal Jong Un, m Jack Dal"},
        {"ru", "Мы видели Ивана Петрова. Иван Петров уехал.", "m Иван Петров"},
        {"ru", "Приехал Иван Петров. Потом Петрова видели.", "m Иван Петров"},
    };

    (void)state;
    check(cases, COUNT_OF(cases), people_shown);
}

static void a_role_means_its_only_holder(void **state)
{
    struct known known = KNOWN_EMPTY;
    const struct mention *role = NULL;

    (void)state;
    know(&known, "We met President Bob Stone and Ann Lee, a judge. The president left.", "en");
    role = &known.mentions.items[known.mentions.count - 1];
    assert_int_equal(role->kind, MENTION_ROLE);
    assert_int_equal(speaker_of_role(&known.speakers, &known.stage.passage, role), 0);
    release(&known);

    know(&known, "We met President Bob Stone and President Ann Lee. The president left.", "en");
    role = &known.mentions.items[known.mentions.count - 1];
    assert_int_equal(speaker_of_role(&known.speakers, &known.stage.passage, role), PASSAGE_NONE);
    release(&known);
}

/* Forms are remembered from text to text; who has them is not. */
static void one_text_knows_nobody_of_the_text_before(void **state)
{
    struct known known = KNOWN_EMPTY;
    const struct mention *role = NULL;

    (void)state;
    know(&known, "We met President Bob Stone and Ann Lee.", "en");
    assert_string_equal(people_shown(&known), "m Bob Stone, f Ann Lee");
    know(&known, "We met Stone. The president and Ann left.", "en");
    assert_string_equal(people_shown(&known), "? Stone, ? Ann");
    role = &known.mentions.items[2];
    assert_int_equal(role->kind, MENTION_ROLE);
    assert_int_equal(speaker_of_role(&known.speakers, &known.stage.passage, role), PASSAGE_NONE);

    words_release(&known.stage.words); /* begins anew: the same numbers mean other terms */
    known.stage.words.generation = known.stage.passage.answers.numbers[0].generation + 1;
    know(&known, "Then Mr. Petrov's lawyer met President Ann Lee.", "en");
    assert_string_equal(people_shown(&known), "f Ann Lee, m Petrov");
    release(&known);
}

static void mentions_are_in_order_and_inside_the_text(void **state)
{
    static const char *const units[] = {
        "Ann ",    "Miller ", "the ", "of ", "president ", "Mr. ",  "said ", "J. ",     ", ",
        ". ",      "van ",    "he ",  "\n",  "NATO ",      "'s ",   "(",     ") ",      "police ",
        "Berlin ", "42 ",     "und ", "ä",   "Ж",          "U.S. ", "Many ", "experts "};
    struct bytes text = BYTES_EMPTY;
    uint32_t seed = 3;

    (void)state;
    for (int round = 0; round < 2000; round++) {
        struct known known = KNOWN_EMPTY;
        uint32_t end = 0;

        chance_compose(&text, units, COUNT_OF(units), 40, &seed);
        know(&known, bytes_text(&text), round % 3 ? "en" : "de");
        for (size_t i = 0; i < known.mentions.count; i++) {
            const struct mention *mention = &known.mentions.items[i];

            assert_true(mention->first >= end);
            assert_true(mention->first >= mention->outer_first);
            assert_true(mention->end > mention->first);
            assert_true(mention->outer_end >= mention->end);
            assert_true(mention->outer_end <= known.stage.passage.count);
            assert_true(mention->outer_first >=
                        passage_sentence_start(&known.stage.passage, mention->first));
            if (mention->kind == MENTION_NAME)
                assert_true(mention->person < known.speakers.count);
            end = mention->end;
        }
        release(&known);
    }
    bytes_release(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_keep_their_parts_and_shed_their_titles),
        cmocka_unit_test(datelines_and_what_names_make_are_no_mentions),
        cmocka_unit_test(title_case_makes_no_names),
        cmocka_unit_test(one_person_has_one_name),
        cmocka_unit_test(a_role_means_its_only_holder),
        cmocka_unit_test(one_text_knows_nobody_of_the_text_before),
        cmocka_unit_test(mentions_are_in_order_and_inside_the_text),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
