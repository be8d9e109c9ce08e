"""Says what goes into the program's folder: of Qt only what is used, and no library that the system has itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePath


@dataclass(frozen=True)
class Tree:
    """What is left out by name, and of Qt's plugins what is kept, by folder; a name is without lib and ending."""

    never: tuple[str, ...]
    plugins: dict[str, frozenset[str]]


TREE = Tree(
    never=(
        *(f"PySide6.{name}" for name in ("QtDBus", "QtDesigner", "QtHelp", "QtNetwork", "QtOpenGL", "QtOpenGLWidgets",
          "QtQml", "QtQuick", "QtQuickControls2", "QtQuickTest", "QtQuickWidgets", "QtSql", "QtTest", "QtUiTools",
          "QtWebEngineCore", "QtWebEngineWidgets", "Qt3DCore")),
        # Elephants never speaks to a network; what would is not even there.
        "ssl", "_ssl", "http.server", "ftplib", "smtplib", "telnetlib", "xmlrpc",
        "tkinter", "test", "unittest", "pydoc", "pip", "setuptools", "pytest", "hypothesis", "mypy", "coverage",
        "weasyprint", "pikepdf", "pdfminer", "pdfplumber", "lxml", "fontTools",
        "PIL.ImageTk", "PIL.ImageQt", "MySQLdb", "psycopg2", "pyphen", "readline", "sqlite3", "_sqlite3", "pygments",
        "PIL._avif", "PIL._imagingcms", "PIL._imagingft", "PIL._imagingtk", "PIL.AvifImagePlugin",
    ),
    plugins={
        "platforms": frozenset(("qxcb", "qwayland", "qoffscreen", "qwindows", "qcocoa")),
        "platforminputcontexts": frozenset(("composeplatforminputcontextplugin", "ibusplatforminputcontextplugin")),
        "platformthemes": frozenset(("qxdgdesktopportal",)),
        "imageformats": frozenset(("qsvg", "qjpeg", "qgif", "qico", "qicns")),
        "iconengines": frozenset(("qsvgicon",)),
        "printsupport": frozenset(("cupsprintersupport", "windowsprintersupport", "cocoaprintersupport")),
        "styles": frozenset(("qmodernwindowsstyle", "qmacstyle")),
        "xcbglintegrations": frozenset(("qxcb-egl-integration", "qxcb-glx-integration")),
        "wayland-shell-integration": frozenset(("xdg-shell", "qt-shell")),
        "wayland-decoration-client": frozenset(("adwaita", "bradient")),
        "wayland-graphics-integration-client": frozenset(("qt-plugin-wayland-egl", "dmabuf-server")),
    },
)  # fmt: skip
_QT_LIBRARY = re.compile(
    r"(?:lib)?Qt6?(Network|Egl|WlShell|Qml|Quick|VirtualKeyboard|Pdf|Sql|Test|Designer|Help|3D|WebEngine|Lottie)"
)
_SYSTEM = re.compile(r"^(/usr)?/lib(64|/[a-z0-9_]+-linux-gnu[a-z0-9]*)?/lib[^/]+$")
_OURS = ("libpython",)


def kept(name: str, source: str) -> bool:
    """Tell whether a file goes in: `name` is its place in the folder, `source` where it was found."""
    path = PurePath(name)
    if "plugins" in path.parts:
        return _plugin(path)
    if _QT_LIBRARY.match(path.name) or ("translations" in path.parts and "PySide6" in path.parts):
        return False
    return not _SYSTEM.match(source) or path.name.startswith(_OURS)


def _plugin(path: PurePath) -> bool:
    bare = path.name.split(".")[0].removeprefix("lib")
    return bare in TREE.plugins.get(path.parent.name, frozenset())
