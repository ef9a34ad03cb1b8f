#include "corpus/read/naming.h"

#include "corpus/base/day.h"

static bool known_extension(struct span extension)
{
    static const char *const known[] = {
        ".txt", ".text", ".md",   ".markdown", ".jsonl", ".json",  ".ndjson", ".csv", ".tsv",
        ".tab", ".sgm",  ".sgml", ".html",     ".htm",   ".xhtml", ".xml",    ".rss", ".atom"};

    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        if (span_is(extension, known[i]))
            return true;
    }
    return false;
}

struct span naming_id(struct span path, size_t root)
{
    struct span name = path;
    size_t dot;

    if (root < name.length)
        name = span_cut(name, root, name.length);
    for (dot = name.length; dot > 0 && name.bytes[dot - 1] != '.' && name.bytes[dot - 1] != '/';)
        dot--;
    if (dot > 1 && name.bytes[dot - 1] == '.' &&
        known_extension(span_cut(name, dot - 1, name.length)))
        name.length = dot - 1;
    return name;
}

struct span naming_folder(struct span path)
{
    size_t end = path.length, start;

    while (end > 0 && path.bytes[end - 1] != '/')
        end--;
    if (end == 0)
        return SPAN_EMPTY;
    start = --end;
    while (start > 0 && path.bytes[start - 1] != '/')
        start--;
    path = span_cut(path, start, end);
    return span_is(path, ".") || span_is(path, "..") ? SPAN_EMPTY : path;
}

static bool is_digit_at(struct span text, size_t at)
{
    return at < text.length && text.bytes[at] >= '0' && text.bytes[at] <= '9';
}

struct span naming_date(struct span path)
{
    for (size_t i = path.length < 10 ? 0 : path.length - 9; i-- > 0;) {
        struct span part = span_cut(path, i, i + 10);
        int32_t day;

        if (day_read(&day, part) && (i == 0 || !is_digit_at(path, i - 1)) &&
            !is_digit_at(path, i + 10))
            return part;
    }
    return SPAN_EMPTY;
}

struct span naming_host(struct span url)
{
    size_t start = span_starts_as(url, "https://") ? 8 : span_starts_as(url, "http://") ? 7 : 0;
    size_t end = start;

    if (!start)
        return SPAN_EMPTY;
    while (end < url.length && !strchr("/?#", url.bytes[end])) {
        if (url.bytes[end] == '@')
            start = end + 1;
        end++;
    }
    url = span_cut(url, start, end);
    for (end = 0; end < url.length && url.bytes[end] != ':';)
        end++;
    url.length = end;
    if (span_starts(url, "[")) /* a number is no name */
        return SPAN_EMPTY;
    return span_starts_as(url, "www.") ? span_cut(url, 4, url.length) : url;
}
