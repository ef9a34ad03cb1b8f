#include "reports/draw/dark.h"

#include "reports/draw/theme.h"

#include <math.h>
#include <stdbool.h>

/*
 * Lightness here is the cube root of luminance, 0 to 1. Of marks: that which
 * stays as it is, where black and white are read equally well; that of what was
 * white; and how much of the way to it light colours go, so that marks near the
 * middle stay apart from the ground.
 */
static const double pivot = 0.5636, ground = 0.18, bend = 1.3, most = 0.97;

/* Of text: the lightness of what was white, and how steeply it rises to what was black. */
static const double text_low = 0.22, text_slope = 0.92;

enum { HALVINGS = 20 };

struct linear {
    double red, green, blue; /* 0 to 1, proportional to light */
};

/* OKLab (Björn Ottosson, 2020): lightness 0 to 1, and two axes of hue. */
struct oklab {
    double light, a, b;
};

static double to_linear(uint32_t colour, int shift)
{
    double c = ((colour >> shift) & 255) / 255.0;

    return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

static uint32_t to_channel(double light, int shift)
{
    double c = light <= 0.0031308 ? 12.92 * light : 1.055 * pow(light, 1 / 2.4) - 0.055;

    return (uint32_t)lround(fmin(fmax(c, 0), 1) * 255) << shift;
}

static struct oklab oklab_of(struct linear c)
{
    double l = cbrt(0.4122214708 * c.red + 0.5363325363 * c.green + 0.0514459929 * c.blue);
    double m = cbrt(0.2119034982 * c.red + 0.6806995451 * c.green + 0.1073969566 * c.blue);
    double s = cbrt(0.0883024619 * c.red + 0.2817188376 * c.green + 0.6299787005 * c.blue);

    return (struct oklab){0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
                          1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
                          0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s};
}

static struct linear linear_of(struct oklab lab)
{
    double l = pow(lab.light + 0.3963377774 * lab.a + 0.2158037573 * lab.b, 3);
    double m = pow(lab.light - 0.1055613458 * lab.a - 0.0638541728 * lab.b, 3);
    double s = pow(lab.light - 0.0894841775 * lab.a - 1.2914855480 * lab.b, 3);

    return (struct linear){4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
                           -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
                           -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s};
}

static bool shows(double channel)
{
    return channel >= -1e-4 && channel <= 1 + 1e-4;
}

static bool can_be_shown(struct oklab lab)
{
    struct linear c = linear_of(lab);

    return shows(c.red) && shows(c.green) && shows(c.blue);
}

/* The nearest colour of the same hue and lightness that a screen can show. */
static struct oklab within_screen(struct oklab lab)
{
    double low = 0, high = 1;

    if (can_be_shown(lab))
        return lab;
    for (int i = 0; i < HALVINGS; i++) {
        double middle = (low + high) / 2;

        if (can_be_shown((struct oklab){lab.light, lab.a * middle, lab.b * middle}))
            low = middle;
        else
            high = middle;
    }
    return (struct oklab){lab.light, lab.a * low, lab.b * low};
}

static double lightness_of(struct linear c)
{
    return cbrt(fmax(0.2126 * c.red + 0.7152 * c.green + 0.0722 * c.blue, 0));
}

static uint32_t written(struct linear c)
{
    return to_channel(c.red, 16) | to_channel(c.green, 8) | to_channel(c.blue, 0);
}

/* The colour of this one's hue that is as light as `wanted`. */
static uint32_t lit(struct linear from, double wanted)
{
    struct oklab lab = oklab_of(from);
    struct linear shown = from;
    double low = 0, high = 1;

    for (int i = 0; i < HALVINGS; i++) {
        lab.light = (low + high) / 2;
        shown = linear_of(within_screen(lab));
        if (lightness_of(shown) < wanted)
            low = lab.light;
        else
            high = lab.light;
    }
    return written(shown);
}

static struct linear light_of(uint32_t colour)
{
    return (struct linear){to_linear(colour, 16), to_linear(colour, 8), to_linear(colour, 0)};
}

uint32_t dark_mark(uint32_t colour)
{
    struct linear from = light_of(colour);
    double light = lightness_of(from);

    if (light <= pivot)
        return lit(from, fmin(2 * pivot - light, most));
    return lit(from, pivot - (pivot - ground) * pow(fmin((light - pivot) / (1 - pivot), 1), bend));
}

uint32_t dark_text(uint32_t colour)
{
    struct linear from = light_of(colour);

    /* Only on a cell: whichever of the two is farther from it. */
    if (colour == COLOUR_PAPER)
        return 0x000000;
    if (colour == COLOUR_BLACK)
        return 0xFFFFFF;
    return lit(from, fmin(text_low + text_slope * (1 - lightness_of(from)), most));
}
