#include "corpus/read/tidy.h"

#include "corpus/read/fragment.h"
#include "corpus/text/unicode.h"
#include "corpus/text/utf8.h"

/* --- titles ------------------------------------------------------------------------ */

void tidy_title(struct bytes *out, struct span title)
{
    struct bytes text = BYTES_EMPTY;
    bool markup = title.length && (memchr(title.bytes, '<', title.length) ||
                                   memchr(title.bytes, '&', title.length));

    if (markup)
        fragment_html(&text, title);
    else
        fragment_plain(&text, title);
    for (size_t i = 0; i < text.count; i++) {
        if (text.items[i] != '\n')
            bytes_add_byte(out, text.items[i]);
        else if (text.items[i + 1] != '\n')
            bytes_add_byte(out, ' ');
    }
    bytes_release(&text);
}

/* --- authors ------------------------------------------------------------------------ */

/* The word before a name; `names`: how many words must follow, for some are names' parts too. */
static const struct by {
    const char *language;
    const char *word; /* with what follows it */
    size_t names;
} bys[] = {
    {"en", "by ", 1},        {"en", "by: ", 1},       {"en", "written by ", 1},
    {"en", "story by ", 1},  {"en", "posted by ", 1}, {"en", "reported by ", 1},
    {"de", "von ", 2},       {"de", "von: ", 1},      {"fr", "par ", 2},
    {"fr", "par : ", 1},     {"es", "por ", 2},       {"es", "por: ", 1},
    {"pt", "por ", 2},       {"pt", "por: ", 1},      {"it", "di ", 2},
    {"it", "a cura di ", 1}, {"nl", "door ", 2},      {"nl", "door: ", 1},
    {"pl", "autor: ", 1},    {"cs", "autor: ", 1},    {"es", "autor: ", 1},
    {"de", "autor: ", 1},    {"fr", "auteur : ", 1},  {"it", "autore: ", 1},
    {"en", "author: ", 1},   {"ru", "автор: ", 1},    {"uk", "автор: ", 1},
    {"bg", "автор: ", 1},    {"ru", "текст: ", 1},
};

/* The bytes at the front of `text` that are `word`, which is lower case; 0 for none. */
static size_t width_of(struct span text, const char *word)
{
    struct span wanted = span_of(word);
    size_t at = 0;
    size_t to = 0;

    while (to < wanted.length) {
        struct utf8_point is = utf8_at(text, at);
        struct utf8_point should = utf8_at(wanted, to);

        if (!is.width || unicode_fold(is.code) != should.code)
            return 0;
        at += is.width;
        to += should.width;
    }
    return at;
}

static size_t word_count(struct span text)
{
    size_t count = text.length > 0;

    for (size_t i = 0; i < text.length; i++)
        count += text.bytes[i] == ' ';
    return count;
}

static struct span without_by(struct span author, struct span language)
{
    for (size_t i = 0; i < sizeof bys / sizeof *bys; i++) {
        size_t width = width_of(author, bys[i].word);
        struct span name = span_trim(span_cut(author, width, author.length));

        /* "di" parts names more often than it begins a byline. */
        if (!width || (language.length ? !span_is(language, bys[i].language)
                                       : span_is(span_of(bys[i].word), "di ")))
            continue;
        if (word_count(name) >= bys[i].names && unicode_is_upper(utf8_at(name, 0).code))
            return name;
    }
    return author;
}

/* "jane@x.org (Jane Doe)", as RSS has it: what stands in brackets. */
static struct span without_address(struct span author)
{
    const char *bracket = author.length ? memchr(author.bytes, '(', author.length) : NULL;
    size_t start = bracket ? (size_t)(bracket - author.bytes) : 0;

    if (!bracket || !span_ends(author, ")") || !memchr(author.bytes, '@', start))
        return author;
    return span_trim(span_cut(author, start + 1, author.length - 1));
}

void tidy_author(struct bytes *out, struct span author, struct span language)
{
    struct bytes line = BYTES_EMPTY;

    tidy_title(&line, author);
    bytes_add(out, without_by(without_address(bytes_span(&line)), language));
    bytes_release(&line);
}
