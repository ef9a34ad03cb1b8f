/*
 * Any bytes at all: yaml_read() refuses them and is empty, or its tree goes no
 * deeper than it may and only scalars have texts.
 */
#include "corpus/base/yaml.h"

#include <stdlib.h>

enum { DEPTH_MAX = 32 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_node(const struct yaml_node *node, int depth)
{
    if (depth > DEPTH_MAX || node->line == 0)
        abort();
    if (node->kind == YAML_SCALAR ? node->first != NULL : node->text.length != 0)
        abort();
    for (const struct yaml_node *child = node->first; child; child = child->next)
        check_node(child, depth + 1);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct yaml yaml = YAML_EMPTY;
    struct fault fault;

    if (!yaml_read(&yaml, (struct span){(const char *)data, size}, "fuzz", &fault) && yaml.root)
        abort();
    if (yaml.root)
        check_node(yaml.root, 0);
    yaml_release(&yaml);
    return 0;
}
