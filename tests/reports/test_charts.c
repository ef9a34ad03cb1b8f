#include "tests/reports/figures.h"
#include "tests/reports/golden.h"

static const struct {
    const struct recipe *recipe;
    int columns;
} recipes[] = {{&chart_dots, 6},     {&chart_bump, 6},     {&chart_multiples, 12},
               {&chart_speakers, 7}, {&chart_keyness, 5},  {&chart_heat, 12},
               {&chart_xray, 12},    {&chart_scatter, 7},  {&chart_slope, 6},
               {&chart_matrix, 12},  {&chart_network, 12}, {&chart_bursts, 12},
               {&chart_pairs, 12}};

static void each_recipe_draws_its_expected_scene(void **state)
{
    struct invented *all = invented_new(&arena);

    (void)state;
    golden_skip_with_other_fonts(typeset);
    for (size_t i = 0; i < COUNT_OF(recipes); i++) {
        struct figure figure = invented_figure(all, recipes[i].recipe,
                                               data_of(all, recipes[i].recipe), recipes[i].columns);
        struct scene scene = draw_figure(&figure, width_of(recipes[i].columns));

        golden_expect(recipes[i].recipe->name, &scene);
        scene_release(&scene);
    }
}

static void each_recipe_keeps_the_laws_at_any_size(void **state)
{
    static const int spans[] = {4, 5, 6, 7, 12};
    struct invented *all = invented_new(&arena);

    (void)state;
    for (size_t i = 0; i < COUNT_OF(recipes); i++)
        for (size_t s = 0; s < COUNT_OF(spans); s++) {
            struct figure figure =
                invented_figure(all, recipes[i].recipe, data_of(all, recipes[i].recipe), spans[s]);
            struct scene scene;

            if (spans[s] < 7 &&
                (recipes[i].recipe == &chart_multiples || recipes[i].recipe == &chart_pairs ||
                 recipes[i].recipe == &chart_xray))
                continue; /* panels and days need their width */
            scene = draw_figure(&figure, width_of(spans[s]));
            scene_release(&scene);
        }
}

/* The HTML edition's two widths. */
static void each_recipe_keeps_the_laws_on_wide_and_narrow_screens(void **state)
{
    static const double widths[] = {460, 232};
    struct invented *all = invented_new(&arena);

    (void)state;
    for (size_t i = 0; i < COUNT_OF(recipes); i++)
        for (size_t w = 0; w < COUNT_OF(widths); w++) {
            struct figure figure =
                invented_figure(all, recipes[i].recipe, data_of(all, recipes[i].recipe), 12);
            struct scene scene = draw_figure(&figure, widths[w]);

            scene_release(&scene);
        }
}

static void a_figure_s_table_has_a_row_for_each_that_is_drawn(void **state)
{
    static const struct {
        const struct recipe *recipe;
        size_t rows, columns;
    } cases[] = {{&chart_dots, INVENTED_TOPICS, 4},
                 {&chart_bump, INVENTED_TOPICS, 1 + INVENTED_RANKS},
                 {&chart_multiples, (size_t)INVENTED_TOPICS * INVENTED_WEEKS, 4},
                 {&chart_pairs, (size_t)INVENTED_TOPICS * INVENTED_WEEKS, 4},
                 {&chart_heat, INVENTED_TOPICS, 1 + INVENTED_WEEKS}};
    struct invented *all = invented_new(&arena);

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct sheet sheet = SHEET_IN(&arena, &tongues[TONGUE_ENGLISH]);

        cases[i].recipe->table(&sheet, data_of(all, cases[i].recipe));
        assert_int_equal(sheet_rows(&sheet), cases[i].rows);
        assert_int_equal(sheet.column_count, cases[i].columns);
        assert_int_equal(sheet.count, cases[i].rows * cases[i].columns);
    }
    for (size_t i = 0; i < COUNT_OF(recipes); i++) {
        struct sheet sheet = SHEET_IN(&arena, &tongues[TONGUE_ENGLISH]);

        recipes[i].recipe->table(&sheet, data_of(all, recipes[i].recipe));
        assert_true(sheet_rows(&sheet) > 0);
        assert_int_equal(sheet.count, sheet_rows(&sheet) * sheet.column_count);
    }
}

/* --- stress -------------------------------------------------------------------------- */

