#include "corpus/read/read_html.h"

#include "corpus/base/bytes.h"
#include "corpus/read/blocks.h"
#include "corpus/read/maintext.h"
#include "corpus/read/markup.h"
#include "corpus/read/metadata.h"

/* --- telling a page ----------------------------------------------------------------------- */

/* True when `name`, in lower case, stands at `at` whatever its case. */
static bool stands_at(struct span text, size_t at, const char *name)
{
    for (; *name; name++, at++) {
        char byte;

        if (at >= text.length)
            return false;
        byte = text.bytes[at];
        if (byte != *name && !(byte >= 'A' && byte <= 'Z' && byte - 'A' + 'a' == *name))
            return false;
    }
    return true;
}

static size_t skip_blanks(struct span text, size_t at)
{
    while (at < text.length &&
           (text.bytes[at] == ' ' || (text.bytes[at] >= '\t' && text.bytes[at] <= '\r')))
        at++;
    return at;
}

/* Past comments, an XML declaration and blanks. */
static size_t skip_preface(struct span text)
{
    size_t at = skip_blanks(text, 0);

    while (stands_at(text, at, "<!--") || stands_at(text, at, "<?")) {
        const char *end = stands_at(text, at, "<?") ? "?>" : "-->";

        while (at < text.length && !stands_at(text, at, end))
            at++;
        at = skip_blanks(text, at < text.length ? at + strlen(end) : at);
    }
    return at;
}

bool read_html_is(struct span start)
{
    static const char *const beginnings[] = {"<!doctype html", "<html", "<head",  "<body",
                                             "<title",         "<meta", "<script"};
    size_t at = skip_preface(start);

    for (size_t i = 0; i < sizeof beginnings / sizeof *beginnings; i++)
        if (stands_at(start, at, beginnings[i]))
            return true;
    return false;
}

/* --- reading it --------------------------------------------------------------------------- */

/* The page without NUL, which libxml2 would take for its end. */
static void copy_page(struct bytes *page, struct span bytes)
{
    char *nul;

    bytes_add(page, bytes);
    while (page->count && (nul = memchr(page->items, '\0', page->count)))
        *nul = ' ';
}

/* Takes what the page says and the article does not know yet. */
static void take_metadata(struct article *article, const struct metadata *metadata)
{
    article->title = metadata->title;
    article->author = metadata->author;
    article->source = metadata->source;
    article->section = metadata->section;
    article->language = metadata->language;
    if (metadata->published.length)
        article->published = metadata->published;
    if (metadata->url.length)
        article->url = metadata->url;
}

static bool take_article(struct article *article, struct arena *arena, const struct markup *markup,
                         struct fault *fault)
{
    struct blocks blocks = BLOCKS_EMPTY;
    struct bytes text = BYTES_EMPTY;
    struct metadata metadata;
    bool found;

    blocks_cut(&blocks, markup, false);
    metadata_find(&metadata, arena, markup, &blocks);
    blocks_release(&blocks);
    take_metadata(article, &metadata);
    found = maintext_find(&text, markup,
                          (struct maintext_clues){.title = metadata.title,
                                                  .author = metadata.author,
                                                  .body = metadata.body,
                                                  .article = metadata.article});
    if (found)
        article->text = arena_copy(arena, bytes_span(&text));
    bytes_release(&text);
    return found ||
           fault_set(fault, FAULT_INPUT, "the page holds no article: no run of prose in it");
}

bool read_html(struct article *article, struct arena *arena, struct span text, struct fault *fault)
{
    struct markup markup = MARKUP_EMPTY;
    struct bytes page = BYTES_EMPTY;
    bool done;

    copy_page(&page, text);
    done = markup_read(&markup, bytes_span(&page), fault);
    bytes_release(&page);
    if (!done)
        return false;
    done = take_article(article, arena, &markup, fault);
    markup_release(&markup);
    return done;
}

/* --- the format --------------------------------------------------------------------------- */

static bool claims(struct span path, struct span start)
{
    return read_html_is(start) || span_ends(path, ".html") || span_ends(path, ".htm") ||
           span_ends(path, ".xhtml");
}

static enum format_result next(struct format_job *job, struct article *article, struct fault *fault)
{
    const struct input_about *about = input_about(job->input);
    struct span bytes;
    enum format_result result = format_whole(job, &bytes, fault);

    if (result != FORMAT_ARTICLE)
        return result;
    article->url = arena_copy(job->arena, about->url);
    article->published = arena_copy(job->arena, about->published);
    return read_html(article, job->arena, bytes, fault) ? FORMAT_ARTICLE : FORMAT_SKIP;
}

const struct format read_html_format = {
    .name = "HTML",
    .text = true,
    .markup = true,
    .claims = claims,
    .next = next,
};
