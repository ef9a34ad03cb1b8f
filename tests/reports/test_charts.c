#include "tests/support.h"

#include "reports/draw/laws.h"
#include "tests/reports/golden.h"
#include "tests/reports/invented.h"
#include "tests/reports/invented_pairs.h"
#include "tests/reports/with_fonts.h"

static struct arena arena;

static int close_all(void **state)
{
    arena_release(&arena);
    return close_fonts(state);
}

static struct box frame_of(const struct scene *scene)
{
    return (struct box){0, 0, scene->width, scene->height};
}

static struct scene blank(void)
{
    return SCENE_OF(typeset, 200, 100);
}

/* Draws a figure at its natural height into a scene of its own, and holds it to the laws. */
static struct scene draw_figure(const struct figure *figure, double width)
{
    struct scene scene = SCENE_OF(typeset, width, 0);
    struct fault fault = FAULT_EMPTY;

    scene.height = figure_extent(&scene, figure, width).natural;
    figure_draw(&scene, figure, frame_of(&scene));
    if (!laws_check(&scene, frame_of(&scene), &fault))
        fail_msg("%s: %s", figure->recipe ? figure->recipe->name : "empty", fault.message);
    return scene;
}

static const struct {
    const struct recipe *recipe;
    int columns;
} recipes[] = {{&chart_dots, 6},     {&chart_bump, 6},     {&chart_multiples, 12},
               {&chart_speakers, 7}, {&chart_keyness, 5},  {&chart_heat, 12},
               {&chart_xray, 12},    {&chart_scatter, 7},  {&chart_slope, 6},
               {&chart_matrix, 12},  {&chart_network, 12}, {&chart_bursts, 12},
               {&chart_pairs, 12}};

static const void *data_of(struct invented *all, const struct recipe *recipe)
{
    if (recipe == &chart_dots)
        return invented_dots(all);
    if (recipe == &chart_bump)
        return invented_bump(all);
    if (recipe == &chart_multiples)
        return invented_multiples(all);
    if (recipe == &chart_speakers)
        return invented_speakers(all);
    if (recipe == &chart_keyness)
        return invented_keyness(all);
    if (recipe == &chart_heat)
        return invented_heat(all);
    if (recipe == &chart_slope)
        return invented_slope(all);
    if (recipe == &chart_pairs)
        return invented_sides(all);
    if (recipe == &chart_matrix)
        return invented_matrix(all);
    if (recipe == &chart_network)
        return invented_network(all);
    if (recipe == &chart_bursts)
        return invented_bursts(all);
    return recipe == &chart_xray ? (const void *)invented_xray(all) : invented_scatter(all);
}

static double width_of(int columns)
{
    double column = (theme.a4.right - theme.a4.left - 11 * theme.gutter) / 12;

    return columns * column + (columns - 1) * theme.gutter;
}

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

/* --- stress ---------------------------------------------------------------------------- */

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

/* --- what a chart shows is what it was given ------------------------------------------ */

/* The values of a recipe's data in the order of their marks. */
static size_t values_of(double *values, const struct recipe *recipe, const void *data)
{
    size_t count = 0;

    if (recipe == &chart_speakers) {
        const struct chart_speakers *speakers = data;

        for (; count < speakers->count; count++)
            values[count] = speakers->rows[count].share;
    } else if (recipe == &chart_keyness) {
        const struct chart_keyness *keyness = data;

        for (; count < keyness->count; count++)
            values[count] = keyness->rows[count].log_ratio;
    } else {
        const struct chart_matrix *matrix = data;

        for (; count < matrix->row_count * matrix->column_count; count++)
            values[count] = matrix->cells[count].value;
    }
    return count;
}

