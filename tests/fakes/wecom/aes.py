"""AES-256 in plain Python, after FIPS 197: slow, and independent of every library."""

Block = list[int]


def _times(a: int, b: int) -> int:
    """Product in GF(2^8)."""
    product = 0
    while b:
        product ^= a if b & 1 else 0
        a = (a << 1) ^ (0x11B if a & 0x80 else 0)
        b >>= 1
    return product


def _substitutes() -> list[int]:
    table = []
    for value in range(256):
        inverse = next((x for x in range(256) if _times(value, x) == 1), 0)
        turned = [((inverse << turn) | (inverse >> (8 - turn))) & 0xFF for turn in range(5)]
        table.append(turned[0] ^ turned[1] ^ turned[2] ^ turned[3] ^ turned[4] ^ 0x63)
    return table


class Aes256:
    """CBC over whole blocks; padding is the caller's business."""

    def __init__(self, key: bytes) -> None:
        assert len(key) == 32
        self._box = _substitutes()
        self._unbox = [self._box.index(value) for value in range(256)]
        self._by = {k: [_times(value, k) for value in range(256)] for k in (2, 3, 9, 11, 13, 14)}
        self._keys = self._expanded(key)

    def encrypt(self, plain: bytes, vector: bytes) -> bytes:
        sealed, last = b"", vector
        for place in range(0, len(plain), 16):
            block = bytes(a ^ b for a, b in zip(plain[place : place + 16], last, strict=True))
            last = self._forth(block)
            sealed += last
        return sealed

    def decrypt(self, sealed: bytes, vector: bytes) -> bytes:
        plain, last = b"", vector
        for place in range(0, len(sealed), 16):
            block = sealed[place : place + 16]
            plain += bytes(a ^ b for a, b in zip(self._back(block), last, strict=True))
            last = block
        return plain

    def _expanded(self, key: bytes) -> list[Block]:
        words = [list(key[place : place + 4]) for place in range(0, 32, 4)]
        constant = 1
        while len(words) < 60:
            word = list(words[-1])
            if len(words) % 8 == 0:
                word = [self._box[value] for value in word[1:] + word[:1]]
                word[0] ^= constant
                constant = _times(constant, 2)
            elif len(words) % 8 == 4:
                word = [self._box[value] for value in word]
            words.append([a ^ b for a, b in zip(word, words[-8], strict=True)])
        return [sum(words[place : place + 4], []) for place in range(0, 60, 4)]

    def _forth(self, block: bytes) -> bytes:
        state = _added(list(block), self._keys[0])
        for round_key in self._keys[1:]:
            state = [self._box[value] for value in state]
            state = [state[(place * 5) % 16] for place in range(16)]
            if round_key is not self._keys[-1]:
                state = self._mixed(state, (2, 3, 1, 1))
            state = _added(state, round_key)
        return bytes(state)

    def _back(self, block: bytes) -> bytes:
        state = list(block)
        for round_key in reversed(self._keys[1:]):
            state = _added(state, round_key)
            if round_key is not self._keys[-1]:
                state = self._mixed(state, (14, 11, 13, 9))
            state = [state[(place * 13) % 16] for place in range(16)]
            state = [self._unbox[value] for value in state]
        return bytes(_added(state, self._keys[0]))

    def _mixed(self, state: Block, row: tuple[int, ...]) -> Block:
        mixed = []
        for column in range(0, 16, 4):
            for turn in range(4):
                value = 0
                for place in range(4):
                    factor = row[(place - turn) % 4]
                    byte = state[column + place]
                    value ^= byte if factor == 1 else self._by[factor][byte]
                mixed.append(value)
        return mixed


def _added(state: Block, key: Block) -> Block:
    return [a ^ b for a, b in zip(state, key, strict=True)]
