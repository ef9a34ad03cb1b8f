#include "reports/pages/wording.h"

#include "corpus/base/bytes.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>

#define BIND "\u00A0"
#define EN_DASH "\u2013"
#define ELLIPSIS "\u2026"

struct span wording_print(struct arena *arena, const char *format, ...)
{
    va_list arguments;
    va_list again;
    struct span text = SPAN_EMPTY;
    int length;
    char *bytes;

    va_start(arguments, format);
    va_copy(again, arguments);
    length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (length > 0) {
        bytes = arena_new(arena, (size_t)length + 1, 1);
        (void)vsnprintf(bytes, (size_t)length + 1, format, again);
        text = (struct span){.bytes = bytes, .length = (size_t)length};
    }
    va_end(again);
    return text.length ? text : span_of("");
}

struct span wording_key(struct arena *arena, const char *kind, struct span key)
{
    return wording_print(arena, "%s:%.*s", kind, SPAN_PRINT(key));
}

const char *wording_votes_title(const struct wording *wording, const struct findings *findings)
{
    return saying_plain(wording, findings->one_vote ? "Stories" : "Articles").bytes;
}

struct span wording_quoted(const struct wording *wording, struct span term)
{
    return wording_print(wording->arena, "%s%.*s%s", wording->tongue->quote_open, SPAN_PRINT(term),
                         wording->tongue->quote_close);
}

struct span wording_list(const struct wording *wording, const struct span *items, size_t count)
{
    struct bytes text = BYTES_EMPTY;
    struct span copy;

    for (size_t i = 0; i < count; i++) {
        if (i)
            bytes_add_text(&text, i + 1 == count ? wording->tongue->list_and : ", ");
        bytes_add(&text, items[i]);
    }
    copy = arena_copy(wording->arena, bytes_span(&text));
    bytes_release(&text);
    return copy;
}

struct format_text wording_value(const struct wording *wording, const struct estimate *estimate,
                                 enum unit unit)
{
    return format_value(wording->tongue, estimate->has_value ? estimate->value : NAN, unit);
}

struct format_text wording_interval(const struct wording *wording, const struct estimate *estimate,
                                    enum unit unit)
{
    if (!estimate->has_value || !estimate->has_interval)
        return format_value(wording->tongue, NAN, unit);
    return format_range(wording->tongue, estimate->low, estimate->high, unit);
}

struct format_text wording_bracket(const struct wording *wording, const struct estimate *estimate,
                                   enum unit unit)
{
    struct format_text text = {.text = ""};

    if (estimate->has_value && estimate->has_interval)
        (void)snprintf(text.text, sizeof text.text, " (%.40s)",
                       format_range(wording->tongue, estimate->low, estimate->high, unit).text);
    return text;
}

/* +4.3 and −0.4, in points. */
static struct format_text signed_points(const struct wording *wording, double share)
{
    struct format_text number = format_fixed(wording->tongue, share * 100, 1);
    struct format_text text;

    (void)snprintf(text.text, sizeof text.text, "%s%.40s", share * 100 >= 0.05 ? "+" : "",
                   number.text);
    return text;
}

struct format_text wording_difference(const struct wording *wording,
                                      const struct estimate *difference)
{
    return difference->has_value ? signed_points(wording, difference->value)
                                 : format_value(wording->tongue, NAN, UNIT_SHARE);
}

struct format_text wording_difference_interval(const struct wording *wording,
                                               const struct estimate *difference)
{
    struct format_text text;

    if (!difference->has_value || !difference->has_interval)
        return format_value(wording->tongue, NAN, UNIT_SHARE);
    (void)snprintf(text.text, sizeof text.text, "%.12s %s %.12s",
                   signed_points(wording, difference->low).text, wording->tongue->to,
                   signed_points(wording, difference->high).text);
    return text;
}

struct format_text wording_moved(const struct wording *wording, const struct estimate *difference)
{
    double near = fmin(fabs(difference->low), fabs(difference->high)) * 100;
    double far = fmax(fabs(difference->low), fabs(difference->high)) * 100;
    struct format_text text;

    (void)snprintf(text.text, sizeof text.text, "%.12s" EN_DASH "%.12s" BIND "%s",
                   format_fixed(wording->tongue, near, 1).text,
                   format_fixed(wording->tongue, far, 1).text, wording->tongue->points);
    return text;
}

/* Bytes of the first `limit` code points of `text`. */
static size_t prefix_length(struct span text, size_t limit)
{
    size_t points = 0;
    size_t i = 0;

    while (i < text.length) {
        bool starts = ((unsigned char)text.bytes[i] & 0xC0) != 0x80;

        if (starts && points++ == limit)
            break;
        i++;
    }
    return i;
}

struct span wording_shorten(struct arena *arena, struct span text, size_t limit)
{
    size_t length = prefix_length(text, limit);
    size_t cut;

    if (length == text.length)
        return text;
    length = prefix_length(text, limit > 1 ? limit - 1 : 1);
    cut = length;
    while (cut > length - length / 4 && text.bytes[cut] != ' ')
        cut--;
    if (text.bytes[cut] != ' ')
        cut = length;
    return wording_print(arena, "%.*s" ELLIPSIS, SPAN_PRINT(span_trim(span_cut(text, 0, cut))));
}

enum tone wording_tone(enum direction direction)
{
    return direction == CHANGE_UP ? TONE_MORE : direction == CHANGE_DOWN ? TONE_LESS : TONE_PLAIN;
}

bool wording_clear(enum direction direction)
{
    return direction == CHANGE_UP || direction == CHANGE_DOWN;
}
