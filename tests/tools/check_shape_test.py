"""tools/check-shape passes a clean tree and names what has grown too long or has no test."""

import unittest

from checked_tree import CheckCase


def function_of(lines):
    """A function whose body, braces included, has that many lines."""
    return "int f()\n{\n" + "    g();\n" * (lines - 2) + "}\n"


class CheckShape(CheckCase):
    tool = "check-shape"

    def test_a_clean_tree_passes(self):
        self.assert_clean()

    def test_a_file_of_500_lines_is_the_longest(self):
        self.assert_clean({"tests/tickets/open_test.cpp": "//\n" * 500})
        self.assert_refused({"tests/tickets/open_test.cpp": "//\n" * 501},
                            "tests/tickets/open_test.cpp:1: 501 lines")

    def test_a_script_without_an_ending_is_measured_too(self):
        self.assert_refused({"script/build": "#\n" * 501}, "script/build:1: 501 lines")

    def test_a_door_of_150_lines_is_the_longest(self):
        self.assert_clean({"src/accounts/accounts.hpp": "//\n" * 150})
        self.assert_refused({"src/accounts/accounts.hpp": "//\n" * 151}, "a door of 151 lines")

    def test_a_function_of_60_lines_is_the_longest(self):
        self.assert_clean({"src/tickets/open.cpp": function_of(60)})
        self.assert_refused({"src/tickets/open.cpp": "\n" + function_of(61)},
                            "src/tickets/open.cpp:3: a function of 61 lines")

    def test_many_short_functions_are_not_one_long_one(self):
        self.assert_clean({"src/tickets/open.cpp": function_of(50) * 4})

    def test_a_method_of_a_class_is_measured(self):
        body = "".join("    " + line + "\n" for line in function_of(61).splitlines())
        self.assert_refused({"src/tickets/open.cpp": "struct S {\n" + body + "};\n"},
                            "a function of 61 lines")

    def test_braces_in_a_raw_string_are_no_function(self):
        text = 'auto const json = R"(\n{\n' + "1\n" * 70 + '}\n)";\n'
        self.assert_clean({"src/tickets/open.cpp": text})

    def test_a_verb_without_a_test_file_is_refused(self):
        self.assert_refused({"src/tickets/close.cpp": "int close();\n"},
                            "src/tickets/close.cpp:1: has no test file tests/tickets/close_test.cpp")

    def test_routes_and_jobs_need_no_test_file(self):
        self.assert_clean({"src/tickets/routes.cpp": "\n", "src/tickets/jobs.cpp": "\n"})


if __name__ == "__main__":
    unittest.main()
