#include "corpus/read/read_newsxml.h"

#include "corpus/read/read_otherxml.h"
#include "tests/sample_folder.h"

#define G2 "xmlns='http://iptc.org/std/nar/2006-10-01/' "
#define ITEM(meta, content, set)                                                                   \
    "<newsItem " G2 "guid='tag:gull:1' xml:lang='en-GB'><itemMeta>" meta "</itemMeta>"             \
    "<contentMeta>" content "</contentMeta><contentSet>" set "</contentSet></newsItem>"

static const struct reading {
    const char *file;
    const char *articles;
} readings[] = {
    /* NITF */
    {"<!DOCTYPE nitf SYSTEM 'nitf-3-0.dtd'><nitf xml:lang='en'><head><title>Head</title><docdata>"
     "<doc-id id-string='n1'/><date.issue norm='20250602T080000Z'/></docdata>"
     "<pubdata name='The Gull' position.section='Coast' ex-ref='https://gull.example/n1'/></head>"
     "<body><body.head><hedline><hl1>Tide\n turns</hl1><hl2>And how</hl2></hedline>"
     "<byline>By Ann Lee, <byttl>Staff writer</byttl></byline><byline>Bo Kim</byline>"
     "<dateline>SALTMARCH, June 2</dateline></body.head><body.content><block><p>One "
     "<em>two</em>.</p>"
     "<media><media-caption>no</media-caption></media><p>Three.</p></block></body.content>"
     "<body.end><tagline>no</tagline></body.end></body></nitf>",
     "n1|Tide turns|Ann Lee, Bo Kim|20250602T080000Z|https://gull.example/n1|The Gull|Coast|en|"
     "One two.\n\nThree.\n"},
    {"<nitf><body><body.head><byline class='print_byline'>By Ann Lee</byline>"
     "<byline class='normalized_byline'>Lee, Ann</byline></body.head><body.content>"
     "<block class='lead_paragraph'><p>One.</p></block>"
     "<block class='full_text'><p>One.</p><p>Two.</p></block></body.content></body></nitf>",
     "||Ann Lee||||||One.\n\nTwo.\n"},
    {"<nitf><body><body.content/></body></nitf>", "!item 1: the item has no text\n"},
    /* NewsML-G2 */
    {ITEM("<itemClass qcode='ninat:text'/><provider qcode='nprov:GULL'/>"
          "<versionCreated>2025-06-02T08:00:00Z </versionCreated>"
          "<firstCreated>2025-06-01T08:00:00Z</firstCreated>"
          "<pubStatus qcode='stat:usable'/>",
          "<by>By Ann Lee</by><language tag='de'/><subject><name>Sea</name></subject>"
          "<slugline>TIDE</slugline><headline> Tide turns </headline>",
          "<inlineXML><nitf><body><body.content><p>One.</p></body.content></body></nitf></"
          "inlineXML>"),
     "tag:gull:1|Tide turns|Ann Lee|2025-06-02T08:00:00Z||GULL|Sea|de|One.\n"},
    {ITEM("<provider><name>Gull News</name></provider><title>Title</title>",
          "<creator><name>Ann Lee</name></creator>",
          "<remoteContent href='x.jpg'/><inlineXML contenttype='application/xhtml+xml'>"
          "<html xmlns='http://www.w3.org/1999/xhtml'><head><title>no</title></head><body>"
          "<p>One.</p><p>Two.</p></body></html></inlineXML>"),
     "tag:gull:1|Title|Ann Lee|||Gull News||en-GB|One.\n\nTwo.\n"},
    {ITEM("", "", "<inlineData contenttype='text/plain'>One\nline.\n\nTwo.</inlineData>"),
     "tag:gull:1|||||||en-GB|One line.\n\nTwo.\n"},
    {ITEM("", "", "<inlineData contenttype='text/html'>&lt;p&gt;One&lt;/p&gt;</inlineData>"),
     "tag:gull:1|||||||en-GB|One\n"},
    {ITEM("<pubStatus qcode='stat:canceled'/>", "",
          "<inlineData contenttype='text/plain'>One</inlineData>"),
     "!item 1: the item's status is 'canceled'\n"},
    {ITEM("", "", "<remoteContent href='x.jpg'/>"), "!item 1: its content lies in another file\n"},
    {ITEM("", "", "<inlineXML><events><event><name>x</name></event></events></inlineXML>"),
     "!item 1: its content is neither NITF nor XHTML\n"},
    {"<newsMessage " G2 "><header/><itemSet><packageItem guid='p'/>"
     "<newsItem guid='a'><contentSet><inlineData>One</inlineData></contentSet></newsItem>"
     "<newsItem guid='b'><contentSet><inlineData>Two</inlineData></contentSet></newsItem>"
     "<conceptItem/></itemSet></newsMessage>",
     "!item 1: a package names articles and holds none\na||||||||One\nb||||||||Two\n"
     "!item 4: it describes a concept and is no article\n"},
    {"<newsMessage><header/></newsMessage>", "!: there is no news item in it\n"},
    /* NewsML 1.x */
    {"<NewsML><NewsEnvelope/><NewsItem xml:lang='fr'><Identification><NewsIdentifier>"
     "<ProviderId>gull.example</ProviderId><DateId>20250602</DateId>"
     "<PublicIdentifier>urn:newsml:1</PublicIdentifier></NewsIdentifier></Identification>"
     "<NewsManagement><FirstCreated>20250602T080000Z</FirstCreated><Status FormalName='Usable'/>"
     "</NewsManagement><NewsComponent><NewsLines><HeadLine>Tide</HeadLine>"
     "<ByLine>By Ann Lee</ByLine></NewsLines><AdministrativeMetadata><Provider>"
     "<Party FormalName='Gull'/></Provider></AdministrativeMetadata><ContentItem>"
     "<MediaType FormalName='Photo'/></ContentItem><ContentItem><DataContent><p>One.</p>"
     "<p>Two.</p></DataContent></ContentItem></NewsComponent></NewsItem>"
     "<NewsItem><NewsComponent><ContentItem><DataContent>&lt;p&gt;Three&lt;/p&gt;</DataContent>"
     "</ContentItem></NewsComponent></NewsItem></NewsML>",
     "urn:newsml:1|Tide|Ann Lee|20250602T080000Z||Gull||fr|One.\n\nTwo.\n||||||||Three\n"},
    /* The Reuters Corpora */
    {"<newsitem itemid='7' date='1996-08-20' xml:lang='en'><title>USA: Tide</title>"
     "<headline>Tide</headline><dateline>X</dateline><text>\n<p>One.</p>\n<p>Two.</p>\n</text>"
     "<metadata/></newsitem>",
     "7|Tide||1996-08-20||||en|One.\n\nTwo.\n"},
    /* Cut short */
    {"<newsMessage><newsItem guid='a'><contentSet><inlineData>One</inlineData></contentSet>"
     "</newsItem><newsItem guid='b'><contentSet><inlineData>Tw",
     "a||||||||One\nb||||||||Tw\n!: it ends within the element 'newsItem'\n"},
};

