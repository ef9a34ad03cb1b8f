#include "corpus/read/bylines.h"

#include "corpus/base/bytes.h"
#include "corpus/read/hints.h"
#include "corpus/read/tidy.h"
#include "corpus/text/datewords.h"
#include "corpus/text/unicode.h"
#include "corpus/text/utf8.h"
#include "corpus/voices/lexicon.h"

enum {
    LINE_MAX = 200,  /* bytes of a line with a byline */
    WORDS_LEAST = 2, /* of a name */
    WORDS_MOST = 5,
    NAMES_MOST = 4,
};

/* True for the small words of names, in any language that has a list of them. */
static bool is_particle(struct span word)
{
    static const char *const languages[] = {"en", "de", "es", "fr", "it"};

    for (size_t i = 0; i < sizeof languages / sizeof *languages; i++)
        if (lexicon_find(lexicon_of(span_of(languages[i])), word) & LEXICON_PARTICLE)
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

/* True for "in London", "for the Post" behind a name. */
static bool is_preposition(struct span word)
{
    static const char *const words[] = {"in",  "at",   "for", "of",   "from", "für",
                                        "aus", "pour", "à",   "para", "en"};

    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (span_is(word, words[i]))
            return true;
    return false;
}

/* True where a sentence goes on: "By Monday Morning the bridge was open". */
static bool goes_on(struct span word)
{
    struct utf8_point first = utf8_at(word, 0);

    return first.width && unicode_is_letter(first.code) && !unicode_is_upper(first.code) &&
           !is_preposition(word);
}

/* True for a word of a name behind `words` others: not the June of "By Ann Lee June 17, 2024". */
static bool belongs(struct span word, size_t words, bool last)
{
    return is_capital(word) ? !datewords_is_calendar(word) : words && !last && is_particle(word);
}

/* Without the line's stop behind the last word, unless it is an initial's: "Ann L.". */
static struct span without_stop(struct span name)
{
    size_t last = name.length;

    while (last > 0 && name.bytes[last - 1] != ' ')
        last--;
    if (name.bytes[name.length - 1] == '.' && name.length - last > 1U + utf8_at(name, last).width)
        name.length--;
    return name;
}

/* Takes a name off the front of `line`, with what parts it from the next; empty where there is
 * none. */
static struct span take_name(struct span *line, char *behind)
{
    struct span name = SPAN_EMPTY;
    const char *start = NULL;
    size_t words = 0;
    bool last = false;

    *behind = '\0';
    while (!last && words <= WORDS_MOST) {
        struct span rest = *line, word = take_word(&rest, &last);

        if (words && is_and(word) && !last) {
            *behind = '&';
            *line = rest;
            break;
        }
        if (!belongs(word, words, last)) {
            words = goes_on(word) ? 0 : words;
            break;
        }
        start = start ? start : word.bytes;
        name = (struct span){start, (size_t)(word.bytes + word.length - start)};
        *line = rest;
        words++;
    }
    if (words < WORDS_LEAST || words > WORDS_MOST)
        return SPAN_EMPTY;
    name = without_stop(name);
    if (!*behind && line->length && line->bytes[0] == ',') {
        *behind = ',';
        *line = span_cut(*line, 1, line->length);
    }
    return name;
}

/* True where a list of names goes on: "Bo Ek and Cy Oz", not "Elbe Post". */
static bool is_list(struct span rest)
{
    char behind = ',';

    while (behind == ',')
        if (take_name(&rest, &behind).length == 0)
            return false;
    return behind == '&';
}

struct span bylines_bare(struct arena *arena, struct span line)
{
    struct bytes names = BYTES_EMPTY;
    struct span kept, rest = tidy_without_by(span_trim(line), SPAN_EMPTY);
    char behind = line.length <= LINE_MAX ? '&' : '\0';

    for (int i = 0; i < NAMES_MOST && (behind == '&' || (behind == ',' && is_list(rest))); i++) {
        struct span name = take_name(&rest, &behind);

        if (name.length == 0)
            break;
        bytes_add_text(&names, names.count ? ", " : "");
        bytes_add(&names, name);
    }
    kept = arena_copy(arena, bytes_span(&names));
    bytes_release(&names);
    return kept;
}

static struct span find_in(struct arena *arena, struct span part)
{
    part = span_trim(part);
    return span_equal(tidy_without_by(part, SPAN_EMPTY), part) ? SPAN_EMPTY
                                                               : bylines_bare(arena, part);
}

/* The length of what parts a line's pieces at `at`: "Monday | By Ann Lee", "12 May, by Ann Lee". */
static size_t mark_between(struct span line, size_t at)
{
    static const char *const marks[] = {"|", "·", "•", "–", ","};

    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (span_starts(span_cut(line, at, line.length), marks[i]))
            return strlen(marks[i]);
    return 0;
}

static bool ends_in(struct span line, struct span name)
{
    return name.length <= line.length &&
           span_equal(span_cut(line, line.length - name.length, line.length), name);
}

struct span bylines_find(struct arena *arena, struct span line)
{
    struct span found = find_in(arena, line);

    for (size_t at = 0; at < line.length && line.length <= LINE_MAX && !found.length; at++) {
        size_t width = mark_between(line, at);

        if (!width)
            continue;
        found = find_in(arena, span_cut(line, at + width, line.length));
        /* Behind a comma a sentence may go on: "the mill, by Lower Weir, is open". */
        if (line.bytes[at] == ',' && !ends_in(span_trim(line), found))
            found = SPAN_EMPTY;
    }
    return found;
}

/* --- elements of a page ---------------------------------------------------------------- */

/* True for a class that says who wrote. */
static bool is_class_of_author(struct span value)
{
    static const char *const words[] = {"author", "authors",  "autor",       "autoren",   "auteur",
                                        "autore", "byline",   "contributor", "submitted", "avtor",
                                        "writer", "reporter", "journalist",  "yazar"};

    for (size_t i = 0; i < sizeof words / sizeof *words && value.length; i++)
        if (hints_word(value, words[i]))
            return true;
    return false;
}

/* True within comments, teasers and what else has authors of its own. */
static bool is_elsewhere(const struct markup *markup, uint32_t node)
{
    for (; node; node = markup->nodes[node].parent) {
        enum markup_tag tag = markup->nodes[node].tag;
        struct span class = markup_value(markup, node, ATTRIBUTE_CLASS);
        struct span id = markup_value(markup, node, ATTRIBUTE_ID);

        if (tag == TAG_ASIDE || tag == TAG_NAV || hints_comment(class) || hints_comment(id) ||
            hints_word(class, "related") || hints_word(class, "teaser"))
            return true;
    }
    return false;
}

bool bylines_is_one(const struct markup *markup, uint32_t node)
{
    return is_class_of_author(markup_value(markup, node, ATTRIBUTE_CLASS)) &&
           !is_elsewhere(markup, node);
}
