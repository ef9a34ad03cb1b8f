#include "corpus/read/read_text.h"

#include "corpus/read/signature.h"

/* Takes the next line off the front, without its end. */
static struct span take_line(struct span *rest)
{
    size_t length = 0;
    struct span line;

    while (length < rest->length && rest->bytes[length] != '\n')
        length++;
    line = span_cut(*rest, 0, length);
    *rest = span_cut(*rest, length < rest->length ? length + 1 : length, rest->length);
    if (span_ends(line, "\r"))
        line.length--;
    return line;
}

/* The field that a line of the head sets; NULL when it is no such line. */
static struct span *head_field(struct article *article, struct span line, struct span *value)
{
    const struct {
        const char *name;
        struct span *field;
    } fields[] = {
        {"Title:", &article->title},   {"Date:", &article->published},
        {"Source:", &article->source}, {"Author:", &article->author},
        {"URL:", &article->url},
    };

    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        if (span_starts(line, fields[i].name)) {
            *value = span_trim(span_cut(line, strlen(fields[i].name), line.length));
            return fields[i].field;
        }
    }
    return NULL;
}

void read_text(struct article *article, struct span bytes)
{
    struct span rest = bytes, value;
    struct span line = take_line(&rest);
    struct span *field = head_field(article, line, &value);

    if (!field) {
        article->title = span_trim(line);
        article->text = bytes;
        return;
    }
    while (field) {
        *field = value;
        line = take_line(&rest);
        field = head_field(article, line, &value);
    }
    /* The empty line ends the head; any other line is the text's first. */
    if (span_trim(line).length)
        rest = span_cut(bytes, (size_t)(line.bytes - bytes.bytes), bytes.length);
    article->text = rest;
}

static bool claims(struct span path, struct span start)
{
    return !signature_refusal(path, start);
}

static enum format_result next(struct format_job *job, struct article *article, struct fault *fault)
{
    struct span bytes;
    enum format_result result = format_whole(job, &bytes, fault);

    if (result != FORMAT_ARTICLE)
        return result;
    read_text(article, bytes);
    return FORMAT_ARTICLE;
}

const struct format read_text_format = {
    .name = "text", .text = true, .claims = claims, .next = next};
