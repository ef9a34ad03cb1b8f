#include "corpus/text/dates.h"

#include "corpus/base/day.h"
#include "corpus/text/datewords.h"

enum { DAY = 86400, HOUR = 3600, MINUTE = 60, DATE_TEXT_MAX = 80 };

/* What was read so far; year, month and day are 0 until known. */
struct fields {
    int32_t year, month, day;
    int32_t hour, minute, second;
    int32_t offset; /* seconds east of UTC */
    bool timed, placed;
    const char *zone;  /* whose season decides the offset; NULL for none */
    bool month_unsure; /* its word is a weekday's too, as is "mar" */
    bool ambiguous;    /* day and month could change places */
};

/* --- pieces --------------------------------------------------------------------------- */

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static size_t digit_count(struct span text)
{
    size_t count = 0;

    while (count < text.length && is_digit(text.bytes[count]))
        count++;
    return count;
}

static bool take(struct span *text, char byte)
{
    if (!text->length || text->bytes[0] != byte)
        return false;
    *text = span_cut(*text, 1, text->length);
    return true;
}

/* Takes `count` digits, at most 9, off the front of `text`. */
static bool take_digits(int32_t *value, struct span *text, size_t count)
{
    *value = 0;
    if (digit_count(*text) < count)
        return false;
    for (size_t i = 0; i < count; i++)
        *value = *value * 10 + (text->bytes[i] - '0');
    *text = span_cut(*text, count, text->length);
    return true;
}

/* Bytes that are letters: ASCII ones, and all of characters past ASCII. */
static struct span take_word(struct span *text)
{
    struct span word = span_cut(*text, 0, 0);

    while (word.length < text->length &&
           ((unsigned char)text->bytes[word.length] >= 0x80 ||
            (unsigned char)((text->bytes[word.length] | 0x20) - 'a') < 26))
        word.length++;
    *text = span_cut(*text, word.length, text->length);
    return word;
}

/* --- time of the day -------------------------------------------------------------------- */

/* Past a decimal part, which is less than a second. */
static void skip_fraction(struct span *text)
{
    if (text->length > 1 && (text->bytes[0] == '.' || text->bytes[0] == ',') &&
        is_digit(text->bytes[1]))
        *text = span_cut(*text, 1 + digit_count(span_cut(*text, 1, text->length)), text->length);
}

/* `08:15`, `08:15:30`, `08:15:30.250`, `8h15`, or digits alone where `basic`: `081530`, `0815`. */
static bool take_clock(struct fields *fields, struct span *text, bool basic)
{
    size_t digits = digit_count(*text);

    fields->timed = true;
    if (!take_digits(&fields->hour, text, digits == 1 ? 1 : 2))
        return false;
    if (!take(text, ':') && !take(text, 'h') && !basic)
        return false;
    if (!take_digits(&fields->minute, text, 2))
        return false;
    if (take(text, ':') || (basic && digit_count(*text) == 2)) {
        if (!take_digits(&fields->second, text, 2))
            return false;
        skip_fraction(text);
    }
    return fields->hour <= 23 && fields->minute <= 59 && fields->second <= 60;
}

static bool read_zone_name(struct fields *fields, struct span word)
{
    const struct datewords_zone *zone = datewords_zone(word);

    if (!zone)
        return false;
    fields->offset = zone->offset;
    fields->zone = zone->name;
    fields->placed = true;
    return true;
}

/* An offset in digits at the front of `text`; `+3` is `+03`. */
static bool take_offset(struct fields *fields, struct span *text)
{
    size_t length = 1;
    char padded[] = "+00";

    while (length < text->length && (is_digit(text->bytes[length]) || text->bytes[length] == ':'))
        length++;
    fields->placed = true;
    fields->zone = NULL;
    padded[0] = text->bytes[0];
    padded[2] = text->bytes[length - 1];
    if (!zones_read_offset(&fields->offset,
                           length == 2 ? span_of(padded) : span_cut(*text, 0, length)))
        return false;
    *text = span_cut(*text, length, text->length);
    return true;
}

/* --- pieces in any order ------------------------------------------------------------------ */

