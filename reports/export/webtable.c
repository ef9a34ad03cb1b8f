#include "reports/export/webtable.h"

#include "reports/draw/xmltext.h"
#include "reports/export/webpicture.h"

static const double pixels_a_point = 1.75;

enum {
    ROWS_MOST = 400,    /* of a figure's numbers */
    COLUMNS_BESIDE = 3, /* of the report's tables so many fit a narrow screen as they are */
    NUMBERS_BESIDE = 4 /* and so many of a figure's numbers, which else scroll within their frame */
};

/* How one column looks. */
struct look {
    struct span title;
    bool number, bold, muted;
    double points; /* its width on paper; 0 where it shares */
    bool wide;     /* a text of some length: as a list it has a line of its own */
};

/* A table being written. */
struct writing {
    struct web *web;
    const struct look *looks;
    size_t columns;
    size_t head;  /* the column that names the row */
    bool stacks;  /* as a list on a narrow screen */
    bool scrolls; /* within its frame */
};

static void add_role(const struct writing *table, const char *role)
{
    /* A table that the style sheet takes apart must say that it is one. */
    if (table->stacks)
        bytes_print(table->web->out, " role=\"%s\"", role);
}

static void add_class(struct bytes *out, const struct look *look, const char *more)
{
    struct bytes names = BYTES_EMPTY;
    const struct {
        bool on;
        const char *name;
    } all[] = {{look->number, "n"}, {look->muted, "m"}, {look->wide, "w"}, {*more, more}};

    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (all[i].on)
            bytes_print(&names, "%s%s", names.count ? " " : "", all[i].name);
    xmltext_attribute(out, "class", bytes_span(&names));
    bytes_release(&names);
}

/* What has a width of its own on paper keeps it on the screen. */
static void add_widths(const struct writing *table)
{
    bool any = false;

    for (size_t c = 0; c < table->columns; c++)
        any |= table->looks[c].points > 0;
    if (!any)
        return;
    bytes_add_text(table->web->out, "<colgroup>");
    for (size_t c = 0; c < table->columns; c++) {
        bytes_add_text(table->web->out, "<col");
        if (table->looks[c].points > 0)
            bytes_print(table->web->out, " style=\"width:%.0fpx\"",
                        table->looks[c].points * pixels_a_point);
        bytes_add_text(table->web->out, "/>");
    }
    bytes_add_text(table->web->out, "</colgroup>\n");
}

static void begin_table(const struct writing *table, struct span name)
{
    struct bytes *out = table->web->out;

    if (table->scrolls) {
        bytes_add_text(out, "<div class=\"scroll\" role=\"region\" tabindex=\"0\"");
        xmltext_attribute(out, "aria-label", typeset_clean(&table->web->arena, name));
        bytes_add_text(out, ">\n");
    }
    bytes_add_text(out, table->stacks ? "<table class=\"stacks\"" : "<table");
    add_role(table, "table");
    xmltext_attribute(out, "aria-label", typeset_clean(&table->web->arena, name));
    bytes_add_byte(out, '>');
    add_widths(table);
    bytes_add_text(out, "<thead");
    add_role(table, "rowgroup");
    bytes_add_text(out, "><tr");
    add_role(table, "row");
    bytes_add_byte(out, '>');
    for (size_t c = 0; c < table->columns; c++) {
        bytes_add_text(out, "<th scope=\"col\"");
        add_role(table, "columnheader");
        add_class(out, &table->looks[c], "");
        bytes_add_byte(out, '>');
        webtext_add(table->web, FACE_TEXT, table->looks[c].title);
        bytes_add_text(out, "</th>");
    }
    bytes_add_text(out, "</tr></thead>\n<tbody");
    add_role(table, "rowgroup");
    bytes_add_text(out, ">\n");
}

static void end_table(const struct writing *table)
{
    bytes_add_text(table->web->out, "</tbody></table>\n");
    if (table->scrolls)
        bytes_add_text(table->web->out, "</div>\n");
}

static void begin_row(const struct writing *table, struct span dest, bool ruled)
{
    bytes_add_text(table->web->out, "<tr");
    webtext_id(table->web, dest);
    if (ruled)
        bytes_add_text(table->web->out, " class=\"rule\"");
    add_role(table, "row");
    bytes_add_byte(table->web->out, '>');
}

