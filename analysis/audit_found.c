#include "analysis/audit_found.h"

#include "analysis/measures/correction.h"
#include "analysis/people/spelling.h"
#include "corpus/base/memory.h"
#include "corpus/base/table.h"

#include <inttypes.h>
#include <stdlib.h>

/* Who somebody is that has no quotation in the study. */
enum { SOMEBODY_ELSE = UINT32_MAX };

static const char too_few_draws[] = "fewer than 30 quoted words are judged";
static const char too_few_passages[] = "fewer than 30 passages are judged, or none has a quotation";
static const char too_few_stories[] = "fewer stories with a quotation than the minimum";
static const char too_small[] = "the sample is too small for a share like this";
static const char no_speech[] = "nothing that was judged is speech";

/* A quotation that was judged whole. */
struct judged {
    uint32_t draws, given, is; /* given and is: indices of speakers */
    bool speech;
};

struct finding_out {
    struct findings *findings;
    const struct audit *audit;
    const struct audit_sample *sample;
    const struct judgements *judgements;
    const char *file;
    struct spelling_reader reader;
    struct bytes whole;
    struct table names;              /* of speakers, and their spellings: bare words */
    uint32_t *name_speakers;         /* by name: index of the speaker */
    const struct judgement **by_row; /* of each row of the sample; NULL where there is none */
    struct judged *judged;
    size_t judged_count;
    struct proportion speech, right;
    struct ratio_sums passages;
};

/* --- rows and judgements --------------------------------------------------------------- */

static bool refuse(const struct finding_out *finding, const struct judgement *judgement,
                   const char *why, struct fault *fault)
{
    return fault_set(fault, FAULT_USAGE, "%s line %" PRIu64 ": '%.*s' %s", finding->file,
                     judgement->line, SPAN_PRINT(judgement->id), why);
}

static bool match_rows(struct finding_out *finding, struct fault *fault)
{
    const struct audit_sample *sample = finding->sample;
    const struct judgements *judgements = finding->judgements;
    struct table ids = TABLE_EMPTY;
    bool done = true;

    finding->by_row = memory_new(sample->count, sizeof(const struct judgement *));
    for (size_t i = 0; i < sample->count; i++)
        (void)table_add(&ids, sample->rows[i].id);
    for (size_t i = 0; done && i < judgements->count; i++) {
        const struct judgement *judgement = &judgements->items[i];
        uint32_t row = table_find(&ids, judgement->id);

        if (row == TABLE_NONE)
            done = refuse(finding, judgement,
                          "is not in the sample: the articles or the settings were changed since "
                          "it was drawn, or the id was; draw a new one",
                          fault);
        else if (!span_equal(sample->rows[row].check, judgement->check))
            done = refuse(finding, judgement,
                          "was another when the sample was drawn: the articles or the settings "
                          "were changed since; draw a new one",
                          fault);
        else if (finding->by_row[row])
            done = refuse(finding, judgement, "stands in the sheet twice", fault);
        else
            finding->by_row[row] = judgement;
    }
    table_release(&ids);
    return done;
}

/* --- who is who ------------------------------------------------------------------------ */

static void add_name(struct finding_out *finding, size_t *capacity, struct span name,
                     uint32_t speaker)
{
    size_t known = finding->names.count;
    uint32_t id;

    spelling_whole(&finding->whole, &finding->reader, name);
    id = table_add(&finding->names, bytes_span(&finding->whole));
    if (id < known)
        return;
    finding->name_speakers =
        memory_grow(finding->name_speakers, capacity, known + 1, sizeof *finding->name_speakers);
    finding->name_speakers[id] = speaker;
}

static uint32_t find_name(struct finding_out *finding, struct span name)
{
    uint32_t id;

    spelling_whole(&finding->whole, &finding->reader, name);
    id = table_find(&finding->names, bytes_span(&finding->whole));
    return id == TABLE_NONE ? SOMEBODY_ELSE : finding->name_speakers[id];
}

