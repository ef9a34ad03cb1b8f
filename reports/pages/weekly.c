#include "reports/pages/weekly.h"

#include "reports/pages/pages.h"
#include "reports/pages/phrases.h"
#include "reports/pages/wording.h"

void weekly_document(struct document *document, const struct findings *findings,
                     const struct weekly_about *about)
{
    struct edition edition;

    edition_open(&edition, document, findings, about);
    edition_about(&edition, phrases_title(&edition.wording, findings, &edition.period),
                  phrases_source(&edition.wording, findings));
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
