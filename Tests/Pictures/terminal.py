"""Draws what a command prints on a terminal: terminal.py OUT.svg TITLE COMMAND..."""

import os
import pty
import re
import sys

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console
from rich.text import Text

WIDTH = 124


def printed(command):
    """What a command writes when a terminal is there to see it, with its colours."""
    os.environ.update(COLUMNS=str(WIDTH), TERM="xterm-256color")
    os.environ.pop("NO_COLOR", None)
    pid, descriptor = pty.fork()
    if pid == 0:
        os.execvp(command[0], command)
    pieces = []
    try:
        while piece := os.read(descriptor, 65536):
            pieces.append(piece)
    except OSError:
        pass  # So the end is told where the other side has closed the terminal.
    os.waitpid(pid, 0)
    return b"".join(pieces).decode().replace("\r\n", "\n")


out, title, *command = sys.argv[1:]
console = Console(record=True, width=WIDTH, file=open(os.devnull, "w"), force_terminal=True)
console.print(Text.from_ansi("$ " + " ".join([os.path.basename(command[0])] + command[1:])))
console.print(Text.from_ansi(printed(command)))
# Without the fonts that a browser would have to fetch.
layout = re.sub(r"@font-face {{.*?}}", "", CONSOLE_SVG_FORMAT, flags=re.DOTALL)
layout = re.sub(r"<!--.*?-->", "", layout)
# Not every program that draws it keeps blanks otherwise.
layout = layout.replace("<svg ", '<svg xml:space="preserve" ', 1)
console.save_svg(out, title=title, unique_id="picture", code_format=layout)