static void bars_and_areas_are_as_large_as_their_values(void **state)
{
    static const struct {
        const struct recipe *recipe;
        enum mark_kind kind;
    } cases[] = {
        {&chart_speakers, MARK_RECT}, {&chart_keyness, MARK_RECT}, {&chart_matrix, MARK_DOT}};
    struct invented *all = invented_new(&arena);

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        const void *data = data_of(all, cases[i].recipe);
        struct figure figure = invented_figure(all, cases[i].recipe, data, 12);
        struct scene scene = draw_figure(&figure, width_of(12));
        struct fault fault = FAULT_EMPTY;
        double values[400];
        size_t count = values_of(values, cases[i].recipe, data);

        if (!laws_sizes(&scene, cases[i].kind, values, count, &fault))
            fail_msg("%s: %s", cases[i].recipe->name, fault.message);
        scene_release(&scene);
    }
}

/* A row has its mark, a point its dot, a use of a word its tick. */
static void marks_are_as_many_as_their_rows(void **state)
{
    struct invented *all = invented_new(&arena);
    const struct {
        const struct recipe *recipe;
        enum mark_kind kind;
        size_t count;
    } cases[] = {
        {&chart_dots, MARK_DOT, INVENTED_TOPICS},
        {&chart_bump, MARK_DOT, INVENTED_TOPICS * (size_t)INVENTED_RANKS},
        {&chart_speakers, MARK_RECT, invented_speakers(all)->count},
        {&chart_keyness, MARK_RECT, invented_keyness(all)->count},
        {&chart_scatter, MARK_DOT, invented_scatter(all)->count},
        {&chart_slope, MARK_LINE, invented_slope(all)->count},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct figure figure =
            invented_figure(all, cases[i].recipe, data_of(all, cases[i].recipe), 12);
        struct scene scene = draw_figure(&figure, width_of(12));
        struct fault fault = FAULT_EMPTY;

        if (!laws_count(&scene, cases[i].kind, cases[i].count, &fault))
            fail_msg("%s: %s", cases[i].recipe->name, fault.message);
        scene_release(&scene);
    }
}

static void bars_are_as_long_as_their_values(void **state)
{
    struct chart_speaker rows[3] = {{.name = span_of("a"), .share = 0.4, .low = NAN, .high = NAN},
                                    {.name = span_of("b"), .share = 0.2, .low = NAN, .high = NAN},
                                    {.name = span_of("c"), .share = 0.1, .low = NAN, .high = NAN}};
    struct chart_speakers data = {rows, 3, span_of("quotes"), SPAN_EMPTY};
    struct figure figure = {.title = span_of("t"),
                            .alternative = span_of("x"),
                            .recipe = &chart_speakers,
                            .data = &data};
    struct scene scene = draw_figure(&figure, 280);
    double widths[3];
    size_t bars = 0;

    (void)state;
    for (size_t i = 0; i < scene.count; i++)
        if (scene.marks[i].kind == MARK_RECT && scene.marks[i].role == ROLE_DATA)
            widths[bars++] = scene.marks[i].box.width;
    assert_int_equal(bars, 3);
    assert_near(widths[0] / widths[1], 2, 1e-9);
    assert_near(widths[1] / widths[2], 2, 1e-9);
    scene_release(&scene);
}

static void dots_of_a_matrix_are_as_large_as_their_values(void **state)
{
    struct span names[] = {span_of("a"), span_of("b")};
    struct chart_matrix_cell cells[] = {
        {0.4, TONE_PLAIN}, {0.1, TONE_PLAIN}, {0, TONE_PLAIN}, {NAN, TONE_PLAIN}};
    struct chart_matrix data = {names, NULL, NULL, 2, names, 2, cells, UNIT_SHARE};
    struct scene scene = SCENE_OF(typeset, 280, 90);
    double widths[2] = {0};
    size_t dots = 0;

    (void)state;
    chart_matrix.draw(&scene, frame_of(&scene), &data);
    for (size_t i = 0; i < scene.count; i++)
        if (scene.marks[i].kind == MARK_DOT) {
            assert_in_range(dots, 0, 1);
            widths[dots++] = scene.marks[i].box.width;
        }
    assert_int_equal(dots, 2); /* none for nothing, none for an empty place */
    assert_near(widths[0] * widths[0] / (widths[1] * widths[1]), 4, 1e-9);
    scene_release(&scene);
}

