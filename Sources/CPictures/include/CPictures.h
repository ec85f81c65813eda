// Picture codecs as C sees them: a table of functions that the shim over libjpeg-turbo, libpng,
// libwebp and libheif fills in. Nothing here needs those libraries to compile or to link.
//
// Every function that returns int32_t returns 0 when it succeeded, else non-zero with the fault
// filled in. All are thread-safe: they keep no state between calls.
#pragma once
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define CP_ABI 1

// Why a codec gave up.
enum {
    CP_CORRUPT = 1,    // the bytes are wrong; message has the codec's words
    CP_TRUNCATED = 2,  // the bytes end too early
    CP_SIZE = 3,       // the picture is not of the size that its header promised
    CP_MEMORY = 4,     // no memory
    CP_UNSUPPORTED = 5 // the codec was built without what this picture needs
};

typedef struct CPFault {
    int32_t kind;
    char message[200];
} CPFault;

// Where decoded rows go: `width * height * channels` bytes without padding. Channels are 1 (grey,
// JPEG only), 3 (RGB) or 4 (RGBA, PNG, WebP and HEIF only).
typedef struct CPTarget {
    uint8_t *pixels;
    int32_t width, height, channels;
} CPTarget;

// What a header tells. HEIF sizes are those after the file's own rotation and cropping.
typedef struct CPHeader {
    int32_t width, height, has_alpha, frames;
} CPHeader;

typedef struct CPicturesTable {
    uint32_t abi;
    void (*free_bytes)(uint8_t *);
    // Versions of the codecs, a static text.
    const char *(*versions)(void);

    // Decodes at 1/denominator of the size, rounded up; denominator is 1, 2, 4 or 8. CMYK and YCCK
    // are taken as Adobe writes them (inverted) and become RGB.
    int32_t (*jpeg_decode)(const uint8_t *bytes, size_t length, int32_t denominator, CPTarget target,
                           CPFault *fault);
    // Encodes grey or RGB rows; quality from 1 to 100. The bytes are freed with `free_bytes`.
    int32_t (*jpeg_encode)(CPTarget source, int32_t quality, uint8_t **bytes, size_t *length,
                           CPFault *fault);

    int32_t (*png_decode)(const uint8_t *bytes, size_t length, CPTarget target, CPFault *fault);
    // Compression from 0 (none) to 9.
    int32_t (*png_encode)(CPTarget source, int32_t compression, uint8_t **bytes, size_t *length,
                          CPFault *fault);

    int32_t (*webp_header)(const uint8_t *bytes, size_t length, CPHeader *header, CPFault *fault);
    // Of an animation, the first frame.
    int32_t (*webp_decode)(const uint8_t *bytes, size_t length, CPTarget target, CPFault *fault);
    // Quality from 0 to 100; above 100 without loss.
    int32_t (*webp_encode)(CPTarget source, float quality, uint8_t **bytes, size_t *length,
                           CPFault *fault);

    // HEIC and AVIF.
    int32_t (*heif_header)(const uint8_t *bytes, size_t length, CPHeader *header, CPFault *fault);
    int32_t (*heif_decode)(const uint8_t *bytes, size_t length, CPTarget target, CPFault *fault);
} CPicturesTable;

typedef const CPicturesTable *(*CPicturesEntry)(void);

#ifdef __cplusplus
}
#endif
