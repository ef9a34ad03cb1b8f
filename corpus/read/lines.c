#include "corpus/read/lines.h"

enum {
    CAPTION_MAX = 300, /* bytes of a caption with its credit */
    CREDIT_MAX = 70,   /* bytes of the credit */
};

size_t lines_digits(struct span text)
{
    size_t count = 0;

    for (size_t i = 0; i < text.length; i++)
        count += text.bytes[i] >= '0' && text.bytes[i] <= '9';
    return count;
}

bool lines_has_address(struct span text)
{
    for (size_t at = 0; at + 3 < text.length; at++)
        if (span_starts(span_cut(text, at, text.length), "://"))
            return true;
    return false;
}

bool lines_is_credited(struct span text)
{
    static const char *const words[] = {
        "photo",   "foto", "fotografía", "fotografia", "fot.",   "image",
        "picture", "bild", "фото",       "Фото",       "Снимка", "zdroj",
    };
    size_t from = text.length > CREDIT_MAX ? text.length - CREDIT_MAX : 0;

    for (size_t at = from; text.length <= CAPTION_MAX && at < text.length; at++) {
        struct span rest = span_cut(text, at, text.length);

        if (at > 0 && !strchr("( .!?", text.bytes[at - 1]))
            continue;
        if (at > 1 && text.bytes[at - 1] == ' ' && !strchr(".!?)/|", text.bytes[at - 2]))
            continue;
        for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
            struct span behind;

            if (!span_starts_as(rest, words[i]) && !span_starts(rest, words[i]))
                continue;
            behind = span_cut(rest, strlen(words[i]), rest.length);
            if (span_starts(behind, ":") || span_starts(behind, " by ") ||
                span_starts(behind, " von ") || span_starts(behind, " автора") ||
                (span_is(span_of(words[i]), "fot.") && span_starts(behind, " ")))
                return true;
        }
    }
    return false;
}

bool lines_heads_comments(struct span text)
{
    static const char *const words[] = {
        "comments",  "kommentare",  "kommentarer", "commentaires", "comentarios",
        "commenti",  "reacties",    "komentarze",  "yorumlar",     "Comentários",
        "Komentáře", "Комментарии", "Коментарі",   "Коментари",
    };

    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t at = strlen(words[i]);

        if (!span_starts_as(text, words[i]) && !span_starts(text, words[i]))
            continue;
        while (at < text.length && strchr(" ():0123456789", text.bytes[at]))
            at++;
        if (at == text.length)
            return true;
    }
    return false;
}
