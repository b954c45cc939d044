"""Formulas of a scenario's numbers: plain arithmetic over named quantities."""

import ast
import math
import operator
from collections.abc import Callable, Mapping

_BINARY: dict[type[ast.operator], Callable[[float, float], float]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


class FormulaError(ValueError):
    """A formula that is not plain arithmetic, names a quantity that is not given, or divides by zero."""


def evaluate(formula: str, given: Mapping[str, float]) -> float:
    """The value of a formula made of + - * / ( ), numbers and the given names."""
    try:
        tree = ast.parse(formula, mode="eval")
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise FormulaError(f"cannot read {formula!r}") from None

    def value(node: ast.expr) -> float:
        match node:
            case ast.BinOp(left, op, right) if type(op) in _BINARY:
                return _BINARY[type(op)](value(left), value(right))
            case ast.UnaryOp(ast.USub(), operand):
                return -value(operand)
            case ast.Constant(float() | int() as number) if not isinstance(number, bool):
                return float(number)
            case ast.Name(name) if name in given:
                return given[name]
            case ast.Name(name):
                raise FormulaError(f"{name} is not among the given quantities")
            case _:
                raise FormulaError("only + - * / and brackets are allowed")

    try:
        result = value(tree.body)
    except (ZeroDivisionError, OverflowError):
        raise FormulaError("divides by zero or overflows") from None
    except RecursionError:
        raise FormulaError(f"cannot read {formula!r}") from None
    if not math.isfinite(result):
        raise FormulaError("divides by zero or overflows")
    return result
