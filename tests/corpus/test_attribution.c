#include "tests/speech.h"

#include "corpus/voices/ranker.h"

/* "rule: speaker" of each quotation. */
static void show(struct bytes *shown, struct span text, const struct quote *quote)
{
    (void)text;
    bytes_print(shown, "%s%s: %.*s", shown->count ? " / " : "", quote->decision,
                SPAN_PRINT(quote->speaker));
}

static void check(const char *language, const struct speech_case *cases, size_t count)
{
    struct speech speech = SPEECH_EMPTY;

    speech.voices.ranker = ranker_by_hand(); /* the rules are tested here, not the weights */
    speech_check(&speech, show, language, cases, count);
}

static void a_cue_beside_the_quotation_names_its_speaker(void **state)
{
    static const struct speech_case cases[] = {
        {"“We will win the match,” Ann Miller said.", "after-cue: Ann Miller"},
        {"“We will win the match,” said Ann Miller.", "after-cue-inverted: Ann Miller"},
        {"“We will win the match,” added Mr. Miller.", "after-cue-inverted: Miller"},
        {"\"We will win,\" believes Viktor Orlov.", "after-cue-inverted: Viktor Orlov"},
        {"“Will we win?” Ann Miller asked.", "after-cue: Ann Miller"},
        {"“We will win!” shouted Ann Miller.", "after-cue-inverted: Ann Miller"},
        {"“We will win,” Ann Miller has also said.", "after-cue: Ann Miller"},
        {"Etta James left. James Earl Stone came later. “We won,” Mrs. James said.",
         "after-cue: Etta James"},
        {"Jack Kim took pictures. Kim Jong Un came later. “We won,” Kim said.",
         "after-cue: Kim Jong Un"},
        {"“We will win,” Ann Miller later told reporters.", "after-cue: Ann Miller"},
        {"“We will win,” Ann Miller told John Carter.", "after-cue: Ann Miller"},
        {"Ann Miller said: “We will win.”", "before-cue: Ann Miller"},
        {"Ann Miller said, “We will win.”", "before-cue: Ann Miller"},
        {"Ann Miller said that “we will win the match.”", "before-cue: Ann Miller"},
        {"Ann Miller told the paper: “We will win.”", "before-cue: Ann Miller"},
        {"Ann Miller went on to say: “We will win.”", "before-cue: Ann Miller"},
        {"“We will win,” said the Rovers head coach Ken Archer.", "after-cue-inverted: Ken Archer"},
        {"“We will win,” said Rovers captain Ken Archer.", "after-cue-inverted: Ken Archer"},
        {"“We will win,” the narrator concluded.", "after-cue: narrator"},
        {"“We will win,” said the narrator.", "after-cue-inverted: narrator"},
        {"“We will win,” said former secretary of state Ann Miller.",
         "after-cue-inverted: Ann Miller"},
        {"“We will win,” a U.S. official said.", "after-cue: U.S. official"},
        {"“We will win,” said Mary Green.", "after-cue-inverted: Mary Green"},
        {"“We will win,” the agency quoted Ann Miller as saying.", "after-cue: Ann Miller"},
        {"The agency quoted Ann Miller as saying: “We will win.”", "before-cue: Ann Miller"},
        {"The firm declined to comment, with spokesman Bob Stone saying: “We will win.”",
         "before-cue: Bob Stone"},
        {"Bob Stone was asked by Ann Miller: “Will we win?”", "source: Ann Miller"},
        {"“We will win,” police said.", "after-cue: police"},
        {"“We will win,” a spokesman for the ministry said.",
         "after-cue: spokesman for the ministry"},
        {"“We will win,” said a spokeswoman for Northern Gas.",
         "after-cue-inverted: spokeswoman for Northern Gas"},
    };

    (void)state;
    check("en", cases, COUNT_OF(cases));
}

