#include "reports/draw/pdf_finish.h"

#include "corpus/base/hash.h"
#include "corpus/base/memory.h"
#include "reports/draw/xmltext.h"

#include <assert.h>
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>

enum { XREF_ENTRY = 20, ID_DIGITS = 32 };

/* The file as it was, and the objects that the update writes anew. */
struct update {
    struct bytes *pdf;
    size_t old_size;   /* bytes before the update */
    size_t xref;       /* where the old cross-reference table is */
    size_t count;      /* objects */
    size_t root, info; /* their numbers */
    size_t *offsets;   /* of the old objects */
    size_t *written;   /* of the new ones, by number; 0 where unchanged */
};

/* Where `needle` first stands at or after `from`; the length of `text` where nowhere. */
static size_t find(struct span text, size_t from, const char *needle)
{
    size_t length = strlen(needle);

    while (from + length <= text.length) {
        const char *hit = memchr(text.bytes + from, needle[0], text.length - from - length + 1);

        if (!hit)
            break;
        if (memcmp(hit, needle, length) == 0)
            return (size_t)(hit - text.bytes);
        from = (size_t)(hit - text.bytes) + 1;
    }
    return text.length;
}

static struct span old_file(const struct update *update)
{
    return (struct span){update->pdf->items, update->old_size};
}

/* The decimal number after `name` at or after `from`; 0 where there is none. */
static size_t number_after(const struct update *update, size_t from, const char *name)
{
    struct span file = old_file(update);
    size_t at = find(file, from, name);

    if (at == file.length)
        return 0;
    /* A NUL follows the last byte, so strtoull stops within the buffer. */
    return (size_t)strtoull(file.bytes + at + strlen(name), NULL, 10);
}

static bool read_tables(struct update *update, struct fault *fault)
{
    struct span file = old_file(update);
    size_t tail = file.length > 64 ? file.length - 64 : 0;
    char head[48];
    size_t start;

    update->xref = number_after(update, tail, "startxref\n");
    update->count = number_after(update, update->xref, "/Size ");
    update->root = number_after(update, update->xref, "/Root ");
    update->info = number_after(update, update->xref, "/Info ");
    (void)snprintf(head, sizeof head, "xref\n0 %zu\n", update->count);
    start = update->xref + strlen(head);
    if (!update->xref || !update->root || !update->info || update->root >= update->count ||
        update->info >= update->count || update->count > file.length / XREF_ENTRY ||
        start + update->count * XREF_ENTRY > file.length ||
        memcmp(file.bytes + update->xref, head, strlen(head)) != 0)
        return fault_set(fault, FAULT_OUTPUT, "the PDF that Cairo wrote has an unknown structure");
    update->offsets = memory_new(update->count, sizeof *update->offsets);
    update->written = memory_new(update->count + 1, sizeof *update->written);
    for (size_t i = 0; i < update->count; i++) {
        size_t offset = (size_t)strtoull(file.bytes + start + i * XREF_ENTRY, NULL, 10);

        update->offsets[i] = offset < file.length ? offset : 0;
    }
    return true;
}

/* A copy of what stands between `obj` and `endobj`. */
static void copy_object(const struct update *update, size_t number, struct bytes *body)
{
    struct span file = old_file(update);
    size_t start = find(file, update->offsets[number], "obj") + strlen("obj");
    size_t end = start < file.length ? find(file, start, "endobj") : start;

    bytes_clear(body);
    if (start < file.length)
        bytes_add(body, span_trim(span_cut(file, start, end)));
}

static void begin_object(struct update *update, size_t number)
{
    assert(update->written);
    update->written[number] = update->pdf->count;
    bytes_print(update->pdf, "%zu 0 obj\n", number);
}

static void end_object(struct update *update)
{
    bytes_add_text(update->pdf, "\nendobj\n");
}

/* Writes a dictionary anew with `entries` before its end. */
static void extend_object(struct update *update, size_t number, const struct bytes *body,
                          const char *entries)
{
    struct span old = bytes_span(body);
    size_t end = old.length;

    while (end > 1 && !(old.bytes[end - 1] == '>' && old.bytes[end - 2] == '>'))
        end--;
    begin_object(update, number);
    bytes_add(update->pdf, span_cut(old, 0, end > 1 ? end - 2 : 0));
    bytes_add_text(update->pdf, entries);
    bytes_add_text(update->pdf, ">>");
    end_object(update);
}

/* A text as UTF-16 in hexadecimal, which needs no escapes; `text` is UTF-8. */
static void add_hex_text(struct bytes *out, struct span text)
{
    bytes_add_text(out, "<FEFF");
    for (size_t i = 0; i < text.length;) {
        unsigned char lead = (unsigned char)text.bytes[i];
        size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        uint32_t code = length == 1 ? lead : lead & (0xFFU >> (length + 1));

        for (size_t k = 1; k < length && i + k < text.length; k++)
            code = code << 6 | ((unsigned char)text.bytes[i + k] & 0x3F);
        if (code >= 0x10000)
            bytes_print(out, "%04X%04X", (unsigned)(0xD800 + ((code - 0x10000) >> 10)),
                        (unsigned)(0xDC00 + (code & 0x3FF)));
        else
            bytes_print(out, "%04X", (unsigned)code);
        i += length;
    }
    bytes_add_byte(out, '>');
}

