#include "corpus/read/http.h"

#include <stdint.h>
#include <strings.h>

bool http_same(struct span left, const char *right)
{
    return left.length == strlen(right) &&
           (left.length == 0 || strncasecmp(left.bytes, right, left.length) == 0);
}

/* Cuts the next line off `rest`, without its end; false where no line feed is left. */
static bool cut_line(struct span *rest, struct span *line)
{
    const char *end = rest->length ? memchr(rest->bytes, '\n', rest->length) : NULL;
    size_t length;

    if (!end)
        return false;
    length = (size_t)(end - rest->bytes);
    *line = span_cut(*rest, 0, length && end[-1] == '\r' ? length - 1 : length);
    *rest = span_cut(*rest, length + 1, rest->length);
    return true;
}

/* How long a head is, with the empty line that ends it; 0 where none does. */
static size_t head_length(struct span bytes)
{
    struct span rest = bytes, line;

    while (cut_line(&rest, &line))
        if (line.length == 0)
            return bytes.length - rest.length;
    return 0;
}

struct span http_field(struct span head, const char *name)
{
    struct span rest = head, line;

    while (cut_line(&rest, &line)) {
        const char *colon = line.length ? memchr(line.bytes, ':', line.length) : NULL;
        size_t length = colon ? (size_t)(colon - line.bytes) : 0;

        if (colon && http_same(span_trim(span_cut(line, 0, length)), name))
            return span_trim(span_cut(line, length + 1, line.length));
    }
    return SPAN_EMPTY;
}

/* Cuts what stands before the next semicolon off `rest`. */
static struct span cut_part(struct span *rest)
{
    const char *end = rest->length ? memchr(rest->bytes, ';', rest->length) : NULL;
    size_t length = end ? (size_t)(end - rest->bytes) : rest->length;
    struct span part = span_trim(span_cut(*rest, 0, length));

    *rest = span_cut(*rest, end ? length + 1 : length, rest->length);
    return part;
}

struct http_type http_type(struct span value)
{
    static const char name[] = "charset=";
    struct http_type type = {.name = cut_part(&value)};

    while (value.length && type.charset.length == 0) {
        struct span part = cut_part(&value);

        if (part.length <= strlen(name) || !http_same(span_cut(part, 0, strlen(name)), name))
            continue;
        part = span_cut(part, strlen(name), part.length);
        while (part.length && strchr("\"' ", part.bytes[0]))
            part = span_cut(part, 1, part.length);
        while (part.length && strchr("\"' ", part.bytes[part.length - 1]))
            part.length--;
        type.charset = part;
    }
    return type;
}

/* The three digits behind "HTTP/1.1 "; 0 where they are none. */
static int read_status(struct span line)
{
    size_t at = 0;
    int status = 0;

    while (at < line.length && line.bytes[at] != ' ')
        at++;
    while (at < line.length && line.bytes[at] == ' ')
        at++;
    for (size_t i = 0; i < 3; i++, at++) {
        if (at >= line.length || line.bytes[at] < '0' || line.bytes[at] > '9')
            return 0;
        status = status * 10 + (line.bytes[at] - '0');
    }
    return status;
}

bool http_response(struct http_response *response, struct span block)
{
    size_t length = head_length(block);
    struct span head = span_cut(block, 0, length), rest = head, line;

    *response = (struct http_response){0};
    if (!span_starts(block, "HTTP/") || !cut_line(&rest, &line))
        return false;
    response->status = read_status(line);
    response->type = http_type(http_field(rest, "Content-Type"));
    response->encoding = http_field(rest, "Content-Encoding");
    response->chunked = http_same(http_field(rest, "Transfer-Encoding"), "chunked");
    response->body = span_cut(block, length, block.length);
    return response->status >= 100;
}

/* The length in hexadecimal digits that begins a chunk's line; extensions may follow. */
static bool read_length(struct span line, size_t *length)
{
    size_t digits = 0;

    line = span_trim(line);
    for (*length = 0; digits < line.length && digits < 8; digits++) {
        char byte = line.bytes[digits];
        int digit = byte >= '0' && byte <= '9'                     ? byte - '0'
                    : (byte | 0x20) >= 'a' && (byte | 0x20) <= 'f' ? (byte | 0x20) - 'a' + 10
                                                                   : -1;

        if (digit < 0)
            break;
        *length = *length * 16 + (size_t)digit;
    }
    return digits && (digits == line.length || strchr("; \t", line.bytes[digits]));
}

bool http_unchunk(struct bytes *out, struct span body)
{
    struct span rest = body, line;
    size_t length;

    if (!cut_line(&rest, &line) || !read_length(line, &length)) {
        bytes_add(out, body);
        return true;
    }
    while (length) {
        if (length > rest.length)
            return false;
        bytes_add(out, span_cut(rest, 0, length));
        rest = span_cut(rest, length, rest.length);
        if (!cut_line(&rest, &line) || line.length || !cut_line(&rest, &line) ||
            !read_length(line, &length))
            return false;
    }
    return true;
}