static const char *const odd_labels[] = {
    "Local government, planning and public works in the northern counties, islands and more",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    "الاقتصاد والطاقة والمناخ",
    "Міжнародні відносини, безпека та оборона країни у європейському контексті сьогодні",
    "a",
    "<b>&amp; 'quoted' \\ \xFF",
    "עברית וערבית",
};

static const double odd_values[] = {0, 1e12, -3, NAN, 1e-9, INFINITY, 0.5};

static struct span odd_label(size_t i)
{
    return span_of(odd_labels[i % COUNT_OF(odd_labels)]);
}

static double odd_value(size_t i, size_t mode)
{
    static const double tame[] = {0.4, 0.3, 0.3, 0.3, 0.01, 0, 1};

    return mode ? odd_values[i % COUNT_OF(odd_values)] : tame[i % COUNT_OF(tame)];
}

static void check_recipe(const struct recipe *recipe, const void *data, int columns)
{
    struct figure figure = {.title = odd_label(0),
                            .subtitle = odd_label(1),
                            .alternative = span_of("stress"),
                            .recipe = recipe,
                            .data = data};
    struct scene scene = draw_figure(&figure, width_of(columns));

    scene_release(&scene);
}

static void stress_rows(size_t count, size_t mode)
{
    struct chart_dot *dots = arena_new(&arena, count + 1, sizeof *dots);
    struct chart_speaker *people = arena_new(&arena, count + 1, sizeof *people);
    struct chart_key_term *terms = arena_new(&arena, count + 1, sizeof *terms);
    double signs[] = {1, -1};

    for (size_t i = 0; i < count; i++) {
        double value = odd_value(i, mode);
        double tame = isfinite(value) ? fmin(fmax(value, -30), 30) : 2;

        dots[i] = (struct chart_dot){.label = odd_label(i),
                                     .target = span_of("#x"),
                                     .value = value,
                                     .low = i % 2 ? NAN : value * 0.9,
                                     .high = value * 1.1,
                                     .reference = i % 3 ? value * 0.7 : NAN,
                                     .tone = (enum tone)(i % 3)};
        people[i] = (struct chart_speaker){.name = odd_label(i),
                                           .role = odd_label(i + 1),
                                           .share = fmax(value, 0),
                                           .low = NAN,
                                           .high = NAN,
                                           .first = value,
                                           .second = 3,
                                           .apart = i + 1 == count};
        if (people[i].first > 1e6 || people[i].first < 0)
            people[i].first = NAN;
        terms[i] = (struct chart_key_term){.label = odd_label(i),
                                           .log_ratio = tame * signs[i % 2],
                                           .low = tame * signs[i % 2] - 1,
                                           .high = tame * signs[i % 2] + 1};
    }
    check_recipe(&chart_dots, &(struct chart_dots){dots, count, UNIT_SHARE}, 6);
    check_recipe(&chart_dots, &(struct chart_dots){dots, count, UNIT_PER_MILLION}, 4);
    check_recipe(&chart_speakers,
                 &(struct chart_speakers){people, count, span_of("quotes"), span_of("outlets")}, 7);
    check_recipe(&chart_keyness, &(struct chart_keyness){terms, count}, 5);
}

static void stress_pairs(size_t count, size_t mode)
{
    struct chart_slope_row *rows = arena_new(&arena, count + 1, sizeof *rows);
    struct chart_matrix_cell *cells = arena_new(&arena, count * count + 1, sizeof *cells);
    struct chart_node *nodes = arena_new(&arena, count + 1, sizeof *nodes);
    struct chart_edge *edges = arena_new(&arena, count + 1, sizeof *edges);
    struct span *labels = arena_new(&arena, count + 1, sizeof *labels);

    for (size_t i = 0; i < count; i++) {
        labels[i] = odd_label(i);
        rows[i] = (struct chart_slope_row){.label = labels[i],
                                           .target = span_of("#x"),
                                           .left = odd_value(i, mode),
                                           .right = odd_value(i + 3, mode),
                                           .tone = (enum tone)(i % 3)};
        nodes[i] = (struct chart_node){.label = labels[i], .size = (double)(i % 3 + 1)};
        edges[i] = (struct chart_edge){i, (i + 1) % count, (double)(i % 5 + 1)};
    }
    for (size_t i = 0; i < count * count; i++)
        cells[i] = (struct chart_matrix_cell){odd_value(i, mode), (enum tone)(i % 3)};
    check_recipe(&chart_slope,
                 &(struct chart_slope){rows, count, UNIT_SHARE, odd_label(0), odd_label(2)}, 4);
    check_recipe(&chart_matrix,
                 &(struct chart_matrix){labels, NULL, NULL, count, labels, count, cells,
                                        mode ? UNIT_COUNT : UNIT_SHARE},
                 7);
    check_recipe(&chart_network, &(struct chart_network){nodes, count, edges, count}, 6);
}

