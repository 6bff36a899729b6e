"""Pictures that a browser gives only the address of: fetched when the user has said so, and from where he said."""

from pathlib import PurePosixPath

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtNetwork import QNetworkAccessManager, QNetworkReply, QNetworkRequest

from ...widgets.look.texts import tr

LIMIT = 64 * 2**20
"""Bytes of a picture that are fetched at most."""
TIMEOUT_MS = 20_000
"""How long nothing may come."""
_NO_PICTURE = ("text/", "application/json", "application/xml", "application/pdf", "video/", "audio/")

Errors = QNetworkReply.NetworkError


class WebPictures(QObject):
    """Fetches one picture at a time. Another host than the one that was agreed to is asked about anew."""

    asked = Signal(str)
    """An address that the user is to agree to; `agree` fetches it."""
    fetched = Signal(bytes, str)
    """The picture's file, and a name for it."""
    failed = Signal(str)
    progressed = Signal(int, int)
    """Bytes that have come, and of how many; 0 where that is not known."""

    def __init__(self) -> None:
        super().__init__()
        self._network: QNetworkAccessManager | None = None
        self._reply: QNetworkReply | None = None
        self._from = QUrl()
        """What is being fetched; a reply that is sent on says the new address before that is agreed to."""
        self._wished = ""

    def ask(self, address: str) -> None:
        """Have the user asked whether this picture is to be fetched."""
        self.cancel()
        self._wished = address
        self.asked.emit(address)

    def agree(self) -> None:
        """Fetch what was asked about last."""
        if self._wished:
            self.fetch(self._wished)

    def fetch(self, address: str) -> None:
        """Fetch a picture; `fetched`, `failed` or, where it leads to another host, `asked` says what came of it."""
        self.cancel()
        url = QUrl(address)
        if not may_be_fetched(url):
            self.failed.emit(self.tr("Only addresses that begin with http:// or https:// can be fetched."))
            return
        if self._network is None:
            self._network = QNetworkAccessManager(self)
            self._network.setRedirectPolicy(QNetworkRequest.RedirectPolicy.UserVerifiedRedirectPolicy)
        request = QNetworkRequest(url)
        request.setMaximumRedirectsAllowed(8)
        request.setTransferTimeout(TIMEOUT_MS)
        request.setRawHeader(b"Accept", b"image/*,*/*;q=0.5")
        self._wished, self._from = "", url
        self._reply = reply = self._network.get(request)
        reply.redirected.connect(self._on_redirected)
        reply.metaDataChanged.connect(self._on_head)
        reply.downloadProgress.connect(self._on_progress)
        reply.finished.connect(self._on_finished)

    def cancel(self) -> None:
        """Fetch nothing any more; no signal comes of it."""
        reply, self._reply = self._reply, None
        if reply is not None:
            reply.abort()
            reply.deleteLater()

    @property
    def is_fetching(self) -> bool:
        """Whether something is on its way."""
        return self._reply is not None

    # ------------------------------------------------------------------ what comes of it

    def _on_redirected(self, url: QUrl) -> None:
        reply = self._reply
        if reply is None or self.sender() is not reply:
            return
        if not may_be_fetched(url) or (self._from.scheme() == "https" and url.scheme() != "https"):
            self._give_up(self.tr("{0} leads to an address that is not safe to fetch.").format(_host(self._from)))
        elif url.host().lower() == self._from.host().lower():
            self._from = url
            reply.redirectAllowed.emit()
        else:
            self.ask(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))

    def _on_head(self) -> None:
        reply = self._reply
        if reply is None:
            return
        status = reply.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute)
        if not isinstance(status, int) or status // 100 != 2:
            return
        kind = str(reply.header(QNetworkRequest.KnownHeaders.ContentTypeHeader) or "").lower()
        if kind.startswith(_NO_PICTURE):
            self._give_up(
                self.tr("{0} has sent a page, not a picture: copy the picture itself.").format(_host(reply.url()))
            )
        elif int(reply.header(QNetworkRequest.KnownHeaders.ContentLengthHeader) or 0) > LIMIT:
            self._give_up(self._too_large())

    def _on_progress(self, done: int, total: int) -> None:
        if self._reply is None:
            return
        if done > LIMIT:
            self._give_up(self._too_large())
        else:
            self.progressed.emit(done, max(0, total))

    def _give_up(self, sentence: str) -> None:
        self.cancel()
        self.failed.emit(sentence)

    def _too_large(self) -> str:
        return self.tr("The picture is larger than {0} MB: save it, and drop the file.").format(LIMIT // 2**20)

    def _on_finished(self) -> None:
        reply = self._reply
        if reply is None or self.sender() is not reply:
            return
        self._reply = None
        reply.deleteLater()
        if reply.error() != Errors.NoError:
            self.failed.emit(self._why(reply))
            return
        body = bytes(reply.readAll().data())
        if body:
            self.fetched.emit(body, name_of(reply.url()))
        else:
            self.failed.emit(self.tr("{0} has sent nothing.").format(_host(reply.url())))

    def _why(self, reply: QNetworkReply) -> str:
        host = _host(reply.url())
        status = reply.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute)
        if isinstance(status, int) and status >= 400:
            return self.tr("{0} does not give the picture away (HTTP {1}): save it, and drop the file.").format(
                host, status
            )
        if reply.error() in (Errors.OperationCanceledError, Errors.TimeoutError):
            return self.tr("{0} did not answer in time: try again, or save the picture and drop the file.").format(host)
        if reply.error() == Errors.HostNotFoundError:
            return self.tr("There is no {0}, or no connection to the internet.").format(host)
        return self.tr("The picture could not be fetched from {0}: {1}.").format(host, reply.errorString().rstrip("."))


def may_be_fetched(url: QUrl) -> bool:
    """Whether it is an address of the web."""
    return url.isValid() and url.scheme() in ("http", "https") and bool(url.host())


def question(address: str) -> str:
    """What the user is asked before anything is fetched."""
    text = tr("Fetch the picture from {0}? That site will see that you do.")
    return text.format(_host(QUrl(address)))


def name_of(url: QUrl) -> str:
    """The last part of an address's path, as a name."""
    return PurePosixPath(url.path(QUrl.ComponentFormattingOption.FullyDecoded)).name or url.host()


def _host(url: QUrl) -> str:
    return url.host() or url.toString()
