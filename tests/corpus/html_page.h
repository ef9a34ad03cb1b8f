/*
 * A page of HTML, read from its bytes, and its date.
 */
#ifndef TESTS_CORPUS_HTML_PAGE_H
#define TESTS_CORPUS_HTML_PAGE_H

#include "tests/support.h"

#include "corpus/read/charset.h"
#include "corpus/read/read_html.h"
#include "corpus/text/dates.h"

/* The page of these bytes, in whatever charset. */
static inline bool read_page(struct article *article, struct arena *arena, struct span bytes,
                             struct fault *fault)
{
    struct charset charset = charset_choose(bytes, SPAN_EMPTY);
    struct bytes page = BYTES_EMPTY;
    bool done;

    assert_true(charset_to_utf8(&page, &article->replaced,
                                span_cut(bytes, charset.mark, bytes.length), charset.name));
    done = read_html(article, arena, bytes_span(&page), fault);
    bytes_release(&page);
    return done;
}

static inline bool is_same_day(struct span published, struct span day)
{
    const struct zone zone = ZONE_UTC;
    struct date got, wanted;
    struct fault fault;

    return dates_read(&got, published, &zone, &fault) && dates_read(&wanted, day, &zone, &fault) &&
           got.day == wanted.day;
}

#endif
