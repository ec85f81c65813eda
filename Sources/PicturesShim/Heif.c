#include "Codecs.h"

#include <libheif/heif.h>
#include <string.h>

static int32_t fail(CPFault *fault, struct heif_error error) {
    int32_t kind = error.code == heif_error_Unsupported_feature || error.code == heif_error_Unsupported_filetype
                       ? CP_UNSUPPORTED
                   : error.subcode == heif_suberror_End_of_data ? CP_TRUNCATED
                   : error.code == heif_error_Memory_allocation_error ? CP_MEMORY
                                                                      : CP_CORRUPT;
    return cp_fail(fault, kind, "%s", error.message ? error.message : "libheif gives no reason");
}

// Opens the file's main picture. Both out parameters are to be freed, set or not.
static int32_t open_primary(const uint8_t *bytes, size_t length, struct heif_context **context,
                            struct heif_image_handle **handle, CPFault *fault) {
    *handle = NULL;
    *context = heif_context_alloc();
    if (!*context) return cp_fail(fault, CP_MEMORY, "no memory");
    struct heif_error error = heif_context_read_from_memory_without_copy(*context, bytes, length, NULL);
    if (error.code == heif_error_Ok) error = heif_context_get_primary_image_handle(*context, handle);
    return error.code == heif_error_Ok ? 0 : fail(fault, error);
}

static void close_primary(struct heif_context *context, struct heif_image_handle *handle) {
    if (handle) heif_image_handle_release(handle);
    if (context) heif_context_free(context);
}

int32_t cp_heif_header(const uint8_t *bytes, size_t length, CPHeader *header, CPFault *fault) {
    struct heif_context *context;
    struct heif_image_handle *handle;
    int32_t result = open_primary(bytes, length, &context, &handle, fault);
    if (!result) {
        header->width = heif_image_handle_get_width(handle);
        header->height = heif_image_handle_get_height(handle);
        header->has_alpha = heif_image_handle_has_alpha_channel(handle);
        header->frames = 1;
    }
    close_primary(context, handle);
    return result;
}

int32_t cp_heif_decode(const uint8_t *bytes, size_t length, CPTarget target, CPFault *fault) {
    struct heif_context *context;
    struct heif_image_handle *handle;
    struct heif_image *image = NULL;
    int32_t result = open_primary(bytes, length, &context, &handle, fault);
    if (!result) {
        enum heif_chroma layout =
            target.channels == 4 ? heif_chroma_interleaved_RGBA : heif_chroma_interleaved_RGB;
        struct heif_error error = heif_decode_image(handle, &image, heif_colorspace_RGB, layout, NULL);
        if (error.code != heif_error_Ok) result = fail(fault, error);
    }
    if (!result) {
        int stride = 0;
        const uint8_t *rows = heif_image_get_plane_readonly(image, heif_channel_interleaved, &stride);
        if (!rows || heif_image_get_width(image, heif_channel_interleaved) != target.width ||
            heif_image_get_height(image, heif_channel_interleaved) != target.height) {
            result = cp_fail(fault, CP_SIZE, "the header promised another size");
        } else {
            size_t count = (size_t)target.width * (size_t)target.channels;
            for (int32_t y = 0; y < target.height; y++) {
                memcpy(target.pixels + count * (size_t)y, rows + (size_t)stride * (size_t)y, count);
            }
        }
    }
    if (image) heif_image_release(image);
    close_primary(context, handle);
    return result;
}
