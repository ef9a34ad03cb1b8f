#include "reports/pages/edition.h"

#include "reports/pages/wording.h"

static const char *const kinds[] = {[EVIDENCE_TOPIC] = "topic",
                                    [EVIDENCE_SPEAKER] = "speaker",
                                    [EVIDENCE_TERM] = "term",
                                    [EVIDENCE_DISCOVERED] = "discovered"};

/* How many lists there are to link to: a discovered topic's is its own. */
static size_t evidence_lists(const struct findings *findings)
{
    return findings->evidence_count + findings->discovered_count;
}

void edition_open(struct edition *edition, struct document *document,
                  const struct findings *findings, const struct weekly_about *about)
{
    struct arena *arena = &document->arena;

    *edition = (struct edition){
        .document = document,
        .arena = arena,
        .findings = findings,
        .about = about,
        .wording = {.arena = arena, .tongue = about->tongue},
        .listed = arena_new(arena, evidence_lists(findings) + 1, sizeof *edition->listed)};
    edition->period = period_of(&edition->wording, findings);
}

void edition_about(struct edition *edition, struct span title, struct span source)
{
    const struct weekly_about *about = edition->about;

    edition->document->about = (struct about){
        .title = title,
        .author = span_of("broadsheet"),
        .subject = saying_plain(&edition->wording, "Statistical report on news articles"),
        .keywords = saying_plain(&edition->wording, "news, statistics, quotations, topics"),
        .tongue = about->tongue,
        .created = about->created,
        .week = edition->period.name,
        .mark = about->mark,
        .source = SAY(&edition->wording, "Source: {source}.", TEXT("source", source)),
        .method = edition->alone ? SPAN_EMPTY : span_of("method"),
        .letter = about->letter,
    };
}

/* Those of one side; 0 where the evidence is not of its speakers. */
static uint32_t quotes_of(const struct findings *findings, const struct evidence *evidence)
{
    for (size_t i = 0; findings && i < findings->speaker_count; i++)
        if (findings->speakers[i].evidence == evidence)
            return findings->speakers[i].quotes;
    return 0;
}

uint32_t edition_quotes(const struct edition *edition, const struct evidence *evidence)
{
    uint32_t rows = (uint32_t)evidence->count, quotes;

    if (evidence->kind != EVIDENCE_SPEAKER)
        return rows;
    quotes = quotes_of(edition->findings, evidence);
    if (!quotes)
        quotes = quotes_of(edition->other, evidence);
    return quotes && quotes < rows ? quotes : rows;
}

struct span edition_dest(struct arena *arena, const struct evidence *evidence)
{
    return wording_print(arena, "ev-%s-%.*s", kinds[evidence->kind], SPAN_PRINT(evidence->slug));
}

static struct edition_listed *find(struct edition *edition, const struct evidence *evidence)
{
    for (size_t i = 0; i < edition->listed_count; i++)
        if (edition->listed[i].evidence == evidence)
            return &edition->listed[i];
    return NULL;
}

struct span edition_link(struct edition *edition, const struct evidence *evidence, const char *from)
{
    struct span dest;

    if (edition->alone || !evidence || evidence->count == 0)
        return SPAN_EMPTY;
    if (!find(edition, evidence) && edition->listed_count < evidence_lists(edition->findings))
        edition->listed[edition->listed_count++] =
            (struct edition_listed){.evidence = evidence, .from = from};
    dest = edition_dest(edition->arena, evidence);
    return wording_print(edition->arena, "#%.*s", SPAN_PRINT(dest));
}

struct span edition_feature(struct edition *edition, const struct evidence *evidence,
                            const char *from)
{
    struct span target = edition_link(edition, evidence, from);
    struct edition_listed *listed = find(edition, evidence);

    if (listed)
        listed->featured = true;
    return target;
}

void edition_section(struct edition *edition, const char *title, const char *running,
                     const char *dest)
{
    document_section(edition->document,
                     (struct section){.title = saying_plain(&edition->wording, title),
                                      .running = saying_plain(&edition->wording, running),
                                      .dest = span_of(dest)});
}

struct prose *edition_prose(struct edition *edition)
{
    struct prose *prose = arena_new(edition->arena, 1, sizeof *prose);

    *prose = PROSE_IN(edition->arena);
    return prose;
}

const struct prose *edition_note(struct edition *edition, struct span text)
{
    struct prose *prose = edition_prose(edition);

    prose_text(prose, text);
    return prose;
}

void edition_paragraph(struct edition *edition, struct span text)
{
    document_paragraph(edition->document, edition_note(edition, text));
}
