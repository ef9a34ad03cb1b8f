#include "reports/draw/xmltext.h"

#include "corpus/text/utf8.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>

/* What XML 1.0 allows in a document. */
static bool allowed(uint32_t code)
{
    return code == '\t' || code == '\n' || code == '\r' ||
           (code >= 0x20 && code != 0xFFFE && code != 0xFFFF);
}

static void add_point(struct bytes *out, uint32_t code)
{
    switch (code) {
    case '&':
        bytes_add_text(out, "&amp;");
        break;
    case '<':
        bytes_add_text(out, "&lt;");
        break;
    case '>':
        bytes_add_text(out, "&gt;");
        break;
    case '"':
        bytes_add_text(out, "&quot;");
        break;
    default:
        bytes_add_point(out, code);
    }
}

void xmltext_add(struct bytes *out, struct span text)
{
    size_t at = 0;

    while (at < text.length) {
        struct utf8_point point = utf8_at(text, at);

        if (!point.width)
            bytes_add_point(out, 0xFFFD);
        else if (allowed(point.code))
            add_point(out, point.code);
        at += point.width ? point.width : 1;
    }
}

void xmltext_attribute(struct bytes *out, const char *name, struct span value)
{
    if (!value.length)
        return;
    bytes_print(out, " %s=\"", name);
    xmltext_add(out, value);
    bytes_add_byte(out, '"');
}

void xmltext_number(struct bytes *out, double number)
{
    double hundredths = round(number * 100);
    char text[40];
    int length;

    assert(isfinite(number));
    length = snprintf(text, sizeof text, "%.2f", hundredths == 0 ? 0 : hundredths / 100);
    while (length > 0 && text[length - 1] == '0')
        length--;
    if (length > 0 && text[length - 1] == '.')
        length--;
    bytes_add(out, (struct span){text, (size_t)length});
}

void xmltext_measure(struct bytes *out, const char *name, double number)
{
    bytes_print(out, " %s=\"", name);
    xmltext_number(out, number);
    bytes_add_byte(out, '"');
}

void xmltext_colour(struct bytes *out, const char *name, uint32_t colour)
{
    bytes_print(out, " %s=\"#%06X\"", name, (unsigned)(colour & 0xFFFFFF));
}

bool xmltext_leads(struct span target)
{
    return (target.length > 1 && target.bytes[0] == '#') || span_starts(target, "http://") ||
           span_starts(target, "https://");
}
