#include "corpus/read/bylines.h"

#include "corpus/base/bytes.h"
#include "corpus/read/tidy.h"
#include "corpus/text/datewords.h"
#include "corpus/text/unicode.h"
#include "corpus/text/utf8.h"

enum {
    LINE_MAX = 200,  /* bytes of a line with a byline */
    WORDS_LEAST = 2, /* of a name */
    WORDS_MOST = 5,
    NAMES_MOST = 4,
};

/* True for the small words of names. */
static bool is_particle(struct span word)
{
    static const char *const particles[] = {"von",   "van", "der", "den", "de", "del",
                                            "della", "di",  "da",  "dos", "du", "la",
                                            "le",    "al",  "bin", "ibn", "zu", "ter"};

    for (size_t i = 0; i < sizeof particles / sizeof *particles; i++)
        if (span_is(word, particles[i]))
            return true;
    return false;
}

static bool is_and(struct span word)
{
    static const char *const ands[] = {"and", "und", "et", "y", "e", "en", "и", "&"};

    for (size_t i = 0; i < sizeof ands / sizeof *ands; i++)
        if (span_is(word, ands[i]))
            return true;
    return false;
}

/* True for "Ann", "O’Hara", "J.": a capital, no digit, no mark that addresses have. */
static bool is_capital(struct span word)
{
    bool good = word.length && unicode_is_upper(utf8_at(word, 0).code);

    for (size_t i = 0; i < word.length && good; i++)
        good =
            !(word.bytes[i] >= '0' && word.bytes[i] <= '9') && !strchr("@/:!?()\"", word.bytes[i]);
    return good;
}

/* Takes the next word off the front of `line`; *last where a mark ends the name behind it. */
static struct span take_word(struct span *line, bool *last)
{
    size_t end = 0;
    struct span word;

    *line = span_trim(*line);
    while (end < line->length && line->bytes[end] != ' ' && line->bytes[end] != ',' &&
           line->bytes[end] != '|' && line->bytes[end] != ';')
        end++;
    word = span_cut(*line, 0, end);
    *line = span_cut(*line, end, line->length);
    *last = line->length == 0 || line->bytes[0] != ' ';
    return word;
}

/* True where a sentence goes on: "By Monday Morning the bridge was open". */
static bool goes_on(struct span word)
{
    struct utf8_point first = utf8_at(word, 0);

    return first.width && unicode_is_letter(first.code) && !unicode_is_upper(first.code) &&
           !memchr(word.bytes, '@', word.length);
}

/* Takes a name off the front of `line`; empty where there is none. */
static struct span take_name(struct span *line, bool *more)
{
    struct span name = SPAN_EMPTY;
    const char *start = NULL;
    size_t words = 0;
    bool last = false;

    *more = false;
    while (!last && words <= WORDS_MOST) {
        struct span rest = *line, word = take_word(&rest, &last);

        if (words && is_and(word) && !last) {
            *more = true;
            *line = rest;
            break;
        }
        if (!is_capital(word) && !(words && is_particle(word) && !last)) {
            words = goes_on(word) ? 0 : words;
            break;
        }
        if (words >= WORDS_LEAST && datewords_is_calendar(word)) /* "By Ann Lee June 17, 2024" */
            break;
        start = start ? start : word.bytes;
        name = (struct span){start, (size_t)(word.bytes + word.length - start)};
        *line = rest;
        words++;
    }
    if (words < WORDS_LEAST || words > WORDS_MOST)
        return SPAN_EMPTY;
    return name;
}

struct span bylines_bare(struct arena *arena, struct span line)
{
    struct bytes names = BYTES_EMPTY;
    struct span kept, rest = tidy_without_by(span_trim(line), SPAN_EMPTY);
    bool more = line.length <= LINE_MAX;

    for (int i = 0; more && i < NAMES_MOST; i++) {
        struct span name = take_name(&rest, &more);

        if (name.length == 0)
            break;
        bytes_add_text(&names, names.count ? ", " : "");
        bytes_add(&names, name);
    }
    kept = arena_copy(arena, bytes_span(&names));
    bytes_release(&names);
    return kept;
}

struct span bylines_find(struct arena *arena, struct span line)
{
    line = span_trim(line);
    return span_equal(tidy_without_by(line, SPAN_EMPTY), line) ? SPAN_EMPTY
                                                               : bylines_bare(arena, line);
}