/* "a.m." and "pm" at the front of `text`: their length, 0 for none. */
static size_t half_length(struct span text, bool *evening)
{
    static const struct {
        const char *text;
        bool evening;
    } halves[] = {{"a.m", false}, {"p.m", true}, {"am", false}, {"pm", true}};

    for (size_t i = 0; i < sizeof halves / sizeof *halves; i++) {
        size_t length = strlen(halves[i].text);
        struct span rest = text;

        if (!span_starts_as(text, halves[i].text))
            continue;
        rest = span_cut(rest, length, rest.length);
        *evening = halves[i].evening;
        if (take_word(&rest).length == 0)
            return length;
    }
    return 0;
}

/* The clock's half of the day, where one follows it. */
static bool take_half(struct fields *fields, struct span *text)
{
    struct span rest = span_trim(*text);
    bool evening = false;
    size_t length = half_length(rest, &evening);

    if (length == 0 || !fields->timed || fields->hour > 12)
        return length == 0;
    fields->hour = fields->hour % 12 + (evening ? 12 : 0);
    *text = span_cut(rest, length, rest.length);
    return true;
}

static bool read_word(struct fields *fields, struct span *text)
{
    struct span word = take_word(text);
    int32_t month;
    bool weekday;

    /* What nearly every program writes need not be looked for among the names. */
    if (fields->timed && span_is(word, "Z")) {
        fields->offset = 0;
        fields->zone = NULL;
        fields->placed = true;
        return true;
    }
    month = datewords_month(word);
    weekday = datewords_is_weekday(word);
    if (month && (!fields->month || fields->month_unsure)) {
        fields->month = month;
        fields->month_unsure = weekday;
        return true;
    }
    return weekday || datewords_is_filler(word) || (fields->timed && read_zone_name(fields, word));
}

/* `3:15`, `3:15 PM`, `3 p.m.` */
static bool is_clock(const struct fields *fields, struct span text)
{
    size_t digits = digit_count(text);
    bool evening = false;

    if (fields->timed || digits > 2 || digits == text.length)
        return false;
    text = span_cut(text, digits, text.length);
    return text.bytes[0] == ':' ||
           (text.bytes[0] == 'h' && digit_count(span_cut(text, 1, text.length)) == 2) ||
           half_length(span_trim(text), &evening);
}

static bool read_clock(struct fields *fields, struct span *text)
{
    size_t digits = digit_count(*text);

    if (digits < text->length && strchr(":h", text->bytes[digits]))
        return take_clock(fields, text, false) && take_half(fields, text);
    fields->timed = true;
    return take_digits(&fields->hour, text, digits) && take_half(fields, text);
}

/* A clock, a year or a day; the year may have two digits, after RFC 822. */
static bool read_number(struct fields *fields, struct span *text)
{
    size_t digits = digit_count(*text);

    if (is_clock(fields, *text))
        return read_clock(fields, text);
    if (digits == 4 && !fields->year)
        return take_digits(&fields->year, text, 4);
    if (digits > 2)
        return false;
    if (!fields->day)
        return take_digits(&fields->day, text, digits);
    if (fields->year || digits != 2 || !take_digits(&fields->year, text, 2))
        return false;
    fields->year += fields->year < 50 ? 2000 : 1900;
    return true;
}

/* The next piece of a date; blanks, commas and rules are pieces that say nothing. */
static bool read_piece(struct fields *fields, struct span *text)
{
    char byte = text->bytes[0];
    size_t before = text->length;

    if (is_digit(byte))
        return read_number(fields, text);
    if ((byte == '+' || byte == '-') && fields->timed && text->length > 1 &&
        is_digit(text->bytes[1]))
        return take_offset(fields, text);
    if (strchr(" ,.\t|-/:", byte) && byte) {
        *text = span_cut(*text, 1, text->length);
        return true;
    }
    return read_word(fields, text) && text->length < before;
}

/* Dates with a month's name, in whatever order the pieces come; or what follows a date. */
static bool read_pieces(struct fields *fields, struct span text)
{
    /* RFC 822 lets a remark follow, "+0200 (CEST)"; so do some programs: "+02:00[Europe/Berlin]".
     */
    while (text.length && !(fields->placed && (text.bytes[0] == '(' || text.bytes[0] == '[')))
        if (!read_piece(fields, &text))
            return false;
    return fields->year && fields->month && fields->day;
}

/* --- dates in numbers ------------------------------------------------------------------------ */

/* The `Z` that most dates end in, without a look at the words of twelve languages. */
static bool take_utc(struct fields *fields, struct span text)
{
    fields->placed = take(&text, 'Z') && !text.length;
    return fields->placed;
}

