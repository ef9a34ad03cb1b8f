/*
 * Sayings: what the report says in words, in its own language. The code says
 * it in English, as a pattern with slots; for any other language the table in
 * sayings.h has the pattern to take instead. So a sentence is whole in each
 * language, and its words stand in that language's order and case.
 *
 *     SAY(&wording, "The week in {n}~{n|article|articles}", NUMBER("n", 3412))
 *         The week in 3,412 articles
 *         Die Woche in 3.412 Artikeln              "Die Woche in {n}~{n|Artikel|Artikeln}"
 *
 * In a pattern
 *     {name}            is the slot's text, or its number as the language writes it
 *     {name|one|many}   the form that stands with the slot's number; a language may have three
 *     {name?yes/no}     `yes` where the slot has a text or is not 0, else `no`, which may be
 * missing {name#}           the number in words, where the language has them: "twelve" {name^} the
 * same to start a sentence: "Twelve"; of a text, with a capital
 *     {!note}           nothing: it tells two sayings apart that are one in English
 *     {@dest|lead|screen}
 *                       the number of the page that holds `dest`, after `lead`: in prose only.
 *                       Where nothing has pages it reads `screen`, see prose_see()
 *     <...>             is bold in prose
 *     ~                 is a blank that does not break
 * and parts may hold slots themselves. What a slot holds is never read as a
 * pattern.
 */
#ifndef REPORTS_PAGES_SAYING_H
#define REPORTS_PAGES_SAYING_H

#include "corpus/base/arena.h"
#include "reports/draw/prose.h"
#include "reports/draw/tongue.h"

/* Where texts are put together, and in which language. */
struct wording {
    struct arena *arena; /* borrowed; all texts live in it */
    const struct tongue *tongue;
};

/* What goes into a pattern, by name. */
struct slot {
    const char *name;
    struct span text;
    double number;
    bool counted; /* it is the number */
};

#define TEXT(what, span) ((struct slot){.name = (what), .text = (span)})
#define FIGURE(what, format) ((struct slot){.name = (what), .text = span_of((format).text)})
#define NUMBER(what, value)                                                                        \
    ((struct slot){.name = (what), .number = (double)(value), .counted = true})
#define FLAG(what, truth)                                                                          \
    ((struct slot){.name = (what), .number = (truth) ? 1 : 0, .counted = true})

/* The saying as one text. */
#define SAY(wording, pattern, ...)                                                                 \
    saying_text((wording), (pattern), (const struct slot[]){__VA_ARGS__, {.name = NULL}})

/* Adds it to a prose. */
#define TELL(prose, wording, pattern, ...)                                                         \
    saying_add((prose), (wording), (pattern), (const struct slot[]){__VA_ARGS__, {.name = NULL}})

struct span saying_text(const struct wording *wording, const char *pattern,
                        const struct slot *slots);
void saying_add(struct prose *prose, const struct wording *wording, const char *pattern,
                const struct slot *slots);

/* The same of a pattern without slots. */
struct span saying_plain(const struct wording *wording, const char *pattern);
void saying_add_plain(struct prose *prose, const struct wording *wording, const char *pattern);

#endif
