#include "reports/pages/digest.h"

#include "reports/pages/pages.h"
#include "reports/pages/panel_topics.h"
#include "reports/pages/panel_trends.h"
#include "reports/pages/phrases.h"
#include "reports/pages/wording.h"

/* What each level shows. */
static const struct level {
    size_t topics; /* 0: no figure of topics */
    bool ranks, trends;
} levels[DIGEST_LEVELS] = {{12, true, true}, {8, true, false}, {6, false, false}, {0}};

static void add_topics(struct edition *edition, const struct level *level)
{
    static const char front[] = "front";
    struct figure row[2];
    bool weekly = panel_topics_weekly(edition->findings);

    if (!level->topics)
        return;
    if (weekly && level->ranks && panel_topics_shown(edition->findings, 2) == 2) {
        row[0] = panel_topics_dots(edition, level->topics < 8 ? level->topics : 8, front, 6);
        row[1] = panel_topics_ranks(edition, front, 6);
        document_figures(edition->document, row, 2);
    } else {
        row[0] = panel_topics_dots(edition, level->topics, front, 12);
        document_figures(edition->document, row, 1);
    }
    if (!weekly || !level->trends)
        return;
    row[0] = panel_trends_lines(edition, front);
    document_figures(edition->document, row, 1);
}

void digest_document(struct document *document, const void *digest, int level)
{
    const struct digest *given = digest;
    struct edition edition;

    edition_open(&edition, document, given->findings, given->about);
    edition.alone = true;
    edition_about(&edition, phrases_title(&edition.wording, given->findings, &edition.period),
                  phrases_source(&edition.wording, given->findings));
    page_front_top(&edition,
                   phrases_standfirst_alone(&edition.wording, given->findings, &edition.period));
    add_topics(&edition, &levels[level]);
    edition_paragraph(
        &edition, saying_plain(&edition.wording,
                               "The full report, weekly.pdf, has all topics, speakers and "
                               "words, how each number was found, and the articles behind it."));
}
