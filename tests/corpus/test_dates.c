#include "corpus/text/dates.h"

#include "corpus/base/day.h"
#include "corpus/text/datewords.h"
#include "tests/support.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

/* Instants by GNU date -u -d. */
static const struct reading {
    const char *published;
    const char *day;
    int64_t instant; /* -1: no time was given */
} readings[] = {
    {"2022-06-14", "2022-06-14", -1},
    {" 2022/06/14 ", "2022-06-14", -1},
    {"2022-6-4", "2022-06-04", -1},
    {"20220614", "2022-06-14", -1},
    {"14.06.2022", "2022-06-14", -1},
    {"4.6.2022, 10:15", "2022-06-04", 1654337700},
    {"2022-06-14T08:15:30Z", "2022-06-14", 1655194530},
    {"2022-06-14T08:15:30.250+02:00", "2022-06-14", 1655187330},
    {"2022-06-14t08:15:30,5z", "2022-06-14", 1655194530},
    {"2022-06-14 08:15", "2022-06-14", 1655194500},
    {"20220614T081530Z", "2022-06-14", 1655194530},
    {"2016-04-05 10:00:38 -0400", "2016-04-05", 1459864838},
    {"2022-06-14T23:30:00-04:00", "2022-06-15", 1655263800},
    {"2022-06-14T01:00:00+14", "2022-06-13", 1655118000},
    {"2022-06-14 10:00 UTC", "2022-06-14", 1655200800},
    {"Tue, 14 Jun 2022 08:15:30 +0200", "2022-06-14", 1655187330},
    {"Tue, 14 Jun 2022 08:15:30 +0200 (CEST)", "2022-06-14", 1655187330},
    {"14 Jun 22 08:15 EST", "2022-06-14", 1655212500},
    {"Sun, 06 Nov 1994 08:49:37 GMT", "1994-11-06", 784111777},
    {"Nov 27, 2025", "2025-11-27", -1},
    {"27 November 2025", "2025-11-27", -1},
    {"Thursday, November 27th, 2025 at 10:30 p.m. EST", "2025-11-28", 1764300600},
    {"Nov. 27, 2025, 12:05 AM", "2025-11-27", 1764201900},
    {"Sept. 1, 2020", "2020-09-01", -1},
    {"Wed Oct 10 20:19:24 +0000 2018", "2018-10-10", 1539202764},
    {"Dienstag, 14. März 2022", "2022-03-14", -1},
    {"27 ноября 2025 г.", "2025-11-27", -1},
    {"1 мая 2025, 10:00", "2025-05-01", 1746093600},
    {"Updated 3:15 PM ET, Thu November 27, 2025", "2025-11-27", 1764274500},
    {"3 p.m. EST, 27 Nov 2025", "2025-11-27", 1764273600},
    {"27 ноября 2025 г., 14:05 МСК", "2025-11-27", 1764241500},
    {"27. November 2025, 14:05 Uhr MEZ", "2025-11-27", 1764248700},
    {"Publié le jeudi 27 novembre 2025 à 14h05", "2025-11-27", 1764252300},
    {"1er janvier 2026", "2026-01-01", -1},
    {"mar. 25 nov. 2025", "2025-11-25", -1},
    {"25 mar 2025", "2025-03-25", -1},
    {"27.11.25", "2025-11-27", -1},
    {"11/11/2025", "2025-11-11", -1},
    {"2025-11-27, 2:05 PM", "2025-11-27", 1764252300},
    {"2025-11-27T14:05:00+01:00[Europe/Berlin]", "2025-11-27", 1764248700},
    {"27 Nov 2025 14:05 GMT+1", "2025-11-27", 1764248700},
    {"Nov 27, 2025 | 14:05 UTC", "2025-11-27", 1764252300},
    {"November 27, 2025 \xE2\x80\x93 14:05", "2025-11-27", 1764252300},
    {"2025-W01-1", "2024-12-30", -1},
    {"1655187330.25", "2022-06-14", 1655187330},
    {"1655187330000000", "2022-06-14", 1655187330},
    {"1655187330", "2022-06-14", 1655187330},
    {"1655187330000", "2022-06-14", 1655187330},
    {"2024-02-29", "2024-02-29", -1},
    {"1969-12-31T23:59:58Z", "1969-12-31", -2},
    {"1800-01-01", "1800-01-01", -1},
    {"2016-12-31T23:59:60Z", "2017-01-01", 1483228800},
    {"26-FEB-1987 15:01:01.79", "1987-02-26", 541350061},
    {" 2-MAR-1987 04:59:37.31", "1987-03-02", 541659577},
    {"5-Nov-2025", "2025-11-05", -1},
    {"Wednesday, 05-Nov-2025 10:00:00 GMT", "2025-11-05", 1762336800},
    {"20251127140500", "2025-11-27", 1764252300},
    {"20251127 140500", "2025-11-27", 1764252300},
    {"2025-11-27T14Z", "2025-11-27", 1764252000},
    {"2025-11-27Z", "2025-11-27", -1},
    {"2025-11-27+01:00", "2025-11-27", -1},
    {"946684800", "2000-01-01", 946684800},
    {"/Date(1764252300000)/", "2025-11-27", 1764252300},
    {"2025:11:27 14:05:00", "2025-11-27", 1764252300},
    {"11/27/25", "2025-11-27", -1},
    {"Thu 27 Nov 2025 14.05 GMT", "2025-11-27", 1764252300},
    {"Fri 3 May 2024 13.05 BST", "2024-05-03", 1714737900},
    {"Updated: 2025-11-27T14:05:00Z", "2025-11-27", 1764252300},
    {"Date: 27 November 2025", "2025-11-27", -1},
    {"Do., 27.11.2025", "2025-11-27", -1},
    {"Do, 27.11.2025, 14:05 Uhr", "2025-11-27", 1764252300},
    {"27.11.2025, 14.05 Uhr", "2025-11-27", 1764252300},
    {"Stand: 27.11.2025 14:05 Uhr", "2025-11-27", 1764252300},
    {"14:05, 27.11.2025", "2025-11-27", 1764252300},
    {"27 novembre 2025 à 14 h 05", "2025-11-27", 1764252300},
    {"27/11/2025 ore 14.05", "2025-11-27", 1764252300},
    {"1° maggio 2024", "2024-05-01", -1},
    {"torsdag 27 november 2025", "2025-11-27", -1},
    {"27 november 2025 kl. 14.05", "2025-11-27", 1764252300},
    {"2025-11-27 kl 14:05", "2025-11-27", 1764252300},
    {"Publicerad 15 augusti 2024", "2024-08-15", -1},
    {"27 Kasım 2025 Perşembe", "2025-11-27", -1},
    {"Giriş Tarihi: 15 Ağustos 2024 09:30", "2024-08-15", 1723714200},
    {"27. 11. 2025 v 14:05", "2025-11-27", 1764252300},
    {"2025. 11. 27.", "2025-11-27", -1},
};

