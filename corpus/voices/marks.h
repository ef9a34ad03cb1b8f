/*
 * Marks: the stretches of a paragraph that stand inside quotation marks.
 *
 *     struct marked_list list = MARKED_LIST_EMPTY;
 *     marks_pair(&list, &passage, paragraph);      appends, in text order
 *     marked_release(&list);
 *
 * The rules:
 *   - Marks pair by their kind: “ ”  „ “  « »  » «  ‹ ›  〝 〞  「 」  "  `` ''.
 *     Which side a mark stands on is told by the blanks around it; where they
 *     say nothing, by its shape; for " by whether one is open. Never by count.
 *   - What is nested belongs to the outermost pair; one that would hold more
 *     than three others is none, its opener is a stray mark.
 *   - ‘ ’ and ' count only as a pair of their own, around what ends in a
 *     comma or a stop, or around a few words; an apostrophe is none.
 *   - A doubled '' with blanks on both sides is none.
 *   - A " behind a digit while nothing is open is an inch.
 *   - An opener without a closer runs to the paragraph's end, or to the next
 *     opener where a sentence ended before that.
 *   - A closer without an opener, behind , . ! ? or … and before a cue, closes
 *     a stretch that starts with the paragraph, or with its sentence.
 *
 * A mark's effect ends with its paragraph. Time grows with the paragraph's
 * length alone: at most 8 marks are kept open.
 */
#ifndef CORPUS_VOICES_MARKS_H
#define CORPUS_VOICES_MARKS_H

#include "corpus/voices/passage.h"

enum marked_by {
    MARKED_PAIR,
    MARKED_OPENER, /* the closer is missing */
    MARKED_CLOSER, /* the opener is missing */
    MARKED_SINGLE, /* a pair of single marks */
    MARKED_DASH,   /* speech behind a dash */
    MARKED_TURN,   /* a transcript's turn, behind "NAME:" */
};

struct marked {
    uint32_t first, end;             /* the words inside; never empty */
    uint32_t outer_first, outer_end; /* with the marks, or the dash */
    uint32_t label_first, label_end; /* of a turn: the words that name who speaks; else 0 */
    uint32_t number;                 /* see quotations.h; 0 until then */
    enum marked_by by;
    bool continues; /* goes on with the one before it, over a paragraph's border */
};

struct marked_list {
    struct marked *items; /* in text order, not overlapping */
    size_t count, capacity;
};

#define MARKED_LIST_EMPTY ((struct marked_list){0})

/* Appends the paragraph's stretches inside marks. Needs the words' cues. */
void marks_pair(struct marked_list *list, const struct passage *passage, uint32_t paragraph);

/* True for the code point of a double or angular quotation mark, or of "`". */
bool marks_is_one(uint32_t code);

/* True where `word` is a mark that opens, or may open, a quotation. */
bool marks_opens(const struct passage *passage, uint32_t word);

/* True where `word` is a quotation mark that closes, by the blanks around it. */
bool marks_closes(const struct passage *passage, uint32_t word);

/* Appends one stretch, unless it holds no letter and no digit. */
void marked_add(struct marked_list *list, const struct passage *passage, struct marked marked);

/* Replaces the stretches from number `from` on by `pieces`, which stay the caller's. */
void marked_replace(struct marked_list *list, size_t from, const struct marked_list *pieces);

void marked_release(struct marked_list *list);

#endif
