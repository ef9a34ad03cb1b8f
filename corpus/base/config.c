#include "corpus/base/config.h"

#include "corpus/base/hash.h"

#include <stddef.h>
#include <string.h>

enum value_kind { VALUE_TEXT, VALUE_FILE, VALUE_NUMBER, VALUE_VOTES, VALUE_MAPPING };

static const struct key {
    const char *name;
    enum value_kind kind;
    size_t offset;        /* of its field in struct config; mappings are read when asked for */
    uint32_t least, most; /* of a number */
} keys[] = {
    {"zone", VALUE_TEXT, offsetof(struct config, zone), 0, 0},
    {"topics", VALUE_FILE, offsetof(struct config, topics), 0, 0},
    {"report_language", VALUE_TEXT, offsetof(struct config, report_language), 0, 0},
    {"paper", VALUE_TEXT, offsetof(struct config, paper), 0, 0},
    {"people", VALUE_FILE, offsetof(struct config, people), 0, 0},
    {"baseline_weeks", VALUE_NUMBER, offsetof(struct config, baseline_weeks), 1, 104},
    {"minimum_articles", VALUE_NUMBER, offsetof(struct config, minimum_articles), 2, 1000},
    {"count", VALUE_VOTES, offsetof(struct config, one_vote), 0, 0},
    {"story_days", VALUE_NUMBER, offsetof(struct config, story_days), 0, 60},
    {"outlets", VALUE_MAPPING, 0, 0, 0},
    {"fields", VALUE_MAPPING, 0, 0, 0},
};

static bool refuse(const struct yaml_node *node, const char *name, const char *why,
                   struct fault *fault)
{
    return fault_set(fault, FAULT_USAGE, "%s line %u: '%.*s' %s", name, node->line,
                     SPAN_PRINT(node->key), why);
}

static bool read_number(uint32_t *number, struct span text)
{
    uint32_t value = 0;

    for (size_t i = 0; i < text.length; i++) {
        if (text.bytes[i] < '0' || text.bytes[i] > '9' || value > 99999)
            return false;
        value = value * 10 + (uint32_t)(text.bytes[i] - '0');
    }
    *number = value;
    return text.length > 0;
}

/* The path of a file that is named beside the configuration `name`. */
static struct span path_beside(struct arena *arena, const char *name, struct span file)
{
    const char *slash = strrchr(name, '/');
    size_t folder = slash ? (size_t)(slash - name) + 1 : 0;
    char *path;

    if (folder == 0 || file.length == 0 || file.bytes[0] == '/')
        return file;
    path = arena_new(arena, folder + file.length + 1, 1);
    memcpy(path, name, folder);
    memcpy(path + folder, file.bytes, file.length);
    return (struct span){path, folder + file.length};
}

static bool read_value(struct config *config, const struct key *key, const struct yaml_node *node,
                       const char *name, struct fault *fault)
{
    void *field = (char *)config + key->offset;
    uint32_t number;

    if (key->kind == VALUE_MAPPING)
        return node->kind == YAML_MAPPING || refuse(node, name, "must hold keys of its own", fault);
    if (node->kind != YAML_SCALAR)
        return refuse(node, name, "must be one value", fault);
    if (key->kind == VALUE_TEXT) {
        *(struct span *)field = node->text;
        return true;
    }
    if (key->kind == VALUE_FILE) {
        *(struct span *)field = path_beside(&config->yaml.arena, name, node->text);
        return true;
    }
    if (key->kind == VALUE_VOTES) {
        *(bool *)field = span_is(node->text, "stories");
        return *(bool *)field || span_is(node->text, "articles") ||
               refuse(node, name, "must be articles or stories", fault);
    }
    if (!read_number(&number, node->text) || number < key->least || number > key->most)
        return fault_set(fault, FAULT_USAGE, "%s line %u: '%s' must be a number from %u to %u",
                         name, node->line, key->name, key->least, key->most);
    *(uint32_t *)field = number;
    return true;
}

static bool read_key(struct config *config, const struct yaml_node *node, const char *name,
                     struct fault *fault)
{
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        if (span_is(node->key, keys[i].name))
            return read_value(config, &keys[i], node, name, fault);
    }
    return refuse(node, name, "is no key of the configuration", fault);
}

bool config_read(struct config *config, struct span text, const char *name, struct fault *fault)
{
    struct config found = CONFIG_EMPTY;
    bool done = yaml_read(&found.yaml, text, name, fault);

    if (done && found.yaml.root && found.yaml.root->kind != YAML_MAPPING)
        done =
            fault_set(fault, FAULT_USAGE, "%s: the configuration must be keys with values", name);
    for (const struct yaml_node *node = done && found.yaml.root ? found.yaml.root->first : NULL;
         done && node; node = node->next)
        done = read_key(&found, node, name, fault);
    if (!done) {
        config_release(&found);
        return false;
    }
    *config = found;
    return true;
}

/* True when `source` is the node's text, or one of its items. */
static bool names_it(const struct yaml_node *node, struct span source)
{
    if (node->kind == YAML_SCALAR)
        return span_equal(node->text, source);
    for (const struct yaml_node *item = node->first; item; item = item->next) {
        if (span_equal(item->text, source))
            return true;
    }
    return false;
}

struct span config_outlet(const struct config *config, struct span source)
{
    const struct yaml_node *outlets = yaml_member(config->yaml.root, "outlets");

    for (const struct yaml_node *node = outlets ? outlets->first : NULL; node; node = node->next) {
        if (names_it(node, source))
            return node->key;
    }
    return source;
}

struct span config_field(const struct config *config, const char *field)
{
    return yaml_text(yaml_member(config->yaml.root, "fields"), field);
}

/* A mapping's members and their texts or items; nothing below those is read. */
static uint64_t hash_mapping(const struct yaml_node *mapping, uint64_t hash)
{
    for (const struct yaml_node *node = mapping ? mapping->first : NULL; node; node = node->next) {
        hash = hash_bytes(node->text, hash_bytes(node->key, hash));
        for (const struct yaml_node *item = node->first; item; item = item->next)
            hash = hash_bytes(item->text, hash);
    }
    return hash;
}

uint64_t config_hash(const struct config *config)
{
    const struct yaml_node *root = config->yaml.root;

    return hash_mapping(yaml_member(root, "outlets"), hash_mapping(yaml_member(root, "fields"), 0));
}

void config_release(struct config *config)
{
    yaml_release(&config->yaml);
    *config = CONFIG_EMPTY;
}