/* What may follow a date in numbers: `T081530Z`, or a blank or comma and pieces. */
static bool read_tail(struct fields *fields, struct span text, bool basic)
{
    if (!span_trim(text).length)
        return true;
    if (take(&text, 'T') || take(&text, 't'))
        return take_clock(fields, &text, basic) &&
               (take_utc(fields, text) || read_pieces(fields, text));
    if (text.bytes[0] != ' ' && text.bytes[0] != ',')
        return false;
    return read_pieces(fields, text);
}

static void set_day(struct fields *fields, int32_t day)
{
    struct day_civil civil = day_civil(day);

    fields->year = civil.year;
    fields->month = civil.month;
    fields->day = civil.day;
}

/* `2022-W24-2`, `2022W242`: the year was taken. */
static bool read_week_day(struct fields *fields, struct span text, bool basic)
{
    int32_t week, weekday;

    if (!take(&text, 'W') || !take_digits(&week, &text, 2) || (!basic && !take(&text, '-')) ||
        !take_digits(&weekday, &text, 1) || weekday < 1 || weekday > 7)
        return false;
    week = week_from_name((struct day_week){fields->year, week});
    if (week == WEEK_NONE)
        return false;
    set_day(fields, week_monday(week) + weekday - 1);
    return read_tail(fields, text, basic);
}

/* `2022-165`, `2022165`: the year was taken. */
static bool read_day_of_year(struct fields *fields, struct span text, bool basic)
{
    int32_t first = day_from_civil((struct day_civil){fields->year, 1, 1});
    int32_t next = day_from_civil((struct day_civil){fields->year + 1, 1, 1});
    int32_t day;

    if (first == DAY_NONE || next == DAY_NONE || !take_digits(&day, &text, 3) || day < 1 ||
        day > next - first)
        return false;
    set_day(fields, first + day - 1);
    return read_tail(fields, text, basic);
}

/* `-06-14`, `/06/14`, `0614`: the year was taken; `separator` is NUL where nothing parts. */
static bool read_month_day(struct fields *fields, struct span text, char separator)
{
    if (!take_digits(&fields->month, &text, !separator || digit_count(text) > 1 ? 2 : 1))
        return false;
    if (separator && !take(&text, separator))
        return false;
    return take_digits(&fields->day, &text, !separator || digit_count(text) > 1 ? 2 : 1) &&
           read_tail(fields, text, !separator);
}

/* `2022-06-14`, `2022/06/14`, `20220614`, ISO 8601's weeks and days of the year, and a time. */
static bool read_year_first(struct fields *fields, struct span text)
{
    size_t digits = digit_count(text);
    char separator;

    if (digits != 4 && digits != 7 && digits != 8)
        return false;
    if (!take_digits(&fields->year, &text, 4) || !text.length)
        return false;
    if (digits == 7)
        return read_day_of_year(fields, text, true);
    if (digits == 8)
        return read_month_day(fields, text, '\0');
    if (text.bytes[0] == 'W')
        return read_week_day(fields, text, true);
    separator = text.bytes[0];
    if (!separator || !strchr("-/.", separator) || !take(&text, separator) || !text.length)
        return false;
    if (separator == '-' && text.bytes[0] == 'W')
        return read_week_day(fields, text, false);
    if (separator == '-' && digit_count(text) == 3)
        return read_day_of_year(fields, text, false);
    return read_month_day(fields, text, separator);
}

/* Two digits are a year of 1950 to 2049. */
static bool take_year(struct fields *fields, struct span *text)
{
    size_t digits = digit_count(*text);

    if ((digits != 2 && digits != 4) || !take_digits(&fields->year, text, digits))
        return false;
    if (digits == 2)
        fields->year += fields->year < 50 ? 2000 : 1900;
    return true;
}

/*
 * `14.06.2022`, `14/06/2022`, `06/14/2022`, and a time. Between dots the day
 * stands first; between slashes and hyphens one that is past 12 tells itself.
 */
