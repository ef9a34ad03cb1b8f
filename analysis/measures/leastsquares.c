#include "analysis/measures/leastsquares.h"

#include "analysis/measures/numeric.h"
#include "corpus/base/memory.h"

#include <gsl/gsl_multifit.h>

/* Below this part of the largest, a singular value says that columns depend on each other. */
static const double negligible = 1e-10;

static void copy(const gsl_vector *solution, const gsl_matrix *inverse, double *into,
                 double *covariance)
{
    for (size_t i = 0; i < solution->size; i++) {
        into[i] = gsl_vector_get(solution, i);
        for (size_t j = 0; covariance && j < solution->size; j++)
            covariance[i * solution->size + j] = gsl_matrix_get(inverse, i, j);
    }
}

bool leastsquares_solve(double *solution, double *covariance, const struct leastsquares *problem,
                        struct fault *fault)
{
    size_t rows = problem->rows, width = problem->width;
    gsl_matrix_const_view design = gsl_matrix_const_view_array(problem->design, rows, width);
    gsl_vector_const_view response = gsl_vector_const_view_array(problem->response, rows);
    gsl_multifit_linear_workspace *workspace = gsl_multifit_linear_alloc(rows, width);
    gsl_vector *weights = gsl_vector_alloc(rows), *found = gsl_vector_alloc(width);
    gsl_matrix *inverse = gsl_matrix_alloc(width, width);
    double rest;
    bool done;

    if (!workspace || !weights || !found || !inverse)
        memory_exhausted(rows, width * sizeof(double));
    for (size_t i = 0; i < rows; i++)
        gsl_vector_set(weights, i, problem->weights ? problem->weights[i] : 1);
    done = numeric_check(gsl_multifit_wlinear(&design.matrix, weights, &response.vector, found,
                                              inverse, &rest, workspace),
                         "least squares", fault);
    if (done && gsl_multifit_linear_rank(negligible, workspace) < width)
        done = fault_set(fault, FAULT_DOMAIN, "least squares: the terms depend on each other");
    if (done)
        copy(found, inverse, solution, covariance);
    gsl_matrix_free(inverse);
    gsl_vector_free(found);
    gsl_vector_free(weights);
    gsl_multifit_linear_free(workspace);
    return done;
}
