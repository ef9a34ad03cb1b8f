#include "corpus/text/language.h"
#include "corpus/text/stopwords.h"
#include "corpus/text/wordlist.h"
#include "tests/support.h"

#include <stdio.h>

static const char *const listed[] = {"en", "de", "fr", "es", "it", "pt",
                                     "nl", "pl", "cs", "ru", "uk", "bg"};

/* Written for this test: news prose of 40 to 110 characters. */
static const struct sample {
    const char *language;
    const char *text;
} samples[] = {
    {"en", "The council voted on Tuesday to close three schools."},
    {"en", "Farmers say the dry spring has cost them half the harvest."},
    {"en", "Police are looking for two men who fled on a motorbike."},
    {"en", "Prices at the pump rose for the fifth week running."},
    {"en", "She told reporters that talks would resume after Easter."},
    {"en", "Rescue teams worked through the night to reach the miners."},
    {"en", "Voters will choose between four candidates next month."},
    {"en", "Shares in the bank fell sharply before recovering a little."},
    {"en", "It was not clear whether anyone had been hurt in the fire."},
    {"en", "Nurses walked out over pay at hospitals across the north."},
    {"de", "Der Stadtrat hat am Dienstag drei Schulen geschlossen."},
    {"de", "Die Bauern klagen über die Trockenheit im ganzen Land."},
    {"de", "Nach Angaben der Polizei wurde niemand schwer verletzt."},
    {"de", "Im kommenden Jahr sollen die Mieten nur langsam steigen."},
    {"de", "Sie sagte, die Gespräche würden nach Ostern fortgesetzt."},
    {"de", "Zwei Männer sind mit einem Motorrad in den Wald geflohen."},
    {"de", "Der Minister will das Gesetz noch im Herbst vorlegen."},
    {"de", "Viele Pendler mussten gestern lange auf ihre Züge warten."},
    {"de", "Wer die Kosten tragen soll, ist bisher nicht entschieden."},
    {"de", "Ein Sprecher wollte sich zu den Plänen nicht äußern."},
    {"fr", "Le conseil municipal a décidé de fermer trois écoles."},
    {"fr", "Les agriculteurs se plaignent de la sécheresse du printemps."},
    {"fr", "Selon la police, personne n'a été blessé dans l'incendie."},
    {"fr", "Le prix de l'essence augmente pour la cinquième semaine."},
    {"fr", "Elle a promis que les discussions reprendraient après Pâques."},
    {"fr", "Deux hommes ont pris la fuite à moto vers la frontière."},
    {"fr", "Les secours ont travaillé toute la nuit sans relâche."},
    {"fr", "Le ministre veut présenter sa loi avant la fin de l'année."},
    {"fr", "On ignore encore qui paiera les travaux du nouveau pont."},
    {"fr", "Plusieurs centaines de personnes ont manifesté dans la rue."},
    {"es", "El ayuntamiento decidió el martes cerrar tres escuelas."},
    {"es", "Los agricultores se quejan de la sequía de esta primavera."},
    {"es", "Según la policía, nadie resultó herido en el incendio."},
    {"es", "El precio de la gasolina sube por quinta semana seguida."},
    {"es", "La portavoz dijo que no habrá más cambios este año."},
    {"es", "Dos hombres huyeron en moto hacia la frontera del norte."},
    {"es", "Los equipos de rescate trabajaron durante toda la noche."},
    {"es", "El ministro quiere presentar la ley antes del verano."},
    {"es", "Todavía no se sabe quién pagará las obras del puente."},
    {"es", "Cientos de personas salieron a la calle para protestar."},
    {"it", "Il consiglio comunale ha deciso di chiudere tre scuole."},
    {"it", "Gli agricoltori si lamentano della siccità di primavera."},
    {"it", "Secondo la polizia nessuno è rimasto ferito nell'incendio."},
    {"it", "Il prezzo della benzina sale per la quinta settimana."},
    {"it", "La ministra ha detto che non ci saranno altri tagli."},
    {"it", "Due uomini sono fuggiti in moto verso il confine."},
    {"it", "I soccorritori hanno lavorato per tutta la notte."},
    {"it", "Non si sa ancora chi pagherà i lavori del nuovo ponte."},
    {"it", "Centinaia di persone sono scese in piazza contro la legge."},
    {"it", "Il governo vuole presentare la riforma entro l'estate."},
    {"ru", "Городской совет решил во вторник закрыть три школы."},
    {"ru", "Фермеры жалуются на засуху и просят помощи у властей."},
    {"ru", "По данным полиции, при пожаре никто не пострадал."},
    {"ru", "Цены на бензин растут уже пятую неделю подряд."},
    {"ru", "Она сказала, что переговоры продолжатся после праздников."},
    {"ru", "Двое мужчин скрылись на мотоцикле в сторону границы."},
    {"ru", "Спасатели работали всю ночь, чтобы добраться до шахтёров."},
    {"ru", "Министр намерен внести закон в парламент до конца года."},
    {"ru", "Пока неизвестно, кто оплатит строительство нового моста."},
    {"ru", "Сотни людей вышли на улицы против повышения налогов."},
    {"uk", "Міська рада вирішила у вівторок закрити три школи."},
    {"uk", "Фермери скаржаться на посуху та просять допомоги."},
    {"uk", "За даними поліції, під час пожежі ніхто не постраждав."},
    {"uk", "Ціни на бензин зростають уже п’ятий тиждень поспіль."},
    {"uk", "Вона сказала, що переговори тривають після свят."},
    {"uk", "Двоє чоловіків утекли на мотоциклі в бік кордону."},
    {"uk", "Рятувальники працювали всю ніч, щоб дістатися шахтарів."},
    {"uk", "Міністр має намір подати закон до парламенту цього року."},
    {"uk", "Поки що невідомо, хто заплатить за будівництво мосту."},
    {"uk", "Сотні людей вийшли на вулиці проти підвищення податків."},
    {"pt", "O presidente disse que não haverá mais mudanças este ano."},
    {"nl", "De gemeenteraad heeft besloten drie scholen te sluiten."},
    {"pl", "Rada miasta zdecydowała we wtorek, że zamknie trzy szkoły."},
    {"cs", "Městská rada v úterý rozhodla, že zavře tři školy."},
    {"bg", "Общинският съвет реши във вторник да затвори три училища."},
    {"el", "Το δημοτικό συμβούλιο αποφάσισε να κλείσει τρία σχολεία."},
    {"ja", "市議会は火曜日に三つの学校を閉鎖することを決めた。"},
    {"zh", "市议会星期二决定关闭三所学校。"},
    {"ko", "시의회는 화요일에 세 학교를 폐쇄하기로 결정했다."},
};

