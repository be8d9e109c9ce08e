# What the tests use of jeepney 0.9, which has no types of its own.
from enum import Enum
from typing import Any

class MessageType(Enum):
    method_call = 1
    signal = 4

class HeaderFields(Enum):
    member = 3
    sender = 7

class Header:
    message_type: MessageType
    fields: dict[HeaderFields, str]

class Message:
    header: Header
    body: tuple[Any, ...]

class DBusAddress:
    def __init__(self, object_path: str, bus_name: str | None = ..., interface: str | None = ...) -> None: ...

def new_method_call(remote_obj: DBusAddress, method: str) -> Message: ...
def new_method_return(parent_msg: Message) -> Message: ...
