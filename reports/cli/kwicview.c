#include "reports/cli/kwicview.h"

#include "corpus/base/day.h"
#include "corpus/text/utf8.h"
#include "reports/cli/console.h"

static void pad(struct bytes *out, size_t letters)
{
    for (size_t i = letters; i < KWICVIEW_LETTERS; i++)
        bytes_add_byte(out, ' ');
}

/* The byte at which the letter behind the first `letters` begins. */
static size_t skip(struct span text, size_t letters)
{
    size_t at = 0;

    while (letters-- && at < text.length) {
        struct utf8_point point = utf8_at(text, at);

        at += point.width ? point.width : 1;
    }
    return at;
}

static void add_left(struct bytes *out, struct span shown)
{
    size_t letters = utf8_count(shown);

    pad(out, letters);
    if (letters > KWICVIEW_LETTERS)
        shown = span_cut(shown, skip(shown, letters - KWICVIEW_LETTERS), shown.length);
    bytes_add(out, shown);
}

static void add_right(struct bytes *out, struct span shown)
{
    size_t letters = utf8_count(shown);

    if (letters > KWICVIEW_LETTERS)
        shown = span_cut(shown, 0, skip(shown, KWICVIEW_LETTERS));
    bytes_add(out, shown);
    pad(out, letters);
}

void kwicview_line(struct bytes *out, const struct concordance_line *line, bool terminal)
{
    struct bytes shown = BYTES_EMPTY;
    char day[DAY_TEXT_SIZE];

    console_whole(&shown, line->left);
    add_left(out, bytes_span(&shown));
    bytes_add_text(out, terminal ? "  \x1b[1m" : "  ");
    console_whole(out, line->node);
    bytes_add_text(out, terminal ? "\x1b[0m  " : "  ");
    bytes_clear(&shown);
    console_whole(&shown, line->right);
    add_right(out, bytes_span(&shown));
    bytes_add_text(out, "  ");
    console_text(out, line->article_id);
    day_text(day, line->day);
    bytes_print(out, "%s%s\n", *day ? " " : "", day);
    bytes_release(&shown);
}
