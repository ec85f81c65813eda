#include "Parts.h"

#include <curl/curl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

typedef struct {
    const CNRequest *request;
    CURL *transfer;
    int64_t length, first_byte;
    int begun, stopped;
} State;

static size_t header(char *line, size_t size, size_t count, void *context) {
    State *state = context;
    size_t length = size * count;
    char text[256];
    size_t kept = length < sizeof text - 1 ? length : sizeof text - 1;
    memcpy(text, line, kept);
    text[kept] = 0;
    if (!strncmp(text, "HTTP/", 5)) {
        // The header of a next response, after an interim one.
        state->length = -1;
        state->first_byte = 0;
    } else if (!strncasecmp(text, "content-length:", 15)) {
        state->length = atoll(text + 15);
    } else if (!strncasecmp(text, "content-range:", 14)) {
        long long first;
        if (sscanf(text + 14, " bytes %lld-", &first) == 1) state->first_byte = first;
    }
    return length;
}

static int begin(State *state) {
    if (state->begun) return 0;
    state->begun = 1;
    long status = 0;
    curl_easy_getinfo(state->transfer, CURLINFO_RESPONSE_CODE, &status);
    const CNRequest *request = state->request;
    if (request->begin(request->context, (int32_t)status, state->length, state->first_byte)) {
        state->stopped = 1;
    }
    return state->stopped;
}

static size_t receive(char *bytes, size_t size, size_t count, void *context) {
    State *state = context;
    const CNRequest *request = state->request;
    if (begin(state)) return 0;
    if (request->receive(request->context, (const uint8_t *)bytes, size * count)) {
        state->stopped = 1;
        return 0;
    }
    return size * count;
}

static int poll(void *context, curl_off_t total, curl_off_t done, curl_off_t up, curl_off_t sent) {
    (void)total, (void)done, (void)up, (void)sent;
    State *state = context;
    if (state->request->poll(state->request->context)) state->stopped = 1;
    return state->stopped;
}

static int32_t outcome(CURLcode code, const State *state) {
    if (state->stopped) return CN_STOPPED;
    switch (code) {
    case CURLE_OK:
        return CN_DONE;
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
    case CURLE_COULDNT_CONNECT:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
        return CN_UNREACHABLE;
    case CURLE_OPERATION_TIMEDOUT:
        return CN_TIMED_OUT;
    case CURLE_PARTIAL_FILE:
    case CURLE_GOT_NOTHING:
    case CURLE_RECV_ERROR:
    case CURLE_SEND_ERROR:
    case CURLE_HTTP2:
    case CURLE_HTTP2_STREAM:
        return CN_BROKEN;
    default:
        return CN_OTHER;
    }
}

void cn_fetch(const CNRequest *request, CNResponse *response) {
    char error[CURL_ERROR_SIZE] = "";
    memset(response, 0, sizeof *response);
    CURL *transfer = curl_easy_init();
    if (!transfer) {
        response->outcome = CN_OTHER;
        snprintf(response->message, sizeof response->message, "libcurl has no memory");
        return;
    }
    State state = {.request = request, .transfer = transfer, .length = -1};
    struct curl_slist *headers = NULL;
    for (int32_t i = 0; i < request->header_count; i++) {
        headers = curl_slist_append(headers, request->headers[i]);
    }
    curl_easy_setopt(transfer, CURLOPT_URL, request->url);
    curl_easy_setopt(transfer, CURLOPT_HTTPHEADER, headers);
#if LIBCURL_VERSION_NUM >= 0x075500
    curl_easy_setopt(transfer, CURLOPT_PROTOCOLS_STR, "http,https");
#else
    curl_easy_setopt(transfer, CURLOPT_PROTOCOLS, CURLPROTO_HTTP | CURLPROTO_HTTPS);
#endif
    // Redirections are followed by the caller, who may send them elsewhere.
    curl_easy_setopt(transfer, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(transfer, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(transfer, CURLOPT_ERRORBUFFER, error);
    curl_easy_setopt(transfer, CURLOPT_CONNECTTIMEOUT_MS, (long)(request->connect_seconds * 1000));
    curl_easy_setopt(transfer, CURLOPT_TIMEOUT_MS, (long)(request->total_seconds * 1000));
    curl_easy_setopt(transfer, CURLOPT_LOW_SPEED_LIMIT, 1L);
    // libcurl counts whole seconds; 0 would mean no limit.
    curl_easy_setopt(transfer, CURLOPT_LOW_SPEED_TIME, request->stall_seconds < 1 ? 1L : (long)request->stall_seconds);
    curl_easy_setopt(transfer, CURLOPT_RESUME_FROM_LARGE, (curl_off_t)request->resume_from);
    curl_easy_setopt(transfer, CURLOPT_HEADERFUNCTION, header);
    curl_easy_setopt(transfer, CURLOPT_HEADERDATA, &state);
    curl_easy_setopt(transfer, CURLOPT_WRITEFUNCTION, receive);
    curl_easy_setopt(transfer, CURLOPT_WRITEDATA, &state);
    curl_easy_setopt(transfer, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(transfer, CURLOPT_XFERINFOFUNCTION, poll);
    curl_easy_setopt(transfer, CURLOPT_XFERINFODATA, &state);
    CURLcode code = curl_easy_perform(transfer);
    // An empty body never reached `receive`.
    if (code == CURLE_OK) begin(&state);
    // A server that ignores the range makes libcurl stop; the caller sees a whole response instead.
    response->outcome = code == CURLE_RANGE_ERROR ? CN_DONE : outcome(code, &state);
    long status = 0;
    const char *text = NULL;
    curl_easy_getinfo(transfer, CURLINFO_RESPONSE_CODE, &status);
    response->status = code == CURLE_RANGE_ERROR ? 416 : (int32_t)status;
    if (curl_easy_getinfo(transfer, CURLINFO_CONTENT_TYPE, &text) == CURLE_OK && text) {
        snprintf(response->content_type, sizeof response->content_type, "%s", text);
    }
    text = NULL;
    if (curl_easy_getinfo(transfer, CURLINFO_REDIRECT_URL, &text) == CURLE_OK && text) {
        snprintf(response->redirect, sizeof response->redirect, "%s", text);
    }
    snprintf(response->message, sizeof response->message, "%s", error[0] ? error : curl_easy_strerror(code));
    curl_slist_free_all(headers);
    curl_easy_cleanup(transfer);
}
