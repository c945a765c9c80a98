"""WeCom (企业微信): the self-built app; our own small client, as no kept package knows its cards."""

from assistant.channels.wecom.app import Connection, Options, WeComApp

__all__ = ["Connection", "Options", "WeComApp"]
