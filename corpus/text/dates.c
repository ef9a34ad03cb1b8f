#include "corpus/text/dates.h"

#include "corpus/base/day.h"

enum { DAY = 86400, HOUR = 3600, MINUTE = 60, DATE_TEXT_MAX = 80 };

/* What was read so far; year, month and day are 0 until known. */
struct fields {
    int32_t year, month, day;
    int32_t hour, minute, second;
    int32_t offset; /* seconds east of UTC */
    bool timed, placed;
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

/* True when the first bytes of `word`, as many as `name` has or all, are those of `name`. */
static bool begins_as(struct span word, const char *name)
{
    for (size_t i = 0; i < word.length && name[i]; i++) {
        char byte = word.bytes[i];

        if (byte >= 'A' && byte <= 'Z')
            byte = (char)(byte | 0x20);
        if (byte != name[i])
            return false;
    }
    return true;
}

/* True when `word` begins with `name`, which is lower case, without regard to ASCII case. */
static bool begins(struct span word, const char *name)
{
    return word.length >= strlen(name) && begins_as(word, name);
}

static bool is_word(struct span word, const char *name)
{
    return word.length == strlen(name) && begins(word, name);
}

/* --- time of the day -------------------------------------------------------------------- */

/* `08:15`, `08:15:30`, `08:15:30.250`, or digits alone where `basic`: `081530`. */
static bool take_clock(struct fields *fields, struct span *text, bool basic)
{
    size_t digits = digit_count(*text);

    fields->timed = true;
    if (!take_digits(&fields->hour, text, digits == 1 ? 1 : 2))
        return false;
    if (!take(text, ':') && !basic)
        return false;
    if (!take_digits(&fields->minute, text, 2))
        return false;
    if (take(text, ':') || (basic && digit_count(*text) == 2)) {
        if (!take_digits(&fields->second, text, 2))
            return false;
        if (take(text, '.') || take(text, ','))
            *text = span_cut(*text, digit_count(*text), text->length);
    }
    return fields->hour <= 23 && fields->minute <= 59 && fields->second <= 60;
}

/* Zone names of RFC 822 and what newsrooms add; false where `word` is none. */
static bool read_zone_name(struct fields *fields, struct span word)
{
    static const struct {
        const char *name;
        int32_t hours;
    } zones[] = {
        {"z", 0},    {"ut", 0},   {"utc", 0},  {"gmt", 0},  {"est", -5}, {"edt", -4},
        {"cst", -6}, {"cdt", -5}, {"mst", -7}, {"mdt", -6}, {"pst", -8}, {"pdt", -7},
        {"cet", 1},  {"cest", 2}, {"bst", 1},  {"eet", 2},  {"eest", 3}, {"msk", 3},
    };

    for (size_t i = 0; i < sizeof zones / sizeof *zones; i++) {
        if (!is_word(word, zones[i].name))
            continue;
        fields->offset = zones[i].hours * HOUR;
        fields->placed = true;
        return true;
    }
    return false;
}

/* An offset in digits at the front of `text`. */
static bool take_offset(struct fields *fields, struct span *text)
{
    size_t length = 1;

    while (length < text->length && (is_digit(text->bytes[length]) || text->bytes[length] == ':'))
        length++;
    fields->placed = true;
    if (!zones_read_offset(&fields->offset, span_cut(*text, 0, length)))
        return false;
    *text = span_cut(*text, length, text->length);
    return true;
}

/* What may follow a clock: nothing, an offset, a zone's name. */
static bool read_place(struct fields *fields, struct span text)
{
    text = span_trim(text);
    if (!text.length)
        return true;
    if (text.bytes[0] == '+' || text.bytes[0] == '-') {
        if (!take_offset(fields, &text))
            return false;
    } else if (!read_zone_name(fields, take_word(&text))) {
        return false;
    }
    return span_trim(text).length == 0;
}

/* --- forms -------------------------------------------------------------------------------- */

/* `2022-06-14`, `2022/06/14`, `20220614`, and a time after it. */
static bool read_year_first(struct fields *fields, struct span text)
{
    bool basic = digit_count(text) == 8;
    char separator = '-';

    if (!take_digits(&fields->year, &text, 4) || !text.length)
        return false;
    if (!basic)
        separator = text.bytes[0];
    if (!strchr("-/.", separator) || (!basic && !take(&text, separator)))
        return false;
    if (!take_digits(&fields->month, &text, basic || digit_count(text) > 1 ? 2 : 1))
        return false;
    if (!basic && !take(&text, separator))
        return false;
    if (!take_digits(&fields->day, &text, basic || digit_count(text) > 1 ? 2 : 1))
        return false;
    if (!span_trim(text).length)
        return true;
    if (!take(&text, 'T') && !take(&text, 't') && !take(&text, ' '))
        return false;
    text = span_trim(text);
    return take_clock(fields, &text, basic) && read_place(fields, text);
}

/* `14.06.2022`, and a time after it. */
static bool read_day_first(struct fields *fields, struct span text)
{
    if (!take_digits(&fields->day, &text, digit_count(text) == 1 ? 1 : 2) || !take(&text, '.'))
        return false;
    if (!take_digits(&fields->month, &text, digit_count(text) == 1 ? 1 : 2) || !take(&text, '.'))
        return false;
    if (digit_count(text) != 4 || !take_digits(&fields->year, &text, 4))
        return false;
    (void)take(&text, ',');
    text = span_trim(text);
    return !text.length || (take_clock(fields, &text, false) && read_place(fields, text));
}

/* Seconds or milliseconds since 1970. */
static bool read_epoch(struct fields *fields, struct span text)
{
    int64_t seconds = 0;
    int64_t day;
    struct day_civil civil;

    if (digit_count(text) != text.length || (text.length != 10 && text.length != 13))
        return false;
    for (size_t i = 0; i < 10; i++)
        seconds = seconds * 10 + (text.bytes[i] - '0');
    day = seconds / DAY;
    seconds %= DAY;
    civil = day_civil((int32_t)day);
    *fields = (struct fields){
        .year = civil.year,
        .month = civil.month,
        .day = civil.day,
        .hour = (int32_t)(seconds / HOUR),
        .minute = (int32_t)(seconds % HOUR / MINUTE),
        .second = (int32_t)(seconds % MINUTE),
        .timed = true,
        .placed = true,
    };
    return true;
}

/* True when `word` has three letters or more and `name` begins with it. */
static bool is_short_for(struct span word, const char *name)
{
    return word.length >= 3 && word.length <= strlen(name) && begins_as(word, name);
}

/* The number of the month that `word` names, or 0. */
static int32_t month_named(struct span word)
{
    static const struct {
        const char *english, *german, *russian; /* the Russian by its stem */
    } months[] = {
        {"january", "januar", "янв"},
        {"february", "februar", "фев"},
        {"march", "märz", "мар"},
        {"april", "april", "апр"},
        {"may", "mai", "ма"},
        {"june", "juni", "июн"},
        {"july", "juli", "июл"},
        {"august", "august", "авг"},
        {"september", "september", "сен"},
        {"october", "oktober", "окт"},
        {"november", "november", "ноя"},
        {"december", "dezember", "дек"},
    };

    for (int32_t month = 0; month < 12; month++)
        if (is_short_for(word, months[month].english) || is_short_for(word, months[month].german) ||
            begins(word, months[month].russian))
            return month + 1;
    return 0;
}

/* Words that say nothing about the date: days of the week, "at", ordinals' ends. */
static bool is_filler(struct span word)
{
    static const char *const weekdays[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun",
                                           "die", "mit", "don", "fre", "sam", "son"};
    static const char *const words[] = {"at", "on", "of",  "the", "st", "nd",  "rd",
                                        "th", "um", "uhr", "den", "г",  "года"};

    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (is_word(word, words[i]))
            return true;
    for (size_t i = 0; i < sizeof weekdays / sizeof *weekdays; i++)
        if (begins(word, weekdays[i]))
            return true;
    return false;
}

/* "a.m." and "pm": the clock's half of the day. */
static bool read_half(struct fields *fields, struct span word, struct span *text)
{
    bool evening = is_word(word, "pm") || (is_word(word, "p") && begins(*text, ".m"));
    bool morning = is_word(word, "am") || (is_word(word, "a") && begins(*text, ".m"));

    if ((!evening && !morning) || !fields->timed || fields->hour > 12)
        return false;
    if (word.length == 1)
        *text = span_cut(*text, 2, text->length);
    fields->hour = fields->hour % 12 + (evening ? 12 : 0);
    return true;
}

static bool read_word(struct fields *fields, struct span *text)
{
    struct span word = take_word(text);
    int32_t month = month_named(word);

    if (read_half(fields, word, text))
        return true;
    if (month && !fields->month) {
        fields->month = month;
        return true;
    }
    return is_filler(word) || (fields->timed && read_zone_name(fields, word));
}

/* A clock, a year or a day; the year may have two digits, after RFC 822. */
static bool read_number(struct fields *fields, struct span *text)
{
    size_t digits = digit_count(*text);

    if (digits <= 2 && digits < text->length && text->bytes[digits] == ':')
        return take_clock(fields, text, false);
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

/* A hyphen between a day and a month's name, or between that and the year: `26-FEB-1987`. */
static bool take_hyphen(struct fields *fields, struct span *text)
{
    struct span rest = span_cut(*text, 1, text->length), inner = rest;
    bool year_follows = fields->month && !fields->year && digit_count(rest) == 4;
    bool month_follows = !fields->month && month_named(take_word(&inner));

    return fields->day && (year_follows || month_follows) && take(text, '-');
}

/* The next piece of a date with a month's name; blanks and commas are pieces that say nothing. */
static bool read_piece(struct fields *fields, struct span *text)
{
    char byte = text->bytes[0];
    size_t before = text->length;

    if (is_digit(byte))
        return read_number(fields, text);
    if ((byte == '+' || byte == '-') && fields->timed)
        return take_offset(fields, text);
    if (byte == '-')
        return take_hyphen(fields, text);
    if (take(text, ' ') || take(text, ',') || take(text, '.') || take(text, '\t'))
        return true;
    return read_word(fields, text) && text->length < before;
}

/* Dates with a month's name, in whatever order the pieces come. */
static bool read_pieces(struct fields *fields, struct span text)
{
    /* RFC 822 lets a remark follow: "+0200 (CEST)". */
    while (text.length && !(text.bytes[0] == '(' && fields->placed))
        if (!read_piece(fields, &text))
            return false;
    return fields->year && fields->month && fields->day;
}

static bool read_fields(struct fields *fields, struct span text)
{
    static bool (*const forms[])(struct fields *, struct span) = {read_epoch, read_year_first,
                                                                  read_day_first, read_pieces};

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

static struct date place(struct fields fields, int32_t day, const struct zone *zone)
{
    int32_t second = fields.hour * HOUR + fields.minute * MINUTE + fields.second;
    int64_t local = (int64_t)day * DAY + second;

    if (!fields.timed)
        return (struct date){.day = day};
    if (!fields.placed)
        return (struct date){.day = day, .timed = true, .instant = zones_instant(zone, local)};
    local -= fields.offset;
    return (struct date){.day = day_at(local, zone), .timed = true, .instant = local};
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
    day = day_from_civil((struct day_civil){fields.year, fields.month, fields.day});
    if (day == DAY_NONE)
        return fault_set(fault, FAULT_INPUT, "the day of '%.*s' does not exist", SPAN_PRINT(shown));
    if (fields.year < DATES_YEAR_MIN || fields.year > DATES_YEAR_MAX)
        return fault_set(fault, FAULT_INPUT, "the year of '%.*s' lies outside %d to %d",
                         SPAN_PRINT(shown), DATES_YEAR_MIN, DATES_YEAR_MAX);
    *date = place(fields, day, zone);
    return true;
}
