/*
 * WordStat's .cat: tabs set categories below each other; an entry ends in its
 * weight, as (1), and an underscore in it stands for a blank.
 */
#include "analysis/dictionary/dictionary_inside.h"

/* Cuts the weight off an entry. False where there is none: the line is a category. */
static bool take_weight(struct span *line, struct span *weight)
{
    size_t open = line->length;

    if (!span_ends(*line, ")"))
        return false;
    while (open && line->bytes[open - 1] != '(')
        open--;
    if (open < 2) /* no name before it */
        return false;
    *weight = span_cut(*line, open, line->length - 1);
    for (size_t i = 0; i < weight->length; i++) {
        if ((weight->bytes[i] < '0' || weight->bytes[i] > '9') && weight->bytes[i] != '.')
            return false;
    }
    *line = span_trim(span_cut(*line, 0, open - 1));
    return weight->length > 0 && line->length > 0;
}

static bool add_entry(struct dictionary_source *source, uint32_t category, struct span text,
                      struct span weight, struct fault *fault)
{
    struct bytes entry = BYTES_EMPTY;
    bool done;

    if (text.bytes[0] == '@')
        return dictionary_refuse(source, fault,
                                 "rules (@) are not read; write them in YAML, as 'gas NEAR/5 "
                                 "price*'");
    if (!span_is(weight, "1"))
        return dictionary_refuse(source, fault,
                                 "the weight (%.*s) is not read: every entry counts 1",
                                 SPAN_PRINT(weight));
    bytes_add(&entry, text);
    for (size_t i = 0; i < entry.count; i++) {
        if (entry.items[i] == '_')
            entry.items[i] = ' ';
    }
    done = dictionary_add_entry(source, category, bytes_span(&entry), fault);
    bytes_release(&entry);
    return done;
}

/* Tabs before the text; blanks among them count for nothing. */
static size_t count_tabs(struct span line)
{
    size_t tabs = 0;

    for (size_t i = 0; i < line.length && (line.bytes[i] == '\t' || line.bytes[i] == ' '); i++)
        tabs += line.bytes[i] == '\t';
    return tabs;
}

bool dictionary_wordstat(struct dictionary_source *source, struct fault *fault)
{
    uint32_t open[DICTIONARY_DEPTH_MAX];
    struct span line, weight;
    size_t at = 0, depth = 0;

    while (dictionary_next_line(source, &at, &line)) {
        size_t tabs = count_tabs(line);
        bool done;

        line = span_trim(line);
        if (line.length == 0)
            continue;
        if (tabs > depth || tabs >= DICTIONARY_DEPTH_MAX)
            return dictionary_refuse(source, fault, "this line stands too many tabs to the right");
        if (!take_weight(&line, &weight)) {
            done = dictionary_add_category(&open[tabs], source,
                                           tabs ? open[tabs - 1] : DICTIONARY_NONE, line, fault);
            depth = tabs + 1;
        } else if (tabs == 0) {
            return dictionary_refuse(source, fault, "an entry stands here outside of a category");
        } else {
            done = add_entry(source, open[tabs - 1], line, weight, fault);
        }
        if (!done)
            return false;
    }
    return true;
}
