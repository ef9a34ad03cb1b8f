#include "tests/corpus/html_page.h"

#include <pthread.h>
#include <time.h>

/* --- texts --------------------------------------------------------------------------- */

#define LONG_ONE                                                                                   \
    "The council met on Monday and agreed, after a long debate, to repair the old bridge."
#define LONG_THREE                                                                                 \
    "Lorries have had to take the long way round since the flood of last year, by Mill Lane."
#define LONG_TWO                                                                                   \
    "Work begins in May and should be done by the autumn, the mayor told reporters later."

#define BODY "<p>" LONG_ONE "<p>" LONG_TWO

static const struct {
    const char *page, *text;
} texts[] = {
    {"<p>" LONG_ONE "<p>" LONG_TWO, LONG_ONE "\n\n" LONG_TWO},
    /* white space, entities, what is not seen */
    {"<p>The  council met\n on&nbsp;Monday and agreed, after a long de&shy;bate, to repair\t the "
     "old bridge.<script>x()</script><p>&ldquo;Work&rdquo; begins &amp; ends in May &#150; and "
     "should be done by autumn, the mayor said.",
     LONG_ONE "\n\n“Work” begins & ends in May – and should be done by autumn, the mayor said."},
    {BODY "<p style='display: none'>" LONG_THREE, LONG_ONE "\n\n" LONG_TWO},
    {BODY "<p hidden>" LONG_THREE, LONG_ONE "\n\n" LONG_TWO},
    {BODY "<template><p>" LONG_THREE "</template><noscript><p>" LONG_THREE "</noscript>",
     LONG_ONE "\n\n" LONG_TWO},
    /* a page that shows its text by script */
    {"<div style='visibility:hidden'><p>" LONG_ONE "<p>" LONG_TWO "</div>",
     LONG_ONE "\n\n" LONG_TWO},
    {"<div>" LONG_ONE "<br><br>" LONG_TWO "</div>", LONG_ONE "\n\n" LONG_TWO},
    {"<div>" LONG_ONE "<br>" LONG_TWO "</div>", LONG_ONE "\n\n" LONG_TWO},
    {"<div>The council met on Monday<br>and agreed, after a long debate, to repair the old "
     "bridge.<br><br>" LONG_TWO "</div>",
     LONG_ONE "\n\n" LONG_TWO},
    {"<pre>" LONG_ONE "\n\n" LONG_TWO "</pre>", LONG_ONE "\n\n" LONG_TWO},
    {"<p>" LONG_ONE "<p>“No.”<p>" LONG_TWO, LONG_ONE "\n\n“No.”\n\n" LONG_TWO},
    {"<p>" LONG_ONE "<h2>What comes next</h2><p>" LONG_TWO,
     LONG_ONE "\n\nWhat comes next\n\n" LONG_TWO},
    {"<p>" LONG_ONE "<p><b>What comes next</b><p>" LONG_TWO,
     LONG_ONE "\n\nWhat comes next\n\n" LONG_TWO},
    {"<p>" LONG_ONE
     "<h2>Read more</h2><ul><li><a href=/1>The bridge in numbers</a></ul><p>" LONG_TWO,
     LONG_ONE "\n\n" LONG_TWO},
    {"<p>" LONG_ONE "<figure><img><figcaption>The bridge in 1974, before the flood came down."
     "</figcaption></figure><p>" LONG_TWO,
     LONG_ONE "\n\n" LONG_TWO},
    {"<p>" LONG_ONE
     "<ul><li>The bridge is closed to lorries.<li>Buses go by Mill Lane.</ul><p>" LONG_TWO,
     LONG_ONE "\n\nThe bridge is closed to lorries.\n\nBuses go by Mill Lane.\n\n" LONG_TWO},
    {"<p>" LONG_ONE "<blockquote>It is older than all of us.</blockquote><p>" LONG_TWO,
     LONG_ONE "\n\nIt is older than all of us.\n\n" LONG_TWO},
    {"<p>" LONG_ONE "<h2 class=x>What comes next</h2><div class=teaser><a href=/1>The bridge in "
     "numbers</a></div><p>" LONG_TWO "<h2 class=x>And then</h2><p>" LONG_THREE,
     LONG_ONE "\n\nWhat comes next\n\n" LONG_TWO "\n\nAnd then\n\n" LONG_THREE},
    /* captions without an element of their own, comments without a class, short lists */
    {"<p>" LONG_ONE "<p>The bridge in 1974, before the flood came down the valley. Photo: Ann Lee"
     "<p>The bridge today, with the scaffolding that went up in May (Foto: dpa)<p>" LONG_TWO,
     LONG_ONE "\n\n" LONG_TWO},
    {BODY "<p>He held up a photo: it showed the bridge as it was before the flood came down.",
     LONG_ONE "\n\n" LONG_TWO
              "\n\nHe held up a photo: it showed the bridge as it was before the flood came down."},
    {BODY "<div>Comments (2)</div><p>I have driven over it for years, and it never shook once.",
     LONG_ONE "\n\n" LONG_TWO},
    {"<p>" LONG_ONE "<p>Buses leave twice a day from the market, as they did before the flood:"
     "<ul><li>6:40<li>at noon</ul><p>" LONG_TWO,
     LONG_ONE "\n\nBuses leave twice a day from the market, as they did before the flood:"
              "\n\n6:40\n\nat noon\n\n" LONG_TWO},
    /* a stray end tag closes what held the sections */
    {"<div><div class=top>Post</div><div><section class=part><p>" LONG_ONE "</section><section "
     "class=part><p>" LONG_TWO "</section></div></div></div><section class=part><p>" LONG_THREE
     "</section></div>",
     LONG_ONE "\n\n" LONG_TWO "\n\n" LONG_THREE},
    /* the same twice, for two widths */
    {"<div class=wide><p>" LONG_ONE "<p>" LONG_TWO "</div><div class=small><p>" LONG_ONE "</div>",
     LONG_ONE "\n\n" LONG_TWO},
    /* words of a class mean nothing where they stand on the article itself */
    {"<body class='has-sidebar comments'><div class='widget related'><p>" LONG_ONE "<p>" LONG_TWO
     "</div>",
     LONG_ONE "\n\n" LONG_TWO},
    {"<p class=share-text>" LONG_ONE "<p class=share-text>" LONG_TWO, LONG_ONE "\n\n" LONG_TWO},
    /* a list of items with linked titles is an index, unless the page says it is an article */
    {"<meta property=og:type content=article><div><h2><a href=/1>Bridge Street</a></h2><p>" LONG_ONE
     "</div><div><h2><a href=/2>Mill Lane, the long way</a></h2><p>" LONG_TWO
     "</div><div><h2><a href=/3>The harbour road</a></h2><p>" LONG_THREE "</div>",
     LONG_ONE "\n\n" LONG_TWO "\n\n" LONG_THREE},
    /* a form around all of it is no box to sign up */
    {"<form><input name=q><p>" LONG_ONE "<p>" LONG_TWO "</form>", LONG_ONE "\n\n" LONG_TWO},
    {"<script type='application/ld+json'>{\"@type\": \"NewsArticle\", \"articleBody\": \"" LONG_ONE
     "\\n\\n" LONG_TWO "\"}</script><div id=app></div>",
     LONG_ONE "\n\n" LONG_TWO},
    /* a body that breaks off does not shorten the page */
    {"<script type='application/ld+json'>{\"@type\": \"NewsArticle\", \"articleBody\": \"" LONG_ONE
     "\"}</script><p>" LONG_ONE "<p>" LONG_TWO,
     LONG_ONE "\n\n" LONG_TWO},
};

