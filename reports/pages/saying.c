#include "reports/pages/saying.h"

#include "corpus/base/bytes.h"
#include "reports/draw/format.h"
#include "reports/pages/sayings.h"

#include <math.h>
#include <string.h>

#define BIND "\u00A0"
#define LEFT_TO_RIGHT "\u200E"

/* One pattern being filled: a prose, or where that is NULL a plain text. */
struct filling {
    const struct wording *wording;
    const struct slot *slots;
    struct prose *prose;
    struct bytes text; /* not yet handed to the prose */
    bool bold;
};

static size_t end_of_part(struct span pattern, size_t at, char stop);
static void fill(struct filling *filling, struct span pattern);

static void hand_over(struct filling *filling)
{
    struct span text = bytes_span(&filling->text);

    if (!filling->prose || !text.length)
        return;
    prose_add(filling->prose, (struct run){.text = text, .bold = filling->bold});
    bytes_clear(&filling->text);
}

static void turn_bold(struct filling *filling, bool bold)
{
    hand_over(filling);
    filling->bold = bold;
}

/* Takes what stands before the next bar off `rest`, in plain text. */
static struct span next_part(struct filling *filling, struct span *rest)
{
    size_t end = end_of_part(*rest, 0, '|');
    struct filling part = {.wording = filling->wording, .slots = filling->slots};
    struct span text;

    fill(&part, span_cut(*rest, 0, end));
    *rest = span_cut(*rest, end < rest->length ? end + 1 : end, rest->length);
    text = arena_copy(filling->wording->arena, bytes_span(&part.text));
    bytes_release(&part.text);
    return text;
}

/* A page's number with what leads to it. */
static void add_page(struct filling *filling, struct span inside)
{
    struct span dest = next_part(filling, &inside);
    struct span lead = next_part(filling, &inside);
    struct span screen = next_part(filling, &inside);

    hand_over(filling);
    if (filling->prose)
        prose_see(filling->prose, dest.bytes, lead.bytes, screen.bytes);
}

/* The slot of this name; an empty one where there is none, which the tests' table check finds. */
static const struct slot *slot_of(const struct filling *filling, struct span name)
{
    static const struct slot none = {.name = ""};

    for (const struct slot *slot = filling->slots; slot && slot->name; slot++)
        if (span_is(name, slot->name))
            return slot;
    return &none;
}

/* Whether the first letter is one of Hebrew, Arabic or another script from right to left. */
static bool from_right(struct span text)
{
    unsigned char first = text.length > 1 ? (unsigned char)text.bytes[0] : 0;
    unsigned char second = first ? (unsigned char)text.bytes[1] : 0;

    return (first == 0xD6 && second >= 0x90) || (first >= 0xD7 && first <= 0xDF) ||
           (first == 0xE0 && second >= 0xA0 && second <= 0xA3);
}

static void add_slot(struct filling *filling, const struct slot *slot)
{
    /* A sentence runs as its language does, not as a name that it begins with. */
    if (!filling->text.count && !slot->counted && from_right(slot->text))
        bytes_add_text(&filling->text, LEFT_TO_RIGHT);
    if (slot->counted)
        bytes_add_text(&filling->text, format_count(filling->wording->tongue, slot->number).text);
    else
        bytes_add(&filling->text, slot->text);
}

static void add_capital(struct filling *filling, struct span text)
{
    if (text.length && text.bytes[0] >= 'a' && text.bytes[0] <= 'z') {
        bytes_add_byte(&filling->text, (char)(text.bytes[0] - 'a' + 'A'));
        text = span_cut(text, 1, text.length);
    }
    bytes_add(&filling->text, text);
}

/* "twelve", "Twelve", "13". */
static void add_number(struct filling *filling, double number, bool start)
{
    const struct tongue *tongue = filling->wording->tongue;
    size_t known = sizeof tongue->numbers / sizeof *tongue->numbers;

    if (!(number >= 0 && number < (double)known) || number != floor(number) ||
        !tongue->numbers[(size_t)number]) {
        bytes_add_text(&filling->text, format_count(tongue, number).text);
        return;
    }
    if (start)
        add_capital(filling, span_of(tongue->numbers[(size_t)number]));
    else
        bytes_add_text(&filling->text, tongue->numbers[(size_t)number]);
}

