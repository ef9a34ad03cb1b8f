#include "corpus/read/charset.h"

#include "corpus/base/memory.h"
#include "corpus/text/unicode.h"
#include "corpus/text/utf8.h"

#include <errno.h>
#include <iconv.h>
#include <stdlib.h>
#include <uchardet.h>

enum {
    LOOK = 4096,            /* where declarations and zeros are looked for */
    GUESS_LOOK = 1 << 20,   /* what uchardet is shown */
    STRAY_SHARE = 20,       /* one stray byte for so many characters past ASCII leaves it UTF-8 */
    DECLARED_SHARE = 2,     /* the same where UTF-8 is declared */
    STREAM_CHUNK = 4 << 10, /* bytes converted at a time */
    GUESS_LEAST = 6,        /* stray bytes from which a guess says something */
    PLAUSIBLE_LOOK = 16 << 10
};

/* --- names -------------------------------------------------------------------------------- */

/* iconv's name, and the labels that mean it; of each only letters and digits count. */
static const struct {
    const char *name;
    const char *labels;
} names[] = {
    {"UTF-8", " utf8 unicode11utf8 xunicode20utf8 unicode20utf8 "},
    {"UTF-16LE", " utf16 utf16le ucs2 unicode unicodefffe iso10646ucs2 csunicode "},
    {"UTF-16BE", " utf16be unicodefeff "},
    {"UTF-32LE", " utf32 utf32le ucs4 "},
    {"UTF-32BE", " utf32be "},
    {"WINDOWS-1252",
     " windows1252 cp1252 xcp1252 iso88591 latin1 l1 ascii usascii ansix341968 isoir100 cp819 "
     "ibm819 csisolatin1 iso885911987 "},
    {"WINDOWS-1250", " windows1250 cp1250 xcp1250 "},
    {"WINDOWS-1251", " windows1251 cp1251 xcp1251 win1251 "},
    {"WINDOWS-1253", " windows1253 cp1253 xcp1253 "},
    {"WINDOWS-1254", " windows1254 cp1254 xcp1254 iso88599 latin5 l5 csisolatin5 iso885991989 "},
    {"WINDOWS-1255", " windows1255 cp1255 xcp1255 "},
    {"WINDOWS-1256", " windows1256 cp1256 xcp1256 "},
    {"WINDOWS-1257", " windows1257 cp1257 xcp1257 "},
    {"WINDOWS-1258", " windows1258 cp1258 xcp1258 "},
    {"CP874", " windows874 cp874 dos874 tis620 iso885911 "},
    {"ISO-8859-2", " iso88592 latin2 l2 csisolatin2 iso885921987 "},
    {"ISO-8859-3", " iso88593 latin3 l3 csisolatin3 iso885931988 "},
    {"ISO-8859-4", " iso88594 latin4 l4 csisolatin4 iso885941988 "},
    {"ISO-8859-5", " iso88595 cyrillic csisolatincyrillic iso885951988 "},
    {"ISO-8859-6", " iso88596 arabic asmo708 ecma114 csisolatinarabic iso885961987 "},
    {"ISO-8859-7", " iso88597 greek greek8 ecma118 elot928 csisolatingreek iso885971987 "},
    {"ISO-8859-8", " iso88598 iso88598i iso88598e hebrew visual logical csisolatinhebrew "},
    {"ISO-8859-10", " iso885910 latin6 l6 csisolatin6 "},
    {"ISO-8859-13", " iso885913 "},
    {"ISO-8859-14", " iso885914 "},
    {"ISO-8859-15", " iso885915 latin9 l9 csisolatin9 "},
    {"ISO-8859-16", " iso885916 "},
    {"KOI8-R", " koi8r koi8 koi cskoi8r "},
    {"KOI8-U", " koi8u koi8ru "},
    {"CP866", " ibm866 cp866 866 csibm866 "},
    {"CP852", " ibm852 cp852 "},
    {"CP855", " ibm855 cp855 "},
    {"CP865", " ibm865 cp865 "},
    {"MACINTOSH", " macintosh mac xmacroman csmacintosh "},
    {"MAC-CYRILLIC", " maccyrillic xmaccyrillic xmacukrainian "},
    {"GB18030", " gb18030 gbk gb2312 xgbk gb231280 chinese csgb2312 isoir58 cp936 ms936 euccn "},
    {"BIG5-HKSCS", " big5 big5hkscs cnbig5 xxbig5 csbig5 cp950 "},
    {"EUC-TW", " euctw "},
    {"EUC-JP-MS", " eucjp eucjpms xeucjp cseucpkdfmtjapanese "},
    {"ISO-2022-JP", " iso2022jp csiso2022jp "},
    {"ISO-2022-KR", " iso2022kr csiso2022kr "},
    {"CP932", " shiftjis sjis xsjis ms932 mskanji windows31j cp932 csshiftjis "},
    {"CP949", " euckr uhc cp949 ksc5601 ksc56011987 ksc56011989 windows949 korean cseuckr johab "},
    {"VISCII", " viscii "},
};

