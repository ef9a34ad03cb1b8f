#include "reports/export/webpage.h"

#include "reports/draw/xmltext.h"
#include "reports/export/webfigure.h"
#include "reports/export/webpicture.h"
#include "reports/export/webtable.h"

#include <stdio.h>

/* --- destinations ------------------------------------------------------------------------ */

static bool set_dest(struct web *web, struct span dest, size_t section, struct fault *fault)
{
    return !dest.length || page_index_set(&web->sections, dest, section) ||
           fault_set(fault, FAULT_INPUT, "two places are called '%.*s'", SPAN_PRINT(dest));
}

static bool set_block(struct web *web, const struct block *block, size_t section,
                      struct fault *fault)
{
    bool done = set_dest(web, block->kind == BLOCK_SECTION ? block->section.dest : block->dest,
                         section, fault);

    for (size_t i = 0; done && block->kind == BLOCK_FIGURES && i < block->count; i++)
        done = set_dest(web, block->figures[i].dest, section, fault);
    for (size_t row = 0;
         done && block->kind == BLOCK_TABLE && block->grid->dests && row < block->grid->rows; row++)
        done = set_dest(web, block->grid->dests[row], section, fault);
    return done;
}

/* Which section each destination lies in. */
static bool set_dests(struct web *web, struct fault *fault)
{
    const struct document *document = web->document;
    size_t section = 1;

    for (size_t i = 0; i < document->count; i++) {
        if (document->blocks[i].kind == BLOCK_SECTION)
            section = i + 1;
        if (!set_block(web, &document->blocks[i], section, fault))
            return false;
    }
    return true;
}

/* --- what stands around the blocks ------------------------------------------------------- */

static void add_outline(struct web *web)
{
    const struct document *document = web->document;

    bytes_add_text(web->out, "<nav");
    xmltext_attribute(web->out, "aria-label", span_of(web->words->contents));
    bytes_add_text(web->out, "><ul>\n");
    for (size_t i = 0; i < document->count; i++) {
        const struct section *section = &document->blocks[i].section;
        struct prose target = PROSE_IN(&web->arena);
        bool linked;

        if (document->blocks[i].kind != BLOCK_SECTION)
            continue;
        prose_print(&target, "#%.*s", SPAN_PRINT(section->dest));
        bytes_add_text(web->out, section->level == 2 ? "<li class=\"sub\">" : "<li>");
        linked = webtext_link(web, prose_plain(&target), "");
        webtext_add(web, FACE_TEXT, webtext_section(web, i));
        bytes_add_text(web->out, linked ? "</a></li>\n" : "</li>\n");
    }
    bytes_add_text(web->out, "</ul></nav>\n");
}

static void add_header(struct web *web)
{
    const struct about *about = &web->document->about;

    bytes_add_text(web->out, "<a class=\"skip\" href=\"#report\">");
    webtext_add(web, FACE_TEXT, span_of(web->words->skip));
    bytes_add_text(web->out, "</a>\n<header><strong>");
    webtext_add(web, FACE_TEXT_BOLD, span_of("BROADSHEET"));
    bytes_add_text(web->out, "</strong>");
    if (about->mark.length) {
        bytes_add_text(web->out, "<span class=\"mark\">");
        webtext_add(web, FACE_TEXT_BOLD, about->mark);
        bytes_add_text(web->out, "</span>");
    }
    bytes_add_text(web->out, "<span class=\"week\">");
    webtext_add(web, FACE_TEXT, about->week);
    bytes_add_text(web->out, "</span></header>\n");
}

static void add_footer(struct web *web)
{
    const struct about *about = &web->document->about;
    struct prose line = PROSE_IN(&web->arena);

    prose_text(&line, about->source);
    if (about->method.length) {
        prose_print(&line, " ");
        prose_add(&line, (struct run){.text = about->method,
                                      .page = true,
                                      .screen = span_of(web->words->method)});
        prose_print(&line, ".");
    }
    bytes_add_text(web->out, "<footer><p>");
    webtext_prose(web, FACE_TEXT, &line);
    bytes_add_text(web->out, "</p></footer>\n");
}

/* --- blocks ------------------------------------------------------------------------------ */

static void add_section(struct web *web, const struct block *block)
{
    int level = block->section.front ? 1 : 2;

    bytes_print(web->out, "<h%d class=\"title\"", level);
    webtext_id(web, block->section.dest);
    bytes_add_byte(web->out, '>');
    webtext_add(web, FACE_SERIF, block->section.title);
    bytes_print(web->out, "</h%d>\n", level);
    web->level = level + 1;
}

