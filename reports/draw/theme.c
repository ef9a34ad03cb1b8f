#include "reports/draw/theme.h"

#include <math.h>

const struct theme theme =
    {
        .styles =
            {
                [STYLE_PAGE_TITLE] = {"page-title", FACE_SERIF, STYLE_PAGE_TITLE, 25, 30, -0.35,
                                      false, COLOUR_INK},
                [STYLE_SECTION_TITLE] = {"section-title", FACE_SERIF, STYLE_SECTION_TITLE, 17, 22,
                                         -0.2, false, COLOUR_INK},
                [STYLE_STANDFIRST] = {"standfirst", FACE_TEXT, STYLE_STANDFIRST_BOLD, 9.25, 14,
                                      -0.09, false, COLOUR_SECONDARY},
                [STYLE_STANDFIRST_BOLD] = {"standfirst-bold", FACE_TEXT_BOLD, STYLE_STANDFIRST_BOLD,
                                           9.25, 14, -0.09, false, COLOUR_INK},
                [STYLE_HEADING] = {"heading", FACE_DISPLAY, STYLE_HEADING, 10.75, 13, 0, false,
                                   COLOUR_INK},
                [STYLE_FIGURE_TITLE] = {"figure-title", FACE_DISPLAY, STYLE_FIGURE_TITLE, 10.75, 13,
                                        0, false, COLOUR_INK},
                [STYLE_SUBTITLE] = {"subtitle", FACE_TEXT, STYLE_LABEL_BOLD, 7.5, 11, -0.06, false,
                                    COLOUR_SECONDARY},
                [STYLE_BODY] = {"body", FACE_TEXT, STYLE_BODY_BOLD, 8.5, 12, -0.07, false,
                                COLOUR_INK},
                [STYLE_BODY_BOLD] = {"body-bold", FACE_TEXT_BOLD, STYLE_BODY_BOLD, 8.5, 12, -0.07,
                                     false, COLOUR_INK},
                [STYLE_LABEL] = {"label", FACE_TEXT, STYLE_LABEL_BOLD, 7.5,
                                 10, -0.06, true, COLOUR_INK},
                [STYLE_LABEL_BOLD] = {"label-bold", FACE_TEXT_BOLD, STYLE_LABEL_BOLD, 7.5,
                                      10, -0.06, true, COLOUR_INK},
                [STYLE_AXIS] = {"axis", FACE_TEXT, STYLE_AXIS, 6.75, 8.5, -0.05, true,
                                COLOUR_TERTIARY},
                [STYLE_NOTE] = {"note", FACE_TEXT, STYLE_NOTE_BOLD, 6.5, 8.5, -0.04,
                                false, COLOUR_TERTIARY},
                [STYLE_NOTE_BOLD] = {"note-bold", FACE_TEXT_BOLD, STYLE_NOTE_BOLD, 6.5, 8.5, -0.04,
                                     false, COLOUR_SECONDARY},
                [STYLE_LINK] = {"link", FACE_TEXT, STYLE_LINK, 7, 10, -0.04, true, COLOUR_MORE},
                [STYLE_KPI] = {"kpi", FACE_DISPLAY, STYLE_KPI, 16, 18, -0.1, false, COLOUR_INK},
                [STYLE_FINDING] = {"finding", FACE_SERIF, STYLE_FINDING, 22, 27, -0.4, false,
                                   COLOUR_INK},
                [STYLE_RUNNING] = {"running", FACE_TEXT, STYLE_RUNNING_BOLD, 7, 10, 0, true,
                                   COLOUR_TERTIARY},
                [STYLE_RUNNING_BOLD] = {"running-bold", FACE_TEXT_BOLD, STYLE_RUNNING_BOLD,
                                        7, 10, 0.2, true, COLOUR_INK},
                [STYLE_MARK] = {"mark", FACE_TEXT_BOLD, STYLE_MARK, 6.5, 8.5,
                                0.3, true, COLOUR_NOTICE},
            },
        .a4 = {595.276, 841.89, 42, 553.276, 34, 60, 790, 801.89},
        .letter = {612, 792, 42, 570, 34, 60, 740, 752},
        .columns = 12,
        .gutter = 12,
        .gap = 20,
        .gap_heading = 6,
        .row = 14,
        .line_grid = 0.5,
        .line_base = 0.75,
        .line_context = 0.5,
        .line_series = 1.3,
        .line_highlight = 2.2,
        .line_casing = 4.6,
        .line_interval = 0.9,
        .line_tick = 0.55,
        .line_rule = 0.75,
        .dot = 2.9,
        .dot_ring = 1,
        .halo = 2.2,
        .label_pitch = 9.5,
        .tick_x = 60,
        .tick_y = 40,
};

uint32_t theme_tone(enum tone tone)
{
    static const uint32_t colours[TONES] = {[TONE_PLAIN] = COLOUR_CONTEXT,
                                            [TONE_MORE] = COLOUR_MORE,
                                            [TONE_LESS] = COLOUR_LESS,
                                            [TONE_NOTICE] = COLOUR_NOTICE,
                                            [TONE_THIRD] = COLOUR_THIRD};

    return colours[tone];
}

uint32_t theme_text_tone(enum tone tone)
{
    return tone == TONE_PLAIN ? COLOUR_INK : theme_tone(tone);
}

static uint32_t ramp(const uint32_t *stops, size_t count, double t)
{
    double place = fmin(fmax(t, 0), 1) * (double)(count - 1);
    size_t i = (size_t)place;

    if (i + 1 >= count)
        return stops[count - 1];
    return theme_mix(stops[i], stops[i + 1], place - (double)i);
}

uint32_t theme_sequential(double t)
{
    static const uint32_t stops[] = {0xF3F6F9, 0xCFDFEE, 0x9CC0DF, 0x5D99C6,
                                     0x2A6FA8, 0x0F4A84, 0x08274E};

    return ramp(stops, sizeof stops / sizeof *stops, t);
}

static uint32_t mix_channel(uint32_t from, uint32_t to, double share, int shift)
{
    double a = (from >> shift) & 255;
    double b = (to >> shift) & 255;

    return (uint32_t)lround(a + (b - a) * share) << shift;
}

uint32_t theme_mix(uint32_t from, uint32_t to, double share)
{
    return mix_channel(from, to, share, 16) | mix_channel(from, to, share, 8) |
           mix_channel(from, to, share, 0);
}

static double linear_channel(uint32_t colour, int shift)
{
    double c = ((colour >> shift) & 255) / 255.0;

    return c <= 0.03928 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

static double luminance(uint32_t colour)
{
    return 0.2126 * linear_channel(colour, 16) + 0.7152 * linear_channel(colour, 8) +
           0.0722 * linear_channel(colour, 0);
}

double theme_contrast(uint32_t left, uint32_t right)
{
    double a = luminance(left);
    double b = luminance(right);

    return (fmax(a, b) + 0.05) / (fmin(a, b) + 0.05);
}