/* A role's name, its place and what it belongs to stand beside it, and are not who speaks. */
static void the_head_speaks_and_not_what_goes_with_it(void **state)
{
    static const struct speech_case cases[] = {
        {"“We will win,” added the three-time World Cup champion.",
         "after-cue-inverted: three-time World Cup champion"},
        {"Ann Miller this week argued that there was an “overwhelming case” for it.",
         "sentence: Ann Miller"},
        {"Are we aware Northern Union said it was a “great waste of money”?",
         "before-cue: Northern Union"},
        {"The Bank of Norland governor blamed the war and warned that “the prices” rise.",
         "before-cue: Bank of Norland governor"},
        {"Ann Miller of the University of Leeds, speaking to Northern Radio, said: “We will win.”",
         "before-cue: Ann Miller"},
        {"With neighbouring Norland to follow, Dal Vorsk made the call, adding: “We will win.”",
         "before-cue: Dal Vorsk"},
        {"The ambassador to the Norland Council Ann Miller said: “We will win.”",
         "before-cue: Ann Miller"},
        {"Ann Miller, Dean of Leeds School of Law said: “We will win.”", "before-cue: Ann Miller"},
        {"The mayor, Ann Miller, in Leeds this week said: “We will win.”",
         "before-cue: Ann Miller"},
        {"Norland’s Ministry of Trade said it would be “a very long way home”.",
         "before-cue: Norland’s Ministry of Trade"},
        {"The ship is from the U.S. Many health experts have said it was “a very long way home”.",
         "before-cue: Many health experts"},
        {"Police made the “wrong decision to go in” there, the mayor said.",
         "sentence-after: mayor"},
    };

    (void)state;
    check("en", cases, COUNT_OF(cases));
}

static void an_apposition_is_passed_over(void **state)
{
    static const struct speech_case cases[] = {
        {"“We will win,” Hugh Hill, a doctor, said.", "after-apposition: Hugh Hill"},
        {"“We will win,” Hugh Hill, 45, a doctor from Leeds, said.", "after-apposition: Hugh Hill"},
        {"“We will win,” Hugh Hill, who lives in Leeds, said.", "after-apposition: Hugh Hill"},
        {"“We will win,” Hugh Hill (Labour) said.", "after-apposition: Hugh Hill"},
        {"“We will win,” the firm's director, Hugh Hill, said.", "sentence-after: Hugh Hill"},
        {"Hugh Hill, a doctor, said: “We will win.”", "before-cue: Hugh Hill"},
        {"\"We will win,\" Daria Petrova, a researcher at the Institute of Seas of the Academy, "
         "explained to the paper.",
         "after-apposition: Daria Petrova"},
        {"“We will win,” Hugh Hill, 59, with his wife Jane, 56, said.",
         "after-apposition: Hugh Hill"},
        {"Hugh Hill, a doctor from Leeds said: “We will win.”", "before-cue: Hugh Hill"},
        {"“We will win,” said the director, Hugh Hill.", "after-cue-inverted: Hugh Hill"},
    };

    (void)state;
    check("en", cases, COUNT_OF(cases));
}

static void a_source_or_a_label_names_the_speaker(void **state)
{
    static const struct speech_case cases[] = {
        {"According to Ann Miller, “the match was a disgrace to us all.”", "source: Ann Miller"},
        {"“The match was a disgrace,” according to Ann Miller.", "source: Ann Miller"},
        {"In the words of Ann Miller, “the match was a disgrace.”", "source: Ann Miller"},
        {"Ann Miller: “We will win.”", "colon: Ann Miller"},
        {"The mayor, Ann Miller (“We will win”), and the coach Bob Stone: “They will.”",
         "colon: Ann Miller / colon: Bob Stone"},
        {"According to the paper's partners, Ann Miller made the match “a disgrace to us all.”",
         "source: paper's partners"},
        {"Ann Miller, a Ph.D. candidate at Leeds, said: “We will win.”", "before-cue: Ann Miller"},
        {"“We will win” when it rains, said Ann Miller.", "sentence-after: Ann Miller"},
        {"One soldier on the ground said: “We will win.”", "before-cue: One soldier"},
        {"In a post on Netchat the ministry said: “We will win.”", "before-cue: ministry"},
        {"A letter to Dr. Ann Miller said: “We will win.”", "before-cue: letter"},
        {"A letter by Dr. Ann Miller said: “We will win.”", "before-cue: Ann Miller"},
        {"The ministry's letter said: “We will win.”", "before-cue: ministry"},
        {"Bob Stone left. Ann Miller's Facebook post said: “We will win.”",
         "before-cue: Ann Miller"},
        {"Ann Miller's answer was short: “We will win.”", "colon-sentence: Ann Miller"},
        {"Ann Miller spoke last. Her answer was short: “We will win.”",
         "colon-sentence: Ann Miller"},
        {"As Ann Miller, the No. 2 in the club, put it: “We will win.”", "before-cue: Ann Miller"},
        {"Bob Stone left. From Miller's fan page: “We will win.”", "colon-sentence: Miller"},
        {"When Bob Stone came, the coach thanked Bob Stone and said: “We will win.”",
         "before-cue: coach"},
        {"The club wants a new stand. “The old one is not safe any more.”", "context: club"},
        {"“We will win.” — Ann Miller", "dash-name: Ann Miller"},
        {"Ann Miller wrote to the club:\n“We will win.”", "paragraph-colon: Ann Miller"},
    };

    (void)state;
    check("en", cases, COUNT_OF(cases));
}

