/*
 * The two strips of the front page: findings side by side, and the panel of
 * key figures with their histories.
 */
#ifndef REPORTS_DRAW_STRIP_H
#define REPORTS_DRAW_STRIP_H

#include "reports/draw/document.h"

double strip_findings_height(struct scene *scratch, const struct finding *findings, size_t count,
                             double width);
void strip_findings(struct scene *scene, const struct finding *findings, size_t count,
                    struct box area);

double strip_kpis_height(void);
void strip_kpis(struct scene *scene, const struct kpi *kpis, size_t count, struct box area);

#endif
