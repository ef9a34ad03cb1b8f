/* Lexicoder's .lc3: a category's name behind a +, then its entries, a line each. */
#include "analysis/dictionary/dictionary_inside.h"

bool dictionary_lexicoder(struct dictionary_source *source, struct fault *fault)
{
    uint32_t category = DICTIONARY_NONE;
    struct span line;
    size_t at = 0;

    while (dictionary_next_line(source, &at, &line)) {
        bool done = true;

        line = span_trim(line);
        if (span_starts(line, "+"))
            done = dictionary_add_category(&category, source, DICTIONARY_NONE,
                                           span_cut(line, 1, line.length), fault);
        else if (line.length && category == DICTIONARY_NONE)
            return dictionary_refuse(source, fault, "an entry stands here before any +category");
        else if (line.length)
            done = dictionary_add_entry(source, category, line, fault);
        if (!done)
            return false;
    }
    return true;
}
