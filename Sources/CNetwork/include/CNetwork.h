// Transfers, archives and checksums as C sees them: a table of functions that the shim over libcurl,
// libarchive and OpenSSL's libcrypto fills in. Nothing here needs those libraries.
//
// Functions may be called from any thread; a handle from one thread at a time.
#pragma once
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define CN_ABI 2

// How a transfer ended.
enum {
    CN_DONE = 0,         // a response came, whatever its status
    CN_UNREACHABLE = 1,  // no such host, refused, no route, no TLS
    CN_TIMED_OUT = 2,
    CN_BROKEN = 3,       // the connection ended in the middle
    CN_STOPPED = 4,      // a callback asked for it
    CN_OTHER = 5,
};

typedef struct CNRequest {
    const char *url;  // http or https
    const char *const *headers;  // "Name: value"
    int32_t header_count;
    int64_t resume_from;  // first byte wanted, or 0 for all
    double connect_seconds, total_seconds;  // 0: no limit
    double stall_seconds;  // gives up when less than a byte a second came for so long
    void *context;
    // Called when the response's header is complete and before its body; non-zero stops.
    int32_t (*begin)(void *context, int32_t status, int64_t length, int64_t first_byte);
    // Takes a part of the body; non-zero stops.
    int32_t (*receive)(void *context, const uint8_t *bytes, size_t count);
    // Called a few times a second; non-zero stops.
    int32_t (*poll)(void *context);
} CNRequest;

typedef struct CNResponse {
    int32_t outcome, status;
    char content_type[128];
    char redirect[2048];  // where a redirection points, absolute
    char message[256];
} CNResponse;

// What an archive's entry is.
enum { CN_FILE = 1, CN_FOLDER = 2, CN_SYMLINK = 3, CN_HARDLINK = 4, CN_DEVICE = 5 };

typedef struct CNEntry {
    const char *path, *link;  // valid until the next entry
    int32_t kind, executable;
    int64_t size;  // -1: not known yet
} CNEntry;

typedef struct CNArchiveBox *CNArchive;
typedef struct CNDigestBox *CNDigest;

enum { CN_MD5 = 1, CN_SHA256 = 2 };

typedef struct CNetworkTable {
    uint32_t abi;
    // Versions of the libraries; the text is static.
    const char *(*versions)(void);
    void (*fetch)(const CNRequest *request, CNResponse *response);

    // Opens tar (with gzip, xz, bzip2, zstd), zip and ar files. NULL, with a message, where it is none.
    // With `single`, a file that is only compressed: one entry.
    CNArchive (*archive_open)(const char *path, int32_t single, char message[256]);
    void (*archive_close)(CNArchive);
    // 1: an entry, 0: the end, -1: a fault, with a message.
    int32_t (*archive_next)(CNArchive, CNEntry *entry, char message[256]);
    // Bytes of the entry, 0 at its end, -1 for a fault, with a message.
    int64_t (*archive_read)(CNArchive, uint8_t *bytes, size_t capacity, char message[256]);

    CNDigest (*digest_new)(int32_t kind);
    void (*digest_add)(CNDigest, const uint8_t *bytes, size_t count);
    // Writes hexadecimal digits and a zero, and frees the digest.
    void (*digest_finish)(CNDigest, char hexadecimal[65]);
} CNetworkTable;

typedef const CNetworkTable *(*CNetworkEntry)(void);

#ifdef __cplusplus
}
#endif
