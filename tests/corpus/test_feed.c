#include "corpus/read/read_feed.h"

#include "tests/sample_folder.h"

#define RSS(items) "<rss version='2.0'><channel><title>The Gull</title>" items "</channel></rss>"
#define ATOM(entries)                                                                              \
    "<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='de'><title>The Gull</title>"              \
    "<author><name>The desk</name></author>" entries "</feed>"

static const struct reading {
    const char *feed;
    const char *articles;
} readings[] = {
    /* RSS 2.0 */
    {"<?xml version='1.0'?><rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/' "
     "xmlns:content='http://purl.org/rss/1.0/modules/content/' "
     "xmlns:media='http://search.yahoo.com/mrss/'><channel><title>The Gull</title>"
     "<language>en-gb</language><item><title>Tide &amp;amp; "
     "time</title><media:title>no</media:title>"
     "<link>https://gull.example/1</link><guid isPermaLink='false'>g1</guid>"
     "<pubDate>Mon, 02 Jun 2025 08:00:00 +0200</pubDate><dc:date>2020-01-01</dc:date>"
     "<dc:creator>By Ann Lee</dc:creator><dc:creator>Bo Kim</dc:creator>"
     "<category>Coast</category><category>Sea</category>"
     "<description>Short.</description>"
     "<content:encoded><![CDATA[<p>The tide&nbsp;turned.</p><p>“Now,” she said.</p>]]>"
     "</content:encoded></item></channel></rss>",
     "g1|Tide & time|Ann Lee, Bo Kim|Mon, 02 Jun 2025 08:00:00 +0200|https://gull.example/1|"
     "The Gull|Coast|en-gb|The tide\xC2\xA0turned.\n\n“Now,” she said.\n"},
    {RSS("<item><description>&lt;p&gt;One&lt;/p&gt;&lt;p&gt;Two&lt;/p&gt;</description>"
         "<author>ann@gull.example (Ann Lee)</author><guid>https://gull.example/2</guid>"
         "<source url='https://x.example/rss'>The Tern</source></item>"),
     "https://gull.example/2||Ann Lee||https://gull.example/2|The Tern|||One\n\nTwo\n"},
    {RSS("<item><title>No text</title></item><item><description>Text</description></item>"),
     "!item 1: the item has no text\n|||||The Gull|||Text\n"},
    {RSS(""), "!: the feed has no items\n"},
    /* What the feed says of itself may come last. */
    {"<rss><channel><item><description>Text</description></item><title>The Gull</title>"
     "</channel></rss>",
     "|||||The Gull|||Text\n"},
    {RSS("<item><link>https://gull.example/3</link><content:encoded>Undeclared</content:encoded>"
         "<description>Short</description></item>"),
     "https://gull.example/3||||https://gull.example/3|The Gull|||Undeclared\n"},
    {RSS("<item><content:encoded><![CDATA[<img src='x'>]]></content:encoded>"
         "<description>Short</description></item>"),
     "|||||The Gull|||Short\n"},
    {RSS("<item><description>Text</description><wp:status>draft</wp:status></item>"
         "<item><description>Text</description><wp:status>publish</wp:status></item>"),
     "!item 1: the item is not published: its status is 'draft'\n|||||The Gull|||Text\n"},
    /* RSS 1.0 */
    {"<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "
     "xmlns='http://purl.org/rss/1.0/' xmlns:dc='http://purl.org/dc/elements/1.1/'>"
     "<channel rdf:about='https://gull.example/'><title>The Gull</title><items><rdf:Seq>"
     "<rdf:li rdf:resource='https://gull.example/4'/></rdf:Seq></items></channel>"
     "<item rdf:about='https://gull.example/4'><title>Four</title>"
     "<description>Text</description><dc:date>2025-06-02T08:00Z</dc:date>"
     "<dc:subject>Sea</dc:subject></item></rdf:RDF>",
     "https://gull.example/4|Four||2025-06-02T08:00Z|https://gull.example/4|The Gull|Sea||Text\n"},
    /* Atom 1.0 */
    {ATOM("<entry><id>tag:1</id><title type='html'>&lt;i&gt;One&lt;/i&gt;</title>"
          "<link rel='self' href='https://no.example/'/><link href='https://gull.example/5'/>"
          "<published>2025-06-02T08:00:00Z</published><updated>2025-06-03T08:00:00Z</updated>"
          "<category term='sea' label='The sea'/><summary>Short</summary>"
          "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>One <b>two</b></p>"
          "<p>Three</p></div></content></entry>"),
     "tag:1|One|The desk|2025-06-02T08:00:00Z|https://gull.example/5|The Gull|The sea|de|"
     "One two\n\nThree\n"},
    {ATOM("<entry xml:lang='fr'><author><name>Ann Lee</name><email>a@b</email></author>"
          "<updated>2025-06-03</updated><content type='html'>&lt;p&gt;R&amp;amp;D&lt;/p&gt;"
          "</content><source><title>The Tern</title></source></entry>"),
     "||Ann Lee|2025-06-03||The Tern||fr|R&D\n"},
    {ATOM("<entry><summary>1 &lt; 2\n\nTwo</summary></entry>"),
     "||The desk|||The Gull||de|1 < 2\n\nTwo\n"},
    {ATOM("<entry><content type='image/png' src='x.png'/><summary>Short</summary></entry>"),
     "||The desk|||The Gull||de|Short\n"},
    {"<a:feed xmlns:a='http://www.w3.org/2005/Atom'><a:entry><a:id>1</a:id>"
     "<a:content>Text</a:content></a:entry></a:feed>",
     "1||||||||Text\n"},
    /* Atom 0.3 */
    {"<feed version='0.3' xmlns='http://purl.org/atom/ns#'><entry>"
     "<title mode='escaped' type='text/html'>R&amp;amp;D</title><issued>2004-06-02</issued>"
     "<modified>2004-06-03</modified><content type='text/html' mode='base64'>"
     "PHA+T25lPC9wPjxwPlR3byDDqTwvcD4=</content></entry></feed>",
     "|R&D||2004-06-02|||||One\n\nTwo é\n"},
    /* Ill-formed: unclosed and stray tags, bare ampersands, cut short. */
    {RSS("<item><title>A & B<br></title><link>https://gull.example/?a=1&b=2</link>"
         "<description>x < y</p></description></item><item><description>Next</description></item>"),
     "https://gull.example/?a=1&b=2|A & B|||https://gull.example/?a=1&b=2|The Gull|||x < y\n"
     "|||||The Gull|||Next\n"},
    {"<rss><channel><item><description>Whole</description></item><item><description>Cut off he",
     "||||||||Whole\n||||||||Cut off he\n!: it ends within the element 'item'\n"},
    {"<!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>"
     "<rss><channel><item><description>Whole</description></item>"
     "<item><description>&x;</description></item></channel></rss>",
     "||||||||Whole\n!: line 1: the entity 'x' stands for another file, which is not opened\n"},
};