/* A name itself comes before another's spelling. */
static void list_names(struct finding_out *finding)
{
    const struct findings *findings = finding->findings;
    size_t capacity = 0;

    for (size_t i = 0; i < findings->speaker_count; i++)
        add_name(finding, &capacity, findings->speakers[i].name, (uint32_t)i);
    for (size_t i = 0; i < findings->person_row_count; i++) {
        uint32_t speaker = find_name(finding, findings->person_rows[i].name);

        if (speaker != SOMEBODY_ELSE)
            add_name(finding, &capacity, findings->person_rows[i].spelling, speaker);
    }
}

static uint32_t find_right(struct finding_out *finding, struct span name)
{
    return span_is_as(name, "nobody") ? (uint32_t)finding->findings->speaker_count - 1
                                      : find_name(finding, name);
}

/* --- what was judged ------------------------------------------------------------------- */

static void take_quote(struct finding_out *finding, const struct audit_row *row,
                       const struct judgement *judgement)
{
    struct findings *findings = finding->findings;
    bool speech = judgement->is_speech == ANSWER_YES;
    bool attributed = row->speaker + 1 < findings->speaker_count;

    if (judgement->is_speech == ANSWER_NONE)
        return;
    findings->audit_rows++;
    findings->audit_draws += row->draws;
    finding->speech.of += row->draws;
    finding->speech.hits += speech ? row->draws : 0;
    if (speech && judgement->speaker_right != ANSWER_YES && judgement->speaker_right != ANSWER_NO) {
        findings->audit_unknown += row->draws;
        return;
    }
    if (speech && attributed) {
        finding->right.of += row->draws;
        finding->right.hits += judgement->speaker_right == ANSWER_YES ? row->draws : 0;
    }
    finding->judged[finding->judged_count++] = (struct judged){
        .draws = row->draws,
        .given = row->speaker,
        .is = judgement->speaker_right == ANSWER_YES
                  ? row->speaker
                  : find_right(finding, judgement->right_speaker),
        .speech = speech,
    };
}

static void take_judgements(struct finding_out *finding)
{
    finding->judged = memory_new(finding->sample->count, sizeof *finding->judged);
    for (size_t i = 0; i < finding->sample->count; i++) {
        const struct audit_row *row = &finding->sample->rows[i];
        const struct judgement *judgement = finding->by_row[i];

        if (judgement && !row->passage)
            take_quote(finding, row, judgement);
        if (!judgement || !row->passage || !judgement->has_missed)
            continue;
        finding->findings->audit_passages++;
        ratio_add(&finding->passages, row->found, row->found + judgement->missed);
    }
}

/* --- estimates
 * ------------------------------------------------------------------------------------ */

/* What a speaker said in a story. */
struct story_words {
    uint32_t speaker, story;
    uint64_t words;
};

static int by_story(const void *left, const void *right)
{
    const struct story_words *a = left, *b = right;

    return (a->story > b->story) - (a->story < b->story);
}

/* Each speaker's words among all quoted words, by story; the caller frees them. */
static struct ratio_sums *sum_stories(const struct finding_out *finding)
{
    const struct audit *audit = finding->audit;
    size_t speakers = finding->findings->speaker_count;
    struct ratio_sums *sums = memory_new(speakers, sizeof *sums), all = RATIO_SUMS_EMPTY;
    struct story_words *voices = memory_new(audit->quote_count, sizeof *voices);
    uint64_t *words = memory_new(speakers, sizeof *words);

    for (size_t i = 0; i < audit->quote_count; i++)
        voices[i] = (struct story_words){audit->quotes[i].speaker, audit->quotes[i].story,
                                         audit->quotes[i].words};
    if (audit->quote_count)
        qsort(voices, audit->quote_count, sizeof *voices, by_story);
    for (size_t from = 0, to; from < audit->quote_count; from = to) {
        uint64_t story = 0;

        for (to = from; to < audit->quote_count && voices[to].story == voices[from].story; to++) {
            words[voices[to].speaker] += voices[to].words;
            story += voices[to].words;
        }
        ratio_add(&all, 0, story);
        for (size_t i = from; i < to; i++) {
            struct ratio_sums *sum = &sums[voices[i].speaker];
            uint64_t own = words[voices[i].speaker];

            sum->x += own;
            sum->xx += (ratio_wide)own * own;
            sum->xn += (ratio_wide)own * story;
            words[voices[i].speaker] = 0; /* once a story */
        }
    }
    for (size_t s = 0; s < speakers; s++) {
        sums[s].clusters = all.clusters;
        sums[s].n = all.n;
        sums[s].nn = all.nn;
    }
    free(words);
    free(voices);
    return sums;
}

