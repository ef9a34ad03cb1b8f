#include "reports/pages/pages.h"
#include "reports/pages/panel_places.h"
#include "reports/pages/panel_uses.h"

void page_places(struct edition *edition)
{
    static const char dest[] = "places";
    struct figure figure;

    if (!panel_places_drawn(edition->findings))
        return;
    edition_section(edition, "Where words fall", "Where words fall", dest);
    figure = panel_places_xray(edition, dest);
    document_figures(edition->document, &figure, 1);
    if (!panel_uses_weekly(edition->findings))
        return;
    figure = panel_uses_weeks(edition, dest);
    document_figures(edition->document, &figure, 1);
}
