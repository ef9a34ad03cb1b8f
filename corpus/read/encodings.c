#include "corpus/read/encodings.h"

#include "corpus/base/memory.h"
#include "corpus/read/http.h"

#include <brotli/decode.h>
#define ZLIB_CONST /* it then promises not to write into its input */
#include <zlib.h>

enum { STEP = 64 << 10 };

/* zlib's numbers for what a stream is wrapped in. */
enum { WRAPPED_ZLIB = MAX_WBITS, WRAPPED_GZIP = MAX_WBITS + 16, WRAPPED_NOT = -MAX_WBITS };

bool encodings_known(struct span encoding)
{
    static const char *const names[] = {"", "identity", "gzip", "x-gzip", "deflate", "br"};

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (http_same(encoding, names[i]))
            return true;
    return false;
}

/* Takes one more step's room in `out`, which began at `start`; 0 where there is none. */
static size_t room_left(const struct bytes *out, size_t start, size_t most)
{
    size_t used = out->count - start;

    return used > most ? 0 : most + 1 - used < STEP ? most + 1 - used : STEP;
}

/* Where nothing came out the body may be in another form: what is right then is not said here. */
static bool inflate_body(struct bytes *out, int wrapped, struct span body, size_t most)
{
    z_stream stream = {.next_in = (const unsigned char *)body.bytes, .avail_in = (uInt)body.length};
    size_t start = out->count, room;
    int status = inflateInit2(&stream, wrapped);

    if (status != Z_OK)
        memory_exhausted(1, 0);
    while (status == Z_OK && (room = room_left(out, start, most)) > 0) {
        stream.next_out = (unsigned char *)bytes_room(out, room);
        stream.avail_out = (uInt)room;
        status = inflate(&stream, Z_NO_FLUSH);
        bytes_grown(out, room - stream.avail_out);
        /* gzip may have several members. */
        if (status == Z_STREAM_END && wrapped == WRAPPED_GZIP && stream.avail_in > 1 &&
            stream.next_in[0] == 0x1F && stream.next_in[1] == 0x8B)
            status = inflateReset(&stream);
    }
    (void)inflateEnd(&stream);
    if (status == Z_MEM_ERROR)
        memory_exhausted(1, 0);
    return status == Z_STREAM_END && out->count - start <= most;
}

static bool unbrotli_body(struct bytes *out, struct span body, size_t most)
{
    BrotliDecoderState *decoder = BrotliDecoderCreateInstance(NULL, NULL, NULL);
    const uint8_t *next = (const uint8_t *)body.bytes;
    size_t left = body.length, start = out->count, room;
    BrotliDecoderResult result = BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT;

    if (!decoder)
        memory_exhausted(1, 0);
    while (result == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT &&
           (room = room_left(out, start, most)) > 0) {
        uint8_t *to = (uint8_t *)bytes_room(out, room);
        size_t free_bytes = room;

        result = BrotliDecoderDecompressStream(decoder, &left, &next, &free_bytes, &to, NULL);
        bytes_grown(out, room - free_bytes);
    }
    BrotliDecoderDestroyInstance(decoder);
    return result == BROTLI_DECODER_RESULT_SUCCESS && out->count - start <= most;
}

bool encodings_undo(struct bytes *out, struct span encoding, struct span body, size_t most)
{
    size_t start = out->count;
    bool done = false;

    if (http_same(encoding, "br"))
        done = unbrotli_body(out, body, most);
    else if (http_same(encoding, "gzip") || http_same(encoding, "x-gzip"))
        done = inflate_body(out, WRAPPED_GZIP, body, most);
    else if (http_same(encoding, "deflate"))
        /* The standard means zlib's wrapping; some servers send none. */
        done = inflate_body(out, WRAPPED_ZLIB, body, most) ||
               (out->count == start && inflate_body(out, WRAPPED_NOT, body, most));
    if (done || out->count != start)
        return done;
    if (body.length > most)
        return false;
    bytes_add(out, body);
    return true;
}