static struct estimate correct(const struct finding_out *finding, uint32_t speaker,
                               const struct ratio_sums *counted)
{
    struct ratio_options options = RATIO_SHARE;
    struct correction_sums sums = {0};
    struct interval share;
    struct fault fault;

    for (size_t i = 0; i < finding->judged_count; i++) {
        const struct judged *judged = &finding->judged[i];
        bool his = judged->speech && judged->is == speaker;
        bool error = !judged->speech || judged->is != judged->given;

        for (uint32_t d = 0; d < judged->draws; d++)
            correction_add(&sums, judged->given == speaker, his, judged->speech, error);
    }
    options.level = ESTIMATE_LEVEL;
    options.minimum = finding->findings->minimum_articles;
    if (sums.draws < CORRECTION_LEAST)
        return ESTIMATE_NONE(too_few_draws);
    if (counted->clusters < options.minimum)
        return ESTIMATE_NONE(too_few_stories);
    if (sums.speech == 0)
        return ESTIMATE_NONE(no_speech);
    return correction_share(&share, counted, &sums, options, &fault) ? estimate_of(share)
                                                                     : ESTIMATE_NONE(too_small);
}

static void add(struct finding_out *finding, const char *kind, const char *key,
                struct estimate counted, uint64_t judged)
{
    struct findings *findings = finding->findings;

    findings->audit[findings->audit_count++] = (struct audit_finding){
        .kind = kind,
        .key = span_of(key),
        .counted = counted,
        .corrected = ESTIMATE_NONE(NULL),
        .judged = (uint32_t)judged,
    };
}

static struct estimate found_part(const struct finding_out *finding)
{
    struct interval recall;
    struct fault fault;

    return correction_recall(&recall, &finding->passages, finding->speech, ESTIMATE_LEVEL, &fault)
               ? estimate_of(recall)
               : ESTIMATE_NONE(too_few_passages);
}

static struct estimate part_of(struct proportion part)
{
    struct estimate estimate = estimate_wilson(part.hits, part.of, CORRECTION_LEAST);

    if (!estimate.has_interval)
        estimate.note = too_few_draws;
    return estimate;
}

static void fill(struct finding_out *finding)
{
    struct findings *findings = finding->findings;
    struct ratio_sums *sums = sum_stories(finding);

    findings->audit =
        arena_new(&findings->arena, findings->speaker_count + 3, sizeof *findings->audit);
    add(finding, "speech", "quoted words that are speech", part_of(finding->speech),
        finding->speech.of);
    add(finding, "speaker-right", "quoted words with the right speaker", part_of(finding->right),
        finding->right.of);
    add(finding, "recall", "quotations that were found", found_part(finding), finding->passages.n);
    for (uint32_t s = 0; s < findings->speaker_count; s++) {
        uint32_t judged = 0;

        for (size_t i = 0; i < finding->judged_count; i++)
            judged += finding->judged[i].given == s || finding->judged[i].is == s
                          ? finding->judged[i].draws
                          : 0;
        findings->audit[findings->audit_count++] = (struct audit_finding){
            .kind = "speaker",
            .key = findings->speakers[s].name,
            .counted = findings->speakers[s].share,
            .corrected = correct(finding, s, &sums[s]),
            .judged = judged,
        };
    }
    free(sums);
}

bool audit_found_fill(struct findings *findings, const struct audit *audit,
                      const struct audit_sample *sample, const struct judgements *judgements,
                      const char *name, struct fault *fault)
{
    struct finding_out finding = {
        .findings = findings,
        .audit = audit,
        .sample = sample,
        .judgements = judgements,
        .file = name,
    };
    bool done = match_rows(&finding, fault);

    if (done) {
        list_names(&finding);
        take_judgements(&finding);
        fill(&finding);
    }
    table_release(&finding.names);
    spelling_close(&finding.reader);
    bytes_release(&finding.whole);
    free(finding.name_speakers);
    free((void *)finding.by_row);
    free(finding.judged);
    return done;
}