/* A text with all that its language is found by. */
struct reading {
    struct token_list tokens;
    struct words words;
    struct language_memory memory;
    struct language_article article;
};

#define READING_EMPTY ((struct reading){0})

static void read_text(struct reading *reading, struct span text, const char *declared)
{
    struct fault fault;

    assert_true(tokens_cut(&reading->tokens, text, &fault));
    words_read(&reading->words, text, &reading->tokens);
    reading->article = (struct language_article){
        .text = text, .tokens = &reading->tokens, .words = &reading->words};
    language_read(&reading->article, &reading->memory, span_of(declared));
}

static void release(struct reading *reading)
{
    tokens_release(&reading->tokens);
    words_release(&reading->words);
    language_release(&reading->memory);
}

/* Lives as long as the program and `declared`. */
static struct span language_found(const char *declared, struct span text)
{
    struct reading reading = READING_EMPTY;
    struct span language;

    read_text(&reading, text, declared);
    language = reading.article.language;
    release(&reading);
    return language;
}

static void at_least_95_of_100_short_paragraphs_are_told(void **state)
{
    size_t told = 0;

    (void)state;
    for (size_t i = 0; i < COUNT_OF(samples); i++) {
        struct span found = language_found("", span_of(samples[i].text));

        if (span_is(found, samples[i].language))
            told++;
        else
            print_message("%s taken for '%.*s': %s\n", samples[i].language, SPAN_PRINT(found),
                          samples[i].text);
    }
    assert_true(100 * told >= 95 * COUNT_OF(samples));
}

/* By the number of words: how many of 100 have to be right, and may be taken for another. */
static const struct level {
    size_t words_most;
    size_t right_least, wrong_most;
} levels[] = {{7, 78, 5}, {14, 99, 0}, {SIZE_MAX, 100, 0}};