/* The mark with this text; NULL for none. */
static const struct mark *text_mark(const struct scene *scene, const char *text)
{
    for (size_t i = 0; i < scene->count; i++)
        if (scene->marks[i].kind == MARK_TEXT && span_is(scene->marks[i].text, text))
            return &scene->marks[i];
    return NULL;
}

static double distance(const struct scene *scene, const char *one, const char *other)
{
    const struct mark *a = text_mark(scene, one), *b = text_mark(scene, other);

    assert_non_null(a);
    assert_non_null(b);
    return hypot(a->box.x - b->box.x, a->box.y - b->box.y);
}

/* The line of data with this colour; NULL for none. */
static const struct mark *line_of(const struct scene *scene, uint32_t colour)
{
    for (size_t i = 0; i < scene->count; i++) {
        const struct mark *mark = &scene->marks[i];

        if (mark->role == ROLE_DATA && mark->colour == colour &&
            (mark->kind == MARK_CURVE || mark->kind == MARK_LINE))
            return mark;
    }
    return NULL;
}

/* Colour alone would be lost in print: what changed has a thicker line, or its side of the base. */
static void a_clear_change_is_seen_without_colour(void **state)
{
    int ranks[][2] = {{1, 2}, {2, 1}};
    struct chart_bump_row bumps[] = {{.label = span_of("a"), .ranks = ranks[0]},
                                     {.label = span_of("b"), .ranks = ranks[1], .tone = TONE_MORE}};
    struct chart_bump bump = {.rows = bumps, .count = 2, .first_week = 2900, .week_count = 2};
    struct chart_slope_row slopes[] = {
        {.label = span_of("a"), .left = 0.1, .right = 0.2},
        {.label = span_of("b"), .left = 0.4, .right = 0.3, .tone = TONE_MORE}};
    struct chart_slope slope = {slopes, 2, UNIT_SHARE, span_of("before"), span_of("now")};
    struct chart_key_term terms[] = {
        {.label = span_of("up"), .log_ratio = 2, .low = NAN, .high = NAN},
        {.label = span_of("down"), .log_ratio = -2, .low = NAN, .high = NAN}};
    struct chart_keyness keyness = {terms, 2};
    const struct {
        const struct recipe *recipe;
        const void *data;
    } lines[] = {{&chart_bump, &bump}, {&chart_slope, &slope}};
    struct scene scene = blank();

    (void)state;
    for (size_t i = 0; i < COUNT_OF(lines); i++) {
        const struct mark *plain, *clear;

        lines[i].recipe->draw(&scene, frame_of(&scene), lines[i].data);
        plain = line_of(&scene, theme_tone(TONE_PLAIN));
        clear = line_of(&scene, theme_tone(TONE_MORE));
        assert_non_null(plain);
        assert_non_null(clear);
        assert_true(clear->line >= 2 * plain->line);
        scene_release(&scene);
        scene = blank();
    }
    chart_keyness.draw(&scene, frame_of(&scene), &keyness);
    assert_true(text_mark(&scene, "up")->box.x < text_mark(&scene, "down")->box.x);
    scene_release(&scene);
}

static void words_that_go_together_stand_together(void **state)
{
    struct chart_node nodes[] = {
        {.label = span_of("aa"), .size = 1}, {.label = span_of("bb"), .size = 1},
        {.label = span_of("cc"), .size = 1}, {.label = span_of("dd"), .size = 1},
        {.label = span_of("ee"), .size = 1}, {.label = span_of("ff"), .size = 1}};
    struct chart_edge edges[] = {{0, 2, 1}, {2, 4, 1}, {0, 4, 1}, {1, 3, 1}, {3, 5, 1}, {1, 5, 1}};
    struct chart_network data = {nodes, 6, edges, 6};
    struct scene scene = SCENE_OF(typeset, 300, 200);

    (void)state;
    chart_network.draw(&scene, frame_of(&scene), &data);
    assert_true(distance(&scene, "aa", "cc") < distance(&scene, "aa", "bb"));
    assert_true(distance(&scene, "bb", "dd") < distance(&scene, "bb", "cc"));
    assert_true(distance(&scene, "ee", "aa") < distance(&scene, "ee", "ff"));
    scene_release(&scene);
}

