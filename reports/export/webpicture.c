#include "reports/export/webpicture.h"

#include "reports/draw/spark.h"

static const double spark_width = 60, spark_height = 13;

void webpicture_add(struct web *web, const struct scene *scene, const struct paint_svg *how)
{
    for (size_t i = 0; i < scene->count; i++) {
        const struct mark *mark = &scene->marks[i];

        if (mark->kind == MARK_TEXT) {
            webtext_letters(web, theme.styles[mark->style].face, mark->text);
            webtext_colour(&web->texts, mark->colour);
        } else {
            webtext_colour(&web->marks, mark->colour);
        }
        if (mark->kind == MARK_RING || mark->halo)
            webtext_colour(&web->marks, COLOUR_PAPER);
    }
    paint_svg(web->out, scene, how);
}

void webpicture_spark(struct web *web, const double *values, size_t count, enum tone tone)
{
    struct scene scene = SCENE_OF(web->typeset, spark_width, spark_height);

    if (values && count) {
        spark_draw(&scene, (struct box){1, 2, spark_width - 2, spark_height - 4}, values, count,
                   tone == TONE_PLAIN ? COLOUR_MORE : theme_tone(tone));
        webpicture_add(web, &scene, &(struct paint_svg){.classes = "spark", .inside = true});
    }
    scene_release(&scene);
}
