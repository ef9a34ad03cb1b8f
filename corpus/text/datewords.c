#include "corpus/text/datewords.h"

#include "corpus/text/unicode.h"
#include "corpus/text/utf8.h"

enum { HOUR = 3600, HALF_HOUR = 1800 };

/*
 * Lists are in lower case, a blank around each word. Months of Slavic
 * languages stand in the genitive, which dates use, and where it differs in
 * the first letters also in the nominative.
 */
static const char *const months[12] = {
    " january januar jänner janvier enero gennaio janeiro januari января январь stycznia styczeń "
    "ledna leden січня січень януари ocak ",
    " february februar février fevrier febrero febbraio fevereiro februari февраля февраль lutego "
    "luty února únor лютого лютий февруари şubat ",
    " march märz maerz mars marzo março marco maart mrt марта март marca marzec března březen "
    "березня березень marts mart ",
    " april avril abril aprile апреля апрель апр kwietnia kwiecień dubna duben квітня квітень "
    "април nisan ",
    " may mai mayo maggio maio mei мая май maja maj května květen травня травень mayıs ",
    " june juni juin junio giugno junho июня июнь czerwca czerwiec června červen червня червень "
    "юни haziran ",
    " july juli juillet julio luglio julho июля июль lipca lipiec července červenec липня липень "
    "юли temmuz ",
    " august août aout agosto augustus augusti августа август sierpnia sierpień srpna srpen серпня "
    "серпень ağustos ",
    " september septembre septiembre setiembre settembre setembro сентября сентябрь września "
    "wrzesień září вересня вересень септември eylül ",
    " october oktober octobre octubre ottobre outubro октября октябрь października październik "
    "října říjen жовтня жовтень октомври ekim ",
    " november novembre noviembre novembro ноября ноябрь listopada listopadu listopad листопада "
    "листопад ноември kasım ",
    " december dezember décembre decembre diciembre dicembre dezembro декабря декабрь grudnia "
    "grudzień prosince prosinec грудня грудень декември desember aralık ",
};

static const char weekdays[] =
    " monday tuesday wednesday thursday friday saturday sunday "
    "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag "
    "lundi mardi mercredi jeudi vendredi samedi dimanche "
    "lunes martes miércoles miercoles jueves viernes sábado sabado domingo "
    "lunedì martedì mercoledì giovedì venerdì sabato domenica "
    "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira "
    "segunda terça quarta quinta sexta feira "
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag "
    "понедельник вторник среда четверг пятница суббота воскресенье пн вт ср чт пт сб вс "
    "понеділок вівторок середа четвер п’ятниця субота неділя "
    "понеделник сряда четвъртък петък събота неделя "
    "poniedziałek wtorek środa czwartek piątek sobota niedziela "
    "pondělí úterý středa čtvrtek pátek sobota neděle "
    "måndag tisdag onsdag torsdag fredag lördag söndag mandag lørdag søndag "
    "pazartesi salı çarşamba perşembe cuma cumartesi pazar ";

static const char fillers[] =
    " at on of the st nd rd th updated published posted last modified first date "
    "um uhr den am der vom stand aktualisiert veröffentlicht erschienen datum "
    "le à a er publié publie mis jour modifié h "
    "de del el las los a publicado actualizado fecha º ª ° "
    "il alle ore del pubblicato aggiornato data "
    "às em do da dia atualizado "
    "op om uur bijgewerkt gepubliceerd "
    "г года в опубликовано обновлено дата "
    "р року о оновлено опубліковано "
    "ч "
    "r roku o godz dnia opublikowano aktualizacja dodano "
    "v dne hodin aktualizováno "
    "kl publicerad uppdaterad publisert oppdatert publiceret opdateret "
    "giriş tarihi güncelleme yayınlanma saat "
    "– — · • ";

