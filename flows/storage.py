"""Storage that fsspec reaches by a URL, opened; what may go wrong with it, said."""

from typing import Any
from urllib.parse import urlsplit

_LONGEST = 300


class StorageError(Exception):
    """Storage cannot be reached, or its library is missing."""

    def __init__(self, message_sv: str, message_en: str) -> None:
        super().__init__(message_sv, message_en)
        self.message_sv = message_sv
        self.message_en = message_en

    def __str__(self) -> str:
        return f"{self.message_sv} / {self.message_en}"

    @classmethod
    def at(cls, url: str, error: Exception) -> "StorageError":
        """What to say of an error that a kind of storage has raised."""
        where, reason = shown_url(url), f"{type(error).__name__}: {error}"[:_LONGEST]
        if "Credential" in type(error).__name__ or isinstance(error, PermissionError):
            return cls(
                f"{where} släpper inte in Plankoll ({reason}). Ange nyckel och hemlighet "
                "(AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, eller en profil: AWS_PROFILE), eller be om rättigheter.",
                f"{where} does not let Plankoll in ({reason}). Give key and secret "
                "(AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, or a profile: AWS_PROFILE), or ask for permission.",
            )
        if isinstance(error, FileNotFoundError):
            return cls(
                f"{where} finns inte. Kontrollera hink och prefix (bucket, prefix) och adressen till lagret "
                "(AWS_ENDPOINT_URL_S3).",
                f"There is no {where}. Check the bucket and prefix, and the address of the storage "
                "(AWS_ENDPOINT_URL_S3).",
            )
        return cls(
            f"{where} går inte att nå ({reason}). Kontrollera adressen till lagret (AWS_ENDPOINT_URL_S3) och nätet.",
            f"{where} cannot be reached ({reason}). Check the address of the storage (AWS_ENDPOINT_URL_S3) "
            "and the network.",
        )


def opened(url: str) -> tuple[Any, str]:
    """The storage, and the path in it that the URL names. Raises StorageError."""
    import fsspec

    if urlsplit(url).password is not None:
        raise StorageError(
            "Skriv inte lösenord i adressen: den syns i loggar. Ge dem i miljön i stället (AWS_ACCESS_KEY_ID, ...).",
            "Write no password in the address, which logs show. Give it in the environment (AWS_ACCESS_KEY_ID, ...).",
        )
    try:
        storage, root = fsspec.core.url_to_fs(url)
    except ImportError as error:
        raise StorageError(
            f"För {shown_url(url)} saknas ett bibliotek ({error}). För S3: "
            "pip install --require-hashes --no-build-isolation -r requirements/scale.txt",
            f"{shown_url(url)} needs a library that is missing ({error}). For S3: "
            "pip install --require-hashes --no-build-isolation -r requirements/scale.txt",
        ) from error
    except ValueError as error:
        raise StorageError(
            f"{shown_url(url)} är ingen adress som Plankoll känner ({error}). Ange en mapp, s3://, https:// eller file://.",
            f"{shown_url(url)} is no address that Plankoll knows ({error}). Name a folder, s3://, https:// or file://.",
        ) from error
    return storage, str(root)


def shown_url(url: str) -> str:
    """A URL without what may be secret in it: a user, a password, a signature."""
    parts = urlsplit(url)
    return parts._replace(netloc=parts.netloc.rpartition("@")[2], query="", fragment="").geturl()
