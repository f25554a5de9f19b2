#ifndef SPRINTMARK_MALLOC_SHIM_H
#define SPRINTMARK_MALLOC_SHIM_H

#include <malloc.h>

#endif
