"""Words as people type them under a clock: cut short ("addr", "conv") or with a slip of the finger ("retreival")."""

from collections.abc import Iterable
from functools import lru_cache

_SHORT = """
acct account, addr address, addrs addresses, amt amount, ans answer, auth authorization, avg average, bc because,
cfg config, clf classifier, cnt count, conv conversation, convs conversations, ctx context, cust customer,
custs customers, db database, emb embedding, embs embeddings, feat feature, feats features, freq frequency,
hist history, idx index, lang language, langs languages, mgr manager, msg message, msgs messages, perf performance,
perm permission, perms permissions, pct percent, prob probability, qs questions, repo repository, req request,
reqs requests, resp response, spec specification, src source, srcs sources, svc service, svcs services, tgt target,
thresh threshold, tkt ticket, tkts tickets, tok token, toks tokens, txn transaction, txns transactions, vec vector,
vecs vectors
"""
_WHOLE = dict(pair.split() for pair in _SHORT.split(","))
_SHORTEST = 6
_VOWELS = "aeiou"
_SHORTEST_VOWEL = 7


def whole(word: str) -> str:
    """The word that a common abbreviation stands for; other words as they are."""
    return _WHOLE.get(word, word)


class Slips:
    """Known stems, ready to be found from a stem that one slip of the finger made of them.

    A slip drops a letter, doubles or adds one, or swaps two neighbours. Another letter in its place is none: among the
    words of one subject that makes far more wrong words than right ones ("invent" of "intent"), and so do stems of
    fewer than six letters. With `vowels` a wrong vowel in a word of seven letters or more is one ("latancy"): a
    question that is misread is asked once more, a note that is misread counts for what it does not say.
    """

    def __init__(self, stems: Iterable[str], *, vowels: bool = False) -> None:
        self._known = {s for s in stems if len(s) >= _SHORTEST and s.isalpha()}
        self._one_less: dict[str, set[str]] = {}
        for s in self._known:
            for shorter in _one_less(s):
                self._one_less.setdefault(shorter, set()).add(s)
        self._vowels = vowels
        self.read = lru_cache(maxsize=2000)(self._read)

    def _read(self, typed: str) -> str | None:
        """The known stem that an unknown one stands for; None when there is none or more than one."""
        if len(typed) < _SHORTEST or not typed.isalpha():
            return None
        found = self._one_less.get(typed, set()) | {s for s in _one_less(typed) if s in self._known}
        found |= {swapped for at in range(len(typed) - 1) if (swapped := _swapped(typed, at)) in self._known}
        if self._vowels and len(typed) >= _SHORTEST_VOWEL:
            found |= _other_vowels(typed) & self._known
        found = {s for s in found if s[0] == typed[0]}
        return found.pop() if len(found) == 1 else None


def _one_less(word: str) -> set[str]:
    return {word[:at] + word[at + 1 :] for at in range(len(word))}


def _swapped(word: str, at: int) -> str:
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _other_vowels(word: str) -> set[str]:
    return {
        word[:at] + other + word[at + 1 :]
        for at, letter in enumerate(word)
        if letter in _VOWELS
        for other in _VOWELS
        if other != letter
    }
