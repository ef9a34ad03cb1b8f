#include "reports/pages/titles_voices.h"

#include "reports/pages/wording.h"

enum { NAME_LETTERS = 40, TOP = 10 };

struct span titles_voices_balance(const struct wording *wording, const struct findings *findings)
{
    const struct concentration_finding *voices = &findings->voices;

    if (voices->people <= TOP || !voices->top_ten.has_value)
        return SAY(wording, "{n^}~{n|person was|people were} quoted", NUMBER("n", voices->people));
    return SAY(wording, "Ten of {n}~people have {share} of the words with a speaker",
               NUMBER("n", voices->people),
               FIGURE("share", wording_value(wording, &voices->top_ten, UNIT_SHARE)));
}

struct span titles_voices_ranks(const struct wording *wording, size_t once, size_t people)
{
    if (once == people)
        return saying_plain(wording, "Nobody was quoted twice");
    if (!once)
        return saying_plain(wording, "Everybody was quoted more than once");
    return SAY(wording, "{once^} of {n}~people {once|was|were} quoted once", NUMBER("once", once),
               NUMBER("n", people));
}

struct span titles_voices_attribute(const struct wording *wording, struct span column,
                                    const struct speaker_row *first, double unknown)
{
    struct slot name = TEXT("column", wording_shorten(wording->arena, column, NAME_LETTERS));

    if (!first || unknown > first->share.value)
        return SAY(wording, "{column^}: unknown for {share} of quoted words", name,
                   FIGURE("share", format_share(wording->tongue, unknown)));
    return SAY(wording, "{column^}: {value} has {share} of quoted words", name,
               TEXT("value", wording_shorten(wording->arena, first->group, NAME_LETTERS)),
               FIGURE("share", wording_value(wording, &first->share, UNIT_SHARE)));
}

struct span titles_voices_arrivals(const struct wording *wording, size_t fresh, size_t returning)
{
    return SAY(wording,
               "{new?{new^}~{new|voice is|voices are} new{back?; {back#} {back|returns|return}}/"
               "{back?{back^}~{back|voice returns|voices return}/Nobody is new}}",
               NUMBER("new", fresh), NUMBER("back", returning));
}