const char *charset_named(struct span label)
{
    char plain[32] = " ";
    size_t length = 1;

    for (size_t i = 0; i < label.length; i++) {
        char byte = label.bytes[i];

        if (byte >= 'A' && byte <= 'Z')
            byte = (char)(byte | 0x20);
        if ((byte < 'a' || byte > 'z') && (byte < '0' || byte > '9'))
            continue;
        if (length + 2 >= sizeof plain)
            return NULL;
        plain[length++] = byte;
    }
    if (length == 1)
        return NULL;
    plain[length] = ' ';
    plain[length + 1] = '\0';
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strstr(names[i].labels, plain))
            return names[i].name;
    return NULL;
}

/* --- choosing ----------------------------------------------------------------------------- */

static bool has_mark(struct charset *charset, struct span bytes)
{
    static const struct {
        const char *mark;
        size_t length;
        const char *name;
    } marks[] = {
        {"\xEF\xBB\xBF", 3, "UTF-8"},    {"\xFF\xFE\0\0", 4, "UTF-32LE"},
        {"\0\0\xFE\xFF", 4, "UTF-32BE"}, {"\xFF\xFE", 2, "UTF-16LE"},
        {"\xFE\xFF", 2, "UTF-16BE"},
    };

    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (bytes.length >= marks[i].length &&
            memcmp(bytes.bytes, marks[i].mark, marks[i].length) == 0) {
            *charset = (struct charset){marks[i].name, CHARSET_MARK, marks[i].length};
            return true;
        }
    return false;
}

/*
 * ASCII in UTF-16 or UTF-32 has its zeros in fixed places, and news is full of
 * it: markup, digits, blanks. A share of 20 % tells Cyrillic prose too.
 */
static bool has_zeros(struct charset *charset, struct span bytes)
{
    size_t length = bytes.length < LOOK ? bytes.length & ~(size_t)3 : LOOK;
    size_t zeros[4] = {0}, all;

    for (size_t i = 0; i < length; i++)
        zeros[i & 3] += bytes.bytes[i] == '\0';
    all = length / 4;
    if (all == 0)
        return false;
    *charset = (struct charset){NULL, CHARSET_ZEROS, 0};
    if (zeros[1] == all && zeros[2] >= all * 9 / 10 && zeros[0] < all)
        charset->name = zeros[3] == all ? "UTF-32LE" : NULL;
    if (!charset->name && zeros[0] == all && zeros[1] >= all * 9 / 10 && zeros[3] < all)
        charset->name = "UTF-32BE";
    if (!charset->name && zeros[2] == all && zeros[3] == all && zeros[0] < all)
        charset->name = "UTF-32LE";
    if (!charset->name && zeros[1] + zeros[3] > 2 * all / 5 && zeros[0] + zeros[2] < all / 20 + 1)
        charset->name = "UTF-16LE";
    if (!charset->name && zeros[0] + zeros[2] > 2 * all / 5 && zeros[1] + zeros[3] < all / 20 + 1)
        charset->name = "UTF-16BE";
    return charset->name != NULL;
}

/* True for the beginning of a character and nothing else: a piece may end within one. */
static bool is_cut(struct span rest)
{
    unsigned char lead = (unsigned char)rest.bytes[0];
    size_t width = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;

    if (lead < 0xC2 || lead > 0xF4 || rest.length >= width)
        return false;
    for (size_t i = 1; i < rest.length; i++)
        if (((unsigned char)rest.bytes[i] & 0xC0) != 0x80)
            return false;
    return true;
}

struct charset_tally charset_tally(struct span bytes)
{
    struct charset_tally tally = {0};

    for (size_t at = 0; at < bytes.length;) {
        struct utf8_point point;

        at += utf8_ascii_length(span_cut(bytes, at, bytes.length));
        if (at >= bytes.length)
            break;
        point = utf8_at(bytes, at);
        if (!point.width && is_cut(span_cut(bytes, at, bytes.length)))
            break;
        tally.good += point.width != 0;
        tally.stray += point.width == 0;
        at += point.width ? point.width : 1;
    }
    return tally;
}

