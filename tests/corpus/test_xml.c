#include "corpus/base/xml.h"

#include "corpus/base/xmlhead.h"
#include "corpus/text/utf8.h"
#include "tests/support.h"

#include <netinet/in.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

/* --- trees as text: item[id=1](title"One" "tail") ------------------------------------ */

static void print_node(struct bytes *out, const struct xml_node *node)
{
    if (!node->name.length) {
        bytes_print(out, "\"%.*s\"", SPAN_PRINT(node->text));
        return;
    }
    bytes_add(out, node->name);
    for (const struct xml_attribute *at = node->attributes; at; at = at->next)
        bytes_print(out, "[%.*s=%.*s]", SPAN_PRINT(at->name), SPAN_PRINT(at->value));
    bytes_add_byte(out, '(');
    for (const struct xml_node *child = node->first; child; child = child->next)
        print_node(out, child);
    bytes_add_byte(out, ')');
}

/* Records, each in a line, and after `!` the fault. `step`: bytes a push; 0 for all at once. */
static void read_records(struct bytes *out, struct span text, size_t step)
{
    static const char *const records[] = {"item", "doc", NULL};
    struct xml *xml = xml_open(records);
    size_t at = 0;
    bool more = true;

    while (more) {
        size_t end = step && at + step < text.length ? at + step : text.length;
        const struct xml_node *node;

        more = xml_push(xml, span_cut(text, at, end), end == text.length);
        at = end;
        while ((node = xml_record(xml)) != NULL) {
            print_node(out, node);
            bytes_add_byte(out, '\n');
        }
    }
    if (xml_fault(xml)->kind != FAULT_NONE)
        bytes_print(out, "!%s", xml_fault(xml)->message);
    xml_close(xml);
}

static const struct reading {
    const char *text;
    const char *records;
} readings[] = {
    {"<r><item>a</item><x/><item id='1'>b<i>c</i>d</item></r>",
     "item(\"a\")\nitem[id=1](\"b\"i(\"c\")\"d\")\n"},
    {"<doc><item>a</item></doc>", "doc(item(\"a\"))\n"},
    {"<a:doc xmlns:a='urn:x'><a:p q='1'/></a:doc>", "doc(p[q=1]())\n"},
    {"<r><item>&lt;p&gt; R&amp;D &#8217;&#x41;&apos;&quot;</item></r>",
     "item(\"<p> R&D \xE2\x80\x99"
     "A'\"\")\n"},
    {"<r><item><![CDATA[<p>a & b]]></item></r>", "item(\"<p>a & b\")\n"},
    {"<r><item>a&nbsp;b&eacute;&hellip;</item></r>", "item(\"a\xC2\xA0"
                                                     "b\xC3\xA9\xE2\x80\xA6\")\n"},
    {"<r><item t='R&amp;D &lt;&#38;lt; &eacute; &bogus;'/></r>",
     "item[t=R&D <&lt; \xC3\xA9 &bogus;]()\n"},
    {"<r><item>&bogus; word</item></r>", "item(\"&bogus; word\")\n"},
    /* A DTD's own short texts. */
    {"<!DOCTYPE r [<!ENTITY corp 'Acme &#38;amp; Sons'>]><r><item t='&corp;'>&corp;.</item></r>",
     "item[t=Acme & Sons](\"Acme & Sons.\")\n"},
    {"<!DOCTYPE r PUBLIC '-//X//DTD r//EN' 'http://localhost/r.dtd'><r><item>a</item></r>",
     "item(\"a\")\n"},
    /* Leavings before the first tag, and a declaration that is not the first. */
    {"\xEF\xBB\xBF\n <?xml version='1.0' encoding='utf-16'?><r><item>a</item></r>",
     "item(\"a\")\n"},
    {"<!-- c --><?xml version='1.0'?><r><item>a</item></r>", "item(\"a\")\n"},
    /* What is ill-formed. */
    {"<r><item><t>one</item><item>&lt;two</item></r>", "item(t(\"one\"))\nitem(\"<two\")\n"},
    {"<r><item><d>a<br>b</d><e>c</e></item><item>d</item></r>",
     "item(d(\"a\"br(\"b\"))e(\"c\"))\nitem(\"d\")\n"},
    {"<r><item>a</p></item><item>b</p></item><item>c</item></r>",
     "item(\"a\")\nitem(\"b\")\nitem(\"c\")\n"},
    {"<r><item>5 < 6 &amp; 7</item><item>b &lt; c</item></r>",
     "item(\"5 < 6 & 7\")\nitem(\"b < c\")\n"},
    {"<r><item>AT&T &lt;p&gt;</item><item>&lt;q</item></r>", "item(\"AT&T <p>\")\nitem(\"<q\")\n"},
    {"<r><item u='?a=1&b=2&amp;c=3'/><item>& b&c &lt; d</item></r>",
     "item[u=?a=1&b=2&c=3]()\nitem(\"& b&c < d\")\n"},
    {"<r><item>a<!b</item><item>c</item></r>", "item(\"a<!b\")\nitem(\"c\")\n"},
    {"<r><item>a<item>b</item></r>", "item(\"a\")\nitem(\"b\")\n"},
    {"<r><item>a\x01\x0B"
     "b\xEF\xBF\xBF</item></r>",
     "item(\"a\xEF\xBF\xBD\xEF\xBF\xBD"
     "b\xEF\xBF\xBD\")\n"},
    {"<r><item>a</item><item><t>be",
     "item(\"a\")\nitem(t(\"be\"))\n!it ends within the element 'item'"},
    {"<r><item>a</item></r><s><item>b</item></s>",
     "item(\"a\")\n!line 1: what follows the first root element is not read"},
    {"no markup", "!there is no XML in it"},
    {"", "!there is no XML in it"},
};

