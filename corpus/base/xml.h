/*
 * XML, read through libxml2 into light trees: the only door to its parser.
 *
 *     static const char *const records[] = {"item", "entry", NULL};
 *     struct xml *xml = xml_open(records);
 *
 *     while (more) {
 *         more = xml_push(xml, chunk, false);
 *         while ((node = xml_record(xml)))
 *             use(xmltree_child(node, "title"));
 *     }
 *     xml_close(xml);
 *
 * A record is an element of one of the names given, with all that is in it; it
 * is handed out once it is whole, and then forgotten. What stands outside of
 * records is in the tree of xml_root(), which grows as the text is pushed; of
 * a document opened without records that is all of it.
 *
 * Safe: no file, no network and no DTD is ever opened. Entities are those of
 * XML and HTML, and those the document's own DTD gives a short plain text;
 * one that stands for other entities, for a file, or for much text ends the
 * reading with a fault, as does a parameter entity. So do more than
 * XML_DEPTH_MAX levels (256), and a record or a head past XML_HELD_MAX
 * (16 MB).
 *
 * Forgiving: what is ill-formed is read for what it is worth. An end tag ends
 * the nearest open element of its name, one that ends none is passed over, and
 * a record ends where the next of its name begins.
 */
#ifndef CORPUS_BASE_XML_H
#define CORPUS_BASE_XML_H

#include "corpus/base/fault.h"
#include "corpus/base/span.h"
#include "corpus/base/xmlgrow.h"
#include "corpus/base/xmltree.h"

struct xml;

/* `records` ends in NULL, is borrowed, and may itself be NULL. */
struct xml *xml_open(const char *const *records);

/*
 * Reads on. `text` is UTF-8, whatever the document declares; what XML does
 * not allow in it is shown as U+FFFD and counted. `last`: no more will come.
 * False once reading is over: at the last text, after the root element, or by
 * a fault; see xml_fault().
 */
bool xml_push(struct xml *xml, struct span text, bool last);

/* The next record that is whole, valid until the next xml_push(); NULL where none is. */
const struct xml_node *xml_record(struct xml *xml);

/* The root element, valid until xml_close(); NULL before it began. */
const struct xml_node *xml_root(const struct xml *xml);

/* What ended the reading before the end; of kind FAULT_NONE where nothing did. */
const struct fault *xml_fault(const struct xml *xml);

/* Characters that XML does not allow, so far. */
size_t xml_replaced(const struct xml *xml);

void xml_close(struct xml *xml); /* NULL is allowed */

#endif
