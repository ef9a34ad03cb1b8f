/*
 * How the report looks: every colour, type style, length and line width, in
 * one constant table. Lengths are points (1/72 inch), colours 0xRRGGBB.
 *
 *     const struct theme_style *label = &theme.styles[STYLE_LABEL];
 *     scene_line(scene, from, to, theme.line_grid, COLOUR_GRID);
 *
 * Contrast on white stands beside each colour; text needs 4.5, a mark that
 * carries meaning alone 3.
 */
#ifndef REPORTS_DRAW_THEME_H
#define REPORTS_DRAW_THEME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    COLOUR_INK = 0x1A1A1A,       /* 17.4 */
    COLOUR_SECONDARY = 0x595959, /* 7.0 */
    COLOUR_TERTIARY = 0x6B6B6B,  /* 5.3: the least for text */
    COLOUR_CONTEXT = 0x8F8A82,   /* 3.4: marks that are not coloured */
    COLOUR_FAINT = 0xC4BFB6,     /* 1.8: lines that never carry meaning alone */
    COLOUR_RULE = 0xD2CEC6,
    COLOUR_GRID = 0xE6E3DD,
    COLOUR_PANEL = 0xF5F2EC,
    COLOUR_PAPER = 0xFFFFFF,
    COLOUR_BLACK =
        0x000001, /* where ink has too little contrast: amid a ramp; 0 would mean none given */
    COLOUR_MORE = 0x0F5499,   /* 7.6: more, or this week */
    COLOUR_LESS = 0xB35806,   /* 4.9 */
    COLOUR_NOTICE = 0x990F3D, /* 8.4 */
    COLOUR_THIRD = 0x0D7680   /* 5.4 */
};

/* What a claim about a number came to; colour follows from it and nothing else. */
enum tone { TONE_PLAIN, TONE_MORE, TONE_LESS, TONE_NOTICE, TONE_THIRD, TONES };

enum face {
    FACE_TEXT,      /* Inter Regular */
    FACE_TEXT_BOLD, /* Inter SemiBold */
    FACE_DISPLAY,   /* Inter Display SemiBold */
    FACE_SERIF,     /* Noto Serif Bold */
    FACES
};

enum style {
    STYLE_PAGE_TITLE,    /* the first page's title */
    STYLE_SECTION_TITLE, /* the title of any other section */
    STYLE_STANDFIRST,    /* the paragraph under a title */
    STYLE_STANDFIRST_BOLD,
    STYLE_HEADING, /* a heading inside a section */
    STYLE_FIGURE_TITLE,
    STYLE_SUBTITLE,
    STYLE_BODY,
    STYLE_BODY_BOLD,
    STYLE_LABEL, /* labels and table cells; figures are tabular */
    STYLE_LABEL_BOLD,
    STYLE_AXIS,
    STYLE_NOTE,
    STYLE_NOTE_BOLD,
    STYLE_LINK, /* "481 articles → page 7" */
    STYLE_KPI,
    STYLE_FINDING, /* the large number of a finding */
    STYLE_RUNNING, /* header and footer */
    STYLE_RUNNING_BOLD,
    STYLE_MARK, /* SAMPLE or DRAFT in the header */
    STYLES
};

struct theme_style {
    const char *name; /* as in a scene's dump */
    enum face face;   /* of plain runs */
    enum style bold;  /* the style of bold runs inside it */
    double size;      /* points */
    double leading;   /* points from one baseline to the next */
    double tracking;  /* points added after each letter */
    bool tabular;     /* figures of one width */
    uint32_t colour;  /* where nobody says another */
};

/* One paper size. */
struct theme_page {
    double width, height;
    double left, right; /* the margins' inner edges */
    double header_rule; /* y */
    double top, bottom; /* the body lies between them */
    double footer_rule; /* y */
};

struct theme {
    struct theme_style styles[STYLES];
    struct theme_page a4, letter;
    int columns;
    double gutter;
    double gap;         /* between blocks */
    double gap_heading; /* after a heading */
    double row;         /* pitch of a table's rows */
    double line_grid, line_base, line_context, line_series, line_highlight, line_casing;
    double line_interval, line_tick, line_rule;
    double dot;            /* radius */
    double dot_ring;       /* width of the white ring around a dot */
    double halo;           /* width of the white halo around a text */
    double label_pitch;    /* the least between two labels' baselines */
    double tick_x, tick_y; /* one tick for so many points */
};

extern const struct theme theme;

uint32_t theme_tone(enum tone tone);

/* The colour of a text in this tone: plain is ink. */
uint32_t theme_text_tone(enum tone tone);

/* The ramp at `t`, 0 to 1 (clamped): light to dark. */
uint32_t theme_sequential(double t);

/* `share` of the way from one colour to the other, 0 to 1. */
uint32_t theme_mix(uint32_t from, uint32_t to, double share);

/* The contrast ratio of two colours, 1 to 21 (WCAG 2.1, relative luminance). */
double theme_contrast(uint32_t left, uint32_t right);

#endif