static size_t blanks_of(const char *text)
{
    size_t blanks = 0;

    for (; *text; text++)
        blanks += *text == ' ';
    return blanks;
}

static void labelled_sentences_are_told_as_well_as_was_reached(void **state)
{
    FILE *file = fopen("tests/articles/languages.txt", "r");
    size_t all[COUNT_OF(levels)] = {0}, right[COUNT_OF(levels)] = {0},
           wrong[COUNT_OF(levels)] = {0};
    char line[1024];

    (void)state;
    assert_non_null(file);
    while (fgets(line, sizeof line, file)) {
        struct span language = {.bytes = line, .length = 2};
        struct span text = span_trim(span_of(line + 3));
        struct span found = language_found("", text);
        size_t words = blanks_of(line + 3) + 1, level = 0;

        if (line[0] == '#')
            continue;
        while (words > levels[level].words_most)
            level++;
        all[level]++;
        if (span_equal(found, language)) {
            right[level]++;
        } else if (found.length) {
            wrong[level]++;
            print_message("%.2s taken for %.*s: %.*s\n", line, SPAN_PRINT(found), SPAN_PRINT(text));
        }
    }
    (void)fclose(file);
    for (size_t i = 0; i < COUNT_OF(levels); i++) {
        print_message("%zu of %zu right, %zu wrong, the others unknown\n", right[i], all[i],
                      wrong[i]);
        assert_true(all[i] > 100);
        assert_true(100 * right[i] >= levels[i].right_least * all[i]);
        assert_true(100 * wrong[i] <= levels[i].wrong_most * all[i]);
    }
}

/* A text in this language, or one that is in none. */
static const char *filler(const char *language)
{
    for (size_t i = 0; i < COUNT_OF(samples); i++) {
        if (strcmp(samples[i].language, language) == 0)
            return samples[i].text;
    }
    return "Qapla xyzzy plugh qwerty.";
}

/* Whether the paragraph is counted in an article that is else of this language. */
static bool is_counted(const char *language, const char *paragraph)
{
    struct reading reading = READING_EMPTY;
    struct bytes text = BYTES_EMPTY;
    size_t start, first = 0;
    bool counted;

    for (int i = 0; i < 4; i++)
        bytes_print(&text, "%s\n", filler(language));
    start = text.count;
    bytes_add_text(&text, paragraph);
    read_text(&reading, bytes_span(&text), language);
    while (first < reading.tokens.count && reading.tokens.items[first].start < start)
        first++;
    counted = language_counts(&reading.article, first, reading.tokens.count);
    release(&reading);
    bytes_release(&text);
    return counted;
}

static void paragraphs_count_in_their_own_language_alone(void **state)
{
    size_t foreign = 0, kept = 0;

    (void)state;
    for (size_t i = 0; i < COUNT_OF(samples); i++) {
        if (!is_counted(samples[i].language, samples[i].text))
            fail_msg("not counted in its own language: %s", samples[i].text);
        if (strcmp(samples[i].language, "en") == 0)
            continue;
        foreign++;
        if (is_counted("en", samples[i].text)) {
            print_message("counted as English: %s\n", samples[i].text);
            kept++;
        }
    }
    assert_true(100 * kept <= 5 * foreign);
}

static void short_paragraphs_are_judged_by_script_alone(void **state)
{
    (void)state;
    assert_true(is_counted("en", "Die Mannschaft"));
    assert_true(is_counted("en", "2,500 — 3,000 * * *"));
    assert_true(is_counted("en", ""));
    assert_true(is_counted("", "Переведено сервисом"));
    assert_true(is_counted("tlh", "Переведено сервисом"));
    assert_false(is_counted("en", "Переведено сервисом «Перевод»"));
    assert_false(is_counted("ru", "Translated by a machine"));
    assert_true(is_counted("ja", "東京都"));
}

