#include "corpus/read/finishing.h"

#include "corpus/read/naming.h"
#include "corpus/read/tidy.h"
#include "corpus/text/utf8.h"

/* The field as UTF-8: what is none becomes U+FFFD; returns how many bytes that were. */
static size_t mend(struct arena *arena, struct span *field)
{
    struct bytes mended = BYTES_EMPTY;
    size_t replaced;

    if (utf8_valid_length(*field) == field->length)
        return 0;
    replaced = utf8_repair(&mended, *field);
    *field = arena_copy(arena, bytes_span(&mended));
    bytes_release(&mended);
    return replaced;
}

enum { MENDED_FIELDS = 8 };

static void mend_fields(struct article *article, struct arena *arena)
{
    struct span *const fields[MENDED_FIELDS] = {
        &article->id,      &article->source, &article->title,     &article->author,
        &article->section, &article->url,    &article->published, &article->language};

    article->replaced += mend(arena, &article->text);
    for (size_t i = 0; i < MENDED_FIELDS; i++)
        article->replaced += mend(arena, fields[i]);
}

/* Fills what the path says and the article itself does not. */
static void name_article(struct article *article, const struct finishing *finishing)
{
    const struct input_about *about = finishing->about;

    if (article->id.length == 0) {
        struct bytes id = BYTES_EMPTY;

        (void)utf8_repair(&id, naming_id(about->path, about->root));
        if (finishing->format->many)
            bytes_print(&id, "#%llu", (unsigned long long)finishing->place);
        article->id = arena_copy(finishing->arena, bytes_span(&id));
        bytes_release(&id);
    }
    if (article->published.length == 0)
        article->published = about->published.length ? about->published : naming_date(about->path);
    if (article->source.length == 0)
        article->source = naming_host(about->url.length ? article->url : SPAN_EMPTY);
    if (article->source.length == 0) {
        article->source = naming_folder(about->path);
        (void)mend(finishing->arena, &article->source); /* names may be any bytes */
    }
    if (article->source.length == 0)
        article->source = naming_host(article->url);
    if (finishing->config)
        article->source = config_outlet(finishing->config, article->source);
}

void finishing_article(struct article *article, const struct finishing *finishing)
{
    if (article->url.length == 0) {
        article->url = finishing->about->url;
        article->replaced += mend(finishing->arena, &article->url);
    }
    if (!finishing->format->mends)
        mend_fields(article, finishing->arena);
    tidy_article(article, finishing->arena, finishing->format->markup);
    name_article(article, finishing);
}