static void a_page_yields_its_paragraphs(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        struct article article = ARTICLE_EMPTY;
        struct arena arena = ARENA_EMPTY;
        struct fault fault = FAULT_EMPTY;

        if (!read_page(&article, &arena, span_of(texts[i].page), &fault))
            fail_msg("case %zu: %s", i, fault.message);
        if (!span_is(article.text, texts[i].text))
            fail_msg("case %zu is\n%.*s\nand not\n%s", i, SPAN_PRINT(article.text), texts[i].text);
        arena_release(&arena);
    }
}

/* --- fields -------------------------------------------------------------------------- */

#define DATA(members)                                                                              \
    "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\"," members "}</script>"

enum which { TITLE, AUTHOR, SOURCE, SECTION, URL, PUBLISHED, LANGUAGE };

static const struct {
    const char *page;
    enum which field;
    const char *value;
} fields[] = {
    {"<title>Bridge to be repaired - The Post</title>" BODY, TITLE, "Bridge to be repaired"},
    {"<title>Bridge to be repaired | News | The Post</title>" BODY, TITLE, "Bridge to be repaired"},
    {"<meta property=og:site_name content='The Post'><title>The Post: Bridge - who pays?</title>"
     "<h1>Bridge - who pays?</h1>" BODY,
     TITLE, "Bridge - who pays?"},
    {"<title>Well-known bridge</title>" BODY, TITLE, "Well-known bridge"},
    {"<h1>The Post</h1><h1>Bridge to be repaired</h1><meta property=og:title content='Bridge to be "
     "repaired'>" BODY,
     TITLE, "Bridge to be repaired"},
    {"<h1><span>Traffic</span><span>Bridge to be repaired</span></h1><meta property=og:title "
     "content='Bridge to be repaired'>" BODY,
     TITLE, "Bridge to be repaired"},
    {"<meta property=og:title content='Council &amp; bridge: it&#39;s done'>" BODY, TITLE,
     "Council & bridge: it's done"},
    {DATA("\"headline\": \"It&#39;s done\"") BODY, TITLE, "It's done"},
    {"<title>Post: Local: Bridge to be repaired soon</title><h2>Bridge to be repaired "
     "soon</h2>" BODY,
     TITLE, "Bridge to be repaired soon"},
    {"<title>Bridge: what is to be repaired soon</title><h2>Ferries</h2>" BODY, TITLE,
     "Bridge: what is to be repaired soon"},
    {BODY, TITLE, ""},
    {"<title>News :: The Ministry</title><div>The "
     "Ministry</div><div>1</div><div>2</div><div>3</div>"
     "<div>4</div><div>5</div><div>6</div><div>7</div><div>8</div><div>9</div><div>10</div>"
     "<h3>Bridge to be repaired soon</h3>" BODY,
     TITLE, "Bridge to be repaired soon"},
    {"<h2>THE NEWS SHEET</h2><h3>Bridge to be repaired soon</h3>" BODY, TITLE,
     "Bridge to be repaired soon"},
    {"<title>Slow Lines: The bridge that would not burn</title><h1><a href=/>Slow Lines</a></h1>"
     "<h3>The bridge that would not burn</h3>" BODY,
     TITLE, "The bridge that would not burn"},
    {"<title>Bridge to be repaired - The Post</title><h1>Bridge to be repaired</h1>" BODY
     "<h2>The Post</h2>",
     TITLE, "Bridge to be repaired"},
    {DATA("\"author\": [{\"name\": \"Ann Lee\"}, {\"name\": \"Bo Ek\"}]") BODY, AUTHOR,
     "Ann Lee, Bo Ek"},
    {DATA("\"author\": {\"@type\": \"Person\", \"name\": \"Ann Lee\"}") BODY, AUTHOR, "Ann Lee"},
    {DATA("\"author\": \"Ann Lee\"") BODY, AUTHOR, "Ann Lee"},
    {"<meta property=article:author content='https://post.example/ann'><meta name=author "
     "content='By Ann Lee'>" BODY,
     AUTHOR, "Ann Lee"},
    {"<a rel=author href=/ann>Von Ann Lee</a>" BODY, AUTHOR, "Ann Lee"},
    {"<meta property=og:site_name content=Post><meta name=author content='Ann Lee, Post'>" BODY,
     AUTHOR, "Ann Lee"},
    {"<meta property=og:site_name content=Post><meta name=author content=Post>" BODY, AUTHOR, ""},
    {"<meta property=og:site_name content=Post><meta name=author content=Post><span "
     "itemprop=author>Ann Lee</span>" BODY,
     AUTHOR, "Ann Lee"},
    {"<div class=avtor>Ann Lee.</div>" BODY, AUTHOR, "Ann Lee"},
    {"<span itemprop=author>ann77, 12:30</span>" BODY, AUTHOR, ""},
    {"<h1>Bridge to be repaired</h1><div>By Ann Lee, water correspondent</div>" BODY, AUTHOR,
     "Ann Lee"},
    {"<h1>Bridge to be repaired</h1><div>Von Ann van der Lee und Bo Ek | 12:30</div>" BODY, AUTHOR,
     "Ann van der Lee, Bo Ek"},
    {"<h1>Bridge to be repaired</h1><div>Автор: Анна Лескова, Пермь</div>" BODY, AUTHOR,
     "Анна Лескова"},
    {"<h1>Bridge to be repaired</h1><footer class=submitted>By <span><a href=/ann>Ann "
     "Lee</a></span>"
     " June 17, 2024 at 2:05 p.m. EDT<br>Last updated: June 20, 2024</footer>" BODY,
     AUTHOR, "Ann Lee"},
    {"<h1>Bridge to be repaired</h1><div>By Monday Morning the bridge was open</div>" BODY, AUTHOR,
     ""},
    {"<h1>Bridge to be repaired</h1><div>By popular demand</div>" BODY, AUTHOR, ""},
    {"<h1>Bridge to be repaired</h1><div>By Ann Lee, Bo Ek and Cy Oz</div>" BODY, AUTHOR,
     "Ann Lee, Bo Ek, Cy Oz"},
    {"<h1>Bridge to be repaired</h1><div>By Ann Lee, Elbe Post</div>" BODY, AUTHOR, "Ann Lee"},
    {"<h1>Bridge to be repaired</h1><div>By Ana do Carmo in London</div>" BODY, AUTHOR,
     "Ana do Carmo"},
    {"<h1>Bridge to be repaired</h1><span class=comment-author>Troll King</span>" BODY, AUTHOR, ""},
    {"<h1>Bridge to be repaired</h1><aside class=related><span class=teaser__author>Otto "
     "Other</span></aside>" BODY,
     AUTHOR, ""},
    {"<meta name=author content='jane@x.example (Jane Doe)'>" BODY, AUTHOR, "Jane Doe"},
    {"<meta name=author content='Ann Lee ann@x.example, Bo Ek bo@x.example'>" BODY, AUTHOR,
     "Ann Lee, Bo Ek"},
    {"<meta name=author content='par AFP'>" BODY, AUTHOR, "AFP"},
    {DATA("\"creator\": {\"@type\": [\"Organization\"], \"name\": \"Elbe Agency\"}") "<h1>Bridge "
                                                                                     "to be "
                                                                                     "repaired</"
                                                                                     "h1><div>By "
                                                                                     "Ann "
                                                                                     "Lee</"
                                                                                     "div>" BODY,
     AUTHOR, "Ann Lee"},
    {"<h1>Bridge to be repaired</h1>" BODY "<p class=document_authors>Ann Lee</p>", AUTHOR,
     "Ann Lee"},
    {"<h1>Bridge to be repaired</h1>" BODY "<p class=author-bio>Ann Lee writes on bridges.</p>",
     AUTHOR, ""},
    {"<p class=author>Bo Ek</p><h1>Bridge to be repaired</h1>" BODY, AUTHOR, ""},
    {DATA("\"author\": {\"@type\": \"Person\", \"name\": \"ANN LEE ann@post.example\"}") BODY,
     AUTHOR, "ANN LEE"},
    {DATA(
         "\"author\": {\"@type\": \"NewsMediaOrganization\", \"name\": \"Elbe Agency\"}") "<h1>"
                                                                                          "Bridge "
                                                                                          "to be "
                                                                                          "repaired"
                                                                                          "</"
                                                                                          "h1><div>"
                                                                                          "By Ann "
                                                                                          "Lee</"
                                                                                          "div"
                                                                                          ">" BODY,
     AUTHOR, "Ann Lee"},
    {DATA("\"author\": {\"@type\": \"Organization\", \"name\": \"Elbe Agency\"}") BODY, AUTHOR,
     "Elbe Agency"},
    {DATA("\"publisher\": {\"name\": \"Post Group\"}") "<meta property=og:site_name content='The "
                                                       "Post'>" BODY,
     SOURCE, "The Post"},
    {DATA("\"publisher\": {\"name\": \"The Post\"}") BODY, SOURCE, "The Post"},
    {"<link rel=canonical href=https://www.elbepost.example/1><meta property=og:site_name "
     "content=U.S.>" DATA("\"publisher\": {\"name\": \"Elbe Post\"}") BODY,
     SOURCE, "Elbe Post"},
    {"<link rel=canonical href=https://www.elbepost.example/1><meta property=og:site_name "
     "content='Elbe Post'>" DATA("\"publisher\": {\"name\": \"Elbe\"}") BODY,
     SOURCE, "Elbe Post"},
    {DATA("\"articleSection\": [\"Local\", \"News\"]") BODY, SECTION, "Local"},
    {"<meta property=article:section content=Local>" BODY, SECTION, "Local"},
    {"<meta property=og:url content=https://a.example/1><link rel=canonical "
     "href=https://a.example/2>" BODY,
     URL, "https://a.example/2"},
    {"<link rel=canonical href=/2><meta property=og:url content=https://a.example/1>" BODY, URL,
     "https://a.example/1"},
    {DATA("\"mainEntityOfPage\": {\"@id\": \"https://a.example/3\"}") BODY, URL,
     "https://a.example/3"},
    {DATA("\"datePublished\": \"2024-03-01T10:00:00Z\", \"dateModified\": \"2024-04-01\"") BODY,
     PUBLISHED, "2024-03-01T10:00:00Z"},
    {DATA("\"datePublished\": \"03/04/2024\"") "<meta name=date content=2024-03-04>" BODY,
     PUBLISHED, "2024-03-04"},
    {"<meta name=date content=31/12/2023>" BODY, PUBLISHED, "2023-12-31"},
    {"<meta name=date content=12/31/2023>" BODY, PUBLISHED, "2023-12-31"},
    {"<time datetime=2024-03-05T08:00Z>5 March</time>" BODY, PUBLISHED, "2024-03-05T08:00Z"},
    {"<article><time datetime=2024-03-05>5 March</time><h1>Bridge to be repaired</h1>" BODY
     "</article><article><time datetime=2024-03-04>4 March</time><h2>Ferry late</h2></article>",
     PUBLISHED, "2024-03-05"},
    {"<time datetime=2024-03-09>Today</time><h1>Bridge to be repaired</h1><time "
     "datetime=2024-03-05>5 March</time>" BODY,
     PUBLISHED, "2024-03-05"},
    {"<h1>Bridge to be repaired</h1><footer>By Ann Lee, who has written on bridges and on the "
     "ferry "
     "for the Post since the year of the flood<br>June 17, 2024 at 2:05 p.m. EDT</footer>" BODY,
     PUBLISHED, "2024-06-17"},
    {"<link rel=canonical href=https://a.example/2024/03/06/bridge>" BODY, PUBLISHED, "2024-03-06"},
    {"<link rel=canonical href=https://a.example/2024-03-07-bridge>" BODY, PUBLISHED, "2024-03-07"},
    {"<h1>Bridge to be repaired</h1><div>By Ann Lee | March 8, 2024 | Local</div>" BODY, PUBLISHED,
     "March 8, 2024"},
    {"<h1>Bridge to be repaired</h1><div>Publié le 1er août 2022 à 05h00</div>" BODY, PUBLISHED,
     "2022-08-01"},
    {"<h1>Bridge to be repaired</h1><div>19 de mayo de 2021 - 06:30</div>" BODY, PUBLISHED,
     "2021-05-19"},
    {"<h1>Bridge to be repaired</h1><div>Piątek, 2 Października 2020, 11:20</div>" BODY, PUBLISHED,
     "2020-10-02"},
    {"<h1>Bridge to be repaired</h1><div>2022年4月10日 9時00分</div>" BODY, PUBLISHED,
     "2022-04-10"},
    {"<h1>Bridge to be repaired</h1><div>2009. 11. 27. 10:00</div>" BODY, PUBLISHED, "2009-11-27"},
    {"<h1>Bridge to be repaired</h1><div>12 places 2024, 30 days</div>" BODY, PUBLISHED, ""},
    /* the masthead has today's */
    {"<div>Wednesday, 8 May 2024</div><h1>Bridge to be repaired</h1><div>Published: 6 May "
     "2024</div>" BODY,
     PUBLISHED, "Published: 6 May 2024"},
    {"<div>6 May 2024</div><h1>Bridge to be repaired</h1>" BODY, PUBLISHED, "6 May 2024"},
    {"<h1>Bridge to be repaired</h1><div>Call 555-0123-4567</div>" BODY, PUBLISHED, ""},
    {"<html lang=en-GB>" BODY, LANGUAGE, "en"},
    {"<meta property=og:locale content=de_DE>" BODY, LANGUAGE, "de"},
    {"<html lang=''>" BODY, LANGUAGE, ""},
    {"<html lang=en><meta property=og:locale content=en_GB>" BODY, LANGUAGE, "en"},
    {"<html lang=en><meta property=og:locale content=fr_FR>" BODY, LANGUAGE, ""},
    {"<script type=application/ld+json>[{\"@graph\": [{\"@type\": \"WebSite\"}, {\"@type\": "
     "[\"Thing\", \"BlogPosting\"], \"headline\": \"Deep\",}]}]</script>" BODY,
     TITLE, "Deep"},
    /* of several articles the one that the page is named after */
    {"<script type=application/ld+json>[{\"@type\": \"Article\", \"headline\": \"Teaser\", "
     "\"author\": \"X Y\"}, {\"@type\": \"Article\", \"headline\": \"Bridge repaired\", "
     "\"author\": \"Ann Lee\"}]</script><title>Bridge repaired - Post</title>" BODY,
     AUTHOR, "Ann Lee"},
    {"<script type=application/ld+json>{\"@type\": \"NewsArticle\", broken</script>" BODY, TITLE,
     ""},
};

