#include "analysis/dictionary/dictionary_inside.h"
#include "corpus/base/yaml.h"

/* What a `rule` holds. */
enum { WITHIN_DEFAULT = 3, HITS_MAX = 1000000 };

static const char *const rule_keys[] = {"hits", "title", "unless", "within", "except"};

/* A mapping with rules' keys alone: a category of that name may have others. */
static bool is_rule(const struct yaml_node *node)
{
    if (!span_is(node->key, "rule") || node->kind != YAML_MAPPING || !node->first)
        return false;
    for (const struct yaml_node *member = node->first; member; member = member->next) {
        bool known = false;

        for (size_t i = 0; i < sizeof rule_keys / sizeof *rule_keys; i++)
            known |= span_is(member->key, rule_keys[i]);
        if (!known)
            return false;
    }
    return true;
}

/* A number of a rule, and what it may be. */
struct rule_number {
    const char *key;
    uint32_t least, most;
};

/* Replaces `number` where the rule has it. */
static bool read_number(uint32_t *number, struct dictionary_source *source,
                        const struct yaml_node *rule, struct rule_number wanted,
                        struct fault *fault)
{
    const struct yaml_node *node = yaml_member(rule, wanted.key);
    uint32_t value = 0;
    bool digits;

    if (!node)
        return true;
    digits = node->kind == YAML_SCALAR && node->text.length > 0;
    for (size_t i = 0; digits && i < node->text.length; i++) {
        digits = node->text.bytes[i] >= '0' && node->text.bytes[i] <= '9' && value <= wanted.most;
        value = value * 10 + (uint32_t)(node->text.bytes[i] - '0');
    }
    source->line = node->line;
    if (!digits || value < wanted.least || value > wanted.most)
        return dictionary_refuse(source, fault, "%s must be a number from %u to %u", wanted.key,
                                 wanted.least, wanted.most);
    *number = value;
    return true;
}

static bool read_unless(uint32_t *unless, struct dictionary_source *source,
                        const struct yaml_node *list, uint32_t within, struct fault *fault)
{
    struct dictionary_condition condition = {
        .side = DICTIONARY_AFTER, .denied = true, .within = within};
    struct span never = SPAN_EMPTY;

    source->line = list->line;
    if (list->kind != YAML_SEQUENCE || !list->first)
        return dictionary_refuse(source, fault, "unless must be a list of words, as [not, no]");
    for (const struct yaml_node *item = list->first; item; item = item->next) {
        source->line = item->line;
        if (item->kind != YAML_SCALAR)
            return dictionary_refuse(source, fault, "unless must be a list of words, as [not, no]");
        if (!dictionary_add_alternative(source, &condition, item->text, &never, fault))
            return false;
        if (never.length)
            return dictionary_refuse(source, fault, "%.*s", SPAN_PRINT(never));
    }
    *unless = dictionary_add_condition(source->dictionary, condition);
    return true;
}

static bool read_rule(struct dictionary_rule *rule, uint32_t *unless,
                      struct dictionary_source *source, const struct yaml_node *node,
                      struct fault *fault)
{
    const struct yaml_node *list = yaml_member(node, "unless");
    uint32_t within = WITHIN_DEFAULT;

    return read_number(&rule->hits, source, node, (struct rule_number){"hits", 1, HITS_MAX},
                       fault) &&
           read_number(&rule->title, source, node, (struct rule_number){"title", 0, HITS_MAX},
                       fault) &&
           read_number(&within, source, node,
                       (struct rule_number){"within", 1, DICTIONARY_WITHIN_MAX}, fault) &&
           (!list || read_unless(unless, source, list, within, fault));
}

/* The rule's exclusions, which are entries as others are. */
static bool add_exceptions(struct dictionary_source *source, uint32_t category,
                           const struct yaml_node *rule, struct fault *fault)
{
    const struct yaml_node *list = yaml_member(rule, "except");
    struct bytes entry = BYTES_EMPTY;
    bool done = true;

    if (!list)
        return true;
    source->line = list->line;
    if (list->kind != YAML_SEQUENCE || category == DICTIONARY_NONE)
        return dictionary_refuse(source, fault, "except must be a list of entries, in a category");
    for (const struct yaml_node *item = list->first; done && item; item = item->next) {
        source->line = item->line;
        bytes_clear(&entry);
        bytes_add_text(&entry, "NOT ");
        bytes_add(&entry, item->text);
        done = dictionary_add_entry(source, category, bytes_span(&entry), fault);
    }
    bytes_release(&entry);
    return done;
}

static bool add_entry(struct dictionary_source *source, uint32_t category,
                      const struct yaml_node *item, struct fault *fault)
{
    source->line = item->line;
    if (item->kind != YAML_SCALAR)
        return dictionary_refuse(source, fault, "an entry must be a word or a phrase");
    return dictionary_add_entry(source, category, item->text, fault);
}

/* The rule comes first, wherever it stands: what is below takes it over. */
static bool apply_rule(struct dictionary_source *source, uint32_t category,
                       const struct yaml_node *mapping, struct fault *fault)
{
    for (const struct yaml_node *node = mapping->first; node; node = node->next) {
        struct dictionary_rule *rule = &source->rule;
        uint32_t *unless = &source->unless;

        if (category != DICTIONARY_NONE) {
            rule = &source->dictionary->categories[category].rule;
            unless = &source->dictionary->categories[category].unless;
        }
        if (is_rule(node) && !(read_rule(rule, unless, source, node, fault) &&
                               add_exceptions(source, category, node, fault)))
            return false;
    }
    return true;
}

static bool add_members(struct dictionary_source *source, uint32_t parent,
                        const struct yaml_node *mapping, struct fault *fault);

/* Levels are few: yaml.h reads 32, categories end at DICTIONARY_DEPTH_MAX. */
static bool add_category(struct dictionary_source *source, uint32_t parent,
                         const struct yaml_node *node, struct fault *fault)
{
    uint32_t category;

    source->line = node->line;
    if (!dictionary_add_category(&category, source, parent, node->key, fault))
        return false;
    if (node->kind == YAML_MAPPING)
        return apply_rule(source, category, node, fault) &&
               add_members(source, category, node, fault);
    if (node->kind == YAML_SCALAR)
        return add_entry(source, category, node, fault);
    for (const struct yaml_node *item = node->first; item; item = item->next) {
        /* In a list there may be entries, and mappings of further categories. */
        if (item->kind == YAML_MAPPING ? !add_members(source, category, item, fault)
                                       : !add_entry(source, category, item, fault))
            return false;
    }
    return true;
}

static bool add_members(struct dictionary_source *source, uint32_t parent,
                        const struct yaml_node *mapping, struct fault *fault)
{
    for (const struct yaml_node *node = mapping->first; node; node = node->next) {
        if (!is_rule(node) && !add_category(source, parent, node, fault))
            return false;
    }
    return true;
}

bool dictionary_yaml(struct dictionary_source *source, struct fault *fault)
{
    struct yaml tree = YAML_EMPTY;
    bool done = yaml_read(&tree, source->text, source->name, fault);

    source->has_operators = true;
    if (done && tree.root && tree.root->kind != YAML_MAPPING) {
        source->line = tree.root->line;
        done = dictionary_refuse(source, fault, "a topic and a colon must stand here");
    }
    if (done && tree.root)
        done = apply_rule(source, DICTIONARY_NONE, tree.root, fault) &&
               add_members(source, DICTIONARY_NONE, tree.root, fault);
    yaml_release(&tree);
    return done;
}
