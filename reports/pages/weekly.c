#include "reports/pages/weekly.h"

#include "reports/pages/pages.h"
#include "reports/pages/phrases.h"
#include "reports/pages/wording.h"

static void fill_about(struct edition *edition)
{
    const struct weekly_about *about = edition->about;

    edition->document->about = (struct about){
        .title = phrases_title(edition->arena, edition->findings, &edition->period),
        .author = span_of("broadsheet"),
        .subject = span_of("Statistical report on news articles"),
        .keywords = span_of("news, statistics, quotations, topics"),
        .language = span_of("en-GB"),
        .created = about->created,
        .week = span_of(edition->period.name),
        .mark = about->mark,
        .source = wording_print(edition->arena, "Source: %.*s.",
                                SPAN_PRINT(phrases_source(edition->arena, edition->findings))),
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
    page_speakers(&edition);
    page_words(&edition);
    page_method(&edition);
    page_evidence(&edition);
    page_colophon(&edition);
}
