#include "analysis/measures/leastsquares.h"
#include "analysis/measures/numeric.h"
#include "tests/numbers.h"

#include <stdio.h>
#include <stdlib.h>

enum { ROWS_MOST = 100, WIDTH_MOST = 11 };

__extension__ typedef __float128 quad;

/* One of NIST's linear sets, as ../shared/refdata/nist-strd has it. */
struct set {
    size_t rows, width; /* width: with the intercept, where there is one */
    double design[ROWS_MOST * WIDTH_MOST], response[ROWS_MOST];
};

/* Which sets there are. A polynomial is made of x alone: the file rounds its powers. */
static const struct known_set {
    const char *name;
    size_t degree; /* of the polynomial in x1; 0: the columns as they are */
    bool intercept;
    double digits; /* of the solution */
} known_sets[] = {
    {"norris", 1, true, 9},   {"pontius", 2, true, 9},  {"noint1", 0, false, 9},
    {"noint2", 0, false, 9},  {"longley", 0, true, 9},  {"wampler1", 5, true, 9},
    {"wampler2", 5, true, 9}, {"wampler3", 5, true, 9}, {"wampler4", 5, true, 7},
    {"wampler5", 5, true, 5}, {"filip", 10, true, 7},
};

/* Opens "NAME.csv" or, with suffix "_compare", NIST's results; NULL where they are not here. */
static FILE *open_set(const char *name, const char *suffix)
{
    char path[128];

    (void)snprintf(path, sizeof path, "../shared/refdata/nist-strd/%s%s.csv", name, suffix);
    return fopen(path, "r");
}

/* The numbers of a line, and how many there are. */
static size_t read_numbers(double *numbers, size_t most, const char *line)
{
    size_t count = 0;

    for (char *end; count < most; line = end + (*end == ',')) {
        numbers[count] = strtod(line, &end);
        if (end == line)
            break;
        count++;
    }
    return count;
}

static bool read_set(struct set *set, const struct known_set *known)
{
    FILE *file = open_set(known->name, "");
    char line[1024];

    if (!file)
        return false;
    *set = (struct set){0};
    assert_non_null(fgets(line, sizeof line, file)); /* the header */
    while (fgets(line, sizeof line, file)) {
        double numbers[WIDTH_MOST];
        size_t count = read_numbers(numbers, WIDTH_MOST, line), terms = count - 1;
        double *row;

        if (count < 2)
            continue;
        if (known->degree)
            terms = known->degree;
        set->width = terms + known->intercept;
        row = &set->design[set->rows * set->width];
        set->response[set->rows++] = numbers[0];
        *row = 1;
        for (size_t j = 0; j < terms; j++)
            row[known->intercept + j] =
                known->degree ? (j ? row[j] : 1) * numbers[1] : numbers[1 + j];
    }
    (void)fclose(file);
    return true;
}

/*
 * The solution with 33 digits, by a road of its own: columns made orthogonal one
 * after the other (modified Gram and Schmidt), the powers of x in full.
 */
static void solve_by_quads(double *solution, const struct set *set, const struct known_set *known)
{
    static quad columns[WIDTH_MOST + 1][ROWS_MOST];
    quad upper[WIDTH_MOST][WIDTH_MOST + 1] = {{0}}, found[WIDTH_MOST];
    size_t width = set->width;

    for (size_t i = 0; i < set->rows; i++) {
        const double *row = &set->design[i * width];

        for (size_t j = 0; j < width; j++)
            columns[j][i] = known->degree && j > 1 ? columns[j - 1][i] * row[1] : row[j];
        columns[width][i] = set->response[i];
    }
    for (size_t j = 0; j < width; j++) {
        quad length = 0;

        for (size_t i = 0; i < set->rows; i++)
            length += columns[j][i] * columns[j][i];
        for (size_t k = j + 1; k <= width; k++) {
            for (size_t i = 0; i < set->rows; i++)
                upper[j][k] += columns[j][i] * columns[k][i] / length;
            for (size_t i = 0; i < set->rows; i++)
                columns[k][i] -= upper[j][k] * columns[j][i];
        }
    }
    for (size_t j = width; j-- > 0;) {
        found[j] = upper[j][width];
        for (size_t k = j + 1; k < width; k++)
            found[j] -= upper[j][k] * found[k];
        solution[j] = (double)found[j];
    }
}