/* Where the hour of a zone changes with the season, the data base knows when. */
static const struct datewords_zone zones[] = {
    {"z", 0, NULL},
    {"ut", 0, NULL},
    {"utc", 0, NULL},
    {"gmt", 0, NULL},
    {"wet", 0, NULL},
    {"west", HOUR, NULL},
    {"est", -5 * HOUR, NULL},
    {"edt", -4 * HOUR, NULL},
    {"cst", -6 * HOUR, NULL},
    {"cdt", -5 * HOUR, NULL},
    {"mst", -7 * HOUR, NULL},
    {"mdt", -6 * HOUR, NULL},
    {"pst", -8 * HOUR, NULL},
    {"pdt", -7 * HOUR, NULL},
    {"akst", -9 * HOUR, NULL},
    {"akdt", -8 * HOUR, NULL},
    {"hst", -10 * HOUR, NULL},
    {"bst", HOUR, NULL},
    {"cet", HOUR, NULL},
    {"mez", HOUR, NULL},
    {"cest", 2 * HOUR, NULL},
    {"mesz", 2 * HOUR, NULL},
    {"eet", 2 * HOUR, NULL},
    {"eest", 3 * HOUR, NULL},
    {"msk", 3 * HOUR, NULL},
    {"мск", 3 * HOUR, NULL},
    {"sast", 2 * HOUR, NULL},
    {"sgt", 8 * HOUR, NULL},
    {"hkt", 8 * HOUR, NULL},
    {"jst", 9 * HOUR, NULL},
    {"kst", 9 * HOUR, NULL},
    {"acst", 9 * HOUR + HALF_HOUR, NULL},
    {"aest", 10 * HOUR, NULL},
    {"aedt", 11 * HOUR, NULL},
    {"nzst", 12 * HOUR, NULL},
    {"nzdt", 13 * HOUR, NULL},
    {"et", 0, "America/New_York"},
    {"ct", 0, "America/Chicago"},
    {"mt", 0, "America/Denver"},
    {"pt", 0, "America/Los_Angeles"},
};

/* The word in lower case, a blank before it; its length in characters, 0 where it is too long. */
static size_t fold(struct bytes *out, struct span word)
{
    size_t count = 0;

    bytes_add_byte(out, ' ');
    for (size_t at = 0; at < word.length; count++) {
        struct utf8_point point = utf8_at(word, at);

        if (!point.width || out->count > 64)
            return 0;
        bytes_add_point(out, unicode_fold(point.code));
        at += point.width;
    }
    return count;
}

/* True where a word of `list` begins with `word`, which has a blank before it. */
static bool list_begins(const char *list, const struct bytes *word)
{
    return strstr(list, bytes_text(word)) != NULL;
}

/* True where `word` is one of `list`. */
static bool list_has(const char *list, struct bytes *word)
{
    bool found;

    bytes_add_byte(word, ' ');
    found = list_begins(list, word);
    word->items[--word->count] = '\0';
    return found;
}

int32_t datewords_month(struct span word)
{
    struct bytes folded = BYTES_EMPTY;
    int32_t whole = 0;
    int32_t cut = 0;
    size_t count = fold(&folded, word);

    for (int32_t month = 0; count >= 3 && month < 12; month++) {
        if (list_has(months[month], &folded))
            whole = month + 1;
        if (list_begins(months[month], &folded))
            cut = cut ? -1 : month + 1;
    }
    bytes_release(&folded);
    return whole ? whole : cut > 0 ? cut : 0;
}

bool datewords_is_weekday(struct span word)
{
    struct bytes folded = BYTES_EMPTY;
    bool is = fold(&folded, word) >= 2 && list_begins(weekdays, &folded);

    bytes_release(&folded);
    return is;
}

bool datewords_is_calendar(struct span word)
{
    struct bytes folded = BYTES_EMPTY;
    bool is = fold(&folded, word) >= 3 && list_has(weekdays, &folded);

    for (size_t month = 0; !is && folded.count >= 3 && month < 12; month++)
        is = list_has(months[month], &folded);
    bytes_release(&folded);
    return is;
}

bool datewords_is_filler(struct span word)
{
    struct bytes folded = BYTES_EMPTY;
    bool is = fold(&folded, word) >= 1 && list_has(fillers, &folded);

    bytes_release(&folded);
    return is;
}

const struct datewords_zone *datewords_zone(struct span word)
{
    const struct datewords_zone *found = NULL;
    struct bytes folded = BYTES_EMPTY;

    if (fold(&folded, word) >= 1)
        for (size_t i = 0; !found && i < sizeof zones / sizeof *zones; i++)
            if (strcmp(folded.items + 1, zones[i].word) == 0)
                found = &zones[i];
    bytes_release(&folded);
    return found;
}
