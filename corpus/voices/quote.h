/*
 * A quotation: where it stands, of which kind it is, and who is quoted.
 */
#ifndef CORPUS_VOICES_QUOTE_H
#define CORPUS_VOICES_QUOTE_H

#include "corpus/base/span.h"

#include <stdint.h>

enum quote_kind {
    QUOTE_DIRECT,   /* a whole clause or more inside marks, or dash speech */
    QUOTE_MIXED,    /* a fragment of two or more words inside a sentence of the paper's */
    QUOTE_INDIRECT, /* speech without marks */
    QUOTE_TURN,     /* a transcript's turn: "NAME: ..." */
};

/* "direct", "mixed", "indirect", "turn". */
const char *quote_kind_name(enum quote_kind kind);

struct quote {
    uint32_t start, end; /* bytes of the text, without the marks; end is past the last */
    uint32_t speech_end; /* of a turn: where closing lines begin ("END 1:42 P.M."); else end */
    uint32_t number;     /* from 1; the parts of one quotation share it, and the speaker */
    enum quote_kind kind;
    struct span
        speaker; /* as resolved in the article, e.g. "Alexander Lukashenko"; empty: unattributed */
    struct span mention;  /* the words it came from, as they stand in the text, e.g. "he" */
    struct span cue;      /* as it stands in the text, e.g. "said"; empty where there was none */
    const char *decision; /* what chose the speaker, see below */
};

/*
 * What chose a speaker, as it is stored: the rule by which weights set by hand
 * chose ("after-cue"), or the one by which learnt weights did, with their
 * confidence in thousandths: "ranker:after-cue:873".
 */
struct quote_decision {
    struct span rule; /* "after-cue", "ranker:after-cue" */
    int confidence;   /* that the speaker is right: thousandths, or -1 where it is not known */
};

struct quote_decision quote_decision_read(struct span decision);

#endif
