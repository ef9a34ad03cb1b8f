#include "corpus/read/datelines.h"

#include "corpus/base/fault.h"
#include "corpus/read/naming.h"
#include "corpus/text/dates.h"
#include "corpus/text/datewords.h"

#include <stdio.h>

enum {
    YEAR_MIN = 1990, /* of an address */
    DATE_MAX = 48,   /* bytes of a date */
    LINE_MAX = 200,  /* bytes of a line with a date */
};

/* --- a date alone ------------------------------------------------------------------------- */

/* Takes a number of at most `digits` digits and what parts it from the next; 0 for none. */
static int take_number(struct span *text, size_t digits, char end)
{
    size_t length = 0;
    int number = 0;

    while (length < text->length && length < digits && text->bytes[length] >= '0' &&
           text->bytes[length] <= '9')
        number = number * 10 + (text->bytes[length++] - '0');
    if (end && (length == text->length || text->bytes[length++] != end))
        return 0;
    *text = span_cut(*text, length, text->length);
    return number;
}

static struct span day_of(struct arena *arena, int year, int month, int day)
{
    char text[40];

    (void)snprintf(text, sizeof text, "%04d-%02d-%02d", year, month, day);
    return arena_copy(arena, span_of(text));
}

static struct span slashed(struct arena *arena, struct span text)
{
    struct span rest = text;
    int first = take_number(&rest, 2, '/'), second = first ? take_number(&rest, 2, '/') : 0;
    int year = second ? take_number(&rest, 4, '\0') : 0;

    if (year < DATES_YEAR_MIN || (first > 12) == (second > 12))
        return text;
    return first > 12 ? day_of(arena, year, second, first) : day_of(arena, year, first, second);
}

static bool is_date(struct span text)
{
    const struct zone zone = ZONE_UTC;
    struct date date;
    struct fault fault;

    return text.length <= DATE_MAX && dates_read(&date, text, &zone, &fault);
}

struct span datelines_usable(struct arena *arena, struct span text)
{
    text = slashed(arena, text);
    return is_date(text) ? text : SPAN_EMPTY;
}

/* --- a date among other things ------------------------------------------------------------ */

struct span datelines_address(struct arena *arena, struct span url)
{
    for (size_t at = 0; at < url.length; at++) {
        struct span rest = span_cut(url, at + 1, url.length);
        int year, month, day;

        if (url.bytes[at] != '/')
            continue;
        year = take_number(&rest, 4, '/');
        month = take_number(&rest, 2, '/');
        day = take_number(&rest, 2, '\0');
        if (year >= YEAR_MIN && month && day)
            return day_of(arena, year, month, day);
    }
    return naming_date(url);
}

static bool is_edge(char byte)
{
    return byte == ' ' || byte == ',' || byte == '|' || byte == '(' || byte == ')' || byte == '.' ||
           byte == ';' || byte == '-';
}

static struct span trim_edges(struct span text)
{
    while (text.length && is_edge(text.bytes[0]))
        text = span_cut(text, 1, text.length);
    while (text.length && is_edge(text.bytes[text.length - 1]))
        text.length--;
    return text;
}

/* A number alone may be a time since 1970, and near a headline it is not. */
static bool is_written_date(struct arena *arena, struct span *text)
{
    size_t digits = 0;

    *text = trim_edges(*text);
    for (size_t i = 0; i < text->length; i++)
        digits += text->bytes[i] >= '0' && text->bytes[i] <= '9';
    if (digits < 5 || digits == text->length || text->length > DATE_MAX)
        return false;
    *text = datelines_usable(arena, *text);
    return text->length > 0;
}

/* Passes over what parts numbers: marks, blanks, the characters that say year and month. */
static void skip_between(struct span *text)
{
    size_t length = 0;

    while (length < text->length && length < 8 &&
           (is_edge(text->bytes[length]) || (unsigned char)text->bytes[length] >= 0x80))
        length++;
    *text = span_cut(*text, length, text->length);
}

/* `2022年4月10日`, `2022년 4월 10일`, `2022. 4. 10.`: the year first; empty for none. */
static struct span year_first(struct arena *arena, struct span line)
{
    for (size_t at = 0; at + 8 <= line.length; at++) {
        struct span rest = span_cut(line, at, line.length), day;
        int numbers[3];

        if (at > 0 && line.bytes[at - 1] >= '0' && line.bytes[at - 1] <= '9')
            continue;
        for (size_t i = 0; i < 3; i++) {
            numbers[i] = take_number(&rest, i == 0 ? 4 : 2, '\0');
            skip_between(&rest);
        }
        if (numbers[0] < YEAR_MIN || !numbers[1] || !numbers[2])
            continue;
        day = day_of(arena, numbers[0], numbers[1], numbers[2]);
        if (is_date(day))
            return day;
    }
    return SPAN_EMPTY;
}

/* Takes the next word that is not `de`, `del`, `d'`, `er`; marks and blanks part words. */
static struct span take_word(struct span *text)
{
    struct span word;

    do {
        size_t start = 0, end;

        while (start < text->length && is_edge(text->bytes[start]))
            start++;
        end = start;
        while (end < text->length && !is_edge(text->bytes[end]))
            end++;
        word = span_cut(*text, start, end);
        *text = span_cut(*text, end, text->length);
    } while (span_is(word, "de") || span_is(word, "del"));
    return word;
}

/* `3 août 2022`, `19 de mayo de 2021`, `1er mars 2024`: the day first; empty for none. */
static struct span day_first(struct arena *arena, struct span line)
{
    for (size_t at = 0; at + 8 <= line.length; at++) {
        struct span rest = span_cut(line, at, line.length), number, word, year, result;
        int day, month;

        if (at > 0 && !is_edge(line.bytes[at - 1]))
            continue;
        number = take_word(&rest);
        word = take_word(&rest);
        year = take_word(&rest);
        day = take_number(&number, 2, '\0');
        month = day && number.length <= 2 ? datewords_month(word) : 0;
        if (!month || year.length < 4)
            continue;
        result = day_of(arena, take_number(&year, 4, '\0'), month, day);
        if (is_date(result) && year.length == 0)
            return result;
    }
    return SPAN_EMPTY;
}

struct span datelines_find(struct arena *arena, struct span line)
{
    struct span found;

    if (line.length > LINE_MAX)
        return SPAN_EMPTY;
    for (size_t start = 0; start < line.length; start++) {
        if (start > 0 && line.bytes[start - 1] != ' ')
            continue;
        for (size_t end = line.length; end > start + 5; end--) {
            struct span part = span_cut(line, start, end);

            if ((end == line.length || line.bytes[end] == ' ') && is_written_date(arena, &part))
                return part;
        }
    }
    found = year_first(arena, line);
    return found.length ? found : day_first(arena, line);
}