static bool read_year_last(struct fields *fields, struct span text)
{
    int32_t first, second;
    char separator;

    if (!take_digits(&first, &text, digit_count(text) == 1 ? 1 : 2) || !text.length)
        return false;
    separator = text.bytes[0];
    if (!separator || !strchr("./-", separator) || !take(&text, separator) ||
        !take_digits(&second, &text, digit_count(text) == 1 ? 1 : 2) || !take(&text, separator) ||
        (separator != '.' && digit_count(text) != 4) || !take_year(fields, &text))
        return false;
    fields->day = first;
    fields->month = second;
    if (separator != '.' && first <= 12 && second > 12) {
        fields->day = second;
        fields->month = first;
    }
    fields->ambiguous = separator != '.' && first <= 12 && second <= 12 && first != second;
    return read_tail(fields, text, false);
}

/* Seconds, thousandths or millionths of seconds since 1970. */
static bool read_epoch(struct fields *fields, struct span text)
{
    size_t digits = digit_count(text);
    int64_t seconds = 0;

    if (digits != 10 && digits != 13 && digits != 16)
        return false;
    for (size_t i = 0; i < 10; i++)
        seconds = seconds * 10 + (text.bytes[i] - '0');
    text = span_cut(text, digits, text.length);
    skip_fraction(&text);
    *fields = (struct fields){
        .hour = (int32_t)(seconds % DAY / HOUR),
        .minute = (int32_t)(seconds % HOUR / MINUTE),
        .second = (int32_t)(seconds % MINUTE),
        .timed = true,
        .placed = true,
    };
    set_day(fields, (int32_t)(seconds / DAY));
    return text.length == 0;
}

static bool read_fields(struct fields *fields, struct span text)
{
    static bool (*const forms[])(struct fields *, struct span) = {read_epoch, read_year_first,
                                                                  read_year_last, read_pieces};

    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        *fields = (struct fields){0};
        if (forms[i](fields, text))
            return true;
    }
    return false;
}

/* --- on the calendar ------------------------------------------------------------------------ */

/* The day on which the zone's clocks show the instant. */
static int32_t day_at(int64_t instant, const struct zone *zone)
{
    int64_t local = instant + zones_offset(zone, instant);

    return (int32_t)((local - (local < 0 ? DAY - 1 : 0)) / DAY);
}

/* False where the date names a zone whose seasons are not to be had. */
static bool place(struct date *date, struct fields fields, int32_t day, const struct zone *zone)
{
    int32_t second = fields.hour * HOUR + fields.minute * MINUTE + fields.second;
    int64_t local = (int64_t)day * DAY + second;
    struct zone named = ZONE_UTC;
    struct fault fault;

    *date = (struct date){.day = day, .timed = fields.timed};
    if (!fields.timed)
        return true;
    if (fields.zone && !zones_open(&named, span_of(fields.zone), &fault))
        return false;
    if (fields.zone)
        date->instant = zones_instant(&named, local);
    else
        date->instant = fields.placed ? local - fields.offset : zones_instant(zone, local);
    if (fields.placed)
        date->day = day_at(date->instant, zone);
    zones_release(&named);
    return true;
}

bool dates_read(struct date *date, struct span published, const struct zone *zone,
                struct fault *fault)
{
    struct span text = span_trim(published);
    struct span shown = text;
    struct fields fields;
    int32_t day;

    if (shown.length > DATE_TEXT_MAX)
        shown.length = DATE_TEXT_MAX;
    if (!text.length)
        return fault_set(fault, FAULT_INPUT, "there is no date");
    if (text.length > DATE_TEXT_MAX || !read_fields(&fields, text))
        return fault_set(fault, FAULT_INPUT, "the date '%.*s' is of no known form",
                         SPAN_PRINT(shown));
    if (fields.ambiguous)
        return fault_set(fault, FAULT_INPUT, "nobody can tell the day from the month of '%.*s'",
                         SPAN_PRINT(shown));
    day = day_from_civil((struct day_civil){fields.year, fields.month, fields.day});
    if (day == DAY_NONE)
        return fault_set(fault, FAULT_INPUT, "the day of '%.*s' does not exist", SPAN_PRINT(shown));
    if (fields.year < DATES_YEAR_MIN || fields.year > DATES_YEAR_MAX)
        return fault_set(fault, FAULT_INPUT, "the year of '%.*s' lies outside %d to %d",
                         SPAN_PRINT(shown), DATES_YEAR_MIN, DATES_YEAR_MAX);
    return place(date, fields, day, zone) ||
           fault_set(fault, FAULT_INPUT, "the zone of '%.*s' is not on this machine (tzdata)",
                     SPAN_PRINT(shown));
}
