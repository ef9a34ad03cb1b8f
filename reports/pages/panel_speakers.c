#include "reports/pages/panel_speakers.h"

#include "reports/charts/chart_speakers.h"
#include "reports/pages/phrases.h"
#include "reports/pages/titles.h"
#include "reports/pages/wording.h"

#include <math.h>

size_t panel_speakers_named(const struct findings *findings)
{
    size_t named = 0;

    while (named < findings->speaker_count && !findings->speakers[named].unattributed &&
           findings->speakers[named].words)
        named++;
    return named;
}

const struct speaker_finding *panel_speakers_apart(const struct findings *findings)
{
    const struct speaker_finding *last;

    if (findings->speaker_count == 0)
        return NULL;
    last = &findings->speakers[findings->speaker_count - 1];
    return last->unattributed && last->words ? last : NULL;
}

/* Of one outlet alone, the articles say more than the number of outlets. */
static bool single_outlet(const struct findings *findings)
{
    return findings->outlets_heard < 2;
}

static struct chart_speaker speaker_row(struct edition *edition,
                                        const struct speaker_finding *speaker, const char *from)
{
    bool has = speaker->share.has_interval;

    return (struct chart_speaker){
        .name = speaker->name,
        .role = speaker->role,
        .key = wording_print(edition->arena, "speaker:%.*s", SPAN_PRINT(speaker->name)),
        .target = edition_link(edition, speaker->evidence, from),
        .share = speaker->share.value,
        .low = has ? speaker->share.low : NAN,
        .high = has ? speaker->share.high : NAN,
        .first = speaker->quotes,
        .second = single_outlet(edition->findings) ? speaker->articles : speaker->outlets,
        .apart = speaker->unattributed};
}

static struct chart_speakers *shares_data(struct edition *edition, size_t shown, const char *from)
{
    const struct speaker_finding *apart = panel_speakers_apart(edition->findings);
    struct chart_speakers *data = arena_new(edition->arena, 1, sizeof *data);
    struct chart_speaker *rows = arena_new(edition->arena, shown + 1, sizeof *rows);

    for (size_t i = 0; i < shown; i++)
        rows[i] = speaker_row(edition, &edition->findings->speakers[i], from);
    if (apart)
        rows[shown] = speaker_row(edition, apart, from);
    *data = (struct chart_speakers){
        .rows = rows,
        .count = shown + (apart != NULL),
        .first_title = span_of("quotes"),
        .second_title = span_of(single_outlet(edition->findings) ? "articles" : "outlets")};
    return data;
}

static struct figure no_quotes(struct edition *edition, int columns)
{
    struct span articles =
        wording_count(edition->arena, edition->findings->articles, "article", "articles");

    return (struct figure){
        .title = span_of("No quotations"),
        .alternative = wording_print(edition->arena, "Nothing is drawn: %s has no quotation.",
                                     edition->period.subject),
        .columns = columns,
        .empty_title = span_of("No quotation was found"),
        .empty_reason = wording_print(edition->arena, "%.*s read.", SPAN_PRINT(articles))};
}

/* Whether one of the rows drawn has an interval. */
static bool any_interval(const struct findings *findings, size_t shown)
{
    const struct speaker_finding *apart = panel_speakers_apart(findings);
    bool any = apart && apart->share.has_interval;

    for (size_t i = 0; i < shown; i++)
        any |= findings->speakers[i].share.has_interval;
    return any;
}

static const struct prose *shares_note(struct edition *edition, size_t shown)
{
    const struct findings *findings = edition->findings;
    struct span minimum = phrases_minimum(edition->arena, findings);
    size_t named = panel_speakers_named(findings);
    struct prose *note = edition_prose(edition);

    if (shown < named)
        prose_print(note, "%s further %s in speakers.csv. ",
                    format_count((double)(named - shown)).text,
                    format_plural((double)(named - shown), "speaker is", "speakers are"));
    if (!phrases_enough(findings))
        prose_print(note, "%.*s ", SPAN_PRINT(minimum));
    if (panel_speakers_apart(findings))
        prose_print(note, "(unattributed): quoted words for which no speaker was found.");
    else
        prose_print(note, "A speaker was found for every quotation.");
    if (!findings->speakers_tested && edition->period.before) {
        prose_print(note, " ");
        prose_text(note,
                   phrases_compared(edition->arena, findings, &edition->period, 0, 0, "speaker"));
    }
    return note;
}

struct figure panel_speakers_shares(struct edition *edition, size_t most, const char *from,
                                    int columns)
{
    const struct findings *findings = edition->findings;
    size_t named = panel_speakers_named(findings);
    size_t shown = named < most ? named : most;
    const struct speaker_finding *apart = panel_speakers_apart(findings);
    const struct speaker_finding *first = shown ? findings->speakers : apart;

    if (!first)
        return no_quotes(edition, columns);
    return (struct figure){
        .title = titles_speakers(edition->arena, findings, &edition->period),
        .subtitle =
            wording_print(edition->arena, "Share of %s quoted %s, %%.%s",
                          format_count((double)findings->quoted_words).text,
                          format_plural((double)findings->quoted_words, "word", "words"),
                          any_interval(findings, shown) ? " Line: 95% interval by story." : ""),
        .alternative = wording_print(
            edition->arena,
            "Bars: %zu %s by share of quoted words; the first is %.*s with %s%s. Unattributed: "
            "%s.",
            shown, format_plural((double)shown, "speaker", "speakers"), SPAN_PRINT(first->name),
            wording_value(&first->share, UNIT_SHARE).text,
            wording_bracket(&first->share, UNIT_SHARE).text,
            apart ? wording_value(&apart->share, UNIT_SHARE).text : "0%"),
        .note = shares_note(edition, shown),
        .csv = span_of("speakers.csv"),
        .recipe = &chart_speakers,
        .data = shares_data(edition, shown, from),
        .columns = columns};
}
