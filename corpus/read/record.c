#include "corpus/read/record.h"

#include "corpus/read/http.h"

enum {
    ARC_FIELDS = 5, /* of the second version ten */
    ARC_FIELDS_MAX = 10,
    ARC_DATE_LENGTH = 14,
};

static bool read_number(struct span digits, uint64_t *number)
{
    *number = 0;
    for (size_t i = 0; i < digits.length; i++) {
        if (digits.bytes[i] < '0' || digits.bytes[i] > '9' || i == 18)
            return false;
        *number = *number * 10 + (uint64_t)(digits.bytes[i] - '0');
    }
    return digits.length > 0;
}

/* wget writes addresses in angle brackets. */
static struct span without_brackets(struct span url)
{
    return span_starts(url, "<") && span_ends(url, ">") ? span_cut(url, 1, url.length - 1) : url;
}

bool record_read_warc(struct record *record, struct span head)
{
    *record = (struct record){
        .type = http_field(head, "WARC-Type"),
        .url = without_brackets(http_field(head, "WARC-Target-URI")),
        .date = http_field(head, "WARC-Date"),
        .content = http_field(head, "Content-Type"),
    };
    return read_number(http_field(head, "Content-Length"), &record->length);
}

/* The parts of an ARC's line between blanks, from its end on: addresses may have some. */
static size_t split_from_end(struct span line, struct span parts[static ARC_FIELDS_MAX])
{
    size_t count = 0, end = line.length;

    while (end && count < ARC_FIELDS_MAX) {
        size_t start = end;

        while (start && line.bytes[start - 1] != ' ')
            start--;
        parts[count++] = span_cut(line, start, end);
        end = start ? start - 1 : 0;
    }
    return count;
}

static bool is_arc_date(struct span text)
{
    uint64_t number;

    return text.length == ARC_DATE_LENGTH && read_number(text, &number);
}

bool record_read_arc(struct record *record, struct span line)
{
    struct span parts[ARC_FIELDS_MAX];
    size_t count = split_from_end(line, parts), date = count;

    for (size_t i = 2; i < count && date == count; i += ARC_FIELDS)
        if (is_arc_date(parts[i]))
            date = i;
    if (date + 2 >= count || !read_number(parts[0], &record->length))
        return false;
    record->type = span_of("response");
    record->url = span_cut(line, 0, (size_t)(parts[date + 1].bytes - line.bytes) - 1);
    record->date = parts[date];
    record->content = parts[date - 1];
    return record->url.length && memchr(record->url.bytes, ':', record->url.length);
}

/* "20140216050221" as "2014-02-16T05:02:21Z". */
static struct span iso_date(struct arena *arena, struct span date)
{
    static const char pattern[] = "YYYY-YY-YYTYY:YY:YYZ";
    char *iso = arena_new(arena, sizeof pattern, 1);
    size_t used = 0;

    memcpy(iso, pattern, sizeof pattern);
    for (size_t i = 0; i < strlen(pattern); i++)
        if (pattern[i] == 'Y')
            iso[i] = date.bytes[used++];
    return (struct span){iso, strlen(pattern)};
}

void record_keep(struct record *record, struct arena *arena)
{
    record->type = arena_copy(arena, record->type);
    record->url = arena_copy(arena, record->url);
    record->content = arena_copy(arena, record->content);
    record->date =
        is_arc_date(record->date) ? iso_date(arena, record->date) : arena_copy(arena, record->date);
}