static void add_xmp(struct bytes *out, const struct pdf_finish *finish)
{
    bytes_add_text(out, "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                        "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF "
                        "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
                        "<rdf:Description rdf:about=\"\" "
                        "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
                        "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">\n"
                        "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">");
    xmltext_add(out, finish->title);
    bytes_add_text(out, "</rdf:li></rdf:Alt></dc:title>\n");
    if (finish->author.length) {
        bytes_add_text(out, "<dc:creator><rdf:Seq><rdf:li>");
        xmltext_add(out, finish->author);
        bytes_add_text(out, "</rdf:li></rdf:Seq></dc:creator>\n");
    }
    bytes_add_text(out, "<dc:language><rdf:Bag><rdf:li>");
    xmltext_add(out, finish->language);
    bytes_add_text(out, "</rdf:li></rdf:Bag></dc:language>\n<xmp:CreateDate>");
    xmltext_add(out, finish->created);
    bytes_add_text(out, "</xmp:CreateDate>\n</rdf:Description></rdf:RDF></x:xmpmeta>\n"
                        "<?xpacket end=\"r\"?>");
}

static void write_metadata(struct update *update, const struct pdf_finish *finish)
{
    struct bytes xmp = BYTES_EMPTY;

    add_xmp(&xmp, finish);
    begin_object(update, update->count);
    bytes_print(update->pdf, "<< /Type /Metadata /Subtype /XML /Length %zu >>\nstream\n",
                xmp.count);
    bytes_add(update->pdf, bytes_span(&xmp));
    bytes_add_text(update->pdf, "\nendstream");
    end_object(update);
    bytes_release(&xmp);
}

static void write_catalog(struct update *update, const struct pdf_finish *finish)
{
    struct bytes body = BYTES_EMPTY;
    struct bytes entries = BYTES_EMPTY;

    copy_object(update, update->root, &body);
    bytes_add_text(&entries, "   /Lang ");
    add_hex_text(&entries, finish->language);
    bytes_print(&entries,
                "\n   /ViewerPreferences << /DisplayDocTitle true >>\n   /Metadata %zu 0 R\n",
                update->count);
    extend_object(update, update->root, &body, bytes_text(&entries));
    bytes_release(&entries);
    bytes_release(&body);
}

/* Cairo 1.16 writes (2026...) where PDF wants (D:2026...). */
static void write_info(struct update *update)
{
    static const char *const names[] = {"/CreationDate (", "/ModDate ("};
    struct bytes body = BYTES_EMPTY;
    struct span old;
    size_t done = 0;

    copy_object(update, update->info, &body);
    old = bytes_span(&body);
    begin_object(update, update->info);
    for (size_t n = 0; n < sizeof names / sizeof *names; n++) {
        size_t at = find(old, done, names[n]) + strlen(names[n]);

        if (at >= old.length || !isdigit((unsigned char)old.bytes[at]))
            continue;
        bytes_add(update->pdf, span_cut(old, done, at));
        bytes_add_text(update->pdf, "D:");
        done = at;
    }
    bytes_add(update->pdf, span_cut(old, done, old.length));
    end_object(update);
    bytes_release(&body);
}

static bool is_figure(const struct update *update, size_t number, struct bytes *body)
{
    struct span file = old_file(update);
    size_t at = update->offsets[number];
    struct span head = span_cut(file, at, at + 64 < file.length ? at + 64 : file.length);

    if (!at || find(head, 0, "/Type /StructElem") == head.length)
        return false;
    copy_object(update, number, body);
    return find(bytes_span(body), 0, "/S /Figure") < body->count;
}

/* Cairo numbers the elements in the order of the document. */
static bool write_alternatives(struct update *update, const struct pdf_finish *finish,
                               struct fault *fault)
{
    struct bytes body = BYTES_EMPTY;
    struct bytes entry = BYTES_EMPTY;
    size_t found = 0;

    for (size_t i = 1; i < update->count; i++) {
        if (!is_figure(update, i, &body))
            continue;
        if (found < finish->alternative_count) {
            bytes_clear(&entry);
            bytes_add_text(&entry, "   /Alt ");
            add_hex_text(&entry, finish->alternatives[found]);
            bytes_add_byte(&entry, '\n');
            extend_object(update, i, &body, bytes_text(&entry));
        }
        found++;
    }
    bytes_release(&entry);
    bytes_release(&body);
    if (found == finish->alternative_count)
        return true;
    return fault_set(fault, FAULT_OUTPUT, "the PDF has %zu figures, but %zu text alternatives",
                     found, finish->alternative_count);
}

static void write_tables(struct update *update)
{
    size_t start = update->pdf->count;
    char id[HASH_HEX_SIZE];

    bytes_add_text(update->pdf, "xref\n");
    for (size_t i = 0; i <= update->count; i++)
        if (update->written[i])
            bytes_print(update->pdf, "%zu 1\n%010zu 00000 n \n", i, update->written[i]);
    hash_sha256(id, bytes_span(update->pdf));
    id[ID_DIGITS] = '\0';
    bytes_print(update->pdf,
                "trailer\n<< /Size %zu /Root %zu 0 R /Info %zu 0 R /Prev %zu /ID [ <%s> <%s> ] "
                ">>\nstartxref\n%zu\n%%%%EOF\n",
                update->count + 1, update->root, update->info, update->xref, id, id, start);
}

bool pdf_finish(struct bytes *pdf, const struct pdf_finish *finish, struct fault *fault)
{
    struct update update = {.pdf = pdf, .old_size = pdf->count};
    bool ok = pdf->count > 0 || fault_set(fault, FAULT_OUTPUT, "the PDF that Cairo wrote is empty");

    ok = ok && read_tables(&update, fault);
    if (ok) {
        write_metadata(&update, finish);
        write_catalog(&update, finish);
        write_info(&update);
        ok = write_alternatives(&update, finish, fault);
    }
    if (ok)
        write_tables(&update);
    else if (pdf->count > update.old_size) {
        pdf->count = update.old_size;
        pdf->items[pdf->count] = '\0';
    }
    free(update.offsets);
    free(update.written);
    return ok;
}