/* To how many digits `value` is `wanted`. */
static double digits(double value, double wanted)
{
    return value == wanted ? 16 : -log10(fabs(value - wanted) / fabs(wanted));
}

/* Half a unit of the last digit that a cell prints, in units of its value. */
static double printed_to(const char *cell)
{
    size_t count = 0;

    for (; *cell && *cell != ',' && *cell != 'E'; cell++)
        count += *cell >= '0' && *cell <= '9';
    return 6 * pow(10, -(double)(count > 0 ? count - 1 : 0));
}

/* NIST's coefficients, to the digits that the file prints. */
static void compare_with_nist(const double *solution, const struct set *set, const char *name)
{
    FILE *file = open_set(name, "_compare");
    char line[1024];

    assert_non_null(file);
    assert_non_null(fgets(line, sizeof line, file));
    for (size_t j = 0; j < set->width; j++) {
        assert_non_null(fgets(line, sizeof line, file));
        assert_close(solution[j], strtod(line, NULL), printed_to(line));
    }
    (void)fclose(file);
}

static void nists_linear_sets_are_solved(void **state)
{
    static struct set set;

    (void)state;
    for (size_t i = 0; i < COUNT_OF(known_sets); i++) {
        const struct known_set *known = &known_sets[i];
        double solution[WIDTH_MOST], covariance[WIDTH_MOST * WIDTH_MOST], wanted[WIDTH_MOST];
        struct leastsquares problem = {set.design, set.response, NULL, 0, 0};
        double fewest = 16;
        struct fault fault;

        if (!read_set(&set, known)) {
            print_message("skip nists_linear_sets_are_solved: ../shared/refdata is not here\n");
            skip();
        }
        problem.rows = set.rows;
        problem.width = set.width;
        solve_by_quads(wanted, &set, known);
        compare_with_nist(wanted, &set, known->name);
        assert_true(leastsquares_solve(solution, covariance, &problem, &fault));
        for (size_t j = 0; j < set.width; j++)
            fewest = fmin(fewest, digits(solution[j], wanted[j]));
        print_message("    %-9s %4.1f digits\n", known->name, fewest);
        assert_true(fewest >= known->digits);
    }
}

/* A row of weight 3 is three rows. */
static void a_weight_counts_as_so_many_rows(void **state)
{
    static const double design[] = {1, 0, 1, 1, 1, 2, 1, 2, 1, 2}, response[] = {3, 4, 8, 8, 8};
    static const double weights[] = {1, 1, 3};
    struct leastsquares one = {design, response, weights, 3, 2};
    struct leastsquares other = {design, response, NULL, 5, 2};
    double first[2], second[2], inverse[4], same[4];
    struct fault fault;

    (void)state;
    assert_true(leastsquares_solve(first, inverse, &one, &fault));
    assert_true(leastsquares_solve(second, same, &other, &fault));
    for (size_t j = 0; j < 2; j++)
        assert_close(first[j], second[j], 1e-14);
    for (size_t j = 0; j < 4; j++)
        assert_close(inverse[j], same[j], 1e-14);
    /* X'WX = {5, 7; 7, 13}, worked by hand. */
    assert_close(inverse[0], 13.0 / 16, 1e-14);
    assert_close(inverse[1], -7.0 / 16, 1e-14);
    assert_close(inverse[3], 5.0 / 16, 1e-14);
}

static void columns_that_depend_on_each_other_are_refused(void **state)
{
    static const double design[] = {1, 2, 1, 2, 1, 2}, response[] = {1, 2, 3};
    struct leastsquares problem = {design, response, NULL, 3, 2};
    struct fault fault;
    double solution[2];

    (void)state;
    assert_false(leastsquares_solve(solution, NULL, &problem, &fault));
    assert_string_equal(fault.message, "least squares: the terms depend on each other");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nists_linear_sets_are_solved),
        cmocka_unit_test(a_weight_counts_as_so_many_rows),
        cmocka_unit_test(columns_that_depend_on_each_other_are_refused),
    };

    numeric_start();
    return cmocka_run_group_tests_name("least squares", tests, NULL, NULL);
}