static void dates_of_the_listed_forms_are_read(void **state)
{
    const struct zone utc = ZONE_UTC;

    (void)state;
    for (size_t i = 0; i < COUNT_OF(readings); i++) {
        struct fault fault = FAULT_EMPTY;
        struct date date;
        char shown[DAY_TEXT_SIZE];
        bool timed = readings[i].instant != -1;

        if (!dates_read(&date, span_of(readings[i].published), &utc, &fault))
            fail_msg("%s", fault.message);
        day_text(shown, date.day);
        if (strcmp(shown, readings[i].day) != 0 || date.timed != timed ||
            date.instant != (timed ? readings[i].instant : 0))
            fail_msg("'%s' is read as %s, %lld", readings[i].published, shown,
                     (long long)date.instant);
    }
}

/* Worked by Python's email.utils and datetime; see tests/tables/dates.py. */
static const struct reading worked[] = {
#include "tests/tables/dates.inc"
};

static void instants_are_those_that_python_gives(void **state)
{
    const struct zone utc = ZONE_UTC;
    struct zone eastern;
    struct fault no_zones;
    bool has_zones = zones_open(&eastern, span_of("America/New_York"), &no_zones);

    (void)state;
    for (size_t i = 0; i < COUNT_OF(worked); i++) {
        struct fault fault = FAULT_EMPTY;
        struct date date;
        char shown[DAY_TEXT_SIZE];
        bool timed = worked[i].instant != -1;

        if (!has_zones && strstr(worked[i].published, " ET"))
            continue;
        if (!dates_read(&date, span_of(worked[i].published), &utc, &fault))
            fail_msg("%s", fault.message);
        day_text(shown, date.day);
        if (strcmp(shown, worked[i].day) != 0 || date.timed != timed ||
            date.instant != (timed ? worked[i].instant : 0))
            fail_msg("'%s' is read as %s, %lld, not %s, %lld", worked[i].published, shown,
                     (long long)date.instant, worked[i].day, (long long)worked[i].instant);
    }
    zones_release(&eastern);
}