static void add_paragraph(struct web *web, const struct block *block)
{
    static const struct {
        enum face face;
        const char *classes;
    } looks[BLOCK_KINDS] = {[BLOCK_STANDFIRST] = {FACE_TEXT, "standfirst"},
                            [BLOCK_HEADING] = {FACE_DISPLAY, NULL},
                            [BLOCK_PARAGRAPH] = {FACE_TEXT, NULL},
                            [BLOCK_NOTICE] = {FACE_TEXT, "warning"}};
    char tag[16] = "p";

    if (block->kind == BLOCK_HEADING)
        (void)snprintf(tag, sizeof tag, "h%d", web->level);
    bytes_print(web->out, "<%s", tag);
    webtext_id(web, block->dest);
    if (looks[block->kind].classes)
        xmltext_attribute(web->out, "class", span_of(looks[block->kind].classes));
    bytes_add_byte(web->out, '>');
    webtext_prose(web, looks[block->kind].face, block->prose);
    bytes_print(web->out, "</%s>\n", tag);
}

static void add_figures(struct web *web, const struct block *block)
{
    bytes_add_text(web->out, block->count > 1 ? "<div class=\"row\">\n" : "<div>\n");
    for (size_t i = 0; i < block->count; i++)
        webfigure_add(web, &block->figures[i]);
    bytes_add_text(web->out, "</div>\n");
}

static void add_table(struct web *web, const struct block *block)
{
    webtable_grid(web, block->grid, block->dest);
}

static void add_finding(struct web *web, const struct finding *finding)
{
    struct prose target = PROSE_IN(&web->arena);

    bytes_add_text(web->out, "<li><strong");
    xmltext_attribute(web->out, "class", span_of(webtext_tone(finding->tone)));
    bytes_add_byte(web->out, '>');
    webtext_add(web, FACE_SERIF, finding->number);
    bytes_add_text(web->out, "</strong><p>");
    webtext_prose(web, FACE_TEXT, finding->sentence);
    bytes_add_text(web->out, "</p>");
    prose_print(&target, "#%.*s", SPAN_PRINT(finding->dest));
    if (webtext_link(web, prose_plain(&target), "evidence")) {
        webtext_add(web, FACE_TEXT, finding->evidence);
        webtext_add(web, FACE_TEXT, span_of("\u00A0\u2192"));
        bytes_add_text(web->out, "</a>");
    }
    bytes_add_text(web->out, "</li>\n");
}

static void add_findings(struct web *web, const struct block *block)
{
    bytes_add_text(web->out, "<ul class=\"findings\">\n");
    for (size_t i = 0; i < block->count; i++)
        add_finding(web, &block->findings[i]);
    bytes_add_text(web->out, "</ul>\n");
}

static void add_kpis(struct web *web, const struct block *block)
{
    bytes_add_text(web->out, "<dl class=\"kpis\">\n");
    for (size_t i = 0; i < block->count; i++) {
        const struct kpi *kpi = &block->kpis[i];

        bytes_add_text(web->out, "<div><dt>");
        webtext_add(web, FACE_TEXT, kpi->label);
        bytes_add_text(web->out, "</dt><dd><span class=\"value\">");
        webtext_add(web, FACE_DISPLAY, kpi->value);
        bytes_add_text(web->out, "</span>");
        webpicture_spark(web, kpi->spark, kpi->spark_count, TONE_PLAIN);
        bytes_add_text(web->out, "</dd><dd class=\"note\">");
        webtext_sentence(web, FACE_TEXT, kpi->note);
        bytes_add_text(web->out, "</dd></div>\n");
    }
    bytes_add_text(web->out, "</dl>\n");
}

/* The outline beside the report is its contents. */
static void add_nothing(struct web *web, const struct block *block)
{
    (void)web;
    (void)block;
}

static void (*const adds[BLOCK_KINDS])(struct web *web, const struct block *block) = {
    [BLOCK_SECTION] = add_section,   [BLOCK_STANDFIRST] = add_paragraph,
    [BLOCK_HEADING] = add_paragraph, [BLOCK_PARAGRAPH] = add_paragraph,
    [BLOCK_FIGURES] = add_figures,   [BLOCK_TABLE] = add_table,
    [BLOCK_FINDINGS] = add_findings, [BLOCK_KPIS] = add_kpis,
    [BLOCK_NOTICE] = add_paragraph,  [BLOCK_CONTENTS] = add_nothing,
};

bool webpage_body(struct web *web, struct fault *fault)
{
    const struct document *document = web->document;

    if (!set_dests(web, fault))
        return false;
    bytes_add_text(web->out, "<body>\n");
    add_header(web);
    bytes_add_text(web->out, "<div class=\"page\">\n");
    add_outline(web);
    bytes_add_text(web->out, "<main id=\"report\">\n");
    for (size_t i = 0; i < document->count; i++) {
        adds[document->blocks[i].kind](web, &document->blocks[i]);
        arena_clear(&web->arena);
    }
    bytes_add_text(web->out, "</main>\n</div>\n");
    add_footer(web);
    bytes_add_text(web->out, "</body>\n</html>\n");
    if (web->nowhere.length)
        return fault_set(fault, FAULT_INPUT, "a link leads to '%.*s', which is nowhere",
                         SPAN_PRINT(web->nowhere));
    return true;
}
