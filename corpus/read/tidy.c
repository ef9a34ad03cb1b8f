#include "corpus/read/tidy.h"

#include "corpus/read/fragment.h"
#include "corpus/read/naming.h"
#include "corpus/text/unicode.h"
#include "corpus/text/utf8.h"

/* --- white space ------------------------------------------------------------------- */

/* Bytes that are looked at in one step: the compiler makes it one where nothing branches. */
enum { STEP = 16 };

/* 1 where one of `count` bytes is a line end or tab, or a blank and the next one too. */
static unsigned char loose_in(const char *bytes, size_t count)
{
    unsigned char loose = 0;

    for (size_t i = 0; i < count; i++)
        loose |= (unsigned char)(((bytes[i] == ' ') & (bytes[i + 1] == ' ')) |
                                 ((unsigned char)(bytes[i] - '\t') < 5));
    return loose;
}

bool tidy_is_loose(struct span text)
{
    unsigned char loose = 0;

    if (span_trim(text).length < text.length)
        return true;
    if (text.length <= STEP)
        return text.length && loose_in(text.bytes, text.length - 1);
    for (size_t at = 0; at + STEP < text.length; at += STEP)
        loose |= loose_in(text.bytes + at, STEP);
    return loose | loose_in(text.bytes + text.length - STEP - 1, STEP);
}

/* --- titles ------------------------------------------------------------------------ */

/* Adds the lines of `text`, each without blanks at its ends, as one. */
static void add_line(struct bytes *out, struct span text, bool markup)
{
    struct bytes lines = BYTES_EMPTY;

    if (markup)
        fragment_html(&lines, text);
    else
        fragment_plain(&lines, text);
    for (size_t i = 0; i < lines.count; i++) {
        if (lines.items[i] != '\n')
            bytes_add_byte(out, lines.items[i]);
        else if (lines.items[i + 1] != '\n')
            bytes_add_byte(out, ' ');
    }
    bytes_release(&lines);
}

/* True where a tag or an entity may begin: "R&D" needs no parser. */
static bool has_markup(struct span text)
{
    return text.length &&
           (memchr(text.bytes, '<', text.length) ||
            (memchr(text.bytes, '&', text.length) && memchr(text.bytes, ';', text.length)));
}

void tidy_title(struct bytes *out, struct span title)
{
    add_line(out, title, has_markup(title));
}

/* --- authors ------------------------------------------------------------------------ */