static const struct refusal {
    const char *published;
    const char *message;
} refusals[] = {
    {"", "there is no date"},
    {"  ", "there is no date"},
    {"yesterday", "the date 'yesterday' is of no known form"},
    {"06/07/2022", "nobody can tell the day from the month of '06/07/2022'"},
    {"2024-13-01", "the day of '2024-13-01' does not exist"},
    {"2023-02-29", "the day of '2023-02-29' does not exist"},
    {"31 April 2023", "the day of '31 April 2023' does not exist"},
    {"1066-10-14", "the year of '1066-10-14' lies outside 1800 to 2200"},
    {"2201-01-01", "the year of '2201-01-01' lies outside 1800 to 2200"},
    {"2022-06-14T25:00:00Z", "the date '2022-06-14T25:00:00Z' is of no known form"},
    {"2022-06-14T10:61", "the date '2022-06-14T10:61' is of no known form"},
    {"2022-06-14T10:00+15:00", "the date '2022-06-14T10:00+15:00' is of no known form"},
    {"2022-06", "the date '2022-06' is of no known form"},
    {"Martian 3, 2022", "the date 'Martian 3, 2022' is of no known form"},
    {"Nov 27", "the date 'Nov 27' is of no known form"},
    {"2025-W54-1", "the date '2025-W54-1' is of no known form"},
    {"2025-W48", "the date '2025-W48' is of no known form"},
    {"2023-366", "the date '2023-366' is of no known form"},
    {"13/13/2025", "the day of '13/13/2025' does not exist"},
    {"05-06-2022 10:00", "nobody can tell the day from the month of '05-06-2022 10:00'"},
    {"3 days ago", "the date '3 days ago' is of no known form"},
    {"5 červ 2023", "the date '5 červ 2023' is of no known form"},
    {"12345", "the date '12345' is of no known form"},
    {"FEB-1987", "the date 'FEB-1987' is of no known form"},
    {"26-FEB-19-87", "the date '26-FEB-19-87' is of no known form"},
    {"26-FEB-", "the date '26-FEB-' is of no known form"},
    {"27/11/25", "the date '27/11/25' is of no known form"},
    {"v2.11.27", "the date 'v2.11.27' is of no known form"},
    {"1.5 2025", "the date '1.5 2025' is of no known form"},
    {"27.11.2025 14.5", "the date '27.11.2025 14.5' is of no known form"},
    {"30-FEB-1987", "the day of '30-FEB-1987' does not exist"},
};

static void what_is_no_date_is_refused_with_the_reason(void **state)
{
    const struct zone utc = ZONE_UTC;

    (void)state;
    for (size_t i = 0; i < COUNT_OF(refusals); i++) {
        struct fault fault = FAULT_EMPTY;
        struct date date;

        assert_false(dates_read(&date, span_of(refusals[i].published), &utc, &fault));
        assert_int_equal(fault.kind, FAULT_INPUT);
        assert_string_equal(fault.message, refusals[i].message);
    }
}

static void the_day_is_the_one_the_zone_s_clocks_show(void **state)
{
    static const struct {
        const char *zone, *published, *day;
    } cases[] = {
        {"+14:00", "2022-06-14T10:00:00Z", "2022-06-15"},
        {"-12:00", "2022-06-14T11:59:59Z", "2022-06-13"},
        {"-12:00", "2022-06-14T12:00:00Z", "2022-06-14"},
        {"+02:00", "2022-06-14", "2022-06-14"},       /* no time: that day */
        {"+02:00", "2022-06-14 23:59", "2022-06-14"}, /* the zone's own clock */
        {"+0530", "2021-12-31T18:30:00Z", "2022-01-01"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct fault fault = FAULT_EMPTY;
        struct zone zone;
        struct date date;
        char shown[DAY_TEXT_SIZE];

        assert_true(zones_open(&zone, span_of(cases[i].zone), &fault));
        assert_true(dates_read(&date, span_of(cases[i].published), &zone, &fault));
        day_text(shown, date.day);
        assert_string_equal(shown, cases[i].day);
        zones_release(&zone);
    }
}

static void zones_that_are_none_are_refused(void **state)
{
    static const char *const names[] = {
        "",        "Mars/Olympus",           "+15:00", "+2",   "../UTC",
        "/etc/TZ", "Europe/../../etc/hosts", "+02:60", "02:00"};

    (void)state;
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        struct fault fault = FAULT_EMPTY;
        struct zone zone;

        assert_false(zones_open(&zone, span_of(names[i]), &fault));
        assert_int_equal(fault.kind, FAULT_USAGE);
    }
}

