#include "build.h"

/* `make` says which it is, in the variable that Package.swift reads. */
#ifndef SPRINTMARK_COMMIT
#define SPRINTMARK_COMMIT ""
#endif

const char *build_commit(void) { return SPRINTMARK_COMMIT; }