static void fields_come_from_the_best_place(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(fields); i++) {
        struct article article = ARTICLE_EMPTY;
        struct arena arena = ARENA_EMPTY;
        struct fault fault = FAULT_EMPTY;
        struct span value;

        if (!read_page(&article, &arena, span_of(fields[i].page), &fault))
            fail_msg("case %zu: %s", i, fault.message);
        value =
            (struct span[]){article.title, article.author,    article.source,  article.section,
                            article.url,   article.published, article.language}[fields[i].field];
        if (!span_is(value, fields[i].value) &&
            !(fields[i].field == PUBLISHED && is_same_day(value, span_of(fields[i].value))))
            fail_msg("case %zu is '%.*s', not '%s'", i, SPAN_PRINT(value), fields[i].value);
        arena_release(&arena);
    }
}

static void a_page_without_an_article_is_refused(void **state)
{
    static const char *const pages[] = {
        "",
        "<html></html>",
        "<h1>Bridge to be repaired</h1>",
        "<p>Too short.",
        "<ul><li><a href=/1>Bridge to be repaired after all, the council says in a statement</a>"
        "<li><a href=/2>Mayor to run again, her office confirmed on Monday evening</a></ul>",
        "<div class=c><h2><a href=/1>Bridge to be repaired</a></h2><p>" LONG_ONE "</div>"
        "<div class=c><h2><a href=/2>Mayor to run again</a></h2><p>" LONG_TWO "</div>"
        "<div class=c><h2><a href=/3>Ferry sold abroad</a></h2><p>" LONG_TWO "</div>",
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(pages); i++) {
        struct article article = ARTICLE_EMPTY;
        struct arena arena = ARENA_EMPTY;
        struct fault fault = FAULT_EMPTY;

        if (read_page(&article, &arena, span_of(pages[i]), &fault))
            fail_msg("page %zu yields '%.*s'", i, SPAN_PRINT(article.text));
        assert_int_equal(fault.kind, FAULT_INPUT);
        assert_string_equal(fault.message, "the page holds no article: no run of prose in it");
        arena_release(&arena);
    }
}

