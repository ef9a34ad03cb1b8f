#include "corpus/read/charset.h"
#include "tests/support.h"

#include <iconv.h>
#include <string.h>

#define BYTES(text)                                                                                \
    {                                                                                              \
        (text), sizeof(text) - 1                                                                   \
    }

static void labels_mean_what_browsers_take_them_for(void **state)
{
    static const struct {
        const char *label, *name;
    } labels[] = {
        {"utf8", "UTF-8"},
        {" UTF-8 ", "UTF-8"},
        {"ISO-8859-1", "WINDOWS-1252"},
        {"latin1", "WINDOWS-1252"},
        {"us-ascii", "WINDOWS-1252"},
        {"iso-8859-9", "WINDOWS-1254"},
        {"ISO_8859-2", "ISO-8859-2"},
        {"gb2312", "GB18030"},
        {"GBK", "GB18030"},
        {"Shift_JIS", "CP932"},
        {"x-sjis", "CP932"},
        {"euc-kr", "CP949"},
        {"ks_c_5601-1987", "CP949"},
        {"Big5", "BIG5-HKSCS"},
        {"windows-1251", "WINDOWS-1251"},
        {"cp1251", "WINDOWS-1251"},
        {"KOI8-R", "KOI8-R"},
        {"koi8-ru", "KOI8-U"},
        {"utf-16", "UTF-16LE"},
        {"utf-7", NULL},
        {"none", NULL},
        {"", NULL},
        {"-", NULL},
        {"a name far longer than any charset has ever had", NULL},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(labels); i++) {
        const char *name = charset_named(span_of(labels[i].label));

        if (!labels[i].name != !name || (name && strcmp(name, labels[i].name) != 0))
            fail_msg("'%s' is %s", labels[i].label, name ? name : "none");
    }
}

static void every_name_can_be_converted_from(void **state)
{
    static const char *const labels[] = {
        "utf-8",       "utf-16le",    "utf-16be",    "utf-32le",    "utf-32be",       "latin1",
        "cp1250",      "cp1251",      "cp1253",      "cp1254",      "cp1255",         "cp1256",
        "cp1257",      "cp1258",      "tis-620",     "iso-8859-2",  "iso-8859-3",     "iso-8859-4",
        "iso-8859-5",  "iso-8859-6",  "iso-8859-7",  "iso-8859-8",  "iso-8859-10",    "iso-8859-13",
        "iso-8859-14", "iso-8859-15", "iso-8859-16", "koi8-r",      "koi8-u",         "ibm866",
        "ibm852",      "ibm855",      "ibm865",      "macintosh",   "x-mac-cyrillic", "gbk",
        "big5",        "euc-tw",      "euc-jp",      "iso-2022-jp", "iso-2022-kr",    "sjis",
        "euc-kr",      "viscii",
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(labels); i++) {
        const char *name = charset_named(span_of(labels[i]));
        struct charset_stream *stream = name ? charset_open(name) : NULL;

        if (!stream)
            fail_msg("'%s' cannot be opened", labels[i]);
        charset_close(stream);
    }
    assert_null(charset_open("UTF-7"));
    assert_null(charset_open("UTF-8//IGNORE"));
}

