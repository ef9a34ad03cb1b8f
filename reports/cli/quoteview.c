#include "reports/cli/quoteview.h"

#include "analysis/people/quote_people.h"
#include "corpus/store/quotespool.h"
#include "reports/cli/console.h"

#include <string.h>

enum { NEAR = 300 }; /* bytes from the speech in which mention and cue are looked for */

#define ELLIPSIS " \u2026 "

/* A piece of the text, and how it is marked; empty where first is end. */
struct piece {
    size_t first, end;
    const char *open, *close;  /* in plain text */
    const char *terminal_open; /* on a terminal */
};

enum { SPEECH, CUE, MENTION, PIECES };

static bool ends_line(char byte)
{
    return byte == '\n' || byte == '\r';
}

/* Moves `at` back to where its sentence starts: behind a line's end, or a stop and a blank. */
static size_t sentence_start(struct span text, size_t at)
{
    size_t least = at > NEAR ? at - NEAR : 0;

    while (at > least && !ends_line(text.bytes[at - 1])) {
        if (at > 1 && text.bytes[at - 1] == ' ' && strchr(".!?", text.bytes[at - 2]))
            return at;
        at--;
    }
    while (at < text.length && ((unsigned char)text.bytes[at] & 0xC0) == 0x80)
        at++;
    return at;
}

static size_t sentence_end(struct span text, size_t at)
{
    size_t most = text.length - at > NEAR ? at + NEAR : text.length;

    while (at < most && !ends_line(text.bytes[at])) {
        if (strchr(".!?", text.bytes[at]) && (at + 1 == text.length || text.bytes[at + 1] == ' '))
            return at + 1;
        at++;
    }
    while (at > 0 && at < text.length && ((unsigned char)text.bytes[at] & 0xC0) == 0x80)
        at--;
    return at;
}

/* How far two pieces lie apart; a text's length where they overlap. */
static size_t apart(struct span text, size_t first, size_t end, const struct piece *piece)
{
    if (first >= piece->end)
        return first - piece->end;
    return end <= piece->first ? piece->first - end : text.length;
}

/* Finds the words nearest to `near` that speech does not hold. */
static void find(struct piece *found, struct span text, struct span words,
                 const struct piece *speech, const struct piece *near)
{
    size_t from = speech->first > NEAR ? speech->first - NEAR : 0;
    size_t to = text.length - speech->end > NEAR ? speech->end + NEAR : text.length;
    size_t best = text.length;

    for (size_t at = from; words.length && at + words.length <= to; at++) {
        size_t end = at + words.length;

        if (memcmp(text.bytes + at, words.bytes, words.length) != 0 ||
            apart(text, at, end, speech) == text.length || apart(text, at, end, near) >= best)
            continue;
        best = apart(text, at, end, near);
        found->first = at;
        found->end = end;
    }
}

static void add_speech(struct bytes *out, struct span speech)
{
    size_t half = QUOTEVIEW_MAX / 2;
    size_t tail = speech.length - half;

    if (speech.length <= QUOTEVIEW_MAX) {
        console_whole(out, speech);
        return;
    }
    while (half > 0 && ((unsigned char)speech.bytes[half] & 0xC0) == 0x80)
        half--;
    while (tail < speech.length && ((unsigned char)speech.bytes[tail] & 0xC0) == 0x80)
        tail++;
    console_whole(out, span_cut(speech, 0, half));
    bytes_add_text(out, ELLIPSIS);
    console_whole(out, span_cut(speech, tail, speech.length));
}

/* The piece that begins first at or behind `at`; NULL for none. */
static const struct piece *next_piece(const struct piece *pieces, size_t at)
{
    const struct piece *next = NULL;

    for (size_t i = 0; i < PIECES; i++) {
        if (pieces[i].first < pieces[i].end && pieces[i].first >= at &&
            (!next || pieces[i].first < next->first))
            next = &pieces[i];
    }
    return next;
}

