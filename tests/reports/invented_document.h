/*
 * A weekly report of the invented figures, which lives in the document's arena.
 */
#ifndef TESTS_REPORTS_INVENTED_DOCUMENT_H
#define TESTS_REPORTS_INVENTED_DOCUMENT_H

#include "tests/reports/invented.h"

static inline void invented_front(struct document *document, struct invented *all)
{
    struct prose standfirst = PROSE_IN(&document->arena);
    struct prose *texts = arena_new(&document->arena, 3, sizeof *texts);
    struct figure figures[2] = {invented_figure(all, &chart_dots, invented_dots(all), 6),
                                invented_figure(all, &chart_bump, invented_bump(all), 6)};
    struct figure trends = invented_figure(all, &chart_multiples, invented_multiples(all), 12);
    struct finding findings[3];
    struct kpi kpis[5];
    static const char *const labels[][3] = {
        {"Articles", "3,412", "+4% on 12-week mean"},
        {"Words", "2.18M", "+3% on 12-week mean"},
        {"Quotations", "8,967", "within usual range"},
        {"People quoted", "2,304", "+9% on 12-week mean"},
        {"Unattributed", "14.4%", "13.1\u201315.8%, no change"}};

    document_section(document, (struct section){.title = span_of("The week in 3,412 articles"),
                                                .running = span_of("The week"),
                                                .dest = span_of("week"),
                                                .front = true});
    prose_print(&standfirst, "18 outlets, 16\u201322 November 2026, set against the 12 weeks "
                             "before. Ranges are 95%% intervals; a change is called a change only "
                             "when the interval of the difference excludes 0.");
    document_standfirst(document, &standfirst);
    for (int i = 0; i < 3; i++)
        texts[i] = PROSE_IN(&document->arena);
    prose_add(&texts[0], (struct run){.text = span_of("Energy & climate"), .bold = true});
    prose_print(&texts[0], " rose most, to 14.1%% of articles (13.0\u201315.3%%) from a 12-week "
                           "mean of 9.8%%.");
    prose_print(&texts[1], "quotations went to ");
    prose_add(&texts[1], (struct run){.text = span_of("unnamed officials"), .bold = true});
    prose_print(&texts[1], ", the most-quoted source of the week (742 of 8,967; 7.2\u20139.4%%).");
    prose_add(&texts[2], (struct run){.text = span_of("\u201Cblackout\u201D"), .bold = true});
    prose_print(&texts[2], " appeared 17 times as often as in the 12 weeks before (12\u201324 "
                           "times), mostly on 18 and 19 November.");
    findings[0] = (struct finding){span_of("+4.3 points"), TONE_MORE, &texts[0],
                                   span_of("481 articles"), span_of("ev-topic-energy")};
    findings[1] = (struct finding){span_of("1 in 12"), TONE_NOTICE, &texts[1],
                                   span_of("742 quotations"), span_of("speakers")};
    findings[2] = (struct finding){span_of("\u00D717"), TONE_MORE, &texts[2],
                                   span_of("96 articles"), span_of("words")};
    document_findings(document, findings, 3);
    for (int i = 0; i < 5; i++)
        kpis[i] = (struct kpi){span_of(labels[i][0]), span_of(labels[i][1]), span_of(labels[i][2]),
                               all->shares[i] + INVENTED_WEEKS - 13, 13};
    document_kpis(document, kpis, 5);
    document_figures(document, figures, 2);
    document_figures(document, &trends, 1);
}

static inline void invented_words(struct document *document, struct invented *all)
{
    static const struct column columns[] = {
        {.title = "Term", .share = 2.2, .bold = true},
        {.title = "Articles", .share = 1, .align = ALIGN_RIGHT},
        {.title = "Per million", .share = 1, .align = ALIGN_RIGHT},
        {.title = "95% interval", .share = 1.4, .align = ALIGN_RIGHT, .muted = true},
        {.title = "12-week mean", .share = 1.1, .align = ALIGN_RIGHT},
        {.title = "Change", .share = 1, .align = ALIGN_RIGHT},
        {.title = "26 weeks", .points = 50, .align = ALIGN_RIGHT}};
    static const char *const texts[][6] = {
        {"blackout", "96", "88.1", "71.4\u2013107.6", "5.2", "+82.9"},
        {"tariff", "176", "161.5", "138.5\u2013187.1", "16.4", "+145.1"},
        {"grid", "211", "193.6", "168.4\u2013221.5", "25.9", "+167.7"},
        {"rate cut", "143", "131.2", "110.6\u2013154.5", "21.6", "+109.6"},
        {"ceasefire", "88", "80.7", "64.8\u201399.5", "426.0", "\u2212345.3"},
        {"wildfire", "9", "8.3", "3.8\u201315.7", "76.1", "\u221267.8"}};
    size_t rows = sizeof texts / sizeof *texts;
    struct cell *cells = arena_new(&document->arena, rows * 7, sizeof *cells);
    struct figure pair[2] = {invented_figure(all, &chart_speakers, invented_speakers(all), 7),
                             invented_figure(all, &chart_keyness, invented_keyness(all), 5)};
    struct figure heat = invented_figure(all, &chart_heat, invented_heat(all), 12);
    struct figure xray = invented_figure(all, &chart_xray, invented_xray(all), 12);
    struct grid grid = {.title = span_of("Terms that moved"),
                        .subtitle = span_of("Frequency per million words against the 12-week mean"),
                        .csv = span_of("terms.csv"),
                        .columns = columns,
                        .column_count = 7,
                        .cells = cells,
                        .rows = rows};

    for (size_t r = 0; r < rows; r++)
        for (size_t c = 0; c < 7; c++) {
            struct cell *cell = &cells[r * 7 + c];

            if (c < 6)
                cell->text = span_of(texts[r][c]);
            else
                *cell = (struct cell){.spark = all->shares[r], .spark_count = INVENTED_WEEKS};
            if (c >= 5)
                cell->tone = r < 4 ? TONE_MORE : TONE_LESS;
        }
    document_section(document, (struct section){.title = span_of("Voices and words"),
                                                .running = span_of("Voices and words"),
                                                .dest = span_of("speakers")});
    document_figures(document, pair, 2);
    document_figures(document, &heat, 1);
    document_figures(document, &xray, 1);
    document_table(document, &grid, span_of("words"));
}

