/*
 * YAML, read through libyaml into a tree of nodes.
 *
 *     struct yaml yaml = YAML_EMPTY;
 *     if (!yaml_read(&yaml, text, "topics.yaml", &fault))
 *         return false;
 *     for (const struct yaml_node *item = yaml.root->first; item; item = item->next)
 *         use(item->key, item->text);
 *     yaml_release(&yaml);
 *
 * Aliases are refused (they can make a small file large), as are a second
 * document and more than 32 levels. Of a key that stands twice yaml_member()
 * finds the first.
 */
#ifndef CORPUS_BASE_YAML_H
#define CORPUS_BASE_YAML_H

#include "corpus/base/arena.h"
#include "corpus/base/fault.h"
#include "corpus/base/span.h"

#include <stdint.h>

enum yaml_kind { YAML_SCALAR, YAML_SEQUENCE, YAML_MAPPING };

struct yaml_node {
    enum yaml_kind kind;
    struct span key;         /* of a mapping's member; else empty */
    struct span text;        /* of a scalar */
    uint32_t line;           /* from 1 */
    struct yaml_node *first; /* of a sequence's items or a mapping's members */
    struct yaml_node *next;  /* the next of the same parent */
};

struct yaml {
    struct arena arena;
    struct yaml_node *root; /* NULL for an empty document */
};

#define YAML_EMPTY ((struct yaml){0})

/*
 * Reads the document in `text` into `yaml`, which is empty. Fails with
 * FAULT_USAGE, naming `name` and the line; `yaml` is then empty.
 */
bool yaml_read(struct yaml *yaml, struct span text, const char *name, struct fault *fault);

/* The member of a mapping with this key, or NULL. */
const struct yaml_node *yaml_member(const struct yaml_node *mapping, const char *key);

/* The text of a scalar member, or an empty span. */
struct span yaml_text(const struct yaml_node *mapping, const char *key);

void yaml_release(struct yaml *yaml);

#endif
