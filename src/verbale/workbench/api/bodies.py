"""What may be sent: pydantic models at the door, whose docstrings are what the API says of them."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from verbale.minutes.joining import plain
from verbale.minutes.ruling import Joined, Kind
from verbale.record.shapes import descriptions

LONGEST = 1_000_000  # characters of an article


def _described(schema: dict[str, Any], model: type[BaseModel]) -> None:
    """Descriptions of fields are the `Attributes` of the docstring, as in the record."""
    describe(schema, *reversed(model.__mro__))


def describe(schema: dict[str, Any], *classes: type) -> None:
    """Put what docstrings say of a class and its fields into its JSON schema; later classes go before earlier ones."""
    schema["description"] = (classes[-1].__doc__ or "").partition("\n")[0]
    said = {name: about for each in classes for name, about in descriptions(each).items()}
    for name, about in said.items():
        if name.rstrip("_") in schema["properties"]:
            schema["properties"][name.rstrip("_")]["description"] = about


def _day(value: str) -> str:
    if not re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        raise ValueError("write a day as 2026-03-04")
    date.fromisoformat(value)
    return value


def storable(value: Any) -> Any:
    """Every text in it as the minutes hold texts."""
    if isinstance(value, dict):
        return {plain(name): storable(each) for name, each in value.items()}
    if isinstance(value, list):
        return [storable(each) for each in value]
    return plain(value) if isinstance(value, str) else value


def _whole(value: Any) -> Any:
    """JSON has one kind of number: 3.0 is whole, too."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


Text = Annotated[str, Field(min_length=1, max_length=300), AfterValidator(plain)]
Reason = Annotated[str, Field(max_length=2000), AfterValidator(plain)]
Day = Annotated[str, Field(json_schema_extra={"format": "date"}), AfterValidator(_day)]
Address = Annotated[str, Field(max_length=2000, pattern=r"^https?://\S+$"), AfterValidator(plain)]
Number = Annotated[int, Field(ge=1, le=2**31 - 1, strict=True), BeforeValidator(_whole)]
Values = Annotated[dict[str, Any], Field(min_length=1), AfterValidator(storable)]
Flag = Annotated[bool, Field(strict=True)]


class Body(BaseModel):
    """A body of a request; what nobody knows in it is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True, json_schema_extra=_described)


class NewArticle(Body):
    """An article to be read: its text, or a whole web page.

    Attributes:
        text: The text as published, or the HTML of the page.
        publisher: Who published it.
        published: The day of publication; days such as “on Tuesday” are counted from it.
        url: Where it was published.
        headline: The headline, which is no part of the text.
    """

    text: Annotated[str, Field(min_length=1, max_length=LONGEST)]
    publisher: Text | None = None
    published: Day | None = None
    url: Address | None = None
    headline: Text | None = None


class Judged(Body):
    """The value on which somebody rules.

    Attributes:
        kind: What kind of value it is.
        article: Id of the article; none for an actor, question or meeting of the minutes.
        value: Its id in the article's record, such as S3, or its anchor; of an actor, question or meeting its number.
        why: The reviewer's reason.
        final: Whether it settles a disagreement between reviewers.
    """

    kind: Kind
    article: Text | None = None
    value: Text
    why: Reason | None = None
    final: Flag = False


class Amended(Judged):
    """The value that is amended, and what it should have been.

    Attributes:
        values: The fields that change, with what should stand in them.
    """

    values: Values


class Added(Body):
    """A value that the machine missed.

    Attributes:
        kind: What kind of value it is.
        article: Id of the article that tells it.
        values: Its fields.
        why: The reviewer's reason.
        final: Whether it settles a disagreement between reviewers.
    """

    kind: Kind
    article: Text
    values: Values
    why: Reason | None = None
    final: Flag = False


class Merged(Body):
    """Two actors, questions or meetings that are one.

    Attributes:
        kind: What they are.
        into: The number of the one that stays.
        other: The number of the one that becomes part of it.
        why: The reviewer's reason.
    """

    kind: Joined
    into: Number
    other: Number
    why: Reason | None = None


class Split(Body):
    """Articles in which an actor, question or meeting is another one than elsewhere.

    Attributes:
        kind: What it is.
        number: Its number.
        articles: Ids of the articles in which it is another one.
        why: The reviewer's reason.
    """

    kind: Joined
    number: Number
    articles: Annotated[list[Text], Field(min_length=1, max_length=1000)]
    why: Reason | None = None


class Settled(Body):
    """A disagreement that is settled as one of the reviewers says.

    Attributes:
        kind: What kind of value it is.
        article: Id of the article; none for an actor, question or meeting of the minutes.
        value: Its anchor; of an actor, question or meeting its number.
        says: The reviewer whose ruling on it holds.
        why: The reason of who settles it.
    """

    kind: Kind
    article: Text | None = None
    value: Text
    says: Text
    why: Reason | None = None


class Undone(Body):
    """A ruling that is taken back.

    Attributes:
        number: The number of the ruling.
        why: The reviewer's reason.
    """

    number: Number
    why: Reason | None = None
