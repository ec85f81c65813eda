#pragma once
#include <stddef.h>
#include <stdint.h>

// GNU readline as an editing engine: key maps, kill ring, undo, incremental search. It reads keys and
// changes its buffer; it draws nothing and leaves the terminal's mode alone. All of its globals stay
// in CReadline.c. One editor, one thread.

typedef enum {
    CR_RETURN, CR_NEWLINE, CR_UP, CR_DOWN, CR_LEFT, CR_RIGHT, CR_HOME, CR_END, CR_FIRST, CR_LAST,
    CR_BACKSPACE, CR_DELETE, CR_END_OF_INPUT, CR_TAB, CR_BACKTAB, CR_INTERRUPT, CR_PASTE,
    CR_KILL_END, CR_KILL_START, CR_CLEAR, CR_SUSPEND, CR_SEARCH, CR_REDRAW, CR_ALT,
    CR_COMMANDS
} CRCommand;

typedef struct {
    void *context;
    // A key was typed that belongs to the editor. `key` is its last byte.
    void (*command)(void *context, CRCommand command, int32_t key);
    // The buffer, the cursor or the prompt of a search changed.
    void (*changed)(void *context);
    // The input is closed.
    void (*closed)(void *context);
} CRHandlers;

// Begins editing an empty buffer; keys come from `descriptor`. Call cr_stop before the next one.
void cr_start(int descriptor, const CRHandlers *handlers);
void cr_stop(void);
// Handles one key; call it when the descriptor is readable or cr_pending() says so.
void cr_read_key(void);
// Binds Alt and a letter to CR_ALT.
void cr_bind_alt(char letter);

const char *cr_text(void);
size_t cr_length(void);
size_t cr_point(void);
void cr_set_point(size_t point);
// Replaces a range as one step of undo; the cursor goes behind the new text.
void cr_replace(size_t from, size_t to, const char *text);
// Deletes a range into the kill ring.
void cr_kill(size_t from, size_t to);
// Empties the buffer and forgets undo and any search.
void cr_reset(void);

// In the middle of a sequence of keys such as Alt and a letter.
int cr_in_sequence(void);
int cr_is_searching(void);
// The prompt that a search shows.
const char *cr_message(void);
void cr_search(int32_t key);
void cr_add_history(const char *cell);
// Moves the search's starting place to the newest cell.
void cr_history_at_end(void);

// Bytes that are read before those of the descriptor.
void cr_push(const uint8_t *bytes, size_t count);
size_t cr_pending(void);
// Takes bytes up to and without `end`, at most `limit`; waits at most a second for each piece.
// Returns how many were put into *bytes, to be freed by the caller.
size_t cr_take_until(const char *end, size_t limit, uint8_t **bytes);

// Sends the number of each of SIGINT, SIGWINCH, SIGTERM, SIGHUP and SIGCONT as a byte to
// `descriptor` until cr_release_signals.
void cr_catch_signals(int descriptor);
void cr_release_signals(void);

// Makes sure that characters are UTF-8: the user's locale, else C.UTF-8. Returns 0 where neither is.
int cr_use_utf8(void);