static const struct {
    struct span bytes;
    const char *declared, *name;
    enum charset_how how;
    const char *text; /* as UTF-8 */
    size_t replaced;
} cases[] = {
    {BYTES("plain"), "", "UTF-8", CHARSET_VALID, "plain", 0},
    {BYTES(""), "", "UTF-8", CHARSET_VALID, "", 0},
    {BYTES("\xEF\xBB\xBFgr\xC3\xBC\xC3\x9F"), "latin1", "UTF-8", CHARSET_MARK, "grüß", 0},
    {BYTES("\xFF\xFEh\0\xE9\0"), "", "UTF-16LE", CHARSET_MARK, "hé", 0},
    {BYTES("\xFE\xFF\0h\x04\x16"), "", "UTF-16BE", CHARSET_MARK, "hЖ", 0},
    {BYTES("\xFF\xFE\0\0h\0\0\0"), "", "UTF-32LE", CHARSET_MARK, "h", 0},
    {BYTES("\0\0\xFE\xFF\0\0\0h"), "", "UTF-32BE", CHARSET_MARK, "h", 0},
    {BYTES("<\0p\0>\0h\0\xE9\0!\0"), "", "UTF-16LE", CHARSET_ZEROS, "<p>hé!", 0},
    {BYTES("\0<\0p\0>\0h\0\xE9\0!"), "", "UTF-16BE", CHARSET_ZEROS, "<p>hé!", 0},
    {BYTES("<\0\0\0p\0\0\0"), "", "UTF-32LE", CHARSET_ZEROS, "<p", 0},
    {BYTES("\0\0\0<\0\0\0p"), "", "UTF-32BE", CHARSET_ZEROS, "<p", 0},
    /* UTF-16 cut within a character, and a lone surrogate */
    {BYTES("\xFF\xFEh\0\xE9"), "", "UTF-16LE", CHARSET_MARK, "h\xEF\xBF\xBD", 1},
    {BYTES("\xFF\xFE\0\xDCh\0"), "", "UTF-16LE", CHARSET_MARK, "\xEF\xBF\xBDh", 2},
    {BYTES("caf\xE9 cr\xE8me"), "iso-8859-1", "WINDOWS-1252", CHARSET_DECLARED, "café crème", 0},
    {BYTES("\x93quoted\x94 \x80 5"), "latin1", "WINDOWS-1252", CHARSET_DECLARED, "“quoted” € 5", 0},
    {BYTES("<meta charset=windows-1251>\xCC\xE8\xF0"), "", "WINDOWS-1251", CHARSET_INSIDE,
     "<meta charset=windows-1251>Мир", 0},
    {BYTES("<META content='text/html; charset=KOI8-R' http-equiv=x>\xED\xC9\xD2"), "", "KOI8-R",
     CHARSET_INSIDE, "<META content='text/html; charset=KOI8-R' http-equiv=x>Мир", 0},
    {BYTES("<?xml version=\"1.0\" encoding='ISO-8859-2'?>\xB3\xF3"), "", "ISO-8859-2",
     CHARSET_INSIDE, "<?xml version=\"1.0\" encoding='ISO-8859-2'?>łó", 0},
    /* the server is believed before the page, the bytes before both */
    {BYTES("<meta charset=latin1>\xCC\xE8\xF0"), "cp1251", "WINDOWS-1251", CHARSET_DECLARED,
     "<meta charset=latin1>Мир", 0},
    {BYTES("<meta charset=latin1>\xD0\x9C\xD0\xB8\xD1\x80"), "", "UTF-8", CHARSET_VALID,
     "<meta charset=latin1>Мир", 0},
    /* a label in running text is no declaration */
    {BYTES("charset=koi8-r, he said"), "", "UTF-8", CHARSET_VALID, "charset=koi8-r, he said", 0},
    /* UTF-16 named in bytes that are not: UTF-8 is meant */
    {BYTES("<meta charset=utf-16>x"), "", "UTF-8", CHARSET_INSIDE, "<meta charset=utf-16>x", 0},
    {BYTES("<meta charset=utf-8>\xD0\x9C\xD0\xB8\xD1\x80\xFF"), "", "UTF-8", CHARSET_MOSTLY,
     "<meta charset=utf-8>Мир\xEF\xBF\xBD", 1},
    {BYTES("\xC4\xD6\xDC\xE4\xF6"), "gb2312", "GB18030", CHARSET_DECLARED, "闹茕\xEF\xBF\xBD", 1},
    {BYTES("\x93\xFA\x96\x7B"), "shift_jis", "CP932", CHARSET_DECLARED, "日本", 0},
};

static void a_charset_is_chosen_for_a_reason(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct charset charset = charset_choose(cases[i].bytes, span_of(cases[i].declared));
        struct span rest = span_cut(cases[i].bytes, charset.mark, cases[i].bytes.length);
        struct bytes text = BYTES_EMPTY;
        size_t replaced = 0;

        if (strcmp(charset.name, cases[i].name) != 0 || charset.how != cases[i].how)
            fail_msg("case %zu: %s, %d", i, charset.name, (int)charset.how);
        assert_true(charset_to_utf8(&text, &replaced, rest, charset.name));
        if (strcmp(bytes_text(&text), cases[i].text) != 0 || replaced != cases[i].replaced)
            fail_msg("case %zu: '%s', %zu replaced", i, bytes_text(&text), replaced);
        bytes_release(&text);
    }
}

/* `text`, which is UTF-8, in another charset. */
static void encode(struct bytes *bytes, const char *text, const char *charset)
{
    iconv_t converter = iconv_open(charset, "UTF-8");
    char *from = (char *)text, *to = bytes_room(bytes, 4 * strlen(text));
    size_t left = strlen(text), room = 4 * left, had = room;

    assert_true((intptr_t)converter != -1);
    assert_int_equal(iconv(converter, &from, &left, &to, &room), 0);
    bytes_grown(bytes, had - room);
    (void)iconv_close(converter);
}