/* "number speaker" of each quotation. */
static void show_numbers(struct bytes *shown, struct span text, const struct quote *quote)
{
    (void)text;
    bytes_print(shown, "%s%u %.*s", shown->count ? " / " : "", (unsigned)quote->number,
                SPAN_PRINT(quote->speaker));
}

static void the_parts_of_a_quotation_have_one_speaker(void **state)
{
    static const struct speech_case cases[] = {
        {"Ann Miller said: “We will win.\n“We are the best,” she said.",
         "1 Ann Miller / 1 Ann Miller"},
        /* A name beside a part tells more than a role; */
        {"The narrator took note, writing: “We will win.\n“We are the best,” wrote Ann Miller.",
         "1 Ann Miller / 1 Ann Miller"},
        {"Ann Miller said: “We will win.\n“We are the best,” the director said.",
         "1 Ann Miller / 1 Ann Miller"},
        /* a clause behind, more than nothing; and of equals the first decides. */
        {"“We will win.\n“We are the best.\n“We know it,” said Ann Miller.",
         "1 Ann Miller / 1 Ann Miller / 1 Ann Miller"},
        {"The director said: “We will win.\n“We are the best,” the narrator said.",
         "1 director / 1 director"},
        /* Two names are two quotations: a mark is missing. */
        {"Ann Miller said: “We will win.\n“They will not,” Bob Stone said. “They are lost.”",
         "1 Ann Miller / 2 Bob Stone / 3 Bob Stone"},
        {"Ann Miller said: “We will win.\n“They will not,” Bob Stone said.\n"
         "Jane Carter said: “No.\n“I know it.”",
         "1 Ann Miller / 2 Bob Stone / 3 Jane Carter / 3 Jane Carter"},
    };
    struct speech speech = SPEECH_EMPTY;

    (void)state;
    speech.voices.ranker = ranker_by_hand();
    speech_check(&speech, show_numbers, "en", cases, COUNT_OF(cases));
}

static void a_quotation_without_a_cue_inherits(void **state)
{
    static const struct speech_case cases[] = {
        {"“One more,” Ann Miller said. “And then we go home.”",
         "after-cue: Ann Miller / inherit-paragraph: Ann Miller"},
        {"“One more,” Ann Miller said, “and then we go home.”",
         "after-cue: Ann Miller / before-cue: Ann Miller"},
        {"“One more,” Ann Miller said.\n“And then we go home.”",
         "after-cue: Ann Miller / inherit-chain: Ann Miller"},
        {"“One more,” Ann Miller said.\n“Two more.”\n“And then we go home.”",
         "after-cue: Ann Miller / inherit-chain: Ann Miller / inherit-chain: Ann Miller"},
        {"Ann Miller said: “One more.\n“And then we go home.”",
         "before-cue: Ann Miller / continued: Ann Miller"},
        {"“One more,” Ann Miller said. “Two more,” said Bob Stone.",
         "after-cue: Ann Miller / after-cue-inverted: Bob Stone"},
        {"“One more,” Ann Miller said. Bob Stone said: “Two more.”",
         "after-cue: Ann Miller / before-cue: Bob Stone"},
        {"Ann Miller was not amused. “This is a disgrace.”", "context: Ann Miller"},
        {"Bob Stone left, Ann Miller said. “This is a disgrace.”", "context: Ann Miller"},
        {"“One more for all of us.”", "none: "},
        {"“One more,” Ann Miller said.\nBob Stone disagreed.\n“Two more would be better.”",
         "after-cue: Ann Miller / none: "},
    };

    (void)state;
    check("en", cases, COUNT_OF(cases));
}

