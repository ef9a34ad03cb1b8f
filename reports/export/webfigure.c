#include "reports/export/webfigure.h"

#include "reports/export/webpicture.h"
#include "reports/export/webtable.h"

#include <stdio.h>

/*
 * Widths of the two layouts in points. The style sheet shows the narrow one up
 * to 600 px, the wide one from there, both at 1.3 to 1.8 px a point, so that
 * labels come to 10 to 13 px on any screen.
 */
static const double wide = 460, narrow = 232;

static void add_plot(struct web *web, const struct figure *figure, double width,
                     const char *classes)
{
    struct scene scene = SCENE_OF(web->typeset, width, 0);
    char id[32];

    scene.tongue = web->document->about.tongue;

    (void)snprintf(id, sizeof id, "picture-%zu", ++web->pictures);
    scene.height = figure_plot_extent(figure, width).natural;
    figure_plot(&scene, figure, (struct box){0, 0, width, scene.height});
    webpicture_add(
        web, &scene,
        &(struct paint_svg){.id = id,
                            .classes = classes,
                            .name = typeset_clean(&web->arena, figure->title),
                            .description = typeset_clean(&web->arena, figure->alternative),
                            .inside = true});
    scene_release(&scene);
}

static void add_numbers(struct web *web, const struct figure *figure)
{
    struct sheet sheet = SHEET_IN(&web->arena, web->document->about.tongue);

    if (figure->empty_title.length || !figure->recipe->table)
        return;
    figure->recipe->table(&sheet, figure->data);
    if (!sheet_rows(&sheet))
        return;
    bytes_add_text(web->out, "<details><summary>");
    webtext_add(web, FACE_TEXT, span_of(web->words->numbers));
    bytes_add_text(web->out, "</summary>\n");
    webtable_sheet(web, &sheet, figure->title, figure->csv);
    bytes_add_text(web->out, "</details>\n");
}

void webfigure_add(struct web *web, const struct figure *figure)
{
    struct prose note = figure_note(&web->arena, web->document->about.tongue, figure);

    bytes_add_text(web->out, "<figure");
    webtext_id(web, figure->dest);
    bytes_add_text(web->out, ">\n<figcaption>");
    webtext_heading(web, figure->title);
    if (figure->subtitle.length) {
        bytes_add_text(web->out, "<p class=\"subtitle\">");
        webtext_add(web, FACE_TEXT, figure->subtitle);
        bytes_add_text(web->out, "</p>");
    }
    bytes_add_text(web->out, "</figcaption>\n");
    add_plot(web, figure, wide, "plot wide");
    add_plot(web, figure, narrow, "plot narrow");
    if (note.count) {
        bytes_add_text(web->out, "<p class=\"note\">");
        webtext_prose(web, FACE_TEXT, &note);
        bytes_add_text(web->out, "</p>\n");
    }
    add_numbers(web, figure);
    bytes_add_text(web->out, "</figure>\n");
}