static void a_page_is_told_by_its_beginning(void **state)
{
    static const struct {
        const char *start;
        bool page;
    } starts[] = {
        {"<!DOCTYPE html>", true},
        {" \n<HTML lang=en>", true},
        {"<!-- x --><?xml version='1.0'?><html>", true},
        {"<meta charset=utf-8>", true},
        {"<?xml version='1.0'?><rss>", false},
        {"<p>One</p>", false},
        {"A headline", false},
        {"<!-- no end <html>", false},
        {"", false},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(starts); i++)
        assert_int_equal(read_html_is(span_of(starts[i].start)), starts[i].page);
}

static void bytes_that_are_no_text_are_counted(void **state)
{
    static const char page[] =
        "<meta charset=utf-8><p>" LONG_ONE " Gr\xC3\xBC\xC3\x9F\xC3\xA9 \xFF<p>" LONG_TWO;
    struct article article = ARTICLE_EMPTY;
    struct arena arena = ARENA_EMPTY;
    struct fault fault = FAULT_EMPTY;

    (void)state;
    assert_true(read_page(&article, &arena, span_of(page), &fault));
    assert_int_equal(article.replaced, 1);
    assert_true(span_is(article.text, LONG_ONE " Grüßé \xEF\xBF\xBD\n\n" LONG_TWO));
    arena_release(&arena);
}

