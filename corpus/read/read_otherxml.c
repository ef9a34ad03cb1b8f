#include "corpus/read/read_otherxml.h"

#include "corpus/base/xmlhead.h"

/* Roots that people have beside their news, and what to say of them. */
static const struct {
    const char *root;
    const char *refusal;
} rows[] = {
    {"urlset", "a sitemap lists addresses and holds no articles"},
    {"sitemapindex", "a list of sitemaps holds no articles"},
    {"opml", "a list of feeds holds no articles; read the feeds it names"},
    {"svg", "a drawing holds no articles"},
    {"plist", "a list of properties holds no articles"},
};

static const char *refusal_of(const char *root)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (span_is_as(span_of(root), rows[i].root))
            return rows[i].refusal;
    return NULL;
}

static bool claims(struct span path, struct span start)
{
    char root[XMLHEAD_ROOM];

    if (!xmlhead_root(root, start))
        return xmlhead_begins(start);
    if (span_is_as(span_of(root), "html"))
        return false;
    return refusal_of(root) || xmlhead_begins(start) || span_ends(path, ".xml");
}

static enum format_result next(struct format_job *job, struct article *article, struct fault *fault)
{
    char root[XMLHEAD_ROOM];
    const char *refusal = "its first element does not stand in its first 4 KB";

    (void)article;
    if (job->state)
        return FORMAT_END;
    job->state = job;
    job->where = SPAN_EMPTY;
    if (xmlhead_root(root, input_ahead(job->input, XMLHEAD_LOOK)))
        refusal = refusal_of(root);
    if (refusal)
        (void)fault_set(fault, FAULT_INPUT, "%s", refusal);
    else
        (void)fault_set(fault, FAULT_INPUT, "'%s' is no form of XML that news is known to come in",
                        root);
    return FORMAT_SKIP;
}

static void close(struct format_job *job)
{
    job->state = NULL;
}

const struct format read_otherxml_format = {
    .name = "XML", .many = false, .text = false, .claims = claims, .next = next, .close = close};
