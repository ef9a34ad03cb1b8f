#include "reports/pages/compared.h"

#include "reports/pages/page_sides.h"
#include "reports/pages/pages.h"
#include "reports/pages/wording.h"

/* The two outlets, or how many there are on either side. */
static struct span source_of(const struct panel_sides *panel)
{
    const struct findings *b = panel->versus->b;
    const struct span outlets[] = {panel->versus->a->period, b->period};

    if (b->against == WEEKS_AGAINST_OUTLET)
        return wording_list(&panel->edition->wording, outlets, 2);
    return SAY(&panel->edition->wording, "{!of}{n#} {n|outlet|outlets}",
               NUMBER("n", b->outlet_count));
}

void compared_document(struct document *document, const struct versus *versus,
                       const struct weekly_about *about)
{
    struct edition edition;
    struct panel_sides panel = {.edition = &edition, .versus = versus};

    edition_open(&edition, document, versus->b, about);
    panel.sides = sides_named_of(&edition.wording, versus);
    edition.period = sides_named_period(&edition.wording, versus, &panel.sides);
    edition.other = versus->a;
    edition_about(&edition, page_sides_title(&panel), source_of(&panel));
    page_sides_front(&panel);
    page_sides_topics(&panel);
    page_sides_speakers(&panel);
    page_sides_words(&panel);
    page_sides_coverage(&panel);
    page_sides_method(&panel);
    page_evidence(&edition);
    page_colophon(&edition);
}
