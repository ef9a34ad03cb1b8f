#include "corpus/read/xmlrecords.h"

#include "corpus/base/xmlhead.h"
#include "corpus/read/charset.h"
#include "corpus/text/utf8.h"

/* Large, so that of most files all is read before the first record is handed out. */
enum { CHUNK = 256 << 10 };

/* Characters from which UTF-8 is sure where a charset of one byte, or of more, was declared. */
enum { SURE_NARROW = 2, SURE_WIDE = 8 };

/* Without the bytes of a last character that may only have begun. */
static struct span whole_characters(struct span text)
{
    size_t back = 0;

    while (back < 3 && back < text.length &&
           ((unsigned char)text.bytes[text.length - 1 - back] & 0xC0) == 0x80)
        back++;
    if (back < text.length && (unsigned char)text.bytes[text.length - 1 - back] >= 0xC0)
        return span_cut(text, 0, text.length - 1 - back);
    return text;
}

static bool is_utf8(struct span text)
{
    struct charset_tally tally = charset_tally(text);

    return tally.stray == 0 || tally.good > tally.stray;
}

/* True for bytes that are UTF-8 and, so many of them, by no chance what was declared. */
static bool is_surely_utf8(struct span text, const char *declared)
{
    bool narrow = strncmp(declared, "WINDOWS-", strlen("WINDOWS-")) == 0 ||
                  strncmp(declared, "ISO-8859-", strlen("ISO-8859-")) == 0;
    struct charset_tally tally = charset_tally(text);

    return tally.stray == 0 && tally.good >= (narrow ? SURE_NARROW : SURE_WIDE);
}

/* True where the input now is, or already was, in UTF-8 by this label. */
static bool convert(struct input *input, struct span label)
{
    const char *name = charset_named(label);

    if (name && strcmp(name, "UTF-8") == 0)
        return is_utf8(input_ahead(input, CHUNK));
    if (name && strncmp(name, "UTF-", 4) != 0 && is_surely_utf8(input_ahead(input, CHUNK), name))
        return true;
    return name && input_convert(input, name);
}

/*
 * What XML declares of itself holds before what came with it, unless it is plainly UTF-8;
 * without both it is that.
 */
static void see_to_charset(struct input *input)
{
    char label[XMLHEAD_ROOM];

    if (xmlhead_charset(label, input_ahead(input, XMLHEAD_LOOK)) && convert(input, span_of(label)))
        return;
    if (convert(input, input_about(input)->charset))
        return;
    if (!is_utf8(input_ahead(input, CHUNK)))
        (void)input_convert(input, "WINDOWS-1252");
}

static void push(struct xmlrecords *records, struct input *input)
{
    struct span text = input_ahead(input, CHUNK);
    bool last = text.length < CHUNK;

    if (text.length > CHUNK)
        text.length = CHUNK;
    if (!last)
        text = whole_characters(text);
    if (utf8_valid_length(text) == text.length) {
        records->more = xml_push(records->xml, text, last);
    } else {
        bytes_clear(&records->mended);
        records->replaced += utf8_repair(&records->mended, text);
        records->more = xml_push(records->xml, bytes_span(&records->mended), last);
    }
    input_take(input, text.length);
    records->pushes++;
}

void xmlrecords_open(struct xmlrecords *records, const char *const *names, struct input *input)
{
    *records = (struct xmlrecords){.xml = xml_open(names), .more = true};
    see_to_charset(input);
}

const struct xml_node *xmlrecords_next(struct xmlrecords *records, struct input *input)
{
    const struct xml_node *node;

    while (!(node = xml_record(records->xml)) && records->more)
        push(records, input);
    return node;
}

size_t xmlrecords_replaced(struct xmlrecords *records)
{
    size_t all = records->replaced + xml_replaced(records->xml);
    size_t since = all - records->told;

    records->told = all;
    return since;
}

void xmlrecords_release(struct xmlrecords *records)
{
    xml_close(records->xml);
    bytes_release(&records->mended);
    *records = XMLRECORDS_EMPTY;
}