/* The end of what begins at `at`: where `stop` or the brace's end stands outside inner braces. */
static size_t end_of_part(struct span pattern, size_t at, char stop)
{
    int depth = 0;

    for (; at < pattern.length; at++) {
        char letter = pattern.bytes[at];

        if (depth == 0 && (letter == stop || letter == '}'))
            break;
        depth += (letter == '{') - (letter == '}');
    }
    return at;
}

/* The form for the slot's number; `at` is the first bar. */
static void add_form(struct filling *filling, struct span pattern, size_t at,
                     const struct slot *slot)
{
    int wanted = tongue_form(filling->wording->tongue, slot->number);

    for (int form = 0;; form++) {
        size_t end = end_of_part(pattern, at + 1, '|');

        if (form == wanted || end >= pattern.length || pattern.bytes[end] != '|') {
            fill(filling, span_cut(pattern, at + 1, end));
            return;
        }
        at = end;
    }
}

/* What holds or what does not; `at` is the question mark. */
static void add_choice(struct filling *filling, struct span pattern, size_t at,
                       const struct slot *slot)
{
    size_t slash = end_of_part(pattern, at + 1, '/');
    bool holds = slot->counted ? slot->number != 0 : slot->text.length > 0;

    if (holds)
        fill(filling, span_cut(pattern, at + 1, slash));
    else if (slash < pattern.length)
        fill(filling, span_cut(pattern, slash + 1, pattern.length));
}

/* What stands between two braces. */
static void fill_brace(struct filling *filling, struct span inside)
{
    size_t at = 0;
    const struct slot *slot;

    if (inside.length && inside.bytes[0] == '@') {
        add_page(filling, span_cut(inside, 1, inside.length));
        return;
    }
    if (inside.length && inside.bytes[0] == '!')
        return;
    while (at < inside.length && !strchr("|?#^", inside.bytes[at]))
        at++;
    slot = slot_of(filling, span_cut(inside, 0, at));
    if (at == inside.length)
        add_slot(filling, slot);
    else if (inside.bytes[at] == '|')
        add_form(filling, inside, at, slot);
    else if (inside.bytes[at] == '?')
        add_choice(filling, inside, at, slot);
    else if (slot->counted)
        add_number(filling, slot->number, inside.bytes[at] == '^');
    else
        add_capital(filling, slot->text);
}

static void fill(struct filling *filling, struct span pattern)
{
    for (size_t i = 0; i < pattern.length; i++) {
        char letter = pattern.bytes[i];

        if (letter == '{') {
            size_t end = end_of_part(pattern, i + 1, '}');

            fill_brace(filling, span_cut(pattern, i + 1, end));
            i = end;
        } else if (letter == '~') {
            bytes_add_text(&filling->text, BIND);
        } else if (letter == '<' || letter == '>') {
            turn_bold(filling, letter == '<');
        } else {
            bytes_add_byte(&filling->text, letter);
        }
    }
}

/* What the saying is in the report's language; English where its table lacks it. */
static struct span in_tongue(const struct wording *wording, const char *pattern)
{
    struct span english = span_of(pattern), own;

    if (wording->tongue->name == TONGUE_ENGLISH)
        return english;
    own = sayings_find(wording->tongue, english);
    return own.length ? own : english;
}

static struct filling start(const struct wording *wording, const struct slot *slots,
                            struct prose *prose)
{
    return (struct filling){
        .wording = wording, .slots = slots, .prose = prose, .text = BYTES_EMPTY};
}

struct span saying_text(const struct wording *wording, const char *pattern,
                        const struct slot *slots)
{
    struct filling filling = start(wording, slots, NULL);
    struct span text;

    fill(&filling, in_tongue(wording, pattern));
    text = arena_copy(wording->arena, bytes_span(&filling.text));
    bytes_release(&filling.text);
    return text;
}

void saying_add(struct prose *prose, const struct wording *wording, const char *pattern,
                const struct slot *slots)
{
    struct filling filling = start(wording, slots, prose);

    fill(&filling, in_tongue(wording, pattern));
    hand_over(&filling);
    bytes_release(&filling.text);
}

struct span saying_plain(const struct wording *wording, const char *pattern)
{
    return saying_text(wording, pattern, NULL);
}

void saying_add_plain(struct prose *prose, const struct wording *wording, const char *pattern)
{
    saying_add(prose, wording, pattern, NULL);
}
