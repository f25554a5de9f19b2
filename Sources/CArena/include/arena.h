#ifndef SPRINTMARK_ARENA_H
#define SPRINTMARK_ARENA_H

#include <stddef.h>

/* Memory that is handed out piece by piece and given back all at once.
 *
 * The allocator of cmark-gfm has no argument for a context, so each thread keeps which arena it allocates from. That
 * is why this is C: a Swift function has no variable of its own for each thread, and these are called for each word. */

struct arena;

/* A new arena, without memory yet; NULL where there is none. */
struct arena *arena_new(void);

/* Frees an arena with all its pieces. */
void arena_free(struct arena *arena);

/* Forgets all pieces, and keeps the first chunk of memory for the next ones. */
void arena_reset(struct arena *arena);

/* Makes this thread allocate from an arena, or from none; returns the one before. */
struct arena *arena_use(struct arena *arena);

/* As calloc, realloc and free do, from the arena that this thread uses, or from the system where it uses none.
 * What comes from an arena is never freed by itself. */
void *arena_calloc(size_t count, size_t size);
void *arena_realloc(void *piece, size_t size);
void arena_free_piece(void *piece);

#endif
