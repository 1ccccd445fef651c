"""The kinds of people and groups that a text can speak of."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """What a person or group is named by."""

    NAME = "name"
    HANDLE = "handle"
    ROLE = "role"
    TEAM = "team"
    VENDOR = "vendor"
    CUSTOMER = "customer"
    PRONOUN = "pronoun"
    SELF = "self"
    WE = "we"
    INDEFINITE = "indefinite"
    NOBODY = "nobody"