static void a_declared_language_holds_unless_the_script_contradicts_it(void **state)
{
    static const struct {
        const char *declared, *text, *language;
    } cases[] = {
        {"en-US", "Der Rat hat die Schule geschlossen.", "en"},
        {"ENG", "x", "en"},
        {" German ", "x", "de"},
        {"sv_SE", "Kommunen har beslutat.", "sv"},
        {"tlh", "tlhIngan", "tlh"},
        {"en", "Городской совет решил во вторник закрыть три школы.", "ru"},
        {"", "Городской совет решил во вторник закрыть три школы.", "ru"},
        {"ru", "2024", "ru"},
        {"", "2024", ""},
        {"", "xyzzy plugh qwerty", ""},
        {"", "", ""},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct span found = language_found(cases[i].declared, span_of(cases[i].text));

        if (!span_is(found, cases[i].language))
            fail_msg("'%s' with '%s' is '%.*s'", cases[i].declared, cases[i].text,
                     SPAN_PRINT(found));
    }
}

static void names_of_languages_are_told_from_others(void **state)
{
    static const char *const languages[] = {"en", "EN", "en-US", "eng", "English",
                                            "sv", "ca", "haw",   "und", "pt_BR"};
    static const char *const others[] = {"", "xx", "english text", "e", "elvish", "-", "e n"};

    (void)state;
    for (size_t i = 0; i < COUNT_OF(languages); i++)
        if (!language_exists(span_of(languages[i])))
            fail_msg("'%s' is a language", languages[i]);
    for (size_t i = 0; i < COUNT_OF(others); i++)
        if (language_exists(span_of(others[i])))
            fail_msg("'%s' is none", others[i]);
}

static void the_stop_words_are_sound_and_folded(void **state)
{
    struct bytes folded = BYTES_EMPTY;

    (void)state;
    for (size_t i = 0; i < COUNT_OF(listed); i++) {
        struct span list = stopwords_list(span_of(listed[i]));

        assert_true(list.length > 0);
        if (!wordlist_is_sound(list))
            fail_msg("the stop words of %s are not in byte order", listed[i]);
        list = span_cut(list,
                        (size_t)((const char *)memchr(list.bytes, '\n', list.length) - list.bytes),
                        list.length);
        tokens_fold(&folded, list);
        if (!span_equal(bytes_span(&folded), list))
            fail_msg("the stop words of %s are not folded", listed[i]);
    }
    bytes_release(&folded);
}

static void stop_words_are_found_whole(void **state)
{
    (void)state;
    assert_true(stopwords_has(span_of("en"), span_of("don't")));
    assert_true(stopwords_has(span_of("en"), span_of("it's")));
    assert_true(stopwords_has(span_of("en"), span_of("a")));
    assert_true(stopwords_has(span_of("en"), span_of("yourselves")));
    assert_true(stopwords_has(span_of("ru"), span_of("из-за")));
    assert_true(stopwords_has(span_of("de"), span_of("über")));
    assert_false(stopwords_has(span_of("en"), span_of("th")));
    assert_false(stopwords_has(span_of("en"), span_of("")));
    assert_false(stopwords_has(span_of("en"), span_of("zebra")));
    assert_false(stopwords_has(span_of("de"), span_of("the")));
    assert_false(stopwords_has(span_of("sv"), span_of("och")));
}

static void lists_out_of_order_are_not_sound(void **state)
{
    (void)state;
    assert_true(wordlist_is_sound(span_of("# why\na\nb\n")));
    assert_true(wordlist_is_sound(SPAN_EMPTY));
    assert_false(wordlist_is_sound(span_of("b\na\n")));
    assert_false(wordlist_is_sound(span_of("a\na\n")));
    assert_false(wordlist_is_sound(span_of("a\nb")));
    assert_false(wordlist_is_sound(span_of("a\n\nb\n")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(at_least_95_of_100_short_paragraphs_are_told),
        cmocka_unit_test(labelled_sentences_are_told_as_well_as_was_reached),
        cmocka_unit_test(paragraphs_count_in_their_own_language_alone),
        cmocka_unit_test(short_paragraphs_are_judged_by_script_alone),
        cmocka_unit_test(a_declared_language_holds_unless_the_script_contradicts_it),
        cmocka_unit_test(names_of_languages_are_told_from_others),
        cmocka_unit_test(the_stop_words_are_sound_and_folded),
        cmocka_unit_test(stop_words_are_found_whole),
        cmocka_unit_test(lists_out_of_order_are_not_sound),
    };

    return cmocka_run_group_tests_name("language", tests, NULL, NULL);
}