static void pronouns_and_roles_are_resolved(void **state)
{
    static const struct speech_case cases[] = {
        {"Ann Miller met Bob Stone. “One more,” she said.", "after-cue: Ann Miller"},
        {"Ann Miller met Bob Stone. “One more,” he said.", "after-cue: Bob Stone"},
        {"President of Norland Alexander Stone called it late.\n\"It is late,\" he said.",
         "after-cue: Alexander Stone"},
        {"President Bob Stone spoke in Leeds. “One more,” the president said.",
         "after-cue: Bob Stone"},
        {"Bob Stone spoke in Leeds. “One more,” a president said.", "after-cue: president"},
        {"“One more,” he said.", "after-cue: "},
        {"“One more,” Ann Miller said. “Two more,” Miller added.",
         "after-cue: Ann Miller / after-cue: Ann Miller"},
        {"Ann Miller and Bob Miller came. “One more,” Mr. Miller said. “Two,” Mrs. Miller said.",
         "after-cue: Bob Miller / after-cue: Ann Miller"},
        {"Bob Stone was late. By the door a retired pilot kept count. “One more,” he said.",
         "after-cue: retired pilot"},
        {"Ann Miller left. It is late, according to Jane Stone. “One more,” she said.",
         "after-cue: Jane Stone"},
        {"The ministry answered late. “One more,” it said.", "after-cue: ministry"},
        {"Ann Miller left. Norland’s chancellor, Olaf Quon, came late, saying he was “very "
         "glad to be here”.",
         "before-cue: Olaf Quon"},
        {"Omar Quon came. The head of the council, Dal Vorsk, left. “One more,” the head said.",
         "after-cue: Dal Vorsk"},
        {"The club's coach Pablo Ruiz said: “One.” The Catalan added: “One more.”",
         "before-cue: Pablo Ruiz / before-cue: Pablo Ruiz"},
        {"The 19-year-old, who came late, told the court: “One more.”", "before-cue: 19-year-old"},
        {"A No 10 spokesman said: “One more.”", "before-cue: No 10 spokesman"},
        {"A Rover XC90 hit Ann Miller. The Rover was red. She told us: “One more.”",
         "before-cue: Ann Miller"},
        {"We asked the town. A police source said no. They added: “One more.”",
         "before-cue: police source"},
        {"Ann Miller left. On the ministry’s website it said: “One more.”", "before-cue: ministry"},
        {"They left a flag and a note. It said: “One more.”", "before-cue: note"},
        {"Here it was Ann Miller who paid. “One more,” the 29-year-old Frenchwoman said.",
         "after-cue: Ann Miller"},
        {"Ann Miller left. “One more,” a 29-year-old Frenchwoman said.",
         "after-cue: 29-year-old Frenchwoman"},
        {"Ann White left. White told us: “One more.”", "before-cue: Ann White"},
        {"Ann Miller agreed, but added: “One more.”", "before-cue: Ann Miller"},
        {"Ann Miller praised Bob Stone, saying: “One more.”", "before-cue: Ann Miller"},
        {"“One more,” I said.", "after-cue: "},
    };

    (void)state;
    check("en", cases, COUNT_OF(cases));
}

static void words_held_with_tweezers_are_no_speech(void **state)
{
    static const struct speech_case cases[] = {
        {"They hold the exercises \"Interaction\", \"Echelon\", \"Search\".", ""},
        {"Ann Miller saw the film \"The Long Day\" in Leeds.", ""},
        {"William \"Bill\" Stone left the club.", ""},
        {"The so-called \"golden boys\" left the club.", ""},
        {"Bob Stone called it a “disgrace.”", "before-cue: Bob Stone"},
        {"Bob Stone compared the state of the club with a “besieged fortress.”",
         "sentence: Bob Stone"},
    };

    (void)state;
    check("en", cases, COUNT_OF(cases));
}

