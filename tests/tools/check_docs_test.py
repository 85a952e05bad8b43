"""tools/check-docs passes a clean tree and names what a document promises but is not there."""

import unittest

from checked_tree import CheckCase


class CheckDocs(CheckCase):
    tool = "check-docs"

    def test_a_clean_tree_passes(self):
        self.assert_clean()

    def test_a_path_in_backticks_that_does_not_exist_is_refused(self):
        self.assert_refused({"docs/a.md": "one\nsee `src/tickets/gone.cpp`\n"},
                            "docs/a.md:2: src/tickets/gone.cpp does not exist")

    def test_a_path_that_begins_at_a_room_is_looked_for_in_src(self):
        self.assert_clean({"docs/a.md": "`tickets/open.cpp`"})
        self.assert_refused({"docs/a.md": "`tickets/gone.cpp`"}, "tickets/gone.cpp does not exist")

    def test_a_link_that_leads_nowhere_is_refused(self):
        self.assert_clean({"docs/a.md": "[b](../README.md#top) [c](https://example.test/x) [d](#e)"})
        self.assert_refused({"docs/a.md": "[b](b.md)"}, "docs/a.md:1: b.md does not exist")

    def test_a_script_that_does_not_exist_is_refused_also_in_a_code_block(self):
        self.assert_refused({"README.md": "```\nscript/fly --now\n```\n"}, "script/fly does not exist")

    def test_a_room_without_a_readme_is_refused(self):
        self.assert_refused({"src/wire/README.md": None}, "src/wire:1: has no README.md")

    def test_words_with_a_slash_and_patterns_are_no_paths(self):
        self.assert_clean({"docs/a.md": "`smtp/lmtp`, `a/b`, `migrations/NNNN_words.sql`, `src/*.cpp`"})


if __name__ == "__main__":
    unittest.main()