static void every_word_of_a_network_finds_room(void **state)
{
    struct invented *all = invented_new(&arena);
    struct chart_network *network = invented_network(all);
    struct figure figure = invented_figure(all, &chart_network, network, 12);
    struct scene scene = draw_figure(&figure, width_of(12));

    (void)state;
    assert_int_equal(chart_network_room(width_of(12)), network->count);
    for (size_t i = 0; i < network->count; i++)
        assert_non_null(text_mark(&scene, network->nodes[i].label.bytes));
    scene_release(&scene);
}

/* Whether the axis has a label that reads so. */
static bool has_tick(const struct scene *scene, const char *text)
{
    for (size_t i = 0; i < scene->count; i++)
        if (scene->marks[i].kind == MARK_TEXT && scene->marks[i].role == ROLE_AXIS &&
            span_is(scene->marks[i].text, text))
            return true;
    return false;
}

/* Values, their unit, and labels that the axis must have or must not have. */
static void an_axis_of_dots_shows_how_far_from_none_they_are(void **state)
{
    static const struct {
        double low, high;
        enum unit unit;
        const char *has, *has_not;
    } cases[] = {
        {0.02, 0.22, UNIT_SHARE, "0", NULL}, /* near none: the axis begins there */
        {0.85, 0.99, UNIT_SHARE, NULL, "0"}, /* far from none: it need not */
        {5, 23, UNIT_COUNT, "0", "7.5"},     /* counts have no halves */
        {2, 3, UNIT_COUNT, "0", "2.5"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct chart_dot rows[] = {{.label = span_of("A"),
                                    .value = cases[i].high,
                                    .low = NAN,
                                    .high = NAN,
                                    .reference = NAN},
                                   {.label = span_of("B"),
                                    .value = cases[i].low,
                                    .low = NAN,
                                    .high = NAN,
                                    .reference = NAN}};
        struct chart_dots dots = {.rows = rows, .count = 2, .unit = cases[i].unit};
        struct scene scene = SCENE_OF(typeset, 520, 80);

        chart_dots.draw(&scene, frame_of(&scene), &dots);
        assert_true(!cases[i].has || has_tick(&scene, cases[i].has));
        assert_true(!cases[i].has_not || !has_tick(&scene, cases[i].has_not));
        scene_release(&scene);
    }
}

static void few_weeks_without_a_month_name_their_first_day(void **state)
{
    static const double values[] = {0.1, 0.2, 0.15};
    struct chart_trend trend = {.label = span_of("A"), .values = values};
    struct chart_multiples all = {
        .trends = &trend, .count = 1, .week_count = 3, .unit = UNIT_SHARE};
    struct scene scene = SCENE_OF(typeset, 240, 90);

    (void)state;
    assert_true(week_read(&all.first_week, span_of("2022-W20")));
    chart_multiples.draw(&scene, frame_of(&scene), &all);
    assert_true(has_tick(&scene, "16\u00A0May"));
    assert_true(has_tick(&scene, "5\u00A0Jun"));
    scene_release(&scene);
}

static void a_gap_breaks_the_line(void **state)
{
    double values[] = {0.1, 0.2, NAN, 0.3, 0.2, 0.1};
    struct chart_trend trend = {.label = span_of("a"), .values = values};
    struct chart_multiples data = {
        .trends = &trend, .count = 1, .first_week = 2900, .week_count = 6, .unit = UNIT_SHARE};
    struct figure figure = {.title = span_of("t"),
                            .alternative = span_of("x"),
                            .recipe = &chart_multiples,
                            .data = &data};
    struct scene scene = draw_figure(&figure, 280);
    size_t lines = 0, points = 0;

    (void)state;
    for (size_t i = 0; i < scene.count; i++)
        if (scene.marks[i].kind == MARK_LINE && scene.marks[i].role == ROLE_DATA) {
            lines++;
            points += scene.marks[i].point_count;
        }
    assert_int_equal(lines, 2);
    assert_int_equal(points, 5);
    scene_release(&scene);
}

/* Whether the line runs through the box. */
static bool line_meets(const struct mark *line, struct box box)
{
    for (size_t i = 0; i + 1 < line->point_count; i++) {
        struct point a = line->points[i], b = line->points[i + 1];

        for (double x = fmax(a.x, box.x); x <= fmin(b.x, box.x + box.width); x += 0.5) {
            double y = a.y + (b.y - a.y) * (x - a.x) / (b.x - a.x);

            if (y > box.y && y < box.y + box.height)
                return true;
        }
    }
    return false;
}

static void the_last_value_stands_clear_of_its_line(void **state)
{
    static const double weeks[][6] = {
        {0.31, 0.36, 0.43, 0.29, 0.46, 0.925}, {0.925, 0.46, 0.29, 0.43, 0.36, 0.31},
        {0.9, 0.9, 0.9, 0.9, 0.9, 0.02},       {0.1, 0.1, 0.1, 0.1, 0.9, 0.5},
        {0.9, 0.9, 0.9, 0.9, 0.1, 0.5},        {0.9, 0.9, 0.9, 0.9, 0.9, 0.9},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(weeks); i++) {
        struct chart_trend trend = {.label = span_of("The ten"), .values = weeks[i]};
        struct chart_multiples data = {
            .trends = &trend, .count = 1, .first_week = 2900, .week_count = 6, .unit = UNIT_SHARE};
        struct scene scene = SCENE_OF(typeset, 250, 90);
        struct format_text last = format_value(&tongues[TONGUE_ENGLISH], weeks[i][5], UNIT_SHARE);
        const struct mark *number;
        struct box ink;

        chart_multiples.draw(&scene, frame_of(&scene), &data);
        number = text_mark(&scene, last.text);
        ink = (struct box){number->box.x, number->baseline - 6, number->box.width, 6};
        for (size_t m = 0; m < scene.count; m++)
            if (scene.marks[m].kind == MARK_LINE && scene.marks[m].role == ROLE_DATA &&
                line_meets(&scene.marks[m], ink))
                fail_msg("the line of case %zu runs through %s", i, last.text);
        scene_release(&scene);
    }
}

/* --- the laws bite --------------------------------------------------------------------- */

static void expect_fault(struct scene *scene, const char *part)
{
    struct fault fault = FAULT_EMPTY;

    assert_false(laws_check(scene, frame_of(scene), &fault));
    if (!strstr(fault.message, part))
        fail_msg("'%s' does not say '%s'", fault.message, part);
    scene_release(scene);
}

static void overlaps_strays_and_faint_texts_are_found(void **state)
{
    struct label label = {.text = span_of("Elections"), .x = 10, .y = 40, .style = STYLE_LABEL};
    struct scene scene = blank();

    (void)state;
    scene_text(&scene, label);
    label.x = 20;
    scene_text(&scene, label);
    expect_fault(&scene, "two texts overlap");
    scene = blank();
    label.x = 190;
    scene_text(&scene, label);
    expect_fault(&scene, "outside its frame");
    scene = blank();
    label.x = 10;
    label.colour = COLOUR_FAINT;
    scene_text(&scene, label);
    expect_fault(&scene, "too faint");
    scene = blank();
    scene_dot(&scene, (struct point){NAN, 3}, 1, COLOUR_INK);
    expect_fault(&scene, "no place");
    scene = blank();
    scene_link(&scene, (struct box){1, 1, 2, 2}, span_of("nowhere"));
    expect_fault(&scene, "leads nowhere");
}

static void cut_texts_and_faint_marks_are_found(void **state)
{
    struct label label = {.text = span_of("Elections"), .x = 10, .y = 40, .style = STYLE_LABEL};
    struct scene scene = blank();

    (void)state;
    scene_text(&scene, label);
    scene.marks[scene.count - 1].text.length -= 2; /* as a painter would that clips */
    expect_fault(&scene, "cut without an ellipsis: 'Electio'");
    scene = blank();
    scene_role(&scene, ROLE_DATA);
    scene_dot(&scene, (struct point){20, 20}, 3, COLOUR_CONTEXT);
    scene_dot(&scene, (struct point){40, 20}, 3, COLOUR_FAINT);
    expect_fault(&scene, "#C4BFB6 is too faint for a mark");
    scene = blank();
    scene_role(&scene, ROLE_DATA);
    scene_path(&scene, MARK_LINE, (struct point[]){{1, 1}, {9, 9}}, 2, 1, COLOUR_MORE)->opacity =
        0.3;
    expect_fault(&scene, "too faint for a mark");
    scene = blank();
    scene_rect(&scene, (struct box){0, 0, 50, 50}, COLOUR_MORE);
    scene_role(&scene, ROLE_DATA);
    scene_dot(&scene, (struct point){20, 20}, 3, COLOUR_NOTICE);
    expect_fault(&scene, "too faint for a mark");
}

/* A figure that says something else than its data. */
static void expect_sizes_fault(struct scene *scene, enum mark_kind kind, const double *values,
                               size_t count, const char *part)
{
    struct fault fault = FAULT_EMPTY;

    assert_false(laws_sizes(scene, kind, values, count, &fault));
    if (!strstr(fault.message, part))
        fail_msg("'%s' does not say '%s'", fault.message, part);
}

static void bars_of_wrong_length_and_number_are_found(void **state)
{
    const double values[] = {0.4, NAN, 0.2, 0};
    struct fault fault = FAULT_EMPTY;
    struct scene scene = blank();

    (void)state;
    scene_role(&scene, ROLE_DATA);
    scene_rect(&scene, (struct box){10, 10, 80, 5}, COLOUR_MORE);
    scene_rect(&scene, (struct box){10, 20, 40, 5}, COLOUR_MORE);
    assert_true(laws_sizes(&scene, MARK_RECT, values, COUNT_OF(values), &fault));
    assert_true(laws_count(&scene, MARK_RECT, 2, &fault));
    assert_false(laws_count(&scene, MARK_RECT, 3, &fault));
    scene.marks[1].box.width = 41;
    expect_sizes_fault(&scene, MARK_RECT, values, COUNT_OF(values), "the mark of 0.2");
    scene.marks[1].box.width = 40;
    expect_sizes_fault(&scene, MARK_RECT, values, 1, "more marks than values");
    expect_sizes_fault(&scene, MARK_DOT, values, COUNT_OF(values), "0.4 has no mark");
    scene_release(&scene);
}

static void open_tags_and_silent_figures_are_found(void **state)
{
    struct scene scene = blank();

    (void)state;
    scene_open(&scene, TAG_P, SPAN_EMPTY);
    expect_fault(&scene, "not closed");
    scene = blank();
    scene_open(&scene, TAG_FIGURE, SPAN_EMPTY);
    scene_close(&scene);
    expect_fault(&scene, "no text alternative");
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
        cmocka_unit_test(bars_and_areas_are_as_large_as_their_values),
        cmocka_unit_test(marks_are_as_many_as_their_rows),
        cmocka_unit_test(bars_are_as_long_as_their_values),
        cmocka_unit_test(dots_of_a_matrix_are_as_large_as_their_values),
        cmocka_unit_test(a_clear_change_is_seen_without_colour),
        cmocka_unit_test(words_that_go_together_stand_together),
        cmocka_unit_test(every_word_of_a_network_finds_room),
        cmocka_unit_test(an_axis_of_dots_shows_how_far_from_none_they_are),
        cmocka_unit_test(few_weeks_without_a_month_name_their_first_day),
        cmocka_unit_test(a_gap_breaks_the_line),
        cmocka_unit_test(the_last_value_stands_clear_of_its_line),
        cmocka_unit_test(overlaps_strays_and_faint_texts_are_found),
        cmocka_unit_test(cut_texts_and_faint_marks_are_found),
        cmocka_unit_test(bars_of_wrong_length_and_number_are_found),
        cmocka_unit_test(open_tags_and_silent_figures_are_found),
    };

    return cmocka_run_group_tests(tests, open_fonts, close_all);
}
