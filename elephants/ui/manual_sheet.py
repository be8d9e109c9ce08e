"""One page of the manual to read: our type and colours at every zoom, pictures as wide as there is room, no way out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import QEvent, QPoint, Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QPainter,
    QPen,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QTextBrowser, QWidget

from elephants.ui.manual_pages import Page, page_named, picture_named
from elephants.ui.style import palette_of, px
from elephants.words import tr

SIZES = {0: 16, 1: 29, 2: 21}
"""How large letters are at 100 %: of the text, of the title, of a heading."""
WIDEST = 760
"""How wide a line may be at 100 %: longer ones are hard to read."""
_PICTURE = re.compile(r"!\[(.*?)\]\((.*?)\)")
_NEWS = (QEvent.Type.StyleChange, QEvent.Type.ApplicationFontChange, QEvent.Type.LayoutDirectionChange)


def _with_captions(text: str) -> str:
    """Set below each picture what it shows: a screen reader says it too."""
    return _PICTURE.sub(r"![\1](\2)\n\n*\1*", text)


def _blocks(text: QTextDocument) -> Iterator[QTextBlock]:
    block = text.begin()
    while block.isValid():
        yield block
        block = block.next()


def _framed(picture: QImage) -> QImage:
    """Give a picture an edge, so that one of a window is not taken for the page itself."""
    made = picture.convertToFormat(QImage.Format.Format_RGB32)
    painter = QPainter(made)
    painter.setPen(QPen(QColor(palette_of().line), 2))
    painter.drawRect(made.rect().adjusted(1, 1, -1, -1))
    painter.end()
    return made


class ManualSheet(QTextBrowser):
    """Shows a page; a link is told as the page it leads to. What is no page or picture of the manual is not opened."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page: Page | None = None
        self._dressed_for: tuple[object, ...] = ()
        self._text: QTextDocument | None = None
        self.setOpenLinks(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.anchorClicked.connect(self._follow)

    def read(self, page: Page) -> None:
        """Show a page from its beginning."""
        self.page, self._dressed_for = page, ()
        self.verticalScrollBar().setValue(0)
        self._draw()
        self.setAccessibleName(tr("The manual: {title}", title=page.title))

    def go_to(self, heading: str) -> None:
        """Bring a heading to the top of what is seen."""
        for block in _blocks(self.document()):
            if block.blockFormat().headingLevel() == 2 and block.text() == heading:
                self._bring_up(block)

    def _bring_up(self, block: QTextBlock) -> None:
        self.setTextCursor(QTextCursor(block))
        top = self.document().documentLayout().blockBoundingRect(block).top()
        self.verticalScrollBar().setValue(round(top) - px(8) if block != self.document().begin() else 0)

    def find_words(self, words: str, *, back: bool = False, afresh: bool = False) -> bool:
        """Mark the next place of some words after the one that is marked, or the one before; False where none is."""
        if afresh:
            at = QTextCursor(self.document())
            at.movePosition(QTextCursor.MoveOperation.End if back else QTextCursor.MoveOperation.Start)
            self.setTextCursor(at)
        return self.find(words, QTextDocument.FindFlag.FindBackward) if back else self.find(words)

    def _follow(self, link: QUrl) -> None:
        name = page_named(link.toString())
        if name:
            self.wanted.emit(name)

    # -- how it looks ------------------------------------------------------------------------------------------

    def _wide(self) -> int:
        """Give the width of the text, in pixels."""
        return max(px(120), min(px(WIDEST), self.viewport().width() - 2 * px(28)))

    def _draw(self) -> None:
        state = (self._wide(), px(100), palette_of(), self.layoutDirection())
        if self.page is None or state == self._dressed_for:
            return
        self._dressed_for = state
        top = self.cursorForPosition(QPoint(0, 0)).blockNumber() if self.verticalScrollBar().value() else 0
        fresh = self._made(self.page.text)
        self.setDocument(fresh)
        if self._text is not None:
            self._text.deleteLater()
        self._text = fresh
        self._bring_up(fresh.findBlockByNumber(top) if top else fresh.begin())

    def _made(self, words: str) -> QTextDocument:
        """Set a page anew: a document that is filled again keeps the shape of its old lines, and its pictures."""
        text = QTextDocument(self)
        text.setDefaultFont(self.font())
        text.setIndentWidth(px(24))
        text.setMarkdown(_with_captions(words), QTextDocument.MarkdownFeature.MarkdownDialectCommonMark)
        self._bring_pictures(text, words)
        self._set_sides(text)
        for block in _blocks(text):
            self._dress(block)
        return text

    def _bring_pictures(self, text: QTextDocument, words: str) -> None:
        """Make the pictures of a page as wide as its text; one that is not of the manual is not looked for."""
        ratio = self.devicePixelRatioF()
        for _shows, link in _PICTURE.findall(words):
            place = picture_named(link)
            picture = QImage(str(place)) if place is not None else QImage()
            made = QImage(1, 1, QImage.Format.Format_ARGB32_Premultiplied)
            made.fill(Qt.GlobalColor.transparent)
            if not picture.isNull():
                wide = round(min(self._wide(), px(picture.width())) * ratio)
                made = picture.scaledToWidth(wide, Qt.TransformationMode.SmoothTransformation)
                made = _framed(made)
                made.setDevicePixelRatio(ratio)
            text.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(link), made)

    def _set_sides(self, text: QTextDocument) -> None:
        """Set the margins, so that the lines stay short in a wide window, and the side on which lines begin."""
        option = QTextOption()
        option.setTextDirection(self.layoutDirection())
        text.setDefaultTextOption(option)
        frame = text.rootFrame().frameFormat()
        frame.setMargin(px(24))
        rest = self.viewport().width() - self._wide() - px(28)
        right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        (frame.setRightMargin if right else frame.setLeftMargin)(px(28))
        (frame.setLeftMargin if right else frame.setRightMargin)(max(px(28), rest))
        text.rootFrame().setFrameFormat(frame)

    def _dress(self, block: QTextBlock) -> None:
        level = block.blockFormat().headingLevel()
        shape = QTextBlockFormat()
        if block.textList() is not None:
            shape.setLayoutDirection(self.layoutDirection())
        else:  # absolute: Qt would go by the first letter, and a Latin line stays left in a right-to-left window
            right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            shape.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
            shape.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        shape.setTopMargin(px(22 if level == 2 else 0))
        shape.setBottomMargin(px(6 if block.textList() is not None else 10))
        shape.setLineHeight(135, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        at = QTextCursor(block)
        if "\ufffc" in block.text():  # a picture: a line that is higher by a third would leave a hole above it
            shape.setTopMargin(px(6))
            shape.setLineHeight(100, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        at.mergeBlockFormat(shape)
        self._letter(block, px(SIZES.get(level, SIZES[0])))

    def _letter(self, block: QTextBlock, size: int) -> None:
        """Give letters their size, and links the colour of now and a line: they are never told by colour alone."""
        parts = [(part.start, part.length, QTextCharFormat(part.format)) for part in block.textFormats()]
        for start, length, face in [one for one in parts if not one[2].isImageFormat()]:
            face.clearProperty(QTextCharFormat.Property.FontSizeAdjustment.value)  # Qt would take it over the size
            face.setProperty(QTextCharFormat.Property.FontPixelSize.value, size)
            if face.isAnchor():
                face.setForeground(QColor(palette_of().sky))
                face.setFontUnderline(True)
            at = QTextCursor(block)
            at.setPosition(block.position() + start)
            at.setPosition(block.position() + start + length, QTextCursor.MoveMode.KeepAnchor)
            at.setCharFormat(face)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _NEWS:
            self._draw()
