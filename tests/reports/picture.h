/*
 * Expected pictures: tests/golden/NAME.png. A picture may differ from them as
 * rasterisers do from version to version, not as drawings do: by half a per
 * cent in the mean, and by 3 % in no tile of 16 by 16 points (a dot that grows is 4 %).
 */
#ifndef TESTS_REPORTS_PICTURE_H
#define TESTS_REPORTS_PICTURE_H

#include "tests/support.h"

#include "corpus/base/bytes.h"

#include <cairo/cairo.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { PICTURE_TILE = 16 };

static const double picture_mean_most = 0.005, picture_tile_most = 0.03;

/* How far two pictures differ, 0 to 1; both 1 where their sizes do. */
struct picture_difference {
    double mean, tile; /* tile: of the one that differs most */
};

struct picture_reading {
    struct span rest;
};

static inline cairo_status_t picture_bytes(void *context, unsigned char *data, unsigned int length)
{
    struct picture_reading *reading = context;

    if (reading->rest.length < length)
        return CAIRO_STATUS_READ_ERROR;
    memcpy(data, reading->rest.bytes, length);
    reading->rest = span_cut(reading->rest, length, reading->rest.length);
    return CAIRO_STATUS_SUCCESS;
}

static inline cairo_surface_t *picture_read(struct span png)
{
    struct picture_reading reading = {png};
    cairo_surface_t *surface = cairo_image_surface_create_from_png_stream(picture_bytes, &reading);

    assert_int_equal(cairo_surface_status(surface), CAIRO_STATUS_SUCCESS);
    return surface;
}

/* The difference of one pixel's channels, in the mean. */
static inline double picture_pixel(const unsigned char *a, const unsigned char *b)
{
    return (abs(a[0] - b[0]) + abs(a[1] - b[1]) + abs(a[2] - b[2])) / (3 * 255.0);
}

static inline double picture_tile(cairo_surface_t *a, cairo_surface_t *b, int left, int top)
{
    int right = (int)fmin(left + PICTURE_TILE, cairo_image_surface_get_width(a));
    int bottom = (int)fmin(top + PICTURE_TILE, cairo_image_surface_get_height(a));
    int stride = cairo_image_surface_get_stride(a);
    double sum = 0;

    for (int y = top; y < bottom; y++)
        for (int x = left; x < right; x++) {
            size_t at = (size_t)y * (size_t)stride + 4 * (size_t)x;

            sum += picture_pixel(cairo_image_surface_get_data(a) + at,
                                 cairo_image_surface_get_data(b) + at);
        }
    return sum;
}

static inline struct picture_difference picture_compare(struct span left, struct span right)
{
    struct picture_difference found = {0, 0};
    cairo_surface_t *a = picture_read(left), *b = picture_read(right);
    int width = cairo_image_surface_get_width(a), height = cairo_image_surface_get_height(a);

    if (width != cairo_image_surface_get_width(b) || height != cairo_image_surface_get_height(b)) {
        found = (struct picture_difference){1, 1};
    } else {
        for (int top = 0; top < height; top += PICTURE_TILE)
            for (int at = 0; at < width; at += PICTURE_TILE) {
                double sum = picture_tile(a, b, at, top);

                found.mean += sum / ((double)width * height);
                found.tile = fmax(found.tile, sum / (PICTURE_TILE * PICTURE_TILE));
            }
    }
    cairo_surface_destroy(a);
    cairo_surface_destroy(b);
    return found;
}

static inline bool picture_same(struct picture_difference difference)
{
    return difference.mean < picture_mean_most && difference.tile < picture_tile_most;
}

#endif
