"""Values as YAML that reads back the same with both loaders, in the style of the shipped decks."""

import json
import re
from typing import Any

import yaml

_UNPRINTABLE = r"\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff"
"""Above the ASCII controls: what YAML forbids or takes for the end of a line."""
_PLAIN = re.compile(rf"[^\W_](?:[^\x00-\x1f{_UNPRINTABLE}\xa0:#]|:(?=\S)|(?<=\S)#)*(?<=\S)")
"""What may stand without quotes: starts with a letter or a digit, holds neither `: ` nor ` #`, ends without a blank."""
_LITERAL = re.compile(rf"[^\x00-\x08\x0b-\x1f{_UNPRINTABLE}]+")
_ESCAPED = re.compile(rf"[{_UNPRINTABLE}\xa0]")
_RESOLVER: Any = yaml.resolver.Resolver()
_STRING = "tag:yaml.org,2002:str"


def text_yaml(value: str) -> str:
    """A text as what stands after `key: `: plain where that is safe, lines as a `|` block, else in double quotes.

    The lines of a block are indented by two.
    """
    lines = value.split("\n")
    if len(lines) > 1 and lines[0].strip() and lines[0][0] not in " \t" and lines[-1] and _LITERAL.fullmatch(value):
        return "|\n" + "\n".join(f"  {line}" if line else "" for line in lines)
    if _PLAIN.fullmatch(value) and _RESOLVER.resolve(yaml.ScalarNode, value, (True, False)) == _STRING:
        return value
    quoted = json.dumps(value, ensure_ascii=False)
    return _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", quoted)


def number_yaml(value: float) -> str:
    """A number as YAML reads it: whole ones without a point, an exponent always after a point."""
    if value == int(value) and abs(value) < 1e15:
        return str(int(value))
    mantissa, e, exponent = repr(float(value)).partition("e")
    if not e:
        return mantissa
    return f"{mantissa if '.' in mantissa else mantissa + '.0'}e{int(exponent):+03d}"
