/*
 * A scene: what is on one page or in one figure, as a flat list of marks and
 * texts in points, the origin at the top left. All layout is done when a
 * mark is added; a painter only paints. The same scene makes PDF, PNG, SVG,
 * the dump that tests compare, and what laws_check() looks at.
 *
 *     struct scene scene = SCENE_OF(typeset, 240, 160);
 *     scene_open(&scene, TAG_FIGURE, span_of("Dot chart of 8 topics; ..."));
 *     scene_rect(&scene, (struct box){0, 10, 80, 8}, COLOUR_MORE);
 *     scene_text(&scene, (struct label){.text = name, .x = 0, .y = 18, .style = STYLE_LABEL});
 *     scene_close(&scene);
 *     scene_release(&scene);
 *
 * Spans given are copied. Coordinates must be finite.
 */
#ifndef REPORTS_DRAW_SCENE_H
#define REPORTS_DRAW_SCENE_H

#include "corpus/base/bytes.h"
#include "reports/draw/page_index.h"
#include "reports/draw/tongue.h"
#include "reports/draw/typeset.h"

struct point {
    double x, y;
};

struct box {
    double x, y, width, height;
};

enum mark_kind {
    MARK_RECT,  /* filled */
    MARK_FRAME, /* a rectangle's outline */
    MARK_LINE,  /* through all points */
    MARK_CURVE, /* through all points, level at each */
    MARK_AREA,  /* a filled polygon */
    MARK_DOT,   /* a filled circle: `box` is around it */
    MARK_RING,  /* a circle's outline on white */
    MARK_TEXT,
    MARK_LINK,  /* an area that leads to `target` */
    MARK_DEST,  /* the place called `key` */
    MARK_OPEN,  /* a structure tag begins */
    MARK_CLOSE, /* and ends */
    MARK_KINDS
};

/* What a mark is for; a new mark takes the scene's present role. */
enum role {
    ROLE_FURNITURE, /* header, footer, rules */
    ROLE_TEXT,
    ROLE_AXIS,
    ROLE_CONTEXT,  /* drawn grey behind the data */
    ROLE_INTERVAL, /* how sure */
    ROLE_DATA,
    ROLE_RAMP,  /* a cell whose lightness is read by the key beside it */
    ROLE_LABEL, /* names and values beside the data */
    ROLES
};

enum tag {
    TAG_NONE,
    TAG_H1,
    TAG_H2,
    TAG_H3,
    TAG_P,
    TAG_FIGURE, /* needs a text alternative */
    TAG_TABLE,
    TAG_TR,
    TAG_TH,
    TAG_TD,
    TAGS
};

enum align { ALIGN_LEFT, ALIGN_CENTRE, ALIGN_RIGHT };

struct mark {
    enum mark_kind kind;
    enum role role;
    enum tag tag;     /* of MARK_OPEN and its MARK_CLOSE */
    enum style style; /* of a text */
    uint32_t colour;
    bool halo;       /* a text with a white halo */
    double line;     /* width of a line or outline */
    double opacity;  /* 0 to 1 */
    struct box box;  /* bounds; of a text: from its ascent to its descent */
    double baseline; /* y of a text */
    struct point *points;
    size_t point_count;
    struct span text;   /* of a text; of MARK_OPEN: the text alternative */
    struct span target; /* "#name" or a URI; of MARK_LINK or a linked text */
    struct span key;    /* which datum this is: "topic:energy" */
};

struct scene {
    struct typeset *typeset;        /* borrowed */
    const struct page_index *pages; /* borrowed; NULL: page runs print as an en dash */
    const struct tongue *tongue;    /* of its numbers and days */
    double width, height;
    struct arena arena;
    struct mark *marks;
    size_t count, capacity;
    enum role role;      /* of marks to come */
    struct span key;     /* of marks to come */
    struct span missing; /* the first page run whose destination `pages` lacks */
    enum tag stack[16];
    size_t depth;
};

#define SCENE_OF(fonts, w, h)                                                                      \
    ((struct scene){.typeset = (fonts),                                                            \
                    .width = (w),                                                                  \
                    .height = (h),                                                                 \
                    .role = ROLE_TEXT,                                                             \
                    .tongue = &tongues[TONGUE_ENGLISH]})

void scene_release(struct scene *scene);

/* What the marks to come are for, and which datum they show. */
void scene_role(struct scene *scene, enum role role);
void scene_key(struct scene *scene, struct span key);

void scene_rect(struct scene *scene, struct box box, uint32_t colour);
void scene_frame(struct scene *scene, struct box box, double line, uint32_t colour);
void scene_line(struct scene *scene, struct point from, struct point to, double line,
                uint32_t colour);
void scene_dot(struct scene *scene, struct point centre, double radius, uint32_t colour);
void scene_ring(struct scene *scene, struct point centre, double radius, uint32_t colour);

/* `kind` is MARK_LINE, MARK_CURVE or MARK_AREA; the mark may be changed at once (opacity). */
struct mark *scene_path(struct scene *scene, enum mark_kind kind, const struct point *points,
                        size_t count, double line, uint32_t colour);

struct label {
    struct span text;
    double x, y; /* y is the baseline */
    enum style style;
    enum align align; /* of `x` */
    uint32_t colour;  /* 0 for the style's own */
    double width;     /* the most it may take, then an ellipsis; 0 for any */
    bool halo;
    struct span target; /* a link; empty for none */
};

/* Places one line of text; returns its width. */
double scene_text(struct scene *scene, struct label label);

/*
 * Places a paragraph with its top left at `at`; returns its height. `limit`
 * lines at most, 0 for any number.
 */
double scene_prose(struct scene *scene, const struct prose *prose, enum style style,
                   struct point at, double width, size_t limit);

/* The same of a plain text. */
double scene_paragraph(struct scene *scene, struct span text, enum style style, struct point at,
                       double width, size_t limit);

/* The heights that these take, without placing anything. */
double scene_prose_height(struct scene *scene, const struct prose *prose, enum style style,
                          double width, size_t limit);
double scene_height(struct scene *scene, struct span text, enum style style, double width,
                    size_t limit);

/* `prose` with its page runs turned into numbers, in the scene's arena. */
struct prose scene_resolve(struct scene *scene, const struct prose *prose);

/* An area that leads to `target`: "#name" or a URI; an empty target is no link. */
void scene_link(struct scene *scene, struct box box, struct span target);

/* A destination: a to z, 0 to 9 and hyphens. */
void scene_dest(struct scene *scene, struct point at, struct span name);

/* Structure: what is added until scene_close() belongs to the tag. */
void scene_open(struct scene *scene, enum tag tag, struct span alternative);
void scene_close(struct scene *scene);

const char *scene_tag_name(enum tag tag);

/* Appends the scene as text, a mark a line, lengths to 0.01 pt. */
void scene_dump(struct bytes *out, const struct scene *scene);

#endif
