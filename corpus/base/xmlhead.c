#include "corpus/base/xmlhead.h"

/* ASCII characters of `start`, of whatever width; their number. */
static size_t narrow(char text[static XMLHEAD_LOOK], struct span start)
{
    size_t length = 0;

    for (size_t i = 0; i < start.length && length < XMLHEAD_LOOK; i++)
        if (start.bytes[i])
            text[length++] = start.bytes[i];
    return length;
}

static bool set(char room[static XMLHEAD_ROOM], struct span text)
{
    if (text.length == 0 || text.length >= XMLHEAD_ROOM)
        return false;
    memcpy(room, text.bytes, text.length);
    room[text.length] = '\0';
    return true;
}

static bool looks_like(struct span start, const char *bytes, size_t length)
{
    return start.length >= length && memcmp(start.bytes, bytes, length) == 0;
}

/* By the byte order mark, else by where the NULs stand around a first `<`. */
static const char *charset_by_width(struct span start)
{
    static const struct {
        const char *bytes;
        size_t length;
        const char *charset;
    } rows[] = {
        {"\0\0\xFE\xFF", 4, "UTF-32BE"}, {"\xFF\xFE\0\0", 4, "UTF-32LE"},
        {"\xEF\xBB\xBF", 3, "UTF-8"},    {"\xFE\xFF", 2, "UTF-16BE"},
        {"\xFF\xFE", 2, "UTF-16LE"},     {"\0\0\0<", 4, "UTF-32BE"},
        {"<\0\0\0", 4, "UTF-32LE"},      {"\0<", 2, "UTF-16BE"},
        {"<\0", 2, "UTF-16LE"},
    };

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (looks_like(start, rows[i].bytes, rows[i].length))
            return rows[i].charset;
    return NULL;
}

/* Where `text` holds `wanted`, or its length. */
static size_t find(struct span text, const char *wanted)
{
    size_t at = 0;

    while (at < text.length && !span_starts(span_cut(text, at, text.length), wanted))
        at++;
    return at;
}

/* `text` from behind `wanted` on; empty where it does not hold it. */
static struct span behind(struct span text, const char *wanted)
{
    size_t at = find(text, wanted);

    return span_cut(text, at < text.length ? at + strlen(wanted) : at, text.length);
}

/* A text whose first bytes could be read as ASCII is in none of these, whatever it declares. */
static bool is_wide(struct span charset)
{
    static const char *const names[] = {"utf-16", "utf-32", "utf_16",
                                        "utf_32", "ucs-",   "iso-10646"};

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (span_starts_as(charset, names[i]))
            return true;
    return false;
}

bool xmlhead_charset(char room[static XMLHEAD_ROOM], struct span start)
{
    const char *charset = charset_by_width(start);
    struct span text = span_trim(start);
    size_t end = 1;

    if (charset)
        return set(room, span_of(charset));
    if (!span_starts(text, "<?xml"))
        return false;
    text = span_cut(text, 0, find(text, "?>"));
    text = span_trim(behind(text, "encoding"));
    if (!span_starts(text, "="))
        return false;
    text = span_trim(span_cut(text, 1, text.length));
    while (end < text.length && text.bytes[end] != text.bytes[0])
        end++;
    if (end >= text.length || (text.bytes[0] != '"' && text.bytes[0] != '\''))
        return false;
    text = span_cut(text, 1, end);
    return !is_wide(text) && set(room, text);
}

/* Past `<!DOCTYPE ...>`, with what stands between its brackets. */
static struct span behind_doctype(struct span text)
{
    size_t close = find(text, ">");
    size_t bracket = find(text, "[");

    if (bracket < close)
        return behind(behind(text, "]"), ">");
    return behind(text, ">");
}

static size_t name_length(struct span text)
{
    size_t length = 0;

    while (length < text.length && !strchr(" \t\r\n/>:", text.bytes[length]))
        length++;
    return length;
}

/* The name that begins here, without its prefix; false where it does not end in `text`. */
static bool set_name(char room[static XMLHEAD_ROOM], struct span text)
{
    size_t end = name_length(text);

    if (end < text.length && text.bytes[end] == ':') {
        text = span_cut(text, end + 1, text.length);
        end = name_length(text);
    }
    return end < text.length && set(room, span_cut(text, 0, end));
}

/* The ASCII characters of `start` in `narrowed`, without a byte order mark. */
static struct span narrow_span(char narrowed[static XMLHEAD_LOOK], struct span start)
{
    struct span text = {narrowed, narrow(narrowed, start)};

    if (span_starts(text, "\xEF\xBB\xBF"))
        text = span_cut(text, 3, text.length);
    else if (span_starts(text, "\xFE\xFF") || span_starts(text, "\xFF\xFE"))
        text = span_cut(text, 2, text.length);
    return span_trim(text);
}

bool xmlhead_root(char room[static XMLHEAD_ROOM], struct span start)
{
    static const char doctype[] = "<!DOCTYPE ";
    char narrowed[XMLHEAD_LOOK];
    struct span text = narrow_span(narrowed, start);
    bool named = false;

    for (;;) {
        text = span_trim(text);
        if (span_starts(text, doctype))
            named = set_name(room, span_trim(span_cut(text, strlen(doctype), text.length)));
        if (span_starts(text, "<?"))
            text = behind(text, "?>");
        else if (span_starts(text, "<!--"))
            text = behind(text, "-->");
        else if (span_starts(text, "<!"))
            text = behind_doctype(text);
        else
            break;
    }
    return (span_starts(text, "<") && set_name(room, span_cut(text, 1, text.length))) || named;
}

bool xmlhead_begins(struct span start)
{
    char narrowed[XMLHEAD_LOOK];
    struct span text = narrow_span(narrowed, start);

    return span_starts(text, "<?xml") ||
           (span_starts_as(text, "<!doctype ") && !span_starts_as(text, "<!doctype html"));
}
