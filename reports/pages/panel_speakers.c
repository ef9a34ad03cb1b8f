#include "reports/pages/panel_speakers.h"

#include "reports/charts/chart_speakers.h"
#include "reports/pages/drawn.h"
#include "reports/pages/phrases.h"
#include "reports/pages/titles.h"
#include "reports/pages/wording.h"

size_t panel_speakers_named(const struct findings *findings)
{
    size_t named = 0;

    while (named < findings->speaker_count && !findings->speakers[named].unattributed &&
           findings->speakers[named].words)
        named++;
    return named;
}

/* The row of what nobody was found for; NULL where all is attributed or nothing quoted. */
static const struct speaker_finding *row_apart(const struct findings *findings)
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
    return (struct chart_speaker){.name = speaker->name,
                                  .role = speaker->role,
                                  .key = wording_key(edition->arena, "speaker", speaker->name),
                                  .target = edition_link(edition, speaker->evidence, from),
                                  .share = speaker->share.value,
                                  .low = drawn_low(&speaker->share),
                                  .high = drawn_high(&speaker->share),
                                  .first = speaker->quotes,
                                  .second = single_outlet(edition->findings) ? speaker->articles
                                                                             : speaker->outlets,
                                  .apart = speaker->unattributed};
}

static struct chart_speakers *shares_data(struct edition *edition, size_t shown, const char *from)
{
    const struct speaker_finding *apart = row_apart(edition->findings);
    struct chart_speakers *data = arena_new(edition->arena, 1, sizeof *data);
    struct chart_speaker *rows = arena_new(edition->arena, shown + 1, sizeof *rows);

    for (size_t i = 0; i < shown; i++)
        rows[i] = speaker_row(edition, &edition->findings->speakers[i], from);
    if (apart)
        rows[shown] = speaker_row(edition, apart, from);
    *data = (struct chart_speakers){
        .rows = rows,
        .count = shown + (apart != NULL),
        .first_title = saying_plain(&edition->wording, "quotes"),
        .second_title = saying_plain(&edition->wording,
                                     single_outlet(edition->findings) ? "articles" : "outlets")};
    return data;
}

static struct figure no_quotes(struct edition *edition, int columns)
{
    const struct wording *wording = &edition->wording;

    return (struct figure){.title = saying_plain(wording, "No quotations"),
                           .alternative =
                               SAY(wording, "Nothing is drawn: {subject} has no quotation.",
                                   TEXT("subject", edition->period.subject)),
                           .columns = columns,
                           .empty_title = saying_plain(wording, "No quotation was found"),
                           .empty_reason = SAY(wording, "{n}~{n|article|articles} read.",
                                               NUMBER("n", edition->findings->articles))};
}

/* Whether one of the rows drawn has an interval. */
static bool any_interval(const struct findings *findings, size_t shown)
{
    const struct speaker_finding *apart = row_apart(findings);
    bool any = apart && apart->share.has_interval;

    for (size_t i = 0; i < shown; i++)
        any |= findings->speakers[i].share.has_interval;
    return any;
}

static const struct prose *shares_note(struct edition *edition, size_t shown)
{
    const struct findings *findings = edition->findings;
    const struct wording *wording = &edition->wording;
    size_t named = panel_speakers_named(findings);
    struct prose *note = edition_prose(edition);

    if (shown < named)
        TELL(note, wording, "{n} further {n|speaker is|speakers are} in speakers.csv. ",
             NUMBER("n", named - shown));
    if (!phrases_enough(findings))
        prose_print(note, "%.*s ", SPAN_PRINT(phrases_minimum(wording, findings)));
    saying_add_plain(note, wording,
                     row_apart(findings)
                         ? "(unattributed): quoted words for which no speaker was found."
                         : "A speaker was found for every quotation.");
    if (!findings->speakers_tested && edition->period.compared) {
        prose_print(note, " ");
        prose_text(note,
                   phrases_compared(wording, findings, &edition->period, 0, 0, PHRASES_SPEAKERS));
    }
    return note;
}

struct figure panel_speakers_shares(struct edition *edition, size_t most, const char *from,
                                    int columns)
{
    const struct findings *findings = edition->findings;
    size_t named = panel_speakers_named(findings);
    size_t shown = named < most ? named : most;
    const struct speaker_finding *apart = row_apart(findings);
    const struct speaker_finding *first = shown ? findings->speakers : apart;

    if (!first)
        return no_quotes(edition, columns);
    return (struct figure){
        .title = titles_speakers(&edition->wording, findings, &edition->period),
        .subtitle =
            SAY(&edition->wording,
                "Share of {n} quoted {n|word|words}, %.{line? Line: 95% interval by story.}",
                NUMBER("n", findings->quoted_words), FLAG("line", any_interval(findings, shown))),
        .alternative =
            SAY(&edition->wording,
                "Bars: {n} {n|speaker|speakers} by share of quoted words; the first is {name} with "
                "{share}{range}. Unattributed: {apart}.",
                NUMBER("n", shown), TEXT("name", first->name),
                FIGURE("share", wording_value(&edition->wording, &first->share, UNIT_SHARE)),
                FIGURE("range", wording_bracket(&edition->wording, &first->share, UNIT_SHARE)),
                FIGURE("apart", apart ? wording_value(&edition->wording, &apart->share, UNIT_SHARE)
                                      : format_share(edition->wording.tongue, 0))),
        .note = shares_note(edition, shown),
        .csv = span_of("speakers.csv"),
        .recipe = &chart_speakers,
        .data = shares_data(edition, shown, from),
        .columns = columns};
}