static void add_sentence(struct bytes *out, struct span text, const struct piece *pieces,
                         bool terminal)
{
    size_t first = text.length, end = 0;
    const struct piece *piece;

    for (size_t i = 0; i < PIECES; i++) {
        if (pieces[i].first == pieces[i].end)
            continue;
        first = pieces[i].first < first ? pieces[i].first : first;
        end = pieces[i].end > end ? pieces[i].end : end;
    }
    first = sentence_start(text, first);
    end = sentence_end(text, end);
    while ((piece = next_piece(pieces, first)) != NULL) {
        console_whole(out, span_cut(text, first, piece->first));
        bytes_add_text(out, terminal ? piece->terminal_open : piece->open);
        add_speech(out, span_cut(text, piece->first, piece->end));
        bytes_add_text(out, terminal ? "\x1b[0m" : piece->close);
        first = piece->end;
    }
    if (first < end)
        console_whole(out, span_cut(text, first, end));
}

static void add_who(struct bytes *out, struct span speaker, struct span person)
{
    if (speaker.length)
        console_whole(out, speaker);
    else
        bytes_add_text(out, "(unattributed)");
    if (person.length == 0 || span_equal(person, speaker))
        return;
    bytes_add_text(out, " = ");
    console_whole(out, person);
}

static void add_quote(struct bytes *out, const struct stored_quote *quote, struct span person,
                      struct span text, bool terminal)
{
    struct piece pieces[PIECES] = {
        [SPEECH] = {quote->start, quote->end, "[[", "]]", "\x1b[1m"},
        [CUE] = {0, 0, "{", "}", "\x1b[36m"},
        [MENTION] = {0, 0, "<", ">", "\x1b[4m"},
    };
    struct quote_decision decision = quote_decision_read(quote->rule);

    if (quote->end > text.length)
        return;
    find(&pieces[CUE], text, quote->cue, &pieces[SPEECH], &pieces[SPEECH]);
    find(&pieces[MENTION], text, quote->mention, &pieces[SPEECH],
         pieces[CUE].end ? &pieces[CUE] : &pieces[SPEECH]);
    console_whole(out, quote->article_id);
    bytes_print(out, " %u  ", (unsigned)quote->number);
    add_who(out, quote->speaker, person);
    bytes_print(out, "  (%s, ", quote_kind_name(quote->kind));
    console_whole(out, decision.rule);
    if (decision.confidence >= 0)
        bytes_print(out, ", %d %%", decision.confidence / 10);
    bytes_add_text(out, ")\n    ");
    add_sentence(out, text, pieces, terminal);
    bytes_add_byte(out, '\n');
}

struct viewing {
    struct bytes *out;
    struct store *store;
    const struct findings *findings;
    size_t person; /* the next of the findings' quotations */
    struct bytes text;
    uint32_t text_of; /* number of the article plus 1 */
    bool terminal;
};

static bool view(void *context, const struct stored_quote *quote, struct fault *fault)
{
    struct viewing *viewing = context;
    struct span person = quote_people_next(viewing->findings, &viewing->person, quote);

    if (viewing->text_of != quote->article + 1 &&
        !store_text(viewing->store, quote->article, &viewing->text, fault))
        return false;
    viewing->text_of = quote->article + 1;
    add_quote(viewing->out, quote, person, bytes_span(&viewing->text), viewing->terminal);
    return true;
}

bool quoteview_all(struct bytes *out, struct store *store, const struct findings *findings,
                   bool terminal, struct fault *fault)
{
    struct viewing viewing = {
        .out = out, .store = store, .findings = findings, .terminal = terminal};
    bool done = store_walk_quotes(store, STORE_ALL_DAYS, view, &viewing, fault);

    bytes_release(&viewing.text);
    return done;
}

bool quoteview_found(struct bytes *out, struct store *store, const struct findings *findings,
                     bool terminal, struct fault *fault)
{
    struct viewing viewing = {
        .out = out, .store = store, .findings = findings, .terminal = terminal};
    bool done = quotespool_visit(findings->quoted, view, &viewing, fault);

    bytes_release(&viewing.text);
    return done;
}
