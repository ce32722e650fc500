"""The exceptions of the package."""


class Error(RuntimeError):
    """A film could not be written.

    Attributes
    ----------
    cause : str
        What happened.
    advice : str
        What to do about it.
    """

    def __init__(self, cause: str, advice: str = "") -> None:
        super().__init__(f"{cause}: {advice}" if advice else cause)
        self.cause = cause
        self.advice = advice


class InvalidError(Error, ValueError):
    """An invalid setting or frame."""


class UnknownPropertyError(InvalidError, AttributeError):
    """A property that an artist has not."""


class FileError(Error, OSError):
    """A file could not be read or written."""


class NotFoundError(FileError, FileNotFoundError):
    """A file or folder is missing."""


class NotPermittedError(FileError, PermissionError):
    """A file may not be read or written."""


class PlotreelWarning(UserWarning):
    """Data were lost, or something was done differently than may be expected."""
