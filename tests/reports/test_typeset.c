#include "tests/support.h"

#include "reports/draw/typeset.h"
#include "tests/reports/with_fonts.h"

static struct arena arena;

static int close_all(void **state)
{
    arena_release(&arena);
    return close_fonts(state);
}

/* "minimum illicit" at 7.5 pt: 49.78 by the font's own advances, 52.00 where Pango rounds. */
static void advances_are_not_rounded(void **state)
{
    double tracked = typeset_width(typeset, span_of("minimum illicit"), STYLE_SUBTITLE);

    (void)state;
    assert_near(tracked + 15 * 0.06, 49.78, 0.01);
    assert_true(typeset_width(typeset, SPAN_EMPTY, STYLE_LABEL) == 0);
}

static void figures_of_labels_have_one_width(void **state)
{
    (void)state;
    assert_near(typeset_width(typeset, span_of("11111"), STYLE_LABEL),
                typeset_width(typeset, span_of("00000"), STYLE_LABEL), 1e-9);
    assert_true(typeset_width(typeset, span_of("11111"), STYLE_BODY) <
                typeset_width(typeset, span_of("00000"), STYLE_BODY) - 2);
}

static void what_is_too_wide_ends_in_an_ellipsis(void **state)
{
    static const char *const texts[] = {"Jean-Baptiste de la Fontaine-Marchand",
                                        "الاقتصاد والطاقة والمناخ في المنطقة",
                                        "Міжнародні відносини, безпека та оборона",
                                        "e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301"};

    (void)state;
    for (size_t i = 0; i < COUNT_OF(texts); i++)
        for (double width = 12; width < 60; width += 5) {
            struct span text = typeset_fit(typeset, &arena, span_of(texts[i]), STYLE_LABEL, width);

            assert_true(typeset_width(typeset, text, STYLE_LABEL) <= width + 0.01);
            if (!span_is(text, texts[i]))
                assert_true(span_ends(text, "\u2026"));
            /* never between a letter and its accent */
            assert_false(i == 3 && span_ends(text, "e\u2026"));
        }
    assert_true(
        span_is(typeset_fit(typeset, &arena, span_of("Energy"), STYLE_LABEL, 100), "Energy"));
}

static struct lines lines_of(struct prose *prose, double width, size_t limit)
{
    return typeset_lines(typeset, prose, STYLE_LABEL, width, limit);
}

static void paragraphs_keep_their_width_and_their_words(void **state)
{
    struct prose prose = PROSE_IN(&arena);
    struct lines lines;
    size_t letters = 0;

    (void)state;
    prose_print(&prose, "Energy rose most, to ");
    prose_add(&prose, (struct run){.text = span_of("14.1% of all articles"), .bold = true});
    prose_link(&prose, "#evidence", " (see the list)");
    prose_print(&prose, " from a mean of 9.8%%.");
    lines = lines_of(&prose, 90, 0);
    assert_true(lines.count >= 3 && !lines.cut);
    for (size_t p = 0; p < lines.piece_count; p++) {
        const struct piece *piece = &lines.pieces[p];

        assert_true(piece->x >= 0 && piece->x + piece->width <= 90.5);
        if (p && piece->line == piece[-1].line)
            assert_near(piece->x, piece[-1].x + piece[-1].width, 1e-9);
        letters += piece->text.length;
    }
    /* All but the blanks at which lines end. */
    assert_true(letters <= prose_plain(&prose).length &&
                letters + lines.count > prose_plain(&prose).length);
}

static void lines_past_the_limit_are_cut(void **state)
{
    struct prose prose = PROSE_IN(&arena);
    struct lines lines;

    (void)state;
    prose_print(&prose, "Local government, planning and public works in ");
    prose_add(&prose, (struct run){.text = span_of("the northern counties"), .bold = true});
    lines = lines_of(&prose, 80, 2);
    assert_int_equal(lines.count, 2);
    assert_true(lines.cut);
    assert_true(span_ends(lines.pieces[lines.piece_count - 1].text, "\u2026"));
    assert_false(lines_of(&prose, 400, 2).cut);
}