/* Prose of some length, as uchardet needs it. */
static void what_is_not_declared_is_guessed(void **state)
{
    static const struct {
        const char *charset, *text;
    } texts[] = {
        {"WINDOWS-1251", "Городской совет вечером принял бюджет на следующий год. Против "
                         "голосовали трое депутатов, ещё двое не пришли на заседание. Мэр "
                         "сказал, что деньги пойдут на мост, школы и больницу."},
        {"KOI8-R", "Городской совет вечером принял бюджет на следующий год. Против голосовали "
                   "трое депутатов, ещё двое не пришли на заседание. Мэр сказал, что деньги "
                   "пойдут на мост, школы и больницу."},
        {"WINDOWS-1252", "Der Stadtrat hat am späten Abend den Haushalt für das nächste Jahr "
                         "beschlossen. Drei Räte stimmten dagegen, zwei fehlten. Die "
                         "Bürgermeisterin sagte, das Geld fließe in Brücke, Schulen und Straßen."},
        {"CP932", "市議会は夜、来年度の予算を可決した。三人の議員が反対し、二人は欠席した。市長は、"
                  "お金は橋と学校と病院に使われると述べた。"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        struct bytes bytes = BYTES_EMPTY, text = BYTES_EMPTY;
        struct charset charset;
        size_t replaced = 0;

        encode(&bytes, texts[i].text, texts[i].charset);
        charset = charset_choose(bytes_span(&bytes), SPAN_EMPTY);
        assert_true(charset_to_utf8(&text, &replaced, bytes_span(&bytes), charset.name));
        if (charset.how != CHARSET_GUESSED || strcmp(bytes_text(&text), texts[i].text) != 0)
            fail_msg("%s is taken for %s", texts[i].charset, charset.name);
        bytes_release(&bytes);
        bytes_release(&text);
    }
}

static void a_text_with_a_few_strays_stays_utf8(void **state)
{
    struct bytes bytes = BYTES_EMPTY, text = BYTES_EMPTY;
    struct charset charset;
    size_t replaced = 0;

    (void)state;
    for (size_t i = 0; i < 100; i++)
        bytes_add_text(&bytes, "größer, ");
    bytes_add_text(&bytes, "\x96 \x93");
    charset = charset_choose(bytes_span(&bytes), SPAN_EMPTY);
    assert_string_equal(charset.name, "UTF-8");
    assert_int_equal(charset.how, CHARSET_MOSTLY);
    assert_true(charset_to_utf8(&text, &replaced, bytes_span(&bytes), charset.name));
    assert_int_equal(replaced, 2);
    assert_true(span_ends(bytes_span(&text), "größer, \xEF\xBF\xBD \xEF\xBF\xBD"));
    bytes_release(&bytes);
    bytes_release(&text);
}

static void pieces_make_the_same_text_wherever_they_are_cut(void **state)
{
    static const struct {
        const char *name;
        struct span bytes;
    } texts[] = {
        {"UTF-8", BYTES("gr\xC3\xBC\xC3\x9F \xF0\x9F\x98\x80\xFF \xC3")},
        {"UTF-16LE", BYTES("h\0\x3D\xD8\x00\xDE!\0\x00\xDCx\0y")},
        {"CP932", BYTES("\x93\xFA\x96\x7B\x81")},
        {"GB18030", BYTES("\xB9\xE3\x81\x30\x81\x30\xB6\xAB")},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        struct bytes whole = BYTES_EMPTY;
        size_t replaced = 0;
        struct charset_stream *stream = charset_open(texts[i].name);

        replaced = charset_add(stream, &whole, texts[i].bytes, true);
        charset_close(stream);
        for (size_t cut = 0; cut <= texts[i].bytes.length; cut++) {
            struct bytes pieces = BYTES_EMPTY;
            size_t again;

            stream = charset_open(texts[i].name);
            again = charset_add(stream, &pieces, span_cut(texts[i].bytes, 0, cut), false);
            again += charset_add(stream, &pieces,
                                 span_cut(texts[i].bytes, cut, texts[i].bytes.length), true);
            if (!span_equal(bytes_span(&whole), bytes_span(&pieces)) || again != replaced)
                fail_msg("%s cut at %zu: '%s'", texts[i].name, cut, bytes_text(&pieces));
            charset_close(stream);
            bytes_release(&pieces);
        }
        bytes_release(&whole);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(labels_mean_what_browsers_take_them_for),
        cmocka_unit_test(every_name_can_be_converted_from),
        cmocka_unit_test(a_charset_is_chosen_for_a_reason),
        cmocka_unit_test(what_is_not_declared_is_guessed),
        cmocka_unit_test(a_text_with_a_few_strays_stays_utf8),
        cmocka_unit_test(pieces_make_the_same_text_wherever_they_are_cut),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