/* What the C library makes of the same files. */
static int32_t offset_by_libc(int64_t instant)
{
    time_t time = instant;
    struct tm local;
    int64_t day;

    assert_non_null(localtime_r(&time, &local));
    day = day_from_civil((struct day_civil){local.tm_year + 1900, local.tm_mon + 1, local.tm_mday});
    return (int32_t)(day * 86400 + local.tm_hour * 3600 + local.tm_min * 60 + local.tm_sec -
                     instant);
}

static void named_zones_keep_the_time_the_c_library_keeps(void **state)
{
    static const char *const names[] = {"Europe/Berlin",    "America/New_York", "Australia/Sydney",
                                        "Asia/Kolkata",     "Europe/Moscow",    "Pacific/Apia",
                                        "America/St_Johns", "Asia/Tehran",      "Europe/Dublin",
                                        "Etc/GMT+5",        "Asia/Kathmandu",   "UTC"};

    (void)state;
    if (access("/usr/share/zoneinfo/Europe/Berlin", R_OK) != 0) {
        print_message("no /usr/share/zoneinfo to read\n");
        skip();
    }
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        struct fault fault = FAULT_EMPTY;
        struct zone zone;

        if (!zones_open(&zone, span_of(names[i]), &fault))
            fail_msg("%s", fault.message);
        assert_int_equal(setenv("TZ", names[i], 1), 0);
        tzset();
        /* 1900 to 2199, every 11 days and a bit, so that all hours come up. */
        for (int64_t instant = -2208988800; instant < 7258118400; instant += 953377)
            if (zones_offset(&zone, instant) != offset_by_libc(instant))
                fail_msg("%s at %lld: %d, not %d", names[i], (long long)instant,
                         zones_offset(&zone, instant), offset_by_libc(instant));
        zones_release(&zone);
    }
}

static void hours_that_come_twice_or_never_are_placed_by_rule(void **state)
{
    struct fault fault = FAULT_EMPTY;
    struct zone zone;
    struct date date;

    (void)state;
    if (!zones_open(&zone, span_of("Europe/Berlin"), &fault)) {
        print_message("no /usr/share/zoneinfo to read\n");
        skip();
    }
    assert_true(dates_read(&date, span_of("2022-10-30 02:30"), &zone, &fault));
    assert_int_equal(date.instant, 1667089800); /* still in summer time */
    assert_true(dates_read(&date, span_of("2022-03-27 02:30"), &zone, &fault));
    assert_int_equal(date.instant, 1648344600); /* 03:30 in summer time */
    assert_true(dates_read(&date, span_of("2022-07-01 12:00"), &zone, &fault));
    assert_int_equal(date.instant, 1656669600);
    zones_release(&zone);
}

static void calendar_words_are_names_in_full(void **state)
{
    static const char *const names[] = {"june", "Monday", "März", "понедельник", "января"};
    static const char *const others[] = {"marc", "jun", "junes", "mo", "day", "", "fridays"};

    (void)state;
    for (size_t i = 0; i < COUNT_OF(names); i++)
        assert_true(datewords_is_calendar(span_of(names[i])));
    for (size_t i = 0; i < COUNT_OF(others); i++)
        assert_false(datewords_is_calendar(span_of(others[i])));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dates_of_the_listed_forms_are_read),
        cmocka_unit_test(instants_are_those_that_python_gives),
        cmocka_unit_test(what_is_no_date_is_refused_with_the_reason),
        cmocka_unit_test(the_day_is_the_one_the_zone_s_clocks_show),
        cmocka_unit_test(zones_that_are_none_are_refused),
        cmocka_unit_test(named_zones_keep_the_time_the_c_library_keeps),
        cmocka_unit_test(calendar_words_are_names_in_full),
        cmocka_unit_test(hours_that_come_twice_or_never_are_placed_by_rule),
    };

    return cmocka_run_group_tests_name("dates", tests, NULL, NULL);
}