static void the_format_reads_one_article_of_an_input(void **state)
{
    struct arena arena = ARENA_EMPTY;
    struct input *input = input_of((struct input_about){.path = span_of("a.html"),
                                                        .url = span_of("https://a.example/9"),
                                                        .published = span_of("2024-01-02")},
                                   span_of("<p>Café. " LONG_ONE));
    struct format_job job = {.input = input, .arena = &arena};
    struct article article = ARTICLE_EMPTY;
    struct fault fault = FAULT_EMPTY;

    (void)state;
    assert_int_equal(read_html_format.next(&job, &article, &fault), FORMAT_ARTICLE);
    assert_true(span_is(article.text, "Café. " LONG_ONE));
    assert_true(span_is(article.url, "https://a.example/9"));
    assert_true(span_is(article.published, "2024-01-02"));
    job.count = 1; /* as the reader counts */
    assert_int_equal(read_html_format.next(&job, &article, &fault), FORMAT_END);
    input_close(input);
    arena_release(&arena);
}

/* --- pages made to hurt -------------------------------------------------------------- */

static const struct {
    const char *head, *piece;
    size_t count;
    const char *tail;
} attacks[] = {
    {"", "<div>", 1000000, ""},
    {"", "<b>", 3000000, ""},
    {"", "<p>", 900000, ""},
    {"", "<table><tr><td>", 300000, ""},
    {"", "<ul><li>", 450000, LONG_ONE},
    {"<b><b><b><b><b><b><b><b>", "</i>", 4000000, ""},
    {"", "<div></p></b>", 500000, ""},
    {"<p ", "a=1 ", 1000000, ">"},
    {"<!--", "x", 16000000, "--><p>" LONG_ONE},
    {"<!--", "<!--", 4000000, ""},
    {"", "&", 16000000, ""},
    {"", "&amp;", 3000000, ""},
    {"<!DOCTYPE html [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>]>",
     "&b;", 3000000, ""},
    {"<p class='", "share ", 2500000, "'>" LONG_ONE},
    {"<p style='", "display ", 2000000, "'>" LONG_ONE},
    {"<title>", "a - ", 4000000, "</title><p>" LONG_ONE},
    {"", "<h1>Bridge to be repaired</h1>", 300000, ""},
    {"", "<a rel=author>", 400000, ""},
    {"", "<meta name=date content=x>", 300000, ""},
    {"<script type=application/ld+json>", "[", 8000000, ""},
    {"<script type=application/ld+json>[", "{\"@type\":\"Article\"},", 300000, "{}]</script>"},
    {"", "<p>" LONG_ONE "</p>", 150000, ""},
    {"", "<div>" LONG_ONE, 150000, ""},
};

