#include "tests/support.h"

#include "reports/draw/paint_svg.h"
#include "reports/draw/xmltext.h"
#include "tests/reports/golden.h"
#include "tests/reports/with_fonts.h"

#include <libxml/parser.h>
#include <string.h>

static const struct paint_svg named = {
    .id = "f1", .name = {"Energy & climate up", 19}, .description = {"Two dots", 8}};

/* One mark of each kind. */
static struct scene every_kind(void)
{
    static const struct point corners[] = {{10, 50}, {30, 42.126}, {50, 55}};
    struct scene scene = SCENE_OF(typeset, 200, 100);

    scene_dest(&scene, (struct point){0, 0}, span_of("here"));
    scene_open(&scene, TAG_FIGURE, span_of("a \"small\" figure"));
    scene_rect(&scene, (struct box){0, 0, 80.005, 8}, COLOUR_MORE);
    scene_frame(&scene, (struct box){0, 10, 80, 8}, 0.5, COLOUR_RULE);
    scene_line(&scene, (struct point){0, 20}, (struct point){80, 20}, 0.75, COLOUR_INK);
    scene_path(&scene, MARK_CURVE, corners, 3, 1.3, COLOUR_LESS);
    scene_path(&scene, MARK_AREA, corners, 3, 0, COLOUR_THIRD)->opacity = 0.25;
    scene_dot(&scene, (struct point){60, 60}, 2.9, COLOUR_CONTEXT);
    scene_ring(&scene, (struct point){70, 60}, 2.2, COLOUR_MORE);
    scene_role(&scene, ROLE_LABEL);
    scene_key(&scene, span_of("topic:energy"));
    scene_text(&scene, (struct label){.text = span_of("Energy <&> \"climate\" 11.1%"),
                                      .x = 10,
                                      .y = 80,
                                      .style = STYLE_LABEL,
                                      .halo = true});
    scene_link(&scene, (struct box){0, 70, 200, 14}, span_of("#ev-topic-energy"));
    scene_text(&scene, (struct label){.text = span_of("עברית"),
                                      .x = 10,
                                      .y = 95,
                                      .style = STYLE_AXIS,
                                      .target = span_of("https://example.org/?a=1&b=2")});
    scene_close(&scene);
    return scene;
}

static void expect_well_formed(struct span svg)
{
    xmlDocPtr document = xmlReadMemory(svg.bytes, (int)svg.length, NULL, NULL, XML_PARSE_NONET);

    if (!document)
        fail_msg("no well-formed XML: %.*s", (int)(svg.length < 400 ? svg.length : 400), svg.bytes);
    xmlFreeDoc(document);
}

static void every_kind_of_mark_is_painted_as_expected(void **state)
{
    struct scene scene = every_kind();
    struct bytes svg = BYTES_EMPTY;
    bool seen[MARK_KINDS] = {false};

    (void)state;
    for (size_t i = 0; i < scene.count; i++)
        seen[scene.marks[i].kind] = true;
    for (int kind = 0; kind < MARK_KINDS; kind++)
        assert_true(seen[kind]);
    golden_skip_with_other_fonts(typeset);
    paint_svg(&svg, &scene, &named);
    expect_well_formed(bytes_span(&svg));
    golden_expect_text("tests/golden/every-kind.svg", bytes_span(&svg));
    bytes_release(&svg);
    scene_release(&scene);
}

static void the_same_scene_gives_the_same_bytes(void **state)
{
    struct scene one = every_kind();
    struct scene two = every_kind();
    struct bytes first = BYTES_EMPTY;
    struct bytes second = BYTES_EMPTY;

    (void)state;
    paint_svg(&first, &one, &named);
    paint_svg(&second, &two, &named);
    assert_true(span_equal(bytes_span(&first), bytes_span(&second)));
    bytes_release(&first);
    bytes_release(&second);
    scene_release(&one);
    scene_release(&two);
}

static void what_comes_from_outside_is_text_and_nothing_else(void **state)
{
    static const char *const texts[] = {"</text><script>alert(1)</script>", "\xFF\xFE", "a\x01z",
                                        "]]>", "\" onload=\"x"};
    static const char *const targets[] = {"javascript:alert(1)", "data:text/html,x", " http://a",
                                          "JAVASCRIPT:x", "#"};

    (void)state;
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        struct scene scene = SCENE_OF(typeset, 300, 20);
        struct bytes svg = BYTES_EMPTY;

        scene_text(&scene, (struct label){.text = span_of(texts[i]),
                                          .y = 10,
                                          .style = STYLE_LABEL,
                                          .target = span_of(targets[i])});
        scene_link(&scene, (struct box){0, 0, 300, 20}, span_of(targets[i]));
        paint_svg(&svg, &scene,
                  &(struct paint_svg){
                      .id = "f", .name = span_of(texts[i]), .description = span_of(texts[i])});
        expect_well_formed(bytes_span(&svg));
        assert_null(strstr(bytes_text(&svg), "<script"));
        assert_null(strstr(bytes_text(&svg), "<a "));
        assert_null(strstr(bytes_text(&svg), " onload=\"x"));
        bytes_release(&svg);
        scene_release(&scene);
    }
}