static void news_items_become_articles(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(readings); i++) {
        struct bytes out = BYTES_EMPTY;

        assert_true(read_newsxml_format.claims(SPAN_EMPTY, span_of(readings[i].file)));
        (void)articles_read(&out, &read_newsxml_format, (struct input_about){0},
                            span_of(readings[i].file), NULL);
        if (!span_is(bytes_span(&out), readings[i].articles))
            fail_msg("%s\nis read as\n%s\nnot\n%s", readings[i].file, bytes_text(&out),
                     readings[i].articles);
        bytes_release(&out);
    }
}

static void other_xml_is_refused_with_the_reason(void **state)
{
    static const struct {
        const char *path, *file, *reason;
    } cases[] = {
        {"", "<urlset/>", "!: a sitemap lists addresses and holds no articles\n"},
        {"", "<sitemapindex/>", "!: a list of sitemaps holds no articles\n"},
        {"", "<?xml version='1.0'?><opml version='2.0'><head/></opml>",
         "!: a list of feeds holds no articles; read the feeds it names\n"},
        {"", "<?xml version='1.0'?><!-- and no end to it",
         "!: its first element does not stand in its first 4 KB\n"},
        {"", "<!DOCTYPE note [<!ENTITY a 'b'",
         "!: 'note' is no form of XML that news is known to come in\n"},
        {"a.xml", "<note/>", "!: 'note' is no form of XML that news is known to come in\n"},
        {"", "<?xml version='1.0'?><note/>",
         "!: 'note' is no form of XML that news is known to come in\n"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct bytes out = BYTES_EMPTY;

        assert_true(read_otherxml_format.claims(span_of(cases[i].path), span_of(cases[i].file)));
        (void)articles_read(&out, &read_otherxml_format, (struct input_about){0},
                            span_of(cases[i].file), NULL);
        assert_string_equal(bytes_text(&out), cases[i].reason);
        bytes_release(&out);
    }
    assert_false(read_otherxml_format.claims(span_of("a.xml"), span_of("<html/>")));
    assert_false(read_otherxml_format.claims(span_of("a.txt"), span_of("<b>words</b>")));
    assert_false(read_otherxml_format.claims(span_of("a.xml"), span_of("words")));
    assert_false(read_otherxml_format.claims(span_of("a.md"), span_of("<!-- note -->\n# Words")));
    assert_false(read_otherxml_format.claims(span_of("a.htm"), span_of("<!doctype HTML><p>words")));
    assert_true(read_newsxml_format.claims(SPAN_EMPTY, span_of("<!DOCTYPE nitf [<!ENTITY a 'b'>")));
}

static void sample_items_are_read_or_refused_with_a_reason(void **state)
{
    int count = read_folder(&read_newsxml_format, "../shared/samples/newsml-g2", article_check);

    (void)state;
    if (count < 0) {
        print_message("no ../shared/samples/newsml-g2 to read\n");
        skip();
    }
    assert_true(count > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(news_items_become_articles),
        cmocka_unit_test(other_xml_is_refused_with_the_reason),
        cmocka_unit_test(sample_items_are_read_or_refused_with_a_reason),
    };

    return cmocka_run_group_tests_name("newsxml", tests, NULL, NULL);
}
