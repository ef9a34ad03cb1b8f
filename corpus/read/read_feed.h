/*
 * Feeds: RSS 0.9x, 1.0 (RDF) and 2.0, Atom 0.3 and 1.0. An item is an article.
 *
 * The text is the fullest the item has: content:encoded or Atom's content,
 * else the description or summary, as fragment.h reads them; an item without
 * any is left out. The date is when it was first published, else when it was
 * changed. The id is the item's guid or id, else its link. What the item does
 * not say the feed may: its title is the outlet, and its language holds; an
 * Atom feed's authors are those of its entries.
 *
 * Feeds are read as a stream; what a feed larger than 256 KB says of itself
 * after its items is not known to the first of them.
 */
#ifndef CORPUS_READ_READ_FEED_H
#define CORPUS_READ_READ_FEED_H

#include "corpus/read/format.h"

extern const struct format read_feed_format;

#endif
