from jeepney import Message

class _MessageBus:
    def RequestName(self, name: str) -> Message: ...
    def NameHasOwner(self, name: str) -> Message: ...

message_bus: _MessageBus
