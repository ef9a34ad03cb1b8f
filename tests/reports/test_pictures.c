#include "tests/reports/picture.h"

#include "reports/draw/paint_cairo.h"
#include "tests/reports/golden.h"
#include "tests/reports/invented_pairs.h"
#include "tests/reports/with_fonts.h"

enum { PICTURES = 5, DPI = 72 };

/* A page of figures, all recipes on PICTURES of them. */
static void add_figures(struct document *document, struct invented *all, size_t page)
{
    struct figure rows[PICTURES][2] = {
        {invented_figure(all, &chart_dots, invented_dots(all), 6),
         invented_figure(all, &chart_bump, invented_bump(all), 6)},
        {invented_figure(all, &chart_speakers, invented_speakers(all), 7),
         invented_figure(all, &chart_keyness, invented_keyness(all), 5)},
        {invented_figure(all, &chart_slope, invented_slope(all), 6),
         invented_figure(all, &chart_scatter, invented_scatter(all), 6)},
        {invented_figure(all, &chart_heat, invented_heat(all), 12)},
        {invented_figure(all, &chart_bursts, invented_bursts(all), 12)},
    };
    struct figure wide[PICTURES] = {
        invented_figure(all, &chart_multiples, invented_multiples(all), 12),
        invented_figure(all, &chart_matrix, invented_matrix(all), 12),
        invented_figure(all, &chart_network, invented_network(all), 12),
        invented_figure(all, &chart_xray, invented_xray(all), 12),
        invented_figure(all, &chart_pairs, invented_sides(all), 12),
    };

    document_figures(document, rows[page], rows[page][1].recipe ? 2 : 1);
    document_figures(document, &wide[page], 1);
}

/* Paints the page into `png`; `meddle` may change its scene before. */
static void paint_page(struct bytes *png, size_t page, void (*meddle)(struct scene *scene))
{
    struct document document = DOCUMENT_EMPTY;
    struct invented *all = invented_new(&document.arena);
    struct pages pages;
    struct fault fault = FAULT_EMPTY;

    document_section(&document, (struct section){.title = span_of("Charts"),
                                                 .running = span_of("Charts"),
                                                 .dest = span_of("ev-topic-energy")});
    add_figures(&document, all, page);
    if (!flow_pages(&pages, &document, typeset, &fault))
        fail_msg("%s", fault.message);
    if (meddle)
        meddle(&pages.scenes[0]);
    if (!paint_png(png, &pages, 0, DPI, &fault))
        fail_msg("%s", fault.message);
    pages_release(&pages);
    document_release(&document);
}

static void name_picture(char path[64], const char *folder, size_t page)
{
    snprintf(path, 64, "%s/charts-%zu.png", folder, page + 1);
}

static void each_page_of_charts_looks_as_expected(void **state)
{
    (void)state;
    golden_skip_with_other_fonts(typeset);
    for (size_t page = 0; page < PICTURES; page++) {
        struct bytes actual = BYTES_EMPTY, expected = BYTES_EMPTY;
        struct picture_difference difference;
        char path[64], failed[64];

        name_picture(path, "tests/golden", page);
        paint_page(&actual, page, NULL);
        if (golden_writing()) {
            golden_write(path, bytes_span(&actual));
            bytes_release(&actual);
            continue;
        }
        golden_read(&expected, path);
        difference = picture_compare(bytes_span(&actual), bytes_span(&expected));
        if (!picture_same(difference)) {
            name_picture(failed, "build", page);
            golden_write(failed, bytes_span(&actual));
            fail_msg("%s: differs by %.4f, one tile by %.3f; what was painted is in %s", path,
                     difference.mean, difference.tile, failed);
        }
        bytes_release(&actual);
        bytes_release(&expected);
    }
}

/* --- what a picture must show -------------------------------------------------------------- */

static struct mark *first_of(struct scene *scene, enum mark_kind kind, enum role role)
{
    for (size_t i = 0; i < scene->count; i++)
        if (scene->marks[i].kind == kind && scene->marks[i].role == role)
            return &scene->marks[i];
    fail_msg("there is no such mark");
    return NULL;
}

static void move_a_label(struct scene *scene)
{
    struct mark *mark = first_of(scene, MARK_TEXT, ROLE_LABEL);

    mark->box.x += 20;
}

static void colour_the_paper(struct scene *scene)
{
    scene_rect(scene, (struct box){60, 300, 40, 40}, COLOUR_NOTICE);
}

static void blacken_a_dot(struct scene *scene)
{
    struct mark *mark = first_of(scene, MARK_DOT, ROLE_DATA);

    mark->box = (struct box){mark->box.x - 10, mark->box.y - 10, 24, 24};
}

static void a_page_with_a_fault_does_not_look_as_expected(void **state)
{
    static void (*const faults[])(struct scene *) = {move_a_label, colour_the_paper, blacken_a_dot};
    struct bytes whole = BYTES_EMPTY;

    (void)state;
    paint_page(&whole, 0, NULL);
    for (size_t i = 0; i < COUNT_OF(faults); i++) {
        struct bytes faulty = BYTES_EMPTY;

        paint_page(&faulty, 0, faults[i]);
        assert_false(picture_same(picture_compare(bytes_span(&faulty), bytes_span(&whole))));
        bytes_release(&faulty);
    }
    assert_true(picture_same(picture_compare(bytes_span(&whole), bytes_span(&whole))));
    bytes_release(&whole);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_page_of_charts_looks_as_expected),
        cmocka_unit_test(a_page_with_a_fault_does_not_look_as_expected),
    };

    return cmocka_run_group_tests(tests, open_fonts, close_fonts);
}
