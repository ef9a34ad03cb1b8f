#include "corpus/read/read_markdown.h"

#include "corpus/base/bytes.h"
#include "corpus/base/memory.h"
#include "corpus/base/yaml.h"
#include "corpus/read/signature.h"

#include <cmark.h>

static bool has_rule(struct span bytes)
{
    return span_starts(bytes, "---\n") || span_starts(bytes, "---\r\n");
}

/* Parts the front matter from the body; without an end all is body. */
static struct span split(struct span bytes, struct span *front)
{
    *front = SPAN_EMPTY;
    if (!has_rule(bytes))
        return bytes;
    for (size_t at = 4; at + 3 <= bytes.length; at++) {
        struct span rest = span_cut(bytes, at, bytes.length);
        size_t end = at + 3;

        if (bytes.bytes[at - 1] != '\n' || !span_starts(rest, "---"))
            continue;
        while (end < bytes.length && bytes.bytes[end] != '\n')
            end++;
        if (span_trim(span_cut(bytes, at + 3, end)).length)
            continue;
        *front = span_cut(bytes, 4, at);
        return span_cut(bytes, end < bytes.length ? end + 1 : end, bytes.length);
    }
    return bytes;
}

bool read_markdown_is(struct span bytes)
{
    struct span front;

    return split(bytes, &front).bytes != bytes.bytes;
}

/* A scalar, or a sequence's texts parted by ", ". */
static struct span joined(struct arena *arena, const struct yaml_node *node)
{
    struct bytes out = BYTES_EMPTY;
    struct span copy;

    if (node && node->kind == YAML_SCALAR)
        bytes_add(&out, node->text);
    else if (node && node->kind == YAML_SEQUENCE)
        for (const struct yaml_node *item = node->first; item; item = item->next) {
            if (out.count)
                bytes_add_text(&out, ", ");
            bytes_add(&out, item->text);
        }
    copy = arena_copy(arena, bytes_span(&out));
    bytes_release(&out);
    return copy;
}

static bool take_front(struct article *article, struct arena *arena, struct span front,
                       struct fault *fault)
{
    const struct {
        const char *name;
        struct span *field;
    } fields[] = {
        {"title", &article->title},       {"date", &article->published},
        {"source", &article->source},     {"outlet", &article->source},
        {"author", &article->author},     {"authors", &article->author},
        {"section", &article->section},   {"url", &article->url},
        {"language", &article->language}, {"lang", &article->language},
    };
    struct yaml yaml = YAML_EMPTY;

    if (!yaml_read(&yaml, front, "front matter", fault)) {
        fault->kind = FAULT_INPUT;
        return false;
    }
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        const struct yaml_node *node = yaml_member(yaml.root, fields[i].name);

        if (node)
            *fields[i].field = joined(arena, node);
    }
    yaml_release(&yaml);
    return true;
}

static bool is_block_of_text(cmark_node_type type)
{
    return type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING;
}

static void add_literal(struct bytes *text, cmark_node *node)
{
    const char *literal = cmark_node_get_literal(node);

    if (literal)
        bytes_add_text(text, literal);
}

/* Parts a block from the next; one that held an image alone leaves nothing. */
static void end_block(struct bytes *text)
{
    if (text->count && !span_ends(bytes_span(text), "\n\n"))
        bytes_add_text(text, "\n\n");
}

/* Appends what a reader sees of the document. */
static void render(struct bytes *text, cmark_node *document)
{
    cmark_iter *iter = cmark_iter_new(document);
    cmark_event_type event;
    int images = 0; /* open around here: their alternative text is not the article's */

    if (!iter)
        memory_exhausted(1, 0);
    while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(iter);
        cmark_node_type type = cmark_node_get_type(node);

        if (type == CMARK_NODE_IMAGE)
            images += event == CMARK_EVENT_ENTER ? 1 : -1;
        else if (is_block_of_text(type) && event == CMARK_EVENT_EXIT)
            end_block(text);
        else if (images == 0 && (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE))
            add_literal(text, node);
        else if (type == CMARK_NODE_SOFTBREAK)
            bytes_add_byte(text, ' ');
        else if (type == CMARK_NODE_LINEBREAK)
            bytes_add_byte(text, '\n');
    }
    cmark_iter_free(iter);
}

static struct span first_line(struct span text)
{
    size_t length = 0;

    while (length < text.length && text.bytes[length] != '\n')
        length++;
    return span_cut(text, 0, length);
}

bool read_markdown(struct article *article, struct arena *arena, struct span bytes,
                   struct fault *fault)
{
    struct span front, body = split(bytes, &front);
    struct bytes text = BYTES_EMPTY;
    cmark_node *document;

    if (front.length && !take_front(article, arena, front, fault))
        return false;
    document = cmark_parse_document(body.bytes ? body.bytes : "", body.length, CMARK_OPT_DEFAULT);
    if (!document)
        memory_exhausted(1, body.length);
    render(&text, document);
    cmark_node_free(document);
    article->text = arena_copy(arena, span_trim(bytes_span(&text)));
    bytes_release(&text);
    if (article->title.length == 0)
        article->title = first_line(article->text);
    if (article->text.length == 0)
        return fault_set(fault, FAULT_INPUT, "the file has no text");
    return true;
}

static bool claims(struct span path, struct span start)
{
    return !signature_refusal(path, start) &&
           (read_markdown_is(start) || span_ends(path, ".md") || span_ends(path, ".markdown"));
}

static enum format_result next(struct format_job *job, struct article *article, struct fault *fault)
{
    struct span bytes;
    enum format_result result = format_whole(job, &bytes, fault);

    if (result != FORMAT_ARTICLE)
        return result;
    return read_markdown(article, job->arena, bytes, fault) ? FORMAT_ARTICLE : FORMAT_SKIP;
}

const struct format read_markdown_format = {
    .name = "Markdown", .text = true, .markup = true, .claims = claims, .next = next};