struct attack {
    struct bytes page;
    double seconds;
};

static void *read_attack(void *context)
{
    struct attack *attack = context;
    struct article article = ARTICLE_EMPTY;
    struct arena arena = ARENA_EMPTY;
    struct fault fault = FAULT_EMPTY;
    clock_t start = clock();

    (void)read_page(&article, &arena, bytes_span(&attack->page), &fault);
    attack->seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
    arena_release(&arena);
    return NULL;
}

/* Two seconds each in the program; sanitizers, or no optimisation, make it slower by ten. */
static void pages_made_to_hurt_take_little_time_and_stack(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(attacks); i++) {
        struct attack attack = {.page = BYTES_EMPTY};
        pthread_attr_t attributes;
        pthread_t thread;

        bytes_add_text(&attack.page, attacks[i].head);
        for (size_t n = 0; n < attacks[i].count; n++)
            bytes_add_text(&attack.page, attacks[i].piece);
        bytes_add_text(&attack.page, attacks[i].tail);
        assert_int_equal(pthread_attr_init(&attributes), 0);
        assert_int_equal(pthread_attr_setstacksize(&attributes, 256 << 10), 0);
        assert_int_equal(pthread_create(&thread, &attributes, read_attack, &attack), 0);
        assert_int_equal(pthread_join(thread, NULL), 0);
        assert_int_equal(pthread_attr_destroy(&attributes), 0);
        bytes_release(&attack.page);
        if (attack.seconds > 20)
            fail_msg("page %zu takes %.1f seconds", i, attack.seconds);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_page_yields_its_paragraphs),
        cmocka_unit_test(fields_come_from_the_best_place),
        cmocka_unit_test(a_page_without_an_article_is_refused),
        cmocka_unit_test(a_page_is_told_by_its_beginning),
        cmocka_unit_test(bytes_that_are_no_text_are_counted),
        cmocka_unit_test(the_format_reads_one_article_of_an_input),
        cmocka_unit_test(pages_made_to_hurt_take_little_time_and_stack),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
