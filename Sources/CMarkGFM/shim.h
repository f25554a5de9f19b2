// The part of cmark-gfm that SprintMarkdown uses. The node types of the table
// extension are mutable globals in C, which Swift rightly refuses to read; these
// functions ask the question instead.
#ifndef SPRINTMARK_CMARK_SHIM_H
#define SPRINTMARK_CMARK_SHIM_H

#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>
#include <stdbool.h>

static inline bool sprintmark_node_is_table(cmark_node *node) {
  return cmark_node_get_type(node) == CMARK_NODE_TABLE;
}

#endif
