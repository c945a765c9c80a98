"""What can go wrong while talking.

AssistantError
├── SettingsFault   config.yaml is wrong: every fault at once
├── ChannelError    a platform refused or could not be reached
└── NotAllowed      the person's role does not permit it
"""


class AssistantError(Exception):
    """Something went wrong while talking."""


class SettingsFault(AssistantError):
    """The settings are wrong; `faults` holds one sentence each, with key, value, what is allowed."""

    def __init__(self, faults: list[str]) -> None:
        self.faults = faults
        super().__init__("\n".join(faults))


class ChannelError(AssistantError):
    """The platform refused; `permanent` says that trying again is useless."""

    def __init__(self, message: str, *, permanent: bool = False) -> None:
        self.permanent = permanent
        super().__init__(message)


class NotAllowed(AssistantError):
    """The person's role does not permit this."""
