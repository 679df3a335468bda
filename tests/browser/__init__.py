"""Tests that open the built site in Debian's Chromium and hand it to W3C's checker."""