static void records_are_read_as_far_as_they_go(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(readings); i++) {
        struct bytes all = BYTES_EMPTY;

        read_records(&all, span_of(readings[i].text), 0);
        if (!span_is(bytes_span(&all), readings[i].records))
            fail_msg("%s\nis read as\n%s\nnot\n%s", readings[i].text, bytes_text(&all),
                     readings[i].records);
        bytes_release(&all);
    }
}

static void the_size_of_a_push_makes_no_difference(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(readings); i++)
        for (size_t step = 1; step < 12; step++) {
            struct bytes all = BYTES_EMPTY;

            /* Pushes end between characters: these steps may not cut one. */
            if (utf8_ascii_length(span_of(readings[i].text)) != strlen(readings[i].text))
                continue;
            read_records(&all, span_of(readings[i].text), step);
            if (!span_is(bytes_span(&all), readings[i].records))
                fail_msg("%s\nin steps of %zu is read as\n%s\nnot\n%s", readings[i].text, step,
                         bytes_text(&all), readings[i].records);
            bytes_release(&all);
        }
}

/* --- hostile files (RELIABILITY.md rows 10 and 11) -------------------------------------- */

#define LAUGHS                                                                                     \
    "<!DOCTYPE r [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>"                    \
    "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY d '&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;'>"     \
    "<!ENTITY e '&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;'><!ENTITY f '&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;'>"     \
    "<!ENTITY g '&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;'><!ENTITY h '&g;&g;&g;&g;&g;&g;&g;&g;&g;&g;'>]>"