static void russian_patterns_are_read(void **state)
{
    static const struct speech_case cases[] = {
        {"«Мы победим», — сказал Иван Петров.", "after-cue-inverted: Иван Петров"},
        {"\"Мы победим\", - говорит Иван Петров.", "after-cue-inverted: Иван Петров"},
        {"Иван Петров заявил: «Мы победим».", "before-cue: Иван Петров"},
        {"По словам Ивана Петрова, «мы победим в любом случае».", "source: Ивана Петрова"},
        {"— Мы победим, — сказал Иван Петров. — Это ясно.",
         "after-cue-inverted: Иван Петров / inherit-paragraph: Иван Петров"},
        {"«Мы победим», — говорит одна из бывших гимнасток.",
         "after-cue-inverted: одна из бывших гимнасток"},
        {"Президент Иван Петров приехал в Лидс. «Мы победим», — добавил он.",
         "after-cue-inverted: Иван Петров"},
        {"Пришел сам Петров. Петров, улыбаясь, замечает: «Мы победим».", "before-cue: Петров"},
        {"Один из бывших тренеров «после матча» заявил: «Мы устали».",
         "before-cue: Один из бывших тренеров"},
        {"«Мы победим», — с улыбкой сказал вахтёр и ушёл.", "sentence-after: вахтёр"},
        {"«Мы победим», — заявил представитель завода «Север».",
         "after-cue-inverted: представитель завода «Север»"},
        {"Газета «Утро» сообщила: «Мост закрыт».", "before-cue: Газета «Утро»"},
        {"«Мы победим», — сказал начальник управления транспорта.",
         "after-cue-inverted: начальник управления транспорта"},
        {"«Мы победим», — заявила депутат Госдумы Анна Орлова.", "after-cue-inverted: Анна Орлова"},
        {"«Мы победим», — заявил журналистам Петров. Иван Петров ушёл.",
         "after-cue-inverted: Иван Петров"},
        {"«Мы победим», — рассказал агентству «Север» капитан порта Иван Петров.",
         "after-cue-inverted: Иван Петров"},
        {"По словам директора школы, «детей стало намного больше».", "source: директора школы"},
        {"По мнению эксперта Института леса Анны Орловой, «лес болен и стар».",
         "source: Анны Орловой"},
        {"В МИД подчеркнули: «Стороны договорились».", "before-cue: МИД"},
        {"Как сообщили в пресс-службе, «дорога закрыта до утра».", "before-cue-inverted: "
                                                                   "пресс-службе"},
        {"Как пишет в дневнике мэр Иван Петров, «дорога закрыта до утра».",
         "before-cue-inverted: Иван Петров"},
    };

    (void)state;
    check("ru", cases, COUNT_OF(cases));
}

static void german_names_of_no_list_are_found_by_their_place(void **state)
{
    static const struct speech_case cases[] = {
        {"„Wir gewinnen“, sagte Zhao Wenli zur Presse.", "after-cue-inverted: Zhao Wenli"},
        {"Brockholt sagte weiter: „Wir gewinnen.“", "before-cue: Brockholt"},
        {"„Wir gewinnen“, strich Brockholt in Leeds heraus.", "after-cue-inverted: Brockholt"},
        {"Tuuli Saarinen, die Leiterin der Klinik, sagte: „Wir gewinnen.“",
         "before-cue: Tuuli Saarinen"},
        {"Der finnische Verkehrsminister, Pekka Saarinen, sagte: „Wir gewinnen.“",
         "before-cue: Pekka Saarinen"},
        {"Hans-Peter Brockholt nannte es „eine Schande für alle“.",
         "before-cue: Hans-Peter Brockholt"},
        {"Ursula von der Wiese kam. Von der Wiese betonte: „Wir gewinnen.“",
         "before-cue: Ursula von der Wiese"},
        {"Jens Huber kam. Huber zufolge sei es „ein Sieg für alle“.", "source: Jens Huber"},
        {"Auch Anna Huber kritisierte den Iran: „Wir gewinnen.“", "before-cue: Anna Huber"},
        {"Der Zeitung sagte Anna Huber: „Wir gewinnen.“", "before-cue-inverted: Anna Huber"},
        {"Hingegen sagte der Sprecher: „Wir gewinnen.“", "before-cue-inverted: Sprecher"},
        {"Eine Taucherin sagte: „Ja, klar.“ „Wir gewinnen“, sagte sie.",
         "before-cue: Taucherin / after-cue-inverted: Taucherin"},
        {"Demgegenüber sagte Anna Huber: „Wir gewinnen.“", "before-cue-inverted: Anna Huber"},
    };

    (void)state;
    check("de", cases, COUNT_OF(cases));
}

