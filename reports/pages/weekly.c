#include "reports/pages/weekly.h"

#include "reports/pages/pages.h"
#include "reports/pages/phrases.h"
#include "reports/pages/wording.h"

static void fill_about(struct edition *edition)
{
    const struct weekly_about *about = edition->about;

    edition->document->about = (struct about){
        .title = phrases_title(&edition->wording, edition->findings, &edition->period),
        .author = span_of("broadsheet"),
        .subject = saying_plain(&edition->wording, "Statistical report on news articles"),
        .keywords = saying_plain(&edition->wording, "news, statistics, quotations, topics"),
        .tongue = about->tongue,
        .created = about->created,
        .week = edition->period.name,
        .mark = about->mark,
        .source = SAY(&edition->wording, "Source: {source}.",
                      TEXT("source", phrases_source(&edition->wording, edition->findings))),
        .method = span_of("method"),
        .letter = about->letter,
    };
}

void weekly_document(struct document *document, const struct findings *findings,
                     const struct weekly_about *about)
{
    struct edition edition;

    edition_open(&edition, document, findings, about);
    fill_about(&edition);
    page_front(&edition);
    page_coverage(&edition);
    page_topics(&edition);
    page_trends(&edition);
    page_speakers(&edition);
    page_balance(&edition);
    page_voices(&edition);
    page_words(&edition);
    page_places(&edition);
    page_discovered(&edition);
    page_method(&edition);
    page_evidence(&edition);
    page_colophon(&edition);
}