static inline void invented_evidence(struct document *document)
{
    static const struct column columns[] = {{.title = "Published", .points = 58, .muted = true},
                                            {.title = "Outlet", .points = 84, .muted = true},
                                            {.title = "Headline", .share = 1},
                                            {.title = "Hits", .points = 30, .align = ALIGN_RIGHT}};
    static const char *const outlets[] = {"Northern Courier", "Deniz Postası", "Вечерний листок",
                                          "Η Πρωινή", "Harbour Gazette"};
    static const char *const headlines[] = {
        "Grid operator warns of second evening of rolling cuts",
        "Enerji bakanı: kesintiler hafta sonuna kadar sürebilir",
        "Власти объяснили причины аварии на подстанции",
        "Τι αλλάζει στους λογαριασμούς ρεύματος από τον Δεκέμβριο",
        "Ministers split over subsidy as heating season opens early in the north and on the isles"};
    enum { ROWS = 90 };
    struct cell *cells = arena_new(&document->arena, ROWS * 4, sizeof *cells);
    struct prose standfirst = PROSE_IN(&document->arena);
    struct grid grid = {.columns = columns,
                        .column_count = 4,
                        .cells = cells,
                        .rows = ROWS,
                        .csv = span_of("evidence.csv")};

    for (int r = 0; r < ROWS; r++) {
        struct prose text = PROSE_IN(&document->arena);
        struct prose uri = PROSE_IN(&document->arena);
        struct prose hits = PROSE_IN(&document->arena);

        prose_print(&text, "%d Nov  %02d:%02d", 22 - r / 15, 23 - r % 15, (r * 37) % 60);
        prose_print(&uri, "https://example.org/sample/%d?it's=%s", r, "наука");
        prose_print(&hits, "%d", 97 - r);
        cells[4 * r].text = prose_plain(&text);
        cells[4 * r + 1].text = span_of(outlets[r % 5]);
        cells[4 * r + 2] =
            (struct cell){.text = span_of(headlines[r % 5]), .target = prose_plain(&uri)};
        cells[4 * r + 3].text = prose_plain(&hits);
    }
    document_section(document,
                     (struct section){.title = span_of("Evidence: Energy & climate, this week"),
                                      .running = span_of("Evidence"),
                                      .dest = span_of("ev-topic-energy")});
    prose_print(&standfirst, "481 articles, newest first. The rest are in evidence.csv. Back to ");
    prose_link(&standfirst, "#week", "page\u00A0");
    prose_see(&standfirst, "week", "", "");
    prose_print(&standfirst, ".");
    document_standfirst(document, &standfirst);
    document_table(document, &grid, SPAN_EMPTY);
}

static inline void invented_contents(struct document *document, struct invented *all)
{
    struct prose notice = PROSE_IN(&document->arena);
    struct prose text = PROSE_IN(&document->arena);
    struct figure figures[2] = {invented_figure(all, &chart_scatter, invented_scatter(all), 7),
                                {.title = span_of("Too few articles to chart"),
                                 .subtitle = span_of("Share of articles by topic, Opinion section"),
                                 .alternative = span_of("No chart: 4 articles."),
                                 .empty_title = span_of("4 articles this week"),
                                 .empty_reason = span_of("An interval needs at least 15."),
                                 .columns = 5}};

    document_section(document, (struct section){.title = span_of("Contents and coverage"),
                                                .running = span_of("Contents"),
                                                .dest = span_of("contents")});
    document_contents(document);
    prose_add(&notice, (struct run){.text = span_of("Coverage is low."), .bold = true});
    prose_print(&notice, " Two outlets sent nothing on 17 November; shares may lean.");
    document_notice(document, &notice);
    document_figures(document, figures, 2);
    document_heading(document, span_of("How to read this"), span_of("method"));
    prose_print(&text, "An interval says how far a number would move if other articles of the same "
                       "kind had been read. Where two numbers are compared, the interval of their "
                       "difference decides, and ");
    prose_add(&text, (struct run){.text = span_of("q"), .bold = true});
    prose_print(&text, " is held below 0.05 by the procedure of Benjamini and Hochberg. ");
    document_paragraph(document, &text);
}

/* Fills an empty document with five pages or so. */
static inline void invented_document(struct document *document)
{
    struct invented *all = invented_new(&document->arena);

    document->about =
        (struct about){.title = span_of("The week in 3,412 articles \u2014 SAMPLE"),
                       .author = span_of("broadsheet"),
                       .subject = span_of("Invented numbers (for tests) & nothing else"),
                       .tongue = &tongues[TONGUE_ENGLISH],
                       .created = span_of("2026-11-23T00:00:00Z"),
                       .week = span_of("Week 47 \u00B7 16\u201322 November 2026"),
                       .mark = span_of("SAMPLE \u2014 INVENTED NUMBERS"),
                       .source = span_of("Source: sample corpus, invented for layout tests."),
                       .method = span_of("method")};
    invented_front(document, all);
    invented_contents(document, all);
    invented_words(document, all);
    invented_evidence(document);
}

#endif