static void stress_weeks(size_t count, size_t weeks, size_t mode)
{
    struct chart_trend *trends = arena_new(&arena, count + 1, sizeof *trends);
    struct chart_heat_row *rows = arena_new(&arena, count + 1, sizeof *rows);
    struct chart_bump_row *ranks = arena_new(&arena, count + 1, sizeof *ranks);
    bool *partial = arena_new(&arena, weeks + 1, sizeof *partial);

    if (weeks)
        partial[weeks - 1] = true;
    for (size_t i = 0; i < count; i++) {
        double *values = arena_new(&arena, weeks + 1, sizeof *values);
        int *places = arena_new(&arena, weeks + 1, sizeof *places);

        for (size_t w = 0; w < weeks; w++) {
            values[w] = mode && w % 3 == 1 ? NAN : fmax(odd_value(i + w, 0), 0) * (mode ? 1e6 : 1);
            places[w] = mode && w % 4 == 2 ? 0 : (int)((i + w) % count) + 1;
        }
        trends[i] = (struct chart_trend){.label = odd_label(i), .values = values};
        rows[i] = (struct chart_heat_row){.label = odd_label(i), .values = values};
        ranks[i] = (struct chart_bump_row){
            .label = odd_label(i), .ranks = places, .tone = (enum tone)(i % TONES)};
    }
    check_recipe(&chart_multiples,
                 &(struct chart_multiples){.trends = trends,
                                           .count = count,
                                           .first_week = 2900,
                                           .week_count = weeks,
                                           .partial = partial,
                                           .unit = mode ? UNIT_COUNT : UNIT_SHARE},
                 12);
    check_recipe(&chart_heat,
                 &(struct chart_heat){
                     .rows = rows,
                     .count = count,
                     .columns = chart_heat_weeks(&arena, &tongues[TONGUE_ENGLISH], 2900, weeks),
                     .column_count = weeks,
                     .unit = mode ? UNIT_COUNT : UNIT_SHARE,
                     .last_title = span_of("this week"),
                     .label_all = mode},
                 7);
    check_recipe(&chart_bump,
                 &(struct chart_bump){
                     .rows = ranks, .count = count, .first_week = 2900, .week_count = weeks},
                 6);
}

static void odd_labels_and_values_keep_the_laws(void **state)
{
    static const size_t counts[] = {0, 1, 2, 7, 20};

    (void)state;
    for (size_t c = 0; c < COUNT_OF(counts); c++)
        for (size_t mode = 0; mode < 2; mode++) {
            stress_rows(counts[c], mode);
            stress_pairs(counts[c], mode);
            stress_weeks(counts[c], 1, mode);
            stress_weeks(counts[c], 26, mode);
            stress_weeks(counts[c], 53, mode);
        }
    stress_weeks(3, 0, 0);
}

static void an_empty_figure_says_why(void **state)
{
    struct figure figure = {.title = span_of("Too few articles"),
                            .alternative = span_of("No chart."),
                            .empty_title = span_of("4 articles this week"),
                            .empty_reason = span_of("An interval needs at least 15.")};
    struct scene scene = draw_figure(&figure, 200);
    struct bytes dump = BYTES_EMPTY;

    (void)state;
    scene_dump(&dump, &scene);
    assert_non_null(strstr(dump.items, "| 4 articles this week\n"));
    assert_non_null(strstr(dump.items, "| An interval needs at least 15.\n"));
    bytes_release(&dump);
    scene_release(&scene);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_recipe_draws_its_expected_scene),
        cmocka_unit_test(each_recipe_keeps_the_laws_at_any_size),
        cmocka_unit_test(each_recipe_keeps_the_laws_on_wide_and_narrow_screens),
        cmocka_unit_test(a_figure_s_table_has_a_row_for_each_that_is_drawn),
        cmocka_unit_test(odd_labels_and_values_keep_the_laws),
        cmocka_unit_test(an_empty_figure_says_why),
    };

    return cmocka_run_group_tests(tests, open_fonts, close_all);
}
