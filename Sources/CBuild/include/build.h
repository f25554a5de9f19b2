#ifndef SPRINTMARK_BUILD_H
#define SPRINTMARK_BUILD_H

/* The commit that the program was built from, as `git describe` names it; empty where that is not known. */
const char *build_commit(void);

#endif