/* CANARY stands for a file that is there, SERVER for one that answers. */
static const struct attack {
    const char *text;
    const char *message;
} attacks[] = {
    {LAUGHS "<r><item>&h;</item></r>", "line 1: the entity 'h' stands for other entities"},
    {LAUGHS "<r><item t='&h;'>x</item></r>", "line 1: the entity 'h' stands for other entities"},
    {"<!DOCTYPE r [<!ENTITY x '&y;'><!ENTITY y '&x;'>]><r><item>&x;</item></r>",
     "line 1: the entity 'x' stands for other entities"},
    {"<!DOCTYPE r [<!ENTITY x SYSTEM 'CANARY'>]><r><item>&x;</item></r>",
     "line 1: the entity 'x' stands for another file, which is not opened"},
    {"<!DOCTYPE r [<!ENTITY x PUBLIC '-//X' 'file://CANARY'>]><r><item t='&x;'/></r>",
     "line 1: the entity 'x' stands for another file, which is not opened"},
    {"<!DOCTYPE r [<!ENTITY x SYSTEM 'SERVER/x'>]><r><item>&x;</item></r>",
     "line 1: the entity 'x' stands for another file, which is not opened"},
    {"<!DOCTYPE r [<!ENTITY % x SYSTEM 'CANARY'> %x;]><r><item>a</item></r>",
     "line 1: the entity 'x' is a parameter of its DTD, which is not read"},
    {"<!DOCTYPE r [<!ENTITY % x '<!ENTITY y \"z\">'> %x;]><r><item>&y;</item></r>",
     "line 1: the entity 'x' is a parameter of its DTD, which is not read"},
    {"<!DOCTYPE r SYSTEM 'SERVER/r.dtd' [<!ENTITY x SYSTEM 'CANARY' NDATA gif>"
     "]><r><item>&x;</item></r>",
     ""},
    {"<!DOCTYPE r [<!ENTITY x '&#60;item&#62;'>]><r>&x;</r>",
     "line 1: the entity 'x' stands for markup"},
    /* The DTD itself is not opened; without it all is well, which the fault's lack says. */
    {"<!DOCTYPE r SYSTEM 'CANARY'><r><item>a</item></r>", ""},
    {"<r xmlns:xi='http://www.w3.org/2001/XInclude'><item><xi:include parse='text' "
     "href='CANARY'/></item></r>",
     ""},
};

/* `text` with the canary's path for CANARY, and the address of its own server for SERVER. */
static void add_with_canary(struct bytes *out, const char *text, const char *canary,
                            const char *server)
{
    static const char *const names[] = {"CANARY", "SERVER"};
    const char *const values[] = {canary, server};

    while (*text) {
        size_t i = 0;

        while (i < COUNT_OF(names) && strncmp(text, names[i], strlen(names[i])) != 0)
            i++;
        if (i < COUNT_OF(names))
            bytes_add_text(out, values[i]);
        else
            bytes_add_byte(out, *text);
        text += i < COUNT_OF(names) ? strlen(names[i]) : 1;
    }
}

/* A socket that whoever asks SERVER would reach. */
static int listen_here(char *server, size_t size)
{
    struct sockaddr_in address = {.sin_family = AF_INET};
    socklen_t length = sizeof address;
    int listener = socket(AF_INET, SOCK_STREAM, 0);

    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    assert_int_equal(bind(listener, (struct sockaddr *)&address, sizeof address), 0);
    assert_int_equal(listen(listener, 4), 0);
    assert_int_equal(getsockname(listener, (struct sockaddr *)&address, &length), 0);
    (void)snprintf(server, size, "http://127.0.0.1:%d", ntohs(address.sin_port));
    return listener;
}

/*
 * The canary is a pipe that nobody writes to: whoever opens it waits until the
 * alarm ends the test. The server sees whoever calls.
 */
