#include "corpus/base/xmlmend.h"

enum { REFERENCE_MAX = 64 };

static bool is_allowed(struct span text, size_t at)
{
    unsigned char byte = (unsigned char)text.bytes[at];

    if (byte < ' ')
        return byte == '\t' || byte == '\n' || byte == '\r';
    /* U+FFFE and U+FFFF */
    return byte != 0xEF || at + 2 >= text.length || (unsigned char)text.bytes[at + 1] != 0xBF ||
           (unsigned char)text.bytes[at + 2] < 0xBE;
}

struct span xmlmend_characters(struct bytes *mended, struct span text, size_t *replaced)
{
    size_t from = 0;

    bytes_clear(mended);
    for (size_t at = 0; at < text.length; at++) {
        if (is_allowed(text, at))
            continue;
        bytes_add(mended, span_cut(text, from, at));
        bytes_add_text(mended, "\xEF\xBF\xBD");
        from = at + ((unsigned char)text.bytes[at] < ' ' ? 1 : 3);
        at = from - 1;
        ++*replaced;
    }
    if (from == 0)
        return text;
    bytes_add(mended, span_cut(text, from, text.length));
    return bytes_span(mended);
}

/* True when `text` begins with a reference: `&amp;`, `&#38;`. */
static bool is_reference(struct span text)
{
    size_t at = 1;

    while (at < text.length && at < REFERENCE_MAX && !strchr("; \t\r\n\"'<>&=", text.bytes[at]))
        at++;
    return at > 1 && at < text.length && text.bytes[at] == ';';
}

void xmlmend_ampersands(struct bytes *out, struct span tag)
{
    for (; tag.length; tag = span_cut(tag, 1, tag.length)) {
        bytes_add(out, span_cut(tag, 0, 1));
        if (tag.bytes[0] == '&' && !is_reference(tag))
            bytes_add_text(out, "#38;");
    }
}
