#include "corpus/text/datefields.h"

#include "corpus/text/datewords.h"
#include "corpus/text/zones.h"

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

size_t datefields_digits(struct span text)
{
    size_t count = 0;

    while (count < text.length && is_digit(text.bytes[count]))
        count++;
    return count;
}

bool datefields_take(struct span *text, char byte)
{
    if (!text->length || text->bytes[0] != byte)
        return false;
    *text = span_cut(*text, 1, text->length);
    return true;
}

bool datefields_number(int32_t *value, struct span *text, size_t count)
{
    *value = 0;
    if (datefields_digits(*text) < count)
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

void datefields_fraction(struct span *text)
{
    if (text->length > 1 && (text->bytes[0] == '.' || text->bytes[0] == ',') &&
        is_digit(text->bytes[1]))
        *text =
            span_cut(*text, 1 + datefields_digits(span_cut(*text, 1, text->length)), text->length);
}

/*
 * The length of what parts hours and minutes at the front of `text`: `:`, `h`, ` h `, and `.`
 * where it can be nothing else; 0 where nothing does.
 */
static size_t clock_mark(struct span text, bool dot)
{
    size_t length = 0;

    while (length < text.length && text.bytes[length] == ' ')
        length++;
    if (length < text.length && text.bytes[length] == 'h') {
        do
            length++;
        while (length < text.length && text.bytes[length] == ' ');
    } else {
        length = text.length && (text.bytes[0] == ':' || (dot && text.bytes[0] == '.'));
    }
    return datefields_digits(span_cut(text, length, text.length)) == 2 ? length : 0;
}

static bool take_clock(struct datefields *fields, struct span *text, bool basic, bool dot)
{
    size_t digits = datefields_digits(*text), mark;

    fields->timed = true;
    if (!datefields_number(&fields->hour, text, digits == 1 ? 1 : 2))
        return false;
    mark = clock_mark(*text, dot);
    *text = span_cut(*text, mark, text->length);
    if ((!mark && !basic) || !datefields_number(&fields->minute, text, 2))
        return false;
    if (datefields_take(text, ':') || (basic && datefields_digits(*text) == 2)) {
        if (!datefields_number(&fields->second, text, 2))
            return false;
        datefields_fraction(text);
    }
    return fields->hour <= 23 && fields->minute <= 59 && fields->second <= 60;
}

bool datefields_clock(struct datefields *fields, struct span *text, bool basic)
{
    return take_clock(fields, text, basic, false);
}

static bool read_zone_name(struct datefields *fields, struct span word)
{
    const struct datewords_zone *zone = datewords_zone(word);

    if (!zone)
        return false;
    fields->offset = zone->offset;
    fields->zone = zone->name;
    fields->placed = true;
    return true;
}

bool datefields_offset(struct datefields *fields, struct span *text)
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
static bool take_half(struct datefields *fields, struct span *text)
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

static bool read_word(struct datefields *fields, struct span *text)
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

static bool has_day(const struct datefields *fields)
{
    return fields->year && fields->month && fields->day;
}

/* `3:15`, `3:15 PM`, `3 p.m.`, `15 h 15`; `15.15` behind a whole date. */
static bool is_clock(const struct datefields *fields, struct span text)
{
    size_t digits = datefields_digits(text);
    bool evening = false;

    if (fields->timed || digits > 2 || digits == text.length)
        return false;
    text = span_cut(text, digits, text.length);
    return clock_mark(text, has_day(fields)) || half_length(span_trim(text), &evening);
}

static bool read_clock(struct datefields *fields, struct span *text)
{
    size_t digits = datefields_digits(*text);

    if (clock_mark(span_cut(*text, digits, text->length), has_day(fields)))
        return take_clock(fields, text, false, true) && take_half(fields, text);
    fields->timed = true;
    return datefields_number(&fields->hour, text, digits) && take_half(fields, text);
}

/* --- dates in numbers ------------------------------------------------------------------- */

/* Past the separator, and a blank behind a dot: `27. 11. 2025`. */
static bool take_separator(struct span *text, char separator)
{
    if (!datefields_take(text, separator))
        return false;
    if (separator == '.')
        (void)datefields_take(text, ' ');
    return true;
}

/* A month or day: two digits, or one where something parts them. */
static bool take_short(int32_t *value, struct span *text, bool parted)
{
    return datefields_number(value, text, parted && datefields_digits(*text) == 1 ? 1 : 2);
}

bool datefields_month_day(struct datefields *fields, struct span *text, char separator)
{
    if (separator == '.')
        (void)datefields_take(text, ' ');
    return take_short(&fields->month, text, separator) &&
           (!separator || take_separator(text, separator)) &&
           take_short(&fields->day, text, separator);
}

/* Two digits are a year where a dot parts, or where the month stands first beyond doubt. */
static bool take_year(struct datefields *fields, struct span *text, bool two)
{
    size_t digits = datefields_digits(*text);

    if ((digits != 4 && !(digits == 2 && two)) || !datefields_number(&fields->year, text, digits))
        return false;
    if (digits == 2)
        fields->year += fields->year < 50 ? 2000 : 1900;
    return true;
}

bool datefields_year_last(struct datefields *fields, struct span *text)
{
    int32_t first, second;
    char separator;

    if (!take_short(&first, text, true) || !text->length)
        return false;
    separator = text->bytes[0];
    if (!separator || !strchr("./-", separator) || !take_separator(text, separator) ||
        !take_short(&second, text, true) || !take_separator(text, separator) ||
        !take_year(fields, text, separator == '.' || (separator == '/' && second > 12)))
        return false;
    fields->day = first;
    fields->month = second;
    if (separator != '.' && first <= 12 && second > 12) {
        fields->day = second;
        fields->month = first;
    }
    fields->ambiguous = separator != '.' && first <= 12 && second <= 12 && first != second;
    return true;
}

/* What was taken of `text` up to `rest` ends in four digits: `v2.11.27` may be a version. */
static bool ends_in_year(struct span text, struct span rest)
{
    size_t taken = text.length - rest.length;

    return taken > 4 && datefields_digits(span_cut(text, taken - 4, taken)) == 4;
}

/* Takes a date in numbers, and a time that a T joins to it; else leaves both as they are. */
static bool take_date(struct datefields *fields, struct span *text)
{
    struct datefields read = *fields;
    struct span rest = *text;
    bool done;

    if (fields->year || fields->month || fields->day)
        return false;
    if (datefields_digits(rest) == 4)
        done = datefields_number(&read.year, &rest, 4) && datefields_take(&rest, '-') &&
               datefields_month_day(&read, &rest, '-');
    else
        done = datefields_year_last(&read, &rest) && ends_in_year(*text, rest);
    if (!done)
        return false;
    if (rest.length > 1 && rest.bytes[0] == 'T' && is_digit(rest.bytes[1])) {
        rest = span_cut(rest, 1, rest.length);
        done = take_clock(&read, &rest, false, false);
    }
    if (done) {
        *fields = read;
        *text = rest;
    }
    return done;
}

/* --- pieces in any order ---------------------------------------------------------------- */

/* A clock, a date, a year or a day; the year may have two digits, after RFC 822. */
static bool read_number(struct datefields *fields, struct span *text)
{
    size_t digits = datefields_digits(*text);

    if (is_clock(fields, *text))
        return read_clock(fields, text);
    if (take_date(fields, text))
        return true;
    if (digits == 4 && !fields->year)
        return datefields_number(&fields->year, text, 4);
    if (digits > 2)
        return false;
    if (!fields->day)
        return datefields_number(&fields->day, text, digits);
    if (fields->year || digits != 2 || !datefields_number(&fields->year, text, 2))
        return false;
    fields->year += fields->year < 50 ? 2000 : 1900;
    return true;
}

/* The next piece of a date; blanks, commas and rules are pieces that say nothing. */
static bool read_piece(struct datefields *fields, struct span *text)
{
    char byte = text->bytes[0];
    size_t before = text->length;

    if (is_digit(byte))
        return read_number(fields, text);
    if ((byte == '+' || byte == '-') && fields->timed && text->length > 1 &&
        is_digit(text->bytes[1]))
        return datefields_offset(fields, text);
    if (strchr(" ,.\t|-/:", byte) && byte) {
        *text = span_cut(*text, 1, text->length);
        return true;
    }
    return read_word(fields, text) && text->length < before;
}

/* Dates with a month's name, in whatever order the pieces come; or what follows a date. */
bool datefields_pieces(struct datefields *fields, struct span text)
{
    /* RFC 822 lets a remark follow, "+0200 (CEST)"; so do some programs: "+02:00[Europe/Berlin]".
     */
    while (text.length && !(fields->placed && (text.bytes[0] == '(' || text.bytes[0] == '[')))
        if (!read_piece(fields, &text))
            return false;
    return has_day(fields);
}
