"""What an upload has put aside on the disk is gone when its request is over, however that ends.

Django deletes the files of a request that was read to its end. One that was being written when the connection
broke or the disk was full would stay until the garbage collector comes by, and keep a full disk full.
"""

from collections.abc import Callable
from contextlib import suppress

from django.http import HttpRequest, HttpResponse


class NoLeftovers:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        try:
            return self.get_response(request)
        finally:
            for handler in request.upload_handlers if request.method == "POST" else ():
                begun = getattr(handler, "file", None)
                with suppress(OSError):  # of a full disk, on which the rest cannot be written either
                    if begun is not None:
                        begun.close()
