/*
 * The languages that a report may be in: how each writes numbers, days and
 * units, and how it counts. What a report says in words is pages/sayings.h.
 *
 *     const struct tongue *tongue = tongue_find(span_of("de"));
 *     format_count(tongue, 3412)                3.412
 *
 * CSV files are in none of them: there numbers are as C has them.
 */
#ifndef REPORTS_DRAW_TONGUE_H
#define REPORTS_DRAW_TONGUE_H

#include "corpus/base/span.h"

enum tongue_name { TONGUE_ENGLISH, TONGUE_GERMAN, TONGUE_RUSSIAN, TONGUES };

enum { TONGUE_FORMS = 3 }; /* plural forms at most */

struct tongue {
    enum tongue_name name;
    const char *code; /* "en" */
    const char *tag;  /* "en-GB", for the files' own record */
    const char *point, *group;
    const char *percent; /* with the blank before it, where the language has one */
    const char *points;  /* of percentages */
    const char *to;      /* between two bounds of which one is negative */
    const char *thousand, *million, *billion; /* with their blank */
    const char *months[12];                   /* as they follow a day's number */
    const char *months_short[12];
    const char *weekdays[7]; /* short, Monday first */
    const char *day_end;     /* what follows a day's number: "." in German */
    const char *quote_open, *quote_close;
    const char *continued;   /* after a table's title on its next page: ", continued" */
    const char *numbers_in;  /* below a figure: "Numbers: " */
    const char *table_in;    /* below a table: "The full table: " */
    const char *method_page; /* in the footer, before the number: " Method: page " */
    const char *page;        /* before a page's number, in a link */
    const char *articles;    /* a column's title */
    const char *week;        /* before a week's number: "W" */
    const char *list_and;    /* before the last of a list, with its blanks */
    const char *numbers[13]; /* 0 to 12 in words; NULL: always in figures, for they would agree in
                                gender and case */
};

extern const struct tongue tongues[TONGUES];

/* The language of this code; NULL for none. */
const struct tongue *tongue_find(struct span code);

/* What a column of a figure's table is called: "Share", "Anteil"; a word not known as it is. */
struct span tongue_word(const struct tongue *tongue, struct span english);

/* Which form of a word stands with this number: 0, 1 or 2, as the language counts. */
int tongue_form(const struct tongue *tongue, double number);

#endif
