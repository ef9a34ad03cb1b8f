#include "tests/speech.h"

static void check(const struct speech_case *cases, size_t count)
{
    struct speech speech = SPEECH_EMPTY;

    speech_check(&speech, speech_show_words, "en", cases, count);
}

static void titles_are_no_speech(void **state)
{
    static const struct speech_case cases[] = {
        {"Children play the “Tide Table Game.” It is loud.", ""},
        {"Ann Miller said so on “Talk at the Pier.” She left.", ""},
        {"In “Slow Boats,” see how the pier was built.", ""},
        {"Come to our next evening: “Boats of the North 1900,” where you can row.", ""},
        {"They sang it to the tune of “Over the Old Pier.” They left.", ""},
        {"Ann Miller said, “Row the Boat.”", "Ann Miller: Row the Boat."},
        {"“Row the Boat,” Ann Miller said.", "Ann Miller: Row the Boat,"},
        {"She met them. To them I say, “Row Well. Row Now.”", ": Row Well. Row Now."},
    };

    (void)state;
    check(cases, COUNT_OF(cases));
}

static void terms_are_no_speech(void **state)
{
    static const struct speech_case cases[] = {
        {"Ann Miller came. The towers helped with the “why” question of tides.", ""},
        {"Ann Miller came late. Her “row and hope” approach has never worked.", ""},
        {"I understood that the “mobility” landscape had grown.", ""},
        {"You may say that someone has “missed the boat” here.", ""},
        {"Ann Miller spoke of the tides. Every boat must “up its game” there.", ""},
        {"Ann Miller said it was a “terrible” event.", "Ann Miller: terrible"},
        {"Ann Miller said boats must “up their game.”", "Ann Miller: up their game."},
    };

    (void)state;
    check(cases, COUNT_OF(cases));
}

static void example_questions_are_no_speech(void **state)
{
    static const struct speech_case cases[] = {
        {"Ann Miller came. For instance, “Which boat should be used at low tide?” is one question.",
         ""},
        {"Ann Miller came. Here is an instantaneous answer to the question: “Which boat is best?”",
         ""},
        {"Then ask yourself this question: “Which boat is best?”", ""},
        {"Ann Miller asked a question: “Which boat is best?”", "Ann Miller: Which boat is best?"},
    };

    (void)state;
    check(cases, COUNT_OF(cases));
}

static void things_are_no_speakers(void **state)
{
    static const struct speech_case cases[] = {
        {"The Harbour Index was built in May. An index needs a harbour.\n\n“I have not heard of "
         "anything here and I have been rowing for years!”",
         ": I have not heard of anything here and I have been rowing for years!"},
        {"They row to please the firms, which probably told them, “We have work for you.”",
         ": We have work for you."},
        {"The man made controversial comments and was sent off after he referred to the crew as "
         "“a band of lazy thieves and liars.”",
         "man: a band of lazy thieves and liars."},
    };

    (void)state;
    check(cases, COUNT_OF(cases));
}

static void a_cue_finds_its_own_subject(void **state)
{
    static const struct speech_case cases[] = {
        {"Ann Miller of the Northern Pier Agency (NPA) said, “We row at dawn.”",
         "Ann Miller: We row at dawn."},
        {"Rowers attacked the plan, with Ann Miller of Ohio calling it “a waste of boats” and Bob "
         "Stone of Iowa calling it “a leak in the hull.”",
         "Ann Miller: a waste of boats / Bob Stone: a leak in the hull."},
        {"Eva Lind came, mindful of Ann Miller’s warning that “no boat could stay afloat for "
         "ever.”",
         "Ann Miller: no boat could stay afloat for ever."},
        {"After the vote, the director of Iowa's Pier Council, Ann Miller, said the mayor had "
         "“heard "
         "the demands of the rowers”.",
         "Ann Miller: heard the demands of the rowers"},
        {"At a hearing in May, Special Envoy for Norway Ann Miller said, “We row at dawn.”",
         "Ann Miller: We row at dawn."},
        {"“The boats carry arms across the bay,” according to a tweet on Monday by US Secretary of "
         "State Ann Miller.",
         "Ann Miller: The boats carry arms across the bay,"},
        {"Bob Stone was described by Ann Miller as “a strong friend of the rowers here.”",
         "Ann Miller: a strong friend of the rowers here."},
    };

    (void)state;
    check(cases, COUNT_OF(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(titles_are_no_speech),
        cmocka_unit_test(terms_are_no_speech),
        cmocka_unit_test(example_questions_are_no_speech),
        cmocka_unit_test(things_are_no_speakers),
        cmocka_unit_test(a_cue_finds_its_own_subject),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
