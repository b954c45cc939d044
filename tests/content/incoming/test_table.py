"""Rows of CSV and TSV."""

import pytest

from coach.content.incoming.rows import Sheet
from coach.content.incoming.table import read_table


def fields(sheet: Sheet) -> list[dict[str, str]]:
    """What was read, row by row."""
    return [row.fields for row in sheet.rows]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("header", ["", "Front{}BACK\n", "question{} answer \n"])
def test_the_delimiter_and_the_header_are_found(delimiter: str, header: str) -> None:
    text = f"{header}What is it{{}}A thing: one\nWhy{{}}Because\n".replace("{}", delimiter)
    assert fields(read_table(text)) == [
        {"front": "What is it", "back": "A thing: one"},
        {"front": "Why", "back": "Because"},
    ]


def test_columns_come_in_any_order_and_case() -> None:
    (row,) = read_table("Tags,GUID,Why,Deck,Answer,Question\nrag llm,7,because,D,A,Q\n").rows
    assert row.fields == {"tags": "rag llm", "id": "7", "why": "because", "back": "A", "front": "Q"}


def test_sentences_with_commas_and_semicolons_are_not_torn() -> None:
    text = "What, in short, is it?;It is a thing, or two\nWhen, if ever?;Now, then, and always\n"
    assert [row["front"] for row in fields(read_table(text))] == ["What, in short, is it?", "When, if ever?"]
    text = "What, in short; is it?\tA, b; c\nAnd then, what?\tD; e, f\n"
    assert [row["back"] for row in fields(read_table(text))] == ["A, b; c", "D; e, f"]


def test_excel_may_name_its_delimiter() -> None:
    assert fields(read_table("sep=|\na|b\n")) == [{"front": "a", "back": "b"}]


def test_quoted_cells_hold_delimiters_quotes_and_lines() -> None:
    sheet = read_table('front,back\n\n"a, ""b""\n\nc",d\ne,"f"\n')
    assert fields(sheet) == [{"front": 'a, "b"\n\nc', "back": "d"}, {"front": "e", "back": "f"}]
    assert [row.line for row in sheet.rows] == [3, 6]


def test_a_quote_within_a_cell_is_a_quote() -> None:
    sheet = read_table('a 5" disk,floppy\n"RAG" means,search first\nx,y\n')
    assert [row["front"] for row in fields(sheet)] == ['a 5" disk', '"RAG" means', "x"]
    assert sheet.left_out == []


def test_a_quote_that_is_never_closed_costs_its_own_line_alone() -> None:
    sheet = read_table('a,b\n"c,d\ne,f\n\ng,h\n')
    assert [row["front"] for row in fields(sheet)] == ["a", "e", "g"]
    assert sheet.left_out == [(2, "a quotation mark in this line is never closed")]


def test_the_rest_of_a_broken_cell_is_no_card() -> None:
    sheet = read_table('front,back\n"What?","He said "hi" to\nthem, and left"\nx,y\n')
    assert [row["front"] for row in fields(sheet)] == ["x"]
    assert [line for line, _ in sheet.left_out] == [2, 3]


def test_a_row_with_too_many_cells_is_left_out_rather_than_cut() -> None:
    sheet = read_table("front,back\na,b, and c\nd,e,,\n")
    assert fields(sheet) == [{"front": "d", "back": "e"}]
    assert sheet.left_out == [(2, "has 3 columns, not 2; put a text with a «,» in quotes")]
    assert read_table("a,b\nc,d\ne,f,g\n").left_out == [(3, "has 3 columns, not 2; put a text with a «,» in quotes")]


def test_columns_without_a_use_are_named() -> None:
    assert read_table("front,back,Note,\na,b,c,d\n").remarks == ["Column not used: Note."]
    many = read_table(",".join(f"c{n}" for n in range(100)) + "\n")
    assert many.remarks[0] == "Columns not used: 3, 4, 5, 6, 7, 8, 9, 10 and 90 more."
    assert fields(many) == [{"front": "c0", "back": "c1"}]


@pytest.mark.parametrize("text", ["", "front,back\n", "\n\n", ",,,\n", "front\n", "sep=;\n"])
def test_next_to_nothing_is_nothing(text: str) -> None:
    assert read_table(text).rows == []


def test_a_cell_beyond_all_measure_is_left_out() -> None:
    sheet = read_table(f"a,b\nc,{'x' * 200_000}\nd,e\n")
    assert [row["front"] for row in fields(sheet)] == ["a", "d"]
    assert sheet.left_out == [(2, "has a cell of more than 131,072 characters")]