static bool is_space(char byte)
{
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

/* The value of `charset=` or `encoding=` at the front of `text`; empty for none. */
static struct span value_after(struct span text, const char *name)
{
    size_t at = strlen(name), start;

    while (at < text.length && is_space(text.bytes[at]))
        at++;
    if (at >= text.length || text.bytes[at] != '=')
        return SPAN_EMPTY;
    at++;
    while (at < text.length &&
           (is_space(text.bytes[at]) || text.bytes[at] == '"' || text.bytes[at] == '\''))
        at++;
    start = at;
    while (at < text.length && !is_space(text.bytes[at]) && !strchr("\"';>?/", text.bytes[at]))
        at++;
    return span_cut(text, start, at);
}

static bool begins(struct span text, const char *name)
{
    size_t length = strlen(name);

    if (text.length < length)
        return false;
    for (size_t i = 0; i < length; i++)
        if ((text.bytes[i] | 0x20) != (name[i] | 0x20))
            return false;
    return true;
}

/* What the page's first <meta> or the XML declaration says; NULL for nothing. */
static const char *declared_inside(struct span bytes)
{
    struct span look = span_cut(bytes, 0, bytes.length < LOOK ? bytes.length : LOOK);
    const char *name = NULL;
    bool within = false; /* a <meta or <?xml that has not ended */

    for (size_t at = 0; at < look.length && !name; at++) {
        struct span rest = span_cut(look, at, look.length);

        if (rest.bytes[0] == '<')
            within = begins(rest, "<meta") || (at < 8 && begins(rest, "<?xml"));
        else if (within && begins(rest, "charset"))
            name = charset_named(value_after(rest, "charset"));
        else if (within && begins(rest, "encoding"))
            name = charset_named(value_after(rest, "encoding"));
    }
    /* Bytes in which this could be read as ASCII are not UTF-16. */
    return name && strncmp(name, "UTF-", 4) == 0 ? "UTF-8" : name;
}

static const char *guessed(struct span bytes)
{
    uchardet_t detector = uchardet_new();
    const char *name = NULL;

    if (!detector)
        memory_exhausted(1, 0);
    if (uchardet_handle_data(detector, bytes.bytes,
                             bytes.length < GUESS_LOOK ? bytes.length : GUESS_LOOK) == 0) {
        uchardet_data_end(detector);
        name = charset_named(span_of(uchardet_get_charset(detector)));
    }
    uchardet_delete(detector);
    return name && strncmp(name, "UTF-", 4) == 0 ? NULL : name;
}

/*
 * True when the bytes make words in this charset: they all convert, to no
 * controls, and past ASCII mostly to letters and marks of quotation.
 */
static bool is_plausible(struct span bytes, const char *name)
{
    struct bytes text = BYTES_EMPTY;
    size_t replaced = 0, words = 0, others = 0, controls = 0;

    if (bytes.length > PLAUSIBLE_LOOK)
        bytes.length = PLAUSIBLE_LOOK;
    (void)charset_to_utf8(&text, &replaced, bytes, name);
    for (size_t at = 0; at < text.count;) {
        struct utf8_point point = utf8_at(bytes_span(&text), at);

        at += point.width;
        if (point.code >= 0x80) {
            bool is_word =
                unicode_is_letter(point.code) || (point.code >= 0x2010 && point.code <= 0x2026);

            controls += point.code < 0xA0;
            words += is_word;
            others += !is_word;
        }
    }
    bytes_release(&text);
    /* The last character may have been cut off. */
    return controls == 0 && replaced <= 3 && words >= 2 * others;
}

static bool is_utf8(const char *name)
{
    return name && strcmp(name, "UTF-8") == 0;
}

/* True when these are characters of UTF-8 with so few strays that they are no other text. */
static bool is_mostly_utf8(struct charset_tally tally, bool declared)
{
    return tally.good >= tally.stray * (declared ? DECLARED_SHARE : STRAY_SHARE);
}

struct charset charset_choose(struct span bytes, struct span declared)
{
    struct charset charset = {"UTF-8", CHARSET_VALID, 0};
    const char *outside = charset_named(declared), *inside = declared_inside(bytes), *guess;
    struct charset_tally tally;

    if (has_mark(&charset, bytes) || has_zeros(&charset, bytes))
        return charset;
    tally = charset_tally(bytes);
    if (tally.good && tally.stray == 0)
        return (struct charset){"UTF-8", CHARSET_VALID, 0};
    if (tally.stray && is_mostly_utf8(tally, is_utf8(outside) || is_utf8(inside)))
        return (struct charset){"UTF-8", CHARSET_MOSTLY, 0};
    /* ASCII alone may be the beginning of a text that has more: a declaration holds. */
    if (outside && !(tally.stray && is_utf8(outside)))
        return (struct charset){outside, CHARSET_DECLARED, 0};
    if (inside && !(tally.stray && is_utf8(inside)))
        return (struct charset){inside, CHARSET_INSIDE, 0};
    if (tally.stray == 0)
        return (struct charset){"UTF-8", CHARSET_VALID, 0};
    guess = tally.stray < GUESS_LEAST ? NULL : guessed(bytes);
    if (guess && is_plausible(bytes, guess))
        return (struct charset){guess, CHARSET_GUESSED, 0};
    if (tally.stray >= GUESS_LEAST && is_plausible(bytes, "WINDOWS-1252"))
        return (struct charset){"WINDOWS-1252", CHARSET_ASSUMED, 0};
    return (struct charset){"UTF-8", CHARSET_BROKEN, 0};
}

/* --- converting --------------------------------------------------------------------------- */

struct charset_stream {
    bool mends; /* UTF-8 itself: mended by utf8.h, which is what the whole text gets */
    iconv_t converter;
    size_t unit;       /* bytes that are passed over together: 2 of UTF-16, 4 of UTF-32 */
    struct bytes kept; /* the last piece's end, which the next completes */
};

struct charset_stream *charset_open(const char *name)
{
    struct charset_stream *stream;

    if (!charset_named(span_of(name)))
        return NULL;
    stream = memory_new(1, sizeof *stream);
    stream->converter = iconv_open("UTF-8", name);
    if ((intptr_t)stream->converter == -1) {
        free(stream);
        return NULL;
    }
    stream->mends = is_utf8(name);
    stream->unit = strncmp(name, "UTF-32", 6) == 0 ? 4 : strncmp(name, "UTF-16", 6) == 0 ? 2 : 1;
    return stream;
}

/* Converts what it can of `rest`; errno says why it stopped, 0 at the end. */
static void convert(struct charset_stream *stream, struct bytes *text, struct span *rest)
{
    char *from = (char *)rest->bytes; /* iconv leaves them alone */
    size_t left = rest->length;

    errno = 0;
    while (left) {
        size_t room = left + STREAM_CHUNK, had = room;
        char *to = bytes_room(text, room);
        size_t done = iconv(stream->converter, &from, &left, &to, &room);

        bytes_grown(text, had - room);
        if (done != (size_t)-1)
            errno = 0;
        else if (errno != E2BIG)
            break;
    }
    *rest = (struct span){from, left};
}

/* Converts or replaces all of `rest`, but for a character cut off at its end unless `last`. */
static size_t convert_all(struct charset_stream *stream, struct bytes *text, struct span *rest,
                          bool last)
{
    size_t replaced = 0;

    for (convert(stream, text, rest); rest->length; convert(stream, text, rest)) {
        size_t passed = rest->length < stream->unit ? rest->length : stream->unit;

        if (errno == EINVAL && !last)
            break;
        bytes_add_point(text, 0xFFFD);
        replaced += passed;
        *rest = span_cut(*rest, passed, rest->length);
    }
    return replaced;
}

/* The same of UTF-8. */
static size_t mend_all(struct bytes *text, struct span *rest, bool last)
{
    size_t end = rest->length, replaced;

    for (size_t tail = 1; !last && tail <= 3 && tail <= rest->length; tail++)
        if (is_cut(span_cut(*rest, rest->length - tail, rest->length)))
            end = rest->length - tail;
    replaced = utf8_repair(text, span_cut(*rest, 0, end));
    *rest = span_cut(*rest, end, rest->length);
    return replaced;
}

size_t charset_add(struct charset_stream *stream, struct bytes *text, struct span piece, bool last)
{
    struct bytes joined = stream->kept;
    struct span rest = piece;
    size_t replaced;

    stream->kept = BYTES_EMPTY;
    if (joined.count) {
        bytes_add(&joined, piece);
        rest = bytes_span(&joined);
    }
    replaced = stream->mends ? mend_all(text, &rest, last) : convert_all(stream, text, &rest, last);
    if (rest.length)
        bytes_add(&stream->kept, rest);
    bytes_release(&joined);
    return replaced;
}

void charset_close(struct charset_stream *stream)
{
    if (!stream)
        return;
    (void)iconv_close(stream->converter);
    bytes_release(&stream->kept);
    free(stream);
}

bool charset_to_utf8(struct bytes *text, size_t *replaced, struct span bytes, const char *name)
{
    struct charset_stream *stream;

    if (strcmp(name, "UTF-8") == 0) {
        *replaced += utf8_repair(text, bytes);
        return true;
    }
    stream = charset_open(name);
    if (!stream)
        return false;
    *replaced += charset_add(stream, text, bytes, true);
    charset_close(stream);
    return true;
}