/* The word before a name; `names`: how many words must follow, for some are names' parts too. */
static const struct by {
    const char *language;
    const char *word; /* with what follows it */
    size_t names;
} bys[] = {
    {"en", "by ", 1},           {"en", "by: ", 1},       {"en", "written by ", 1},
    {"en", "story by ", 1},     {"en", "posted by ", 1}, {"en", "reported by ", 1},
    {"de", "von ", 2},          {"de", "von: ", 1},      {"fr", "par ", 2},
    {"fr", "par : ", 1},        {"es", "por ", 2},       {"es", "por: ", 1},
    {"pt", "por ", 2},          {"pt", "por: ", 1},      {"it", "di ", 2},
    {"it", "a cura di ", 1},    {"nl", "door ", 2},      {"nl", "door: ", 1},
    {"pl", "autor: ", 1},       {"cs", "autor: ", 1},    {"es", "autor: ", 1},
    {"de", "autor: ", 1},       {"fr", "auteur : ", 1},  {"it", "autore: ", 1},
    {"en", "author: ", 1},      {"ru", "автор: ", 1},    {"uk", "автор: ", 1},
    {"bg", "автор: ", 1},       {"ru", "текст: ", 1},    {"sv", "av ", 2},
    {"no", "av ", 2},           {"da", "af ", 2},        {"sv", "text: ", 1},
    {"en", "submitted by ", 1}, {"en", "words by ", 1},  {"en", "words: ", 1},
    {"fr", "texte : ", 1},      {"tr", "haber: ", 1},    {"de", "text: ", 1},
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

/* "AFP" */
static bool is_acronym(struct span name)
{
    for (size_t i = 0; i < name.length; i++) {
        if (name.bytes[i] < 'A' || name.bytes[i] > 'Z')
            return false;
    }
    return name.length > 1;
}

struct span tidy_without_by(struct span author, struct span language)
{
    for (size_t i = 0; i < sizeof bys / sizeof *bys; i++) {
        size_t width = width_of(author, bys[i].word);
        struct span name = span_trim(span_cut(author, width, author.length));

        /* "di" parts names more often than it begins a byline. */
        if (!width || (language.length ? !span_is(language, bys[i].language)
                                       : span_is(span_of(bys[i].word), "di ")))
            continue;
        if ((word_count(name) >= bys[i].names || is_acronym(name)) &&
            unicode_is_upper(utf8_at(name, 0).code))
            return name;
    }
    return author;
}

static bool is_address(struct span text)
{
    return span_starts_as(text, "www.") || span_starts_as(text, "http://") ||
           span_starts_as(text, "https://");
}

/* The name of "jane@x.org (Jane Doe)", as RSS has it, and of "Jane Doe (www.x.org)". */
static struct span without_address(struct span author)
{
    const char *bracket = author.length ? memchr(author.bytes, '(', author.length) : NULL;
    size_t start = bracket ? (size_t)(bracket - author.bytes) : 0;
    struct span inner;

    if (!start || !span_ends(author, ")"))
        return author;
    inner = span_trim(span_cut(author, start + 1, author.length - 1));
    if (memchr(author.bytes, '@', start))
        return inner;
    return is_address(inner) ? span_trim(span_cut(author, 0, start)) : author;
}

/* Adds the words without those that are addresses; all of them where no other is there. */
static void add_names(struct bytes *out, struct span author)
{
    struct bytes names = BYTES_EMPTY;

    for (size_t from = 0, to; from < author.length; from = to + 1) {
        struct span word;

        to = from;
        while (to < author.length && author.bytes[to] != ' ')
            to++;
        word = span_cut(author, from, to);
        if (word.length && !memchr(word.bytes, '@', word.length)) {
            bytes_add_text(&names, names.count ? " " : "");
            bytes_add(&names, word);
        } else if (span_ends(word, ",") && names.count) { /* "Ann Lee ann@x.org, Bo Ek" */
            bytes_add_byte(&names, ',');
        }
    }
    bytes_add(out, names.count ? bytes_span(&names) : author);
    bytes_release(&names);
}

void tidy_author(struct bytes *out, struct span author, struct span language)
{
    struct bytes line = BYTES_EMPTY;

    tidy_title(&line, author);
    add_names(out, tidy_without_by(without_address(bytes_span(&line)), language));
    bytes_release(&line);
}

/* --- addresses ------------------------------------------------------------------------ */

/* A parameter of the query that names a campaign or a session, not a page. */
static bool is_dropped(struct span name)
{
    static const char *const prefixes[] = {"utm_",  "mtm_",        "pk_",       "piwik_",
                                           "hsa_",  "at_campaign", "at_medium", "at_custom",
                                           "wt_mc", "wt.mc",       "wt_zmc"};
    static const char *const names[] = {
        "fbclid",     "gclid",     "gclsrc",      "dclid",        "gbraid",    "wbraid",
        "msclkid",    "yclid",     "twclid",      "ttclid",       "igshid",    "igsh",
        "li_fat_id",  "mc_cid",    "mc_eid",      "_ga",          "_gl",       "_hsenc",
        "_hsmi",      "mkt_tok",   "vero_id",     "cmpid",        "cmp",       "ocid",
        "icid",       "ncid",      "ns_campaign", "ns_mchannel",  "ns_source", "ns_linkname",
        "ns_fee",     "xtor",      "s_cid",       "smid",         "spm",       "phpsessid",
        "jsessionid", "sessionid", "session_id",  "aspsessionid", "cfid",      "cftoken",
    };

    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
        if (span_starts_as(name, prefixes[i]))
            return true;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (span_is_as(name, names[i]))
            return true;
    return false;
}

/* Where `text` has one of these bytes, or its length. */
static size_t until(struct span text, const char *bytes)
{
    size_t at = 0;

    while (at < text.length && (!text.bytes[at] || !strchr(bytes, text.bytes[at])))
        at++;
    return at;
}

static void add_query(struct bytes *out, struct span query)
{
    char mark = '?';

    while (query.length) {
        size_t end = until(query, "&");
        struct span part = span_cut(query, 0, end);

        query = span_cut(query, end < query.length ? end + 1 : end, query.length);
        if (!part.length || is_dropped(span_cut(part, 0, until(part, "="))))
            continue;
        bytes_add_byte(out, mark);
        bytes_add(out, part);
        mark = '&';
    }
}

/* The path without `;jsessionid=...`. */
static void add_path(struct bytes *out, struct span path)
{
    while (path.length) {
        size_t end = until(path, ";");
        struct span rest = span_cut(path, end, path.length);

        bytes_add(out, span_cut(path, 0, end));
        if (span_starts_as(rest, ";jsessionid"))
            rest = span_cut(rest, until(rest, "/"), rest.length);
        else if (rest.length) {
            bytes_add_byte(out, ';');
            rest = span_cut(rest, 1, rest.length);
        }
        path = rest;
    }
}

static void add_lower(struct bytes *out, struct span text)
{
    for (size_t i = 0; i < text.length; i++)
        bytes_add_byte(out,
                       (char)(text.bytes[i] >= 'A' && text.bytes[i] <= 'Z' ? text.bytes[i] | 0x20
                                                                           : text.bytes[i]));
}

/* The host and port, without the port that the scheme has anyway; a user before it stays as is. */
static void add_host(struct bytes *out, struct span host, bool secure)
{
    size_t user = host.length;

    while (user > 0 && host.bytes[user - 1] != '@')
        user--;
    bytes_add(out, span_cut(host, 0, user));
    host = span_cut(host, user, host.length);
    while (span_ends(host, secure ? ":443" : ":80"))
        host.length -= secure ? 4 : 3;
    add_lower(out, host);
}

void tidy_url(struct bytes *out, struct span url)
{
    size_t fragment, query, host;
    bool secure;

    url = span_trim(url);
    secure = span_starts_as(url, "https://");
    if ((!secure && !span_starts_as(url, "http://")) || until(url, " \t\n\v\f\r") < url.length) {
        bytes_add(out, url);
        return;
    }
    bytes_add_text(out, secure ? "https://" : "http://");
    url = span_cut(url, secure ? 8 : 7, url.length);
    fragment = until(url, "#");
    if (fragment + 1 < url.length && url.bytes[fragment + 1] == '!')
        fragment = url.length;
    url = span_cut(url, 0, fragment);
    query = until(url, "?");
    host = until(span_cut(url, 0, query), "/");
    add_host(out, span_cut(url, 0, host), secure);
    add_path(out, span_cut(url, host, query));
    add_query(out, span_cut(url, query < url.length ? query + 1 : query, url.length));
}

/* --- articles -------------------------------------------------------------------------- */

static void tidy_field(struct span *field, struct arena *arena, bool markup)
{
    struct bytes line = BYTES_EMPTY;

    markup = markup && has_markup(*field);
    if (!markup && !tidy_is_loose(*field))
        return;
    add_line(&line, *field, markup);
    *field = arena_copy(arena, bytes_span(&line));
    bytes_release(&line);
}

static void tidy_address(struct span *url, struct arena *arena)
{
    struct bytes tidy = BYTES_EMPTY;

    tidy_url(&tidy, *url);
    if (!span_equal(bytes_span(&tidy), *url))
        *url = arena_copy(arena, bytes_span(&tidy));
    bytes_release(&tidy);
}

/* "www.courier.example", or an address: the host, as an outlet is named by its address elsewhere.
 */
static struct span without_www(struct span source)
{
    struct span host = naming_host(source);

    if (host.length)
        return host;
    if (!span_starts_as(source, "www.") || memchr(source.bytes, ' ', source.length))
        return source;
    return span_cut(source, 4, source.length);
}

void tidy_article(struct article *article, struct arena *arena, bool markup)
{
    tidy_field(&article->title, arena, markup);
    tidy_field(&article->author, arena, markup);
    tidy_field(&article->section, arena, markup);
    tidy_field(&article->source, arena, markup);
    article->source = without_www(article->source);
    if (article->author.length)
        article->author = tidy_without_by(without_address(article->author), article->language);
    if (article->url.length)
        tidy_address(&article->url, arena);
}
