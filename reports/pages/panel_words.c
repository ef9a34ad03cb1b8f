#include "reports/pages/panel_words.h"

#include "reports/charts/chart_dots.h"
#include "reports/charts/chart_keyness.h"
#include "reports/pages/chosen.h"
#include "reports/pages/drawn.h"
#include "reports/pages/phrases.h"
#include "reports/pages/titles.h"
#include "reports/pages/wording.h"

#include <math.h>

/* The clear ones among the first of a list, up to `most`. */
static size_t clear_among(const struct term_finding *terms, size_t count, size_t most)
{
    size_t clear = 0;

    while (clear < count && clear < most && wording_clear(terms[clear].direction))
        clear++;
    return clear;
}

bool panel_words_changed(const struct findings *findings)
{
    return clear_among(findings->risen, findings->risen_count, 1) ||
           clear_among(findings->fallen, findings->fallen_count, 1);
}

/* --- keyness ---------------------------------------------------------------------------- */

static struct chart_key_term key_term(struct edition *edition, const struct term_finding *term,
                                      const char *from)
{
    return (struct chart_key_term){.label = term->term,
                                   .key = wording_key(edition->arena, "term", term->term),
                                   .target = edition_link(edition, term->evidence, from),
                                   .log_ratio = term->log_ratio.value,
                                   .low = drawn_low(&term->log_ratio),
                                   .high = drawn_high(&term->log_ratio)};
}

/* Risen ones largest first, then fallen ones with the largest fall last. */
static struct chart_keyness *keyness_data(struct edition *edition, size_t risen, size_t fallen,
                                          const char *from)
{
    const struct findings *findings = edition->findings;
    struct chart_keyness *data = arena_new(edition->arena, 1, sizeof *data);
    struct chart_key_term *rows = arena_new(edition->arena, risen + fallen, sizeof *rows);

    for (size_t i = 0; i < risen; i++)
        rows[i] = key_term(edition, &findings->risen[i], from);
    for (size_t i = 0; i < fallen; i++)
        rows[risen + i] = key_term(edition, &findings->fallen[fallen - 1 - i], from);
    *data = (struct chart_keyness){.rows = rows, .count = risen + fallen};
    return data;
}

/* What the chart says to those who do not see it. */
static struct span keyness_alternative(struct edition *edition, size_t risen, size_t fallen)
{
    const struct wording *wording = &edition->wording;
    const struct term_finding none = {.term = SPAN_EMPTY};
    const struct term_finding *up = risen ? edition->findings->risen : &none;
    const struct term_finding *down = fallen ? edition->findings->fallen : &none;

    return SAY(
        wording,
        "Bars of log ratios with intervals: {risen} {risen|term|terms} used more often, "
        "{fallen} used less often.{up? Largest rise: {up}, {rise}{rise_range}.}{down? Largest "
        "fall: {down}, {fall}{fall_range}.}",
        NUMBER("risen", risen), NUMBER("fallen", fallen), TEXT("up", up->term),
        FIGURE("rise", format_value(wording->tongue, up->log_ratio.value, UNIT_LOG2)),
        FIGURE("rise_range", wording_bracket(wording, &up->log_ratio, UNIT_LOG2)),
        TEXT("down", down->term),
        FIGURE("fall", format_value(wording->tongue, down->log_ratio.value, UNIT_LOG2)),
        FIGURE("fall_range", wording_bracket(wording, &down->log_ratio, UNIT_LOG2)));
}

struct figure panel_words_keyness(struct edition *edition, const char *from, int columns)
{
    const struct findings *findings = edition->findings;
    size_t risen = clear_among(findings->risen, findings->risen_count, PANEL_TERMS_RISEN);
    size_t fallen = clear_among(findings->fallen, findings->fallen_count, PANEL_TERMS_FALLEN);

    return (struct figure){
        .title = titles_terms(&edition->wording, findings, &edition->period),
        .subtitle =
            SAY(&edition->wording,
                "How many times more (×) or less (÷) often than {in_before}; log scale. "
                "Line: 95% interval.",
                TEXT("in_before", edition->period.compared
                                      ? edition->period.in_before
                                      : saying_plain(&edition->wording, "in the baseline"))),
        .alternative = keyness_alternative(edition, risen, fallen),
        .note = edition_note(
            edition,
            SAY(&edition->wording,
                "{n} {n|term|terms} compared, {clear} changed clearly; the clear ones with "
                "the largest ratios are shown.",
                NUMBER("n", findings->terms_tested), NUMBER("clear", findings->clear_terms))),
        .csv = span_of("keyness.csv"),
        .recipe = &chart_keyness,
        .data = keyness_data(edition, risen, fallen, from),
        .columns = columns};
}

/* --- the most frequent ------------------------------------------------------------------- */

