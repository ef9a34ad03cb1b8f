#include "reports/pages/side_findings.h"

#include "reports/pages/wording.h"

static const char front[] = "front"; /* the page that evidence leads back to */

/* How one kind of row is told. */
struct telling {
    const struct versus_rows *rows;
    uint32_t tested;
    const char *changed, *unchanged;
};

/* What stands behind a finding: "27 articles", which lead to their list. */
static void add_evidence(const struct panel_sides *panel, struct finding *shown,
                         const struct evidence *evidence)
{
    if (edition_feature(panel->edition, evidence, front).length == 0)
        return;
    shown->evidence = SAY(&panel->edition->wording,
                          evidence->kind == EVIDENCE_SPEAKER
                              ? "{n}~{n|quotation|quotations}"
                              : "{n}~{vote?{n|story|stories}/{n|article|articles}}",
                          NUMBER("n", edition_quotes(panel->edition, evidence)),
                          FLAG("vote", panel->versus->b->one_vote));
    shown->dest = edition_dest(panel->edition->arena, evidence);
}

/* "of articles in week 24 are about Health, 14.0% in week 21. ..." */
static bool tell_shares(const struct panel_sides *panel, struct finding *shown,
                        const struct telling *telling)
{
    const struct wording *wording = &panel->edition->wording;
    const struct versus_row *row = versus_most_different(telling->rows);
    struct prose *prose = edition_prose(panel->edition);

    if (!row)
        return false;
    TELL(prose, wording,
         wording_clear(row->change.direction) ? telling->changed : telling->unchanged,
         TEXT("name", row->label), FLAG("vote", panel->versus->b->one_vote),
         FIGURE("left", wording_value(wording, &row->a, UNIT_SHARE)),
         FIGURE("right", wording_value(wording, &row->b, UNIT_SHARE)),
         FIGURE("range", wording_difference_interval(wording, &row->change.difference)),
         FIGURE("q", format_p(wording->tongue, row->change.q)), NUMBER("n", telling->tested),
         TEXT("in_a", panel->sides.a.in), TEXT("in_b", panel->sides.b.in));
    *shown = (struct finding){
        .number =
            arena_copy(panel->edition->arena,
                       span_of(format_points(wording->tongue, row->change.difference.value).text)),
        .tone = wording_tone(row->change.direction),
        .sentence = prose,
    };
    add_evidence(panel, shown, panel_sides_more(row));
    return true;
}

static void tell_term(const struct panel_sides *panel, struct finding *shown,
                      const struct term_finding *term)
{
    const struct wording *wording = &panel->edition->wording;
    struct prose *prose = edition_prose(panel->edition);
    bool up = term->direction == CHANGE_UP;
    struct estimate ratio = term->log_ratio;

    TELL(prose, wording,
         "<{term}> marks {side}: {right} uses per million words {in_b} and {left} {in_a}{range}.",
         TEXT("term", wording_quoted(wording, term->term)),
         TEXT("side", up ? panel->sides.b.inside : panel->sides.a.inside),
         FIGURE("left", wording_value(wording, &term->baseline_rate, UNIT_PER_MILLION)),
         FIGURE("right", wording_value(wording, &term->rate, UNIT_PER_MILLION)),
         TEXT("in_a", panel->sides.a.in), TEXT("in_b", panel->sides.b.in),
         FIGURE("range", wording_bracket(wording, &ratio, UNIT_LOG2)));
    *shown = (struct finding){
        .number = arena_copy(panel->edition->arena,
                             span_of(format_value(wording->tongue, ratio.value, UNIT_LOG2).text)),
        .tone = wording_tone(term->direction),
        .sentence = prose,
    };
    add_evidence(panel, shown, term->evidence);
}

/* The term whose ratio is the surest, of either side; else that there is none. */
static bool tell_terms(const struct panel_sides *panel, struct finding *shown)
{
    const struct findings *b = panel->versus->b;
    const struct term_finding *term = versus_surest_term(panel->versus);
    struct prose *prose;

    if (term)
        tell_term(panel, shown, term);
    if (term || !b->terms_tested)
        return term != NULL;
    prose = edition_prose(panel->edition);
    TELL(prose, &panel->edition->wording, "of {n} {n|term|terms} compared differ clearly.",
         NUMBER("n", b->terms_tested));
    *shown = (struct finding){
        .number =
            arena_copy(panel->edition->arena,
                       span_of(format_count(panel->edition->wording.tongue, b->clear_terms).text)),
        .sentence = prose};
    return true;
}

void side_findings_add(const struct panel_sides *panel)
{
    const struct findings *b = panel->versus->b;
    const struct telling kinds[] = {
        {.rows = &panel->versus->topics,
         .tested = b->topics_tested,
         .changed = "<{name}> differs most of {n} {n|topic|topics}: {right} of "
                    "{vote?stories/articles} {in_b} and {left} {in_a} ({range} points).",
         .unchanged = "is the largest difference, of <{name}>: {right} of "
                      "{vote?stories/articles} {in_b} and {left} {in_a}. None of {n} "
                      "{n|topic|topics} differs clearly (q~{q})."},
        {.rows = &panel->versus->speakers,
         .tested = b->speakers_tested,
         .changed = "<{name}> differs most of {n} {n|speaker|speakers}: {right} of quoted words "
                    "{in_b} and {left} {in_a} ({range} points).",
         .unchanged = "is the largest difference, of <{name}>: {right} of quoted words {in_b} "
                      "and {left} {in_a}. None of {n} {n|speaker|speakers} differs clearly "
                      "(q~{q})."}};
    struct finding shown[FINDINGS_HEADLINES_MAX] = {0};
    size_t count = 0;

    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        count += tell_shares(panel, &shown[count], &kinds[i]);
    count += tell_terms(panel, &shown[count]);
    if (count)
        document_findings(panel->edition->document, shown, count);
}
