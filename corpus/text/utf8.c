#include "corpus/text/utf8.h"

/*
 * What a first byte promises. The second byte's range is narrower after E0,
 * ED, F0 and F4: that alone keeps out long forms, surrogates and the codes
 * past U+10FFFF (table 3-7 of the Unicode Standard).
 */
struct lead {
    uint32_t width; /* 0: no first byte */
    unsigned char second_low, second_high;
};

static struct lead lead_of(unsigned char byte)
{
    if (byte < 0xC2 || byte > 0xF4)
        return (struct lead){0};
    if (byte < 0xE0)
        return (struct lead){2, 0x80, 0xBF};
    if (byte < 0xF0)
        return (struct lead){3, byte == 0xE0 ? 0xA0 : 0x80, byte == 0xED ? 0x9F : 0xBF};
    return (struct lead){4, byte == 0xF0 ? 0x90 : 0x80, byte == 0xF4 ? 0x8F : 0xBF};
}

struct utf8_point utf8_wide(struct span text, size_t at)
{
    const struct utf8_point none = {0};
    const unsigned char *bytes = NULL;
    size_t left = text.length - at;
    struct lead lead = {0};
    uint32_t code = 0;

    if (at >= text.length)
        return none;
    bytes = (const unsigned char *)text.bytes + at;
    /* Most characters past ASCII have two bytes, whose rule is simple. */
    if (left > 1 && bytes[0] >= 0xC2 && bytes[0] < 0xE0 && (bytes[1] & 0xC0) == 0x80)
        return (struct utf8_point){.code = (bytes[0] & 0x1FU) << 6 | (bytes[1] & 0x3FU),
                                   .width = 2};
    lead = lead_of(bytes[0]);
    if (!lead.width || left < lead.width || bytes[1] < lead.second_low ||
        bytes[1] > lead.second_high)
        return none;
    code = bytes[0] & (0x7FU >> lead.width);
    for (uint32_t i = 1; i < lead.width; i++) {
        if ((bytes[i] & 0xC0) != 0x80)
            return none;
        code = code << 6 | (bytes[i] & 0x3FU);
    }
    return (struct utf8_point){.code = code, .width = lead.width};
}

struct utf8_point utf8_before(struct span text, size_t at)
{
    size_t start = at;

    if (at == 0)
        return (struct utf8_point){0};
    do
        start--;
    while (start > 0 && at - start < 4 && ((unsigned char)text.bytes[start] & 0xC0) == 0x80);
    return utf8_at(text, start);
}

size_t utf8_ascii_length(struct span text)
{
    const uint64_t high_bits = 0x8080808080808080U;
    size_t at = 0;

    while (text.length - at >= sizeof(uint64_t)) {
        uint64_t eight;

        memcpy(&eight, text.bytes + at, sizeof eight);
        if (eight & high_bits)
            break;
        at += sizeof eight;
    }
    while (at < text.length && (unsigned char)text.bytes[at] < 0x80)
        at++;
    return at;
}

size_t utf8_valid_length(struct span text)
{
    size_t at = 0;

    while (at < text.length) {
        struct utf8_point point = utf8_at(text, at);

        if (!point.width)
            break;
        at += point.width;
        if (point.width == 1)
            at += utf8_ascii_length(span_cut(text, at, text.length));
    }
    return at;
}

size_t utf8_repair(struct bytes *mended, struct span text)
{
    size_t replaced = 0;

    while (text.length) {
        size_t valid = utf8_valid_length(text);

        bytes_add(mended, span_cut(text, 0, valid));
        text = span_cut(text, valid, text.length);
        if (!text.length)
            break;
        bytes_add_point(mended, 0xFFFD);
        replaced++;
        text = span_cut(text, 1, text.length);
    }
    return replaced;
}

size_t utf8_count(struct span text)
{
    size_t count = utf8_ascii_length(text), at = count;

    while (at < text.length) {
        size_t width = utf8_wide(text, at).width, ascii;

        at += width ? width : 1;
        ascii = utf8_ascii_length(span_cut(text, at, text.length));
        at += ascii;
        count += 1 + ascii;
    }
    return count;
}