static void nothing_outside_the_document_is_opened(void **state)
{
    char folder[] = "/tmp/test_xml_XXXXXX";
    char canary[64];
    char server[64];
    struct pollfd caller = {.fd = listen_here(server, sizeof server), .events = POLLIN};

    (void)state;
    assert_non_null(mkdtemp(folder));
    (void)snprintf(canary, sizeof canary, "%s/canary", folder);
    assert_int_equal(mkfifo(canary, 0600), 0);
    (void)alarm(30);
    for (size_t i = 0; i < COUNT_OF(attacks); i++) {
        struct bytes text = BYTES_EMPTY;
        struct bytes all = BYTES_EMPTY;
        const char *fault;

        add_with_canary(&text, attacks[i].text, canary, server);
        read_records(&all, bytes_span(&text), 0);
        fault = strchr(bytes_text(&all), '!');
        if (strcmp(fault ? fault + 1 : "", attacks[i].message) != 0)
            fail_msg("%s\nis read as\n%s\nnot\n%s", bytes_text(&text), bytes_text(&all),
                     attacks[i].message);
        bytes_release(&text);
        bytes_release(&all);
    }
    (void)alarm(0);
    assert_int_equal(poll(&caller, 1, 0), 0);
    (void)close(caller.fd);
    (void)unlink(canary);
    (void)rmdir(folder);
}

static double processor_seconds(void)
{
    struct timespec now;

    (void)clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

/* A text of `before`, `times` times `piece`, and `after`. */
static void add_many(struct bytes *out, const char *before, const char *piece, size_t times,
                     const char *after)
{
    bytes_add_text(out, before);
    for (size_t i = 0; i < times; i++)
        bytes_add_text(out, piece);
    bytes_add_text(out, after);
}

static const struct heap {
    const char *before, *piece, *after;
    size_t times;
    const char *end; /* of what is read, with the fault */
} heaps[] = {
    {"<!DOCTYPE r [<!ENTITY x '0123456789012345678901234567890123456789'>]><r><item>", "&x;",
     "</item></r>", 200000,
     "!line 1: the entity 'x' is used so often that it stands for too much text"},
    {"<r><item>", "<a>", "</item></r>", 1000000, "!line 1: elements lie more than 256 deep"},
    {"<r><item", " a='1'", "/></r>", 200000, "or has more than 8192 attributes"},
    {"<r><item t='", "data", "'/></r>", 2000000, "or has more than 8192 attributes"},
    {"<r><item><!--", "comment ", "--></item></r>", 1000000, "item()\n"},
    {"<r><item/><!--", "comment ", "--><item/></r>", 2000000,
     "item()\n!line 1: a comment or the like is longer than 10 MB; the rest is not read"},
    {"<r>", "</a>", "<item/></r>", 500000, "places; the rest is not read"},
    {"<r><item>", " < ", "</item></r>", 200000, "places; the rest is not read"},
    {"<r><item>", "&", "</item></r>", 200000, "&\")\n"},
    {"<r><item t='", "&", "'/></r>", 5000, "&]()\n"},
    {"<r><item>", "0123456789abcdef", "</item></r>", 1200000,
     "!line 1: the article is longer than 16 MB"},
    {"<r><![CDATA[", "]]", "<item/></r>", 500000, "!it ends within the element 'r'"},
    {"<!DOCTYPE r [", "<!ENTITY a 'b'>", "]><r/>", 100000, ""},
    {"", "<", "", 500000, "!there is no XML in it"},
};

static void heaps_of_markup_take_no_time(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(heaps); i++) {
        struct bytes text = BYTES_EMPTY;
        struct bytes all = BYTES_EMPTY;
        double start = processor_seconds();
        double taken;

        add_many(&text, heaps[i].before, heaps[i].piece, heaps[i].times, heaps[i].after);
        read_records(&all, bytes_span(&text), 0);
        taken = processor_seconds() - start;
        if (!span_ends(bytes_span(&all), heaps[i].end) || taken > 8)
            fail_msg("%s%s... takes %.1f s and ends in\n%s", heaps[i].before, heaps[i].piece, taken,
                     bytes_text(&all) + (all.count > 200 ? all.count - 200 : 0));
        bytes_release(&text);
        bytes_release(&all);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(records_are_read_as_far_as_they_go),
        cmocka_unit_test(the_size_of_a_push_makes_no_difference),
        cmocka_unit_test(nothing_outside_the_document_is_opened),
        cmocka_unit_test(heaps_of_markup_take_no_time),
    };

    return cmocka_run_group_tests_name("xml", tests, NULL, NULL);
}
