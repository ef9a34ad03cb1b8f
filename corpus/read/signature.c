#include "corpus/read/signature.h"

static const char no_text[] = "it is no text";

static const struct {
    const char *bytes;
    const char *reason;
} signatures[] = {
    {"%PDF-", no_text},
    /* A ZIP that is no archive; see packing.h. */
    {"PK\x03\x04", "it is an office document or a book; save it as plain text or HTML"},
};

static const struct {
    const char *extension;
    const char *reason;
} extensions[] = {
    {".yaml", "YAML is no article"},
    {".yml", "YAML is no article"},
};

static bool is_binary(struct span start)
{
    size_t controls = 0;

    for (size_t i = 0; i < start.length; i++) {
        unsigned char byte = (unsigned char)start.bytes[i];

        if (byte == 0)
            return true;
        controls += byte < 0x20 && !(byte >= '\t' && byte <= '\r') && byte != 0x1B;
    }
    return controls * 10 > start.length * 3;
}

/* `<` and a letter, `!`, `?` or `/`: no article in plain text begins so. */
static bool is_markup(struct span text)
{
    return text.length > 1 && text.bytes[0] == '<' &&
           (strchr("!?/", text.bytes[1]) != NULL ||
            (unsigned char)((text.bytes[1] | 0x20) - 'a') < 26);
}

const char *signature_refusal(struct span path, struct span start)
{
    struct span text;

    if (start.length > SIGNATURE_LOOK)
        start.length = SIGNATURE_LOOK;
    for (size_t i = 0; i < sizeof signatures / sizeof *signatures; i++)
        if (span_starts(start, signatures[i].bytes))
            return signatures[i].reason;
    if (is_binary(start))
        return no_text;
    if (span_starts(start, "\xEF\xBB\xBF"))
        start = span_cut(start, 3, start.length);
    text = span_trim(start);
    if (!text.length)
        return "it is empty";
    for (size_t i = 0; i < sizeof extensions / sizeof *extensions; i++)
        if (span_ends(path, extensions[i].extension))
            return extensions[i].reason;
    if (is_markup(text))
        return "it begins like HTML or XML, but is neither a page nor news";
    return NULL;
}