static void german_nouns_of_no_list_speak_beside_a_cue(void **state)
{
    static const struct speech_case cases[] = {
        {"Der 23-jährige Bogenschütze sagte: „Wir gewinnen.“",
         "before-cue: 23-jährige Bogenschütze"},
        {"Nach der Landung sagte die Ballonfahrerin: „Wir leben.“",
         "before-cue-inverted: Ballonfahrerin"},
        {"Auf dem Bahnsteig sagte die Ballonfahrerin eines Vereins: „Wir leben.“",
         "before-cue-inverted: Ballonfahrerin eines Vereins"},
        {"„Wir gewinnen“, sagte der 34-Jährige der Zeitung.", "after-cue-inverted: 34-Jährige"},
        {"Anna Huber kam. „Wir gewinnen“, sagt die 34-Jährige.", "after-cue-inverted: Anna Huber"},
        {"„Das ist gut“, freute sich Anna Huber.", "after-cue-inverted: Anna Huber"},
        {"„Wir gewinnen“, sagte der Sprecher von Rotberg 07 Nordstadt.",
         "after-cue-inverted: Sprecher von Rotberg 07 Nordstadt"},
        {"„Wir gewinnen“, sagte der stellvertretende Chef der Behörde.",
         "after-cue-inverted: stellvertretende Chef der Behörde"},
        {"Präsident Jens Huber den Plan als gut lobend sagte: „Wir gewinnen.“",
         "before-cue: Jens Huber"},
    };

    (void)state;
    check("de", cases, COUNT_OF(cases));
}

static void german_patterns_are_read(void **state)
{
    static const struct speech_case cases[] = {
        {"„Wir werden gewinnen“, sagte Anna Müller.", "after-cue-inverted: Anna Müller"},
        {"Anna Müller sagte: „Wir werden gewinnen.“", "before-cue: Anna Müller"},
        {"Weiter sagte Anna Müller: „Wir werden gewinnen.“", "before-cue-inverted: Anna Müller"},
        {"„Wir werden gewinnen“, so Anna Müller.", "source: Anna Müller"},
        {"Laut Anna Müller sei das „eine Schande für uns alle“.", "source: Anna Müller"},
        {"Der Vereinsmanager Vedat Ozan sagte: „Wir werden gewinnen.“", "before-cue: Vedat Ozan"},
        {"„Wir werden gewinnen“, erklärte ein Sprecher.", "after-cue-inverted: Sprecher"},
        {"In einer Erklärung der Polizei hieß es: „Wir werden gewinnen.“", "before-cue: Polizei"},
        {"Nach Darstellung des Verlags bietet das „eine Schande für alle“.", "source: Verlags"},
        {"„Wir werden gewinnen“, zitiert example.org Polizeisprecher Jens Huber.",
         "after-cue-inverted: Jens Huber"},
        {"Anna Müller nannte Jens Huber am 3. Juni „eine Schande für alle“.",
         "sentence: Anna Müller"},
        {"Der Sprecher fragte: „Gewinnen wir?“ Anna Müller fordert seit langem mehr Geld.",
         "before-cue: Sprecher"},
        {"Jens Huber lehnte ab. Seine Begründung: „Wir werden gewinnen.“", "colon: Jens Huber"},
        {"Der Ermittler will nach dem Ende des Falls Huber aufhören: „Wir haben gewonnen.“",
         "colon-sentence: Ermittler"},
        {"Als ein Gast kam, bat der Trainer den Gast herein und rief: „Wir werden gewinnen.“",
         "before-cue: Trainer"},
        {"Nach Aussagen eines Trainers sei das „wie Pech“ gewesen, nach Aussagen eines Spielers "
         "nicht.",
         "source: Trainers"},
        {"Kanzlerin Anna Huber bezeichnete Wolf am Donnerstag, den 3. Juni, in Berlin als „großen "
         "künftigen Präsidenten“, Minister Jens Kern strich Wolfs „klaren inneren Kompass“ hervor.",
         "sentence: Anna Huber / before-cue: Jens Kern"},
        {"Der Mieterbund verlangt ein Gesetz. „So geht es nicht weiter in den Städten.“",
         "context: Mieterbund"},
        {"Der Chef des Vereins sagte: „Wir werden gewinnen.“", "before-cue: Chef des Vereins"},
    };

    (void)state;
    check("de", cases, COUNT_OF(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_cue_beside_the_quotation_names_its_speaker),
        cmocka_unit_test(the_head_speaks_and_not_what_goes_with_it),
        cmocka_unit_test(an_apposition_is_passed_over),
        cmocka_unit_test(a_source_or_a_label_names_the_speaker),
        cmocka_unit_test(the_parts_of_a_quotation_have_one_speaker),
        cmocka_unit_test(a_quotation_without_a_cue_inherits),
        cmocka_unit_test(pronouns_and_roles_are_resolved),
        cmocka_unit_test(words_held_with_tweezers_are_no_speech),
        cmocka_unit_test(russian_patterns_are_read),
        cmocka_unit_test(german_patterns_are_read),
        cmocka_unit_test(german_names_of_no_list_are_found_by_their_place),
        cmocka_unit_test(german_nouns_of_no_list_speak_beside_a_cue),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
