#include "reports/export/webtext.h"

#include "corpus/base/memory.h"
#include "corpus/text/utf8.h"
#include "reports/draw/xmltext.h"

#include <stdlib.h>

#define EN_DASH "\u2013"

enum { POINTS = 0x110000 };

static const struct web_words all_words[TONGUES] = {
    [TONGUE_ENGLISH] = {"Contents", "Skip to the report", "The numbers as a table",
                        "more rows are in", "Method"},
    [TONGUE_GERMAN] = {"Inhalt", "Zum Bericht springen", "Die Zahlen als Tabelle",
                       "weitere Zeilen stehen in", "Methode"},
    [TONGUE_RUSSIAN] = {"Содержание", "К отчёту", "Числа таблицей", "строк ещё — в файле",
                        "Методика"},
};

void webtext_open(struct web *web, struct bytes *out, const struct document *document,
                  struct typeset *typeset)
{
    *web = (struct web){.out = out,
                        .document = document,
                        .typeset = typeset,
                        .level = 2,
                        .words = &all_words[document->about.tongue->name]};
    for (int face = 0; face < FACES; face++)
        web->letters[face] = memory_new(POINTS / 8, 1);
}

void webtext_release(struct web *web)
{
    for (int face = 0; face < FACES; face++)
        free(web->letters[face]);
    free(web->marks.colours);
    free(web->texts.colours);
    page_index_release(&web->sections);
    arena_release(&web->arena);
    *web = (struct web){.out = NULL};
}

void webtext_letters(struct web *web, enum face face, struct span text)
{
    size_t at = 0;

    while (at < text.length) {
        struct utf8_point point = utf8_at(text, at);
        uint32_t code = point.width ? point.code : 0xFFFD;

        web->letters[face][code / 8] |= (uint8_t)(1U << code % 8);
        at += point.width ? point.width : 1;
    }
}

bool webtext_has(const struct web *web, enum face face, uint32_t code)
{
    return code < POINTS && (web->letters[face][code / 8] & 1U << code % 8);
}

void webtext_add(struct web *web, enum face face, struct span text)
{
    struct span clean = typeset_clean(&web->arena, text);

    webtext_letters(web, face, clean);
    xmltext_add(web->out, clean);
}

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static bool has_range(struct span word)
{
    const size_t dash = sizeof EN_DASH - 1;

    for (size_t at = 1; at + dash < word.length; at++)
        if (is_digit(word.bytes[at - 1]) && is_digit(word.bytes[at + dash]) &&
            memcmp(word.bytes + at, EN_DASH, dash) == 0)
            return true;
    return false;
}

void webtext_sentence(struct web *web, enum face face, struct span text)
{
    size_t start = 0;

    for (size_t at = 0; at <= text.length; at++) {
        struct span word;

        if (at < text.length && text.bytes[at] != ' ')
            continue;
        word = span_cut(text, start, at);
        if (has_range(word)) {
            bytes_add_text(web->out, "<span class=\"range\">");
            webtext_add(web, face, word);
            bytes_add_text(web->out, "</span>");
        } else {
            webtext_add(web, face, word);
        }
        if (at < text.length)
            webtext_add(web, face, span_of(" "));
        start = at + 1;
    }
}

bool webtext_link(struct web *web, struct span target, const char *classes)
{
    struct span name;

    if (!xmltext_leads(target))
        return false;
    bytes_add_text(web->out, "<a");
    xmltext_attribute(web->out, "class", span_of(classes));
    xmltext_attribute(web->out, "href", target);
    if (target.bytes[0] == '#') {
        name = span_cut(target, 1, target.length);
        if (!page_index_find(&web->sections, name) && !web->nowhere.length)
            web->nowhere = arena_copy(&web->sections.names.arena, name);
    } else {
        bytes_add_text(web->out, " rel=\"external noreferrer\"");
    }
    bytes_add_byte(web->out, '>');
    return true;
}

struct span webtext_section(const struct web *web, size_t block)
{
    const struct document *document = web->document;
    const struct section *section = &document->blocks[block].section;
    bool holds_contents =
        block + 1 < document->count && document->blocks[block + 1].kind == BLOCK_CONTENTS;

    return section->running.length && !holds_contents ? section->running : section->title;
}

/* What a run reads where nothing has pages. */
static struct span screen_text(const struct web *web, const struct run *run)
{
    size_t block = page_index_find(&web->sections, run->text);

    if (run->screen.length || !block)
        return run->screen;
    return webtext_section(web, block - 1);
}

static void add_page_run(struct web *web, enum face face, const struct run *run)
{
    struct prose target = PROSE_IN(&web->arena);
    bool linked;

    prose_print(&target, "#%.*s", SPAN_PRINT(run->text));
    linked = webtext_link(web, prose_plain(&target), "");
    webtext_add(web, face, screen_text(web, run));
    bytes_add_text(web->out, linked ? "</a>" : "");
}

void webtext_prose(struct web *web, enum face face, const struct prose *prose)
{
    for (size_t r = 0; r < prose->count; r++) {
        const struct run *run = &prose->runs[r];
        enum face own = run->bold ? FACE_TEXT_BOLD : face;
        bool linked;

        if (run->page) {
            add_page_run(web, face, run);
            continue;
        }
        if (run->bold)
            bytes_add_text(web->out, "<strong>");
        linked = webtext_link(web, run->target, "");
        webtext_sentence(web, own, run->text);
        bytes_add_text(web->out, linked ? "</a>" : "");
        bytes_add_text(web->out, run->bold ? "</strong>" : "");
    }
}

void webtext_heading(struct web *web, struct span text)
{
    if (!text.length)
        return;
    bytes_print(web->out, "<h%d>", web->level);
    webtext_add(web, FACE_DISPLAY, text);
    bytes_print(web->out, "</h%d>", web->level);
}

void webtext_id(struct web *web, struct span name)
{
    xmltext_attribute(web->out, "id", name);
}

const char *webtext_tone(enum tone tone)
{
    static const char *const names[TONES] = {[TONE_PLAIN] = "",
                                             [TONE_MORE] = "more",
                                             [TONE_LESS] = "less",
                                             [TONE_NOTICE] = "notice",
                                             [TONE_THIRD] = "third"};

    return names[tone];
}

void webtext_colour(struct palette *palette, uint32_t colour)
{
    for (size_t i = 0; i < palette->count; i++)
        if (palette->colours[i] == colour)
            return;
    palette->colours = memory_grow(palette->colours, &palette->capacity, palette->count + 1,
                                   sizeof *palette->colours);
    palette->colours[palette->count++] = colour;
}
