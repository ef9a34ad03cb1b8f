#include "corpus/store/revision.h"

#include "corpus/base/day.h"
#include "corpus/base/hash.h"

uint64_t revision_key(struct span source, struct span id)
{
    return hash_bytes(id, hash_bytes(source, 0));
}

uint64_t revision_content(struct span text)
{
    return hash_bytes(text, 0);
}

struct article_hashes revision_hashes(const struct article *article)
{
    const struct span texts[] = {article->source,    article->id,      article->title,
                                 article->author,    article->section, article->url,
                                 article->published, article->language};
    uint64_t content = revision_content(article->text), hash = content;

    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        hash = hash_bytes(texts[i], hash);
    return (struct article_hashes){
        .key = revision_key(article->source, article->id),
        .content = content,
        .fingerprint = hash,
    };
}

int64_t revision_published(int32_t day, int64_t seconds)
{
    if (seconds != ANNOTATE_NO_TIME)
        return seconds;
    return day == DAY_NONE ? INT64_MIN : (int64_t)day * 86400;
}

bool revision_holds(const struct revision *left, const struct revision *right)
{
    if (left->published != right->published)
        return left->published > right->published;
    if (left->run != right->run)
        return left->run > right->run;
    return left->fingerprint > right->fingerprint;
}
