#include "analysis/dictionary/dictionary_inside.h"
#include "corpus/base/embed.h"
#include "corpus/base/memory.h"
#include "corpus/text/utf8.h"

EMBED(dictionary_en, "analysis/topics/en.yaml");
EMBED(dictionary_ru, "analysis/topics/ru.yaml");
EMBED(dictionary_de, "analysis/topics/de.yaml");

/* The first line with anything in it but a comment; an empty span where there is none. */
static struct span first_line(struct span text)
{
    for (size_t at = 0; at < text.length;) {
        size_t end = span_line_end(text, at);
        struct span line = span_trim(span_cut(text, at, end));

        if (line.length && line.bytes[0] != '#')
            return line;
        at = end + 1;
    }
    return SPAN_EMPTY;
}

/* A name without a colon on the first line, and a weight at the end of another. */
static bool is_wordstat(struct span text)
{
    struct span first = first_line(text);

    if (first.length == 0 || memchr(first.bytes, ':', first.length) || first.bytes[0] == '-' ||
        first.bytes[0] == '[' || first.bytes[0] == '{')
        return false;
    for (size_t at = 0; at < text.length;) {
        size_t end = span_line_end(text, at);
        struct span line = span_trim(span_cut(text, at, end));

        if (line.length > 3 && span_ends(line, ")") && line.bytes[line.length - 2] >= '0' &&
            line.bytes[line.length - 2] <= '9')
            return true;
        at = end + 1;
    }
    return false;
}

typedef bool dictionary_reader(struct dictionary_source *source, struct fault *fault);

static dictionary_reader *choose(struct span text)
{
    struct span first = first_line(text);

    if (span_starts(first, "<"))
        return dictionary_yoshikoder;
    if (span_is(first, "%"))
        return dictionary_liwc;
    if (span_starts(first, "+"))
        return dictionary_lexicoder;
    return is_wordstat(text) ? dictionary_wordstat : dictionary_yaml;
}

static uint32_t add_language(struct dictionary *dictionary, struct span language)
{
    if (language.length == 0)
        return 0;
    for (uint32_t i = 0; i < dictionary->language_count; i++) {
        if (span_equal(dictionary->languages[i], language))
            return i + 1;
    }
    dictionary->languages =
        memory_grow(dictionary->languages, &dictionary->language_capacity,
                    dictionary->language_count + 1, sizeof *dictionary->languages);
    dictionary->languages[dictionary->language_count] = arena_copy(&dictionary->arena, language);
    return (uint32_t)++dictionary->language_count;
}

/* Refuses what is no UTF-8, with the line of the first wrong byte. */
static bool check_text(struct dictionary_source *source, struct fault *fault)
{
    size_t valid = utf8_valid_length(source->text);

    if (valid == source->text.length && !memchr(source->text.bytes, '\0', valid))
        return true;
    if (valid == source->text.length)
        valid =
            (size_t)((const char *)memchr(source->text.bytes, '\0', valid) - source->text.bytes);
    source->line = 1;
    for (size_t i = 0; i < valid; i++)
        source->line += source->text.bytes[i] == '\n';
    return dictionary_refuse(source, fault, "a dictionary must be a text in UTF-8");
}

bool dictionary_read(struct dictionary *dictionary, struct span text, const char *name,
                     struct span language, struct fault *fault)
{
    struct dictionary_source source = {
        .dictionary = dictionary,
        .name = name,
        .text = span_starts(text, "\xEF\xBB\xBF") ? span_cut(text, 3, text.length) : text,
        .language = add_language(dictionary, language),
        .rule = DICTIONARY_RULE,
        .unless = DICTIONARY_NONE,
    };
    size_t before = dictionary->entry_count;
    bool done;

    if (!source.text.bytes)
        source.text = span_of("");
    done = check_text(&source, fault) && choose(source.text)(&source, fault);
    if (done && dictionary->entry_count == before)
        done = fault_set(fault, FAULT_USAGE, "%s: there are no entries in this dictionary", name);
    if (!done)
        dictionary_release(dictionary);
    return done;
}

bool dictionary_read_default(struct dictionary *dictionary, struct bytes *text, struct fault *fault)
{
    const struct {
        const char *language, *name;
        struct span text;
    } defaults[] = {
        {"en", "the default topics (en)", embed_span(dictionary_en, dictionary_en_end)},
        {"ru", "the default topics (ru)", embed_span(dictionary_ru, dictionary_ru_end)},
        {"de", "the default topics (de)", embed_span(dictionary_de, dictionary_de_end)},
    };

    for (size_t i = 0; i < sizeof defaults / sizeof *defaults; i++) {
        if (!dictionary_read(dictionary, defaults[i].text, defaults[i].name,
                             span_of(defaults[i].language), fault))
            return false;
        if (text)
            bytes_add(text, defaults[i].text);
    }
    return true;
}