static void items_become_articles(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(readings); i++) {
        struct bytes out = BYTES_EMPTY;

        assert_true(read_feed_format.claims(SPAN_EMPTY, span_of(readings[i].feed)));
        (void)articles_read(&out, &read_feed_format, (struct input_about){0},
                            span_of(readings[i].feed), NULL);
        if (!span_is(bytes_span(&out), readings[i].articles))
            fail_msg("%s\nis read as\n%s\nnot\n%s", readings[i].feed, bytes_text(&out),
                     readings[i].articles);
        bytes_release(&out);
    }
}

#define ITEM(text) "<rss><item><description>" text "</description></item></rss>"

static void charsets_are_told_by_mark_declaration_sender_and_bytes(void **state)
{
    static const struct {
        const char *bytes;
        size_t length; /* 0: up to the NUL */
        const char *sent, *text;
    } cases[] = {
        {"\xEF\xBB\xBF<?xml version='1.0' encoding='iso-8859-2'?>" ITEM("\xC3\xA9"), 0, "", "é"},
        {"<?xml version='1.0' encoding='iso-8859-2'?>" ITEM("\xB1"), 0, "", "ą"},
        {"<?xml version='1.0' encoding='koi8-r'?>" ITEM("\xC1"), 0, "windows-1251", "а"},
        {"<?xml version='1.0' encoding=\"ISO-8859-1\"?>" ITEM("\x93\xE9\x94"), 0, "", "“é”"},
        {"<?xml version='1.0'?>" ITEM("\xE0"), 0, "windows-1251", "а"},
        {ITEM("\xC3\xA9"), 0, "", "é"},
        {ITEM("\xE9"), 0, "", "é"},
        {"<?xml version='1.0' encoding='utf-8'?>" ITEM("\xE9"), 0, "", "é"},
        {"<?xml version='1.0' encoding='iso-8859-1'?>" ITEM("d\xC3\xA9j\xC3\xA0"), 0, "", "déjà"},
        {"<?xml version='1.0' encoding='iso-8859-1'?>" ITEM("\xC3\xA9"), 0, "", "Ã©"},
        {"<?xml version='1.0' encoding='x-no-such'?>" ITEM("\xC3\xA9"), 0, "", "é"},
        {"<?xml version='1.0' encoding='utf-16'?>" ITEM("\xC3\xA9"), 0, "", "é"},
        {ITEM("\xC3\xA9\xC3\xA9\xE9"), 0, "", "éé\xEF\xBF\xBD"},
        {"<?xml version='1.0' encoding='gb2312'?>" ITEM("\xD0\xC2"), 0, "", "新"},
        {"\xFE\xFF\0<\0i\0t\0e\0m\0>\0<\0s\0u\0m\0m\0a\0r\0y\0>\x04\x36\0<\0/\0s\0u\0m\0m\0a\0r\0y"
         "\0>\0<\0/\0i\0t\0e\0m\0>",
         68, "", "ж"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct bytes out = BYTES_EMPTY;
        struct bytes wanted = BYTES_EMPTY;
        size_t length = cases[i].length ? cases[i].length : strlen(cases[i].bytes);

        (void)articles_read(&out, &read_feed_format,
                            (struct input_about){.charset = span_of(cases[i].sent)},
                            (struct span){cases[i].bytes, length}, NULL);
        bytes_print(&wanted, "||||||||%s\n", cases[i].text);
        if (!span_equal(bytes_span(&out), bytes_span(&wanted)))
            fail_msg("case %zu is read as\n%s\nnot\n%s", i, bytes_text(&out), bytes_text(&wanted));
        bytes_release(&out);
        bytes_release(&wanted);
    }
}

static void what_is_no_feed_is_not_claimed(void **state)
{
    static const char *const others[] = {"",       "<html><body/></html>", "<!DOCTYPE html><html>",
                                         "rss",    "{\"rss\": 1}",         "<rss",
                                         "<nitf/>"};

    (void)state;
    for (size_t i = 0; i < COUNT_OF(others); i++)
        assert_false(read_feed_format.claims(SPAN_EMPTY, span_of(others[i])));
    assert_true(
        read_feed_format.claims(SPAN_EMPTY, span_of("\xEF\xBB\xBF<?xml version='1.0'?>\n<!-- a "
                                                    "--><!DOCTYPE rss [<!ENTITY a '>'>]> <rss>")));
}

/* Items of a stream of many chunks come in order, and none is lost at a border. */
static void large_feeds_are_read_as_a_stream(void **state)
{
    struct bytes feed = BYTES_EMPTY;
    struct bytes out = BYTES_EMPTY;
    const char *at;

    (void)state;
    bytes_add_text(&feed, "<rss><channel><title>The Gull</title>");
    for (size_t i = 0; i < 20000; i++)
        bytes_print(&feed, "<item><guid>%zu</guid><description>é %zu &amp;</description></item>", i,
                    i);
    bytes_add_text(&feed, "</channel></rss>");
    assert_int_equal(
        articles_read(&out, &read_feed_format, (struct input_about){0}, bytes_span(&feed), NULL),
        20000);
    at = bytes_text(&out);
    for (size_t i = 0; i < 20000; i++) {
        char line[64];

        (void)snprintf(line, sizeof line, "%zu|||||The Gull|||é %zu &\n", i, i);
        if (strncmp(at, line, strlen(line)) != 0)
            fail_msg("item %zu is read as %.60s", i, at);
        at += strlen(line);
    }
    bytes_release(&feed);
    bytes_release(&out);
}

static void sample_feeds_are_read_or_refused_with_a_reason(void **state)
{
    static const char *const folders[] = {"../shared/samples/feeds",
                                          "../shared/samples/feeds-encoding",
                                          "../shared/samples/feeds-feedparser"};

    (void)state;
    for (size_t i = 0; i < COUNT_OF(folders); i++) {
        int count = read_folder(&read_feed_format, folders[i], article_check);

        if (count < 0) {
            print_message("no %s to read\n", folders[i]);
            skip();
        }
        assert_true(count > 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(items_become_articles),
        cmocka_unit_test(charsets_are_told_by_mark_declaration_sender_and_bytes),
        cmocka_unit_test(what_is_no_feed_is_not_claimed),
        cmocka_unit_test(large_feeds_are_read_as_a_stream),
        cmocka_unit_test(sample_feeds_are_read_or_refused_with_a_reason),
    };

    return cmocka_run_group_tests_name("feed", tests, NULL, NULL);
}