static void a_range_of_numbers_stays_on_one_line(void **state)
{
    struct prose prose = PROSE_IN(&arena);

    (void)state;
    prose_print(&prose, "no speaker has more (12 quotations; 1.6\u201321.1%%)");
    for (double width = 40; width < 240; width++) {
        struct lines lines = lines_of(&prose, width, 0);

        for (size_t p = 0; p < lines.piece_count; p++)
            assert_false(span_ends(lines.pieces[p].text, "\u2013"));
    }
}

static void a_broken_word_gets_its_hyphen(void **state)
{
    struct prose prose = PROSE_IN(&arena);
    struct lines lines;

    (void)state;
    prose_print(&prose, "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk");
    lines = lines_of(&prose, 90, 0);
    assert_true(lines.count >= 2);
    assert_true(span_ends(lines.pieces[0].text, "-"));
    assert_false(span_ends(lines.pieces[lines.piece_count - 1].text, "-"));
}

static void bytes_from_outside_print_as_themselves(void **state)
{
    (void)state;
    assert_true(span_is(typeset_clean(&arena, span_of("<b>&amp;")), "<b>&amp;"));
    assert_true(span_is(typeset_clean(&arena, span_of("a\xFFz\x80")), "a\uFFFDz\uFFFD"));
    assert_true(span_is(typeset_clean(&arena, span_of("a\nb\tc\u2028d")), "a b c d"));
    assert_true(span_is(typeset_clean(&arena, (struct span){"a\0b", 3}), "a\uFFFDb"));
    assert_true(typeset_width(typeset, span_of("\xF0\x9F"), STYLE_LABEL) > 0);
}

static void common_scripts_have_their_glyphs(void **state)
{
    static const char *const texts[] = {
        "Grüße, ą č ł ő", "Вечерний листок", "Η Πρωινή", "Tiếng Việt", "→ − ≤ ≥ ≈ × ÷",
        "عربي",           "עברית",           "हिंदी"};
    size_t before = typeset_unknown(typeset);

    (void)state;
    for (size_t i = 0; i < COUNT_OF(texts); i++)
        typeset_width(typeset, span_of(texts[i]), STYLE_LABEL);
    assert_int_equal(typeset_unknown(typeset), before);
}

static void a_glyph_that_no_font_has_is_counted(void **state)
{
    size_t before = typeset_unknown(typeset);

    (void)state;
    typeset_width(typeset, span_of("x\U000F1234"), STYLE_LABEL);
    assert_true(typeset_unknown(typeset) > before);
    assert_true(typeset_unknown_text(typeset).length > 0);
}

static void a_missing_font_is_named_with_its_package(void **state)
{
    struct fault fault = FAULT_EMPTY;

    (void)state;
    assert_false(fonts_check("/nowhere/Inter-Regular.otf", "fonts-inter", &fault));
    assert_int_equal(fault.kind, FAULT_INPUT);
    assert_string_equal(fault.message,
                        "the font '/nowhere/Inter-Regular.otf' is not there; install fonts-inter");
}

static void font_files_are_hashed(void **state)
{
    struct fonts *fonts = typeset_fonts(typeset);
    struct fault fault;

    (void)state;
    assert_true(fonts->count >= 4);
    assert_string_equal(fonts->files[0].name, "Inter-Regular.otf");
    assert_true(fonts_hash(fonts, fonts->count, &fault));
    for (size_t i = 0; i < fonts->count; i++)
        assert_int_equal(strlen(fonts->files[i].sha256), 64);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(advances_are_not_rounded),
        cmocka_unit_test(figures_of_labels_have_one_width),
        cmocka_unit_test(what_is_too_wide_ends_in_an_ellipsis),
        cmocka_unit_test(paragraphs_keep_their_width_and_their_words),
        cmocka_unit_test(lines_past_the_limit_are_cut),
        cmocka_unit_test(a_range_of_numbers_stays_on_one_line),
        cmocka_unit_test(a_broken_word_gets_its_hyphen),
        cmocka_unit_test(bytes_from_outside_print_as_themselves),
        cmocka_unit_test(common_scripts_have_their_glyphs),
        cmocka_unit_test(a_glyph_that_no_font_has_is_counted),
        cmocka_unit_test(a_missing_font_is_named_with_its_package),
        cmocka_unit_test(font_files_are_hashed),
    };

    return cmocka_run_group_tests(tests, open_fonts, close_all);
}