static void add_cell(const struct writing *table, size_t c, const struct cell *cell)
{
    struct web *web = table->web;
    const struct look *look = &table->looks[c];
    bool head = c == table->head;
    enum face face = look->bold || cell->tone != TONE_PLAIN ? FACE_TEXT_BOLD : FACE_TEXT;
    bool linked;

    bytes_add_text(web->out, head ? "<th scope=\"row\"" : "<td");
    add_role(table, head ? "rowheader" : "cell");
    add_class(web->out, look, webtext_tone(cell->tone));
    if (table->stacks && !head && !look->wide) {
        struct span title = typeset_clean(&web->arena, look->title);

        webtext_letters(web, FACE_TEXT, title);
        xmltext_attribute(web->out, "data-l", title);
    }
    bytes_add_byte(web->out, '>');
    linked = webtext_link(web, cell->target, "");
    webtext_add(web, face, cell->text);
    bytes_add_text(web->out, linked ? "</a>" : "");
    webpicture_spark(web, cell->spark, cell->spark_count, cell->tone);
    bytes_add_text(web->out, head ? "</th>" : "</td>");
}

/* The column that names a row: the first bold one, else the first of long texts, else the first. */
static size_t head_of(const struct look *looks, size_t columns)
{
    for (size_t c = 0; c < columns; c++)
        if (looks[c].bold)
            return c;
    for (size_t c = 0; c < columns; c++)
        if (looks[c].wide)
            return c;
    return 0;
}

static void add_foot(struct web *web, const struct grid *grid)
{
    struct prose foot = grid_note(&web->arena, web->document->about.tongue, grid);

    if (!foot.count)
        return;
    bytes_add_text(web->out, "<p class=\"note\">");
    webtext_prose(web, FACE_TEXT, &foot);
    bytes_add_text(web->out, "</p>\n");
}

void webtable_grid(struct web *web, const struct grid *grid, struct span dest)
{
    struct look *looks = arena_new(&web->arena, grid->column_count, sizeof *looks);
    struct writing table = {.web = web,
                            .looks = looks,
                            .columns = grid->column_count,
                            .stacks = grid->column_count > COLUMNS_BESIDE};

    for (size_t c = 0; c < grid->column_count; c++) {
        const struct column *column = &grid->columns[c];

        looks[c] = (struct look){.title = span_of(column->title),
                                 .number = column->align == ALIGN_RIGHT,
                                 .bold = column->bold,
                                 .muted = column->muted,
                                 .points = column->points,
                                 .wide = column->lines > 1};
    }
    table.head = head_of(looks, grid->column_count);
    bytes_add_text(web->out, "<section class=\"table\"");
    webtext_id(web, dest);
    bytes_add_text(web->out, ">\n");
    webtext_heading(web, grid->title);
    if (grid->subtitle.length) {
        bytes_add_text(web->out, "<p class=\"subtitle\">");
        webtext_add(web, FACE_TEXT, grid->subtitle);
        bytes_add_text(web->out, "</p>");
    }
    bytes_add_byte(web->out, '\n');
    begin_table(&table, grid->title);
    for (size_t row = 0; row < grid->rows; row++) {
        begin_row(&table, grid->dests ? grid->dests[row] : SPAN_EMPTY,
                  grid->rule_above && grid->rule_above[row]);
        for (size_t c = 0; c < grid->column_count; c++)
            add_cell(&table, c, &grid->cells[row * grid->column_count + c]);
        bytes_add_text(web->out, "</tr>\n");
    }
    end_table(&table);
    add_foot(web, grid);
    bytes_add_text(web->out, "</section>\n");
}

void webtable_sheet(struct web *web, const struct sheet *sheet, struct span name, struct span csv)
{
    struct look *looks = arena_new(&web->arena, sheet->column_count, sizeof *looks);
    struct writing table = {.web = web,
                            .looks = looks,
                            .columns = sheet->column_count,
                            .scrolls = sheet->column_count > NUMBERS_BESIDE};
    size_t rows = sheet_rows(sheet);
    size_t shown = rows < ROWS_MOST ? rows : ROWS_MOST;

    for (size_t c = 0; c < sheet->column_count; c++)
        looks[c] = (struct look){
            .title = sheet->columns[c].title, .number = sheet->columns[c].number, .bold = c == 0};
    begin_table(&table, name);
    for (size_t row = 0; row < shown; row++) {
        begin_row(&table, SPAN_EMPTY, false);
        for (size_t c = 0; c < sheet->column_count; c++) {
            const struct sheet_cell *cell = &sheet->cells[row * sheet->column_count + c];

            add_cell(&table, c, &(struct cell){.text = cell->text, .target = cell->target});
        }
        bytes_add_text(web->out, "</tr>\n");
    }
    end_table(&table);
    if (shown < rows) {
        struct prose more = PROSE_IN(&web->arena);

        prose_print(&more, "%s %s %.*s.",
                    format_count(web->document->about.tongue, (double)(rows - shown)).text,
                    web->words->rows_more, SPAN_PRINT(csv));
        bytes_add_text(web->out, "<p class=\"note\">");
        webtext_prose(web, FACE_TEXT, &more);
        bytes_add_text(web->out, "</p>\n");
    }
}
