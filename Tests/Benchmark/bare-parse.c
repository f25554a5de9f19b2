/* Parses each file of a folder with cmark-gfm and frees the tree: the least that any tool on top of it can take.

   cc -O2 bare-parse.c -lcmark-gfm-extensions -lcmark-gfm
   bare-parse FOLDER       parses, and prints nothing
   bare-parse --html FILE  prints one file as HTML, to be held against `cmark-gfm -e table -e tasklist` */
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *extensions[] = {"table", "tasklist"};

/* The whole file; the caller frees it. NULL where it cannot be read. */
static char *contents(const char *path, size_t *length) {
  FILE *file = fopen(path, "rb");
  if (!file) return NULL;
  char *text = NULL;
  *length = 0;
  if (fseek(file, 0, SEEK_END) == 0) {
    long size = ftell(file);
    rewind(file);
    if (size >= 0 && (text = malloc((size_t)size + 1))) *length = fread(text, 1, (size_t)size, file);
  }
  fclose(file);
  return text;
}

static int parse(const char *path, int prints) {
  size_t length;
  char *text = contents(path, &length);
  if (!text) {
    perror(path);
    return 1;
  }
  cmark_parser *parser = cmark_parser_new(CMARK_OPT_DEFAULT);
  for (size_t i = 0; i < sizeof extensions / sizeof *extensions; i++)
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(extensions[i]));
  cmark_parser_feed(parser, text, length);
  cmark_node *document = cmark_parser_finish(parser);
  if (prints) {
    char *html = cmark_render_html(document, CMARK_OPT_DEFAULT, cmark_parser_get_syntax_extensions(parser));
    fputs(html, stdout);
    free(html);
  }
  cmark_node_free(document);
  cmark_parser_free(parser);
  free(text);
  return 0;
}

int main(int argc, char **argv) {
  cmark_gfm_core_extensions_ensure_registered();
  if (argc == 3 && strcmp(argv[1], "--html") == 0) return parse(argv[2], 1);
  DIR *folder = argc == 2 ? opendir(argv[1]) : NULL;
  if (!folder) {
    fprintf(stderr, "usage: bare-parse FOLDER\n");
    return 2;
  }
  int failed = 0;
  for (struct dirent *entry; (entry = readdir(folder));) {
    size_t length = strlen(entry->d_name);
    if (length < 3 || strcmp(entry->d_name + length - 3, ".md") != 0) continue;
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", argv[1], entry->d_name);
    failed |= parse(path, 0);
  }
  closedir(folder);
  return failed;
}