/* Rates where there are articles enough for them, else plain counts. */
static struct chart_dots *frequent_data(struct edition *edition, size_t shown, bool rates,
                                        const char *from)
{
    struct chart_dots *dots = arena_new(edition->arena, 1, sizeof *dots);
    struct chart_dot *rows = arena_new(edition->arena, shown, sizeof *rows);

    for (size_t i = 0; i < shown; i++) {
        const struct term_finding *term = &edition->findings->frequent[i];
        bool earlier = rates && edition->period.compared;

        rows[i] = (struct chart_dot){.label = term->term,
                                     .key = wording_key(edition->arena, "term", term->term),
                                     .target = edition_link(edition, term->evidence, from),
                                     .value = rates ? term->rate.value : term->count,
                                     .low = rates ? drawn_low(&term->rate) : NAN,
                                     .high = rates ? drawn_high(&term->rate) : NAN,
                                     .reference = earlier ? drawn_value(&term->baseline_rate) : NAN,
                                     .tone = wording_tone(term->direction)};
    }
    *dots = (struct chart_dots){
        .rows = rows, .count = shown, .unit = rates ? UNIT_PER_MILLION : UNIT_COUNT};
    return dots;
}

static struct figure no_words(struct edition *edition, int columns)
{
    const struct wording *wording = &edition->wording;

    return (struct figure){.title = saying_plain(wording, "No content word to show"),
                           .alternative = SAY(wording, "Nothing is drawn: {subject} has no words.",
                                              TEXT("subject", edition->period.subject)),
                           .columns = columns,
                           .empty_title = saying_plain(wording, "No content word was found"),
                           .empty_reason =
                               saying_plain(wording, "Function words and numbers are left out.")};
}

static struct span frequent_subtitle(struct edition *edition, bool rates)
{
    if (!rates)
        return saying_plain(&edition->wording,
                            "Times each content word is used; function words are left out.");
    return SAY(&edition->wording,
               "Uses per million words. Bar: 95% interval.{before? Tick: {before}.}",
               TEXT("before", edition->period.before));
}

enum { FIXTURES_NAMED = 5 };

/* Which words are passed over, and why. */
static void add_fixtures(struct prose *note, struct edition *edition)
{
    const struct findings *findings = edition->findings;
    const struct wording *wording = &edition->wording;
    struct span names[FIXTURES_NAMED];
    size_t count = findings->fixture_count;
    size_t named = count < FIXTURES_NAMED ? count : FIXTURES_NAMED;

    if (count == 0)
        return;
    for (size_t i = 0; i < named; i++)
        names[i] =
            wording_quoted(wording, wording_shorten(edition->arena, findings->fixtures[i], 18));
    TELL(note, wording,
         " Left out, since nine in ten articles have {n|it|them}: "
         "{some?{n}~words, such as }{words}.",
         NUMBER("n", count), FLAG("some", named < count),
         TEXT("words", wording_list(wording, names, named)));
}

/* How many changed, where no chart of changes stands beside this one and says it. */
static const struct prose *frequent_note(struct edition *edition, bool rates)
{
    const struct findings *findings = edition->findings;
    struct prose *note = edition_prose(edition);

    if (!rates && findings->articles > 1)
        prose_text(note, phrases_minimum(&edition->wording, findings));
    else if (panel_words_changed(findings))
        saying_add_plain(note, &edition->wording, "Coloured where the change is clear.");
    else if (edition->period.compared)
        prose_text(note,
                   phrases_compared(&edition->wording, findings, &edition->period,
                                    findings->terms_tested, findings->clear_terms, PHRASES_TERMS));
    add_fixtures(note, edition);
    return note;
}

struct figure panel_words_frequent(struct edition *edition, size_t most, const char *from,
                                   int columns)
{
    const struct findings *findings = edition->findings;
    size_t shown = findings->frequent_count < most ? findings->frequent_count : most;
    bool rates = phrases_enough(findings);
    const struct term_finding *first = findings->frequent;
    const struct term_finding *last;

    if (shown == 0 || !first)
        return no_words(edition, columns);
    last = first + shown - 1;
    return (struct figure){
        .title =
            SAY(&edition->wording, "No content word is more frequent than {term}",
                TEXT("term", wording_quoted(&edition->wording,
                                            wording_shorten(edition->arena, first->term, 18)))),
        .subtitle = frequent_subtitle(edition, rates),
        .alternative =
            SAY(&edition->wording,
                "Dot chart of the {n} most frequent content words, from {first}, {most} "
                "{most|use|uses}, to {last}, {least}.",
                NUMBER("n", shown), TEXT("first", first->term), NUMBER("most", first->count),
                TEXT("last", last->term), NUMBER("least", last->count)),
        .note = frequent_note(edition, rates),
        .csv = span_of("words.csv"),
        .recipe = &chart_dots,
        .data = frequent_data(edition, shown, rates, from),
        .columns = columns};
}
