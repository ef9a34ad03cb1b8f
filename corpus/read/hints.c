#include "corpus/read/hints.h"

enum { LENGTH_MAX = 1024 }; /* bytes of a class that are looked at */

/* Lower case. */
static const char *const beside[] = {
    "abo",
    "ad",
    "adslot",
    "advert",
    "advertisement",
    "advertising",
    "adv",
    "ads",
    "anzeige",
    "author",
    "authors",
    "banner",
    "bio",
    "breadcrumb",
    "breadcrumbs",
    "byline",
    "caption",
    "captions",
    "carousel",
    "cerez",
    "compartir",
    "condividi",
    "consent",
    "cookie",
    "cookies",
    "copyright",
    "correlati",
    "credit",
    "credits",
    "date",
    "dateline",
    "disclaimer",
    "donate",
    "download",
    "follow",
    "footer",
    "gallery",
    "gdpr",
    "jump",
    "keywords",
    "legal",
    "login",
    "masthead",
    "menu",
    "meta",
    "metadata",
    "modal",
    "mostread",
    "nav",
    "navbar",
    "navigation",
    "newsletter",
    "newsletters",
    "outbrain",
    "overlay",
    "pager",
    "pagination",
    "partage",
    "paywall",
    "player",
    "podcast",
    "poll",
    "popular",
    "popup",
    "promo",
    "promos",
    "promotion",
    "publicidad",
    "publicite",
    "pubdate",
    "pullquote",
    "quiz",
    "rail",
    "readmore",
    "recirc",
    "recirculation",
    "recommend",
    "recommendation",
    "recommendations",
    "recommended",
    "register",
    "reklam",
    "reklama",
    "related",
    "relacionadas",
    "relacionados",
    "share",
    "sharebar",
    "sharedaddy",
    "shares",
    "sharing",
    "sidebar",
    "signup",
    "skip",
    "skiplink",
    "slideshow",
    "sns",
    "social",
    "socials",
    "sponsor",
    "sponsored",
    "sronly",
    "subscribe",
    "subscription",
    "taboola",
    "tag",
    "taglist",
    "tags",
    "teaser",
    "teasers",
    "timestamp",
    "toc",
    "toolbar",
    "tools",
    "tooltip",
    "topics",
    "trending",
    "upsell",
    "video",
    "werbung",
    "widget",
    "widgets",
};

static const char *const comment[] = {
    "comment",     "commentaire", "commentaires", "commenti",  "comments",   "comentario",
    "comentarios", "diskuse",     "disqus",       "kommentar", "kommentare", "kommentarer",
    "reacties",    "respond",     "responses",    "yorum",     "yorumlar",
};

static char lower(char byte)
{
    return (char)(byte >= 'A' && byte <= 'Z' ? byte | 0x20 : byte);
}

static bool is_upper(char byte)
{
    return byte >= 'A' && byte <= 'Z';
}

static bool is_inner(char byte)
{
    return (lower(byte) >= 'a' && lower(byte) <= 'z') || (byte >= '0' && byte <= '9');
}

/* Takes the next word off the front of `value`; empty at its end. A capital begins a new one. */
static struct span take_word(struct span *value)
{
    size_t start = 0, end;
    struct span word;

    while (start < value->length && !is_inner(value->bytes[start]))
        start++;
    end = start;
    while (end < value->length && is_inner(value->bytes[end]) &&
           !(end > start && is_upper(value->bytes[end]) && !is_upper(value->bytes[end - 1])))
        end++;
    word = span_cut(*value, start, end);
    *value = span_cut(*value, end, value->length);
    return word;
}

static bool is_word(struct span word, const char *name)
{
    for (size_t i = 0; i < word.length; i++)
        if (lower(word.bytes[i]) != name[i])
            return false; /* also where the name is shorter */
    return name[word.length] == '\0';
}

/* The index of the first word of `value` that the list has. */
static int find(struct span value, const char *const *list, size_t count)
{
    if (value.length > LENGTH_MAX)
        value.length = LENGTH_MAX;
    for (struct span word = take_word(&value); word.length; word = take_word(&value))
        for (size_t i = 0; i < count; i++)
            if (list[i][0] == lower(word.bytes[0]) && is_word(word, list[i]))
                return (int)i;
    return HINTS_NONE;
}

int hints_beside(struct span value)
{
    _Static_assert(sizeof beside / sizeof *beside <= HINTS_MAX, "HINTS_MAX counts the words");

    return find(value, beside, sizeof beside / sizeof *beside);
}

bool hints_comment(struct span value)
{
    return find(value, comment, sizeof comment / sizeof *comment) != HINTS_NONE;
}

bool hints_word(struct span value, const char *word)
{
    return find(value, &word, 1) != HINTS_NONE;
}
