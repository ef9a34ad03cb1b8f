/*
 * Figures on how few voices have how much: shares week by week, speakers by
 * rank, and what people of each value of a roster's column said.
 *
 *     figures[n++] = panel_balance_ranks(edition, "balance", 6);
 */
#ifndef REPORTS_PAGES_PANEL_BALANCE_H
#define REPORTS_PAGES_PANEL_BALANCE_H

#include "reports/pages/edition.h"

enum {
    PANEL_BALANCE_PEOPLE = 10, /* below which the table of speakers says as much as ranks */
    PANEL_BALANCE_LABELS = 8,  /* speakers named in the plot of ranks */
    PANEL_BALANCE_VALUES = 10, /* values of a roster's column shown */
    PANEL_BALANCE_OUTLETS = 12
};

/* Quoted words against rank, both logarithmic; needs somebody quoted. */
struct figure panel_balance_ranks(struct edition *edition, const char *from, int columns);

/* Whether two weeks or more, the chart's last among them, have voices. */
bool panel_balance_weekly(const struct findings *findings);

/* Share of the ten quoted most, and of words without a speaker; needs the above. */
struct figure panel_balance_weeks(struct edition *edition, int columns);

/* Whether somebody of the study has a value in that column of the roster. */
bool panel_balance_known(const struct findings *findings, size_t column);

/* Share of quoted words by the values of that column; needs panel_balance_known(). */
struct figure panel_balance_attribute(struct edition *edition, size_t column, int columns);

/* Whether two outlets or more quote people: for the figure below. */
bool panel_balance_by_outlet(const struct findings *findings, size_t column);

/* Share of each outlet's quoted words by the values of that column. */
struct figure panel_balance_outlets(struct edition *edition, size_t column);

#endif
