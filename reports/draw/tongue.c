#include "reports/draw/tongue.h"

#include <math.h>

#define BIND "\u00A0"

const struct tongue tongues[TONGUES] =
    {
        [TONGUE_ENGLISH] =
            {
                .name = TONGUE_ENGLISH,
                .code = "en",
                .tag = "en-GB",
                .point = ".",
                .group = ",",
                .percent = "%",
                .points = "points",
                .to = "to",
                .thousand = "k",
                .million = "M",
                .billion = "bn",
                .months = {"January", "February", "March", "April", "May", "June", "July", "August",
                           "September", "October", "November", "December"},
                .months_short = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep",
                                 "Oct", "Nov", "Dec"},
                .weekdays = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"},
                .day_end = "",
                .quote_open = "“",
                .quote_close = "”",
                .continued = ", continued",
                .numbers_in = "Numbers: ",
                .table_in = "The full table: ",
                .method_page = " Method: page\u00A0",
                .page = "page\u00A0",
                .articles = "articles",
                .week = "W",
                .list_and = " and ",
                .numbers = {"no", "one", "two", "three", "four", "five", "six", "seven", "eight",
                            "nine", "ten", "eleven", "twelve"},
            },
        [TONGUE_GERMAN] =
            {
                .name = TONGUE_GERMAN,
                .code = "de",
                .tag = "de-DE",
                .point = ",",
                .group = ".",
                .percent = BIND "%",
                .points = "Punkte",
                .to = "bis",
                .thousand = BIND "Tsd.",
                .million = BIND "Mio.",
                .billion = BIND "Mrd.",
                .months = {"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August",
                           "September", "Oktober", "November", "Dezember"},
                .months_short = {"Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.",
                                 "Sep.", "Okt.", "Nov.", "Dez."},
                .weekdays = {"Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"},
                .day_end = ".",
                .quote_open = "„",
                .quote_close = "“",
                .continued = " (Fortsetzung)",
                .numbers_in = "Zahlen: ",
                .table_in = "Die ganze Tabelle: ",
                .method_page = " Methode: Seite\u00A0",
                .page = "Seite\u00A0",
                .articles = "Artikel",
                .week = "KW",
                .list_and = " und ",
            },
        [TONGUE_RUSSIAN] =
            {
                .name = TONGUE_RUSSIAN,
                .code = "ru",
                .tag = "ru-RU",
                .point = ",",
                .group = BIND,
                .percent = BIND "%",
                .points = "п." BIND "п.",
                .to = "…",
                .thousand = BIND "тыс.",
                .million = BIND "млн",
                .billion = BIND "млрд",
                .months = {"января", "февраля", "марта", "апреля", "мая", "июня", "июля",
                           "августа", "сентября", "октября", "ноября", "декабря"},
                .months_short = {"янв.", "фев.", "мар.", "апр.", "мая", "июн.", "июл.", "авг.",
                                 "сен.", "окт.", "ноя.", "дек."},
                .weekdays = {"пн", "вт", "ср", "чт", "пт", "сб", "вс"},
                .day_end = "",
                .quote_open = "«",
                .quote_close = "»",
                .continued = " (продолжение)",
                .numbers_in = "Числа: ",
                .table_in = "Вся таблица: ",
                .method_page = " Методика: с.\u00A0",
                .page = "с.\u00A0",
                .articles = "статьи",
                .week = "н.",
                .list_and = " и ",
            },
};

const struct tongue *tongue_find(struct span code)
{
    for (size_t i = 0; i < TONGUES; i++)
        if (span_is(code, tongues[i].code))
            return &tongues[i];
    return NULL;
}

struct span tongue_word(const struct tongue *tongue, struct span english)
{
    static const char *const words[][TONGUES] = {
        {"Name", "Name", "Название"},
        {"Number", "Anzahl", "Число"},
        {"Share", "Anteil", "Доля"},
        {"Per million", "Je Million", "На миллион"},
        {"Ratio", "Verhältnis", "Отношение"},
        {"Times", "Faktor", "Во сколько раз"},
        {"95% interval", "95-%-Intervall", "95%-й интервал"},
        {"Before", "Davor", "Раньше"},
        {"Term", "Wort", "Слово"},
        {"Week", "Woche", "Неделя"},
        {"Speaker", "Sprecher", "Спикер"},
        {"Articles", "Artikel", "Статьи"},
        {"same", "gleich", "столько же"},
        {"Goes with", "Steht bei", "Стоит с"},
    };

    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (span_is(english, words[i][TONGUE_ENGLISH]))
            return span_of(words[i][tongue->name]);
    return english;
}

int tongue_form(const struct tongue *tongue, double number)
{
    double tens = fmod(fabs(number), 100), ones = fmod(tens, 10);

    if (tongue->name != TONGUE_RUSSIAN)
        return number == 1 ? 0 : 1;
    if (number != floor(number)) /* 2,5 статьи */
        return 1;
    if (ones == 1 && tens != 11)
        return 0;
    return ones >= 2 && ones <= 4 && (tens < 12 || tens > 14) ? 1 : 2;
}
