#include "reports/pages/compared.h"
#include "reports/pages/pages.h"
void compared_document(struct document *document, const struct versus *versus,
                       const struct weekly_about *about)
{
    struct edition edition;
    edition_open(&edition, document, versus->b, about);
    document->about = (struct about){.title=span_of("x"),.author=span_of("b"),.tongue=about->tongue,.created=about->created,.week=span_of("w"),.source=span_of("s")};
    page_colophon(&edition);
}