/* The attribute `name` of the first `<text`, as a number. */
static double attribute(struct span svg, const char *name)
{
    const char *text = strstr(svg.bytes, "<text");
    const char *at;
    char wanted[32];

    assert_non_null(text);
    snprintf(wanted, sizeof wanted, " %s=\"", name);
    at = strstr(text, wanted);
    assert_non_null(at);
    return strtod(at + strlen(wanted), NULL);
}

static void a_text_says_where_it_stands_and_how_long_it_is(void **state)
{
    static const struct {
        const char *text;
        enum align align;
        bool from_right;
    } cases[] = {{"14.1%", ALIGN_RIGHT, false},
                 {"Energy", ALIGN_LEFT, false},
                 {"(unattributed)", ALIGN_CENTRE, false},
                 {"الطاقة", ALIGN_LEFT, true}};

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct scene scene = SCENE_OF(typeset, 200, 20);
        struct bytes svg = BYTES_EMPTY;
        const struct mark *mark;

        scene_text(&scene, (struct label){.text = span_of(cases[i].text),
                                          .x = 100,
                                          .y = 10,
                                          .style = STYLE_LABEL,
                                          .align = cases[i].align});
        paint_svg(&svg, &scene, &named);
        mark = &scene.marks[0];
        assert_near(attribute(bytes_span(&svg), "x"),
                    mark->box.x + (cases[i].from_right ? mark->box.width : 0), 0.006);
        assert_near(attribute(bytes_span(&svg), "textLength"), mark->box.width, 0.006);
        assert_int_equal(strstr(bytes_text(&svg), "direction=\"rtl\"") != NULL,
                         cases[i].from_right);
        bytes_release(&svg);
        scene_release(&scene);
    }
}

static void an_area_is_named_by_the_label_it_covers(void **state)
{
    struct scene scene = every_kind();
    struct bytes svg = BYTES_EMPTY;

    (void)state;
    paint_svg(&svg, &scene, &(struct paint_svg){.id = "f", .name = span_of("x"), .inside = true});
    assert_non_null(strstr(bytes_text(&svg),
                           "<a href=\"#ev-topic-energy\" aria-label=\"Energy &lt;&amp;&gt; "
                           "&quot;climate&quot; 11.1%\" tabindex=\"-1\">"));
    bytes_release(&svg);
    scene_release(&scene);
}

static void a_picture_has_its_name_and_description_or_is_an_ornament(void **state)
{
    struct scene scene = SCENE_OF(typeset, 10, 10);
    struct bytes svg = BYTES_EMPTY;

    (void)state;
    paint_svg(&svg, &scene, &named);
    assert_non_null(strstr(bytes_text(&svg), "role=\"img\" aria-labelledby=\"f1-name\" "
                                             "aria-describedby=\"f1-text\"><title id=\"f1-name\">"
                                             "Energy &amp; climate up</title><desc id=\"f1-text\">"
                                             "Two dots</desc>"));
    bytes_clear(&svg);
    paint_svg(&svg, &scene, &(struct paint_svg){.inside = true});
    assert_non_null(strstr(bytes_text(&svg), "aria-hidden=\"true\""));
    assert_null(strstr(bytes_text(&svg), "role="));
    bytes_release(&svg);
    scene_release(&scene);
}

static void numbers_have_two_decimals_at_most(void **state)
{
    static const struct {
        double number;
        const char *text;
    } cases[] = {{0, "0"},     {-0.001, "0"},   {12.5, "12.5"},   {3, "3"},
                 {100, "100"}, {0.005, "0.01"}, {-1.25, "-1.25"}, {1e6, "1000000"}};

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct bytes text = BYTES_EMPTY;

        xmltext_number(&text, cases[i].number);
        assert_string_equal(bytes_text(&text), cases[i].text);
        bytes_release(&text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_kind_of_mark_is_painted_as_expected),
        cmocka_unit_test(the_same_scene_gives_the_same_bytes),
        cmocka_unit_test(what_comes_from_outside_is_text_and_nothing_else),
        cmocka_unit_test(a_text_says_where_it_stands_and_how_long_it_is),
        cmocka_unit_test(an_area_is_named_by_the_label_it_covers),
        cmocka_unit_test(a_picture_has_its_name_and_description_or_is_an_ornament),
        cmocka_unit_test(numbers_have_two_decimals_at_most),
    };

    return cmocka_run_group_tests(tests, open_fonts, close_fonts);
}
