#include "analysis/people/bare.h"

#include "corpus/text/tokens.h"
#include "corpus/text/unicode.h"
#include "corpus/text/utf8.h"

/* Letters that no accent makes, and those that are written out. */
static const struct letter {
    uint32_t code;
    const char *plain, *out;
} letters[] = {
    {0xE4, "a", "ae"},   {0xE5, "a", "aa"},  {0xE6, "ae", NULL}, {0xF0, "d", NULL},
    {0xF6, "o", "oe"},   {0xF8, "o", "oe"},  {0xFC, "u", "ue"},  {0xFE, "th", NULL},
    {0xDF, "ss", NULL},  {0x111, "d", NULL}, {0x131, "i", NULL}, {0x142, "l", NULL},
    {0x153, "oe", NULL},
};

static const struct letter *find_letter(uint32_t code)
{
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++) {
        if (letters[i].code == code)
            return &letters[i];
    }
    return NULL;
}

/* Accents are typing in these scripts; elsewhere such marks are vowels. */
static bool has_accents(enum script script)
{
    return script == SCRIPT_LATIN || script == SCRIPT_CYRILLIC || script == SCRIPT_GREEK;
}

static void add_letter(struct bytes *bare, uint32_t code)
{
    enum script script = code < 0x80 ? SCRIPT_COMMON : unicode_script(code);
    uint32_t base = has_accents(script) ? unicode_base(code) : code;

    if (script != SCRIPT_COMMON && !has_accents(script))
        bytes_add_point(bare, code);
    else if (unicode_is_letter(base) || unicode_is_digit(base))
        bytes_add_point(bare, base);
}

/* Adds the letters; true where one was written out. */
static bool add_bare(struct bytes *bare, struct span folded, bool out)
{
    bool written = false;

    for (size_t at = 0; at < folded.length;) {
        struct utf8_point point = utf8_at(folded, at);
        const struct letter *letter = point.code < 0x80 ? NULL : find_letter(point.code);

        at += point.width ? point.width : 1;
        if (letter) {
            bytes_add_text(bare, out && letter->out ? letter->out : letter->plain);
            written = written || letter->out;
        } else {
            add_letter(bare, point.code);
        }
    }
    return written;
}

void bare_letters(struct bytes *bare, struct span word)
{
    struct bytes folded = BYTES_EMPTY;

    bytes_clear(bare);
    tokens_fold(&folded, word);
    (void)add_bare(bare, bytes_span(&folded), false);
    bytes_release(&folded);
}

bool bare_written_out(struct bytes *bare, struct span word)
{
    struct bytes folded = BYTES_EMPTY;
    bool written;

    bytes_clear(bare);
    tokens_fold(&folded, word);
    written = add_bare(bare, bytes_span(&folded), true);
    if (!written)
        bytes_clear(bare);
    bytes_release(&folded);
    return written;
}
