"""The two implementations of Ui: the live one and the plain one."""
