#include "Parts.h"

#include <openssl/evp.h>
#include <stdio.h>

CNDigest cn_digest_new(int32_t kind) {
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    if (!context) return NULL;
    if (EVP_DigestInit_ex(context, kind == CN_MD5 ? EVP_md5() : EVP_sha256(), NULL) != 1) {
        EVP_MD_CTX_free(context);
        return NULL;
    }
    return (CNDigest)context;
}

void cn_digest_add(CNDigest digest, const uint8_t *bytes, size_t count) {
    EVP_DigestUpdate((EVP_MD_CTX *)digest, bytes, count);
}

void cn_digest_finish(CNDigest digest, char hexadecimal[65]) {
    unsigned char bytes[EVP_MAX_MD_SIZE];
    unsigned length = 0;
    EVP_DigestFinal_ex((EVP_MD_CTX *)digest, bytes, &length);
    EVP_MD_CTX_free((EVP_MD_CTX *)digest);
    for (unsigned i = 0; i < length && i < 32; i++) snprintf(hexadecimal + 2 * i, 3, "%02x", bytes[i]);
}
